//! Where a touch on record is changed, or taken away. What it did in the plan is settled anew: what it does no longer is
//! open again.

use super::{OpError, Receipt, TouchDraft, Workbench};
use crate::domain::ids::TouchId;
use crate::domain::touch::Touch;

impl Workbench {
    /// The touch of that id.
    pub fn logged_touch(&self, id: TouchId) -> Result<Touch, OpError> {
        self.db.logged_touch(id)?.ok_or_else(|| OpError::NoEntry { asked: id.0.to_string() })
    }

    /// Puts what a draft says in place of what was said of a touch. Its kind and its client stay; so do the person and the
    /// day where the draft names none.
    pub fn edit_touch(&self, id: TouchId, draft: &TouchDraft) -> Result<Receipt, OpError> {
        let before = self.logged_touch(id)?;
        let person = draft.person.or(before.person);
        let now = self.clock.now();
        let (day, at) = draft
            .when
            .map_or((before.day, before.at), |(day, time)| (day, self.clock.at(day, time.unwrap_or(now.time))));
        self.act_on(before.client, "edit_touch", |tx| {
            tx.put_touch(&Touch { client: before.client, kind: before.kind, ..draft.touch(id, person, day, at) })?;
            if !draft.outcome.took_place() || day < before.day {
                tx.reopen_next_step(id)?;
            }
            if draft.outcome.took_place() && !before.outcome.took_place() {
                tx.meet_next_step(before.client, day, id)?;
            }
            self.write_with_touch(tx, draft, person, day)
        })
    }

    /// Takes a touch away; a day set by hand that it met is set again.
    pub fn delete_touch(&self, id: TouchId) -> Result<Receipt, OpError> {
        let before = self.logged_touch(id)?;
        self.act_on(before.client, "delete_touch", |tx| {
            tx.reopen_next_step(id)?;
            Ok(tx.delete_touch(id)?)
        })
    }
}
