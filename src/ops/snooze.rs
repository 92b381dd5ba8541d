//! Where a touch waits until a day.

use chrono::NaiveDate;

use super::{OpError, Receipt, Workbench};
use crate::domain::calendar::Choice;

impl Workbench {
    /// Puts a touch off to a day, or to the next working day where that is off.
    pub fn snooze(&self, key: &str, until: NaiveDate) -> Result<Receipt, OpError> {
        self.check_ahead(until)?;
        self.decide("snooze", key, Choice::Snooze(until), "")
    }

    /// Days that touches are put on, or promises are due on, lie ahead.
    pub(super) fn check_ahead(&self, day: NaiveDate) -> Result<(), OpError> {
        if day < self.today() { Err(OpError::Behind { day }) } else { Ok(()) }
    }

    pub(super) fn check_past(&self, day: NaiveDate) -> Result<(), OpError> {
        if day > self.today() { Err(OpError::Ahead { day }) } else { Ok(()) }
    }
}
