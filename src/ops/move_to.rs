//! Where a touch is given its day by hand.

use chrono::NaiveDate;

use super::{OpError, Receipt, Workbench};
use crate::domain::calendar::Choice;

impl Workbench {
    /// Puts a touch on a day, whatever day that is.
    pub fn move_to(&self, key: &str, day: NaiveDate) -> Result<Receipt, OpError> {
        self.check_ahead(day)?;
        self.decide("move_to", key, Choice::Pin(day), "")
    }
}
