//! `regulars edit-note`, `delete-note`: a note on record is changed, or taken away.

use clap::ArgMatches;

use super::args::NOTE;
use super::failure::{Exit, Failure};
use super::log::is_said;
use super::{Session, entry_asked, text};
use crate::domain::ids::NoteId;
use crate::domain::note::Note;
use crate::ops::NoteDraft;

impl Session<'_> {
    /// Puts what the command line says in place of a note; the rest stays.
    pub(super) fn edit_note(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let note = self.note_asked(asked)?;
        let draft = NoteDraft {
            client: note.client,
            text: if is_said(asked, "message") { text(asked, "message").to_owned() } else { note.text },
            day: self.day_behind(asked, NOTE)?,
            important: note.important,
            next: None,
            tags: Vec::new(),
            promises: Vec::new(),
        };
        self.back_up();
        let receipt = self.bench.edit_note(note.id, &draft)?;
        self.hand_over(note.client, &receipt)
    }

    /// Takes a note away.
    pub(super) fn delete_note(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let note = self.note_asked(asked)?;
        self.back_up();
        let receipt = self.bench.delete_note(note.id)?;
        self.hand_over(note.client, &receipt)
    }

    fn note_asked(&self, asked: &ArgMatches) -> Result<Note, Failure> {
        Ok(self.bench.note(NoteId(entry_asked(asked)?))?)
    }
}
