//! The stored plan: the day of every touch, what a person decided about single ones, who is away, and what each day holds.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::types::Type;
use rusqlite::{Row, RowIndex};
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer};

use super::{Db, StoreError, Transaction};
use crate::domain::calendar::{Absence, Choice, Decision, Kept, NoDay, Planned};
use crate::domain::ids::{AbsenceId, ClientId, TouchId};
use crate::domain::iso::iso;
use crate::domain::table::Responsible;

/// A row of the plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanRow {
    /// With which client.
    pub client: ClientId,
    /// What it is, whatever the day: the same key stays the same touch.
    pub key: String,
    /// The day it is planned for.
    pub day: NaiveDate,
    /// How long it takes.
    pub minutes: u32,
    /// What it is.
    pub item: AgendaItem,
    /// How it stands.
    pub state: PlanState,
}

/// What a planned row is: a touch a rule asks for, or the day a person set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaItem {
    /// A rule asks for it.
    Rule(Planned),
    /// A person set the day; this one, which may have passed.
    Typed(NaiveDate),
}

/// How a touch of the plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanState {
    /// It is to be done.
    Open,
    /// A contact did it.
    Done(Option<TouchId>),
    /// A person skipped it.
    Skipped,
}

impl PlanState {
    /// The name used in the file and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done(_) => "done",
            Self::Skipped => "skipped",
        }
    }
}

impl PlanRow {
    /// What the calendar has to know of it; `None` for a day that was set by hand.
    pub fn kept(&self) -> Option<Kept> {
        let AgendaItem::Rule(planned) = &self.item else { return None };
        let touch = if let PlanState::Done(touch) = self.state { touch } else { None };
        Some(Kept { key: self.key.clone(), day: self.day, touch, reason: planned.reason })
    }
}

/// A touch that is owed and found no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Its key.
    pub key: String,
    /// Why it has none.
    pub why: NoDay,
}

/// What a person decided about a touch, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionRow {
    /// With which client.
    pub client: ClientId,
    /// The decision.
    pub decision: Decision,
    /// Why it was made.
    pub reason: String,
}

/// Somebody's absence, as it is listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsenceRow {
    /// Its id.
    pub id: AbsenceId,
    /// Who is away, and when.
    pub absence: Absence,
    /// What was written about it.
    pub note: String,
}

/// What a day holds for somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoadRow {
    /// For whom.
    pub who: Responsible,
    /// The day.
    pub day: NaiveDate,
    /// The minutes that are planned.
    pub minutes: u32,
    /// The touches.
    pub touches: u32,
}

/// The columns of a row, in the order in which it is read.
const COLUMNS: &str = "plan.client_id, plan.key, rule_id, plan.kind, purpose, responsible, plan.day, from_day, to_day,
    minutes, why, reason, state, touch_id";

/// The name of the client stands behind them.
const NAME: usize = 14;

impl Db {
    /// The open touches by day, `limit` of them after the first `skip`, each with the name of its client.
    pub fn planned_page(&self, skip: usize, limit: usize) -> Result<Vec<(String, PlanRow)>, StoreError> {
        // A page is found in an index alone, and only then are its rows read: to skip many rows is cheap.
        self.all(
            &format!(
                "SELECT {COLUMNS}, name FROM (
                     SELECT day, client_id, key, id FROM plan WHERE state = 'open' ORDER BY day, client_id, key
                     LIMIT ?2 OFFSET ?1
                 ) AS page JOIN plan USING (id) JOIN client ON client.id = page.client_id
                 ORDER BY page.day, page.client_id, page.key"
            ),
            [skip, limit],
            |row| Ok((row.get(NAME)?, plan_row(row)?)),
        )
    }

    /// The open touches of one day, `limit` of them after the first `skip`, each with the name of its client.
    pub fn planned_on(&self, day: NaiveDate, skip: usize, limit: usize) -> Result<Vec<(String, PlanRow)>, StoreError> {
        self.all(
            &format!(
                "SELECT {COLUMNS}, name FROM plan JOIN client ON client.id = client_id
                 WHERE state = 'open' AND day = ?1 ORDER BY client_id, key LIMIT ?3 OFFSET ?2"
            ),
            (day, skip, limit),
            |row| Ok((row.get(NAME)?, plan_row(row)?)),
        )
    }

    /// The rows of days from `first` to `last`, by day, each with the name of its client.
    pub fn plan_between(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<(String, PlanRow)>, StoreError> {
        self.all(
            &format!(
                "SELECT {COLUMNS}, name FROM plan JOIN client ON client.id = client_id
                 WHERE day BETWEEN ?1 AND ?2 ORDER BY day, client_id, key"
            ),
            (first, last),
            |row| Ok((row.get(NAME)?, plan_row(row)?)),
        )
    }

    /// The row of a key.
    pub fn plan_row(&self, key: &str) -> Result<Option<PlanRow>, StoreError> {
        self.first(&format!("SELECT {COLUMNS} FROM plan WHERE id = ?1"), [row_id(key)], plan_row)
    }

    /// The rows of one client by day, or of everybody by client.
    pub fn plan_of(&self, client: Option<ClientId>) -> Result<Vec<PlanRow>, StoreError> {
        match client {
            Some(client) => self.all(
                &format!("SELECT {COLUMNS} FROM plan WHERE client_id = ?1 ORDER BY day, key"),
                [client],
                plan_row,
            ),
            None => self.all(&format!("SELECT {COLUMNS} FROM plan ORDER BY client_id, day, key"), [], plan_row),
        }
    }

    /// Writes a row in place of the one of its key.
    pub fn put_plan(&self, row: &PlanRow) -> Result<(), StoreError> {
        let planned = if let AgendaItem::Rule(planned) = &row.item { Some(planned) } else { None };
        let typed = if let AgendaItem::Typed(day) = row.item { day } else { row.day };
        let touch = if let PlanState::Done(touch) = row.state { touch } else { None };
        self.change(
            "INSERT INTO plan (id, client_id, key, rule_id, kind, purpose, responsible, day, from_day, to_day, minutes, why,
                               reason, state, touch_id)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
             ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, rule_id = excluded.rule_id,
                 kind = excluded.kind, purpose = excluded.purpose, responsible = excluded.responsible, day = excluded.day,
                 from_day = excluded.from_day, to_day = excluded.to_day, minutes = excluded.minutes, why = excluded.why,
                 reason = excluded.reason, state = excluded.state, touch_id = excluded.touch_id",
            (
                row_id(&row.key),
                row.client,
                &row.key,
                planned.map(|planned| planned.rule),
                planned.map(|planned| planned.kind),
                planned.map(|planned| planned.purpose.name()),
                planned.map_or(Responsible::Me, |planned| planned.responsible).name(),
                &*iso(row.day),
                &*iso(planned.map_or(typed, |planned| planned.from)),
                &*iso(planned.map_or(typed, |planned| planned.to)),
                row.minutes,
                planned.map(|planned| json(&planned.why)),
                planned.map(|planned| json(&planned.reason)),
                row.state.name(),
                touch,
            ),
        )?;
        Ok(())
    }

    /// Takes the row of a key out of the plan.
    pub fn drop_plan(&self, key: &str) -> Result<(), StoreError> {
        self.change("DELETE FROM plan WHERE id = ?1", [row_id(key)])?;
        Ok(())
    }

    /// Writes that a touch found no day.
    pub fn put_waiting(&self, client: ClientId, waiting: &Waiting) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO waiting (id, client_id, key, why) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (id) DO UPDATE SET client_id = excluded.client_id, why = excluded.why",
            (row_id(&waiting.key), client, &waiting.key, waiting.why.name()),
        )?;
        Ok(())
    }

    /// Writes that a touch waits for no day any more.
    pub fn drop_waiting(&self, key: &str) -> Result<(), StoreError> {
        self.change("DELETE FROM waiting WHERE id = ?1", [row_id(key)])?;
        Ok(())
    }

    /// What the days from `first` to `last` hold.
    pub fn loads(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<LoadRow>, StoreError> {
        self.all(
            "SELECT responsible, day, minutes, touches FROM derived_load
             WHERE responsible IN ('me', 'secretary', 'courier', 'head') AND day BETWEEN ?1 AND ?2 AND touches > 0",
            (first, last),
            |row| Ok(LoadRow { who: named(row, 0)?, day: row.get(1)?, minutes: row.get(2)?, touches: row.get(3)? }),
        )
    }

    /// How many touches are open, how many of them by `day`, and the minutes of these.
    pub fn count_open(&self, day: NaiveDate) -> Result<(i64, i64, i64), StoreError> {
        let counts = self.first(
            "SELECT (SELECT coalesce(sum(touches), 0) FROM derived_load) AS open, coalesce(sum(touches), 0) AS due,
                    coalesce(sum(minutes), 0) AS minutes
             FROM derived_load WHERE responsible IN ('me', 'secretary', 'courier', 'head') AND day <= ?1",
            [day],
            |row| Ok((row.get("open")?, row.get("due")?, row.get("minutes")?)),
        )?;
        Ok(counts.unwrap_or_default())
    }

    /// Why a person decided about the touch of a key; empty where nothing was said.
    pub fn decision_reason(&self, key: &str) -> Result<String, StoreError> {
        let reason = self.first("SELECT reason FROM decision WHERE key = ?1", [key], |row| row.get(0))?;
        Ok(reason.unwrap_or_default())
    }

    /// The decisions about one client's touches, or about everybody's, by client and key.
    pub fn decisions(&self, client: Option<ClientId>) -> Result<Vec<DecisionRow>, StoreError> {
        let rows = "SELECT client_id, key, choice, day, reason FROM decision";
        match client {
            Some(client) => self.all(&format!("{rows} WHERE client_id = ?1 ORDER BY key"), [client], decision_row),
            None => self.all(&format!("{rows} ORDER BY client_id, key"), [], decision_row),
        }
    }

    /// The absences, by their first days.
    pub fn absences(&self) -> Result<Vec<AbsenceRow>, StoreError> {
        self.all("SELECT id, responsible, from_day, to_day, note FROM absence ORDER BY from_day, id", [], |row| {
            let absence =
                Absence { who: named(row, "responsible")?, from: row.get("from_day")?, to: row.get("to_day")? };
            Ok(AbsenceRow { id: row.get("id")?, absence, note: row.get("note")? })
        })
    }
}

impl Transaction<'_> {
    /// Writes what a person decided about a touch, in place of what was decided before.
    pub fn decide(
        &self,
        client: ClientId,
        decision: &Decision,
        reason: &str,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (choice, day) = match decision.choice {
            Choice::Skip => ("skip", None),
            Choice::Snooze(day) => ("snooze", Some(day)),
            Choice::Pin(day) => ("pin", Some(day)),
        };
        self.change(
            "INSERT INTO decision (id, client_id, key, choice, day, reason, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (key) DO UPDATE SET choice = excluded.choice, day = excluded.day, reason = excluded.reason,
                 at = excluded.at",
            (self.make_id(), client, &decision.key, choice, day, reason, at),
        )?;
        Ok(())
    }

    /// Takes a decision back. False if there is none.
    pub fn undecide(&self, key: &str) -> Result<bool, StoreError> {
        Ok(self.change("DELETE FROM decision WHERE key = ?1", [key])? > 0)
    }

    /// Adds an absence.
    pub fn insert_absence(&self, absence: &Absence, note: &str) -> Result<AbsenceId, StoreError> {
        let id = AbsenceId(self.make_id());
        self.change(
            "INSERT INTO absence (id, responsible, from_day, to_day, note) VALUES (?1, ?2, ?3, ?4, ?5)",
            (id, absence.who.name(), absence.from, absence.to, note),
        )?;
        Ok(id)
    }

    /// Removes an absence. False if there is none of that id.
    pub fn delete_absence(&self, id: AbsenceId) -> Result<bool, StoreError> {
        Ok(self.change("DELETE FROM absence WHERE id = ?1", [id])? > 0)
    }
}

/// The id of a key's row: the same for the same key (FNV-1a, 63 bits).
fn row_id(key: &str) -> i64 {
    let hash = key
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    (hash >> 1) as i64
}

/// As JSON; nothing that is kept so can fail to be written.
fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn from_json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(unreadable)
}

/// A value that is kept by its name, as serde spells it.
pub(super) fn named<T: DeserializeOwned>(row: &Row<'_>, column: impl RowIndex) -> rusqlite::Result<T> {
    T::deserialize(row.get_ref(column)?.as_str()?.into_deserializer())
        .map_err(|error: serde_json::Error| unreadable(error))
}

fn unreadable(error: serde_json::Error) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, Type::Text, error.into())
}

/// A row of [`COLUMNS`], taken by their places: many are read for a list.
fn plan_row(row: &Row<'_>) -> rusqlite::Result<PlanRow> {
    let (client, key, day, minutes) = (row.get(0)?, row.get(1)?, row.get(6)?, row.get(9)?);
    let state = match row.get_ref(12)?.as_str()? {
        "done" => PlanState::Done(row.get(13)?),
        "skipped" => PlanState::Skipped,
        _ => PlanState::Open,
    };
    let rule: Option<_> = row.get(2)?;
    let item = match rule {
        None => AgendaItem::Typed(row.get(7)?),
        Some(rule) => AgendaItem::Rule(Planned {
            client,
            key: String::clone(&key),
            rule,
            kind: row.get(3)?,
            purpose: named(row, 4)?,
            responsible: named(row, 5)?,
            day,
            from: row.get(7)?,
            to: row.get(8)?,
            minutes,
            why: from_json(row, 10)?,
            reason: from_json(row, 11)?,
        }),
    };
    Ok(PlanRow { client, key, day, minutes, item, state })
}

fn decision_row(row: &Row<'_>) -> rusqlite::Result<DecisionRow> {
    let day: Option<NaiveDate> = row.get("day")?;
    let choice = match (row.get_ref("choice")?.as_str()?, day) {
        ("snooze", Some(day)) => Choice::Snooze(day),
        ("pin", Some(day)) => Choice::Pin(day),
        _ => Choice::Skip,
    };
    Ok(DecisionRow {
        client: row.get("client_id")?,
        decision: Decision { key: row.get("key")?, choice },
        reason: row.get("reason")?,
    })
}
