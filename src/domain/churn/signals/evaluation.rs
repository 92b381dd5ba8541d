//! A client nobody asks how it finds what it gets: a client turns regular only through a purchase it found good, and what
//! was wanting is not heard of by itself (DOMAIN R7-R8).

use serde::{Deserialize, Serialize};

use super::{Family, Known, Lapse, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::Message;
use crate::domain::status::Status;

/// One who ordered within so many days can still tell.
const ORDERED_WITHIN: i64 = 365;

/// Nobody asked for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unasked(pub Lapse);

impl Unasked {
    /// Whether a regular client who ordered within a year was asked once, and not for long since. Of one never asked the
    /// card tells: to raise it for all of them on the day the first is asked would drown the rest.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let silent = (known.today - known.history.last()?).num_days();
        if known.status != Status::Regular || silent > ORDERED_WITHIN {
            return None;
        }
        let asked = known.evaluations.iter().map(|(day, _)| *day);
        Lapse::of(known, asked, known.thresholds.unasked_days).filter(|lapse| lapse.since.is_some()).map(Self)
    }
}

impl Signal for Unasked {
    fn level(&self) -> Level {
        Level::Note
    }

    fn family(&self) -> Family {
        Family::Own
    }

    fn cause(&self) -> String {
        self.0.cause()
    }

    fn advice(&self) -> Advice {
        Advice::Evaluate
    }

    fn short(&self) -> Message {
        self.0.say("reason-unasked-short")
    }

    fn sentence(&self) -> Message {
        self.0.say("reason-unasked")
    }
}
