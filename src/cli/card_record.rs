//! The record of `show --json`.

use chrono::NaiveDate;
use serde::Serialize;

use super::entry_record::EntryRecord;
use super::promise::PromisesRecord;
use super::records::{self, KeptRecord, PlannedRecord, ReasonRecord};
use crate::domain::person::Channel;
use crate::domain::timeline::TimelineEntry;
use crate::domain::touch::TouchKind;
use crate::ops::{Card, Kept, Workbench};
use crate::text::Words;

/// What `show --json` answers.
#[derive(Serialize)]
pub struct CardRecord<'a> {
    /// The client's id.
    id: String,
    /// What it is called in the program it came from.
    external_id: Option<&'a str>,
    /// Its name.
    name: &'a str,
    /// `potential`, `prospective`, `client`, `regular` or `former`.
    status: &'static str,
    /// Its town; empty if unknown.
    city: &'a str,
    /// Its address; empty if unknown.
    address: &'a str,
    /// Its tax number; empty if unknown.
    tax_id: &'a str,
    /// Its industry; empty if unknown.
    industry: &'a str,
    /// The company's own day: `1998-03-07`, or `--03-07` where the year is unknown.
    company_day: Option<String>,
    /// One of those that must not be lost.
    star: bool,
    /// Its labels.
    tags: &'a [String],
    /// What was written about it.
    note: &'a str,
    /// Since when it counts as a former client.
    closed_on: Option<NaiveDate>,
    /// The level of its alert: `alarm`, `watch`, `note`; null without one.
    level: Option<&'static str>,
    /// The reasons of its alert.
    reasons: Vec<ReasonRecord>,
    /// What to do, as in `alerts --json`.
    action: Option<&'static str>,
    /// Until when a contact on record answers what is overdue.
    answered_until: Option<NaiveDate>,
    /// On how many days it ordered.
    orders: usize,
    /// The last of them.
    last_order: Option<NaiveDate>,
    /// Its usual days between orders.
    usual_interval_days: Option<f64>,
    /// Days since its last order.
    gap_days: Option<i64>,
    /// The share of its ordinary gaps that are longer than this one.
    tail: Option<f64>,
    /// The chance that it does not order within the horizon.
    p_no_order: Option<f64>,
    /// The revenue of the horizon times that chance.
    revenue_at_risk: f64,
    /// What it brought in the twelve months to the day.
    revenue: f64,
    /// What it brought in the twelve months before those.
    revenue_before: f64,
    /// Its share of the revenue of all.
    revenue_share: Option<f64>,
    /// What it brought in each of the last twelve calendar months, this one last.
    months: Vec<f64>,
    /// The last contact that took place.
    last_contact: Option<NaiveDate>,
    /// The day of the next contact.
    next_contact: Option<NaiveDate>,
    /// Its kind, where the communication table asks for one.
    next_kind: Option<&'static str>,
    /// Its people.
    people: Vec<PersonRecord<'a>>,
    /// The ways to reach it that belong to nobody in particular.
    channels: Vec<ChannelRecord<'a>>,
    /// The day of its last order if nobody asked how it was found, and the day from which it is time to.
    evaluation_due: Option<DueRecord>,
    /// Its open complaints, the oldest first.
    complaints: Vec<ComplaintRecord<'a>>,
    /// Its open promises, and how others were kept.
    promises: PromisesRecord<'a>,
    /// How each row of the table that concerns it is kept in the calendar year of today.
    standing: Vec<KeptRecord>,
    /// The touches planned for it, a year ahead.
    planned: Vec<PlannedRecord<'a>>,
    /// What happened lately, the newest first.
    timeline: Vec<EntryRecord<'a>>,
}

/// A person at the client.
#[derive(Serialize)]
struct PersonRecord<'a> {
    /// The name.
    name: &'a str,
    /// The job; empty if unknown.
    role: &'a str,
    /// The birthday: `1985-03-07`, or `--03-07` where the year is unknown.
    birthday: Option<String>,
    /// The ways to reach the person.
    channels: Vec<ChannelRecord<'a>>,
}

/// A way to reach somebody.
#[derive(Serialize)]
struct ChannelRecord<'a> {
    /// `phone`, `email`, `messenger` or `site`.
    kind: &'static str,
    /// The number or address.
    value: &'a str,
}

/// An order whose evaluation is due.
#[derive(Serialize)]
struct DueRecord {
    /// The day of the order.
    order: NaiveDate,
    /// The day from which it is time to ask.
    from: NaiveDate,
}

/// An open complaint.
#[derive(Serialize)]
struct ComplaintRecord<'a> {
    /// The day it was made.
    opened_on: NaiveDate,
    /// What it is about.
    text: &'a str,
}

impl<'a> CardRecord<'a> {
    /// The record of a card.
    pub fn of(
        words: &Words,
        bench: &Workbench,
        card: &'a Card,
        standing: &[Kept],
        timeline: &'a [TimelineEntry],
    ) -> Self {
        let Card { client, derived, score, alert, .. } = card;
        let channels = |person| {
            let of = card.channels.iter().filter(move |channel| channel.person == person);
            of.map(ChannelRecord::of).collect::<Vec<_>>()
        };
        let people = card.people.iter().map(|person| PersonRecord {
            name: &person.name,
            role: &person.role,
            birthday: person.birthday.map(|day| day.to_string()),
            channels: channels(Some(person.id)),
        });
        let complaints = card
            .complaints
            .iter()
            .map(|complaint| ComplaintRecord { opened_on: complaint.opened_on, text: &complaint.text });
        Self {
            id: client.id.0.to_string(),
            external_id: client.external_id.as_deref(),
            name: &client.name,
            status: derived.status.name(),
            city: &client.city,
            address: &client.address,
            tax_id: &client.tax_id,
            industry: &client.industry,
            company_day: client.company_day.map(|day| day.to_string()),
            star: client.star,
            tags: &client.tags,
            note: &client.note,
            closed_on: client.closed_on,
            level: alert.as_ref().map(|alert| alert.level.name()),
            reasons: alert.as_ref().map(|alert| records::reasons(words, alert)).unwrap_or_default(),
            action: alert.as_ref().map(|alert| alert.advice().name()),
            answered_until: card.answered_until,
            orders: derived.order_days,
            last_order: derived.last_order,
            usual_interval_days: score.map(|score| score.usual_days),
            gap_days: score.map(|score| score.gap_days),
            tail: score.map(|score| score.tail),
            p_no_order: score.map(|score| score.none),
            revenue_at_risk: derived.at_risk.units(),
            revenue: derived.revenue.units(),
            revenue_before: card.revenue_before.units(),
            revenue_share: card.share,
            months: card.months.iter().map(|month| month.units()).collect(),
            last_contact: card.last_contact,
            next_contact: derived.next_day,
            next_kind: derived.next_kind.map(TouchKind::name),
            people: people.collect(),
            channels: channels(None),
            evaluation_due: card.evaluated.due.map(|(order, from)| DueRecord { order, from }),
            complaints: complaints.collect(),
            promises: PromisesRecord::of(&card.promises),
            standing: standing.iter().map(|kept| KeptRecord::of(words, kept)).collect(),
            planned: card.planned.iter().map(|line| PlannedRecord::of(words, bench, line)).collect(),
            timeline: timeline.iter().map(EntryRecord::of).collect(),
        }
    }
}

impl<'a> ChannelRecord<'a> {
    fn of(channel: &'a Channel) -> Self {
        Self { kind: channel.kind.name(), value: &channel.value }
    }
}
