//! `regulars do`: the touch that the calendar asks for, logged as done today.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};

impl Session<'_> {
    /// Logs the touch that a row of the calendar asks for.
    pub(super) fn do_now(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client_of_touch(asked)?;
        let receipt = self.bench.do_now(text(asked, "key"))?;
        self.hand_over(client, &receipt)
    }
}
