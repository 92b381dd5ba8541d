//! The table of what was answered about winning former clients back.

use super::{Db, StoreError, Transaction};
use crate::domain::ids::ClientId;
use crate::domain::way_back::WayBack;

impl Db {
    /// What was answered about winning a client back.
    pub fn way_back(&self, client: ClientId) -> Result<Option<WayBack>, StoreError> {
        self.first("SELECT * FROM way_back WHERE client_id = ?1", [client], |row| {
            Ok(WayBack {
                ended_by: row.get("ended_by")?,
                changed: row.get("changed")?,
                quality: row.get("quality")?,
                on: row.get("day")?,
            })
        })
    }
}

impl Transaction<'_> {
    /// Keeps what was answered, in place of an earlier answer.
    pub fn put_way_back(&self, client: ClientId, answer: &WayBack) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO way_back (id, client_id, ended_by, changed, quality, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (client_id) DO UPDATE SET ended_by = excluded.ended_by, changed = excluded.changed,
                 quality = excluded.quality, day = excluded.day",
            (self.make_id(), client, answer.ended_by, answer.changed, answer.quality, answer.on),
        )?;
        Ok(())
    }
}
