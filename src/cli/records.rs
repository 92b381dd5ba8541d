//! The records of `--json` that more than one command writes. Names do not change; fields may be added. Amounts are
//! numbers of units of the book's currency, shares lie between 0 and 1, days are written `2026-11-23`, and what is
//! unknown is null. Ids are text, because they have more digits than some programs keep of a number.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::{Map, Value};

use super::phrases;
use crate::domain::churn::{Alert, Reason};
use crate::ops::{AgendaItem, AgendaLine, Kept, PromiseRow, Workbench};
use crate::text::Words;

/// A reason of an alert: its `kind` (`overdue`, `volume`, `interval`, `payment`, `hidden`, `complaint`, `event`,
/// `concentration`, `no_next_step`, `nothing_new`, `former_due`) with the numbers of that kind, and its sentence.
#[derive(Serialize)]
pub struct ReasonRecord {
    /// The kind and its numbers: `usual_days`, `gap_days`, `tail`, `alarm_days`, `p_no_order`, `horizon_days`;
    /// `told_on`, `usually`, `lately`, `each`; `marked`, `of`, `last`; `opened_on`, `days`; `share`, `revenue`,
    /// `average_clients`; and so on.
    #[serde(flatten)]
    numbers: Map<String, Value>,
    /// The sentence.
    text: String,
}

/// The reasons of an alert, the weightiest first.
pub fn reasons(words: &Words, alert: &Alert) -> Vec<ReasonRecord> {
    let sentence = |reason: &Reason| words.message(&reason.signal().sentence());
    alert.reasons.iter().map(|reason| ReasonRecord { numbers: numbers(reason), text: sentence(reason) }).collect()
}

/// The kind of a reason and its numbers, amounts in units.
fn numbers(reason: &Reason) -> Map<String, Value> {
    let mut numbers = match serde_json::to_value(reason) {
        Ok(Value::Object(numbers)) => numbers,
        // A reason is a record, and nothing in it can fail to be written.
        _ => Map::new(),
    };
    if let Reason::Concentration(hangs) = reason {
        numbers.insert("revenue".to_owned(), hangs.revenue.units().into());
    }
    numbers
}

/// An open promise.
#[derive(Serialize)]
pub struct PromiseRecord<'a> {
    /// Its id.
    id: String,
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// To whom there, or by whom.
    person: Option<&'a str>,
    /// Whether the client promised it, and not we.
    theirs: bool,
    /// What.
    text: &'a str,
    /// The day it was made.
    made_on: NaiveDate,
    /// The day by which.
    due: NaiveDate,
    /// The department it waits on.
    waits_on: Option<&'a str>,
}

impl<'a> PromiseRecord<'a> {
    /// The record of an open promise.
    pub fn of(row: &'a PromiseRow) -> Self {
        let PromiseRow { promise, client, person } = row;
        Self {
            id: promise.id.0.to_string(),
            client_id: promise.client.0.to_string(),
            client,
            person: person.as_deref(),
            theirs: promise.what.theirs,
            text: &promise.what.text,
            made_on: promise.made_on,
            due: promise.what.due,
            waits_on: Some(promise.what.waits_on.as_str()).filter(|who| !who.is_empty()),
        }
    }
}

/// A planned touch.
#[derive(Serialize)]
pub struct PlannedRecord<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// The day it is planned for.
    day: NaiveDate,
    /// `call`, `message`, `email`, `mail`, `meeting`, `gift`, `event`; `contact` for a day set by hand.
    kind: &'static str,
    /// `remind`, `inform`, `feedback`, `decide`, `attention`, `thank`; null for a day set by hand.
    purpose: Option<&'static str>,
    /// How long it takes.
    minutes: u32,
    /// Why it is due, in words.
    why: String,
    /// The day set by hand, where it was: it may have passed.
    set_for: Option<NaiveDate>,
}

impl<'a> PlannedRecord<'a> {
    /// The record of a planned touch.
    pub fn of(words: &Words, bench: &Workbench, line: &'a AgendaLine) -> Self {
        let (kind, purpose, set_for) = match &line.item {
            AgendaItem::Rule(planned) => (planned.kind.name(), Some(planned.purpose.name()), None),
            AgendaItem::Typed(day) => ("contact", None, Some(*day)),
        };
        Self {
            client_id: line.client.0.to_string(),
            client: &line.name,
            day: line.day,
            kind,
            purpose,
            minutes: line.minutes,
            why: phrases::planned(words, bench, line).1,
            set_for,
        }
    }
}

/// How a row of the table was kept in a period: by all, or by one client.
#[derive(Serialize)]
pub struct KeptRecord {
    /// The id of the row of the table.
    rule: String,
    /// What it is called.
    title: String,
    /// Touches it asked for.
    owed: usize,
    /// Those done.
    done: usize,
    /// Those that have a day.
    planned: usize,
    /// Those that can still be done and have none.
    remaining: usize,
    /// Those skipped.
    skipped: usize,
    /// Those whose window ended without them.
    missed: usize,
    /// The share done of what was done or missed, 0 to 1; null where nothing was due.
    share: Option<f64>,
}

impl KeptRecord {
    /// The record of how a row was kept.
    pub fn of(words: &Words, kept: &Kept) -> Self {
        Self {
            rule: kept.rule.id.0.to_string(),
            title: words.rule_title(&kept.rule),
            owed: kept.owed,
            done: kept.done,
            planned: kept.planned,
            remaining: kept.remaining,
            skipped: kept.skipped,
            missed: kept.missed,
            share: kept.share(),
        }
    }
}
