//! Where the communication table is changed, and what a change would move.

use super::{OpError, Replan, Workbench};
use crate::domain::calendar::Moves;
use crate::domain::ids::RuleId;
use crate::domain::table::{Doubt, Rule, check};

impl Workbench {
    /// The communication table, in its order.
    pub fn table(&self) -> Result<Vec<Rule>, OpError> {
        Ok(self.db.rules()?)
    }

    /// What is doubtful about a table.
    pub fn check_table(&self, rules: &[Rule]) -> Vec<Doubt> {
        check(rules, self.days(), self.today())
    }

    /// What a table would move, come with and take away, were it saved. Nothing is written.
    pub fn preview_table(&self, rules: &[Rule]) -> Result<Moves, OpError> {
        self.refuse_grave(rules)?;
        // A new row gets an id that no row has.
        let rules = (1..).zip(rules).map(|(place, rule)| match rule.id {
            RuleId(0) => Rule { id: RuleId(-place), ..rule.clone() },
            _ => rule.clone(),
        });
        self.preview_plan(&rules.collect::<Vec<_>>(), Replan::Sticky)
    }

    /// Saves a table in place of the one there is and plans by it: one action, one step of undo. A row without an id is
    /// new; what was decided about the touches of the others stays.
    pub fn edit_table(&self, rules: &[Rule]) -> Result<Moves, OpError> {
        self.refuse_grave(rules)?;
        let before = self.db.rules()?;
        self.replan_with("edit_table", "", Replan::Sticky, |tx| {
            for rule in before.iter().filter(|rule| rules.iter().all(|other| other.id != rule.id)) {
                tx.delete_rule(rule.id)?;
            }
            for (position, rule) in rules.iter().enumerate() {
                let id = if rule.id == RuleId(0) { RuleId(tx.make_id()) } else { rule.id };
                tx.put_rule(position, &Rule { id, ..rule.clone() })?;
            }
            Ok(())
        })
    }

    fn refuse_grave(&self, rules: &[Rule]) -> Result<(), OpError> {
        match self.check_table(rules).into_iter().find(|doubt| doubt.grave) {
            Some(doubt) => Err(OpError::BadRule { row: doubt.row + 1, why: doubt.message }),
            None => Ok(()),
        }
    }
}
