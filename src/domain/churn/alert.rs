//! Which clients to speak of, how loudly, and the reasons in words with their numbers (CHURN 5.8).

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::score::{HORIZON_DAYS, Score};
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::status::{REGULAR_MIN_ORDER_DAYS, Status};

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

/// One reason, with the numbers its sentence is made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// Late against the client's own rhythm.
    Overdue {
        /// Its usual interval in days.
        usual_days: f64,
        /// Days since its last order.
        gap_days: i64,
        /// The share of its ordinary gaps that are longer, 0 to 1.
        tail: f64,
        /// The gap in days from which the alarm rings by itself.
        alarm_days: f64,
        /// The chance of no order within `horizon_days`, 0 to 1.
        p_no_order: f64,
        /// Days.
        horizon_days: u16,
    },
    /// A complaint that is not settled.
    Complaint {
        /// The day it was made.
        opened_on: NaiveDate,
        /// Days since then.
        days: i64,
    },
    /// Too much of the revenue hangs on this client (DOMAIN R16).
    Concentration(Concentration),
    /// A regular client without any dated next contact (DOMAIN R22).
    NoNextStep,
}

/// How much of the revenue of twelve months hangs on one client.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Concentration {
    /// Its share of the revenue, 0 to 1.
    pub share: f64,
    /// What it brought: the gap if it leaves.
    pub revenue: Money,
    /// How many average other clients would fill the gap; 0 where there is no other.
    pub average_clients: i64,
}

impl Concentration {
    /// The share from which the portfolio is to be widened, and the one from which that is worth a note.
    const URGENT: f64 = 0.20;
    const NEAR: f64 = 0.15;

    /// What hangs on a client that brought `revenue` of `total`, which `payers` clients brought together.
    pub fn of(revenue: Money, total: Money, payers: usize) -> Option<Self> {
        if revenue.0 <= 0 || total.0 <= 0 {
            return None;
        }
        let others = payers.saturating_sub(1);
        let average = (total - revenue).units() / others.max(1) as f64;
        let average_clients = if others > 0 && average > 0.0 { (revenue.units() / average).ceil() as i64 } else { 0 };
        Some(Self { share: revenue.units() / total.units(), revenue, average_clients })
    }
}

/// What to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// Call and ask.
    Call,
    /// Settle the complaint, then call.
    Settle,
    /// Look for other clients before anything happens.
    Widen,
    /// Set the day of the next contact.
    Plan,
}

impl Advice {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Call => "call",
            Self::Settle => "settle_complaint",
            Self::Widen => "widen_portfolio",
            Self::Plan => "plan_next_contact",
        }
    }

    /// The sentence.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Call => "advice-call",
            Self::Settle => "advice-settle",
            Self::Widen => "advice-widen",
            Self::Plan => "advice-plan",
        })
    }
}

/// A client to speak of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alert {
    /// How loudly.
    pub level: Level,
    /// The money at risk within [`HORIZON_DAYS`].
    pub at_risk: Money,
    /// Why: at least one reason, the weightiest first.
    pub reasons: Vec<Reason>,
}

/// What is known of a client when it is judged.
#[derive(Clone, Debug, PartialEq)]
pub struct Signals {
    /// Where it stands.
    pub status: Status,
    /// What its rhythm says; `None` for one that never ordered.
    pub score: Option<Score>,
    /// How much hangs on it.
    pub concentration: Option<Concentration>,
    /// The days its open complaints were made.
    pub complaints: Vec<NaiveDate>,
    /// Whether a next contact has a day.
    pub has_next: bool,
    /// The last contact that took place.
    pub last_contact: Option<NaiveDate>,
}

/// For how many days a contact that took place answers an overdue alert.
const ANSWERED_DAYS: u64 = 14;
/// A gap counts as unusually long from this tail on, if the client has shown at least so many gaps.
const WATCH_TAIL: f64 = 0.05;
const WATCH_GAPS: usize = 5;

impl Signals {
    /// Until when (exclusive) a contact on record answers an overdue alert; `None` where none does on `today`.
    pub fn answered_until(&self, today: NaiveDate) -> Option<NaiveDate> {
        let until = self.last_contact.filter(|day| *day <= today)? + Days::new(ANSWERED_DAYS);
        (until > today && self.overdue().is_some()).then_some(until)
    }

    /// How late the client is against its own rhythm, if it is.
    fn overdue(&self) -> Option<(Level, Reason)> {
        let score = self.score.filter(|score| score.order_days >= REGULAR_MIN_ORDER_DAYS)?;
        let alarm_days = score.alarm_days();
        let level = if score.gap_days as f64 >= alarm_days {
            Level::Alarm
        } else if score.tail <= WATCH_TAIL && score.order_days > WATCH_GAPS {
            Level::Watch
        } else {
            return None;
        };
        let reason = Reason::Overdue {
            usual_days: score.usual_days,
            gap_days: score.gap_days,
            tail: score.tail,
            alarm_days,
            p_no_order: score.none,
            horizon_days: HORIZON_DAYS,
        };
        Some((level, reason))
    }
}

/// Decides whether to speak of a client on `today`. Former clients are left in peace.
pub fn judge(signals: &Signals, today: NaiveDate) -> Option<Alert> {
    if signals.status == Status::Former {
        return None;
    }
    let mut found = Vec::new();
    if signals.answered_until(today).is_none() {
        found.extend(signals.overdue());
    }
    if let Some(opened_on) = signals.complaints.iter().copied().filter(|day| *day <= today).min() {
        found.push((Level::Watch, Reason::Complaint { opened_on, days: (today - opened_on).num_days() }));
    }
    if let Some(hangs) = signals.concentration.filter(|hangs| hangs.share >= Concentration::NEAR) {
        let level = if hangs.share >= Concentration::URGENT { Level::Watch } else { Level::Note };
        found.push((level, Reason::Concentration(hangs)));
    }
    if signals.status == Status::Regular && !signals.has_next {
        found.push((Level::Note, Reason::NoNextStep));
    }
    let loudest = found.iter().map(|(level, _)| *level).max()?;
    // A second reason that has to do with this client's leaving makes an alarm of a watch; that much hangs on it, or
    // that nothing is planned, says nothing of its mood.
    let independent =
        found.iter().filter(|(_, reason)| matches!(reason, Reason::Overdue { .. } | Reason::Complaint { .. }));
    let level = if independent.count() >= 2 { Level::Alarm } else { loudest };
    found.sort_by_key(|(level, _)| std::cmp::Reverse(*level));
    Some(Alert {
        level,
        at_risk: signals.score.map(|score| score.at_risk).unwrap_or_default(),
        reasons: found.into_iter().map(|(_, reason)| reason).collect(),
    })
}

impl Alert {
    /// What to do about the first reason.
    pub fn advice(&self) -> Advice {
        match self.reasons.first() {
            Some(Reason::Complaint { .. }) => Advice::Settle,
            Some(Reason::Concentration(_)) => Advice::Widen,
            Some(Reason::NoNextStep) => Advice::Plan,
            Some(Reason::Overdue { .. }) | None => Advice::Call,
        }
    }
}

impl Reason {
    /// The reason in a few words, for a row of the list.
    pub fn short(&self) -> Message {
        self.say("reason-overdue-short", "reason-complaint-short", "reason-concentration-short", "reason-no-next-short")
    }

    /// The reason in a whole sentence.
    pub fn sentence(&self) -> Message {
        self.say("reason-overdue", "reason-complaint", "reason-concentration", "reason-no-next")
    }

    fn say(
        &self,
        overdue: &'static str,
        complaint: &'static str,
        concentration: &'static str,
        no_next: &'static str,
    ) -> Message {
        match self {
            Self::Overdue { usual_days, gap_days, tail, p_no_order, horizon_days, .. } => Message::new(overdue)
                .with("usual", usual_days.round() as i64)
                .with("gap", *gap_days)
                .with("tail", Arg::Share(*tail))
                .with("none", Arg::Share(*p_no_order))
                .with("horizon", i64::from(*horizon_days)),
            Self::Complaint { opened_on, days } => {
                Message::new(complaint).with("opened", *opened_on).with("days", *days)
            }
            Self::Concentration(hangs) => Message::new(concentration)
                .with("share", Arg::Share(hangs.share))
                .with("revenue", hangs.revenue)
                .with("average", hangs.average_clients),
            Self::NoNextStep => Message::new(no_next),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn quiet() -> Signals {
        Signals {
            status: Status::Regular,
            score: Some(Score {
                order_days: 10,
                last_order: day("2026-10-02"),
                gap_days: 52,
                usual_days: 31.0,
                tail: 0.2,
                none: 0.4,
                at_risk: Money(4_180_000),
            }),
            concentration: None,
            complaints: Vec::new(),
            has_next: true,
            last_contact: None,
        }
    }

    fn late(gap_days: i64, tail: f64) -> Signals {
        let calm = quiet();
        Signals { score: calm.score.map(|score| Score { gap_days, tail, ..score }), ..calm }
    }

    #[track_caller]
    fn check(signals: &Signals, expected: Option<(Level, usize)>) {
        let alert = judge(signals, day("2026-11-23"));
        assert_eq!(alert.map(|alert| (alert.level, alert.reasons.len())), expected);
    }

    #[test]
    fn the_level_follows_from_the_gap_and_from_how_many_reasons_there_are() {
        check(&quiet(), None);
        check(&late(52, 0.05), Some((Level::Watch, 1)));
        check(&late(89, 0.2), None);
        check(&late(90, 0.001), Some((Level::Alarm, 1)));
        let complains = Signals { complaints: vec![day("2026-11-20")], ..quiet() };
        check(&complains, Some((Level::Watch, 1)));
        check(&Signals { complaints: complains.complaints, ..late(52, 0.04) }, Some((Level::Alarm, 2)));
        check(&Signals { has_next: false, ..quiet() }, Some((Level::Note, 1)));
        check(&Signals { status: Status::Former, has_next: false, ..late(400, 0.0) }, None);
        check(&Signals { complaints: vec![day("2026-12-01")], ..quiet() }, None);
    }

    #[test]
    fn a_client_that_ordered_twice_has_no_rhythm_to_be_late_against() {
        let young = late(400, 0.0);
        let score = young.score.map(|score| Score { order_days: 2, ..score });
        check(&Signals { status: Status::Client, score, ..young }, None);
    }

    #[test]
    fn a_contact_answers_what_is_overdue_for_two_weeks() {
        let answered = |contact| Signals { last_contact: Some(day(contact)), ..late(90, 0.001) };
        check(&answered("2026-11-10"), None);
        assert_eq!(answered("2026-11-10").answered_until(day("2026-11-23")), Some(day("2026-11-24")));
        check(&answered("2026-11-09"), Some((Level::Alarm, 1)));
        check(&answered("2026-11-25"), Some((Level::Alarm, 1)));
    }

    #[test]
    fn one_client_with_a_fifth_of_the_revenue_is_a_reason_of_its_own() {
        let hangs = |revenue| Concentration::of(Money(revenue), Money(100_000), 41);
        assert_eq!(hangs(20_000).unwrap().average_clients, 10);
        check(&Signals { concentration: hangs(20_000), ..quiet() }, Some((Level::Watch, 1)));
        check(&Signals { concentration: hangs(15_000), ..quiet() }, Some((Level::Note, 1)));
        check(&Signals { concentration: hangs(14_999), ..quiet() }, None);
        assert_eq!(Concentration::of(Money(0), Money(0), 0), None);
        assert_eq!(Concentration::of(Money(5), Money(5), 1).unwrap().average_clients, 0);
    }
}
