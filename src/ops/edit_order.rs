//! Where an order on record is changed, or taken away with all that belongs to it.

use super::log_order::check_amounts;
use super::promise::write_promises;
use super::{OpError, OrderDraft, Receipt, Workbench};
use crate::domain::ids::OrderId;
use crate::domain::order::{Order, OrderLine};

impl Workbench {
    /// The order of that id.
    pub fn order(&self, id: OrderId) -> Result<Order, OpError> {
        self.db.order(id)?.ok_or_else(|| OpError::NoEntry { asked: id.0.to_string() })
    }

    /// Puts what a draft says in place of what was said of an order. Its client and its currency stay, and so does its day
    /// where the draft names none; an item that is named again keeps its share of the amount.
    pub fn edit_order(&self, id: OrderId, draft: &OrderDraft) -> Result<Receipt, OpError> {
        let before = self.order(id)?;
        let mut lines = before.lines.clone();
        let lines = draft.named_items().map(|item| {
            let place = lines.iter().position(|line| line.item == item);
            place.map_or_else(|| OrderLine::of(item), |place| lines.remove(place))
        });
        let terms = draft.terms.clone();
        let after = Order {
            number: terms.number,
            day: draft.day.unwrap_or(before.day),
            amount: draft.amount,
            returned: terms.returned,
            due: terms.due,
            paid: terms.paid,
            note: draft.note.clone(),
            lines: lines.collect(),
            ..before.clone()
        };
        let stated = |order: &Order| (order.day, order.amount, order.returned, order.due, order.paid);
        let by_hand = stated(&after) != stated(&before) || after.lines != before.lines;
        if (after.amount, after.returned) != (before.amount, before.returned) {
            check_amounts(after.amount, after.returned)?;
        }
        self.act_on(before.client, "edit_order", |tx| {
            tx.put_order(&after, by_hand)?;
            if let Some(next) = draft.next {
                tx.set_next_step(before.client, next)?;
            }
            write_promises(tx, (before.client, None), after.day, &draft.promises)
        })
        .map(|receipt| receipt.with_promises(&draft.promises))
    }

    /// Takes an order away, with its lines and how it was found.
    pub fn delete_order(&self, id: OrderId) -> Result<Receipt, OpError> {
        let before = self.order(id)?;
        self.act_on(before.client, "delete_order", |tx| Ok(tx.delete_order(id)?))
    }
}
