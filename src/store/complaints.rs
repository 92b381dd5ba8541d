//! The table of complaints.

use chrono::NaiveDate;

use super::{Db, StoreError, Transaction};
use crate::domain::complaint::{Complaint, ComplaintKind};
use crate::domain::ids::{ClientId, ComplaintId};

impl Db {
    /// The open complaints of a client, oldest first.
    pub fn open_complaints(&self, client: ClientId) -> Result<Vec<Complaint>, StoreError> {
        self.all(
            "SELECT * FROM complaint WHERE client_id = ?1 AND closed_on IS NULL ORDER BY opened_on, id",
            [client],
            |row| {
                Ok(Complaint {
                    id: row.get("id")?,
                    client: row.get("client_id")?,
                    kind: row.get::<_, Option<_>>("kind")?.unwrap_or_default(),
                    opened_on: row.get("opened_on")?,
                    text: row.get("text")?,
                    closed_on: row.get("closed_on")?,
                })
            },
        )
    }
}

impl Transaction<'_> {
    /// Adds a complaint.
    pub fn insert_complaint(&self, complaint: &Complaint) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO complaint (id, client_id, kind, opened_on, text, closed_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (
                complaint.id,
                complaint.client,
                Some(complaint.kind).filter(|kind| *kind != ComplaintKind::Complaint),
                complaint.opened_on,
                &complaint.text,
                complaint.closed_on,
            ),
        )?;
        Ok(())
    }

    /// Closes a complaint.
    pub fn close_complaint(&self, id: ComplaintId, day: NaiveDate) -> Result<(), StoreError> {
        self.change("UPDATE complaint SET closed_on = ?2 WHERE id = ?1", (id, day))?;
        Ok(())
    }
}
