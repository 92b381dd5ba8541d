//! Which days are worked and which days are holidays, in one country. It knows no client.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};

use super::country::Country;
use super::holiday_file::{AtWeekend, BadLine, HolidayFile};
use super::holidays::Holiday;
use crate::domain::matching::fold;

/// The years whose days are kept once they are worked out.
const KEPT: std::ops::RangeInclusive<i32> = 2000..=2100;

/// The working days and the holidays of a country.
#[derive(Clone, Debug)]
pub struct WorkDays {
    file: HolidayFile,
    kept: Vec<OnceLock<DaysOff>>,
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

impl HolidayFile {
    fn days_off(&self, year: i32) -> DaysOff {
        let mut off = DaysOff::default();
        let first = NaiveDate::from_yo_opt(year, 1).unwrap_or_default();
        for day in first.iter_days().take_while(|day| day.year() == year).filter(|day| weekend(*day)) {
            off.set(day, true);
        }
        let january = (1..=self.january_break).filter_map(|day| NaiveDate::from_ymd_opt(year, 1, day));
        let public: Vec<NaiveDate> = self.public_in(year).map(|(day, _)| day).collect();
        for day in january.clone().chain(public.iter().copied()) {
            off.set(day, true);
        }
        if let Some(decree) = self.decree.iter().find(|decree| decree.year == year) {
            for &(from, to) in &decree.moves {
                off.set(from, public.contains(&from) || january.clone().any(|day| day == from));
                off.set(to, true);
            }
            return off;
        }
        match self.at_weekend {
            AtWeekend::Stays => {}
            AtWeekend::Next => {
                let in_break = |day: NaiveDate| day.month() == 1 && day.day() <= self.january_break;
                for day in self.moving_in(year).into_iter().filter(|day| !in_break(*day)) {
                    if let Some(to) = day.iter_days().take_while(|to| to.year() == year).find(|to| !off.has(*to)) {
                        off.set(to, true);
                    }
                }
            }
            AtWeekend::Nearest => {
                // The day off for 1 January may be the last day of the year before.
                for day in (year..=year + 1).flat_map(|year| self.moving_in(year)) {
                    let to = if day.weekday() == Weekday::Sat { day - ONE_DAY } else { day + ONE_DAY };
                    if to.year() == year {
                        off.set(to, true);
                    }
                }
            }
        }
        off
    }

    fn public_in(&self, year: i32) -> impl Iterator<Item = (NaiveDate, &Holiday)> {
        self.public.iter().filter_map(move |holiday| Some((holiday.in_year(year)?, holiday)))
    }

    /// The public holidays that lie on a weekend and get another day off, by day.
    fn moving_in(&self, year: i32) -> Vec<NaiveDate> {
        let moving = self.public_in(year).filter(|(day, holiday)| weekend(*day) && holiday.moves);
        let mut days: Vec<NaiveDate> = moving.map(|(day, _)| day).collect();
        days.sort_unstable();
        days
    }
}

fn weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

impl WorkDays {
    /// The days of Russia: by decree where there is one for the year, else by art. 112 of the Labour Code.
    pub fn russia() -> Self {
        Self::of_country(Country::Ru)
    }

    /// The days of a country, from the file the program brings along.
    pub fn of_country(country: Country) -> Self {
        Self::read(country.holiday_file()).0
    }

    /// The days a holiday file says, and its lines that are not understood: what these belong to is left out, the rest
    /// stands.
    pub fn read(text: &str) -> (Self, Vec<BadLine>) {
        let (file, bad) = HolidayFile::read(text);
        (Self::of(file), bad)
    }

    fn of(file: HolidayFile) -> Self {
        Self { kept: KEPT.map(|_| OnceLock::new()).collect(), file }
    }

    /// Whether the day is worked.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        let kept = usize::try_from(day.year() - KEPT.start()).ok().and_then(|at| self.kept.get(at));
        let off = || self.file.days_off(day.year());
        !kept.map_or_else(|| off().has(day), |kept| kept.get_or_init(off).has(day))
    }

    /// Whether the days off of a year are worked out by law in a country that moves them by decree every year, because no
    /// decree for it is known.
    pub fn provisional(&self, year: i32) -> bool {
        self.file.decrees && self.file.decree.iter().all(|decree| decree.year != year)
    }

    /// The public holidays of `year` with their ids, by day.
    pub fn public(&self, year: i32) -> Vec<(NaiveDate, &str)> {
        let mut public: Vec<_> = self.file.public_in(year).map(|(day, holiday)| (day, holiday.id.as_str())).collect();
        public.sort_unstable();
        public
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
        let held = self.file.professional.iter();
        held.filter_map(|holiday| Some((holiday.id.as_str(), holiday.in_year(year)?))).collect()
    }

    /// The id of the industry whose professional holiday is called that, in any language and however it is written.
    pub fn industry_named(&self, name: &str) -> Option<&str> {
        let wanted = fold(name);
        let called = |holiday: &&Holiday| ["en", "ru"].iter().any(|language| fold(holiday.name(language)) == wanted);
        self.file.professional.iter().find(called).map(|holiday| holiday.id.as_str())
    }

    fn holidays(&self) -> impl Iterator<Item = &Holiday> {
        self.file.public.iter().chain(&self.file.observed).chain(&self.file.professional)
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
        assert_eq!(days.file.public.len(), 8);
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
        let days = WorkDays::of(HolidayFile { decree: Vec::new(), ..WorkDays::russia().file });
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
