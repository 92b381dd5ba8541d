//! The plan as a whole, for whoever has all facts in hand: every touch with its day, what found none, and what a change
//! would move.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::arrange::Pushing;
use super::board::{Board, Presence};
use super::days::WorkDays;
use super::occurrences::{Occurrence, State};
use super::why::{Reason, Why};
use super::{Facts, Kept, Planner};
use crate::domain::ids::{ClientId, RuleId};
use crate::domain::table::{Purpose, Responsible};
use crate::domain::touch::TouchKind;

/// A touch that is due, and the day it is planned for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Planned {
    /// With which client.
    pub client: ClientId,
    /// What it is, whatever its day: rule, subject, period or occasion with its year, slot.
    pub key: String,
    /// The row of the communication table it comes from.
    pub rule: RuleId,
    /// What kind of touch.
    pub kind: TouchKind,
    /// What it is for.
    pub purpose: Purpose,
    /// Who does it.
    pub responsible: Responsible,
    /// The day it is planned for.
    pub day: NaiveDate,
    /// The first day on which a contact does it.
    pub from: NaiveDate,
    /// The last day on which a contact does it; after it the touch is missed.
    pub to: NaiveDate,
    /// How long it takes.
    pub minutes: u32,
    /// Why it is due.
    pub why: Why,
    /// Why it has that day.
    pub reason: Reason,
}

impl Planned {
    /// An occurrence on its day.
    pub fn of(occurrence: &Occurrence<'_>, client: ClientId, day: NaiveDate, reason: Reason) -> Self {
        let rule = occurrence.rule;
        let (from, to) = occurrence.window();
        Self {
            client,
            key: occurrence.key(client),
            rule: rule.id,
            kind: occurrence.kind,
            purpose: rule.purpose,
            responsible: rule.responsible,
            day,
            from: from.min(day),
            to,
            minutes: rule.minutes,
            why: occurrence.why(),
            reason,
        }
    }
}

/// Why a touch got no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoDay {
    /// Its window has no working day left.
    Closed,
    /// Whoever does it is away on all of its days.
    Away,
    /// Every day of its window is full, and what stands there matters more.
    Full,
    /// Every day of its window is too near to another touch of the client.
    Crowded,
    /// The client wants no contact of any kind that would do it.
    Barred,
}

impl NoDay {
    /// The name used in JSON and in the keys of the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Away => "away",
            Self::Full => "full",
            Self::Crowded => "crowded",
            Self::Barred => "barred",
        }
    }
}

/// A touch that is owed and has no day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Homeless {
    /// With which client.
    pub client: ClientId,
    /// Its key.
    pub key: String,
    /// The row it comes from.
    pub rule: RuleId,
    /// How long it would take.
    pub minutes: u32,
    /// Why it has none.
    pub why: NoDay,
}

/// Days on which somebody is away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Absence {
    /// Who.
    pub who: Responsible,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// Under what terms days are given out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// The minutes of a day that are for touches, of everybody alike.
    pub minutes: u32,
    /// Who is away when.
    pub absences: Vec<Absence>,
    /// The levels the days are filled up to, by [`Responsible`]: for a board of a few clients beside many others.
    pub levels: [u32; 4],
}

impl Terms {
    /// An empty board under these terms.
    pub fn board(&self, days: &WorkDays, today: NaiveDate, until: NaiveDate) -> Board {
        let presences: Vec<Presence> = Responsible::ALL
            .iter()
            .zip(self.levels)
            .map(|(who, level)| {
                let away = self.absences.iter().filter(|absence| absence.who == *who);
                Presence {
                    away: away.map(|absence| (absence.from, absence.to)).collect(),
                    minutes: self.minutes,
                    level,
                }
            })
            .collect();
        Board::new(days, today, until, &presences)
    }
}

/// The plan of many clients.
#[derive(Clone, Debug)]
pub struct Agenda {
    /// The touches by day and key.
    pub touches: Vec<Planned>,
    /// What is owed and has no day.
    pub homeless: Vec<Homeless>,
    /// What contacts did, for the plan that follows.
    pub done: Vec<(ClientId, Kept)>,
    /// The board the days were given out on.
    pub board: Board,
}

impl Agenda {
    /// Plans the clients. The order of clients, rules, tags, birthdays and contacts changes nothing.
    pub fn plan(planner: &Planner<'_>, terms: &Terms, facts: &[Facts<'_>]) -> Self {
        let mut facts: Vec<&Facts<'_>> = facts.iter().collect();
        facts.sort_unstable_by_key(|facts| facts.client);
        let mut board = terms.board(planner.days(), planner.today(), planner.until());
        let owed: Vec<Vec<Occurrence<'_>>> = facts.iter().map(|facts| planner.owed(facts)).collect();
        for (facts, owed) in facts.iter().zip(&owed) {
            board.add(facts, owed, |_| true);
        }
        board.arrange(Pushing::OffFullDays);
        let (mut touches, mut homeless, mut done) = (Vec::new(), Vec::new(), Vec::new());
        for (task, given) in board.given() {
            let client = facts[task.owner as usize].client;
            let occurrence = &owed[task.owner as usize][usize::from(task.place)];
            match given {
                Ok((day, reason)) => touches.push(Planned::of(occurrence, client, day, reason)),
                Err(why) => homeless.push(Homeless::of(occurrence, client, why)),
            }
        }
        for (facts, owed) in facts.iter().zip(&owed) {
            let barred = owed.iter().filter(|occurrence| {
                occurrence.state == State::Barred
                    && occurrence.to >= planner.today()
                    && occurrence.ideal <= planner.until()
            });
            homeless.extend(barred.map(|occurrence| Homeless::of(occurrence, facts.client, NoDay::Barred)));
            done.extend(owed.iter().filter_map(|occurrence| {
                let State::Done(touch) = occurrence.state else { return None };
                let (day, reason) = occurrence.kept_or_own();
                Some((facts.client, Kept { key: occurrence.key(facts.client), day, touch: Some(touch), reason }))
            }));
        }
        touches.sort_unstable_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
        homeless.sort_unstable_by(|a, b| a.key.cmp(&b.key));
        Self { touches, homeless, done, board }
    }
}

impl Homeless {
    /// An occurrence without a day.
    pub fn of(occurrence: &Occurrence<'_>, client: ClientId, why: NoDay) -> Self {
        Self { client, key: occurrence.key(client), rule: occurrence.rule.id, minutes: occurrence.rule.minutes, why }
    }
}

/// A touch that a change would move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// With which client.
    pub client: ClientId,
    /// What it is.
    pub kind: TouchKind,
    /// Its key.
    pub key: String,
    /// Its day so far; `None` for a new touch.
    pub from: Option<NaiveDate>,
    /// Its day from then on; `None` for one that goes.
    pub to: Option<NaiveDate>,
}

/// What a change would move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// The touches that would go, then those that would move or come, each by key.
    pub list: Vec<Move>,
}

impl Moves {
    /// What leads from one plan to another, each given by client, kind, key and day.
    pub fn between(
        before: impl IntoIterator<Item = (ClientId, TouchKind, String, NaiveDate)>,
        after: impl IntoIterator<Item = (ClientId, TouchKind, String, NaiveDate)>,
    ) -> Self {
        let mut moves: BTreeMap<String, Move> = BTreeMap::new();
        for (client, kind, key, day) in before {
            moves.insert(key.clone(), Move { client, kind, key, from: Some(day), to: None });
        }
        for (client, kind, key, day) in after {
            moves.entry(key.clone()).or_insert(Move { client, kind, key, from: None, to: None }).to = Some(day);
        }
        let mut list: Vec<Move> = moves.into_values().filter(|change| change.from != change.to).collect();
        list.sort_by_key(|change| (change.to.is_some(), change.from.is_none()));
        Self { list }
    }

    /// How many touches would have another day.
    pub fn moved(&self) -> usize {
        self.list.iter().filter(|change| change.from.is_some() && change.to.is_some()).count()
    }

    /// How many would come.
    pub fn added(&self) -> usize {
        self.list.iter().filter(|change| change.from.is_none()).count()
    }

    /// How many would go.
    pub fn gone(&self) -> usize {
        self.list.iter().filter(|change| change.to.is_none()).count()
    }
}

/// The most days apart at which two touches of a client may be made one.
const MERGED_WITHIN: i64 = 3;

/// The pairs of touches that one contact could do: of one client and one kind, in the same week or within three days.
pub fn merges<'a>(touches: &'a [Planned]) -> Vec<(&'a Planned, &'a Planned)> {
    let mut by_client: BTreeMap<(ClientId, TouchKind), Vec<&'a Planned>> = BTreeMap::new();
    for touch in touches {
        by_client.entry((touch.client, touch.kind)).or_default().push(touch);
    }
    let near = |one: &Planned, other: &Planned| {
        one.day.iso_week() == other.day.iso_week() || (other.day - one.day).num_days() <= MERGED_WITHIN
    };
    let pairs = by_client.values_mut().flat_map(|touches| {
        touches.sort_unstable_by_key(|touch| touch.day);
        touches.windows(2).map(|pair| (pair[0], pair[1])).collect::<Vec<_>>()
    });
    pairs.filter(|(one, other)| near(one, other)).collect()
}
