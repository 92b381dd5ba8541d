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

    /// Ends the newest event of a kind at a client.
    pub fn end_event(&self, client: ClientId, kind: EventKind) -> Result<Receipt, OpError> {
        let open = self.db.open_event(client, kind)?.ok_or(OpError::NoEvent)?;
        let day = self.today();
        self.act_on(client, "end_event", |tx| Ok(tx.end_event(open, day)?))
    }
}
