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
        self.preview_plan(&self.numbered(rules)?, |_| (), Replan::Sticky)
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
            self.numbered(rules)?.iter().enumerate().try_for_each(|(position, rule)| Ok(tx.put_rule(position, rule)?))
        })
    }

    /// The rows, a new one with the next id after all that were given: the days of its touches hang on that, so it is the
    /// same when they are looked at and when they are saved.
    fn numbered(&self, rules: &[Rule]) -> Result<Vec<Rule>, OpError> {
        let mut last = self.db.last_id()?;
        let mut numbered = rules.to_vec();
        for rule in numbered.iter_mut().filter(|rule| rule.id == RuleId(0)) {
            last += 1;
            rule.id = RuleId(last);
        }
        Ok(numbered)
    }

    fn refuse_grave(&self, rules: &[Rule]) -> Result<(), OpError> {
        match self.check_table(rules).into_iter().find(|doubt| doubt.grave) {
            Some(doubt) => Err(OpError::BadRule { row: doubt.row + 1, why: doubt.message }),
            None => Ok(()),
        }
    }
}
