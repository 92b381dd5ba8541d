//! Where the last action is taken back, and brought back.

use super::plan::Rest;
use super::receipt::verb_key;
use super::{OpError, Workbench};
use crate::domain::message::Message;
use crate::store::{Action, Touched};

/// Up to so many clients are derived within the reversal; where there are more, the whole book is outdated.
pub(super) const DERIVED_AT_ONCE: usize = 100;

impl Workbench {
    /// Takes back the last action, whenever it was done.
    pub fn undo(&self) -> Result<Action, OpError> {
        self.check_may_write()?;
        let undone = self.db.undo(self.clock.now().at, &self.clock, |touched| self.derive_touched(touched))?;
        undone.map(|(action, _)| action).ok_or(OpError::NothingToUndo)
    }

    /// Brings back the action that was taken back last.
    pub fn redo(&self) -> Result<Action, OpError> {
        self.check_may_write()?;
        let redone = self.db.redo(self.clock.now().at, &self.clock, |touched| self.derive_touched(touched))?;
        redone.map(|(action, _)| action).ok_or(OpError::NothingToRedo)
    }

    fn derive_touched(&self, touched: &Touched) -> Result<(), OpError> {
        let at_once = touched.clients.len() <= DERIVED_AT_ONCE;
        if touched.base || !at_once {
            self.db.outdate_derived()?;
        }
        if at_once && !touched.clients.is_empty() {
            // The reversal brought back the days there were; only what they cannot be any more gets another one.
            let rules = self.db.rules()?;
            let deriver = self.deriver(&rules, self.usual_so_far()?)?;
            let mut clients = touched.clients.iter();
            clients.try_for_each(|client| self.derive_client(&deriver, *client, Rest::Stays).map(drop))?;
        }
        Ok(())
    }
}

/// That an action was taken back or brought back, in words: `says` is `undone` or `redone`.
pub fn reversal_message(says: &'static str, action: &Action) -> Message {
    let key = match says {
        _ if !action.subject.is_empty() => says,
        "undone" => "undone-alone",
        _ => "redone-alone",
    };
    Message::new(key).with("what", Message::new(verb_key(&action.verb))).with("subject", action.subject.as_str())
}
