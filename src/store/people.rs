//! The tables of people and of the ways to reach them.

use rusqlite::Row;

use super::{Db, StoreError, Transaction};
use crate::domain::ids::ClientId;
use crate::domain::person::{Channel, Person};

impl Db {
    /// The people at a client, in the order in which they were added.
    pub fn people(&self, client: ClientId) -> Result<Vec<Person>, StoreError> {
        self.all("SELECT * FROM person WHERE client_id = ?1 ORDER BY id", [client], person_of)
    }

    /// The ways to reach a client and its people, telephones first.
    pub fn channels(&self, client: ClientId) -> Result<Vec<Channel>, StoreError> {
        self.all(
            "SELECT person_id, kind, value FROM channel WHERE client_id = ?1 ORDER BY kind <> 'phone', id",
            [client],
            |row| Ok(Channel { person: row.get("person_id")?, kind: row.get("kind")?, value: row.get("value")? }),
        )
    }

    /// The person the last touch was with, or the first one of the client.
    pub fn usual_person(&self, client: ClientId) -> Result<Option<Person>, StoreError> {
        self.first(
            "SELECT person.* FROM person
             LEFT JOIN touch ON touch.person_id = person.id AND touch.client_id = ?1
             WHERE person.client_id = ?1 ORDER BY touch.at DESC, person.id LIMIT 1",
            [client],
            person_of,
        )
    }
}

impl Transaction<'_> {
    /// Adds a person.
    pub fn insert_person(&self, person: &Person) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO person (id, client_id, name, role, birthday) VALUES (?1, ?2, ?3, ?4, ?5)",
            (person.id, person.client, &person.name, &person.role, person.birthday),
        )?;
        Ok(())
    }

    /// Fills the role and the birthday of a person where they are empty so far.
    pub fn fill_person(&self, person: &Person) -> Result<bool, StoreError> {
        let filled = self.change(
            "UPDATE person SET role = iif(role = '', ?2, role), birthday = coalesce(birthday, ?3)
             WHERE id = ?1 AND ((role = '' AND ?2 <> '') OR (birthday IS NULL AND ?3 IS NOT NULL))",
            (person.id, &person.role, person.birthday),
        )?;
        Ok(filled > 0)
    }

    /// Adds a way to reach a client or one of its people.
    pub fn insert_channel(&self, client: ClientId, channel: &Channel) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO channel (id, client_id, person_id, kind, value) VALUES (?1, ?2, ?3, ?4, ?5)",
            (self.make_id(), client, channel.person, channel.kind, &channel.value),
        )?;
        Ok(())
    }
}

fn person_of(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        client: row.get("client_id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        birthday: row.get("birthday")?,
    })
}
