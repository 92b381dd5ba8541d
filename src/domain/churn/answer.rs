//! How a person answered an alert, and for how long that silences it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::alert::Level;
use super::signals::Reason;

/// Why an alert was dismissed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dismissal {
    /// It is not so.
    NotTrue,
    /// It is the season.
    Seasonal,
    /// The client left, and that is known.
    Left,
    /// Somebody is at it.
    InWork,
    /// Something else.
    Other,
    /// A client was dropped: no purchase is foreseen soon (DOMAIN R23).
    NoNeed,
    /// The relation with somebody there is spoiled.
    Spoiled,
    /// It was disappointed by a purchase.
    Disappointed,
    /// It took too much effort to want it again.
    TooMuchEffort,
}

impl Dismissal {
    /// Every reason, in the order of the digits that choose them.
    pub const ALL: [Self; 9] = [
        Self::NotTrue,
        Self::Seasonal,
        Self::Left,
        Self::InWork,
        Self::Other,
        Self::NoNeed,
        Self::Spoiled,
        Self::Disappointed,
        Self::TooMuchEffort,
    ];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotTrue => "not_true",
            Self::Seasonal => "seasonal",
            Self::Left => "left",
            Self::InWork => "in_work",
            Self::Other => "other",
            Self::NoNeed => "no_need",
            Self::Spoiled => "spoiled",
            Self::Disappointed => "disappointed",
            Self::TooMuchEffort => "too_much_effort",
        }
    }

    /// The reason of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|reason| reason.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotTrue => "dismissal-not-true",
            Self::Seasonal => "dismissal-seasonal",
            Self::Left => "dismissal-left",
            Self::InWork => "dismissal-in-work",
            Self::Other => "dismissal-other",
            Self::NoNeed => "dismissal-no-need",
            Self::Spoiled => "dismissal-spoiled",
            Self::Disappointed => "dismissal-disappointed",
            Self::TooMuchEffort => "dismissal-too-much-effort",
        }
    }
}

/// The answer to one reason of an alert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The name of the reason's kind.
    pub kind: String,
    /// What caused it.
    pub cause: String,
    /// How loudly it spoke: louder is news.
    pub level: Level,
    /// The day of the answer.
    pub day: NaiveDate,
    /// Until when it sleeps; `None` for one that was dismissed, which it stays until the facts change.
    pub until: Option<NaiveDate>,
    /// Why it was dismissed; `None` for one that was put off.
    pub dismissal: Option<Dismissal>,
    /// What was written about it.
    pub note: String,
}

/// A reason that a person's answer silences.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Silenced {
    /// The reason.
    pub reason: Reason,
    /// The answer.
    pub answer: Answer,
}

/// What answers make of a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing<'a> {
    /// It speaks.
    Open,
    /// It speaks again after it was put off.
    Woken,
    /// This answer silences it.
    Silent(&'a Answer),
}

impl<'a> Standing<'a> {
    /// How a reason stands on `today`; later answers are not looked at, of the others the last one holds.
    pub(super) fn of(reason: &Reason, answers: &'a [Answer], today: NaiveDate) -> Self {
        let signal = reason.signal();
        let (kind, cause, level) = (reason.kind(), signal.cause(), signal.level());
        let same = answers.iter().filter(|answer| answer.kind == kind && answer.cause == cause && answer.day <= today);
        match same.max_by_key(|answer| answer.day) {
            Some(answer) if answer.until.is_some_and(|until| until <= today) => Self::Woken,
            Some(answer) if answer.level >= level => Self::Silent(answer),
            _ => Self::Open,
        }
    }
}
