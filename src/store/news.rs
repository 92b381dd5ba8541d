//! The tables of news and of who has heard them.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Row, params_from_iter};

use super::{Db, StoreError, Transaction};
use crate::domain::ids::{ClientId, NewsId};
use crate::domain::news::{Audience, Listener, News};
use crate::domain::status::Status;

/// A client who may be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListenerRow {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// What tells whether news concern it.
    pub listener: Listener,
}

impl Db {
    /// All news, the newest first.
    pub fn news(&self) -> Result<Vec<News>, StoreError> {
        self.all("SELECT * FROM news ORDER BY since DESC, id DESC", [], |row| {
            Ok((news_of(row)?, row.get("audience")?))
        })?
        .into_iter()
        .map(|(news, audience): (News, String)| {
            let read: Result<Audience, _> = serde_json::from_str(&audience);
            let audience = read.map_err(|error| StoreError::BadRow { detail: error.to_string() })?;
            Ok(News { audience, ..news })
        })
        .collect()
    }

    /// What a client has heard up to a day.
    pub fn heard_by(&self, client: ClientId, today: NaiveDate) -> Result<Vec<NewsId>, StoreError> {
        let told = "SELECT news_id FROM news_told WHERE client_id = ?1 AND day <= ?2";
        self.all(told, (client, today), |row| row.get("news_id"))
    }

    /// Who has heard news up to a day, and when.
    pub fn heard(&self, news: NewsId, today: NaiveDate) -> Result<HashMap<ClientId, NaiveDate>, StoreError> {
        let told = "SELECT client_id, day FROM news_told WHERE news_id = ?1 AND day <= ?2";
        let rows = self.all(told, (news, today), |row| Ok((row.get("client_id")?, row.get("day")?)))?;
        Ok(rows.into_iter().collect())
    }

    /// The clients who may be told, or that one of them, by name. Where nothing was derived yet, as potential ones.
    pub fn listeners(&self, only: Option<ClientId>) -> Result<Vec<ListenerRow>, StoreError> {
        let of = |column: &str| if only.is_some() { format!("{column} = ?1") } else { "1".to_owned() };
        let mut tags: HashMap<ClientId, Vec<String>> = HashMap::new();
        let find = format!("SELECT client_id, name FROM tag WHERE {} ORDER BY id", of("client_id"));
        for (client, tag) in
            self.all(&find, params_from_iter(only), |row| Ok((row.get("client_id")?, row.get("name")?)))?
        {
            tags.entry(client).or_default().push(tag);
        }
        let find = format!(
            "SELECT id, name, star, city, industry, status FROM client LEFT JOIN derived_client ON client_id = id
             WHERE {} ORDER BY sort_name, id",
            of("id")
        );
        self.all(&find, params_from_iter(only), |row| {
            let client = row.get("id")?;
            Ok(ListenerRow {
                client,
                name: row.get("name")?,
                listener: Listener {
                    status: row.get::<_, Option<Status>>("status")?.unwrap_or(Status::Potential),
                    star: row.get("star")?,
                    tags: tags.remove(&client).unwrap_or_default(),
                    city: row.get("city")?,
                    industry: row.get("industry")?,
                },
            })
        })
    }
}

fn news_of(row: &Row<'_>) -> rusqlite::Result<News> {
    Ok(News {
        id: row.get("id")?,
        text: row.get("text")?,
        since: row.get("since")?,
        until: row.get("until")?,
        audience: Audience::default(),
        closed_on: row.get("closed_on")?,
    })
}

impl Transaction<'_> {
    /// Adds news, or puts them in place of those of the same id.
    pub fn put_news(&self, news: &News) -> Result<(), StoreError> {
        let audience =
            serde_json::to_string(&news.audience).map_err(|error| StoreError::BadRow { detail: error.to_string() })?;
        self.change(
            "INSERT INTO news (id, text, since, until, audience, closed_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (id) DO UPDATE SET text = excluded.text, since = excluded.since, until = excluded.until,
                audience = excluded.audience, closed_on = excluded.closed_on",
            (news.id, &news.text, news.since, news.until, audience, news.closed_on),
        )?;
        Ok(())
    }

    /// Notes that a client has heard news; the first day on which it did stands.
    pub fn tell(&self, news: NewsId, client: ClientId, day: NaiveDate) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO news_told (id, news_id, client_id, day) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT DO UPDATE SET day = excluded.day WHERE day > excluded.day",
            (self.make_id(), news, client, day),
        )?;
        Ok(())
    }
}
