//! A complaint: an open signal that stays an alert until it is closed (DOMAIN R27).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::{ClientId, ComplaintId};

/// What a client makes an issue of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintKind {
    /// It said that something was wrong.
    #[default]
    Complaint,
    /// It sent something back.
    Return,
    /// It demands something for it.
    Claim,
}

impl ComplaintKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Complaint, Self::Return, Self::Claim];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Complaint => "complaint",
            Self::Return => "return",
            Self::Claim => "claim",
        }
    }

    /// The kind of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A complaint, a claim or a return that was made an issue of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Its id.
    pub id: ComplaintId,
    /// Whose it is.
    pub client: ClientId,
    /// What it is.
    pub kind: ComplaintKind,
    /// The day it was made.
    pub opened_on: NaiveDate,
    /// What it is about.
    pub text: String,
    /// The day it was settled; `None` while it is open.
    pub closed_on: Option<NaiveDate>,
}
