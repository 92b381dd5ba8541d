//! Giving out the days of a board: what had one keeps it while it holds, the rest is placed, overfull days give touches
//! away. Where nothing is new and nothing is broken, nothing changes.

use super::board::{Board, Nature, Person, QUIET};
use super::bound::density;
use super::why::Pushed;

/// Up to so many hundredths of the level a day may be filled before touches that had it are moved off.
pub(super) const CAP: u32 = 115;
/// Above so many hundredths of the level a day gives touches that were just placed to emptier ones.
const SHAVED: u32 = 105;
/// Touches that are tried to be moved off one overfull day.
const PUSHED_OFF: usize = 16;
/// How often the days are gone over to even them out.
const ROUNDS: usize = 4;
/// How often what found no day is tried again, because others moved meanwhile.
const TRIES: usize = 8;

/// What is moved for the sake of what is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pushing {
    /// Nothing that has a day.
    Nothing,
    /// Small touches on days that became too full.
    OffFullDays,
}

impl Board {
    /// Gives out the days. The same touches get the same days, whatever order anything was listed in.
    pub fn arrange(&mut self, pushing: Pushing) {
        self.mark_facts();
        self.set_levels();
        let order = self.order();
        let (mut rest, mut changed) = self.keep(&order, pushing);
        for person in &mut self.people {
            person.stood = person.load.iter().copied().max().unwrap_or(0);
        }
        changed |= self.place_all(&mut rest);
        if !changed {
            return;
        }
        if !self.beside_others {
            if pushing == Pushing::OffFullDays {
                self.push_off();
            }
            self.shave();
        }
        // Others moved meanwhile: what found no day may find one now, but nothing more is moved for it.
        self.chains = false;
        for _ in 0..TRIES {
            if !self.place_all(&mut rest) {
                break;
            }
        }
    }

    /// Places touches, and leaves those that found no day. True if one did.
    fn place_all(&mut self, rest: &mut Vec<usize>) -> bool {
        let before = rest.len();
        self.shut_full_days();
        rest.retain(|at| !self.place(*at));
        rest.len() < before
    }

    /// The level of each person's days: the bound, or the longest touch. Where that is more than their minutes, these are the
    /// limit.
    fn set_levels(&mut self) {
        let mut longest = vec![0; self.people.len()];
        for task in self.tasks.iter().filter(|task| task.nature > Nature::Fact) {
            let longest = &mut longest[usize::from(task.who)];
            *longest = task.minutes.max(*longest);
        }
        for ((who, person), longest) in self.people.iter_mut().enumerate().zip(longest) {
            if !self.beside_others {
                person.level = 0;
            }
            if longest == 0 {
                continue;
            }
            let tasks = self.tasks.iter().filter(|task| usize::from(task.who) == who && task.nature > Nature::Fact);
            let windows = tasks.filter(|task| task.preferred.0 >= 0 && task.preferred.0 <= task.preferred.1);
            let windows = windows.map(|task| (task.preferred.0 as usize, task.preferred.1 as usize, task.minutes));
            // What stands already, beside what is on this board.
            let standing = person.load.iter().enumerate().filter(|(_, load)| **load > 0);
            let standing: Vec<_> = standing.map(|(day, load)| (day, day, *load)).collect();
            if !self.beside_others || person.level == 0 {
                person.bound = density(&person.there, windows.chain(standing));
            }
            let forced = person.bound.level.max(longest);
            person.limited = forced > person.minutes || self.beside_others && person.level >= person.minutes;
            person.level = if self.beside_others { person.level.max(forced) } else { forced }.min(person.minutes);
        }
    }

    /// Keeps the days that hold, and returns the touches that want one, in their order.
    /// True if a new occasion got its day at once.
    fn keep(&mut self, order: &[usize], pushing: Pushing) -> (Vec<usize>, bool) {
        let (mut rest, mut changed) = (Vec::new(), false);
        // Occasions come before what gives way to them, and those that are new get their days first.
        for (rank, at) in order.iter().enumerate() {
            let task = self.tasks[*at];
            match task.nature {
                Nature::Hand => self.put_back(*at, (task.hard.0, Pushed::ByHand)),
                Nature::Fixed if !self.keep_one(*at, pushing) => {
                    let limited = self.people[usize::from(task.who)].limited;
                    if limited || !self.place(*at) {
                        rest.push(rank);
                    } else {
                        changed = true;
                    }
                }
                _ => {}
            }
        }
        for (rank, at) in order.iter().enumerate() {
            if self.tasks[*at].nature == Nature::Flexible && (self.is_disturbed(*at) || !self.keep_one(*at, pushing)) {
                rest.push(rank);
            }
        }
        rest.sort_unstable();
        (rest.into_iter().map(|rank| order[rank]).collect(), changed)
    }

    /// Whether something that stands faster came too near to the day a touch had.
    fn is_disturbed(&self, at: usize) -> bool {
        let Some(day) = self.tasks[at].before else { return false };
        let mut others = self.owners[self.tasks[at].owner as usize].clone();
        others.any(|at| {
            let other = &self.tasks[at];
            let firm = other.nature == Nature::Hand || other.nature == Nature::Fixed;
            let came = |stands| other.before != Some(stands) && (stands - day).abs() < QUIET;
            firm && self.stands(at).is_some_and(came)
        })
    }

    fn keep_one(&mut self, at: usize, pushing: Pushing) -> bool {
        let task = self.tasks[at];
        let person = &self.people[usize::from(task.who)];
        let Some(day) = task.before.filter(|day| {
            (task.hard.0.max(0)..=task.hard.1).contains(day)
                && person.there[*day as usize]
                // Where nothing is to move, nothing is thrown out of a day that others overfilled.
                && (!person.limited
                    || pushing == Pushing::Nothing
                    || person.load[*day as usize] + task.minutes <= person.minutes)
        }) else {
            return false;
        };
        self.put_back(at, (day, task.pushed));
        true
    }

    /// The order in which touches get their days: occasions first. Where everything fits, the longest ones and the narrowest
    /// windows before the others; where it does not, those with the clients of the most worth, and then so.
    fn order(&self) -> Vec<usize> {
        let mean = self.means();
        let mut order: Vec<usize> = (0..self.tasks.len()).filter(|at| self.tasks[*at].nature > Nature::Fact).collect();
        order.sort_by_cached_key(|at| {
            let task = &self.tasks[*at];
            let who = usize::from(task.who);
            let long = if 4 * task.minutes >= 3 * mean[who].max(1) { task.minutes } else { 0 };
            // The longest first, and of those as long the narrowest, in one number.
            let shape = (i64::from(u32::MAX - long) << 16) + i64::from(task.width());
            let (first, then) = if self.people[who].limited { (-task.value, shape) } else { (shape, -task.value) };
            (task.nature, first, then, task.tie)
        });
        order
    }

    /// The minutes of a day of each person, on the average.
    fn means(&self) -> Vec<u32> {
        let mut minutes: Vec<u32> = self.people.iter().map(|person| person.load.iter().sum()).collect();
        for task in &self.tasks {
            minutes[usize::from(task.who)] += task.minutes;
        }
        let there = |person: &Person| person.there.iter().filter(|there| **there).count().max(1) as u32;
        minutes.iter().zip(&self.people).map(|(minutes, person)| minutes / there(person)).collect()
    }

    /// Moves small touches that may give way off the days above the cap.
    fn push_off(&mut self) {
        for who in 0..self.people.len() {
            let person = &self.people[who];
            // What stood before was not too full: when less is to be done, nothing moves for it.
            let (level, cap) = (person.level, (person.level * CAP / 100).max(person.stood));
            if person.limited {
                continue;
            }
            for day in 0..self.worked.len() {
                // Only what the plan put on the day makes it give others away: without that it stays as it is, and so it does
                // for what a person put there.
                let came = |at: &u32| {
                    let task = &self.tasks[*at as usize];
                    task.nature > Nature::Hand && task.before != Some(day as i16)
                };
                if self.people[who].load[day] <= cap || !self.people[who].on[day].iter().any(came) {
                    continue;
                }
                let mut on: Vec<usize> = self.people[who].on[day].iter().map(|at| *at as usize).collect();
                on.retain(|at| self.tasks[*at].nature == Nature::Flexible && self.may_move(*at));
                on.sort_unstable_by_key(|at| {
                    let task = &self.tasks[*at];
                    (task.minutes, task.tie, task.owner, task.place)
                });
                for at in on.into_iter().take(PUSHED_OFF) {
                    if self.people[who].load[day] <= cap {
                        break;
                    }
                    if let Some(other) = self.nearest_of_all(at, level) {
                        self.relieve_day(at, other);
                    }
                }
            }
        }
    }

    /// Days above the level give touches that were just placed to emptier days of their preferred windows.
    fn shave(&mut self) {
        for who in 0..self.people.len() {
            if self.people[who].limited {
                continue;
            }
            let level = self.people[who].level;
            let high = level * SHAVED / 100;
            for _ in 0..ROUNDS {
                let mut moved = false;
                for day in 0..self.worked.len() {
                    moved |= self.people[who].load[day] > high && self.shave_day(who, day, level, high);
                }
                if !moved {
                    break;
                }
            }
        }
    }

    /// Moves a touch off a day that was too full; one that comes to its own day needs no reason.
    fn relieve_day(&mut self, at: usize, to: i16) {
        self.take(at);
        let pushed = if to == self.tasks[at].own { Pushed::Own } else { Pushed::Relieved };
        self.put_back(at, (to, pushed));
    }

    fn shave_day(&mut self, who: usize, day: usize, level: u32, high: u32) -> bool {
        let mut on: Vec<usize> = self.people[who].on[day].iter().map(|at| *at as usize).collect();
        on.retain(|at| self.tasks[*at].nature > Nature::Hand && self.tasks[*at].before != Some(day as i16));
        on.sort_unstable_by_key(|at| {
            let task = &self.tasks[*at];
            (task.minutes, task.tie, task.owner, task.place)
        });
        let mut moved = false;
        for at in on {
            let load = self.people[who].load[day];
            if load <= high {
                break;
            }
            let task = self.tasks[at];
            let most = (level.min(load - 1), load - 1);
            if let Some(other) = self.nearest_below(at, task.preferred, most, Self::polite(&task)) {
                self.relieve_day(at, other);
                moved = true;
            }
        }
        moved
    }
}
