//! `regulars alerts-report`: how the alerts did, and what another threshold would have done.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::Session;
use super::failure::{Exit, Failure};
use crate::domain::churn::{Trigger, a_year_before};
use crate::domain::evaluation::Aspect;
use crate::ops::{DismissalNote, ReportLine, TriedTrigger};

/// What `alerts-report --json` answers.
#[derive(Serialize)]
struct ReportRecord {
    /// The first day.
    from: NaiveDate,
    /// The last day.
    to: NaiveDate,
    /// The days within which an order counts.
    horizon_days: u16,
    /// By kind of reason.
    kinds: Vec<KindRecord>,
    /// What thresholds would have done in the twelve months to the last day: the present one, then the one asked for.
    thresholds: Vec<ThresholdRecord>,
    /// What was written to alerts that were dismissed, the latest first.
    notes: Vec<NoteRecord>,
    /// How each part of the house was found in the evaluations of the period: those that were asked about.
    evaluations: Vec<FoundRecord>,
}

/// What was written to an alert that was dismissed.
#[derive(Serialize)]
struct NoteRecord {
    client: String,
    day: NaiveDate,
    reason: &'static str,
    note: String,
}

/// How often a part of the house was found better than it should be, as it should be, wanting.
#[derive(Serialize)]
struct FoundRecord {
    aspect: &'static str,
    plus: usize,
    fair: usize,
    minus: usize,
}

/// The reasons of one kind, as [`ReportLine`] explains them.
#[derive(Serialize)]
struct KindRecord {
    kind: &'static str,
    raised: usize,
    ordered: usize,
    silent: usize,
    open: usize,
    left: usize,
    not_true: usize,
    seasonal: usize,
    otherwise: usize,
}

impl KindRecord {
    fn of((kind, line): (&'static str, ReportLine)) -> Self {
        let ReportLine { raised, ordered, silent, open, left, not_true, seasonal, otherwise } = line;
        Self { kind, raised, ordered, silent, open, left, not_true, seasonal, otherwise }
    }
}

/// A threshold, as [`TriedTrigger`] explains it.
#[derive(Serialize)]
pub(super) struct ThresholdRecord {
    factor: f64,
    horizon_days: u16,
    ordered: usize,
    client_years: f64,
    overdue: usize,
    overdue_false: usize,
    false_per_client_year: f64,
    changes: usize,
}

impl ThresholdRecord {
    pub(super) fn of(TriedTrigger { trigger, horizon, replay }: &TriedTrigger) -> Self {
        Self {
            factor: trigger.factor,
            horizon_days: *horizon,
            ordered: replay.ordered_within(*horizon),
            client_years: replay.client_years,
            overdue: replay.overdue(),
            overdue_false: replay.overdue_false(),
            false_per_client_year: replay.false_a_year(),
            changes: replay.changes,
        }
    }
}

impl Session<'_> {
    /// Tells how the alerts did since a day, a year ago if none is named; with `--factor` also what that threshold would
    /// have done.
    pub(super) fn alerts_report(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let from = asked.get_one::<NaiveDate>("since").copied();
        let report = self.bench.alert_report(from.unwrap_or(a_year_before(self.bench.today())))?;
        let other = asked.get_one::<u16>("factor").map(|factor| Trigger { factor: f64::from(*factor) });
        let triggers: Vec<Trigger> = [self.bench.thresholds()?.trigger].into_iter().chain(other).collect();
        let tried = self.bench.try_triggers(&triggers)?;
        if self.out.is_json() {
            self.out.json(&ReportRecord {
                from: report.from,
                to: report.to,
                horizon_days: report.horizon,
                kinds: report.kinds.into_iter().map(KindRecord::of).collect(),
                thresholds: tried.iter().map(ThresholdRecord::of).collect(),
                notes: report.notes.into_iter().map(note_record).collect(),
                evaluations: report.found.into_iter().map(found_record).collect(),
            })?;
            return Ok(Exit::Done);
        }
        for note in &report.notes {
            self.out.line(self.words.dismissal_note(note.day, &note.client, note.dismissal, &note.note))?;
        }
        for message in report.messages().into_iter().chain(tried.iter().map(TriedTrigger::message)) {
            self.out.line(self.words.message(&message))?;
        }
        Ok(Exit::Done)
    }
}

fn note_record(DismissalNote { client, day, dismissal, note }: DismissalNote) -> NoteRecord {
    NoteRecord { client, day, reason: dismissal.name(), note }
}

fn found_record((aspect, [plus, fair, minus]): (Aspect, [usize; 3])) -> FoundRecord {
    FoundRecord { aspect: aspect.name(), plus, fair, minus }
}
