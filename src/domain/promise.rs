//! A promise between us and a client (DOMAIN R24, R69): what, by when, on whom it waits, and what became of it.

use chrono::NaiveDate;

use super::ids::{ClientId, PersonId, PromiseId};

/// What is promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promised {
    /// Whether the client promised it, and not we.
    pub theirs: bool,
    /// What.
    pub text: String,
    /// The day by which.
    pub due: NaiveDate,
    /// The department it waits on; empty for none.
    pub waits_on: String,
}

/// How a promise ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromiseEnd {
    /// It was kept.
    Kept,
    /// It was not.
    Broken,
    /// Nobody wants it any more.
    Dropped,
}

impl PromiseEnd {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Kept, Self::Broken, Self::Dropped];

    /// The name used in the file and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Broken => "broken",
            Self::Dropped => "dropped",
        }
    }

    /// The way of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.name() == name)
    }

    /// The key of its words, with the `day` on which it ended.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kept => "promise-kept",
            Self::Broken => "promise-broken",
            Self::Dropped => "promise-dropped",
        }
    }
}

/// A promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// Its id.
    pub id: PromiseId,
    /// Between us and which client.
    pub client: ClientId,
    /// To which person there, or by whom.
    pub person: Option<PersonId>,
    /// What is promised.
    pub what: Promised,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// How it ended, and when; `None` while it is open.
    pub ended: Option<(PromiseEnd, NaiveDate)>,
    /// A word why it was not kept.
    pub why: String,
    /// How often it was put on another day, and the day it was made for; `None` where it never was.
    pub moved: Option<Moved>,
}

impl Promise {
    /// The promise as it was known on a day: what ended later had not ended.
    #[must_use]
    pub fn known_on(self, today: NaiveDate) -> Self {
        match self.ended {
            Some((_, day)) if day > today => Self { ended: None, why: String::new(), ..self },
            _ => self,
        }
    }
}

/// A promise that stands on another day than it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// How often its day was changed.
    pub times: u32,
    /// The day by which it was promised first.
    pub first_due: NaiveDate,
}

/// How promises were kept: of those that came due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeptRate {
    /// How many were kept or broken, or are open past their day. What was dropped was owed no more.
    pub due: usize,
    /// How many of them were kept.
    pub kept: usize,
    /// How many of these after their day.
    pub late: usize,
}

impl KeptRate {
    /// How promises were kept, as seen on a day.
    pub fn of<'a>(promises: impl IntoIterator<Item = &'a Promise>, today: NaiveDate) -> Self {
        let mut rate = Self::default();
        for promise in promises {
            let (counts, kept, late) = match promise.ended {
                None => (promise.what.due < today, false, false),
                Some((PromiseEnd::Kept, on)) => (true, true, on > promise.what.due),
                Some((PromiseEnd::Broken, _)) => (true, false, false),
                Some((PromiseEnd::Dropped, _)) => (false, false, false),
            };
            rate.due += usize::from(counts);
            rate.kept += usize::from(kept);
            rate.late += usize::from(late);
        }
        rate
    }

    /// The share that was kept, 0 to 1; `None` where nothing came due.
    pub fn share(self) -> Option<f64> {
        (self.due > 0).then(|| self.kept as f64 / self.due as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_those_due_the_kept_ones_count_and_the_dropped_ones_do_not() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 11, n).unwrap();
        let promise = |due, ended| Promise {
            id: PromiseId(1),
            client: ClientId(2),
            person: None,
            what: Promised { theirs: false, text: "a list".into(), due: day(due), waits_on: String::new() },
            made_on: day(1),
            ended,
            why: String::new(),
            moved: None,
        };
        let promises = [
            promise(10, Some((PromiseEnd::Kept, day(10)))),
            promise(10, Some((PromiseEnd::Kept, day(11)))),
            promise(30, Some((PromiseEnd::Kept, day(12)))),
            promise(30, Some((PromiseEnd::Broken, day(12)))),
            promise(10, Some((PromiseEnd::Dropped, day(12)))),
            promise(23, None),
            promise(24, None),
            promise(25, None),
        ];
        let rate = KeptRate::of(&promises, day(24));
        assert_eq!(rate, KeptRate { due: 5, kept: 3, late: 1 });
        assert_eq!((rate.share(), KeptRate::default().share()), (Some(0.6), None));
    }
}
