//! Where a promise is made, and where it ends: kept, broken or dropped.

use chrono::NaiveDate;

use super::{OpError, Receipt, Workbench};
use crate::domain::ids::{ClientId, PersonId, PromiseId};
use crate::domain::matching::fold;
use crate::domain::message::{Arg, Message};
use crate::domain::promise::{KeptRate, Promise, PromiseEnd, Promised};
use crate::store::{PromiseRow, Transaction};

/// The open promises, the longest due first, and how others were kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Promises {
    /// Those that are open, ours and theirs.
    pub open: Vec<PromiseRow>,
    /// How we kept ours.
    pub ours: KeptRate,
    /// How they kept theirs.
    pub theirs: KeptRate,
}

impl Promises {
    fn of(rows: Vec<PromiseRow>, today: NaiveDate) -> Self {
        let rate =
            |theirs| KeptRate::of(rows.iter().map(|row| &row.promise).filter(|one| one.what.theirs == theirs), today);
        let (ours, theirs) = (rate(false), rate(true));
        Self { open: rows.into_iter().filter(|row| row.promise.ended.is_none()).collect(), ours, theirs }
    }

    /// How they were kept, each direction in which any came due.
    pub fn rates(&self) -> Vec<Message> {
        [("promises-ours", self.ours), ("promises-theirs", self.theirs)]
            .into_iter()
            .filter_map(|(key, rate)| {
                let share = Arg::Share(rate.share()?);
                let said = Message::new(key).with("kept", rate.kept).with("due", rate.due).with("late", rate.late);
                Some(said.with("share", share))
            })
            .collect()
    }
}

impl Workbench {
    /// The promises of one client, or of all.
    pub fn promises(&self, only: Option<ClientId>) -> Result<Promises, OpError> {
        Ok(Promises::of(self.db.promises(only, self.today())?, self.today()))
    }

    /// The open promises that are due today or were before, the longest due first.
    pub fn promises_due(&self) -> Result<Vec<PromiseRow>, OpError> {
        Ok(self.db.promises_due(self.today())?)
    }

    /// The open promise a person means: by its id, by its whole text, or by a part of it that fits it alone.
    pub fn promise_named(&self, asked: &str) -> Result<PromiseRow, OpError> {
        let mut open = self.promises(None)?.open;
        let id = asked.parse().ok().map(PromiseId);
        if let Some(place) = open.iter().position(|row| Some(row.promise.id) == id) {
            return Ok(open.swap_remove(place));
        }
        match the_one(&open, asked, |row| &row.promise.what.text) {
            Some(place) => Ok(open.swap_remove(place)),
            _ => Err(OpError::NoPromise { asked: asked.to_owned() }),
        }
    }

    /// The person at a client a person means, by the whole name, or by a part of it that fits it alone.
    pub fn person_named(&self, client: ClientId, asked: &str) -> Result<PersonId, OpError> {
        let people = self.db.people(client)?;
        match the_one(&people, asked, |person| &person.name) {
            Some(place) => Ok(people[place].id),
            _ => Err(OpError::NoPerson { asked: asked.to_owned() }),
        }
    }

    /// Notes a promise between us and a client, to a person there or by one. It is due today or later.
    pub fn promise(&self, client: ClientId, person: Option<PersonId>, promised: &Promised) -> Result<Receipt, OpError> {
        if promised.text.trim().is_empty() {
            return Err(OpError::Empty);
        }
        self.check_ahead(promised.due)?;
        let promised = std::slice::from_ref(promised);
        let made_on = self.today();
        let receipt = self.act_on(client, "promise", |tx| write_promises(tx, (client, person), made_on, promised))?;
        Ok(receipt.with_promises(promised))
    }

    /// The open promises that are due from a day to another, the longest due first.
    pub fn promises_between(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<PromiseRow>, OpError> {
        Ok(self.db.promises_between(first, last, self.today())?)
    }

    /// Puts an open promise on another day, today or later; the day it was made for stays with it.
    pub fn move_promise(&self, id: PromiseId, due: NaiveDate) -> Result<Receipt, OpError> {
        self.check_ahead(due)?;
        let row = self.open_promise(id)?;
        let receipt = self.act_on(row.promise.client, "move_promise", |tx| Ok(tx.move_promise(id, due)?))?;
        let what = Promised { due, ..row.promise.what };
        let which = Message::new("effect-promise").with("text", what.text.as_str());
        Ok(receipt.led_by(Some(which)).with_promises(&[what]))
    }

    /// The promise of that id, open or not.
    pub fn any_promise(&self, id: PromiseId) -> Result<PromiseRow, OpError> {
        self.db.any_promise(id)?.ok_or_else(|| OpError::NoEntry { asked: id.0.to_string() })
    }

    /// Says anew what is promised, and on which department that waits.
    pub fn edit_promise(&self, id: PromiseId, text: &str, waits_on: &str) -> Result<Receipt, OpError> {
        let (text, row) = (text.trim(), self.any_promise(id)?);
        if text.is_empty() {
            return Err(OpError::Empty);
        }
        self.act_on(row.promise.client, "edit_promise", |tx| Ok(tx.reword_promise(id, text, waits_on.trim())?))
    }

    /// Takes a promise away, as one that was never made.
    pub fn delete_promise(&self, id: PromiseId) -> Result<Receipt, OpError> {
        let row = self.any_promise(id)?;
        self.act_on(row.promise.client, "delete_promise", |tx| Ok(tx.delete_promise(id)?))
    }

    fn open_promise(&self, id: PromiseId) -> Result<PromiseRow, OpError> {
        let (row, today) = (self.db.any_promise(id)?, self.today());
        let open = row.filter(|row| row.promise.ended.is_none_or(|(_, day)| day > today));
        let row = open.ok_or_else(|| OpError::NoPromise { asked: id.0.to_string() })?;
        self.check_not_later(row.promise.ended.map(|(_, day)| day))?;
        Ok(row)
    }

    /// Ends an open promise today. One that was not kept takes a word why.
    pub fn end_promise(&self, id: PromiseId, how: PromiseEnd, why: &str) -> Result<Receipt, OpError> {
        let why = why.trim();
        if how != PromiseEnd::Kept && why.is_empty() {
            return Err(OpError::Empty);
        }
        let row = self.open_promise(id)?;
        let verb = match how {
            PromiseEnd::Kept => "keep_promise",
            PromiseEnd::Broken => "break_promise",
            PromiseEnd::Dropped => "drop_promise",
        };
        let today = self.today();
        let receipt = self.act_on(row.promise.client, verb, |tx| Ok(tx.end_promise(id, how, today, why)?))?;
        let which = Message::new("effect-promise").with("text", row.promise.what.text);
        Ok(receipt.led_by(Some(which)))
    }
}

/// Which of a list is meant: the only one called so, or else the only one with that in its name.
fn the_one<T>(list: &[T], asked: &str, name: impl Fn(&T) -> &str) -> Option<usize> {
    let (asked, names) = (fold(asked), list.iter().map(|one| fold(name(one))).collect::<Vec<_>>());
    let only = |fits: &dyn Fn(&String) -> bool| {
        let mut fitting = names.iter().enumerate().filter(|(_, name)| fits(name)).map(|(place, _)| place);
        fitting.next().filter(|_| fitting.next().is_none())
    };
    only(&|name| *name == asked).or_else(|| only(&|name| name.contains(&asked)))
}

/// Writes what was promised on a day with a client, to a person there or by one.
pub(super) fn write_promises(
    tx: &Transaction<'_>,
    (client, person): (ClientId, Option<PersonId>),
    made_on: NaiveDate,
    promised: &[Promised],
) -> Result<(), OpError> {
    promised.iter().try_for_each(|what| {
        let what = Promised { text: what.text.trim().to_owned(), waits_on: what.waits_on.trim().to_owned(), ..*what };
        let id = PromiseId(tx.make_id());
        let promise = Promise { id, client, person, what, made_on, ended: None, why: String::new(), moved: None };
        Ok(tx.insert_promise(&promise)?)
    })
}
