//! Lines to scroll through, once they are there.

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
        self.cursor.press(key);
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
