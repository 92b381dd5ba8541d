//! The calendar by week, month or year: how full each day is, and what the selected one holds.

mod month;
mod period;
mod week;
mod year;

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use self::period::Period;
use super::agenda::{Entry, row};
use crate::domain::ids::ClientId;
use crate::ops::{OpError, PromiseRow, Workbench};
use crate::tui::look::{Look, Spot};
use crate::tui::widgets::cell;
use crate::tui::widgets::list::{List, Reach};

/// How much time is in sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Seven columns.
    Week,
    /// Seven columns, a row a week.
    Month,
    /// Seven rows, a column a week.
    Year,
}

impl Scale {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Year];

    /// The key of its name in the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Week => "scale-week",
            Self::Month => "scale-month",
            Self::Year => "scale-year",
        }
    }

    /// The period a day lies in: whole weeks of a month or a year are shown, and the days of others left free.
    fn period(self, day: NaiveDate) -> RangeInclusive<NaiveDate> {
        let on = |month, of| NaiveDate::from_ymd_opt(day.year(), month, of).unwrap_or(day);
        match self {
            Self::Week => {
                let monday = monday_of(day);
                monday..=monday + Days::new(6)
            }
            Self::Month => {
                let first = on(day.month(), 1);
                first..=first + Months::new(1) - Days::new(1)
            }
            Self::Year => on(1, 1)..=on(12, 31),
        }
    }

    /// The same day of another period.
    fn turn(self, day: NaiveDate, by: i32) -> NaiveDate {
        let months = match self {
            Self::Week => return day + TimeDelta::days(7 * i64::from(by)),
            Self::Month => by,
            Self::Year => 12 * by,
        };
        let size = Months::new(months.unsigned_abs());
        if months < 0 { day - size } else { day + size }
    }

    /// How many days the arrows lead on, to the right and down.
    fn steps(self) -> (i64, i64) {
        if self == Self::Year { (7, 1) } else { (1, 7) }
    }

    /// The rows its grid takes.
    fn height(self, day: NaiveDate) -> u16 {
        match self {
            Self::Week => week::HEIGHT,
            Self::Month => month::height(day),
            Self::Year => year::HEIGHT,
        }
    }
}

/// The calendar by week, month or year.
pub struct DaysPane {
    /// How much is in sight.
    pub scale: Scale,
    /// The touches of the selected day.
    pub list: List<Entry>,
    /// Whether the keys go to them and not to the days.
    pub in_list: bool,
    /// The selected day; `None` is today.
    day: Option<NaiveDate>,
    /// The day it is, as the pane was told last.
    pub today: NaiveDate,
    period: Option<Period>,
    /// The same day a period before and a period later, as far as it was read ahead.
    beside: Vec<DaysPane>,
}

impl Default for DaysPane {
    fn default() -> Self {
        let (list, today) = (List::default(), NaiveDate::default());
        Self { scale: Scale::Month, list, in_list: false, day: None, today, period: None, beside: Vec::new() }
    }
}

impl DaysPane {
    /// Forgets what was read, because it may have changed.
    pub fn forget(&mut self) {
        self.period = None;
        self.list.forget();
        self.beside.clear();
    }

    /// The selected day.
    pub fn day(&self) -> NaiveDate {
        self.day.unwrap_or(self.today)
    }

    /// Selects a day; `None` is today.
    pub fn select(&mut self, day: Option<NaiveDate>) {
        self.day = day;
        self.in_list = false;
        self.list.cursor.select(0);
        self.forget();
    }

    /// Moves the selection by so many days to the right and down, within the list by so many rows.
    pub fn step(&mut self, right: i64, down: i64) {
        if self.in_list {
            self.list.cursor.step(down as isize);
            return;
        }
        let (across, below) = self.scale.steps();
        let day = self.day().checked_add_signed(TimeDelta::days(right * across + down * below));
        self.select_within(day);
    }

    /// Turns to another period.
    pub fn turn(&mut self, by: i32) {
        if self.in_list {
            self.list.cursor.page(by as isize);
            return;
        }
        let day = self.scale.turn(self.day(), by);
        match self.beside.iter().position(|other| other.is_of(self.scale, day)) {
            Some(place) => *self = self.beside.swap_remove(place),
            None => self.select(Some(day)),
        }
    }

    fn is_of(&self, scale: Scale, day: NaiveDate) -> bool {
        self.scale == scale && self.day() == day
    }

    /// To the first or the last day of the period.
    pub fn go_to_end(&mut self, last: bool) {
        let period = self.scale.period(self.day());
        self.select_within(Some(if last { *period.end() } else { *period.start() }));
    }

    /// Selects a day, and keeps what was read if it lies in the same period.
    fn select_within(&mut self, day: Option<NaiveDate>) {
        let Some(day) = day else { return };
        let period = self.period.take().filter(|_| self.scale.period(self.day()).contains(&day));
        self.select(Some(day));
        self.period = period;
    }

    /// Shows more or less.
    pub fn zoom(&mut self, scale: Scale) {
        self.scale = scale;
        self.in_list = false;
        self.period = None;
        self.beside.clear();
    }

    /// The client of the selected touch.
    pub fn client(&self) -> Option<ClientId> {
        self.list.selected().map(Entry::client)
    }

    /// The rows above the list: the grid, the selected day, and a free one.
    fn above(&self) -> u16 {
        self.scale.height(self.day()) + 2
    }

    /// Reads what is in sight.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>, inside: Rect) -> Result<(), OpError> {
        self.today = look.today;
        let (day, scale) = (self.day(), self.scale);
        let period = match &mut self.period {
            Some(period) => period,
            none => none.insert(Period::read(bench, &scale.period(day))?),
        };
        let (planned, done) = period.of(day).map_or((0, 0), |cell| (cell.touches as usize, cell.done as usize));
        let promised: Vec<PromiseRow> =
            period.promised.iter().filter(|row| row.promise.what.due == day).cloned().collect();
        let known = done + promised.len();
        let height = usize::from(inside.height.saturating_sub(self.above() + 1));
        self.list.fit(planned + known, (height, 1), Reach::Sight, |skip, limit| {
            let rows = bench.done_on(day)?.into_iter().map(Entry::Done);
            let rows = rows.chain(promised.into_iter().map(Entry::Promised));
            let mut entries: Vec<Entry> = rows.skip(skip).take(limit).collect();
            let open = bench.agenda_of(day, skip.saturating_sub(known), limit - entries.len())?;
            entries.extend(open.into_iter().map(Entry::Planned));
            Ok::<_, OpError>(entries)
        })?;
        self.in_list &= !self.list.cursor.is_empty();
        self.list.write_out(inside.width, |entry| vec![row(look, entry, usize::from(inside.width), 1)]);
        Ok(())
    }

    /// Reads what turning to the period before or the next one would bring into sight.
    pub fn read_ahead(&mut self, bench: &Workbench, look: &Look<'_>, inside: Rect) -> Result<(), OpError> {
        for by in [-1, 1] {
            let day = self.scale.turn(self.day(), by);
            if !self.beside.iter().any(|other| other.is_of(self.scale, day)) {
                let mut other = Self { scale: self.scale, day: Some(day), ..Self::default() };
                other.fit(bench, look, inside)?;
                self.beside.push(other);
            }
        }
        Ok(())
    }

    /// The day drawn at a place, for a click.
    pub fn day_at(&self, inside: Rect, column: u16, y: u16) -> Option<NaiveDate> {
        let (column, y) = (column.checked_sub(inside.x)?, y.checked_sub(inside.y)?);
        let day = match self.scale {
            Scale::Week => week::day_at(self.day(), inside.width, column, y),
            Scale::Month => month::day_at(self.day(), inside.width, column, y),
            Scale::Year => year::day_at(self.day(), column, y),
        };
        day.filter(|day| self.scale.period(self.day()).contains(day))
    }

    /// The place in the list drawn at a row, for a click.
    pub fn item_at(&self, inside: Rect, y: u16) -> Option<usize> {
        self.list.cursor.item_at(usize::from(y.checked_sub(inside.y + self.above())?))
    }

    /// Draws the pane.
    pub fn draw(&self, look: &Look<'_>, spot: &Spot, buf: &mut Buffer) {
        let (inside, words, day) = (spot.inside, look.words, self.day());
        let Some(period) = &self.period else { return };
        let title = match self.scale {
            Scale::Week => {
                let week = self.scale.period(day);
                format!("{} – {}", words.short_day(*week.start()), words.day_with_year(*week.end()))
            }
            Scale::Month => format!("{} {}", words.month_name(day), day.year()),
            Scale::Year => day.year().to_string(),
        };
        let provisional =
            if period.provisional { format!(" · {}", words.say("days-provisional")) } else { String::new() };
        let aside = words.say(self.scale.name());
        look.frame(spot, &format!("3 {} · {title}{provisional}", words.say("pane-calendar")), &aside, buf);
        match self.scale {
            Scale::Week => week::draw(look, period, day, inside, buf),
            Scale::Month => month::draw(look, period, day, inside, buf),
            Scale::Year => year::draw(look, period, day, inside, buf),
        }
        let grid = self.scale.height(day);
        let heading = Line::styled(self.heading(look, period), look.theme.heading());
        cell::write(buf, (inside.x + 1, inside.y + grid), &heading, inside.width.saturating_sub(1));
        let list =
            Rect { y: inside.y + self.above(), height: inside.height.saturating_sub(self.above() + 1), ..inside };
        let selected = self.list.cursor.selected();
        let stands_out = |place, _: &Entry| self.in_list && selected == Some(place);
        self.list.draw(look, list, spot.focused, stands_out, buf);
        if let Some((minutes, from, to)) = period.bottleneck {
            let args = [("minutes", minutes.into()), ("from", words.day(from).into()), ("to", words.day(to).into())];
            let key = if from == to { "days-densest-day" } else { "days-densest" };
            let text = cell::cut(&words.say_with(key, &args), usize::from(inside.width).saturating_sub(2));
            cell::write(buf, (inside.x + 1, inside.bottom().saturating_sub(1)), &Line::raw(text), inside.width);
        }
    }

    /// The selected day in words.
    fn heading(&self, look: &Look<'_>, period: &Period) -> String {
        let words = look.words;
        let day = if self.day() == look.today { words.say("day-today") } else { words.day(self.day()) };
        let Some(cell) = period.of(self.day()) else { return day };
        let args = [("n", cell.touches.into()), ("minutes", cell.minutes.into()), ("of", cell.capacity.into())];
        let done = (cell.done > 0).then(|| words.say_with("days-done", &[("n", cell.done.into())]));
        let free = cell.free.map(|free| words.say(&format!("{}-about", free.name())));
        let promised = (cell.promised > 0).then(|| words.say_with("days-promised", &[("n", cell.promised.into())]));
        let parts = [Some(day), free, Some(words.say_with("days-load", &args)), promised, done];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

fn monday_of(day: NaiveDate) -> NaiveDate {
    day - Days::new(u64::from(day.weekday().num_days_from_monday()))
}

/// Writes a text of a grid, the selected day as a bar.
fn put(look: &Look<'_>, text: &str, style: Style, selected: bool, (x, y, width): (u16, u16, u16), buf: &mut Buffer) {
    let style = if selected { style.patch(look.theme.selected(true)) } else { style };
    cell::write(buf, (x, y), &Line::from(Span::styled(cell::left(text, usize::from(width)), style)), width);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn periods_hold_their_days() {
        let check = |scale: Scale, on, first, last| assert_eq!(scale.period(day(on)), day(first)..=day(last));
        check(Scale::Week, "2026-11-25", "2026-11-23", "2026-11-29");
        check(Scale::Week, "2027-01-01", "2026-12-28", "2027-01-03");
        check(Scale::Month, "2028-02-29", "2028-02-01", "2028-02-29");
        check(Scale::Year, "2026-11-25", "2026-01-01", "2026-12-31");
    }

    #[test]
    fn turning_keeps_the_day_where_there_is_one() {
        assert_eq!(Scale::Month.turn(day("2026-01-31"), 1), day("2026-02-28"));
        assert_eq!(Scale::Year.turn(day("2028-02-29"), -1), day("2027-02-28"));
        assert_eq!(Scale::Week.turn(day("2026-11-25"), -1), day("2026-11-18"));
    }
}
