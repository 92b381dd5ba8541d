//! `regulars table`: the communication table shown, written out and brought in.

use std::fs;
use std::path::PathBuf;

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, shown};
use crate::domain::message::Message;
use crate::domain::process::Process;
use crate::domain::table::{Rule, read_table, write_table};
use crate::ops::OpError;

impl Session<'_> {
    /// Shows the table, writes it out, or brings one in.
    pub(super) fn table(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        match asked.subcommand() {
            Some(("export", asked)) => self.export_table(asked),
            Some(("import", asked)) => self.import_table(asked),
            _ => self.show_table(),
        }
    }

    fn show_table(&mut self) -> Result<Exit, Failure> {
        let rules = self.bench.table()?;
        if self.out.is_json() {
            let record = |rule: &Rule| {
                let mut record = serde_json::to_value(rule).unwrap_or_default();
                record["id"] = rule.id.0.to_string().into();
                record["process"] = process(rule).name().into();
                record
            };
            self.out.json(&rules.iter().map(record).collect::<Vec<_>>())?;
            return Ok(Exit::Done);
        }
        let words = self.words;
        let row = |rule: &Rule| {
            [
                words.touch(rule.kind),
                words.rule_title(rule),
                words.rule_when(rule),
                words.say(&format!("responsible-{}", rule.responsible.name())),
                words.message(&Message::new("minutes").with("n", i64::from(rule.minutes))),
                words.say(process(rule).key()),
            ]
        };
        let rows: Vec<_> = rules.iter().map(row).collect();
        self.out.table(&rows, &[4])?;
        self.tell_doubts(&rules)
    }

    /// Says what is doubtful about a table.
    fn tell_doubts(&mut self, rules: &[Rule]) -> Result<Exit, Failure> {
        for doubt in self.bench.check_table(rules) {
            let told = Message::new("doubt-row").with("row", doubt.row + 1).with("why", doubt.message);
            self.out.line(self.words.message(&told))?;
        }
        Ok(Exit::Done)
    }

    fn export_table(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let text = write_table(&self.bench.table()?);
        let Some(path) = asked.get_one::<PathBuf>("out") else { return Ok(Exit::CommandLine) };
        if path.as_os_str() == "-" {
            self.out.verbatim(&text)?;
            return Ok(Exit::Done);
        }
        // What is no table stays as it is.
        if fs::read_to_string(path).is_ok_and(|there| !there.trim().is_empty() && read_table(&there).is_err()) {
            return Err(Failure::NotReplaced(shown(path)));
        }
        fs::write(path, text).map_err(|error| Failure::CannotWrite(shown(path), error))?;
        Ok(Exit::Done)
    }

    fn import_table(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(path) = asked.get_one::<PathBuf>("toml-file") else { return Ok(Exit::CommandLine) };
        let text = fs::read_to_string(path)
            .map_err(|error| OpError::CannotOpen { path: path.clone(), reason: error.kind() })?;
        let rules = read_table(&text).map_err(|error| {
            // A number of a line is no number to be grouped.
            let message = Message::new("error-table").with("path", shown(path)).with("line", error.line.to_string());
            Failure::Value(message.with("why", error.why))
        })?;
        self.bench.make_fresh()?;
        if !self.out.is_json() {
            self.tell_doubts(&rules)?;
        }
        if asked.get_flag("dry-run") {
            let moves = self.bench.preview_table(&rules)?;
            return self.tell_moves("moves-would", &moves);
        }
        self.back_up();
        let moves = self.bench.edit_table(&rules)?;
        self.tell_moves("moves-done", &moves)
    }
}

/// What a row is for.
fn process(rule: &Rule) -> Process {
    Process::of_statuses(&rule.scope.statuses)
}
