//! `regulars snooze`: a touch put off.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};

impl Session<'_> {
    /// Puts a touch off to a day, or to the next working day.
    pub(super) fn snooze(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(day) = self.day_ahead(asked, "to")? else { return Ok(Exit::CommandLine) };
        let client = self.client_of_touch(asked)?;
        let receipt = self.bench.snooze(text(asked, "key"), day)?;
        self.hand_over(client, &receipt)
    }
}
