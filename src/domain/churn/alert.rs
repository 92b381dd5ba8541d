//! Whether to speak of a client, how loudly, and what to do (CHURN 5.8).

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::answer::{Answer, Silenced, Standing};
use super::signals::{Family, Forgotten, Known, Reason, Signal};
use crate::domain::message::Message;
use crate::domain::money::Money;

/// How loudly an alert speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Stands in the list.
    Note,
    /// One reason to look.
    Watch,
    /// Late beyond doubt, or two independent reasons.
    Alarm,
}

impl Level {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Watch => "watch",
            Self::Alarm => "alarm",
        }
    }
}

/// What to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Call and ask.
    Call,
    /// Ask what has changed.
    Ask,
    /// Settle the complaint, then call.
    Settle,
    /// Go there, with something new.
    Visit,
    /// Look for other clients before anything happens.
    Widen,
    /// Set the day of the next contact.
    Plan,
    /// Ask how the last order was found.
    Evaluate,
    /// Send a greeting.
    Greet,
    /// Leave, leave for a time, or join the race.
    Decide,
}

impl Advice {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Ask => "ask_what_changed",
            Self::Settle => "settle_complaint",
            Self::Visit => "visit",
            Self::Widen => "widen_portfolio",
            Self::Plan => "plan_next_contact",
            Self::Evaluate => "evaluate",
            Self::Greet => "greet",
            Self::Decide => "decide_way",
        }
    }

    /// The sentence.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Call => "advice-call",
            Self::Ask => "advice-ask",
            Self::Settle => "advice-settle",
            Self::Visit => "advice-visit",
            Self::Widen => "advice-widen",
            Self::Plan => "advice-plan",
            Self::Evaluate => "advice-evaluate",
            Self::Greet => "advice-greet",
            Self::Decide => "advice-decide",
        })
    }
}

/// A client to speak of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alert {
    /// How loudly.
    pub level: Level,
    /// The money at risk within the horizon.
    pub at_risk: Money,
    /// Why: at least one reason, the weightiest first.
    pub reasons: Vec<Reason>,
    /// Whether it was put off and has come back.
    pub woken: bool,
}

impl Alert {
    /// What to do about the first reason.
    pub fn advice(&self) -> Advice {
        self.reasons.first().map_or(Advice::Call, |reason| reason.signal().advice())
    }

    /// Whether the client was dropped, so that its dismissal asks for one of four reasons more.
    pub fn is_dropped(&self) -> bool {
        self.reasons.iter().any(|reason| matches!(reason, Reason::Forgotten(Forgotten { dropped: true, .. })))
    }
}

/// For how many days a contact that took place answers what it can answer.
const ANSWERED_DAYS: u64 = 14;

/// What a client was judged to be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// The alert, if there is one to speak of.
    pub alert: Option<Alert>,
    /// Until when (exclusive) a contact on record answers reasons that would speak otherwise.
    pub answered_until: Option<NaiveDate>,
    /// The reasons that a person's answers silence.
    pub silenced: Vec<Silenced>,
}

/// Decides whether to speak of a client, with what a person answered to earlier alerts.
pub fn judge(known: &Known<'_>, answers: &[Answer]) -> Verdict {
    let mut verdict = Verdict::default();
    let until = known.last_contact().map(|day| day + Days::new(ANSWERED_DAYS)).filter(|until| *until > known.today);
    let mut woken = false;
    let mut reasons = Reason::all(known);
    reasons.retain(|reason| {
        let standing = Standing::of(reason, answers, known.today);
        if let Standing::Silent(answer) = standing {
            verdict.silenced.push(Silenced { reason: reason.clone(), answer: answer.clone() });
            return false;
        }
        if until.is_some() && Reason::BY_CONTACT.contains(&reason.kind()) {
            verdict.answered_until = until;
            return false;
        }
        woken |= standing == Standing::Woken;
        true
    });
    let Some(loudest) = reasons.iter().map(|reason| reason.signal().level()).max() else { return verdict };
    // A second reason that has to do with this client's leaving makes an alarm of a watch; that much hangs on it, or that
    // nothing is planned, says nothing of its mood.
    let watched = reasons.iter().map(Reason::signal).filter(|signal| signal.level() >= Level::Watch);
    let independent: BTreeSet<Family> = watched.map(Signal::family).filter(|family| *family != Family::Own).collect();
    reasons.sort_by_key(|reason| Reverse(reason.signal().level()));
    verdict.alert = Some(Alert {
        level: if independent.len() >= 2 { Level::Alarm } else { loudest },
        at_risk: known.score.map(|score| score.at_risk).unwrap_or_default(),
        reasons,
        woken,
    });
    verdict
}

#[cfg(test)]
mod tests;
