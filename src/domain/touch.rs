//! A touch: one contact with a client that happened, and what was felt in it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{ClientId, PersonId, TouchId};
use super::money::Money;
use super::table::Purpose;

/// The kinds of contact, one list for rules, log and command line. A note is no touch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TouchKind {
    /// A talk by telephone.
    Call,
    /// A messenger or a social network.
    Message,
    /// An e-mail.
    Email,
    /// Printed matter by post.
    Mail,
    /// A meeting or a visit.
    Meeting,
    /// A gift or a souvenir.
    Gift,
    /// An invitation to an event.
    Event,
}

impl TouchKind {
    /// Every kind, in the order in which they are listed.
    pub const ALL: [Self; 7] =
        [Self::Call, Self::Message, Self::Email, Self::Mail, Self::Meeting, Self::Gift, Self::Event];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Message => "message",
            Self::Email => "email",
            Self::Mail => "mail",
            Self::Meeting => "meeting",
            Self::Gift => "gift",
            Self::Event => "event",
        }
    }

    /// The kind of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How a contact ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// The client was reached.
    #[default]
    Reached,
    /// Nobody answered.
    NoAnswer,
    /// The client asked to be called back.
    CallBack,
    /// The client was reached and refused.
    Refused,
}

impl Outcome {
    /// Every outcome, in the order in which the arrow keys go through them.
    pub const ALL: [Self; 4] = [Self::Reached, Self::NoAnswer, Self::CallBack, Self::Refused];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Reached => "reached",
            Self::NoAnswer => "no_answer",
            Self::CallBack => "call_back",
            Self::Refused => "refused",
        }
    }

    /// The outcome of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }

    /// Whether a conversation took place, so that the touch counts as done and answers an alert.
    pub fn took_place(self) -> bool {
        matches!(self, Self::Reached | Self::Refused)
    }
}

/// How far an invitation to an event came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Invited {
    /// The client was invited.
    #[default]
    Asked,
    /// It means to come.
    Accepted,
    /// It came.
    Came,
}

impl Invited {
    /// Every step, in the order in which they are taken.
    pub const ALL: [Self; 3] = [Self::Asked, Self::Accepted, Self::Came];

    /// The name used in JSON and on the command line; the file names the later two.
    pub fn name(self) -> &'static str {
        match self {
            Self::Asked => "invited",
            Self::Accepted => "accepted",
            Self::Came => "came",
        }
    }

    /// The step of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }
}

/// How a contact of a kind may have ended, in the order in which the arrow keys go through them. A gift is given.
pub fn endings(kind: TouchKind) -> &'static [(Outcome, Invited)] {
    use Invited::{Accepted, Asked, Came};
    use Outcome::{CallBack, NoAnswer, Reached, Refused};
    match kind {
        TouchKind::Gift => &[(Reached, Asked)],
        TouchKind::Event => {
            &[(Reached, Asked), (Reached, Accepted), (Reached, Came), (Refused, Asked), (NoAnswer, Asked)]
        }
        _ => &[(Reached, Asked), (NoAnswer, Asked), (CallBack, Asked), (Refused, Asked)],
    }
}

/// The four hidden signals of a client about to leave (DOMAIN R26), each one key in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Slow or no reaction to offers.
    Slow,
    /// Avoids contact.
    Avoids,
    /// Grows distant.
    Distant,
    /// Refuses hard over a trifle.
    HardRefusal,
}

impl Mark {
    /// Every mark, in the order of the keys F5 to F8.
    pub const ALL: [Self; 4] = [Self::Slow, Self::Avoids, Self::Distant, Self::HardRefusal];

    /// The name used in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Slow => "slow",
            Self::Avoids => "avoids",
            Self::Distant => "distant",
            Self::HardRefusal => "hard_refusal",
        }
    }
}

/// A set of [`Mark`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Marks(u8);

impl Marks {
    /// The set kept as `bits`, one bit a mark in the order of [`Mark::ALL`]; other bits are dropped.
    pub fn from_bits(bits: u8) -> Self {
        Self(bits & 0b1111)
    }

    /// The set as bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether the set holds `mark`.
    pub fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// Puts the mark in, or takes it out again.
    pub fn toggle(&mut self, mark: Mark) {
        self.0 ^= 1 << mark as u8;
    }

    /// The marks of the set, in the order of [`Mark::ALL`].
    pub fn iter(self) -> impl Iterator<Item = Mark> {
        Mark::ALL.into_iter().filter(move |mark| self.has(*mark))
    }
}

/// What may be said of a touch beside how it ended and what was said in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Whether the client made the contact, and not we.
    pub theirs: bool,
    /// How long it took: 1 to 1,440 minutes.
    pub minutes: Option<u16>,
    /// What it was for (DOMAIN R53).
    pub purpose: Option<Purpose>,
    /// How much it took out of us, 1 to 5 (DOMAIN R37).
    pub drain: Option<u8>,
    /// How likely the client would recommend us, 0 to 10, as it answered (DOMAIN R56).
    pub nps: Option<u8>,
    /// Meant to impress (DOMAIN R70).
    pub wow: bool,
    /// How far an invitation came.
    pub invited: Invited,
}

impl Details {
    /// The longest a contact may take, in minutes: a day.
    pub const MINUTES: u16 = 1_440;
    /// The most a contact may take out of somebody.
    pub const DRAIN: u8 = 5;
    /// The best answer to how likely the client would recommend us.
    pub const NPS: u8 = 10;
}

/// A contact that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touch {
    /// Its id.
    pub id: TouchId,
    /// With which client.
    pub client: ClientId,
    /// With which person there, where that is known.
    pub person: Option<PersonId>,
    /// What kind of contact.
    pub kind: TouchKind,
    /// The local day it counts for.
    pub day: NaiveDate,
    /// The moment it was made.
    pub at: DateTime<Utc>,
    /// How it ended.
    pub outcome: Outcome,
    /// What was said.
    pub note: String,
    /// What was given, for a gift.
    pub item: String,
    /// What the gift cost, where it was said.
    pub cost: Option<Money>,
    /// What was felt.
    pub marks: Marks,
    /// Marked as important by the person (`!`).
    pub important: bool,
    /// What else was said of it.
    pub details: Details,
}

/// What the calendar and the alerts need of a touch that took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Which touch it was.
    pub id: TouchId,
    /// What kind of contact.
    pub kind: TouchKind,
    /// The day it counts for.
    pub day: NaiveDate,
}
