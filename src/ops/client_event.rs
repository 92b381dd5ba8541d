//! Where it is entered what happened at a client, and that a competitor is gone.

use super::{OpError, Receipt, Workbench};
use crate::domain::event::EventKind;
use crate::domain::ids::ClientId;

impl Workbench {
    /// Enters that something happened at a client: it raises the risk for a while.
    pub fn note_event(&self, client: ClientId, kind: EventKind, text: &str) -> Result<Receipt, OpError> {
        let day = self.today();
        self.act_on(client, "note_event", |tx| Ok(tx.insert_event(client, kind, day, text.trim())?))
    }

    /// The kinds of events at a client that are not over.
    pub fn open_events(&self, client: ClientId) -> Result<Vec<EventKind>, OpError> {
        let mut open = Vec::new();
        for kind in EventKind::ALL {
            open.extend(self.db.open_event(client, kind, self.today())?.map(|_| kind));
        }
        Ok(open)
    }

    /// Ends the newest event of a kind at a client.
    pub fn end_event(&self, client: ClientId, kind: EventKind) -> Result<Receipt, OpError> {
        let day = self.today();
        let (open, ended) = self.db.open_event(client, kind, day)?.ok_or(OpError::NoEvent)?;
        self.check_not_later(ended)?;
        self.act_on(client, "end_event", |tx| Ok(tx.end_event(open, day)?))
    }
}
