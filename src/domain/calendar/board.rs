//! The board on which days are given out: who works when, what every day holds so far, and the touches that want a day.
//! It holds no clients and no rules, but what matters of them for a day.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::Facts;
use super::bound::Bound;
use super::days::WorkDays;
use super::occurrences::{ByHand, Occurrence, State, split_mix};
use super::plan::NoDay;
use super::why::{Pushed, Reason};
use crate::domain::table::Responsible;

/// The days between two touches of a client below which the second would be a nuisance.
pub(super) const QUIET: i16 = 5;
/// The touches a board has room for from the start: those of a manager's clients in a year.
const ROOM: usize = 4096;
/// Stands for the day of a touch that has none: it is far from every day.
pub(super) const NOWHERE: i16 = i16::MIN;
/// How many working days earlier a greeting may be where whoever does it is away in all of its window.
const BEFORE_LEAVE: usize = 5;
/// How many days earlier that may be at the most.
const BEFORE_LEAVE_DAYS: i16 = 21;

/// When somebody is there, and how much fits into a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// The days away, first and last.
    pub away: Vec<(NaiveDate, NaiveDate)>,
    /// The minutes of a day that are for touches.
    pub minutes: u32,
    /// The level the days are filled up to; for a board beside others.
    pub level: u32,
}

/// How much a touch may give way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nature {
    /// It took place.
    Fact,
    /// A person gave it its day.
    Hand,
    /// An occasion gives it its days.
    Fixed,
    /// It may stand on any day of its period.
    Flexible,
}

/// A touch that wants a day. Days are counted from today.
#[derive(Clone, Copy, Debug)]
pub struct Task {
    /// Which client, as a place among those that were added.
    pub owner: u32,
    /// Which of the client's occurrences, as a place among them.
    pub place: u16,
    pub(super) who: u8,
    pub(super) nature: Nature,
    pub(super) minutes: u32,
    pub(super) rule: i64,
    /// The touches of the same rule with the same client, this one among them, as places among all.
    pub(super) row: (u32, u32),
    pub(super) gap: i16,
    pub(super) own: i16,
    pub(super) ideal: i16,
    pub(super) preferred: (i16, i16),
    pub(super) hard: (i16, i16),
    pub(super) value: i64,
    pub(super) tie: u64,
    pub(super) before: Option<i16>,
    pub(super) pushed: Pushed,
    /// Whether what pushed it is known already.
    pub(super) told: bool,
    pub(super) no_day: Option<NoDay>,
}

/// Somebody's days.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// Whether the day is worked and they are there.
    pub there: Vec<bool>,
    /// The minutes of the day that are taken.
    pub load: Vec<u32>,
    /// The touches of the day, as places among all of them.
    pub on: Vec<Vec<u32>>,
    /// The minutes of a day that are for touches.
    pub minutes: u32,
    /// The level that the days are filled up to.
    pub level: u32,
    /// The minutes of the fullest day as the plan so far left it.
    pub stood: u32,
    /// Whether not everything fits, so that no day may hold more than its minutes.
    pub limited: bool,
    /// What forces the level.
    pub bound: Bound,
    /// From how many minutes on no day can be made free any more on each day.
    pub shut: Vec<u32>,
}

/// The board.
#[derive(Clone, Debug)]
pub struct Board {
    pub(super) today: NaiveDate,
    /// Today, counted from the beginning of the era: every touch asks for the places of half a dozen days.
    pub(super) from: i32,
    pub(super) until: NaiveDate,
    pub(super) end: i16,
    pub(super) worked: Vec<bool>,
    pub(super) people: Vec<Person>,
    pub(super) tasks: Vec<Task>,
    /// The day of each touch: apart from them, as those of one row are gone through for every day that is tried.
    pub(super) days: Vec<i16>,
    /// How many touches of a client stand too near to each day for another: the days of the first client, of the second...
    pub(super) near: Vec<u16>,
    pub(super) owners: Vec<Range<usize>>,
    /// Whether touches that are not on the board have their days as well, and stay.
    pub(super) beside_others: bool,
    /// Whether touches that just got their days may be moved to make room for others.
    pub(super) chains: bool,
}

impl Board {
    /// An empty board of the days from today until `until`; one presence for each [`Responsible`].
    pub fn new(days: &WorkDays, today: NaiveDate, until: NaiveDate, presences: &[Presence]) -> Self {
        let worked: Vec<bool> =
            today.iter_days().take_while(|day| *day <= until).map(|day| days.is_working(day)).collect();
        let span = worked.len();
        let place = |day: NaiveDate| usize::try_from((day - today).num_days()).unwrap_or(0).min(span);
        let people = presences.iter().map(|presence| {
            let mut there = worked.clone();
            for (from, to) in presence.away.iter().filter(|(from, to)| from <= to && *to >= today) {
                there[place(*from)..place(to.succ_opt().unwrap_or(*to))].fill(false);
            }
            Person {
                there,
                load: vec![0; span],
                on: vec![Vec::new(); span],
                minutes: presence.minutes,
                level: presence.level,
                stood: 0,
                limited: false,
                bound: Bound::default(),
                shut: vec![u32::MAX; span],
            }
        });
        Self {
            today,
            from: today.num_days_from_ce(),
            until,
            end: span as i16 - 1,
            people: people.collect(),
            worked,
            tasks: Vec::with_capacity(ROOM),
            days: Vec::with_capacity(ROOM),
            near: Vec::new(),
            owners: Vec::new(),
            beside_others: false,
            chains: true,
        }
    }

    /// Takes account of touches that stand on a day and are not to be moved.
    pub fn occupy(&mut self, who: Responsible, day: NaiveDate, minutes: u32) {
        let place = self.place_of(day);
        if let Some(load) = usize::try_from(place).ok().and_then(|place| self.people[who as usize].load.get_mut(place))
        {
            *load += minutes;
        }
    }

    /// Says that touches that are not on the board have their days as well, and stay.
    pub fn beside_others(&mut self) {
        self.beside_others = true;
    }

    /// Adds the touches of a client that are open: those with a day in the plan so far, and of the others those that want
    /// one, by their places.
    pub fn add(&mut self, facts: &Facts<'_>, owed: &[Occurrence<'_>], wanted: impl Fn(usize) -> bool) {
        let first = self.tasks.len();
        let owner = self.owners.len() as u32;
        for (place, occurrence) in owed.iter().enumerate() {
            if occurrence.state == State::Open && (occurrence.kept.is_some() || wanted(place)) {
                let task = self.task(facts, occurrence, owner, place as u16);
                self.tasks.extend(task);
            }
        }
        let mut begin = first;
        for row in self.tasks[first..].chunk_by_mut(|task, next| task.rule == next.rule) {
            let end = begin + row.len();
            for task in row {
                task.row = (begin as u32, end as u32);
            }
            begin = end;
        }
        self.days.resize(self.tasks.len(), NOWHERE);
        if self.tasks.len() > first {
            for contact in facts.contacts {
                let day = self.place_of(contact.day);
                if day > -QUIET {
                    self.tasks.push(self.fact(owner, day));
                    self.days.push(day);
                }
            }
        }
        self.owners.push(first..self.tasks.len());
    }

    /// The touches, with the days they got once [`arrange`](Self::arrange) gave them out: client by client, in the order
    /// in which they were added, what took place left out.
    pub fn given(&self) -> impl Iterator<Item = (&Task, Result<(NaiveDate, Reason), NoDay>)> {
        let tasks = self.tasks.iter().enumerate().filter(|(_, task)| task.nature != Nature::Fact);
        tasks.map(|(at, task)| (task, self.day_of(at)))
    }

    fn day_of(&self, at: usize) -> Result<(NaiveDate, Reason), NoDay> {
        let day = |place: i16| self.today + chrono::TimeDelta::days(i64::from(place));
        let task = &self.tasks[at];
        match self.stands(at) {
            Some(place) => Ok((day(place), Reason { own: day(task.own), pushed: self.why(at, place) })),
            None => Err(task.no_day.unwrap_or(NoDay::Crowded)),
        }
    }

    /// The level of somebody's days, what forces it, and whether not everything fits below their minutes.
    pub fn level(&self, who: Responsible) -> (u32, Option<(NaiveDate, NaiveDate)>, bool) {
        let person = &self.people[who as usize];
        let day = |place: usize| self.today + chrono::TimeDelta::days(place as i64);
        let forced = (person.bound.level > 0).then(|| (day(person.bound.from), day(person.bound.to)));
        (person.level, forced, person.limited)
    }

    /// The bound of somebody's days.
    pub fn bound(&self, who: Responsible) -> u32 {
        self.people[who as usize].bound.level
    }

    /// The minutes of each of somebody's days from today on.
    pub fn loads(&self, who: Responsible) -> &[u32] {
        &self.people[who as usize].load
    }

    /// The day a touch has.
    pub(super) fn stands(&self, at: usize) -> Option<i16> {
        Some(self.days[at]).filter(|day| *day != NOWHERE)
    }

    pub(super) fn place_of(&self, day: NaiveDate) -> i16 {
        let off = day.num_days_from_ce() - self.from;
        off.clamp(i32::from(i16::MIN) + 1, i32::from(i16::MAX) - 1) as i16
    }

    fn fact(&self, owner: u32, day: i16) -> Task {
        Task {
            owner,
            place: u16::MAX,
            who: 0,
            nature: Nature::Fact,
            minutes: 0,
            rule: 0,
            row: (0, 0),
            gap: 0,
            own: day,
            ideal: day,
            preferred: (day, day),
            hard: (day, day),
            value: 0,
            tie: 0,
            before: Some(day),
            pushed: Pushed::Own,
            told: true,
            no_day: None,
        }
    }

    /// A touch as the board sees it; `None` where its window has ended, or its own day lies beyond the board.
    fn task(&self, facts: &Facts<'_>, occurrence: &Occurrence<'_>, owner: u32, place: u16) -> Option<Task> {
        let (from, to) = occurrence.window();
        let by_hand = occurrence.by_hand.filter(|by_hand| by_hand.day() >= self.today);
        let beyond = occurrence.ideal > self.until && by_hand.is_none();
        if to < self.today || beyond {
            return None;
        }
        // One that was put off and not done then is late from that day on.
        let passed = occurrence.by_hand.filter(|_| by_hand.is_none());
        let own = self.place_of(passed.map_or(occurrence.ideal, ByHand::day));
        let rule = occurrence.rule;
        let mut hard = (self.place_of(from).max(0), self.place_of(to).min(self.end));
        let mut task = Task {
            owner,
            place,
            who: rule.responsible as u8,
            nature: if occurrence.fixed() { Nature::Fixed } else { Nature::Flexible },
            minutes: rule.minutes,
            rule: rule.id.0,
            row: (0, 0),
            gap: occurrence.gap.min(i64::from(i16::MAX)) as i16,
            own,
            ideal: own.clamp(0, self.end.max(0)),
            preferred: hard,
            hard,
            value: facts.value.0,
            tie: split_mix(split_mix(facts.client.0 as u64) ^ split_mix(rule.id.0 as u64) ^ own as u64),
            before: occurrence.kept.map(|(day, _)| self.place_of(day)),
            pushed: occurrence.kept.map_or(Pushed::Own, |(_, reason)| reason.pushed),
            told: true,
            no_day: None,
        };
        match by_hand {
            Some(ByHand::On(day)) => task.fix(self.place_of(day)),
            Some(ByHand::From(day)) => {
                let there = &self.people[usize::from(task.who)].there;
                let first = self.place_of(day);
                let open = there.iter().skip(first as usize).position(|there| *there);
                task.fix(first + open.unwrap_or(0) as i16);
            }
            None => {
                if task.nature == Nature::Fixed {
                    hard = self.before_leave(task.who, hard);
                }
                let (first, last) = occurrence.preferred;
                let preferred = (self.place_of(first).max(hard.0), self.place_of(last).min(hard.1));
                task.hard = hard;
                task.preferred = if preferred.0 <= preferred.1 { preferred } else { hard };
                task.ideal = task.ideal.clamp(hard.0.max(0), hard.1.max(0));
            }
        }
        Some(task)
    }

    /// The days of a greeting: where whoever does it is away on all of them, the last ones before they leave.
    fn before_leave(&self, who: u8, (first, last): (i16, i16)) -> (i16, i16) {
        let there = &self.people[usize::from(who)].there;
        if last < 0 || (first..=last).any(|day| there[day as usize]) {
            return (first, last);
        }
        let earliest = (first - BEFORE_LEAVE_DAYS).max(0);
        let mut earlier = (earliest..first).rev().filter(|day| there[*day as usize]);
        match earlier.next() {
            Some(last) => (earlier.take(BEFORE_LEAVE - 1).last().unwrap_or(last), last),
            None => (first, last),
        }
    }
}

impl Task {
    /// Gives it the one day a person chose.
    fn fix(&mut self, day: i16) {
        self.nature = Nature::Hand;
        self.ideal = day;
        self.preferred = (day, day);
        self.hard = (day, day);
    }

    /// Who makes it.
    pub fn responsible(&self) -> Responsible {
        Responsible::ALL[usize::from(self.who)]
    }

    /// How long it takes.
    pub fn minutes(&self) -> u32 {
        self.minutes
    }

    /// The days its preferred window has.
    pub(super) fn width(&self) -> i16 {
        self.preferred.1 - self.preferred.0
    }
}
