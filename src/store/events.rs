//! The table of what happens at clients.

use chrono::NaiveDate;

use super::sql::still;
use super::{Db, StoreError, Transaction};
use crate::domain::event::EventKind;
use crate::domain::ids::ClientId;

impl Db {
    /// The newest event at a client of that kind that is not over on a day, by its id, with the later day on which it was.
    pub fn open_event(
        &self,
        client: ClientId,
        kind: EventKind,
        today: NaiveDate,
    ) -> Result<Option<(i64, Option<NaiveDate>)>, StoreError> {
        let newest = format!(
            "SELECT id, ended_on FROM client_event WHERE client_id = ?1 AND kind = ?2 AND day <= ?3 AND {}
             ORDER BY day DESC, id DESC",
            still("ended_on", today)
        );
        self.first(&newest, (client, kind, today), |row| Ok((row.get("id")?, row.get("ended_on")?)))
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
