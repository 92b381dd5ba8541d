//! Asking for the day the calendar is to show.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::{Answer, boxed};
use crate::text::typed::parse_day;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::field::Field;

/// The day that is asked for.
#[derive(Default)]
pub struct ToDay {
    field: Field,
    wrong: bool,
}

impl ToDay {
    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.wrong = false;
        match key.code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Enter => match parse_day(self.field.text(), look.today) {
                Some(day) => return Answer::See(day),
                None => self.wrong = true,
            },
            _ => drop(self.field.press(key)),
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        self.field.insert(text);
    }

    /// Draws it over the panes. Returns where the cursor stands.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Position {
        let words = look.words;
        let inside = boxed(look, body, (58, 4), &words.say("to-day-title"), buf);
        let at = self.field.draw(look, &words.say("follow-up-label"), inside, buf);
        let below = match parse_day(self.field.text(), look.today) {
            _ if self.wrong => Line::styled(words.say("to-day-wrong"), look.theme.error()),
            Some(day) => Line::raw(words.full_day(day)),
            None => Line::default(),
        };
        buf.set_line(inside.x, inside.y + 1, &below, inside.width);
        at
    }
}
