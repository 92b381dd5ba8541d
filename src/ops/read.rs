//! What the screen and the command line show: read from what is kept, a page at a time.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use super::book_state::BookState;
use super::derive::Follows;
use super::judge::Judge;
use super::{OpError, Promises, Workbench};
use crate::domain::calendar::{Occasion, Planned, Why};
use crate::domain::churn::{Alert, History, Score, Silenced, Verdict};
use crate::domain::client::{Client, Manner};
use crate::domain::evaluation::Evaluated;
use crate::domain::event::EventKind;
use crate::domain::gift::Membership;
use crate::domain::ids::ClientId;
use crate::domain::money::Money;
use crate::domain::order::Unpaid;
use crate::domain::person::{Channel, ChannelKind, Person};
use crate::domain::status::Purchase;
use crate::domain::timeline::{Kinds, TimelineEntry};
use crate::store::{
    AgendaItem, AlertRow, Closing, CompetitorRow, ComplaintRow, DerivedClient, DoneTouch, ListRow, PlanRow, PlanState,
    SilencedCount, StoreError,
};

/// A client with an alert.
#[derive(Clone, Debug, PartialEq)]
pub struct AlertLine {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// One of those that must not be lost.
    pub star: bool,
    /// The alert.
    pub alert: Alert,
}

/// A client with what a person's answers silence of its alert.
#[derive(Clone, Debug, PartialEq)]
pub struct SilencedLine {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// One of those that must not be lost.
    pub star: bool,
    /// What is silenced: at least one reason.
    pub silenced: Vec<Silenced>,
}

/// A planned touch.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaLine {
    /// With which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// What it is, whatever the day.
    pub key: String,
    /// The day it is planned for.
    pub day: NaiveDate,
    /// How long it takes.
    pub minutes: u32,
    /// How it stands.
    pub state: PlanState,
    /// What it is.
    pub item: AgendaItem,
    /// Whose birthday it is.
    pub person: Option<String>,
    /// Why a person left it out, where one did.
    pub skipped: Option<String>,
}

/// Everything the card of a client shows but its timeline.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// The client.
    pub client: Client,
    /// Where it stands.
    pub derived: DerivedClient,
    /// What its rhythm says; `None` for one that never ordered.
    pub score: Option<Score>,
    /// Why to contact it now.
    pub alert: Option<Alert>,
    /// Until when a contact on record answers what is overdue.
    pub answered_until: Option<NaiveDate>,
    /// The reasons that a person's answers silence.
    pub silenced: Vec<Silenced>,
    /// The share of the book's revenue.
    pub share: Option<f64>,
    /// The value of each of the last twelve calendar months, this one last.
    pub months: [Money; 12],
    /// The revenue of the twelve months before the last twelve.
    pub revenue_before: Money,
    /// Its people.
    pub people: Vec<Person>,
    /// The ways to reach it and them.
    pub channels: Vec<Channel>,
    /// The touches planned for it.
    pub planned: Vec<AgendaLine>,
    /// Its open complaints.
    pub complaints: Vec<ComplaintRow>,
    /// What happened at it and is not over, the latest first.
    pub events: Vec<(EventKind, NaiveDate)>,
    /// The competitors that are at it.
    pub competitors: Vec<CompetitorRow>,
    /// When it was closed, and why; `None` where it was not.
    pub closing: Option<Closing>,
    /// Its open promises, and how others were kept.
    pub promises: Promises,
    /// How its orders stand with their evaluation.
    pub evaluated: Evaluated,
    /// The last contact that took place.
    pub last_contact: Option<NaiveDate>,
    /// Its orders that are past due and unpaid.
    pub unpaid: Option<Unpaid>,
    /// How far its purchase has come.
    pub purchase: Option<Purchase>,
    /// How many orders it made: the number of the last one.
    pub orders: usize,
    /// Its club.
    pub membership: Option<Membership>,
    /// What the gaps between its orders hint at, where nobody said how it chooses, and how far they scatter as a share of
    /// their mean.
    pub hinted: Option<(Manner, f64)>,
}

/// A client with what its rhythm says, for a list of all of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored {
    /// The client as lists show it.
    pub row: ListRow,
    /// What its rhythm says; `None` for one that never ordered.
    pub score: Option<Score>,
    /// The days by which half, and nine tenths, of its ordinary gaps would have ended.
    pub expected: Option<(NaiveDate, NaiveDate)>,
    /// Its alert.
    pub alert: Option<Alert>,
    /// What a person's answers silence of it.
    pub silenced: Vec<Silenced>,
    /// The day on which the parameters that its chances come from were fitted; `None` where the constants hold.
    pub fitted_on: Option<NaiveDate>,
}

impl Workbench {
    /// How many clients there are.
    pub fn count_clients(&self) -> Result<usize, OpError> {
        Ok(self.db.count_clients()?)
    }

    /// The clients by name, `limit` of them after the first `skip`.
    pub fn list_page(&self, skip: usize, limit: usize) -> Result<Vec<ListRow>, OpError> {
        Ok(self.db.list_page(skip, limit)?)
    }

    /// A client as lists show it.
    pub fn list_row(&self, client: ClientId) -> Result<Option<ListRow>, OpError> {
        Ok(self.db.list_row(client)?)
    }

    /// How many clients stand before this one in the order of the names.
    pub fn list_place(&self, client: ClientId) -> Result<usize, OpError> {
        Ok(self.db.list_place(client)?)
    }

    /// The alerts, the worst first: `limit` of them after the first `skip`.
    pub fn alert_page(&self, skip: usize, limit: usize) -> Result<Vec<AlertLine>, OpError> {
        self.db.alert_page(skip, limit)?.into_iter().map(alert_line).collect()
    }

    /// The alert of a client, as it is kept.
    pub fn alert_of(&self, client: ClientId) -> Result<Option<AlertLine>, OpError> {
        self.db.alert(client)?.map(alert_line).transpose()
    }

    /// How many alerts of all, or of those pushed forward today, stand before that of a client.
    pub fn alert_place(&self, client: ClientId, of_all: bool) -> Result<usize, OpError> {
        Ok(self.db.alert_place(client, (!of_all).then(|| self.today()))?)
    }

    /// The alerts pushed forward today that stand, the worst first: `limit` of them after the first `skip`.
    pub fn pushed_page(&self, skip: usize, limit: usize) -> Result<Vec<AlertLine>, OpError> {
        self.db.pushed_page(self.today(), skip, limit)?.into_iter().map(alert_line).collect()
    }

    /// How many alerts pushed forward today stand.
    pub fn count_pushed(&self) -> Result<usize, OpError> {
        Ok(self.db.count_pushed(self.today())?)
    }

    /// How many clients have alerts that were put off or dismissed.
    pub fn count_silenced(&self) -> Result<SilencedCount, OpError> {
        Ok(self.db.count_silenced()?)
    }

    /// The clients with alerts that were put off, what comes back first, then those with alerts that were dismissed: `limit`
    /// of them after the first `skip`.
    pub fn silenced_page(&self, skip: usize, limit: usize) -> Result<Vec<SilencedLine>, OpError> {
        self.db.silenced_page(skip, limit)?.into_iter().map(silenced_line).collect()
    }

    /// The planned touches by day: `limit` of them after the first `skip`.
    pub fn agenda_page(&self, skip: usize, limit: usize) -> Result<Vec<AgendaLine>, OpError> {
        self.db.planned_page(skip, limit)?.into_iter().map(|(name, row)| self.agenda_line(name, row)).collect()
    }

    /// The touches planned for one day: `limit` of them after the first `skip`.
    pub fn agenda_of(&self, day: NaiveDate, skip: usize, limit: usize) -> Result<Vec<AgendaLine>, OpError> {
        self.db.planned_on(day, skip, limit)?.into_iter().map(|(name, row)| self.agenda_line(name, row)).collect()
    }

    /// How many touches were logged on each of the days from `first` to `last` on which there were any.
    pub fn done_between(&self, first: NaiveDate, last: NaiveDate) -> Result<BTreeMap<NaiveDate, u32>, OpError> {
        Ok(self.db.count_touches(first, last.min(self.today()))?)
    }

    /// The touches of a day, earliest first.
    pub fn done_on(&self, day: NaiveDate) -> Result<Vec<DoneTouch>, OpError> {
        if day > self.today() {
            return Ok(Vec::new());
        }
        Ok(self.db.touches_on(day)?)
    }

    /// The newest `limit` entries of a client's timeline after `skip` newer ones, of some kinds.
    pub fn timeline(
        &self,
        client: ClientId,
        kinds: Kinds,
        skip: usize,
        limit: usize,
    ) -> Result<Vec<TimelineEntry>, OpError> {
        Ok(self.db.timeline(client, kinds, self.today(), limit, skip)?)
    }

    /// How many entries of some kinds a client's timeline has.
    pub fn count_timeline(&self, client: ClientId, kinds: Kinds) -> Result<usize, OpError> {
        Ok(self.db.count_timeline(client, kinds, self.today())?)
    }

    /// What was given to clients before, most often first: for completing a gift's name.
    pub fn gift_items(&self, limit: usize) -> Result<Vec<String>, OpError> {
        Ok(self.db.gift_items(self.today(), limit)?)
    }

    /// The people at a client, in the order in which they were added.
    pub fn people(&self, client: ClientId) -> Result<Vec<Person>, OpError> {
        Ok(self.db.people(client)?)
    }

    /// The telephone numbers and e-mail addresses of a client and its people, each with the name of whose it is: those of the
    /// people first, in their order.
    pub fn ways_to_reach(&self, client: ClientId) -> Result<Vec<(String, Channel)>, OpError> {
        let (people, client) = (self.db.people(client)?, self.client(client)?);
        let mut channels = self.db.channels(client.id)?;
        channels.retain(|channel| matches!(channel.kind, ChannelKind::Phone | ChannelKind::Email));
        let place = |channel: &Channel| people.iter().position(|person| Some(person.id) == channel.person);
        channels.sort_by_key(|channel| place(channel).unwrap_or(people.len()));
        let name = |channel: &Channel| place(channel).map_or(&client.name, |place| &people[place].name).clone();
        Ok(channels.into_iter().map(|channel| (name(&channel), channel)).collect())
    }

    /// The person at a client whom a touch is logged with.
    pub fn usual_person(&self, client: ClientId) -> Result<Option<Person>, OpError> {
        Ok(self.db.usual_person(client, self.today())?)
    }

    /// When a client was closed, and why; `None` of one that is not.
    pub fn closing(&self, client: ClientId) -> Result<Option<Closing>, OpError> {
        Ok(self.db.closing(client)?.filter(|closing| closing.on <= self.today()))
    }

    /// The card of a client; `None` if there is no such client.
    pub fn card(&self, id: ClientId) -> Result<Option<Card>, OpError> {
        // Where the plan stands a card takes no more of a long history than what judges the client.
        let line = if self.is_fresh()? {
            self.db.judged_line(id, self.today())?
        } else {
            self.db.book_line(id, self.today())?
        };
        let (Some(mut client), Some(line)) = (self.db.client(id)?, line) else { return Ok(None) };
        client.closed_on = client.closed_on.filter(|_| line.said.closed);
        client.barred = client.barred.filter(|_| line.barred);
        let judge = self.usual_so_far()?;
        let follows = self.follows_of(&line, &judge)?;
        let today = self.today();
        let history = History::until(today, &line.orders);
        let a_year_ago = today - Months::new(12);
        let book = judge.state();
        let hangs = book.hangs(follows.derived.revenue);
        let Follows { derived, score, verdict, planned } = follows;
        let Verdict { alert, answered_until, silenced } = verdict;
        let evaluated = self.db.evaluated(id, today, self.evaluation_after()?)?;
        let gaps: Vec<i64> = history.gaps().collect();
        let mut events = line.events.clone();
        events.sort_by_key(|(_, day)| std::cmp::Reverse(*day));
        Ok(Some(Card {
            events,
            hinted: if client.manner.is_none() { Manner::hinted(&gaps) } else { None },
            client,
            derived,
            score,
            alert,
            answered_until,
            silenced,
            share: hangs.map(|hangs| hangs.share),
            months: months_until(today, &history),
            revenue_before: history.value_of_year(a_year_ago),
            people: self.db.people(id)?,
            channels: self.db.channels(id)?,
            planned: planned.into_iter().map(|row| self.agenda_line(String::new(), row)).collect::<Result<_, _>>()?,
            // What its line says is not there is not asked for again.
            complaints: if line.complaints.is_empty() {
                Vec::new()
            } else {
                self.db.open_complaints(Some(id), today)?
            },
            competitors: if line.rivals.is_empty() { Vec::new() } else { self.db.competitors(Some(id), today)? },
            closing: if line.said.closed { self.db.closing(id)? } else { None },
            promises: self.promises(Some(id))?,
            evaluated: Evaluated {
                // Who is closed is not asked.
                due: evaluated.due.filter(|_| !line.said.closed),
                ..evaluated
            },
            unpaid: if line.orders.iter().any(|order| order.paid.is_none() && order.due.is_some_and(|due| due < today))
            {
                Unpaid::of(&self.db.unpaid_orders(id, today)?)
            } else {
                None
            },
            purchase: if line.said.stage.is_some() { self.db.purchase(id)? } else { None },
            orders: line.orders.len(),
            membership: self.db.membership(id)?,
            last_contact: line.contacts.iter().map(|contact| contact.day).max(),
        }))
    }

    pub(super) fn agenda_line(&self, name: String, row: PlanRow) -> Result<AgendaLine, OpError> {
        let PlanRow { client, key, day, minutes, item, state } = row;
        let person = match &item {
            AgendaItem::Rule(Planned { why: Why::Occasion { occasion: Occasion::Birthday(id), .. }, .. }) => {
                self.db.people(client)?.into_iter().find(|person| person.id == *id).map(|person| person.name)
            }
            _ => None,
        };
        let skipped = (state == PlanState::Skipped).then(|| self.db.decision_reason(&key)).transpose()?;
        Ok(AgendaLine { client, name, key, day, minutes, state, item, person, skipped })
    }

    /// Every client with what its rhythm says, in the order of the names; the chance of no order within `horizon` days, or
    /// within the horizon chosen for the book.
    pub fn scored(&self, horizon: Option<u16>) -> Result<Vec<Scored>, OpError> {
        let (Some(state), Some(mut learned)) = (self.book_state()?, self.learned()?) else { return Ok(Vec::new()) };
        let state = BookState { horizon: horizon.unwrap_or(state.horizon), ..state };
        let lines = self.db.book(self.today())?;
        if learned.lacks_horizon(state.horizon) {
            let day = learned.basis.day;
            let histories: Vec<History> = lines.iter().map(|line| History::until(day, &line.orders)).collect();
            learned.add_horizon(&histories, state.horizon);
        }
        let fitted_on = learned.fitted.then_some(learned.basis.day);
        let judge = Judge::new(learned.scorer(state.horizon).into(), state, self.regular_rule()?, self.today());
        let mut lines: std::collections::HashMap<ClientId, _> = lines.into_iter().map(|line| (line.id, line)).collect();
        let rows = self.db.list_page(0, usize::MAX >> 1)?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let line = lines.remove(&row.client)?;
                let history = judge.history(&line);
                let score = judge.score(&history);
                let expected = judge.expected(&history);
                let follows = judge.follow(&line, &history, score, line.plan.clone());
                let Verdict { alert, silenced, .. } = follows.verdict;
                Some(Scored { row, score, expected, alert, silenced, fitted_on })
            })
            .collect())
    }
}

/// The value of each of the twelve calendar months up to the one of `today`.
fn months_until(today: NaiveDate, history: &History) -> [Money; 12] {
    let this_month = today.with_day(1).unwrap_or(today);
    std::array::from_fn(|place| {
        let first = this_month - Months::new(11 - place as u32);
        history.value_between(first.pred_opt().unwrap_or(first), (first + Months::new(1)).pred_opt().unwrap_or(first))
    })
}

fn silenced_line(row: AlertRow) -> Result<SilencedLine, OpError> {
    let silenced = serde_json::from_str(&row.body).map_err(unreadable)?;
    Ok(SilencedLine { client: row.client, name: row.name, star: row.star, silenced })
}

fn alert_line(row: AlertRow) -> Result<AlertLine, OpError> {
    let alert = serde_json::from_str(&row.body).map_err(unreadable)?;
    Ok(AlertLine { client: row.client, name: row.name, star: row.star, alert })
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
pub(super) fn unreadable(error: serde_json::Error) -> OpError {
    StoreError::BadRow { detail: error.to_string() }.into()
}
