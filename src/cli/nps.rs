//! `regulars nps`: how likely clients would recommend us.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, check_order, read};
use crate::text::typed;

/// What `nps --json` answers.
#[derive(Serialize)]
struct NpsRecord {
    /// The first day.
    from: NaiveDate,
    /// The last day.
    to: NaiveDate,
    /// How many answered.
    answers: usize,
    /// How many of them 9 or 10.
    loyal: usize,
    /// How many 7 or 8.
    neutral: usize,
    /// How many 0 to 6.
    critics: usize,
    /// The percentage of the loyal less that of the critics; null where fewer than `least` answered.
    score: Option<i64>,
    /// From how many answers on the score is told.
    least: usize,
    /// How many new clients that makes by the arithmetic of the source, an estimate; null with the score.
    new_clients_by_the_source: Option<f64>,
}

impl Session<'_> {
    /// Says how likely clients would recommend us.
    pub(super) fn nps(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let today = self.bench.today();
        let day = |name: &str| {
            let typed = asked.get_one::<String>(name);
            typed.map(|typed| read(typed, "cli-error-day", |typed| typed::parse_past_day(typed, today))).transpose()
        };
        let (from, to) = (day("from")?, day("to")?);
        let report = self.bench.nps(from, to)?;
        check_order(report.from, Some(report.to))?;
        if self.out.is_json() {
            let score = report.score();
            self.out.json(&NpsRecord {
                from: report.from,
                to: report.to,
                answers: report.nps.answers(),
                loyal: report.nps.loyal,
                neutral: report.nps.neutral,
                critics: report.nps.critics,
                score,
                least: report.least,
                new_clients_by_the_source: score.map(|_| report.nps.new_clients()),
            })?;
            return Ok(Exit::Done);
        }
        for sentence in report.sentences() {
            self.out.line(self.words.message(&sentence))?;
        }
        Ok(Exit::Done)
    }
}
