//! Finding the clients that may be one, without comparing each with each.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::{Likeness, Record};
use crate::domain::ids::ClientId;
use crate::domain::person::Anniversary;

/// Of the many that share one trait, or are neighbours in the order of the names, each is compared with so many others.
const NEIGHBOURS: usize = 25;

/// Two clients that may be one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The one.
    pub one: ClientId,
    /// The other.
    pub other: ClientId,
    /// How alike they are.
    pub likeness: Likeness,
}

/// The pairs among clients that may be one, the sure ones first, then by how much they have in common.
///
/// Compared are those that share a number, an address or a birthday, and neighbours in the order of the names, read from
/// their beginnings and from their ends: a slip of the key is in one half of a name, and leaves the other as it was.
pub fn pairs(records: &[(ClientId, Record)]) -> Vec<Pair> {
    let mut meetings: Vec<(usize, usize)> = Vec::new();
    let mut alike: HashMap<Trait<'_>, Vec<usize>> = HashMap::new();
    for (place, (_, record)) in records.iter().enumerate() {
        traits(record).for_each(|trait_| alike.entry(trait_).or_default().push(place));
    }
    for places in alike.values() {
        meet(places, &mut meetings);
    }
    let names: Vec<String> = records.iter().map(|(_, record)| record.sorted_name()).collect();
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by(|a, b| names[*a].cmp(&names[*b]));
    meet(&order, &mut meetings);
    order.sort_by(|a, b| names[*a].bytes().rev().cmp(names[*b].bytes().rev()));
    meet(&order, &mut meetings);
    meetings.sort_unstable();
    meetings.dedup();
    let mut pairs: Vec<Pair> = meetings
        .into_iter()
        .filter_map(|(first, second)| {
            let ((one, here), (other, there)) = (&records[first], &records[second]);
            Some(Pair { one: *one, other: *other, likeness: here.likeness(there)? })
        })
        .collect();
    pairs.sort_by_key(|pair| (!pair.likeness.sure, Reverse(pair.likeness.common.len())));
    pairs
}

/// Each place meets those that follow it.
fn meet(places: &[usize], meetings: &mut Vec<(usize, usize)>) {
    for (at, one) in places.iter().enumerate() {
        // One that has the same number twice stands twice among those that have it.
        let following = places[at + 1..].iter().take(NEIGHBOURS).filter(|other| *other != one);
        meetings.extend(following.map(|other| ((*one).min(*other), (*one).max(*other))));
    }
}

/// Something few others share.
#[derive(PartialEq, Eq, Hash)]
enum Trait<'a> {
    TaxId(&'a str),
    Channel(&'a str),
    Address(&'a str),
    Birthday(Anniversary),
}

fn traits(record: &Record) -> impl Iterator<Item = Trait<'_>> {
    let some = |text: &'_ String| !text.is_empty();
    let tax_id = Some(&record.tax_id.0).filter(|text| some(text)).map(|text| Trait::TaxId(text));
    let address = Some(&record.address).filter(|text| some(text)).map(|text| Trait::Address(text));
    let channels = record.channels.iter().map(|(_, value, _)| Trait::Channel(value));
    let birthday = record.birthday.map(Trait::Birthday);
    tax_id.into_iter().chain(address).chain(channels).chain(birthday)
}
