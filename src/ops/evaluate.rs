//! Where it is entered how a client found its last order.

use chrono::{Days, NaiveDate};

use super::setting::EVALUATION_AFTER;
use super::{OpError, Receipt, Workbench};
use crate::domain::evaluation::{ASKED_AFTER, Evaluation, Grade};
use crate::domain::ids::{ClientId, EvaluationId};
use crate::domain::message::Message;

/// A client it is time to ask how it found its last order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvaluationDue {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// The day of the order.
    pub order: NaiveDate,
    /// The day from which it is time to ask.
    pub from: NaiveDate,
}

impl EvaluationDue {
    /// What is to be asked.
    pub fn message(&self) -> Message {
        Message::new("due-evaluation").with("day", self.order)
    }
}

impl Workbench {
    /// Enters how a client found its last order, in place of what was entered about that order before.
    pub fn evaluate(&self, client: ClientId, evaluation: &Evaluation, note: &str) -> Result<Receipt, OpError> {
        if evaluation.is_empty() {
            return Err(OpError::Empty);
        }
        let today = self.today();
        let (order, day) = self.db.newest_order(client, today)?.ok_or(OpError::NoOrder)?;
        self.check_not_later(self.db.evaluation_of(order)?.map(|(.., found_on)| found_on))?;
        let receipt = self
            .act_on(client, "evaluate", |tx| Ok(tx.put_evaluation(client, order, today, evaluation, note.trim())?))?;
        let receipt = receipt.and(Message::new("effect-evaluated").with("day", day));
        Ok(if evaluation.found(Grade::Minus).next().is_some() {
            receipt.and(Message::new("effect-minus"))
        } else {
            receipt
        })
    }

    /// What was entered of how a client found its last order, with the note; nothing where nobody asked yet.
    pub fn evaluation_of_last(&self, client: ClientId) -> Result<(Evaluation, String), OpError> {
        let Some((order, _)) = self.db.newest_order(client, self.today())? else { return Ok(Default::default()) };
        let found = self.db.evaluation_of(order)?.filter(|(.., found_on)| *found_on <= self.today());
        Ok(found.map(|(evaluation, note, _)| (evaluation, note)).unwrap_or_default())
    }

    /// How many days after an order it is time to ask how it was found.
    pub fn evaluation_after(&self) -> Result<u16, OpError> {
        Ok(self.setting(EVALUATION_AFTER)?.and_then(|days| days.parse().ok()).unwrap_or(ASKED_AFTER))
    }

    /// Whom it is time to ask since a few days, the oldest order first, at most so many; of an older one the card alone tells.
    pub fn evaluations_due(&self, most: usize) -> Result<Vec<EvaluationDue>, OpError> {
        let after = self.evaluation_after()?;
        let due = self.db.evaluations_due(self.today(), after, most)?.into_iter();
        let line = |(client, name, order)| EvaluationDue { client, name, order, from: order + Days::new(after.into()) };
        Ok(due.map(line).collect())
    }

    /// The client that found an order so.
    pub fn evaluated_by(&self, id: EvaluationId) -> Result<ClientId, OpError> {
        self.db.evaluated_by(id)?.ok_or_else(|| OpError::NoEntry { asked: id.0.to_string() })
    }

    /// Takes away how an order was found: as if nobody had asked.
    pub fn delete_evaluation(&self, id: EvaluationId) -> Result<Receipt, OpError> {
        let client = self.evaluated_by(id)?;
        self.act_on(client, "delete_evaluation", |tx| Ok(tx.delete_evaluation(id)?))
    }
}
