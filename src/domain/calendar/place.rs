//! Which day of its window a touch gets: the nearest to its own that stays below the level and leaves the client in peace.

use super::arrange::CAP;
use super::board::{Board, Nature, QUIET, Task};
use super::plan::NoDay;
use super::why::Pushed;

/// How near a touch may come to others of the same client.
#[derive(Clone, Copy)]
pub(super) struct Manners {
    /// Whether two occasions keep their distance too.
    strict: bool,
    /// The days between it and the next of the same rule.
    gap: i16,
}

/// Another touch of the same client that has a day.
#[derive(Clone, Copy)]
pub(super) struct Neighbour {
    at: usize,
    day: i16,
    nature: Nature,
    rule: i64,
}

impl Board {
    /// The other touches of the client that have a day.
    pub(super) fn neighbours(&self, at: usize) -> Vec<Neighbour> {
        let tasks = self.owners[self.tasks[at].owner as usize].clone();
        let mut near = Vec::with_capacity(tasks.len());
        for (other, task) in tasks.clone().zip(&self.tasks[tasks]) {
            if let Some(day) = task.day
                && other != at
            {
                near.push(Neighbour { at: other, day, nature: task.nature, rule: task.rule });
            }
        }
        near
    }

    /// Whether nothing of the client stands too near to that day.
    pub(super) fn quiet(task: &Task, day: i16, near: &[Neighbour], manners: Manners) -> bool {
        near.iter().all(|other| {
            let apart = (other.day - day).abs();
            let exempt = !manners.strict && task.nature != Nature::Flexible && other.nature != Nature::Flexible;
            (apart >= QUIET || exempt) && (other.rule != task.rule || apart >= manners.gap)
        })
    }

    fn there(&self, task: &Task, day: i16) -> bool {
        self.people[usize::from(task.who)].there[day as usize]
    }

    pub(super) fn load(&self, task: &Task, day: i16) -> u32 {
        self.people[usize::from(task.who)].load[day as usize]
    }

    /// The day of the window nearest to the ideal one on which the load stays below `most`.
    pub(super) fn nearest(
        &self,
        task: &Task,
        (first, last): (i16, i16),
        most: u32,
        near: &[Neighbour],
        manners: Manners,
    ) -> Option<i16> {
        let person = &self.people[usize::from(task.who)];
        let room = most.checked_sub(task.minutes)?;
        let fits = |day: i16| {
            (first..=last).contains(&day)
                && person.there[day as usize]
                && person.load[day as usize] <= room
                && Self::quiet(task, day, near, manners)
        };
        // Plain loops: this is where a plan spends its time.
        for off in 0..=(task.ideal - first).max(last - task.ideal) {
            for day in [task.ideal - off, task.ideal + off] {
                if fits(day) {
                    return Some(day);
                }
            }
        }
        None
    }

    /// The least loaded day of the window.
    fn least(&self, task: &Task, (first, last): (i16, i16), near: &[Neighbour], manners: Manners) -> Option<i16> {
        // Occasions may fill a day beyond its minutes, nothing else.
        let most = if task.nature == Nature::Flexible { self.people[usize::from(task.who)].minutes } else { u32::MAX };
        let fits = |day: &i16| {
            self.there(task, *day)
                && self.load(task, *day) + task.minutes <= most
                && Self::quiet(task, *day, near, manners)
        };
        (first..=last).filter(fits).min_by_key(|day| (self.load(task, *day), (day - task.ideal).abs()))
    }

    /// Finds a touch its day; other touches of the client may give way to it. False if there is none.
    pub(super) fn place(&mut self, at: usize) -> bool {
        let task = self.tasks[at];
        if task.hard.0 > task.hard.1 || !(task.hard.0..=task.hard.1).any(|day| self.there(&task, day)) {
            self.tasks[at].no_day = Some(self.closed(&task));
            return false;
        }
        if self.people[usize::from(task.who)].limited {
            return self.place_in_room(at);
        }
        let near = self.neighbours(at);
        // Filled further than the level at first: what is too much is shaved off where the whole is known, and the others stand
        // nearer to their own days than if each had kept to the level.
        let most = self.people[usize::from(task.who)].level * CAP / 100;
        let strict = Manners { strict: true, gap: task.gap };
        let least = |window, manners| self.least(&task, window, &near, manners);
        let level_day = self
            .nearest(&task, task.preferred, most, &near, strict)
            .or_else(|| self.nearest(&task, task.hard, most, &near, strict));
        let day = level_day.or_else(|| {
            if task.nature == Nature::Flexible {
                return least(task.preferred, strict).or_else(|| least(task.hard, strict));
            }
            let lenient = Manners { strict: false, ..strict };
            least(task.preferred, lenient).or_else(|| least(task.hard, lenient))
        });
        if let Some(day) = day {
            self.put(at, day);
            return true;
        }
        let closer = Manners { gap: task.gap / 2, ..strict };
        if self.chains && self.make_room_beside(at, &near, strict) {
            return true;
        }
        if let Some(day) = self.least(&task, task.hard, &near, closer) {
            self.put_back(at, (day, Pushed::Closer));
            return true;
        }
        self.tasks[at].no_day = Some(NoDay::Crowded);
        false
    }

    /// Moves one flexible touch of the same client, so that this one finds a quiet day.
    fn make_room_beside(&mut self, at: usize, near: &[Neighbour], manners: Manners) -> bool {
        let task = self.tasks[at];
        for other in near {
            if other.nature != Nature::Flexible || self.tasks[other.at].before == self.tasks[other.at].day {
                continue;
            }
            let without: Vec<Neighbour> = near.iter().filter(|near| near.at != other.at).copied().collect();
            let Some(day) = self.least(&task, task.hard, &without, manners) else { continue };
            let back = self.take(other.at);
            self.put(at, day);
            let moved = self.tasks[other.at];
            let near = self.neighbours(other.at);
            let polite = Manners { strict: true, gap: moved.gap };
            let level = self.people[usize::from(moved.who)].level;
            let limited = self.people[usize::from(moved.who)].limited;
            let next = self.nearest(&moved, moved.hard, level, &near, polite);
            if let Some(next) =
                next.or_else(|| if limited { None } else { self.least(&moved, moved.hard, &near, polite) })
            {
                self.put(other.at, next);
                return true;
            }
            self.take(at);
            self.put_as(other.at, back);
        }
        false
    }

    /// Whether a touch may be moved for the sake of others: not what had its day before and comes within a week.
    pub(super) fn may_move(&self, at: usize) -> bool {
        let task = &self.tasks[at];
        let frozen = task.before == task.day && task.day.is_some_and(|day| self.is_near(day));
        task.nature >= Nature::Fixed && !frozen
    }

    /// Whether a day is among the next five working days.
    fn is_near(&self, day: i16) -> bool {
        let between = self.worked.iter().take(day.max(0) as usize).filter(|worked| **worked).count();
        between < FROZEN
    }

    fn closed(&self, task: &Task) -> NoDay {
        let worked = |day: i16| self.worked[day as usize];
        if task.hard.0 <= task.hard.1 && (task.hard.0..=task.hard.1).any(worked) { NoDay::Away } else { NoDay::Closed }
    }

    pub(super) fn polite(task: &Task) -> Manners {
        Manners { strict: true, gap: task.gap }
    }

    /// Gives a touch a day; why it is that one is asked for when all have theirs.
    pub(super) fn put(&mut self, at: usize, day: i16) {
        self.put_as(at, (day, None));
    }

    /// Gives a touch a day for a reason that is known.
    pub(super) fn put_back(&mut self, at: usize, (day, pushed): (i16, Pushed)) {
        self.put_as(at, (day, Some(pushed)));
    }

    /// Gives a touch a day for a reason that is known, or is still to be asked for.
    pub(super) fn put_as(&mut self, at: usize, (day, pushed): (i16, Option<Pushed>)) {
        let task = &mut self.tasks[at];
        (task.day, task.no_day, task.told) = (Some(day), None, pushed.is_some());
        task.pushed = pushed.unwrap_or(Pushed::Own);
        let person = &mut self.people[usize::from(task.who)];
        if let Some(load) = usize::try_from(day).ok().and_then(|day| person.load.get_mut(day)) {
            *load += task.minutes;
            person.on[day as usize].push(at as u32);
        }
    }

    /// Takes a touch off its day; what comes of it puts it back as it was.
    pub(super) fn take(&mut self, at: usize) -> (i16, Option<Pushed>) {
        let task = &mut self.tasks[at];
        let pushed = task.told.then_some(task.pushed);
        let Some(day) = task.day.take() else { return (0, pushed) };
        let person = &mut self.people[usize::from(task.who)];
        if let Some(load) = usize::try_from(day).ok().and_then(|day| person.load.get_mut(day)) {
            *load -= task.minutes;
            let on = &mut person.on[day as usize];
            if let Some(place) = on.iter().position(|other| *other == at as u32) {
                on.swap_remove(place);
            }
        }
        (day, pushed)
    }

    /// What stood in the way on the days nearer to the touch's own.
    pub(super) fn why(&self, at: usize, day: i16) -> Pushed {
        let task = &self.tasks[at];
        if task.told {
            return task.pushed;
        }
        let late = task.own < 0;
        if day == task.own {
            return Pushed::Own;
        }
        let near = self.neighbours(at);
        let (mut off, mut away, mut close, mut full) = (0, 0, 0, 0);
        let distance = (day - task.ideal).abs();
        for nearer in task.ideal - distance..=task.ideal + distance {
            let as_near = (nearer - task.ideal).abs() >= distance;
            if as_near || !(task.hard.0..=task.hard.1).contains(&nearer) {
                continue;
            }
            if !self.worked[nearer as usize] {
                off += 1;
            } else if !self.there(task, nearer) {
                away += 1;
            } else if !Self::quiet(task, nearer, &near, Self::polite(task)) {
                close += 1;
            } else {
                full += 1;
            }
        }
        Pushed::Aside { late, off, away, near: close, full }
    }
}

/// The working days ahead in which nothing moves that is not broken.
const FROZEN: usize = 5;
