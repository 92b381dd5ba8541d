//! A complaint: an open signal that stays an alert until it is closed (DOMAIN R27), led through seven steps (R75) by a day
//! for the next one, with a clock on it (R77).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::ids::{ClientId, ComplaintId};
use super::message::Message;

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

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Complaint => "complaint-complaint",
            Self::Return => "complaint-return",
            Self::Claim => "complaint-claim",
        }
    }
}

/// What is to be done next about a complaint (DOMAIN R75).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Admit that the client is right.
    #[default]
    Admit,
    /// Apologise.
    Apologise,
    /// Find the cause.
    Cause,
    /// Make the change.
    Change,
    /// Offer to assess the new version.
    Offer,
    /// Hear the assessment: where it is good, ask for a review; where it is not, back to the change.
    Assess,
    /// Conclude, and change the process.
    Conclude,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 7] =
        [Self::Admit, Self::Apologise, Self::Cause, Self::Change, Self::Offer, Self::Assess, Self::Conclude];

    /// The name used in the file and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Admit => "admit",
            Self::Apologise => "apologise",
            Self::Cause => "cause",
            Self::Change => "change",
            Self::Offer => "offer",
            Self::Assess => "assess",
            Self::Conclude => "conclude",
        }
    }

    /// The step of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Admit => "step-admit",
            Self::Apologise => "step-apologise",
            Self::Cause => "step-cause",
            Self::Change => "step-change",
            Self::Offer => "step-offer",
            Self::Assess => "step-assess",
            Self::Conclude => "step-conclude",
        }
    }

    /// Its place, from 1.
    pub fn number(self) -> usize {
        self as usize + 1
    }

    /// The step after it; `None` after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }
}

/// What irritated the client: one of the three irritants of DOMAIN R76, or something else.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Irritant {
    /// An unpleasant talk.
    Talk,
    /// Too long a wait.
    Wait,
    /// No answer, or no solution.
    NoAnswer,
    /// Something else.
    #[default]
    Other,
}

impl Irritant {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Talk, Self::Wait, Self::NoAnswer, Self::Other];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Talk => "talk",
            Self::Wait => "wait",
            Self::NoAnswer => "no_answer",
            Self::Other => "other",
        }
    }

    /// The one of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|irritant| irritant.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Talk => "irritant-talk",
            Self::Wait => "irritant-wait",
            Self::NoAnswer => "irritant-no-answer",
            Self::Other => "irritant-other",
        }
    }
}

/// Where a complaint goes from its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// To the next step.
    Forward,
    /// The client does not find the new version good: back to the change.
    Rework,
    /// Nowhere; it gets another day.
    Stay,
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
    /// What irritated.
    pub irritant: Irritant,
    /// The day it was made.
    pub opened_on: NaiveDate,
    /// The moment it was made; unknown of one that was entered later, and of one from an older file.
    pub opened_at: Option<DateTime<Utc>>,
    /// What it is about.
    pub text: String,
    /// What is to be done next.
    pub step: Step,
    /// By when; unknown of one from an older file.
    pub next_on: Option<NaiveDate>,
    /// The moment of the last step; `None` before the first.
    pub stepped_at: Option<DateTime<Utc>>,
    /// The moment of the first one: the client was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// How often the change had to be made again.
    pub reworked: i64,
    /// The day it was settled; `None` while it is open.
    pub closed_on: Option<NaiveDate>,
    /// What changed in the process.
    pub lesson: String,
}

impl Complaint {
    /// An open one at its first step, without moments.
    pub fn new(id: ComplaintId, client: ClientId, kind: ComplaintKind, opened_on: NaiveDate, text: &str) -> Self {
        Self {
            id,
            client,
            kind,
            irritant: Irritant::default(),
            opened_on,
            opened_at: None,
            text: text.to_owned(),
            step: Step::default(),
            next_on: None,
            stepped_at: None,
            answered_at: None,
            reworked: 0,
            closed_on: None,
            lesson: String::new(),
        }
    }

    /// The step it would stand at; `None` where it cannot go there: forward from the last, back before the change was made.
    pub fn moved(&self, how: Move) -> Option<Step> {
        match how {
            Move::Forward => self.step.next(),
            Move::Rework => (self.step > Step::Change).then_some(Step::Change),
            Move::Stay => Some(self.step),
        }
    }

    /// Minutes until the client was answered, or since it waits for an answer; with whether it was. `None` where the moment
    /// is not known.
    pub fn reply_minutes(&self, now: DateTime<Utc>) -> Option<(i64, bool)> {
        let until = self.answered_at.unwrap_or(now);
        Some(((until - self.opened_at?).num_minutes().max(0), self.answered_at.is_some()))
    }

    /// What kind it is, and what irritated.
    pub fn sorted(&self) -> Message {
        let sorted = Message::new("complaint-sorted").with("kind", Message::new(self.kind.key()));
        sorted.with("irritant", Message::new(self.irritant.key()))
    }

    /// Where it stands: the step, and by when.
    pub fn state(&self) -> Message {
        let state = match self.next_on {
            Some(day) => Message::new("complaint-state").with("day", day),
            None => Message::new("complaint-undated"),
        };
        state.with("n", self.step.number()).with("step", Message::new(self.step.key()))
    }

    /// Its clock: how long it is open, how long since the last step, and how the answer stands to the minutes it should take.
    pub fn clock(&self, now: DateTime<Utc>, today: NaiveDate, reply_within: i64) -> Vec<Message> {
        let open = match self.opened_at {
            Some(at) => span((now - at).num_minutes()),
            None => span((today - self.opened_on).num_days() * MINUTES_A_DAY),
        };
        let stepped =
            self.stepped_at.map(|at| Message::new("complaint-since-step").with("span", span((now - at).num_minutes())));
        let reply = self.reply_minutes(now).map(|(minutes, given)| {
            let key = match (given, minutes <= reply_within) {
                (true, true) => "complaint-answered",
                (true, false) => "complaint-answered-late",
                (false, true) => "complaint-unanswered",
                (false, false) => "complaint-unanswered-late",
            };
            Message::new(key).with("span", span(minutes)).with("within", span(reply_within))
        });
        let reworked = (self.reworked > 0).then(|| Message::new("complaint-reworked").with("n", self.reworked));
        let open = Message::new("complaint-open").with("span", open);
        std::iter::once(open).chain(stepped).chain(reply).chain(reworked).collect()
    }
}

const MINUTES_A_DAY: i64 = 1_440;

/// How long something takes: in minutes below two hours, in hours below two days, in days.
fn span(minutes: i64) -> Message {
    let (key, n) = match minutes.max(0) {
        minutes @ ..120 => ("span-minutes", minutes),
        minutes @ ..2_880 => ("span-hours", minutes / 60),
        minutes => ("span-days", minutes / MINUTES_A_DAY),
    };
    Message::new(key).with("n", n)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn a_complaint_goes_forward_step_by_step_and_back_only_to_the_change() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let mut complaint = Complaint::new(ComplaintId(1), ClientId(2), ComplaintKind::Claim, day, "torn");
        let mut back = Vec::new();
        while let Some(step) = complaint.moved(Move::Forward) {
            back.push(complaint.moved(Move::Rework));
            complaint.step = step;
        }
        let change = Some(Step::Change);
        assert_eq!((complaint.step, back), (Step::Conclude, vec![None, None, None, None, change, change]));
        assert_eq!(complaint.moved(Move::Stay), Some(Step::Conclude));
    }

    #[test]
    fn the_clock_counts_minutes_then_hours_then_days_and_the_answer_against_its_hour() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
        let at = day.and_hms_opt(9, 0, 0).unwrap().and_utc();
        let entered = Complaint {
            opened_at: Some(at),
            ..Complaint::new(ComplaintId(1), ClientId(2), ComplaintKind::Claim, day, "torn")
        };
        let keys = |complaint: &Complaint, minutes| -> Vec<&'static str> {
            let now = at + TimeDelta::minutes(minutes);
            let says = complaint.clock(now, now.date_naive(), 60);
            says.into_iter().map(|says| says.key).collect()
        };
        assert_eq!(keys(&entered, 60), ["complaint-open", "complaint-unanswered"]);
        assert_eq!(keys(&entered, 61), ["complaint-open", "complaint-unanswered-late"]);
        let step = Some(at + TimeDelta::minutes(61));
        let answered = Complaint { answered_at: step, stepped_at: step, ..entered.clone() };
        assert_eq!(keys(&answered, 90), ["complaint-open", "complaint-since-step", "complaint-answered-late"]);
        let older = Complaint { opened_at: None, ..entered };
        assert_eq!(keys(&older, 90), ["complaint-open"]);
        for (minutes, key, n) in
            [(119, "span-minutes", 119_i64), (120, "span-hours", 2), (2_879, "span-hours", 47), (2_880, "span-days", 2)]
        {
            assert_eq!(span(minutes), Message::new(key).with("n", n));
        }
    }
}
