//! What regular clients are likely to order again within some days.

use super::{OpError, Workbench};
use crate::domain::churn::Score;
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::status::Status;

/// What one regular client is likely to order.
#[derive(Clone, Debug, PartialEq)]
pub struct ForecastLine {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// How many orders.
    pub orders: f64,
    /// For how much.
    pub amount: Money,
}

/// What regular clients are likely to order (DOMAIN R21).
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// Within how many days.
    pub days: u16,
    /// Each of them, the largest amount first.
    pub lines: Vec<ForecastLine>,
}

impl Forecast {
    /// How many orders.
    pub fn orders(&self) -> f64 {
        self.lines.iter().map(|line| line.orders).sum()
    }

    /// For how much.
    pub fn amount(&self) -> Money {
        self.lines.iter().map(|line| line.amount).sum()
    }

    /// In a sentence.
    pub fn sentence(&self) -> Message {
        Message::new("forecast-total")
            .with("days", i64::from(self.days))
            .with("money", self.amount())
            .with("orders", self.orders().round() as i64)
            .with("clients", self.lines.len())
    }
}

impl Workbench {
    /// What regular clients are likely to order within so many days, or within the horizon chosen for the book: of each the
    /// days by its own usual interval, times its usual order, times the chance that it orders at all within them.
    pub fn forecast(&self, days: Option<u16>) -> Result<Forecast, OpError> {
        let days = days.map_or_else(|| self.horizon(), Ok)?;
        let regular = self.scored(Some(days))?.into_iter().filter_map(|scored| {
            let regular = scored.row.derived.as_ref().is_some_and(|derived| derived.status == Status::Regular);
            let score = scored.score.filter(|_| regular)?;
            Some(line(scored.row.client, scored.row.name, &score, days))
        });
        let mut lines: Vec<ForecastLine> = regular.collect();
        lines.sort_by(|a, b| b.amount.cmp(&a.amount).then_with(|| a.name.cmp(&b.name)));
        Ok(Forecast { days, lines })
    }
}

fn line(client: ClientId, name: String, score: &Score, days: u16) -> ForecastLine {
    let orders = f64::from(days) / score.usual_days * (1.0 - score.none);
    ForecastLine { client, name, orders, amount: Money::from_units((orders * score.usual_order).max(0.0)) }
}
