//! `regulars absence`: who is away when.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, read, text};
use crate::domain::calendar::Absence;
use crate::domain::ids::AbsenceId;
use crate::domain::table::Responsible;
use crate::ops::OpError;
use crate::text::typed;

/// An absence in `absence list --json`.
#[derive(Serialize)]
struct AbsenceRecord {
    /// Its id, for `absence remove`.
    id: String,
    /// `me`, `secretary`, `courier`, `head`.
    responsible: &'static str,
    /// The first day.
    from: NaiveDate,
    /// The last day.
    to: NaiveDate,
    /// What was written about it.
    note: String,
}

impl Session<'_> {
    /// Adds, removes or lists absences.
    pub(super) fn absence(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some((verb, asked)) = asked.subcommand() else { return Ok(Exit::CommandLine) };
        match verb {
            "add" => {
                let (from, to) = (self.any_day(asked, "from")?, self.any_day(asked, "to")?);
                let who = Responsible::ALL.into_iter().find(|who| who.name() == text(asked, "who")).unwrap_or_default();
                let absence = Absence { who, from, to };
                self.bench.make_fresh()?;
                if asked.get_flag("dry-run") {
                    let moves = self.bench.preview_absence(&absence)?;
                    return self.tell_moves("moves-would", &moves);
                }
                self.back_up();
                let moves = self.bench.add_absence(&absence, text(asked, "message"))?;
                self.tell_moves("moves-done", &moves)
            }
            "remove" => {
                let typed = text(asked, "id");
                let id = AbsenceId(typed.parse().map_err(|_| OpError::NoAbsence { asked: typed.to_owned() })?);
                self.bench.make_fresh()?;
                if asked.get_flag("dry-run") {
                    let moves = self.bench.preview_removal(id)?;
                    return self.tell_moves("moves-would", &moves);
                }
                self.back_up();
                let moves = self.bench.remove_absence(id)?;
                self.tell_moves("moves-done", &moves)
            }
            _ => self.list_absences(),
        }
    }

    fn list_absences(&mut self) -> Result<Exit, Failure> {
        let rows = self.bench.absences()?;
        if self.out.is_json() {
            let record = |row: crate::ops::AbsenceRow| AbsenceRecord {
                id: row.id.0.to_string(),
                responsible: row.absence.who.name(),
                from: row.absence.from,
                to: row.absence.to,
                note: row.note,
            };
            self.out.json(&rows.into_iter().map(record).collect::<Vec<_>>())?;
            return Ok(Exit::Done);
        }
        if rows.is_empty() {
            self.out.line(self.words.say("cli-no-absences"))?;
        }
        let words = self.words;
        let row = |row: &crate::ops::AbsenceRow| {
            let who = words.say(&format!("responsible-{}", row.absence.who.name()));
            let days = format!("{} – {}", words.day(row.absence.from), words.day(row.absence.to));
            [row.id.0.to_string(), who, days, row.note.clone()]
        };
        self.out.table(&rows.iter().map(row).collect::<Vec<_>>(), &[])?;
        Ok(Exit::Done)
    }

    /// A day named on the command line, past or to come.
    pub(super) fn any_day(&self, asked: &ArgMatches, name: &str) -> Result<NaiveDate, Failure> {
        let today = self.bench.today();
        read(text(asked, name), "cli-error-day", |typed| typed::parse_day(typed, today))
    }
}
