//! A complaint: an open signal that stays an alert until it is closed (DOMAIN R27).

use chrono::NaiveDate;

use super::ids::{ClientId, ComplaintId};

/// A complaint, a claim or a return that was made an issue of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Its id.
    pub id: ComplaintId,
    /// Whose it is.
    pub client: ClientId,
    /// The day it was made.
    pub opened_on: NaiveDate,
    /// What it is about.
    pub text: String,
    /// The day it was settled; `None` while it is open.
    pub closed_on: Option<NaiveDate>,
}
