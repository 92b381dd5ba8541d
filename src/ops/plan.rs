//! Where the stored plan is made and kept: for one client within the verb that changed its facts, for the whole book on a
//! new day and after what concerns all.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::derive::{Deriver, PLANNED_DAYS};
use super::{MINUTES_PER_DAY, OpError, Workbench};
use crate::domain::calendar::{
    Board, Facts, Homeless, Kept, Moves, NoDay, Occurrence, Planned, Pushing, Reason, State, Terms,
};
use crate::domain::churn::{History, Score};
use crate::domain::ids::OrderId;
use crate::domain::money::Money;
use crate::domain::status::Status;
use crate::domain::table::Responsible;
use crate::store::{AgendaItem, BookLine, Entry, PlanRow, PlanState, Transaction};

/// The minutes of a day that are for touches, unless a person says otherwise.
pub const USUAL_MINUTES: u32 = 240;

/// How full the days were when the whole book was planned last, by [`Responsible`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BookPlan {
    /// The day on which that was.
    pub day: Option<NaiveDate>,
    /// The levels the days are filled up to.
    pub levels: [u32; 4],
    /// The least level at which everything would fit.
    pub needed: [u32; 4],
    /// Between which days so much has to be done.
    pub forced: [Option<(NaiveDate, NaiveDate)>; 4],
    /// Whether less than that is there, so that some touches have no day.
    pub limited: [bool; 4],
    /// The touches that have no day.
    pub homeless: [u32; 4],
    /// The minutes they would take.
    pub homeless_minutes: [u32; 4],
}

/// How the book is planned again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replan {
    /// What has a day keeps it while it holds, also on days that become too full: what the program does by itself, on a
    /// new day or after an import, moves nothing, and undo need not move it back.
    Gentle,
    /// What has a day keeps it while it holds, but days that become too full give some away.
    Sticky,
    /// Everything but what a person gave a day gets one anew.
    Fresh,
}

/// What the plan has to know of a client beside its facts.
pub(super) struct Known {
    pub history: History,
    pub score: Option<Score>,
    status: Status,
    revenue: Money,
    orders: Vec<(NaiveDate, OrderId)>,
    kept: Vec<Kept>,
}

impl Known {
    pub fn of(line: &BookLine, history: History, score: Option<Score>, today: NaiveDate) -> Self {
        Self {
            status: Status::of(history.order_days(), line.closed),
            revenue: history.value_of_year(today),
            orders: line.orders.iter().map(|order| order.day).zip(line.order_ids.iter().copied()).collect(),
            kept: line.plan.iter().filter_map(PlanRow::kept).collect(),
            history,
            score,
        }
    }

    /// The facts of the client.
    pub fn facts<'l>(&'l self, line: &'l BookLine) -> Facts<'l> {
        Facts {
            client: line.id,
            status: self.status,
            star: line.star,
            tags: &line.tags,
            since: line.since,
            industry: &line.industry,
            company_day: line.company_day,
            birthdays: &line.birthdays,
            orders: &self.orders,
            revenue: self.revenue,
            value: self.score.map(|score| score.at_risk).unwrap_or_default(),
            contacts: &line.contacts,
            decisions: &line.decisions,
            plan: &self.kept,
        }
    }

    /// Forgets the days of what is still open.
    fn forget_open(&mut self) {
        self.kept.retain(|kept| kept.touch.is_some());
    }
}

/// The days of one client, by the places of its occurrences.
type Days = HashMap<u16, (NaiveDate, Reason)>;

/// The plan of the whole book before it is written.
pub(super) struct PlannedBook {
    pub known: Vec<Known>,
    pub plan: BookPlan,
    days: HashMap<u32, Days>,
    homeless: Vec<(u32, u16, NoDay)>,
}

impl PlannedBook {
    /// The rows of a client.
    pub fn rows(&self, deriver: &Deriver<'_>, line: &BookLine, place: usize) -> Vec<PlanRow> {
        let days = self.days.get(&(place as u32));
        let today = deriver.planner.today();
        if days.is_none() && line.plan.is_empty() && line.decisions.is_empty() && line.contacts.is_empty() {
            return typed_row(line, today).into_iter().collect();
        }
        let owed = deriver.planner.owed(&self.known[place].facts(line));
        rows_of(line, &owed, days.unwrap_or(&Days::new()), today)
    }

    /// What has no day.
    pub fn homeless(&self, deriver: &Deriver<'_>, lines: &[BookLine]) -> Vec<Homeless> {
        let mut by_owner: HashMap<u32, Vec<Occurrence<'_>>> = HashMap::new();
        let homeless = self.homeless.iter().filter_map(|(owner, place, why)| {
            let line = &lines[*owner as usize];
            let owed = by_owner
                .entry(*owner)
                .or_insert_with(|| deriver.planner.owed(&self.known[*owner as usize].facts(line)));
            Some(Homeless::of(owed.get(usize::from(*place))?, line.id, *why))
        });
        homeless.collect()
    }
}

impl Deriver<'_> {
    /// Plans every client.
    pub fn plan_book(&self, lines: &[BookLine], how: Replan) -> PlannedBook {
        let planner = &self.planner;
        let mut board = self.terms.board(planner.days(), planner.today(), planner.until());
        let waits = how == Replan::Gentle && self.waits(lines.len());
        let mut homeless = Vec::new();
        let mut known = Vec::with_capacity(lines.len());
        for (owner, line) in lines.iter().enumerate() {
            let mut one = self.know(line);
            if how == Replan::Fresh {
                one.forget_open();
            }
            let facts = one.facts(line);
            let owed = planner.owed(&facts);
            board.add(&facts, &owed, |_| !waits);
            let barred = owed.iter().enumerate().filter(|(_, occurrence)| {
                occurrence.state == State::Barred
                    && occurrence.to >= planner.today()
                    && occurrence.ideal <= planner.until()
            });
            homeless.extend(barred.map(|(place, _)| (owner as u32, place as u16, NoDay::Barred)));
            known.push(one);
        }
        board.arrange(if how == Replan::Gentle { Pushing::Nothing } else { Pushing::OffFullDays });
        let mut plan = BookPlan {
            day: Some(planner.today()),
            levels: Responsible::ALL.map(|who| board.level(who).0),
            needed: Responsible::ALL.map(|who| board.bound(who)),
            forced: Responsible::ALL.map(|who| board.level(who).1),
            limited: Responsible::ALL.map(|who| board.level(who).2),
            ..BookPlan::default()
        };
        let mut days: HashMap<u32, Days> = HashMap::new();
        for (task, given) in board.given() {
            match given {
                Ok(given) => {
                    days.entry(task.owner).or_default().insert(task.place, given);
                }
                Err(why) => {
                    let who = task.responsible() as usize;
                    plan.homeless[who] += 1;
                    plan.homeless_minutes[who] += task.minutes();
                    homeless.push((task.owner, task.place, why));
                }
            }
        }
        if waits {
            // What waits was not asked for a day: how full the days are is known from before.
            plan = self.known_plan();
        }
        PlannedBook { known, plan, days, homeless }
    }
}

impl Workbench {
    /// One verb that concerns the whole plan: facts are written, the plan is made again, or nothing is. Returns what moved.
    pub(super) fn replan_with(
        &self,
        verb: &str,
        subject: &str,
        how: Replan,
        write: impl FnOnce(&Transaction<'_>) -> Result<(), OpError>,
    ) -> Result<Moves, OpError> {
        self.check_may_write()?;
        self.make_fresh()?;
        let entry = Entry { verb, subject, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            write(tx)?;
            self.derive_all(how)
        })
    }

    /// Under what terms days are given out.
    pub(super) fn terms(&self, plan: &BookPlan) -> Result<Terms, OpError> {
        let absences = self.db.absences()?.into_iter().map(|row| row.absence).collect();
        Ok(Terms { minutes: self.minutes_per_day()?, absences, levels: plan.levels })
    }

    /// The minutes of a day that are for touches.
    pub fn minutes_per_day(&self) -> Result<u32, OpError> {
        let chosen = self.setting(MINUTES_PER_DAY)?.and_then(|minutes| minutes.parse().ok());
        Ok(chosen.unwrap_or(USUAL_MINUTES))
    }

    /// The rows of one client: what has a day keeps it while it holds, and of the rest those get one that `is_new` says
    /// are new. What other clients have stays where it is. It takes no longer the more clients there are.
    pub(super) fn plan_client(
        &self,
        deriver: &Deriver<'_>,
        line: &BookLine,
        known: &Known,
        is_new: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<PlanRow>, OpError> {
        let (planner, today) = (&deriver.planner, deriver.planner.today());
        let facts = known.facts(line);
        let owed = planner.owed(&facts);
        let wanted: Vec<bool> = owed
            .iter()
            .map(|occurrence| {
                occurrence.is_open()
                    && match occurrence.kept {
                        Some((day, _)) => day < today || occurrence.by_hand.is_some(),
                        None => is_new(&occurrence.key(line.id)),
                    }
            })
            .collect();
        let mut board = deriver.terms.board(planner.days(), today, planner.until());
        if wanted.contains(&true) {
            self.occupy(&mut board, line, today)?;
        }
        board.add(&facts, &owed, |place| wanted[place]);
        board.beside_others();
        board.arrange(Pushing::Nothing);
        let days = board.given().filter_map(|(task, given)| Some((task.place, given.ok()?))).collect();
        Ok(rows_of(line, &owed, &days, today))
    }

    /// Takes account of what the days hold beside the touches of one client.
    fn occupy(&self, board: &mut Board, line: &BookLine, today: NaiveDate) -> Result<(), OpError> {
        let mut loads: HashMap<(Responsible, NaiveDate), u32> = HashMap::new();
        for load in self.db.loads(today, today + PLANNED_DAYS)? {
            loads.insert((load.who, load.day), load.minutes);
        }
        for row in line.plan.iter().filter(|row| row.state == PlanState::Open) {
            if let AgendaItem::Rule(planned) = &row.item
                && let Some(load) = loads.get_mut(&(planned.responsible, row.day))
            {
                *load = load.saturating_sub(row.minutes);
            }
        }
        for ((who, day), minutes) in loads {
            board.occupy(who, day, minutes);
        }
        Ok(())
    }

    /// Writes what changed of a client's rows.
    pub(super) fn write_rows(&self, before: &[PlanRow], after: &[PlanRow]) -> Result<(), OpError> {
        for row in before.iter().filter(|row| after.iter().all(|other| other.key != row.key)) {
            self.db.drop_plan(&row.key)?;
        }
        for row in after.iter().filter(|row| !before.contains(row)) {
            self.db.put_plan(row)?;
        }
        Ok(())
    }
}

/// The rows of a client by day and key.
fn rows_of(line: &BookLine, owed: &[Occurrence<'_>], days: &Days, today: NaiveDate) -> Vec<PlanRow> {
    let mut rows: Vec<PlanRow> = typed_row(line, today).into_iter().collect();
    for (place, occurrence) in owed.iter().enumerate() {
        let (state, (day, reason)) = match occurrence.state {
            State::Open => match days.get(&(place as u16)) {
                Some(given) => (PlanState::Open, *given),
                None => continue,
            },
            // What a contact did stays done by it, whatever moves later.
            State::Done(touch) => (PlanState::Done(Some(touch)), occurrence.kept_or_own()),
            State::Skipped => (PlanState::Skipped, occurrence.kept_or_own()),
            State::Barred | State::TooMany => continue,
        };
        let planned = Planned::of(occurrence, line.id, day, reason);
        rows.push(PlanRow {
            client: line.id,
            key: planned.key.clone(),
            day,
            minutes: planned.minutes,
            item: AgendaItem::Rule(planned),
            state,
        });
    }
    rows.sort_unstable_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
    rows
}

/// The row of the day a person set for the next contact; one that has passed stands on today.
fn typed_row(line: &BookLine, today: NaiveDate) -> Option<PlanRow> {
    let day = line.next_step?;
    Some(PlanRow {
        client: line.id,
        key: format!("M|{}", line.id.0),
        day: day.max(today),
        minutes: 0,
        item: AgendaItem::Typed(day),
        state: PlanState::Open,
    })
}
