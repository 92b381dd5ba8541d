//! Late against the client's own rhythm: an alarm from the trigger on, a watch from an unusual gap on (CHURN 5.8).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal, cause};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::{Arg, Message};
use crate::domain::status::REGULAR_MIN_ORDER_DAYS;

/// A gap counts as unusually long from this tail on, if the client has shown at least so many gaps.
const WATCH_TAIL: f64 = 0.05;
const WATCH_GAPS: usize = 5;

/// Late against the client's own rhythm.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overdue {
    /// Its usual interval in days.
    pub usual_days: f64,
    /// Whether a person typed it.
    #[serde(default)]
    pub by_hand: bool,
    /// How often it orders as it is told: the interval that was typed, or the mean of its own gaps, in days.
    pub told_days: f64,
    /// How many gaps it has shown.
    pub gaps: usize,
    /// Days since its last order.
    pub gap_days: i64,
    /// The day of it.
    pub last_order: NaiveDate,
    /// The share of its ordinary gaps that are longer, 0 to 1.
    pub tail: f64,
    /// The gap in days from which the alarm rings by itself.
    pub alarm_days: f64,
    /// The chance of no order within `horizon_days`, 0 to 1.
    pub p_no_order: f64,
    /// Days.
    pub horizon_days: u16,
}

impl Overdue {
    /// How late a client is, if it is. Where a person typed its interval, one order is enough to tell (DOMAIN R3).
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let score = known.score.filter(|score| score.by_hand || score.order_days >= REGULAR_MIN_ORDER_DAYS)?;
        let alarm_days = known.thresholds.trigger.days(score.usual_days);
        let watched = score.tail <= WATCH_TAIL && score.order_days > WATCH_GAPS;
        (watched || score.gap_days as f64 >= alarm_days).then_some(Self {
            usual_days: score.usual_days,
            by_hand: score.by_hand,
            told_days: score.told_days(),
            gaps: score.order_days.saturating_sub(1),
            gap_days: score.gap_days,
            last_order: score.last_order,
            tail: score.tail,
            alarm_days,
            p_no_order: score.none,
            horizon_days: score.horizon,
        })
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(key)
            .with("usual", self.told_days.round() as i64)
            .with("gaps", self.gaps as i64)
            .with("gap", self.gap_days)
            .with("tail", Arg::Share(self.tail))
            .with("none", Arg::Share(self.p_no_order))
            .with("horizon", i64::from(self.horizon_days))
    }
}

impl Signal for Overdue {
    fn level(&self) -> Level {
        if self.gap_days as f64 >= self.alarm_days { Level::Alarm } else { Level::Watch }
    }

    fn family(&self) -> Family {
        Family::Rhythm
    }

    fn cause(&self) -> String {
        cause(self.last_order)
    }

    fn advice(&self) -> Advice {
        Advice::Call
    }

    fn short(&self) -> Message {
        self.say("reason-overdue-short")
    }

    fn sentence(&self) -> Message {
        self.say(if self.by_hand { "reason-overdue-by-hand" } else { "reason-overdue" })
    }
}
