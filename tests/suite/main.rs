//! The one test binary.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calendar;
mod churn;
mod exchange;
