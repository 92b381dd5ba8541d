//! A person at the screen, for the tests that press keys and read what is shown.

use std::sync::atomic::AtomicBool;
use std::sync::mpsc;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use regulars::domain::matching::layout::russian_key;
use regulars::ops::Workbench;
use regulars::text::{Lang, Words};
use regulars::tui::{App, Effect, Input, Key, Setting, perform};
use unicode_width::UnicodeWidthStr;

use crate::support::clock;

/// A person at the screen: presses keys, and waits for what is done aside.
pub struct Seat {
    pub app: App,
    size: Size,
    russian: bool,
    /// What the loop around the screen was asked to do, beside jobs.
    pub asked: Vec<Effect>,
}

impl Seat {
    /// At a screen of so many columns and rows that shows a file.
    pub fn at(bench: Workbench, lang: Lang, (width, height): (u16, u16)) -> Self {
        let size = Size { width, height };
        let setting = Setting { lang: Some(lang), ..Setting::default() };
        let app = App::new(bench, setting, Words::new(lang), size).unwrap();
        let mut seat = Self { app, size, russian: false, asked: Vec::new() };
        seat.settle();
        seat
    }

    /// At a screen that shows the demonstration.
    pub fn at_demo(lang: Lang, size: (u16, u16)) -> Self {
        let bench = Workbench::in_memory(clock()).unwrap();
        bench.fill_with_demo(lang.name()).unwrap();
        Self::at(bench, lang, size)
    }

    /// Types on a keyboard switched to Russian from now on: keys are still named by their English letters.
    #[must_use]
    pub fn on_russian_layout(mut self) -> Self {
        self.russian = true;
        self
    }

    pub fn bench(&self) -> &Workbench {
        self.app.bench()
    }

    /// Presses keys by their names: `"c Enter"`, `"Ctrl+z"`.
    pub fn press(&mut self, keys: &str) {
        for name in keys.split_whitespace() {
            let key = key_named(name, self.russian);
            self.give(Input::Key(key));
        }
    }

    /// Types a text as it stands.
    pub fn write(&mut self, text: &str) {
        text.chars().for_each(|c| self.give(Input::Key(Key::char(c))));
    }

    pub fn resize(&mut self, (width, height): (u16, u16)) {
        self.size = Size { width, height };
        self.give(Input::Resize(self.size));
    }

    /// Hands something to the screen and does what it asks for.
    pub fn give(&mut self, input: Input) {
        self.app.handle(input);
        self.settle();
        if self.app.notice_others() {
            self.settle();
        }
        self.app.read_ahead();
    }

    fn settle(&mut self) {
        loop {
            let effects = self.app.take_effects();
            if effects.is_empty() {
                break;
            }
            for effect in effects {
                let Effect::Start(job) = effect else {
                    self.asked.push(effect);
                    continue;
                };
                let (sender, told) = mpsc::channel();
                let tell = |outcome| sender.send(outcome).unwrap();
                tell(perform(job, self.app.bench(), &tell, &AtomicBool::new(false)));
                for outcome in told.try_iter() {
                    self.app.settle(outcome);
                }
            }
        }
    }

    /// The rows of the screen as text, each with the spaces it ends in.
    pub fn rows(&self) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.width, self.size.height));
        self.app.draw_into(&mut buffer);
        (0..self.size.height).map(|y| row_of(&buffer, y)).collect()
    }

    /// The whole screen as text.
    pub fn screen(&self) -> String {
        self.rows().join("\n")
    }

    #[track_caller]
    pub fn expect(&self, text: &str) {
        let screen = self.screen();
        assert!(screen.contains(text), "no “{text}” on\n{screen}");
    }
}

/// One row of a buffer; the cells that a wide character covers are left out.
fn row_of(buffer: &Buffer, y: u16) -> String {
    let mut row = String::new();
    let mut x = 0;
    while x < buffer.area.width {
        let symbol = buffer[(x, y)].symbol();
        row.push_str(symbol);
        x += symbol.width().max(1) as u16;
    }
    row
}

fn key_named(name: &str, russian: bool) -> Key {
    let (ctrl, name) = name.strip_prefix("Ctrl+").map_or((false, name), |letter| (true, letter));
    let mut letters = name.chars();
    let code = match (name, letters.next(), letters.as_str()) {
        ("Enter", ..) => KeyCode::Enter,
        ("Esc", ..) => KeyCode::Esc,
        ("Tab", ..) => KeyCode::Tab,
        ("Shift+Tab", ..) => KeyCode::BackTab,
        ("Space", ..) => KeyCode::Char(' '),
        ("Backspace", ..) => KeyCode::Backspace,
        ("Delete", ..) => KeyCode::Delete,
        ("Up", ..) => KeyCode::Up,
        ("Down", ..) => KeyCode::Down,
        ("Left", ..) => KeyCode::Left,
        ("Right", ..) => KeyCode::Right,
        ("PgUp", ..) => KeyCode::PageUp,
        ("PgDn", ..) => KeyCode::PageDown,
        ("Home", ..) => KeyCode::Home,
        ("End", ..) => KeyCode::End,
        (_, Some(letter), "") => KeyCode::Char(if russian { russian_key(letter) } else { letter }),
        (_, Some('F'), number) => KeyCode::F(number.parse().unwrap()),
        _ => panic!("no key {name}"),
    };
    Key { code, ctrl, alt: false }
}
