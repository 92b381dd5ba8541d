//! What would make a person wait, done in a thread of its own on a second connection to the file.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Duration;

use chrono::NaiveDate;

use crate::domain::calendar::{Absence, Homeless, Moves};
use crate::domain::ids::AbsenceId;
use crate::domain::matching::Arena;
use crate::domain::message::Message;
use crate::domain::table::Rule;
use crate::ops::{
    CatchUp, CaughtUp, Duplicate, Forecast, ImportReport, Kept, NpsReport, OpError, Preview, Trial, Workbench,
};

/// How long its end is waited for. A person who leaves waits for no job.
const LEAVING: Duration = Duration::from_millis(20);

/// Something to be done aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Derive what holds for today.
    Freshen,
    /// Gather what the search looks through.
    Index,
    /// Make the backup of the day.
    BackUp,
    /// Work out what a communication table would move.
    PreviewTable(Vec<Rule>),
    /// Save a communication table, and plan by it.
    EditTable(Vec<Rule>),
    /// Work out what an absence would move.
    PreviewAbsence(Absence),
    /// Add an absence, with what was written about it.
    AddAbsence(Absence, String),
    /// Work out what would move without an absence.
    PreviewRemoval(AbsenceId),
    /// Remove an absence.
    RemoveAbsence(AbsenceId),
    /// Deal with what came to nothing since a day; with [`CatchUp::Keep`] see how much that is.
    CatchUp(NaiveDate, CatchUp),
    /// Work out what evening the calendar out would move.
    PreviewRebalance,
    /// Even the calendar out.
    Rebalance,
    /// Find what has no day.
    FindNoDay,
    /// Count how the table was kept between two days.
    Compliance(NaiveDate, NaiveDate),
    /// Work out how likely clients would recommend us, and what they are likely to order.
    Figures,
    /// Find who may be the same.
    Duplicates,
    /// Work out what another value of a setting of the alerts would do.
    TrySetting(&'static str, String),
    /// Look at a file.
    Preview(PathBuf),
    /// Bring a file in; its amounts are in that currency, if neither the book nor the file has one.
    Import(PathBuf, String),
}

/// What came of it.
#[derive(Debug)]
pub enum Outcome {
    /// The alerts and the agenda hold for today; whether that took anything, and what days off that were changed moved.
    Freshened(Result<bool, OpError>, Option<Message>),
    /// The search is ready.
    Indexed(Result<Arena, OpError>),
    /// The backup of the day was made, or none was due.
    BackedUp(Result<bool, OpError>),
    /// What a communication table would move.
    TablePreviewed(Result<Moves, OpError>),
    /// What it moved.
    TableEdited(Result<Moves, OpError>),
    /// The plan was made again by a verb of that name: what moved.
    Replanned(&'static str, Result<Moves, OpError>),
    /// What an absence, or its removal, would move.
    AbsencePreviewed(Result<Moves, OpError>),
    /// What evening out would move.
    RebalancePreviewed(Result<Moves, OpError>),
    /// What was late, and what became of it.
    CaughtUp(CatchUp, Result<CaughtUp, OpError>),
    /// What has no day.
    NoDay(Result<Vec<Homeless>, OpError>),
    /// How the table was kept between two days.
    Kept((NaiveDate, NaiveDate), Result<Vec<Kept>, OpError>),
    /// How likely clients would recommend us, and what they are likely to order.
    Figures(Result<(NpsReport, Forecast), OpError>),
    /// Who may be the same.
    Duplicates(Result<Vec<Duplicate>, OpError>),
    /// What another value of a setting of the alerts would do.
    Tried(&'static str, String, Result<Option<Box<Trial>>, OpError>),
    /// So much is done of so much.
    Progress(usize, usize),
    /// A file was looked at.
    Previewed(PathBuf, Result<Box<Preview>, OpError>),
    /// A file was brought in.
    Imported(Result<Box<ImportReport>, OpError>),
}

/// The thread that does them, one after the other. Dropping it ends the thread after the job it is at.
pub struct Worker {
    /// `None` once it is dropped.
    jobs: Option<Sender<Job>>,
    stop: Arc<AtomicBool>,
    /// Is closed when the thread has closed its connection.
    ended: Receiver<()>,
}

impl Worker {
    /// Starts the thread on a connection that `open` makes; what comes of its jobs goes to `report`.
    pub fn start(
        open: impl FnOnce() -> Result<Workbench, OpError> + Send + 'static,
        report: impl Fn(Outcome) + Send + Sync + 'static,
    ) -> Self {
        let (jobs, todo) = mpsc::channel();
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        let (alive, ended) = mpsc::channel();
        thread::spawn(move || {
            // Dropped last, after the connection.
            let _alive: Sender<()> = alive;
            match open() {
                Ok(bench) => {
                    for job in todo {
                        stopped.store(false, Ordering::Relaxed);
                        let outcome = perform(job, &bench, &|progress| report(progress), &stopped);
                        report(outcome);
                    }
                }
                Err(error) => report(Outcome::Freshened(Err(error), None)),
            }
        });
        Self { jobs: Some(jobs), stop, ended }
    }

    /// Gives it something to do.
    pub fn submit(&self, job: Job) {
        // A thread that is gone has said why.
        let _ = self.jobs.as_ref().map(|jobs| jobs.send(job));
    }

    /// Stops what it does at the next chance.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.jobs = None;
        // The connection that is closed last writes everything into the one file, and leaves nothing beside it.
        let _ = self.ended.recv_timeout(LEAVING);
    }
}

/// Does one job.
pub fn perform(job: Job, bench: &Workbench, report: &(dyn Fn(Outcome) + Sync), stop: &AtomicBool) -> Outcome {
    let mut progress = |done: usize, of: usize| {
        report(Outcome::Progress(done, of));
        if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    match job {
        Job::Freshen => Outcome::Freshened(bench.make_fresh(), bench.moved_by_days()),
        Job::Index => Outcome::Indexed(bench.search_arena()),
        Job::BackUp => Outcome::BackedUp(bench.back_up_daily()),
        Job::PreviewTable(rules) => Outcome::TablePreviewed(bench.preview_table(&rules)),
        Job::EditTable(rules) => Outcome::TableEdited(bench.edit_table(&rules)),
        Job::PreviewAbsence(absence) => Outcome::AbsencePreviewed(bench.preview_absence(&absence)),
        Job::AddAbsence(absence, note) => Outcome::Replanned("add_absence", bench.add_absence(&absence, &note)),
        Job::PreviewRemoval(id) => Outcome::AbsencePreviewed(bench.preview_removal(id)),
        Job::RemoveAbsence(id) => Outcome::Replanned("remove_absence", bench.remove_absence(id)),
        Job::CatchUp(since, how) => Outcome::CaughtUp(how, bench.catch_up(since, how)),
        Job::PreviewRebalance => Outcome::RebalancePreviewed(bench.preview_rebalance()),
        Job::Rebalance => Outcome::Replanned("rebalance", bench.rebalance()),
        Job::FindNoDay => Outcome::NoDay(bench.no_day()),
        Job::Compliance(first, last) => Outcome::Kept((first, last), bench.compliance(first, last)),
        Job::Figures => Outcome::Figures(bench.nps(None, None).and_then(|nps| Ok((nps, bench.forecast(None)?)))),
        Job::Duplicates => Outcome::Duplicates(bench.duplicates()),
        Job::TrySetting(setting, value) => {
            let trial = bench.try_setting(setting, &value).map(|trial| trial.map(Box::new));
            Outcome::Tried(setting, value, trial)
        }
        Job::Preview(path) => {
            let preview = bench.preview(&path, &mut progress).map(Box::new);
            Outcome::Previewed(path, preview)
        }
        Job::Import(path, currency) => {
            bench.suggest_currency(&currency);
            Outcome::Imported(bench.import(&path, &mut progress).map(Box::new))
        }
    }
}
