//! Where a touch is left out of the calendar, with a reason, and taken in again.

use super::calendar::moves_of;
use super::{OpError, Receipt, Workbench};
use crate::domain::calendar::{Choice, Decision};
use crate::store::PlanState;

impl Workbench {
    /// Leaves one touch out; it does not come again.
    pub fn skip(&self, key: &str, reason: &str) -> Result<Receipt, OpError> {
        self.decide("skip", key, Choice::Skip, reason)
    }

    /// Takes a touch that was skipped in again.
    pub fn unskip(&self, key: &str) -> Result<Receipt, OpError> {
        let row = self.touch_of(key)?;
        if row.state != PlanState::Skipped {
            return Err(OpError::NotSkipped { key: key.to_owned() });
        }
        self.act_on(row.client, "unskip", |tx| Ok(tx.undecide(key).map(drop)?))
    }

    /// A decision about one open touch.
    pub(super) fn decide(&self, verb: &str, key: &str, choice: Choice, reason: &str) -> Result<Receipt, OpError> {
        let row = self.touch_of(key)?;
        if let PlanState::Done(_) = row.state {
            return Err(OpError::AlreadyDone { key: key.to_owned() });
        }
        let decision = Decision { key: key.to_owned(), choice };
        let at = self.clock.now().at;
        let before = self.db.plan_of(Some(row.client))?;
        let receipt = self.act_on(row.client, verb, |tx| Ok(tx.decide(row.client, &decision, reason.trim(), at)?))?;
        let mut moves = moves_of(before.into_iter(), self.db.plan_of(Some(row.client))?.into_iter());
        moves.list.retain(|change| change.key != key);
        Ok(receipt.with_others(&moves))
    }
}
