//! A client nobody asks how it finds what it gets: a client turns regular only through a purchase it found good, and what
//! was wanting is not heard of by itself (DOMAIN R7-R8).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal, cause};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::Message;
use crate::domain::status::Status;

/// After so many days without a question it is worth a note.
const UNASKED_DAYS: i64 = 365;

/// Nobody asked for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unasked {
    /// The day it was asked last; where it never was, the first order.
    pub since: NaiveDate,
    /// Months since then.
    pub months: i64,
}

impl Unasked {
    /// Whether a regular client who ordered within a year was not asked for a year, in a book whose manager asks at all.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let (first, last) = (known.history.days().first()?.day, known.history.last()?);
        if !known.book_evaluates || known.status != Status::Regular || (known.today - last).num_days() > UNASKED_DAYS {
            return None;
        }
        let since = known.evaluated.filter(|day| *day <= known.today).unwrap_or(first);
        let days = (known.today - since).num_days();
        (days > UNASKED_DAYS).then_some(Self { since, months: days * 12 / 365 })
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(key).with("months", self.months).with("since", self.since)
    }
}

impl Signal for Unasked {
    fn level(&self) -> Level {
        Level::Note
    }

    fn family(&self) -> Family {
        Family::Own
    }

    fn cause(&self) -> String {
        cause(self.since)
    }

    fn advice(&self) -> Advice {
        Advice::Evaluate
    }

    fn short(&self) -> Message {
        self.say("reason-unasked-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-unasked")
    }
}
