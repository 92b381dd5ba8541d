//! Where a note on record is changed, or taken away.

use super::promise::write_promises;
use super::{NoteDraft, OpError, Receipt, Workbench};
use crate::domain::ids::NoteId;
use crate::domain::note::Note;

impl Workbench {
    /// The note of that id.
    pub fn note(&self, id: NoteId) -> Result<Note, OpError> {
        self.db.note(id)?.ok_or_else(|| OpError::NoEntry { asked: id.0.to_string() })
    }

    /// Puts what a draft says in place of a note. Its client stays, and its day where the draft names none.
    pub fn edit_note(&self, id: NoteId, draft: &NoteDraft) -> Result<Receipt, OpError> {
        let before = self.note(id)?;
        let text = draft.text.trim();
        if text.is_empty() {
            return Err(OpError::Empty);
        }
        let time = self.clock.now().time;
        let (day, at) = draft.day.map_or((before.day, before.at), |day| (day, self.clock.at(day, time)));
        self.act_on(before.client, "edit_note", |tx| {
            tx.put_note(&Note { day, at, text: text.to_owned(), important: draft.important, ..before.clone() })?;
            if let Some(next) = draft.next {
                tx.set_next_step(before.client, next)?;
            }
            draft.tags.iter().try_for_each(|tag| tx.add_tag(before.client, tag).map(drop))?;
            write_promises(tx, (before.client, None), day, &draft.promises)
        })
    }

    /// Takes a note away.
    pub fn delete_note(&self, id: NoteId) -> Result<Receipt, OpError> {
        let before = self.note(id)?;
        self.act_on(before.client, "delete_note", |tx| Ok(tx.delete_note(id)?))
    }
}
