//! Where a call is logged, and every other touch: a message, a meeting, a gift.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};

use super::gifts::check_cost;
use super::promise::write_promises;
use super::receipt::{period_key, touch_key};
use super::{OpError, Receipt, Workbench};
use crate::domain::calendar::{FORMER_AT_MOST, Period};
use crate::domain::ids::{ClientId, NewsId, PersonId, TouchId};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::promise::Promised;
use crate::domain::table::{Anchor, When};
use crate::domain::touch::{Details, Marks, Outcome, Touch, TouchKind};
use crate::store::{BookLine, Transaction};

/// A touch as a person enters it.
#[derive(Clone, Debug, PartialEq)]
pub struct TouchDraft {
    /// With which client.
    pub client: ClientId,
    /// What kind of contact.
    pub kind: TouchKind,
    /// With which person; `None` for the one the last touch was with.
    pub person: Option<PersonId>,
    /// How it ended.
    pub outcome: Outcome,
    /// What was said.
    pub note: String,
    /// What was given, for a gift.
    pub item: String,
    /// What it cost.
    pub cost: Option<Money>,
    /// What was felt.
    pub marks: Marks,
    /// Marked as important.
    pub important: bool,
    /// When it was, if not now.
    pub when: Option<(NaiveDate, Option<NaiveTime>)>,
    /// The day of the next contact.
    pub next: Option<NaiveDate>,
    /// Labels for the client.
    pub tags: Vec<String>,
    /// The news that were told, if the contact took place.
    pub told: Vec<NewsId>,
    /// What was promised.
    pub promises: Vec<Promised>,
    /// What else is said of it.
    pub details: Details,
}

impl TouchDraft {
    /// A touch of that kind, reached, now, with nothing said about it.
    pub fn new(client: ClientId, kind: TouchKind) -> Self {
        Self {
            client,
            kind,
            person: None,
            outcome: Outcome::default(),
            note: String::new(),
            item: String::new(),
            cost: None,
            marks: Marks::default(),
            important: false,
            when: None,
            next: None,
            tags: Vec::new(),
            told: Vec::new(),
            promises: Vec::new(),
            details: Details::default(),
        }
    }

    /// What was entered for a touch, to be changed.
    pub fn of(touch: &Touch) -> Self {
        Self {
            person: touch.person,
            outcome: touch.outcome,
            note: touch.note.clone(),
            item: touch.item.clone(),
            cost: touch.cost,
            marks: touch.marks,
            important: touch.important,
            details: touch.details,
            ..Self::new(touch.client, touch.kind)
        }
    }

    /// The touch it is on record as.
    pub(super) fn touch(&self, id: TouchId, person: Option<PersonId>, day: NaiveDate, at: DateTime<Utc>) -> Touch {
        Touch {
            id,
            client: self.client,
            person,
            kind: self.kind,
            day,
            at,
            outcome: self.outcome,
            note: self.note.clone(),
            item: self.item.clone(),
            cost: self.cost,
            marks: self.marks,
            important: self.important,
            details: self.details,
        }
    }
}

impl Workbench {
    /// Logs a touch. One that took place meets the typed next step that was due by then; a new one may be set with it.
    /// One more than the client bears is logged as well, with a warning.
    pub fn log_touch(&self, draft: &TouchDraft) -> Result<Receipt, OpError> {
        let verb = format!("log_{}", draft.kind.name());
        let too_many = if draft.outcome.took_place() { self.too_many(draft)? } else { None };
        let declined = self.declined(draft)?;
        let ledger = if draft.kind == TouchKind::Gift { self.gifts(draft.client)? } else { None };
        let warnings = ledger.map(|ledger| ledger.warnings(&draft.item, draft.cost)).unwrap_or_default();
        let receipt = self.act_on(draft.client, &verb, |tx| self.write_touch(tx, draft).map(drop))?;
        Ok(receipt
            .with_chosen(draft.next)
            .led_by(warnings)
            .led_by(too_many)
            .led_by(declined)
            .with_promises(&draft.promises))
    }

    /// Logs the same touch with each of these clients, with the person it is usually made with: one action.
    pub fn log_touches(&self, clients: &[ClientId], draft: &TouchDraft) -> Result<Receipt, OpError> {
        self.act_on_each(clients, &format!("log_{}", draft.kind.name()), |tx, client| {
            self.write_touch(tx, &TouchDraft { client, person: None, ..draft.clone() }).map(drop)
        })
    }

    /// Writes a touch and what comes with it.
    pub(super) fn write_touch(&self, tx: &Transaction<'_>, draft: &TouchDraft) -> Result<TouchId, OpError> {
        let id = TouchId(tx.make_id());
        let now = self.clock.now();
        let (day, time) = draft.when.map_or((now.day, now.time), |(day, time)| (day, time.unwrap_or(now.time)));
        let person = match draft.person {
            Some(person) => Some(person),
            None => tx.usual_person(draft.client, self.today())?.map(|person| person.id),
        };
        tx.put_touch(&draft.touch(id, person, day, self.clock.at(day, time)))?;
        if draft.outcome.took_place() {
            tx.meet_next_step(draft.client, day, id)?;
            draft.told.iter().try_for_each(|news| tx.tell(*news, draft.client, day))?;
        }
        self.write_with_touch(tx, draft, person, day)?;
        Ok(id)
    }

    /// Writes what was entered in the line of a touch and is none of its own.
    pub(super) fn write_with_touch(
        &self,
        tx: &Transaction<'_>,
        draft: &TouchDraft,
        person: Option<PersonId>,
        day: NaiveDate,
    ) -> Result<(), OpError> {
        check_cost(draft.cost)?;
        if draft.cost.is_some() {
            self.settle_currency(tx, None)?;
        }
        if let Some(next) = draft.next {
            tx.set_next_step(draft.client, next)?;
        }
        draft.tags.iter().try_for_each(|tag| tx.add_tag(draft.client, tag).map(drop))?;
        write_promises(tx, (draft.client, person), day, &draft.promises)
    }

    /// The warning about a contact with somebody who does not want that kind of contact.
    fn declined(&self, draft: &TouchDraft) -> Result<Option<Message>, OpError> {
        let person = match draft.person {
            Some(person) => self.db.person(person)?,
            None => self.db.usual_person(draft.client, self.today())?,
        };
        let person = person.filter(|person| person.declines.contains(&draft.kind));
        let kind = Message::new(touch_key(draft.kind));
        Ok(person.map(|person| Message::new("effect-declined").with("client", person.name).with("kind", kind)))
    }

    /// Refuses a contact with a former client that was contacted often enough in its calendar year (DOMAIN R42): it is
    /// logged if a person says so once more.
    pub fn check_former(&self, draft: &TouchDraft) -> Result<(), OpError> {
        match self.former_count(draft)?.filter(|count| *count > FORMER_AT_MOST && draft.outcome.took_place()) {
            Some(count) => Err(OpError::FormerEnough { name: self.client(draft.client)?.name, count }),
            None => Ok(()),
        }
    }

    /// Which contact of its calendar year it is with a former client, from 1; `None` with any other client.
    fn former_count(&self, draft: &TouchDraft) -> Result<Option<usize>, OpError> {
        let line = self.db.book_line(draft.client, self.today())?.filter(|line| line.said.closed);
        let year = Period::Year.of(draft.when.map_or(self.today(), |(day, _)| day));
        let of_year = |line: &BookLine| line.contacts.iter().filter(|had| Period::Year.of(had.day) == year).count();
        Ok(line.as_ref().map(|line| of_year(line) + 1))
    }

    /// The warning about a contact that is one more than the table means a client to get (DOMAIN R42, R49).
    fn too_many(&self, draft: &TouchDraft) -> Result<Option<Message>, OpError> {
        let Some(line) = self.db.book_line(draft.client, self.today())? else { return Ok(None) };
        let day = draft.when.map_or(self.today(), |(day, _)| day);
        let in_span = |period: Period, kinds: &dyn Fn(TouchKind) -> bool| {
            let span = period.of(day);
            let contacts = line.contacts.iter().filter(|contact| kinds(contact.kind) && period.of(contact.day) == span);
            contacts.count() + 1
        };
        if line.said.closed {
            let count = self.former_count(draft)?.unwrap_or(0);
            let warned = count > FORMER_AT_MOST;
            return Ok(warned.then(|| Message::new("effect-former-too-many").with("n", count)));
        }
        let status = self.db.derived_client(draft.client)?;
        for rule in self.db.rules()?.iter().filter(|rule| rule.kind == draft.kind) {
            let When::Quota { at_most: Some(limit), star_times, per, anchor: Anchor::Calendar, .. } = &rule.when else {
                continue;
            };
            let limit = if line.star { star_times.map_or(*limit, |times| times.max(*limit)) } else { *limit };
            let meant = status
                .as_ref()
                .is_some_and(|client| rule.scope.holds(client.status, line.star, &line.tags, client.revenue));
            let count = in_span(*per, &|kind| kind == rule.kind);
            if meant && count > limit as usize {
                let message = Message::new("effect-over-quota").with("n", count).with("limit", i64::from(limit));
                return Ok(Some(message.with("period", Message::new(period_key(*per)))));
            }
        }
        Ok(None)
    }
}
