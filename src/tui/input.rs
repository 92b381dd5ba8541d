//! From a terminal's event to what the program acts on: key releases dropped, pastes made clean, layouts normalised.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use ratatui::layout::Size;

use crate::domain::matching::layout;

/// The most a paste may bring, in bytes.
const LONGEST_PASTE: usize = 64 * 1024;

/// A key as it was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: KeyCode,
    /// With Ctrl.
    pub ctrl: bool,
    /// With Alt.
    pub alt: bool,
}

impl Key {
    /// A key alone.
    pub const fn plain(code: KeyCode) -> Self {
        Self { code, ctrl: false, alt: false }
    }

    /// A character alone.
    pub const fn char(c: char) -> Self {
        Self::plain(KeyCode::Char(c))
    }

    /// A letter with Ctrl.
    pub const fn ctrl(c: char) -> Self {
        Self { code: KeyCode::Char(c), ctrl: true, alt: false }
    }

    /// The same key on an English layout, for commands: «с» is the key of `c`, Ctrl with any case the small letter.
    #[must_use]
    pub fn on_english_layout(self) -> Self {
        let KeyCode::Char(c) = self.code else { return self };
        let c = layout::command_key(c);
        Self { code: KeyCode::Char(if self.ctrl || self.alt { c.to_ascii_lowercase() } else { c }), ..self }
    }

    /// Whether it is a letter that only another layout types.
    pub fn is_foreign_letter(self) -> bool {
        matches!(self.code, KeyCode::Char(c) if !c.is_ascii() && c.is_alphabetic())
    }

    /// The character it types into a text, if it types one.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if !self.ctrl && !self.alt => Some(c),
            _ => None,
        }
    }
}

/// What a terminal reports, as far as the program acts on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted; lines end in `\n`, control characters are gone.
    Paste(String),
    /// The left button was pressed at a column and row.
    Click(u16, u16),
    /// The wheel was turned by so many rows at a column and row.
    Wheel(u16, u16, i32),
    /// The window has this size now.
    Resize(Size),
}

/// Reads an event; `None` for what nothing acts on.
pub fn read(event: Event) -> Option<Input> {
    match event {
        Event::Key(KeyEvent { kind: KeyEventKind::Release, .. }) | Event::FocusGained | Event::FocusLost => None,
        Event::Key(key) => Some(Input::Key(key_of(key))),
        Event::Paste(text) => Some(Input::Paste(clean(&text))),
        Event::Mouse(MouseEvent { kind, column, row, .. }) => match kind {
            MouseEventKind::Down(MouseButton::Left) => Some(Input::Click(column, row)),
            MouseEventKind::ScrollUp => Some(Input::Wheel(column, row, -3)),
            MouseEventKind::ScrollDown => Some(Input::Wheel(column, row, 3)),
            _ => None,
        },
        Event::Resize(width, height) => Some(Input::Resize(Size { width, height })),
    }
}

fn key_of(key: KeyEvent) -> Key {
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    // Shift is in the character already; of the other keys only Tab is bound with it, and that has a code of its own.
    let code = if key.code == KeyCode::Tab && key.modifiers.contains(KeyModifiers::SHIFT) {
        KeyCode::BackTab
    } else {
        key.code
    };
    Key { code, ctrl, alt }
}

/// Terminals end the lines of a paste with a carriage return.
fn clean(text: &str) -> String {
    let mut cut = text.len().min(LONGEST_PASTE);
    while !text.is_char_boundary(cut) {
        cut -= 1;
    }
    text[..cut].replace("\r\n", "\n").replace('\r', "\n").chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_key_is_the_same_on_both_layouts() {
        assert_eq!(Key::char('с').on_english_layout(), Key::char('c'));
        assert_eq!(Key::char('Г').on_english_layout(), Key::char('U'));
        assert_eq!(Key::ctrl('З').on_english_layout(), Key::ctrl('p'));
        assert_eq!(Key::char('/').on_english_layout(), Key::char('/'));
    }

    #[test]
    fn a_paste_keeps_its_lines_and_loses_its_control_characters() {
        assert_eq!(read(Event::Paste("a\rb\r\nc\x1b[0m\td".into())), Some(Input::Paste("a\nb\nc[0md".into())));
    }
}
