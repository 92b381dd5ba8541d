//! What would replace a client that may leave: the gap, and whom of the book to win for it (DOMAIN R16, R31).

use chrono::NaiveDate;

use super::{ClientRow, OpError, Workbench};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::money::Money;

/// How many prospects are named.
const PROSPECTS: usize = 12;

/// What would replace one client.
#[derive(Clone, Debug, PartialEq)]
pub struct Replacement {
    /// Its name.
    pub name: String,
    /// What it brought in the twelve months to the day: the gap if it leaves.
    pub gap: Money,
    /// How many average other clients would fill the gap; 0 where there is no other.
    pub average_clients: i64,
    /// The day by which nine tenths of its ordinary gaps would have ended: silent until then, it is to be replaced.
    pub by: Option<NaiveDate>,
    /// Those who are no regular clients yet and were not closed: who ordered by what they brought, then who never did.
    pub prospects: Vec<ClientRow>,
}

impl Replacement {
    /// The gap and the day, in sentences, as seen from another day.
    pub fn messages(&self, today: NaiveDate) -> Vec<Message> {
        let gap = Message::new("replacement-gap").with("revenue", self.gap).with("average", self.average_clients);
        let by = self
            .by
            .map(|by| Message::new(if by < today { "replacement-late" } else { "replacement-by" }).with("day", by));
        let prospects = Message::new("replacement-prospects").with("n", self.prospects.len());
        std::iter::once(gap).chain(by).chain([prospects]).collect()
    }
}

impl Workbench {
    /// What would replace a client; `None` if there is no such client.
    pub fn replacement(&self, client: ClientId) -> Result<Option<Replacement>, OpError> {
        let (Some(row), Some(line)) = (self.db.client(client)?, self.db.book_line(client, self.today())?) else {
            return Ok(None);
        };
        let judge = self.usual_so_far()?;
        let history = judge.history(&line);
        let gap = history.value_of_year(self.today()).max(Money(0));
        let hangs = judge.state().hangs(gap);
        Ok(Some(Replacement {
            name: row.name,
            gap,
            average_clients: hangs.map_or(0, |hangs| hangs.average_clients),
            by: judge.expected(&history).map(|(_, by)| by),
            prospects: self.db.prospects(client, PROSPECTS)?,
        }))
    }
}
