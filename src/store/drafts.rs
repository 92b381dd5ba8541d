//! The table of drafts: what was typed for a client and not entered yet. No step of undo.

use super::{Db, StoreError};
use crate::domain::ids::ClientId;

impl Db {
    /// What was typed for a client and not entered.
    pub fn draft(&self, client: ClientId, kind: &str) -> Result<Option<String>, StoreError> {
        self.first("SELECT text FROM draft WHERE client_id = ?1 AND kind = ?2", (client, kind), |row| row.get("text"))
    }

    /// Keeps what was typed in place of an earlier draft; an empty text forgets it.
    pub fn put_draft(&self, client: ClientId, kind: &str, text: &str) -> Result<(), StoreError> {
        if text.is_empty() {
            self.change("DELETE FROM draft WHERE client_id = ?1 AND kind = ?2", (client, kind))?;
        } else {
            self.change(
                "INSERT INTO draft (client_id, kind, text) VALUES (?1, ?2, ?3)
                 ON CONFLICT (client_id, kind) DO UPDATE SET text = excluded.text",
                (client, kind, text),
            )?;
        }
        Ok(())
    }
}
