//! Where a complaint is opened and closed.

use super::{OpError, Receipt, Workbench};
use crate::domain::complaint::{Complaint, ComplaintKind};
use crate::domain::ids::{ClientId, ComplaintId};

impl Workbench {
    /// Opens a complaint, a return or a claim of a client: an alert until it is closed.
    pub fn open_complaint(&self, client: ClientId, kind: ComplaintKind, text: &str) -> Result<Receipt, OpError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(OpError::Empty);
        }
        let opened_on = self.today();
        self.act_on(client, "open_complaint", |tx| {
            let id = ComplaintId(tx.make_id());
            Ok(tx.insert_complaint(&Complaint {
                id,
                client,
                kind,
                opened_on,
                text: text.to_owned(),
                closed_on: None,
            })?)
        })
    }

    /// Closes the oldest open complaint of a client.
    pub fn close_complaint(&self, client: ClientId) -> Result<Receipt, OpError> {
        let oldest = self.db.open_complaints(client)?.into_iter().next().ok_or(OpError::NoComplaint)?;
        let today = self.today();
        self.act_on(client, "close_complaint", |tx| Ok(tx.close_complaint(oldest.id, today)?))
    }
}
