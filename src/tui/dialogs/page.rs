//! A page to read over the panes: the evidence for an alert, or how the alerts did. What can be done with the client can be
//! done from here.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::{Answer, boxed};
use crate::text::shown::shown;
use crate::tui::action::Action;
use crate::tui::input::Key;
use crate::tui::keymap::{action_of, binding_of};
use crate::tui::look::Look;
use crate::tui::widgets::cell;

/// The width of a page with its border.
const WIDTH: u16 = 100;

/// A page of lines.
pub struct Page {
    title: String,
    lines: Vec<String>,
    first: usize,
}

impl Page {
    /// Opens a page at its beginning.
    pub fn open(title: String, lines: Vec<String>) -> Self {
        Self { title, lines, first: 0 }
    }

    /// What it is about.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// How many columns and rows of a page are in sight at once.
    pub fn room(body: Rect) -> (usize, usize) {
        (usize::from(body.width.min(WIDTH)).saturating_sub(4), usize::from(body.height).saturating_sub(2))
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        match key.code {
            KeyCode::Esc | KeyCode::Enter => Answer::Close,
            KeyCode::Up => self.scroll(-1),
            KeyCode::Down => self.scroll(1),
            KeyCode::PageUp => self.scroll(-10),
            KeyCode::PageDown => self.scroll(10),
            _ => action_of(key)
                .filter(|action| {
                    *action == Action::ShowThresholds || binding_of(*action).is_some_and(|binding| binding.needs_client)
                })
                .map_or(Answer::Stay, Answer::Run),
        }
    }

    fn scroll(&mut self, by: isize) -> Answer {
        self.first = self.first.saturating_add_signed(by).min(self.lines.len().saturating_sub(1));
        Answer::Stay
    }

    /// Draws the page.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) {
        let inside = boxed(look, body, (WIDTH, body.height), &self.title, buf);
        let width = usize::from(inside.width);
        // What fits keeps its columns.
        let mut wrapped = self.lines[self.first..]
            .iter()
            .map(|line| shown(line))
            .flat_map(|line| if line.width() <= width { vec![line] } else { cell::wrap(&line, width) });
        for (y, line) in (inside.y..inside.bottom()).zip(&mut wrapped) {
            buf.set_line(inside.x, y, &Line::raw(line), inside.width);
        }
        if self.first > 0 {
            buf.set_string(inside.right(), inside.y, "↑", look.theme.key());
        }
        if wrapped.next().is_some() {
            buf.set_string(inside.right(), inside.bottom().saturating_sub(1), "↓", look.theme.key());
        }
    }
}
