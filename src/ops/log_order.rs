//! Where an order is logged.

use chrono::NaiveDate;

use super::promise::write_promises;
use super::{OpError, Receipt, Workbench};
use crate::domain::ids::{ClientId, OrderId};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::order::{Order, OrderLine};
use crate::domain::promise::Promised;
use crate::domain::status::Stage;

/// An order as a person enters it.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderDraft {
    /// Whose it is.
    pub client: ClientId,
    /// What was ordered, in the book's currency.
    pub amount: Money,
    /// What was ordered, item by item, where that is known.
    pub items: Vec<String>,
    /// The day it was made, if not today.
    pub day: Option<NaiveDate>,
    /// What was written about it.
    pub note: String,
    /// The day of the next contact.
    pub next: Option<NaiveDate>,
    /// What was promised with it.
    pub promises: Vec<Promised>,
}

impl Workbench {
    /// Logs an order.
    pub fn log_order(&self, draft: &OrderDraft) -> Result<Receipt, OpError> {
        let today = self.today();
        let named = draft.items.iter().map(|item| item.trim()).filter(|item| !item.is_empty());
        let day = draft.day.unwrap_or(today);
        let receipt = self.act_on(draft.client, "log_order", |tx| {
            let order = Order {
                id: OrderId(tx.make_id()),
                client: draft.client,
                number: String::new(),
                day,
                amount: draft.amount,
                returned: Money(0),
                currency: None,
                rate_micro: None,
                due: None,
                paid: None,
                note: draft.note.clone(),
                lines: named.map(OrderLine::of).collect(),
            };
            self.settle_currency(tx, None)?;
            tx.order_adder()?.add(&order, None)?;
            // What was bought is judged (DOMAIN R5).
            tx.set_stage(draft.client, Stage::JUDGED, day, None)?;
            if let Some(next) = draft.next {
                tx.set_next_step(draft.client, next)?;
            }
            write_promises(tx, (draft.client, None), day, &draft.promises)
        })?;
        let number = self.db.count_orders(draft.client)?;
        let repeat = (number > 1).then(|| Message::new("effect-repeat").with("n", number.to_string()));
        Ok(receipt.with_chosen(draft.next).led_by(repeat).with_promises(&draft.promises))
    }
}
