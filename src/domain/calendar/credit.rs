//! Which contact did which occurrence, and what a person decided about the others. A contact does one occurrence, so that
//! a year's call for an opinion is not done by the first call of a quarter, and those rows its rule counts for.

use std::collections::HashMap;

use chrono::Datelike;

use super::occurrences::{ByHand, Occurrence, State};
use super::{Choice, Facts};
use crate::domain::ids::TouchId;
use crate::domain::status::Status;
use crate::domain::table::Rule;
use crate::domain::touch::Contact;

/// Touches in a year above which a former client is not left in peace (DOMAIN R42).
pub const FORMER_AT_MOST: usize = 2;

/// Brings decisions, the plan so far and the contacts to bear on what the rules ask for.
pub(super) fn settle(occurrences: &mut [Occurrence<'_>], facts: &Facts<'_>) {
    let mut used: Vec<TouchId> = Vec::new();
    if !facts.decisions.is_empty() || !facts.plan.is_empty() {
        let decided: HashMap<&str, Choice> =
            facts.decisions.iter().map(|decision| (decision.key.as_str(), decision.choice)).collect();
        let kept: HashMap<&str, _> = facts.plan.iter().map(|kept| (kept.key.as_str(), kept)).collect();
        for occurrence in &mut *occurrences {
            let key = occurrence.key(facts.client);
            match decided.get(key.as_str()) {
                Some(Choice::Skip) => occurrence.state = State::Skipped,
                Some(Choice::Pin(day)) => occurrence.by_hand = Some(ByHand::On(*day)),
                Some(Choice::Snooze(day)) => occurrence.by_hand = Some(ByHand::From(*day)),
                None => {}
            }
            let Some(kept) = kept.get(key.as_str()) else { continue };
            occurrence.kept = Some((kept.day, kept.reason));
            // What a contact did stays done by it as long as it could have done it.
            let did = kept.touch.and_then(|id| facts.contacts.iter().find(|contact| contact.id == id));
            if let Some(contact) = did.filter(|contact| does(occurrence, contact)) {
                occurrence.state = State::Done(contact.id);
                used.push(contact.id);
            }
        }
    }
    let Some(first) = occurrences.iter().map(|occurrence| occurrence.from).min() else { return };
    let mut contacts: Vec<Contact> = facts.contacts.iter().filter(|contact| contact.day >= first).copied().collect();
    contacts.retain(|contact| !used.contains(&contact.id));
    contacts.sort_unstable_by_key(|contact| (contact.day, contact.kind, contact.id));
    for contact in &contacts {
        close(occurrences, contact);
    }
    if facts.status == Status::Former {
        leave_in_peace(occurrences, facts);
    }
}

/// Whether a contact could have done it.
fn does(occurrence: &Occurrence<'_>, contact: &Contact) -> bool {
    occurrence.holds(contact.day) && occurrence.rule.counts(contact.kind)
}

/// Marks what a contact did: an open occurrence whose window holds its day and whose rule counts its kind; one that asks
/// for that very kind before one that only counts it, then the one whose day is nearest, the earliest deadline, the key.
/// Then one of each rule that this rule counts for.
fn close(occurrences: &mut [Occurrence<'_>], contact: &Contact) {
    let Some(rule) = close_one(occurrences, contact, |rule| rule.counts(contact.kind)) else { return };
    for other in &rule.counts_for {
        close_one(occurrences, contact, |rule| rule.id == *other);
    }
}

fn close_one<'a>(
    occurrences: &mut [Occurrence<'a>],
    contact: &Contact,
    fits: impl Fn(&Rule) -> bool,
) -> Option<&'a Rule> {
    let open = |occurrence: &&mut Occurrence<'a>| {
        matches!(occurrence.state, State::Open | State::Barred)
            && occurrence.holds(contact.day)
            && fits(occurrence.rule)
    };
    let done = occurrences.iter_mut().filter(open).min_by_key(|open| {
        let off = (open.expected() - contact.day).num_days().abs();
        (open.rule.kind != contact.kind, off, open.to, open.identity())
    })?;
    done.state = State::Done(contact.id);
    Some(done.rule)
}

/// Drops what is more than a former client bears in a year, contacts that took place among it; occasions stay first.
fn leave_in_peace(occurrences: &mut [Occurrence<'_>], facts: &Facts<'_>) {
    let mut years: Vec<i32> = facts.contacts.iter().map(|contact| contact.day.year()).collect();
    let mut open: Vec<&mut Occurrence<'_>> =
        occurrences.iter_mut().filter(|occurrence| occurrence.state == State::Open).collect();
    open.sort_unstable_by_key(|open| (!open.fixed(), open.expected(), open.identity()));
    for occurrence in open {
        let year = occurrence.expected().year();
        if years.iter().filter(|other| **other == year).count() < FORMER_AT_MOST {
            years.push(year);
        } else {
            occurrence.state = State::TooMany;
        }
    }
}
