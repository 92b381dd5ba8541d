//! A complaint, a return or a claim that is not settled (DOMAIN R27).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal, cause};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::complaint::{ComplaintKind, Step};
use crate::domain::message::Message;

/// The oldest of what is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenComplaint {
    /// What it is.
    pub what: ComplaintKind,
    /// The day it was made.
    pub opened_on: NaiveDate,
    /// Days since then.
    pub days: i64,
    /// What is to be done next.
    #[serde(default)]
    pub step: Step,
}

impl OpenComplaint {
    /// The oldest open one of a client.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let made = known.complaints.iter().copied().filter(|(_, day, _)| *day <= known.today);
        let (what, opened_on, step) = made.min_by_key(|(_, day, _)| *day)?;
        Some(Self { what, opened_on, days: (known.today - opened_on).num_days(), step })
    }

    fn say(&self, keys: [&'static str; 3]) -> Message {
        let [complaint, returned, claim] = keys;
        Message::new(match self.what {
            ComplaintKind::Complaint => complaint,
            ComplaintKind::Return => returned,
            ComplaintKind::Claim => claim,
        })
        .with("opened", self.opened_on)
        .with("days", self.days)
        .with("step", Message::new(self.step.key()))
    }
}

impl Signal for OpenComplaint {
    fn level(&self) -> Level {
        Level::Watch
    }

    fn family(&self) -> Family {
        Family::Complaint
    }

    fn cause(&self) -> String {
        cause(self.opened_on)
    }

    fn advice(&self) -> Advice {
        Advice::Settle
    }

    fn short(&self) -> Message {
        self.say(["reason-complaint-short", "reason-return-short", "reason-claim-short"])
    }

    fn sentence(&self) -> Message {
        self.say(["reason-complaint", "reason-return", "reason-claim"])
    }
}
