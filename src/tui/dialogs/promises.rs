//! Ending a promise: which of a client's open ones, one digit away; and of one that was not kept, a word why.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Answer, boxed};
use crate::domain::promise::PromiseEnd;
use crate::ops::{PromiseRow, Receipt, Workbench};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// The open promises of a client, one of which ends.
pub struct Promises {
    rows: Vec<PromiseRow>,
    cursor: Cursor,
    how: PromiseEnd,
    /// Whether one is chosen, so that it is asked why.
    chosen: bool,
    why: Field,
    wrong: Option<String>,
}

impl Promises {
    /// Asks which of them was kept.
    pub fn keep(rows: Vec<PromiseRow>) -> Self {
        let mut cursor = Cursor::default();
        cursor.fit(rows.len(), rows.len(), 1);
        Self { rows, cursor, how: PromiseEnd::Kept, chosen: false, why: Field::default(), wrong: None }
    }

    /// Asks which of them was not kept, if there are several, and why.
    pub fn end(rows: Vec<PromiseRow>) -> Self {
        Self { how: PromiseEnd::Broken, chosen: rows.len() == 1, ..Self::keep(rows) }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        match key.code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Enter if self.chosen => return Answer::Save,
            KeyCode::Up | KeyCode::Down if self.chosen => self.turn(),
            _ if self.chosen => drop(self.why.press(key)),
            KeyCode::Enter => return self.choose(),
            KeyCode::Up => drop(self.cursor.step(-1)),
            KeyCode::Down => drop(self.cursor.step(1)),
            KeyCode::Char(digit @ '1'..='9') if (digit as usize - '1' as usize) < self.rows.len() => {
                self.cursor.select(digit as usize - '1' as usize);
                return self.choose();
            }
            _ => {}
        }
        Answer::Stay
    }

    fn choose(&mut self) -> Answer {
        if self.how == PromiseEnd::Kept {
            return Answer::Save;
        }
        self.chosen = true;
        Answer::Stay
    }

    fn turn(&mut self) {
        self.how = if self.how == PromiseEnd::Broken { PromiseEnd::Dropped } else { PromiseEnd::Broken };
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if self.chosen {
            self.why.insert(text);
        }
    }

    /// Ends the promise. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let row = self.rows.get(self.cursor.selected()?)?;
        let ended = bench.end_promise(row.promise.id, self.how, self.why.text());
        ended.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Draws it over the panes. Returns where the cursor stands, once it is asked why.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let client = self.rows.first().map_or("", |row| row.client.as_str());
        let title = if self.how == PromiseEnd::Kept { "promises-keep-title" } else { "promises-end-title" };
        let title = words.say_with(title, &[("client", client.into())]);
        let shown = self.rows.len().min(usize::from(body.height).saturating_sub(6));
        let first = (self.cursor.selected().unwrap_or(0) + 1).saturating_sub(shown);
        let inside = boxed(look, body, (76, shown as u16 + 6), &title, buf);
        for (place, row) in self.rows.iter().enumerate().skip(first).take(shown) {
            let number = Span::styled(format!("{} ", place + 1), look.theme.key());
            let due = Span::raw(cell::left(&look.day_narrow(row.promise.what.due), 8));
            let who = Span::raw(cell::left(&words.promise(&row.promise.what), 13));
            let text = Span::raw(words.private(&row.promise.what.text).into_owned());
            let line = Rect { y: inside.y + (place - first) as u16, height: 1, ..inside };
            look.row(line, &[number, due, who, text], self.cursor.selected() == Some(place), !self.chosen, buf);
        }
        let mut y = inside.y + shown as u16 + 1;
        let mut put = |line: &Line<'_>| {
            if y < inside.bottom() {
                buf.set_line(inside.x, y, line, inside.width);
            }
            y += 1;
        };
        let keys = if self.chosen { "promises-keys-why" } else { "promises-keys" };
        if !self.chosen {
            put(&Line::raw(words.say(keys)));
            return None;
        }
        let ends = if self.how == PromiseEnd::Broken { "promises-broken" } else { "promises-dropped" };
        let label = format!("‹{}› {} ", words.say(ends), words.say("skip-label"));
        let (text, column) = self.why.visible(usize::from(inside.width).saturating_sub(label.width()));
        let at = Position::new(inside.x + (label.width() + column) as u16, inside.y + shown as u16 + 1);
        put(&Line::from(vec![Span::styled(label, look.theme.key()), Span::raw(text.to_owned())]));
        match &self.wrong {
            Some(wrong) => put(&Line::styled(cell::cut(wrong, usize::from(inside.width)), look.theme.error())),
            None => put(&Line::raw(words.say(keys))),
        }
        Some(at)
    }
}
