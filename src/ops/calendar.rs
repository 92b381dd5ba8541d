//! What the calendar's views read: the touches of a range of days, what each day holds and could hold, what has no day,
//! and how the table is kept.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::derive::moves_by;
use super::{AgendaLine, OpError, Replan, Workbench, responsible_key};
use crate::domain::calendar::{Absence, Homeless, Moves, NoDay, Occurrence, Planned, Planner, State, merges};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::table::{Responsible, Rule};
use crate::store::{AgendaItem, BookLine, PlanRow, PlanState};

/// What a day holds for one of those who make touches, and what it could hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLoad {
    /// The day.
    pub day: NaiveDate,
    /// For whom.
    pub who: Responsible,
    /// The touches planned.
    pub touches: u32,
    /// The minutes they take.
    pub minutes: u32,
    /// The minutes there are: none on a day off or away.
    pub capacity: u32,
    /// Whether it is a day off.
    pub off: bool,
    /// Whether they are away.
    pub away: bool,
    /// Whether the days off of its year are not decreed yet.
    pub provisional: bool,
}

/// What a range of days holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loads {
    /// Each day, for each of those who have something to do in the range, or are the account manager.
    pub days: Vec<DayLoad>,
    /// For whom, how many minutes a day, between which days: the least that had to be, whatever the plan.
    pub bottlenecks: Vec<(Responsible, u32, NaiveDate, NaiveDate)>,
}

/// How a row of the table was kept in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The row.
    pub rule: Rule,
    /// Touches it asked for with an own day in the period.
    pub owed: usize,
    /// Those that were done.
    pub done: usize,
    /// Those that have a day.
    pub planned: usize,
    /// Those that can still be done and have no day.
    pub remaining: usize,
    /// Those that were skipped.
    pub skipped: usize,
    /// Those whose window ended without them.
    pub missed: usize,
}

impl Kept {
    /// The share done of what was done or missed, 0 to 1; `None` where nothing had to be done yet.
    pub fn share(&self) -> Option<f64> {
        let due = self.done + self.missed;
        (due > 0).then(|| self.done as f64 / due as f64)
    }

    /// The counts in words.
    pub fn message(&self) -> Message {
        Message::new("kept-counts")
            .with("owed", self.owed)
            .with("done", self.done)
            .with("planned", self.planned)
            .with("remaining", self.remaining)
            .with("skipped", self.skipped)
            .with("missed", self.missed)
    }
}

/// Days that are too full to hold everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Whose.
    pub who: Responsible,
    /// The touches that have no day.
    pub homeless: u32,
    /// The minutes of a day that would hold everything.
    pub needed: u32,
    /// The minutes there are.
    pub minutes: u32,
}

impl Limit {
    /// In one sentence, with what would help.
    pub fn sentence(&self) -> Message {
        self.numbers(Message::new("plan-limited"))
    }

    /// In a few words.
    pub fn short(&self) -> Message {
        self.numbers(Message::new("plan-limited-short"))
    }

    fn numbers(&self, message: Message) -> Message {
        message
            .with("who", Message::new(responsible_key(self.who)))
            .with("n", i64::from(self.homeless))
            .with("minutes", i64::from(self.minutes))
            .with("needed", i64::from(self.needed))
    }
}

impl Workbench {
    /// The touches planned from `first` to `last`, with those that were done or skipped.
    pub fn calendar(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<AgendaLine>, OpError> {
        self.db.plan_between(first, last)?.into_iter().map(|(name, row)| self.agenda_line(name, row)).collect()
    }

    /// The touch of a key.
    pub fn touch(&self, key: &str) -> Result<AgendaLine, OpError> {
        let row = self.touch_of(key)?;
        let name = self.db.client(row.client)?.map(|client| client.name).unwrap_or_default();
        self.agenda_line(name, row)
    }

    pub(super) fn touch_of(&self, key: &str) -> Result<PlanRow, OpError> {
        let row = self.db.plan_row(key)?.filter(|row| matches!(row.item, AgendaItem::Rule(_)));
        row.ok_or_else(|| OpError::NoTouch { key: key.to_owned() })
    }

    /// What the days from `first` to `last` hold.
    pub fn loads(&self, first: NaiveDate, last: NaiveDate) -> Result<Loads, OpError> {
        let minutes = self.minutes_per_day()?;
        let absences = self.db.absences()?;
        let found: BTreeMap<(NaiveDate, Responsible), (u32, u32)> = self
            .db
            .loads(first, last)?
            .into_iter()
            .map(|row| ((row.day, row.who), (row.touches, row.minutes)))
            .collect();
        let busy = |who| who == Responsible::Me || found.keys().any(|(_, other)| *other == who);
        let people: Vec<Responsible> = Responsible::ALL.into_iter().filter(|who| busy(*who)).collect();
        let (calendar, mut days) = (self.days(), Vec::new());
        for day in first.iter_days().take_while(|day| *day <= last) {
            let off = !calendar.is_working(day);
            let provisional = calendar.provisional(day.year());
            for who in &people {
                let absent = absences.iter().map(|row| &row.absence);
                let away = absent.into_iter().any(|one| one.who == *who && one.from <= day && day <= one.to);
                let (touches, planned) = found.get(&(day, *who)).copied().unwrap_or_default();
                let capacity = if off || away { 0 } else { minutes };
                days.push(DayLoad { day, who: *who, touches, minutes: planned, capacity, off, away, provisional });
            }
        }
        let plan = self.book_state()?.map(|state| state.plan).unwrap_or_default();
        let bottlenecks = Responsible::ALL.into_iter().filter_map(|who| {
            let (from, to) = plan.forced[who as usize]?;
            Some((who, plan.needed[who as usize], from, to))
        });
        Ok(Loads { days, bottlenecks: bottlenecks.collect() })
    }

    /// The touches that are owed and have no day, each with the reason.
    pub fn no_day(&self) -> Result<Vec<Homeless>, OpError> {
        let (lines, rules) = (self.db.book(self.today())?, self.db.rules()?);
        let deriver = self.deriver(&rules, self.usual_so_far()?)?;
        let (today, until) = (deriver.planner.today(), deriver.planner.until());
        let mut homeless = Vec::new();
        for line in &lines {
            for occurrence in deriver.planner.owed(&deriver.know(line).facts(line)) {
                let key = occurrence.key(line.id);
                let why = match occurrence.state {
                    State::Barred if occurrence.to >= today && occurrence.ideal <= until => Some(NoDay::Barred),
                    State::Open => line.waiting.iter().find(|waiting| waiting.key == key).map(|waiting| waiting.why),
                    _ => None,
                };
                homeless.extend(why.map(|why| Homeless::of(&occurrence, line.id, why)));
            }
        }
        Ok(homeless)
    }

    /// For whom the days are too full to hold everything.
    pub fn limits(&self) -> Result<Vec<Limit>, OpError> {
        let plan = self.book_state()?.map(|state| state.plan).unwrap_or_default();
        let minutes = self.minutes_per_day()?;
        let limit = |who: Responsible| {
            let (homeless, needed) = (plan.homeless[who as usize], plan.needed[who as usize]);
            (plan.limited[who as usize] && homeless > 0).then_some(Limit { who, homeless, needed, minutes })
        };
        Ok(Responsible::ALL.into_iter().filter_map(limit).collect())
    }

    /// The pairs of touches planned from `first` to `last` that one contact could do.
    pub fn merge_candidates(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<(Planned, Planned)>, OpError> {
        Ok(merge_pairs(self.db.plan_between(first, last)?.into_iter().map(|(_, row)| row)))
    }

    /// The pairs of touches planned with one client that one contact could do.
    pub fn merge_candidates_of(&self, client: ClientId) -> Result<Vec<(Planned, Planned)>, OpError> {
        Ok(merge_pairs(self.db.plan_of(Some(client))?.into_iter()))
    }

    /// How each row of the table was kept with the touches whose own days lie from `first` to `last`.
    pub fn compliance(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<Kept>, OpError> {
        self.kept_with(&self.db.book(self.today())?, first, last)
    }

    /// How each row of the table is kept with one client in the calendar year of today.
    pub fn standing_of(&self, client: ClientId) -> Result<Vec<Kept>, OpError> {
        let year = self.today().year();
        let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let lines: Vec<BookLine> = self.db.book_line(client, self.today())?.into_iter().collect();
        let kept = self.kept_with(&lines, day(1, 1), day(12, 31))?;
        Ok(kept.into_iter().filter(|kept| kept.owed > 0).collect())
    }

    /// The touches of one client that were left out, by day.
    pub fn skipped_of(&self, client: ClientId) -> Result<Vec<AgendaLine>, OpError> {
        let rows = self.db.plan_of(Some(client))?.into_iter().filter(|row| row.state == PlanState::Skipped);
        rows.map(|row| self.agenda_line(String::new(), row)).collect()
    }

    fn kept_with(&self, lines: &[BookLine], first: NaiveDate, last: NaiveDate) -> Result<Vec<Kept>, OpError> {
        let (rules, today) = (self.db.rules()?, self.today());
        let deriver = self.deriver(&rules, self.usual_so_far()?)?;
        let planner = Planner::since(&rules, self.days(), first, today, last);
        let none = |rule: &Rule| {
            let rule = rule.clone();
            Kept { rule, owed: 0, done: 0, planned: 0, remaining: 0, skipped: 0, missed: 0 }
        };
        let mut kept: Vec<Kept> = rules.iter().map(none).collect();
        for line in lines {
            let known = deriver.know(line);
            for occurrence in planner.owed(&known.facts(line)) {
                if occurrence.ideal < first || last < occurrence.ideal {
                    continue;
                }
                if let Some(kept) = kept.iter_mut().find(|kept| kept.rule.id == occurrence.rule.id) {
                    kept.count(&occurrence, today);
                }
            }
        }
        Ok(kept)
    }

    /// What leads from the plan that is kept to the one by these rules, with somebody away beside who is known to be. Nothing
    /// is written.
    pub(super) fn preview_plan(
        &self,
        rules: &[Rule],
        change: impl FnOnce(&mut Vec<Absence>),
        how: Replan,
    ) -> Result<Moves, OpError> {
        let lines = self.db.book(self.today())?;
        let (judge, _) = self.usual(&lines)?;
        let mut deriver = self.deriver(rules, judge)?;
        change(&mut deriver.terms.absences);
        let book = deriver.plan_book(&lines, how);
        Ok(moves_by(&deriver, &lines, &book))
    }
}

/// What leads from the open touches of one plan to those of another.
pub(super) fn moves_of(before: impl Iterator<Item = PlanRow>, after: impl Iterator<Item = PlanRow>) -> Moves {
    let open = |row: PlanRow| match row.item {
        AgendaItem::Rule(planned) if row.state == PlanState::Open => Some((row.client, planned.kind, row.key, row.day)),
        _ => None,
    };
    Moves::between(before.filter_map(open), after.filter_map(open))
}

impl Kept {
    fn count(&mut self, occurrence: &Occurrence<'_>, today: NaiveDate) {
        let counted = match occurrence.state {
            State::Done(_) => &mut self.done,
            State::Skipped => &mut self.skipped,
            State::Barred | State::TooMany => return,
            State::Open if occurrence.window().1 < today => &mut self.missed,
            State::Open if occurrence.kept.is_some() => &mut self.planned,
            State::Open => &mut self.remaining,
        };
        *counted += 1;
        self.owed += 1;
    }
}

fn merge_pairs(rows: impl Iterator<Item = PlanRow>) -> Vec<(Planned, Planned)> {
    let open = rows.filter(|row| row.state == PlanState::Open);
    let planned: Vec<Planned> = open
        .filter_map(|row| match row.item {
            AgendaItem::Rule(planned) => Some(planned),
            AgendaItem::Typed(_) => None,
        })
        .collect();
    merges(&planned).into_iter().map(|(one, other)| (one.clone(), other.clone())).collect()
}
