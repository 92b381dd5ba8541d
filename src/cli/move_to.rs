//! `regulars move`: a touch put on a day by hand.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};

impl Session<'_> {
    /// Puts a touch on a day, whatever day that is.
    pub(super) fn move_to(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(day) = self.day_ahead(asked, "to")? else { return Ok(Exit::CommandLine) };
        let client = self.client_of_touch(asked)?;
        let receipt = self.bench.move_to(text(asked, "key"), day)?;
        self.hand_over(client, &receipt)
    }
}
