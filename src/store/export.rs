//! The whole file as rows of JSON values and back: what the lossless export is made of.

use rusqlite::types::ValueRef;
use serde_json::{Map, Number, Value};

use super::{Db, StoreError, Transaction};

/// A row as JSON, by column.
pub type JsonRow = Map<String, Value>;

impl Db {
    /// Every journalled table, by name, with all its rows by id: facts, rules, decisions and settings.
    pub fn tables(&self) -> Result<Vec<(String, Vec<JsonRow>)>, StoreError> {
        let mut tables = Vec::new();
        for table in self.journalled_tables()? {
            let columns = self.columns(&table)?;
            let rows = self.all(&format!("SELECT id, {} FROM {table} ORDER BY id", columns.join(", ")), [], |row| {
                let mut object = JsonRow::new();
                for (place, column) in std::iter::once("id").chain(columns.iter().map(String::as_str)).enumerate() {
                    let value = match row.get_ref(place)? {
                        ValueRef::Integer(number) => Value::Number(Number::from(number)),
                        ValueRef::Text(text) => Value::String(String::from_utf8_lossy(text).into_owned()),
                        // The tables of facts hold whole numbers and texts alone.
                        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
                    };
                    object.insert(column.to_owned(), value);
                }
                Ok(object)
            })?;
            tables.push((table, rows));
        }
        Ok(tables)
    }
}

impl Transaction<'_> {
    /// Puts rows written by [`Db::tables`] back into a file without clients; rules and settings of the file give way.
    /// A column this version does not know is an error.
    pub fn restore(&self, tables: &Map<String, Value>) -> Result<(), StoreError> {
        self.run("PRAGMA defer_foreign_keys = ON")?;
        for table in self.journalled_tables()? {
            self.change(&format!("DELETE FROM {table}"), [])?;
            let rows = tables.get(&table).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let columns = self.columns(&table)?;
            let values: Vec<String> = columns.iter().map(|column| format!("?1 ->> '$.{column}'")).collect();
            let insert = format!(
                "INSERT INTO {table} (id, {}) VALUES (?1 ->> '$.id', {})",
                columns.join(", "),
                values.join(", ")
            );
            for row in rows {
                let unknown =
                    row.as_object().and_then(|row| row.keys().find(|key| *key != "id" && !columns.contains(key)));
                if let Some(column) = unknown {
                    return Err(StoreError::BadRow { detail: format!("{table}.{column}") });
                }
                self.change(&insert, [row.to_string()])?;
            }
        }
        Ok(())
    }
}
