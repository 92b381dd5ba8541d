//! How a file's thousands of rows are added.

use chrono::NaiveDate;
use rusqlite::config::DbConfig;
use rusqlite::types::Null;
use rusqlite::{CachedStatement, ToSql};

use super::triggers::insert_trigger;
use super::{StoreError, Transaction};
use crate::domain::client::Client;
use crate::domain::iso::iso;
use crate::domain::order::Order;

/// The tables a file may bring rows for, parents first.
const IMPORTED: [&str; 6] = ["client", "tag", "person", "channel", "orders", "order_line"];

/// How many rows one statement adds.
const AT_ONCE: usize = 128;

/// Rows of some columns of a table, the first of them never NULL, which are added many by one statement. Where their ids follow
/// each other and are the highest, SQLite counts them on itself: of one that it is given it asks whether it is there already.
struct Rows<'t, const WIDTH: usize> {
    tx: &'t Transaction<'t>,
    insert: CachedStatement<'t>,
    /// How many the statement holds so far.
    waiting: usize,
    /// The id of the last one.
    last: i64,
    /// The highest id that was there before: a book put back from another device may have some of a later time.
    highest: i64,
}

impl<'t, const WIDTH: usize> Rows<'t, WIDTH> {
    fn of(tx: &'t Transaction<'t>, table: &str, columns: [&str; WIDTH]) -> Result<Self, StoreError> {
        let row = format!("({})", ["?"; WIDTH].join(", "));
        // A row that is refused ends the whole import: a statement needs no journal of its own to be taken back by.
        let insert = format!(
            "INSERT OR FAIL INTO {table} ({}) SELECT * FROM (VALUES {}) WHERE column1 IS NOT NULL",
            columns.join(", "),
            [row.as_str(); AT_ONCE].join(", ")
        );
        let highest = tx.one(&format!("SELECT coalesce(max(id), 0) FROM {table}"), [])?;
        Ok(Self { tx, insert: tx.wrap(tx.conn.prepare_cached(&insert))?, waiting: 0, last: 0, highest })
    }

    /// Takes note of a row of that id. Whether it is added by [`add`](Self::add): it is `plain`, no more than the columns, and
    /// its id is the one that SQLite would count on to. If not, it is for the caller to add.
    fn takes(&mut self, id: i64, plain: bool) -> Result<bool, StoreError> {
        let takes = plain && id == self.last + 1 && self.last >= self.highest;
        if !takes {
            self.add_waiting()?;
        }
        self.last = id;
        Ok(takes)
    }

    /// Adds the row that was noted last.
    fn add(&mut self, row: [&dyn ToSql; WIDTH]) -> Result<(), StoreError> {
        for (place, value) in (self.waiting * WIDTH + 1..).zip(row) {
            self.tx.wrap(self.insert.raw_bind_parameter(place, value))?;
        }
        self.waiting += 1;
        if self.waiting == AT_ONCE { self.add_waiting() } else { Ok(()) }
    }

    fn add_waiting(&mut self) -> Result<(), StoreError> {
        if self.waiting == 0 {
            return Ok(());
        }
        for place in self.waiting..AT_ONCE {
            self.tx.wrap(self.insert.raw_bind_parameter(place * WIDTH + 1, Null))?;
        }
        self.waiting = 0;
        self.tx.wrap(self.insert.raw_execute()).map(drop)
    }
}

/// Adds clients and orders by the thousand.
///
/// Of most clients of a file no more is known than what they are called and where they are, of most orders no more than the
/// day and the amounts: those wait until there are enough of them for one statement.
pub struct Bulk<'t> {
    tx: &'t Transaction<'t>,
    clients: Rows<'t, 5>,
    orders: Rows<'t, 5>,
}

impl<'t> Bulk<'t> {
    fn of(tx: &'t Transaction<'t>) -> Result<Self, StoreError> {
        Ok(Self {
            tx,
            clients: Rows::of(tx, "client", ["name", "external_id", "sort_name", "since", "city"])?,
            orders: Rows::of(tx, "orders", ["client_id", "day", "amount", "returned", "nth"])?,
        })
    }

    /// Adds a client, as [`Transaction::insert_client`] does.
    pub fn add_client(&mut self, client: &Client, sort_name: &str, since: NaiveDate) -> Result<(), StoreError> {
        let Client { id, name, external_id, city, .. } = client;
        let plain = Client { external_id: external_id.clone(), city: city.clone(), ..Client::named(*id, name.clone()) };
        if self.clients.takes(id.0, *client == plain)? {
            self.clients.add([name, external_id, &sort_name, &&*iso(since), city])
        } else {
            self.tx.insert_client(client, sort_name, since)
        }
    }

    /// Adds an order; `nth` says which of its equals it was in the file it came from.
    pub fn add_order(&mut self, order: &Order, nth: u32) -> Result<(), StoreError> {
        let plain = order.number.is_empty()
            && order.note.is_empty()
            && order.lines.is_empty()
            && (&order.currency, order.rate_micro, order.due, order.paid) == (&None, None, None, None);
        if self.orders.takes(order.id.0, plain)? {
            let Order { client, day, amount, returned, .. } = order;
            self.orders.add([client, &&*iso(*day), amount, returned, &nth])
        } else {
            self.tx.insert_order(order, Some(nth))
        }
    }

    fn add_waiting(&mut self) -> Result<(), StoreError> {
        self.clients.add_waiting()?;
        self.orders.add_waiting()
    }
}

impl Transaction<'_> {
    /// Adds what a file brings, some `rows` rows, without a copy of each in the journal: `add` makes them with ids of
    /// this transaction, and their range is noted instead. Rows that `add` changes are journalled as ever. The checks of the
    /// tables and the references between them, half of the cost of adding a row, are not asked meanwhile: the types of the
    /// domain hold nothing else, and what a row refers to is there or was added before it.
    pub fn in_bulk<E: From<StoreError>>(
        &self,
        rows: usize,
        add: impl FnOnce(&mut Bulk<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let first = self.make_id();
        IMPORTED.iter().try_for_each(|table| self.run(&format!("DROP TRIGGER journal_{table}_insert")))?;
        let indexes = self.set_indexes_aside(rows)?;
        self.ask_of_rows(false)?;
        let mut bulk = Bulk::of(self)?;
        let added = add(&mut bulk).and_then(|()| Ok(bulk.add_waiting()?));
        drop(bulk);
        self.ask_of_rows(true)?;
        added?;
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
        Ok(())
    }

    /// Has the checks and references of rows asked, or not.
    fn ask_of_rows(&self, asked: bool) -> Result<(), StoreError> {
        self.run(&format!("PRAGMA ignore_check_constraints = {}", !asked))?;
        // Unlike the pragma of that purpose this takes effect within a transaction, too.
        self.wrap(self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, asked)).map(drop)
    }

    /// Drops the indexes of the tables a file fills, if more rows are to come than are there: to build them at the end
    /// is cheaper then. That of the orders stays: they come in its order. Returns what makes them again.
    fn set_indexes_aside(&self, rows: usize) -> Result<Vec<String>, StoreError> {
        let there: usize = self.one("SELECT (SELECT count(*) FROM client) + (SELECT count(*) FROM orders)", [])?;
        if there > rows {
            return Ok(Vec::new());
        }
        let indexes = self.all(
            "SELECT name, tbl_name, sql FROM sqlite_schema
             WHERE type = 'index' AND sql IS NOT NULL AND name <> 'orders_by_client'",
            [],
            |row| Ok((row.get::<_, String>("name")?, row.get::<_, String>("tbl_name")?, row.get::<_, String>("sql")?)),
        )?;
        let aside = indexes.into_iter().filter(|(_, table, _)| IMPORTED.contains(&table.as_str()));
        aside.map(|(name, _, sql)| self.run(&format!("DROP INDEX {name}")).map(|()| sql)).collect()
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
        let of_nobody = "INSERT INTO tag (id, client_id, name) VALUES (1, 2, 'new')";
        for failed in [false, true] {
            let entry = Entry { verb: "import", subject: "", at: clock.now().at };
            db.transact(entry, &clock, |tx| {
                let work = |_: &mut Bulk<'_>| if failed { tx.run("no statement") } else { Ok(()) };
                assert_eq!(tx.in_bulk(1, work).is_err(), failed);
                assert!(tx.run(nameless).is_err());
                assert!(tx.run(of_nobody).is_err());
                Ok::<_, StoreError>(())
            })
            .unwrap();
        }
    }
}
