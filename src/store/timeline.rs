//! What happened with a client, of whatever kind, newest first.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::Row;
use rusqlite::types::Type;

use super::orders::{LINES, lines_of};
use super::promises::moved_of;
use super::touches::details_of;
use super::{Db, StoreError};
use crate::domain::ids::ClientId;
use crate::domain::process::Process;
use crate::domain::status::Status;
use crate::domain::timeline::{Kinds, TimelineEntry, TimelineKind};
use crate::domain::touch::{Invited, Outcome, TouchKind};

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
    /// How far an invitation came.
    pub invited: Invited,
    /// The moment it was made.
    pub at: DateTime<Utc>,
}

impl Db {
    /// The touches of a day, earliest first.
    pub fn touches_on(&self, day: NaiveDate) -> Result<Vec<DoneTouch>, StoreError> {
        self.all(
            "SELECT client_id, name, kind, outcome, invited, at FROM touch JOIN client ON client.id = client_id
             WHERE day = ?1 ORDER BY at, touch.id",
            [day],
            |row| {
                Ok(DoneTouch {
                    client: row.get("client_id")?,
                    name: row.get("name")?,
                    kind: row.get("kind")?,
                    outcome: row.get("outcome")?,
                    invited: row.get::<_, Option<_>>("invited")?.unwrap_or_default(),
                    at: row.get("at")?,
                })
            },
        )
    }

    /// The newest `limit` entries of a client after `skip` newer ones, as they were known on a day.
    pub fn timeline(
        &self,
        client: ClientId,
        kinds: Kinds,
        today: NaiveDate,
        limit: usize,
        skip: usize,
    ) -> Result<Vec<TimelineEntry>, StoreError> {
        // Of each table no more is read than may be among those asked for, and none that has nothing of the client.
        let newest = |source: &Source| {
            let Source { table, joined, day, .. } = source;
            format!(
                "SELECT * FROM (SELECT '{table}' AS source, {table}.id AS id, {day} AS day{} FROM {table} {joined}
                 WHERE {} ORDER BY {day} DESC, {table}.id DESC LIMIT ?3 + ?4)",
                source.columns(),
                source.which(kinds)
            )
        };
        let filled = self.filled(client)?;
        let parts: Vec<String> = sources(kinds).filter(|source| filled.has(source.table)).map(newest).collect();
        if parts.is_empty() {
            return Ok(Vec::new());
        }
        let entries = format!("{} ORDER BY day DESC, id DESC LIMIT ?3 OFFSET ?4", parts.join(" UNION ALL "));
        self.all(&entries, (client, today, limit, skip), |row| Ok(entry_of(row)?.known_on(today)))
    }

    /// How many entries of a client there are on a day.
    pub fn count_timeline(&self, client: ClientId, kinds: Kinds, today: NaiveDate) -> Result<usize, StoreError> {
        let count = |source: &Source| {
            format!("(SELECT count(*) FROM {} {} WHERE {})", source.table, source.joined, source.which(kinds))
        };
        let counts: Vec<String> = sources(kinds).map(count).collect();
        self.one(&format!("SELECT {}", counts.join(" + ")), (client, today))
    }
}

/// Where the entries of one kind stand.
struct Source {
    kinds: Kinds,
    table: &'static str,
    joined: &'static str,
    /// The column of the day they count for.
    day: &'static str,
    /// What the columns are there that not every kind has.
    columns: &'static [(&'static str, &'static str)],
}

/// The columns that not every kind of entry has.
const COLUMNS: [&str; 30] = [
    "at",
    "kind",
    "outcome",
    "marks",
    "item",
    "text",
    "amount",
    "person",
    "returned",
    "currency",
    "closed_on",
    "lines",
    "theirs",
    "due",
    "why",
    "important",
    "minutes",
    "purpose",
    "drain",
    "nps",
    "wow",
    "invited",
    "signs",
    "ended",
    "moves",
    "first_due",
    "threat",
    "statuses",
    "reasons",
    "until",
];

/// Each reason of an alert is answered by itself: of those that were answered together one entry tells.
const TOGETHER: &str = "JOIN (SELECT min(id) AS first, group_concat(kind, ' ' ORDER BY id) AS reasons FROM alert_answer
    WHERE client_id = ?1 GROUP BY day, until, reason, note) ON first = alert_answer.id";

/// For clients of which statuses the row of the table is that a touch answered.
const ROW: &str = "(SELECT coalesce(body ->> '$.scope.statuses', '[]') FROM plan JOIN rule ON rule.id = plan.rule_id
    WHERE plan.touch_id = touch.id ORDER BY plan.id LIMIT 1)";

const SOURCES: [Source; 12] = [
    Source {
        kinds: Kinds::All,
        table: "touch",
        joined: "LEFT JOIN person ON person.id = touch.person_id",
        day: "day",
        columns: &[
            ("at", "at"),
            ("kind", "touch.kind"),
            ("outcome", "outcome"),
            ("marks", "marks"),
            ("item", "item"),
            ("text", "touch.note"),
            ("amount", "cost"),
            ("person", "person.name"),
            ("important", "important"),
            ("theirs", "theirs"),
            ("minutes", "minutes"),
            ("purpose", "purpose"),
            ("drain", "drain"),
            ("nps", "nps"),
            ("wow", "wow"),
            ("invited", "invited"),
            ("statuses", ROW),
        ],
    },
    Source {
        kinds: Kinds::Order,
        table: "orders",
        joined: "",
        day: "day",
        columns: &[
            ("item", "number"),
            ("text", "note"),
            ("amount", "amount"),
            ("returned", "returned"),
            ("currency", "currency"),
            ("lines", LINES),
            ("due", "due"),
            ("closed_on", "paid"),
        ],
    },
    Source {
        kinds: Kinds::Note,
        table: "note",
        joined: "",
        day: "day",
        columns: &[("at", "at"), ("text", "text"), ("important", "important")],
    },
    Source {
        kinds: Kinds::Complaint,
        table: "complaint",
        joined: "",
        day: "opened_on",
        columns: &[("text", "text"), ("closed_on", "closed_on"), ("why", "lesson")],
    },
    Source {
        kinds: Kinds::Event,
        table: "client_event",
        joined: "",
        day: "day",
        columns: &[("kind", "kind"), ("text", "text"), ("closed_on", "ended_on")],
    },
    Source {
        kinds: Kinds::Promise,
        table: "promise",
        joined: "LEFT JOIN person ON person.id = promise.person_id",
        day: "made_on",
        columns: &[
            ("item", "waits_on"),
            ("text", "promise.text"),
            ("person", "person.name"),
            ("closed_on", "ended_on"),
            ("theirs", "theirs"),
            ("due", "due"),
            ("why", "why"),
            ("ended", "ended"),
            ("moves", "moves"),
            ("first_due", "first_due"),
        ],
    },
    Source {
        kinds: Kinds::Evaluation,
        table: "evaluation",
        joined: "",
        day: "day",
        columns: &[("signs", "signs"), ("text", "note")],
    },
    Source {
        kinds: Kinds::Concession,
        table: "concession",
        joined: "",
        day: "day",
        columns: &[("text", "text"), ("amount", "cost")],
    },
    Source {
        kinds: Kinds::FreeWork,
        table: "free_work",
        joined: "",
        day: "day",
        columns: &[("text", "text"), ("amount", "value")],
    },
    Source {
        kinds: Kinds::Competitor,
        table: "competitor",
        joined: "",
        day: "since",
        columns: &[("text", "name"), ("item", "piece"), ("closed_on", "gone_on"), ("threat", "threat")],
    },
    Source {
        kinds: Kinds::Answer,
        table: "alert_answer",
        joined: TOGETHER,
        day: "day",
        columns: &[("text", "note"), ("why", "reason"), ("until", "until"), ("reasons", "reasons")],
    },
    Source {
        kinds: Kinds::Merged,
        table: "merged",
        joined: "",
        day: "day",
        columns: &[("item", "name"), ("text", "said")],
    },
];

/// Where entries of these kinds stand.
fn sources(kinds: Kinds) -> impl Iterator<Item = &'static Source> {
    SOURCES.iter().filter(move |source| match kinds {
        Kinds::All | Kinds::Ahead => true,
        Kinds::Touch(_) => source.table == "touch",
        _ => source.kinds == kinds,
    })
}

impl Source {
    /// What each of [`COLUMNS`] is here, behind a comma.
    fn columns(&self) -> String {
        COLUMNS.iter().fold(String::new(), |columns, name| {
            let found = self.columns.iter().find(|(column, _)| column == name);
            columns + ", " + found.map_or("NULL", |(_, expression)| expression) + " AS " + name
        })
    }

    /// Which rows are asked for.
    fn which(&self, kinds: Kinds) -> String {
        let kind =
            if let Kinds::Touch(kind) = kinds { format!(" AND touch.kind = '{}'", kind.name()) } else { String::new() };
        let side = if kinds == Kinds::Ahead { ">" } else { "<=" };
        format!("{}.client_id = ?1 AND {} {side} ?2{kind}", self.table, self.day)
    }
}

fn statuses_of(row: &Row<'_>) -> rusqlite::Result<Option<Vec<Status>>> {
    let json: Option<String> = row.get("statuses")?;
    json.map(|json| serde_json::from_str(&json))
        .transpose()
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
}

fn entry_of(row: &Row<'_>) -> rusqlite::Result<TimelineEntry> {
    let kind = match row.get_ref("source")?.as_str()? {
        "touch" => TimelineKind::Touch {
            kind: row.get("kind")?,
            outcome: row.get("outcome")?,
            marks: row.get("marks")?,
            item: row.get("item")?,
            person: row.get("person")?,
            details: details_of(row)?,
            process: statuses_of(row)?.map(|statuses| Process::of_statuses(&statuses)),
        },
        "orders" => TimelineKind::Order {
            number: row.get("item")?,
            returned: row.get("returned")?,
            currency: row.get("currency")?,
            lines: lines_of(row)?,
            due: row.get("due")?,
            paid: row.get("closed_on")?,
        },
        "note" => TimelineKind::Note,
        "promise" => TimelineKind::Promise {
            theirs: row.get("theirs")?,
            due: row.get("due")?,
            waits_on: row.get("item")?,
            ended: row.get::<_, Option<_>>("ended")?.zip(row.get("closed_on")?),
            why: row.get("why")?,
            moved: moved_of(row)?,
            person: row.get("person")?,
        },
        "evaluation" => TimelineKind::Evaluation(row.get("signs")?),
        "concession" => TimelineKind::Concession,
        "free_work" => TimelineKind::FreeWork,
        "competitor" => TimelineKind::Competitor {
            piece: row.get("item")?,
            threat: row.get("threat")?,
            gone_on: row.get("closed_on")?,
        },
        "alert_answer" => TimelineKind::Answer {
            reasons: row.get::<_, String>("reasons")?.split(' ').map(str::to_owned).collect(),
            until: row.get("until")?,
            dismissal: row.get("why")?,
        },
        "merged" => TimelineKind::Merged { name: row.get("item")? },
        "client_event" => TimelineKind::Event { kind: row.get("kind")?, ended_on: row.get("closed_on")? },
        _ => TimelineKind::Complaint {
            closed_on: row.get("closed_on")?,
            lesson: row.get::<_, Option<_>>("why")?.unwrap_or_default(),
        },
    };
    Ok(TimelineEntry {
        id: row.get("id")?,
        day: row.get("day")?,
        at: row.get("at")?,
        kind,
        amount: row.get("amount")?,
        text: row.get("text")?,
        important: row.get::<_, Option<bool>>("important")?.unwrap_or_default(),
    })
}
