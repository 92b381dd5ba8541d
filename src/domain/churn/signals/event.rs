//! Something happened at the client that may end the relation without anybody being to blame, or a competitor came
//! (DOMAIN R17, R44-R45).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::event::EventKind;
use crate::domain::message::Message;

/// For so many days an event raises the risk.
const RAISES_DAYS: i64 = 60;

/// The latest event at a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientEvent {
    /// What happened.
    pub what: EventKind,
    /// The day it became known.
    pub day: NaiveDate,
    /// Days since then.
    pub days: i64,
}

impl ClientEvent {
    /// The latest event of 60 days; a competitor counts until it is gone.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let since = |day: NaiveDate| (known.today - day).num_days();
        let lasting =
            known.events.iter().copied().filter(|(what, day)| {
                since(*day) >= 0 && (*what == EventKind::Competitor || since(*day) <= RAISES_DAYS)
            });
        let (what, day) = lasting.max_by_key(|(_, day)| *day)?;
        Some(Self { what, day, days: since(day) })
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(key).with("what", Message::new(self.what.key())).with("day", self.day).with("days", self.days)
    }
}

impl Signal for ClientEvent {
    fn level(&self) -> Level {
        Level::Watch
    }

    fn family(&self) -> Family {
        Family::Event
    }

    fn cause(&self) -> String {
        format!("{} {}", self.what.name(), self.day)
    }

    fn advice(&self) -> Advice {
        Advice::Visit
    }

    fn short(&self) -> Message {
        self.say("reason-event-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-event")
    }
}
