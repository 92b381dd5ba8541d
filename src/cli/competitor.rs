//! `regulars competitor`: adds, changes, lists the competitors at clients, decides about a hint, says that one is gone.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, phrases, text};
use crate::domain::competitor::{Standing, Way};
use crate::ops::CompetitorRow;

/// A competitor at a client.
#[derive(Serialize)]
pub struct CompetitorRecord<'a> {
    /// Its id.
    id: String,
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// Its name.
    name: &'a str,
    /// The piece it has; empty if unknown.
    piece: &'a str,
    /// Who brought it; empty if unknown.
    brought_by: &'a str,
    /// How great the threat is, 0 to 3.
    threat: u8,
    /// Whether it works at a loss.
    losing: bool,
    /// Whether it was invited as a hint.
    hint: bool,
    /// The day it was noted.
    since: NaiveDate,
    /// What was decided about the hint: `leave`, `pause` or `race`; null where nothing was.
    way: Option<&'static str>,
    /// By when.
    by: Option<NaiveDate>,
}

impl<'a> CompetitorRecord<'a> {
    /// The record of a competitor.
    pub fn of(row: &'a CompetitorRow) -> Self {
        let competitor = &row.competitor;
        let Standing { name, piece, brought_by, threat, losing, hint } = &competitor.what;
        Self {
            id: competitor.id.0.to_string(),
            client_id: competitor.client.0.to_string(),
            client: &row.client,
            name,
            piece,
            brought_by,
            threat: *threat,
            losing: *losing,
            hint: *hint,
            since: competitor.since,
            way: competitor.decided.map(|(way, _)| way.name()),
            by: competitor.decided.map(|(_, by)| by),
        }
    }
}

impl Session<'_> {
    /// Notes a competitor, changes what is known of one, decides about it, says that it is gone, or lists them.
    pub(super) fn competitor(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some((verb, asked)) = asked.subcommand() else { return Ok(Exit::CommandLine) };
        if verb == "list" {
            return self.competitors(asked);
        }
        if verb == "add" {
            let client = self.client(asked)?;
            let what = standing(asked, Standing { name: text(asked, "their-name").to_owned(), ..Standing::default() });
            self.back_up();
            let receipt = self.bench.add_competitor(client, &what)?;
            return self.hand_over(client, &receipt);
        }
        let row = self.bench.competitor_named(text(asked, "competitor"))?;
        let (id, client) = (row.competitor.id, row.competitor.client);
        let receipt = match verb {
            "edit" => {
                self.back_up();
                let known = row.competitor.what;
                let name = asked.get_one::<String>("name").cloned().unwrap_or(known.name);
                self.bench.edit_competitor(id, &standing(asked, Standing { name, ..known }))?
            }
            "decide" => {
                let by = self.any_day(asked, "by")?;
                let Some(way) = Way::from_name(text(asked, "way")) else { return Ok(Exit::CommandLine) };
                self.back_up();
                self.bench.decide_competitor(id, way, by)?
            }
            _ => {
                self.back_up();
                self.bench.end_competitor(id)?
            }
        };
        self.hand_over(client, &receipt)
    }

    fn competitors(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let only = asked.get_one::<String>("client").map(|_| self.client(asked)).transpose()?;
        let rows = self.bench.competitors(only)?;
        if self.out.is_json() {
            self.out.json(&rows.iter().map(CompetitorRecord::of).collect::<Vec<_>>())?;
            return Ok(Exit::Done);
        }
        if rows.is_empty() {
            self.out.line(self.words.say("board-no-competitor"))?;
        }
        for row in &rows {
            let known = row.competitor.messages().into_iter().map(|message| self.words.message(&message));
            self.out.line(format!("{}  {}  {}", row.competitor.id.0, row.client, phrases::joined(known)))?;
        }
        Ok(Exit::Done)
    }
}

/// What is known of a competitor, changed by what the command line says.
fn standing(asked: &ArgMatches, known: Standing) -> Standing {
    let said = |name: &str, before: String| asked.get_one::<String>(name).cloned().unwrap_or(before);
    let yes = |name: &str| asked.get_one::<String>(name).map(|said| said == "yes");
    Standing {
        name: known.name,
        piece: said("piece", known.piece),
        brought_by: said("brought-by", known.brought_by),
        threat: asked.get_one::<u8>("threat").copied().unwrap_or(known.threat),
        losing: yes("losing").unwrap_or(known.losing),
        hint: yes("hint").unwrap_or(known.hint),
    }
}
