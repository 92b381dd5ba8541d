//! Which days are worked and which days are holidays, in one country. It knows no client.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use serde::Deserialize;

use super::holidays::Holiday;

/// The years whose days are kept once they are worked out.
const KEPT: std::ops::RangeInclusive<i32> = 2000..=2100;

/// The working days and the holidays of a country.
#[derive(Clone, Debug)]
pub struct WorkDays {
    book: Book,
    kept: Vec<OnceLock<DaysOff>>,
}

/// The holiday file of a country.
#[derive(Clone, Debug, Default, Deserialize)]
struct Book {
    january_break: u32,
    decree: Vec<Decree>,
    public: Vec<Holiday>,
    observed: Vec<Holiday>,
    professional: Vec<Holiday>,
}

/// What a decree moved in a year: the day off at a weekend, and the day that is off in its place.
#[derive(Clone, Debug, Deserialize)]
struct Decree {
    year: i32,
    moves: Vec<(NaiveDate, NaiveDate)>,
}

/// The days off of a year, one bit a day.
#[derive(Clone, Debug, Default)]
struct DaysOff([u64; 6]);

impl DaysOff {
    fn has(&self, day: NaiveDate) -> bool {
        let at = day.ordinal0() as usize;
        self.0[at / 64] & (1 << (at % 64)) != 0
    }

    fn set(&mut self, day: NaiveDate, off: bool) {
        let at = day.ordinal0() as usize;
        let bit = 1 << (at % 64);
        if off {
            self.0[at / 64] |= bit;
        } else {
            self.0[at / 64] &= !bit;
        }
    }
}

impl Book {
    fn days_off(&self, year: i32) -> DaysOff {
        let mut off = DaysOff::default();
        let first = NaiveDate::from_yo_opt(year, 1).unwrap_or_default();
        for day in first.iter_days().take_while(|day| day.year() == year).filter(|day| weekend(*day)) {
            off.set(day, true);
        }
        let january = (1..=self.january_break).filter_map(|day| NaiveDate::from_ymd_opt(year, 1, day));
        let public: Vec<NaiveDate> = self.public.iter().filter_map(|holiday| holiday.in_year(year)).collect();
        for day in january.clone().chain(public.iter().copied()) {
            off.set(day, true);
        }
        if let Some(decree) = self.decree.iter().find(|decree| decree.year == year) {
            for &(from, to) in &decree.moves {
                off.set(from, public.contains(&from) || january.clone().any(|day| day == from));
                off.set(to, true);
            }
        } else {
            let in_break = |day: NaiveDate| day.month() == 1 && day.day() <= self.january_break;
            for day in public.into_iter().filter(|day| weekend(*day) && !in_break(*day)) {
                if let Some(to) = day.iter_days().take_while(|to| to.year() == year).find(|to| !off.has(*to)) {
                    off.set(to, true);
                }
            }
        }
        off
    }
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

impl WorkDays {
    /// The days of Russia: by decree where there is one for the year, else by art. 112 of the Labour Code.
    pub fn russia() -> Self {
        let book: Book = toml::from_str(include_str!("../../../assets/holidays/ru.toml")).unwrap_or_default();
        Self::of(book)
    }

    fn of(book: Book) -> Self {
        Self { kept: KEPT.map(|_| OnceLock::new()).collect(), book }
    }

    /// Whether the day is worked.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let kept = usize::try_from(day.year() - KEPT.start()).ok().and_then(|at| self.kept.get(at));
        let off = || self.book.days_off(day.year());
        !kept.map_or_else(|| off().has(day), |kept| kept.get_or_init(off).has(day))
    }

    /// Whether the days off of a year are worked out by law, because no decree for it is known.
    pub fn provisional(&self, year: i32) -> bool {
        self.book.decree.iter().all(|decree| decree.year != year)
    }

    /// The last working day before `day`.
    pub fn last_before(&self, day: NaiveDate) -> NaiveDate {
        self.on_or_before(day - ONE_DAY)
    }

    /// `day` if it is worked, else the last working day before it.
    pub fn on_or_before(&self, mut day: NaiveDate) -> NaiveDate {
        while !self.is_working(day) {
            day -= ONE_DAY;
        }
        day
    }

    /// `day` if it is worked, else the first working day after it.
    pub fn on_or_after(&self, mut day: NaiveDate) -> NaiveDate {
        while !self.is_working(day) {
            day += ONE_DAY;
        }
        day
    }

    /// The `n`-th working day after `day`, before it if negative; `day` itself for 0.
    pub fn add(&self, day: NaiveDate, n: i32) -> NaiveDate {
        (0..n.abs()).fold(day, |day, _| if n < 0 { self.last_before(day) } else { self.on_or_after(day + ONE_DAY) })
    }

    /// How many working days there are from `first` on, before `end`.
    pub fn count_between(&self, first: NaiveDate, end: NaiveDate) -> usize {
        first.iter_days().take_while(|day| *day < end).filter(|day| self.is_working(*day)).count()
    }

    /// The day of a holiday in `year`; `None` for an unknown id and where it was not kept then.
    pub fn holiday(&self, id: &str, year: i32) -> Option<NaiveDate> {
        self.holidays().filter(|holiday| holiday.id == id).find_map(|holiday| holiday.in_year(year))
    }

    /// The name of a holiday in a language (`en`, `ru`).
    pub fn holiday_name(&self, id: &str, language: &str) -> Option<&str> {
        self.holidays().find(|holiday| holiday.id == id).map(|holiday| holiday.name(language))
    }

    /// The professional holidays of `year` by their ids, which are what a client's industry says.
    pub fn professional(&self, year: i32) -> BTreeMap<&str, NaiveDate> {
        let held = self.book.professional.iter();
        held.filter_map(|holiday| Some((holiday.id.as_str(), holiday.in_year(year)?))).collect()
    }

    fn holidays(&self) -> impl Iterator<Item = &Holiday> {
        self.book.public.iter().chain(&self.book.observed).chain(&self.book.professional)
    }
}

const ONE_DAY: TimeDelta = TimeDelta::days(1);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_russian_file_is_read_whole() {
        let days = WorkDays::russia();
        assert_eq!(days.professional(2027).len(), 58);
        assert_eq!(days.book.public.len(), 8);
        assert_eq!(days.holiday_name("builder", "ru"), Some("День строителя"));
        assert_eq!(days.holiday_name("new_year", "en"), Some("New Year"));
        assert_eq!(days.holiday_name("free text", "en"), None);
    }

    #[test]
    fn a_holiday_follows_the_rule_of_its_year() {
        let days = WorkDays::russia();
        let check = |year, expected: &str| assert_eq!(days.holiday("trade", year).unwrap().to_string(), expected);
        check(2012, "2012-03-18");
        check(2013, "2013-07-27");
        assert_eq!(days.holiday("programmer", 2008), None);
    }

    #[test]
    fn without_decrees_the_labour_code_gives_the_days_off() {
        let vectors: serde_json::Value =
            serde_json::from_str(include_str!("../../../tests/data/calendar/vectors.json")).unwrap();
        let days = WorkDays::of(Book { decree: Vec::new(), ..WorkDays::russia().book });
        for year in 2024..=2030 {
            let expected = vectors["by_law"][year.to_string()]["days"].as_str().unwrap();
            let first = NaiveDate::from_yo_opt(year, 1).unwrap();
            let found: String = first
                .iter_days()
                .take(expected.len())
                .map(|day| if days.is_working(day) { '0' } else { '1' })
                .collect();
            assert_eq!(found, expected.replace('2', "0"), "{year}");
        }
    }

    #[test]
    fn a_year_without_a_decree_is_provisional_however_far() {
        let days = WorkDays::russia();
        assert!((2024..=2027).all(|year| !days.provisional(year)));
        for year in [1991, 2011, 2028, 2150] {
            assert!(days.provisional(year));
            assert!(!days.is_working(NaiveDate::from_ymd_opt(year, 1, 1).unwrap()));
            assert!(days.is_working(days.last_before(NaiveDate::from_ymd_opt(year, 3, 8).unwrap())));
        }
    }
}
