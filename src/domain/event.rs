//! What happens at a client and may end the relation though nobody is to blame (DOMAIN R17, R74), and a competitor beside us
//! (R44-R45).

use serde::{Deserialize, Serialize};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// Other people lead it.
    Management,
    /// It wants something else from now on.
    Strategy,
    /// It belongs to others.
    Owners,
    /// Its market changed.
    Market,
    /// Politics, inside or outside.
    Politics,
    /// The state restricts what it does.
    Restrictions,
    /// It cancelled the contract.
    Contract,
    /// A competitor of ours supplies it too; lasts until it is gone.
    Competitor,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 8] = [
        Self::Management,
        Self::Strategy,
        Self::Owners,
        Self::Market,
        Self::Politics,
        Self::Restrictions,
        Self::Contract,
        Self::Competitor,
    ];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Management => "management",
            Self::Strategy => "strategy",
            Self::Owners => "owners",
            Self::Market => "market",
            Self::Politics => "politics",
            Self::Restrictions => "restrictions",
            Self::Contract => "contract",
            Self::Competitor => "competitor",
        }
    }

    /// The kind of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Management => "event-management",
            Self::Strategy => "event-strategy",
            Self::Owners => "event-owners",
            Self::Market => "event-market",
            Self::Politics => "event-politics",
            Self::Restrictions => "event-restrictions",
            Self::Contract => "event-contract",
            Self::Competitor => "event-competitor",
        }
    }
}
