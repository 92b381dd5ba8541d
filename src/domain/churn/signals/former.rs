//! A former client is never cut off completely: greeted once or twice a year, not more often (DOMAIN R42).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::Message;

/// So many days after the last contact a greeting is due.
const DUE_DAYS: i64 = 183;

/// A greeting to a former client is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerDue {
    /// The last contact, or else the last order.
    pub last: NaiveDate,
    /// Months since then.
    pub months: i64,
}

impl FormerDue {
    /// Whether it is due.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let last = known.last_contact().max(known.history.last())?;
        let days = (known.today - last).num_days();
        (!known.has_next && days >= DUE_DAYS).then_some(Self { last, months: days * 12 / 365 })
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(key).with("months", self.months).with("last", self.last)
    }
}

impl Signal for FormerDue {
    fn level(&self) -> Level {
        Level::Note
    }

    fn family(&self) -> Family {
        Family::Own
    }

    fn cause(&self) -> String {
        super::cause(self.last)
    }

    fn advice(&self) -> Advice {
        Advice::Greet
    }

    fn short(&self) -> Message {
        self.say("reason-former-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-former")
    }
}
