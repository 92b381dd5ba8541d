//! The tables of people and of the ways to reach them.

use chrono::NaiveDate;
use rusqlite::Row;
use rusqlite::types::FromSqlError;

use super::clients::said;
use super::{Db, StoreError, Transaction};
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::person::{Channel, Person};
use crate::domain::touch::TouchKind;

impl Db {
    /// The people at a client, in the order in which they were added.
    pub fn people(&self, client: ClientId) -> Result<Vec<Person>, StoreError> {
        self.all("SELECT * FROM person WHERE client_id = ?1 ORDER BY id", [client], person_of)
    }

    /// The person of that id.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        self.first("SELECT * FROM person WHERE id = ?1", [id], person_of)
    }

    /// The ways to reach a client and its people, telephones first.
    pub fn channels(&self, client: ClientId) -> Result<Vec<Channel>, StoreError> {
        self.all(
            "SELECT person_id, kind, value FROM channel WHERE client_id = ?1 ORDER BY kind <> 'phone', id",
            [client],
            |row| Ok(Channel { person: row.get("person_id")?, kind: row.get("kind")?, value: row.get("value")? }),
        )
    }

    /// The person the last touch up to a day was with, or the first one of the client.
    pub fn usual_person(&self, client: ClientId, today: NaiveDate) -> Result<Option<Person>, StoreError> {
        self.first(
            "SELECT person.* FROM person
             LEFT JOIN touch ON touch.person_id = person.id AND touch.client_id = ?1 AND touch.day <= ?2
             WHERE person.client_id = ?1 ORDER BY touch.at DESC, person.id LIMIT 1",
            (client, today),
            person_of,
        )
    }
}

impl Transaction<'_> {
    /// Adds a person.
    pub fn insert_person(&self, person: &Person) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO person (id, name, role, birthday, prefers, declines, unsaid, client_id)
             VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, ''), nullif(?7, ''), ?8)",
            (
                person.id,
                &person.name,
                &person.role,
                person.birthday,
                person.prefers,
                names(&person.declines),
                &person.unsaid,
                person.client,
            ),
        )?;
        Ok(())
    }

    /// Writes what is said of a person in place of what was said before.
    pub fn update_person(&self, person: &Person) -> Result<(), StoreError> {
        self.change(
            "UPDATE person SET name = ?2, role = ?3, birthday = ?4, prefers = ?5, declines = nullif(?6, ''),
                 unsaid = nullif(?7, '')
             WHERE id = ?1",
            (
                person.id,
                &person.name,
                &person.role,
                person.birthday,
                person.prefers,
                names(&person.declines),
                &person.unsaid,
            ),
        )?;
        Ok(())
    }

    /// Takes a person out, with the ways to reach it; what it had a part in stays.
    pub fn delete_person(&self, person: PersonId) -> Result<(), StoreError> {
        self.change("DELETE FROM person WHERE id = ?1", [person])?;
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

    /// Makes these the ways to reach a person, or the client itself: what is among them already keeps its row.
    pub fn put_channels(
        &self,
        client: ClientId,
        person: Option<PersonId>,
        wanted: &[Channel],
    ) -> Result<(), StoreError> {
        let there: Vec<(i64, Channel)> = self.all(
            "SELECT id, person_id, kind, value FROM channel WHERE client_id = ?1 AND person_id IS ?2 ORDER BY id",
            (client, person),
            |row| {
                let (person, kind, value) = (row.get("person_id")?, row.get("kind")?, row.get("value")?);
                Ok((row.get("id")?, Channel { person, kind, value }))
            },
        )?;
        for (id, _) in there.iter().filter(|(_, channel)| !wanted.contains(channel)) {
            self.change("DELETE FROM channel WHERE id = ?1", [id])?;
        }
        let mut new = wanted.iter().filter(|channel| there.iter().all(|(_, known)| known != *channel));
        new.try_for_each(|channel| self.insert_channel(client, channel))
    }
}

fn person_of(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: row.get("id")?,
        client: row.get("client_id")?,
        name: row.get("name")?,
        role: row.get("role")?,
        birthday: row.get("birthday")?,
        prefers: row.get("prefers")?,
        declines: declines_of(row)?,
        unsaid: said(row, "unsaid")?,
    })
}

fn names(kinds: &[TouchKind]) -> String {
    kinds.iter().map(|kind| kind.name()).collect::<Vec<_>>().join(" ")
}

/// The kinds of contact that a person declines.
pub(super) fn declines_of(row: &Row<'_>) -> rusqlite::Result<Vec<TouchKind>> {
    let names = said(row, "declines")?;
    let kind = |name| TouchKind::from_name(name).ok_or_else(|| FromSqlError::InvalidType.into());
    names.split_whitespace().map(kind).collect()
}
