//! Which day of its window a touch gets: the nearest to its own that stays below the level and leaves the client in peace.

use super::arrange::CAP;
use super::board::{Board, NOWHERE, Nature, QUIET, Task};
use super::plan::NoDay;
use super::why::Pushed;

/// The days beyond the board, on either side, that touches at its edges are near to.
const MARGIN: usize = 2 * QUIET as usize;

/// How near a touch may come to others of the same client.
#[derive(Clone, Copy)]
pub(super) struct Manners {
    /// Whether two occasions keep their distance too.
    strict: bool,
    /// The days between it and the next of the same rule.
    gap: i16,
}

impl Board {
    /// Keeps other touches of the clients away from what took place.
    pub(super) fn mark_facts(&mut self) {
        self.near = vec![0; self.owners.len() * self.row()];
        for at in 0..self.tasks.len() {
            if let Some(day) = self.stands(at) {
                self.around(self.tasks[at].owner, day).iter_mut().for_each(|near| *near += 1);
            }
        }
    }

    /// How many days [`near`](Self::near) has of each client: some on either side of the board, for touches at its edges.
    fn row(&self) -> usize {
        self.worked.len() + 2 * MARGIN
    }

    /// How many touches of a client stand too near to a day.
    fn near(&self, owner: u32, day: i16) -> u16 {
        self.near[owner as usize * self.row() + MARGIN + day as usize]
    }

    /// The days that are too near to one on which a touch of a client stands.
    fn around(&mut self, owner: u32, day: i16) -> &mut [u16] {
        if !(-QUIET..=self.end + QUIET).contains(&day) {
            return &mut [];
        }
        let first = owner as usize * self.row() + (MARGIN as i16 - QUIET + 1 + day) as usize;
        &mut self.near[first..][..2 * QUIET as usize - 1]
    }

    /// Whether nothing else of the client stands too near to that day.
    #[inline]
    pub(super) fn quiet(&self, at: usize, day: i16, manners: Manners) -> bool {
        let alone = self.near(self.tasks[at].owner, day) == u16::from(self.stands_near(at, day, QUIET));
        (alone || !manners.strict && self.is_among_occasions(at, day))
            && (manners.gap == 0 || self.keeps_gap(at, day, manners.gap))
    }

    fn stands_near(&self, at: usize, day: i16, apart: i16) -> bool {
        self.days[at].abs_diff(day) < apart.unsigned_abs()
    }

    /// Whether it is an occasion and only such stand near to a day: one does not disturb another.
    fn is_among_occasions(&self, at: usize, day: i16) -> bool {
        let flexible = |at: usize| self.tasks[at].nature == Nature::Flexible;
        let mut others = self.owners[self.tasks[at].owner as usize].clone();
        !flexible(at) && others.all(|other| !flexible(other) || !self.stands_near(other, day, QUIET))
    }

    /// Whether the others of the same rule stand so many days away from a day.
    fn keeps_gap(&self, at: usize, day: i16, gap: i16) -> bool {
        let (first, end) = self.tasks[at].row;
        (first as usize..end as usize).all(|other| other == at || !self.stands_near(other, day, gap))
    }

    fn there(&self, task: &Task, day: i16) -> bool {
        self.people[usize::from(task.who)].there[day as usize]
    }

    /// The day of the window nearest to the ideal one on which the load stays below `most`.
    pub(super) fn nearest(&self, at: usize, window: (i16, i16), most: u32, manners: Manners) -> Option<i16> {
        self.nearest_below(at, window, (most, most), manners)
    }

    /// The day of the window nearest to the ideal one on which the load stays below the first of two levels, or where
    /// there is none below the second.
    pub(super) fn nearest_below(
        &self,
        at: usize,
        window: (i16, i16),
        (most, at_worst): (u32, u32),
        manners: Manners,
    ) -> Option<i16> {
        let task = &self.tasks[at];
        let person = &self.people[usize::from(task.who)];
        let (room, room_at_worst) = (most.checked_sub(task.minutes), at_worst.checked_sub(task.minutes)?);
        let (load, there) = (&person.load[..], &person.there[..person.load.len()]);
        let mut second = None;
        outward(task.ideal, window, |day| {
            if load[day] > room_at_worst || !there[day] {
                return false;
            }
            let well = Some(load[day]) <= room;
            let fits = (well || second.is_none()) && self.quiet(at, day as i16, manners);
            if fits && !well {
                second = Some(day as i16);
            }
            fits && well
        })
        .or(second)
    }

    /// The day nearest to the ideal one, of those it should have or else of all it may have, on which the load stays below
    /// `most` and the client is left in peace.
    pub(super) fn nearest_of_all(&self, at: usize, most: u32) -> Option<i16> {
        let task = &self.tasks[at];
        let polite = Self::polite(task);
        self.nearest(at, task.preferred, most, polite).or_else(|| self.nearest(at, task.hard, most, polite))
    }

    /// The least loaded day of the window.
    fn least(&self, at: usize, (first, last): (i16, i16), manners: Manners) -> Option<i16> {
        let task = &self.tasks[at];
        // Occasions may fill a day beyond its minutes, nothing else.
        let most = if task.nature == Nature::Flexible { self.people[usize::from(task.who)].minutes } else { u32::MAX };
        let person = &self.people[usize::from(task.who)];
        let mut best = None;
        for day in first..=last {
            let load = person.load[day as usize];
            let rank = (load, (day - task.ideal).abs());
            let better = best.is_none_or(|(least, _)| rank < least);
            if better && person.there[day as usize] && load + task.minutes <= most && self.quiet(at, day, manners) {
                best = Some((rank, day));
            }
        }
        best.map(|(_, day)| day)
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
        // Filled further than the level at first: what is too much is shaved off where the whole is known, and the others stand
        // nearer to their own days than if each had kept to the level.
        let most = self.people[usize::from(task.who)].level * CAP / 100;
        let strict = Self::polite(&task);
        let least = |window, manners| self.least(at, window, manners);
        let day = self.nearest_of_all(at, most).or_else(|| {
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
        if self.chains && self.make_room_beside(at, strict) {
            return true;
        }
        if let Some(day) = self.least(at, task.hard, closer) {
            self.put_back(at, (day, Pushed::Closer));
            return true;
        }
        self.tasks[at].no_day = Some(NoDay::Crowded);
        false
    }

    /// Moves one flexible touch of the same client, so that this one finds a quiet day.
    fn make_room_beside(&mut self, at: usize, manners: Manners) -> bool {
        let task = self.tasks[at];
        for other in self.owners[task.owner as usize].clone() {
            let moved = self.tasks[other];
            let stands = self.stands(other);
            if moved.nature != Nature::Flexible || stands.is_none() || moved.before == stands {
                continue;
            }
            let back = self.take(other);
            if let Some(day) = self.least(at, task.hard, manners) {
                self.put(at, day);
                let person = &self.people[usize::from(moved.who)];
                let polite = Self::polite(&moved);
                let next = self.nearest(other, moved.hard, person.level, polite);
                if let Some(next) =
                    next.or_else(|| if person.limited { None } else { self.least(other, moved.hard, polite) })
                {
                    self.put(other, next);
                    return true;
                }
                self.take(at);
            }
            self.put_as(other, back);
        }
        false
    }

    /// Whether a touch may be moved for the sake of others: not what had its day before and comes within a week.
    pub(super) fn may_move(&self, at: usize) -> bool {
        let task = &self.tasks[at];
        let frozen = task.before == self.stands(at) && task.before.is_some_and(|day| self.is_near(day));
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
        (task.no_day, task.told) = (None, pushed.is_some());
        task.pushed = pushed.unwrap_or(Pushed::Own);
        self.days[at] = day;
        let owner = task.owner;
        let person = &mut self.people[usize::from(task.who)];
        if let Some(load) = usize::try_from(day).ok().and_then(|day| person.load.get_mut(day)) {
            *load += task.minutes;
            person.on[day as usize].push(at as u32);
        }
        self.around(owner, day).iter_mut().for_each(|near| *near += 1);
    }

    /// Takes a touch off its day; what comes of it puts it back as it was.
    pub(super) fn take(&mut self, at: usize) -> (i16, Option<Pushed>) {
        let task = &mut self.tasks[at];
        let pushed = task.told.then_some(task.pushed);
        let day = std::mem::replace(&mut self.days[at], NOWHERE);
        let owner = task.owner;
        let person = &mut self.people[usize::from(task.who)];
        if let Some(load) = usize::try_from(day).ok().and_then(|day| person.load.get_mut(day)) {
            *load -= task.minutes;
            let on = &mut person.on[day as usize];
            if let Some(place) = on.iter().position(|other| *other == at as u32) {
                on.swap_remove(place);
            }
        }
        self.around(owner, day).iter_mut().for_each(|near| *near -= 1);
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
            } else if !self.quiet(at, nearer, Self::polite(task)) {
                close += 1;
            } else {
                full += 1;
            }
        }
        Pushed::Aside { late, off, away, near: close, full }
    }
}

/// The day of a window nearest to one day that is found to fit; of two as near the earlier. The one day may lie on either
/// side of the window.
#[inline]
fn outward(ideal: i16, (first, last): (i16, i16), mut fits: impl FnMut(usize) -> bool) -> Option<i16> {
    let [ideal, first, last] = [ideal, first, last].map(isize::from);
    let mut fits = |day: &isize| fits(*day as usize);
    // So far the window reaches on both sides.
    let end = (ideal - first).min(last - ideal).max(-1) + 1;
    let both =
        (0..end).find_map(|off| Some(ideal - off).filter(&mut fits).or_else(|| Some(ideal + off).filter(&mut fits)));
    let rest = || (first..=(ideal - end).min(last)).rev().chain((ideal + end).max(first)..=last).find(fits);
    both.or_else(rest).map(|day| day as i16)
}

/// The working days ahead in which nothing moves that is not broken.
const FROZEN: usize = 5;
