//! Where the whole file is written out, losslessly, and put back.

use std::path::Path;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{OpError, Workbench};
use crate::store::{Entry, SCHEMA};

/// What the first line of the export says it is.
const FORMAT: &str = "regulars";
/// The lossless export: facts, rules, decisions and settings by table, rows by id.
#[derive(Serialize, Deserialize)]
pub struct WholeFile {
    format: String,
    /// The number of the schema its tables follow.
    version: i64,
    tables: Map<String, Value>,
}

impl Workbench {
    /// The whole file as JSON: the same bytes as long as nothing changed, ending in a line break.
    pub fn export_json(&self) -> Result<String, OpError> {
        let rows = |rows: Vec<_>| Value::Array(rows.into_iter().map(Value::Object).collect());
        let tables = self
            .db
            .tables(self.book_state()?.and_then(|state| state.day))?
            .into_iter()
            .map(|(table, found)| (table, rows(found)))
            .collect();
        let whole = WholeFile { format: FORMAT.to_owned(), version: SCHEMA, tables };
        // Values of JSON alone: nothing in them can fail to be written.
        Ok(serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n")
    }

    /// Reads a lossless export; `None` if the bytes are none, or a newer version's.
    pub fn read_export(bytes: &[u8]) -> Option<WholeFile> {
        let whole: WholeFile = serde_json::from_slice(bytes).ok()?;
        (whole.format == FORMAT && whole.version <= SCHEMA).then_some(whole)
    }

    /// Puts a lossless export into a file without clients: one action, one step of undo.
    pub fn restore(&self, path: &Path, whole: &WholeFile) -> Result<usize, OpError> {
        self.check_may_write()?;
        if self.db.count_clients()? > 0 {
            return Err(OpError::NotEmpty);
        }
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        let entry = Entry { verb: "restore", subject: &name, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            tx.restore(&whole.tables)?;
            tx.outdate_derived()?;
            Ok::<_, OpError>(())
        })?;
        Ok(self.db.count_clients()?)
    }
}
