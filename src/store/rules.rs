//! The table of rules: each the JSON of a row of the communication table.

use super::{Db, StoreError, Transaction};
use crate::domain::ids::RuleId;
use crate::domain::table::Rule;

impl Db {
    /// Whether there is a communication table at all.
    pub fn has_rules(&self) -> Result<bool, StoreError> {
        self.one("SELECT EXISTS (SELECT 1 FROM rule)", [])
    }

    /// The communication table, in its order.
    pub fn rules(&self) -> Result<Vec<Rule>, StoreError> {
        self.all("SELECT id, body FROM rule ORDER BY position, id", [], |row| {
            Ok((row.get::<_, RuleId>("id")?, row.get::<_, String>("body")?))
        })?
        .into_iter()
        .map(|(id, body)| {
            let mut rule: Rule =
                serde_json::from_str(&body).map_err(|error| StoreError::BadRow { detail: error.to_string() })?;
            rule.id = id;
            Ok(rule)
        })
        .collect()
    }
}

impl Transaction<'_> {
    /// Writes a row of the communication table in place of the one of its id, if there is one.
    pub fn put_rule(&self, position: usize, rule: &Rule) -> Result<(), StoreError> {
        let body = serde_json::to_string(rule).map_err(|error| StoreError::BadRow { detail: error.to_string() })?;
        self.change(
            "INSERT INTO rule (id, position, body) VALUES (?1, ?2, ?3)
             ON CONFLICT (id) DO UPDATE SET position = excluded.position, body = excluded.body",
            (rule.id, position, body),
        )?;
        Ok(())
    }

    /// Takes a row out of the communication table.
    pub fn delete_rule(&self, rule: RuleId) -> Result<(), StoreError> {
        self.change("DELETE FROM rule WHERE id = ?1", [rule])?;
        Ok(())
    }
}
