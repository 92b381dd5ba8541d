//! What a sheet of planned touches and open promises is made of: each with where it is done, with whom and by whom.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use chrono::NaiveDate;

use super::{AgendaItem, AgendaLine, OpError, PromiseRow, Workbench};
use crate::domain::client::Client;
use crate::domain::ids::ClientId;
use crate::domain::person::{ChannelKind, Person};
use crate::domain::table::{Responsible, Rule};

/// What there is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetItem {
    /// A planned touch.
    Touch(AgendaLine),
    /// An open promise.
    Promise(PromiseRow),
}

impl SheetItem {
    /// The day it is planned for, or due.
    pub fn day(&self) -> NaiveDate {
        match self {
            Self::Touch(line) => line.day,
            Self::Promise(row) => row.promise.what.due,
        }
    }

    fn client(&self) -> ClientId {
        match self {
            Self::Touch(line) => line.client,
            Self::Promise(row) => row.promise.client,
        }
    }
}

/// A planned touch or a promise with what one needs to do it away from the desk.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetLine {
    /// What it is.
    pub item: SheetItem,
    /// The row of the communication table that asks for it; `None` for a day set by hand and a promise.
    pub rule: Option<Rule>,
    /// The client.
    pub client: Client,
    /// Whom one speaks with there.
    pub person: Option<Person>,
    /// A telephone number: the person's, or the client's.
    pub phone: String,
}

impl SheetLine {
    /// Who does it.
    pub fn responsible(&self) -> Responsible {
        self.rule.as_ref().map_or(Responsible::Me, |rule| rule.responsible)
    }
}

/// What is known of a client for all of its touches.
type Known = (Client, Option<Person>, String);

impl Workbench {
    /// The touches planned and the promises due from a day to another, by day.
    pub fn sheet(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<SheetLine>, OpError> {
        let rules = self.db.rules()?;
        let mut known: HashMap<ClientId, Known> = HashMap::new();
        let mut lines = Vec::new();
        let touches = self.whole_agenda()?.into_iter().filter(|line| (from..=to).contains(&line.day));
        let promises = self.promises_between(from, to)?.into_iter().map(SheetItem::Promise);
        let mut items: Vec<SheetItem> = touches.map(SheetItem::Touch).chain(promises).collect();
        items.sort_by_key(SheetItem::day);
        for item in items {
            let (client, person, phone) = match known.entry(item.client()) {
                Entry::Occupied(known) => known.get().clone(),
                Entry::Vacant(place) => {
                    let Some(client) = self.db.client(item.client())? else { continue };
                    let person = self.usual_person(client.id)?;
                    let phone = self.phone_of(client.id, person.as_ref())?;
                    place.insert((client, person, phone)).clone()
                }
            };
            let rule = match &item {
                SheetItem::Touch(AgendaLine { item: AgendaItem::Rule(planned), .. }) => {
                    rules.iter().find(|rule| rule.id == planned.rule).cloned()
                }
                _ => None,
            };
            lines.push(SheetLine { item, rule, client, person, phone });
        }
        Ok(lines)
    }

    fn phone_of(&self, client: ClientId, person: Option<&Person>) -> Result<String, OpError> {
        let own = person.map(|person| person.id);
        let mut phones = self.db.channels(client)?;
        phones.retain(|channel| {
            channel.kind == ChannelKind::Phone && (channel.person.is_none() || channel.person == own)
        });
        phones.sort_by_key(|channel| channel.person.is_none());
        Ok(phones.into_iter().next().map(|channel| channel.value).unwrap_or_default())
    }
}
