//! The triggers by which every table of facts is journalled.

use super::journal::PLANNED;
use super::{Db, NOT_JOURNALLED, StoreError};

impl Db {
    /// Lays the triggers of every journalled table anew, from its columns.
    pub(super) fn lay_triggers(&self) -> Result<(), StoreError> {
        for table in self.journalled_tables()? {
            let columns = self.columns(&table)?;
            let all_of = |row: &str| columns.iter().map(|c| format!("{row}.{c}")).collect::<Vec<_>>().join(", ");
            let (before, after) = (all_of("old"), all_of("new"));
            self.run(&format!(
                "DROP TRIGGER IF EXISTS journal_{table}_insert;
                 DROP TRIGGER IF EXISTS journal_{table}_update;
                 DROP TRIGGER IF EXISTS journal_{table}_delete;
                 {};
                 CREATE TRIGGER journal_{table}_update AFTER UPDATE ON {table}
                     WHEN ({before}) IS NOT ({after}) BEGIN {} END;
                 CREATE TRIGGER journal_{table}_delete AFTER DELETE ON {table} BEGIN {} END;",
                insert_trigger(&table, &columns),
                log(&table, "new", &image("old", &columns), &image("new", &columns)),
                log(&table, "old", &image("old", &columns), "NULL"),
            ))?;
        }
        Ok(())
    }

    /// The tables whose rows are journalled, by name.
    pub(super) fn journalled_tables(&self) -> Result<Vec<String>, StoreError> {
        let mut tables: Vec<String> =
            self.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", [], |row| row.get("name"))?;
        tables.retain(|table| !NOT_JOURNALLED.iter().any(|(name, _)| name == table));
        Ok(tables)
    }

    /// The columns of a table but its id, in their order.
    pub(super) fn columns(&self, table: &str) -> Result<Vec<String>, StoreError> {
        self.all("SELECT name FROM pragma_table_info(?1) WHERE name <> 'id' ORDER BY cid", [table], |row| {
            row.get("name")
        })
    }
}

pub(super) fn insert_trigger(table: &str, columns: &[String]) -> String {
    let body = log(table, "new", "NULL", &image("new", columns));
    format!("CREATE TRIGGER journal_{table}_insert AFTER INSERT ON {table} BEGIN {body} END")
}

/// The statement of a trigger that writes a change to the journal.
fn log(table: &str, row: &str, old: &str, new: &str) -> String {
    // What the program plans by itself, on a new day, is nobody's action.
    let whose = if PLANNED.contains(&table) { " WHERE action_id IS NOT NULL" } else { "" };
    format!(
        "INSERT INTO journal (action_id, tbl, row_id, old, new)
         SELECT action_id, '{table}', {row}.id, {old}, {new} FROM journal_now{whose};"
    )
}

/// The columns of a row as JSON.
fn image(row: &str, columns: &[String]) -> String {
    let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {row}.{column}")).collect();
    format!("json_object({})", pairs.join(", "))
}
