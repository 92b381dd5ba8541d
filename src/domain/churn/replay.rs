//! What a threshold would have done on the book's own past (CHURN 4.5).

use chrono::{Days, NaiveDate};

use super::cusum::falls;
use super::history::{History, mean_interval};
use super::learned::Base;
use super::score::usual_days;
use super::signals::TrendOf;
use super::trigger::Trigger;
use crate::domain::status::REGULAR_MIN_ORDER_DAYS;

/// What a threshold would have done.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Replay {
    /// How long regular clients went on ordering, from their third order day to their last one, in years. What came after
    /// is not counted: it would make false alarms look rarer than they are.
    pub client_years: f64,
    /// How often a client would have been told to be overdue, once a gap.
    pub overdue: usize,
    /// How often of those it ordered after all.
    pub overdue_false: usize,
    /// How often a change of volume, interval or payment would have been told.
    pub changes: usize,
}

impl Replay {
    /// Follows these clients from one day to another, both included, each from its third order day on; what is usual in the
    /// book is taken as it is.
    pub fn of(histories: &[History], base: Base, trigger: Trigger, from: NaiveDate, to: NaiveDate) -> Self {
        let mut replay = Self::default();
        for history in histories {
            replay.follow(history, base, trigger, from, to);
        }
        replay
    }

    fn follow(&mut self, history: &History, base: Base, trigger: Trigger, from: NaiveDate, to: NaiveDate) {
        let days = history.days_until(to);
        let Some(third) = days.get(REGULAR_MIN_ORDER_DAYS - 1) else { return };
        let within = |day: NaiveDate| day >= from && day <= to;
        let ordering = days.last().map_or(0, |last| (last.day - third.day.max(from)).num_days());
        self.client_years += ordering.max(0) as f64 / 365.25;
        for last in REGULAR_MIN_ORDER_DAYS - 1..days.len() {
            let so_far = &days[..=last];
            let usual = usual_days(mean_interval(so_far), last, base);
            let rings = days[last].day.checked_add_days(Days::new(trigger.days(usual).ceil() as u64));
            let next = days.get(last + 1).map(|order| order.day);
            if rings.is_some_and(|day| within(day) && next.is_none_or(|next| day < next)) {
                self.overdue += 1;
                self.overdue_false += usize::from(next.is_some());
            }
        }
        for of in [TrendOf::Volume, TrendOf::Interval, TrendOf::Payment] {
            let series = of.series(history, to);
            let sign = of.sign();
            let logs: Vec<f64> = series.iter().map(|(_, value)| sign * value.ln()).collect();
            self.changes += falls(&logs).into_iter().filter(|place| within(series[*place].0)).count();
        }
    }

    /// Alarms of a gap that ended in an order, per client and year; 0 where nobody was watched.
    pub fn false_a_year(&self) -> f64 {
        if self.client_years > 0.0 { self.overdue_false as f64 / self.client_years } else { 0.0 }
    }
}
