//! The touches of one client that were left out of the calendar, and why; where they are taken in again.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::{Answer, BELOW, boxed, foot};
use crate::domain::ids::ClientId;
use crate::ops::{AgendaLine, OpError, Receipt, Workbench};
use crate::tui::action::Action;
use crate::tui::input::Key;
use crate::tui::keymap::action_of;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;

/// The widths of the columns of days and of kinds.
const DAY: usize = 13;
const KIND: usize = 12;

/// The list of them.
pub struct Skipped {
    client: ClientId,
    name: String,
    /// `None` until they are read.
    rows: Option<Vec<AgendaLine>>,
    cursor: Cursor,
    wrong: Option<String>,
}

impl Skipped {
    /// Opens those of a client of that name.
    pub fn open(client: ClientId, name: String) -> Self {
        Self { client, name, rows: None, cursor: Cursor::default(), wrong: None }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        match key.code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Enter => return Answer::Apply,
            _ if self.cursor.press(key) => {}
            _ => {
                if let Some(action @ (Action::Undo | Action::Redo)) = action_of(key) {
                    self.rows = None;
                    return Answer::Reverse(action);
                }
            }
        }
        Answer::Stay
    }

    /// Takes the selected one in again. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let key = &self.rows.as_ref()?.get(self.cursor.selected()?)?.key;
        let done = bench.unskip(key);
        self.rows = None;
        done.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Reads the list in a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, body: Rect) -> Result<(), OpError> {
        let rows = match &mut self.rows {
            Some(rows) => rows,
            none => none.insert(bench.skipped_of(self.client)?),
        };
        self.cursor.fit(rows.len(), usize::from(body.height.saturating_sub(2 + BELOW)), 1);
        Ok(())
    }

    /// Draws it over the panes.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) {
        let words = look.words;
        let title = words.say_with("skipped-title", &[("client", words.name(&self.name).as_ref().into())]);
        let inside = boxed(look, body, (body.width, body.height), &title, buf);
        let list = Rect { height: inside.height.saturating_sub(BELOW), ..inside };
        let rows = self.rows.as_deref().unwrap_or_default();
        if rows.is_empty() {
            look.empty(list, &words.say("skipped-none"), buf);
        }
        let width = usize::from(inside.width);
        let in_sight = self.cursor.window().filter_map(|place| Some((place, rows.get(place)?)));
        for (y, (place, line)) in (list.y..list.bottom()).zip(in_sight) {
            let (kind, why) = look.planned(line);
            let reason = words.private(line.skipped.as_deref().unwrap_or_default());
            let text = [why.as_str(), &reason].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            let row = [
                Span::raw(cell::left(&words.day_with_year(line.day), DAY)),
                Span::raw(cell::left(&cell::cut(&kind, KIND - 1), KIND)),
                Span::raw(cell::cut(&text.join(" · "), width.saturating_sub(DAY + KIND + 1))),
            ];
            look.row(Rect { y, height: 1, ..list }, &row, self.cursor.selected() == Some(place), true, buf);
        }
        foot(look, inside, self.wrong.as_deref(), "skipped-keys", buf);
    }
}
