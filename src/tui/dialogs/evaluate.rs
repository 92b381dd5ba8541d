//! How a client found its last order: one sign for each part of it, and a note.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::evaluation::{Aspect, Evaluation, Grade};
use crate::domain::ids::ClientId;
use crate::ops::{Receipt, Workbench};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// The marks while they are given.
pub struct Evaluate {
    client: ClientId,
    name: String,
    evaluation: Evaluation,
    note: Field,
    cursor: Cursor,
    wrong: Option<String>,
}

impl Evaluate {
    /// Opens the marks for a client, as they were given to its last order.
    pub fn open(client: ClientId, name: String, (evaluation, note): (Evaluation, String)) -> Self {
        let mut cursor = Cursor::default();
        cursor.fit(Aspect::ALL.len() + 1, Aspect::ALL.len() + 1, 1);
        Self { client, name, evaluation, note: Field::with(note), cursor, wrong: None }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        let grade = match key.code {
            KeyCode::Enter => return Answer::Save,
            KeyCode::Esc => return Answer::Close,
            KeyCode::Up => {
                self.cursor.step(-1);
                return Answer::Stay;
            }
            KeyCode::Down => {
                self.cursor.step(1);
                return Answer::Stay;
            }
            _ if self.aspect().is_none() => {
                self.note.press(key);
                return Answer::Stay;
            }
            // The key of the plus without its Shift is as good.
            KeyCode::Char('=') => Some(Grade::Plus),
            KeyCode::Char(sign) if Grade::of_sign(sign).is_some() => Grade::of_sign(sign),
            KeyCode::Char(' ') | KeyCode::Backspace | KeyCode::Delete => None,
            _ => return Answer::Stay,
        };
        if let Some(aspect) = self.aspect() {
            self.evaluation.set(aspect, grade);
            // The note is not to be filled with marks that were one too many.
            if Aspect::ALL.last() != Some(&aspect) {
                self.cursor.step(1);
            }
        }
        Answer::Stay
    }

    /// Puts a pasted text in the note.
    pub fn paste(&mut self, text: &str) {
        self.note.insert(text);
    }

    /// The part of the order the cursor is on; none on the note, which stands below them.
    fn aspect(&self) -> Option<Aspect> {
        Aspect::ALL.get(self.cursor.selected()?).copied()
    }

    /// Enters the marks. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let entered = bench.evaluate(self.client, &self.evaluation, self.note.text());
        entered.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// The client, and what was wanting, in words: what a complaint would be about.
    pub fn wanting(&self, look: &Look<'_>) -> Option<(ClientId, String)> {
        let wanting: Vec<String> =
            self.evaluation.found(Grade::Minus).map(|aspect| look.words.say(aspect.key())).collect();
        (!wanting.is_empty()).then(|| (self.client, wanting.join(", ")))
    }

    /// Draws the marks over the panes. Returns where the cursor stands in the note.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let title = words.say_with("evaluate-title", &[("client", self.name.as_str().into())]);
        let rows = Aspect::ALL.len() as u16;
        let inside = boxed(look, body, (58, rows + 7), &title, buf);
        for (place, aspect) in Aspect::ALL.into_iter().enumerate() {
            let sign = self.evaluation.of(aspect).map_or('·', Grade::sign);
            let line = Rect { y: inside.y + place as u16, height: 1, ..inside };
            let spans = vec![Span::styled(format!("{sign} "), look.theme.key()), Span::raw(words.say(aspect.key()))];
            look.row(line, &spans, self.cursor.selected() == Some(place), true, buf);
        }
        let on_note = self.aspect().is_none();
        let note = Rect { y: inside.y + rows, height: 1, ..inside };
        look.row(note, [], on_note, true, buf);
        let note = Rect { x: note.x + 1, width: note.width - 1, ..note };
        let at = self.note.draw(look, &words.say("evaluate-note"), note, buf);
        let width = usize::from(inside.width);
        let (below, style) = match &self.wrong {
            Some(wrong) => (wrong.clone(), look.theme.error()),
            None => (words.say("evaluate-keys"), Style::new()),
        };
        for (y, line) in (inside.y + rows + 2..inside.bottom()).zip(cell::wrap(&below, width)) {
            buf.set_line(inside.x, y, &Line::styled(line, style), inside.width);
        }
        on_note.then_some(at)
    }
}
