//! The table of what happens at clients.

use chrono::NaiveDate;

use super::{Db, StoreError, Transaction};
use crate::domain::event::EventKind;
use crate::domain::ids::ClientId;

impl Db {
    /// The newest event at a client of that kind that is not over, by its id.
    pub fn open_event(&self, client: ClientId, kind: EventKind) -> Result<Option<i64>, StoreError> {
        self.first(
            "SELECT id FROM client_event WHERE client_id = ?1 AND kind = ?2 AND ended_on IS NULL ORDER BY day DESC, id DESC",
            (client, kind),
            |row| row.get("id"),
        )
    }
}

impl Transaction<'_> {
    /// Adds an event.
    pub fn insert_event(
        &self,
        client: ClientId,
        kind: EventKind,
        day: NaiveDate,
        text: &str,
    ) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO client_event (id, client_id, kind, day, text) VALUES (?1, ?2, ?3, ?4, ?5)",
            (self.make_id(), client, kind, day, text),
        )?;
        Ok(())
    }

    /// Ends an event.
    pub fn end_event(&self, id: i64, day: NaiveDate) -> Result<(), StoreError> {
        self.change("UPDATE client_event SET ended_on = ?2 WHERE id = ?1", (id, day))?;
        Ok(())
    }
}
