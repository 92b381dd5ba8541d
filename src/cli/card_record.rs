//! The record of `show --json`.

use chrono::NaiveDate;
use serde::Serialize;

use super::entry_record::EntryRecord;
use super::promise::PromisesRecord;
use super::records::{self, ComplaintRecord, KeptRecord, PlannedRecord, ReasonRecord, SilencedRecord};
use crate::domain::churn::Score;
use crate::domain::client::{BuyerType, Manner, Ties};
use crate::domain::closing::ClosedWhy;
use crate::domain::person::Channel;
use crate::domain::status::{Mover, Status, StatusStep};
use crate::domain::timeline::TimelineEntry;
use crate::domain::touch::TouchKind;
use crate::ops::{Card, Kept, OpError, Workbench};
use crate::text::Words;

/// What happened at a client.
#[derive(Serialize)]
struct EventRecord {
    /// What: one of the names that `event` takes.
    kind: &'static str,
    /// The day it became known.
    since: NaiveDate,
}

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
    /// Whether it buys for itself; otherwise it is a company.
    private: bool,
    /// Its legal form; empty if unknown.
    legal_form: &'a str,
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
    /// When it likes to be called: `09:00-13:00`.
    call_hours: Option<String>,
    /// One of those that must not be lost.
    star: bool,
    /// Its labels.
    tags: &'a [String],
    /// What kind of buyer it is: `loyal`, `discount`, `impulse`, `need` or `wandering`.
    r#type: Option<&'static str>,
    /// What binds it: `price`, `social` or `structural`.
    ties: Option<&'static str>,
    /// How it chooses: `adherent` or `rational`.
    manner: Option<&'static str>,
    /// What the gaps between its orders hint at, where nobody said so: as `manner`.
    manner_hinted: Option<&'static str>,
    /// What it values; empty if unknown.
    values: &'a str,
    /// What it puts up with; empty if unknown.
    puts_up_with: &'a str,
    /// Since when it is on the black list, and why.
    black_list: Option<BarredRecord<'a>>,
    /// What was written about it.
    note: &'a str,
    /// Since when it counts as a former client.
    closed_on: Option<NaiveDate>,
    /// Why it was closed: `forgotten`, `complaint`, `competitor`, `moved` or `ended`.
    closed_why: Option<&'static str>,
    /// The level of its alert: `alarm`, `watch`, `note`; null without one.
    level: Option<&'static str>,
    /// The reasons of its alert.
    reasons: Vec<ReasonRecord>,
    /// What was put off or dismissed of it.
    silenced: Vec<SilencedRecord>,
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
    /// Those days, where a person typed them.
    typed_interval_days: Option<u32>,
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
    evaluation_due: Option<EvaluationDue>,
    /// Its orders that are past due and unpaid; null without any.
    unpaid: Option<UnpaidRecord>,
    /// What happened at it and is not over, the newest first.
    events: Vec<EventRecord>,
    /// Its open complaints, the oldest first.
    complaints: Vec<ComplaintRecord<'a>>,
    /// Its open promises, and how others were kept.
    promises: PromisesRecord<'a>,
    /// How far its purchase has come.
    purchase: Option<PurchaseRecord<'a>>,
    /// How it came to where it stands, the newest first.
    statuses: Vec<StatusRecord<'a>>,
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
    /// How the person likes to be contacted: a kind of contact.
    prefers: Option<&'static str>,
    /// How the person does not want to be contacted.
    declines: Vec<&'static str>,
    /// What is not to be mentioned; empty if nothing.
    unsaid: &'a str,
}

/// A purchase on its way.
#[derive(Serialize)]
struct PurchaseRecord<'a> {
    /// Its stage, 1 to 6.
    stage: u8,
    /// Since when.
    since: NaiveDate,
    /// What is chosen by; empty if unknown.
    criterion: &'a str,
}

/// A client came to another status.
#[derive(Serialize)]
struct StatusRecord<'a> {
    /// The day.
    day: NaiveDate,
    /// The status; null: what the orders tell holds again.
    status: Option<&'static str>,
    /// Who moved it: `selling`, `orders`, `person`, `closing`.
    moved_by: &'static str,
    /// Whether an order had been found good by then, where orders moved it.
    good_evaluation: Option<bool>,
    /// Why, where a person moved it.
    why: Option<&'a str>,
}

/// Why a client is on the black list.
#[derive(Serialize)]
struct BarredRecord<'a> {
    /// Since when.
    since: NaiveDate,
    /// Why.
    why: &'a str,
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
pub struct EvaluationDue {
    /// The day of the order.
    order: NaiveDate,
    /// The day from which it is time to ask.
    from: NaiveDate,
}

impl EvaluationDue {
    /// The record of the day of an order, and the one from which it is time to ask.
    pub fn of((order, from): (NaiveDate, NaiveDate)) -> Self {
        Self { order, from }
    }
}

impl<'a> CardRecord<'a> {
    /// The record of a card.
    pub fn of(
        words: &Words,
        bench: &Workbench,
        card: &'a Card,
        standing: &[Kept],
        statuses: &'a [StatusStep],
        timeline: &'a [TimelineEntry],
    ) -> Result<Self, OpError> {
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
            prefers: person.prefers.map(TouchKind::name),
            declines: person.declines.iter().map(|kind| kind.name()).collect(),
            unsaid: &person.unsaid,
        });
        let complaints: Result<Vec<_>, OpError> =
            card.complaints.iter().map(|row| ComplaintRecord::of(bench, row)).collect();
        let planned: Result<Vec<_>, OpError> =
            card.planned.iter().map(|line| PlannedRecord::of(words, bench, line)).collect();
        Ok(Self {
            id: client.id.0.to_string(),
            external_id: client.external_id.as_deref(),
            name: &client.name,
            status: derived.status.name(),
            private: client.private,
            legal_form: &client.legal_form,
            city: &client.city,
            address: &client.address,
            tax_id: &client.tax_id,
            industry: &client.industry,
            company_day: client.company_day.map(|day| day.to_string()),
            call_hours: client.call_hours.map(|hours| hours.to_string()),
            star: client.star,
            tags: &client.tags,
            r#type: client.buyer.map(BuyerType::name),
            ties: client.ties.map(Ties::name),
            manner: client.manner.map(Manner::name),
            manner_hinted: card.hinted.map(|(manner, _)| manner.name()),
            values: &client.values,
            puts_up_with: &client.puts_up_with,
            black_list: client.barred.as_ref().map(|(since, why)| BarredRecord { since: *since, why }),
            note: &client.note,
            closed_on: client.closed_on,
            closed_why: card.closing.as_ref().and_then(|closing| closing.why).map(ClosedWhy::name),
            level: alert.as_ref().map(|alert| alert.level.name()),
            reasons: alert.as_ref().map(|alert| records::reasons(words, alert)).unwrap_or_default(),
            silenced: records::silenced(words, &card.silenced),
            action: alert.as_ref().map(|alert| alert.advice().name()),
            answered_until: card.answered_until,
            orders: derived.order_days,
            last_order: derived.last_order,
            usual_interval_days: score.filter(Score::has_rhythm).map(|score| score.usual_days),
            typed_interval_days: client.interval,
            gap_days: score.map(|score| score.gap_days),
            tail: score.filter(Score::has_rhythm).map(|score| score.tail),
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
            evaluation_due: card.evaluated.due.map(EvaluationDue::of),
            unpaid: card.unpaid.map(|unpaid| UnpaidRecord {
                orders: unpaid.orders,
                amount: unpaid.worth.units(),
                since: unpaid.since,
            }),
            events: card.events.iter().map(|(kind, since)| EventRecord { kind: kind.name(), since: *since }).collect(),
            complaints: complaints?,
            promises: PromisesRecord::of(&card.promises),
            purchase: card.purchase.as_ref().map(|purchase| PurchaseRecord {
                stage: purchase.stage.number(),
                since: purchase.since,
                criterion: &purchase.criterion,
            }),
            statuses: statuses.iter().rev().map(StatusRecord::of).collect(),
            standing: standing.iter().map(|kept| KeptRecord::of(words, kept)).collect(),
            planned: planned?,
            timeline: timeline.iter().map(EntryRecord::of).collect(),
        })
    }
}

/// Orders that are past due and unpaid.
#[derive(Serialize)]
struct UnpaidRecord {
    /// How many.
    orders: usize,
    /// What they are worth.
    amount: f64,
    /// The day the first of them was due.
    since: NaiveDate,
}

impl<'a> StatusRecord<'a> {
    fn of(step: &'a StatusStep) -> Self {
        let (moved_by, good_evaluation, why) = match &step.mover {
            Mover::Selling => ("selling", None, None),
            Mover::Orders { good, .. } => ("orders", Some(*good), None),
            Mover::Person(why) => ("person", None, Some(why.as_str())),
            Mover::Closed(why) => ("closing", None, why.map(ClosedWhy::name)),
        };
        Self { day: step.day, status: step.status.map(Status::name), moved_by, good_evaluation, why }
    }
}

impl<'a> ChannelRecord<'a> {
    fn of(channel: &'a Channel) -> Self {
        Self { kind: channel.kind.name(), value: &channel.value }
    }
}
