//! `regulars status` and `regulars stage`: where a client stands by a person's word, and how far its purchase has come.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};
use crate::domain::status::{Stage, Status};

/// What the orders tell, in place of a status.
pub(super) const AUTO: &str = "auto";

impl Session<'_> {
    /// Says where a client stands, or that what its orders tell holds again.
    pub(super) fn set_status(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.back_up();
        let status = Status::from_name(text(asked, "new-status"));
        let receipt = self.bench.set_status(client, status, text(asked, "reason"))?;
        self.hand_over(client, &receipt)
    }

    /// Says how far a client's purchase has come; 0: that none is on its way.
    pub(super) fn move_stage(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        let number = asked.get_one::<u8>("stage").copied().unwrap_or_default();
        let criterion = asked.get_one::<String>("criterion").map(String::as_str);
        self.back_up();
        let receipt = self.bench.move_stage(client, Stage::of(number), criterion)?;
        self.hand_over(client, &receipt)
    }
}
