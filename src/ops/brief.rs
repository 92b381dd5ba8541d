//! What to know before a talk with a client, on one screen: nothing but what is on record.

use chrono::{Datelike, Days, NaiveDate};

use super::about::wishes;
use super::receipt::{level_key, touch_key};
use super::{Card, OpError, Workbench};
use crate::domain::basket::Basket;
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::news::News;
use crate::domain::person::Anniversary;
use crate::domain::timeline::{Kinds, TimelineEntry, TimelineKind};
use crate::domain::touch::TouchKind;
use crate::store::AgendaItem;

/// How many talks, gifts, important notes and planned touches it tells.
const FEW: usize = 3;
/// How many days ahead birthdays are told.
const AHEAD: u64 = 60;

/// What to know before a talk.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// The day it tells of.
    pub today: NaiveDate,
    /// The client, with its alert, its promises and what is planned.
    pub card: Card,
    /// The last talks that took place, the newest first: calls, messages, e-mails, meetings.
    pub talks: Vec<TimelineEntry>,
    /// The last order day, and what was ordered on it where that is known in the book's currency.
    pub last_order: Option<(NaiveDate, Option<Money>)>,
    /// The last order of which the items are known, against the usual ones.
    pub basket: Option<Basket>,
    /// The last gifts given, the newest first.
    pub gifts: Vec<TimelineEntry>,
    /// How many were given in all.
    pub gifts_given: usize,
    /// Why to call about its club.
    pub club: Vec<Message>,
    /// The news it has not heard yet.
    pub news: Vec<News>,
    /// The days that come, the next first.
    pub dates: Vec<Coming>,
    /// The notes and contacts marked as important, the newest first.
    pub notes: Vec<TimelineEntry>,
}

/// A day that comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// The day.
    pub day: NaiveDate,
    /// What is on it.
    pub what: Occasion,
}

/// What is on a day that comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The birthday of somebody there.
    Birthday(String),
    /// The company's day.
    CompanyDay,
    /// The membership of a club ends.
    Membership(String),
    /// A touch is planned; without a kind where the day was set by hand.
    Touch(Option<TouchKind>),
}

/// A part of what a brief says.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The key of its heading.
    pub heading: &'static str,
    /// How many of its facts stay where there is not room for all of every section.
    pub first: usize,
    /// What is on record, the most important first.
    pub facts: Vec<Message>,
}

impl Workbench {
    /// What to know before a talk with a client; `None` if there is no such client.
    pub fn brief(&self, client: ClientId) -> Result<Option<Brief>, OpError> {
        let (Some(card), Some(line)) = (self.card(client)?, self.db.book_line(client, self.today())?) else {
            return Ok(None);
        };
        let today = self.today();
        let entries = self.timeline(client, Kinds::All, 0, usize::MAX >> 1)?;
        let which = |kept: &dyn Fn(&TimelineEntry) -> bool| -> Vec<TimelineEntry> {
            entries.iter().filter(|entry| kept(entry)).cloned().collect()
        };
        let mut talks = which(&|entry| touched(entry).is_some_and(is_talk));
        let mut gifts = which(&|entry| touched(entry) == Some(TouchKind::Gift));
        let mut notes = which(&|entry| entry.important);
        let gifts_given = gifts.len();
        for list in [&mut talks, &mut gifts, &mut notes] {
            list.truncate(FEW);
        }
        let last_order = line.orders.iter().map(|order| order.day).max();
        let value_of = |day| {
            let values = line.orders.iter().filter(|order| order.day == day).map(|order| order.value);
            values.sum::<Option<Money>>()
        };
        Ok(Some(Brief {
            today,
            talks,
            last_order: last_order.map(|day| (day, value_of(day))),
            basket: Basket::of(&line.items, today),
            gifts,
            gifts_given,
            club: card.membership.iter().flat_map(|membership| membership.reasons(today)).collect(),
            news: self.unheard_by(client)?,
            dates: coming(&card, today),
            notes,
            card,
        }))
    }
}

/// The kind of a contact that took place.
fn touched(entry: &TimelineEntry) -> Option<TouchKind> {
    match &entry.kind {
        TimelineKind::Touch { kind, outcome, .. } if outcome.took_place() => Some(*kind),
        _ => None,
    }
}

fn is_talk(kind: TouchKind) -> bool {
    matches!(kind, TouchKind::Call | TouchKind::Message | TouchKind::Email | TouchKind::Meeting)
}

/// The birthdays and the end of a membership within two months and the next planned touches, the next first.
fn coming(card: &Card, today: NaiveDate) -> Vec<Coming> {
    let next = |day: Anniversary| {
        let years = [today.year(), today.year() + 1].map(|year| day.in_year(year));
        years.into_iter().find(|day| *day >= today).filter(|day| *day <= today + Days::new(AHEAD))
    };
    let birthdays = card.people.iter().filter_map(|person| {
        let day = next(person.birthday?)?;
        Some(Coming { day, what: Occasion::Birthday(person.name.clone()) })
    });
    let company = card.client.company_day.and_then(next).map(|day| Coming { day, what: Occasion::CompanyDay });
    let member = card.membership.as_ref().and_then(|membership| {
        let day = membership.until.filter(|until| (today..=today + Days::new(AHEAD)).contains(until))?;
        Some(Coming { day, what: Occasion::Membership(membership.club.clone()) })
    });
    let planned = card.planned.iter().take(FEW).map(|line| {
        let kind = if let AgendaItem::Rule(planned) = &line.item { Some(planned.kind) } else { None };
        Coming { day: line.day, what: Occasion::Touch(kind) }
    });
    let mut dates: Vec<Coming> = birthdays.chain(company).chain(member).chain(planned).collect();
    dates.sort_by_key(|coming| coming.day);
    dates
}

impl Brief {
    /// What it says, section by section; a section without facts is left out.
    pub fn sections(&self) -> Vec<Section> {
        let sections = [
            Section { heading: "brief-alert", first: 2, facts: self.alert() },
            Section { heading: "brief-client", first: 1, facts: self.client() },
            Section { heading: "brief-values", first: 1, facts: self.card.values() },
            Section { heading: "brief-people", first: 1, facts: self.card.people.iter().flat_map(wishes).collect() },
            Section { heading: "brief-talks", first: FEW, facts: self.talks() },
            Section { heading: "brief-promises", first: 1, facts: self.promises() },
            Section { heading: "brief-complaints", first: 1, facts: self.complaints() },
            Section { heading: "brief-competitors", first: 1, facts: self.competitors() },
            Section { heading: "brief-order", first: 2, facts: self.ordered() },
            Section { heading: "brief-evaluation", first: 1, facts: self.asked() },
            Section { heading: "brief-gifts", first: 1, facts: self.gifts() },
            Section { heading: "brief-news", first: 1, facts: self.unheard() },
            Section { heading: "brief-dates", first: 1, facts: self.dates.iter().map(Coming::message).collect() },
            Section { heading: "brief-notes", first: 1, facts: self.notes() },
        ];
        sections.into_iter().filter(|section| !section.facts.is_empty()).collect()
    }

    fn client(&self) -> Vec<Message> {
        let card = &self.card;
        card.barred().into_iter().chain(card.stage()).chain(card.about()).chain(card.hint()).collect()
    }

    fn competitors(&self) -> Vec<Message> {
        self.card.competitors.iter().flat_map(|row| row.competitor.messages()).collect()
    }

    fn unheard(&self) -> Vec<Message> {
        self.news.iter().map(|news| told("brief-text", &news.text)).collect()
    }

    fn alert(&self) -> Vec<Message> {
        let Some(alert) = &self.card.alert else { return Vec::new() };
        let level = Message::new("brief-level").with("level", Message::new(level_key(alert.level)));
        let level = level.with("advice", alert.advice().message());
        std::iter::once(level).chain(alert.reasons.iter().map(|reason| reason.signal().short())).collect()
    }

    fn talks(&self) -> Vec<Message> {
        if self.talks.is_empty() {
            return vec![Message::new("brief-no-talk")];
        }
        let talk = |entry: &TimelineEntry| {
            let kind = touched(entry).map_or("kind-note", touch_key);
            let key = if entry.text.is_empty() { "brief-talk-silent" } else { "brief-talk" };
            told(key, &entry.text).with("day", entry.day).with("kind", Message::new(kind))
        };
        self.talks.iter().map(talk).collect()
    }

    fn promises(&self) -> Vec<Message> {
        let open = self.card.promises.open.iter().map(|row| {
            let what = &row.promise.what;
            let text =
                if what.waits_on.is_empty() { what.text.clone() } else { format!("{} ({})", what.text, what.waits_on) };
            let who = Message::new(if what.theirs { "promise-theirs" } else { "promise-ours" });
            told("brief-promise", &text).with("day", what.due).with("who", who)
        });
        open.chain(self.card.promises.rates()).collect()
    }

    fn complaints(&self) -> Vec<Message> {
        let open = self.card.complaints.iter().map(|row| {
            let complaint = &row.complaint;
            told("brief-complaint", &complaint.text).with("day", complaint.opened_on).with("state", complaint.state())
        });
        let heard = (!self.card.complaints.is_empty()).then(|| Message::new("complaint-heard"));
        open.chain(heard).collect()
    }

    fn asked(&self) -> Vec<Message> {
        let evaluated = &self.card.evaluated;
        evaluated.due(self.today).into_iter().chain(evaluated.missing(self.card.derived.status)).collect()
    }

    fn ordered(&self) -> Vec<Message> {
        let Some((day, value)) = self.last_order else { return Vec::new() };
        let last = Message::new(if value.is_some() { "brief-order-of" } else { "brief-order-on" }).with("day", day);
        let mut facts = vec![last.with("money", value.unwrap_or_default())];
        let Some(basket) = &self.basket else { return facts };
        if !basket.missing.is_empty() {
            let missing = basket.missing.iter().map(|one| format!("{} ({}/{})", one.item, one.seen, basket.of));
            facts.push(told("brief-missing", &missing.collect::<Vec<_>>().join(", ")));
        } else if basket.usual > 0 {
            facts.push(Message::new("brief-whole").with("n", basket.usual));
        }
        facts.push(told("brief-items", &basket.items.join(", ")).with("day", basket.day));
        facts
    }

    fn gifts(&self) -> Vec<Message> {
        let gift = |entry: &TimelineEntry| {
            let TimelineKind::Touch { item, .. } = &entry.kind else { return told("brief-text", &entry.text) };
            let gift = told(if entry.amount.is_some() { "brief-gift-of" } else { "brief-gift" }, item);
            gift.with("day", entry.day).with("money", entry.amount.unwrap_or_default())
        };
        let more = self.gifts_given - self.gifts.len();
        let more = (more > 0).then(|| Message::new("brief-more-gifts").with("n", more));
        self.gifts.iter().map(gift).chain(more).chain(self.club.iter().cloned()).collect()
    }

    fn notes(&self) -> Vec<Message> {
        let kept = Some(&self.card.client.note).filter(|note| !note.is_empty()).map(|note| told("brief-text", note));
        kept.into_iter()
            .chain(self.notes.iter().map(|note| told("brief-note", &note.text).with("day", note.day)))
            .collect()
    }
}

impl Coming {
    fn message(&self) -> Message {
        match &self.what {
            Occasion::Birthday(name) => told("brief-birthday", name),
            Occasion::CompanyDay => Message::new("brief-company-day"),
            Occasion::Membership(club) => told("brief-membership", club),
            Occasion::Touch(kind) => {
                let kind = Message::new(kind.map_or("planned-contact", touch_key));
                Message::new("brief-planned").with("kind", kind)
            }
        }
        .with("day", self.day)
    }
}

fn told(key: &'static str, text: &str) -> Message {
    Message::new(key).with("text", text)
}
