//! A competitor of ours at a client: what piece it has, how great the threat, and whether it was invited as a hint
//! (DOMAIN R43-R45).

use chrono::NaiveDate;

use super::ids::{ClientId, CompetitorId};
use super::message::Message;

/// The greatest threat.
pub const THREAT_MOST: u8 = 3;

/// What is done about a competitor that was invited as a hint (R45).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Leave.
    Leave,
    /// Leave for a time.
    Pause,
    /// Join the race.
    Race,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::Leave, Self::Pause, Self::Race];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Pause => "pause",
            Self::Race => "race",
        }
    }

    /// The way of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Leave => "way-leave",
            Self::Pause => "way-pause",
            Self::Race => "way-race",
        }
    }
}

/// What is known of a competitor at a client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Its name.
    pub name: String,
    /// The piece of the client's business it has; empty if unknown.
    pub piece: String,
    /// Who brought it; empty if unknown.
    pub brought_by: String,
    /// How great the threat is: 0 none, it has its own piece and does not pull on ours; [`THREAT_MOST`] the greatest.
    pub threat: u8,
    /// Whether it works at a loss, in hope, or wages a war of prices.
    pub losing: bool,
    /// Whether it was invited so that we leave by ourselves, or come with fresh ideas.
    pub hint: bool,
}

/// A competitor at a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Competitor {
    /// Its id.
    pub id: CompetitorId,
    /// At which client.
    pub client: ClientId,
    /// What is known of it.
    pub what: Standing,
    /// The day it was noted.
    pub since: NaiveDate,
    /// What was decided about the hint, and by when it is done or looked at again.
    pub decided: Option<(Way, NaiveDate)>,
}

impl Competitor {
    /// How much it weighs: its threat, one more where it works at a loss.
    pub fn weight(&self) -> u8 {
        self.what.threat + u8::from(self.what.losing)
    }

    /// Whether it is a hint about which nothing was decided.
    pub fn is_open_hint(&self) -> bool {
        self.what.hint && self.decided.is_none()
    }

    /// What is known of it, in sentences.
    pub fn messages(&self) -> Vec<Message> {
        let what = &self.what;
        let told = |key, text: &str| (!text.is_empty()).then(|| Message::new(key).with("text", text));
        let head = Message::new("competitor-line").with("text", what.name.as_str());
        let head = head.with("threat", i64::from(what.threat)).with("day", self.since);
        std::iter::once(head)
            .chain(told("competitor-piece", &what.piece))
            .chain(told("competitor-brought-by", &what.brought_by))
            .chain(what.losing.then(|| Message::new("competitor-losing")))
            .chain(what.hint.then(|| Message::new("competitor-hint")))
            .chain(self.decided.map(|(way, due)| {
                Message::new("competitor-decided").with("what", Message::new(way.key())).with("day", due)
            }))
            .collect()
    }
}
