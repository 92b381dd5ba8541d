//! `regulars export`: the whole file, losslessly; the planned touches as a calendar file.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use clap::parser::ValueSource;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, check_order, phrases, shown, text};
use crate::domain::message::Message;
use crate::ops::{CalendarFile, PublishDraft, Said, Told, Workbench};

/// What `export --json` answers.
#[derive(Serialize)]
struct ExportRecord {
    /// Where the export was written.
    file: String,
    /// How many clients are in it.
    clients: usize,
}

/// What `export ics --json` answers.
#[derive(Serialize)]
struct CalendarRecord {
    /// Where the calendar was written.
    file: String,
    /// How many planned touches are in it.
    planned: usize,
    /// How many open promises.
    promises: usize,
    /// How many that were done.
    done: usize,
    /// How many that are called off.
    cancelled: usize,
}

impl Session<'_> {
    /// Writes the export to a file, in place of an earlier export; `-` is standard output.
    pub(super) fn export(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(path) = asked.get_one::<PathBuf>("out") else { return Ok(Exit::CommandLine) };
        if text(asked, "format") == "ics" {
            return self.export_calendar(asked, path);
        }
        let calendar_only = ["from", "to", "done"];
        if let Some(option) =
            calendar_only.into_iter().find(|name| asked.value_source(name) == Some(ValueSource::CommandLine))
        {
            let message = Message::new("cli-error-not-for").with("option", format!("--{option}")).with("kind", "json");
            return Err(Failure::Value(message));
        }
        let export = self.bench.export_json()?;
        if !self.hand_out(path, &export, |bytes| Workbench::read_export(bytes).is_some())? {
            return Ok(Exit::Done);
        }
        let clients = self.bench.count_clients()?;
        if self.out.is_json() {
            self.out.json(&ExportRecord { file: shown(path), clients })?;
        } else {
            let told = Message::new("cli-exported").with("path", shown(path)).with("n", clients);
            self.out.line(self.words.message(&told))?;
        }
        Ok(Exit::Done)
    }

    /// Writes the planned touches as a calendar file.
    fn export_calendar(&mut self, asked: &ArgMatches, path: &Path) -> Result<Exit, Failure> {
        let from = self.day(asked, "from")?.unwrap_or(self.bench.today());
        let to = self.day(asked, "to")?;
        check_order(from, to)?;
        if !may_replace(path, Workbench::is_calendar_file) {
            return Err(Failure::NotReplaced(shown(path)));
        }
        self.bench.make_fresh()?;
        let (words, name) = (self.words, self.words.say("calendar-name"));
        let draft = PublishDraft { name: &name, from, to, done: asked.get_flag("done") };
        let file = self.bench.publish(&draft, &|what| {
            let (kind, name, about) = match what {
                Told::Touch(line) => {
                    let (kind, why) = phrases::planned(words, self.bench, line);
                    (kind, &line.name, why)
                }
                // The same on every day: whether it is late is seen in the calendar.
                Told::Promise(row) => {
                    let what = words.promise_due(&row.promise, row.promise.made_on);
                    (words.promise(&row.promise.what), &row.client, what)
                }
            };
            let summary = Message::new("calendar-summary").with("what", kind).with("client", name.as_str());
            Said { summary: words.message(&summary), about }
        })?;
        if !self.hand_out(path, &file.text, Workbench::is_calendar_file)? {
            return Ok(Exit::Done);
        }
        let CalendarFile { due, promises, done, cancelled, .. } = file;
        if self.out.is_json() {
            self.out.json(&CalendarRecord { file: shown(path), planned: due, promises, done, cancelled })?;
        } else {
            let told = Message::new("cli-exported-calendar").with("path", shown(path)).with("n", due);
            self.out.line(words.message(&told.with("promises", promises).with("cancelled", cancelled)))?;
        }
        Ok(Exit::Done)
    }

    /// Writes a text to a file, in place of nothing but one that `ours` knows, or to standard output for `-`. True if
    /// there is a file now.
    pub(super) fn hand_out(&mut self, path: &Path, text: &str, ours: impl Fn(&[u8]) -> bool) -> Result<bool, Failure> {
        if path.as_os_str() == "-" {
            self.out.verbatim(text)?;
            return Ok(false);
        }
        if !may_replace(path, ours) {
            return Err(Failure::NotReplaced(shown(path)));
        }
        write_whole(path, text.as_bytes()).map_err(|error| Failure::CannotWrite(shown(path), error))?;
        Ok(true)
    }
}

/// Whether nothing would be lost: nothing is there, or nothing is in it, or an earlier one of ours.
fn may_replace(path: &Path, ours: impl Fn(&[u8]) -> bool) -> bool {
    match fs::metadata(path) {
        Ok(found) => found.is_file() && (found.len() == 0 || fs::read(path).is_ok_and(|bytes| ours(&bytes))),
        // Whatever else there may be to say, writing will say it.
        Err(_) => true,
    }
}

/// Writes a file so that the old one stands until the new one is whole.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut part = OsString::from(path);
    part.push(".part");
    let part = PathBuf::from(part);
    let written = File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&part, path)).inspect_err(|_| {
        // The error on the way out is the one to tell.
        let _ = fs::remove_file(&part);
    })
}
