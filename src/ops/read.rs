//! What the screen and the command line show: read from what is kept, a page at a time.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::book_state::BookState;
use super::judge::Judge;
use super::{OpError, Workbench};
use crate::domain::calendar::{Occasion, Planned, Why};
use crate::domain::churn::{Alert, History, Score, Silenced, Verdict};
use crate::domain::ids::ClientId;
use crate::domain::person::{Channel, ChannelKind, Person};
use crate::domain::timeline::{Kinds, TimelineEntry};
use crate::store::{AgendaItem, AlertRow, Closing, DoneTouch, ListRow, PlanRow, PlanState, SilencedCount, StoreError};

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
