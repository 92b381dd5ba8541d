//! Who is a regular client, and why: the status follows from orders and from the stage of the purchase, unless a person says
//! otherwise (DOMAIN R1-R4).

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::closing::ClosedWhy;
use super::message::Message;

/// Where a client stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Never ordered.
    Potential,
    /// Has a need and is on the way to a first order.
    Prospective,
    /// Ordered, and is not regular.
    Client,
    /// Ordered as often as the book's own definition asks.
    Regular,
    /// Closed by the manager.
    Former,
}

/// Order days from which a client is regular where nothing else was chosen (DOMAIN R1: three purchases).
pub const REGULAR_MIN_ORDER_DAYS: usize = 3;

/// Who counts as regular: so many order days, at any time or within the last so many days. Written `3` or `3/365`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegularRule {
    /// At least so many order days, 1 to 100.
    pub order_days: usize,
    /// Within the last so many days, 1 to 3660.
    pub within: Option<u16>,
}

impl RegularRule {
    /// Who counts as regular, in a sentence.
    pub fn message(self) -> Message {
        let key = if self.within.is_some() { "status-regular-rule-within" } else { "status-regular-rule" };
        Message::new(key).with("days", self.order_days).with("within", i64::from(self.within.unwrap_or_default()))
    }
}

impl Default for RegularRule {
    fn default() -> Self {
        Self { order_days: REGULAR_MIN_ORDER_DAYS, within: None }
    }
}

impl fmt::Display for RegularRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.order_days)?;
        self.within.map_or(Ok(()), |days| write!(f, "/{days}"))
    }
}

impl FromStr for RegularRule {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (order_days, within) = text.split_once('/').map_or((text, None), |(count, days)| (count, Some(days)));
        let order_days = order_days.trim().parse().ok().filter(|count| (1..=100).contains(count)).ok_or(())?;
        let within = within.map(|days| days.trim().parse().map_err(|_| ())).transpose()?;
        let sound = within.is_none_or(|days| (1..=3660).contains(&days));
        if sound { Ok(Self { order_days, within }) } else { Err(()) }
    }
}

impl RegularRule {
    /// Whether order days, oldest first and none after `today`, make a regular client.
    fn holds(self, order_days: &[NaiveDate], today: NaiveDate) -> bool {
        let since = self.within.map(|days| today - TimeDelta::days(i64::from(days)));
        let counted = order_days.iter().filter(|day| since.is_none_or(|since| **day > since)).count();
        counted >= self.order_days
    }
}

/// What a person said of where a client stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// It was closed.
    pub closed: bool,
    /// It stands there, whatever its orders tell.
    pub status: Option<Status>,
    /// How far it is on the way to an order.
    pub stage: Option<Stage>,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 5] = [Self::Potential, Self::Prospective, Self::Client, Self::Regular, Self::Former];

    /// Those that a person may say: a former client is one that was closed, for a reason that is counted (DOMAIN R32).
    pub const BY_HAND: [Self; 4] = [Self::Potential, Self::Prospective, Self::Client, Self::Regular];

    /// The status on `today` of a client with these order days, oldest first.
    pub fn of(order_days: &[NaiveDate], rule: RegularRule, said: Said, today: NaiveDate) -> Self {
        match said.status {
            _ if said.closed => Self::Former,
            Some(status) => status,
            None if !order_days.is_empty() => {
                if rule.holds(order_days, today) {
                    Self::Regular
                } else {
                    Self::Client
                }
            }
            None if said.stage.is_some_and(Stage::is_on_the_way) => Self::Prospective,
            None => Self::Potential,
        }
    }

    /// The name used in the file and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Potential => "potential",
            Self::Prospective => "prospective",
            Self::Client => "client",
            Self::Regular => "regular",
            Self::Former => "former",
        }
    }

    /// The status of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

/// How far a purchase has come (DOMAIN R5), 1 to 6: the need is felt, offers are gathered, what to choose by is settled, the
/// choice is made, it is bought, it is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stage(u8);

impl Stage {
    /// Every logged order leads here: what was bought is judged.
    pub const JUDGED: Self = Self(6);

    /// The stage of that number.
    pub fn of(number: u8) -> Option<Self> {
        (1..=6).contains(&number).then_some(Self(number))
    }

    /// Its number.
    pub fn number(self) -> u8 {
        self.0
    }

    /// Whether who is there has a need and has not bought yet (DOMAIN R4).
    pub fn is_on_the_way(self) -> bool {
        (2..=5).contains(&self.0)
    }
}

/// A purchase on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// How far it has come.
    pub stage: Stage,
    /// Since when.
    pub since: NaiveDate,
    /// What is chosen by (DOMAIN R6): the price, experience, a portfolio; empty if that is not known.
    pub criterion: String,
}

/// A person's word on where a client stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusChange {
    /// The day.
    pub day: NaiveDate,
    /// The status; `None`: what the orders tell holds again.
    pub status: Option<Status>,
    /// Why.
    pub why: String,
}

/// Who moved a client to another status (DOMAIN R7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mover {
    /// The first order: selling.
    Selling,
    /// As many order days as the definition asks, the first of them so many; whether an order had been found good by then.
    Orders {
        /// How many.
        order_days: usize,
        /// Whether a good evaluation was on record.
        good: bool,
    },
    /// A person, and why.
    Person(String),
    /// A person who closed the client, and why, where that was said.
    Closed(Option<ClosedWhy>),
}

/// A client came to another status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusStep {
    /// The day.
    pub day: NaiveDate,
    /// The status; `None`: what the orders tell holds again.
    pub status: Option<Status>,
    /// Who moved it.
    pub mover: Mover,
}

/// How a client came to where it stands, oldest first: by its order days, each judged by the definition that held on it, and
/// by what a person said. What a person said holds until something else is said. `rules` have the days from which on they
/// hold, `good` are the days of good evaluations; all of it ordered by day.
pub fn history(
    order_days: &[NaiveDate],
    changes: &[StatusChange],
    rules: &[(NaiveDate, RegularRule)],
    good: &[NaiveDate],
) -> Vec<StatusStep> {
    let mut steps: Vec<StatusStep> = Vec::new();
    let mut reached = None;
    for (place, day) in order_days.iter().enumerate() {
        let rule = rules.iter().rev().find(|(since, _)| since <= day).map(|(_, rule)| *rule).unwrap_or_default();
        let status = Status::of(&order_days[..=place], rule, Said::default(), *day);
        let by_hand =
            changes.iter().rev().find(|change| change.day <= *day).is_some_and(|change| change.status.is_some());
        if by_hand || reached.is_some_and(|reached| status <= reached) {
            continue;
        }
        reached = Some(status);
        let mover = match status {
            Status::Regular => Mover::Orders { order_days: place + 1, good: good.iter().any(|found| found <= day) },
            _ => Mover::Selling,
        };
        steps.push(StatusStep { day: *day, status: Some(status), mover });
    }
    let by_hand = changes.iter().map(|change| StatusStep {
        day: change.day,
        status: change.status,
        mover: Mover::Person(change.why.clone()),
    });
    steps.extend(by_hand);
    steps.sort_by_key(|step| step.day);
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_status_follows_from_orders_unless_a_person_says_otherwise() {
        let days = ["2026-01-01", "2026-02-01", "2026-03-01"].map(day);
        let today = day("2026-06-01");
        let usual = RegularRule::default();
        let said = |status, closed, stage| Said { status, closed, stage: Stage::of(stage) };
        for (orders, rule, said, status) in [
            (0, usual, Said::default(), Status::Potential),
            (0, usual, said(None, false, 1), Status::Potential),
            (0, usual, said(None, false, 2), Status::Prospective),
            (0, usual, said(None, false, 5), Status::Prospective),
            (0, usual, said(None, false, 6), Status::Potential),
            (1, usual, said(None, false, 3), Status::Client),
            (3, usual, Said::default(), Status::Regular),
            (3, RegularRule { order_days: 4, within: None }, Said::default(), Status::Client),
            (3, RegularRule { order_days: 3, within: Some(100) }, Said::default(), Status::Client),
            (3, RegularRule { order_days: 1, within: Some(100) }, Said::default(), Status::Regular),
            (1, usual, said(Some(Status::Regular), false, 0), Status::Regular),
            (3, usual, said(Some(Status::Regular), true, 0), Status::Former),
        ] {
            assert_eq!(Status::of(&days[..orders], rule, said, today), status, "{orders} {rule} {said:?}");
        }
    }

    #[test]
    fn a_definition_is_read_as_it_is_written() {
        for (text, rule) in [
            ("3", Some(RegularRule::default())),
            (" 5 / 365", Some(RegularRule { order_days: 5, within: Some(365) })),
            ("0", None),
            ("3/0", None),
            ("3/9999", None),
            ("often", None),
        ] {
            let read = text.parse::<RegularRule>().ok();
            assert_eq!(read, rule, "{text}");
            assert_eq!(read.map(|rule| rule.to_string().parse()), rule.map(Ok));
        }
    }

    #[test]
    fn every_step_has_its_mover_and_the_definition_of_its_day() {
        let days = ["2026-01-01", "2026-02-01", "2026-03-01", "2026-04-01"].map(day);
        let step = |on, status, mover| StatusStep { day: day(on), status: Some(status), mover };
        let regular = |order_days, good| Mover::Orders { order_days, good };
        assert_eq!(
            history(&days, &[], &[], &[day("2026-02-10")]),
            [step("2026-01-01", Status::Client, Mover::Selling), step("2026-03-01", Status::Regular, regular(3, true))]
        );
        let rules = [
            (day("2026-01-15"), RegularRule { order_days: 4, within: None }),
            (day("2026-12-01"), RegularRule { order_days: 1, within: None }),
        ];
        assert_eq!(history(&days, &[], &rules, &[])[1], step("2026-04-01", Status::Regular, regular(4, false)));
        let said = |on, status| StatusChange { day: day(on), status, why: "so".into() };
        let changes = [said("2026-02-15", Some(Status::Former)), said("2026-03-15", None)];
        let statuses: Vec<Option<Status>> = history(&days, &changes, &[], &[]).iter().map(|step| step.status).collect();
        assert_eq!(statuses, [Some(Status::Client), Some(Status::Former), None, Some(Status::Regular)]);
    }
}
