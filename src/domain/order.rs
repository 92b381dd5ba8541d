//! An order of a client, with what it was made of, what came back of it and when it was to be paid.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{ClientId, OrderId};
use super::message::Message;
use super::money::Money;

/// One line of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLine {
    /// What was ordered.
    pub item: String,
    /// What of the order's amount it makes, in the order's currency, where that is known.
    pub amount: Option<Money>,
}

impl OrderLine {
    /// A line of which only the item is known.
    pub fn of(item: &str) -> Self {
        Self { item: item.to_owned(), amount: None }
    }
}

/// What is said of an order beside what was ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// Its number; empty for none.
    pub number: String,
    /// The day payment is due.
    pub due: Option<NaiveDate>,
    /// The day it was paid.
    pub paid: Option<NaiveDate>,
    /// What of it came back.
    pub returned: Money,
}

/// The orders of a client whose day of payment has passed, and that were not paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unpaid {
    /// How many.
    pub orders: usize,
    /// What they are worth, those in another currency without a rate left out.
    pub worth: Money,
    /// The day the first of them was due.
    pub since: NaiveDate,
}

impl Unpaid {
    /// What these orders, the first due first, leave unpaid; `None` where there are none.
    pub fn of(orders: &[Order]) -> Option<Self> {
        let since = orders.first()?.due?;
        Some(Self { orders: orders.len(), worth: orders.iter().filter_map(Order::value).sum(), since })
    }

    /// The sentence of it.
    pub fn message(&self) -> Message {
        Message::new("card-unpaid").with("n", self.orders).with("money", self.worth).with("day", self.since)
    }
}

/// One order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// Whose it is.
    pub client: ClientId,
    /// Its number, where it has one.
    pub number: String,
    /// The day it was made. Orders dated in the future are kept and not looked at before their day.
    pub day: NaiveDate,
    /// What was ordered, in `currency`.
    pub amount: Money,
    /// What of it came back, in `currency`.
    pub returned: Money,
    /// The currency where it is not the book's.
    pub currency: Option<String>,
    /// Units of the book's currency for one unit of `currency`, in millionths, typed by hand.
    pub rate_micro: Option<i64>,
    /// The day payment was due.
    pub due: Option<NaiveDate>,
    /// The day it was paid.
    pub paid: Option<NaiveDate>,
    /// What was written about it.
    pub note: String,
    /// What it was made of, line by line, where that is known.
    pub lines: Vec<OrderLine>,
}

impl Order {
    /// What the order is worth in the book's currency: amount less returns. `None` for another currency without a rate.
    pub fn value(&self) -> Option<Money> {
        let net = self.amount - self.returned;
        match (&self.currency, self.rate_micro) {
            (None, _) => Some(net),
            (Some(_), Some(rate)) => Some(net.at_rate(rate)),
            (Some(_), None) => None,
        }
    }
}
