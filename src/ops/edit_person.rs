//! Where the people of a client are added, changed and taken out.

use std::collections::BTreeSet;

use super::edit_client::check_name;
use super::{OpError, Receipt, Workbench};
use crate::domain::ids::PersonId;
use crate::domain::matching::phone::is_e164;
use crate::domain::message::Message;
use crate::domain::person::{Channel, ChannelKind, Person, Reachable};

impl Workbench {
    /// A person as it may be changed, with the ways to reach it.
    pub fn reachable(&self, id: PersonId) -> Result<Reachable, OpError> {
        let person = self.db.person(id)?.ok_or_else(|| OpError::NoPerson { asked: id.0.to_string() })?;
        let mut channels = self.db.channels(person.client)?;
        channels.retain(|channel| channel.person == Some(id));
        Ok(Reachable { person, channels })
    }

    /// Adds a person at a client, whatever the id in the draft.
    pub fn add_person(&self, draft: &Reachable) -> Result<Receipt, OpError> {
        check_name(&draft.person.name)?;
        let like = self.like_person(draft, None)?;
        let receipt = self.act_on(draft.person.client, "add_person", |tx| {
            let person = Person { id: PersonId(tx.make_id()), ..draft.person.clone() };
            tx.insert_person(&person)?;
            Ok(tx.put_channels(person.client, Some(person.id), &channels_of(draft, person.id))?)
        })?;
        Ok(receipt.led_by(remarks(draft, &[]).into_iter().chain(like)))
    }

    /// Writes what is said of a person, and how to reach it, in place of what was said before.
    pub fn edit_person(&self, reachable: &Reachable) -> Result<Receipt, OpError> {
        let person = &reachable.person;
        check_name(&person.name)?;
        let before = self.reachable(person.id)?;
        if before.person == *person && ways(&before) == ways(reachable) {
            return Err(OpError::Unchanged);
        }
        let like = self.like_person(reachable, Some(&before))?;
        let receipt = self.act_on(person.client, "edit_person", |tx| {
            tx.update_person(person)?;
            Ok(tx.put_channels(person.client, Some(person.id), &channels_of(reachable, person.id))?)
        })?;
        Ok(receipt.led_by(remarks(reachable, &before.channels).into_iter().chain(like)))
    }

    /// Takes a person out, with the ways to reach it; what was talked about with it stays.
    pub fn remove_person(&self, id: PersonId) -> Result<Receipt, OpError> {
        let person = self.reachable(id)?.person;
        let receipt = self.act_on(person.client, "remove_person", |tx| Ok(tx.delete_person(id)?))?;
        Ok(receipt.led_by([named(&person)]))
    }
}

/// The ways to reach a person, in whatever order they are.
fn ways(reachable: &Reachable) -> BTreeSet<(&'static str, &str)> {
    reachable.channels.iter().map(|channel| (channel.kind.name(), channel.value.as_str())).collect()
}

fn channels_of(reachable: &Reachable, person: PersonId) -> Vec<Channel> {
    reachable.channels.iter().map(|channel| Channel { person: Some(person), ..channel.clone() }).collect()
}

fn named(person: &Person) -> Message {
    Message::new("effect-person").with("client", person.name.as_str())
}

/// Who it was, and what could not be read.
fn remarks(reachable: &Reachable, known: &[Channel]) -> Vec<Message> {
    std::iter::once(named(&reachable.person)).chain(unread_phones(&reachable.channels, known)).collect()
}

/// The telephone numbers that could not be read and were kept as they were typed, beside those that stood there before.
pub(super) fn unread_phones(channels: &[Channel], known: &[Channel]) -> impl Iterator<Item = Message> {
    let phones = channels.iter().filter(|channel| channel.kind == ChannelKind::Phone && !known.contains(channel));
    let unread = phones.filter(|channel| !is_e164(&channel.value));
    unread.map(|channel| Message::new("effect-phone-as-typed").with("text", channel.value.as_str()))
}
