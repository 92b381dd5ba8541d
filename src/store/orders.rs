//! The table of orders.

use rusqlite::Row;

use super::{Db, StoreError, Transaction};
use crate::domain::ids::{ClientId, OrderId};
use crate::domain::order::Order;

impl Db {
    /// The orders of a client, oldest first.
    pub fn orders(&self, client: ClientId) -> Result<Vec<Order>, StoreError> {
        self.all("SELECT * FROM orders WHERE client_id = ?1 ORDER BY day, id", [client], order_of)
    }

    /// What each imported order of a client was called in the file it came from.
    pub fn source_keys(&self, client: ClientId) -> Result<Vec<(String, OrderId)>, StoreError> {
        self.all("SELECT source_key, id FROM orders WHERE client_id = ?1 AND source_key IS NOT NULL", [client], |row| {
            Ok((row.get("source_key")?, row.get("id")?))
        })
    }

    /// The order of that id.
    pub fn order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.first("SELECT * FROM orders WHERE id = ?1", [id], order_of)
    }
}

impl Transaction<'_> {
    /// Adds an order; `source_key` says what it was in the file it came from.
    pub fn insert_order(&self, order: &Order, source_key: Option<&str>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO orders (id, client_id, number, day, amount, returned, currency, rate_micro, due, paid, note, source_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
            (
                order.id,
                order.client,
                &order.number,
                order.day,
                order.amount,
                order.returned,
                &order.currency,
                order.rate_micro,
                order.due,
                order.paid,
                &order.note,
                source_key,
            ),
        )?;
        Ok(())
    }

    /// Writes the day, the amounts and the payment of an order anew, as a file now states them.
    pub fn restate_order(&self, order: &Order) -> Result<(), StoreError> {
        self.change(
            "UPDATE orders SET day = ?2, amount = ?3, returned = ?4, currency = ?5, due = ?6, paid = ?7 WHERE id = ?1",
            (order.id, order.day, order.amount, order.returned, &order.currency, order.due, order.paid),
        )?;
        Ok(())
    }
}

pub(super) fn order_of(row: &Row<'_>) -> rusqlite::Result<Order> {
    Ok(Order {
        id: row.get("id")?,
        client: row.get("client_id")?,
        number: row.get("number")?,
        day: row.get("day")?,
        amount: row.get("amount")?,
        returned: row.get("returned")?,
        currency: row.get("currency")?,
        rate_micro: row.get("rate_micro")?,
        due: row.get("due")?,
        paid: row.get("paid")?,
        note: row.get("note")?,
    })
}
