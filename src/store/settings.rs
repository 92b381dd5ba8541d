//! The table of settings: one value a key.

use super::{Db, StoreError, Transaction};

impl Db {
    /// The value of a setting; `None` where nothing was chosen.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.first("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get("value"))
    }
}

impl Transaction<'_> {
    /// Chooses the value of a setting.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO setting (id, key, value) VALUES (?1, ?2, ?3)
             ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (self.make_id(), key, value),
        )?;
        Ok(())
    }
}
