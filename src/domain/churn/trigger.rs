//! When a client counts as overdue against its own rhythm (CHURN 4.5, 5.8).

use serde::{Deserialize, Serialize};

/// The threshold: k × the usual interval, k = factor / √usual within its limits. A frequent buyer is given more of its own
/// intervals than a rare one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Trigger {
    /// 20 where nothing else was chosen: overdue and the three change rules together then speak without cause about once a
    /// client-year at most; 16 would spend all of that on overdue (CHURN 6).
    pub factor: f64,
}

/// Between how many intervals the alarm rings.
const LIMITS: (f64, f64) = (2.0, 6.0);

impl Default for Trigger {
    fn default() -> Self {
        Self { factor: 20.0 }
    }
}

impl Trigger {
    /// The gap in days from which the alarm rings, for a usual interval in days.
    pub fn days(self, usual: f64) -> f64 {
        (self.factor / usual.sqrt()).clamp(LIMITS.0, LIMITS.1) * usual
    }
}
