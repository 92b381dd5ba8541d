//! How long something was not done for a client: what both a client without anything new and one nobody asks have in common.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Known;
use crate::domain::message::Message;

/// Something that was not done for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lapse {
    /// The day it was done last; `None` where it never was.
    pub since: Option<NaiveDate>,
    /// Months since then, or since the first order.
    pub months: i64,
}

impl Lapse {
    /// The lapse of a client for whom it was done on some days, if it is of more than so many days.
    pub(super) fn of(known: &Known<'_>, done: impl IntoIterator<Item = NaiveDate>, most: i64) -> Option<Self> {
        let first = known.history.days().first()?.day;
        let since = done.into_iter().filter(|day| *day <= known.today).max();
        let days = (known.today - since.unwrap_or(first)).num_days();
        (days > most).then_some(Self { since, months: days * 12 / 365 })
    }

    /// What tells this lapse from another one.
    pub(super) fn cause(&self) -> String {
        self.since.map(super::cause).unwrap_or_default()
    }

    pub(super) fn say(&self, key: &'static str) -> Message {
        let said = Message::new(key).with("months", self.months);
        self.since.into_iter().fold(said, |said, since| said.with("since", since))
    }
}
