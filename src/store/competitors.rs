//! The table of competitors at clients.

use chrono::NaiveDate;
use rusqlite::Row;

use super::{Db, StoreError, Transaction};
use crate::domain::competitor::{Competitor, Standing, Way};
use crate::domain::ids::{ClientId, CompetitorId};

/// A competitor with its client's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompetitorRow {
    /// The competitor.
    pub competitor: Competitor,
    /// The client's name.
    pub client: String,
}

impl Db {
    /// The competitors that are at one client, or at all: the oldest first.
    pub fn competitors(&self, only: Option<ClientId>, until: NaiveDate) -> Result<Vec<CompetitorRow>, StoreError> {
        let of = if only.is_some() { "client_id = ?2" } else { "?2 IS NULL" };
        self.competitors_where(&format!("competitor.since <= ?1 AND {of}"), (until, only))
    }

    /// Those about whom something was decided that is due by a day, at clients that are not closed.
    pub fn competitors_due(&self, by: NaiveDate) -> Result<Vec<CompetitorRow>, StoreError> {
        self.competitors_where("client.closed_on IS NULL AND way_by <= ?1", [by])
    }

    fn competitors_where(&self, which: &str, params: impl rusqlite::Params) -> Result<Vec<CompetitorRow>, StoreError> {
        let rows = format!(
            "SELECT competitor.*, client.name AS client FROM competitor JOIN client ON client.id = client_id
             WHERE gone_on IS NULL AND {which} ORDER BY competitor.since, competitor.id"
        );
        self.all(&rows, params, |row| Ok(CompetitorRow { competitor: competitor_of(row)?, client: row.get("client")? }))
    }
}

impl Transaction<'_> {
    /// Adds a competitor.
    pub fn insert_competitor(&self, client: ClientId, what: &Standing, since: NaiveDate) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO competitor (id, client_id, name, piece, brought_by, threat, losing, hint, since)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                self.make_id(),
                client,
                &what.name,
                &what.piece,
                &what.brought_by,
                what.threat,
                what.losing,
                what.hint,
                since,
            ),
        )?;
        Ok(())
    }

    /// Keeps what is known of a competitor now.
    pub fn update_competitor(&self, id: CompetitorId, what: &Standing) -> Result<(), StoreError> {
        self.change(
            "UPDATE competitor SET name = ?2, piece = ?3, brought_by = ?4, threat = ?5, losing = ?6, hint = ?7
             WHERE id = ?1",
            (id, &what.name, &what.piece, &what.brought_by, what.threat, what.losing, what.hint),
        )?;
        Ok(())
    }

    /// Keeps what was decided about a hint.
    pub fn decide_competitor(&self, id: CompetitorId, way: Way, due: NaiveDate) -> Result<(), StoreError> {
        self.change("UPDATE competitor SET way = ?2, way_by = ?3 WHERE id = ?1", (id, way, due))?;
        Ok(())
    }

    /// Says that a competitor is gone.
    pub fn end_competitor(&self, id: CompetitorId, on: NaiveDate) -> Result<(), StoreError> {
        self.change("UPDATE competitor SET gone_on = ?2 WHERE id = ?1", (id, on))?;
        Ok(())
    }
}

/// A competitor of a row of its table.
pub(super) fn competitor_of(row: &Row<'_>) -> rusqlite::Result<Competitor> {
    let way: Option<Way> = row.get("way")?;
    Ok(Competitor {
        id: row.get("id")?,
        client: row.get("client_id")?,
        what: Standing {
            name: row.get("name")?,
            piece: row.get("piece")?,
            brought_by: row.get("brought_by")?,
            threat: row.get("threat")?,
            losing: row.get("losing")?,
            hint: row.get("hint")?,
        },
        since: row.get("since")?,
        decided: way.zip(row.get("way_by")?),
    })
}
