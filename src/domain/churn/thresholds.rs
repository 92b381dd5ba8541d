//! From where on a signal speaks: what a person may choose. The defaults are those of CHURN and DOMAIN.

use serde::{Deserialize, Serialize};

use super::trigger::Trigger;

/// The thresholds that a person may choose.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Thresholds {
    /// When a client is overdue.
    pub trigger: Trigger,
    /// The share of the revenue from which too much hangs on one client, 0 to 1 (DOMAIN R16).
    pub urgent_share: f64,
    /// After so many days without anything new a long-standing client is worth a note (DOMAIN R18, R29).
    pub novelty_days: i64,
    /// After so many days without being asked how it finds its orders a regular client is worth a note (DOMAIN R7-R8).
    pub unasked_days: i64,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { trigger: Trigger::default(), urgent_share: 0.20, novelty_days: 365, unasked_days: 365 }
    }
}
