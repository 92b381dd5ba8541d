//! Where what follows from the facts is computed and kept: status, alert and planned touches of every client on one day.
//!
//! A verb derives the client it was done to at once, against what was learnt from the whole book last. Whatever concerns
//! every client (an import, a rule, another day) leaves the book outdated, and [`Workbench::make_fresh`] derives every client
//! anew, and learns anew when that is due: before the command line reads, in a worker behind the screen.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::judge::Judge;
use super::read::unreadable;
use super::receipt::Standing;
use super::{OpError, Workbench};
use crate::domain::calendar::{Facts, Planned, Planner};
use crate::domain::churn::{Basis, Concentration, History, Learned, Level, Score, Trigger, Verdict};
use crate::domain::ids::ClientId;
use crate::domain::money::Money;
use crate::domain::status::Status;
use crate::domain::table::Rule;
use crate::store::{BookLine, DerivedClient, PlannedRow};

/// How many days ahead touches are planned.
const PLANNED_DAYS: u64 = 92;
/// How often the book is derived again when it changes meanwhile, before the next one to look has to do it.
const TRIES: usize = 3;

/// What is known of the whole book beside its clients.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookState {
    /// From when on clients are overdue.
    pub trigger: Trigger,
    /// How far ahead "no order" is asked for, in days.
    pub horizon: u16,
    /// From what clients are scored by was learnt.
    pub learnt: Basis,
    /// The revenue of the twelve months to the day.
    pub revenue: Money,
    /// How many clients brought it.
    pub payers: usize,
    /// How many there are of what.
    pub totals: Totals,
}

impl BookState {
    /// This with the revenue of one client `times` more.
    fn with_client(self, times: i64, client: &DerivedClient) -> Self {
        if client.revenue <= Money(0) {
            return self;
        }
        let payers = self.payers.saturating_add_signed(times as isize);
        Self { revenue: self.revenue + Money(times * client.revenue.0), payers, ..self }
    }
}

/// How many there are of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Clients.
    pub clients: i64,
    /// Days with an order, client by client.
    pub order_days: i64,
    /// Regular clients.
    pub regular: i64,
    /// Regular clients whose next contact has a day.
    pub regular_with_next: i64,
    /// Alerts of the level alarm.
    pub alarms: i64,
    /// Alerts of every level.
    pub alerts: i64,
    /// Touches planned, up to the horizon.
    pub planned: i64,
    /// Touches planned for the day.
    pub due: i64,
    /// Minutes those take.
    pub due_minutes: i64,
}

impl Totals {
    /// What one client adds to them.
    fn of(follows: &DerivedClient, planned: &[PlannedRow], today: NaiveDate) -> Self {
        let regular = follows.status == Status::Regular;
        let due = || planned.iter().filter(|row| row.day == today);
        Self {
            clients: 1,
            order_days: follows.order_days as i64,
            regular: i64::from(regular),
            regular_with_next: i64::from(regular && follows.next_day.is_some()),
            alarms: i64::from(follows.level == Some(Level::Alarm)),
            alerts: i64::from(follows.level.is_some()),
            planned: planned.len() as i64,
            due: due().count() as i64,
            due_minutes: due().map(|row| i64::from(row.minutes)).sum(),
        }
    }

    /// These with `times` of the others.
    fn with(self, times: i64, others: Self) -> Self {
        Self {
            clients: self.clients + times * others.clients,
            order_days: self.order_days + times * others.order_days,
            regular: self.regular + times * others.regular,
            regular_with_next: self.regular_with_next + times * others.regular_with_next,
            alarms: self.alarms + times * others.alarms,
            alerts: self.alerts + times * others.alerts,
            planned: self.planned + times * others.planned,
            due: self.due + times * others.due,
            due_minutes: self.due_minutes + times * others.due_minutes,
        }
    }
}

/// What a planned row is: a touch a rule asks for, or the day a person set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AgendaItem {
    /// A rule asks for it.
    Rule(Planned),
    /// A person set the day; this one, which may have passed.
    Typed(NaiveDate),
}

/// What follows for one client.
pub(super) struct Follows {
    pub derived: DerivedClient,
    pub score: Option<Score>,
    pub verdict: Verdict,
    pub planned: Vec<PlannedRow>,
}

impl Follows {
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
    planner: Planner<'a>,
    pub judge: Judge,
}

impl Deriver<'_> {
    pub fn follow(&self, line: &BookLine) -> Follows {
        let status = self.judge.status(line);
        let planned = self.plan(line, status);
        self.judge.follow(line, planned)
    }

    /// The planned touches of a client by day; a day set by hand that has passed stands on today.
    fn plan(&self, line: &BookLine, status: Status) -> Vec<(PlannedRow, AgendaItem)> {
        let facts = Facts {
            client: line.id,
            status,
            star: line.star,
            tags: &line.tags,
            since: line.since,
            industry: &line.industry,
            company_day: line.company_day,
            birthdays: &line.birthdays,
            contacts: &line.contacts,
        };
        let row = |day, key, minutes, item: AgendaItem| {
            // Nothing in an item can fail to be written as JSON.
            let body = serde_json::to_string(&item).unwrap_or_default();
            (PlannedRow { client: line.id, name: String::new(), day, key, minutes, body }, item)
        };
        let mut rows: Vec<_> = self
            .planner
            .plan(&facts)
            .into_iter()
            .map(|planned| row(planned.day, planned.key.clone(), planned.minutes, AgendaItem::Rule(planned)))
            .collect();
        if let Some(day) = line.next_step {
            rows.push(row(day.max(self.judge.today()), format!("M|{}", line.id.0), 0, AgendaItem::Typed(day)));
            rows.sort_by(|(a, _), (b, _)| (a.day, &a.key).cmp(&(b.day, &b.key)));
        }
        rows
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
            let Derived { state, book, learned } = self.derive_book()?;
            let kept = self.db.derive(|db| {
                if db.last_action()? != seen {
                    return Ok::<_, OpError>(false);
                }
                db.clear_derived()?;
                for follows in &book {
                    let alert = follows.verdict.alert.as_ref();
                    db.add_derived(&follows.derived, alert.map(body_of).as_deref(), &follows.planned)?;
                    self.note_raised(follows)?;
                }
                if let Some(learned) = &learned {
                    db.put_learned(&body_of(learned))?;
                }
                db.push_alerts(self.today(), self.alerts_a_day()?)?;
                db.put_derived_book(Some(self.today()), &body_of(&state))?;
                Ok(true)
            })?;
            if kept {
                break;
            }
        }
        Ok(true)
    }

    fn derive_book(&self) -> Result<Derived, OpError> {
        let today = self.today();
        let lines = self.db.book()?;
        let histories: Vec<History> = lines.iter().map(|line| History::until(today, &line.orders)).collect();
        let order_days = histories.iter().map(History::order_days).sum();
        let kept = self.learned()?.filter(|learned| !learned.basis.is_due(today, order_days));
        let anew = kept.is_none();
        let learned = kept.unwrap_or_else(|| Learned::from(&histories, today));
        let revenues = || histories.iter().map(|history| history.value_of_year(today));
        let state = BookState {
            trigger: self.trigger()?,
            horizon: self.horizon()?,
            learnt: learned.basis,
            revenue: revenues().filter(|revenue| *revenue > Money(0)).sum(),
            payers: revenues().filter(|revenue| *revenue > Money(0)).count(),
            totals: Totals::default(),
        };
        drop(histories);
        let rules = self.db.rules()?;
        let deriver = self.deriver(&rules, Judge::new(learned.scorer(state.horizon).into(), state, today));
        let book: Vec<Follows> = lines.iter().map(|line| deriver.follow(line)).collect();
        let totals = book.iter().fold(Totals::default(), |totals, follows| {
            totals.with(1, Totals::of(&follows.derived, &follows.planned, today))
        });
        Ok(Derived { state: BookState { totals, ..state }, book, learned: anew.then_some(learned) })
    }

    /// What one day's derivation works with, for these rules.
    pub(super) fn deriver<'a>(&'a self, rules: &'a [Rule], judge: Judge) -> Deriver<'a> {
        let today = self.today();
        Deriver { planner: Planner::new(rules, self.days(), today, today + Days::new(PLANNED_DAYS)), judge }
    }

    /// What follows for one client from the facts as they are now; `None` if there is no such client.
    pub(super) fn follow_client(&self, client: ClientId) -> Result<Option<Follows>, OpError> {
        let Some(line) = self.db.book_line(client)? else { return Ok(None) };
        let Some(judge) = self.judge()? else {
            // Nothing was ever derived: all of it is needed.
            let Derived { book, .. } = self.derive_book()?;
            return Ok(book.into_iter().find(|follows| follows.derived.client == client));
        };
        let rules = self.db.rules()?;
        Ok(Some(self.deriver(&rules, judge).follow(&line)))
    }

    /// What follows for one client, for looking at it: planned as it is kept, where that holds for today.
    pub(super) fn follows_of(&self, line: &BookLine) -> Result<Option<Follows>, OpError> {
        let (day, _) = self.db.derived_book()?;
        let Some(judge) = self.judge()?.filter(|_| day == Some(self.today())) else {
            return self.follow_client(line.id);
        };
        let planned = self.db.planned_of(line.id)?.into_iter().map(|row| {
            let item = serde_json::from_str(&row.body).map_err(unreadable)?;
            Ok((row, item))
        });
        Ok(Some(judge.follow(line, planned.collect::<Result<_, OpError>>()?)))
    }

    /// Derives one client and keeps it: within the transaction that changed its facts. So are those on whom much of the
    /// revenue hangs, where that has changed; and if enough has changed to learn anew, the book is outdated.
    pub(super) fn derive_client(&self, client: ClientId) -> Result<Option<Follows>, OpError> {
        let Some(before) = self.book_state()? else { return self.keep_client(client) };
        let follows = self.keep_client(client)?;
        let Some(after) = self.book_state()? else { return Ok(follows) };
        if after.revenue != before.revenue {
            for other in self.db.clients_with_revenue(Concentration::least(before.revenue.min(after.revenue)))? {
                if other != client {
                    self.keep_client(other)?;
                }
            }
            // Its own share is one of the new whole.
            return self.outdate_if_due(after).and_then(|()| self.keep_client(client));
        }
        self.outdate_if_due(after)?;
        Ok(follows)
    }

    fn outdate_if_due(&self, state: BookState) -> Result<(), OpError> {
        if state.learnt.is_due(self.today(), usize::try_from(state.totals.order_days).unwrap_or(0)) {
            self.db.outdate_derived()?;
        }
        Ok(())
    }

    fn keep_client(&self, client: ClientId) -> Result<Option<Follows>, OpError> {
        let today = self.today();
        let Some(follows) = self.follow_client(client)? else { return Ok(None) };
        let (day, _) = self.db.derived_book()?;
        if let Some(state) = self.book_state()? {
            let mut state = state.with_client(1, &follows.derived);
            state.totals = state.totals.with(1, Totals::of(&follows.derived, &follows.planned, today));
            if let Some(before) = self.db.derived_client(client)? {
                state = state.with_client(-1, &before);
                state.totals = state.totals.with(-1, Totals::of(&before, &self.db.planned_of(client)?, today));
            }
            self.db.put_derived_book(day, &body_of(&state))?;
        }
        let alert = follows.verdict.alert.as_ref();
        self.db.put_derived(&follows.derived, alert.map(body_of).as_deref(), &follows.planned)?;
        self.note_raised(&follows)?;
        if alert.is_some_and(|alert| alert.level == Level::Alarm) {
            self.db.push_alerts(today, self.alerts_a_day()?)?;
        }
        Ok(Some(follows))
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

/// What was derived for the whole book; `learned` only where that was done anew.
struct Derived {
    state: BookState,
    book: Vec<Follows>,
    learned: Option<Learned>,
}

/// As JSON; nothing that is kept so can fail to be written.
fn body_of<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
