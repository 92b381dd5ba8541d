//! The day of each open occurrence. A touch may be late or come close to another; it is never lost inside its window.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::Facts;
use super::days::WorkDays;
use super::occurrences::Occurrence;
use crate::domain::status::Status;

/// The days between two touches of a client below which the second would be a nuisance.
const QUIET: TimeDelta = TimeDelta::days(5);
const ONE_DAY: TimeDelta = TimeDelta::days(1);
/// Touches in a year above which a former client is not left in peace (DOMAIN R42).
const FORMER_AT_MOST: usize = 2;

/// The days of what is still open, occasions first.
pub(super) fn place<'a>(
    mut occurrences: Vec<Occurrence<'a>>,
    facts: &Facts<'_>,
    days: &WorkDays,
    today: NaiveDate,
) -> Vec<(Occurrence<'a>, NaiveDate)> {
    let next = days.on_or_after(today);
    occurrences.retain(|open| !open.done && open.to >= next);
    // Of several touches due today the one stands first that a contact of today would do.
    let mut occurrences: Vec<_> =
        occurrences.into_iter().map(|open| (open.wanted(facts.client, days, next), open)).collect();
    occurrences.sort_unstable_by_key(|(wanted, open)| (!open.fixed(), *wanted, open.to, open.identity()));

    let recent = facts.contacts.iter().map(|contact| contact.day).filter(|day| today - *day < QUIET);
    let mut loud: Vec<RangeInclusive<NaiveDate>> = recent.map(around).collect();
    let mut placed = Vec::with_capacity(occurrences.len());
    for (wanted, open) in occurrences {
        let day = if open.fixed() { wanted } else { quiet_day(open.from.max(next)..=open.to, wanted, days, &loud) };
        loud.push(around(day));
        placed.push((open, day));
    }
    if facts.status == Status::Former {
        leave_in_peace(&mut placed, facts);
    }
    placed
}

/// The days too near to a touch.
fn around(day: NaiveDate) -> RangeInclusive<NaiveDate> {
    day - QUIET + ONE_DAY..=day + QUIET - ONE_DAY
}

/// The working day of the window nearest to the one wanted with no other touch near it; the wanted one where there is none.
fn quiet_day(
    window: RangeInclusive<NaiveDate>,
    wanted: NaiveDate,
    days: &WorkDays,
    loud: &[RangeInclusive<NaiveDate>],
) -> NaiveDate {
    let quiet =
        |day: &NaiveDate| window.contains(day) && !loud.iter().any(|days| days.contains(day)) && days.is_working(*day);
    let widest = (wanted - *window.start()).max(*window.end() - wanted).num_days();
    let off = (0..=widest).map(TimeDelta::days);
    off.flat_map(|off| [wanted - off, wanted + off]).find(quiet).unwrap_or(wanted)
}

/// Drops what is more than a former client bears in a year, contacts that took place among it; the last placed first.
fn leave_in_peace(placed: &mut Vec<(Occurrence<'_>, NaiveDate)>, facts: &Facts<'_>) {
    let mut years: Vec<i32> = facts.contacts.iter().map(|contact| contact.day.year()).collect();
    placed.retain(|(_, day)| {
        let room = years.iter().filter(|year| **year == day.year()).count() < FORMER_AT_MOST;
        if room {
            years.push(day.year());
        }
        room
    });
}
