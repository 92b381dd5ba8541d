//! The table of complaints.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;

use super::sql::still;
use super::{Db, StoreError, Transaction};
use crate::domain::complaint::{Complaint, ComplaintKind, Irritant, Step};
use crate::domain::ids::{ClientId, ComplaintId};

/// A complaint with its client's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComplaintRow {
    /// The complaint.
    pub complaint: Complaint,
    /// The client's name.
    pub client: String,
}

impl Db {
    /// The complaints of one client, or of all, that are open on a day: oldest first.
    pub fn open_complaints(&self, only: Option<ClientId>, today: NaiveDate) -> Result<Vec<ComplaintRow>, StoreError> {
        let of = if only.is_some() { "client_id = ?1" } else { "?1 IS NULL" };
        self.open_complaints_where(today, of, [only])
    }

    /// The complaints that are open on a day and whose next step is due by it; those without a day are.
    pub fn complaints_due(&self, today: NaiveDate) -> Result<Vec<ComplaintRow>, StoreError> {
        self.due_in("complaint", || self.open_complaints_where(today, "(next_on IS NULL OR next_on <= ?1)", [today]))
    }

    /// A complaint, open or not.
    pub fn any_complaint(&self, id: ComplaintId) -> Result<Option<ComplaintRow>, StoreError> {
        Ok(self.complaints_where("complaint.id = ?1", [id])?.pop())
    }

    fn open_complaints_where(
        &self,
        today: NaiveDate,
        which: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<ComplaintRow>, StoreError> {
        let open = still("complaint.closed_on", today);
        let mut rows = self.complaints_where(&format!("opened_on <= '{today}' AND {open} AND {which}"), params)?;
        for ComplaintRow { complaint, .. } in &mut rows {
            // How a later day closed it is not known yet.
            (complaint.closed_on, complaint.lesson) = (None, String::new());
        }
        Ok(rows)
    }

    fn complaints_where(&self, which: &str, params: impl rusqlite::Params) -> Result<Vec<ComplaintRow>, StoreError> {
        let rows = format!(
            "SELECT complaint.*, client.name AS client FROM complaint JOIN client ON client.id = client_id
             WHERE {which} ORDER BY opened_on, complaint.id"
        );
        self.all(&rows, params, row_of)
    }
}

impl Transaction<'_> {
    /// Adds a complaint.
    pub fn insert_complaint(&self, complaint: &Complaint) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO complaint (id, client_id, kind, irritant, opened_on, opened_at, text, step, next_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                complaint.id,
                complaint.client,
                kind_of(complaint.kind),
                irritant_of(complaint.irritant),
                complaint.opened_on,
                complaint.opened_at,
                &complaint.text,
                complaint.step,
                complaint.next_on,
            ),
        )?;
        Ok(())
    }

    /// Keeps at which step a complaint stands, by when the next is due, and the moments of its steps.
    pub fn put_step(&self, complaint: &Complaint) -> Result<(), StoreError> {
        self.change(
            "UPDATE complaint SET step = ?2, next_on = ?3, stepped_at = ?4, answered_at = ?5, reworked = ?6 WHERE id = ?1",
            (
                complaint.id,
                complaint.step,
                complaint.next_on,
                complaint.stepped_at,
                complaint.answered_at,
                Some(complaint.reworked).filter(|times| *times > 0),
            ),
        )?;
        Ok(())
    }

    /// Keeps what kind a complaint is, and what irritated.
    pub fn sort_complaint(&self, id: ComplaintId, kind: ComplaintKind, irritant: Irritant) -> Result<(), StoreError> {
        let (kind, irritant) = (kind_of(kind), irritant_of(irritant));
        self.change("UPDATE complaint SET kind = ?2, irritant = ?3 WHERE id = ?1", (id, kind, irritant))?;
        Ok(())
    }

    /// Closes a complaint, with what changed in the process.
    pub fn close_complaint(&self, id: ComplaintId, day: NaiveDate, lesson: &str) -> Result<(), StoreError> {
        self.change("UPDATE complaint SET closed_on = ?2, lesson = ?3 WHERE id = ?1", (id, day, lesson))?;
        Ok(())
    }
}

/// The kind as the table holds it: nothing stands for the usual one.
fn kind_of(kind: ComplaintKind) -> Option<ComplaintKind> {
    Some(kind).filter(|kind| *kind != ComplaintKind::Complaint)
}

/// What irritated as the table holds it: nothing stands for something else.
fn irritant_of(irritant: Irritant) -> Option<Irritant> {
    Some(irritant).filter(|irritant| *irritant != Irritant::Other)
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<ComplaintRow> {
    let moment = |column: &str| row.get::<_, Option<DateTime<Utc>>>(column);
    Ok(ComplaintRow {
        complaint: Complaint {
            id: row.get("id")?,
            client: row.get("client_id")?,
            kind: row.get::<_, Option<_>>("kind")?.unwrap_or_default(),
            irritant: row.get::<_, Option<_>>("irritant")?.unwrap_or_default(),
            opened_on: row.get("opened_on")?,
            opened_at: moment("opened_at")?,
            text: row.get("text")?,
            step: row.get::<_, Option<Step>>("step")?.unwrap_or_default(),
            next_on: row.get("next_on")?,
            stepped_at: moment("stepped_at")?,
            answered_at: moment("answered_at")?,
            reworked: row.get::<_, Option<_>>("reworked")?.unwrap_or_default(),
            closed_on: row.get("closed_on")?,
            lesson: row.get::<_, Option<_>>("lesson")?.unwrap_or_default(),
        },
        client: row.get("client")?,
    })
}
