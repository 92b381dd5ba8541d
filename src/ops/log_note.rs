//! Where a note is written. A note is no touch: it answers no alert and closes nothing in the calendar.

use chrono::NaiveDate;

use super::promise::write_promises;
use super::{OpError, Receipt, Workbench};
use crate::domain::ids::{ClientId, NoteId};
use crate::domain::note::Note;
use crate::domain::promise::Promised;
use crate::store::Transaction;

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
    /// Writes a note.
    pub fn log_note(&self, draft: &NoteDraft) -> Result<Receipt, OpError> {
        check(draft)?;
        let receipt = self.act_on(draft.client, "log_note", |tx| self.write_note(tx, draft))?;
        Ok(receipt.with_chosen(draft.next).with_promises(&draft.promises))
    }

    /// Writes the same note about each of these clients: one action.
    pub fn log_notes(&self, clients: &[ClientId], draft: &NoteDraft) -> Result<Receipt, OpError> {
        check(draft)?;
        self.act_on_each(clients, "log_note", |tx, client| self.write_note(tx, &NoteDraft { client, ..draft.clone() }))
    }

    fn write_note(&self, tx: &Transaction<'_>, draft: &NoteDraft) -> Result<(), OpError> {
        let (client, text, now) = (draft.client, draft.text.trim().to_owned(), self.clock.now());
        let day = draft.day.unwrap_or(now.day);
        if !text.is_empty() {
            let (id, at) = (NoteId(tx.make_id()), self.clock.at(day, now.time));
            tx.put_note(&Note { id, client, day, at, text, important: draft.important })?;
        }
        if let Some(next) = draft.next {
            tx.set_next_step(client, next)?;
        }
        draft.tags.iter().try_for_each(|tag| tx.add_tag(client, tag).map(drop))?;
        write_promises(tx, (client, None), day, &draft.promises)
    }
}

/// Nothing but spaces is no note, unless it sets the next contact or a label, or is a promise.
fn check(draft: &NoteDraft) -> Result<(), OpError> {
    let nothing = draft.text.trim().is_empty();
    if nothing && draft.next.is_none() && draft.tags.is_empty() && draft.promises.is_empty() {
        return Err(OpError::Empty);
    }
    Ok(())
}
