//! The table of evaluations.

use chrono::NaiveDate;

use super::{Db, StoreError, Transaction};
use crate::domain::evaluation::{ASKED_AFTER, Evaluated, Evaluation};
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

    /// How the orders of a client up to a day stand with their evaluation.
    pub fn evaluated(&self, client: ClientId, until: NaiveDate) -> Result<Evaluated, StoreError> {
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
            due: unasked.map(|(_, day)| (day, day + ASKED_AFTER)),
        })
    }

    /// Which client found an order so.
    pub fn evaluated_by(&self, id: EvaluationId) -> Result<Option<ClientId>, StoreError> {
        self.first("SELECT client_id FROM evaluation WHERE id = ?1", [id], |row| row.get("client_id"))
    }

    /// The evaluations of a client with their days, oldest first.
    pub fn evaluations(&self, client: ClientId) -> Result<Vec<(NaiveDate, Evaluation)>, StoreError> {
        self.all("SELECT day, signs FROM evaluation WHERE client_id = ?1 ORDER BY day, id", [client], |row| {
            Ok((row.get("day")?, row.get("signs")?))
        })
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
