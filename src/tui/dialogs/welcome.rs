//! The very first start: the language, then what to begin with. Three keys at most to a useful screen.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Span;

use super::{Answer, boxed};
use crate::text::Lang;
use crate::tui::action::Action;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;

/// What there is to begin with, in the order of the digits.
const BEGINNINGS: [(&str, Option<Action>); 3] =
    [("welcome-demo", Some(Action::SwitchBook)), ("welcome-import", Some(Action::Import)), ("welcome-empty", None)];

/// The very first start.
pub struct Welcome {
    asks_language: bool,
    /// Whether the file is empty, so that there is something to begin with.
    empty: bool,
    cursor: Cursor,
}

impl Welcome {
    /// Opens it, the language guessed.
    pub fn open(guessed: Lang, empty: bool) -> Self {
        let mut cursor = Cursor::default();
        cursor.fit(Lang::ALL.len(), Lang::ALL.len(), 1);
        cursor.select(Lang::ALL.iter().position(|lang| *lang == guessed).unwrap_or(0));
        Self { asks_language: true, empty, cursor }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        match key.code {
            KeyCode::Up => drop(self.cursor.step(-1)),
            KeyCode::Down => drop(self.cursor.step(1)),
            KeyCode::Enter => return self.choose(),
            KeyCode::Esc if !self.asks_language => return Answer::Close,
            KeyCode::Char(digit @ '1'..='3') => {
                let place = digit as usize - '1' as usize;
                if place < self.cursor.len() {
                    self.cursor.select(place);
                    return self.choose();
                }
            }
            _ if key.on_english_layout() == Key::char('q') => return Answer::Run(Action::Quit),
            _ => {}
        }
        Answer::Stay
    }

    fn choose(&mut self) -> Answer {
        let place = self.cursor.selected().unwrap_or(0);
        if self.asks_language {
            return Answer::Speak(Lang::ALL[place]);
        }
        BEGINNINGS[place].1.map_or(Answer::Close, Answer::Run)
    }

    /// Goes on to what to begin with; false if there is nothing to ask.
    pub fn go_on(&mut self) -> bool {
        self.asks_language = false;
        self.cursor = Cursor::default();
        self.cursor.fit(BEGINNINGS.len(), BEGINNINGS.len(), 1);
        self.empty
    }

    /// Draws it over the panes.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) {
        let words = look.words;
        let inside = boxed(look, body, (66, 12), "regulars", buf);
        let lines: Vec<String> = if self.asks_language {
            Lang::ALL.iter().map(|lang| words.say(&format!("language-{}", lang.name()))).collect()
        } else {
            BEGINNINGS.iter().map(|(key, _)| words.say(key)).collect()
        };
        let about = words.say(if self.asks_language { "welcome-language" } else { "welcome-begin" });
        let mut y = inside.y;
        for line in cell::wrap(&about, usize::from(inside.width)) {
            buf.set_stringn(inside.x, y, line, usize::from(inside.width), look.theme.heading());
            y += 1;
        }
        y += 1;
        for (place, text) in lines.iter().enumerate() {
            let spans = vec![Span::styled(format!("{} ", place + 1), look.theme.key()), Span::raw(text.clone())];
            look.row(Rect { y, height: 1, ..inside }, &spans, self.cursor.selected() == Some(place), true, buf);
            y += 1;
        }
        let keys = words.say_with("welcome-keys", &[("n", lines.len().into())]);
        buf.set_stringn(inside.x, inside.bottom().saturating_sub(1), keys, usize::from(inside.width), look.theme.key());
    }
}
