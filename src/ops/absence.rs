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

    /// What an absence would move, come with and take away, were it added. Nothing is written.
    pub fn preview_absence(&self, absence: &Absence) -> Result<Moves, OpError> {
        refuse_turned(absence)?;
        self.preview_plan(&self.db.rules()?, |absences| absences.push(*absence), Replan::Sticky)
    }

    /// Adds an absence; what stood on its days is moved. One action, one step of undo.
    pub fn add_absence(&self, absence: &Absence, note: &str) -> Result<Moves, OpError> {
        refuse_turned(absence)?;
        self.replan_with("add_absence", "", Replan::Sticky, |tx| Ok(tx.insert_absence(absence, note).map(drop)?))
    }

    /// What would move, come and go, were an absence removed. Nothing is written.
    pub fn preview_removal(&self, id: AbsenceId) -> Result<Moves, OpError> {
        let place = self.place_of_absence(id)?;
        self.preview_plan(&self.db.rules()?, |absences| _ = absences.remove(place), Replan::Sticky)
    }

    /// Removes an absence.
    pub fn remove_absence(&self, id: AbsenceId) -> Result<Moves, OpError> {
        self.place_of_absence(id)?;
        self.replan_with("remove_absence", "", Replan::Sticky, |tx| Ok(tx.delete_absence(id).map(drop)?))
    }

    fn place_of_absence(&self, id: AbsenceId) -> Result<usize, OpError> {
        let place = self.db.absences()?.iter().position(|row| row.id == id);
        place.ok_or_else(|| OpError::NoAbsence { asked: id.0.to_string() })
    }
}

fn refuse_turned(absence: &Absence) -> Result<(), OpError> {
    if absence.to < absence.from {
        return Err(OpError::EndsBefore { from: absence.from, to: absence.to });
    }
    Ok(())
}
