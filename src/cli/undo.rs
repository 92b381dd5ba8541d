//! `regulars undo` and `regulars redo`.

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Session;
use super::failure::{Exit, Failure};
use crate::ops::{Action, reversal_message};

/// What `undo --json` and `redo --json` answer: the action that was taken back or brought back.
#[derive(Serialize)]
struct ReversedRecord<'a> {
    /// `undone` or `redone`.
    reversed: &'static str,
    /// The verb: `log_call`, `import`.
    verb: &'a str,
    /// Whom or what it was done to: a client's name, a file's.
    subject: &'a str,
    /// The moment it was done, UTC.
    at: DateTime<Utc>,
}

impl Session<'_> {
    /// Takes back the last action.
    pub(super) fn undo(&mut self) -> Result<Exit, Failure> {
        let action = self.bench.undo()?;
        self.tell_reversed("undone", &action)
    }

    /// Brings back the action that was taken back last.
    pub(super) fn redo(&mut self) -> Result<Exit, Failure> {
        let action = self.bench.redo()?;
        self.tell_reversed("redone", &action)
    }

    fn tell_reversed(&mut self, reversed: &'static str, action: &Action) -> Result<Exit, Failure> {
        if self.out.is_json() {
            let Action { verb, subject, at, .. } = action;
            self.out.json(&ReversedRecord { reversed, verb, subject, at: *at })?;
        } else {
            self.out.line(self.words.message(&reversal_message(reversed, action)))?;
        }
        Ok(Exit::Done)
    }
}
