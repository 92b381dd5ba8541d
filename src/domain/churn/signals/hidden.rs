//! What was felt in talks: slow to react, avoids contact, distant, hard refusals over trifles (DOMAIN R26).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal, cause};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::Message;
use crate::domain::touch::Marks;

/// For so many days a mark counts.
const FADES_DAYS: i64 = 90;
/// Among so many contacts marked ones are counted.
const LOOKED_AT: usize = 3;

/// One contact, and what was felt in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Felt {
    /// The day.
    pub day: NaiveDate,
    /// What was felt; nothing as a rule.
    pub marks: Marks,
}

/// Marks in the last contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hidden {
    /// How many of the last contacts were marked.
    pub marked: usize,
    /// How many that are, three at most.
    pub of: usize,
    /// Whether the last two were.
    pub in_a_row: bool,
    /// The day of the last marked one.
    pub last: NaiveDate,
}

impl Hidden {
    /// What was felt in the last three contacts of 90 days, if it was in two of them.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let mut recent: Vec<Felt> = known.felt.to_vec();
        recent.retain(|felt| (0..=FADES_DAYS).contains(&(known.today - felt.day).num_days()));
        recent.sort_by_key(|felt| std::cmp::Reverse(felt.day));
        recent.truncate(LOOKED_AT);
        let marked = || recent.iter().filter(|felt| felt.marks != Marks::default());
        let marked_count = marked().count();
        (marked_count > 1).then_some(Self {
            marked: marked_count,
            of: recent.len(),
            in_a_row: recent.len() > 1 && recent[..2].iter().all(|felt| felt.marks != Marks::default()),
            last: marked().next()?.day,
        })
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(key).with("marked", self.marked as i64).with("of", self.of as i64).with("last", self.last)
    }
}

impl Signal for Hidden {
    fn level(&self) -> Level {
        if self.in_a_row { Level::Watch } else { Level::Note }
    }

    fn family(&self) -> Family {
        Family::Mood
    }

    fn cause(&self) -> String {
        cause(self.last)
    }

    fn advice(&self) -> Advice {
        Advice::Ask
    }

    fn short(&self) -> Message {
        self.say("reason-hidden-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-hidden")
    }
}
