//! The table of settings: one value a key. What only the screen remembers stands with what belongs to the file, and is no
//! step of undo.

use super::{Db, StoreError, Transaction};

/// Where in the table of what belongs to the file the curtain is remembered.
const CURTAIN: &str = "curtain";

impl Db {
    /// The value of a setting; `None` where nothing was chosen.
    pub fn setting(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.first("SELECT value FROM setting WHERE key = ?1", [key], |row| row.get("value"))
    }

    /// Whether the curtain is down.
    pub fn is_curtained(&self) -> Result<bool, StoreError> {
        Ok(self.meta(CURTAIN)?.is_some_and(|down| down == "down"))
    }

    /// Remembers whether the curtain is down.
    pub fn set_curtained(&self, down: bool) -> Result<(), StoreError> {
        self.set_meta(CURTAIN, if down { "down" } else { "up" })
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
