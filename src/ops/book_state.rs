//! What is known of the whole book beside its clients: how many there are of what, the revenue, how full the days are.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::OpError;
use super::plan::BookPlan;
use crate::domain::churn::{Basis, Concentration, Level, Thresholds};
use crate::domain::money::Money;
use crate::domain::status::Status;
use crate::store::{Db, DerivedClient};

/// What is known of the whole book beside its clients.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookState {
    /// The day it was derived for last, whether or not that still holds.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// From where on signals speak.
    #[serde(default)]
    pub thresholds: Thresholds,
    /// How far ahead "no order" is asked for, in days.
    pub horizon: u16,
    /// From what clients are scored by was learnt.
    pub learnt: Basis,
    /// The revenue of the twelve months to the day.
    pub revenue: Money,
    /// How many clients brought it.
    pub payers: usize,
    /// How many there are of what.
    pub totals: Totals,
    /// How full the days are.
    #[serde(default)]
    pub plan: BookPlan,
}

impl BookState {
    /// How much of the book hangs on a client that brought so much; `None` where it brought nothing.
    pub(super) fn hangs(&self, revenue: Money) -> Option<Concentration> {
        Concentration::of(revenue, self.revenue, self.payers, self.thresholds.urgent_share)
    }

    /// This with the revenue of one client `times` more.
    pub(super) fn with_client(self, times: i64, client: &DerivedClient) -> Self {
        if client.revenue <= Money(0) {
            return self;
        }
        let payers = self.payers.saturating_add_signed(times as isize);
        Self { revenue: self.revenue + Money(times * client.revenue.0), payers, ..self }
    }
}

/// How many there are of what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Clients.
    pub clients: i64,
    /// Days with an order, client by client.
    pub order_days: i64,
    /// Regular clients.
    pub regular: i64,
    /// Regular clients whose next contact has a day.
    pub regular_with_next: i64,
    /// Alerts of the level alarm.
    pub alarms: i64,
    /// Alerts of every level.
    pub alerts: i64,
    /// Touches planned, up to the horizon.
    pub planned: i64,
    /// Touches planned for the day.
    pub due: i64,
    /// Minutes those take.
    pub due_minutes: i64,
}

impl Totals {
    /// What one client adds to them.
    pub(super) fn of(follows: &DerivedClient) -> Self {
        let regular = follows.status == Status::Regular;
        Self {
            clients: 1,
            order_days: follows.order_days as i64,
            regular: i64::from(regular),
            regular_with_next: i64::from(regular && follows.next_day.is_some()),
            alarms: i64::from(follows.level == Some(Level::Alarm)),
            alerts: i64::from(follows.level.is_some()),
            ..Self::default()
        }
    }

    /// These with what the plan holds on a day.
    pub(super) fn planned(self, db: &Db, today: NaiveDate) -> Result<Self, OpError> {
        let (planned, due, due_minutes) = db.count_open(today)?;
        Ok(Self { planned, due, due_minutes, ..self })
    }

    /// These with `times` of the others.
    pub(super) fn with(self, times: i64, others: Self) -> Self {
        Self {
            clients: self.clients + times * others.clients,
            order_days: self.order_days + times * others.order_days,
            regular: self.regular + times * others.regular,
            regular_with_next: self.regular_with_next + times * others.regular_with_next,
            alarms: self.alarms + times * others.alarms,
            alerts: self.alerts + times * others.alerts,
            ..self
        }
    }
}
