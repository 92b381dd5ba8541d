//! The derived tables: what follows from the facts on one day, kept so that the first screen need not wait for it.
//! Whoever changes facts keeps them right in the same transaction, or says that they are to be made anew.

use chrono::NaiveDate;
use rusqlite::Row;

use super::{Db, StoreError};
use crate::domain::churn::Level;
use crate::domain::ids::ClientId;
use crate::domain::money::Money;
use crate::domain::status::Status;
use crate::domain::touch::TouchKind;

/// What follows for one client.
#[derive(Clone, Debug, PartialEq)]
pub struct DerivedClient {
    /// Which client.
    pub client: ClientId,
    /// Where it stands.
    pub status: Status,
    /// On how many days it ordered.
    pub order_days: usize,
    /// The last of them.
    pub last_order: Option<NaiveDate>,
    /// What it brought in the twelve months to the day.
    pub revenue: Money,
    /// The day of the next contact.
    pub next_day: Option<NaiveDate>,
    /// Its kind, where a rule asks for it.
    pub next_kind: Option<TouchKind>,
    /// The level of the alert that stands.
    pub level: Option<Level>,
    /// The money at risk.
    pub at_risk: Money,
}

/// A client as lists show it.
#[derive(Clone, Debug, PartialEq)]
pub struct ListRow {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// Its external id.
    pub external_id: Option<String>,
    /// The town.
    pub city: String,
    /// One of those that must not be lost.
    pub star: bool,
    /// What follows from its facts; `None` until that was made.
    pub derived: Option<DerivedClient>,
}

/// What is kept of a client's alert, as JSON.
#[derive(Clone, Copy)]
pub struct DerivedAlert<'a> {
    /// The alert that stands.
    pub speaks: Option<&'a str>,
    /// What a person's answers silence of it, with the first day on which any of that comes back by itself.
    pub silenced: Option<(Option<NaiveDate>, &'a str)>,
}

/// How many alerts were answered so that they are silent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SilencedCount {
    /// Those that come back on a day.
    pub put_off: usize,
    /// Those that were dismissed.
    pub dismissed: usize,
}

/// A client with an alert, or with what is silenced of one.
#[derive(Clone, Debug, PartialEq)]
pub struct AlertRow {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// One of those that must not be lost.
    pub star: bool,
    /// The alert, as JSON.
    pub body: String,
}

// A page is found in an index alone, and only then are its rows read: to skip many rows is cheap. Its columns are read by
// their places: to look for their names took half the time of a page.

/// What is kept of a client, behind its id.
const DERIVED: &str = "status, order_days, last_order, revenue, next_day, next_kind, level, at_risk";
const LISTED: &str = "SELECT client.id, status, order_days, last_order, revenue, next_day, next_kind, level, at_risk,
        name, external_id, city, star
    FROM client LEFT JOIN derived_client ON derived_client.client_id = client.id";

impl Db {
    /// The day the derived tables hold for, and the totals kept with them; no day if they are to be made anew.
    pub fn derived_book(&self) -> Result<(Option<NaiveDate>, String), StoreError> {
        self.wrap(
            self.conn
                .prepare_cached("SELECT day, body FROM derived_book")
                .and_then(|mut statement| statement.query_row([], |row| Ok((row.get("day")?, row.get("body")?)))),
        )
    }

    /// Keeps the totals, for the derived tables of `day`.
    pub fn put_derived_book(&self, day: Option<NaiveDate>, body: &str) -> Result<(), StoreError> {
        self.change("UPDATE derived_book SET day = ?1, body = ?2", (day, body))?;
        Ok(())
    }

    /// Says that the derived tables are to be made anew before they are trusted.
    pub fn outdate_derived(&self) -> Result<(), StoreError> {
        self.change("UPDATE derived_book SET day = NULL", [])?;
        Ok(())
    }

    /// Says that what is kept is to be made anew, unless it was made from what `mark` stands for: something beside the file
    /// that it follows from as well. True if it was made from something else.
    pub fn outdate_unless_made_from(&self, mark: &str) -> Result<bool, StoreError> {
        let known = self.meta("made_from")?;
        if known.as_deref() == Some(mark) {
            return Ok(false);
        }
        self.derive(Self::outdate_derived)?;
        Ok(known.is_some())
    }

    /// Says that what is kept is made from what `mark` stands for.
    pub fn put_made_from(&self, mark: &str) -> Result<(), StoreError> {
        self.set_meta("made_from", mark)
    }

    /// Empties the derived tables; what the days hold the plan keeps right, but those that hold nothing any more are forgotten.
    pub fn clear_derived(&self) -> Result<(), StoreError> {
        self.run(
            "DELETE FROM derived_client; DELETE FROM derived_alert; DELETE FROM derived_silenced;
             DELETE FROM derived_load WHERE touches = 0",
        )
    }

    /// Writes what follows for one client in place of what stood there: what did not change is left alone, as every column
    /// that a statement names has its index written again, on a page that the more clients there are no other client shares.
    pub fn put_derived(
        &self,
        before: Option<&DerivedClient>,
        derived: &DerivedClient,
        alert: DerivedAlert<'_>,
    ) -> Result<(), StoreError> {
        let Some(was) = before else { return self.add_derived(derived, alert) };
        let client = derived.client;
        let unindexed = |of: &DerivedClient| (of.status, of.order_days, of.next_day, of.next_kind);
        if unindexed(was) != unindexed(derived) {
            self.change(
                "UPDATE derived_client SET status = ?2, order_days = ?3, next_day = ?4, next_kind = ?5 WHERE client_id = ?1",
                (client, derived.status, derived.order_days, derived.next_day, derived.next_kind),
            )?;
        }
        if was.last_order != derived.last_order {
            let sql = "UPDATE derived_client SET last_order = ?2 WHERE client_id = ?1";
            self.change(sql, (client, derived.last_order))?;
        }
        if was.revenue != derived.revenue {
            self.change("UPDATE derived_client SET revenue = ?2 WHERE client_id = ?1", (client, derived.revenue))?;
        }
        if (was.level, was.at_risk) != (derived.level, derived.at_risk) {
            let sql = "UPDATE derived_client SET level = ?2, at_risk = ?3 WHERE client_id = ?1";
            self.change(sql, (client, derived.level, derived.at_risk))?;
        }
        if alert.speaks.is_none() {
            self.change("DELETE FROM derived_alert WHERE client_id = ?1", [client])?;
        }
        if alert.silenced.is_none() {
            self.change("DELETE FROM derived_silenced WHERE client_id = ?1", [client])?;
        }
        self.put_alert(client, alert)
    }

    /// Writes what follows for a client of which nothing stands there yet.
    pub fn add_derived(&self, derived: &DerivedClient, alert: DerivedAlert<'_>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO derived_client
                (client_id, status, order_days, last_order, revenue, next_day, next_kind, level, at_risk)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                derived.client,
                derived.status,
                derived.order_days,
                derived.last_order,
                derived.revenue,
                derived.next_day,
                derived.next_kind,
                derived.level,
                derived.at_risk,
            ),
        )?;
        self.put_alert(derived.client, alert)
    }

    fn put_alert(&self, client: ClientId, alert: DerivedAlert<'_>) -> Result<(), StoreError> {
        if let Some(body) = alert.speaks {
            self.change(
                "INSERT INTO derived_alert (client_id, body) VALUES (?1, ?2)
                 ON CONFLICT DO UPDATE SET body = excluded.body WHERE body <> excluded.body",
                (client, body),
            )?;
        }
        if let Some((back_on, body)) = alert.silenced {
            self.change(
                "INSERT INTO derived_silenced (client_id, back_on, body) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO UPDATE SET back_on = excluded.back_on, body = excluded.body
                 WHERE (back_on, body) IS NOT (excluded.back_on, excluded.body)",
                (client, back_on, body),
            )?;
        }
        Ok(())
    }

    /// The clients that brought at least so much in twelve months.
    pub fn clients_with_revenue(&self, least: Money) -> Result<Vec<ClientId>, StoreError> {
        let least = least.max(Money(1));
        self.all("SELECT client_id FROM derived_client WHERE revenue >= ?1 ORDER BY revenue DESC", [least], |row| {
            row.get("client_id")
        })
    }

    /// What follows for one client; `None` until that was made.
    pub fn derived_client(&self, client: ClientId) -> Result<Option<DerivedClient>, StoreError> {
        let sql = format!("SELECT client_id, {DERIVED} FROM derived_client WHERE client_id = ?1");
        self.first(&sql, [client], derived_of)
    }

    /// The clients by name, `limit` of them after the first `skip`.
    pub fn list_page(&self, skip: usize, limit: usize) -> Result<Vec<ListRow>, StoreError> {
        self.all(
            &format!(
                "{LISTED} WHERE client.id IN (SELECT id FROM client ORDER BY sort_name, id LIMIT ?2 OFFSET ?1)
                 ORDER BY sort_name, client.id"
            ),
            [skip, limit],
            listed,
        )
    }

    /// A client as lists show it.
    pub fn list_row(&self, client: ClientId) -> Result<Option<ListRow>, StoreError> {
        self.first(&format!("{LISTED} WHERE client.id = ?1"), [client], listed)
    }

    /// How many clients stand before this one in the order of the names.
    pub fn list_place(&self, client: ClientId) -> Result<usize, StoreError> {
        self.one(
            "SELECT count(*) FROM client WHERE (sort_name, id) < (SELECT sort_name, id FROM client WHERE id = ?1)",
            [client],
        )
    }

    /// The alerts, the worst first (by level, then by the money at risk): `limit` of them after the first `skip`.
    pub fn alert_page(&self, skip: usize, limit: usize) -> Result<Vec<AlertRow>, StoreError> {
        self.all(
            "SELECT page.client_id, name, star, body
             FROM (SELECT client_id, level, at_risk FROM derived_client WHERE level IS NOT NULL
                   ORDER BY level DESC, at_risk DESC, client_id LIMIT ?2 OFFSET ?1) AS page
             JOIN derived_alert USING (client_id) JOIN client ON client.id = page.client_id
             ORDER BY page.level DESC, page.at_risk DESC, page.client_id",
            [skip, limit],
            alert_of,
        )
    }

    /// Those but one who are no regular clients yet and were not closed: who ordered by what they brought in twelve months,
    /// then who never did by name; so many.
    pub fn prospects(&self, but: ClientId, limit: usize) -> Result<Vec<ListRow>, StoreError> {
        self.all(
            &format!(
                "{LISTED} WHERE status IN ('potential', 'prospective', 'client') AND client.id <> ?1
                 ORDER BY order_days = 0, revenue DESC, sort_name, client.id LIMIT ?2"
            ),
            (but, limit),
            listed,
        )
    }

    /// How many alerts there are of a level or a louder one.
    pub fn count_alerts(&self, least: Level) -> Result<usize, StoreError> {
        self.one("SELECT count(*) FROM derived_client WHERE level >= ?1", [least])
    }

    /// How many alerts of all, or of those pushed forward on a day, stand before that of a client.
    pub fn alert_place(&self, client: ClientId, pushed_on: Option<NaiveDate>) -> Result<usize, StoreError> {
        self.one(
            "SELECT count(*) FROM derived_client AS other
             WHERE level IS NOT NULL AND (?2 IS NULL OR client_id IN (SELECT client_id FROM alert_pushed WHERE day = ?2))
               AND (level, at_risk, -client_id) >
                   (SELECT level, at_risk, -client_id FROM derived_client WHERE client_id = ?1)",
            (client, pushed_on),
        )
    }

    /// How many clients have alerts that are silent.
    pub fn count_silenced(&self) -> Result<SilencedCount, StoreError> {
        let counts = "SELECT count(back_on) AS put_off, count(*) - count(back_on) AS dismissed FROM derived_silenced";
        let counted = self.first(counts, [], |row| {
            Ok(SilencedCount { put_off: row.get("put_off")?, dismissed: row.get("dismissed")? })
        })?;
        Ok(counted.unwrap_or_default())
    }

    /// What is silenced of alerts, what comes back first and what was dismissed behind it: `limit` after the first `skip`.
    pub fn silenced_page(&self, skip: usize, limit: usize) -> Result<Vec<AlertRow>, StoreError> {
        self.all(
            "SELECT client_id, name, star, body FROM derived_silenced JOIN client ON client.id = client_id
             ORDER BY back_on IS NULL, back_on, sort_name, client_id LIMIT ?2 OFFSET ?1",
            [skip, limit],
            alert_of,
        )
    }

    /// The alert of one client.
    pub fn alert(&self, client: ClientId) -> Result<Option<AlertRow>, StoreError> {
        self.first(
            "SELECT client_id, name, star, body FROM derived_alert JOIN client ON client.id = client_id
             WHERE client_id = ?1",
            [client],
            alert_of,
        )
    }
}

/// A row of [`LISTED`].
fn listed(row: &Row<'_>) -> rusqlite::Result<ListRow> {
    let made: Option<Status> = row.get(1)?;
    Ok(ListRow {
        client: row.get(0)?,
        name: row.get(9)?,
        external_id: row.get(10)?,
        city: row.get(11)?,
        star: row.get(12)?,
        derived: made.map(|_| derived_of(row)).transpose()?,
    })
}

/// A row that begins with the id of the client and [`DERIVED`].
fn derived_of(row: &Row<'_>) -> rusqlite::Result<DerivedClient> {
    Ok(DerivedClient {
        client: row.get(0)?,
        status: row.get(1)?,
        order_days: row.get(2)?,
        last_order: row.get(3)?,
        revenue: row.get(4)?,
        next_day: row.get(5)?,
        next_kind: row.get(6)?,
        level: row.get(7)?,
        at_risk: row.get(8)?,
    })
}

pub(super) fn alert_of(row: &Row<'_>) -> rusqlite::Result<AlertRow> {
    Ok(AlertRow {
        client: row.get("client_id")?,
        name: row.get("name")?,
        star: row.get("star")?,
        body: row.get("body")?,
    })
}
