//! `regulars edit-order`, `delete-order`, `delete-evaluation`: an order on record is changed, or taken away, or how it was
//! found.

use clap::ArgMatches;

use super::args::ORDER;
use super::failure::{Exit, Failure};
use super::log::is_said;
use super::{Session, entry_asked, money, text};
use crate::domain::ids::{EvaluationId, OrderId};
use crate::domain::order::Order;
use crate::ops::OrderDraft;

impl Session<'_> {
    /// Puts what the command line says in place of what was said of an order; the rest stays.
    pub(super) fn edit_order(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let order = self.order_asked(asked)?;
        let mut draft = OrderDraft::of(&order);
        draft.day = self.day_behind(asked, ORDER)?;
        draft.amount = money(asked, "amount")?.unwrap_or(draft.amount);
        draft.terms = self.terms(asked, draft.terms, draft.day.unwrap_or(order.day))?;
        if is_said(asked, "message") {
            text(asked, "message").clone_into(&mut draft.note);
        }
        if let Some(items) = asked.get_many::<String>("item") {
            draft.items = items.cloned().collect();
        }
        self.back_up();
        let receipt = self.bench.edit_order(order.id, &draft)?;
        self.hand_over(order.client, &receipt)
    }

    /// Takes an order away.
    pub(super) fn delete_order(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let order = self.order_asked(asked)?;
        self.back_up();
        let receipt = self.bench.delete_order(order.id)?;
        self.hand_over(order.client, &receipt)
    }

    /// Takes away how an order was found.
    pub(super) fn delete_evaluation(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let id = EvaluationId(entry_asked(asked)?);
        let client = self.bench.evaluated_by(id)?;
        self.back_up();
        let receipt = self.bench.delete_evaluation(id)?;
        self.hand_over(client, &receipt)
    }

    fn order_asked(&self, asked: &ArgMatches) -> Result<Order, Failure> {
        Ok(self.bench.order(OrderId(entry_asked(asked)?))?)
    }
}
