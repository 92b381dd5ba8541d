//! How the alerts did, and what another threshold would have done.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::{OpError, Workbench};
use crate::domain::churn::{Dismissal, History, Reason, Replay, Trigger, a_year_before};
use crate::domain::evaluation::{Aspect, Grade};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::status::REGULAR_MIN_ORDER_DAYS;
pub use crate::store::DismissalNote;

/// How the alerts did that were raised in a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertReport {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// The days within which an order counts.
    pub horizon: u16,
    /// By the name of the reason's kind.
    pub kinds: BTreeMap<&'static str, ReportLine>,
    /// What was written to alerts that were dismissed, the latest first.
    pub notes: Vec<DismissalNote>,
    /// How often each part of the house was found better than it should be, as it should be, and wanting: those that were
    /// asked about (DOMAIN R8).
    pub found: Vec<(Aspect, [usize; 3])>,
}

/// How the reasons of one kind did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReportLine {
    /// How many were raised.
    pub raised: usize,
    /// After how many of them the client ordered within the horizon anyway.
    pub ordered: usize,
    /// After how many it did not.
    pub silent: usize,
    /// For how many the horizon is not over.
    pub open: usize,
    /// How many of the clients were closed since, or dismissed as having left.
    pub left: usize,
    /// How many were dismissed as not true.
    pub not_true: usize,
    /// How many were dismissed as seasonal.
    pub seasonal: usize,
    /// How many were dismissed for another reason.
    pub otherwise: usize,
}

/// What a threshold would have done in the twelve months to today.
#[derive(Clone, Debug, PartialEq)]
pub struct TriedTrigger {
    /// The threshold.
    pub trigger: Trigger,
    /// The days within which an order counts.
    pub horizon: u16,
    /// What it would have done.
    pub replay: Replay,
}

impl AlertReport {
    /// The report in sentences.
    pub fn messages(&self) -> Vec<Message> {
        let period = Message::new("report-period").with("from", self.from).with("to", self.to);
        let mut messages = vec![period.with("horizon", i64::from(self.horizon))];
        if self.kinds.is_empty() {
            messages.push(Message::new("report-nothing"));
        }
        messages.extend(self.kinds.iter().map(|(kind, line)| {
            Message::new("report-kind")
                .with("kind", Message::new(Reason::kind_key(kind)))
                .with("raised", line.raised)
                .with("ordered", line.ordered)
                .with("silent", line.silent)
                .with("open", line.open)
                .with("left", line.left)
                .with("untrue", line.not_true)
                .with("seasonal", line.seasonal)
                .with("otherwise", line.otherwise)
        }));
        messages.extend(self.found.iter().map(|(aspect, [plus, fair, minus])| {
            let found = Message::new("report-found").with("aspect", Message::new(aspect.key()));
            found.with("plus", *plus).with("fair", *fair).with("minus", *minus)
        }));
        messages
    }
}

impl TriedTrigger {
    /// What it would have done, in a sentence.
    pub fn message(&self) -> Message {
        if self.replay.client_years == 0.0 {
            return Message::new("report-replay-none").with("factor", self.trigger.factor.round() as i64);
        }
        Message::new("report-replay")
            .with("factor", self.trigger.factor.round() as i64)
            .with("years", self.replay.client_years.round() as i64)
            .with("overdue", self.replay.overdue())
            .with("untrue", self.replay.overdue_false())
            .with("horizon", i64::from(self.horizon))
            .with("ordered", self.replay.ordered_within(self.horizon))
            .with("changes", self.replay.changes)
            .with("percent", (self.replay.false_a_year() * 100.0).round() as i64)
    }
}

impl Workbench {
    /// How the alerts raised since `from` did.
    pub fn alert_report(&self, from: NaiveDate) -> Result<AlertReport, OpError> {
        let (to, horizon) = (self.today(), self.horizon()?);
        let mut kinds: BTreeMap<&'static str, ReportLine> = BTreeMap::new();
        for raised in self.db.raised(from, to)? {
            let Some(kind) = Reason::KINDS.into_iter().find(|kind| *kind == raised.kind) else { continue };
            let line = kinds.entry(kind).or_default();
            let end = raised.day.checked_add_days(Days::new(u64::from(horizon))).unwrap_or(NaiveDate::MAX);
            line.raised += 1;
            if raised.next_order.is_some_and(|day| day <= end && day <= to) {
                line.ordered += 1;
            } else if end <= to {
                line.silent += 1;
            } else {
                line.open += 1;
            }
            let closed = raised.closed_on.is_some_and(|day| day >= raised.day && day <= to);
            line.left += usize::from(closed || raised.dismissal == Some(Dismissal::Left));
            line.not_true += usize::from(raised.dismissal == Some(Dismissal::NotTrue));
            line.seasonal += usize::from(raised.dismissal == Some(Dismissal::Seasonal));
            let told = [Dismissal::Left, Dismissal::NotTrue, Dismissal::Seasonal];
            line.otherwise += usize::from(raised.dismissal.is_some_and(|why| !told.contains(&why)));
        }
        let evaluations = self.db.evaluations_between(from, to)?;
        let count = |aspect, grade| evaluations.iter().filter(|found| found.of(aspect) == Some(grade)).count();
        let counts = |aspect| (aspect, [Grade::Plus, Grade::Fair, Grade::Minus].map(|grade| count(aspect, grade)));
        let found =
            Aspect::ALL.map(counts).into_iter().filter(|(_, counts)| counts.iter().sum::<usize>() > 0).collect();
        Ok(AlertReport { from, to, horizon, kinds, notes: self.db.dismissal_notes(from, to)?, found })
    }

    /// What some thresholds would have done in the twelve months to today; nothing until the book was learnt from.
    pub fn try_triggers(&self, triggers: &[Trigger]) -> Result<Vec<TriedTrigger>, OpError> {
        Ok(self.replay(triggers, self.horizon()?)?.0)
    }

    /// What some thresholds would have done, and the clients that were followed, in the order of their places.
    pub(super) fn replay(
        &self,
        triggers: &[Trigger],
        horizon: u16,
    ) -> Result<(Vec<TriedTrigger>, Vec<ClientId>), OpError> {
        let Some(learned) = self.learned()? else { return Ok((Vec::new(), Vec::new())) };
        let today = self.today();
        let from = a_year_before(today);
        let mut clients = Vec::new();
        let mut histories = Vec::new();
        // Of who is on the black list nothing is raised.
        for line in self.db.book(self.today())?.iter().filter(|line| !line.barred) {
            let history = History::until(today, &line.orders).typed(line.interval);
            if history.order_days() >= REGULAR_MIN_ORDER_DAYS {
                clients.push(line.id);
                histories.push(history);
            }
        }
        let tried = triggers.iter().map(|trigger| TriedTrigger {
            trigger: *trigger,
            horizon,
            replay: Replay::of(&histories, learned.base, *trigger, from, today),
        });
        Ok((tried.collect(), clients))
    }
}
