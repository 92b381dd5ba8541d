//! Who may be the same: found, and told apart.

use std::collections::{HashMap, HashSet};

use super::{ClientRow, OpError, Receipt, Workbench};
use crate::domain::client::Client;
use crate::domain::duplicate::{Known, Likeness, Record, is_same_way, pairs};
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::matching::name::{Name, beginnings, spellings};
use crate::domain::message::Message;
use crate::domain::person::{Channel, ChannelKind, Person, Reachable};
pub use crate::store::Twins;
use crate::store::{Entry, Namesake, RecognisedClient};

/// How many others that may be the same are told of at once.
const LIKE: usize = 3;

/// Two that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    /// Which two.
    pub twins: Twins,
    /// The client, or where the two people are.
    pub client: ClientId,
    /// What they are called.
    pub names: [String; 2],
    /// How alike they are; `None` for two that a person put beside each other.
    pub likeness: Option<Likeness>,
}

impl Duplicate {
    /// Whether they may be taken for one without looking.
    pub fn is_sure(&self) -> bool {
        self.likeness.as_ref().is_some_and(|likeness| likeness.sure)
    }

    /// Whether one of the two is that client, or they are people there.
    pub fn concerns(&self, client: ClientId) -> bool {
        match self.twins {
            Twins::Clients(one, other) => one == client || other == client,
            Twins::People(..) => self.client == client,
        }
    }
}

/// A client as it stands beside another one.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// What is said of it.
    pub client: Client,
    /// Its line in the list.
    pub row: ClientRow,
    /// Its people.
    pub people: Vec<Person>,
    /// The ways to reach it and them.
    pub channels: Vec<Channel>,
    /// How many orders it has.
    pub orders: usize,
    /// How many touches.
    pub touches: usize,
    /// How many notes, promises and complaints.
    pub others: usize,
}

impl Workbench {
    /// Who may be the same in the book, the surest first: clients, then people at one client. Whom a person told apart is
    /// left out.
    pub fn duplicates(&self) -> Result<Vec<Duplicate>, OpError> {
        let country = self.country()?.name();
        let channels = self.db.all_channels()?;
        let clients = self.db.recognised_clients()?;
        let names: HashMap<ClientId, &str> = clients.iter().map(|client| (client.id, client.name.as_str())).collect();
        let name = |id: ClientId| names.get(&id).copied().unwrap_or_default().to_owned();
        let record = |client: &RecognisedClient| {
            let known = Known {
                name: &client.name,
                is_person: client.private,
                tax_id: &client.tax_id,
                city: &client.city,
                address: &client.address,
                birthday: client.birthday,
                channels: channels.get(&client.id).map_or(&[], Vec::as_slice),
            };
            (client.id, Record::of(known, country))
        };
        let records: Vec<(ClientId, Record)> = clients.iter().map(record).collect();
        let mut found = Vec::new();
        for pair in pairs(&records) {
            found.push(Duplicate {
                twins: Twins::Clients(pair.one, pair.other),
                client: pair.one,
                names: [name(pair.one), name(pair.other)],
                likeness: Some(pair.likeness),
            });
        }
        for client in self.db.clients_with_people()? {
            found.extend(self.twins_among(&self.db.people(client)?, channels.get(&client).map_or(&[], Vec::as_slice))?);
        }
        let mut open = Vec::with_capacity(found.len());
        for duplicate in found {
            if !self.db.are_apart(duplicate.twins, self.today())? {
                open.push(duplicate);
            }
        }
        open.sort_by_key(|duplicate| duplicate.likeness.as_ref().is_none_or(|likeness| !likeness.sure));
        Ok(open)
    }

    /// The people of one client who may be the same.
    fn twins_among(&self, people: &[Person], channels: &[Channel]) -> Result<Vec<Duplicate>, OpError> {
        let country = self.country()?.name();
        let record = |person: &Person| {
            let own: Vec<Channel> =
                channels.iter().filter(|channel| channel.person == Some(person.id)).cloned().collect();
            let known = Known {
                name: &person.name,
                is_person: true,
                birthday: person.birthday,
                channels: &own,
                ..Known::default()
            };
            Record::of(known, country)
        };
        let records: Vec<Record> = people.iter().map(record).collect();
        let mut twins = Vec::new();
        for (place, one) in people.iter().enumerate() {
            for (next, other) in people.iter().enumerate().skip(place + 1) {
                let likeness = records[place].likeness_of_people(&records[next], Some(true));
                twins.extend(likeness.map(|likeness| Duplicate {
                    twins: Twins::People(one.id, other.id),
                    client: one.client,
                    names: [one.name.clone(), other.name.clone()],
                    likeness: Some(likeness),
                }));
            }
        }
        Ok(twins)
    }

    /// The people of one client who are surely the same: reached the same way, or of one full name.
    pub(super) fn sure_twins(&self, client: ClientId) -> Result<Vec<(PersonId, PersonId)>, OpError> {
        let twins = self.twins_among(&self.db.people(client)?, &self.db.channels(client)?)?;
        let sure = |twin: &Duplicate| twin.likeness.as_ref().is_some_and(Likeness::is_one_person);
        let people = |twin: Duplicate| match twin.twins {
            Twins::People(one, other) => Some((one, other)),
            Twins::Clients(..) => None,
        };
        Ok(twins.into_iter().filter(sure).filter_map(people).collect())
    }

    /// A client as it stands beside another one.
    pub fn side(&self, client: ClientId) -> Result<Side, OpError> {
        let gone = || OpError::NoClient { asked: client.0.to_string() };
        let (orders, touches, others) = self.db.count_entries(client)?;
        Ok(Side {
            client: self.client(client)?,
            row: self.list_row(client)?.ok_or_else(gone)?,
            people: self.db.people(client)?,
            channels: self.db.channels(client)?,
            orders,
            touches,
            others,
        })
    }

    /// How many orders of one client have their like, of the same day and amount, at another.
    pub fn same_orders(&self, one: ClientId, other: ClientId) -> Result<usize, OpError> {
        Ok(self.db.count_same_orders(one, other)?)
    }

    /// Remembers that two are not one.
    pub fn tell_apart(&self, twins: Twins) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        if self.db.are_apart(twins, self.today())? {
            return Err(OpError::Unchanged);
        }
        let (client, names) = match twins {
            Twins::Clients(one, other) => (one, [self.client(one)?.name, self.client(other)?.name]),
            Twins::People(one, other) => {
                let (one, other) = (self.reachable(one)?.person, self.reachable(other)?.person);
                (one.client, [one.name, other.name])
            }
        };
        let [one, other] = names;
        let entry = Entry { verb: "tell_apart", subject: &one, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| Ok::<_, OpError>(tx.tell_apart(client, twins, self.today())?))?;
        Ok(Receipt::of_book("tell_apart", &one).and(Message::new("effect-apart").with("client", other.as_str())))
    }

    /// What is told of other clients that a person may mean by one: of the same name, however the legal form is written, or
    /// of the same tax number; reached the same way, or called nearly the same, as was not said `before` (DOMAIN R85).
    pub(super) fn like(&self, client: &Client, before: Option<&Client>) -> Result<Vec<Message>, OpError> {
        let same = self.db.clients_like(client.id, &spellings(&client.name), &client.tax_id)?;
        let mut found: Vec<_> = same.into_iter().map(|other| (other, Message::new("effect-like"))).collect();
        let said = before.map_or(&[][..], |before| &before.channels);
        found.extend(self.reached_like(client.id, &client.channels, said)?);
        if before.is_none_or(|before| before.name != client.name) {
            let name = Name::of(&client.name);
            let may_be = |named: Name| name.equals(&named) || name.may_be(&named);
            let begun = self.db.clients_begun(client.id, &beginnings(&client.name))?;
            let near = begun.into_iter().filter(|other| may_be(Name::of(&other.name)));
            found.extend(near.map(|other| (other, Message::new("effect-like-name"))));
        }
        let record = self.record(client)?;
        let (mut known, mut told) = (HashSet::new(), Vec::new());
        for (other, message) in found {
            if told.len() < LIKE
                && known.insert(other.id)
                && record.likeness(&self.record(&self.client(other.id)?)?).is_some()
                && !self.db.are_apart(Twins::Clients(client.id, other.id), self.today())?
            {
                told.push(message.with("client", other.name));
            }
        }
        Ok(told)
    }

    /// What a client is recognised by, as it is said here and with what the book knows of its people.
    fn record(&self, client: &Client) -> Result<Record, OpError> {
        let of_people = self.db.channels(client.id)?.into_iter().filter(|channel| channel.person.is_some());
        let channels: Vec<Channel> = client.channels.iter().cloned().chain(of_people).collect();
        let person = self.db.people(client.id)?.into_iter().find(|person| person.name == client.name);
        let birthday = client.company_day.or(person.and_then(|person| person.birthday));
        let known = Known {
            name: &client.name,
            is_person: client.private,
            tax_id: &client.tax_id,
            city: &client.city,
            address: &client.address,
            birthday: birthday.filter(|_| client.private),
            channels: &channels,
        };
        Ok(Record::of(known, self.country()?.name()))
    }

    /// The other clients reached by one of these telephone numbers or addresses, beside those that were said before.
    fn reached_like(
        &self,
        client: ClientId,
        channels: &[Channel],
        said: &[Channel],
    ) -> Result<Vec<(Namesake, Message)>, OpError> {
        let country = self.country()?.name();
        let mut found = Vec::new();
        for channel in channels.iter().filter(|channel| !said.iter().any(|said| said.value == channel.value)) {
            let key = match channel.kind {
                ChannelKind::Phone => "effect-like-phone",
                ChannelKind::Email => "effect-like-email",
                ChannelKind::Messenger | ChannelKind::Site => continue,
            };
            let begin = channel.value.trim().split(';').next().unwrap_or_default();
            let reached = self.db.clients_reached(client, begin)?;
            let same = reached.into_iter().filter(|(_, theirs)| is_same_way(channel, theirs, country));
            found.extend(same.map(|(other, _)| (other, Message::new(key).with("text", channel.shown()))));
        }
        Ok(found)
    }

    /// What is told of others that a person may be: at the same client, or reached at another one as was not said `before`.
    pub(super) fn like_person(
        &self,
        reachable: &Reachable,
        before: Option<&Reachable>,
    ) -> Result<Vec<Message>, OpError> {
        let person = &reachable.person;
        let mut people = self.db.people(person.client)?;
        people.retain(|other| other.id != person.id);
        people.push(person.clone());
        let mut channels = self.db.channels(person.client)?;
        channels.retain(|channel| channel.person != Some(person.id));
        let own = reachable.channels.iter().map(|channel| Channel { person: Some(person.id), ..channel.clone() });
        channels.extend(own);
        let twins = self.twins_among(&people, &channels)?.into_iter().filter(|twin| match twin.twins {
            Twins::People(_, other) => {
                other == person.id && twin.likeness.as_ref().is_some_and(Likeness::is_one_person)
            }
            Twins::Clients(..) => false,
        });
        let mut told: Vec<Message> =
            twins.map(|twin| Message::new("effect-like-person").with("client", twin.names[0].as_str())).collect();
        told.truncate(usize::from(before.is_none_or(|before| before.person.name != person.name)));
        let said = before.map_or(&[][..], |before| &before.channels);
        let (mut known, reached) = (HashSet::new(), self.reached_like(person.client, &reachable.channels, said)?);
        let reached = reached.into_iter().filter(|(other, _)| known.insert(other.id));
        told.extend(reached.map(|(other, message)| message.with("client", other.name)));
        Ok(told)
    }
}
