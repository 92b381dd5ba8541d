//! The tables of what speaks against going on with a client, and of what was decided.

use chrono::NaiveDate;

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
    /// What we gave way on, the newest first.
    pub fn concessions(&self, client: ClientId) -> Result<Vec<Concession>, StoreError> {
        self.all("SELECT * FROM concession WHERE client_id = ?1 ORDER BY day DESC, id DESC", [client], |row| {
            Ok(Concession { day: row.get("day")?, text: row.get("text")?, cost: row.get("cost")? })
        })
    }

    /// What was done for nothing, the newest first.
    pub fn free_work(&self, client: ClientId) -> Result<Vec<FreeWork>, StoreError> {
        self.all("SELECT * FROM free_work WHERE client_id = ?1 ORDER BY day DESC, id DESC", [client], |row| {
            Ok(FreeWork { day: row.get("day")?, text: row.get("text")?, value: row.get("value")? })
        })
    }

    /// The conflicts of values that hold.
    pub fn conflicts(&self, client: ClientId) -> Result<Vec<Conflict>, StoreError> {
        self.all("SELECT kind FROM values_conflict WHERE client_id = ?1 ORDER BY id", [client], |row| row.get("kind"))
    }

    /// Whether the fall of the orders that was told on a day was explained; `None` as long as nobody said.
    pub fn volume_explained(&self, client: ClientId, told_on: NaiveDate) -> Result<Option<bool>, StoreError> {
        let explained = "SELECT explained FROM volume_answer WHERE client_id = ?1 AND told_on = ?2";
        self.first(explained, (client, told_on), |row| row.get("explained"))
    }

    /// What was decided about a client last and is not done.
    pub fn decided(&self, client: ClientId) -> Result<Option<Decided>, StoreError> {
        Ok(self.decided_where("client_id = ?1", [client])?.pop().map(|row| row.decided))
    }

    /// What was decided about clients that were not closed since, and is due by a day.
    pub fn decisions_due(&self, by: NaiveDate) -> Result<Vec<DecidedRow>, StoreError> {
        self.decided_where("client.closed_on IS NULL AND due <= ?1", [by])
    }

    fn decided_where(&self, which: &str, params: impl rusqlite::Params) -> Result<Vec<DecidedRow>, StoreError> {
        let rows = format!(
            "SELECT parting.*, client.name FROM parting JOIN client ON client.id = client_id
             WHERE parting.done_on IS NULL AND {which} ORDER BY due, parting.id"
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

    /// Marks a conflict of values, or takes the mark away.
    pub fn put_conflict(&self, client: ClientId, kind: Conflict, since: Option<NaiveDate>) -> Result<(), StoreError> {
        self.change("DELETE FROM values_conflict WHERE client_id = ?1 AND kind = ?2", (client, kind))?;
        if let Some(day) = since {
            self.change(
                "INSERT INTO values_conflict (id, client_id, kind, day) VALUES (?1, ?2, ?3, ?4)",
                (self.make_id(), client, kind, day),
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

    /// Keeps what was decided; what was decided before is done.
    pub fn insert_decided(&self, client: ClientId, decided: &Decided) -> Result<(), StoreError> {
        let Decided { choice, on, due, note } = decided;
        self.change("UPDATE parting SET done_on = ?2 WHERE client_id = ?1 AND done_on IS NULL", (client, on))?;
        self.change(
            "INSERT INTO parting (id, client_id, choice, made_on, due, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (self.make_id(), client, choice, on, due, note),
        )?;
        Ok(())
    }
}
