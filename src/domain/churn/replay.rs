//! What a threshold would have done on the book's own past (CHURN 4.5).

use chrono::{Days, NaiveDate};

use super::cusum::falls;
use super::history::{History, mean_interval};
use super::learned::Base;
use super::score::usual_days;
use super::signals::TrendOf;
use super::trigger::Trigger;
use crate::domain::status::REGULAR_MIN_ORDER_DAYS;

/// A client would have been told to be overdue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The place of the client among those that are followed.
    pub client: usize,
    /// The day.
    pub day: NaiveDate,
    /// The day it ordered after all.
    pub ordered: Option<NaiveDate>,
}

/// What a threshold would have done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Replay {
    /// How long regular clients went on ordering, from their third order day to their last one, in years. What came after
    /// is not counted: it would make false alarms look rarer than they are.
    pub client_years: f64,
    /// When a client would have been told to be overdue, once a gap.
    pub rung: Vec<Rung>,
    /// How often a change of volume, interval or payment would have been told.
    pub changes: usize,
}

impl Replay {
    /// Follows these clients from one day to another, both included, each from its third order day on; what is usual in the
    /// book is taken as it is.
    pub fn of(histories: &[History], base: Base, trigger: Trigger, from: NaiveDate, to: NaiveDate) -> Self {
        let mut replay = Self::default();
        for (client, history) in histories.iter().enumerate() {
            replay.follow(client, history, base, trigger, (from, to));
        }
        replay
    }

    fn follow(
        &mut self,
        client: usize,
        history: &History,
        base: Base,
        trigger: Trigger,
        (from, to): (NaiveDate, NaiveDate),
    ) {
        let days = history.days_until(to);
        let Some(third) = days.get(REGULAR_MIN_ORDER_DAYS - 1) else { return };
        let within = |day: NaiveDate| day >= from && day <= to;
        let ordering = days.last().map_or(0, |last| (last.day - third.day.max(from)).num_days());
        self.client_years += ordering.max(0) as f64 / 365.25;
        for last in REGULAR_MIN_ORDER_DAYS - 1..days.len() {
            let so_far = &days[..=last];
            let told = usual_days(mean_interval(so_far), last, base);
            let usual = history.interval().map_or(told, f64::from);
            let rings = days[last].day.checked_add_days(Days::new(trigger.days(usual).ceil() as u64));
            let next = days.get(last + 1).map(|order| order.day);
            let rings = rings.filter(|day| within(*day) && next.is_none_or(|next| *day < next));
            self.rung.extend(rings.map(|day| Rung { client, day, ordered: next }));
        }
        for of in [TrendOf::Volume, TrendOf::Interval, TrendOf::Payment] {
            let series = of.series(history, to);
            let sign = of.sign();
            let logs: Vec<f64> = series.iter().map(|(_, value)| sign * value.ln()).collect();
            self.changes += falls(&logs).into_iter().filter(|place| within(series[*place].0)).count();
        }
    }

    /// How often a client would have been told to be overdue.
    pub fn overdue(&self) -> usize {
        self.rung.len()
    }

    /// How often of those it ordered after all.
    pub fn overdue_false(&self) -> usize {
        self.rung.iter().filter(|rung| rung.ordered.is_some()).count()
    }

    /// How often of those it ordered after all within so many days.
    pub fn ordered_within(&self, days: u16) -> usize {
        let in_time = |rung: &&Rung| rung.ordered.is_some_and(|day| (day - rung.day).num_days() <= i64::from(days));
        self.rung.iter().filter(in_time).count()
    }

    /// Alarms of a gap that ended in an order, per client and year; 0 where nobody was watched.
    pub fn false_a_year(&self) -> f64 {
        if self.client_years > 0.0 { self.overdue_false() as f64 / self.client_years } else { 0.0 }
    }
}
