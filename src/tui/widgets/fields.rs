//! The fields of a form, a line each: texts that are typed, choices that are turned with the arrows.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use super::cell;
use super::field::Field;
use crate::tui::input::Key;
use crate::tui::look::Look;

/// What a field holds.
pub enum Value {
    /// A text.
    Text(Field),
    /// One of several, by their names.
    One(Vec<String>, usize),
    /// Any of several; the place at which the keys are.
    Any(Vec<(String, bool)>, usize),
}

impl Value {
    /// Acts on a key.
    pub fn press(&mut self, key: Key) {
        let turn = match key.code {
            KeyCode::Left => -1,
            KeyCode::Right => 1,
            KeyCode::Char(' ') => 0,
            _ => 2,
        };
        match self {
            Self::Text(field) => drop(field.press(key)),
            Self::One(names, chosen) if turn < 2 => {
                let by = if turn == -1 { names.len() - 1 } else { 1 };
                *chosen = (*chosen + by) % names.len();
            }
            Self::Any(choices, at) => match turn {
                -1 => *at = at.saturating_sub(1),
                1 => *at = (*at + 1).min(choices.len() - 1),
                0 => choices[*at].1 = !choices[*at].1,
                _ => {}
            },
            Self::One(..) => {}
        }
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Self::Text(field) = self {
            field.insert(text);
        }
    }

    /// What was typed, without spaces around it; nothing for choices.
    pub fn text(&self) -> &str {
        if let Self::Text(field) = self { field.text().trim() } else { "" }
    }

    /// Which one is chosen; the first of a text.
    pub fn chosen(&self) -> usize {
        if let Self::One(_, place) = self { *place } else { 0 }
    }

    /// Which of any are chosen.
    pub fn any(&self) -> Vec<bool> {
        if let Self::Any(choices, _) = self { choices.iter().map(|(_, chosen)| *chosen).collect() } else { Vec::new() }
    }

    /// Draws a line: the label in so many columns, then the value. Returns where the cursor stands, where a text is typed.
    pub fn draw(
        &self,
        look: &Look<'_>,
        (label, wide): (&str, usize),
        selected: bool,
        line: Rect,
        buf: &mut Buffer,
    ) -> Option<Position> {
        let room = usize::from(line.width).saturating_sub(wide + 3);
        let mut at = None;
        let mut row =
            vec![Span::raw(" "), Span::styled(cell::left(&look.words.say(label), wide), look.theme.heading())];
        match self {
            Self::Text(field) => {
                let (text, column) = field.visible(room);
                at = selected.then(|| Position::new(line.x + (1 + wide + column) as u16, line.y));
                let style = look.theme.selected(true);
                row.push(Span::styled(text, if field.is_proposed() && selected { style } else { Style::new() }));
            }
            Self::One(names, chosen) if selected => row.push(Span::raw(format!("‹ {} ›", names[*chosen]))),
            Self::One(names, chosen) => row.push(Span::raw(names[*chosen].clone())),
            Self::Any(choices, at) => {
                let first = if selected { first_in_sight(choices, *at, room) } else { 0 };
                for (choice, (name, chosen)) in choices.iter().enumerate().skip(first) {
                    let style = if selected && choice == *at { look.theme.key() } else { Style::new() };
                    row.push(Span::styled(format!("{}{name}  ", if *chosen { "✓" } else { "·" }), style));
                }
            }
        }
        cell::write_spans(buf, (line.x, line.y), Style::new(), &row, line.width);
        if selected {
            buf.set_string(line.x, line.y, "▌", look.theme.focus());
        }
        at
    }
}

/// A few fields, one below the other.
pub struct Fields {
    labels: &'static [&'static str],
    values: Vec<Value>,
    at: usize,
}

impl Fields {
    /// The fields with these labels, by their keys in the locale files.
    pub fn new(labels: &'static [&'static str], values: Vec<Value>) -> Self {
        Self { labels, values, at: 0 }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.values.len()
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) {
        let last = self.values.len() - 1;
        match key.code {
            KeyCode::Up | KeyCode::BackTab => self.at = self.at.saturating_sub(1),
            KeyCode::Down | KeyCode::Tab => self.at = (self.at + 1).min(last),
            _ => self.values[self.at].press(key),
        }
    }

    /// Puts a pasted text into the field at which the keys are.
    pub fn paste(&mut self, text: &str) {
        self.values[self.at].paste(text);
    }

    /// What the field at a place holds.
    pub fn value(&self, place: usize) -> &Value {
        &self.values[place]
    }

    /// Draws them from the top of an area. Returns where the cursor stands, where a text is typed.
    pub fn draw(&self, look: &Look<'_>, wide: usize, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lines = (area.y..area.bottom()).zip(self.labels.iter().zip(&self.values)).enumerate();
        lines.fold(None, |at, (place, (y, (label, value)))| {
            let line = Rect { y, height: 1, ..area };
            value.draw(look, (label, wide), place == self.at, line, buf).or(at)
        })
    }
}

/// The first of the choices from which on the one at which the keys are stands within so many columns.
fn first_in_sight(choices: &[(String, bool)], at: usize, room: usize) -> usize {
    let wide = |from: usize| choices[from..=at].iter().map(|(name, _)| name.width() + 3).sum::<usize>();
    (0..at).find(|from| wide(*from) <= room + 2).unwrap_or(at)
}
