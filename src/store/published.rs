//! The table of what calendar files have told other programs. It is not journalled: nobody can untell it.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Db, StoreError};
use crate::domain::ids::{ClientId, RuleId};

/// A touch as other programs know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// What it is, whatever its day.
    pub key: String,
    /// With which client.
    pub client: ClientId,
    /// The rule that asks for it; `None` for a day set by hand.
    pub rule: Option<RuleId>,
    /// The day that was told.
    pub day: NaiveDate,
    /// The first day on which a contact does it.
    pub from: NaiveDate,
    /// The last day on which a contact does it.
    pub to: NaiveDate,
    /// What kind of entry it is.
    pub category: String,
    /// The words that were told.
    pub summary: String,
    /// Why it is due, as it was told.
    pub about: String,
    /// How it stands.
    pub state: PublishedState,
    /// How many changes of it were told: of its day, of how it stands, of its words.
    pub sequence: u32,
    /// The moment of the last change that was told.
    pub stamp: DateTime<Utc>,
}

/// How a published touch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublishedState {
    /// It is planned.
    Due,
    /// A contact has done it.
    Done,
    /// It is not planned any more.
    Cancelled,
}

impl PublishedState {
    const ALL: [Self; 3] = [Self::Due, Self::Done, Self::Cancelled];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

impl Db {
    /// Everything that was told, by key.
    pub fn published(&self) -> Result<Vec<Published>, StoreError> {
        self.all("SELECT * FROM published ORDER BY key", [], |row| {
            Ok(Published {
                key: row.get("key")?,
                client: row.get("client_id")?,
                rule: row.get("rule_id")?,
                day: row.get("day")?,
                from: row.get("first_day")?,
                to: row.get("last_day")?,
                category: row.get("category")?,
                summary: row.get("summary")?,
                about: row.get("about")?,
                state: row.get("state")?,
                sequence: row.get("sequence")?,
                stamp: row.get("stamp")?,
            })
        })
    }

    /// Keeps what is told of a touch, in place of what was told before.
    pub fn put_published(&self, row: &Published) -> Result<(), StoreError> {
        self.change(
            "INSERT OR REPLACE INTO published
                (key, client_id, rule_id, day, first_day, last_day, category, summary, about, state, sequence, stamp)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            (
                &row.key,
                row.client,
                row.rule,
                row.day,
                row.from,
                row.to,
                &row.category,
                &row.summary,
                &row.about,
                row.state,
                row.sequence,
                row.stamp,
            ),
        )?;
        Ok(())
    }
}
