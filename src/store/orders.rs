//! The tables of orders and of their lines.

use chrono::NaiveDate;
use rusqlite::Row;
use rusqlite::types::Type;

use super::{Db, StoreError, Transaction};
use crate::domain::ids::{ClientId, OrderId};
use crate::domain::order::{Order, OrderLine};

/// The lines of an order as one column, which [`lines_of`] reads.
pub(super) const LINES: &str =
    "(SELECT json_group_array(json_object('item', item, 'amount', order_line.amount) ORDER BY order_line.id)
    FROM order_line WHERE order_id = orders.id)";

/// What an order was in the file it came from, as `OrderDraft::source_key` has it; NULL if it came from none.
const SOURCE_KEY: &str = "coalesce(source_key, CASE
    WHEN nth IS NULL THEN NULL
    WHEN number <> '' THEN 'n:' || number
    ELSE 'd:' || day || '|' || amount || '|' || returned || CASE WHEN nth > 1 THEN '#' || nth ELSE '' END
END)";

impl Db {
    /// The order of that id.
    pub fn order(&self, id: OrderId) -> Result<Option<Order>, StoreError> {
        self.first(&format!("SELECT *, {LINES} AS lines FROM orders WHERE id = ?1"), [id], order_of)
    }

    /// The orders of a client that were to be paid before a day and were not, the first due first; without their lines.
    pub fn unpaid_orders(&self, client: ClientId, today: NaiveDate) -> Result<Vec<Order>, StoreError> {
        self.all(
            "SELECT *, '[]' AS lines FROM orders
             WHERE client_id = ?1 AND day <= ?2 AND due < ?2 AND (paid IS NULL OR paid > ?2) AND amount > returned ORDER BY due, id",
            (client, today),
            order_of,
        )
    }

    /// The day of a client's newest order of that number.
    pub fn order_numbered(&self, client: ClientId, number: &str) -> Result<Option<NaiveDate>, StoreError> {
        self.first(
            "SELECT day FROM orders WHERE client_id = ?1 AND number = ?2 AND number <> '' ORDER BY day DESC",
            (client, number),
            |row| row.get("day"),
        )
    }

    /// The orders of a client that a file may mean, by what they were in the file they came from or would be by their number.
    pub fn orders_by_key(&self, client: ClientId) -> Result<Vec<(String, KnownOrder)>, StoreError> {
        let known = format!(
            "SELECT *, coalesce({SOURCE_KEY}, 'n:' || number) AS key, by_hand OR {SOURCE_KEY} IS NULL AS said, {LINES} AS lines
             FROM orders WHERE client_id = ?1 AND ({SOURCE_KEY} IS NOT NULL OR number <> '')
             ORDER BY {SOURCE_KEY} IS NOT NULL"
        );
        self.all(&known, [client], |row| {
            Ok((row.get("key")?, KnownOrder { by_hand: row.get("said")?, order: order_of(row)? }))
        })
    }
}

/// An order that a file may mean.
pub struct KnownOrder {
    /// The order.
    pub order: Order,
    /// Whether a person entered it, or changed what the file said.
    pub by_hand: bool,
}

impl Transaction<'_> {
    /// Adds an order; `nth` says which of its equals it was in the file it came from.
    pub fn insert_order(&self, order: &Order, nth: Option<u32>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO orders (id, client_id, number, day, amount, returned, currency, rate_micro, due, paid, note, nth)
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
                nth,
            ),
        )?;
        self.add_lines(order)
    }

    fn add_lines(&self, order: &Order) -> Result<(), StoreError> {
        order.lines.iter().try_for_each(|line| {
            self.change(
                "INSERT INTO order_line (id, order_id, item, amount) VALUES (?1, ?2, ?3, ?4)",
                (self.make_id(), order.id, &line.item, line.amount),
            )
            .map(drop)
        })
    }

    /// Writes the day, the amounts, the payment and the lines of an order anew, as a file now states them; a
    /// file that names no line leaves those that are there.
    pub fn restate_order(&self, order: &Order) -> Result<(), StoreError> {
        self.change(
            "UPDATE orders SET day = ?2, amount = ?3, returned = ?4, currency = ?5, due = ?6, paid = ?7 WHERE id = ?1",
            (order.id, order.day, order.amount, order.returned, &order.currency, order.due, order.paid),
        )?;
        if order.lines.is_empty() {
            return Ok(());
        }
        self.change("DELETE FROM order_line WHERE order_id = ?1", [order.id])?;
        self.add_lines(order)
    }

    /// Writes everything that can be said of an order anew, its lines as well; `by_hand` where that is otherwise than before,
    /// which is kept of one that came from a file.
    pub fn put_order(&self, order: &Order, by_hand: bool) -> Result<(), StoreError> {
        self.change(
            &format!(
                "UPDATE orders SET number = ?2, note = ?3, source_key = {SOURCE_KEY},
                     by_hand = by_hand OR (?4 AND {SOURCE_KEY} IS NOT NULL)
                 WHERE id = ?1"
            ),
            (order.id, &order.number, &order.note, by_hand),
        )?;
        if order.lines.is_empty() {
            self.change("DELETE FROM order_line WHERE order_id = ?1", [order.id])?;
        }
        self.restate_order(order)
    }

    /// Takes an order away, its lines and its evaluation first.
    pub fn delete_order(&self, id: OrderId) -> Result<(), StoreError> {
        self.change("DELETE FROM evaluation WHERE order_id = ?1", [id])?;
        self.change("DELETE FROM order_line WHERE order_id = ?1", [id])?;
        self.change("DELETE FROM orders WHERE id = ?1", [id])?;
        Ok(())
    }

    /// The place of an order among those of its client by day, from 1.
    pub fn place_of_order(&self, order: &Order) -> Result<usize, StoreError> {
        self.one(
            "SELECT count(*) FROM orders WHERE client_id = ?1 AND (day, id) <= (?2, ?3)",
            (order.client, order.day, order.id),
        )
    }
}

/// Reads the column [`LINES`].
pub(super) fn lines_of(row: &Row<'_>) -> rusqlite::Result<Vec<OrderLine>> {
    let json: String = row.get("lines")?;
    serde_json::from_str(&json)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, Box::new(error)))
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
        lines: lines_of(row)?,
    })
}
