//! Who is a regular client, and why: the status is computed from orders, never typed (DOMAIN R1-R4).

use serde::{Deserialize, Serialize};

/// Where a client stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Never ordered.
    Potential,
    /// Has a need and is on the way to a first order.
    Prospective,
    /// Ordered on one or two days.
    Client,
    /// Ordered on three days or more and was not closed.
    Regular,
    /// Closed by the manager.
    Former,
}

/// Order days from which a client is regular (DOMAIN R1: three purchases).
pub const REGULAR_MIN_ORDER_DAYS: usize = 3;

impl Status {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Potential, Self::Prospective, Self::Client, Self::Regular, Self::Former];

    /// The status of a client with orders on `order_days` different days, closed by the manager or not.
    pub fn of(order_days: usize, closed: bool) -> Self {
        match order_days {
            _ if closed => Self::Former,
            0 => Self::Potential,
            1..REGULAR_MIN_ORDER_DAYS => Self::Client,
            _ => Self::Regular,
        }
    }

    /// The name used in the file and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Potential => "potential",
            Self::Prospective => "prospective",
            Self::Client => "client",
            Self::Regular => "regular",
            Self::Former => "former",
        }
    }

    /// The status of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}
