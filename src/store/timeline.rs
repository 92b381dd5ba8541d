//! What happened with a client, of whatever kind, newest first.

use chrono::{DateTime, NaiveDate, Utc};

use super::orders::{LINES, lines_of};
use super::{Db, StoreError};
use crate::domain::evaluation::Evaluation;
use crate::domain::event::EventKind;
use crate::domain::ids::ClientId;
use crate::domain::money::Money;
use crate::domain::order::OrderLine;
use crate::domain::touch::{Marks, Outcome, TouchKind};

/// What kind of entry, with what only that kind has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineKind {
    /// A touch.
    Touch {
        /// Its kind.
        kind: TouchKind,
        /// How it ended.
        outcome: Outcome,
        /// What was felt.
        marks: Marks,
        /// What was given.
        item: String,
        /// With whom.
        person: Option<String>,
    },
    /// An order.
    Order {
        /// Its number, where it has one.
        number: String,
        /// What came back of it.
        returned: Money,
        /// Its currency where it is not the book's.
        currency: Option<String>,
        /// What it was made of, where that is known.
        lines: Vec<OrderLine>,
    },
    /// A note.
    Note,
    /// A complaint.
    Complaint {
        /// The day it was settled.
        closed_on: Option<NaiveDate>,
    },
    /// How it found an order.
    Evaluation(Evaluation),
    /// Something that happened at the client.
    Event {
        /// What.
        kind: EventKind,
        /// The day it was over.
        ended_on: Option<NaiveDate>,
    },
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// The day it counts for.
    pub day: NaiveDate,
    /// The moment it was made, for what has one.
    pub at: Option<DateTime<Utc>>,
    /// What kind of entry.
    pub kind: TimelineKind,
    /// The amount of an order or the cost of a gift.
    pub amount: Option<Money>,
    /// What was written.
    pub text: String,
}

/// A touch of one day, with whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneTouch {
    /// With which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// What kind of contact.
    pub kind: TouchKind,
    /// How it ended.
    pub outcome: Outcome,
    /// The moment it was made.
    pub at: DateTime<Utc>,
}

impl Db {
    /// The touches of a day, earliest first.
    pub fn touches_on(&self, day: NaiveDate) -> Result<Vec<DoneTouch>, StoreError> {
        self.all(
            "SELECT client_id, name, kind, outcome, at FROM touch JOIN client ON client.id = client_id
             WHERE day = ?1 ORDER BY at, touch.id",
            [day],
            |row| {
                Ok(DoneTouch {
                    client: row.get("client_id")?,
                    name: row.get("name")?,
                    kind: row.get("kind")?,
                    outcome: row.get("outcome")?,
                    at: row.get("at")?,
                })
            },
        )
    }

    /// The newest `limit` entries of a client after `skip` newer ones.
    pub fn timeline(&self, client: ClientId, limit: usize, skip: usize) -> Result<Vec<TimelineEntry>, StoreError> {
        let entries = format!(
            "SELECT 'touch' AS source, touch.id AS id, day, at, kind, outcome, marks, item, note AS text, cost AS amount,
                    person.name AS person, NULL AS returned, NULL AS currency, NULL AS closed_on, NULL AS lines
             FROM touch LEFT JOIN person ON person.id = touch.person_id WHERE touch.client_id = ?1
             UNION ALL
             SELECT 'order', id, day, NULL, NULL, NULL, NULL, number, note, amount, NULL, returned, currency, NULL, {LINES}
             FROM orders WHERE client_id = ?1
             UNION ALL
             SELECT 'note', id, day, at, NULL, NULL, NULL, NULL, text, NULL, NULL, NULL, NULL, NULL, NULL
             FROM note WHERE client_id = ?1
             UNION ALL
             SELECT 'complaint', id, opened_on, NULL, NULL, NULL, NULL, NULL, text, NULL, NULL, NULL, NULL, closed_on, NULL
             FROM complaint WHERE client_id = ?1
             UNION ALL
             SELECT 'event', id, day, NULL, kind, NULL, NULL, NULL, text, NULL, NULL, NULL, NULL, ended_on, NULL
             FROM client_event WHERE client_id = ?1
             UNION ALL
             SELECT 'evaluation', id, day, NULL, NULL, NULL, NULL, signs, note, NULL, NULL, NULL, NULL, NULL, NULL
             FROM evaluation WHERE client_id = ?1
             ORDER BY day DESC, id DESC LIMIT ?2 OFFSET ?3"
        );
        self.all(&entries, (client, limit, skip), |row| {
            let kind = match row.get_ref("source")?.as_str()? {
                "touch" => TimelineKind::Touch {
                    kind: row.get("kind")?,
                    outcome: row.get("outcome")?,
                    marks: row.get("marks")?,
                    item: row.get("item")?,
                    person: row.get("person")?,
                },
                "order" => TimelineKind::Order {
                    number: row.get("item")?,
                    returned: row.get("returned")?,
                    currency: row.get("currency")?,
                    lines: lines_of(row)?,
                },
                "note" => TimelineKind::Note,
                "evaluation" => TimelineKind::Evaluation(row.get("item")?),
                "event" => TimelineKind::Event { kind: row.get("kind")?, ended_on: row.get("closed_on")? },
                _ => TimelineKind::Complaint { closed_on: row.get("closed_on")? },
            };
            Ok(TimelineEntry {
                day: row.get("day")?,
                at: row.get("at")?,
                kind,
                amount: row.get("amount")?,
                text: row.get("text")?,
            })
        })
    }
}
