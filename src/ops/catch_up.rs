//! Where what came to nothing while somebody was away is dealt with in one go: kept as the calendar put it, spread over
//! the days to come, or dropped.

use chrono::NaiveDate;

use super::{OpError, Replan, Workbench};
use crate::domain::calendar::{Choice, Decision, Moves, Pushed, Reason};
use crate::domain::message::Message;
use crate::store::{AgendaItem, PlanRow, PlanState};

/// What becomes of the touches whose own days have passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CatchUp {
    /// They stay on the days the calendar gave them.
    Keep,
    /// They are spread over the working days from today up to this one.
    Move(NaiveDate),
    /// They are skipped.
    Drop,
}

/// What was late, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaughtUp {
    /// The touches whose own days passed without them, and that can still be done.
    pub late: usize,
    /// The touches whose windows ended meanwhile: they were missed.
    pub missed: usize,
    /// What moved, or went.
    pub moves: Moves,
}

impl CaughtUp {
    /// What was late, in words.
    pub fn message(&self) -> Message {
        Message::new("caught-up").with("late", self.late).with("missed", self.missed)
    }
}

impl Workbench {
    /// Deals with the touches whose own days fell on `since` or later, and passed. One action, one step of undo.
    pub fn catch_up(&self, since: NaiveDate, how: CatchUp) -> Result<CaughtUp, OpError> {
        self.make_fresh()?;
        let (today, at) = (self.today(), self.clock.now().at);
        if let CatchUp::Move(until) = how {
            self.check_ahead(until)?;
        }
        let rows = self.db.plan_of(None)?;
        let mut late: Vec<&PlanRow> = rows.iter().filter(|row| is_late(row, since, today)).collect();
        late.sort_unstable_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
        let missed = self.compliance(since, today)?.iter().map(|row| row.missed).sum();
        let choices: Vec<Choice> = match how {
            CatchUp::Keep => Vec::new(),
            CatchUp::Drop => vec![Choice::Skip; late.len()],
            CatchUp::Move(until) => {
                let calendar = self.days();
                let days = today.iter_days().take_while(|day| *day <= until.max(today));
                let mut days: Vec<NaiveDate> = days.filter(|day| calendar.is_working(*day)).collect();
                if days.is_empty() {
                    days.push(calendar.on_or_after(today));
                }
                (0..late.len()).map(|place| Choice::Snooze(days[place * days.len() / late.len()])).collect()
            }
        };
        let count = late.len();
        let moves = if choices.is_empty() {
            Moves::default()
        } else {
            self.replan_with("catch_up", "", Replan::Sticky, |tx| {
                late.iter().zip(choices).try_for_each(|(row, choice)| {
                    Ok(tx.decide(row.client, &Decision { key: row.key.clone(), choice }, "", at)?)
                })
            })?
        };
        Ok(CaughtUp { late: count, missed, moves })
    }
}

fn is_late(row: &PlanRow, since: NaiveDate, today: NaiveDate) -> bool {
    let AgendaItem::Rule(planned) = &row.item else { return false };
    let Reason { own, pushed } = planned.reason;
    row.state == PlanState::Open && pushed != Pushed::ByHand && since <= own && own < today
}
