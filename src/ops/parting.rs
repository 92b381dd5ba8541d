//! Where it is weighed whether to go on with a client: what speaks against it is entered, and decided.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use super::log_order::check_size;
use super::{OpError, Receipt, Workbench};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::parting::{Choice, Concession, Conflict, Decided, FreeWork, Parting};
use crate::domain::serving::{HALF_YEAR, Serving};
use crate::domain::touch::TouchKind;
use crate::store::{BookLine, Effort};

impl Workbench {
    /// What speaks against going on with a client; `None` if there is no such client.
    pub fn parting(&self, client: ClientId) -> Result<Option<Parting>, OpError> {
        let Some(line) = self.db.book_line(client, self.today())? else { return Ok(None) };
        let today = self.today();
        let volume = match self.usual_so_far()?.volume_trend(&line) {
            Some(trend) => Some((trend, self.db.volume_explained(client, trend.told_on)?)),
            None => None,
        };
        Ok(Some(Parting {
            volume,
            concessions: self.db.concessions(client, today)?,
            free_work: self.db.free_work(client, today)?,
            serving: self.serving(&line)?,
            conflicts: self.db.conflicts(client, today)?,
            decided: self.db.decided(client, today)?,
            today,
        }))
    }

    /// What serving took in the last half-year and in the one before: each contact the minutes that were entered, or as long
    /// as the first row of the table for its kind says; a kind no row asks for takes as long as a call.
    fn serving(&self, line: &BookLine) -> Result<(Serving, Serving), OpError> {
        let mut usual: BTreeMap<TouchKind, u32> = BTreeMap::new();
        for rule in self.db.rules()? {
            usual.entry(rule.kind).or_insert(rule.minutes);
        }
        let call = usual.get(&TouchKind::Call).copied().unwrap_or_default();
        let efforts = self.db.efforts(line.id)?;
        let up_to = |last: NaiveDate| {
            let within = |day: NaiveDate| day <= last && day > last - TimeDelta::days(HALF_YEAR);
            let orders: BTreeSet<NaiveDate> =
                line.orders.iter().map(|order| order.day).filter(|day| within(*day)).collect();
            let mut serving = Serving { orders: orders.len() as i64, ..Serving::default() };
            for contact in line.contacts.iter().filter(|contact| within(contact.day)) {
                let Effort { minutes, drain } = efforts.get(&contact.id).copied().unwrap_or_default();
                let usual = usual.get(&contact.kind).copied().unwrap_or(call);
                serving.contacts += 1;
                serving.minutes += i64::from(minutes.map_or(usual, u32::from));
                serving.drain.0 += i64::from(drain.is_some());
                serving.drain.1 += i64::from(drain.unwrap_or_default());
            }
            serving
        };
        let today = self.today();
        Ok((up_to(today), up_to(today - TimeDelta::days(HALF_YEAR))))
    }

    /// Notes what we gave way on, on a day that is not to come.
    pub fn concede(&self, client: ClientId, one: &Concession) -> Result<Receipt, OpError> {
        self.check_said(&one.text, one.day)?;
        one.cost.map_or(Ok(()), check_size)?;
        self.act_on(client, "concede", |tx| {
            tx.insert_concession(client, one)?;
            one.cost.map_or(Ok(()), |_| self.settle_currency(tx, None))
        })
    }

    /// Notes work done for nothing, on a day that is not to come.
    pub fn log_free_work(&self, client: ClientId, work: &FreeWork) -> Result<Receipt, OpError> {
        self.check_said(&work.text, work.day)?;
        if work.value <= Money(0) {
            return Err(OpError::NoAmount { typed: String::from("0") });
        }
        check_size(work.value)?;
        self.act_on(client, "log_free_work", |tx| {
            tx.insert_free_work(client, work)?;
            self.settle_currency(tx, None)
        })
    }

    fn check_said(&self, text: &str, day: NaiveDate) -> Result<(), OpError> {
        if text.trim().is_empty() {
            return Err(OpError::Empty);
        }
        self.check_past(day)
    }

    /// Marks a conflict of values, or takes the mark away.
    pub fn mark_conflict(&self, client: ClientId, kind: Conflict, holds: bool) -> Result<Receipt, OpError> {
        let verb = if holds { "mark_conflict" } else { "clear_conflict" };
        let today = self.today();
        self.act_on(client, verb, |tx| Ok(tx.put_conflict(client, kind, holds, today)?))
    }

    /// Says whether the fall of a client's orders is explained, and how. It holds until another fall is told.
    pub fn explain_volume(&self, client: ClientId, explained: bool, how: &str) -> Result<Receipt, OpError> {
        let parting = self.parting(client)?.ok_or_else(|| OpError::NoClient { asked: client.0.to_string() })?;
        let (trend, _) = parting.volume.ok_or(OpError::NoFall)?;
        self.act_on(client, "explain_volume", |tx| {
            Ok(tx.put_explained(client, trend.told_on, explained, how.trim())?)
        })
    }

    /// Decides about a client, with the day by which it is done or looked at again; in place of what was decided before.
    pub fn decide_parting(
        &self,
        client: ClientId,
        choice: Choice,
        due: NaiveDate,
        note: &str,
    ) -> Result<Receipt, OpError> {
        self.check_ahead(due)?;
        if self.closing(client)?.is_some() {
            return Err(OpError::Closed);
        }
        let decided = Decided { choice, on: self.today(), due, note: note.trim().to_owned() };
        let receipt = self.act_on(client, "decide_parting", |tx| Ok(tx.insert_decided(client, &decided)?))?;
        let told = Message::new("effect-decided").with("what", Message::new(choice.key())).with("day", due);
        let close = (choice == Choice::End).then(|| Message::new("effect-offer-close"));
        Ok(receipt.led_by(std::iter::once(told).chain(close)))
    }
}
