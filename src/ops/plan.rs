//! Where the stored plan is made and kept: for one client within the verb that changed its facts, for the whole book on a
//! new day and after what concerns all.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::derive::{Deriver, PLANNED_DAYS};
use super::judge::Judge;
use super::{MINUTES_PER_DAY, OpError, Workbench};
use crate::domain::calendar::{Board, Facts, Kept, Moves, NoDay, Occurrence, Planned, Pushing, Reason, State, Terms};
use crate::domain::churn::{History, Score};
use crate::domain::ids::{ClientId, OrderId};
use crate::domain::money::Money;
use crate::domain::status::Status;
use crate::domain::table::Responsible;
use crate::store::{AgendaItem, BookLine, Entry, PlanRow, PlanState, Transaction, Waiting};

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

impl BookPlan {
    fn count_homeless(&mut self, who: Responsible, minutes: u32) {
        self.homeless[who as usize] += 1;
        self.homeless_minutes[who as usize] += minutes;
    }
}

/// How the book is planned again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Replan {
    /// What has a day keeps it while it holds, also on days that become too full, and what found none waits until the next
    /// day: what the program does by itself moves nothing, and undo need not move it back.
    Gentle,
    /// What has a day keeps it while it holds, but days that become too full give some away.
    Sticky,
    /// Everything but what a person gave a day gets one anew.
    Fresh,
}

/// What becomes of the touches of one client that have no day and do not wait for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rest {
    /// They get one: a verb made them, or nothing was planned yet.
    GetsDays,
    /// They get none: what is taken back leaves what there was before, and in a book never planned that is nothing.
    Stays,
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
    pub fn of(line: &BookLine, history: History, score: Option<Score>, judge: &Judge) -> Self {
        let today = judge.today();
        Self {
            status: judge.status(line, &history),
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
            barred: line.barred,
            interval: line.interval,
            tags: &line.tags,
            declined: &line.declined,
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

/// What the occurrences of one client got, by their places: those that were asked for a day.
type Days = HashMap<u16, Result<(NaiveDate, Reason), NoDay>>;

/// The plan of one client.
#[derive(Debug, Default, PartialEq)]
pub(super) struct ClientPlan {
    /// Its rows, by day and key.
    pub rows: Vec<PlanRow>,
    /// What found no day.
    pub waiting: Vec<Waiting>,
}

/// The plan of the whole book before it is written.
pub(super) struct PlannedBook {
    pub known: Vec<Known>,
    pub plan: BookPlan,
    days: HashMap<u32, Days>,
}

impl PlannedBook {
    /// The plan of a client.
    pub fn of_client(&self, deriver: &Deriver<'_>, line: &BookLine, place: usize) -> ClientPlan {
        let days = self.days.get(&(place as u32));
        let today = deriver.planner.today();
        let nothing = line.plan.is_empty() && line.waiting.is_empty();
        if days.is_none() && nothing && line.decisions.is_empty() && line.contacts.is_empty() {
            return ClientPlan { rows: typed_row(line, today).into_iter().collect(), waiting: Vec::new() };
        }
        let owed = deriver.planner.owed(&self.known[place].facts(line));
        ClientPlan::of(line, &owed, days.unwrap_or(&Days::new()), today)
    }
}

impl Deriver<'_> {
    /// Plans every client.
    pub fn plan_book(&self, lines: &[BookLine], how: Replan) -> PlannedBook {
        let planner = &self.planner;
        let mut board = self.terms.board(planner.days(), planner.today(), planner.until());
        let same_day = self.known_plan().day == Some(planner.today());
        let asks = |line: &BookLine, occurrence: &Occurrence<'_>| {
            how != Replan::Gentle || !same_day || line.waiting.is_empty() || !line.waits(&occurrence.key(line.id))
        };
        let mut waits = Vec::new();
        let mut known = Vec::with_capacity(lines.len());
        for line in lines {
            let mut one = self.know(line);
            if how == Replan::Fresh {
                one.forget_open();
            }
            let facts = one.facts(line);
            let owed = planner.owed(&facts);
            board.add(&facts, &owed, |place| asks(line, &owed[place]));
            if !line.waiting.is_empty() {
                let waiting = owed.iter().filter(|o| o.is_open() && o.kept.is_none() && !asks(line, o));
                waits.extend(waiting.map(|occurrence| occurrence.rule));
            }
            known.push(one);
        }
        board.arrange(if how == Replan::Gentle { Pushing::Nothing } else { Pushing::OffFullDays });
        let full = if waits.is_empty() {
            BookPlan {
                day: Some(planner.today()),
                levels: Responsible::ALL.map(|who| board.level(who).0),
                needed: Responsible::ALL.map(|who| board.bound(who)),
                forced: Responsible::ALL.map(|who| board.level(who).1),
                limited: Responsible::ALL.map(|who| board.level(who).2),
                ..BookPlan::default()
            }
        } else {
            // What waits was not asked for a day: how full the days are is known from before.
            self.known_plan()
        };
        let mut plan = BookPlan { homeless: [0; 4], homeless_minutes: [0; 4], ..full };
        for rule in waits {
            plan.count_homeless(rule.responsible, rule.minutes);
        }
        let mut days: HashMap<u32, Days> = HashMap::new();
        for (task, given) in board.given() {
            if given.is_err() {
                plan.count_homeless(task.responsible(), task.minutes());
            }
            days.entry(task.owner).or_default().insert(task.place, given);
        }
        PlannedBook { known, plan, days }
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

    /// The plan of one client: what has a day keeps it while it holds, what waits goes on waiting, and the rest gets one or not.
    /// What other clients have stays where it is. It takes no longer the more clients there are.
    pub(super) fn plan_client(
        &self,
        deriver: &Deriver<'_>,
        line: &BookLine,
        known: &Known,
        rest: Rest,
    ) -> Result<ClientPlan, OpError> {
        let (planner, today) = (&deriver.planner, deriver.planner.today());
        let facts = known.facts(line);
        let owed = planner.owed(&facts);
        let wanted: Vec<bool> = owed
            .iter()
            .map(|occurrence| {
                occurrence.is_open()
                    && match occurrence.kept {
                        Some((day, _)) => day < today || occurrence.by_hand.is_some(),
                        None => rest == Rest::GetsDays && !line.waits(&occurrence.key(line.id)),
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
        let days = board.given().map(|(task, given)| (task.place, given)).collect();
        Ok(ClientPlan::of(line, &owed, &days, today))
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

    /// Plans the whole book, and writes what that makes of the plans of some clients: within the transaction that changed
    /// their facts, so that the journal has it.
    pub(super) fn plan_among_all(&self, clients: &BTreeSet<ClientId>) -> Result<(), OpError> {
        let (lines, rules) = (self.db.book(self.today())?, self.db.rules()?);
        let deriver = self.deriver(&rules, self.usual_so_far()?)?;
        let book = deriver.plan_book(&lines, Replan::Gentle);
        for (place, line) in lines.iter().enumerate().filter(|(_, line)| clients.contains(&line.id)) {
            self.write_plan(line, &book.of_client(&deriver, line, place))?;
        }
        Ok(())
    }

    /// Writes what changed of a client's plan.
    pub(super) fn write_plan(&self, before: &BookLine, after: &ClientPlan) -> Result<(), OpError> {
        for row in before.plan.iter().filter(|row| after.rows.iter().all(|other| other.key != row.key)) {
            self.db.drop_plan(&row.key)?;
        }
        for row in after.rows.iter().filter(|row| !before.plan.contains(row)) {
            self.db.put_plan(row)?;
        }
        for one in before.waiting.iter().filter(|one| after.waiting.iter().all(|other| other.key != one.key)) {
            self.db.drop_waiting(&one.key)?;
        }
        for one in after.waiting.iter().filter(|one| !before.waiting.contains(one)) {
            self.db.put_waiting(before.id, one)?;
        }
        Ok(())
    }
}

impl ClientPlan {
    fn of(line: &BookLine, owed: &[Occurrence<'_>], days: &Days, today: NaiveDate) -> Self {
        let mut plan = Self { rows: typed_row(line, today).into_iter().collect(), waiting: Vec::new() };
        for (place, occurrence) in owed.iter().enumerate() {
            let (state, (day, reason)) = match occurrence.state {
                State::Open => match days.get(&(place as u16)) {
                    Some(Ok(given)) => (PlanState::Open, *given),
                    Some(Err(why)) => {
                        plan.waiting.push(Waiting { key: occurrence.key(line.id), why: *why });
                        continue;
                    }
                    None if line.waiting.is_empty() => continue,
                    None => {
                        let key = occurrence.key(line.id);
                        plan.waiting.extend(line.waiting.iter().find(|waiting| waiting.key == key).cloned());
                        continue;
                    }
                },
                // What a contact did stays done by it, whatever moves later.
                State::Done(touch) => (PlanState::Done(Some(touch)), occurrence.kept_or_own()),
                State::Skipped => (PlanState::Skipped, occurrence.kept_or_own()),
                State::Barred | State::TooMany => continue,
            };
            let planned = Planned::of(occurrence, line.id, day, reason);
            plan.rows.push(PlanRow {
                client: line.id,
                key: planned.key.clone(),
                day,
                minutes: planned.minutes,
                item: AgendaItem::Rule(planned),
                state,
            });
        }
        plan.rows.sort_unstable_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
        plan
    }
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
