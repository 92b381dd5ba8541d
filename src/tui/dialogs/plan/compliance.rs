//! How each row of the table was kept in a month, a quarter, half a year or a year.

use chrono::{NaiveDate, TimeDelta};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::calendar::{self, Period};
use crate::ops::Kept;
use crate::tui::dialogs::Answer;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::worker::Job;

/// The width of the share.
const SHARE: usize = 7;

/// A period, and how the rows were kept in it; `None` while that is being worked out.
pub(super) struct Compliance {
    of: calendar::Span,
    kept: Option<Vec<Kept>>,
    cursor: Cursor,
}

impl Compliance {
    /// The quarter of a day.
    pub(super) fn of(today: NaiveDate) -> Self {
        Self { of: Period::Quarter.of(today), kept: None, cursor: Cursor::default() }
    }

    /// Asks for what is shown.
    pub(super) fn ask(&mut self) -> Answer {
        self.kept = None;
        Answer::Start(Job::Compliance(self.of.first(), self.of.last()))
    }

    pub(super) fn press(&mut self, key: Key) -> Answer {
        match key.on_english_layout().code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Char('[') | KeyCode::Left => self.of = self.of.period.of(self.of.first() - TimeDelta::days(1)),
            KeyCode::Char(']') | KeyCode::Right => self.of = self.of.next(),
            KeyCode::Char('v') => {
                let place = Period::ALL.iter().position(|period| *period == self.of.period).unwrap_or(0);
                self.of = Period::ALL[(place + 1) % Period::ALL.len()].of(self.of.first());
            }
            _ => {
                self.cursor.press(key);
                return Answer::Stay;
            }
        }
        self.ask()
    }

    /// Shows how the rows were kept, unless another period was turned to meanwhile.
    pub(super) fn show(&mut self, (first, last): (NaiveDate, NaiveDate), kept: Vec<Kept>) {
        if (first, last) == (self.of.first(), self.of.last()) {
            self.kept = Some(kept);
        }
    }

    pub(super) fn fit(&mut self, height: usize) {
        self.cursor.fit(self.kept.as_ref().map_or(0, Vec::len), height.saturating_sub(2), 2);
    }

    pub(super) fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let words = look.words;
        let days = format!("{} – {}", words.short_day(self.of.first()), words.day_with_year(self.of.last()));
        let title = format!("{} · {days}", words.say(&format!("period-{}", self.of.period.name())));
        cell::write(buf, (area.x + 1, area.y), &Line::styled(title, look.theme.heading()), area.width);
        let list = Rect { y: area.y + 2, height: area.height.saturating_sub(2), ..area };
        let Some(kept) = &self.kept else {
            look.empty(list, &words.say("table-asked"), buf);
            return;
        };
        let room = usize::from(list.width).saturating_sub(1);
        let shown = self.cursor.window().filter_map(|place| Some((place, kept.get(place)?)));
        for (y, (place, kept)) in (list.y..list.bottom().saturating_sub(1)).step_by(2).zip(shown) {
            let share = kept.share().map_or_else(|| "—".to_owned(), |share| words.share(share));
            let title = cell::cut(&words.rule_title(&kept.rule), room - SHARE);
            let row = [Span::raw(cell::left(&title, room - SHARE)), Span::raw(cell::right(&share, SHARE))];
            look.row(Rect { y, height: 1, ..list }, &row, self.cursor.selected() == Some(place), true, buf);
            let counts = format!("  {}", words.message(&kept.message()));
            cell::write(buf, (list.x + 1, y + 1), &Line::raw(cell::cut(&counts, room)), list.width);
        }
    }
}
