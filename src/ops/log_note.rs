//! Where a note is written. A note is no touch: it answers no alert and closes nothing in the calendar.

use chrono::NaiveDate;

use super::promise::write_promises;
use super::{OpError, Receipt, Workbench};
use crate::domain::ids::ClientId;
use crate::domain::promise::Promised;

/// A note as a person enters it.
#[derive(Clone, Debug, PartialEq)]
pub struct NoteDraft {
    /// About which client.
    pub client: ClientId,
    /// What is written.
    pub text: String,
    /// The day it counts for, if not today.
    pub day: Option<NaiveDate>,
    /// Marked as important.
    pub important: bool,
    /// The day of the next contact.
    pub next: Option<NaiveDate>,
    /// Labels for the client.
    pub tags: Vec<String>,
    /// What was promised.
    pub promises: Vec<Promised>,
}

impl Workbench {
    /// Writes a note. Nothing but spaces is no note, unless it sets the next contact or a label, or is a promise.
    pub fn log_note(&self, draft: &NoteDraft) -> Result<Receipt, OpError> {
        let text = draft.text.trim();
        if text.is_empty() && draft.next.is_none() && draft.tags.is_empty() && draft.promises.is_empty() {
            return Err(OpError::Empty);
        }
        let now = self.clock.now();
        let day = draft.day.unwrap_or(now.day);
        let receipt = self.act_on(draft.client, "log_note", |tx| {
            if !text.is_empty() {
                tx.insert_note(draft.client, (day, self.clock.at(day, now.time)), text, draft.important)?;
            }
            if let Some(next) = draft.next {
                tx.set_next_step(draft.client, next)?;
            }
            draft.tags.iter().try_for_each(|tag| tx.add_tag(draft.client, tag).map(drop))?;
            write_promises(tx, (draft.client, None), day, &draft.promises)
        })?;
        Ok(receipt.with_promises(&draft.promises))
    }
}
