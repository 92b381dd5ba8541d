//! The card of a client: everything it shows but its timeline.

use chrono::{Datelike, Months, NaiveDate};

use super::derive::Follows;
use super::{AgendaLine, OpError, Promises, Workbench};
use crate::domain::churn::{Alert, History, Score, Silenced, Verdict};
use crate::domain::client::{Client, Manner};
use crate::domain::evaluation::Evaluated;
use crate::domain::event::EventKind;
use crate::domain::gift::Membership;
use crate::domain::ids::ClientId;
use crate::domain::money::Money;
use crate::domain::order::Unpaid;
use crate::domain::person::{Channel, Person};
use crate::domain::status::Purchase;
use crate::store::{Closing, CompetitorRow, ComplaintRow, DerivedClient};

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

impl Workbench {
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
}

/// The value of each of the twelve calendar months up to the one of `today`.
fn months_until(today: NaiveDate, history: &History) -> [Money; 12] {
    let this_month = today.with_day(1).unwrap_or(today);
    std::array::from_fn(|place| {
        let first = this_month - Months::new(11 - place as u32);
        history.value_between(first.pred_opt().unwrap_or(first), (first + Months::new(1)).pred_opt().unwrap_or(first))
    })
}
