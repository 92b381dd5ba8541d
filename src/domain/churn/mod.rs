//! Where an alert is decided: each client's own rhythm, the money at risk, the reasons in numbers.
//!
//! [`History`] is what a client ordered, [`Base`] what is usual in the whole book, [`Model`] the rhythm of gaps, [`Score`]
//! what follows for one client on one day, and [`judge`] makes an [`Alert`] of it. Probabilities rank; the trigger is the
//! client's own interval (CHURN 4.5). Nobody is ever called lost: pauses end.

mod alert;
mod history;
mod model;
mod score;
mod special;

pub use alert::{Advice, Alert, Concentration, Level, Reason, Signals, judge};
pub use history::{Base, History};
pub use model::{Model, Parameters, Rhythm};
pub use score::{HORIZON_DAYS, Score};
