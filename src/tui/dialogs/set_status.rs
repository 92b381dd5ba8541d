//! Saying where a client stands, whatever its orders tell: which status, one digit away, and a word why.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::ids::ClientId;
use crate::domain::status::Status;
use crate::ops::{Receipt, Workbench};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// What can be chosen: what a person may say, and what the orders tell.
const CHOICES: usize = Status::BY_HAND.len() + 1;

/// The choice of a status.
pub struct SetStatus {
    client: ClientId,
    name: String,
    cursor: Cursor,
    /// The word why, once a status is chosen.
    why: Option<Field>,
    wrong: Option<String>,
}

impl SetStatus {
    /// Asks where a client stands.
    pub fn open(client: ClientId, name: String) -> Self {
        let mut cursor = Cursor::default();
        cursor.fit(CHOICES, CHOICES, 1);
        Self { client, name, cursor, why: None, wrong: None }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        match (key.code, &mut self.why) {
            (KeyCode::Enter, Some(_)) => return Answer::Save,
            (KeyCode::Esc, Some(_)) => self.why = None,
            (_, Some(why)) => drop(why.press(key)),
            (KeyCode::Esc, None) => return Answer::Close,
            (KeyCode::Up, None) => drop(self.cursor.step(-1)),
            (KeyCode::Down, None) => drop(self.cursor.step(1)),
            (KeyCode::Enter, None) => self.why = Some(Field::default()),
            (KeyCode::Char(digit @ '1'..='9'), None) if (digit as usize - '1' as usize) < CHOICES => {
                self.cursor.select(digit as usize - '1' as usize);
                self.why = Some(Field::default());
            }
            _ => {}
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Some(why) = &mut self.why {
            why.insert(text);
        }
    }

    /// Sets the status. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let status = self.cursor.selected().and_then(|place| Status::BY_HAND.get(place)).copied();
        let set = bench.set_status(self.client, status, self.why.as_ref()?.text());
        set.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Draws it over the panes. Returns where the cursor stands, once it is asked why.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let title = words.say_with("set-status-title", &[("client", self.name.as_str().into())]);
        let inside = boxed(look, body, (70, CHOICES as u16 + 6), &cell::cut(&title, 64), buf);
        for place in 0..CHOICES {
            let name =
                Status::BY_HAND.get(place).map_or_else(|| words.say("status-by-orders"), |one| words.status(*one));
            let row = [Span::styled(format!("{} ", place + 1), look.theme.key()), Span::raw(name)];
            let line = Rect { y: inside.y + place as u16, height: 1, ..inside };
            look.row(line, &row, self.cursor.selected() == Some(place), self.why.is_none(), buf);
        }
        let (y, width) = (inside.y + CHOICES as u16 + 2, usize::from(inside.width));
        if let Ok(rule) = look.bench.regular_rule() {
            let rule = cell::cut(&words.message(&rule.message()), width);
            buf.set_line(inside.x, y - 1, &Line::raw(rule), inside.width);
        }
        let Some(why) = &self.why else {
            buf.set_line(inside.x, y, &Line::raw(cell::cut(&words.say("set-status-keys"), width)), inside.width);
            return None;
        };
        let at = why.draw(look, &words.say("skip-label"), Rect { y, ..inside }, buf);
        let below = match &self.wrong {
            Some(wrong) => Line::styled(cell::cut(wrong, width), look.theme.error()),
            None => Line::raw(cell::cut(&words.say("set-status-keys-why"), width)),
        };
        buf.set_line(inside.x, y + 1, &below, inside.width);
        Some(at)
    }
}
