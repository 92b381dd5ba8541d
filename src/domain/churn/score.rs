//! What the rhythm says about one client on one day.

use chrono::{Days, NaiveDate};

use super::history::{Base, History};
use super::model::Model;
use crate::domain::money::Money;

/// How far ahead "no order" is asked for, in days.
pub const HORIZON_DAYS: u16 = 90;

/// What follows from a client's orders on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// On how many days it ordered.
    pub order_days: usize,
    /// The last of them.
    pub last_order: NaiveDate,
    /// Days since then.
    pub gap_days: i64,
    /// Its usual interval in days, drawn towards the base's by two gaps: (x·mean + 2·base) / (x + 2) for x gaps.
    pub usual_days: f64,
    /// The share of its ordinary gaps that are longer than this one, 0 to 1.
    pub tail: f64,
    /// The chance of no order within [`HORIZON_DAYS`], 0 to 1.
    pub none: f64,
    /// What is at risk: `none` × the horizon × what it usually orders a day; never negative.
    pub at_risk: Money,
}

impl Score {
    /// Scores a client on `today`; `None` for one that never ordered.
    pub fn of(history: &History, base: Base, model: &Model, today: NaiveDate) -> Option<Self> {
        let last_order = history.last()?;
        let gap_days = (today - last_order).num_days();
        let gaps = history.order_days() - 1;
        let rhythm = model.rhythm(history.gaps().map(|gap| gap as f64 / base.interval));
        let open = gap_days as f64 / base.interval;
        let none = rhythm.none_within(open, f64::from(HORIZON_DAYS) / base.interval);
        let drawn = |own: f64, usual: f64| (gaps as f64 * own + 2.0 * usual) / (gaps as f64 + 2.0);
        let usual_days = drawn(history.mean_interval().unwrap_or(0.0), base.interval);
        let mean_order = mean(history.values().map(Money::units));
        let a_day = drawn(mean_order.unwrap_or(base.order), base.order) / usual_days;
        Some(Self {
            order_days: history.order_days(),
            last_order,
            gap_days,
            usual_days,
            tail: rhythm.tail(open),
            none,
            at_risk: Money::from_units((none * f64::from(HORIZON_DAYS) * a_day).max(0.0)),
        })
    }

    /// The gap in days from which the alarm rings by itself: k × the usual interval, k = 16/√usual within 1.6 to 5
    /// (CHURN 5.8).
    pub fn alarm_days(&self) -> f64 {
        (16.0 / self.usual_days.sqrt()).clamp(1.6, 5.0) * self.usual_days
    }

    /// The days by which half, and nine tenths, of the client's ordinary gaps would have ended.
    pub fn expected(history: &History, base: Base, model: &Model) -> Option<(NaiveDate, NaiveDate)> {
        let last = history.last()?;
        let rhythm = model.rhythm(history.gaps().map(|gap| gap as f64 / base.interval));
        let day = |above: f64| {
            let days = (rhythm.length_exceeded_by(above) * base.interval).round();
            last.checked_add_days(Days::new(days as u64))
        };
        Some((day(0.5)?, day(0.1)?))
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use super::super::model::Parameters;
    use super::*;

    #[test]
    fn a_monthly_buyer_is_watched_after_some_fifty_days_and_alarms_at_eighty_nine() {
        let model = Model::new(Parameters::constants());
        let begin: NaiveDate = "2025-12-01".parse().unwrap();
        let gaps = [28, 31, 35, 30, 29, 33, 31, 27, 35];
        let mut day = begin;
        let mut orders = vec![(begin, Some(Money(3_500_000)))];
        for gap in gaps {
            day = day + Days::new(gap);
            orders.push((day, Some(Money(3_500_000))));
        }
        let base = Base { interval: 31.0, order: 35_000.0 };
        let score = |gap: u64| {
            let today = day + Days::new(gap);
            Score::of(&History::until(today, &orders), base, &model, today).unwrap()
        };
        assert!((score(0).alarm_days() - 89.0).abs() < 0.5, "{}", score(0).alarm_days());
        assert!(score(48).tail > 0.05 && score(54).tail < 0.05, "{} {}", score(48).tail, score(54).tail);
        assert!((score(52).usual_days - 31.0).abs() < 1e-12);
    }

    #[test]
    fn every_figure_is_finite_whatever_the_orders() {
        let model = Model::new(Parameters::constants());
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-24");
        for orders in [
            vec![(today, Some(Money(0)))],
            vec![(today, None), (day("1996-01-01"), Some(Money(-500)))],
            (0..900).map(|back| (today - Days::new(back), Some(Money(1)))).collect(),
            vec![(day("1970-01-01"), Some(Money(i64::MAX))), (day("1970-01-02"), Some(Money(i64::MAX)))],
        ] {
            let history = History::until(today, &orders);
            let base = Base::of([&history]);
            let score = Score::of(&history, base, &model, today).unwrap();
            assert!((0.0..=1.0).contains(&score.none) && (0.0..=1.0).contains(&score.tail), "{score:?}");
            assert!(score.usual_days.is_finite() && score.at_risk >= Money(0), "{score:?}");
            assert!(Score::expected(&history, base, &model).is_some());
        }
    }
}
