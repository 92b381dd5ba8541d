//! Dismissing alerts: why, one digit away.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::churn::Dismissal;
use crate::domain::ids::ClientId;
use crate::ops::{Receipt, Workbench};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;

/// How many reasons there are for a client that was not dropped.
const USUAL: usize = 5;

/// The choice of a reason.
pub struct Dismiss {
    clients: Vec<ClientId>,
    name: String,
    reasons: &'static [Dismissal],
    cursor: Cursor,
    wrong: Option<String>,
}

impl Dismiss {
    /// Opens the choice for the alerts of some clients, named after one of them; for a dropped one with the reasons for
    /// dropping it.
    pub fn open(clients: Vec<ClientId>, name: String, dropped: bool) -> Self {
        let reasons = if dropped { &Dismissal::ALL[..] } else { &Dismissal::ALL[..USUAL] };
        let mut cursor = Cursor::default();
        cursor.fit(reasons.len(), reasons.len(), 1);
        Self { clients, name, reasons, cursor, wrong: None }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        match key.code {
            KeyCode::Char(digit @ '1'..='9') if (digit as usize - '1' as usize) < self.reasons.len() => {
                self.cursor.select(digit as usize - '1' as usize);
                return Answer::Save;
            }
            KeyCode::Enter => return Answer::Save,
            KeyCode::Esc => return Answer::Close,
            KeyCode::Up => drop(self.cursor.step(-1)),
            KeyCode::Down => drop(self.cursor.step(1)),
            _ => {}
        }
        Answer::Stay
    }

    /// Dismisses. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let reason = *self.reasons.get(self.cursor.selected()?)?;
        let dismissed = bench.dismiss_alert(&self.clients, reason, "");
        dismissed.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Draws the choices over the panes.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) {
        let words = look.words;
        let title =
            words.say_with("dismiss-title", &[("client", self.name.as_str().into()), ("n", self.clients.len().into())]);
        let inside = boxed(look, body, (58, self.reasons.len() as u16 + 4), &title, buf);
        for (place, reason) in self.reasons.iter().enumerate() {
            let number = Span::styled(format!("{} ", place + 1), look.theme.key());
            let line = Rect { y: inside.y + place as u16, height: 1, ..inside };
            let spans = vec![number, Span::raw(words.say(reason.key()))];
            look.row(line, &spans, self.cursor.selected() == Some(place), true, buf);
        }
        if let Some(wrong) = &self.wrong {
            let wrong = cell::cut(wrong, usize::from(inside.width));
            let y = inside.y + self.reasons.len() as u16 + 1;
            buf.set_line(inside.x, y, &Line::styled(wrong, look.theme.error()), inside.width);
        }
    }
}
