//! A form: a line a field, texts typed, choices turned with the arrows, and what is wrong right below its field.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::fields::Value;

/// The width of the column of labels.
const LABEL: usize = 22;

/// A field of a form.
pub struct Entry {
    /// The key of its label.
    label: String,
    value: Value,
    /// The names of what can be chosen; none for a text.
    choices: Vec<&'static str>,
    /// What stood in it at first.
    before: String,
    wrong: Option<String>,
}

impl Entry {
    /// A text that may be changed.
    pub fn text(label: String, text: String) -> Self {
        let value = Value::Text(Field::with(text.clone()));
        Self { label, value, choices: Vec::new(), before: text, wrong: None }
    }

    /// One of several, by their names and their words.
    pub fn one(label: String, choices: Vec<(&'static str, String)>, chosen: String) -> Self {
        let (names, words): (Vec<_>, Vec<_>) = choices.into_iter().unzip();
        let place = names.iter().position(|name| *name == chosen).unwrap_or(0);
        Self { label, value: Value::One(words, place), choices: names, before: chosen, wrong: None }
    }

    /// Any of several, by their names and their words; those chosen have a space between them.
    pub fn any(label: String, choices: Vec<(&'static str, String)>, chosen: String) -> Self {
        let marked = choices.iter().map(|(name, word)| (word.clone(), chosen.split(' ').any(|one| one == *name)));
        let value = Value::Any(marked.collect(), 0);
        Self { label, value, choices: choices.into_iter().map(|(name, _)| name).collect(), before: chosen, wrong: None }
    }

    /// What stands in it, as it would be typed.
    pub fn typed(&self) -> String {
        match &self.value {
            Value::Text(field) => field.text().to_owned(),
            Value::One(_, place) => self.choices.get(*place).copied().unwrap_or_default().to_owned(),
            Value::Any(marked, _) => {
                let chosen = marked.iter().zip(&self.choices).filter(|((_, chosen), _)| *chosen);
                chosen.map(|(_, name)| *name).collect::<Vec<_>>().join(" ")
            }
        }
    }

    fn is_changed(&self) -> bool {
        self.typed() != self.before
    }
}

/// What becomes of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// It stays; the field at that place may have been left.
    Stays(usize),
    /// It is to be saved.
    Save,
    /// It is to be left.
    Leave,
}

/// A few fields, one below the other, of which a window is in sight.
pub struct Form {
    entries: Vec<Entry>,
    cursor: Cursor,
}

impl Form {
    /// A form of these fields.
    pub fn of(entries: Vec<Entry>) -> Self {
        Self { entries, cursor: Cursor::default() }
    }

    /// The fields.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether anything was changed.
    pub fn is_changed(&self) -> bool {
        self.entries.iter().any(Entry::is_changed)
    }

    /// At which field the keys are.
    pub fn place(&self) -> usize {
        self.cursor.selected().unwrap_or(0)
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Pressed {
        let place = self.place();
        match key.code {
            KeyCode::Esc => return Pressed::Leave,
            KeyCode::Enter | KeyCode::F(2) => return Pressed::Save,
            KeyCode::Up | KeyCode::BackTab => drop(self.cursor.step(-1)),
            KeyCode::Down | KeyCode::Tab => drop(self.cursor.step(1)),
            KeyCode::PageUp => drop(self.cursor.page(-1)),
            KeyCode::PageDown => drop(self.cursor.page(1)),
            _ => {
                if let Some(entry) = self.entries.get_mut(place) {
                    entry.wrong = None;
                    entry.value.press(key);
                }
            }
        }
        Pressed::Stays(place)
    }

    /// Puts a pasted text into the field at which the keys are.
    pub fn paste(&mut self, text: &str) {
        let place = self.place();
        if let Some(entry) = self.entries.get_mut(place) {
            entry.wrong = None;
            entry.value.paste(text);
        }
    }

    /// Says what is wrong with the field at a place, or that nothing is.
    pub fn tell(&mut self, place: usize, wrong: Option<String>) {
        if let Some(entry) = self.entries.get_mut(place) {
            entry.wrong = wrong;
        }
    }

    /// Goes to the field at a place.
    pub fn go_to(&mut self, place: usize) {
        self.cursor.select(place);
    }

    /// Fits the fields into so many columns and rows.
    pub fn fit(&mut self, width: usize, height: usize) {
        let told = self.entries.iter().filter_map(|entry| entry.wrong.as_ref());
        let told: usize = told.map(|wrong| cell::wrap(wrong, width.saturating_sub(2)).len()).sum();
        self.cursor.fit(self.entries.len(), height.saturating_sub(told).max(1), 1);
    }

    /// Draws the fields in sight. Returns where the cursor stands, where a text is typed.
    pub fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let (mut y, mut at) = (area.y, None);
        let window = self.cursor.window();
        for (place, entry) in self.entries.iter().enumerate().skip(window.start).take(window.len()) {
            if y >= area.bottom() {
                break;
            }
            let (line, selected) = (Rect { y, height: 1, ..area }, self.cursor.selected() == Some(place));
            at = entry.value.draw(look, (&entry.label, LABEL), selected, line, buf).or(at);
            y += 1;
            let room = area.width.saturating_sub(2);
            for line in entry.wrong.iter().flat_map(|wrong| cell::wrap(wrong, usize::from(room))) {
                if y < area.bottom() {
                    cell::write(buf, (area.x + 2, y), &Line::styled(line, look.theme.error()), room);
                    y += 1;
                }
            }
        }
        let end = area.right().saturating_sub(1);
        if window.start > 0 {
            buf.set_string(end, area.y, "↑", look.theme.key());
        }
        if window.end < self.entries.len() {
            buf.set_string(end, area.bottom().saturating_sub(1), "↓", look.theme.key());
        }
        at
    }
}
