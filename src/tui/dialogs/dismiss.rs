//! Dismissing alerts: why, one digit away, or in a line of its own.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::churn::Dismissal;
use crate::domain::ids::ClientId;
use crate::ops::{Receipt, Workbench};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// How many reasons there are for a client that was not dropped.
const USUAL: usize = 5;

/// The choice of a reason.
pub struct Dismiss {
    clients: Vec<ClientId>,
    name: String,
    reasons: &'static [Dismissal],
    cursor: Cursor,
    /// What is written about another reason, once that is chosen.
    note: Option<Field>,
    wrong: Option<String>,
}

impl Dismiss {
    /// Opens the choice for the alerts of some clients, named after one of them; for a dropped one with the reasons for
    /// dropping it.
    pub fn open(clients: Vec<ClientId>, name: String, dropped: bool) -> Self {
        let reasons = if dropped { &Dismissal::ALL[..] } else { &Dismissal::ALL[..USUAL] };
        let mut cursor = Cursor::default();
        cursor.fit(reasons.len(), reasons.len(), 1);
        Self { clients, name, reasons, cursor, note: None, wrong: None }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        match (key.code, &mut self.note) {
            (KeyCode::Enter, Some(_)) => return Answer::Save,
            (KeyCode::Esc, Some(_)) => self.note = None,
            (_, Some(note)) => drop(note.press(key)),
            (KeyCode::Char(digit @ '1'..='9'), None) if (digit as usize - '1' as usize) < self.reasons.len() => {
                self.cursor.select(digit as usize - '1' as usize);
                return self.choose();
            }
            (KeyCode::Enter, None) => return self.choose(),
            (KeyCode::Esc, None) => return Answer::Close,
            (KeyCode::Up, None) => drop(self.cursor.step(-1)),
            (KeyCode::Down, None) => drop(self.cursor.step(1)),
            _ => {}
        }
        Answer::Stay
    }

    fn reason(&self) -> Option<Dismissal> {
        self.reasons.get(self.cursor.selected()?).copied()
    }

    /// Another reason than those listed is to be written.
    fn choose(&mut self) -> Answer {
        if self.reason() == Some(Dismissal::Other) {
            self.note = Some(Field::default());
            return Answer::Stay;
        }
        Answer::Save
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Some(note) = &mut self.note {
            note.insert(text);
        }
    }

    /// Dismisses. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let note = self.note.as_ref().map_or("", |note| note.text().trim());
        let dismissed = bench.dismiss_alert(&self.clients, self.reason()?, note);
        dismissed.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Draws the choices over the panes. Returns where the cursor stands, once a reason is written.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let title =
            words.say_with("dismiss-title", &[("client", self.name.as_str().into()), ("n", self.clients.len().into())]);
        let inside = boxed(look, body, (58, self.reasons.len() as u16 + 5), &title, buf);
        for (place, reason) in self.reasons.iter().enumerate() {
            let number = Span::styled(format!("{} ", place + 1), look.theme.key());
            let line = Rect { y: inside.y + place as u16, height: 1, ..inside };
            let spans = vec![number, Span::raw(words.say(reason.key()))];
            look.row(line, &spans, self.cursor.selected() == Some(place), self.note.is_none(), buf);
        }
        let y = inside.y + self.reasons.len() as u16 + 1;
        let width = usize::from(inside.width);
        if let Some(wrong) = &self.wrong {
            buf.set_line(inside.x, y + 1, &Line::styled(cell::cut(wrong, width), look.theme.error()), inside.width);
        }
        let note = self.note.as_ref()?;
        Some(note.draw(look, &words.say("skip-label"), Rect { y, ..inside }, buf))
    }
}
