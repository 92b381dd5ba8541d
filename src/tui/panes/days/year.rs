//! A year: a column a week, a row a weekday, a shade a day, or a star where a promise is due.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::period::{PROMISED, Period};
use super::{Scale, monday_of, put};
use crate::tui::look::Look;
use crate::tui::widgets::cell;

/// The months, seven weekdays, a free row.
pub(super) const HEIGHT: u16 = 9;
/// The columns of the names of the weekdays.
const NAMES: u16 = 5;

/// Draws the year of a day.
pub(super) fn draw(look: &Look<'_>, period: &Period, day: NaiveDate, inside: Rect, buf: &mut Buffer) {
    for (row, weekday) in [Weekday::Mon, Weekday::Wed, Weekday::Fri, Weekday::Sun].into_iter().enumerate() {
        let name = Line::styled(look.words.weekday_short(weekday), look.theme.quiet());
        cell::write(buf, (inside.x + 1, inside.y + 1 + 2 * row as u16), &name, NAMES);
    }
    let Some(first) = period.days.first().map(|cell| monday_of(cell.day)) else { return };
    for cell in &period.days {
        let x = inside.x + NAMES + ((cell.day - first).num_days() / 7) as u16;
        if x >= inside.right() {
            break;
        }
        if cell.day.day() == 1 {
            let month = Line::styled(look.words.month_short(cell.day), look.theme.heading());
            cell::write(buf, (x, inside.y), &month, 3.min(inside.right() - x));
        }
        let y = inside.y + 1 + cell.day.weekday().num_days_from_monday() as u16;
        // Here no count beside the letter of a day off says that something stands on it.
        let mark = match cell {
            _ if cell.promised > 0 => PROMISED.to_owned(),
            _ if cell.touches > 0 => cell.shade().to_string(),
            _ => cell.mark(look),
        };
        put(look, &mark, cell.style(look), cell.day == day, (x, y, 1), buf);
    }
}

/// The day at a place of the grid.
pub(super) fn day_at(day: NaiveDate, column: u16, y: u16) -> Option<NaiveDate> {
    let (week, weekday) = (column.checked_sub(NAMES)?, y.checked_sub(1).filter(|row| *row < 7)?);
    Some(monday_of(*Scale::Year.period(day).start()) + Days::new(u64::from(7 * week + weekday)))
}
