//! What a person said of a client and of its people, in sentences: with what it means for dealing with them.

use chrono::NaiveDate;

use super::receipt::touch_key;
use super::{Card, stage_message};
use crate::domain::churn::Score;
use crate::domain::client::{BuyerType, Client, Manner, Ties};
use crate::domain::event::EventKind;
use crate::domain::message::{Arg, Message};
use crate::domain::person::Person;
use crate::domain::status::StatusStep;

impl Card {
    /// What happened at the client and is not over: how much it is, then each by name; nothing where the alert names the one.
    pub fn events(&self) -> Vec<Message> {
        if self.events.len() < 2 {
            return Vec::new();
        }
        let event = |(kind, day): &(EventKind, NaiveDate)| {
            Message::new("card-event").with("what", Message::new(kind.key())).with("day", *day)
        };
        let count = Message::new("card-events").with("n", self.events.len());
        std::iter::once(count).chain(self.events.iter().map(event)).collect()
    }

    /// How often it usually orders, and whether a person said so; `None` where it never ordered.
    pub fn rhythm(&self) -> Option<Message> {
        let Some(score) = self.score.filter(Score::has_rhythm) else {
            let typed =
                self.client.interval.map(|typed| Message::new("card-rhythm-by-hand").with("days", i64::from(typed)));
            return typed.or_else(|| self.score.map(|_| Message::new("card-rhythm-unknown")));
        };
        let key = if score.by_hand { "card-rhythm-by-hand" } else { "card-rhythm" };
        Some(Message::new(key).with("days", score.told_days().round() as i64))
    }

    /// How far its purchase has come, and what it chooses by.
    pub fn stage(&self) -> Option<Message> {
        let purchase = self.purchase.as_ref()?;
        let stage = stage_message(purchase.stage);
        if purchase.criterion.is_empty() {
            return Some(stage);
        }
        Some(Message::new("card-stage-by").with("stage", stage).with("text", purchase.criterion.as_str()))
    }

    /// Why it stands where it does, of the steps on its way there; `None` where the last of them says it.
    pub fn unmoved(&self, steps: &[StatusStep]) -> Option<Message> {
        // Where a person said that its orders tell, and there are none, its stage tells.
        let moved = self.derived.order_days > 0 || steps.last().is_some_and(|step| step.status.is_some());
        (!moved).then(|| match self.purchase.as_ref().filter(|purchase| purchase.stage.is_on_the_way()) {
            Some(purchase) => Message::new("status-by-stage").with("stage", stage_message(purchase.stage)),
            None => Message::new("status-by-nothing"),
        })
    }

    /// That it is on the black list.
    pub fn barred(&self) -> Option<Message> {
        let (since, why) = self.client.barred.as_ref()?;
        Some(Message::new("card-barred").with("day", *since).with("text", why.as_str()))
    }

    /// What the gaps between its orders hint at: a line before a talk, not for every look at the card.
    pub fn hint(&self) -> Option<Message> {
        let (manner, scatter) = self.hinted?;
        Some(Message::new(hint_key(manner)).with("scatter", Arg::Share(scatter)))
    }

    /// What the client values, and what it puts up with.
    pub fn values(&self) -> Vec<Message> {
        let said = |key, text: &str| (!text.is_empty()).then(|| Message::new(key).with("text", text));
        let Client { values, puts_up_with, .. } = &self.client;
        said("card-values", values).into_iter().chain(said("card-puts-up-with", puts_up_with)).collect()
    }

    /// What else was said of the client.
    pub fn about(&self) -> Vec<Message> {
        let client = &self.client;
        [
            client.call_hours.map(|hours| Message::new("card-call-hours").with("hours", hours.to_string())),
            client.buyer.map(|buyer| Message::new(buyer_key(buyer))),
            client.ties.map(|ties| Message::new(ties_key(ties))),
            client.manner.map(|manner| Message::new(manner_key(manner))),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// How a person likes to be contacted, how not, and what is not to be mentioned.
pub fn wishes(person: &Person) -> Vec<Message> {
    let with_kind = |key, kind| Message::new(key).with("kind", Message::new(touch_key(kind)));
    let prefers = person.prefers.map(|kind| with_kind("person-likes", kind));
    let declines = person.declines.iter().map(|kind| with_kind("person-avoids", *kind));
    let unsaid = (!person.unsaid.is_empty()).then(|| Message::new("person-hush").with("text", person.unsaid.as_str()));
    let all = prefers.into_iter().chain(declines).chain(unsaid);
    all.map(|wish| wish.with("client", person.name.as_str())).collect()
}

/// A buyer's type with the advice for it (DOMAIN R72).
fn buyer_key(buyer: BuyerType) -> &'static str {
    match buyer {
        BuyerType::Loyal => "private-buyer-loyal",
        BuyerType::Discount => "private-buyer-discount",
        BuyerType::Impulse => "private-buyer-impulse",
        BuyerType::Need => "private-buyer-need",
        BuyerType::Wandering => "private-buyer-wandering",
    }
}

/// What binds the client, with what would bind it more (DOMAIN R63).
fn ties_key(ties: Ties) -> &'static str {
    match ties {
        Ties::Price => "private-ties-price",
        Ties::Social => "private-ties-social",
        Ties::Structural => "private-ties-structural",
    }
}

/// How the client chooses, with what that asks for (DOMAIN R64).
fn manner_key(manner: Manner) -> &'static str {
    match manner {
        Manner::Adherent => "private-manner-adherent",
        Manner::Rational => "private-manner-rational",
    }
}

/// What the gaps between its orders hint at.
fn hint_key(manner: Manner) -> &'static str {
    match manner {
        Manner::Adherent => "private-hint-adherent",
        Manner::Rational => "private-hint-rational",
    }
}
