//! The record of an entry of the timeline, for `show --json` and `timeline --json`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::records::MovedRecord;

use crate::domain::churn::Dismissal;
use crate::domain::evaluation::Aspect;
use crate::domain::money::Money;
use crate::domain::order::OrderLine;
use crate::domain::process::Process;
use crate::domain::table::Purpose;
use crate::domain::timeline::{TimelineEntry, TimelineKind};
use crate::domain::touch::{Mark, TouchKind};

/// An entry of the timeline.
#[derive(Serialize)]
pub struct EntryRecord<'a> {
    /// Its id: unique among entries of its kind.
    id: String,
    /// The day.
    day: NaiveDate,
    /// A kind of contact, `order`, `note`, `complaint`, `evaluation`, `promise`, `client_event`, `concession`,
    /// `free_work`, `competitor`, `alert` (its answer) or `merged`.
    kind: &'static str,
    /// How a contact ended.
    outcome: Option<&'static str>,
    /// What was felt in it: `slow`, `avoids`, `distant`, `hard_refusal`.
    felt: Vec<&'static str>,
    /// How far an invitation came: `invited`, `accepted`, `came`.
    invited: Option<&'static str>,
    /// How many minutes a contact took.
    minutes: Option<u16>,
    /// What the row of the table is for that a contact answered: `engagement`, `retention` or `return`.
    process: Option<&'static str>,
    /// What it was for: `remind`, `inform`, `feedback`, `decide`, `attention`, `thank`.
    purpose: Option<&'static str>,
    /// What it took out of us, 1 to 5.
    drain: Option<u8>,
    /// How likely the client would recommend us, 0 to 10.
    nps: Option<u8>,
    /// Meant to impress.
    wow: bool,
    /// What was given; the piece a competitor has; what a client or a person was called that was merged.
    item: Option<&'a str>,
    /// With whom.
    person: Option<&'a str>,
    /// The number of an order.
    number: Option<&'a str>,
    /// The amount of an order, the cost of a gift or a concession, what free work is worth.
    amount: Option<f64>,
    /// What came back of an order.
    returned: Option<f64>,
    /// What an order was made of, where that is known.
    lines: Vec<LineRecord<'a>>,
    /// The currency of an order, where it is not the book's.
    currency: Option<&'a str>,
    /// How an order was found: `-`, `0` or `+` by aspect, as the command `evaluate` names them.
    evaluation: BTreeMap<&'static str, char>,
    /// What happened at the client, as the command `event` names it.
    event: Option<&'static str>,
    /// Whether the client made a promise or a contact, and not we.
    theirs: Option<bool>,
    /// The day by which something was promised, or an order was to be paid.
    due: Option<NaiveDate>,
    /// The day an order was paid.
    paid: Option<NaiveDate>,
    /// How often a promise was put on another day, and the day it was made for.
    moved: Option<MovedRecord>,
    /// The department a promise waits on.
    waits_on: Option<&'a str>,
    /// How a promise ended: `kept`, `broken` or `dropped`.
    ended: Option<&'static str>,
    /// A word why a promise was not kept; what changed in the process when a complaint was closed.
    why: Option<&'a str>,
    /// How great the threat of a competitor is, 0 to 3.
    threat: Option<u8>,
    /// The day a complaint was settled, an event was over, a promise ended, or a competitor was gone.
    closed_on: Option<NaiveDate>,
    /// The reasons of an alert that were answered.
    reasons: Vec<&'a str>,
    /// The day on which an alert that was put off comes back.
    back_on: Option<NaiveDate>,
    /// Why an alert was dismissed.
    dismissed: Option<&'static str>,
    /// Marked as important.
    important: bool,
    /// What was written.
    text: &'a str,
}

/// A line of an order.
#[derive(Serialize)]
struct LineRecord<'a> {
    /// What was ordered.
    item: &'a str,
    /// What of the amount it makes, where that is known.
    amount: Option<f64>,
}

impl<'a> LineRecord<'a> {
    fn of(line: &'a OrderLine) -> Self {
        Self { item: &line.item, amount: line.amount.map(Money::units) }
    }
}

impl<'a> EntryRecord<'a> {
    /// The record of an entry.
    pub fn of(entry: &'a TimelineEntry) -> Self {
        let plain = Self {
            id: entry.id.to_string(),
            day: entry.day,
            kind: "note",
            outcome: None,
            felt: Vec::new(),
            invited: None,
            minutes: None,
            process: None,
            purpose: None,
            drain: None,
            nps: None,
            wow: false,
            item: None,
            person: None,
            number: None,
            amount: entry.amount.map(Money::units),
            returned: None,
            lines: Vec::new(),
            currency: None,
            evaluation: BTreeMap::new(),
            event: None,
            theirs: None,
            moved: None,
            due: None,
            paid: None,
            waits_on: None,
            ended: None,
            why: None,
            threat: None,
            closed_on: None,
            reasons: Vec::new(),
            back_on: None,
            dismissed: None,
            important: entry.important,
            text: &entry.text,
        };
        match &entry.kind {
            TimelineKind::Touch { kind, outcome, marks, item, person, details, process } => Self {
                kind: kind.name(),
                outcome: Some(outcome.name()),
                felt: marks.iter().map(Mark::name).collect(),
                item: Some(item.as_str()).filter(|item| !item.is_empty()),
                person: person.as_deref(),
                theirs: Some(details.theirs),
                invited: (*kind == TouchKind::Event).then(|| details.invited.name()),
                minutes: details.minutes,
                process: process.map(Process::name),
                purpose: details.purpose.map(Purpose::name),
                drain: details.drain,
                nps: details.nps,
                wow: details.wow,
                ..plain
            },
            TimelineKind::Order { number, returned, currency, lines, due, paid } => Self {
                kind: "order",
                number: Some(number.as_str()).filter(|number| !number.is_empty()),
                returned: Some(returned.units()),
                lines: lines.iter().map(LineRecord::of).collect(),
                currency: currency.as_deref(),
                due: *due,
                paid: *paid,
                ..plain
            },
            TimelineKind::Note => plain,
            TimelineKind::Promise { theirs, due, waits_on, ended, why, moved, person } => Self {
                kind: "promise",
                person: person.as_deref(),
                theirs: Some(*theirs),
                due: Some(*due),
                moved: moved.map(MovedRecord::of),
                waits_on: Some(waits_on.as_str()).filter(|who| !who.is_empty()),
                ended: ended.map(|(how, _)| how.name()),
                why: Some(why.as_str()).filter(|why| !why.is_empty()),
                closed_on: ended.map(|(_, day)| day),
                ..plain
            },
            TimelineKind::Complaint { closed_on, lesson } => Self {
                kind: "complaint",
                why: Some(lesson.as_str()).filter(|lesson| !lesson.is_empty()),
                closed_on: *closed_on,
                ..plain
            },
            TimelineKind::Evaluation(evaluation) => {
                let found = Aspect::ALL.into_iter().filter_map(|aspect| Some((aspect.name(), evaluation.of(aspect)?)));
                let found = found.map(|(aspect, grade)| (aspect, grade.sign()));
                Self { kind: "evaluation", evaluation: found.collect(), ..plain }
            }
            TimelineKind::Answer { reasons, until, dismissal } => Self {
                kind: "alert",
                reasons: reasons.iter().map(String::as_str).collect(),
                back_on: *until,
                dismissed: dismissal.map(Dismissal::name),
                ..plain
            },
            TimelineKind::Merged { name } => Self { kind: "merged", item: Some(name), ..plain },
            TimelineKind::Event { kind, ended_on } => {
                Self { kind: "client_event", event: Some(kind.name()), closed_on: *ended_on, ..plain }
            }
            TimelineKind::Concession => Self { kind: "concession", ..plain },
            TimelineKind::FreeWork => Self { kind: "free_work", ..plain },
            TimelineKind::Competitor { piece, threat, gone_on } => Self {
                kind: "competitor",
                item: Some(piece.as_str()).filter(|piece| !piece.is_empty()),
                threat: Some(*threat),
                closed_on: *gone_on,
                ..plain
            },
        }
    }
}
