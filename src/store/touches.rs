//! The tables of touches, notes and typed next steps.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::{Row, params};

use super::{Db, StoreError, Transaction};
use crate::domain::ids::{ClientId, NoteId, TouchId};
use crate::domain::note::Note;
use crate::domain::touch::{Details, Invited, Touch};

/// What was entered of a touch about what it took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Effort {
    /// Minutes.
    pub minutes: Option<u16>,
    /// What it took out of us, 1 to 5.
    pub drain: Option<u8>,
}

impl Db {
    /// The day typed by hand for the next contact with a client.
    pub fn next_step(&self, client: ClientId) -> Result<Option<NaiveDate>, StoreError> {
        self.first("SELECT day FROM next_step WHERE client_id = ?1", [client], |row| row.get("day"))
    }

    /// The touch of that id.
    pub fn logged_touch(&self, id: TouchId) -> Result<Option<Touch>, StoreError> {
        self.first("SELECT * FROM touch WHERE id = ?1", [id], |row| {
            Ok(Touch {
                id,
                client: row.get("client_id")?,
                person: row.get("person_id")?,
                kind: row.get("kind")?,
                day: row.get("day")?,
                at: row.get("at")?,
                outcome: row.get("outcome")?,
                note: row.get("note")?,
                item: row.get("item")?,
                cost: row.get("cost")?,
                marks: row.get("marks")?,
                important: row.get("important")?,
                details: details_of(row)?,
            })
        })
    }

    /// What was entered of a client's touches about what they took.
    pub fn efforts(&self, client: ClientId) -> Result<HashMap<TouchId, Effort>, StoreError> {
        let efforts = self.all("SELECT id, minutes, drain FROM touch WHERE client_id = ?1", [client], |row| {
            Ok((row.get("id")?, Effort { minutes: row.get("minutes")?, drain: row.get("drain")? }))
        })?;
        Ok(efforts.into_iter().collect())
    }

    /// The note of that id.
    pub fn note(&self, id: NoteId) -> Result<Option<Note>, StoreError> {
        self.first("SELECT * FROM note WHERE id = ?1", [id], |row| {
            Ok(Note {
                id,
                client: row.get("client_id")?,
                day: row.get("day")?,
                at: row.get("at")?,
                text: row.get("text")?,
                important: row.get::<_, Option<bool>>("important")?.unwrap_or_default(),
            })
        })
    }

    /// The answers to how likely a client would recommend us from `first` to `last`: who answered, and what; of each the
    /// last one counts.
    pub fn nps_answers(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<u8>, StoreError> {
        self.all(
            "SELECT nps FROM (
                SELECT nps, row_number() OVER (PARTITION BY client_id, person_id ORDER BY day DESC, id DESC) AS place
                FROM touch WHERE nps IS NOT NULL AND day BETWEEN ?1 AND ?2)
             WHERE place = 1",
            (first, last),
            |row| row.get("nps"),
        )
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

    /// What was given to clients up to a day, most often first: for completing a gift's name.
    pub fn gift_items(&self, today: NaiveDate, limit: usize) -> Result<Vec<String>, StoreError> {
        self.all(
            "SELECT item FROM touch WHERE kind = 'gift' AND item <> '' AND day <= ?1
             GROUP BY item ORDER BY count(*) DESC, item LIMIT ?2",
            (today, limit),
            |row| row.get("item"),
        )
    }
}

impl Transaction<'_> {
    /// Writes a touch, in place of the one of its id where there is one.
    pub fn put_touch(&self, touch: &Touch) -> Result<(), StoreError> {
        let Details { theirs, minutes, purpose, drain, nps, wow, invited } = touch.details;
        self.change(
            "INSERT INTO touch (id, client_id, person_id, kind, day, at, outcome, note, item, cost, marks, important, theirs,
                                minutes, purpose, drain, nps, wow, invited)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)
             ON CONFLICT (id) DO UPDATE SET
                person_id = excluded.person_id, day = excluded.day, at = excluded.at, outcome = excluded.outcome,
                note = excluded.note, item = excluded.item, cost = excluded.cost, marks = excluded.marks,
                important = excluded.important, theirs = excluded.theirs, minutes = excluded.minutes,
                purpose = excluded.purpose, drain = excluded.drain, nps = excluded.nps, wow = excluded.wow,
                invited = excluded.invited",
            params![
                touch.id,
                touch.client,
                touch.person,
                touch.kind,
                touch.day,
                touch.at,
                touch.outcome,
                touch.note,
                touch.item,
                touch.cost,
                touch.marks,
                touch.important,
                theirs.then_some(true),
                minutes,
                purpose,
                drain,
                nps,
                wow.then_some(true),
                Some(invited).filter(|step| *step != Invited::Asked),
            ],
        )?;
        Ok(())
    }

    /// Takes a touch away; what it did in the plan is open again.
    pub fn delete_touch(&self, id: TouchId) -> Result<(), StoreError> {
        self.change("DELETE FROM touch WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Writes a note, in place of the one of its id where there is one.
    pub fn put_note(&self, note: &Note) -> Result<(), StoreError> {
        let Note { id, client, day, at, text, important } = note;
        self.change(
            "INSERT INTO note (id, client_id, day, at, text, important) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET
                day = excluded.day, at = excluded.at, text = excluded.text, important = excluded.important",
            (id, client, day, at, text, important.then_some(true)),
        )?;
        Ok(())
    }

    /// Takes a note away.
    pub fn delete_note(&self, id: NoteId) -> Result<(), StoreError> {
        self.change("DELETE FROM note WHERE id = ?1", [id])?;
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

    /// Takes away the typed next step of a client that lies on `day` or before: the contact took place. The touch that was
    /// it keeps the day, for the case that it is taken away.
    pub fn meet_next_step(&self, client: ClientId, day: NaiveDate, touch: TouchId) -> Result<(), StoreError> {
        let Some(met) = self.next_step(client)?.filter(|step| *step <= day) else { return Ok(()) };
        self.change("UPDATE touch SET met = ?2 WHERE id = ?1", (touch, met))?;
        self.change("DELETE FROM next_step WHERE client_id = ?1", [client])?;
        Ok(())
    }

    /// Brings back the typed next step that a touch met, unless another was set since: the contact did not take place.
    pub fn reopen_next_step(&self, touch: TouchId) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO next_step (id, client_id, day) SELECT ?1, client_id, met FROM touch WHERE id = ?2 AND met IS NOT NULL
             ON CONFLICT (client_id) DO NOTHING",
            (self.make_id(), touch),
        )?;
        self.change("UPDATE touch SET met = NULL WHERE id = ?1 AND met IS NOT NULL", [touch])?;
        Ok(())
    }
}

/// What else was said of the touch in a row.
pub(super) fn details_of(row: &Row<'_>) -> rusqlite::Result<Details> {
    let said = |column| Ok::<_, rusqlite::Error>(row.get::<_, Option<bool>>(column)?.unwrap_or_default());
    Ok(Details {
        theirs: said("theirs")?,
        minutes: row.get("minutes")?,
        purpose: row.get("purpose")?,
        drain: row.get("drain")?,
        nps: row.get("nps")?,
        wow: said("wow")?,
        invited: row.get::<_, Option<_>>("invited")?.unwrap_or_default(),
    })
}
