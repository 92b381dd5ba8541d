//! `regulars brief`: what to know before a talk with a client, on one screen.

use std::io::{self, IsTerminal};

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::card_record::EvaluationDue;
use super::competitor::CompetitorRecord;
use super::failure::{Exit, Failure};
use super::promise::PromisesRecord;
use super::records::{self, ComplaintRecord, ReasonRecord};
use super::{Session, phrases};
use crate::domain::basket::Basket;
use crate::domain::churn::Level;
use crate::domain::money::Money;
use crate::domain::person::Channel;
use crate::domain::timeline::{TimelineEntry, TimelineKind};
use crate::domain::touch::TouchKind;
use crate::ops::{Brief, Coming, Occasion, OpError, Workbench, wishes};
use crate::text::Words;
use crate::tui::brief;

/// The screen it fits: one row is for who it is about, one for the prompt.
const SCREEN: (usize, usize) = (80, 22);

/// What `brief --json` answers.
#[derive(Serialize)]
struct BriefRecord<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// `potential`, `prospective`, `client`, `regular` or `former`.
    status: &'static str,
    /// The level of its alert: `alarm`, `watch`, `note`; null without one.
    level: Option<&'static str>,
    /// The reasons of its alert.
    reasons: Vec<ReasonRecord>,
    /// What to do, as in `alerts --json`.
    action: Option<&'static str>,
    /// What was said of it, in words.
    about: Vec<String>,
    /// What its people wish for, in words.
    wishes: Vec<String>,
    /// The last talks that took place, the newest first.
    talks: Vec<SaidRecord<'a>>,
    /// Its open promises, and how others were kept.
    promises: PromisesRecord<'a>,
    /// Its open complaints, the oldest first.
    complaints: Vec<ComplaintRecord<'a>>,
    /// The competitors at it, the oldest first.
    competitors: Vec<CompetitorRecord<'a>>,
    /// The last order.
    last_order: Option<LastOrderRecord>,
    /// The last order nobody asked about, and from when it is time to; null for a closed client.
    evaluation_due: Option<EvaluationDue>,
    /// The last order of which the items are known, against the usual ones.
    basket: Option<BasketRecord<'a>>,
    /// The last gifts, the newest first.
    gifts: Vec<GiftRecord<'a>>,
    /// How many gifts were given in all.
    gifts_given: usize,
    /// The news it has not heard yet.
    news: Vec<&'a str>,
    /// Birthdays and the end of a membership within sixty days and the next planned touches.
    dates: Vec<DateRecord<'a>>,
    /// What was written about it.
    note: &'a str,
    /// The notes and contacts marked as important, the newest first.
    important: Vec<SaidRecord<'a>>,
}

/// What was said or written on a day.
#[derive(Serialize)]
struct SaidRecord<'a> {
    /// The day.
    day: NaiveDate,
    /// A kind of contact, or `note`.
    kind: &'static str,
    /// What was said; empty if nothing was written down.
    text: &'a str,
}

/// The last order.
#[derive(Serialize)]
struct LastOrderRecord {
    /// Its day.
    day: NaiveDate,
    /// What it is worth; null if it is in another currency without a rate.
    amount: Option<f64>,
}

/// The items of an order against the usual ones.
#[derive(Serialize)]
struct BasketRecord<'a> {
    /// The day of the order.
    day: NaiveDate,
    /// What stood in it.
    items: &'a [String],
    /// How many orders before it were looked at.
    of: usize,
    /// How many items stood in at least half of these.
    usual: usize,
    /// Those of them that are missing.
    missing: Vec<MissingRecord<'a>>,
}

/// A usual item that is missing.
#[derive(Serialize)]
struct MissingRecord<'a> {
    /// The item.
    item: &'a str,
    /// In how many of the orders looked at it stood.
    seen: usize,
}

/// A gift.
#[derive(Serialize)]
struct GiftRecord<'a> {
    /// The day.
    day: NaiveDate,
    /// What was given.
    item: &'a str,
    /// What it cost, where that is known.
    cost: Option<f64>,
}

/// A day that comes.
#[derive(Serialize)]
struct DateRecord<'a> {
    /// The day.
    day: NaiveDate,
    /// `birthday`, `company_day`, `membership` (it ends), a kind of contact, or `contact` for a day set by hand.
    kind: &'static str,
    /// Whose birthday it is, or of which club the membership.
    name: Option<&'a str>,
}

impl Session<'_> {
    /// Tells what to know before a talk with a client.
    pub(super) fn brief(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.bench.make_fresh()?;
        let gone = || OpError::NoClient { asked: client.0.to_string() };
        let found = self.bench.brief(client)?.ok_or_else(gone)?;
        if self.out.is_json() {
            self.out.json(&BriefRecord::of(self.words, self.bench, &found)?)?;
            return Ok(Exit::Done);
        }
        let card = &found.card;
        let reach = card.channels.first().map(Channel::shown).unwrap_or_default();
        let who = card.people.first().map(|person| person.name.clone()).unwrap_or_default();
        let name = phrases::name(&card.client.name, card.client.star);
        let known = [name, self.words.status(card.derived.status), card.client.city.clone(), who, reach];
        self.out.line(phrases::joined(known))?;
        let sections = found.sections();
        // A program that reads on gets every fact on a line of its own.
        let lines = if io::stdout().is_terminal() {
            brief::fitted(self.words, &sections, SCREEN)
        } else {
            brief::whole(self.words, &sections, usize::MAX)
        };
        lines.iter().try_for_each(|line| self.out.line(line))?;
        Ok(Exit::Done)
    }
}

impl<'a> BriefRecord<'a> {
    fn of(words: &Words, bench: &Workbench, brief: &'a Brief) -> Result<Self, OpError> {
        let (card, alert) = (&brief.card, brief.card.alert.as_ref());
        let last_order =
            brief.last_order.map(|(day, amount)| LastOrderRecord { day, amount: amount.map(Money::units) });
        let complaints: Result<Vec<_>, OpError> =
            card.complaints.iter().map(|row| ComplaintRecord::of(bench, row)).collect();
        Ok(Self {
            client_id: card.client.id.0.to_string(),
            client: &card.client.name,
            status: card.derived.status.name(),
            level: alert.map(|alert| Level::name(alert.level)),
            reasons: alert.map(|alert| records::reasons(words, alert)).unwrap_or_default(),
            action: alert.map(|alert| alert.advice().name()),
            about: card
                .about()
                .into_iter()
                .chain(card.values())
                .chain(card.hint())
                .map(|sentence| words.message(&sentence))
                .collect(),
            wishes: card.people.iter().flat_map(wishes).map(|wish| words.message(&wish)).collect(),
            talks: brief.talks.iter().map(SaidRecord::of).collect(),
            promises: PromisesRecord::of(&card.promises),
            complaints: complaints?,
            competitors: card.competitors.iter().map(CompetitorRecord::of).collect(),
            last_order,
            evaluation_due: card.evaluated.due.map(EvaluationDue::of),
            basket: brief.basket.as_ref().map(BasketRecord::of),
            gifts: brief.gifts.iter().map(GiftRecord::of).collect(),
            gifts_given: brief.gifts_given,
            news: brief.news.iter().map(|news| news.text.as_str()).collect(),
            dates: brief.dates.iter().map(DateRecord::of).collect(),
            note: &card.client.note,
            important: brief.notes.iter().map(SaidRecord::of).collect(),
        })
    }
}

impl<'a> SaidRecord<'a> {
    fn of(entry: &'a TimelineEntry) -> Self {
        let kind = if let TimelineKind::Touch { kind, .. } = &entry.kind { kind.name() } else { "note" };
        Self { day: entry.day, kind, text: &entry.text }
    }
}

impl<'a> BasketRecord<'a> {
    fn of(basket: &'a Basket) -> Self {
        let missing = basket.missing.iter().map(|one| MissingRecord { item: &one.item, seen: one.seen });
        Self { day: basket.day, items: &basket.items, of: basket.of, usual: basket.usual, missing: missing.collect() }
    }
}

impl<'a> GiftRecord<'a> {
    fn of(entry: &'a TimelineEntry) -> Self {
        let item = if let TimelineKind::Touch { item, .. } = &entry.kind { item.as_str() } else { "" };
        Self { day: entry.day, item, cost: entry.amount.map(Money::units) }
    }
}

impl<'a> DateRecord<'a> {
    fn of(coming: &'a Coming) -> Self {
        let (kind, name) = match &coming.what {
            Occasion::Birthday(name) => ("birthday", Some(name.as_str())),
            Occasion::CompanyDay => ("company_day", None),
            Occasion::Membership(club) => ("membership", Some(club.as_str())),
            Occasion::Touch(kind) => (kind.map_or("contact", TouchKind::name), None),
        };
        Self { day: coming.day, kind, name }
    }
}
