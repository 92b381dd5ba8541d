//! Nothing but orders and the same talks for long: quality slips unseen, and a fresh offer finds an open ear (DOMAIN R18,
//! R29).

use serde::{Deserialize, Serialize};

use super::{Family, Known, Lapse, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::message::Message;
use crate::domain::status::Status;
use crate::domain::touch::TouchKind;

/// From so many days of orders on a client is a long-standing one.
const LONG_STANDING: i64 = 730;

/// No meeting, gift or invitation for long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NothingNew(pub Lapse);

impl NothingNew {
    /// Whether a long-standing client has had nothing new for long.
    pub(super) fn of(known: &Known<'_>) -> Option<Self> {
        let first = known.history.days().first()?.day;
        if known.status != Status::Regular || (known.today - first).num_days() < LONG_STANDING {
            return None;
        }
        let fresh = [TouchKind::Meeting, TouchKind::Gift, TouchKind::Event];
        let touches = known.contacts.iter().filter(|contact| fresh.contains(&contact.kind));
        Lapse::of(known, touches.map(|contact| contact.day), known.thresholds.novelty_days).map(Self)
    }
}

impl Signal for NothingNew {
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
        Advice::Visit
    }

    fn short(&self) -> Message {
        self.0.say("reason-nothing-new-short")
    }

    fn sentence(&self) -> Message {
        self.0.say(if self.0.since.is_some() { "reason-nothing-new" } else { "reason-nothing-new-ever" })
    }
}
