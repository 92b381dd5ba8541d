//! The table of competitors at clients.

use chrono::NaiveDate;
use rusqlite::Row;

use super::sql::still;
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
    /// The competitors that are at one client on a day, or at all: the oldest first.
    pub fn competitors(&self, only: Option<ClientId>, today: NaiveDate) -> Result<Vec<CompetitorRow>, StoreError> {
        let of = if only.is_some() { "client_id = ?1" } else { "?1 IS NULL" };
        self.competitors_where(of, today, [only])
    }

    /// Those about whom something was decided that is due by a day, at clients that are not closed on it.
    pub fn competitors_due(&self, today: NaiveDate) -> Result<Vec<CompetitorRow>, StoreError> {
        let due = format!("{} AND way_by <= ?1", still("client.closed_on", today));
        self.due_in("competitor", || self.competitors_where(&due, today, [today]))
    }

    /// The day a competitor was gone.
    pub fn competitor_gone(&self, id: CompetitorId) -> Result<Option<NaiveDate>, StoreError> {
        self.one("SELECT gone_on FROM competitor WHERE id = ?1", [id])
    }

    fn competitors_where(
        &self,
        which: &str,
        today: NaiveDate,
        params: impl rusqlite::Params,
    ) -> Result<Vec<CompetitorRow>, StoreError> {
        let rows = format!(
            "SELECT competitor.*, client.name AS client FROM competitor JOIN client ON client.id = client_id
             WHERE competitor.since <= '{today}' AND {} AND {which} ORDER BY competitor.since, competitor.id",
            still("gone_on", today)
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
