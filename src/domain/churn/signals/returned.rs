//! Something came back of an order (DOMAIN R27): of one that was entered, or of one that a file brought.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal, cause};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;

/// For so many days after its order a return is spoken of.
const SPOKEN_OF_DAYS: i64 = 60;
/// From this share of the order on it is worth more than a note.
const MUCH: f64 = 0.1;

/// What came back of the latest order of which anything did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Returned {
    /// The day of the order.
    pub ordered: NaiveDate,
    /// Days since then.
    pub days: i64,
    /// What came back.
    pub amount: Money,
    /// The share of what was ordered that day, 0 to 1; greater where more came back than that.
    pub share: f64,
}

impl Returned {
    /// What came back of the orders of the last 60 days, the latest. Where a return is open as such, that one tells of it.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        if known.complaints.iter().any(|(_, day, _)| *day <= known.today) {
            return None;
        }
        let back = known.history.days().iter().rev().find(|order| order.returned > Money(0))?;
        let days = (known.today - back.day).num_days();
        let share = back.amount().filter(|amount| *amount > 0.0).map_or(1.0, |amount| back.returned.units() / amount);
        (days <= SPOKEN_OF_DAYS).then_some(Self { ordered: back.day, days, amount: back.returned, share })
    }

    fn say(&self, key: &'static str) -> Message {
        let said = Message::new(key).with("ordered", self.ordered).with("days", self.days);
        said.with("money", self.amount).with("share", Arg::Share(self.share))
    }
}

impl Signal for Returned {
    fn level(&self) -> Level {
        if self.share >= MUCH { Level::Watch } else { Level::Note }
    }

    fn family(&self) -> Family {
        Family::Complaint
    }

    fn cause(&self) -> String {
        cause(self.ordered)
    }

    fn advice(&self) -> Advice {
        Advice::Ask
    }

    fn short(&self) -> Message {
        self.say("reason-returned-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-returned")
    }
}
