//! What may be a reason to speak of a client: one file a signal, each with its numbers, its level and its words.

mod competitor;
mod complaint;
mod concentration;
mod dropped_item;
mod evaluation;
mod event;
mod forgotten;
mod former;
mod hidden;
mod lapse;
mod novelty;
mod overdue;
mod quality;
mod returned;
mod trend;

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use competitor::Rival;
pub use complaint::OpenComplaint;
pub use concentration::Concentration;
pub use dropped_item::{DroppedItem, ItemBought};
pub use evaluation::Unasked;
pub use event::ClientEvent;
pub use forgotten::Forgotten;
pub use former::FormerDue;
pub use hidden::{Felt, Hidden};
pub use lapse::Lapse;
pub use novelty::NothingNew;
pub use overdue::Overdue;
pub use quality::Quality;
pub use returned::Returned;
pub use trend::{Trend, TrendOf};

use super::alert::{Advice, Level};
use super::history::History;
use super::score::Score;
use super::thresholds::Thresholds;
use crate::domain::competitor::Competitor;
use crate::domain::complaint::{ComplaintKind, Step};
use crate::domain::evaluation::Evaluation;
use crate::domain::event::EventKind;
use crate::domain::message::Message;
use crate::domain::status::Status;
use crate::domain::touch::Contact;

/// What is known of a client when it is judged.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The day it is judged on; nothing later is looked at.
    pub today: NaiveDate,
    /// Where it stands.
    pub status: Status,
    /// What it ordered and how it paid, up to today.
    pub history: &'a History,
    /// What it ordered item by item, where that is known, in any order.
    pub items: &'a [ItemBought],
    /// What its rhythm says; `None` for one that never ordered.
    pub score: Option<Score>,
    /// From where on signals speak.
    pub thresholds: Thresholds,
    /// How much hangs on it.
    pub concentration: Option<Concentration>,
    /// Its open complaints, returns and claims with the days they were made, and what is to be done next.
    pub complaints: &'a [(ComplaintKind, NaiveDate, Step)],
    /// The competitors that are at it.
    pub rivals: &'a [Competitor],
    /// What was felt in its contacts, and those in which nothing was.
    pub felt: &'a [Felt],
    /// What happened at it and is not over.
    pub events: &'a [(EventKind, NaiveDate)],
    /// How it found its orders, on which days: the oldest first.
    pub evaluations: &'a [(NaiveDate, Evaluation)],
    /// The contacts that took place.
    pub contacts: &'a [Contact],
    /// Whether a next contact has a day.
    pub has_next: bool,
}

impl Known<'_> {
    /// The last contact that took place.
    pub(super) fn last_contact(&self) -> Option<NaiveDate> {
        self.contacts.iter().map(|contact| contact.day).filter(|day| *day <= self.today).max()
    }
}

/// What a reason tells of: reasons of different families are independent of each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// The days between its orders.
    Rhythm,
    /// What it orders.
    Volume,
    /// How it pays.
    Payment,
    /// What was felt.
    Mood,
    /// What it complained of.
    Complaint,
    /// How it finds what it gets.
    Quality,
    /// What happened at it.
    Event,
    /// Nothing of its leaving: the manager's own doing.
    Own,
}

/// One reason, with the numbers its sentence is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// Late against the client's own rhythm.
    Overdue(Overdue),
    /// Orders grow smaller.
    Volume(Trend),
    /// The time between orders grows longer.
    Interval(Trend),
    /// Payment takes longer and longer.
    Payment(Trend),
    /// Something is no longer ordered.
    DroppedItem(DroppedItem),
    /// Hidden signals in talks (DOMAIN R26).
    Hidden(Hidden),
    /// A complaint, a return or a claim that is not settled (DOMAIN R27).
    Complaint(OpenComplaint),
    /// Something came back of an order (DOMAIN R27).
    Returned(Returned),
    /// It finds its orders worse and worse (DOMAIN R30).
    Quality(Quality),
    /// Something happened at the client, or a competitor came (DOMAIN R17, R44).
    Event(ClientEvent),
    /// A competitor pulls on our volume (DOMAIN R44).
    Competitor(Rival),
    /// A competitor was invited as a hint (DOMAIN R45).
    Hint(Rival),
    /// Too much of the revenue hangs on this client (DOMAIN R16).
    Concentration(Concentration),
    /// A regular client without any dated next contact (DOMAIN R22-R23).
    #[serde(rename = "no_next_step")]
    Forgotten(Forgotten),
    /// Nothing but the same for long (DOMAIN R18, R29).
    NothingNew(NothingNew),
    /// Nobody asked for long how it finds what it gets (DOMAIN R7-R8).
    Unasked(Unasked),
    /// A former client to be greeted (DOMAIN R42).
    FormerDue(FormerDue),
}

/// What every signal can say of itself.
pub trait Signal {
    /// How loudly it speaks.
    fn level(&self) -> Level;
    /// What it tells of.
    fn family(&self) -> Family;
    /// What tells this time from another one of the same kind: as long as it stays the same, the facts have not changed.
    fn cause(&self) -> String;
    /// What to do about it.
    fn advice(&self) -> Advice;
    /// A few words, for a row of the list.
    fn short(&self) -> Message;
    /// A whole sentence.
    fn sentence(&self) -> Message;
}

impl Reason {
    /// The names of the kinds, as in JSON.
    pub const KINDS: [&'static str; 17] = [
        "overdue",
        "volume",
        "interval",
        "payment",
        "dropped_item",
        "hidden",
        "complaint",
        "returned",
        "quality",
        "event",
        "competitor",
        "hint",
        "concentration",
        "no_next_step",
        "nothing_new",
        "unasked",
        "former_due",
    ];

    /// The kinds of which a [threshold](Thresholds) decides whether they speak.
    pub const BY_THRESHOLD: [&'static str; 4] = ["overdue", "concentration", "nothing_new", "unasked"];

    /// The kinds that a contact which took place answers for a while.
    pub const BY_CONTACT: [&'static str; 7] =
        ["overdue", "volume", "interval", "payment", "dropped_item", "returned", "event"];

    /// The key of the words for a kind.
    pub fn kind_key(kind: &str) -> &'static str {
        match kind {
            "overdue" => "alert-kind-overdue",
            "volume" => "alert-kind-volume",
            "interval" => "alert-kind-interval",
            "payment" => "alert-kind-payment",
            "dropped_item" => "alert-kind-dropped-item",
            "hidden" => "alert-kind-hidden",
            "complaint" => "alert-kind-complaint",
            "returned" => "alert-kind-returned",
            "quality" => "alert-kind-quality",
            "event" => "alert-kind-event",
            "competitor" => "alert-kind-competitor",
            "hint" => "alert-kind-hint",
            "concentration" => "alert-kind-concentration",
            "no_next_step" => "alert-kind-no-next-step",
            "nothing_new" => "alert-kind-nothing-new",
            "unasked" => "alert-kind-unasked",
            _ => "alert-kind-former-due",
        }
    }

    /// Every reason there is to speak of a client, in the order of the kinds.
    pub fn all(known: &Known<'_>) -> Vec<Self> {
        if known.status == Status::Former {
            return FormerDue::of(known).map(Self::FormerDue).into_iter().collect();
        }
        let mut found = Vec::new();
        found.extend(Overdue::of(known).map(Self::Overdue));
        found.extend(Trend::of(known, TrendOf::Volume).map(Self::Volume));
        found.extend(Trend::of(known, TrendOf::Interval).map(Self::Interval));
        found.extend(Trend::of(known, TrendOf::Payment).map(Self::Payment));
        found.extend(DroppedItem::of(known).into_iter().map(Self::DroppedItem));
        found.extend(Hidden::of(known).map(Self::Hidden));
        found.extend(OpenComplaint::of(known).map(Self::Complaint));
        found.extend(Returned::of(known).map(Self::Returned));
        found.extend(Quality::of(known).map(Self::Quality));
        found.extend(ClientEvent::of(known).map(Self::Event));
        found.extend(Rival::of(known).map(Self::Competitor));
        found.extend(Rival::hint_of(known).map(Self::Hint));
        found.extend(known.concentration.filter(Concentration::is_worth_a_word).map(Self::Concentration));
        found.extend(Forgotten::of(known).map(Self::Forgotten));
        found.extend(NothingNew::of(known).map(Self::NothingNew));
        found.extend(Unasked::of(known).map(Self::Unasked));
        found
    }

    /// The signal behind it.
    pub fn signal(&self) -> &dyn Signal {
        match self {
            Self::Overdue(signal) => signal,
            Self::Volume(signal) | Self::Interval(signal) | Self::Payment(signal) => signal,
            Self::DroppedItem(signal) => signal,
            Self::Hidden(signal) => signal,
            Self::Complaint(signal) => signal,
            Self::Returned(signal) => signal,
            Self::Quality(signal) => signal,
            Self::Event(signal) => signal,
            Self::Competitor(signal) | Self::Hint(signal) => signal,
            Self::Concentration(signal) => signal,
            Self::Forgotten(signal) => signal,
            Self::NothingNew(signal) => signal,
            Self::Unasked(signal) => signal,
            Self::FormerDue(signal) => signal,
        }
    }

    /// The name of its kind.
    pub fn kind(&self) -> &'static str {
        let place = match self {
            Self::Overdue(_) => 0,
            Self::Volume(_) => 1,
            Self::Interval(_) => 2,
            Self::Payment(_) => 3,
            Self::DroppedItem(_) => 4,
            Self::Hidden(_) => 5,
            Self::Complaint(_) => 6,
            Self::Returned(_) => 7,
            Self::Quality(_) => 8,
            Self::Event(_) => 9,
            Self::Competitor(_) => 10,
            Self::Hint(_) => 11,
            Self::Concentration(_) => 12,
            Self::Forgotten(_) => 13,
            Self::NothingNew(_) => 14,
            Self::Unasked(_) => 15,
            Self::FormerDue(_) => 16,
        };
        Self::KINDS[place]
    }
}

/// A cause made of one thing.
fn cause(of: impl fmt::Display) -> String {
    of.to_string()
}
