//! Leaving a touch out of the calendar, with the reason.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{Answer, boxed};
use crate::ops::{Receipt, Workbench};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::field::Field;

/// A touch that is to be left out.
pub struct Skip {
    key: String,
    name: String,
    field: Field,
    wrong: Option<String>,
}

impl Skip {
    /// Asks why the touch of that key with a client is left out.
    pub fn open(key: String, name: String) -> Self {
        Self { key, name, field: Field::default(), wrong: None }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        match key.code {
            KeyCode::Enter => return Answer::Save,
            KeyCode::Esc => return Answer::Close,
            _ => drop(self.field.press(key)),
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        self.field.insert(text);
    }

    /// Leaves the touch out. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let done = bench.skip(&self.key, self.field.text());
        done.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Draws it over the panes. Returns where the cursor stands.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Position {
        let words = look.words;
        let title = words.say_with("skip-title", &[("client", self.name.as_str().into())]);
        let inside = boxed(look, body, (70, 4), &title, buf);
        let at = self.field.draw(look, &words.say("skip-label"), inside, buf);
        if let Some(wrong) = &self.wrong {
            let wrong = cell::cut(wrong, usize::from(inside.width));
            buf.set_line(inside.x, inside.y + 1, &Line::styled(wrong, look.theme.error()), inside.width);
        }
        at
    }
}
