//! Everything that can be done, searchable: the help and the palette are one list, and `Enter` does what is selected.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::churn::Level;
use crate::domain::matching::{fold, layout};
use crate::tui::input::Key;
use crate::tui::keymap::{BINDINGS, Binding, keycap};
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// The width of the columns of keys and of labels: in 80 columns they leave 45 to what is said of an action.
const KEYS: usize = 13;
const LABEL: usize = 17;

/// The levels of the alerts, whose marks are explained below the list.
const LEVELS: [Level; 3] = [Level::Alarm, Level::Watch, Level::Note];

/// The list of everything that can be done.
#[derive(Default)]
pub struct Actions {
    field: Field,
    cursor: Cursor,
}

impl Actions {
    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        match key.code {
            KeyCode::Enter => {
                let found = self.found(look);
                return self
                    .cursor
                    .selected()
                    .and_then(|place| found.get(place))
                    .map_or(Answer::Stay, |binding| Answer::Run(binding.action));
            }
            KeyCode::Esc => return Answer::Close,
            KeyCode::Up => drop(self.cursor.step(-1)),
            KeyCode::Down => drop(self.cursor.step(1)),
            KeyCode::PageUp => drop(self.cursor.page(-1)),
            KeyCode::PageDown => drop(self.cursor.page(1)),
            _ => {
                if self.field.press(key) {
                    self.cursor.select(0);
                }
            }
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        self.field.insert(text);
    }

    /// Fits the list into a window of `body`.
    pub fn fit(&mut self, look: &Look<'_>, body: Rect) {
        self.cursor.fit(self.found(look).len(), usize::from(body.height).saturating_sub(3 + LEVELS.len()), 1);
    }

    /// The actions whose words hold what was typed, on either keyboard layout.
    fn found(&self, look: &Look<'_>) -> Vec<&'static Binding> {
        let typed = fold(self.field.text());
        let other = fold(&layout::other_layout(self.field.text()));
        BINDINGS
            .iter()
            .filter(|binding| {
                let words = fold(&format!("{} {}", look.words.say(binding.name), look.words.say(&about(binding))));
                words.contains(&typed) || words.contains(&other)
            })
            .collect()
    }

    /// Draws the list over the panes. Returns where the cursor stands.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Position {
        let words = look.words;
        let inside = boxed(look, body, (110, body.height), &words.say("actions-title"), buf);
        let at = self.field.draw(look, &words.say("actions-label"), inside, buf);
        let list = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1 + LEVELS.len() as u16), ..inside };
        for (y, level) in (list.bottom()..).zip(LEVELS) {
            let sentence = cell::cut(&look.level_sentence(level), usize::from(inside.width));
            buf.set_line(inside.x, y, &Line::styled(sentence, look.theme.level(level)), inside.width);
        }
        let found = self.found(look);
        if found.is_empty() {
            look.empty(list, &words.say("actions-nothing"), buf);
        }
        for (row, place) in self.cursor.window().enumerate() {
            let Some(binding) = found.get(place) else { break };
            let keys: Vec<String> = binding.keys.iter().take(3).map(|key| keycap(*key, look.cyrillic)).collect();
            let spans = vec![
                Span::styled(cell::left(&keys.join(" "), KEYS), look.theme.key()),
                Span::raw(cell::left(&words.say(binding.name), LABEL)),
                Span::raw(cell::left(
                    &words.say(&about(binding)),
                    usize::from(list.width).saturating_sub(KEYS + LABEL + 1),
                )),
            ];
            let line = Rect { y: list.y + row as u16, height: 1, ..list };
            look.row(line, &spans, self.cursor.selected() == Some(place), true, buf);
        }
        at
    }
}

fn about(binding: &Binding) -> String {
    format!("{}-about", binding.name)
}
