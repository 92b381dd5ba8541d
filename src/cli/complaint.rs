//! `regulars complaint`: opens one, or closes the oldest.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};
use crate::domain::complaint::ComplaintKind;

impl Session<'_> {
    /// Opens a complaint of a client, or closes its oldest open one.
    pub(super) fn complaint(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some((verb, asked)) = asked.subcommand() else { return Ok(Exit::CommandLine) };
        let client = self.client(asked)?;
        self.back_up();
        let receipt = match verb {
            "open" => {
                let kind = ComplaintKind::from_name(text(asked, "what")).unwrap_or_default();
                self.bench.open_complaint(client, kind, text(asked, "message"))?
            }
            _ => self.bench.close_complaint(client)?,
        };
        self.hand_over(client, &receipt)
    }
}
