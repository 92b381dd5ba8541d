//! `regulars today`: whom to contact today, and why.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::records::{self, DueRecord, PlannedRecord, PromiseRecord, ReasonRecord};
use super::{Session, phrases};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::process::Process;
use crate::ops::{
    AgendaLine, AlertLine, DoneTouch, DueLine, EvaluationDue, OpError, PromiseRow, Totals, process_totals,
};

/// How many alerts the list of the day shows, and how many clients to be asked.
const ALERTS: usize = 10;
/// What `today --json` answers.
#[derive(Serialize)]
struct TodayRecord<'a> {
    /// The day.
    day: NaiveDate,
    /// How many clients there are.
    clients: i64,
    /// How many of them are regular.
    regular: i64,
    /// How many regular clients have a day for the next contact.
    regular_with_next_contact: i64,
    /// How many minutes the touches planned for today take.
    planned_minutes: i64,
    /// How many of them belong to each process: `engagement`, `retention`, `return`.
    processes: BTreeMap<&'static str, usize>,
    /// Every alert, the gravest first.
    alerts: Vec<TodayAlert<'a>>,
    /// The open promises that are due, the longest due first.
    promises: Vec<PromiseRecord<'a>>,
    /// What else has its day today or before, the longest due first.
    due: Vec<DueRecord<'a>>,
    /// Whom it is time to ask how the last order was found, the oldest order first.
    evaluations: Vec<AskedRecord<'a>>,
    /// The touches planned for today.
    planned: Vec<PlannedRecord<'a>>,
    /// The touches logged today, the earliest first.
    done: Vec<DoneRecord<'a>>,
}

/// An alert in the list of the day; `alerts --json` says more.
#[derive(Serialize)]
struct TodayAlert<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// `alarm`, `watch` or `note`.
    level: &'static str,
    /// The revenue at risk.
    revenue_at_risk: f64,
    /// Why.
    reasons: Vec<ReasonRecord>,
    /// What to do: `call`, `settle_complaint`, `widen_portfolio` or `plan_next_contact`.
    action: &'static str,
}

/// A client to be asked how it found its last order.
#[derive(Serialize)]
struct AskedRecord<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// The day of the order.
    order: NaiveDate,
    /// The day from which it is time to ask.
    from: NaiveDate,
}

/// A touch logged today.
#[derive(Serialize)]
struct DoneRecord<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// The kind of contact.
    kind: &'static str,
    /// How it ended: `reached`, `no_answer`, `call_back` or `refused`.
    outcome: &'static str,
    /// The local time, `14:32`.
    time: String,
}

/// What the list of the day is made of.
struct Today {
    totals: Totals,
    processes: [(Process, usize); 3],
    alerts: Vec<AlertLine>,
    promises: Vec<PromiseRow>,
    due: Vec<DueLine>,
    evaluations: Vec<EvaluationDue>,
    planned: Vec<AgendaLine>,
    done: Vec<DoneTouch>,
}

impl<'a> AskedRecord<'a> {
    fn of(line: &'a EvaluationDue) -> Self {
        Self { client_id: line.client.0.to_string(), client: &line.name, order: line.order, from: line.from }
    }
}

impl Session<'_> {
    /// Lists whom to contact today.
    pub(super) fn today(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        // The demonstration without a screen has no such option.
        let process = asked.try_get_one::<String>("process").ok().flatten();
        let today = self.read_today(process.and_then(|name| Process::from_name(name)))?;
        if self.out.is_json() {
            self.write_today(&today)?;
        } else {
            self.print_today(&today)?;
        }
        Ok(Exit::Done)
    }

    /// Reads the list of the day, or what of it belongs to one process.
    fn read_today(&self, process: Option<Process>) -> Result<Today, Failure> {
        self.bench.make_fresh()?;
        let totals = self.bench.book_state()?.map(|book| book.totals).unwrap_or_default();
        let alerts = usize::try_from(totals.alerts).unwrap_or(0);
        let shown = if self.out.is_json() || process.is_some() { alerts } else { ALERTS };
        let planned = self.bench.planned_today()?;
        Ok(Today {
            totals,
            processes: self.bench.count_processes(&planned)?,
            alerts: self.of_process(process, self.bench.alert_page(0, shown)?, |line| line.client)?,
            promises: self.of_process(process, self.bench.promises_due()?, |row| row.promise.client)?,
            due: self.of_process(process, self.bench.dues()?, |line| line.client)?,
            evaluations: self.of_process(process, self.bench.evaluations_due(usize::MAX)?, |line| line.client)?,
            planned: self.of_process(process, planned, |line| line.client)?,
            done: self.of_process(process, self.bench.done_on(self.bench.today())?, |touch| touch.client)?,
        })
    }

    /// What of a list belongs to a process, where one is asked for.
    fn of_process<T>(
        &self,
        process: Option<Process>,
        list: Vec<T>,
        client: impl Fn(&T) -> ClientId,
    ) -> Result<Vec<T>, Failure> {
        let Some(process) = process else { return Ok(list) };
        let mut kept = Vec::new();
        for line in list {
            if self.bench.process_of(client(&line))? == process {
                kept.push(line);
            }
        }
        Ok(kept)
    }

    fn write_today(&mut self, today: &Today) -> Result<(), Failure> {
        let (words, day) = (self.words, self.bench.today());
        let alerts = today.alerts.iter().map(|line| TodayAlert {
            client_id: line.client.0.to_string(),
            client: &line.name,
            level: line.alert.level.name(),
            revenue_at_risk: line.alert.at_risk.units(),
            reasons: records::reasons(words, &line.alert),
            action: line.alert.advice().name(),
        });
        let done = today.done.iter().map(|touch| DoneRecord {
            client_id: touch.client.0.to_string(),
            client: &touch.name,
            kind: touch.kind.name(),
            outcome: touch.outcome.name(),
            time: self.time_of(touch),
        });
        let planned: Result<Vec<_>, OpError> =
            today.planned.iter().map(|line| PlannedRecord::of(words, self.bench, line)).collect();
        let record = TodayRecord {
            day,
            clients: today.totals.clients,
            regular: today.totals.regular,
            regular_with_next_contact: today.totals.regular_with_next,
            planned_minutes: today.totals.due_minutes,
            processes: today.processes.iter().map(|(process, count)| (process.name(), *count)).collect(),
            alerts: alerts.collect(),
            promises: today.promises.iter().map(PromiseRecord::of).collect(),
            due: today.due.iter().map(|line| DueRecord::of(words, line)).collect(),
            evaluations: today.evaluations.iter().map(AskedRecord::of).collect(),
            planned: planned?,
            done: done.collect(),
        };
        Ok(self.out.json(&record)?)
    }

    fn time_of(&self, touch: &DoneTouch) -> String {
        self.words.time(self.bench.clock().local_time(touch.at))
    }

    fn print_today(&mut self, today: &Today) -> Result<(), Failure> {
        let (words, day) = (self.words, self.bench.today());
        let Totals { clients, regular, regular_with_next, alerts, due_minutes, .. } = today.totals;
        self.out.line(words.full_day(day))?;
        if clients == 0 {
            self.out.line(words.say("cli-no-clients"))?;
            return Ok(());
        }
        let counts = Message::new("cli-today-clients").with("clients", clients);
        self.out.line(words.message(&counts.with("regular", regular).with("next", regular_with_next)))?;
        self.out.heading(words.message(&Message::new("cli-today-alerts").with("n", alerts)))?;
        let rows: Vec<_> = today.alerts.iter().map(|line| phrases::alert_row(words, line)).collect();
        self.out.table(&rows, &[2])?;
        let more = alerts - rows.len() as i64;
        if more > 0 {
            self.out.line(words.message(&Message::new("cli-today-more").with("n", more)))?;
        }
        if !today.promises.is_empty() {
            self.out.heading(words.message(&Message::new("cli-today-promises").with("n", today.promises.len())))?;
            let rows: Vec<_> = today.promises.iter().map(|row| phrases::promise_row(words, row, day)).collect();
            self.out.table(&rows, &[])?;
        }
        if !today.due.is_empty() {
            self.out.heading(words.message(&Message::new("cli-today-due").with("n", today.due.len())))?;
            let rows: Vec<_> = today.due.iter().map(|line| self.due_row(line)).collect();
            self.out.table(&rows, &[])?;
        }
        if !today.evaluations.is_empty() {
            self.out.heading(words.message(&Message::new("cli-today-asked").with("n", today.evaluations.len())))?;
            let row = |line: &EvaluationDue| {
                ["•".to_owned(), phrases::named(&line.name, false), words.message(&line.message())]
            };
            let rows: Vec<_> = today.evaluations.iter().take(ALERTS).map(row).collect();
            self.out.table(&rows, &[])?;
            let more = today.evaluations.len() - rows.len();
            if more > 0 {
                self.out.line(words.message(&Message::new("cli-today-asked-more").with("n", more)))?;
            }
        }
        let planned = Message::new("cli-today-planned").with("n", today.planned.len()).with("minutes", due_minutes);
        self.out.heading(words.message(&planned))?;
        self.out.line(words.message(&process_totals(&today.processes)))?;
        let rows: Vec<_> = today.planned.iter().map(|line| self.planned_row(line)).collect();
        self.out.table(&rows, &[])?;
        if !today.done.is_empty() {
            self.out.heading(words.message(&Message::new("cli-today-done").with("n", today.done.len())))?;
            let rows: Vec<_> = today.done.iter().map(|touch| self.done_row(touch)).collect();
            self.out.table(&rows, &[])?;
        }
        Ok(())
    }

    fn planned_row(&self, line: &AgendaLine) -> [String; 4] {
        let (kind, why) = phrases::planned(self.words, self.bench, line);
        ["•".to_owned(), kind, phrases::named(&line.name, false), why]
    }

    fn due_row(&self, line: &DueLine) -> [String; 4] {
        let (words, day) = (self.words, self.bench.today());
        let mark = if line.is_late(day) { "!" } else { "•" };
        let kind = words.message(&line.what.kind());
        [mark.to_owned(), kind, phrases::named(&line.name, false), words.message(&line.message(day))]
    }

    fn done_row(&self, touch: &DoneTouch) -> [String; 4] {
        let mark = if touch.outcome.took_place() { "✓" } else { "○" };
        let when = format!("{mark} {}", self.time_of(touch));
        [
            when,
            self.words.touch(touch.kind),
            phrases::named(&touch.name, false),
            self.words.outcome(touch.kind, touch.outcome, touch.invited),
        ]
    }
}
