//! `regulars duplicates`, `merge` and `apart`: lists who may be the same, makes one of two, remembers that two are not one.

use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, phrases, text};
use crate::ops::{Duplicate, Twins};

/// Two that may be the same.
#[derive(Serialize)]
struct DuplicateRecord<'a> {
    /// `client` or `person`.
    what: &'static str,
    /// The ids of the two.
    ids: [String; 2],
    /// Their names.
    names: &'a [String; 2],
    /// The id of the client, or of the one where the two people are.
    client_id: String,
    /// Whether they may be merged without looking.
    sure: bool,
    /// What they have in common: `tax_id`, `phone`, `email`, `messenger`, `site`, `name`, `near_name`, `birthday`, `address`,
    /// `city`.
    common: Vec<&'static str>,
}

impl<'a> DuplicateRecord<'a> {
    fn of(duplicate: &'a Duplicate) -> Self {
        let (what, ids) = match duplicate.twins {
            Twins::Clients(one, other) => ("client", [one.0, other.0]),
            Twins::People(one, other) => ("person", [one.0, other.0]),
        };
        Self {
            what,
            ids: ids.map(|id| id.to_string()),
            names: &duplicate.names,
            client_id: duplicate.client.0.to_string(),
            sure: duplicate.is_sure(),
            common: duplicate
                .likeness
                .iter()
                .flat_map(|likeness| &likeness.common)
                .map(|common| common.name())
                .collect(),
        }
    }
}

impl Session<'_> {
    /// Lists who may be the same: in the whole book, or as one client.
    pub(super) fn duplicates(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let mut found = self.bench.duplicates()?;
        if asked.contains_id("client") {
            let client = self.client(asked)?;
            found.retain(|duplicate| duplicate.concerns(client));
        }
        if self.out.is_json() {
            self.out.json(&found.iter().map(DuplicateRecord::of).collect::<Vec<_>>())?;
            return Ok(Exit::Done);
        }
        if found.is_empty() {
            self.out.line(self.words.say("duplicates-none"))?;
            return Ok(Exit::Done);
        }
        let row = |duplicate: &Duplicate| {
            let [one, other] = duplicate.names.each_ref().map(|name| phrases::named(name, false));
            let likeness = duplicate.likeness.as_ref();
            [self.words.likeness(likeness), one, other, self.words.common(likeness)]
        };
        let rows: Vec<[String; 4]> = found.iter().map(row).collect();
        self.out.table(&rows, &[])?;
        let sure = found.iter().filter(|duplicate| duplicate.is_sure()).count();
        self.out.line(self.words.say_with("duplicates-count", &[("n", found.len().into()), ("sure", sure.into())]))?;
        Ok(Exit::Done)
    }

    /// Makes one client of two, or of all that are surely the same.
    pub(super) fn merge(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.back_up();
        if asked.get_flag("sure") {
            let receipt = self.bench.merge_sure()?;
            return self.confirm(&receipt);
        }
        let client = self.client(asked)?;
        let other = self.bench.client_named(text(asked, "other"))?;
        let receipt = self.bench.merge_clients(client, other, asked.get_flag("different-inn"))?;
        self.hand_over(client, &receipt)
    }

    /// Remembers that two clients are not one.
    pub(super) fn tell_apart(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        let other = self.bench.client_named(text(asked, "other"))?;
        self.back_up();
        let receipt = self.bench.tell_apart(Twins::Clients(client, other))?;
        self.hand_over(client, &receipt)
    }
}
