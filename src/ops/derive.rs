//! Where what follows from the facts is computed and kept: status, alert and planned touches of every client on one day.
//!
//! A verb derives the client it was done to at once. Whatever may change what is usual in the whole book (an order, an
//! import, another day) leaves the book outdated, and [`Workbench::make_fresh`] derives every client anew: before the
//! command line reads, in a worker behind the screen.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::read::unreadable;
use super::receipt::Standing;
use super::{OpError, Workbench};
use crate::domain::calendar::{Facts, Planned, Planner};
use crate::domain::churn::{Alert, Base, Concentration, History, Level, Model, Parameters, Score, Signals, judge};
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
    /// What is usual in it.
    pub base: Base,
    /// The revenue of the twelve months to the day.
    pub revenue: Money,
    /// How many clients brought it.
    pub payers: usize,
    /// How many there are of what.
    pub totals: Totals,
}

/// How many there are of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Clients.
    pub clients: i64,
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
    pub alert: Option<Alert>,
    pub answered_until: Option<NaiveDate>,
    pub planned: Vec<PlannedRow>,
}

impl Follows {
    pub fn standing(&self) -> Standing {
        Standing {
            level: self.derived.level,
            answered_until: self.answered_until,
            next: self.derived.next_day.map(|day| (day, self.derived.next_kind)),
        }
    }
}

/// What is judged by on one day: the rhythms, and what is usual in the whole book.
struct Judge {
    model: Model,
    state: BookState,
    today: NaiveDate,
}

impl Judge {
    fn new(state: BookState, today: NaiveDate) -> Self {
        Self { model: Model::new(Parameters::constants()), state, today }
    }

    /// What follows for one client that has these touches planned.
    fn follow(&self, line: &BookLine, planned: Vec<(PlannedRow, AgendaItem)>) -> Follows {
        let today = self.today;
        let history = History::until(today, &line.orders);
        let status = Status::of(history.order_days(), line.closed);
        let score = Score::of(&history, self.state.base, &self.model, today);
        let next = planned.first();
        let revenue = history.value_of_year(today);
        let signals = Signals {
            status,
            score,
            concentration: Concentration::of(revenue, self.state.revenue, self.state.payers),
            complaints: line.complaints.clone(),
            has_next: next.is_some(),
            last_contact: line.contacts.iter().map(|contact| contact.day).filter(|day| *day <= today).max(),
        };
        let alert = judge(&signals, today);
        let derived = DerivedClient {
            client: line.id,
            status,
            order_days: history.order_days(),
            last_order: history.last(),
            revenue,
            next_day: next.map(|(row, _)| row.day),
            next_kind: next.and_then(|(_, item)| match item {
                AgendaItem::Rule(planned) => Some(planned.kind),
                AgendaItem::Typed(_) => None,
            }),
            level: alert.as_ref().map(|alert| alert.level),
            at_risk: score.map(|score| score.at_risk).unwrap_or_default(),
        };
        let answered_until = signals.answered_until(today);
        let planned = planned.into_iter().map(|(row, _)| row).collect();
        Follows { derived, score, alert, answered_until, planned }
    }
}

/// What one day's derivation works with.
pub(super) struct Deriver<'a> {
    planner: Planner<'a>,
    judge: Judge,
}

impl Deriver<'_> {
    pub fn follow(&self, line: &BookLine) -> Follows {
        let history = History::until(self.judge.today, &line.orders);
        let planned = self.plan(line, Status::of(history.order_days(), line.closed));
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
            rows.push(row(day.max(self.judge.today), format!("M|{}", line.id.0), 0, AgendaItem::Typed(day)));
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
            let (state, book) = self.derive_book()?;
            let kept = self.db.derive(|db| {
                if db.last_action()? != seen {
                    return Ok::<_, OpError>(false);
                }
                db.clear_derived()?;
                for follows in &book {
                    let alert = follows.alert.as_ref().map(body_of);
                    db.add_derived(&follows.derived, alert.as_deref(), &follows.planned)?;
                }
                db.put_derived_book(Some(self.today()), &body_of(&state))?;
                Ok(true)
            })?;
            if kept {
                break;
            }
        }
        Ok(true)
    }

    fn derive_book(&self) -> Result<(BookState, Vec<Follows>), OpError> {
        let today = self.today();
        let lines = self.db.book()?;
        let histories: Vec<History> = lines.iter().map(|line| History::until(today, &line.orders)).collect();
        let revenues = || histories.iter().map(|history| history.value_of_year(today));
        let state = BookState {
            base: Base::of(&histories),
            revenue: revenues().filter(|revenue| *revenue > Money(0)).sum(),
            payers: revenues().filter(|revenue| *revenue > Money(0)).count(),
            totals: Totals::default(),
        };
        drop(histories);
        let rules = self.db.rules()?;
        let deriver = self.deriver(&rules, state);
        let book: Vec<Follows> = lines.iter().map(|line| deriver.follow(line)).collect();
        let totals = book.iter().fold(Totals::default(), |totals, follows| {
            totals.with(1, Totals::of(&follows.derived, &follows.planned, today))
        });
        Ok((BookState { totals, ..state }, book))
    }

    /// What one day's derivation works with, for these rules and this book.
    pub(super) fn deriver<'a>(&'a self, rules: &'a [Rule], state: BookState) -> Deriver<'a> {
        let today = self.today();
        let planner = Planner::new(rules, self.days(), today, today + Days::new(PLANNED_DAYS));
        Deriver { planner, judge: Judge::new(state, today) }
    }

    /// What follows for one client from the facts as they are now; `None` if there is no such client.
    pub(super) fn follow_client(&self, client: ClientId) -> Result<Option<Follows>, OpError> {
        let state = match self.book_state()? {
            Some(state) => state,
            None => self.derive_book()?.0,
        };
        let rules = self.db.rules()?;
        Ok(self.db.book_line(client)?.map(|line| self.deriver(&rules, state).follow(&line)))
    }

    /// What follows for one client, for looking at it: planned as it is kept, where that holds for today.
    pub(super) fn follows_of(&self, line: &BookLine) -> Result<Option<Follows>, OpError> {
        let (day, body) = self.db.derived_book()?;
        let state: Option<BookState> = serde_json::from_str(&body).ok();
        let today = self.today();
        let Some(state) = state.filter(|_| day == Some(today)) else { return self.follow_client(line.id) };
        let planned = self.db.planned_of(line.id)?.into_iter().map(|row| {
            let item = serde_json::from_str(&row.body).map_err(unreadable)?;
            Ok((row, item))
        });
        Ok(Some(Judge::new(state, today).follow(line, planned.collect::<Result<_, OpError>>()?)))
    }

    /// Derives one client and keeps it: within the transaction that changed its facts.
    pub(super) fn derive_client(&self, client: ClientId) -> Result<Option<Follows>, OpError> {
        let today = self.today();
        let Some(follows) = self.follow_client(client)? else { return Ok(None) };
        let (day, _) = self.db.derived_book()?;
        if let Some(state) = self.book_state()? {
            let mut totals = state.totals.with(1, Totals::of(&follows.derived, &follows.planned, today));
            if let Some(before) = self.db.derived_client(client)? {
                totals = totals.with(-1, Totals::of(&before, &self.db.planned_of(client)?, today));
            }
            self.db.put_derived_book(day, &body_of(&BookState { totals, ..state }))?;
        }
        self.db.put_derived(&follows.derived, follows.alert.as_ref().map(body_of).as_deref(), &follows.planned)?;
        Ok(Some(follows))
    }
}

/// As JSON; nothing that is kept so can fail to be written.
fn body_of<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
