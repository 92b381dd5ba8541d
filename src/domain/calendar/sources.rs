//! What a rule gives every client alike, worked out once: the days of its periods and of its occasions.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, TimeDelta};

use super::days::WorkDays;
use super::occurrences::{Cause, Occurrence, TOLERANCE};
use super::periods::{Period, Span};
use crate::domain::table::{Anchor, Rule, Shift, When};

/// The most calendar days an eve may lie before its holiday; where it would be earlier, the day itself is taken.
const MAX_LEAD_DAYS: i64 = 7;
/// The longest lead of a greeting, in working days: with New Year's days off it fits into the days looked back.
const MAX_LEAD: u32 = 15;
/// The most touches a rule gets in a period, whatever was typed.
const MAX_TIMES: u32 = 100;
/// Working days a greeting is planned before the last day on which it is still in time: a slip does not lose it.
const BUFFER: i32 = 1;

/// A rule with what it gives every client alike.
#[derive(Debug)]
pub(super) struct Source<'a> {
    pub rule: &'a Rule,
    pub dates: Dates<'a>,
}

#[derive(Debug)]
pub(super) enum Dates<'a> {
    Quota {
        times: u32,
        star_times: u32,
        spans: Vec<SpanDays>,
    },
    LastContact {
        times: u32,
        star_times: u32,
        per: Period,
    },
    Holidays(Vec<Occurrence<'a>>),
    /// The working days before an event, on one of which each client is told of it.
    Event {
        date: NaiveDate,
        working: Vec<NaiveDate>,
    },
    Professional(BTreeMap<&'a str, Vec<Occurrence<'a>>>),
    CompanyDay,
    Birthday,
    BetweenOrders {
        percent: u32,
        otherwise: Vec<SpanDays>,
    },
}

#[derive(Debug)]
pub(super) struct SpanDays {
    pub span: Span,
    pub first: NaiveDate,
    pub last: NaiveDate,
    length: i64,
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
        let length = (last - first).num_days() + 1;
        Self { span, first, last, length, working: all.filter(|day| days.is_working(*day)).collect() }
    }

    /// The slot of a quota of so many, numbered from 0; `None` where the period has no working day.
    pub fn slot<'a>(&self, rule: &'a Rule, (slot, of): (u32, u32), phase: u32) -> Option<Occurrence<'a>> {
        let working = self.working.len();
        let place = ((u64::from(slot) << 32) + u64::from(phase)) * working as u64 / (u64::from(of) << 32);
        let place = place as usize;
        let ideal = *self.working.get(place)?;
        let off = working / (TOLERANCE * of as usize);
        let preferred = (self.working[place.saturating_sub(off)], self.working[(place + off).min(working - 1)]);
        let cause = Cause::Quota { slot: slot + 1, of, span: self.span };
        let gap = self.length / i64::from(2 * of);
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
            When::Event { on, lead } => {
                let last = days.last_before(*on);
                let first = days.add(last, 1 - (*lead).clamp(1, MAX_LEAD) as i32);
                let all = first.iter_days().take_while(|day| *day <= last);
                Dates::Event { date: *on, working: all.filter(|day| days.is_working(*day)).collect() }
            }
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
pub(super) fn eve<'a>(rule: &'a Rule, cause: Cause<'a>, date: NaiveDate, lead: u32, days: &WorkDays) -> Occurrence<'a> {
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
pub(super) fn on_the_day_of<'a>(rule: &'a Rule, cause: Cause<'a>, date: NaiveDate, days: &WorkDays) -> Occurrence<'a> {
    let (before, after) = (days.on_or_before(date), days.on_or_after(date));
    let day = match rule.shift {
        Shift::Prev => before,
        Shift::Nearest if date - before <= after - date => before,
        Shift::Next | Shift::Nearest => after,
    };
    let to = day.max(date) + TimeDelta::days(i64::from(rule.late_days));
    Occurrence { from: day.min(date), to, ..Occurrence::new(rule, cause, day, (day, day)) }
}
