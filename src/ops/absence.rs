//! Where it is said who is away when, and what that moves.

use super::{OpError, Replan, Workbench};
use crate::domain::calendar::{Absence, Moves};
use crate::domain::ids::AbsenceId;
use crate::store::AbsenceRow;

impl Workbench {
    /// The absences, by their first days.
    pub fn absences(&self) -> Result<Vec<AbsenceRow>, OpError> {
        Ok(self.db.absences()?)
    }

    /// Adds an absence; what stood on its days is moved. One action, one step of undo.
    pub fn add_absence(&self, absence: &Absence, note: &str) -> Result<Moves, OpError> {
        if absence.to < absence.from {
            return Err(OpError::EndsBefore { from: absence.from, to: absence.to });
        }
        let subject = absence.who.name();
        self.replan_with("add_absence", subject, Replan::Sticky, |tx| Ok(tx.insert_absence(absence, note).map(drop)?))
    }

    /// Removes an absence.
    pub fn remove_absence(&self, id: AbsenceId) -> Result<Moves, OpError> {
        let Some(row) = self.db.absences()?.into_iter().find(|row| row.id == id) else {
            return Err(OpError::NoAbsence { asked: id.0.to_string() });
        };
        let subject = row.absence.who.name();
        self.replan_with("remove_absence", subject, Replan::Sticky, |tx| Ok(tx.delete_absence(id).map(drop)?))
    }
}
