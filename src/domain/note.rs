//! A note: what was written about a client on a day. It is no touch.

use chrono::{DateTime, NaiveDate, Utc};

use super::ids::{ClientId, NoteId};

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// About which client.
    pub client: ClientId,
    /// The day it counts for.
    pub day: NaiveDate,
    /// The moment it was written for.
    pub at: DateTime<Utc>,
    /// What was written.
    pub text: String,
    /// Marked as important.
    pub important: bool,
}
