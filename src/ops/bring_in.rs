//! What a file says of a client or an order, written into the book.

use chrono::NaiveDate;

use super::OpError;
use super::recognise::{has_channel, person_like};
use crate::domain::client::Client;
use crate::domain::ids::{ClientId, OrderId, PersonId};
use crate::domain::matching::sort_name;
use crate::domain::order::Order;
use crate::domain::person::{Channel, Person};
use crate::exchange::{ClientDraft, OrderDetails, OrderDraft, PersonDraft};
use crate::store::{Bulk, Transaction};

/// Adds a client of a file, with its people and the ways to reach it and them.
pub(super) fn add_client(
    tx: &Transaction<'_>,
    bulk: &mut Bulk<'_>,
    draft: &ClientDraft,
    since: NaiveDate,
) -> Result<ClientId, OpError> {
    let id = ClientId(tx.make_id());
    bulk.add_client(&client_of(draft, id), &sort_name(&draft.name), since)?;
    for person in &draft.people {
        add_person(tx, id, person)?;
    }
    for (kind, value) in &draft.channels {
        tx.insert_channel(id, &Channel { person: None, kind: *kind, value: value.clone() })?;
    }
    Ok(id)
}

fn add_person(tx: &Transaction<'_>, client: ClientId, draft: &PersonDraft) -> Result<(), OpError> {
    let id = PersonId(tx.make_id());
    tx.insert_person(&person_of(draft, id, client))?;
    for (kind, value) in &draft.channels {
        tx.insert_channel(client, &Channel { person: Some(id), kind: *kind, value: value.clone() })?;
    }
    Ok(())
}

/// Gives a client that is there what it has no value for yet. True if it got something.
pub(super) fn add_to_client(
    tx: &Transaction<'_>,
    client: ClientId,
    draft: &ClientDraft,
    country: &str,
) -> Result<bool, OpError> {
    let mut changed = tx.fill_client(&client_of(draft, client))?;
    for tag in &draft.tags {
        changed |= tx.add_tag(client, tag)?;
    }
    let people = tx.people(client)?;
    let mut channels = tx.channels(client)?;
    let mut add_channels = |person: Option<PersonId>, found: &[(_, String)]| -> Result<bool, OpError> {
        let mut added = false;
        for (kind, value) in found {
            if !has_channel(&channels, value, country) {
                let channel = Channel { person, kind: *kind, value: value.clone() };
                tx.insert_channel(client, &channel)?;
                channels.push(channel);
                added = true;
            }
        }
        Ok(added)
    };
    changed |= add_channels(None, &draft.channels)?;
    for found in &draft.people {
        match person_like(&people, found) {
            Some(person) => {
                changed |= tx.fill_person(&person_of(found, person.id, client))?;
                changed |= add_channels(Some(person.id), &found.channels)?;
            }
            None => {
                add_person(tx, client, found)?;
                changed = true;
            }
        }
    }
    Ok(changed)
}

fn client_of(draft: &ClientDraft, id: ClientId) -> Client {
    Client {
        external_id: draft.external_id.clone(),
        city: draft.city.clone(),
        address: draft.address.clone(),
        tax_id: draft.tax_id.clone(),
        industry: draft.industry.clone(),
        company_day: draft.company_day,
        note: draft.note.clone(),
        tags: draft.tags.clone(),
        ..Client::named(id, draft.name.clone())
    }
}

fn person_of(draft: &PersonDraft, id: PersonId, client: ClientId) -> Person {
    Person { role: draft.role.clone(), birthday: draft.birthday, ..Person::named(id, client, draft.name.clone()) }
}

/// An order of a file, as the book keeps it.
pub(super) fn order_of(draft: &OrderDraft, id: OrderId, client: ClientId) -> Order {
    let OrderDetails { number, currency, due, paid, note, lines } = draft.details().clone();
    let OrderDraft { day, amount, returned, .. } = *draft;
    Order { id, client, number, day, amount, returned, currency, rate_micro: None, due, paid, note, lines }
}
