//! Where the calendar is generated: which touches the communication table asks for with a client, and on which days.
//! A pure function of facts, rules, working days and today; it stores nothing and knows nobody's words.
//!
//! A rule gives *occurrences*, each with a key and a window of days (`occurrences`); contacts that took place close them
//! (`credit`); those still open get a day of their window (`place`).

mod country;
mod credit;
mod days;
mod holiday_file;
mod holidays;
mod occurrences;
mod periods;
mod place;
mod why;

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

pub use country::Country;
pub use days::WorkDays;
pub use holiday_file::BadLine;
pub use periods::{Period, Span};
pub use why::{Occasion, Why};

use super::ids::{ClientId, PersonId, RuleId};
use super::person::Anniversary;
use super::status::Status;
use super::table::{Purpose, Rule};
use super::touch::{Contact, TouchKind};
use occurrences::Source;

/// What the calendar needs to know of a client.
#[derive(Clone, Debug)]
pub struct Facts<'a> {
    /// Which client.
    pub client: ClientId,
    /// Where it stands.
    pub status: Status,
    /// One of those that must not be lost.
    pub star: bool,
    /// Its labels.
    pub tags: &'a [String],
    /// Since when it is in the book: nothing is owed for the days before.
    pub since: NaiveDate,
    /// Its industry: an id of the professional holidays, or free text.
    pub industry: &'a str,
    /// The company's own day.
    pub company_day: Option<Anniversary>,
    /// The birthdays of the people there.
    pub birthdays: &'a [(PersonId, Anniversary)],
    /// The contacts that took place, in any order.
    pub contacts: &'a [Contact],
}

/// A touch that is due, and the day it is planned for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// What it is, whatever its day: rule, subject, period or occasion with its year, slot.
    pub key: String,
    /// The row of the communication table it comes from.
    pub rule: RuleId,
    /// What kind of touch.
    pub kind: TouchKind,
    /// What it is for.
    pub purpose: Purpose,
    /// The day it is planned for.
    pub day: NaiveDate,
    /// The first day on which a contact does it.
    pub from: NaiveDate,
    /// The last day on which a contact does it; after it the touch is missed.
    pub to: NaiveDate,
    /// How long it takes.
    pub minutes: u32,
    /// Why it is due.
    pub why: Why,
}

/// The days before today from which a window may still matter: the longest lead with New Year's days off in it.
const LOOK_BACK: TimeDelta = TimeDelta::days(31);

/// Plans clients on one day: what follows from the rules and the working days alone is worked out once.
#[derive(Debug)]
pub struct Planner<'a> {
    sources: Vec<Source<'a>>,
    days: &'a WorkDays,
    years: std::ops::RangeInclusive<i32>,
    today: NaiveDate,
    until: NaiveDate,
}

impl<'a> Planner<'a> {
    /// A planner of the touches with a day from `today` to `until`.
    pub fn new(rules: &'a [Rule], days: &'a WorkDays, today: NaiveDate, until: NaiveDate) -> Self {
        // Whole years: which contact closed what, and what is near to what, must not depend on where the view ends.
        let years = (today - LOOK_BACK).year()..=(until + LOOK_BACK).year();
        let sources = rules.iter().map(|rule| Source::new(rule, days, years.clone())).collect();
        Self { sources, days, years, today, until }
    }

    /// The touches due with a client, by day and key. The order of rules, tags, birthdays and contacts changes nothing.
    pub fn plan(&self, facts: &Facts<'_>) -> Vec<Planned> {
        let mut occurrences = self.occurrences(facts);
        if occurrences.is_empty() {
            return Vec::new();
        }
        credit::close(&mut occurrences, facts, self.days);
        let mut planned: Vec<Planned> = place::place(occurrences, facts, self.days, self.today)
            .into_iter()
            .filter(|(_, day)| *day <= self.until)
            .map(|(occurrence, day)| occurrence.planned(facts.client, day))
            .collect();
        planned.sort_unstable_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
        planned
    }
}
