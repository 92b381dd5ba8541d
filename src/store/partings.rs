//! The tables of what speaks against going on with a client, and of what was decided.

use chrono::NaiveDate;

use super::sql::still;
use super::{Db, StoreError, Transaction};
use crate::domain::ids::ClientId;
use crate::domain::parting::{Concession, Conflict, Decided, FreeWork};

/// A decision that is due, with its client's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecidedRow {
    /// About which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// What was decided.
    pub decided: Decided,
}

impl Db {
    /// What we gave way on up to a day, the newest first.
    pub fn concessions(&self, client: ClientId, today: NaiveDate) -> Result<Vec<Concession>, StoreError> {
        let made = "SELECT * FROM concession WHERE client_id = ?1 AND day <= ?2 ORDER BY day DESC, id DESC";
        self.all(made, (client, today), |row| {
            Ok(Concession { day: row.get("day")?, text: row.get("text")?, cost: row.get("cost")? })
        })
    }

    /// What was done for nothing up to a day, the newest first.
    pub fn free_work(&self, client: ClientId, today: NaiveDate) -> Result<Vec<FreeWork>, StoreError> {
        let done = "SELECT * FROM free_work WHERE client_id = ?1 AND day <= ?2 ORDER BY day DESC, id DESC";
        self.all(done, (client, today), |row| {
            Ok(FreeWork { day: row.get("day")?, text: row.get("text")?, value: row.get("value")? })
        })
    }

    /// The conflicts of values that held on a day.
    pub fn conflicts(&self, client: ClientId, today: NaiveDate) -> Result<Vec<Conflict>, StoreError> {
        let held = "SELECT kind FROM values_conflict WHERE client_id = ?1 AND day <= ?2 ORDER BY id";
        self.all(held, (client, today), |row| row.get("kind"))
    }

    /// Whether the fall of the orders that was told on a day was explained; `None` as long as nobody said.
    pub fn volume_explained(&self, client: ClientId, told_on: NaiveDate) -> Result<Option<bool>, StoreError> {
        let explained = "SELECT explained FROM volume_answer WHERE client_id = ?1 AND told_on = ?2";
        self.first(explained, (client, told_on), |row| row.get("explained"))
    }

    /// What was decided about a client last and is not done on a day.
    pub fn decided(&self, client: ClientId, today: NaiveDate) -> Result<Option<Decided>, StoreError> {
        Ok(self.decided_where("client_id = ?1", today, [client])?.pop().map(|row| row.decided))
    }

    /// What was decided about clients that were not closed since, and is due by a day.
    pub fn decisions_due(&self, today: NaiveDate) -> Result<Vec<DecidedRow>, StoreError> {
        let due = format!("{} AND due <= ?1", still("client.closed_on", today));
        self.due_in("parting", || self.decided_where(&due, today, [today]))
    }

    fn decided_where(
        &self,
        which: &str,
        today: NaiveDate,
        params: impl rusqlite::Params,
    ) -> Result<Vec<DecidedRow>, StoreError> {
        let rows = format!(
            "SELECT parting.*, client.name FROM parting JOIN client ON client.id = client_id
             WHERE made_on <= '{today}' AND {} AND {which} ORDER BY due, parting.id",
            still("done_on", today)
        );
        self.all(&rows, params, |row| {
            let (choice, on, due) = (row.get("choice")?, row.get("made_on")?, row.get("due")?);
            let decided = Decided { choice, on, due, note: row.get("note")? };
            Ok(DecidedRow { client: row.get("client_id")?, name: row.get("name")?, decided })
        })
    }
}

impl Transaction<'_> {
    /// Adds what we gave way on.
    pub fn insert_concession(&self, client: ClientId, one: &Concession) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO concession (id, client_id, day, text, cost) VALUES (?1, ?2, ?3, ?4, ?5)",
            (self.make_id(), client, one.day, &one.text, one.cost),
        )?;
        Ok(())
    }

    /// Adds what was done for nothing.
    pub fn insert_free_work(&self, client: ClientId, work: &FreeWork) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO free_work (id, client_id, day, text, value) VALUES (?1, ?2, ?3, ?4, ?5)",
            (self.make_id(), client, work.day, &work.text, work.value),
        )?;
        Ok(())
    }

    /// Marks a conflict of values on a day, or takes the mark away; one of a later day stays.
    pub fn put_conflict(
        &self,
        client: ClientId,
        kind: Conflict,
        holds: bool,
        today: NaiveDate,
    ) -> Result<(), StoreError> {
        self.change(
            "DELETE FROM values_conflict WHERE client_id = ?1 AND kind = ?2 AND day <= ?3",
            (client, kind, today),
        )?;
        if holds {
            self.change(
                "INSERT INTO values_conflict (id, client_id, kind, day) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET day = excluded.day",
                (self.make_id(), client, kind, today),
            )?;
        }
        Ok(())
    }

    /// Keeps whether the fall of the orders that was told on a day is explained, and how.
    pub fn put_explained(
        &self,
        client: ClientId,
        told_on: NaiveDate,
        explained: bool,
        text: &str,
    ) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO volume_answer (id, client_id, told_on, explained, text) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (client_id) DO UPDATE SET told_on = excluded.told_on, explained = excluded.explained,
                 text = excluded.text",
            (self.make_id(), client, told_on, explained, text),
        )?;
        Ok(())
    }

    /// Keeps what was decided; what was decided before is done, and it by what was decided later.
    pub fn insert_decided(&self, client: ClientId, decided: &Decided) -> Result<(), StoreError> {
        let Decided { choice, on, due, note } = decided;
        let open = format!("made_on <= ?2 AND {}", still("done_on", *on));
        self.change(&format!("UPDATE parting SET done_on = ?2 WHERE client_id = ?1 AND {open}"), (client, on))?;
        self.change(
            "INSERT INTO parting (id, client_id, choice, made_on, due, note, done_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6,
                 (SELECT min(made_on) FROM parting WHERE client_id = ?2 AND made_on > ?4))",
            (self.make_id(), client, choice, on, due, note),
        )?;
        Ok(())
    }
}
