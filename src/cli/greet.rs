//! `regulars greet`: the occasions to greet for; the greetings of one of them as a file, and that they were sent.

use std::fs;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, shown, warn};
use crate::domain::greeting::{Parts, fill};
use crate::domain::message::Message;
use crate::ops::{Greeting, OpError};

/// How the heading of each greeting in a file begins.
const HEADING: &str = "=== ";

/// An occasion, as `greet --json` answers.
#[derive(Serialize)]
struct OccasionRecord {
    /// What it is called on the command line.
    id: String,
    /// Its name.
    name: String,
    /// The first of its days.
    day: NaiveDate,
    /// How many greetings are planned.
    greetings: usize,
}

/// What `greet OCCASION --json` answers.
#[derive(Serialize)]
struct GreetRecord {
    /// Where the texts were written.
    file: String,
    /// How many.
    greetings: usize,
    /// How many of them were logged as sent.
    marked: usize,
}

impl Session<'_> {
    /// Lists the occasions, or writes the greetings of one.
    pub(super) fn greet(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let occasions = self.bench.occasions()?;
        let Some(id) = asked.get_one::<String>("occasion") else {
            let records: Vec<_> = occasions
                .into_iter()
                .map(|line| OccasionRecord {
                    name: self.words.occasion(&line.id, self.bench.days()),
                    id: line.id,
                    day: line.date,
                    greetings: line.greetings,
                })
                .collect();
            return self.list_occasions(&records);
        };
        if occasions.iter().all(|line| line.id != *id) {
            return Err(Failure::Value(Message::new("cli-error-occasion").with("typed", id.as_str())));
        }
        let Some(path) = asked.get_one::<PathBuf>("out") else {
            return Err(Failure::Value(Message::new("cli-error-missing").with("what", "--out")));
        };
        let name = self.words.occasion(id, self.bench.days());
        let template = match asked.get_one::<PathBuf>("text-file") {
            Some(path) => fs::read_to_string(path)
                .map_err(|error| OpError::CannotOpen { path: path.clone(), reason: error.kind() })?,
            None => self.bench.greeting_text(id).unwrap_or_else(|| self.words.greeting(id, &name)),
        };
        let greetings = self.bench.greetings(id)?;
        let texts =
            greetings.iter().map(|greeting| written(&template, greeting)).collect::<Result<Vec<_>, Failure>>()?;
        let ours = |bytes: &[u8]| bytes.starts_with(HEADING.as_bytes());
        let today = self.bench.today();
        let due: Vec<_> = greetings.iter().filter(|greeting| greeting.from <= today).cloned().collect();
        let mark = asked.get_flag("mark");
        if mark && !asked.get_flag("anyway") {
            self.bench.check_greetings(&due)?;
        }
        let is_file = self.hand_out(path, &texts.concat(), ours)?;
        let mut told = Vec::new();
        if mark && !due.is_empty() {
            self.back_up();
            let done: Vec<_> = due.iter().map(|greeting| (greeting.clone(), name.clone())).collect();
            told = self.bench.greet(&name, &done)?.messages();
        }
        if mark && due.len() < greetings.len() {
            let early = greetings.iter().map(|greeting| greeting.from).filter(|from| *from > today).min();
            let left = Message::new("cli-greet-early").with("n", greetings.len() - due.len());
            told.push(left.with("day", early.unwrap_or(today)));
        }
        if !is_file {
            // Standard output holds the texts.
            warn(&told, self.words);
            return Ok(Exit::Done);
        }
        if self.out.is_json() {
            let marked = if mark { due.len() } else { 0 };
            self.out.json(&GreetRecord { file: shown(path), greetings: greetings.len(), marked })?;
            return Ok(Exit::Done);
        }
        let wrote = Message::new("cli-greeted").with("n", greetings.len()).with("path", shown(path));
        self.out.line(self.words.message(&wrote))?;
        for message in told {
            self.out.line(self.words.message(&message))?;
        }
        Ok(Exit::Done)
    }

    fn list_occasions(&mut self, records: &[OccasionRecord]) -> Result<Exit, Failure> {
        if self.out.is_json() {
            self.out.json(&records)?;
        } else if records.is_empty() {
            self.out.line(self.words.say("greet-none"))?;
        } else {
            let rows: Vec<_> = records
                .iter()
                .map(|line| {
                    let count = self.words.count(line.greetings as i64);
                    [line.id.clone(), self.words.day(line.day), count, line.name.clone()]
                })
                .collect();
            self.out.table(&rows, &[2])?;
        }
        Ok(Exit::Done)
    }
}

/// A greeting under a heading that says whom and where to.
fn written(template: &str, greeting: &Greeting) -> Result<String, Failure> {
    let person = greeting.person.as_ref().map_or("", |(_, name)| name.as_str());
    let parts = Parts { name: &greeting.name, person, line: "" };
    let wrong = |place| Failure::Value(Message::new("greet-unknown-place").with("place", place));
    let body = fill(template, parts).map_err(wrong)?;
    Ok(format!("{HEADING}{}\n\n{body}\n", greeting.heading()))
}
