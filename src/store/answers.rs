//! The tables around alerts: how a person answered them, what was raised, what was pushed forward, what was learnt.

use chrono::NaiveDate;

use super::derived::{AlertRow, alert_of};
use super::{Db, StoreError, Transaction};
use crate::domain::churn::{Answer, Dismissal, Level};
use crate::domain::ids::ClientId;

/// A reason that was raised, with what a person answered to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Of which client.
    pub client: ClientId,
    /// The name of its kind.
    pub kind: String,
    /// The day it was raised.
    pub day: NaiveDate,
    /// Why it was dismissed.
    pub dismissal: Option<Dismissal>,
    /// The first order after that day.
    pub next_order: Option<NaiveDate>,
    /// The day the client was closed.
    pub closed_on: Option<NaiveDate>,
}

/// What was written to an alert that was dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DismissalNote {
    /// The client's name.
    pub client: String,
    /// The day.
    pub day: NaiveDate,
    /// Why.
    pub dismissal: Dismissal,
    /// What was written.
    pub note: String,
}

impl Db {
    /// What was written to alerts that were dismissed from one day to another, both included, the latest first.
    pub fn dismissal_notes(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<DismissalNote>, StoreError> {
        self.all(
            "SELECT DISTINCT name, day, reason, alert_answer.note AS said
             FROM alert_answer JOIN client ON client.id = client_id
             WHERE reason IS NOT NULL AND alert_answer.note <> '' AND day BETWEEN ?1 AND ?2 ORDER BY day DESC, sort_name",
            (from, to),
            |row| {
                Ok(DismissalNote {
                    client: row.get("name")?,
                    day: row.get("day")?,
                    dismissal: row.get("reason")?,
                    note: row.get("said")?,
                })
            },
        )
    }

    /// What was learnt from the whole book, as JSON.
    pub fn learned(&self) -> Result<Option<String>, StoreError> {
        self.first("SELECT body FROM derived_learned", [], |row| row.get("body"))
    }

    /// Keeps what was learnt.
    pub fn put_learned(&self, body: &str) -> Result<(), StoreError> {
        self.change("INSERT OR REPLACE INTO derived_learned (one, body) VALUES (1, ?1)", [body])?;
        Ok(())
    }

    /// Keeps a record of a reason that was raised, unless it is known.
    pub fn note_raised(
        &self,
        client: ClientId,
        kind: &str,
        cause: &str,
        day: NaiveDate,
        level: Level,
    ) -> Result<(), StoreError> {
        // Its number is no row's that was taken back: that one may be brought back.
        self.change(
            "INSERT INTO alert_raised (id, client_id, kind, cause, day, level) VALUES (random(), ?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (client_id, kind, cause) DO NOTHING",
            (client, kind, cause, day, level),
        )?;
        Ok(())
    }

    /// Forgets what of these kinds was raised on a day and nobody acted on: answered, touched, evaluated or sold to.
    pub fn forget_raised(&self, day: NaiveDate, kinds: &[&str]) -> Result<(), StoreError> {
        let acted = ["touch", "orders", "evaluation", "alert_answer"].map(|table| {
            format!("NOT EXISTS (SELECT 1 FROM {table} WHERE {table}.client_id = alert_raised.client_id AND day >= ?1)")
        });
        let kinds = kinds.join("', '");
        let acted = acted.join(" AND ");
        self.change(&format!("DELETE FROM alert_raised WHERE day = ?1 AND kind IN ('{kinds}') AND {acted}"), [day])?;
        Ok(())
    }

    /// What was raised from one day to another, both included.
    pub fn raised(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Raised>, StoreError> {
        self.all(
            "SELECT raised.client_id, raised.kind, raised.day, closed_on,
                    (SELECT reason FROM alert_answer AS answer WHERE answer.client_id = raised.client_id
                     AND answer.kind = raised.kind AND answer.cause = raised.cause AND reason IS NOT NULL
                     AND answer.day <= ?2
                     ORDER BY answer.day DESC, answer.id DESC LIMIT 1) AS dismissal,
                    (SELECT min(day) FROM orders WHERE orders.client_id = raised.client_id
                     AND orders.day > raised.day) AS next_order
             FROM alert_raised AS raised JOIN client ON client.id = raised.client_id
             WHERE raised.day BETWEEN ?1 AND ?2",
            (from, to),
            |row| {
                Ok(Raised {
                    client: row.get("client_id")?,
                    kind: row.get("kind")?,
                    day: row.get("day")?,
                    dismissal: row.get("dismissal")?,
                    next_order: row.get("next_order")?,
                    closed_on: row.get("closed_on")?,
                })
            },
        )
    }

    /// Pushes the worst alerts forward until they are so many on that day: notes never.
    pub fn push_alerts(&self, day: NaiveDate, most: usize) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO alert_pushed (client_id, day)
             SELECT client_id, ?1 FROM derived_client WHERE level >= 1
                 AND client_id NOT IN (SELECT client_id FROM alert_pushed WHERE day = ?1)
             ORDER BY level DESC, at_risk DESC, client_id
             LIMIT max(0, ?2 - (SELECT count(*) FROM alert_pushed WHERE day = ?1))
             ON CONFLICT (client_id) DO UPDATE SET day = excluded.day",
            (day, most),
        )?;
        Ok(())
    }

    /// How many of the alerts pushed forward on a day stand.
    pub fn count_pushed(&self, day: NaiveDate) -> Result<usize, StoreError> {
        self.one(
            "SELECT count(*) FROM alert_pushed JOIN derived_client USING (client_id)
             WHERE day = ?1 AND level IS NOT NULL",
            [day],
        )
    }

    /// The alerts pushed forward on a day that stand, the worst first.
    pub fn pushed_page(&self, day: NaiveDate, skip: usize, limit: usize) -> Result<Vec<AlertRow>, StoreError> {
        self.all(
            "SELECT derived_client.client_id, name, star, body
             FROM alert_pushed JOIN derived_client USING (client_id) JOIN derived_alert USING (client_id)
                 JOIN client ON client.id = client_id
             WHERE alert_pushed.day = ?1 AND derived_client.level IS NOT NULL
             ORDER BY derived_client.level DESC, at_risk DESC, client_id LIMIT ?3 OFFSET ?2",
            (day, skip, limit),
            alert_of,
        )
    }
}

impl Transaction<'_> {
    /// Keeps how a reason was answered.
    pub fn insert_answer(&self, client: ClientId, answer: &Answer) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO alert_answer (id, client_id, kind, cause, level, day, until, reason, note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                self.make_id(),
                client,
                &answer.kind,
                &answer.cause,
                answer.level,
                answer.day,
                answer.until,
                answer.dismissal,
                &answer.note,
            ),
        )?;
        Ok(())
    }

    /// Takes away how a reason was answered.
    pub fn delete_answers(&self, client: ClientId, Answer { kind, cause, .. }: &Answer) -> Result<(), StoreError> {
        self.change(
            "DELETE FROM alert_answer WHERE client_id = ?1 AND kind = ?2 AND cause = ?3",
            (client, kind, cause),
        )?;
        Ok(())
    }
}
