//! An order of a client, with what came back of it and when it was to be paid.

use chrono::NaiveDate;

use super::ids::{ClientId, OrderId};
use super::money::Money;

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
