//! Where it is answered whether a former client is worth winning back, and the first step gets its day.

use chrono::NaiveDate;

use super::promise::write_promises;
use super::{OpError, Receipt, Workbench};
use crate::domain::calendar::{FORMER_AT_MOST, Period};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::promise::Promised;
use crate::domain::way_back::{Changed, EndedBy, WayBack};

impl Workbench {
    /// What was answered about winning a former client back.
    pub fn way_back(&self, client: ClientId) -> Result<Option<WayBack>, OpError> {
        self.closing(client)?.ok_or(OpError::NotClosed)?;
        Ok(self.db.way_back(client)?.filter(|answer| answer.on <= self.today()))
    }

    /// How many contacts a former client had this year, of the most it is to have, in a sentence.
    pub fn former_contacts(&self, client: ClientId) -> Result<Message, OpError> {
        let this_year = Period::Year.of(self.today());
        let contacts = self.db.book_line(client, self.today())?.map(|line| line.contacts).unwrap_or_default();
        let had = contacts.iter().filter(|contact| Period::Year.of(contact.day) == this_year).count();
        Ok(Message::new("former-contacts").with("n", had).with("most", FORMER_AT_MOST))
    }

    /// Keeps the answers to the three questions about a former client. Where it is worth it, or possible, the next contact
    /// gets a day, the one named or the one that follows from the answers, and each task becomes a promise of ours, in the
    /// words that `say` has for its key; one that is open already is not made twice.
    pub fn win_back(
        &self,
        client: ClientId,
        (ended_by, changed, quality): (EndedBy, Changed, bool),
        next: Option<NaiveDate>,
        say: &dyn Fn(&str) -> String,
    ) -> Result<Receipt, OpError> {
        self.closing(client)?.ok_or(OpError::NotClosed)?;
        self.check_not_later(self.db.way_back(client)?.map(|answer| answer.on))?;
        next.map_or(Ok(()), |day| self.check_ahead(day))?;
        let answer = WayBack { ended_by, changed, quality, on: self.today() };
        let next = next.or(answer.first_step());
        let open = self.promises(Some(client))?.open;
        let tasks = next.map(|first| answer.tasks(first)).unwrap_or_default();
        let mut tasks: Vec<Promised> = tasks
            .into_iter()
            .map(|(task, due)| Promised { theirs: false, text: say(task), due, waits_on: String::new() })
            .collect();
        tasks.retain(|task| open.iter().all(|row| row.promise.what.text != task.text));
        let receipt = self.act_on(client, "win_back", |tx| {
            tx.put_way_back(client, &answer)?;
            next.map_or(Ok(()), |day| tx.set_next_step(client, day))?;
            write_promises(tx, (client, None), answer.on, &tasks)
        })?;
        // The answers themselves were given a moment ago; the advice is new.
        Ok(receipt.led_by(answer.messages().into_iter().skip(1).take(1)).with_promises(&tasks))
    }
}
