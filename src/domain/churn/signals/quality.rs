//! The client finds its orders worse and worse: that "it will do" is the commonest motive to leave (DOMAIN R30).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal, cause};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::Message;

/// The last three evaluations, each worse than the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quality {
    /// Of each, how much was better than it should be, less what was wanting; the oldest first.
    pub balances: [i64; 3],
    /// The day of the last one.
    pub last: NaiveDate,
}

impl Quality {
    /// Whether the last three evaluations of a client fall.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let made: Vec<_> = known.evaluations.iter().filter(|(day, _)| *day <= known.today).collect();
        let [.., first, second, (last, third)] = made.as_slice() else { return None };
        let balances = [first.1.balance(), second.1.balance(), third.balance()];
        (balances[0] > balances[1] && balances[1] > balances[2]).then_some(Self { balances, last: *last })
    }

    fn say(&self, key: &'static str) -> Message {
        let [first, second, third] = self.balances;
        Message::new(key).with("first", first).with("second", second).with("third", third).with("last", self.last)
    }
}

impl Signal for Quality {
    fn level(&self) -> Level {
        Level::Watch
    }

    fn family(&self) -> Family {
        Family::Quality
    }

    fn cause(&self) -> String {
        cause(self.last)
    }

    fn advice(&self) -> Advice {
        Advice::Ask
    }

    fn short(&self) -> Message {
        self.say("reason-quality-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-quality")
    }
}
