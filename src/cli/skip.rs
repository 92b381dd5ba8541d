//! `regulars skip` and `regulars unskip`: a touch left out of the calendar, or taken in again.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};

impl Session<'_> {
    /// Leaves a touch out.
    pub(super) fn skip(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client_of_touch(asked)?;
        let receipt = self.bench.skip(text(asked, "key"), text(asked, "reason"))?;
        self.hand_over(client, &receipt)
    }

    /// Takes a touch that was skipped in again.
    pub(super) fn unskip(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client_of_touch(asked)?;
        let receipt = self.bench.unskip(text(asked, "key"))?;
        self.hand_over(client, &receipt)
    }
}
