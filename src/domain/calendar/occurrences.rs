//! Occurrences: what a rule asks for with a client, each with its key and its window of days. Which day of the window it
//! gets is for `place`.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::days::WorkDays;
use super::periods::{Period, Span};
use super::why::{Occasion, Pushed, Reason, Why};
use super::{Facts, Planner, credit};
use crate::domain::ids::{ClientId, OrderId, PersonId, RuleId, TouchId};
use crate::domain::person::Anniversary;
use crate::domain::status::Status;
use crate::domain::table::{Anchor, Rule, Shift, When};
use crate::domain::touch::TouchKind;

/// The most calendar days an eve may lie before its holiday; where it would be earlier, the day itself is taken.
const MAX_LEAD_DAYS: i64 = 7;
/// The longest lead of a greeting, in working days: with New Year's days off it fits into the days looked back.
const MAX_LEAD: u32 = 15;
/// The most touches a rule gets in a period, whatever was typed.
const MAX_TIMES: u32 = 100;
/// Working days a greeting is planned before the last day on which it is still in time: a slip does not lose it.
const BUFFER: i32 = 1;
/// The part of a slot by which a touch may stand off its own day before its neighbours feel it: one in so many.
const TOLERANCE: usize = 4;
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
    CompanyDay { date: NaiveDate },
    Birthday { person: PersonId, date: NaiveDate },
    Quota { slot: u32, of: u32, span: Span },
    Contact { last: Option<(NaiveDate, TouchId)>, days: u32 },
    Order { last: NaiveDate, order: OrderId, days: u32 },
}

impl<'a> Occurrence<'a> {
    /// An occurrence that is open, with a window that is all of one worth.
    fn new(rule: &'a Rule, cause: Cause<'a>, ideal: NaiveDate, (from, to): (NaiveDate, NaiveDate)) -> Self {
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
            Cause::CompanyDay { date } => Why::Occasion { occasion: Occasion::CompanyDay, date },
            Cause::Birthday { person, date } => Why::Occasion { occasion: Occasion::Birthday(person), date },
            Cause::Quota { slot, of, span } => Why::Quota { slot, of, span },
            Cause::Contact { last, days } => Why::SinceContact { last: last.map(|(day, _)| day), days },
            Cause::Order { last, days, .. } => Why::BetweenOrders { last, days },
        }
    }
}

/// A rule with what it gives every client alike.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub rule: &'a Rule,
    dates: Dates<'a>,
}

#[derive(Debug)]
enum Dates<'a> {
    Quota { times: u32, star_times: u32, spans: Vec<SpanDays> },
    LastContact { times: u32, star_times: u32, per: Period },
    Holidays(Vec<Occurrence<'a>>),
    Professional(BTreeMap<&'a str, Vec<Occurrence<'a>>>),
    CompanyDay,
    Birthday,
    BetweenOrders { percent: u32, otherwise: Vec<SpanDays> },
}

#[derive(Debug)]
struct SpanDays {
    span: Span,
    first: NaiveDate,
    last: NaiveDate,
    working: Vec<NaiveDate>,
}

impl SpanDays {
    /// The periods of a kind that touch the years.
    fn over(per: Period, days: &WorkDays, years: &RangeInclusive<i32>) -> Vec<Self> {
        let begin = NaiveDate::from_yo_opt(*years.start(), 1).unwrap_or_default();
        let spans = std::iter::successors(Some(per.of(begin)), |span| Some(span.next()));
        spans.take_while(|span| span.first().year() <= *years.end()).map(|span| Self::of(span, days)).collect()
    }

    fn of(span: Span, days: &WorkDays) -> Self {
        let (first, last) = (span.first(), span.last());
        let all = first.iter_days().take_while(|day| *day <= last);
        Self { span, first, last, working: all.filter(|day| days.is_working(*day)).collect() }
    }

    /// The slot of a quota of so many, numbered from 0; `None` where the period has no working day.
    fn slot<'a>(&self, rule: &'a Rule, (slot, of): (u32, u32), phase: u32) -> Option<Occurrence<'a>> {
        let working = self.working.len();
        let place = ((u64::from(slot) << 32) + u64::from(phase)) * working as u64 / (u64::from(of) << 32);
        let place = place as usize;
        let ideal = *self.working.get(place)?;
        let off = working / (TOLERANCE * of as usize);
        let preferred = (self.working[place.saturating_sub(off)], self.working[(place + off).min(working - 1)]);
        let cause = Cause::Quota { slot: slot + 1, of, span: self.span };
        let gap = ((self.last - self.first).num_days() + 1) / i64::from(2 * of);
        Some(Occurrence { preferred, gap, ..Occurrence::new(rule, cause, ideal, (self.first, self.last)) })
    }
}

impl<'a> Source<'a> {
    /// The rule over the years; of the year after them, the eves that fall into these.
    pub fn new(rule: &'a Rule, days: &'a WorkDays, years: &RangeInclusive<i32>) -> Self {
        let eve_years = *years.start()..=*years.end() + 1;
        let kept = |cause, date, lead, on_the_day| {
            if on_the_day { on_the_day_of(rule, cause, date, days) } else { eve(rule, cause, date, lead, days) }
        };
        let dates = match &rule.when {
            When::Quota { times, star_times, per, anchor, .. } => {
                let (times, star_times) = (*times.min(&MAX_TIMES), star_times.unwrap_or(*times).min(MAX_TIMES));
                match anchor {
                    Anchor::Calendar => Dates::Quota { times, star_times, spans: SpanDays::over(*per, days, years) },
                    Anchor::LastContact => Dates::LastContact { times, star_times, per: *per },
                }
            }
            When::Eve { holidays, lead, on_the_day } => Dates::Holidays(
                eve_years
                    .flat_map(|year| holidays.iter().filter_map(move |id| Some((id, days.holiday(id, year)?))))
                    .map(|(id, date)| kept(Cause::Holiday { id, date }, date, *lead, *on_the_day))
                    .collect(),
            ),
            When::Date { on, lead, on_the_day } => Dates::Holidays(
                eve_years
                    .filter_map(|year| on.in_year(year))
                    .map(|date| kept(Cause::Date { date }, date, *lead, *on_the_day))
                    .collect(),
            ),
            When::Professional { lead, on_the_day } => {
                let mut industries: BTreeMap<&str, Vec<Occurrence<'_>>> = BTreeMap::new();
                for (id, date) in eve_years.flat_map(|year| days.professional(year)) {
                    let greeting = kept(Cause::Professional { id, date }, date, *lead, *on_the_day);
                    industries.entry(id).or_default().push(greeting);
                }
                Dates::Professional(industries)
            }
            When::CompanyDay => Dates::CompanyDay,
            When::Birthday => Dates::Birthday,
            When::BetweenOrders { percent, otherwise } => {
                Dates::BetweenOrders { percent: *percent, otherwise: SpanDays::over(*otherwise, days, years) }
            }
        };
        Self { rule, dates }
    }
}

/// A greeting within the last `lead` working days before a holiday.
fn eve<'a>(rule: &'a Rule, cause: Cause<'a>, date: NaiveDate, lead: u32, days: &WorkDays) -> Occurrence<'a> {
    let last = days.last_before(date);
    let late = date + TimeDelta::days(i64::from(rule.late_days));
    if date - last > TimeDelta::days(MAX_LEAD_DAYS) {
        let day = days.on_or_after(date);
        return Occurrence { to: day.max(late), ..Occurrence::new(rule, cause, day, (day, day)) };
    }
    let lead = lead.clamp(1, MAX_LEAD) as i32 - 1;
    let from = days.add(last, -lead);
    let to = if rule.late_days > 0 { late } else { last };
    Occurrence { to, ..Occurrence::new(rule, cause, days.add(last, -BUFFER.min(lead)), (from, last)) }
}

/// A greeting on a day of the year itself, or where that is off on the working day the rule shifts it to.
fn on_the_day_of<'a>(rule: &'a Rule, cause: Cause<'a>, date: NaiveDate, days: &WorkDays) -> Occurrence<'a> {
    let (before, after) = (days.on_or_before(date), days.on_or_after(date));
    let day = match rule.shift {
        Shift::Prev => before,
        Shift::Nearest if date - before <= after - date => before,
        Shift::Next | Shift::Nearest => after,
    };
    let to = day.max(date) + TimeDelta::days(i64::from(rule.late_days));
    Occurrence { from: day.min(date), to, ..Occurrence::new(rule, cause, day, (day, day)) }
}

impl<'a> Planner<'a> {
    /// What the rules ask for with a client, as far as it is still open or a contact may have done it, in an order that
    /// no order of the facts changes.
    pub fn owed(&self, facts: &Facts<'_>) -> Vec<Occurrence<'a>> {
        // The table is for those who have ordered; winning the first order follows no table.
        if matches!(facts.status, Status::Potential | Status::Prospective) {
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
        let mut found = Vec::new();
        for source in &self.sources {
            let rule = source.rule;
            if !rule.scope.holds(facts.status, facts.star, facts.tags, facts.revenue) {
                continue;
            }
            let start = rule.valid_from.map_or(facts.since, |from| from.max(facts.since));
            let kind = kind_for(rule, facts.tags);
            let (kind, state) = kind.map_or((rule.kind, State::Barred), |kind| (kind, State::Open));
            let mut add = |occurrence: Occurrence<'a>| {
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

    /// The touch between the last order and the next that is to be expected by the median of the intervals; `None` for a
    /// client whose orders fell on less than two days.
    fn between_orders(&self, rule: &'a Rule, facts: &Facts<'_>, percent: u32) -> Option<Occurrence<'a>> {
        let mut orders: Vec<(NaiveDate, OrderId)> =
            facts.orders.iter().filter(|(day, _)| *day <= self.today).copied().collect();
        orders.sort_unstable();
        let (last, order) = *orders.last()?;
        orders.dedup_by_key(|(day, _)| *day);
        let mut intervals: Vec<i64> = orders.windows(2).map(|pair| (pair[1].0 - pair[0].0).num_days()).collect();
        intervals.sort_unstable();
        let (low, high) = (intervals.get((intervals.len().max(1) - 1) / 2)?, intervals.get(intervals.len() / 2)?);
        let twice = low + high;
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

/// The kind of contact by which a client may be touched for a rule: its own kind, or the first other one that counts.
fn kind_for(rule: &Rule, tags: &[String]) -> Option<TouchKind> {
    let barred = |kind: &TouchKind| tags.iter().any(|tag| tag.strip_prefix("no-") == Some(kind.name()));
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
