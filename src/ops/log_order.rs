//! Where an order is logged.

use chrono::NaiveDate;

use super::promise::write_promises;
use super::{OpError, Receipt, Workbench};
use crate::domain::ids::{ClientId, OrderId};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::order::{Order, OrderLine, Terms};
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
    /// Its number, its payment and what came back of it.
    pub terms: Terms,
    /// The day of the next contact.
    pub next: Option<NaiveDate>,
    /// What was promised with it.
    pub promises: Vec<Promised>,
}

impl OrderDraft {
    /// An order of that amount, made today, with nothing said about it.
    pub fn new(client: ClientId, amount: Money) -> Self {
        Self {
            client,
            amount,
            items: Vec::new(),
            day: None,
            note: String::new(),
            terms: Terms::default(),
            next: None,
            promises: Vec::new(),
        }
    }

    /// What was entered for an order, to be changed.
    pub fn of(order: &Order) -> Self {
        Self {
            items: order.lines.iter().map(|line| line.item.clone()).collect(),
            note: order.note.clone(),
            terms: Terms { number: order.number.clone(), due: order.due, paid: order.paid, returned: order.returned },
            ..Self::new(order.client, order.amount)
        }
    }

    /// The items that have a name.
    pub(super) fn named_items(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|item| item.trim()).filter(|item| !item.is_empty())
    }
}

/// Refuses an amount that is larger than any.
pub(super) fn check_size(amount: Money) -> Result<(), OpError> {
    if amount.is_too_large() { Err(OpError::TooLarge) } else { Ok(()) }
}

/// Refuses an order of nothing or less, and one of which more came back than was ordered.
pub(super) fn check_amounts(amount: Money, returned: Money) -> Result<(), OpError> {
    check_size(amount)?;
    let meant = amount > Money(0) && (Money(0)..=amount).contains(&returned);
    if meant { Ok(()) } else { Err(OpError::BadAmounts) }
}

impl Workbench {
    /// Logs an order.
    pub fn log_order(&self, draft: &OrderDraft) -> Result<Receipt, OpError> {
        check_amounts(draft.amount, draft.terms.returned)?;
        let today = self.today();
        let day = draft.day.unwrap_or(today);
        let Terms { number, due, paid, returned } = draft.terms.clone();
        let known = self.db.order_numbered(draft.client, &number)?;
        let known = known.map(|day| Message::new("effect-number-known").with("text", number.as_str()).with("day", day));
        let mut place = 0;
        let receipt = self.act_on(draft.client, "log_order", |tx| {
            let order = Order {
                id: OrderId(tx.make_id()),
                client: draft.client,
                number,
                day,
                amount: draft.amount,
                returned,
                currency: None,
                rate_micro: None,
                due,
                paid,
                note: draft.note.clone(),
                lines: draft.named_items().map(OrderLine::of).collect(),
            };
            self.settle_currency(tx, None)?;
            tx.insert_order(&order, None)?;
            place = tx.place_of_order(&order)?;
            // What was bought is judged (DOMAIN R5); what is on record for a later day stays.
            if tx.purchase(draft.client)?.is_none_or(|known| known.since <= today) {
                tx.set_stage(draft.client, Stage::JUDGED, day, None)?;
            }
            if let Some(next) = draft.next {
                tx.set_next_step(draft.client, next)?;
            }
            write_promises(tx, (draft.client, None), day, &draft.promises)
        })?;
        let repeat = (place > 1 && day <= today).then(|| Message::new("effect-repeat").with("n", place.to_string()));
        Ok(receipt.with_chosen(draft.next).led_by(known.into_iter().chain(repeat)).with_promises(&draft.promises))
    }
}
