//! Greeting the clients due for one occasion: one text, a personal line for each, one key a client. What was done is logged
//! in one step when the dialog closes.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::greeting::{Parts, fill};
use crate::ops::{Greeting, OccasionLine, OpError, Receipt, Workbench};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// The name under which a line is kept that was typed and not sent yet.
const DRAFT: &str = "greeting";

/// The greetings.
#[derive(Default)]
pub struct Greet {
    occasions: Vec<OccasionLine>,
    cursor: Cursor,
    /// Whether the occasions were read.
    known: bool,
    /// The occasion whose greetings are being written.
    batch: Option<Batch>,
    wrong: Option<String>,
    /// Whether it was said that one of them is a contact too many.
    doubted: bool,
}

/// The greetings of one occasion.
struct Batch {
    id: String,
    /// The text; `None` until it and the greetings are read.
    text: Option<String>,
    rows: Vec<Row>,
    cursor: Cursor,
}

/// A greeting being written.
struct Row {
    greeting: Greeting,
    line: Field,
    done: bool,
}

impl Greet {
    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.wrong = None;
        self.doubted &= key.code == KeyCode::Esc;
        let Some(batch) = &mut self.batch else {
            match key.code {
                KeyCode::Esc => return Answer::Close,
                KeyCode::Up => drop(self.cursor.step(-1)),
                KeyCode::Down => drop(self.cursor.step(1)),
                KeyCode::Enter => {
                    let id =
                        self.cursor.selected().and_then(|place| self.occasions.get(place)).map(|line| line.id.clone());
                    let batch = |id| Batch { id, text: None, rows: Vec::new(), cursor: Cursor::default() };
                    self.batch = id.map(batch);
                }
                _ => {}
            }
            return Answer::Stay;
        };
        match key.code {
            KeyCode::Esc if batch.rows.iter().any(|row| row.done) => return Answer::Save,
            KeyCode::Esc => return Answer::Close,
            _ if batch.cursor.press(key) => {}
            KeyCode::F(4) => batch.selected().into_iter().for_each(|row| row.done = false),
            KeyCode::Enter | KeyCode::F(2) => {
                let Some((name, text)) = batch.written(look) else { return Answer::Stay };
                let text = match text {
                    Ok(text) => text,
                    Err(place) => {
                        self.wrong = Some(look.words.say_with("greet-unknown-place", &[("place", place.into())]));
                        return Answer::Stay;
                    }
                };
                let (id, heading) = (batch.id.clone(), batch.heading());
                batch.finish(look);
                if key.code == KeyCode::Enter {
                    return Answer::Copy { name, text };
                }
                return Answer::WriteGreeting { id, text: format!("=== {heading}\n\n{text}\n") };
            }
            _ => {
                if let Some(row) = batch.selected() {
                    row.line.press(key);
                }
            }
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Some(row) = self.batch.as_mut().and_then(Batch::selected) {
            row.line.insert(text);
        }
    }

    /// Logs what was done. `None` if that cannot be kept: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let batch = self.batch.as_ref()?;
        let occasion = look.words.occasion(&batch.id, look.bench.days());
        let note = |row: &Row| {
            let line = row.line.text().trim();
            if line.is_empty() { occasion.clone() } else { format!("{occasion}: {line}") }
        };
        let done: Vec<_> =
            batch.rows.iter().filter(|row| row.done).map(|row| (row.greeting.clone(), note(row))).collect();
        if !std::mem::replace(&mut self.doubted, true)
            && let Err(OpError::FormerEnough { name, count }) = bench.check_greetings(done.iter().map(|(one, _)| one))
        {
            let args = [("client", name.into()), ("n", count.into())];
            self.wrong = Some(look.words.say_with("greet-former-again", &args));
            return None;
        }
        let kept = bench.greet(&occasion, &done).and_then(|receipt| self.keep_drafts(bench).map(|()| receipt));
        kept.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Whether something was done that is not logged yet.
    pub fn is_under_way(&self) -> bool {
        self.batch.iter().flat_map(|batch| &batch.rows).any(|row| row.done)
    }

    /// Keeps the lines that were typed and not sent for the next time.
    pub fn keep_drafts(&self, bench: &Workbench) -> Result<(), OpError> {
        self.batch.iter().flat_map(|batch| &batch.rows).try_for_each(|row| {
            bench.keep_draft(row.greeting.client, DRAFT, if row.done { "" } else { row.line.text() })
        })
    }

    /// Reads what is to be shown, and fits it into a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>, body: Rect) -> Result<(), OpError> {
        if !self.known {
            self.occasions = bench.occasions()?;
            self.known = true;
        }
        let height = usize::from(body.height).saturating_sub(3);
        self.cursor.fit(self.occasions.len(), height, 1);
        let Some(batch) = &mut self.batch else { return Ok(()) };
        if batch.text.is_none() {
            for greeting in bench.greetings(&batch.id)? {
                let line = Field::with(bench.draft(greeting.client, DRAFT)?.unwrap_or_default());
                batch.rows.push(Row { greeting, line, done: false });
            }
            let own = bench.greeting_text(&batch.id);
            let name = look.words.occasion(&batch.id, look.bench.days());
            batch.text = Some(own.unwrap_or_else(|| look.words.greeting(&batch.id, &name)));
        }
        batch.cursor.fit(batch.rows.len(), list_height(body), 1);
        Ok(())
    }

    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let Some(batch) = &self.batch else {
            let inside = boxed(look, body, (84, body.height), &words.say("greet-title"), buf);
            if self.occasions.is_empty() {
                look.empty(inside, &words.say("greet-none"), buf);
            }
            for (row, place) in self.cursor.window().enumerate() {
                let Some(line) = self.occasions.get(place) else { break };
                let room = usize::from(inside.width).saturating_sub(26);
                let spans = vec![
                    Span::raw(cell::left(&words.day(line.date), 14)),
                    Span::raw(cell::right(&words.count(line.greetings as i64), 5)),
                    Span::raw(format!("   {}", cell::left(&words.occasion(&line.id, look.bench.days()), room))),
                ];
                let area = Rect { y: inside.y + row as u16, height: 1, ..inside };
                look.row(area, &spans, self.cursor.selected() == Some(place), true, buf);
            }
            keys(look, "greet-keys", None, inside, buf);
            return None;
        };
        batch.draw(look, self.wrong.as_deref(), body, buf)
    }
}

impl Batch {
    fn selected(&mut self) -> Option<&mut Row> {
        self.rows.get_mut(self.cursor.selected()?)
    }

    /// The name and the text of the selected greeting; an error is what in the text stands for nothing.
    fn written(&self, look: &Look<'_>) -> Option<(String, Result<String, String>)> {
        let row = self.rows.get(self.cursor.selected()?)?;
        let person = row.greeting.person.as_ref().map_or("", |(_, name)| name.as_str());
        let parts = Parts { name: &row.greeting.name, person, line: row.line.text().trim() };
        let text = self.text.clone().unwrap_or_else(|| look.words.greeting(&self.id, ""));
        Some((row.greeting.name.clone(), fill(&text, parts)))
    }

    fn heading(&self) -> String {
        self.cursor
            .selected()
            .and_then(|place| self.rows.get(place))
            .map(|row| row.greeting.heading())
            .unwrap_or_default()
    }

    /// Marks the selected greeting as done, unless it is too early to count, and goes to the next.
    fn finish(&mut self, look: &Look<'_>) {
        if let Some(row) = self.selected() {
            row.done = row.greeting.from <= look.today;
        }
        self.cursor.step(1);
    }

    fn draw(&self, look: &Look<'_>, wrong: Option<&str>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let done = self.rows.iter().filter(|row| row.done).count();
        let occasion = words.occasion(&self.id, look.bench.days());
        let args = [("occasion", occasion.into()), ("done", done.into()), ("n", self.rows.len().into())];
        let inside = boxed(look, body, (100, body.height), &words.say_with("greet-title-of", &args), buf);
        let room = usize::from(inside.width).saturating_sub(15);
        for (row, place) in self.cursor.window().enumerate() {
            let Some(found) = self.rows.get(place) else { break };
            let state = if found.done {
                "✓".to_owned()
            } else if found.greeting.from > look.today {
                words.say_with("greet-early", &[("day", words.short_day(found.greeting.from).into())])
            } else {
                "○".to_owned()
            };
            let spans = vec![Span::raw(cell::left(&state, 12)), Span::raw(cell::left(&found.greeting.heading(), room))];
            let area = Rect { y: inside.y + row as u16, height: 1, ..inside };
            look.row(area, &spans, self.cursor.selected() == Some(place), true, buf);
        }
        let top = inside.y + list_height(body) as u16 + 1;
        let bottom = inside.bottom().saturating_sub(2);
        let (_, text) = self.written(look)?;
        let shown = text.unwrap_or_else(|place| words.say_with("greet-unknown-place", &[("place", place.into())]));
        let lines = shown.lines().flat_map(|line| match line {
            "" => vec![String::new()],
            _ => cell::wrap(line, usize::from(inside.width).saturating_sub(2)),
        });
        for (y, line) in (top..bottom).zip(lines) {
            buf.set_stringn(inside.x + 1, y, line, usize::from(inside.width), ratatui::style::Style::new());
        }
        keys(look, "greet-keys-writing", wrong, inside, buf);
        let field = &self.rows.get(self.cursor.selected()?)?.line;
        Some(field.draw(look, &words.say("greet-label"), Rect { y: bottom, ..inside }, buf))
    }
}

/// The rows of the list of greetings: what is left is for the text.
fn list_height(body: Rect) -> usize {
    usize::from(body.height).saturating_sub(5) / 2
}

/// The keys in the last line of a box, or what went wrong.
fn keys(look: &Look<'_>, keys: &str, wrong: Option<&str>, inside: Rect, buf: &mut Buffer) {
    let line = match wrong {
        Some(wrong) => Line::styled(wrong.to_owned(), look.theme.error()),
        None => Line::styled(look.words.say(keys), look.theme.key()),
    };
    cell::write(buf, (inside.x, inside.bottom().saturating_sub(1)), &line, inside.width);
}
