//! What stands behind an alert: the client's gaps, amounts and payments, and what was made of them.

use chrono::NaiveDate;

use super::{OpError, Workbench};
use crate::domain::churn::{Alert, Score, Silenced, TrendOf};
use crate::domain::ids::ClientId;

/// What stands behind the alert of one client.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Its name.
    pub name: String,
    /// The alert, if there is one.
    pub alert: Option<Alert>,
    /// What its rhythm says; `None` for one that never ordered.
    pub score: Option<Score>,
    /// The gap in days from which the alarm rings by itself.
    pub alarm_days: f64,
    /// The days by which half, and nine tenths, of its ordinary gaps would have ended.
    pub expected: Option<(NaiveDate, NaiveDate)>,
    /// The days between its orders, oldest first.
    pub gaps: Vec<f64>,
    /// The amounts of its order days before returns, oldest first, where they are greater than 0.
    pub amounts: Vec<f64>,
    /// The days from order to payment, oldest first.
    pub payments: Vec<f64>,
    /// The reasons that a person's answers silence.
    pub silenced: Vec<Silenced>,
}

impl Workbench {
    /// What stands behind the alert of a client; `None` if there is no such client.
    pub fn evidence(&self, client: ClientId) -> Result<Option<Evidence>, OpError> {
        let (Some(row), Some(line)) = (self.db.client(client)?, self.db.book_line(client, self.today())?) else {
            return Ok(None);
        };
        let judge = self.usual_so_far()?;
        let follows = self.follows_of(&line, &judge)?;
        let today = self.today();
        let history = judge.history(&line);
        let values = |of: TrendOf| of.series(&history, today).into_iter().map(|(_, value)| value).collect();
        Ok(Some(Evidence {
            name: row.name,
            alert: follows.verdict.alert,
            alarm_days: follows.score.map_or(0.0, |score| judge.state().thresholds.trigger.days(score.usual_days)),
            score: follows.score,
            expected: judge.expected(&history),
            gaps: values(TrendOf::Interval),
            amounts: values(TrendOf::Volume),
            payments: values(TrendOf::Payment),
            silenced: follows.verdict.silenced,
        }))
    }
}
