//! What happened with a client, of whatever kind, newest first.

use chrono::{DateTime, NaiveDate, Utc};

use super::orders::{LINES, lines_of};
use super::{Db, StoreError};
use crate::domain::ids::ClientId;
use crate::domain::timeline::{TimelineEntry, TimelineKind};
use crate::domain::touch::{Outcome, TouchKind};

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
                    person.name AS person, NULL AS returned, NULL AS currency, NULL AS closed_on, NULL AS lines,
                    NULL AS theirs, NULL AS due, NULL AS why, important
             FROM touch LEFT JOIN person ON person.id = touch.person_id WHERE touch.client_id = ?1
             UNION ALL
             SELECT 'order', id, day, NULL, NULL, NULL, NULL, number, note, amount, NULL, returned, currency, NULL, {LINES},
                    NULL, NULL, NULL, NULL
             FROM orders WHERE client_id = ?1
             UNION ALL
             SELECT 'note', id, day, at, NULL, NULL, NULL, NULL, text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                    important
             FROM note WHERE client_id = ?1
             UNION ALL
             SELECT 'complaint', id, opened_on, NULL, NULL, NULL, NULL, NULL, text, NULL, NULL, NULL, NULL, closed_on, NULL,
                    NULL, NULL, lesson, NULL
             FROM complaint WHERE client_id = ?1
             UNION ALL
             SELECT 'event', id, day, NULL, kind, NULL, NULL, NULL, text, NULL, NULL, NULL, NULL, ended_on, NULL,
                    NULL, NULL, NULL, NULL
             FROM client_event WHERE client_id = ?1
             UNION ALL
             SELECT 'promise', promise.id, made_on, NULL, ended, NULL, NULL, waits_on, text, NULL, person.name, NULL, NULL,
                    ended_on, NULL, theirs, due, why, NULL
             FROM promise LEFT JOIN person ON person.id = promise.person_id WHERE promise.client_id = ?1
             UNION ALL
             SELECT 'evaluation', id, day, NULL, NULL, NULL, NULL, signs, note, NULL, NULL, NULL, NULL, NULL, NULL,
                    NULL, NULL, NULL, NULL
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
                "promise" => TimelineKind::Promise {
                    theirs: row.get("theirs")?,
                    due: row.get("due")?,
                    waits_on: row.get("item")?,
                    ended: row.get::<_, Option<_>>("kind")?.zip(row.get("closed_on")?),
                    why: row.get("why")?,
                    person: row.get("person")?,
                },
                "evaluation" => TimelineKind::Evaluation(row.get("item")?),
                "event" => TimelineKind::Event { kind: row.get("kind")?, ended_on: row.get("closed_on")? },
                _ => TimelineKind::Complaint {
                    closed_on: row.get("closed_on")?,
                    lesson: row.get::<_, Option<_>>("why")?.unwrap_or_default(),
                },
            };
            Ok(TimelineEntry {
                day: row.get("day")?,
                at: row.get("at")?,
                kind,
                amount: row.get("amount")?,
                text: row.get("text")?,
                important: row.get::<_, Option<bool>>("important")?.unwrap_or_default(),
            })
        })
    }
}
