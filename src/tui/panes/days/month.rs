//! A month: a row a week, Monday first, with the number of the week.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::period::Period;
use super::{Scale, monday_of, put};
use crate::tui::look::Look;
use crate::tui::widgets::cell;

/// The columns of the numbers of the weeks.
const WEEK: u16 = 4;
const WEEKDAYS: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

fn column_width(width: u16) -> u16 {
    (width.saturating_sub(WEEK) / 7).min(11)
}

/// The weekdays, a row a week, a free row.
pub(super) fn height(day: NaiveDate) -> u16 {
    let month = Scale::Month.period(day);
    let weeks = (monday_of(*month.end()) - monday_of(*month.start())).num_days() / 7 + 1;
    weeks as u16 + 2
}

/// Draws the month of a day.
pub(super) fn draw(look: &Look<'_>, period: &Period, day: NaiveDate, inside: Rect, buf: &mut Buffer) {
    let width = column_width(inside.width);
    let column = |weekday: Weekday| inside.x + WEEK + weekday.num_days_from_monday() as u16 * width;
    for weekday in WEEKDAYS {
        let name = Line::styled(look.words.weekday_short(weekday), look.theme.heading());
        cell::write(buf, (column(weekday) + 1, inside.y), &name, width);
    }
    let Some(first) = period.days.first().map(|cell| monday_of(cell.day)) else { return };
    for cell in &period.days {
        let y = inside.y + 1 + ((monday_of(cell.day) - first).num_days() / 7) as u16;
        let week = cell.day.iso_week().week();
        put(look, &format!("{week:>3}"), look.theme.quiet(), false, (inside.x, y, WEEK), buf);
        let count = if cell.touches > 0 { cell.touches } else { cell.done };
        let count = if count > 0 { count.to_string() } else { String::new() };
        let text = format!(" {:>2} {}{:>3}", cell.day.day(), cell.mark(look), format!("{}{count}", cell.star()));
        let spot = (column(cell.day.weekday()), y, width.saturating_sub(1).max(8));
        let style = if cell.day == look.today { cell.style(look).underlined() } else { cell.style(look) };
        put(look, &text, style, cell.day == day, spot, buf);
    }
}

/// The day at a place of the grid.
pub(super) fn day_at(day: NaiveDate, width: u16, column: u16, y: u16) -> Option<NaiveDate> {
    let (place, week) = (column.checked_sub(WEEK)? / column_width(width).max(1), y.checked_sub(1)?);
    let first = monday_of(*Scale::Month.period(day).start());
    (place < 7).then(|| first + Days::new(u64::from(week * 7 + place)))
}
