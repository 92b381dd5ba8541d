//! Finding a client as one types.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::ids::ClientId;
use crate::domain::matching::{Arena, Found};
use crate::ops::{ClientRow, OpError, Workbench};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::list::{List, Reach};

/// How many clients are offered.
const OFFERED: usize = 200;

/// How wide the box is, where there is room for it.
const WIDTH: u16 = 84;

/// How many of them are read beyond those in sight: each is read by itself.
const MARGIN: usize = 5;

/// The search for a client.
pub struct Find {
    field: Field,
    found: Found,
    list: List<ClientRow>,
    /// Whether there is something to search yet.
    ready: bool,
    /// `Enter` was pressed before there was: the best client opens as soon as there is.
    hurried: bool,
}

impl Find {
    /// Opens it; `ready` if there is something to search already.
    pub fn open(ready: bool) -> Self {
        let list = List::with_margin(MARGIN);
        Self { field: Field::default(), found: Found::default(), list, ready, hurried: false }
    }

    /// Acts on a key; `arena` is what is searched, once it is there.
    pub fn press(&mut self, key: Key, arena: Option<&Arena>) -> Answer {
        match key.code {
            KeyCode::Enter => {
                self.hurried = arena.is_none();
                return self.client().map_or(Answer::Stay, Answer::Open);
            }
            KeyCode::Esc => return Answer::Close,
            KeyCode::Up => drop(self.list.cursor.step(-1)),
            KeyCode::Down => drop(self.list.cursor.step(1)),
            KeyCode::PageUp => drop(self.list.cursor.page(-1)),
            KeyCode::PageDown => drop(self.list.cursor.page(1)),
            _ => {
                if self.field.press(key) {
                    self.search(arena);
                }
            }
        }
        Answer::Stay
    }

    /// The client that is selected among those that were found.
    pub fn client(&self) -> Option<ClientId> {
        self.list.selected().map(|row| row.client)
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str, arena: Option<&Arena>) {
        self.field.insert(text.trim());
        self.search(arena);
    }

    /// Searches for what was typed, now that there is something to search. The client to open, if one was asked for before.
    pub fn begin(&mut self, arena: &Arena) -> Option<ClientId> {
        self.search(Some(arena));
        self.found.clients.first().copied().filter(|_| self.hurried)
    }

    /// Searches for what was typed.
    fn search(&mut self, arena: Option<&Arena>) {
        self.ready = arena.is_some();
        self.found = arena.map(|arena| arena.search(self.field.text(), OFFERED)).unwrap_or_default();
        self.list.forget();
        self.list.cursor.select(0);
    }

    /// Reads what is in sight in a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>, body: Rect) -> Result<(), OpError> {
        let found = &self.found.clients;
        self.list.fit(found.len(), (usize::from(height(body)).saturating_sub(2), 1), Reach::Sight, |skip, limit| {
            let mut rows = Vec::new();
            for client in found.iter().skip(skip).take(limit) {
                rows.extend(bench.list_row(*client)?);
            }
            Ok::<_, OpError>(rows)
        })?;
        self.list
            .write_out(body.width.min(WIDTH), |client| vec![row(look, client, usize::from(body.width.min(WIDTH)))]);
        Ok(())
    }

    /// Draws the list over the panes and the field in the line of the status. Returns where the cursor stands.
    pub fn draw(&self, look: &Look<'_>, body: Rect, status: Rect, buf: &mut Buffer) -> Position {
        let words = look.words;
        let title = words.say_with("find-title", &[("n", self.found.count.into())]);
        let inside = boxed(look, body, (WIDTH, height(body)), &title, buf);
        if self.found.clients.is_empty() {
            let text = match (self.field.text().trim().is_empty(), self.ready) {
                (_, false) => "find-reading",
                (true, true) => "find-hint",
                (false, true) => "find-nothing",
            };
            look.empty(inside, &words.say_with(text, &[("typed", self.field.text().into())]), buf);
        }
        let selected = self.list.cursor.selected();
        self.list.draw(look, inside, true, |place, _| selected == Some(place), buf);
        buf.set_stringn(
            status.x,
            status.y,
            " ".repeat(usize::from(status.width)),
            usize::from(status.width),
            ratatui::style::Style::reset(),
        );
        self.field.draw(look, &format!(" {}", words.say("find-label")), status, buf)
    }
}

/// The row of a client in a box of that width.
fn row(look: &Look<'_>, client: &ClientRow, width: usize) -> Line<'static> {
    let room = width.saturating_sub(8 + 16 + 14);
    let derived = client.derived.as_ref();
    Line::from(vec![
        look.level_mark(derived.and_then(|derived| derived.level)),
        Span::raw(" "),
        Span::raw(cell::left(&cell::cut(&look.words.name(&client.name), room.saturating_sub(1)), room)),
        Span::raw(cell::left(&cell::cut(&client.city, 15), 16)),
        Span::raw(cell::left(&derived.map(|derived| look.words.status(derived.status)).unwrap_or_default(), 14)),
    ])
}

fn height(body: Rect) -> u16 {
    body.height.min(24)
}
