//! Which tables have rows, of a client or at all: few of them, mostly, and a statement that finds nothing costs as much as
//! one that finds a row.

use std::sync::LazyLock;

use super::{Db, StoreError};
use crate::domain::ids::ClientId;

/// The tables, with what tells the rows of a client there.
const TABLES: [(&str, &str); 18] = [
    ("alert_answer", "client_id = ?1"),
    ("client_event", "client_id = ?1"),
    ("competitor", "client_id = ?1"),
    ("complaint", "client_id = ?1"),
    ("decision", "client_id = ?1"),
    ("evaluation", "client_id = ?1"),
    ("merged", "client_id = ?1"),
    ("next_step", "client_id = ?1"),
    ("note", "client_id = ?1"),
    ("order_line", "order_id IN (SELECT id FROM orders WHERE client_id = ?1)"),
    ("orders", "client_id = ?1"),
    ("person", "client_id = ?1"),
    ("promise", "client_id = ?1"),
    ("purchase", "client_id = ?1"),
    ("status_change", "client_id = ?1"),
    ("tag", "client_id = ?1"),
    ("touch", "client_id = ?1"),
    ("waiting", "client_id = ?1"),
];

/// Asks all of them at once: one bit for each.
static ASKED: LazyLock<String> = LazyLock::new(|| {
    let bit = |(place, (table, which)): (usize, &(&str, &str))| {
        format!("(EXISTS (SELECT 1 FROM {table} WHERE {which}) << {place})")
    };
    format!("SELECT {}", TABLES.iter().enumerate().map(bit).collect::<Vec<_>>().join(" | "))
});

/// The tables of what falls due on a day that a person named.
const DUE: [&str; 5] = ["competitor", "complaint", "membership", "parting", "promise"];

/// Asks which of them have rows at all: one bit for each.
static ANY_DUE: LazyLock<String> = LazyLock::new(|| {
    let bit = |(place, table): (usize, &&str)| format!("(EXISTS (SELECT 1 FROM {table}) << {place})");
    format!("SELECT {}", DUE.iter().enumerate().map(bit).collect::<Vec<_>>().join(" | "))
});

/// The tables that have rows of a client.
#[derive(Clone, Copy)]
pub(super) struct Filled(u32);

impl Filled {
    /// What is known of no client in particular: any table may have rows.
    pub const PERHAPS: Self = Self(u32::MAX);

    /// Whether a table may have rows.
    pub fn has(self, table: &str) -> bool {
        TABLES.iter().position(|(known, _)| *known == table).is_none_or(|place| self.0 >> place & 1 == 1)
    }
}

impl Db {
    /// The tables that have rows of a client.
    pub(super) fn filled(&self, client: ClientId) -> Result<Filled, StoreError> {
        self.one(&ASKED, [client]).map(Filled)
    }

    /// What `read` finds in a table of what falls due. It is not asked where there is nothing: to prepare what would find
    /// nothing in all of them is a tenth of the time until the first frame.
    pub(super) fn due_in<T>(
        &self,
        table: &str,
        read: impl FnOnce() -> Result<Vec<T>, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let filled: u32 = self.one(&ANY_DUE, [])?;
        let empty = |place: usize| filled >> place & 1 == 0;
        if DUE.iter().position(|known| *known == table).is_some_and(empty) { Ok(Vec::new()) } else { read() }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::clock::Clock;
    use crate::store::sql::still;

    #[test]
    fn what_is_open_is_found_without_looking_at_what_has_ended() {
        let clock = Clock::Fixed("2026-11-25T09:00:00".parse().unwrap());
        let db = Db::in_memory(&clock).unwrap();
        for (table, end) in [("promise", "ended_on"), ("complaint", "closed_on"), ("parting", "done_on")] {
            let open = still(end, clock.now().day);
            let plan = format!("EXPLAIN QUERY PLAN SELECT * FROM {table} WHERE {open}");
            let steps: Vec<String> = db.all(&plan, [], |row| row.get("detail")).unwrap();
            assert!(steps.iter().all(|step| !step.contains("SCAN")), "{steps:?}");
        }
    }
}
