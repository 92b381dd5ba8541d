//! The table of promises.

use chrono::NaiveDate;
use rusqlite::Row;

use super::sql::still;
use super::{Db, StoreError, Transaction};
use crate::domain::ids::{ClientId, PromiseId};
use crate::domain::promise::{Moved, Promise, PromiseEnd, Promised};

/// A promise with the names that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseRow {
    /// The promise.
    pub promise: Promise,
    /// The client's name.
    pub client: String,
    /// The name of the person it was made to or by.
    pub person: Option<String>,
}

impl Db {
    /// Every promise, or those of one client, as they stood on a day: by the day they are due.
    pub fn promises(&self, only: Option<ClientId>, today: NaiveDate) -> Result<Vec<PromiseRow>, StoreError> {
        let of = if only.is_some() { "promise.client_id = ?1" } else { "?1 IS NULL" };
        self.known_promises_where(today, of, [only])
    }

    /// The promises that are open on a day and due by it, the longest due first.
    pub fn promises_due(&self, today: NaiveDate) -> Result<Vec<PromiseRow>, StoreError> {
        self.due_in("promise", || self.open_promises_where(today, "due <= ?1", [today]))
    }

    /// The promises that are open on a day and due from one to another.
    pub fn promises_between(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        today: NaiveDate,
    ) -> Result<Vec<PromiseRow>, StoreError> {
        self.open_promises_where(today, "due BETWEEN ?1 AND ?2", [first, last])
    }

    /// Every promise that is open on a day, the longest due first.
    pub fn open_promises(&self, today: NaiveDate) -> Result<Vec<PromiseRow>, StoreError> {
        self.open_promises_where(today, "1", [])
    }

    /// A promise, open or not.
    pub fn any_promise(&self, id: PromiseId) -> Result<Option<PromiseRow>, StoreError> {
        Ok(self.promises_where("promise.id = ?1", [id])?.pop())
    }

    fn open_promises_where(
        &self,
        today: NaiveDate,
        which: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<PromiseRow>, StoreError> {
        self.known_promises_where(today, &format!("{} AND {which}", still("ended_on", today)), params)
    }

    fn known_promises_where(
        &self,
        today: NaiveDate,
        which: &str,
        params: impl rusqlite::Params,
    ) -> Result<Vec<PromiseRow>, StoreError> {
        let made = self.promises_where(&format!("made_on <= '{today}' AND {which}"), params)?.into_iter();
        Ok(made.map(|row| PromiseRow { promise: row.promise.known_on(today), ..row }).collect())
    }

    fn promises_where(&self, which: &str, params: impl rusqlite::Params) -> Result<Vec<PromiseRow>, StoreError> {
        let rows = format!(
            "SELECT promise.*, client.name AS client, person.name AS person FROM promise
             JOIN client ON client.id = promise.client_id LEFT JOIN person ON person.id = person_id
             WHERE {which} ORDER BY due, promise.id"
        );
        self.all(&rows, params, row_of)
    }
}

impl Transaction<'_> {
    /// Adds a promise, on the day it is made for.
    pub fn insert_promise(&self, promise: &Promise) -> Result<(), StoreError> {
        let Promise { id, client, person, what, made_on, ended, why, moved: _ } = promise;
        let (ended, ended_on) = ended.unzip();
        self.change(
            "INSERT INTO promise (id, client_id, person_id, theirs, text, waits_on, made_on, due, ended, ended_on, why)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            (id, client, person, what.theirs, &what.text, &what.waits_on, made_on, what.due, ended, ended_on, why),
        )?;
        Ok(())
    }

    /// Puts a promise on another day; the day it was made for is kept.
    pub fn move_promise(&self, id: PromiseId, due: NaiveDate) -> Result<(), StoreError> {
        self.change(
            "UPDATE promise SET first_due = coalesce(first_due, due), moves = coalesce(moves, 0) + 1, due = ?2
             WHERE id = ?1 AND due <> ?2",
            (id, due),
        )?;
        Ok(())
    }

    /// Says anew what is promised, and on whom it waits.
    pub fn reword_promise(&self, id: PromiseId, text: &str, waits_on: &str) -> Result<(), StoreError> {
        self.change("UPDATE promise SET text = ?2, waits_on = ?3 WHERE id = ?1", (id, text, waits_on))?;
        Ok(())
    }

    /// Takes a promise away.
    pub fn delete_promise(&self, id: PromiseId) -> Result<(), StoreError> {
        self.change("DELETE FROM promise WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Ends a promise.
    pub fn end_promise(&self, id: PromiseId, how: PromiseEnd, on: NaiveDate, why: &str) -> Result<(), StoreError> {
        self.change("UPDATE promise SET ended = ?2, ended_on = ?3, why = ?4 WHERE id = ?1", (id, how, on, why))?;
        Ok(())
    }
}

fn row_of(row: &Row<'_>) -> rusqlite::Result<PromiseRow> {
    let ended: Option<PromiseEnd> = row.get("ended")?;
    let ended_on: Option<NaiveDate> = row.get("ended_on")?;
    Ok(PromiseRow {
        promise: Promise {
            id: row.get("id")?,
            client: row.get("client_id")?,
            person: row.get("person_id")?,
            what: Promised {
                theirs: row.get("theirs")?,
                text: row.get("text")?,
                due: row.get("due")?,
                waits_on: row.get("waits_on")?,
            },
            made_on: row.get("made_on")?,
            ended: ended.zip(ended_on),
            why: row.get("why")?,
            moved: moved_of(row)?,
        },
        client: row.get("client")?,
        person: row.get("person")?,
    })
}

/// How often the promise in a row was moved, and from which day.
pub(super) fn moved_of(row: &Row<'_>) -> rusqlite::Result<Option<Moved>> {
    let (times, first_due): (Option<u32>, Option<NaiveDate>) = (row.get("moves")?, row.get("first_due")?);
    Ok(times.zip(first_due).map(|(times, first_due)| Moved { times, first_due }))
}
