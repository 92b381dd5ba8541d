//! A week: a column a day, with its load in figures.

use chrono::{Days, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::period::{PROMISED, Period};
use super::{monday_of, put};
use crate::tui::look::Look;

/// The weekday, the load, the minutes, the touches done, the promises due, a free row.
pub(super) const HEIGHT: u16 = 6;

fn column_width(width: u16) -> u16 {
    width.saturating_sub(1) / 7
}

/// Draws the week of a day.
pub(super) fn draw(look: &Look<'_>, period: &Period, day: NaiveDate, inside: Rect, buf: &mut Buffer) {
    let words = look.words;
    let width = column_width(inside.width);
    for (place, cell) in period.days.iter().enumerate() {
        let x = inside.x + 1 + place as u16 * width;
        let selected = cell.day == day;
        let minutes = words.say_with("days-minutes", &[("n", cell.minutes.into())]);
        let done = if cell.done > 0 { format!("✓ {}", cell.done) } else { String::new() };
        let rows = [
            words.day_of_week(cell.day),
            format!("{} {}", cell.mark(look), number(cell.touches)),
            if cell.touches > 0 { minutes } else { String::new() },
            done,
            if cell.promised > 0 { format!("{PROMISED} {}", cell.promised) } else { String::new() },
        ];
        for (row, text) in rows.into_iter().enumerate() {
            let style = if row == 0 { look.theme.heading() } else { cell.style(look) };
            put(look, &text, style, selected, (x, inside.y + row as u16, width.saturating_sub(1)), buf);
        }
    }
}

fn number(n: u32) -> String {
    if n == 0 { String::new() } else { n.to_string() }
}

/// The day at a place of the grid.
pub(super) fn day_at(day: NaiveDate, width: u16, column: u16, y: u16) -> Option<NaiveDate> {
    let place = column.checked_sub(1)? / column_width(width).max(1);
    (y < HEIGHT && place < 7).then(|| monday_of(day) + Days::new(u64::from(place)))
}
