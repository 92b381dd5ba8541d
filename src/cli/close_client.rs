//! `regulars close` and `regulars reopen`: a client becomes a former one for a reason, or counts again; `regulars losses`:
//! how the losses split.

use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, check_order, read, text};
use crate::domain::closing::{ClosedWhy, Losses};
use crate::text::typed;

/// What `losses --json` answers.
#[derive(Serialize)]
struct LossesRecord {
    /// How many clients were closed in those days.
    total: usize,
    /// How many of them without a reason.
    without_reason: usize,
    /// Each reason.
    reasons: [LossRecord; 5],
}

/// The losses for one reason.
#[derive(Serialize)]
struct LossRecord {
    /// `forgotten`, `complaint`, `competitor`, `moved` or `ended`.
    why: &'static str,
    /// How many.
    count: usize,
    /// Their share in the first four; null of `ended`, and where there are none.
    share: Option<f64>,
    /// The figure of the source; null of `ended`.
    source_share: Option<f64>,
}

impl LossRecord {
    fn of(losses: &Losses, why: ClosedWhy) -> Self {
        let (count, share, source_share) = (losses.count(why), losses.share(why), why.source_share());
        Self { why: why.name(), count, share, source_share }
    }
}

impl Session<'_> {
    /// Closes a client.
    pub(super) fn close_client(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let on = self.day_past(asked)?;
        let Some(why) = ClosedWhy::from_name(text(asked, "why")) else { return Ok(Exit::CommandLine) };
        let client = self.client(asked)?;
        self.back_up();
        let receipt = self.bench.close_client(client, why, on, text(asked, "message"))?;
        self.hand_over(client, &receipt)
    }

    /// Makes a former client one that counts again.
    pub(super) fn reopen_client(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.back_up();
        let receipt = self.bench.reopen_client(client)?;
        self.hand_over(client, &receipt)
    }

    /// Tells how the losses split.
    pub(super) fn losses(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let today = self.bench.today();
        let day = |name| {
            let typed = asked.get_one::<String>(name);
            typed.map(|typed| read(typed, "cli-error-day", |typed| typed::parse_past_day(typed, today))).transpose()
        };
        let (from, to) = (day("from")?, day("to")?);
        if let Some(from) = from {
            check_order(from, to)?;
        }
        let losses = self.bench.losses(from, to.unwrap_or(today))?;
        if self.out.is_json() {
            let reasons = ClosedWhy::ALL.map(|why| LossRecord::of(&losses, why));
            self.out.json(&LossesRecord { total: losses.total(), without_reason: losses.unsaid, reasons })?;
        } else {
            for message in losses.messages() {
                self.out.line(self.words.message(&message))?;
            }
        }
        Ok(Exit::Done)
    }
}
