//! Occurrences: what a rule asks for with a client, each with its key and its window of days. Which day of the window it
//! gets is for `place`.

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::periods::Span;
use super::sources::{Dates, SpanDays, on_the_day_of};
use super::why::{Occasion, Pushed, Reason, Why};
use super::{Facts, Planner, credit};
use crate::domain::ids::{ClientId, OrderId, PersonId, RuleId, TouchId};
use crate::domain::person::Anniversary;
use crate::domain::status::Status;
use crate::domain::table::Rule;
use crate::domain::touch::TouchKind;

/// The part of a slot by which a touch may stand off its own day before its neighbours feel it: one in so many.
pub(super) const TOLERANCE: usize = 4;
/// The days around an order on which no touch between orders falls.
const ORDER_PEACE: TimeDelta = TimeDelta::days(7);

/// How long a touch may be late for the day a person gave it.
const GRACE: TimeDelta = TimeDelta::days(14);

/// Something a rule asks for once.
#[derive(Clone, Copy, Debug)]
pub struct Occurrence<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// The kind of touch: the rule's, or where the client bars that, the first other kind that counts.
    pub kind: TouchKind,
    /// What it is for; with the rule, its identity.
    pub(super) cause: Cause<'a>,
    /// The day it would have if nothing stood in the way.
    pub ideal: NaiveDate,
    /// The first and the last of the days it should have.
    pub preferred: (NaiveDate, NaiveDate),
    /// The first day on which a contact does it.
    pub from: NaiveDate,
    /// The last day on which a contact does it; after it the touch is missed.
    pub to: NaiveDate,
    /// The days that should lie between it and the next of the same rule.
    pub(super) gap: i64,
    /// How it stands.
    pub state: State,
    /// The day it has in the plan so far, and why.
    pub kept: Option<(NaiveDate, Reason)>,
    /// The day a person gave it.
    pub by_hand: Option<ByHand>,
}

/// How an occurrence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is to be done.
    Open,
    /// A contact did it.
    Done(TouchId),
    /// A person skipped it.
    Skipped,
    /// The client bars every kind of contact that would do it.
    Barred,
    /// It would be more than a former client bears in a year (DOMAIN R42).
    TooMany,
}

/// The day a person gave an occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ByHand {
    /// It stands on that day, whatever day that is.
    On(NaiveDate),
    /// It stands on the first working day from then on.
    From(NaiveDate),
}

impl ByHand {
    /// The day that was named.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::On(day) | Self::From(day) => day,
        }
    }
}

/// What an occurrence is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Cause<'a> {
    Holiday { id: &'a str, date: NaiveDate },
    Professional { id: &'a str, date: NaiveDate },
    Date { date: NaiveDate },
    Event { date: NaiveDate },
    CompanyDay { date: NaiveDate },
    Birthday { person: PersonId, date: NaiveDate },
    Quota { slot: u32, of: u32, span: Span },
    Contact { last: Option<(NaiveDate, TouchId)>, days: u32 },
    Order { last: NaiveDate, order: OrderId, days: u32 },
}

impl<'a> Occurrence<'a> {
    /// An occurrence that is open, with a window that is all of one worth.
    pub(super) fn new(rule: &'a Rule, cause: Cause<'a>, ideal: NaiveDate, (from, to): (NaiveDate, NaiveDate)) -> Self {
        Self {
            rule,
            kind: rule.kind,
            cause,
            ideal,
            preferred: (from, to),
            from,
            to,
            gap: 0,
            state: State::Open,
            kept: None,
            by_hand: None,
        }
    }

    /// Whether its date is given by an occasion, so that other touches give way to it.
    pub fn fixed(&self) -> bool {
        !matches!(self.cause, Cause::Quota { .. } | Cause::Contact { .. } | Cause::Order { .. })
    }

    /// Whether it is to be done.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// What tells it from every other occurrence of the same client, in an order that no input order changes.
    pub(super) fn identity(&self) -> (RuleId, Cause<'a>) {
        (self.rule.id, self.cause)
    }

    /// The day a contact is measured against: the one a person gave it, the one it has in the plan, or its own.
    pub fn expected(&self) -> NaiveDate {
        let kept = || self.kept.map(|(day, _)| day);
        self.by_hand.map(ByHand::day).or_else(kept).unwrap_or(self.ideal)
    }

    /// The day it has in the plan so far, or its own.
    pub fn kept_or_own(&self) -> (NaiveDate, Reason) {
        self.kept.unwrap_or((self.expected(), Reason { own: self.ideal, pushed: Pushed::Own }))
    }

    /// The days on which a contact does it: its window, and where a person gave it a day, that one with some grace.
    pub fn window(&self) -> (NaiveDate, NaiveDate) {
        match self.by_hand.map(ByHand::day) {
            Some(day) => (self.from.min(day), self.to.max(day + GRACE)),
            None => (self.from, self.to),
        }
    }

    /// Whether a contact on that day would do it.
    pub fn holds(&self, day: NaiveDate) -> bool {
        let (from, to) = self.window();
        // It may have been planned before its window, because whoever does it is away in all of that.
        self.kept.map_or(from, |(kept, _)| from.min(kept)) <= day && day <= to
    }

    /// The key never holds the day chosen: it names the period or the year of the occasion, so that a corrected birthday
    /// and a moved touch keep it.
    pub fn key(&self, client: ClientId) -> String {
        let (rule, client) = (self.rule.id.0, client.0);
        match self.cause {
            Cause::Holiday { id, date } | Cause::Professional { id, date } => {
                format!("H|{rule}|{client}|{id}|{}", date.year())
            }
            Cause::Date { date } => format!("D|{rule}|{client}|{}", date.year()),
            Cause::Event { date } => format!("E|{rule}|{client}|{}", date.year()),
            Cause::CompanyDay { date } => format!("C|{rule}|{client}|{}", date.year()),
            Cause::Birthday { person, date } => format!("A|{rule}|{}|{}", person.0, date.year()),
            Cause::Quota { slot, span, .. } => format!("Q|{rule}|{client}|{}|{}", span.label(), slot - 1),
            Cause::Contact { last, .. } => format!("L|{rule}|{client}|{}|0", last.map_or(0, |(_, id)| id.0)),
            Cause::Order { order, .. } => format!("O|{rule}|{client}|{}|0", order.0),
        }
    }

    /// Why it is due.
    pub fn why(&self) -> Why {
        match self.cause {
            Cause::Holiday { id, date } => Why::Occasion { occasion: Occasion::Holiday(id.to_owned()), date },
            Cause::Professional { id, date } => Why::Occasion { occasion: Occasion::Professional(id.to_owned()), date },
            Cause::Date { date } => Why::Occasion { occasion: Occasion::Date, date },
            Cause::Event { date } => Why::Occasion { occasion: Occasion::Event, date },
            Cause::CompanyDay { date } => Why::Occasion { occasion: Occasion::CompanyDay, date },
            Cause::Birthday { person, date } => Why::Occasion { occasion: Occasion::Birthday(person), date },
            Cause::Quota { slot, of, span } => Why::Quota { slot, of, span },
            Cause::Contact { last, days } => Why::SinceContact { last: last.map(|(day, _)| day), days },
            Cause::Order { last, days, .. } => Why::BetweenOrders { last, days },
        }
    }
}

impl<'a> Planner<'a> {
    /// What the rules ask for with a client, as far as it is still open or a contact may have done it, in an order that
    /// no order of the facts changes.
    pub fn owed(&self, facts: &Facts<'_>) -> Vec<Occurrence<'a>> {
        // The table is for those who have ordered; winning the first order follows no table.
        if facts.barred || matches!(facts.status, Status::Potential | Status::Prospective) {
            return Vec::new();
        }
        let mut found = self.asked(facts);
        credit::settle(&mut found, facts);
        found
    }

    fn asked(&self, facts: &Facts<'_>) -> Vec<Occurrence<'a>> {
        let first = NaiveDate::from_yo_opt(*self.years.start(), 1).unwrap_or_default();
        let contacts = facts.contacts.iter().map(|contact| contact.day).filter(|day| *day >= first);
        let relevant = contacts.min().map_or(self.from, |day| day.min(self.from));
        // Most rows ask for a few touches a year.
        let mut found = Vec::with_capacity(4 * self.sources.len());
        for source in &self.sources {
            let rule = source.rule;
            if !rule.scope.holds(facts.status, facts.star, facts.tags, facts.revenue) {
                continue;
            }
            let start = rule.valid_from.map_or(facts.since, |from| from.max(facts.since));
            let usual = kind_for(rule, facts, None);
            let mut add = |occurrence: Occurrence<'a>| {
                // Who is greeted on a birthday may want no such contact, whatever the others there want.
                let kind = match occurrence.cause {
                    Cause::Birthday { person, .. } => kind_for(rule, facts, Some(person)),
                    _ => usual,
                };
                let (kind, state) = kind.map_or((rule.kind, State::Barred), |kind| (kind, State::Open));
                let asked = if occurrence.fixed() { occurrence.to >= start } else { occurrence.ideal >= start };
                let ended = rule.valid_to.is_some_and(|to| to < occurrence.ideal);
                let in_sight =
                    occurrence.to >= relevant && (occurrence.ideal <= self.until || occurrence.from <= self.today);
                if asked && !ended && in_sight {
                    found.push(Occurrence { kind, state, ..occurrence });
                }
            };
            let phase = phase(facts.client, rule.id);
            let in_sight = |days: &&SpanDays| days.last >= relevant && days.first <= self.until;
            let yearly = |day: Anniversary| self.years.clone().map(move |year| day.in_year(year));
            let times = |times: u32, star_times: u32| if facts.star { star_times } else { times };
            match &source.dates {
                Dates::Quota { times: usual, star_times, spans } => {
                    let of = times(*usual, *star_times);
                    for days in spans.iter().filter(in_sight) {
                        (0..of).filter_map(|slot| days.slot(rule, (slot, of), phase)).for_each(&mut add);
                    }
                }
                Dates::LastContact { times: usual, star_times, per } => {
                    let days = (per.days() / times(*usual, *star_times).max(1)).max(1);
                    add(self.after_contact(rule, facts, days, phase, start));
                }
                Dates::Holidays(greetings) => greetings.iter().copied().for_each(add),
                Dates::Event { date, working } => {
                    let place = (u64::from(phase) * working.len() as u64) >> 32;
                    if let (Some(ideal), [first, .., last] | [first @ last]) =
                        (working.get(place as usize), &working[..])
                    {
                        add(Occurrence::new(rule, Cause::Event { date: *date }, *ideal, (*first, *last)));
                    }
                }
                Dates::Professional(industries) => {
                    industries.get(facts.industry).into_iter().flatten().copied().for_each(add);
                }
                Dates::CompanyDay => {
                    for date in facts.company_day.into_iter().flat_map(yearly) {
                        add(on_the_day_of(rule, Cause::CompanyDay { date }, date, self.days));
                    }
                }
                Dates::Birthday => {
                    let mut birthdays: Vec<_> = facts.birthdays.iter().collect();
                    birthdays.sort_unstable();
                    for &&(person, birthday) in &birthdays {
                        for date in yearly(birthday) {
                            add(on_the_day_of(rule, Cause::Birthday { person, date }, date, self.days));
                        }
                    }
                }
                Dates::BetweenOrders { percent, otherwise } => match self.between_orders(rule, facts, *percent) {
                    Some(occurrence) => add(occurrence),
                    None => {
                        let spans = otherwise.iter().filter(in_sight);
                        spans.filter_map(|days| days.slot(rule, (0, 1), phase)).for_each(add);
                    }
                },
            }
        }
        found
    }

    /// The touch so many days after the last contact that counts. Who was never contacted is not overdue: the first one
    /// is spread over those days, and over the next so many where its day has passed.
    fn after_contact(
        &self,
        rule: &'a Rule,
        facts: &Facts<'_>,
        days: u32,
        phase: u32,
        start: NaiveDate,
    ) -> Occurrence<'a> {
        let step = TimeDelta::days(i64::from(days));
        let counting = facts.contacts.iter().filter(|contact| contact.day <= self.today && rule.counts(contact.kind));
        let last = counting.map(|contact| (contact.day, contact.id)).max();
        let wanted = match last {
            Some((day, _)) => day + step,
            None => {
                let own = start + TimeDelta::days(((u64::from(phase) * u64::from(days)) >> 32) as i64);
                let past = (self.today - own).num_days().max(0);
                own + step * ((past + i64::from(days) - 1) / i64::from(days)) as i32
            }
        };
        let ideal = self.days.on_or_before(wanted).max(start);
        let from = last.map_or(start, |(day, _)| day + step / 2);
        // It is due until it is done.
        let to = (wanted + step).max(self.today + step);
        let off = step / TOLERANCE as i32;
        Occurrence {
            preferred: ((ideal - off).max(from), ideal + off),
            ..Occurrence::new(rule, Cause::Contact { last, days }, ideal, (from, to))
        }
    }

    /// The touch between the last order and the next that is to be expected by the interval that was typed, or else by the
    /// median of the intervals; `None` without either.
    fn between_orders(&self, rule: &'a Rule, facts: &Facts<'_>, percent: u32) -> Option<Occurrence<'a>> {
        let mut orders: Vec<(NaiveDate, OrderId)> =
            facts.orders.iter().filter(|(day, _)| *day <= self.today).copied().collect();
        orders.sort_unstable();
        let (last, order) = *orders.last()?;
        orders.dedup_by_key(|(day, _)| *day);
        let mut intervals: Vec<i64> = orders.windows(2).map(|pair| (pair[1].0 - pair[0].0).num_days()).collect();
        intervals.sort_unstable();
        let median = || Some(intervals.get((intervals.len().max(1) - 1) / 2)? + intervals.get(intervals.len() / 2)?);
        let twice = facts.interval.map(|days| 2 * i64::from(days)).or_else(median)?;
        let from = last + ORDER_PEACE;
        let wanted = last + TimeDelta::days((twice * i64::from(percent.clamp(1, 99)) + 100) / 200);
        let before = self.days.on_or_before(wanted);
        let ideal = if before >= from { before } else { self.days.on_or_after(from) };
        let to = (last + TimeDelta::days((twice + 1) / 2) - ORDER_PEACE).max(ideal);
        let off = TimeDelta::days(twice / (4 * TOLERANCE as i64));
        let days = u32::try_from((twice + 1) / 2).unwrap_or(0);
        Some(Occurrence {
            preferred: ((ideal - off).max(from), (ideal + off).min(to)),
            ..Occurrence::new(rule, Cause::Order { last, order, days }, ideal, (from, to))
        })
    }
}

/// The tag of a client that wants no contact of a kind: `no-call`, `no-email`.
pub fn barring_tag(kind: TouchKind) -> String {
    format!("no-{}", kind.name())
}

/// The kind of contact by which a client, or one of its people, may be touched for a rule: its own kind, or the first other
/// one that counts. What nobody there wants is barred, and what the person declines.
fn kind_for(rule: &Rule, facts: &Facts<'_>, person: Option<PersonId>) -> Option<TouchKind> {
    let barred = |kind: &TouchKind| {
        let declined =
            |(who, declined): &(Option<PersonId>, TouchKind)| declined == kind && (who.is_none() || *who == person);
        facts.declined.iter().any(declined) || facts.tags.iter().any(|tag| tag.strip_prefix("no-") == Some(kind.name()))
    };
    std::iter::once(&rule.kind).chain(&rule.also_counts).find(|kind| !barred(kind)).copied()
}

/// Where in a slot a client has its own day, in 2⁻³² of the slot: the same in every period, spread evenly over clients.
fn phase(client: ClientId, rule: RuleId) -> u32 {
    (split_mix(split_mix(client.0 as u64) ^ rule.0 as u64) >> 32) as u32
}

/// The finaliser of SplitMix64.
pub(super) fn split_mix(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
