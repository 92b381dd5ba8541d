//! `regulars person`: adds somebody at a client, changes what is said of a person, takes one out, or makes one of two.

use clap::ArgMatches;

use super::client::{in_field, pairs, unknown};
use super::failure::{Exit, Failure};
use super::{Session, text};
use crate::domain::ids::PersonId;
use crate::domain::person::{Person, Reachable};
use crate::text::PersonField;

impl Session<'_> {
    /// Adds, changes, takes out or merges a person.
    pub(super) fn edit_person(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some((verb, asked)) = asked.subcommand() else { return Ok(Exit::CommandLine) };
        let client = self.client(asked)?;
        if verb == "remove" {
            let person = self.bench.person_named(client, text(asked, "person"))?;
            self.back_up();
            let receipt = self.bench.remove_person(person)?;
            return self.hand_over(client, &receipt);
        }
        if verb == "merge" {
            let [keep, gone] =
                ["person", "other-person"].map(|name| self.bench.person_named(client, text(asked, name)));
            self.back_up();
            let receipt = self.bench.merge_people(keep?, gone?)?;
            return self.hand_over(client, &receipt);
        }
        let is_new = verb == "add";
        let mut reachable = if is_new {
            let person = Person::named(PersonId(0), client, text(asked, "name").to_owned());
            Reachable { person, channels: Vec::new() }
        } else {
            self.bench.reachable(self.bench.person_named(client, text(asked, "person"))?)?
        };
        let here = (self.bench.today(), self.bench.country()?.name());
        let names = || PersonField::ALL.iter().map(|field| field.name());
        for (name, typed) in pairs(asked)? {
            let field = PersonField::from_name(name).ok_or_else(|| unknown(name, names()))?;
            field.take(&mut reachable, typed, here).map_err(|why| in_field(name, why))?;
        }
        self.back_up();
        let receipt = if is_new { self.bench.add_person(&reachable)? } else { self.bench.edit_person(&reachable)? };
        self.hand_over(client, &receipt)
    }
}
