//! The tables of where clients stand: what a person said of that, how far a purchase has come, and who counts as regular.

use chrono::NaiveDate;
use rusqlite::Row;

use super::{Db, StoreError, Transaction};
use crate::domain::ids::ClientId;
use crate::domain::status::{Purchase, RegularRule, Stage, StatusChange};

impl Db {
    /// What a person said up to a day of where a client stands, oldest first.
    pub fn status_changes(&self, client: ClientId, today: NaiveDate) -> Result<Vec<StatusChange>, StoreError> {
        let said = "SELECT day, status, why FROM status_change WHERE client_id = ?1 AND day <= ?2 ORDER BY day, id";
        self.all(said, (client, today), |row| {
            Ok(StatusChange { day: row.get("day")?, status: row.get("status")?, why: row.get("why")? })
        })
    }

    /// How far a client's purchase has come.
    pub fn purchase(&self, client: ClientId) -> Result<Option<Purchase>, StoreError> {
        self.first("SELECT stage, since, criterion FROM purchase WHERE client_id = ?1", [client], |row| {
            Ok(Purchase { stage: row.get("stage")?, since: row.get("since")?, criterion: row.get("criterion")? })
        })
    }

    /// Who counts as regular, each definition with the day from which on it holds, oldest first.
    pub fn regular_rules(&self) -> Result<Vec<(NaiveDate, RegularRule)>, StoreError> {
        self.all("SELECT since, order_days, within FROM regular_rule ORDER BY since", [], rule_of)
    }
}

impl Transaction<'_> {
    /// Keeps what a person says of where a client stands.
    pub fn set_status(&self, client: ClientId, change: &StatusChange) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO status_change (id, client_id, day, status, why) VALUES (?1, ?2, ?3, ?4, ?5)",
            (self.make_id(), client, change.day, change.status, &change.why),
        )?;
        Ok(())
    }

    /// Says how far a client's purchase has come. What it is chosen by stays as it was, where nothing else is said.
    pub fn set_stage(
        &self,
        client: ClientId,
        stage: Stage,
        since: NaiveDate,
        criterion: Option<&str>,
    ) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO purchase (id, client_id, stage, since, criterion) VALUES (?1, ?2, ?3, ?4, coalesce(?5, ''))
             ON CONFLICT (client_id) DO UPDATE SET stage = excluded.stage,
                 since = iif(stage = excluded.stage, since, excluded.since), criterion = coalesce(?5, criterion)",
            (self.make_id(), client, stage, since, criterion),
        )?;
        Ok(())
    }

    /// Says that no purchase is on its way.
    pub fn end_purchase(&self, client: ClientId) -> Result<(), StoreError> {
        self.change("DELETE FROM purchase WHERE client_id = ?1", [client])?;
        Ok(())
    }

    /// Says who counts as regular from a day on.
    pub fn put_regular_rule(&self, since: NaiveDate, rule: RegularRule) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO regular_rule (id, since, order_days, within) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (since) DO UPDATE SET order_days = excluded.order_days, within = excluded.within",
            (self.make_id(), since, rule.order_days, rule.within),
        )?;
        Ok(())
    }
}

fn rule_of(row: &Row<'_>) -> rusqlite::Result<(NaiveDate, RegularRule)> {
    Ok((row.get("since")?, RegularRule { order_days: row.get("order_days")?, within: row.get("within")? }))
}
