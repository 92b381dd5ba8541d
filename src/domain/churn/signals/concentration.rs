//! Too much of the revenue hangs on one client (DOMAIN R16).

use serde::{Deserialize, Serialize};

use super::{Family, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::churn::thresholds::Thresholds;
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;

/// From this part of the urgent share on it is worth a note.
const NEAR: f64 = 0.75;
/// By how much a share may fall short for having been divided.
const ROUNDED: f64 = 1e-12;

/// How much of the revenue of twelve months hangs on one client.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Concentration {
    /// Its share of the revenue, 0 to 1.
    pub share: f64,
    /// What it brought: the gap if it leaves.
    pub revenue: Money,
    /// How many average other clients would fill the gap; 0 where there is no other.
    pub average_clients: i64,
    /// The share from which the portfolio is to be widened, 0 to 1.
    #[serde(default = "usual_urgent_share")]
    pub urgent_share: f64,
}

/// See [`Thresholds::urgent_share`].
fn usual_urgent_share() -> f64 {
    Thresholds::default().urgent_share
}

impl Concentration {
    /// What hangs on a client that brought `revenue` of `total`, which `payers` clients brought together.
    pub fn of(revenue: Money, total: Money, payers: usize, urgent_share: f64) -> Option<Self> {
        if revenue.0 <= 0 || total.0 <= 0 {
            return None;
        }
        let others = payers.saturating_sub(1);
        let average = (total - revenue).units() / others.max(1) as f64;
        let average_clients = if others > 0 && average > 0.0 { (revenue.units() / average).ceil() as i64 } else { 0 };
        let share = revenue.units() / total.units();
        Some(Self { share, revenue, average_clients, urgent_share })
    }

    /// The revenue from which it is worth a word, of that `total`.
    pub fn least(total: Money, urgent_share: f64) -> Money {
        Money::from_units(total.units() * NEAR * urgent_share)
    }

    /// Whether it is as much as to be spoken of.
    pub fn is_worth_a_word(&self) -> bool {
        self.share >= NEAR * self.urgent_share - ROUNDED
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(key)
            .with("share", Arg::Share(self.share))
            .with("revenue", self.revenue)
            .with("average", self.average_clients)
    }
}

impl Signal for Concentration {
    fn level(&self) -> Level {
        if self.share >= self.urgent_share - ROUNDED { Level::Watch } else { Level::Note }
    }

    fn family(&self) -> Family {
        Family::Own
    }

    /// Another twentieth of the revenue is another fact.
    fn cause(&self) -> String {
        super::cause((self.share * 20.0).floor())
    }

    fn advice(&self) -> Advice {
        Advice::Widen
    }

    fn short(&self) -> Message {
        self.say("reason-concentration-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-concentration")
    }
}
