//! Where it is entered how a client found its last order.

use super::{OpError, Receipt, Workbench};
use crate::domain::evaluation::{Evaluation, Grade};
use crate::domain::ids::{ClientId, EvaluationId};
use crate::domain::message::Message;

impl Workbench {
    /// Enters how a client found its last order, in place of what was entered about that order before.
    pub fn evaluate(&self, client: ClientId, evaluation: &Evaluation, note: &str) -> Result<Receipt, OpError> {
        if evaluation.is_empty() {
            return Err(OpError::Empty);
        }
        let today = self.today();
        let (order, day) = self.db.newest_order(client, today)?.ok_or(OpError::NoOrder)?;
        let receipt = self
            .act_on(client, "evaluate", |tx| Ok(tx.put_evaluation(client, order, today, evaluation, note.trim())?))?;
        let receipt = receipt.and(Message::new("effect-evaluated").with("day", day));
        Ok(if evaluation.found(Grade::Minus).next().is_some() {
            receipt.and(Message::new("effect-minus"))
        } else {
            receipt
        })
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
