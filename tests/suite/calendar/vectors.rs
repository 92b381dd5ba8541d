//! The days of each country against vectors made by other programs.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use regulars::domain::calendar::{Country, Period, WorkDays};
use regulars::domain::person::Anniversary;
use regulars::domain::status::Status;
use serde::Deserialize;

use super::{Client, greeting, plan};

#[derive(Deserialize)]
struct Vectors {
    production: BTreeMap<i32, YearVector>,
    by_law: BTreeMap<i32, YearVector>,
    easter: BTreeMap<i32, EasterVector>,
    professional: BTreeMap<String, Vec<NaiveDate>>,
    eve: Vec<EveVector>,
    eve_far: Vec<EveFarVector>,
    shift: Vec<ShiftVector>,
    workday_add: Vec<AddVector>,
    workday_count: Vec<CountVector>,
    anniversary: Vec<AnniversaryVector>,
    periods: Vec<PeriodVector>,
    /// The days off of 2026 and 2027 in other countries: holidays, also on a weekend, and the days off in their place.
    public: BTreeMap<String, Vec<NaiveDate>>,
}

/// One character a day from 1 January: 0 worked, 1 off, 2 worked and shortened.
#[derive(Deserialize)]
struct YearVector {
    days: String,
    workdays: usize,
}

#[derive(Deserialize)]
struct EasterVector {
    western: NaiveDate,
    orthodox: NaiveDate,
}

#[derive(Deserialize)]
struct EveVector {
    holiday: String,
    date: NaiveDate,
    eve: NaiveDate,
    /// None where the window begins before the first year listed.
    lead5: Option<(NaiveDate, NaiveDate)>,
    lead10: Option<(NaiveDate, NaiveDate)>,
}

#[derive(Deserialize)]
struct EveFarVector {
    holiday: String,
    date: NaiveDate,
    eve: NaiveDate,
    days_before: i64,
}

#[derive(Deserialize)]
struct ShiftVector {
    date: NaiveDate,
    works: bool,
    /// None where it lies outside the years listed.
    prev_or_same: Option<NaiveDate>,
    next_or_same: Option<NaiveDate>,
}

#[derive(Deserialize)]
struct AddVector {
    from: NaiveDate,
    n: i32,
    to: NaiveDate,
}

#[derive(Deserialize)]
struct CountVector {
    from: NaiveDate,
    to_exclusive: NaiveDate,
    n: usize,
}

#[derive(Deserialize)]
struct AnniversaryVector {
    base: NaiveDate,
    days: Vec<NaiveDate>,
}

#[derive(Deserialize)]
struct PeriodVector {
    date: NaiveDate,
    year: i32,
    half: u32,
    quarter: String,
    quarter_start: NaiveDate,
    quarter_end: NaiveDate,
    quarter_len: i64,
}

/// The year in which the lists of yearly days in the vectors begin.
const FIRST_LISTED: i32 = 2024;

/// The days of the year that are off among those `is_working` is asked for, as the vectors write them.
fn off_days(year: i32, is_working: impl Fn(NaiveDate) -> bool) -> String {
    let first = NaiveDate::from_yo_opt(year, 1).unwrap();
    first.iter_days().take_while(|day| day.year() == year).map(|day| if is_working(day) { '0' } else { '1' }).collect()
}

#[test]
#[allow(clippy::print_stdout, reason = "says how many of each kind were checked")]
fn every_vector_of_other_programs_holds() {
    let vectors: Vectors = serde_json::from_str(include_str!("../../data/calendar/vectors.json")).unwrap();
    let days = WorkDays::russia();
    let mut checked = BTreeMap::new();
    let mut count = |what: &'static str, n: usize| *checked.entry(what).or_insert(0) += n;

    for (&year, vector) in &vectors.production {
        assert_eq!(off_days(year, |day| days.is_working(day)), vector.days.replace('2', "0"), "{year}");
        let first = NaiveDate::from_yo_opt(year, 1).unwrap();
        assert_eq!(days.count_between(first, NaiveDate::from_yo_opt(year + 1, 1).unwrap()), vector.workdays);
        assert!(!days.provisional(year));
        count("days by decree", vector.days.len());
    }
    for (&year, vector) in vectors.by_law.range(2028..) {
        assert_eq!(off_days(year, |day| days.is_working(day)), vector.days.replace('2', "0"), "{year}");
        assert_eq!(vector.days.replace('2', "0").matches('0').count(), vector.workdays);
        assert!(days.provisional(year));
        count("days by law", vector.days.len());
    }
    for (&year, vector) in &vectors.easter {
        assert_eq!(days.holiday("western_easter", year), Some(vector.western));
        assert_eq!(days.holiday("orthodox_easter", year), Some(vector.orthodox));
        count("Easter days", 2);
    }
    for (id, dates) in &vectors.professional {
        for (year, date) in (FIRST_LISTED..).zip(dates) {
            assert_eq!(days.holiday(id, year), Some(*date), "{id}");
            assert_eq!(days.professional(year).get(id.as_str()), Some(date), "{id}");
            count("professional holidays", 1);
        }
    }
    for vector in &vectors.eve {
        assert_eq!(days.last_before(vector.date), vector.eve, "{}", vector.holiday);
        for (lead, expected) in [(5, vector.lead5), (10, vector.lead10)] {
            let Some(expected) = expected else { continue };
            let far = vector.date - vector.eve > TimeDelta::days(7);
            let expected = if far { (vector.date, vector.date) } else { expected };
            assert_eq!(greeting_window(&vector.holiday, vector.date, lead), expected, "{}", vector.holiday);
            count("eve windows", 1);
        }
    }
    for vector in &vectors.eve_far {
        assert_eq!(days.last_before(vector.date), vector.eve);
        assert_eq!((vector.date - vector.eve).num_days(), vector.days_before);
        assert_eq!(greeting_window(&vector.holiday, vector.date, 5), (vector.date, vector.date));
        count("eve windows", 1);
    }
    for vector in &vectors.shift {
        assert_eq!(days.is_working(vector.date), vector.works, "{}", vector.date);
        for (found, expected) in [
            (days.on_or_before(vector.date), vector.prev_or_same),
            (days.on_or_after(vector.date), vector.next_or_same),
        ] {
            let Some(expected) = expected else { continue };
            assert_eq!(found, expected, "{}", vector.date);
            count("shifts", 1);
        }
    }
    for vector in &vectors.workday_add {
        assert_eq!(days.add(vector.from, vector.n), vector.to, "{} {}", vector.from, vector.n);
        count("working days added", 1);
    }
    for vector in &vectors.workday_count {
        assert_eq!(days.count_between(vector.from, vector.to_exclusive), vector.n, "{}", vector.from);
        count("working days counted", 1);
    }
    for vector in &vectors.anniversary {
        for (year, expected) in (FIRST_LISTED..).zip(&vector.days) {
            assert_eq!(Anniversary::of(vector.base).in_year(year), *expected);
            count("anniversaries", 1);
        }
    }
    for vector in &vectors.periods {
        let quarter = Period::Quarter.of(vector.date);
        assert_eq!(quarter.label(), vector.quarter);
        assert_eq!((quarter.first(), quarter.last()), (vector.quarter_start, vector.quarter_end));
        assert_eq!((quarter.last() - quarter.first()).num_days() + 1, vector.quarter_len);
        let half = Period::Half.of(vector.date);
        assert_eq!((half.year, half.index), (vector.year, vector.half));
        count("periods", 1);
    }
    for (country, listed) in &vectors.public {
        let days = WorkDays::of_country(Country::from_name(country).unwrap());
        for day in listed {
            assert!(!days.is_working(*day), "{country} {day} is off");
            count("holidays of other countries", 1);
        }
        for year in 2026..=2027 {
            let first = NaiveDate::from_yo_opt(year, 1).unwrap();
            let off = first.iter_days().take_while(|day| day.year() == year).filter(|day| !days.is_working(*day));
            let off_in_the_week = off.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
            for day in off_in_the_week.chain(days.public(year).into_iter().map(|(day, _)| day)) {
                assert!(listed.contains(&day), "{country} {day} is no holiday");
            }
        }
    }

    println!("{checked:?}");
    assert_eq!(checked.values().sum::<usize>(), 3_832);
}

/// The window in which the planner greets a holiday.
fn greeting_window(holiday: &str, date: NaiveDate, lead: u32) -> (NaiveDate, NaiveDate) {
    let rules = [greeting(holiday, lead)];
    let today = date - TimeDelta::days(30);
    let planned = plan(&rules, &Client::new(Status::Regular), today, date);
    let [touch] = planned.as_slice() else { panic!("{holiday} {date}: {planned:?}") };
    (touch.from, touch.to)
}
