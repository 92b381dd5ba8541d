//! Where a client is closed, for a reason, and reopened; and how the losses split.

use chrono::NaiveDate;

use super::{OpError, Receipt, Workbench};
use crate::domain::closing::{ClosedWhy, Losses};
use crate::domain::ids::ClientId;
use crate::domain::message::{Arg, Message};
use crate::store::Closing;

impl Workbench {
    /// Closes a client on a day that is not to come: from then on it is a former one.
    pub fn close_client(
        &self,
        client: ClientId,
        why: ClosedWhy,
        on: NaiveDate,
        note: &str,
    ) -> Result<Receipt, OpError> {
        self.check_past(on)?;
        if self.closing(client)?.is_some() {
            return Err(OpError::Closed);
        }
        self.check_not_later(self.db.closing(client)?.map(|closing| closing.on))?;
        let closing = Closing { on, why: Some(why), note: note.trim().to_owned() };
        let receipt = self.act_on(client, "close_client", |tx| Ok(tx.put_closing(client, Some(&closing))?))?;
        Ok(receipt.led_by([Message::new(why.key())]))
    }

    /// Makes a former client one that counts again.
    pub fn reopen_client(&self, client: ClientId) -> Result<Receipt, OpError> {
        self.closing(client)?.ok_or(OpError::NotClosed)?;
        self.act_on(client, "reopen_client", |tx| Ok(tx.put_closing(client, None)?))
    }

    /// The clients lost from a day on, or ever, to another day, both included.
    pub fn losses(&self, from: Option<NaiveDate>, to: NaiveDate) -> Result<Losses, OpError> {
        Ok(Losses::between(self.db.closings()?, from, to))
    }
}

impl Closing {
    /// When and why, in a sentence.
    pub fn message(&self) -> Message {
        let why = closed_message(self.why);
        let key = if self.note.is_empty() { "card-lost" } else { "card-lost-note" };
        Message::new(key).with("day", self.on).with("why", why).with("text", self.note.as_str())
    }
}

/// Why a client was closed, in a few words.
pub(super) fn closed_message(why: Option<ClosedWhy>) -> Message {
    Message::new(why.map_or("closed-unsaid", ClosedWhy::key))
}

impl Losses {
    /// The split, a sentence for each reason, beside the figure of the source; then what is outside of it.
    pub fn messages(&self) -> Vec<Message> {
        let line = |why: ClosedWhy| {
            let said = match (self.share(why), why.source_share()) {
                (Some(share), Some(source)) => {
                    Message::new("losses-line").with("share", Arg::Share(share)).with("source", Arg::Share(source))
                }
                (None, Some(source)) => Message::new("losses-line-none").with("source", Arg::Share(source)),
                _ => Message::new("losses-ended"),
            };
            said.with("what", Message::new(why.key())).with("n", self.count(why))
        };
        let unsaid = (self.unsaid > 0).then(|| Message::new("losses-unsaid").with("n", self.unsaid));
        let total = Message::new("losses-total").with("n", self.total());
        std::iter::once(total)
            .chain(ClosedWhy::ALL.map(line))
            .chain(unsaid)
            .chain([Message::new("losses-source")])
            .collect()
    }
}
