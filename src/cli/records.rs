//! The records of `--json` that more than one command writes. Names do not change; fields may be added. Amounts are
//! numbers of units of the book's currency, shares lie between 0 and 1, days are written `2026-11-23`, and what is
//! unknown is null. Ids are text, because they have more digits than some programs keep of a number.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use serde_json::{Map, Value};

use super::phrases;
use crate::domain::churn::{Alert, Dismissal, Reason, Silenced};
use crate::domain::promise::Moved;
use crate::ops::{AgendaItem, AgendaLine, ComplaintRow, DueLine, Kept, OpError, PromiseRow, Workbench};
use crate::text::Words;

/// A reason of an alert: its `kind` (`overdue`, `volume`, `interval`, `payment`, `hidden`, `complaint`, `returned`, `event`,
/// `concentration`, `no_next_step`, `nothing_new`, `former_due`) with the numbers of that kind, and its sentence.
#[derive(Serialize)]
pub struct ReasonRecord {
    /// The kind and its numbers: `told_days`, `gaps`, `usual_days`, `gap_days`, `tail`, `alarm_days`, `p_no_order`,
    /// `horizon_days`;
    /// `told_on`, `usually`, `lately`, `each`; `marked`, `of`, `last`; `opened_on`, `days`; `share`, `revenue`,
    /// `average_clients`; and so on.
    #[serde(flatten)]
    numbers: Map<String, Value>,
    /// The sentence.
    text: String,
}

impl ReasonRecord {
    fn of(words: &Words, reason: &Reason) -> Self {
        Self { numbers: numbers(reason), text: words.message(&reason.signal().sentence()) }
    }
}

/// The reasons of an alert, the weightiest first.
pub fn reasons(words: &Words, alert: &Alert) -> Vec<ReasonRecord> {
    alert.reasons.iter().map(|reason| ReasonRecord::of(words, reason)).collect()
}

/// A reason that is silent: as [`ReasonRecord`], with how it was answered.
#[derive(Serialize)]
pub struct SilencedRecord {
    /// The reason.
    #[serde(flatten)]
    reason: ReasonRecord,
    /// The day it was answered.
    answered_on: NaiveDate,
    /// The day it comes back; null of one that was dismissed.
    back_on: Option<NaiveDate>,
    /// Why it was dismissed; null of one that was put off.
    dismissed: Option<&'static str>,
    /// What was written about it; empty if nothing.
    note: String,
}

/// The reasons that are silent.
pub fn silenced(words: &Words, silenced: &[Silenced]) -> Vec<SilencedRecord> {
    let record = |Silenced { reason, answer }: &Silenced| SilencedRecord {
        reason: ReasonRecord::of(words, reason),
        answered_on: answer.day,
        back_on: answer.until,
        dismissed: answer.dismissal.map(Dismissal::name),
        note: answer.note.clone(),
    };
    silenced.iter().map(record).collect()
}

/// The kind of a reason and its numbers, amounts in units.
fn numbers(reason: &Reason) -> Map<String, Value> {
    let mut numbers = match serde_json::to_value(reason) {
        Ok(Value::Object(numbers)) => numbers,
        // A reason is a record, and nothing in it can fail to be written.
        _ => Map::new(),
    };
    match reason {
        Reason::Concentration(hangs) => drop(numbers.insert("revenue".to_owned(), hangs.revenue.units().into())),
        Reason::Returned(back) => drop(numbers.insert("amount".to_owned(), back.amount.units().into())),
        _ => {}
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
    /// How often it was put on another day, and the day it was made for; null where it never was.
    moved: Option<MovedRecord>,
    /// The department it waits on.
    waits_on: Option<&'a str>,
}

/// A promise that stands on another day than it was made for.
#[derive(Serialize)]
pub struct MovedRecord {
    /// How often its day was changed.
    times: u32,
    /// The day by which it was promised first.
    first_due: NaiveDate,
}

impl MovedRecord {
    /// The record of a promise that was moved.
    pub fn of(moved: Moved) -> Self {
        Self { times: moved.times, first_due: moved.first_due }
    }
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
            moved: promise.moved.map(MovedRecord::of),
            waits_on: Some(promise.what.waits_on.as_str()).filter(|who| !who.is_empty()),
        }
    }
}

/// An open complaint.
#[derive(Serialize)]
pub struct ComplaintRecord<'a> {
    /// Its id.
    id: String,
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// `complaint`, `return` or `claim`.
    kind: &'static str,
    /// What irritated: `talk`, `wait`, `no_answer` or `other`.
    irritant: &'static str,
    /// The day it was made.
    opened_on: NaiveDate,
    /// The moment it was entered; null of one from an older file.
    opened_at: Option<DateTime<Utc>>,
    /// What it is about.
    text: &'a str,
    /// What is to be done next: `admit`, `apologise`, `cause`, `change`, `offer`, `assess` or `conclude`.
    step: &'static str,
    /// The place of the step, 1 to 7.
    step_number: usize,
    /// By when; null of one from an older file.
    next: Option<NaiveDate>,
    /// The moment of the last step; null before the first.
    last_step_at: Option<DateTime<Utc>>,
    /// How often the change had to be made again.
    reworked: i64,
    /// Whether the client was answered.
    answered: bool,
    /// Minutes until it was, or since it waits for that; null where the moment is not known.
    reply_minutes: Option<i64>,
    /// In how many minutes it should be.
    reply_within: i64,
}

impl<'a> ComplaintRecord<'a> {
    /// The record of an open complaint.
    pub fn of(bench: &Workbench, row: &'a ComplaintRow) -> Result<Self, OpError> {
        let complaint = &row.complaint;
        Ok(Self {
            id: complaint.id.0.to_string(),
            client_id: complaint.client.0.to_string(),
            client: &row.client,
            kind: complaint.kind.name(),
            irritant: complaint.irritant.name(),
            opened_on: complaint.opened_on,
            opened_at: complaint.opened_at,
            text: &complaint.text,
            step: complaint.step.name(),
            step_number: complaint.step.number(),
            next: complaint.next_on,
            last_step_at: complaint.stepped_at,
            reworked: complaint.reworked,
            answered: complaint.answered_at.is_some(),
            reply_minutes: complaint.reply_minutes(bench.clock().now().at).map(|(minutes, _)| minutes),
            reply_within: bench.reply_minutes()?,
        })
    }
}

/// Something a person gave a day that has come.
#[derive(Serialize)]
pub struct DueRecord<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// What it is: `complaint`, `parting`, `competitor` or `membership`.
    kind: &'static str,
    /// What is to be done, in words.
    what: String,
    /// The day; null where none was given.
    due: Option<NaiveDate>,
    /// What was written about it.
    text: &'a str,
}

impl<'a> DueRecord<'a> {
    /// The record of what is due.
    pub fn of(words: &Words, line: &'a DueLine) -> Self {
        Self {
            client_id: line.client.0.to_string(),
            client: &line.name,
            kind: line.what.name(),
            what: words.message(&line.what.message()),
            due: line.due,
            text: &line.text,
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
    /// What it is for: `engagement`, `retention`, `return`.
    process: &'static str,
    /// How long it takes.
    minutes: u32,
    /// Why it is due, in words.
    why: String,
    /// The day set by hand, where it was: it may have passed.
    set_for: Option<NaiveDate>,
}

impl<'a> PlannedRecord<'a> {
    /// The record of a planned touch.
    pub fn of(words: &Words, bench: &Workbench, line: &'a AgendaLine) -> Result<Self, OpError> {
        let (kind, purpose, set_for) = match &line.item {
            AgendaItem::Rule(planned) => (planned.kind.name(), Some(planned.purpose.name()), None),
            AgendaItem::Typed(day) => ("contact", None, Some(*day)),
        };
        Ok(Self {
            client_id: line.client.0.to_string(),
            client: &line.name,
            day: line.day,
            kind,
            purpose,
            process: bench.process_of(line.client)?.name(),
            minutes: line.minutes,
            why: phrases::planned(words, bench, line).1,
            set_for,
        })
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
