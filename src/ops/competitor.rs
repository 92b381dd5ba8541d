//! Where a competitor at a client is noted, changed, decided about, and where it is said that it is gone.

use chrono::NaiveDate;

use super::{OpError, Receipt, Workbench};
use crate::domain::competitor::{Standing, THREAT_MOST, Way};
use crate::domain::ids::{ClientId, CompetitorId};
use crate::domain::matching::fold;
use crate::domain::message::Message;
use crate::store::CompetitorRow;

impl Workbench {
    /// The competitors that are at one client, or at all.
    pub fn competitors(&self, only: Option<ClientId>) -> Result<Vec<CompetitorRow>, OpError> {
        Ok(self.db.competitors(only, self.today())?)
    }

    /// The competitor a person means: by its id, or by a part of its name that fits it alone.
    pub fn competitor_named(&self, asked: &str) -> Result<CompetitorRow, OpError> {
        let mut rows = self.competitors(None)?;
        let id = asked.parse().ok().map(CompetitorId);
        if let Some(place) = rows.iter().position(|row| Some(row.competitor.id) == id) {
            return Ok(rows.swap_remove(place));
        }
        let part = fold(asked);
        let mut fitting = rows.into_iter().filter(|row| fold(&row.competitor.what.name).contains(&part));
        match (fitting.next(), fitting.next()) {
            (Some(row), None) => Ok(row),
            _ => Err(OpError::NoCompetitor { asked: asked.to_owned() }),
        }
    }

    fn competitor(&self, id: CompetitorId) -> Result<CompetitorRow, OpError> {
        let row = self.competitors(None)?.into_iter().find(|row| row.competitor.id == id);
        row.ok_or_else(|| OpError::NoCompetitor { asked: id.0.to_string() })
    }

    /// Notes a competitor at a client.
    pub fn add_competitor(&self, client: ClientId, what: &Standing) -> Result<Receipt, OpError> {
        let what = checked(what)?;
        let since = self.today();
        self.act_on(client, "add_competitor", |tx| Ok(tx.insert_competitor(client, &what, since)?))
    }

    /// Changes what is known of a competitor.
    pub fn edit_competitor(&self, id: CompetitorId, what: &Standing) -> Result<Receipt, OpError> {
        let (row, what) = (self.competitor(id)?, checked(what)?);
        self.act_on(row.competitor.client, "edit_competitor", |tx| Ok(tx.update_competitor(id, &what)?))
    }

    /// Decides about a competitor that was invited as a hint, with the day by which that is done or looked at again.
    pub fn decide_competitor(&self, id: CompetitorId, way: Way, due: NaiveDate) -> Result<Receipt, OpError> {
        let row = self.competitor(id)?;
        self.check_ahead(due)?;
        let client = row.competitor.client;
        let receipt = self.act_on(client, "decide_competitor", |tx| Ok(tx.decide_competitor(id, way, due)?))?;
        Ok(receipt.led_by([Message::new("effect-decided").with("what", Message::new(way.key())).with("day", due)]))
    }

    /// Says that a competitor is gone.
    pub fn end_competitor(&self, id: CompetitorId) -> Result<Receipt, OpError> {
        let (row, today) = (self.competitor(id)?, self.today());
        self.check_not_later(self.db.competitor_gone(id)?)?;
        self.act_on(row.competitor.client, "end_competitor", |tx| Ok(tx.end_competitor(id, today)?))
    }
}

/// What can be kept of a competitor: it has a name.
fn checked(what: &Standing) -> Result<Standing, OpError> {
    let trimmed = |text: &str| text.trim().to_owned();
    let (name, piece) = (trimmed(&what.name), trimmed(&what.piece));
    if name.is_empty() {
        return Err(OpError::Empty);
    }
    let (brought_by, threat) = (trimmed(&what.brought_by), what.threat.min(THREAT_MOST));
    Ok(Standing { name, piece, brought_by, threat, ..*what })
}
