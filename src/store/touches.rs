//! The tables of touches, notes and typed next steps.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{Db, StoreError, Transaction};
use crate::domain::ids::ClientId;
use crate::domain::touch::Touch;

impl Db {
    /// The day typed by hand for the next contact with a client.
    pub fn next_step(&self, client: ClientId) -> Result<Option<NaiveDate>, StoreError> {
        self.first("SELECT day FROM next_step WHERE client_id = ?1", [client], |row| row.get("day"))
    }

    /// How many touches were logged on each of the days from `first` to `last` on which there were any.
    pub fn count_touches(&self, first: NaiveDate, last: NaiveDate) -> Result<BTreeMap<NaiveDate, u32>, StoreError> {
        let counts = self.all(
            "SELECT day, count(*) AS n FROM touch WHERE day BETWEEN ?1 AND ?2 GROUP BY day",
            (first, last),
            |row| Ok((row.get("day")?, row.get("n")?)),
        )?;
        Ok(counts.into_iter().collect())
    }

    /// What was given to clients before, most often first: for completing a gift's name.
    pub fn gift_items(&self, limit: usize) -> Result<Vec<String>, StoreError> {
        self.all(
            "SELECT item FROM touch WHERE kind = 'gift' AND item <> '' GROUP BY item ORDER BY count(*) DESC, item LIMIT ?1",
            [limit],
            |row| row.get("item"),
        )
    }
}

impl Transaction<'_> {
    /// Adds a touch.
    pub fn insert_touch(&self, touch: &Touch) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO touch (id, client_id, person_id, kind, day, at, outcome, note, item, cost, marks, important)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            (
                touch.id,
                touch.client,
                touch.person,
                touch.kind,
                touch.day,
                touch.at,
                touch.outcome,
                &touch.note,
                &touch.item,
                touch.cost,
                touch.marks,
                touch.important,
            ),
        )?;
        Ok(())
    }

    /// Adds a note of a day, written at a moment.
    pub fn insert_note(
        &self,
        client: ClientId,
        (day, at): (NaiveDate, DateTime<Utc>),
        text: &str,
        important: bool,
    ) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO note (id, client_id, day, at, text, important) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (self.make_id(), client, day, at, text, important.then_some(true)),
        )?;
        Ok(())
    }

    /// Sets the day of the next contact with a client, in place of an earlier one.
    pub fn set_next_step(&self, client: ClientId, day: NaiveDate) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO next_step (id, client_id, day) VALUES (?1, ?2, ?3)
             ON CONFLICT (client_id) DO UPDATE SET day = excluded.day",
            (self.make_id(), client, day),
        )?;
        Ok(())
    }

    /// Takes away the typed next step of a client that lies on `day` or before: the contact took place.
    pub fn meet_next_step(&self, client: ClientId, day: NaiveDate) -> Result<(), StoreError> {
        self.change("DELETE FROM next_step WHERE client_id = ?1 AND day <= ?2", (client, day))?;
        Ok(())
    }
}
