//! Why a verb did not do what it was asked: each with the sentence a person is told. Nothing was changed then.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::exchange::ReadError;
use crate::store::StoreError;

/// Why a verb did nothing.
#[derive(Debug, thiserror::Error)]
pub enum OpError {
    /// The file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// No client fits what was asked for.
    #[error("no client {asked}")]
    NoClient {
        /// What was asked for.
        asked: String,
    },
    /// Several clients fit.
    #[error("several clients fit {asked}")]
    Ambiguous {
        /// What was asked for.
        asked: String,
        /// Those that fit: at most twenty.
        candidates: Vec<Candidate>,
    },
    /// There is nothing to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is nothing to bring back.
    #[error("nothing to redo")]
    NothingToRedo,
    /// The file is open for looking only.
    #[error("looks only")]
    LooksOnly,
    /// What was to be written is empty.
    #[error("nothing was written")]
    Empty,
    /// A client or a person needs a name.
    #[error("no name")]
    NoName,
    /// What is said by hand needs a word why.
    #[error("no reason")]
    NoReason,
    /// No two clients are surely the same.
    #[error("no duplicates")]
    NoDuplicates,
    /// What was to be merged is one already, or are people of two clients.
    #[error("one already")]
    OneAlready,
    /// A former client was contacted often enough this year.
    #[error("contact {count} of the year with the former client {name}")]
    FormerEnough {
        /// Who it is.
        name: String,
        /// Which contact of the year it would be, from 1.
        count: usize,
    },
    /// Two that were to be merged have tax numbers of their own.
    #[error("tax numbers {one} and {other}")]
    TwoTaxIds {
        /// That of the one that was to stay.
        one: String,
        /// That of the other.
        other: String,
    },
    /// What was to be changed stands there already.
    #[error("nothing would change")]
    Unchanged,
    /// An order needs an amount.
    #[error("no amount in {typed}")]
    NoAmount {
        /// What was typed instead.
        typed: String,
    },
    /// An order is of more than nothing, and no more of it comes back than was ordered.
    #[error("amounts that no order has")]
    BadAmounts,
    /// No amount is larger than [`Money::MOST`].
    #[error("an amount larger than any")]
    TooLarge,
    /// A gift costs something or nothing.
    #[error("{amount:?} is below zero")]
    BelowZero {
        /// What was said.
        amount: Money,
    },
    /// There is no such open complaint.
    #[error("no open complaint")]
    NoComplaint,
    /// A complaint cannot go there from its step.
    #[error("no step")]
    NoStep {
        /// Whether it was to go forward from the last step, and not back before a change was made.
        forward: bool,
    },
    /// A complaint is closed with a word about what changed in the process.
    #[error("no lesson")]
    NoLesson,
    /// No competitor fits what was asked for, or several do.
    #[error("no competitor {asked}")]
    NoCompetitor {
        /// What was asked for.
        asked: String,
    },
    /// The orders do not fall.
    #[error("no fall")]
    NoFall,
    /// A former client is one that was closed, for a reason that is counted.
    #[error("a former client is one that was closed")]
    FormerByClosing,
    /// The client is closed already.
    #[error("closed")]
    Closed,
    /// The client is not closed.
    #[error("not closed")]
    NotClosed,
    /// It is on record for a day after today.
    #[error("on record for {day}")]
    Later {
        /// That day.
        day: NaiveDate,
    },
    /// A day that is not to come is needed.
    #[error("{day} is to come")]
    Ahead {
        /// The day that was named.
        day: NaiveDate,
    },
    /// No purchase of the client is on its way.
    #[error("no purchase")]
    NoPurchase,
    /// The client never ordered.
    #[error("no order")]
    NoOrder,
    /// There is no alert to answer.
    #[error("no alert")]
    NoAlert,
    /// Nothing of a client's alert was put off or dismissed.
    #[error("nothing to bring back")]
    NothingSilenced,
    /// There is no such event that lasts.
    #[error("no such event")]
    NoEvent,
    /// A day to come is needed.
    #[error("{day} has passed")]
    NotAhead {
        /// The day that was named.
        day: NaiveDate,
    },
    /// No news that are told now fit what was asked for, or several do.
    #[error("no news {asked}")]
    NoNews {
        /// What was asked for.
        asked: String,
    },
    /// No open promise fits what was asked for, or several do.
    #[error("no promise {asked}")]
    NoPromise {
        /// What was asked for.
        asked: String,
    },
    /// The catalogue has such a gift.
    #[error("{name} is there")]
    GiftThere {
        /// Its name.
        name: String,
    },
    /// The catalogue has no such gift.
    #[error("no gift {asked}")]
    NoGift {
        /// What was asked for.
        asked: String,
    },
    /// No entry of that kind has that id.
    #[error("no entry {asked}")]
    NoEntry {
        /// The id that was asked for.
        asked: String,
    },
    /// No person at the client fits what was asked for, or several do.
    #[error("no person {asked}")]
    NoPerson {
        /// What was asked for.
        asked: String,
    },
    /// A file to be brought in cannot be opened.
    #[error("cannot open {}", path.display())]
    CannotOpen {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        reason: std::io::ErrorKind,
    },
    /// A file to be brought in cannot be read as a table.
    #[error("cannot read {}", path.display())]
    CannotRead {
        /// Which file.
        path: PathBuf,
        /// Why.
        error: ReadError,
    },
    /// The person's own holiday file is there already.
    #[error("{} is there", path.display())]
    HolidaysThere {
        /// Where.
        path: PathBuf,
    },
    /// A file cannot be written.
    #[error("cannot write {}: {detail}", path.display())]
    CannotWrite {
        /// Which file.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// A lossless export can be put back into a file without clients only.
    #[error("the file holds clients")]
    NotEmpty,
    /// There is no such touch in the calendar.
    #[error("no touch {key}")]
    NoTouch {
        /// The key that was asked for.
        key: String,
    },
    /// The touch is done, or skipped.
    #[error("{key} is done")]
    AlreadyDone {
        /// Its key.
        key: String,
    },
    /// The touch was not skipped.
    #[error("{key} is not skipped")]
    NotSkipped {
        /// Its key.
        key: String,
    },
    /// There is no such absence.
    #[error("no absence {asked}")]
    NoAbsence {
        /// What was asked for.
        asked: String,
    },
    /// Days that touches are put on, or promises are due on, lie ahead.
    #[error("{day} has passed")]
    Behind {
        /// The day.
        day: NaiveDate,
    },
    /// An absence, or the time of news, ends before it begins.
    #[error("{to} is before {from}")]
    EndsBefore {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
    /// A row of the table cannot be meant.
    #[error("row {row} of the table")]
    BadRule {
        /// The row, from 1.
        row: usize,
        /// What is wrong with it.
        why: Message,
    },
    /// The person stopped it.
    #[error("stopped")]
    Stopped,
}

/// A client that fits what was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Its id.
    pub id: ClientId,
    /// Its name.
    pub name: String,
    /// Its external id.
    pub external_id: Option<String>,
    /// Its town.
    pub city: String,
}

impl OpError {
    /// The sentence a person is told.
    pub fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::NoClient { asked } => Message::new("error-no-client").with("asked", asked.as_str()),
            Self::Ambiguous { asked, candidates } => {
                Message::new("error-ambiguous").with("asked", asked.as_str()).with("n", candidates.len())
            }
            Self::NothingToUndo => Message::new("error-nothing-to-undo"),
            Self::NothingToRedo => Message::new("error-nothing-to-redo"),
            Self::LooksOnly => Message::new("error-looks-only"),
            Self::Empty => Message::new("error-empty"),
            Self::NoName => Message::new("error-no-name"),
            Self::NoReason => Message::new("error-no-reason"),
            Self::NoDuplicates => Message::new("error-no-duplicates"),
            Self::OneAlready => Message::new("error-one-already"),
            Self::FormerEnough { name, count } => {
                Message::new("error-former-enough").with("client", name.as_str()).with("n", *count)
            }
            Self::TwoTaxIds { one, other } => {
                Message::new("error-two-tax-ids").with("one", one.as_str()).with("other", other.as_str())
            }
            Self::Unchanged => Message::new("error-unchanged"),
            Self::NoAmount { typed } => Message::new("error-no-amount").with("typed", typed.as_str()),
            Self::BadAmounts => Message::new("error-bad-amounts"),
            Self::TooLarge => Message::new("error-too-large").with("money", Money::MOST),
            Self::BelowZero { amount } => Message::new("error-below-zero").with("money", *amount),
            Self::NoComplaint => Message::new("error-no-complaint"),
            Self::NoStep { forward: true } => Message::new("error-last-step"),
            Self::NoStep { forward: false } => Message::new("error-no-rework"),
            Self::NoLesson => Message::new("error-no-lesson"),
            Self::NoCompetitor { asked } => Message::new("error-no-competitor").with("asked", asked.as_str()),
            Self::NoFall => Message::new("error-no-fall"),
            Self::FormerByClosing => Message::new("error-former-by-closing"),
            Self::Closed => Message::new("error-closed"),
            Self::NotClosed => Message::new("error-not-closed"),
            Self::Later { day } => Message::new("error-later").with("day", *day),
            Self::Ahead { day } => Message::new("error-ahead").with("day", *day),
            Self::NoPurchase => Message::new("error-no-purchase"),
            Self::NoOrder => Message::new("error-no-order"),
            Self::NoAlert => Message::new("error-no-alert"),
            Self::NothingSilenced => Message::new("error-nothing-silenced"),
            Self::NoEvent => Message::new("error-no-event"),
            Self::NotAhead { day } => Message::new("error-not-ahead").with("day", *day),
            Self::NoNews { asked } => Message::new("error-no-news").with("asked", asked.as_str()),
            Self::NoPromise { asked } => Message::new("error-no-promise").with("asked", asked.as_str()),
            Self::GiftThere { name } => Message::new("error-gift-there").with("name", name.as_str()),
            Self::NoGift { asked } => Message::new("error-no-gift").with("asked", asked.as_str()),
            Self::NoEntry { asked } => Message::new("error-no-entry").with("asked", asked.as_str()),
            Self::NoPerson { asked } => Message::new("error-no-person").with("asked", asked.as_str()),
            Self::CannotOpen { path, reason } => {
                let key = match reason {
                    std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => "error-import-missing",
                    std::io::ErrorKind::IsADirectory => "error-import-folder",
                    std::io::ErrorKind::PermissionDenied => "error-import-denied",
                    _ => "error-import-unreadable",
                };
                Message::new(key).with("path", path.display().to_string())
            }
            Self::CannotRead { path, error } => {
                Message::new("error-import-file").with("path", path.display().to_string()).with("why", error.message())
            }
            Self::HolidaysThere { path } => {
                Message::new("error-holidays-there").with("path", path.display().to_string())
            }
            Self::CannotWrite { path, detail } => Message::new("cli-error-cannot-write")
                .with("path", path.display().to_string())
                .with("detail", detail.as_str()),
            Self::NotEmpty => Message::new("error-not-empty"),
            Self::NoTouch { key } => Message::new("error-no-touch").with("key", key.as_str()),
            Self::AlreadyDone { key } => Message::new("error-already-done").with("key", key.as_str()),
            Self::NotSkipped { key } => Message::new("error-not-skipped").with("key", key.as_str()),
            Self::NoAbsence { asked } => Message::new("error-no-absence").with("asked", asked.as_str()),
            Self::Behind { day } => Message::new("error-behind").with("day", *day),
            Self::EndsBefore { from, to } => Message::new("error-ends-before").with("from", *from).with("to", *to),
            Self::BadRule { row, why } => Message::new("error-bad-rule").with("row", *row).with("why", why.clone()),
            Self::Stopped => Message::new("error-stopped"),
        }
    }
}
