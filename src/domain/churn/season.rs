//! The season of the whole book: how much busier one week of the year is than another, and time told by it (CHURN 5.5).
//!
//! A day in a busy week counts as more than a day. The model counts its gaps in such days, so that silence in a quiet season
//! is not taken for leaving.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::history::History;

/// Weeks of a year.
const WEEKS: usize = 52;
/// Days of four years, in which the weeks come round exactly.
const CYCLE: usize = 1461;
/// Days of orders there must be before weeks can be compared with those of another year.
const NEEDED_DAYS: i64 = 371;
/// Orders that every week is credited with, expected and found, so that a rare week stays near 1.
const CREDIT: f64 = 40.0;
/// How far a week is smoothed into its neighbours.
const KERNEL: [f64; 5] = [1.0 / 9.0, 2.0 / 9.0, 3.0 / 9.0, 2.0 / 9.0, 1.0 / 9.0];

/// How much busier than usual each week of the year is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Season {
    /// The day on which the first week of the count begins.
    first: NaiveDate,
    /// Orders found over orders expected, 1 on the average; 52 of them.
    weeks: Vec<f64>,
}

impl Season {
    /// The season in these histories up to `today`; `None` with less than 53 weeks of orders. Only orders between a
    /// client's first and last are counted, against the same number spread evenly over those days: so neither new clients
    /// nor leaving ones look like a season.
    pub fn of(histories: &[History], today: NaiveDate) -> Option<Self> {
        let first = histories.iter().filter_map(|history| history.days().first()).map(|order| order.day).min()?;
        if (today - first).num_days() < NEEDED_DAYS {
            return None;
        }
        let place = |day: NaiveDate| usize::try_from((day - first).num_days()).unwrap_or(0);
        // Steps of the density expected on each day, summed up below.
        let mut steps = vec![0.0; place(today) + 2];
        let mut found = [0.0; WEEKS];
        for history in histories {
            let days = history.days();
            let [begin, inner @ .., end] = days else { continue };
            if inner.is_empty() {
                continue;
            }
            let density = inner.len() as f64 / (end.day - begin.day).num_days() as f64;
            steps[place(begin.day) + 1] += density;
            steps[place(end.day)] -= density;
            for order in inner {
                found[week(place(order.day))] += 1.0;
            }
        }
        let (mut expected, mut density) = ([0.0; WEEKS], 0.0);
        for (day, step) in steps.iter().enumerate() {
            density += step;
            expected[week(day)] += density;
        }
        let (found, expected) = (smooth(&found), smooth(&expected));
        let credited = expected.map(|expected| expected + CREDIT);
        let ratio: Vec<f64> = found.iter().zip(credited).map(|(found, credited)| (found + CREDIT) / credited).collect();
        let average = ratio.iter().zip(credited).map(|(ratio, weight)| ratio * weight).sum::<f64>()
            / credited.iter().sum::<f64>();
        Some(Self { first, weeks: ratio.into_iter().map(|ratio| ratio / average).collect() })
    }
}

fn week(day: usize) -> usize {
    day % CYCLE * WEEKS * 4 / CYCLE % WEEKS
}

fn smooth(weeks: &[f64; WEEKS]) -> [f64; WEEKS] {
    std::array::from_fn(|place| {
        KERNEL.iter().enumerate().map(|(offset, weight)| weight * weeks[(place + WEEKS + offset - 2) % WEEKS]).sum()
    })
}

/// Tells the time between two days in days of a usual season.
#[derive(Clone, Debug)]
pub struct SeasonClock {
    first: NaiveDate,
    /// The time from the first day of a cycle to each of its days; empty where there is no season.
    passed: Vec<f64>,
    cycle: f64,
}

impl SeasonClock {
    /// A clock for this season; without one, days are days.
    pub fn new(season: Option<&Season>) -> Self {
        let Some(season) = season else { return Self { first: NaiveDate::MIN, passed: Vec::new(), cycle: 0.0 } };
        let mut passed = Vec::with_capacity(CYCLE);
        let mut time = 0.0;
        for day in 0..CYCLE {
            passed.push(time);
            time += season.weeks.get(week(day)).copied().unwrap_or(1.0);
        }
        Self { first: season.first, passed, cycle: time }
    }

    /// The time from one day to another, negative if it is the earlier one.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> f64 {
        if self.passed.is_empty() {
            (to - from).num_days() as f64
        } else {
            self.since_first(to) - self.since_first(from)
        }
    }

    fn since_first(&self, day: NaiveDate) -> f64 {
        let days = (day - self.first).num_days();
        let cycle = CYCLE as i64;
        days.div_euclid(cycle) as f64 * self.cycle + self.passed[days.rem_euclid(cycle) as usize]
    }

    /// The first day by which so much time has passed since `from`; `None` beyond a lifetime.
    pub fn after(&self, from: NaiveDate, time: f64) -> Option<NaiveDate> {
        let (mut low, mut high) = (0_u64, 40_000_u64);
        let reached = |days: u64| Some(self.between(from, from.checked_add_days(Days::new(days))?) >= time);
        if !reached(high)? {
            return None;
        }
        while low < high {
            let middle = u64::midpoint(low, high);
            if reached(middle)? { high = middle } else { low = middle + 1 }
        }
        from.checked_add_days(Days::new(high))
    }
}

#[cfg(test)]
mod tests {
    use super::super::history::Bought;
    use super::*;

    /// Three years of clients who order weekly in the first half of the year and monthly in the second.
    fn seasonal() -> (Vec<History>, NaiveDate) {
        let first = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap();
        let today = first + Days::new(1095);
        let days = (0..1095_u64).filter(|day| if day % 365 < 182 { day % 7 == 0 } else { day % 28 == 0 });
        let orders: Vec<Bought> = days.map(|day| Bought::on(first + Days::new(day), None)).collect();
        (vec![History::until(today, &orders); 20], today)
    }

    #[test]
    fn a_busy_half_year_lasts_longer_on_the_clock_and_a_year_is_a_year() {
        let (histories, today) = seasonal();
        let season = Season::of(&histories, today).unwrap();
        let clock = SeasonClock::new(Some(&season));
        let on = |offset: u64| season.first + Days::new(offset);
        let (busy, quiet) = (clock.between(on(0), on(182)), clock.between(on(182), on(365)));
        assert!(busy > 1.5 * quiet, "{busy} {quiet}");
        let cycle = clock.between(on(0), on(1461)) - clock.between(on(1461), on(2922));
        assert!(cycle.abs() < 1e-9, "{cycle}");
        assert!((clock.between(on(9), on(5)) + clock.between(on(5), on(9))).abs() < 1e-12);
        let there = clock.after(on(100), 30.0).unwrap();
        assert!(clock.between(on(100), there) >= 30.0 && clock.between(on(100), there - Days::new(1)) < 30.0);
    }

    #[test]
    fn without_a_year_of_orders_days_are_days() {
        let (histories, _) = seasonal();
        let today = histories[0].days()[0].day + Days::new(300);
        assert_eq!(Season::of(&histories, today), None);
        assert!((SeasonClock::new(None).between(today, today + Days::new(12)) - 12.0).abs() < 1e-12);
        assert_eq!(SeasonClock::new(None).after(today, 12.5), Some(today + Days::new(13)));
    }
}
