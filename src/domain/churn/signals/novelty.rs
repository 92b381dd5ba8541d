//! Nothing but orders and the same talks for long: quality slips unseen, and a fresh offer finds an open ear (DOMAIN R18,
//! R29).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal, cause};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::Message;
use crate::domain::status::Status;
use crate::domain::touch::TouchKind;

/// From so many days of orders on a client is a long-standing one.
const LONG_STANDING: i64 = 730;
/// After so many days without a meeting, a gift or an invitation it is worth a note.
const NOTHING_DAYS: i64 = 365;

/// No meeting, gift or invitation for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NothingNew {
    /// The last one; where there was none, the first order.
    pub since: NaiveDate,
    /// Months since then.
    pub months: i64,
}

impl NothingNew {
    /// Whether a long-standing client has had nothing new for a year.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let first = known.history.days().first()?.day;
        if known.status != Status::Regular || (known.today - first).num_days() < LONG_STANDING {
            return None;
        }
        let fresh = [TouchKind::Meeting, TouchKind::Gift, TouchKind::Event];
        let touches = known.contacts.iter().filter(|contact| fresh.contains(&contact.kind));
        let since = touches.map(|contact| contact.day).filter(|day| *day <= known.today).max().unwrap_or(first);
        let days = (known.today - since).num_days();
        (days > NOTHING_DAYS).then_some(Self { since, months: days * 12 / 365 })
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(key).with("months", self.months).with("since", self.since)
    }
}

impl Signal for NothingNew {
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
        Advice::Visit
    }

    fn short(&self) -> Message {
        self.say("reason-nothing-new-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-nothing-new")
    }
}
