//! One line of text being typed: grapheme by grapheme, in any script.

use std::borrow::Cow;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::cell;
use crate::tui::input::Key;
use crate::tui::look::Look;

/// The text and where the cursor stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    text: String,
    /// In bytes, always between two graphemes.
    cursor: usize,
    /// Whether the text is proposed: what is typed first takes its place.
    proposed: bool,
}

impl Field {
    /// A field that holds a text already, the cursor behind it.
    pub fn with(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { cursor: text.len(), text, proposed: false }
    }

    /// A field that holds what the program proposes: typing takes its place, any other key makes it a text to change.
    pub fn proposed(text: impl Into<String>) -> Self {
        Self { proposed: true, ..Self::with(text) }
    }

    /// Whether what it holds is still proposed.
    pub fn is_proposed(&self) -> bool {
        self.proposed
    }

    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the cursor stands behind the last letter.
    pub fn at_end(&self) -> bool {
        self.cursor == self.text.len()
    }

    /// Acts on a key. True if the field knows it.
    pub fn press(&mut self, key: Key) -> bool {
        if let Some(c) = key.typed() {
            self.insert(c.encode_utf8(&mut [0; 4]));
            return true;
        }
        self.proposed = false;
        if key.ctrl {
            let KeyCode::Char(letter) = key.on_english_layout().code else { return self.move_by_word(key.code) };
            match letter {
                'a' => self.cursor = 0,
                'e' => self.cursor = self.text.len(),
                'u' => self.remove(0, self.cursor),
                'k' => self.remove(self.cursor, self.text.len()),
                'w' => self.remove(self.word_before(), self.cursor),
                _ => return false,
            }
            return true;
        }
        match key.code {
            KeyCode::Left => self.cursor = self.before(),
            KeyCode::Right => self.cursor = self.after(),
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = self.text.len(),
            KeyCode::Backspace => self.remove(self.before(), self.cursor),
            KeyCode::Delete => self.remove(self.cursor, self.after()),
            _ => return false,
        }
        true
    }

    /// Puts a text in at the cursor; the line breaks of a paste become spaces.
    pub fn insert(&mut self, text: &str) {
        if std::mem::take(&mut self.proposed) {
            self.remove(0, self.text.len());
        }
        let line = text.replace('\n', " ");
        self.text.insert_str(self.cursor, &line);
        self.cursor += line.len();
        // A combining mark joins the letter before it: the cursor must not stand inside the two.
        if !self.text.grapheme_indices(true).any(|(at, _)| at == self.cursor) {
            self.cursor = self.after();
        }
    }

    /// Draws it in a row behind its label. Returns where the cursor stands.
    pub fn draw(&self, look: &Look<'_>, label: &str, row: Rect, buf: &mut Buffer) -> Position {
        let label = format!("{label} ");
        let (text, column) = self.visible(usize::from(row.width).saturating_sub(label.width()));
        let at = Position::new(row.x + (label.width() + column) as u16, row.y);
        let line = Line::from(vec![Span::styled(label, look.theme.key()), Span::raw(text)]);
        cell::write(buf, (row.x, row.y), &line, row.width);
        at
    }

    /// The part of the text that fits into `width` columns with the cursor in sight, and the cursor's column in it.
    pub fn visible(&self, width: usize) -> (Cow<'_, str>, usize) {
        let room = width.saturating_sub(1);
        let mut start = 0;
        for (at, _) in self.text[..self.cursor].grapheme_indices(true) {
            start = at;
            if self.text[at..self.cursor].width() <= room {
                break;
            }
            start = self.cursor;
        }
        let mut end = start;
        for (at, grapheme) in self.text[start..].grapheme_indices(true) {
            let next = start + at + grapheme.len();
            if self.text[start..next].width() > width {
                break;
            }
            end = next;
        }
        match self.text[start..self.cursor].graphemes(true).next() {
            // What is left of the window is marked: nobody is to take the rest of an amount for the whole.
            Some(first) if start > 0 => {
                let shown = start + first.len();
                (format!("…{}", &self.text[shown..end]).into(), 1 + self.text[shown..self.cursor].width())
            }
            _ => (self.text[start..end].into(), self.text[start..self.cursor].width()),
        }
    }

    fn remove(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn after(&self) -> usize {
        let first = self.text[self.cursor..].graphemes(true).next().map_or(0, str::len);
        self.cursor + first
    }

    fn word_before(&self) -> usize {
        let trimmed = self.text[..self.cursor].trim_end();
        trimmed.rfind(char::is_whitespace).map_or(0, |at| at + trimmed[at..].chars().next().map_or(0, char::len_utf8))
    }

    fn move_by_word(&mut self, code: KeyCode) -> bool {
        match code {
            KeyCode::Left => self.cursor = self.word_before(),
            KeyCode::Right => {
                let rest = &self.text[self.cursor..];
                let word = rest.find(|c: char| !c.is_whitespace()).unwrap_or(rest.len());
                let end = rest[word..].find(char::is_whitespace).map_or(rest.len(), |at| word + at);
                self.cursor += end;
            }
            _ => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> Field {
        let mut field = Field::default();
        for c in keys.chars() {
            assert!(field.press(Key::char(c)));
        }
        field
    }

    #[test]
    fn backspace_takes_a_whole_letter_with_its_marks() {
        let mut field = typed("нё\u{301}т👨\u{200d}👩\u{200d}👧");
        field.press(Key::plain(KeyCode::Backspace));
        assert_eq!(field.text(), "нё\u{301}т");
        field.press(Key::plain(KeyCode::Left));
        field.press(Key::plain(KeyCode::Backspace));
        assert_eq!(field.text(), "нт");
    }

    #[test]
    fn words_go_with_ctrl_on_either_layout() {
        let mut field = typed("asks for a list");
        field.press(Key::ctrl('ц'));
        assert_eq!(field.text(), "asks for a ");
        field.press(Key::ctrl('u'));
        assert_eq!(field.text(), "");
    }

    #[test]
    fn what_is_typed_takes_the_place_of_what_is_proposed() {
        let after = |key: Key| {
            let mut field = Field::proposed("+1");
            field.press(key);
            field.press(Key::char('7'));
            field.text().to_owned()
        };
        assert_eq!(after(Key::char('+')), "+7");
        assert_eq!(after(Key::plain(KeyCode::Backspace)), "+7");
        assert_eq!(after(Key::plain(KeyCode::Left)), "+71");
        assert_eq!(after(Key::plain(KeyCode::End)), "+17");
        let mut pasted = Field::proposed("+1");
        pasted.insert("28.11");
        assert_eq!(pasted.text(), "28.11");
    }

    #[test]
    fn the_cursor_stays_in_sight() {
        let mut field = typed("договорились на пятницу");
        assert_eq!(field.visible(10), ("… пятницу".into(), 9));
        field.press(Key::plain(KeyCode::Home));
        assert_eq!(field.visible(10), ("договорили".into(), 0));
    }
}
