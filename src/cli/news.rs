//! `regulars news`: what is new and who has heard it; adds, changes and ends news, notes who was told.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, phrases, text};
use crate::domain::message::Message;
use crate::domain::news::{Audience, News};
use crate::domain::status::Status;
use crate::ops::{Hearing, NewsDraft, NewsLine, Receipt};

/// News as `news --json` answers them.
#[derive(Serialize)]
struct NewsRecord<'a> {
    /// Their id.
    id: String,
    /// What is new.
    text: &'a str,
    /// The first day on which it is told.
    since: NaiveDate,
    /// The last day; null for none.
    until: Option<NaiveDate>,
    /// Whom it concerns.
    audience: &'a Audience,
    /// Whether it is told now.
    current: bool,
    /// How many clients have heard it.
    heard: usize,
    /// How many whom it concerns have not.
    unheard: usize,
}

/// Who has heard news, as `news who --json` answers.
#[derive(Serialize)]
struct HearingRecord {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: String,
    /// The day on which it heard them; null if it has not.
    heard: Option<NaiveDate>,
}

impl Session<'_> {
    /// Does what is asked for with news, or lists them.
    pub(super) fn news(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some((verb, asked)) = asked.subcommand() else { return self.list_news() };
        let receipt = match verb {
            "add" => {
                let draft = self.news_draft(asked, None)?;
                self.back_up();
                self.bench.add_news(&draft)?
            }
            "edit" => {
                let news = self.bench.news_named(text(asked, "news"))?;
                let draft = self.news_draft(asked, Some(&news))?;
                self.back_up();
                self.bench.edit_news(news.id, &draft)?
            }
            "close" => {
                let news = self.bench.news_named(text(asked, "news"))?;
                self.back_up();
                self.bench.close_news(&news)?
            }
            "told" => {
                let news = self.bench.news_named(text(asked, "news"))?;
                let client = self.client(asked)?;
                self.back_up();
                let receipt = self.bench.tell_news(news.id, client)?;
                return self.hand_over(client, &receipt);
            }
            _ => {
                let news = self.bench.news_named(text(asked, "news"))?;
                return self.list_hearing(&news);
            }
        };
        self.confirm(&receipt)
    }

    /// What the command line says of news; what it does not say stays as it is in `before`.
    fn news_draft(&self, asked: &ArgMatches, before: Option<&News>) -> Result<NewsDraft, Failure> {
        let list = |name: &str| asked.get_many::<String>(name).map(|found| found.cloned().collect::<Vec<_>>());
        let audience = before.map(|news| news.audience.clone()).unwrap_or_default();
        let statuses = list("status").map(|names| names.iter().filter_map(|name| Status::from_name(name)).collect());
        let said = Some(text(asked, "text")).filter(|text| !text.is_empty());
        Ok(NewsDraft {
            text: said.or(before.map(|news| news.text.as_str())).unwrap_or_default().to_owned(),
            since: self.day(asked, "from")?.or(before.map(|news| news.since)),
            until: self.day(asked, "until")?.or(before.and_then(|news| news.until)),
            audience: Audience {
                statuses: statuses.unwrap_or(audience.statuses),
                star: asked.get_flag("star") || audience.star,
                tags: list("tag").unwrap_or(audience.tags),
                cities: list("city").unwrap_or(audience.cities),
                industries: list("industry").unwrap_or(audience.industries),
            },
        })
    }

    /// Tells what was done to something that is no client.
    pub(super) fn confirm(&mut self, receipt: &Receipt) -> Result<Exit, Failure> {
        let messages: Vec<String> = receipt.messages().iter().map(|message| self.words.message(message)).collect();
        if self.out.is_json() {
            self.out.json(&serde_json::json!({ "messages": messages }))?;
        } else {
            self.out.line(messages.join(" · "))?;
        }
        Ok(Exit::Done)
    }

    fn list_news(&mut self) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let lines = self.bench.news()?;
        if self.out.is_json() {
            self.out.json(&lines.iter().map(record).collect::<Vec<_>>())?;
        } else if lines.is_empty() {
            self.out.line(self.words.say("cli-no-news"))?;
        } else {
            let rows: Vec<_> = lines.iter().map(|line| self.news_row(line)).collect();
            self.out.table(&rows, &[])?;
        }
        Ok(Exit::Done)
    }

    fn news_row(&self, line: &NewsLine) -> [String; 4] {
        let words = self.words;
        let counts = Message::new("news-heard").with("heard", line.heard).with("unheard", line.unheard);
        let mark = if line.current { "•" } else { "×" };
        let days = words.news_days(&line.news);
        [
            format!("{mark} {}", line.news.text),
            days,
            words.audience(&line.news.audience, self.bench.days()),
            words.message(&counts),
        ]
    }

    fn list_hearing(&mut self, news: &News) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let hearing = self.bench.hearing(news)?;
        if self.out.is_json() {
            let record = |row: &Hearing| HearingRecord {
                client_id: row.client.0.to_string(),
                client: row.name.clone(),
                heard: row.heard,
            };
            let records: Vec<_> = hearing.iter().map(record).collect();
            self.out.json(&records)?;
            return Ok(Exit::Done);
        }
        let rows: Vec<_> = hearing
            .iter()
            .map(|row| {
                let heard = row.heard.map_or_else(|| "○".to_owned(), |day| format!("✓ {}", self.words.short_day(day)));
                [heard, phrases::named(&row.name, row.star), row.city.clone()]
            })
            .collect();
        self.out.line(&news.text)?;
        self.out.table(&rows, &[])?;
        Ok(Exit::Done)
    }
}

fn record(line: &NewsLine) -> NewsRecord<'_> {
    let NewsLine { news, current, heard, unheard } = line;
    NewsRecord {
        id: news.id.0.to_string(),
        text: &news.text,
        since: news.since,
        until: news.until,
        audience: &news.audience,
        current: *current,
        heard: *heard,
        unheard: *unheard,
    }
}
