//! `regulars client`: adds a client, or changes what is said of one, field by field.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};
use crate::domain::client::Client;
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::text::ClientField;

impl Session<'_> {
    /// Adds or changes a client.
    pub(super) fn edit_client(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some((verb, asked)) = asked.subcommand() else { return Ok(Exit::CommandLine) };
        let is_new = verb == "add";
        let mut client = if is_new {
            Client::named(ClientId(0), text(asked, "name").to_owned())
        } else {
            self.bench.client(self.client(asked)?)?
        };
        let names = || ClientField::ALL.iter().map(|field| field.name());
        let country = self.bench.country()?.name();
        for (name, typed) in pairs(asked)? {
            let field = ClientField::from_name(name).ok_or_else(|| unknown(name, names()))?;
            let industry = Some(typed).filter(|_| field == ClientField::Industry);
            let typed = industry.and_then(|name| self.bench.days().industry_named(name)).unwrap_or(typed);
            field.take(&mut client, typed, (self.bench.today(), country)).map_err(|why| in_field(name, why))?;
        }
        self.back_up();
        let (client, receipt) =
            if is_new { self.bench.add_client(&client)? } else { (client.id, self.bench.edit_client(&client)?) };
        self.hand_over(client, &receipt)
    }
}

/// The fields named on the command line, each with what is to stand in it.
pub(super) fn pairs(asked: &ArgMatches) -> Result<Vec<(&str, &str)>, Failure> {
    let words: Vec<&str> = asked.get_many::<String>("fields").into_iter().flatten().map(String::as_str).collect();
    match words.chunks_exact(2).remainder() {
        [] => Ok(words.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()),
        left => Err(Failure::Value(Message::new("cli-error-no-value").with("field", left.join(" ")))),
    }
}

/// What was typed for a field cannot stand there.
pub(super) fn in_field(name: &str, why: Message) -> Failure {
    Failure::Value(Message::new("cli-error-in-field").with("field", name).with("why", why))
}

/// There is no such field.
pub(super) fn unknown(name: &str, names: impl Iterator<Item = &'static str>) -> Failure {
    let valid = names.collect::<Vec<_>>().join(", ");
    Failure::Value(Message::new("cli-error-field").with("field", name).with("valid", valid))
}
