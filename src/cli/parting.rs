//! `regulars exit`: whether to go on with a client; and what is entered about it: `concession`, `free-work`,
//! `values-conflict`, `explain-volume`, `decide`.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, money, phrases, read, text};
use crate::domain::money::Money;
use crate::domain::parting::{Choice, Concession, Conflict, Decided, FreeWork, Group, Parting, Sign};
use crate::ops::OpError;
use crate::text::{Words, typed};

/// What `exit --json` answers.
#[derive(Serialize)]
struct PartingRecord<'a> {
    /// The five signs.
    signs: [SignRecord; 5],
    /// The groups that are lit: `unprofitable`, `no_prospects`, `values`.
    groups: Vec<&'static str>,
    /// Whether all three are: it is time to decide.
    decide: bool,
    /// Whether the fall of the orders was explained; null where there is none, or nobody said.
    explained: Option<bool>,
    /// What we gave way on, the newest first.
    concessions: Vec<EnteredRecord<'a>>,
    /// What was done for nothing, the newest first.
    free_work: Vec<EnteredRecord<'a>>,
    /// The conflicts of values: `kickbacks`, `disrespect`, `in_the_dark`.
    conflicts: Vec<&'static str>,
    /// Minutes of contacts for each order day of the last half-year, and of the one before.
    serving_minutes: [f64; 2],
    /// What was decided last and is not done.
    decided: Option<DecidedRecord<'a>>,
}

/// A sign.
#[derive(Serialize)]
struct SignRecord {
    /// `volume`, `concessions`, `serving`, `free_work` or `values`.
    sign: &'static str,
    /// The group it belongs to.
    group: &'static str,
    /// Whether it is lit.
    lit: bool,
    /// The sign in words.
    text: String,
}

/// A concession, or work done for nothing.
#[derive(Serialize)]
struct EnteredRecord<'a> {
    day: NaiveDate,
    text: &'a str,
    /// What it costs, or is worth; null where that is not known.
    amount: Option<f64>,
}

/// A decision.
#[derive(Serialize)]
struct DecidedRecord<'a> {
    /// `continue`, `renegotiate` or `end`.
    choice: &'static str,
    /// The day it was made.
    on: NaiveDate,
    /// By when it is done, or looked at again.
    due: NaiveDate,
    note: &'a str,
}

impl<'a> PartingRecord<'a> {
    fn of(words: &Words, parting: &'a Parting) -> Self {
        let sign = |sign: Sign| SignRecord {
            sign: sign.name(),
            group: sign.group().name(),
            lit: parting.is_lit(sign),
            text: words.message(&parting.say(sign)),
        };
        let conceded = |one: &'a Concession| (one.day, one.text.as_str(), one.cost);
        let worked = |work: &'a FreeWork| (work.day, work.text.as_str(), Some(work.value));
        let record = |(day, text, amount): (NaiveDate, &'a str, Option<Money>)| EnteredRecord {
            day,
            text,
            amount: amount.map(Money::units),
        };
        let decided = |decided: &'a Decided| {
            let Decided { choice, on, due, note } = decided;
            DecidedRecord { choice: choice.name(), on: *on, due: *due, note }
        };
        Self {
            signs: Sign::ALL.map(sign),
            groups: Group::ALL.into_iter().filter(|group| parting.is_group_lit(*group)).map(Group::name).collect(),
            decide: parting.is_to_decide(),
            explained: parting.volume.and_then(|(_, explained)| explained),
            concessions: parting.concessions.iter().map(conceded).map(record).collect(),
            free_work: parting.free_work.iter().map(worked).map(record).collect(),
            conflicts: parting.conflicts.iter().map(|conflict| conflict.name()).collect(),
            serving_minutes: [parting.serving.0.each(), parting.serving.1.each()],
            decided: parting.decided.as_ref().map(decided),
        }
    }
}

impl Session<'_> {
    /// Weighs whether to go on with a client.
    pub(super) fn exit(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.bench.make_fresh()?;
        let gone = || OpError::NoClient { asked: client.0.to_string() };
        let parting = self.bench.parting(client)?.ok_or_else(gone)?;
        if self.out.is_json() {
            self.out.json(&PartingRecord::of(self.words, &parting))?;
            return Ok(Exit::Done);
        }
        for sign in Sign::ALL {
            let mark = if parting.is_lit(sign) { "●" } else { "·" };
            self.out.line(format!("{mark} {}", self.words.message(&parting.say(sign))))?;
            for entered in self.entered(&parting, sign) {
                self.out.line(format!("  {entered}"))?;
            }
        }
        let decided = parting.decided.as_ref().map(Decided::message);
        for message in std::iter::once(parting.verdict()).chain(decided) {
            self.out.line(self.words.message(&message))?;
        }
        Ok(Exit::Done)
    }

    /// What was entered about a sign, an entry each.
    fn entered(&self, parting: &Parting, sign: Sign) -> Vec<String> {
        let entry = |day, text: &str, amount: Option<Money>| {
            let amount = amount.map(|amount| self.words.money(amount)).unwrap_or_default();
            phrases::joined([self.words.day_with_year(day), text.to_owned(), amount])
        };
        match sign {
            Sign::Concessions => parting.concessions.iter().map(|one| entry(one.day, &one.text, one.cost)).collect(),
            Sign::FreeWork => {
                parting.free_work.iter().map(|work| entry(work.day, &work.text, Some(work.value))).collect()
            }
            Sign::Values => parting.conflicts.iter().map(|conflict| self.words.say(conflict.key())).collect(),
            Sign::Volume | Sign::Serving => Vec::new(),
        }
    }

    /// Notes what we gave way on.
    pub(super) fn concession(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let (day, cost) = (self.day_past(asked)?, money(asked, "cost")?);
        let client = self.client(asked)?;
        self.back_up();
        let one = Concession { day, text: text(asked, "conceded").to_owned(), cost };
        let receipt = self.bench.concede(client, &one)?;
        self.hand_over(client, &receipt)
    }

    /// Notes work done for nothing.
    pub(super) fn free_work(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let (day, value) = (self.day_past(asked)?, money(asked, "worth")?.unwrap_or_default());
        let client = self.client(asked)?;
        self.back_up();
        let work = FreeWork { day, text: text(asked, "work").to_owned(), value };
        let receipt = self.bench.log_free_work(client, &work)?;
        self.hand_over(client, &receipt)
    }

    /// Marks a conflict of values, or takes the mark away.
    pub(super) fn values_conflict(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(kind) = Conflict::from_name(&text(asked, "conflict").replace('-', "_")) else {
            return Ok(Exit::CommandLine);
        };
        let client = self.client(asked)?;
        self.back_up();
        let receipt = self.bench.mark_conflict(client, kind, !asked.get_flag("over"))?;
        self.hand_over(client, &receipt)
    }

    /// Says whether the fall of a client's orders is explained.
    pub(super) fn explain_volume(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.bench.make_fresh()?;
        self.back_up();
        let receipt = self.bench.explain_volume(client, !asked.get_flag("not"), text(asked, "message"))?;
        self.hand_over(client, &receipt)
    }

    /// Decides about a client.
    pub(super) fn decide(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(choice) = Choice::from_name(text(asked, "choice")) else { return Ok(Exit::CommandLine) };
        let due = self.any_day(asked, "by")?;
        let client = self.client(asked)?;
        self.back_up();
        let receipt = self.bench.decide_parting(client, choice, due, text(asked, "message"))?;
        self.hand_over(client, &receipt)
    }

    /// The day named with `--on`, not to come; today where none is.
    pub(super) fn day_past(&self, asked: &ArgMatches) -> Result<NaiveDate, Failure> {
        let today = self.bench.today();
        let Some(typed) = asked.get_one::<String>("on") else { return Ok(today) };
        read(typed, "cli-error-day", |typed| typed::parse_past_day(typed, today))
    }
}
