//! Holidays: the rule that gives the day of one in a year, and its names. Which of them are days off is for `days`.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};
use serde::{Deserialize, Serialize};

/// A holiday of the holiday file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Holiday {
    /// What it is called in rules and keys.
    pub id: String,
    #[serde(default)]
    en: String,
    #[serde(default)]
    ru: String,
    on: HolidayRule,
    #[serde(default)]
    since: Option<i32>,
    #[serde(default)]
    until: Option<i32>,
    /// Whether another day is off where it lies on a weekend, as the file says for the country.
    #[serde(default = "yes")]
    pub moves: bool,
}

fn yes() -> bool {
    true
}

impl Holiday {
    /// The day it is kept in `year`; `None` where its rule did not hold then.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        let held = self.since.is_none_or(|since| since <= year) && self.until.is_none_or(|until| year <= until);
        held.then(|| self.on.in_year(year)).flatten()
    }

    /// Whether its rule gives a day in any year of a lifetime.
    pub fn ever(&self) -> bool {
        (1950..=2150).any(|year| self.in_year(year).is_some())
    }

    /// The name in a language; in the other one, or the id, where there is none in it.
    pub fn name(&self, language: &str) -> &str {
        let names = if language == "ru" { [&self.ru, &self.en, &self.id] } else { [&self.en, &self.ru, &self.id] };
        names.into_iter().find(|name| !name.is_empty()).map_or("", String::as_str)
    }
}

/// The rule of a holiday's day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayRule {
    /// A month and a day.
    Fixed(u32, u32),
    /// A month, a weekday and which of them, from the end if negative.
    Nth(u32, Weekday, i8),
    /// A day of the year, from 1.
    YearDay(u32),
    /// Days after the Easter of the western churches.
    WesternEaster(i64),
    /// Days after the Easter of the orthodox churches.
    OrthodoxEaster(i64),
    /// The days themselves, one a year: for what is announced and follows no rule.
    Days(Vec<NaiveDate>),
}

impl HolidayRule {
    /// The day in `year`; `None` where the year has none.
    pub fn in_year(&self, year: i32) -> Option<NaiveDate> {
        match *self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Nth(month, weekday, nth) if nth > 0 => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth.unsigned_abs())
            }
            Self::Nth(month, weekday, nth) => {
                let last = NaiveDate::from_ymd_opt(year, month, 1)? + Months::new(1) - Days::new(1);
                let past = (7 + last.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
                let weeks = u32::from(nth.unsigned_abs()).checked_sub(1)?;
                let day = last - Days::new(u64::from(past + 7 * weeks));
                (day.month() == month).then_some(day)
            }
            Self::YearDay(ordinal) => NaiveDate::from_yo_opt(year, ordinal),
            Self::WesternEaster(shift) => western_easter(year)?.checked_add_signed(TimeDelta::days(shift)),
            Self::OrthodoxEaster(shift) => orthodox_easter(year)?.checked_add_signed(TimeDelta::days(shift)),
            Self::Days(ref days) => days.iter().copied().find(|day| day.year() == year),
        }
    }
}

/// The western Easter Sunday, by the Gregorian computus (Meeus, Jones, Butcher).
fn western_easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, days.unsigned_abs() / 31, days.unsigned_abs() % 31 + 1)
}

/// The orthodox Easter Sunday in the Gregorian calendar, by the Julian computus (Meeus).
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15).rem_euclid(30);
    let weekday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34).rem_euclid(7);
    let days = (moon + weekday + 114).unsigned_abs();
    let julian = NaiveDate::from_ymd_opt(year, days / 31, days % 31 + 1)?;
    // The two calendars stand apart by the leap days of the centuries that the Gregorian leaves out.
    let apart = year.div_euclid(100) - year.div_euclid(400) - 2;
    julian.checked_add_signed(TimeDelta::days(i64::from(apart)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rule: &HolidayRule, year: i32, expected: &str) {
        assert_eq!(rule.in_year(year).map(|day| day.to_string()).unwrap_or_default(), expected, "{rule:?}");
    }

    #[test]
    fn every_form_of_rule_gives_its_day() {
        check(&HolidayRule::Fixed(2, 29), 2028, "2028-02-29");
        check(&HolidayRule::Fixed(2, 29), 2027, "");
        check(&HolidayRule::Nth(8, Weekday::Sun, 2), 2026, "2026-08-09");
        check(&HolidayRule::Nth(8, Weekday::Sun, -1), 2026, "2026-08-30");
        check(&HolidayRule::Nth(5, Weekday::Sun, -1), 2026, "2026-05-31");
        check(&HolidayRule::Nth(2, Weekday::Mon, -5), 2027, "");
        check(&HolidayRule::Nth(8, Weekday::Sun, 0), 2026, "");
        check(&HolidayRule::YearDay(256), 2027, "2027-09-13");
        check(&HolidayRule::YearDay(256), 2028, "2028-09-12");
        check(&HolidayRule::WesternEaster(-2), 2026, "2026-04-03");
        check(&HolidayRule::OrthodoxEaster(9), 2026, "2026-04-21");
        let announced = ["2026-05-27", "2027-05-16"].map(|day| day.parse().unwrap());
        check(&HolidayRule::Days(announced.to_vec()), 2027, "2027-05-16");
        check(&HolidayRule::Days(announced.to_vec()), 2028, "");
    }
}
