//! The days of a period as the grids show them: what each holds, and why nothing is planned on some.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};
use ratatui::style::Style;

use crate::domain::table::Responsible;
use crate::ops::{DayLoad, Loads, OpError, PromiseRow, Workbench};
use crate::tui::look::Look;

/// What the grids show of a day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub day: NaiveDate,
    /// Touches planned, whoever makes them.
    pub touches: u32,
    /// Touches that were logged.
    pub done: u32,
    /// Open promises that are due.
    pub promised: u32,
    /// The account manager's minutes, and those there are.
    pub minutes: u32,
    pub capacity: u32,
    pub free: Option<Free>,
}

/// Why nothing is planned on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Free {
    Weekend,
    Holiday,
    Away,
}

impl Free {
    /// The key of its letter in the locale files; `-about` is its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Weekend => "free-weekend",
            Self::Holiday => "free-holiday",
            Self::Away => "free-away",
        }
    }

    fn of(load: &DayLoad) -> Option<Self> {
        let weekend = matches!(load.day.weekday(), Weekday::Sat | Weekday::Sun);
        match (load.off, load.away) {
            (true, _) if weekend => Some(Self::Weekend),
            (true, _) => Some(Self::Holiday),
            (false, true) => Some(Self::Away),
            (false, false) => None,
        }
    }
}

impl Cell {
    /// A shade for how full the day is.
    pub fn shade(&self) -> char {
        match self.minutes * 4 {
            load if load <= self.capacity => '░',
            load if load <= 2 * self.capacity => '▒',
            load if load <= 3 * self.capacity + self.capacity / 2 => '▓',
            _ => '█',
        }
    }

    /// The letter of a day off, else the shade of one with something to do, or a tick for what was done on it.
    pub fn mark(&self, look: &Look<'_>) -> String {
        match self.free {
            Some(free) => look.words.say(free.name()),
            None if self.touches > 0 => self.shade().to_string(),
            None if self.done > 0 => "✓".to_owned(),
            None => " ".to_owned(),
        }
    }

    /// What says that a promise is due.
    pub fn star(&self) -> &'static str {
        if self.promised > 0 { PROMISED } else { "" }
    }

    pub fn style(&self, look: &Look<'_>) -> Style {
        match self.free {
            Some(Free::Holiday) => look.theme.holiday(),
            Some(_) => look.theme.quiet(),
            None if self.minutes > self.capacity => look.theme.overdue(),
            None => Style::new(),
        }
    }
}

/// The mark of a day on which a promise is due: what begins one in a line of the log.
pub(super) const PROMISED: &str = "*";

/// The days of a period, read together.
pub(super) struct Period {
    pub days: Vec<Cell>,
    /// The open promises that are due in it.
    pub promised: Vec<PromiseRow>,
    pub provisional: bool,
    /// What had to be within which days, in minutes a day, whatever the plan.
    pub bottleneck: Option<(u32, NaiveDate, NaiveDate)>,
}

impl Period {
    pub fn read(bench: &Workbench, range: &RangeInclusive<NaiveDate>) -> Result<Self, OpError> {
        let Loads { days, bottlenecks } = bench.loads(*range.start(), *range.end())?;
        let done = bench.done_between(*range.start(), *range.end())?;
        let promised = bench.promises_between(*range.start(), *range.end())?;
        let mut cells: Vec<Cell> = Vec::new();
        for load in &days {
            if cells.last().is_none_or(|cell| cell.day != load.day) {
                let done = done.get(&load.day).copied().unwrap_or_default();
                let due = promised.iter().filter(|row| row.promise.what.due == load.day).count() as u32;
                cells.push(Cell {
                    day: load.day,
                    touches: 0,
                    done,
                    promised: due,
                    minutes: 0,
                    capacity: 0,
                    free: None,
                });
            }
            let Some(cell) = cells.last_mut() else { continue };
            cell.touches += load.touches;
            if load.who == Responsible::Me {
                (cell.minutes, cell.capacity, cell.free) = (load.minutes, load.capacity, Free::of(load));
            }
        }
        let own = bottlenecks.into_iter().find(|(who, ..)| *who == Responsible::Me);
        Ok(Self {
            days: cells,
            promised,
            provisional: days.iter().any(|day| day.provisional),
            bottleneck: own.map(|(_, minutes, from, to)| (minutes, from, to)),
        })
    }

    pub fn of(&self, day: NaiveDate) -> Option<&Cell> {
        let first = self.days.first()?.day;
        self.days.get(usize::try_from((day - first).num_days()).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shade_grows_with_the_load() {
        let day = NaiveDate::default();
        let shade =
            |touches, minutes| Cell { day, touches, done: 0, promised: 0, minutes, capacity: 240, free: None }.shade();
        let loads = [(1, 0), (1, 60), (2, 61), (4, 120), (5, 121), (9, 210), (9, 211), (9, 400)];
        let shades: String = loads.into_iter().map(|(touches, minutes)| shade(touches, minutes)).collect();
        assert_eq!(shades, "░░▒▒▓▓██");
    }
}
