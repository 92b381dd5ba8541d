//! Where it is answered whether a former client is worth winning back, and the first step gets its day.

use chrono::NaiveDate;

use super::{OpError, Receipt, Workbench};
use crate::domain::calendar::{FORMER_AT_MOST, Period};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::way_back::{Changed, EndedBy, WayBack};

impl Workbench {
    /// What was answered about winning a client back.
    pub fn way_back(&self, client: ClientId) -> Result<Option<WayBack>, OpError> {
        Ok(self.db.way_back(client)?)
    }

    /// How many contacts a former client had this year, of the most it is to have, in a sentence.
    pub fn former_contacts(&self, client: ClientId) -> Result<Message, OpError> {
        let this_year = Period::Year.of(self.today());
        let contacts = self.db.book_line(client)?.map(|line| line.contacts).unwrap_or_default();
        let had = contacts.iter().filter(|contact| Period::Year.of(contact.day) == this_year).count();
        Ok(Message::new("former-contacts").with("n", had).with("most", FORMER_AT_MOST))
    }

    /// Keeps the answers to the three questions about a former client; where it is worth it, or possible, the next contact
    /// gets a day: the one named, or the one that follows from the answers.
    pub fn win_back(
        &self,
        client: ClientId,
        (ended_by, changed, quality): (EndedBy, Changed, bool),
        next: Option<NaiveDate>,
    ) -> Result<Receipt, OpError> {
        self.db.closing(client)?.ok_or(OpError::NotClosed)?;
        next.map_or(Ok(()), |day| self.check_ahead(day))?;
        let answer = WayBack { ended_by, changed, quality, on: self.today() };
        let next = next.or(answer.first_step());
        let receipt = self.act_on(client, "win_back", |tx| {
            tx.put_way_back(client, &answer)?;
            Ok(next.map_or(Ok(()), |day| tx.set_next_step(client, day))?)
        })?;
        // The answers themselves were given a moment ago; the advice is new.
        Ok(receipt.led_by(answer.messages().into_iter().skip(1).take(1)))
    }
}
