//! From a cell to a day or an anniversary, in every form other programs write them. A cell that says "no date" is
//! `Ok(None)`.

use chrono::{Days, NaiveDate};

use super::values::BadValue;
use crate::domain::person::Anniversary;

/// Which comes first in `03/07/1985`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
}

/// What programs write for "no date".
const NO_DAY: [&str; 9] = ["0.0.00", "00.00.0000", "0000-00-00", "не закрыта", "не закрыт", "нет", "-", "—", "n/a"];

/// The first letters of the months, Russian and English.
const MONTHS: [[&str; 2]; 12] = [
    ["янв", "jan"],
    ["фев", "feb"],
    ["мар", "mar"],
    ["апр", "apr"],
    ["ма", "may"],
    ["июн", "jun"],
    ["июл", "jul"],
    ["авг", "aug"],
    ["сен", "sep"],
    ["окт", "oct"],
    ["ноя", "nov"],
    ["дек", "dec"],
];

/// The year iOS writes for a birthday without one.
const NO_YEAR: i32 = 1604;

/// Two digits of a year from here on are of the last century: an order is hardly older than 1970, and nobody who buys
/// was born after 2015.
const ORDER_PIVOT: i32 = 70;
const BIRTH_PIVOT: i32 = 15;

/// Reads a day; a time of day behind it is left out. Years before 1900 are mistakes.
pub(super) fn day(text: &str, order: Order) -> Result<Option<NaiveDate>, BadValue> {
    if let Some(day) = iso(text.as_bytes()) {
        return Ok(Some(day));
    }
    let Some((year, month, day)) = parts(text, order, ORDER_PIVOT)? else { return Ok(None) };
    NaiveDate::from_ymd_opt(year.ok_or(BadValue)?, month, day).map(Some).ok_or(BadValue)
}

/// Reads a day that comes back every year, its first year optional.
pub(super) fn anniversary(text: &str, order: Order) -> Result<Option<Anniversary>, BadValue> {
    let Some((year, month, day)) = parts(text, order, BIRTH_PIVOT)? else { return Ok(None) };
    let found = match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day).map(Anniversary::of),
        None => Anniversary::yearless(month, day),
    };
    found.map(Some).ok_or(BadValue)
}

/// Which order the dates with strokes of a file prove: a value above twelve can only be a day. `None` where none does,
/// or where they contradict each other.
pub(super) fn proven_order(text: &str) -> Option<Order> {
    let (mut day_first, mut month_first) = (false, false);
    for cell in text.split([',', ';', '\t', '|', '"', '\n', '\r']).filter(|cell| cell.contains('/')) {
        if let Some((first, second)) = stroked(cell) {
            day_first |= first > 12;
            month_first |= second > 12;
        }
    }
    match (day_first, month_first) {
        (true, false) => Some(Order::DayFirst),
        (false, true) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Whether a date means another day when read month first.
pub(super) fn is_ambiguous(text: &str) -> bool {
    stroked(text).is_some_and(|(first, second)| first != second && first <= 12 && second <= 12)
}

/// The first two numbers of a date such as `03/07/1985`.
fn stroked(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().split([' ', '/']);
    let (first, second, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let short = |text: &str| if text.len() <= 2 { text.parse().ok() } else { None };
    (text.contains('/') && matches!(year.len(), 2 | 4)).then_some((short(first)?, short(second)?))
}

/// The commonest form, and the one of every large file, read without looking twice.
fn iso(text: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let number = |digits: &[&u8]| {
        let all = digits.iter().all(|digit| digit.is_ascii_digit());
        all.then(|| digits.iter().fold(0, |number, digit| number * 10 + u32::from(**digit - b'0')))
    };
    let year = number(&[y1, y2, y3, y4]).filter(|year| *year >= 1900)?;
    NaiveDate::from_ymd_opt(year as i32, number(&[m1, m2])?, number(&[d1, d2])?)
}

type Parts = (Option<i32>, u32, u32);

fn parts(text: &str, order: Order, pivot: i32) -> Result<Option<Parts>, BadValue> {
    let text = text.trim();
    if text.is_empty() || NO_DAY.contains(&text.to_lowercase().as_str()) {
        return Ok(None);
    }
    let bare = text.strip_prefix("--").unwrap_or(text);
    let end = bare.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '/')).unwrap_or(bare.len());
    let (numbers, rest) = bare.split_at(end);
    let numbers = numbers.trim_end_matches('.');
    let fields: Vec<&str> = numbers.split(['.', '-', '/']).collect();
    let (year, month, day) = match fields[..] {
        [month, day] if bare.len() < text.len() => ("", month, day),
        [day, month] if numbers.contains('.') && rest.is_empty() => ("", month, day),
        [year, month, day] if year.len() == 4 => (year, month, day),
        [month, day, year] if order == Order::MonthFirst && numbers.contains('/') => (year, month, day),
        [day, month, year] => (year, month, day),
        [whole] if whole.len() == 8 => (&whole[..4], &whole[4..6], &whole[6..]),
        [serial] if serial.len() == 5 && rest.is_empty() => return Ok(Some(of_serial(serial)?)),
        _ => return Ok(Some(in_words(text, pivot)?)),
    };
    if !is_time(rest) {
        return Err(BadValue);
    }
    Ok(Some((year_of(year, pivot)?, month.parse().or(Err(BadValue))?, day.parse().or(Err(BadValue))?)))
}

/// Whether what follows a date is a time of day, or the word for year.
fn is_time(rest: &str) -> bool {
    let rest = rest.trim_start_matches([' ', 'T', ',', '\u{A0}']);
    rest.is_empty()
        || matches!(rest, "г" | "г.")
        || rest.contains(':') && rest.starts_with(|c: char| c.is_ascii_digit())
}

fn year_of(text: &str, pivot: i32) -> Result<Option<i32>, BadValue> {
    if text.is_empty() {
        return Ok(None);
    }
    match (text.len(), text.parse().or(Err(BadValue))?) {
        (2, year) => Ok(Some(if year < pivot { 2000 + year } else { 1900 + year })),
        (4, NO_YEAR) => Ok(None),
        (4, year) if year >= 1900 => Ok(Some(year)),
        _ => Err(BadValue),
    }
}

/// A day as Excel counts them, from 1899-12-30.
fn of_serial(text: &str) -> Result<Parts, BadValue> {
    let days = text.parse().or(Err(BadValue))?;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(BadValue)?;
    let found = Anniversary::of(epoch.checked_add_days(Days::new(days)).ok_or(BadValue)?);
    Ok((found.year, found.month, found.day))
}

/// `7 марта 1985 г.`, `March 7, 1985`.
fn in_words(text: &str, pivot: i32) -> Result<Parts, BadValue> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in text.split([' ', '.', ',', '-', '\u{A0}']).filter(|word| !word.is_empty()) {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            if day.is_none() && word.len() <= 2 {
                day = Some(word.parse().or(Err(BadValue))?);
            } else if year.is_none() {
                year = year_of(word, pivot)?;
            } else if !word.contains(':') {
                return Err(BadValue);
            }
        } else if month.is_none() {
            month = Some(month_of(&word.to_lowercase()).ok_or(BadValue)?);
        } else if !matches!(word, "г" | "года" | "год") {
            return Err(BadValue);
        }
    }
    Ok((year, month.ok_or(BadValue)?, day.ok_or(BadValue)?))
}

fn month_of(word: &str) -> Option<u32> {
    let place = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))?;
    Some(place as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_form_programs_write() {
        fn check(text: &str, expected: &str) {
            assert_eq!(day(text, Order::DayFirst), Ok(Some(expected.parse().unwrap())), "{text}");
        }
        check("2025-06-05", "2025-06-05");
        check("2025-06-05 08:00", "2025-06-05");
        check("2025-06-05T08:00:00Z", "2025-06-05");
        check("05.06.2025", "2025-06-05");
        check("5.6.25", "2025-06-05");
        check("01.09.2025 10:15:00", "2025-09-01");
        check("05/06/2025", "2025-06-05");
        check("20250605", "2025-06-05");
        check("7 марта 1985 г.", "1985-03-07");
        check("7 мая 1985", "1985-05-07");
        check("15 Jan 2024", "2024-01-15");
        check("March 7, 1985", "1985-03-07");
        check("05.06.2025 г.", "2025-06-05");
        check("45813", "2025-06-05");
        check(" 29.02.2024 ", "2024-02-29");
    }

    #[test]
    fn what_is_no_day_is_an_error_and_no_date_is_none() {
        for text in
            ["31.02.2025", "abc", "05.06", "1899-12-31", "5.6.025", "2025-13-01", "12 500,50", "05.06.2025 шт", "марта"]
        {
            assert_eq!(day(text, Order::DayFirst), Err(BadValue), "{text}");
        }
        for text in ["", "  ", "0.0.00", "не закрыта", "-"] {
            assert_eq!(day(text, Order::DayFirst), Ok(None), "{text}");
        }
    }

    #[test]
    fn the_month_stands_first_only_where_the_file_proves_it() {
        assert_eq!(proven_order("a,03/07/1985,01/15/2024 10:22:31 am"), Some(Order::MonthFirst));
        assert_eq!(proven_order("a,03/07/1985,15/01/2024"), Some(Order::DayFirst));
        assert_eq!(proven_order("a,03/07/1985"), None);
        assert_eq!(proven_order("01/15/2024\n15/01/2024"), None);
        assert_eq!(day("03/07/1985", Order::MonthFirst), Ok(NaiveDate::from_ymd_opt(1985, 3, 7)));
        assert!(is_ambiguous("3/7/1985") && !is_ambiguous("3/3/1985") && !is_ambiguous("3.7.1985"));
    }

    #[test]
    fn an_anniversary_may_lack_its_year() {
        fn check(text: &str, expected: &str) {
            assert_eq!(anniversary(text, Order::DayFirst).unwrap().unwrap().to_string(), expected, "{text}");
        }
        check("--03-07", "--03-07");
        check("1604-03-07", "--03-07");
        check("07.03", "--03-07");
        check("7 марта", "--03-07");
        check("07.03.85", "1985-03-07");
        check("1985-03-07", "1985-03-07");
        assert_eq!(anniversary("--02-30", Order::DayFirst), Err(BadValue));
    }
}
