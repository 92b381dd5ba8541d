//! The table of orders.

use rusqlite::{CachedStatement, Row};

use super::{Db, StoreError, Transaction};
use crate::domain::ids::ClientId;
use crate::domain::iso::iso;
use crate::domain::order::Order;

impl Db {
    /// The orders of a client, oldest first.
    pub fn orders(&self, client: ClientId) -> Result<Vec<Order>, StoreError> {
        self.all("SELECT * FROM orders WHERE client_id = ?1 ORDER BY day, id", [client], order_of)
    }

    /// The imported orders of a client, each with what it was in the file it came from.
    pub fn imported_orders(&self, client: ClientId) -> Result<Vec<(String, Order)>, StoreError> {
        self.all("SELECT * FROM orders WHERE client_id = ?1 AND source_key IS NOT NULL", [client], |row| {
            Ok((row.get("source_key")?, order_of(row)?))
        })
    }
}

/// Adds orders, one after the other.
pub struct OrderAdder<'t> {
    db: &'t Db,
    insert: CachedStatement<'t>,
}

impl OrderAdder<'_> {
    /// Adds an order; `source_key` says what it was in the file it came from.
    pub fn add(&mut self, order: &Order, source_key: Option<&str>) -> Result<(), StoreError> {
        let added = self.insert.execute((
            order.id,
            order.client,
            &order.number,
            iso(order.day),
            order.amount,
            order.returned,
            &order.currency,
            order.rate_micro,
            order.due.map(iso),
            order.paid.map(iso),
            &order.note,
            source_key,
        ));
        self.db.wrap(added).map(drop)
    }
}

impl Transaction<'_> {
    /// Makes ready to add orders.
    pub fn order_adder(&self) -> Result<OrderAdder<'_>, StoreError> {
        let insert = self.conn.prepare_cached(
            "INSERT INTO orders (id, client_id, number, day, amount, returned, currency, rate_micro, due, paid, note, source_key)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        );
        Ok(OrderAdder { db: self, insert: self.wrap(insert)? })
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

fn order_of(row: &Row<'_>) -> rusqlite::Result<Order> {
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
