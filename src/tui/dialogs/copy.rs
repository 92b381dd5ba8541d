//! Copying a telephone number or an address of a client's people: which of them, one digit away.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::person::Channel;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;

/// The width of the column of names.
const NAME: usize = 28;

/// The numbers and addresses of a client, each with the name of whose it is.
pub struct Copy {
    ways: Vec<(String, Channel)>,
    cursor: Cursor,
}

impl Copy {
    /// Asks which of several.
    pub fn open(ways: Vec<(String, Channel)>) -> Self {
        let mut cursor = Cursor::default();
        cursor.fit(ways.len(), ways.len(), 1);
        Self { ways, cursor }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        match key.code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Up => drop(self.cursor.step(-1)),
            KeyCode::Down => drop(self.cursor.step(1)),
            KeyCode::Enter => return self.copy(self.cursor.selected()),
            KeyCode::Char(digit @ '1'..='9') => return self.copy(Some(digit as usize - '1' as usize)),
            _ => {}
        }
        Answer::Stay
    }

    fn copy(&self, place: Option<usize>) -> Answer {
        let way = place.and_then(|place| self.ways.get(place));
        way.map_or(Answer::Stay, |(name, channel)| Answer::Copy { name: name.clone(), text: channel.value.clone() })
    }

    /// Draws it over the panes.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) {
        let words = look.words;
        let shown = self.ways.len().min(usize::from(body.height).saturating_sub(4));
        let first = (self.cursor.selected().unwrap_or(0) + 1).saturating_sub(shown);
        let inside = boxed(look, body, (76, shown as u16 + 4), &words.say("copy-title"), buf);
        for (place, (name, channel)) in self.ways.iter().enumerate().skip(first).take(shown) {
            let number = if place < 9 { format!("{} ", place + 1) } else { "  ".to_owned() };
            let name = cell::left(&cell::cut(&words.name(name), NAME - 1), NAME);
            let value = cell::cut(&words.private(&channel.shown()), usize::from(inside.width).saturating_sub(NAME + 3));
            let line = Rect { y: inside.y + (place - first) as u16, height: 1, ..inside };
            let row = [Span::styled(number, look.theme.key()), Span::raw(name), Span::raw(value)];
            look.row(line, &row, self.cursor.selected() == Some(place), true, buf);
        }
        let keys = words.say_with("copy-keys", &[("n", self.ways.len().min(9).into())]);
        let keys = Line::raw(cell::cut(&keys, usize::from(inside.width)));
        buf.set_line(inside.x, inside.y + shown as u16 + 1, &keys, inside.width);
    }
}
