//! Where not everything fits: no day holds more than its minutes, and those touches are kept that matter most. For touches
//! of one length what is kept is worth as much as anything that could be (greedy by worth over a transversal matroid: a
//! touch is taken whenever others can be moved along a chain of days to make room for it).

use std::collections::VecDeque;

use super::board::{Board, Nature};
use super::plan::NoDay;

/// The days a chain may lead over before it is given up.
const REACH: usize = 64;

impl Board {
    /// Notes on which days nothing fits any more, so that what has only such days need not be tried.
    pub(super) fn shut_full_days(&mut self) {
        let chains = self.chains;
        for person in &mut self.people {
            for (day, shut) in person.shut.iter_mut().enumerate() {
                let room = person.minutes.saturating_sub(person.load[day]);
                *shut = match person.there[day] {
                    true if chains => u32::MAX,
                    true => room + 1,
                    false => 0,
                };
            }
        }
    }

    /// Puts a touch on the nearest day with room, or makes room along a chain of days. False if there is none.
    pub(super) fn place_in_room(&mut self, at: usize) -> bool {
        let task = self.tasks[at];
        let limit = self.people[usize::from(task.who)].minutes;
        let shut = |day: i16| self.people[usize::from(task.who)].shut[day as usize] <= task.minutes;
        if (task.hard.0..=task.hard.1).all(shut) {
            self.tasks[at].no_day = Some(NoDay::Full);
            return false;
        }
        if let Some(day) = self.nearest_of_all(at, limit) {
            self.put(at, day);
            return true;
        }
        if self.chains && self.make_room(at, limit) {
            return true;
        }
        self.tasks[at].no_day = Some(NoDay::Full);
        false
    }

    /// Moves touches along the shortest chain of days that ends on a day with room. A chain that leads nowhere shuts the
    /// days it went over: none of them can be freed of so many minutes later either, as nothing on them is ever taken away.
    fn make_room(&mut self, at: usize, limit: u32) -> bool {
        let task = self.tasks[at];
        let who = usize::from(task.who);
        let polite = Self::polite(&task);
        // For each day reached, the touch that would come to it.
        let mut comes: Vec<Option<usize>> = vec![None; self.worked.len()];
        let mut queue = VecDeque::new();
        for day in task.hard.0..=task.hard.1 {
            let person = &self.people[who];
            if person.there[day as usize]
                && person.shut[day as usize] > task.minutes
                && task.minutes <= limit
                && self.quiet(at, day, polite)
            {
                comes[day as usize] = Some(at);
                queue.push_back(day);
            }
        }
        let mut gone_over = Vec::new();
        while let Some(day) = queue.pop_front() {
            let Some(comer) = comes[day as usize] else { continue };
            let minutes = self.tasks[comer].minutes;
            if self.people[who].load[day as usize] + minutes <= limit {
                return self.shift_along(at, day, &comes);
            }
            gone_over.push(day);
            if gone_over.len() > REACH {
                break;
            }
            for place in 0..self.people[who].on[day as usize].len() {
                let other = self.people[who].on[day as usize][place] as usize;
                let moved = self.tasks[other];
                let frees = self.people[who].load[day as usize] - moved.minutes + minutes <= limit;
                if !frees || moved.before.is_some() || moved.nature < Nature::Fixed {
                    continue;
                }
                for next in moved.hard.0..=moved.hard.1 {
                    let person = &self.people[who];
                    if comes[next as usize].is_some() || !person.there[next as usize] {
                        continue;
                    }
                    if self.quiet(other, next, Self::polite(&moved)) {
                        comes[next as usize] = Some(other);
                        queue.push_back(next);
                    }
                }
            }
        }
        for day in gone_over {
            let shut = &mut self.people[who].shut[day as usize];
            *shut = (*shut).min(task.minutes);
        }
        false
    }

    /// Moves the touches of a chain, the last one first. False, and nothing moved, if two of one client would meet.
    fn shift_along(&mut self, at: usize, last: i16, comes: &[Option<usize>]) -> bool {
        let mut day = last;
        let mut undo = Vec::new();
        while let Some(comer) = comes[day as usize] {
            let from = self.stands(comer);
            let task = self.tasks[comer];
            if !self.quiet(comer, day, Self::polite(&task)) {
                for (moved, back) in undo.into_iter().rev() {
                    self.take(moved);
                    self.put_as(moved, back);
                }
                return false;
            }
            if from.is_some() {
                undo.push((comer, self.take(comer)));
            }
            self.put(comer, day);
            match from {
                Some(freed) if comer != at => day = freed,
                _ => return true,
            }
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::super::arrange::Pushing;
    use super::super::board::{Board, NOWHERE, Person, Task};
    use super::super::bound::{Bound, density};
    use super::super::why::Pushed;
    use super::*;

    #[derive(Deserialize)]
    struct Vectors {
        instances: Vec<Instance>,
    }

    #[derive(Deserialize)]
    struct Instance {
        workdays: String,
        jobs: Vec<(i16, i16, i64)>,
        min_peak: u32,
        cap: u32,
        max_scheduled_at_cap: usize,
        max_priority_at_cap: i64,
    }

    impl Instance {
        fn worked(&self) -> Vec<bool> {
            self.workdays.bytes().map(|day| day == b'1').collect()
        }

        /// The days given out to touches of one minute, of which a day holds no more than `minutes`.
        fn arranged(&self, minutes: u32) -> Board {
            let worked = self.worked();
            let task = |(place, &(first, last, value)): (usize, &(i16, i16, i64))| Task {
                owner: place as u32,
                place: 0,
                who: 0,
                nature: Nature::Flexible,
                minutes: 1,
                rule: 0,
                row: (place as u32, place as u32 + 1),
                gap: 0,
                own: first,
                ideal: first,
                preferred: (first, last),
                hard: (first, last),
                value,
                tie: place as u64,
                before: None,
                pushed: Pushed::Own,
                told: true,
                no_day: None,
            };
            let mut board = Board {
                today: chrono::NaiveDate::MIN,
                from: chrono::Datelike::num_days_from_ce(&chrono::NaiveDate::MIN),
                until: chrono::NaiveDate::MAX,
                end: worked.len() as i16 - 1,
                people: vec![Person {
                    there: worked.clone(),
                    load: vec![0; worked.len()],
                    on: vec![Vec::new(); worked.len()],
                    minutes,
                    level: 0,
                    stood: 0,
                    limited: false,
                    bound: Bound::default(),
                    shut: vec![u32::MAX; worked.len()],
                }],
                worked,
                tasks: self.jobs.iter().enumerate().map(task).collect(),
                days: vec![NOWHERE; self.jobs.len()],
                near: Vec::new(),
                owners: (0..self.jobs.len()).map(|place| place..place + 1).collect(),
                beside_others: false,
                chains: true,
            };
            board.arrange(Pushing::OffFullDays);
            board
        }
    }

    fn instances() -> Vec<Instance> {
        let text = include_str!("../../../tests/data/calendar/capacity.json");
        serde_json::from_str::<Vectors>(text).unwrap().instances
    }

    #[test]
    fn the_bound_is_the_least_peak() {
        let instances = instances();
        assert_eq!(instances.len(), 40);
        let mut near = 0;
        for (place, instance) in instances.iter().enumerate() {
            let windows = instance.jobs.iter().map(|(first, last, _)| (*first as usize, *last as usize, 1));
            assert_eq!(density(&instance.worked(), windows).level, instance.min_peak, "instance {place}");
            let peak = instance.arranged(1_000).people[0].load.iter().copied().max().unwrap_or(0);
            near += usize::from(peak <= instance.min_peak + 1);
        }
        assert!(near * 10 >= instances.len() * 9, "the fullest day is near the bound in {near} of {}", instances.len());
    }

    #[test]
    fn where_not_everything_fits_what_matters_most_is_kept() {
        for (place, instance) in instances().iter().enumerate() {
            let board = instance.arranged(instance.cap);
            let kept = board.tasks.iter().zip(&board.days).filter(|(_, day)| **day != NOWHERE);
            let found = (kept.clone().count(), kept.map(|(task, _)| task.value).sum::<i64>());
            assert_eq!(found, (instance.max_scheduled_at_cap, instance.max_priority_at_cap), "instance {place}");
            assert!(board.people[0].load.iter().all(|load| *load <= instance.cap));
        }
    }
}
