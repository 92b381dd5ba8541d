//! Where a call is logged, and every other touch: a message, a meeting, a gift.

use chrono::{NaiveDate, NaiveTime};

use super::{OpError, Receipt, Workbench};
use crate::domain::ids::{ClientId, NewsId, PersonId, TouchId};
use crate::domain::money::Money;
use crate::domain::touch::{Marks, Outcome, Touch, TouchKind};
use crate::store::Transaction;

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
        }
    }
}

impl Workbench {
    /// Logs a touch. One that took place meets the typed next step that was due by then; a new one may be set with it.
    pub fn log_touch(&self, draft: &TouchDraft) -> Result<Receipt, OpError> {
        let verb = format!("log_{}", draft.kind.name());
        self.act_on(draft.client, &verb, |tx| self.write_touch(tx, draft))
    }

    /// Writes a touch and what comes with it.
    pub(super) fn write_touch(&self, tx: &Transaction<'_>, draft: &TouchDraft) -> Result<(), OpError> {
        let now = self.clock.now();
        let (day, time) = draft.when.map_or((now.day, now.time), |(day, time)| (day, time.unwrap_or(now.time)));
        let person = match draft.person {
            Some(person) => Some(person),
            None => tx.usual_person(draft.client)?.map(|person| person.id),
        };
        tx.insert_touch(&Touch {
            id: TouchId(tx.make_id()),
            client: draft.client,
            person,
            kind: draft.kind,
            day,
            at: self.clock.at(day, time),
            outcome: draft.outcome,
            note: draft.note.clone(),
            item: draft.item.clone(),
            cost: draft.cost,
            marks: draft.marks,
            important: draft.important,
        })?;
        if draft.cost.is_some() {
            self.settle_currency(tx, None)?;
        }
        if draft.outcome.took_place() {
            tx.meet_next_step(draft.client, day)?;
            draft.told.iter().try_for_each(|news| tx.tell(*news, draft.client, day))?;
        }
        if let Some(next) = draft.next {
            tx.set_next_step(draft.client, next)?;
        }
        draft.tags.iter().try_for_each(|tag| tx.add_tag(draft.client, tag).map(drop))?;
        Ok(())
    }
}
