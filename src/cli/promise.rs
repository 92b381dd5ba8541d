//! `regulars promise`, `keep-promise`, `move-promise`, `break-promise`, `drop-promise`, and `regulars promises`: those that are open.

use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::records::PromiseRecord;
use super::{Session, entry_asked, phrases, text};
use crate::domain::ids::PromiseId;
use crate::domain::promise::{KeptRate, PromiseEnd, Promised};
use crate::ops::{PromiseRow, Promises};

/// What `promises --json` answers, and `show --json` of one client.
#[derive(Serialize)]
pub struct PromisesRecord<'a> {
    /// Those that are open, the longest due first.
    open: Vec<PromiseRecord<'a>>,
    /// How we kept ours.
    ours: RateRecord,
    /// How they kept theirs.
    theirs: RateRecord,
}

/// How promises were kept.
#[derive(Serialize)]
struct RateRecord {
    /// How many came due: kept, broken, or open past their day.
    due: usize,
    /// How many of them were kept.
    kept: usize,
    /// How many of these after their day.
    late: usize,
    /// The share that was kept; null where none came due.
    rate: Option<f64>,
}

impl<'a> PromisesRecord<'a> {
    /// The record of promises.
    pub fn of(promises: &'a Promises) -> Self {
        let rate = |rate: KeptRate| RateRecord { due: rate.due, kept: rate.kept, late: rate.late, rate: rate.share() };
        Self {
            open: promises.open.iter().map(PromiseRecord::of).collect(),
            ours: rate(promises.ours),
            theirs: rate(promises.theirs),
        }
    }
}

impl Session<'_> {
    /// Notes a promise between us and a client.
    pub(super) fn promise(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let promised = Promised {
            theirs: asked.get_flag("theirs"),
            text: text(asked, "promised").to_owned(),
            due: self.any_day(asked, "by")?,
            waits_on: text(asked, "waits-on").to_owned(),
        };
        let client = self.client(asked)?;
        let person = self.person_asked(asked, client)?;
        self.back_up();
        let receipt = self.bench.promise(client, person, &promised)?;
        self.hand_over(client, &receipt)
    }

    /// Puts a promise on another day.
    pub(super) fn move_promise(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let promise = self.bench.promise_named(text(asked, "promise"))?.promise;
        let due = self.any_day(asked, "day")?;
        self.back_up();
        let receipt = self.bench.move_promise(promise.id, due)?;
        self.hand_over(promise.client, &receipt)
    }

    /// Says anew what the command line says of a promise; the rest stays.
    pub(super) fn edit_promise(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let promise = self.bench.any_promise(PromiseId(entry_asked(asked)?))?.promise;
        let said = |name: &str, before: String| asked.get_one::<String>(name).cloned().unwrap_or(before);
        let (words, waits_on) = (said("message", promise.what.text), said("waits-on", promise.what.waits_on));
        self.back_up();
        let receipt = self.bench.edit_promise(promise.id, &words, &waits_on)?;
        self.hand_over(promise.client, &receipt)
    }

    /// Takes a promise away.
    pub(super) fn delete_promise(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let promise = self.bench.any_promise(PromiseId(entry_asked(asked)?))?.promise;
        self.back_up();
        let receipt = self.bench.delete_promise(promise.id)?;
        self.hand_over(promise.client, &receipt)
    }

    /// Ends a promise.
    pub(super) fn end_promise(&mut self, asked: &ArgMatches, how: PromiseEnd) -> Result<Exit, Failure> {
        let promise = self.bench.promise_named(text(asked, "promise"))?.promise;
        let why = if how == PromiseEnd::Kept { "" } else { text(asked, "reason") };
        self.back_up();
        let receipt = self.bench.end_promise(promise.id, how, why)?;
        self.hand_over(promise.client, &receipt)
    }

    /// Lists the open promises, and says how others were kept.
    pub(super) fn promises(&mut self) -> Result<Exit, Failure> {
        let promises = self.bench.promises(None)?;
        if self.out.is_json() {
            self.out.json(&PromisesRecord::of(&promises))?;
            return Ok(Exit::Done);
        }
        if promises.open.is_empty() {
            self.out.line(self.words.say("cli-no-promises"))?;
        }
        let row = |row: &PromiseRow| {
            let [mark, who, client, what] = phrases::promise_row(self.words, row, self.bench.today());
            let day = self.words.day_near(row.promise.what.due, self.bench.today());
            [format!("{mark} {}", row.promise.id.0), day, who, client, what]
        };
        let rows: Vec<_> = promises.open.iter().map(row).collect();
        self.out.table(&rows, &[])?;
        for rate in promises.rates() {
            self.out.line(self.words.message(&rate))?;
        }
        Ok(Exit::Done)
    }
}
