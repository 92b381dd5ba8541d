//! The triggers by which every table of facts is journalled.
//!
//! They live in the connection that acts, not in the file: to read sixty of them takes a third of the time to open it.

use super::{Access, Db, NOT_JOURNALLED, StoreError};

impl Db {
    /// Lays the triggers of every journalled table, from its columns, unless this connection has them. The first action does
    /// so if nobody did before it.
    pub fn lay_triggers(&self) -> Result<(), StoreError> {
        if self.one("SELECT EXISTS (SELECT 1 FROM sqlite_temp_schema)", [])? {
            return Ok(());
        }
        if self.access != Access::Fill {
            // If not now, because somebody reads, it is the next time.
            let _ = self.share();
        }
        let mut sql = vec!["CREATE TEMP TABLE journal_now (action_id INTEGER NOT NULL)".to_owned()];
        for table in self.journalled_tables()? {
            let columns = self.columns(&table)?;
            let all_of = |row: &str| columns.iter().map(|c| format!("{row}.{c}")).collect::<Vec<_>>().join(", ");
            let (old, new) = (image("old", &columns), image("new", &columns));
            sql.push(insert_trigger(&table, &columns));
            sql.push(format!(
                "CREATE TEMP TRIGGER journal_{table}_update AFTER UPDATE ON {table} WHEN ({}) IS NOT ({}) BEGIN {} END",
                all_of("old"),
                all_of("new"),
                log(&table, "new", &old, &new),
            ));
            sql.push(format!(
                "CREATE TEMP TRIGGER journal_{table}_delete AFTER DELETE ON {table} BEGIN {} END",
                log(&table, "old", &old, "NULL"),
            ));
        }
        // One by one: of several statements in one text SQLite copies for each what is left of it.
        self.reading(|| sql.iter().try_for_each(|sql| self.run(sql)))
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
    format!("CREATE TEMP TRIGGER journal_{table}_insert AFTER INSERT ON {table} BEGIN {body} END")
}

/// The statement of a trigger that writes a change to the journal; outside an action there is no row to write it for.
fn log(table: &str, row: &str, old: &str, new: &str) -> String {
    format!(
        "INSERT INTO journal (action_id, tbl, row_id, old, new)
         SELECT action_id, '{table}', {row}.id, {old}, {new} FROM journal_now;"
    )
}

/// The columns of a row as JSON.
pub(super) fn image(row: &str, columns: &[String]) -> String {
    let pairs: Vec<String> = columns.iter().map(|column| format!("'{column}', {row}.{column}")).collect();
    format!("json_object({})", pairs.join(", "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::clock::Clock;
    use crate::store::Entry;

    #[test]
    fn every_table_is_journalled_or_says_why_not() {
        let clock = Clock::Fixed("2026-11-25T09:00:00".parse().unwrap());
        let db = Db::in_memory(&clock).unwrap();
        db.transact(Entry { verb: "look", subject: "", at: clock.now().at }, &clock, |_| Ok::<_, StoreError>(()))
            .unwrap();
        let tables =
            db.all("SELECT name FROM main.sqlite_schema WHERE type = 'table'", [], |row| row.get::<_, String>(0));
        let excused = NOT_JOURNALLED.map(|(table, _)| table);
        assert!(NOT_JOURNALLED.iter().all(|(_, reason)| !reason.is_empty()));
        for table in tables.unwrap() {
            let laid: String = db
                .one(
                    "SELECT coalesce(group_concat(name ORDER BY name), '') FROM sqlite_temp_schema
                      WHERE type = 'trigger' AND tbl_name = ?1",
                    [&table],
                )
                .unwrap();
            let wanted = format!("journal_{table}_delete,journal_{table}_insert,journal_{table}_update");
            assert_eq!(laid, if excused.contains(&table.as_str()) { String::new() } else { wanted });
        }
    }
}
