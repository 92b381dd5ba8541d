//! Where the day of the next contact is set by hand.

use chrono::NaiveDate;

use super::{OpError, Receipt, Workbench};
use crate::domain::ids::ClientId;

impl Workbench {
    /// Sets the day of the next contact with a client, in place of an earlier one.
    pub fn follow_up(&self, client: ClientId, day: NaiveDate) -> Result<Receipt, OpError> {
        self.act_on(client, "follow_up", |tx| Ok(tx.set_next_step(client, day)?))
    }
}
