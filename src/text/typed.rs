//! What a person types for a day or a time of day. Words are understood in every language, whatever the
//! current one.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};

use super::{Lang, dates};
use crate::domain::gift::Membership;
use crate::domain::message::Message;
use crate::domain::person::Anniversary;

/// On which side of today a day lies that does not say so itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Ahead,
    Behind,
}

/// The day meant, for something to come: `t`, `tomorrow`, `+7`, `fri` (the next one, never today), `28.11` (the nearest
/// one ahead, today included), `28 nov`, `28/11/26`, `2026-11-28`.
pub fn parse_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    day_on(Side::Ahead, text, today)
}

/// The day meant, for something that happened: as [`parse_day`], but `fri` is the last one and `28.11` the nearest one
/// behind.
pub fn parse_past_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    day_on(Side::Behind, text, today)
}

/// A club as it is typed: its name, the last day and the points, of which each may be missing.
pub fn parse_membership(text: &str, today: NaiveDate) -> Membership {
    let mut membership = Membership::default();
    let mut club: Vec<&str> = Vec::new();
    let mut counted = false;
    for word in text.split_whitespace().map(|word| word.trim_end_matches(',')) {
        let is_one_of = |words: &[&str]| words.contains(&word.to_lowercase().as_str());
        match (word.parse(), parse_day(word, today)) {
            (Ok(points), _) => membership.points = Some(points),
            (Err(_), Some(day)) if word.starts_with(|c: char| c.is_ascii_digit()) => {
                club.pop_if(|before| UNTIL.contains(&before.to_lowercase().as_str()));
                membership.until = Some(day);
            }
            _ if counted && is_one_of(&POINTS) => {}
            _ => club.push(word),
        }
        counted = word.parse::<u32>().is_ok();
    }
    membership.club = club.join(" ");
    membership
}

/// What may stand before the last day of a membership, and behind its points.
const UNTIL: [&str; 3] = ["until", "till", "до"];
const POINTS: [&str; 5] = ["point", "points", "балл", "балла", "баллов"];

/// The day meant, for the payment of an order, which may have been due already: as [`parse_day`], but `28.11` is the nearest
/// one, ahead or behind, and `+14` counts from the day of the order.
pub fn parse_due(text: &str, ordered: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
    if text.trim_start().starts_with('+') {
        return parse_day(text, ordered);
    }
    let ahead = parse_day(text, today)?;
    let behind = parse_past_day(text, today).filter(|day| *day < today);
    // A weekday is never so far ahead.
    let far = |day: NaiveDate| (day - today).num_days() > HALF_A_YEAR;
    Some(if far(ahead) { behind.filter(|day| today - *day < ahead - today).unwrap_or(ahead) } else { ahead })
}

/// In days.
const HALF_A_YEAR: i64 = 182;

/// A time of day: `9:30`, `15.00`.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once([':', '.'])?;
    NaiveTime::from_hms_opt(digits(hour, 1..=2)?, digits(minute, 2..=2)?, 0)
}

/// A day of the year with its first year where that is known, for a birthday: `7.3.1985`, `7 March`, `29.02`,
/// `1985-03-07`, `--03-07`. The error says why it is none, or that the day is still to come.
pub fn parse_anniversary(text: &str, today: NaiveDate) -> Result<Anniversary, Message> {
    let text = text.trim().to_lowercase();
    let day = Anniversary::parse(&text).or_else(|| {
        let mut parts = text.split(['.', '/', ' ']).filter(|part| !part.is_empty());
        let (day, month) = (digits(parts.next()?, 1..=2)?, parts.next()?);
        let month = digits(month, 1..=2).or_else(|| named_month(month))?;
        match (parts.next(), parts.next()) {
            (None, _) => Anniversary::yearless(month, day),
            (Some(year), None) if year.len() == 2 => {
                // Of the last hundred years.
                let year = 2000 + digits(year, 2..=2)?;
                let ahead = year.cast_signed() > today.year();
                date(if ahead { year - 100 } else { year }, month, day).map(Anniversary::of)
            }
            (Some(year), None) => date(digits(year, 4..=4)?, month, day).map(Anniversary::of),
            _ => None,
        }
    });
    match day {
        None => Err(Message::new("typed-no-such-day")),
        Some(day) if day.year.is_some_and(|year| day.in_year(year) > today) => {
            Err(Message::new("typed-day-ahead").with("day", day.in_year(day.year.unwrap_or_default())))
        }
        Some(day) if day.year.is_some_and(|year| year < 1800) => Err(Message::new("typed-no-such-day")),
        Some(day) => Ok(day),
    }
}

/// An anniversary as it would be typed: `07.03.1985`, `07.03`.
pub fn anniversary(day: Anniversary) -> String {
    let year = day.year.map(|year| format!(".{year}")).unwrap_or_default();
    format!("{:02}.{:02}{year}", day.day, day.month)
}

/// A number of days, 1 to so many.
pub fn parse_days(typed: &str, most: u16) -> Option<u16> {
    typed.parse().ok().filter(|days| (1..=most).contains(days))
}

/// Days that somebody has been ordering for, up to ten years.
pub fn parse_tenure(typed: &str) -> Option<u32> {
    typed.parse().ok().filter(|days| *days <= 3_660)
}

fn day_on(side: Side, text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    let day = named_day(side, &text, today)
        .or_else(|| shifted_day(&text, today))
        .or_else(|| iso_day(&text))
        .or_else(|| written_day(side, &text, today))?;
    (1900..=9999).contains(&day.year()).then_some(day)
}

/// `t`, `завтра`, `fri`, `пятница`.
fn named_day(side: Side, text: &str, today: NaiveDate) -> Option<NaiveDate> {
    if text == "t" {
        return Some(today);
    }
    Lang::ALL.into_iter().find_map(|lang| {
        let names = dates::names(lang);
        let place = |names: &[&str]| names.iter().position(|name| name.to_lowercase() == text);
        if let Some(place) = place(&names.near) {
            return today.pred_opt()?.checked_add_days(Days::new(place as u64));
        }
        let asked = place(&names.weekdays_short).or_else(|| place(&names.weekdays))? as u64;
        let now = u64::from(today.weekday().num_days_from_monday());
        match side {
            Side::Ahead => today.checked_add_days(Days::new((asked + 6 - now) % 7 + 1)),
            Side::Behind => today.checked_sub_days(Days::new((now + 6 - asked) % 7 + 1)),
        }
    })
}

/// `+7`, `-1`.
fn shifted_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let days = |text| digits(text, 1..=5).map(|days| Days::new(days.into()));
    match text.strip_prefix('+') {
        Some(ahead) => today.checked_add_days(days(ahead)?),
        None => today.checked_sub_days(days(text.strip_prefix(['-', '−'])?)?),
    }
}

/// `2026-11-28`.
fn iso_day(text: &str) -> Option<NaiveDate> {
    let [year, month, day]: [&str; 3] = text.split('-').collect::<Vec<_>>().try_into().ok()?;
    date(digits(year, 4..=4)?, digits(month, 1..=2)?, digits(day, 1..=2)?)
}

/// `28.11`, `28/11/26`, `28 nov`, `28 ноября 2026`: the day always before the month.
fn written_day(side: Side, text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let mut parts = text.split(['.', '/', ' ']).filter(|part| !part.is_empty());
    let day = digits(parts.next()?, 1..=2)?;
    let month = parts.next()?;
    let month = digits(month, 1..=2).or_else(|| named_month(month))?;
    let year = parts.next();
    if parts.next().is_some() {
        return None;
    }
    match year {
        Some(year) if year.len() == 2 => date(2000 + digits(year, 2..=2)?, month, day),
        Some(year) => date(digits(year, 4..=4)?, month, day),
        None => {
            // Up to eight years apart: 29 February.
            let years = (0..=8).map(|away| match side {
                Side::Ahead => today.year() + away,
                Side::Behind => today.year() - away,
            });
            years.filter_map(|year| date(year.try_into().ok()?, month, day)).find(|found| match side {
                Side::Ahead => *found >= today,
                Side::Behind => *found <= today,
            })
        }
    }
}

/// The number of a month by its name, 1 to 12.
fn named_month(text: &str) -> Option<u32> {
    let month = Lang::ALL.into_iter().find_map(|lang| {
        let names = dates::names(lang);
        let place = |names: &[&str]| names.iter().position(|name| name.to_lowercase() == text);
        place(&names.months_short).or_else(|| place(&names.months_of)).or_else(|| place(&names.months))
    })?;
    u32::try_from(month + 1).ok()
}

fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.cast_signed(), month, day)
}

/// A number of nothing but digits, of such a length.
fn digits(text: &str, length: std::ops::RangeInclusive<usize>) -> Option<u32> {
    (length.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_payment_is_due_on_the_nearest_day_of_that_date() {
        let (monday, ordered) = (day(2026, 11, 30), day(2026, 11, 2));
        for (typed, due) in [
            ("28.11", day(2026, 11, 28)),
            ("1.3", day(2027, 3, 1)),
            ("1.7", day(2026, 7, 1)),
            ("fri", day(2026, 12, 4)),
            ("+14", day(2026, 11, 16)),
            ("+300", day(2027, 8, 29)),
            ("28.11.2027", day(2027, 11, 28)),
        ] {
            assert_eq!(parse_due(typed, ordered, monday), Some(due), "{typed}");
        }
    }

    #[test]
    fn days_are_understood_however_they_are_typed() {
        let monday = day(2026, 11, 23);
        for (typed, ahead, behind) in [
            ("t", monday, monday),
            ("Сегодня", monday, monday),
            ("завтра", day(2026, 11, 24), day(2026, 11, 24)),
            ("yesterday", day(2026, 11, 22), day(2026, 11, 22)),
            (" +7 ", day(2026, 11, 30), day(2026, 11, 30)),
            ("-1", day(2026, 11, 22), day(2026, 11, 22)),
            ("fri", day(2026, 11, 27), day(2026, 11, 20)),
            ("ПТ", day(2026, 11, 27), day(2026, 11, 20)),
            ("monday", day(2026, 11, 30), day(2026, 11, 16)),
            ("воскресенье", day(2026, 11, 29), day(2026, 11, 22)),
            ("28.11", day(2026, 11, 28), day(2025, 11, 28)),
            ("23.11", monday, monday),
            ("1.3", day(2027, 3, 1), day(2026, 3, 1)),
            ("29.02", day(2028, 2, 29), day(2024, 2, 29)),
            ("28/11/26", day(2026, 11, 28), day(2026, 11, 28)),
            ("28.11.2025", day(2025, 11, 28), day(2025, 11, 28)),
            ("2026-11-28", day(2026, 11, 28), day(2026, 11, 28)),
            ("28 nov", day(2026, 11, 28), day(2025, 11, 28)),
            ("9 мая 2027", day(2027, 5, 9), day(2027, 5, 9)),
            ("1 ноября", day(2027, 11, 1), day(2026, 11, 1)),
        ] {
            assert_eq!(parse_day(typed, monday), Some(ahead), "{typed}");
            assert_eq!(parse_past_day(typed, monday), Some(behind), "{typed}");
        }
    }

    #[test]
    fn anniversaries_may_lack_their_year_and_lie_behind() {
        let today = day(2026, 11, 23);
        for (typed, kept) in [
            ("7.3.1985", "1985-03-07"),
            ("07/03/1985", "1985-03-07"),
            ("7 марта", "--03-07"),
            ("7.3.85", "1985-03-07"),
            ("7.3.20", "2020-03-07"),
            ("7 mar 1985", "1985-03-07"),
            ("29.02", "--02-29"),
            ("29.2.1984", "1984-02-29"),
            ("1985-03-07", "1985-03-07"),
            ("--12-31", "--12-31"),
            ("23.11.2026", "2026-11-23"),
        ] {
            let read = parse_anniversary(typed, today);
            assert_eq!(read.as_ref().map(ToString::to_string), Ok(kept.to_owned()), "{typed}");
            assert_eq!(read.clone().and_then(|day| parse_anniversary(&anniversary(day), today)), read, "{typed}");
        }
        for (typed, why) in [
            ("30.02", "typed-no-such-day"),
            ("29.02.1985", "typed-no-such-day"),
            ("spring", "typed-no-such-day"),
            ("1.1.1600", "typed-no-such-day"),
            ("24.11.2026", "typed-day-ahead"),
        ] {
            assert_eq!(parse_anniversary(typed, today).map_err(|why| why.key), Err(why), "{typed}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for typed in [
            "",
            "soon",
            "31.2",
            "32.11",
            "28",
            "28.13",
            "11/28/26",
            "+",
            "--1",
            "+999999",
            "1.2.3.4",
            "2026-13-01",
            "0800-01-01",
        ] {
            assert_eq!(parse_day(typed, day(2026, 11, 23)), None, "{typed}");
        }
    }

    #[test]
    fn times_are_understood() {
        assert_eq!(parse_time("9:30"), NaiveTime::from_hms_opt(9, 30, 0));
        assert_eq!(parse_time("15.00"), NaiveTime::from_hms_opt(15, 0, 0));
        assert_eq!([parse_time("25:00"), parse_time("12:5"), parse_time("12")], [None; 3]);
    }
}
