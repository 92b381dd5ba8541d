//! Where the calendar is generated: which touches the communication table asks for with the clients, and on which days.
//! A pure function of facts, rules, decisions, working days, the plan so far and today; it stores nothing and knows
//! nobody's words.
//!
//! A rule gives *occurrences*, each with a key and a window of days (`occurrences`); contacts that took place close them
//! (`credit`). The open ones get a day of their window: the least level that all of them can be done at is worked out
//! first (`bound`), each is put on the day nearest to its own that stays below that level (`place`), and what had a day
//! keeps it as long as it holds (`arrange`). Every day has a reason that can be told (`why`).

mod arrange;
mod board;
mod bound;
mod country;
mod credit;
mod days;
mod holiday_file;
mod holidays;
mod occurrences;
mod periods;
mod place;
mod plan;
mod room;
mod sources;
mod why;

use chrono::{Datelike, NaiveDate, TimeDelta};

pub use arrange::Pushing;
pub use board::{Board, Presence, Task};
pub use bound::{Bound, density};
pub use country::Country;
pub use credit::FORMER_AT_MOST;
pub use days::WorkDays;
pub use holiday_file::BadLine;
pub use holidays::HolidayRule;
pub use occurrences::{ByHand, Occurrence, State, barring_tag};
pub use periods::{Period, Span};
pub use plan::{Absence, Agenda, Homeless, Move, Moves, NoDay, Planned, Terms, merges};
pub use why::{Occasion, Pushed, Reason, Why};

use super::ids::{ClientId, OrderId, PersonId, TouchId};
use super::money::Money;
use super::person::Anniversary;
use super::status::Status;
use super::table::Rule;
use super::touch::{Contact, TouchKind};
use sources::Source;

/// What the calendar needs to know of a client.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Which client.
    pub client: ClientId,
    /// Where it stands.
    pub status: Status,
    /// One of those that must not be lost.
    pub star: bool,
    /// On the black list: nothing is owed to it (DOMAIN R88).
    pub barred: bool,
    /// The days between its orders, where they were typed by hand.
    pub interval: Option<u32>,
    /// Its labels.
    pub tags: &'a [String],
    /// The kinds of contact that one of its people declines, or nobody there wants.
    pub declined: &'a [(Option<PersonId>, TouchKind)],
    /// Since when it is in the book: nothing is owed for the days before.
    pub since: NaiveDate,
    /// Its industry: an id of the professional holidays, or free text.
    pub industry: &'a str,
    /// The company's own day.
    pub company_day: Option<Anniversary>,
    /// The birthdays of the people there.
    pub birthdays: &'a [(PersonId, Anniversary)],
    /// Its orders, in any order.
    pub orders: &'a [(NaiveDate, OrderId)],
    /// What it brought in the last twelve months.
    pub revenue: Money,
    /// What is at risk with it: who comes first where not everything fits.
    pub value: Money,
    /// The contacts that took place, in any order.
    pub contacts: &'a [Contact],
    /// What a person decided about its touches.
    pub decisions: &'a [Decision],
    /// The plan so far.
    pub plan: &'a [Kept],
}

/// What a person decided about one touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The key of the touch.
    pub key: String,
    /// What was decided.
    pub choice: Choice,
}

/// A decision about one touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It is left out.
    Skip,
    /// It waits until that day.
    Snooze(NaiveDate),
    /// It stands on that day.
    Pin(NaiveDate),
}

/// A touch of the plan so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its key.
    pub key: String,
    /// Its day.
    pub day: NaiveDate,
    /// The contact that did it.
    pub touch: Option<TouchId>,
    /// Why it has that day.
    pub reason: Reason,
}

/// The days before today from which a window may still matter: the longest lead with New Year's days off in it.
const LOOK_BACK: TimeDelta = TimeDelta::days(31);

/// Finds what is owed to clients on one day: what follows from the rules and the working days alone is worked out once.
#[derive(Debug)]
pub struct Planner<'a> {
    sources: Vec<Source<'a>>,
    days: &'a WorkDays,
    years: std::ops::RangeInclusive<i32>,
    from: NaiveDate,
    today: NaiveDate,
    until: NaiveDate,
}

impl<'a> Planner<'a> {
    /// A planner of the touches whose own day lies not after `until`, seen from `today`.
    pub fn new(rules: &'a [Rule], days: &'a WorkDays, today: NaiveDate, until: NaiveDate) -> Self {
        Self::since(rules, days, today, today, until)
    }

    /// A planner that looks back as well: at every touch whose window had not ended before `from`.
    pub fn since(rules: &'a [Rule], days: &'a WorkDays, from: NaiveDate, today: NaiveDate, until: NaiveDate) -> Self {
        // Whole years: which contact closed what, and what is near to what, must not depend on where the view ends.
        let years = (from.min(today) - LOOK_BACK).year()..=(until + LOOK_BACK).year();
        let mut sources: Vec<Source<'_>> = rules.iter().map(|rule| Source::new(rule, days, &years)).collect();
        sources.sort_by_key(|source| source.rule.id);
        Self { sources, days, years, from: from.min(today), today, until }
    }

    /// The working days.
    pub fn days(&self) -> &'a WorkDays {
        self.days
    }

    /// The day it is seen from.
    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// The last day on which the own day of a touch may lie.
    pub fn until(&self) -> NaiveDate {
        self.until
    }
}
