//! How likely clients would recommend us, over a period.

use chrono::{Months, NaiveDate};

use super::{NPS_LEAST, OpError, Workbench};
use crate::domain::message::{Arg, Message};
use crate::domain::nps::Nps;

/// The least number of answers from which the score is told, unless a person says otherwise.
const USUAL_LEAST: usize = 10;

/// The answers of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NpsReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// What was answered: of each person the last answer, of a client without a person the client's.
    pub nps: Nps,
    /// From how many answers on the score is told.
    pub least: usize,
}

impl NpsReport {
    /// The score, where enough answered.
    pub fn score(&self) -> Option<i64> {
        self.nps.score().filter(|_| self.nps.answers() >= self.least)
    }

    /// The report in sentences.
    pub fn sentences(&self) -> Vec<Message> {
        let Nps { loyal, neutral, critics } = self.nps;
        let answers = self.nps.answers();
        let period = Message::new("nps-period").with("from", self.from).with("to", self.to).with("n", answers);
        let Some(score) = self.score() else {
            return vec![period, Message::new("nps-too-few").with("least", self.least)];
        };
        let share = |count: usize| Arg::Share(count as f64 / answers as f64);
        let sign = if score > 0 { "+" } else { "" };
        vec![
            period,
            Message::new("nps-score").with("score", format!("{sign}{score}")),
            Message::new("nps-bands")
                .with("loyal", share(loyal))
                .with("neutral", share(neutral))
                .with("critics", share(critics)),
            Message::new("nps-arithmetic")
                .with("loyal", loyal)
                .with("critics", critics)
                .with("new", Arg::Decimal(self.nps.new_clients())),
        ]
    }
}

impl Workbench {
    /// What was answered from `from` to `to`; the twelve months to today where nothing else is said.
    pub fn nps(&self, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<NpsReport, OpError> {
        let to = to.unwrap_or(self.today());
        let from = from.unwrap_or(to - Months::new(12));
        let least = self.setting(NPS_LEAST)?.and_then(|least| least.parse().ok()).unwrap_or(USUAL_LEAST);
        Ok(NpsReport { from, to, nps: Nps::of(&self.db.nps_answers(from, to)?), least })
    }
}
