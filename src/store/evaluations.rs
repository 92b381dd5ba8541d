//! The table of evaluations.

use chrono::{Days, NaiveDate};

use super::sql::still;
use super::{Db, StoreError, Transaction};
use crate::domain::evaluation::{ASKED_FOR, Evaluated, Evaluation};
use crate::domain::ids::{ClientId, EvaluationId, OrderId};

impl Db {
    /// The newest order of a client with its day, up to a day.
    pub fn newest_order(&self, client: ClientId, until: NaiveDate) -> Result<Option<(OrderId, NaiveDate)>, StoreError> {
        self.first(
            "SELECT id, day FROM orders WHERE client_id = ?1 AND day <= ?2 ORDER BY day DESC, id DESC",
            (client, until),
            |row| Ok((row.get("id")?, row.get("day")?)),
        )
    }

    /// How the orders of a client up to a day stand with their evaluation, of which it is time so many days after each.
    pub fn evaluated(&self, client: ClientId, until: NaiveDate, after: u16) -> Result<Evaluated, StoreError> {
        let made: Vec<(NaiveDate, Evaluation, OrderId)> = self.all(
            "SELECT day, signs, order_id FROM evaluation WHERE client_id = ?1 AND day <= ?2 ORDER BY day DESC, id DESC",
            (client, until),
            |row| Ok((row.get("day")?, row.get("signs")?, row.get("order_id")?)),
        )?;
        let newest_order = self.newest_order(client, until)?;
        let unasked = newest_order.filter(|(order, _)| made.iter().all(|(.., evaluated)| evaluated != order));
        Ok(Evaluated {
            newest: made.first().map(|(day, evaluation, _)| (*day, *evaluation)),
            ever_positive: made.iter().any(|(_, evaluation, _)| evaluation.is_positive()),
            due: unasked.map(|(_, day)| (day, day + Days::new(after.into()))),
        })
    }

    /// How an order was found, what was written with it, and the day of that.
    pub fn evaluation_of(&self, order: OrderId) -> Result<Option<(Evaluation, String, NaiveDate)>, StoreError> {
        self.first("SELECT signs, note, day FROM evaluation WHERE order_id = ?1", [order], |row| {
            Ok((row.get("signs")?, row.get("note")?, row.get("day")?))
        })
    }

    /// Which client found an order so.
    pub fn evaluated_by(&self, id: EvaluationId) -> Result<Option<ClientId>, StoreError> {
        self.first("SELECT client_id FROM evaluation WHERE id = ?1", [id], |row| row.get("client_id"))
    }

    /// The clients whose last order nobody asked about though it is time to since a few days, with its day: those that are
    /// neither closed nor on the black list, so many days after the order. The oldest orders first, of at most so many clients.
    pub fn evaluations_due(
        &self,
        today: NaiveDate,
        after: u16,
        most: usize,
    ) -> Result<Vec<(ClientId, String, NaiveDate)>, StoreError> {
        let due = format!(
            "SELECT client_id, name, last_order FROM derived_client JOIN client ON client.id = client_id
             WHERE last_order BETWEEN ?1 AND ?2 AND {} AND {}
               AND NOT EXISTS (SELECT 1 FROM evaluation WHERE day <= ?3 AND order_id = (
                   SELECT id FROM orders WHERE orders.client_id = derived_client.client_id AND day <= ?3
                   ORDER BY day DESC, id DESC LIMIT 1))
             ORDER BY last_order, client_id LIMIT ?4",
            still("closed_on", today),
            still("barred_on", today)
        );
        self.all(
            &due,
            (
                today - Days::new((after + ASKED_FOR).into()),
                today - Days::new(after.into()),
                today,
                i64::try_from(most).unwrap_or(i64::MAX),
            ),
            |row| Ok((row.get("client_id")?, row.get("name")?, row.get("last_order")?)),
        )
    }

    /// The evaluations made from one day to another, both included.
    pub fn evaluations_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Evaluation>, StoreError> {
        self.all("SELECT signs FROM evaluation WHERE day BETWEEN ?1 AND ?2", (from, to), |row| row.get("signs"))
    }
}

impl Transaction<'_> {
    /// Takes an evaluation away.
    pub fn delete_evaluation(&self, id: EvaluationId) -> Result<(), StoreError> {
        self.change("DELETE FROM evaluation WHERE id = ?1", [id])?;
        Ok(())
    }

    /// Writes how a client found an order, in place of what was written before.
    pub fn put_evaluation(
        &self,
        client: ClientId,
        order: OrderId,
        day: NaiveDate,
        evaluation: &Evaluation,
        note: &str,
    ) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO evaluation (id, client_id, order_id, day, signs, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
             ON CONFLICT (order_id) DO UPDATE SET day = excluded.day, signs = excluded.signs, note = excluded.note",
            (self.make_id(), client, order, day, evaluation, note),
        )?;
        Ok(())
    }
}
