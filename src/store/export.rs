//! The whole file as rows of JSON values and back: what the lossless export is made of.

use chrono::NaiveDate;
use rusqlite::params_from_iter;
use rusqlite::types::ValueRef;
use serde_json::{Map, Number, Value};

use super::{Db, StoreError, Transaction};
use crate::domain::churn::Reason;
use crate::domain::money::Money;

/// The program's own record: what it raised, for the report of how its alerts did. What was pushed forward holds for a day,
/// and what other programs were told belongs to the file they were told from.
const RECORD: &str = "alert_raised";
/// What was raised since the book was derived follows from the facts, and goes with them when they are taken back: unless
/// it was answered since, and would not be raised again.
fn settled() -> String {
    let by_contact = Reason::BY_CONTACT.join("', '");
    format!(
        "WHERE day < ?1
           OR EXISTS (SELECT 1 FROM alert_answer AS answer WHERE (answer.client_id, answer.kind, answer.cause)
                  = (alert_raised.client_id, alert_raised.kind, alert_raised.cause))
           OR kind IN ('{by_contact}') AND EXISTS (SELECT 1 FROM touch
                  WHERE touch.client_id = alert_raised.client_id AND touch.day >= alert_raised.day)"
    )
}

/// The columns that hold amounts of money.
const AMOUNTS: [(&str, &str); 7] = [
    ("orders", "amount"),
    ("orders", "returned"),
    ("order_line", "amount"),
    ("touch", "cost"),
    ("concession", "cost"),
    ("free_work", "value"),
    ("gift", "price"),
];

/// A row as JSON, by column.
pub type JsonRow = Map<String, Value>;

impl Db {
    /// Every journalled table, by name, with all its rows by id, and what was raised before the day for which the
    /// book was derived last, or answered since: facts, rules, decisions, settings.
    pub fn tables(&self, derived: Option<NaiveDate>) -> Result<Vec<(String, Vec<JsonRow>)>, StoreError> {
        let mut tables = Vec::new();
        for table in self.journalled_tables()? {
            let columns = self.exported_columns(&table)?;
            let listed = columns.join(", ");
            let (settled, until) = if table == RECORD { (settled(), Some(derived)) } else { (String::new(), None) };
            let sql = format!("SELECT {listed} FROM {table} {settled} ORDER BY {listed}");
            let rows = self.all(&sql, params_from_iter(until), |row| {
                let mut object = JsonRow::new();
                for (place, column) in columns.iter().enumerate() {
                    let value = match row.get_ref(place)? {
                        ValueRef::Integer(number) => Value::Number(Number::from(number)),
                        ValueRef::Text(text) => Value::String(String::from_utf8_lossy(text).into_owned()),
                        // The tables of facts hold whole numbers and texts alone.
                        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => Value::Null,
                    };
                    object.insert(column.clone(), value);
                }
                Ok(object)
            })?;
            tables.push((table, rows));
        }
        Ok(tables)
    }

    /// The columns of an exported table, the id first: that of what was raised says nothing.
    fn exported_columns(&self, table: &str) -> Result<Vec<String>, StoreError> {
        let id = (table != RECORD).then(|| "id".to_owned());
        Ok(id.into_iter().chain(self.columns(table)?).collect())
    }
}

impl Transaction<'_> {
    /// Puts rows written by [`Db::tables`] back into a file without clients; rules and settings of the file give way.
    /// A column this version does not know is an error, and so is an amount larger than any.
    pub fn restore(&self, tables: &Map<String, Value>) -> Result<(), StoreError> {
        self.run("PRAGMA defer_foreign_keys = ON")?;
        for table in self.journalled_tables()? {
            self.change(&format!("DELETE FROM {table}"), [])?;
            let rows = tables.get(&table).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let columns = self.exported_columns(&table)?;
            let values: Vec<String> = columns.iter().map(|column| format!("?1 ->> '$.{column}'")).collect();
            let insert = format!("INSERT INTO {table} ({}) VALUES ({})", columns.join(", "), values.join(", "));
            for row in rows {
                let unknown = row.as_object().and_then(|row| row.keys().find(|key| !columns.contains(key)));
                if let Some(column) = unknown {
                    return Err(StoreError::BadRow { detail: format!("{table}.{column}") });
                }
                self.change(&insert, [row.to_string()])?;
            }
        }
        for (table, column) in AMOUNTS {
            let larger = format!("SELECT id FROM {table} WHERE {column} NOT BETWEEN -?1 AND ?1 ORDER BY id");
            if let Some(id) = self.first(&larger, [Money::MOST], |row| row.get("id"))? {
                return Err(StoreError::TooLarge { table, column, id });
            }
        }
        Ok(())
    }
}
