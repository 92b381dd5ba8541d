//! What tells duplicates, and what becomes of the rows of those that are merged.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::triggers::image;
use super::{Db, StoreError, Transaction};
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::person::{Anniversary, Channel, Person};

/// A client as duplicates are told by it.
#[derive(Clone, Debug)]
pub struct RecognisedClient {
    /// Which client.
    pub id: ClientId,
    /// Its name.
    pub name: String,
    /// Whether it is a private buyer.
    pub private: bool,
    /// Its tax number.
    pub tax_id: String,
    /// The town.
    pub city: String,
    /// The address.
    pub address: String,
    /// The birthday of a private buyer.
    pub birthday: Option<Anniversary>,
}

/// Two that may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Twins {
    /// Two clients.
    Clients(ClientId, ClientId),
    /// Two people at one client.
    People(PersonId, PersonId),
}

impl Twins {
    /// Whether they are the same two.
    pub fn is_same(self, other: Self) -> bool {
        self.row() == other.row()
    }

    /// Whether one of the two is one of the others.
    pub fn touches(self, other: Self) -> bool {
        let ((what, one, two), (other_what, three, four)) = (self.row(), other.row());
        what == other_what && [one, two].iter().any(|id| [three, four].contains(id))
    }

    /// What they are, and their ids, the smaller one first.
    fn row(self) -> (&'static str, i64, i64) {
        let (what, one, other) = match self {
            Self::Clients(one, other) => ("client", one.0, other.0),
            Self::People(one, other) => ("person", one.0, other.0),
        };
        (what, one.min(other), one.max(other))
    }
}

impl Db {
    /// Every client as duplicates are told by it.
    pub fn recognised_clients(&self) -> Result<Vec<RecognisedClient>, StoreError> {
        self.all(
            "SELECT id, name, private IS NOT NULL AS private, tax_id, city, address,
                    iif(private IS NULL, NULL, coalesce(company_day,
                        (SELECT birthday FROM person WHERE client_id = client.id AND person.name = client.name))) AS birthday
             FROM client ORDER BY id",
            [],
            |row| {
                Ok(RecognisedClient {
                    id: row.get("id")?,
                    name: row.get("name")?,
                    private: row.get("private")?,
                    tax_id: row.get("tax_id")?,
                    city: row.get("city")?,
                    address: row.get("address")?,
                    birthday: row.get("birthday")?,
                })
            },
        )
    }

    /// The ways to reach every client and its people.
    pub fn all_channels(&self) -> Result<HashMap<ClientId, Vec<Channel>>, StoreError> {
        let rows = self.all("SELECT client_id, person_id, kind, value FROM channel ORDER BY id", [], |row| {
            let channel = Channel { person: row.get("person_id")?, kind: row.get("kind")?, value: row.get("value")? };
            Ok((row.get::<_, ClientId>("client_id")?, channel))
        })?;
        let mut channels: HashMap<_, Vec<_>> = HashMap::new();
        for (client, channel) in rows {
            channels.entry(client).or_default().push(channel);
        }
        Ok(channels)
    }

    /// The clients with more than one person.
    pub fn clients_with_people(&self) -> Result<Vec<ClientId>, StoreError> {
        self.all("SELECT client_id FROM person GROUP BY client_id HAVING count(*) > 1", [], |row| row.get("client_id"))
    }

    /// Whether a person said up to a day that two are not one.
    pub fn are_apart(&self, twins: Twins, today: NaiveDate) -> Result<bool, StoreError> {
        let (what, one, other) = twins.row();
        self.one(
            "SELECT EXISTS (SELECT 1 FROM apart WHERE (what, one_id, other_id) = (?1, ?2, ?3) AND day <= ?4)",
            (what, one, other, today),
        )
    }

    /// How many orders, touches and other entries a client has.
    pub fn count_entries(&self, client: ClientId) -> Result<(usize, usize, usize), StoreError> {
        self.first(
            "SELECT (SELECT count(*) FROM orders WHERE client_id = ?1) AS orders,
                    (SELECT count(*) FROM touch WHERE client_id = ?1) AS touches,
                    (SELECT count(*) FROM note WHERE client_id = ?1)
                        + (SELECT count(*) FROM promise WHERE client_id = ?1)
                        + (SELECT count(*) FROM complaint WHERE client_id = ?1) AS others",
            [client],
            |row| Ok((row.get("orders")?, row.get("touches")?, row.get("others")?)),
        )
        .map(Option::unwrap_or_default)
    }

    /// How many orders of one client have their like, of the same day and amount, at another.
    pub fn count_same_orders(&self, one: ClientId, other: ClientId) -> Result<usize, StoreError> {
        self.one(
            "SELECT count(*) FROM orders AS here WHERE client_id = ?1 AND EXISTS (
                 SELECT 1 FROM orders AS there
                 WHERE there.client_id = ?2 AND (there.day, there.amount) = (here.day, here.amount))",
            (one, other),
        )
    }
}

impl Transaction<'_> {
    /// Notes that two are not one; `client` is one of them, or where they are.
    pub fn tell_apart(&self, client: ClientId, twins: Twins, day: NaiveDate) -> Result<(), StoreError> {
        let (what, one, other) = twins.row();
        self.change(
            "INSERT INTO apart (id, client_id, what, one_id, other_id, day) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT DO UPDATE SET day = excluded.day WHERE day > excluded.day",
            (self.make_id(), client, what, one, other, day),
        )?;
        Ok(())
    }

    /// Makes everything of one client another's, and takes the first one out. What has room there only once (a next step, a
    /// membership) and is taken stays in the row that says who was merged, beside `said`, what the client was known by.
    pub fn merge_client(&self, gone: ClientId, keep: ClientId, said: &str, day: NaiveDate) -> Result<(), StoreError> {
        // Of two days for the next contact the earlier one holds.
        self.change(
            "UPDATE next_step SET day = min(day, (SELECT day FROM next_step WHERE client_id = ?1))
             WHERE client_id = ?2 AND EXISTS (SELECT 1 FROM next_step WHERE client_id = ?1)",
            (gone, keep),
        )?;
        self.change(
            "UPDATE OR IGNORE apart SET
                 one_id = min(?2, iif(one_id = ?1, other_id, one_id)), other_id = max(?2, iif(one_id = ?1, other_id, one_id))
             WHERE what = 'client' AND ?1 IN (one_id, other_id)",
            (gone, keep),
        )?;
        // What was decided about a touch of the one holds for that of the other; `M|client` ends with the id.
        self.change(
            "UPDATE OR IGNORE decision
             SET key = rtrim(replace(key || '|', '|' || ?1 || '|', '|' || ?2 || '|'), '|') WHERE client_id = ?1",
            (gone, keep),
        )?;
        self.change(
            "INSERT INTO draft (client_id, kind, text) SELECT ?2, kind, text FROM draft WHERE client_id = ?1
             ON CONFLICT DO UPDATE SET text = draft.text || ' ' || excluded.text",
            (gone, keep),
        )?;
        let mut body = self.rows_of("client", "id", gone.0)?;
        for table in self.journalled_tables()? {
            // The days of a plan are given anew.
            if ["plan", "waiting"].contains(&table.as_str()) || !self.columns(&table)?.iter().any(|c| c == "client_id")
            {
                continue;
            }
            self.change(&format!("UPDATE OR IGNORE {table} SET client_id = ?2 WHERE client_id = ?1"), (gone, keep))?;
            body.extend(self.rows_of(&table, "client_id", gone.0)?);
        }
        self.note_merged(keep, "client", gone.0, said, &body, day)?;
        self.change("DELETE FROM client WHERE id = ?1", [gone])?;
        self.drop_twin_channels(keep)
    }

    /// Makes everything of one person another's at the same client, and takes the first one out.
    pub fn merge_person(&self, gone: &Person, keep: PersonId, said: &str, day: NaiveDate) -> Result<(), StoreError> {
        self.change(
            "UPDATE OR IGNORE decision SET key = replace(key, '|' || ?1 || '|', '|' || ?2 || '|') WHERE client_id = ?3",
            (gone.id, keep, gone.client),
        )?;
        let body = self.rows_of("person", "id", gone.id.0)?;
        for table in self.journalled_tables()? {
            if self.columns(&table)?.iter().any(|column| column == "person_id") {
                self.change(&format!("UPDATE {table} SET person_id = ?2 WHERE person_id = ?1"), (gone.id, keep))?;
            }
        }
        self.note_merged(gone.client, "person", gone.id.0, said, &body, day)?;
        self.delete_person(gone.id)?;
        self.drop_twin_channels(gone.client)
    }

    /// Notes what was merged into a client, or at one.
    fn note_merged(
        &self,
        client: ClientId,
        what: &str,
        gone: i64,
        said: &str,
        body: &[String],
        day: NaiveDate,
    ) -> Result<(), StoreError> {
        self.change(
            &format!(
                "INSERT INTO merged (id, client_id, what, day, name, said, body)
                 SELECT ?1, ?2, ?3, ?4, name, ?5, ?6 FROM {what} WHERE id = ?7"
            ),
            (self.make_id(), client, what, day, said, format!("{{{}}}", body.join(",")), gone),
        )?;
        Ok(())
    }

    /// The rows of a table as a member of a JSON object, named after the table; nothing if there are none.
    fn rows_of(&self, table: &str, column: &str, id: i64) -> Result<Vec<String>, StoreError> {
        let rows = format!(
            "SELECT '\"{table}\":' || json_group_array(json({})) FROM {table} AS t WHERE {column} = ?1 HAVING count(*) > 0",
            image("t", &self.columns(table)?)
        );
        self.all(&rows, [id], |row| row.get(0))
    }

    /// Of ways to reach a client that are the same, of the same person, the first one stays.
    fn drop_twin_channels(&self, client: ClientId) -> Result<(), StoreError> {
        self.change(
            "DELETE FROM channel WHERE client_id = ?1 AND EXISTS (
                 SELECT 1 FROM channel AS first WHERE first.client_id = ?1 AND first.id < channel.id
                     AND (first.kind, first.value) = (channel.kind, channel.value)
                     AND first.person_id IS channel.person_id)",
            [client],
        )?;
        Ok(())
    }
}
