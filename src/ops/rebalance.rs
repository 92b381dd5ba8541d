//! Where the whole calendar is evened out anew, and what that would cost in touches moved.

use super::{OpError, Replan, Workbench};
use crate::domain::calendar::Moves;

impl Workbench {
    /// What a fresh plan would move. Nothing is written.
    pub fn preview_rebalance(&self) -> Result<Moves, OpError> {
        self.preview_plan(&self.db.rules()?, |_| (), Replan::Fresh)
    }

    /// Gives every open touch its day anew, but those a person gave one.
    pub fn rebalance(&self) -> Result<Moves, OpError> {
        self.replan_with("rebalance", "", Replan::Fresh, |_| Ok(()))
    }
}
