//! `regulars follow-up`: the day of the next contact.

use clap::ArgMatches;

use super::Session;
use super::failure::{Exit, Failure};

impl Session<'_> {
    /// Sets the day of the next contact with a client.
    pub(super) fn follow_up(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(day) = self.day_ahead(asked, "day")? else { return Ok(Exit::CommandLine) };
        let client = self.client(asked)?;
        self.back_up();
        let receipt = self.bench.follow_up(client, day)?;
        self.hand_over(client, &receipt)
    }
}
