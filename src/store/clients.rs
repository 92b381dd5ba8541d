//! The table of clients and their tags.

use chrono::NaiveDate;
use rusqlite::{Row, params};
use serde_json::json;

use super::sql::still;
use super::{Db, StoreError, Transaction};
use crate::domain::client::Client;
use crate::domain::ids::ClientId;
use crate::domain::person::Channel;

/// What the search looks through for one client.
#[derive(Clone, Debug)]
pub struct SearchText {
    /// Which client.
    pub id: ClientId,
    /// Its name.
    pub name: String,
    /// Town, people, telephone numbers and addresses, one a line.
    pub rest: String,
}

/// A client that another one may mean.
#[derive(Clone, Debug)]
pub struct Namesake {
    /// Which client.
    pub id: ClientId,
    /// Its name.
    pub name: String,
}

impl Namesake {
    fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { id: row.get("id")?, name: row.get("name")? })
    }
}

/// A client by what it can be recognised by in a file.
#[derive(Clone, Debug)]
pub struct KnownClient {
    /// Which client.
    pub id: ClientId,
    /// Its external id.
    pub external_id: Option<String>,
    /// Its name, folded.
    pub sort_name: String,
    /// Its tax number.
    pub tax_id: String,
    /// Its town.
    pub city: String,
    /// Whether it is on the black list.
    pub barred: bool,
}

impl Db {
    /// The client of that id.
    pub fn client(&self, id: ClientId) -> Result<Option<Client>, StoreError> {
        let Some(mut client) = self.first("SELECT * FROM client WHERE id = ?1", [id], client_of)? else {
            return Ok(None);
        };
        client.tags =
            self.all("SELECT name FROM tag WHERE client_id = ?1 ORDER BY name", [id], |row| row.get("name"))?;
        client.channels = self.channels(id)?;
        client.channels.retain(|channel| channel.person.is_none());
        Ok(Some(client))
    }

    /// How many clients there are.
    pub fn count_clients(&self) -> Result<usize, StoreError> {
        self.one("SELECT count(*) FROM client", [])
    }

    /// The other clients that are called one of these names, folded for search, or have the same tax number.
    pub fn clients_like(
        &self,
        other: ClientId,
        sort_names: &[String],
        tax_id: &str,
    ) -> Result<Vec<Namesake>, StoreError> {
        self.all(
            "SELECT id, name FROM client WHERE id <> ?1
                 AND (sort_name IN (SELECT value FROM json_each(?2)) OR tax_id <> '' AND tax_id = ?3)
             ORDER BY id",
            (other, json!(sort_names).to_string(), tax_id),
            Namesake::of,
        )
    }

    /// The other clients whose names, folded for search, begin with one of these; a thousand at most.
    pub fn clients_begun(&self, other: ClientId, beginnings: &[String]) -> Result<Vec<Namesake>, StoreError> {
        self.all(
            "SELECT DISTINCT client.id AS id, name FROM json_each(?2) AS begun
             CROSS JOIN client ON sort_name >= begun.value AND sort_name < begun.value || char(1114111)
             WHERE client.id <> ?1 LIMIT 1000",
            (other, json!(beginnings).to_string()),
            Namesake::of,
        )
    }

    /// The other clients reached by what begins so, whatever the case of its letters, each with that way to reach it.
    pub fn clients_reached(&self, other: ClientId, begin: &str) -> Result<Vec<(Namesake, Channel)>, StoreError> {
        self.all(
            // Behind a telephone number there may be its extension, after a semicolon.
            "SELECT client.id AS id, name, person_id, kind, value
             FROM channel JOIN client ON client.id = client_id
             WHERE value >= ?2 COLLATE NOCASE AND value < ?2 || '<' COLLATE NOCASE AND client_id <> ?1
             ORDER BY channel.id LIMIT 100",
            (other, begin),
            |row| {
                let (person, kind, value) = (row.get("person_id")?, row.get("kind")?, row.get("value")?);
                Ok((Namesake::of(row)?, Channel { person, kind, value }))
            },
        )
    }

    /// Every client by what it can be recognised by in a file, on a day.
    pub fn known_clients(&self, today: NaiveDate) -> Result<Vec<KnownClient>, StoreError> {
        // Under the names of those merged into it, too.
        let barred = format!("NOT {}", still("barred_on", today));
        let known = format!(
            "SELECT id, external_id, sort_name, tax_id, city, {barred} AS barred FROM client
             UNION ALL
             SELECT client_id, was ->> 'external_id', was ->> 'sort_name', was ->> 'tax_id', was ->> 'city', barred
             FROM (SELECT client_id, body -> '$.client[0]' AS was, {barred} AS barred
                   FROM merged JOIN client ON client.id = client_id WHERE what = 'client')
             ORDER BY id"
        );
        self.all(&known, [], |row| {
            Ok(KnownClient {
                id: row.get("id")?,
                external_id: row.get("external_id")?,
                sort_name: row.get("sort_name")?,
                tax_id: row.get("tax_id")?,
                city: row.get("city")?,
                barred: row.get("barred")?,
            })
        })
    }

    /// The clients of that external id.
    pub fn clients_of_external_id(&self, external_id: &str) -> Result<Vec<ClientId>, StoreError> {
        self.all("SELECT id FROM client WHERE external_id = ?1 ORDER BY id", [external_id], |row| row.get("id"))
    }

    /// The clients of that folded name.
    pub fn clients_of_sort_name(&self, sort_name: &str) -> Result<Vec<ClientId>, StoreError> {
        self.all("SELECT id FROM client WHERE sort_name = ?1 ORDER BY id", [sort_name], |row| row.get("id"))
    }

    /// What the search looks through, in the order of the names.
    pub fn search_texts(&self) -> Result<Vec<SearchText>, StoreError> {
        self.all(
            "SELECT id, name, city
                    || coalesce((SELECT char(10) || group_concat(name, char(10)) FROM person WHERE client_id = client.id), '')
                    || coalesce((SELECT char(10) || group_concat(value, char(10)) FROM channel WHERE client_id = client.id), '')
                    || coalesce((SELECT char(10) || group_concat(name, char(10)) FROM merged WHERE client_id = client.id), '')
                    || char(10) || tax_id AS rest
             FROM client ORDER BY sort_name, id",
            [],
            |row| Ok(SearchText { id: row.get("id")?, name: row.get("name")?, rest: row.get("rest")? }),
        )
    }
}

impl Transaction<'_> {
    /// Adds a client with its tags and its own telephone numbers and addresses. `sort_name` is its name folded for search.
    pub fn insert_client(&self, client: &Client, sort_name: &str, since: NaiveDate) -> Result<(), StoreError> {
        let (barred_on, barred_why) = barred(client);
        self.change(
            "INSERT INTO client (id, name, sort_name, city, address, tax_id, industry, company_day, note, star,
                 private, legal_form, call_hours, buyer, ties, manner, prizes, puts_up_with, interval_days, barred_on,
                 barred_why, external_id, since, closed_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, iif(?11, 1, NULL), nullif(?12, ''), ?13, ?14, ?15, ?16,
                 nullif(?17, ''), nullif(?18, ''), ?19, ?20, ?21, ?22, ?23, ?24)",
            params![
                client.id,
                client.name,
                sort_name,
                client.city,
                client.address,
                client.tax_id,
                client.industry,
                client.company_day,
                client.note,
                client.star,
                client.private,
                client.legal_form,
                client.call_hours,
                client.buyer,
                client.ties,
                client.manner,
                client.values,
                client.puts_up_with,
                client.interval,
                barred_on,
                barred_why,
                client.external_id,
                since,
                client.closed_on,
            ],
        )?;
        client.channels.iter().try_for_each(|channel| self.insert_channel(client.id, channel))?;
        client.tags.iter().try_for_each(|tag| self.add_tag(client.id, tag).map(drop))
    }

    /// Writes what a person says of a client in place of what was said before.
    pub fn update_client(&self, client: &Client, sort_name: &str) -> Result<(), StoreError> {
        let (barred_on, barred_why) = barred(client);
        self.change(
            "UPDATE client SET name = ?2, sort_name = ?3, city = ?4, address = ?5, tax_id = ?6, industry = ?7,
                 company_day = ?8, note = ?9, star = ?10, private = iif(?11, 1, NULL), legal_form = nullif(?12, ''),
                 call_hours = ?13, buyer = ?14, ties = ?15, manner = ?16, prizes = nullif(?17, ''),
                 puts_up_with = nullif(?18, ''), interval_days = ?19, barred_on = ?20, barred_why = ?21, external_id = ?22
             WHERE id = ?1",
            params![
                client.id,
                client.name,
                sort_name,
                client.city,
                client.address,
                client.tax_id,
                client.industry,
                client.company_day,
                client.note,
                client.star,
                client.private,
                client.legal_form,
                client.call_hours,
                client.buyer,
                client.ties,
                client.manner,
                client.values,
                client.puts_up_with,
                client.interval,
                barred_on,
                barred_why,
                client.external_id,
            ],
        )?;
        self.put_channels(client.id, None, &client.channels)?;
        let there: Vec<String> =
            self.all("SELECT name FROM tag WHERE client_id = ?1", [client.id], |row| row.get("name"))?;
        for tag in there.iter().filter(|tag| !client.tags.contains(tag)) {
            self.change("DELETE FROM tag WHERE client_id = ?1 AND name = ?2", (client.id, tag))?;
        }
        client.tags.iter().try_for_each(|tag| self.add_tag(client.id, tag).map(drop))
    }

    /// Tags a client. False if it has that tag already.
    pub fn add_tag(&self, client: ClientId, tag: &str) -> Result<bool, StoreError> {
        let added = self.change(
            "INSERT INTO tag (id, client_id, name) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
            (self.make_id(), client, tag),
        )?;
        Ok(added > 0)
    }

    /// Fills fields of a client that are empty so far; what a person wrote there stays. True if something was filled.
    pub fn fill_client(&self, found: &Client) -> Result<bool, StoreError> {
        let filled = self.change(
            "UPDATE client SET
                external_id = coalesce(external_id, ?2),
                city = iif(city = '', ?3, city),
                address = iif(address = '', ?4, address),
                tax_id = iif(tax_id = '', ?5, tax_id),
                industry = iif(industry = '', ?6, industry),
                company_day = coalesce(company_day, ?7),
                note = iif(note = '', ?8, note)
             WHERE id = ?1 AND (
                (external_id IS NULL AND ?2 IS NOT NULL) OR (city = '' AND ?3 <> '') OR (address = '' AND ?4 <> '')
                OR (tax_id = '' AND ?5 <> '') OR (industry = '' AND ?6 <> '') OR (company_day IS NULL AND ?7 IS NOT NULL)
                OR (note = '' AND ?8 <> ''))",
            (
                found.id,
                &found.external_id,
                &found.city,
                &found.address,
                &found.tax_id,
                &found.industry,
                found.company_day,
                &found.note,
            ),
        )?;
        Ok(filled > 0)
    }
}

/// Since when a client is on the black list, and why.
fn barred(client: &Client) -> (Option<NaiveDate>, Option<&str>) {
    client.barred.as_ref().map(|(day, why)| (*day, why.as_str())).unzip()
}

fn client_of(row: &Row<'_>) -> rusqlite::Result<Client> {
    Ok(Client {
        id: row.get("id")?,
        external_id: row.get("external_id")?,
        name: row.get("name")?,
        city: row.get("city")?,
        address: row.get("address")?,
        tax_id: row.get("tax_id")?,
        industry: row.get("industry")?,
        company_day: row.get("company_day")?,
        note: row.get("note")?,
        star: row.get("star")?,
        closed_on: row.get("closed_on")?,
        private: row.get::<_, Option<bool>>("private")?.unwrap_or_default(),
        legal_form: said(row, "legal_form")?,
        call_hours: row.get("call_hours")?,
        buyer: row.get("buyer")?,
        ties: row.get("ties")?,
        manner: row.get("manner")?,
        values: said(row, "prizes")?,
        puts_up_with: said(row, "puts_up_with")?,
        interval: row.get("interval_days")?,
        barred: row.get::<_, Option<NaiveDate>>("barred_on")?.zip(row.get("barred_why")?),
        tags: Vec::new(),
        channels: Vec::new(),
    })
}

/// A text that may not have been said.
pub(super) fn said(row: &Row<'_>, column: &str) -> rusqlite::Result<String> {
    Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default())
}
