//! The columns of a client that say when and why it was closed.

use chrono::NaiveDate;

use super::{Db, StoreError, Transaction};
use crate::domain::closing::ClosedWhy;
use crate::domain::ids::ClientId;

/// When a client was closed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The day.
    pub on: NaiveDate,
    /// Why; unknown where a file that was brought in said so.
    pub why: Option<ClosedWhy>,
    /// What was written about it.
    pub note: String,
}

impl Db {
    /// When a client was closed, and why; `None` of one that is not.
    pub fn closing(&self, client: ClientId) -> Result<Option<Closing>, StoreError> {
        self.first("SELECT * FROM client WHERE id = ?1 AND closed_on IS NOT NULL", [client], |row| {
            Ok(Closing {
                on: row.get("closed_on")?,
                why: row.get("closed_why")?,
                note: row.get::<_, Option<_>>("closed_note")?.unwrap_or_default(),
            })
        })
    }

    /// The day each former client was closed, and why.
    pub fn closings(&self) -> Result<Vec<(NaiveDate, Option<ClosedWhy>)>, StoreError> {
        self.all("SELECT closed_on, closed_why FROM client WHERE closed_on IS NOT NULL", [], |row| {
            Ok((row.get("closed_on")?, row.get("closed_why")?))
        })
    }
}

impl Transaction<'_> {
    /// Closes a client, or with `None` reopens it.
    pub fn put_closing(&self, client: ClientId, closing: Option<&Closing>) -> Result<(), StoreError> {
        self.change(
            "UPDATE client SET closed_on = ?2, closed_why = ?3, closed_note = ?4 WHERE id = ?1",
            (
                client,
                closing.map(|closing| closing.on),
                closing.and_then(|closing| closing.why),
                closing.map(|closing| closing.note.as_str()).filter(|note| !note.is_empty()),
            ),
        )?;
        Ok(())
    }
}
