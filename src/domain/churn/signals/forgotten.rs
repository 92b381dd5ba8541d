//! A regular client nobody has a day for (DOMAIN R22-R23).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::Message;
use crate::domain::status::Status;

/// No contact with it is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forgotten {
    /// The last contact that took place.
    pub last_contact: Option<NaiveDate>,
    /// Days since then; where there was none, since the first order.
    pub days: i64,
    /// Whether that is longer than it usually takes to order again: the client was dropped (DOMAIN R23). Of whom a file
    /// brought no contacts, none took place as far as is known.
    pub dropped: bool,
}

impl Forgotten {
    /// Whether a regular client has no dated next contact.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        if known.status != Status::Regular || known.has_next {
            return None;
        }
        let last_contact = known.last_contact();
        let bought = known.history.days().first().map(|order| order.day);
        let days = last_contact.or(bought).map_or(0, |day| (known.today - day).num_days());
        let dropped = known.score.is_some_and(|score| days as f64 > score.usual_days);
        Some(Self { last_contact, days, dropped })
    }

    fn say(&self, none: &'static str, dropped: &'static str, never: &'static str) -> Message {
        Message::new(match (self.dropped, self.last_contact) {
            (false, _) => none,
            (true, Some(_)) => dropped,
            (true, None) => never,
        })
        .with("days", self.days)
    }
}

impl Signal for Forgotten {
    fn level(&self) -> Level {
        Level::Note
    }

    fn family(&self) -> Family {
        Family::Own
    }

    fn cause(&self) -> String {
        self.last_contact.map(super::cause).unwrap_or_default()
    }

    fn advice(&self) -> Advice {
        Advice::Plan
    }

    fn short(&self) -> Message {
        self.say("reason-no-next-short", "reason-dropped-short", "reason-dropped-never-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-no-next", "reason-dropped", "reason-dropped-never")
    }
}
