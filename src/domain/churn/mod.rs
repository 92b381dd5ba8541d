//! Where an alert is decided: each client's own rhythm, the money at risk, the reasons in numbers.
//!
//! [`History`] is what a client ordered, [`Learned`] what the whole book teaches, [`Score`] what follows for one client on
//! one day, and [`judge`] makes an [`Alert`] of it. Probabilities rank; the [`Trigger`] is the client's own interval (CHURN
//! 4.5). Nobody is ever called lost: pauses end.

mod alert;
mod answer;
mod calibrate;
mod cusum;
mod fit;
mod history;
mod learned;
mod model;
mod replay;
mod score;
mod season;
mod signals;
mod special;
mod thresholds;
mod trigger;

pub use alert::{Advice, Alert, Level, Verdict, judge};
pub use answer::{Answer, Dismissal, Silenced};
pub use cusum::falls;
pub use history::{Bought, History, OrderDay, Payment, a_year_before};
pub use learned::{Base, Basis, HORIZON_DAYS, HORIZONS, Learned, Scorer};
pub use model::{Model, Parameters, Rhythm};
pub use replay::{Replay, Rung};
pub use score::{Score, usual_days};
pub use signals::{Concentration, Felt, ItemBought, Known, Reason, Signal, Trend, TrendOf};
pub use special::{beta_regularised, ln_gamma};
pub use thresholds::Thresholds;
pub use trigger::Trigger;
