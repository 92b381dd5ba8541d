//! Ending a promise, or putting it on another day: which of a client's open ones, one digit away; and of one that was not
//! kept a word why, or the day.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Answer, boxed};
use crate::domain::promise::PromiseEnd;
use crate::ops::{PromiseRow, Receipt, Workbench};
use crate::text::typed::parse_day;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// What becomes of a promise.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fate {
    Ends(PromiseEnd),
    Moves,
}

impl Fate {
    /// What there is to choose of a promise that was not kept.
    const CHOICES: [Self; 3] = [Self::Ends(PromiseEnd::Broken), Self::Ends(PromiseEnd::Dropped), Self::Moves];

    /// The key of its name.
    fn name(self) -> &'static str {
        match self {
            Self::Ends(PromiseEnd::Kept | PromiseEnd::Broken) => "promises-broken",
            Self::Ends(PromiseEnd::Dropped) => "promises-dropped",
            Self::Moves => "promises-moves",
        }
    }
}

/// The open promises of a client, one of which ends or moves.
pub struct Promises {
    rows: Vec<PromiseRow>,
    cursor: Cursor,
    fate: Fate,
    /// Whether one is chosen, so that it is asked why, or for which day.
    chosen: bool,
    typed: Field,
    wrong: Option<String>,
}

impl Promises {
    /// Asks which of them was kept.
    pub fn keep(rows: Vec<PromiseRow>) -> Self {
        let mut cursor = Cursor::default();
        cursor.fit(rows.len(), rows.len(), 1);
        Self { rows, cursor, fate: Fate::Ends(PromiseEnd::Kept), chosen: false, typed: Field::default(), wrong: None }
    }

    /// Asks which of them was not kept, if there are several, and why.
    pub fn end(rows: Vec<PromiseRow>) -> Self {
        Self { fate: Fate::CHOICES[0], chosen: rows.len() == 1, ..Self::keep(rows) }
    }

    /// Asks for the day on which it is to be done.
    pub fn move_on(row: PromiseRow) -> Self {
        Self { fate: Fate::Moves, chosen: true, ..Self::keep(vec![row]) }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        match key.code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Enter if self.chosen => return Answer::Save,
            KeyCode::Up if self.chosen => self.turn(Fate::CHOICES.len() - 1),
            KeyCode::Down if self.chosen => self.turn(1),
            _ if self.chosen => drop(self.typed.press(key)),
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
        if self.fate == Fate::Ends(PromiseEnd::Kept) {
            return Answer::Save;
        }
        self.chosen = true;
        Answer::Stay
    }

    fn turn(&mut self, by: usize) {
        let place = Fate::CHOICES.iter().position(|fate| *fate == self.fate).unwrap_or(0);
        self.fate = Fate::CHOICES[(place + by) % Fate::CHOICES.len()];
    }

    /// The day that is typed, where one is asked for.
    fn day(&self, look: &Look<'_>) -> Option<NaiveDate> {
        parse_day(self.typed.text(), look.today).filter(|day| *day >= look.today)
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if self.chosen {
            self.typed.insert(text);
        }
    }

    /// Ends the promise, or moves it. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let row = self.rows.get(self.cursor.selected()?)?;
        let done = match (self.fate, self.day(look)) {
            (Fate::Ends(how), _) => bench.end_promise(row.promise.id, how, self.typed.text()),
            (Fate::Moves, Some(day)) => bench.move_promise(row.promise.id, day),
            (Fate::Moves, None) => {
                self.wrong = Some(look.words.say("follow-up-wrong"));
                return None;
            }
        };
        done.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Draws it over the panes. Returns where the cursor stands, once it is asked why.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let client = self.rows.first().map_or("", |row| row.client.as_str());
        let title = match self.fate {
            Fate::Ends(PromiseEnd::Kept) => "promises-keep-title",
            Fate::Ends(_) => "promises-end-title",
            Fate::Moves => "promises-move-title",
        };
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
        let asked = if self.fate == Fate::Moves { "follow-up-label" } else { "skip-label" };
        let label = format!("‹{}› {} ", words.say(self.fate.name()), words.say(asked));
        let (text, column) = self.typed.visible(usize::from(inside.width).saturating_sub(label.width()));
        let at = Position::new(inside.x + (label.width() + column) as u16, inside.y + shown as u16 + 1);
        put(&Line::from(vec![Span::styled(label, look.theme.key()), Span::raw(text)]));
        match &self.wrong {
            Some(wrong) => {
                for line in cell::wrap(wrong, usize::from(inside.width)) {
                    put(&Line::styled(line, look.theme.error()));
                }
            }
            None => put(&Line::raw(words.say(keys))),
        }
        if self.fate == Fate::Moves
            && let Some(day) = self.day(look)
        {
            put(&Line::raw(words.full_day(day)));
        }
        Some(at)
    }
}
