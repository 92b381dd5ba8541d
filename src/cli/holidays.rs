//! `regulars holidays`: the days off of the book's country, a copy of its file to change, a look at one that was changed.

use std::path::PathBuf;

use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, shown};
use crate::domain::calendar::WorkDays;
use crate::domain::message::Message;

/// What `holidays --json` answers.
#[derive(Serialize)]
struct HolidaysRecord {
    /// The country: `ru`.
    country: &'static str,
    /// The file that was read; null for the one the program brings along.
    file: Option<String>,
    /// This year and the next.
    years: Vec<YearRecord>,
    /// What is wrong with the file, a sentence each.
    remarks: Vec<String>,
}

/// A year.
#[derive(Serialize)]
struct YearRecord {
    /// The year.
    year: i32,
    /// Whether its days off are worked out by law, because no decree for it is known.
    provisional: bool,
    /// How many days are worked.
    working_days: usize,
    /// Its holidays, by day.
    holidays: Vec<HolidayRecord>,
}

/// A public holiday.
#[derive(Serialize)]
struct HolidayRecord {
    /// The day.
    day: NaiveDate,
    /// What rules call it.
    id: String,
    /// Its name.
    name: String,
}

impl Session<'_> {
    /// Shows the days off, copies the file, or checks one.
    pub(super) fn holidays(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        match asked.subcommand() {
            Some(("copy", _)) => {
                let path = shown(&self.bench.copy_holidays()?);
                if self.out.is_json() {
                    self.out.json(&serde_json::json!({ "file": path }))?;
                } else {
                    self.out.line(self.words.message(&Message::new("cli-holidays-copied").with("path", path)))?;
                }
                Ok(Exit::Done)
            }
            Some((_, asked)) => {
                let Some(path) = asked.get_one::<PathBuf>("holiday-file") else { return Ok(Exit::CommandLine) };
                let (days, remarks) = crate::ops::Workbench::check_holidays(path)?;
                self.show_holidays(&days, Some(shown(path)), &remarks)
            }
            None => {
                let own = self.bench.own_holidays(self.bench.country()?).map(|path| shown(&path));
                self.show_holidays(self.bench.days(), own, self.bench.holiday_remarks())
            }
        }
    }

    fn show_holidays(&mut self, days: &WorkDays, file: Option<String>, remarks: &[Message]) -> Result<Exit, Failure> {
        let exit = if remarks.is_empty() { Exit::Done } else { Exit::Failed };
        let this_year = self.bench.today().year();
        let record = HolidaysRecord {
            country: self.bench.country()?.name(),
            file,
            years: (this_year..=this_year + 1).map(|year| self.year_record(days, year)).collect(),
            remarks: remarks.iter().map(|remark| self.words.message(remark)).collect(),
        };
        if self.out.is_json() {
            self.out.json(&record)?;
            return Ok(exit);
        }
        for remark in &record.remarks {
            self.out.line(remark)?;
        }
        for year in &record.years {
            let key = if year.provisional { "cli-holidays-provisional" } else { "cli-holidays-year" };
            let title = Message::new(key).with("year", year.year.to_string()).with("n", year.working_days);
            self.out.heading(self.words.message(&title))?;
            let row = |holiday: &HolidayRecord| [self.words.day(holiday.day), holiday.name.clone(), holiday.id.clone()];
            let rows: Vec<_> = year.holidays.iter().map(row).collect();
            self.out.table(&rows, &[])?;
        }
        Ok(exit)
    }

    fn year_record(&self, days: &WorkDays, year: i32) -> YearRecord {
        let first = |year| NaiveDate::from_yo_opt(year, 1).unwrap_or_default();
        let holidays = days.public(year).into_iter().map(|(day, id)| HolidayRecord {
            day,
            id: id.to_owned(),
            name: days.holiday_name(id, self.words.lang().name()).unwrap_or(id).to_owned(),
        });
        YearRecord {
            year,
            provisional: days.provisional(year),
            working_days: days.count_between(first(year), first(year + 1)),
            holidays: holidays.collect(),
        }
    }
}
