//! How a file's thousands of rows are added.

use rusqlite::ToSql;

use super::triggers::insert_trigger;
use super::{StoreError, Transaction};
use crate::domain::iso::iso;
use crate::domain::order::Order;

/// The tables a file may bring rows for, parents first.
const IMPORTED: [&str; 6] = ["client", "tag", "person", "channel", "orders", "order_line"];

/// How many orders one statement adds.
const AT_ONCE: usize = 32;

/// Adds orders by the thousand.
pub struct OrderAdder<'t> {
    tx: &'t Transaction<'t>,
    /// Those the next statement adds, each with what it was in the file it came from.
    waiting: Vec<(Order, String)>,
}

impl OrderAdder<'_> {
    /// Adds an order; `source_key` says what it was in the file it came from.
    pub fn add(&mut self, order: Order, source_key: String) -> Result<(), StoreError> {
        // Most orders of a file are no more than a day and its amounts.
        let says_more = !order.number.is_empty()
            || !order.note.is_empty()
            || !order.lines.is_empty()
            || order.currency.is_some()
            || order.rate_micro.is_some()
            || order.due.is_some()
            || order.paid.is_some();
        if says_more {
            return self.tx.insert_order(&order, Some(&source_key));
        }
        self.waiting.push((order, source_key));
        if self.waiting.len() == AT_ONCE { self.add_waiting() } else { Ok(()) }
    }

    fn add_waiting(&mut self) -> Result<(), StoreError> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let rows = vec!["(?, ?, ?, ?, ?, ?)"; self.waiting.len()].join(", ");
        let insert = format!("INSERT INTO orders (id, client_id, day, amount, returned, source_key) VALUES {rows}");
        let mut insert = self.tx.wrap(self.tx.conn.prepare_cached(&insert))?;
        let mut bind = |place, value: &dyn ToSql| self.tx.wrap(insert.raw_bind_parameter(place, value));
        for (place, (order, source_key)) in self.waiting.drain(..).enumerate() {
            let first = 6 * place + 1;
            bind(first, &order.id)?;
            bind(first + 1, &order.client)?;
            bind(first + 2, &iso(order.day))?;
            bind(first + 3, &order.amount)?;
            bind(first + 4, &order.returned)?;
            bind(first + 5, &source_key)?;
        }
        self.tx.wrap(insert.raw_execute())?;
        Ok(())
    }
}

impl Transaction<'_> {
    /// Adds what a file brings, some `rows` rows, without a copy of each in the journal: `add` makes them with ids of
    /// this transaction, and their range is noted instead. Rows that `add` changes are journalled as ever. The checks of the
    /// tables, a third of the cost of adding a row, are not asked meanwhile: the types of the domain hold nothing else.
    pub fn in_bulk<T, E: From<StoreError>>(&self, rows: usize, add: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        let first = self.make_id();
        IMPORTED.iter().try_for_each(|table| self.run(&format!("DROP TRIGGER journal_{table}_insert")))?;
        let indexes = self.set_indexes_aside(rows)?;
        self.run("PRAGMA ignore_check_constraints = ON")?;
        let added = add();
        self.run("PRAGMA ignore_check_constraints = OFF")?;
        let added = added?;
        let last = self.make_id();
        indexes.iter().try_for_each(|sql| self.run(sql))?;
        for table in IMPORTED {
            self.run(&insert_trigger(table, &self.columns(table)?))?;
            let any = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE id BETWEEN ?1 AND ?2)");
            if self.one(&any, (first, last))? {
                self.change(
                    "INSERT INTO journal_bulk (action_id, tbl, first_id, last_id) VALUES (?1, ?2, ?3, ?4)",
                    (self.action, table, first, last),
                )?;
            }
        }
        Ok(added)
    }

    /// Drops the indexes of the tables a file fills, if more rows are to come than are there: to build them at the end
    /// is cheaper then. Returns what makes them again.
    fn set_indexes_aside(&self, rows: usize) -> Result<Vec<String>, StoreError> {
        let there: usize = self.one("SELECT (SELECT count(*) FROM client) + (SELECT count(*) FROM orders)", [])?;
        if there > rows {
            return Ok(Vec::new());
        }
        let indexes = self.all(
            "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
            [],
            |row| Ok((row.get::<_, String>("name")?, row.get::<_, String>("tbl_name")?, row.get::<_, String>("sql")?)),
        )?;
        let aside = indexes.into_iter().filter(|(_, table, _)| IMPORTED.contains(&table.as_str()));
        aside.map(|(name, _, sql)| self.run(&format!("DROP INDEX {name}")).map(|()| sql)).collect()
    }

    /// Runs `add`, which adds orders by the thousand.
    pub fn adding_orders<T, E: From<StoreError>>(
        &self,
        add: impl FnOnce(&mut OrderAdder<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut adder = OrderAdder { tx: self, waiting: Vec::with_capacity(AT_ONCE) };
        let value = add(&mut adder)?;
        adder.add_waiting()?;
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;
    use crate::clock::Clock;
    use crate::store::{Db, Entry};

    #[test]
    fn the_checks_are_asked_again_behind_a_file_and_behind_one_that_failed() {
        let clock = Clock::Fixed("2026-11-25T09:00:00".parse().unwrap());
        let db = Db::in_memory(&clock).unwrap();
        let nameless = "INSERT INTO client (id, name, sort_name, since) VALUES (1, '', '', '2026-11-25')";
        for failed in [false, true] {
            let entry = Entry { verb: "import", subject: "", at: clock.now().at };
            db.transact(entry, &clock, |tx| {
                let work = || if failed { tx.run("no statement") } else { Ok(()) };
                assert_eq!(tx.in_bulk(1, work).is_err(), failed);
                assert!(tx.run(nameless).is_err());
                Ok::<_, StoreError>(())
            })
            .unwrap();
        }
    }
}
