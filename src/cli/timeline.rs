//! `regulars timeline`: everything that happened with a client, newest first, with the ids to change it by.

use clap::ArgMatches;

use super::entry_record::EntryRecord;
use super::failure::{Exit, Failure};
use super::{Session, phrases, text};
use crate::domain::timeline::Kinds;

/// How many entries are read at once.
const PAGE: usize = 500;

impl Session<'_> {
    /// Lists what happened with a client.
    pub(super) fn timeline(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        let kinds = Kinds::from_name(text(asked, "entries")).unwrap_or_default();
        let mut entries = Vec::new();
        loop {
            let page = self.bench.timeline(client, kinds, entries.len(), PAGE)?;
            let last = page.len() < PAGE;
            entries.extend(page);
            if last {
                break;
            }
        }
        if self.out.is_json() {
            self.out.json(&entries.iter().map(EntryRecord::of).collect::<Vec<_>>())?;
            return Ok(Exit::Done);
        }
        if entries.is_empty() {
            self.out.line(self.words.say("timeline-none"))?;
        }
        let rows: Vec<_> = entries
            .iter()
            .map(|entry| {
                let (kind, parts, text) = self.words.entry(entry);
                let what = phrases::joined(parts.into_iter().chain([text]));
                [entry.id.to_string(), self.words.day_with_year(entry.day), kind, what]
            })
            .collect();
        self.out.table(&rows, &[])?;
        Ok(Exit::Done)
    }
}
