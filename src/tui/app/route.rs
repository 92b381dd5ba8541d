//! Where what the terminal reports goes: to the dialog that is open, to a pane, or to the whole program.

use std::path::PathBuf;

use crossterm::event::KeyCode;
use ratatui::layout::Rect;

use super::{App, Effect, Status};
use crate::ops::OpError;
use crate::tui::action::Action;
use crate::tui::dialogs::import::Import;
use crate::tui::dialogs::{Answer, Dialog};
use crate::tui::input::{Input, Key};
use crate::tui::keymap;
use crate::tui::layout::{Areas, Pane};
use crate::tui::worker::Job;

impl App {
    /// Acts on what the terminal reports. An error of the file becomes the line of the status.
    pub fn handle(&mut self, input: Input) {
        self.notice_the_day();
        let done = match input {
            Input::Key(key) => self.press(key),
            Input::Paste(text) => {
                self.paste(&text);
                Ok(())
            }
            Input::Click(column, row) => self.click(column, row),
            Input::Wheel(column, row, by) => {
                self.wheel(column, row, by);
                Ok(())
            }
            Input::Resize(size) => {
                self.size = size;
                self.effects.push(Effect::Repaint);
                Ok(())
            }
        };
        let done = done.and_then(|()| self.fit());
        self.report(done);
    }

    fn press(&mut self, key: Key) -> Result<(), OpError> {
        self.status = None;
        if key.on_english_layout() == Key::ctrl('c') {
            return if self.dialog.is_some() { self.close_dialog() } else { self.apply(Action::Quit) };
        }
        if let Some(dialog) = &mut self.dialog {
            let answer = dialog.press(key, &self.desk.look(), self.arena.as_ref());
            return self.answer(answer);
        }
        let Some(action) = keymap::action_of(key) else {
            self.fail("status-unknown-key");
            return Ok(());
        };
        // The hints follow the layout that was used last; keys both layouts share say nothing about it.
        if let KeyCode::Char(letter) = key.code
            && letter.is_alphabetic()
        {
            self.desk.cyrillic = key.is_foreign_letter();
        }
        self.apply(action)
    }

    fn answer(&mut self, answer: Answer) -> Result<(), OpError> {
        match answer {
            Answer::Stay => {}
            Answer::Close => return self.close_dialog(),
            Answer::Save => return self.save(true),
            Answer::Apply => return self.save(false),
            Answer::Run(action) => {
                self.dialog = None;
                return self.apply(action);
            }
            Answer::Reverse(action) => {
                if matches!(self.dialog, Some(Dialog::Duplicates(_))) {
                    self.effects.push(Effect::Start(Job::Duplicates));
                }
                return self.apply(action);
            }
            Answer::Open(client) => {
                self.dialog = None;
                return self.open(client);
            }
            Answer::Start(job) => self.effects.push(Effect::Start(job)),
            Answer::See(day) => {
                self.dialog = None;
                self.see_days(|days| days.select(Some(day)));
            }
            Answer::Copy { name, text } => {
                if matches!(self.dialog, Some(Dialog::Copy(_))) {
                    self.dialog = None;
                }
                self.copy(&name, text);
            }
            Answer::WriteGreeting { id, text } => {
                let path = self.bench().write_greeting(&id, &text)?.display().to_string();
                let said = self.words().say_with("greet-written", &[("path", path.into())]);
                self.status = Some(Status::Done(said, None));
            }
            Answer::Preview(path) => self.effects.push(Effect::Start(Job::Preview(path))),
            Answer::Import(path) => {
                if let Some(Dialog::Import(import)) = &mut self.dialog {
                    import.begin(path.clone());
                }
                let currency = self.words().currency().to_owned();
                self.effects.push(Effect::Start(Job::Import(path, currency)));
            }
            Answer::Stop => self.effects.push(Effect::Stop),
            Answer::Speak(lang) => {
                self.desk.choose_language(lang)?;
                self.forget();
                if let Some(Dialog::Welcome(welcome)) = &mut self.dialog
                    && !welcome.go_on()
                {
                    self.dialog = None;
                }
            }
        }
        Ok(())
    }

    fn paste(&mut self, text: &str) {
        if let Some(dialog) = &mut self.dialog {
            dialog.paste(text, self.arena.as_ref());
        } else if !PathBuf::from(text.trim().trim_matches(['"', '\''])).is_file() {
            self.fail("status-paste");
        } else if self.words().is_curtained() {
            self.fail("status-curtained");
        } else {
            // A file dropped on the window is pasted as its path.
            let mut import = Import::open();
            import.paste(text);
            self.dialog = Some(Dialog::Import(import));
        }
    }

    fn click(&mut self, column: u16, row: u16) -> Result<(), OpError> {
        let Some(areas) = self.areas().filter(|_| self.dialog.is_none()) else { return Ok(()) };
        self.status = None;
        if let Some(action) = self.action_at(&areas, column, row) {
            return self.apply(action);
        }
        let Some((pane, inside)) = pane_at(&areas, column, row) else { return Ok(()) };
        let again = self.focus == pane;
        self.focus = pane;
        if pane == Pane::Days {
            return self.click_days(inside, column, row);
        }
        // The first row of the clients is for the titles of the columns.
        let line = usize::from(row - inside.y).checked_sub(usize::from(pane == Pane::Clients));
        if let (Some(cursor), Some(line)) = (self.panes.cursor(pane), line)
            && let Some(item) = cursor.item_at(line)
        {
            let same = cursor.selected() == Some(item);
            cursor.select(item);
            if again && same {
                self.fit()?;
                return self.apply(Action::Open);
            }
        }
        Ok(())
    }

    /// Selects the day that was clicked, or the touch; a second click on the same touch opens its client.
    fn click_days(&mut self, inside: Rect, column: u16, row: u16) -> Result<(), OpError> {
        let days = &mut self.panes.days;
        if let Some(day) = days.day_at(inside, column, row) {
            days.select(Some(day));
        } else if let Some(place) = days.item_at(inside, row) {
            let same = days.in_list && days.list.cursor.selected() == Some(place);
            days.in_list = true;
            days.list.cursor.select(place);
            if same {
                self.fit()?;
                return self.apply(Action::Open);
            }
        }
        Ok(())
    }

    fn wheel(&mut self, column: u16, row: u16, by: i32) {
        let Some(areas) = self.areas().filter(|_| self.dialog.is_none()) else { return };
        if let Some((pane, _)) = pane_at(&areas, column, row) {
            self.focus = pane;
            self.panes.step(pane, by as isize);
        }
    }
}

fn pane_at(areas: &Areas, column: u16, row: u16) -> Option<(Pane, Rect)> {
    [Pane::Clients, Pane::Card, Pane::Alerts, Pane::Agenda, Pane::Days].into_iter().find_map(|pane| {
        let inside = areas.inside(pane)?;
        inside.contains((column, row).into()).then_some((pane, inside))
    })
}
