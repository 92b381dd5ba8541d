//! `regulars event`: what happened at a client, or that it is over.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};
use crate::domain::event::EventKind;

impl Session<'_> {
    /// Enters an event at a client, or ends the newest one of its kind.
    pub(super) fn event(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(kind) = EventKind::from_name(text(asked, "event")) else { return Ok(Exit::CommandLine) };
        let client = self.client(asked)?;
        self.back_up();
        let receipt = if asked.get_flag("ended") {
            self.bench.end_event(client, kind)?
        } else {
            self.bench.note_event(client, kind, text(asked, "message"))?
        };
        self.hand_over(client, &receipt)
    }
}
