//! Occurrences: what a rule asks for with a client, each with its key and its window of days. Which day of the window it
//! gets is for `place`.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::days::WorkDays;
use super::periods::Span;
use super::why::{Occasion, Why};
use super::{Facts, Planned, Planner};
use crate::domain::ids::{ClientId, PersonId, RuleId};
use crate::domain::person::Anniversary;
use crate::domain::status::Status;
use crate::domain::table::{Rule, When};

/// The most calendar days an eve may lie before its holiday; where it would be earlier, the day itself is taken.
const MAX_LEAD_DAYS: i64 = 7;
/// The longest lead of a greeting, in working days: with New Year's days off it fits into the days looked back.
const MAX_LEAD: u32 = 15;
/// The most touches a rule gets in a period, whatever was typed.
const MAX_TIMES: u32 = 100;
/// Working days a greeting is planned before the last day on which it is still in time: a slip does not lose it.
const BUFFER: i32 = 1;

/// Something a rule asks for once.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// What it is for; with the rule, its identity.
    cause: Cause<'a>,
    /// The day it would have if nothing stood in the way, always a working day of the window.
    pub ideal: NaiveDate,
    /// The first day of the window.
    pub from: NaiveDate,
    /// The last day of the window.
    pub to: NaiveDate,
    /// Whether a contact has done it.
    pub done: bool,
}

/// What an occurrence is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cause<'a> {
    Holiday { id: &'a str, date: NaiveDate },
    Professional { id: &'a str, date: NaiveDate },
    CompanyDay { date: NaiveDate },
    Birthday { person: PersonId, date: NaiveDate },
    Quota { slot: u32, of: u32, span: Span },
}

impl<'a> Occurrence<'a> {
    /// Whether its date is given by an occasion, so that it does not give way to other touches.
    pub fn fixed(&self) -> bool {
        !matches!(self.cause, Cause::Quota { .. })
    }

    /// What tells it from every other occurrence of the same client, in an order that no input order changes.
    pub fn identity(&self) -> (RuleId, Cause<'a>) {
        (self.rule.id, self.cause)
    }

    /// The day it would have if it were the only one, seen from the working day `now`: its own, or the next of its later
    /// chances. A quota whose own day has passed gets another day of what is left of its window, and another once that has
    /// passed too: what was missed is spread over the time that is left and not heaped on today.
    pub fn wanted(&self, client: ClientId, days: &WorkDays, now: NaiveDate) -> NaiveDate {
        let mut day = self.ideal;
        if self.fixed() {
            return day.max(now);
        }
        // The day makes the slots of one rule differ.
        let own = u64::from(day.num_days_from_ce().unsigned_abs());
        let mut chance = u64::from(phase(client, self.rule.id)) | own << 32;
        while day < now {
            let left = (self.to - day).num_days().max(0).unsigned_abs();
            let mut draw = || {
                chance = split_mix(chance);
                let later = ((u128::from(chance) * u128::from(left)) >> 64) as i64;
                day + TimeDelta::days(1 + later)
            };
            // Days off are drawn again, so that the days around them do not get their share.
            let drawn = std::iter::repeat_with(&mut draw).take(DRAWS).find(|day| days.is_working(*day));
            day = drawn.unwrap_or_else(|| days.on_or_after(day + TimeDelta::days(1)));
        }
        if day <= self.to { day } else { days.on_or_before(self.to).max(now) }
    }

    /// The touch on its day.
    pub fn planned(&self, client: ClientId, day: NaiveDate) -> Planned {
        let rule = self.rule;
        Planned {
            key: self.key(client),
            rule: rule.id,
            kind: rule.kind,
            purpose: rule.purpose,
            day,
            from: self.from,
            to: self.to,
            minutes: rule.minutes,
            why: self.why(),
        }
    }

    /// The key never holds the day chosen: it names the period or the year of the occasion, so that a corrected birthday
    /// and a moved touch keep it.
    fn key(&self, client: ClientId) -> String {
        let (rule, client) = (self.rule.id.0, client.0);
        match self.cause {
            Cause::Holiday { id, date } | Cause::Professional { id, date } => {
                format!("H|{rule}|{client}|{id}|{}", date.year())
            }
            Cause::CompanyDay { date } => format!("C|{rule}|{client}|{}", date.year()),
            Cause::Birthday { person, date } => format!("A|{rule}|{}|{}", person.0, date.year()),
            Cause::Quota { slot, span, .. } => format!("Q|{rule}|{client}|{}|{}", span.label(), slot - 1),
        }
    }

    fn why(&self) -> Why {
        match self.cause {
            Cause::Holiday { id, date } => Why::Occasion { occasion: Occasion::Holiday(id.to_owned()), date },
            Cause::Professional { id, date } => Why::Occasion { occasion: Occasion::Professional(id.to_owned()), date },
            Cause::CompanyDay { date } => Why::Occasion { occasion: Occasion::CompanyDay, date },
            Cause::Birthday { person, date } => Why::Occasion { occasion: Occasion::Birthday(person), date },
            Cause::Quota { slot, of, span } => Why::Quota { slot, of, span },
        }
    }
}

/// A rule with what it gives every client alike.
#[derive(Debug)]
pub(super) struct Source<'a> {
    rule: &'a Rule,
    dates: Dates<'a>,
}

#[derive(Debug)]
enum Dates<'a> {
    Quota { times: u32, star_times: u32, spans: Vec<SpanDays> },
    Eve(Vec<Occurrence<'a>>),
    Professional(BTreeMap<&'a str, Vec<Occurrence<'a>>>),
    CompanyDay,
    Birthday,
}

#[derive(Debug)]
struct SpanDays {
    span: Span,
    working: Vec<NaiveDate>,
}

impl SpanDays {
    fn of(span: Span, days: &WorkDays) -> Self {
        let all = span.first().iter_days().take_while(|day| *day <= span.last());
        Self { span, working: all.filter(|day| days.is_working(*day)).collect() }
    }
}

impl<'a> Source<'a> {
    /// The rule over the years; of the year after them, the eves that fall into these.
    pub fn new(rule: &'a Rule, days: &'a WorkDays, years: RangeInclusive<i32>) -> Self {
        let eve_years = *years.start()..=*years.end() + 1;
        let dates = match &rule.when {
            When::Quota { times, star_times, per, .. } => {
                let first = per.of(NaiveDate::from_yo_opt(*years.start(), 1).unwrap_or_default());
                let spans = std::iter::successors(Some(first), |span| Some(span.next()));
                Dates::Quota {
                    times: *times.min(&MAX_TIMES),
                    star_times: star_times.unwrap_or(*times).min(MAX_TIMES),
                    spans: spans
                        .take_while(|span| span.year <= *years.end())
                        .map(|span| SpanDays::of(span, days))
                        .collect(),
                }
            }
            When::Eve { holidays, lead } => Dates::Eve(
                eve_years
                    .flat_map(|year| holidays.iter().filter_map(move |id| Some((id, days.holiday(id, year)?))))
                    .map(|(id, date)| eve(rule, Cause::Holiday { id, date }, date, *lead, days))
                    .collect(),
            ),
            When::Professional { lead } => {
                let mut industries: BTreeMap<&str, Vec<Occurrence<'_>>> = BTreeMap::new();
                for (id, date) in eve_years.flat_map(|year| days.professional(year)) {
                    let eve = eve(rule, Cause::Professional { id, date }, date, *lead, days);
                    industries.entry(id).or_default().push(eve);
                }
                Dates::Professional(industries)
            }
            When::CompanyDay => Dates::CompanyDay,
            When::Birthday => Dates::Birthday,
        };
        Self { rule, dates }
    }
}

/// A greeting within the last `lead` working days before a holiday.
fn eve<'a>(rule: &'a Rule, cause: Cause<'a>, date: NaiveDate, lead: u32, days: &WorkDays) -> Occurrence<'a> {
    let last = days.last_before(date);
    if date - last > TimeDelta::days(MAX_LEAD_DAYS) {
        let day = days.on_or_after(date);
        return Occurrence { rule, cause, ideal: day, from: day, to: day, done: false };
    }
    let lead = lead.clamp(1, MAX_LEAD) as i32 - 1;
    let from = days.add(last, -lead);
    Occurrence { rule, cause, ideal: days.add(last, -BUFFER.min(lead)), from, to: last, done: false }
}

/// A greeting on a day of the year itself, or on the last working day before it.
fn on_the_day<'a>(rule: &'a Rule, cause: Cause<'a>, date: NaiveDate, days: &WorkDays) -> Occurrence<'a> {
    let day = days.on_or_before(date);
    Occurrence { rule, cause, ideal: day, from: day, to: date, done: false }
}

impl<'a> Planner<'a> {
    /// What the rules ask for with a client, as far as it is still open or a contact may have done it.
    pub(super) fn occurrences(&self, facts: &Facts<'_>) -> Vec<Occurrence<'a>> {
        // The table is for those who have ordered; winning the first order follows no table.
        if matches!(facts.status, Status::Potential | Status::Prospective) {
            return Vec::new();
        }
        let first = NaiveDate::from_yo_opt(*self.years.start(), 1).unwrap_or_default();
        let contacts = facts.contacts.iter().map(|contact| contact.day).filter(|day| *day >= first);
        let relevant = contacts.min().map_or(self.today, |day| day.min(self.today));
        let mut found = Vec::new();
        for source in &self.sources {
            let rule = source.rule;
            if !rule.scope.holds(facts.status, facts.star, facts.tags) {
                continue;
            }
            let mut add = |occurrence: Occurrence<'a>| {
                if occurrence.to >= relevant {
                    found.push(occurrence);
                }
            };
            let yearly = |day: Anniversary| self.years.clone().map(move |year| day.in_year(year));
            match &source.dates {
                Dates::Quota { times, star_times, spans } => {
                    let of = if facts.star { *star_times } else { *times };
                    let phase = phase(facts.client, rule.id);
                    for days in spans.iter().filter(|days| days.span.last() >= relevant) {
                        (0..of)
                            .filter_map(|slot| slot_of(rule, days, (slot, of), phase, facts.since))
                            .for_each(&mut add);
                    }
                }
                Dates::Eve(eves) => eves.iter().copied().for_each(add),
                Dates::Professional(industries) => {
                    industries.get(facts.industry).into_iter().flatten().copied().for_each(add);
                }
                Dates::CompanyDay => {
                    for date in facts.company_day.into_iter().flat_map(yearly) {
                        add(on_the_day(rule, Cause::CompanyDay { date }, date, self.days));
                    }
                }
                Dates::Birthday => {
                    for &(person, birthday) in facts.birthdays {
                        for date in yearly(birthday) {
                            add(on_the_day(rule, Cause::Birthday { person, date }, date, self.days));
                        }
                    }
                }
            }
        }
        found
    }
}

/// The slot of a quota of so many, numbered from 0; `None` where its own day lies before `since`, or the period has no
/// working day.
fn slot_of<'a>(
    rule: &'a Rule,
    days: &SpanDays,
    (slot, of): (u32, u32),
    phase: u32,
    since: NaiveDate,
) -> Option<Occurrence<'a>> {
    let SpanDays { span, working } = days;
    let place = ((u64::from(slot) << 32) + u64::from(phase)) * working.len() as u64 / (u64::from(of) << 32);
    let ideal = *working.get(place as usize).filter(|own| **own >= since)?;
    let cause = Cause::Quota { slot: slot + 1, of, span: *span };
    Some(Occurrence { rule, cause, ideal, from: span.first(), to: span.last(), done: false })
}

/// How often another day is drawn before the next working day is taken.
const DRAWS: usize = 16;

/// Where in a slot a client has its own day, in 2⁻³² of the slot: the same in every period, spread evenly over clients.
fn phase(client: ClientId, rule: RuleId) -> u32 {
    (split_mix(split_mix(client.0 as u64) ^ rule.0 as u64) >> 32) as u32
}

/// The finaliser of SplitMix64.
fn split_mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
