//! What happened with a client, of whatever kind, as one entry among others.

use chrono::{DateTime, NaiveDate, Utc};

use super::churn::Dismissal;
use super::evaluation::Evaluation;
use super::event::EventKind;
use super::money::Money;
use super::order::OrderLine;
use super::process::Process;
use super::promise::{Moved, PromiseEnd};
use super::touch::{Details, Marks, Outcome, TouchKind};

/// What kind of entry, with what only that kind has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimelineKind {
    /// A touch.
    Touch {
        /// Its kind.
        kind: TouchKind,
        /// How it ended.
        outcome: Outcome,
        /// What was felt.
        marks: Marks,
        /// What was given.
        item: String,
        /// With whom.
        person: Option<String>,
        /// What else was said of it.
        details: Details,
        /// What the row of the table is for that it answered, where it answered one.
        process: Option<Process>,
    },
    /// An order.
    Order {
        /// Its number, where it has one.
        number: String,
        /// What came back of it.
        returned: Money,
        /// Its currency where it is not the book's.
        currency: Option<String>,
        /// What it was made of, where that is known.
        lines: Vec<OrderLine>,
        /// The day payment was due.
        due: Option<NaiveDate>,
        /// The day it was paid.
        paid: Option<NaiveDate>,
    },
    /// A note.
    Note,
    /// A complaint.
    Complaint {
        /// The day it was settled.
        closed_on: Option<NaiveDate>,
        /// What changed in the process then.
        lesson: String,
    },
    /// A promise, on the day it was made.
    Promise {
        /// Whether the client made it, and not we.
        theirs: bool,
        /// The day by which.
        due: NaiveDate,
        /// The department it waits on.
        waits_on: String,
        /// How it ended, and when.
        ended: Option<(PromiseEnd, NaiveDate)>,
        /// A word why it was not kept.
        why: String,
        /// How often it was put on another day, and the day it was made for.
        moved: Option<Moved>,
        /// To whom, or by whom.
        person: Option<String>,
    },
    /// How it found an order.
    Evaluation(Evaluation),
    /// Something that happened at the client.
    Event {
        /// What.
        kind: EventKind,
        /// The day it was over.
        ended_on: Option<NaiveDate>,
    },
    /// A concession that was made.
    Concession,
    /// Work done for nothing.
    FreeWork,
    /// A competitor that came; its name is the text.
    Competitor {
        /// The piece it has; empty if unknown.
        piece: String,
        /// How great the threat is, 0 to 3.
        threat: u8,
        /// The day it was gone.
        gone_on: Option<NaiveDate>,
    },
    /// An answer to an alert; what was written about it is the text.
    Answer {
        /// The names of the kinds of the reasons that were answered.
        reasons: Vec<String>,
        /// Until when the alert sleeps, where it was put off.
        until: Option<NaiveDate>,
        /// Why, where it was dismissed.
        dismissal: Option<Dismissal>,
    },
    /// Another client, or somebody there, was merged with one; its text is what else that one was known by.
    Merged {
        /// What that one was called.
        name: String,
    },
}

/// Which entries of a timeline are asked for: up to today, but for [`Kinds::Ahead`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kinds {
    /// Every entry.
    #[default]
    All,
    /// Touches of one kind.
    Touch(TouchKind),
    /// Orders.
    Order,
    /// Notes.
    Note,
    /// Promises.
    Promise,
    /// Complaints.
    Complaint,
    /// How orders were found.
    Evaluation,
    /// What happened at the client.
    Event,
    /// Concessions.
    Concession,
    /// Work done for nothing.
    FreeWork,
    /// Competitors.
    Competitor,
    /// Answers to alerts.
    Answer,
    /// What was merged.
    Merged,
    /// Every entry dated after today.
    Ahead,
}

impl Kinds {
    /// Every choice, in the order in which they are listed.
    pub const ALL: [Self; 20] = [
        Self::All,
        Self::Touch(TouchKind::Call),
        Self::Touch(TouchKind::Message),
        Self::Touch(TouchKind::Email),
        Self::Touch(TouchKind::Mail),
        Self::Touch(TouchKind::Meeting),
        Self::Touch(TouchKind::Gift),
        Self::Touch(TouchKind::Event),
        Self::Order,
        Self::Note,
        Self::Promise,
        Self::Complaint,
        Self::Evaluation,
        Self::Event,
        Self::Concession,
        Self::FreeWork,
        Self::Competitor,
        Self::Answer,
        Self::Merged,
        Self::Ahead,
    ];

    /// The name used on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Touch(kind) => kind.name(),
            Self::Order => "order",
            Self::Note => "note",
            Self::Promise => "promise",
            Self::Complaint => "complaint",
            Self::Evaluation => "evaluation",
            Self::Event => "client_event",
            Self::Concession => "concession",
            Self::FreeWork => "free_work",
            Self::Competitor => "competitor",
            Self::Answer => "alert",
            Self::Merged => "merged",
            Self::Ahead => "ahead",
        }
    }

    /// The choice of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kinds| kinds.name() == name)
    }
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// Its id: unique among entries of its kind.
    pub id: i64,
    /// The day it counts for.
    pub day: NaiveDate,
    /// The moment it was made, for what has one.
    pub at: Option<DateTime<Utc>>,
    /// What kind of entry.
    pub kind: TimelineKind,
    /// The amount of an order, the cost of a gift or a concession, what free work is worth.
    pub amount: Option<Money>,
    /// What was written.
    pub text: String,
    /// Marked as important.
    pub important: bool,
}

impl TimelineEntry {
    /// The entry as it was known on a day: what ended later had not ended.
    #[must_use]
    pub fn known_on(mut self, today: NaiveDate) -> Self {
        let known = |ended: &mut Option<NaiveDate>| *ended = ended.filter(|day| *day <= today);
        match &mut self.kind {
            TimelineKind::Order { paid: ended, .. }
            | TimelineKind::Event { ended_on: ended, .. }
            | TimelineKind::Competitor { gone_on: ended, .. } => known(ended),
            TimelineKind::Complaint { closed_on, lesson } => {
                known(closed_on);
                if closed_on.is_none() {
                    lesson.clear();
                }
            }
            TimelineKind::Promise { ended, why, .. } => {
                *ended = ended.filter(|(_, day)| *day <= today);
                if ended.is_none() {
                    why.clear();
                }
            }
            _ => {}
        }
        self
    }
}
