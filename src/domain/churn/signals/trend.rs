//! Orders grow smaller, the time between them longer, payment slower: told by a cumulative sum (CHURN 6).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::churn::cusum::{falls, slope};
use crate::domain::churn::history::{History, OrderDay, median};
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;

/// For so many values after it was told a trend is spoken of.
const FRESH: usize = 4;
/// The values that "lately" is the middle of, and those before them that "usually" is.
const LATELY: usize = 3;
const USUALLY: usize = 11;

/// By how much lately has to be worse than usually to be spoken of, as a logarithm: about a seventh.
const WORSE: f64 = 0.15;

/// What changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrendOf {
    /// The amount of an order.
    Volume,
    /// The days between two orders.
    Interval,
    /// The days from an order to its payment.
    Payment,
}

/// A change for the worse.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trend {
    /// Of what.
    pub of: TrendOf,
    /// The day of the order that told it.
    pub told_on: NaiveDate,
    /// The middle of the values before the last three: units of the currency, or days.
    pub usually: f64,
    /// The middle of the last three.
    pub lately: f64,
    /// By how much each of the last eight is worse than the one before it, at the median: a share, 0 if it is not.
    pub each: f64,
}

impl Trend {
    /// The change of a client, if one was told lately and lasts: what recovered meanwhile is not spoken of.
    pub fn of(known: &Known<'_>, of: TrendOf) -> Option<Self> {
        let series = of.series(known.history, known.today);
        let sign = of.sign();
        let logs: Vec<f64> = series.iter().map(|(_, value)| sign * value.ln()).collect();
        let told = *falls(&logs).last()?;
        if told + FRESH < series.len() {
            return None;
        }
        let (before, last) = series.split_at(series.len() - LATELY);
        let middle = |part: &[(NaiveDate, f64)]| median(&mut part.iter().map(|(_, value)| *value).collect::<Vec<_>>());
        let usually = middle(&before[before.len().saturating_sub(USUALLY)..])?;
        let lately = middle(last)?;
        let worse = sign * (lately / usually).ln() < -WORSE;
        let each = (sign * (1.0 - (sign * slope(&logs)).exp())).max(0.0);
        worse.then_some(Self { of, told_on: series[told].0, usually, lately, each })
    }

    fn say(&self, keys: [&'static str; 3]) -> Message {
        let [volume, interval, payment] = keys;
        let (key, usually, lately) = match self.of {
            TrendOf::Volume => {
                (volume, Arg::from(Money::from_units(self.usually)), Arg::from(Money::from_units(self.lately)))
            }
            TrendOf::Interval => (interval, whole(self.usually), whole(self.lately)),
            TrendOf::Payment => (payment, whole(self.usually), whole(self.lately)),
        };
        let percent = (self.each * 100.0).round() as i64;
        Message::new(key).with("usually", usually).with("lately", lately).with("percent", percent)
    }
}

fn whole(days: f64) -> Arg {
    Arg::from(days.round() as i64)
}

impl TrendOf {
    /// 1 where less is worse, −1 where more is: times it, falling is worse for all three.
    pub fn sign(self) -> f64 {
        if self == Self::Volume { 1.0 } else { -1.0 }
    }

    /// The values of a client with the days of the orders they belong to, oldest first; each greater than 0.
    pub fn series(self, history: &History, today: NaiveDate) -> Vec<(NaiveDate, f64)> {
        match self {
            Self::Volume => {
                let amounts = history.days().iter().filter_map(|order| Some((order.day, OrderDay::amount(order)?)));
                amounts.filter(|(_, amount)| *amount > 0.0).collect()
            }
            Self::Interval => history
                .days()
                .windows(2)
                .map(|pair| (pair[1].day, (pair[1].day - pair[0].day).num_days() as f64))
                .collect(),
            Self::Payment => payment_days(history, today),
        }
    }
}

/// The days from order to payment, at least 1. An open one that was due counts once it has taken longer than the last.
fn payment_days(history: &History, today: NaiveDate) -> Vec<(NaiveDate, f64)> {
    let days = |from: NaiveDate, to: NaiveDate| (to - from).num_days().max(1) as f64;
    let mut settled = Vec::new();
    for payment in history.payments() {
        if let Some(paid) = payment.paid {
            settled.push((payment.ordered, days(payment.ordered, paid)));
        }
    }
    let open = history.payments().iter().rev().find(|payment| payment.paid.is_none());
    if let Some(open) = open.filter(|open| open.due.is_some_and(|due| due < today)) {
        let running = days(open.ordered, today);
        if settled.last().is_some_and(|(_, last)| running > *last) {
            settled.push((open.ordered, running));
        }
    }
    settled
}

impl Signal for Trend {
    fn level(&self) -> Level {
        Level::Watch
    }

    fn family(&self) -> Family {
        match self.of {
            TrendOf::Volume => Family::Volume,
            TrendOf::Interval => Family::Rhythm,
            TrendOf::Payment => Family::Payment,
        }
    }

    fn cause(&self) -> String {
        super::cause(self.told_on)
    }

    fn advice(&self) -> Advice {
        Advice::Ask
    }

    fn short(&self) -> Message {
        self.say(["reason-volume-short", "reason-interval-short", "reason-payment-short"])
    }

    fn sentence(&self) -> Message {
        self.say(["reason-volume", "reason-interval", "reason-payment"])
    }
}
