//! Where a planned touch is done at once: what it asks for is logged as having taken place.

use super::{OpError, Receipt, TouchDraft, Workbench};
use crate::store::{AgendaItem, PlanRow, PlanState};

impl Workbench {
    /// Logs the touch that a row of the plan asks for, as reached today.
    pub fn do_now(&self, key: &str) -> Result<Receipt, OpError> {
        let row = self.touch_of(key)?;
        let AgendaItem::Rule(planned) = &row.item else { return Err(OpError::NoTouch { key: key.to_owned() }) };
        if row.state != PlanState::Open {
            return Err(OpError::AlreadyDone { key: key.to_owned() });
        }
        let draft = TouchDraft::new(row.client, planned.kind);
        self.act_on(row.client, &format!("log_{}", planned.kind.name()), |tx| {
            let touch = self.write_touch(tx, &draft)?;
            // Whatever else the contact could do: this is the touch it was made for.
            let done = PlanRow { day: self.today(), state: PlanState::Done(Some(touch)), ..row.clone() };
            Ok(tx.put_plan(&done)?)
        })
    }
}
