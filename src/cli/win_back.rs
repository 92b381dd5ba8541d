//! `regulars return`: whether a former client is worth winning back, by three questions.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, text};
use crate::domain::way_back::{Changed, EndedBy, WayBack};

/// What `return --json` answers without answers of its own.
#[derive(Serialize)]
struct WayBackRecord {
    /// Who ended it: `us` or `them`; null where nobody answered yet.
    ended_by: Option<&'static str>,
    /// What changed on our side: `nothing`, `goals`, `strategy`, `assortment` or `methods`.
    changed: Option<&'static str>,
    /// Whether it was about quality.
    quality: Option<bool>,
    /// The day of the answers.
    on: Option<NaiveDate>,
    /// What follows: `not_justified`, `possible` or `worth_it`.
    advice: Option<&'static str>,
    /// The answers, the advice and the tasks, in words.
    messages: Vec<String>,
}

impl Session<'_> {
    /// Keeps the answers about a former client, or tells those that were given.
    pub(super) fn win_back(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let next = self.day_ahead(asked, "next")?;
        let client = self.client(asked)?;
        let answers = (EndedBy::from_name(text(asked, "by-whom")), Changed::from_name(text(asked, "changes")));
        if let (Some(ended_by), Some(changed)) = answers {
            self.back_up();
            let quality = text(asked, "quality") == "yes";
            let receipt =
                self.bench.win_back(client, (ended_by, changed, quality), next, &|key| self.words.say(key))?;
            return self.hand_over(client, &receipt);
        }
        let known = self.bench.way_back(client)?;
        let told = known.iter().flat_map(WayBack::messages).chain([self.bench.former_contacts(client)?]);
        let messages: Vec<String> = told.map(|message| self.words.message(&message)).collect();
        if self.out.is_json() {
            self.out.json(&WayBackRecord {
                ended_by: known.map(|known| known.ended_by.name()),
                changed: known.map(|known| known.changed.name()),
                quality: known.map(|known| known.quality),
                on: known.map(|known| known.on),
                advice: known.map(|known| known.worth_it().name()),
                messages,
            })?;
        } else {
            for message in messages {
                self.out.line(message)?;
            }
            if known.is_none() {
                self.out.line(self.words.say("return-ask"))?;
            }
        }
        Ok(Exit::Done)
    }
}
