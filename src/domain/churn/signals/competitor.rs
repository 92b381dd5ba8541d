//! A competitor at the client that pulls on our volume, or one that was invited as a hint (DOMAIN R44-R45).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::competitor::Competitor;
use crate::domain::message::Message;

/// From this weight on (its threat, one more where it works at a loss) a competitor is a watch; below it is a note, and of
/// no weight it has its own piece and is nothing to speak of.
const WATCH_FROM: u8 = 2;

/// A competitor to speak of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rival {
    /// Its name.
    pub name: String,
    /// How great the threat is, 0 to 3.
    pub threat: u8,
    /// Whether it works at a loss.
    pub losing: bool,
    /// Whether it was invited as a hint, and nothing is decided about that.
    pub hint: bool,
    /// The day it was noted.
    pub since: NaiveDate,
    /// Days since then.
    pub days: i64,
}

impl Rival {
    /// The competitor of a client that weighs most, hints that are still to be decided about left out.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let here =
            known.rivals.iter().filter(|one| one.since <= known.today && !one.is_open_hint() && one.weight() > 0);
        here.max_by_key(|one| one.weight()).map(|one| Self::told(one, known.today))
    }

    /// The oldest hint about which nothing is decided.
    pub(super) fn hint_of(known: &Known<'_>) -> Option<Self> {
        let hints = known.rivals.iter().filter(|one| one.since <= known.today && one.is_open_hint());
        hints.min_by_key(|one| one.since).map(|one| Self::told(one, known.today))
    }

    fn told(one: &Competitor, today: NaiveDate) -> Self {
        let what = &one.what;
        Self {
            name: what.name.clone(),
            threat: what.threat,
            losing: what.losing,
            hint: one.is_open_hint(),
            since: one.since,
            days: (today - one.since).num_days(),
        }
    }

    fn weight(&self) -> u8 {
        self.threat + u8::from(self.losing)
    }

    fn say(&self, key: &'static str, hint: &'static str) -> Message {
        let said = Message::new(if self.hint { hint } else { key }).with("text", self.name.as_str());
        said.with("threat", i64::from(self.threat)).with("day", self.since).with("days", self.days)
    }
}

impl Signal for Rival {
    fn level(&self) -> Level {
        if self.hint || self.weight() >= WATCH_FROM { Level::Watch } else { Level::Note }
    }

    fn family(&self) -> Family {
        Family::Event
    }

    /// A greater weight is another fact.
    fn cause(&self) -> String {
        format!("{} {} {}", self.name, self.since, self.weight())
    }

    fn advice(&self) -> Advice {
        if self.hint { Advice::Decide } else { Advice::Visit }
    }

    fn short(&self) -> Message {
        self.say("reason-competitor-short", "reason-hint-short")
    }

    fn sentence(&self) -> Message {
        if !self.hint && self.losing {
            return self.say("reason-competitor-losing", "reason-hint");
        }
        self.say("reason-competitor", "reason-hint")
    }
}
