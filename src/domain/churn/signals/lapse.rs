//! How long something was not done for a client: what both a client without anything new and one nobody asks have in common.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Known;
use crate::domain::message::Message;

/// After so many days it is worth a note.
const TOO_LONG: i64 = 365;

/// Something that was not done for more than a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lapse {
    /// The day it was done last; where it never was, the first order.
    pub since: NaiveDate,
    /// Months since then.
    pub months: i64,
}

impl Lapse {
    /// The lapse of a client for whom it was done on some days.
    pub(super) fn of(known: &Known<'_>, done: impl IntoIterator<Item = NaiveDate>) -> Option<Self> {
        let first = known.history.days().first()?.day;
        let since = done.into_iter().filter(|day| *day <= known.today).max().unwrap_or(first);
        let days = (known.today - since).num_days();
        (days > TOO_LONG).then_some(Self { since, months: days * 12 / 365 })
    }

    pub(super) fn say(&self, key: &'static str) -> Message {
        Message::new(key).with("months", self.months).with("since", self.since)
    }
}
