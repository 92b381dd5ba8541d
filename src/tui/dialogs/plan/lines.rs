//! Lines to scroll through, once they are there.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;

/// Lines to scroll through; `None` while they are being worked out.
#[derive(Default)]
pub(super) struct Lines {
    lines: Option<Vec<String>>,
    cursor: Cursor,
}

impl Lines {
    pub(super) fn of(lines: Vec<String>) -> Self {
        Self { lines: Some(lines), cursor: Cursor::default() }
    }

    /// Whether they have been worked out.
    pub(super) fn is_there(&self) -> bool {
        self.lines.is_some()
    }

    /// Moves the selection.
    pub(super) fn press(&mut self, key: Key) {
        scroll(&mut self.cursor, key);
    }

    pub(super) fn fit(&mut self, height: usize) {
        self.cursor.fit(self.lines.as_ref().map_or(0, Vec::len), height, 1);
    }

    pub(super) fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let Some(lines) = &self.lines else {
            look.empty(area, &look.words.say("table-asked"), buf);
            return;
        };
        let shown = self.cursor.window().filter_map(|place| Some((place, lines.get(place)?)));
        for (y, (place, line)) in (area.y..area.bottom()).zip(shown) {
            let text = Span::raw(cell::cut(line, usize::from(area.width).saturating_sub(1)));
            look.row(Rect { y, height: 1, ..area }, &[text], self.cursor.selected() == Some(place), true, buf);
        }
    }
}

/// Moves a selection by the keys that move in every list. False for another key.
pub(super) fn scroll(cursor: &mut Cursor, key: Key) -> bool {
    match key.on_english_layout().code {
        KeyCode::Up | KeyCode::Char('k') => cursor.step(-1),
        KeyCode::Down | KeyCode::Char('j') => cursor.step(1),
        KeyCode::PageUp => cursor.page(-1),
        KeyCode::PageDown => cursor.page(1),
        KeyCode::Home => cursor.step(isize::MIN / 2),
        KeyCode::End => cursor.step(isize::MAX / 2),
        _ => return false,
    };
    true
}
