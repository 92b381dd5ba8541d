//! The catalogue of gifts, what was given, and the clubs clients belong to.

use chrono::NaiveDate;
use rusqlite::Row;

use super::sql::still;
use super::{Db, StoreError, Transaction};
use crate::domain::gift::{Gift, Given, Membership, Standing};
use crate::domain::ids::{ClientId, GiftId};
use crate::domain::money::Money;

/// What tells that a touch is a gift that was given.
const GIVEN: &str = "kind = 'gift' AND outcome IN ('reached', 'refused')";

impl Db {
    /// The catalogue, without the days on which its gifts were given.
    pub fn catalogue(&self) -> Result<Vec<Gift>, StoreError> {
        self.all("SELECT id, name, price FROM gift", [], |row| {
            Ok(Gift { id: row.get("id")?, name: row.get("name")?, price: row.get("price")?, last_given: None })
        })
    }

    /// What was given to any client up to a day, as it was written, with the last day on which it was.
    pub fn items_given(&self, until: NaiveDate) -> Result<Vec<(String, NaiveDate)>, StoreError> {
        let items = format!("SELECT item, max(day) AS day FROM touch WHERE {GIVEN} AND day <= ?1 GROUP BY item");
        self.all(&items, [until], |row| Ok((row.get("item")?, row.get("day")?)))
    }

    /// What a client was given up to a day, the newest first.
    pub fn gifts_given(&self, client: ClientId, until: NaiveDate) -> Result<Vec<Given>, StoreError> {
        let gifts = format!(
            "SELECT day, item, cost, wow FROM touch WHERE client_id = ?1 AND day <= ?2 AND {GIVEN}
             ORDER BY day DESC, id DESC"
        );
        self.all(&gifts, (client, until), |row| {
            Ok(Given {
                day: row.get("day")?,
                item: row.get("item")?,
                cost: row.get("cost")?,
                wow: row.get::<_, Option<bool>>("wow")?.unwrap_or_default(),
            })
        })
    }

    /// The club a client belongs to.
    pub fn membership(&self, client: ClientId) -> Result<Option<Membership>, StoreError> {
        self.first("SELECT club, until, points FROM membership WHERE client_id = ?1", [client], membership_of)
    }

    /// The memberships that end by a day, of clients that are neither closed nor on the black list today.
    pub fn memberships_ending(
        &self,
        by: NaiveDate,
        today: NaiveDate,
    ) -> Result<Vec<(ClientId, String, Membership)>, StoreError> {
        let ending = format!(
            "SELECT client.id AS id, name, club, until, points FROM membership JOIN client ON client.id = client_id
             WHERE until <= ?1 AND {} AND {} ORDER BY until, sort_name, client.id",
            still("closed_on", today),
            still("barred_on", today)
        );
        self.due_in("membership", || {
            self.all(&ending, [by], |row| Ok((row.get("id")?, row.get("name")?, membership_of(row)?)))
        })
    }

    /// What the gifts to all clients cost from `first` to `last`, as far as that was said.
    pub fn spent_on_gifts(&self, first: NaiveDate, last: NaiveDate) -> Result<Money, StoreError> {
        self.one(
            &format!("SELECT coalesce(sum(cost), 0) FROM touch WHERE {GIVEN} AND day BETWEEN ?1 AND ?2"),
            (first, last),
        )
    }

    /// What is known on a day of one client, or of all that were not closed, for giving it something; the most revenue first.
    pub fn gift_standings(
        &self,
        only: Option<ClientId>,
        until: NaiveDate,
    ) -> Result<Vec<(ClientId, String, Standing)>, StoreError> {
        let open = still("closed_on", until);
        let which = if only.is_some() { "client.id = ?2" } else { &format!("{open} AND ?2 IS NULL") };
        let standings = format!(
            "SELECT client.id AS id, name, coalesce(revenue, 0) AS revenue, membership.id AS member, club, until, points,
                    (SELECT min(day) FROM orders WHERE client_id = client.id AND day <= ?1) AS first_order,
                    (SELECT max(day) FROM touch WHERE client_id = client.id AND day <= ?1 AND {GIVEN}) AS last_gift
             FROM client LEFT JOIN derived_client ON derived_client.client_id = client.id
             LEFT JOIN membership ON membership.client_id = client.id
             WHERE {which} ORDER BY revenue DESC, sort_name, client.id"
        );
        self.all(&standings, (until, only), |row| {
            let member: Option<i64> = row.get("member")?;
            let membership = member.map(|_| membership_of(row)).transpose()?;
            let standing = Standing {
                revenue: row.get("revenue")?,
                first_order: row.get("first_order")?,
                last_gift: row.get("last_gift")?,
                membership,
            };
            Ok((row.get("id")?, row.get("name")?, standing))
        })
    }
}

impl Transaction<'_> {
    /// Adds a gift to the catalogue.
    pub fn insert_gift(&self, name: &str, price: Option<Money>) -> Result<(), StoreError> {
        self.change("INSERT INTO gift (id, name, price) VALUES (?1, ?2, ?3)", (self.make_id(), name, price))?;
        Ok(())
    }

    /// Takes a gift out of the catalogue; what was given stays on record.
    pub fn delete_gift(&self, id: GiftId) -> Result<(), StoreError> {
        self.change("DELETE FROM gift WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Says what club a client belongs to, in place of what was said before; nothing takes it out of it.
    pub fn put_membership(&self, client: ClientId, membership: &Membership) -> Result<(), StoreError> {
        let Membership { club, until, points } = membership;
        if membership.is_empty() {
            self.change("DELETE FROM membership WHERE client_id = ?1", [client])?;
            return Ok(());
        }
        self.change(
            "INSERT INTO membership (id, client_id, club, until, points) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (client_id) DO UPDATE SET
                club = excluded.club, until = excluded.until, points = excluded.points",
            (self.make_id(), client, club, until, points),
        )?;
        Ok(())
    }
}

fn membership_of(row: &Row<'_>) -> rusqlite::Result<Membership> {
    Ok(Membership { club: row.get("club")?, until: row.get("until")?, points: row.get("points")? })
}
