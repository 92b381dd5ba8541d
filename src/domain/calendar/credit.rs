//! Which contact did which occurrence. One contact does one, so that a year's call for an opinion is not done by the first
//! call of a quarter.

use super::Facts;
use super::days::WorkDays;
use super::occurrences::Occurrence;
use crate::domain::touch::Contact;

/// Marks what the contacts have done. Each, in the order of days, does an open occurrence whose window holds its day and
/// whose rule counts its kind: one that asks for that very kind before one that only counts it, then the one whose turn was
/// next on that day.
///
/// The choice of a contact depends on its day alone, so another contact in the log never opens what was done.
pub(super) fn close(occurrences: &mut [Occurrence<'_>], facts: &Facts<'_>, days: &WorkDays) {
    let Some(first) = occurrences.iter().map(|occurrence| occurrence.from).min() else { return };
    let mut contacts: Vec<Contact> = facts.contacts.iter().filter(|contact| contact.day >= first).copied().collect();
    contacts.sort_unstable_by_key(|contact| (contact.day, contact.kind));
    for Contact { kind, day } in contacts {
        let done = occurrences
            .iter_mut()
            .filter(|open| !open.done && open.from <= day && day <= open.to && open.rule.counts(kind))
            .min_by_key(|open| {
                (open.rule.kind != kind, open.wanted(facts.client, days, day), open.to, open.identity())
            });
        if let Some(occurrence) = done {
            occurrence.done = true;
        }
    }
}
