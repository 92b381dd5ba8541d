//! Where what follows from the facts is computed and kept: status and alert of every client on one day, beside the plan.
//!
//! A verb derives the client it was done to at once, against what was learnt from the whole book last. Whatever concerns
//! every client (an import, a rule, another day) leaves the book outdated, and [`Workbench::make_fresh`] derives every client
//! anew, and learns anew when that is due: before the command line reads, in a worker behind the screen.

use chrono::TimeDelta;
use serde::Serialize;

use super::book_state::{BookState, Totals};
use super::calendar::moves_of;
use super::judge::Judge;
use super::plan::{BookPlan, Known, PlannedBook, Replan, Rest};
use super::receipt::Standing;
use super::{OpError, Workbench};
use crate::domain::calendar::{Moves, Planner, Terms};
use crate::domain::churn::{Concentration, History, Learned, Level, Reason, Score, Verdict};
use crate::domain::ids::ClientId;
use crate::domain::money::Money;
use crate::domain::table::Rule;
use crate::store::{BookLine, DerivedAlert, DerivedClient, PlanRow};

/// How many days ahead touches are planned: a year.
pub(super) const PLANNED_DAYS: TimeDelta = TimeDelta::days(366);
/// How often the book is derived again when it changes meanwhile, before the next one to look has to do it.
const TRIES: usize = 3;

/// What follows for one client.
pub(super) struct Follows {
    pub derived: DerivedClient,
    pub score: Option<Score>,
    pub verdict: Verdict,
    pub planned: Vec<PlanRow>,
}

impl Follows {
    /// Hands it on as it is kept.
    fn keep<T>(&self, keep: impl FnOnce(&DerivedClient, DerivedAlert<'_>) -> T) -> T {
        let Verdict { alert, silenced, .. } = &self.verdict;
        let (alert, answered) = (alert.as_ref().map(body_of), body_of(silenced));
        let back_on = silenced.iter().filter_map(|silenced| silenced.answer.until).min();
        let silenced = (!silenced.is_empty()).then_some((back_on, answered.as_str()));
        keep(&self.derived, DerivedAlert { speaks: alert.as_deref(), silenced })
    }

    pub fn standing(&self) -> Standing {
        Standing {
            level: self.derived.level,
            answered_until: self.verdict.answered_until,
            next: self.derived.next_day.map(|day| (day, self.derived.next_kind)),
        }
    }
}

/// What one day's derivation works with.
pub(super) struct Deriver<'a> {
    pub planner: Planner<'a>,
    pub terms: Terms,
    pub judge: Judge,
}

impl Deriver<'_> {
    /// What the plan has to know of a client.
    pub fn know(&self, line: &BookLine) -> Known {
        let history = self.judge.history(line);
        let score = self.judge.score(&history);
        Known::of(line, history, score, &self.judge)
    }

    /// How full the days were.
    pub fn known_plan(&self) -> BookPlan {
        self.judge.state().plan
    }

    /// What follows for a client that has these rows of the plan.
    pub fn follow(&self, line: &BookLine, known: &Known, planned: Vec<PlanRow>) -> Follows {
        self.judge.follow(line, &known.history, known.score, planned)
    }
}

impl Workbench {
    /// Whether what is kept holds for today.
    pub fn is_fresh(&self) -> Result<bool, OpError> {
        Ok(self.db.derived_book()?.0 == Some(self.today()))
    }

    /// What is known of the whole book, as it was derived last, and the day it holds for; `None` until it ever was.
    pub fn book_state(&self) -> Result<Option<BookState>, OpError> {
        let (_, body) = self.db.derived_book()?;
        Ok(serde_json::from_str(&body).ok())
    }

    /// Says that what is kept is to be derived anew.
    pub fn outdate(&self) -> Result<(), OpError> {
        self.check_may_write()?;
        Ok(self.db.outdate_derived()?)
    }

    /// Derives every client anew if what is kept does not hold for today. A file that may only be looked at stays as it is.
    /// True if that took anything.
    pub fn make_fresh(&self) -> Result<bool, OpError> {
        if self.looks_only() || self.is_fresh()? {
            return Ok(false);
        }
        for _ in 0..TRIES {
            let seen = self.db.last_action()?;
            let lines = self.db.book(self.today())?;
            let (judge, learned) = self.usual(&lines)?;
            let rules = self.db.rules()?;
            let deriver = self.deriver(&rules, judge)?;
            let book = deriver.plan_book(&lines, Replan::Gentle);
            let kept = self.db.derive(|db| {
                if db.last_action()? != seen {
                    return Ok::<_, OpError>(false);
                }
                self.keep_book(&deriver, &lines, &book, learned.as_ref())?;
                Ok(true)
            })?;
            if kept {
                if self.days.changed.take() {
                    *self.days.moved.borrow_mut() = Some(moves_by(&deriver, &lines, &book));
                }
                break;
            }
        }
        Ok(true)
    }

    /// What clients of this book are judged by, and what was learnt for it where that was due.
    pub(super) fn usual(&self, lines: &[BookLine]) -> Result<(Judge, Option<Learned>), OpError> {
        let today = self.today();
        let before = self.book_state()?;
        let histories: Vec<History> = lines.iter().map(|line| History::until(today, &line.orders)).collect();
        let order_days = histories.iter().map(History::order_days).sum();
        let kept = self.learned()?.filter(|learned| !learned.basis.is_due(today, order_days));
        let anew = kept.is_none();
        let learned = kept.unwrap_or_else(|| Learned::from(&histories, today));
        let revenues = || histories.iter().map(|history| history.value_of_year(today));
        let state = BookState {
            day: Some(today),
            thresholds: self.thresholds()?,
            horizon: self.horizon()?,
            learnt: learned.basis,
            revenue: revenues().filter(|revenue| *revenue > Money(0)).sum(),
            payers: revenues().filter(|revenue| *revenue > Money(0)).count(),
            totals: before.map(|state| state.totals).unwrap_or_default(),
            plan: before.map(|state| state.plan).unwrap_or_default(),
        };
        let judge = Judge::new(learned.scorer(state.horizon).into(), state, self.regular_rule()?, today);
        Ok((judge, anew.then_some(learned)))
    }

    /// What clients are judged by since the book was derived last. Where it never was, what is usual anywhere: to learn from
    /// a whole book takes seconds, and that is on its way; a file that may only be looked at is learned from, as nobody else
    /// will.
    pub(super) fn usual_so_far(&self) -> Result<Judge, OpError> {
        match self.judge()? {
            Some(judge) => Ok(judge),
            None if self.looks_only() => Ok(self.usual(&self.db.book(self.today())?)?.0),
            None => Ok(self.usual(&[])?.0),
        }
    }

    /// Derives every client anew within a transaction that changed what concerns all of them. Returns what moved.
    pub(super) fn derive_all(&self, how: Replan) -> Result<Moves, OpError> {
        let lines = self.db.book(self.today())?;
        let (judge, learned) = self.usual(&lines)?;
        let rules = self.db.rules()?;
        let deriver = self.deriver(&rules, judge)?;
        let book = deriver.plan_book(&lines, how);
        self.keep_book(&deriver, &lines, &book, learned.as_ref())?;
        Ok(moves_by(&deriver, &lines, &book))
    }

    /// Writes the plan and what follows, a client at a time.
    fn keep_book(
        &self,
        deriver: &Deriver<'_>,
        lines: &[BookLine],
        book: &PlannedBook,
        learned: Option<&Learned>,
    ) -> Result<(), OpError> {
        self.db.clear_derived()?;
        // What speaks under another threshold no more, and nobody acted on, was not raised: a threshold was tried.
        self.db.forget_raised(self.today(), &Reason::BY_THRESHOLD)?;
        let mut totals = Totals::default();
        for (place, line) in lines.iter().enumerate() {
            let known = &book.known[place];
            let plan = book.of_client(deriver, line, place);
            self.write_plan(line, &plan)?;
            let follows = deriver.follow(line, known, plan.rows);
            totals = totals.with(1, Totals::of(&follows.derived));
            follows.keep(|derived, alert| self.db.add_derived(derived, alert))?;
            self.note_raised(&follows)?;
        }
        if let Some(learned) = learned {
            self.db.put_learned(&body_of(learned))?;
        }
        if let Some(mark) = self.days.mark.get() {
            self.db.put_made_from(mark)?;
        }
        self.db.push_alerts(self.today(), self.alerts_a_day()?)?;
        let totals = totals.planned(&self.db, self.today())?;
        let state = BookState { totals, plan: book.plan, ..*deriver.judge.state() };
        Ok(self.db.put_derived_book(Some(self.today()), &body_of(&state))?)
    }

    /// What one day's derivation works with, for these rules.
    pub(super) fn deriver<'a>(&'a self, rules: &'a [Rule], judge: Judge) -> Result<Deriver<'a>, OpError> {
        let today = self.today();
        let planner = Planner::new(rules, self.days(), today, today + PLANNED_DAYS);
        Ok(Deriver { planner, terms: self.terms(&judge.state().plan)?, judge })
    }

    /// What follows for one client, for looking at it: planned as it is kept, where that holds for today.
    pub(super) fn follows_of(&self, line: &BookLine, judge: &Judge) -> Result<Follows, OpError> {
        if self.is_fresh()? {
            let history = judge.history(line);
            let score = judge.score(&history);
            return Ok(judge.follow(line, &history, score, line.plan.clone()));
        }
        let rules = self.db.rules()?;
        let deriver = self.deriver(&rules, judge.with(*judge.state()))?;
        let known = deriver.know(line);
        let plan = self.plan_client(&deriver, line, &known, Rest::GetsDays)?;
        Ok(deriver.follow(line, &known, plan.rows))
    }

    /// Derives one client and keeps it: within the transaction that changed its facts. Those on whom much of the revenue
    /// hangs are judged again where that has changed; and if enough has changed to learn anew, the book is
    /// outdated.
    pub(super) fn derive_client(
        &self,
        deriver: &Deriver<'_>,
        client: ClientId,
        rest: Rest,
    ) -> Result<Option<Follows>, OpError> {
        let Some(mut line) = self.db.book_line(client, self.today())? else { return Ok(None) };
        let plan = self.plan_client(deriver, &line, &deriver.know(&line), rest)?;
        self.write_plan(&line, &plan)?;
        line.plan = plan.rows;
        let before = self.book_state()?;
        let follows = self.keep_client(&deriver.judge, &line)?;
        let (Some(before), Some(after)) = (before, self.book_state()?) else { return Ok(Some(follows)) };
        if after.learnt.is_due(self.today(), usize::try_from(after.totals.order_days).unwrap_or(0)) {
            self.db.outdate_derived()?;
        }
        if after.revenue == before.revenue {
            return Ok(Some(follows));
        }
        let judge = deriver.judge.with(after);
        let least = Concentration::least(before.revenue.min(after.revenue), after.thresholds.urgent_share);
        for other in self.db.clients_with_revenue(least)? {
            if other != client
                && let Some(line) = self.db.book_line(other, self.today())?
            {
                self.keep_client(&judge, &line)?;
            }
        }
        // Its own share is one of the new whole.
        self.keep_client(&judge, &line).map(Some)
    }

    /// Judges one client again and keeps that; its plan stays as it is.
    pub(super) fn rejudge(&self, client: ClientId) -> Result<Option<Follows>, OpError> {
        let Some(line) = self.db.book_line(client, self.today())? else { return Ok(None) };
        self.keep_client(&self.usual_so_far()?, &line).map(Some)
    }

    /// Takes what a client adds to the whole book out of it, before the client goes.
    pub(super) fn forget_client(&self, client: ClientId) -> Result<(), OpError> {
        if let (Some(state), Some(before)) = (self.book_state()?, self.db.derived_client(client)?) {
            let mut state = state.with_client(-1, &before);
            state.totals = state.totals.with(-1, Totals::of(&before));
            self.db.put_derived_book(self.db.derived_book()?.0, &body_of(&state))?;
        }
        Ok(())
    }

    fn keep_client(&self, judge: &Judge, line: &BookLine) -> Result<Follows, OpError> {
        let today = self.today();
        let history = judge.history(line);
        let score = judge.score(&history);
        let follows = judge.follow(line, &history, score, line.plan.clone());
        // What is kept of the others for another day would not go with what is kept of this one for today.
        let day = self.db.derived_book()?.0.filter(|day| *day == today);
        let before = self.db.derived_client(line.id)?;
        if let Some(state) = self.book_state()? {
            let mut state = state.with_client(1, &follows.derived);
            state.totals = state.totals.with(1, Totals::of(&follows.derived));
            if let Some(before) = &before {
                state = state.with_client(-1, before);
                state.totals = state.totals.with(-1, Totals::of(before));
            }
            state.totals = state.totals.planned(&self.db, today)?;
            self.db.put_derived_book(day, &body_of(&state))?;
        }
        follows.keep(|derived, alert| self.db.put_derived(before.as_ref(), derived, alert))?;
        self.note_raised(&follows)?;
        if follows.verdict.alert.as_ref().is_some_and(|alert| alert.level == Level::Alarm) {
            self.db.push_alerts(today, self.alerts_a_day()?)?;
        }
        Ok(follows)
    }

    /// Keeps a record of what is raised, for the report of how the alerts did.
    fn note_raised(&self, follows: &Follows) -> Result<(), OpError> {
        for reason in follows.verdict.alert.iter().flat_map(|alert| &alert.reasons) {
            let signal = reason.signal();
            let (kind, cause, level) = (reason.kind(), signal.cause(), signal.level());
            self.db.note_raised(follows.derived.client, kind, &cause, self.today(), level)?;
        }
        Ok(())
    }
}

/// What leads from the plan that clients had to the one of the book.
pub(super) fn moves_by(deriver: &Deriver<'_>, lines: &[BookLine], book: &PlannedBook) -> Moves {
    let after = lines.iter().enumerate().flat_map(|(place, line)| book.of_client(deriver, line, place).rows);
    moves_of(lines.iter().flat_map(|line| line.plan.iter().cloned()), after)
}

/// As JSON; nothing that is kept so can fail to be written.
fn body_of<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
