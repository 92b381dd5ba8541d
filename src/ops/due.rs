//! What stands on Today because a person gave it a day: the next step of a complaint, what was decided about a client, or
//! about a competitor at one, and the end of a membership.

use chrono::NaiveDate;

use super::{OpError, Workbench};
use crate::domain::competitor::Way;
use crate::domain::complaint::Step;
use crate::domain::gift::{ENDS_SOON, ending};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::parting::Choice;

/// Something that is due today or was before; a membership is a month before it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueLine {
    /// With which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub what: Duty,
    /// The day; a complaint from an older file has none, and is due.
    pub due: Option<NaiveDate>,
    /// What was written about it.
    pub text: String,
}

/// What can be due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// The next step of a complaint.
    Complaint(Step),
    /// What was decided about going on with a client.
    Parting(Choice),
    /// What was decided about a competitor.
    Competitor(Way),
    /// A membership that ends.
    Membership,
}

impl Duty {
    /// The name of its kind in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Complaint(_) => "complaint",
            Self::Parting(_) => "parting",
            Self::Competitor(_) => "competitor",
            Self::Membership => "membership",
        }
    }

    /// The name of its kind, in words.
    pub fn kind(self) -> Message {
        Message::new(match self {
            Self::Complaint(_) => "kind-complaint",
            Self::Parting(_) => "kind-parting",
            Self::Competitor(_) => "kind-competitor",
            Self::Membership => "kind-membership",
        })
    }

    /// What is to be done.
    pub fn message(self) -> Message {
        match self {
            Self::Complaint(step) => Message::new(step.key()),
            Self::Parting(choice) => Message::new(choice.key()),
            Self::Competitor(way) => Message::new(way.key()),
            Self::Membership => Message::new("duty-membership"),
        }
    }
}

impl DueLine {
    /// Whether its day has passed, or it has none.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.due.is_none_or(|due| due < today)
    }

    /// What is to be done, and when that was due where it is late.
    pub fn message(&self, today: NaiveDate) -> Message {
        if let (Duty::Membership, Some(until)) = (self.what, self.due) {
            let ends = ending(until, today);
            let of_club = |ends| Message::new("due-today").with("what", ends).with("text", self.text.as_str());
            return if self.text.is_empty() { ends } else { of_club(ends) };
        }
        let said = match self.due {
            Some(_) if self.text.is_empty() && !self.is_late(today) => return self.what.message(),
            Some(due) if due < today => Message::new("due-late").with("day", due),
            Some(_) => Message::new("due-today"),
            None => Message::new("due-undated"),
        };
        said.with("what", self.what.message()).with("text", self.text.as_str())
    }
}

impl Workbench {
    /// What is due today or was before, and the memberships that end within a month, the longest due first.
    pub fn dues(&self) -> Result<Vec<DueLine>, OpError> {
        let complaints = self.db.complaints_due(self.today())?.into_iter().map(|row| DueLine {
            client: row.complaint.client,
            name: row.client,
            what: Duty::Complaint(row.complaint.step),
            due: row.complaint.next_on,
            text: row.complaint.text,
        });
        let decided = self.db.decisions_due(self.today())?.into_iter().map(|row| DueLine {
            client: row.client,
            name: row.name,
            what: Duty::Parting(row.decided.choice),
            due: Some(row.decided.due),
            text: row.decided.note,
        });
        let competitors = self.db.competitors_due(self.today())?.into_iter().filter_map(|row| {
            let (way, due) = row.competitor.decided?;
            let (client, name, text) = (row.competitor.client, row.client, row.competitor.what.name);
            Some(DueLine { client, name, what: Duty::Competitor(way), due: Some(due), text })
        });
        let memberships = self.db.memberships_ending(self.today() + ENDS_SOON, self.today())?.into_iter();
        let memberships = memberships.map(|(client, name, membership)| DueLine {
            client,
            name,
            what: Duty::Membership,
            due: membership.until,
            text: membership.club,
        });
        let mut dues: Vec<DueLine> = complaints.chain(decided).chain(competitors).chain(memberships).collect();
        dues.sort_by_key(|line| line.due);
        Ok(dues)
    }
}
