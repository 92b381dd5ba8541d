//! Where a person says that a client stands, and how it came there.

use super::close_client::closed_message;
use super::{OpError, Receipt, Workbench};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::status::{Mover, Status, StatusChange, StatusStep, history};

impl Workbench {
    /// Says where a client stands, whatever its orders tell, and why; without a status what they tell holds again.
    pub fn set_status(&self, client: ClientId, status: Option<Status>, why: &str) -> Result<Receipt, OpError> {
        if status == Some(Status::Former) || self.closing(client)?.is_some() {
            return Err(OpError::FormerByClosing);
        }
        let why = why.trim();
        if why.is_empty() {
            return Err(OpError::NoReason);
        }
        let change = StatusChange { day: self.today(), status, why: why.to_owned() };
        let receipt = self.act_on(client, "set_status", |tx| Ok(tx.set_status(client, &change)?))?;
        let now = self.db.derived_client(client)?.map(|derived| derived.status);
        let now = now.map(|status| Message::new("effect-status").with("status", Message::new(status_key(status))));
        Ok(receipt.led_by(now))
    }

    /// How a client came to where it stands, oldest first.
    pub fn statuses_of(&self, client: ClientId) -> Result<Vec<StatusStep>, OpError> {
        let Some(line) = self.db.book_line(client, self.today())? else { return Ok(Vec::new()) };
        let mut days: Vec<_> = line.orders.iter().map(|order| order.day).collect();
        days.sort_unstable();
        days.dedup();
        let good = line.evaluations.iter().filter(|(_, evaluation)| evaluation.is_positive());
        let good: Vec<_> = good.map(|(day, _)| *day).collect();
        let changes = self.db.status_changes(client, self.today())?;
        let mut steps = history(&days, &changes, &self.db.regular_rules()?, &good);
        steps.extend(self.closing(client)?.map(|closing| StatusStep {
            day: closing.on,
            status: Some(Status::Former),
            mover: Mover::Closed(closing.why),
        }));
        steps.sort_by_key(|step| step.day);
        Ok(steps)
    }
}

/// The key of a status's name.
fn status_key(status: Status) -> &'static str {
    match status {
        Status::Potential => "status-potential",
        Status::Prospective => "status-prospective",
        Status::Client => "status-client",
        Status::Regular => "status-regular",
        Status::Former => "status-former",
    }
}

/// A step on the way to where a client stands, in a sentence.
pub fn step_message(step: &StatusStep) -> Message {
    let status = Message::new(step.status.map_or("status-by-orders", status_key));
    let mover = match &step.mover {
        Mover::Selling => Message::new("moved-selling"),
        Mover::Orders { order_days, good: true } => Message::new("moved-good").with("n", *order_days),
        Mover::Orders { order_days, good: false } => Message::new("moved-unasked").with("n", *order_days),
        Mover::Person(why) => Message::new("moved-by-hand").with("text", why.as_str()),
        Mover::Closed(why) => Message::new("moved-closed").with("why", closed_message(*why)),
    };
    Message::new("moved").with("day", step.day).with("status", status).with("mover", mover)
}
