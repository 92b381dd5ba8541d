//! Choosing a day, of the next contact or until which alerts sleep: four days one digit away, or any day typed.

use chrono::{Days, Months, NaiveDate};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::ids::ClientId;
use crate::ops::{Receipt, Workbench};
use crate::text::typed::parse_day;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

const CHOICES: [&str; 5] =
    ["follow-up-tomorrow", "follow-up-3-days", "follow-up-week", "follow-up-month", "follow-up-date"];

/// What the day is for.
enum Purpose {
    /// The next contact with a client.
    Contact(ClientId),
    /// The alerts of some clients are put off until then.
    Alerts(Vec<ClientId>),
    /// The touch of that key is put off until then.
    PutOff(String),
    /// The touch of that key is to be on that day.
    Move(String),
}

/// The choice of a day: of the next contact, for a planned touch, or until which alerts are put off.
pub struct FollowUp {
    purpose: Purpose,
    name: String,
    cursor: Cursor,
    /// The day being typed, once that was chosen.
    typed: Option<Field>,
    wrong: Option<String>,
}

impl FollowUp {
    /// Opens the choice of the next contact with a client.
    pub fn open(client: ClientId, name: String) -> Self {
        Self::of(Purpose::Contact(client), name)
    }

    /// Opens the choice of the day until which alerts are put off, named after one of the clients.
    pub fn snooze(clients: Vec<ClientId>, name: String) -> Self {
        Self::of(Purpose::Alerts(clients), name)
    }

    /// Opens the choice of the day until which a touch with a client is put off.
    pub fn put_off(key: String, name: String) -> Self {
        Self::of(Purpose::PutOff(key), name)
    }

    /// Opens the choice of the day on which a touch with a client is to be.
    pub fn move_to(key: String, name: String) -> Self {
        Self::of(Purpose::Move(key), name)
    }

    fn of(purpose: Purpose, name: String) -> Self {
        let mut cursor = Cursor::default();
        cursor.fit(CHOICES.len(), CHOICES.len(), 1);
        Self { purpose, name, cursor, typed: None, wrong: None }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        if let Some(field) = &mut self.typed {
            match key.code {
                KeyCode::Enter => return Answer::Save,
                KeyCode::Esc => self.typed = None,
                _ => drop(field.press(key)),
            }
            return Answer::Stay;
        }
        match key.code {
            KeyCode::Char(digit @ '1'..='5') => {
                self.cursor.select(digit as usize - '1' as usize);
                return self.choose();
            }
            KeyCode::Enter => return self.choose(),
            KeyCode::Esc => return Answer::Close,
            KeyCode::Up => drop(self.cursor.step(-1)),
            KeyCode::Down => drop(self.cursor.step(1)),
            // A day begun at once: no choice is behind a letter.
            KeyCode::Char(typed) if !key.ctrl && !key.alt && (typed.is_alphabetic() || typed == '+') => {
                self.cursor.select(CHOICES.len() - 1);
                let mut field = Field::default();
                field.press(key);
                self.typed = Some(field);
            }
            _ => {}
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Some(field) = &mut self.typed {
            field.insert(text);
        }
    }

    fn choose(&mut self) -> Answer {
        if self.cursor.selected() == Some(CHOICES.len() - 1) {
            self.typed = Some(Field::default());
            return Answer::Stay;
        }
        Answer::Save
    }

    fn day(&self, today: NaiveDate) -> Option<NaiveDate> {
        match &self.typed {
            Some(field) => parse_day(field.text(), today).filter(|day| *day >= today),
            None => preset(self.cursor.selected()?, today),
        }
    }

    /// Sets the day. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let Some(day) = self.day(look.today) else {
            self.wrong = Some(look.words.say("follow-up-wrong"));
            return None;
        };
        let set = match &self.purpose {
            Purpose::Contact(client) => bench.follow_up(*client, day),
            Purpose::Alerts(clients) => bench.snooze_alert(clients, day),
            Purpose::PutOff(key) => bench.snooze(key, day),
            Purpose::Move(key) => bench.move_to(key, day),
        };
        set.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Draws the choices over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let (title, count) = match &self.purpose {
            Purpose::Contact(_) => ("follow-up-title", 1),
            Purpose::Alerts(clients) => ("snooze-title", clients.len()),
            Purpose::PutOff(_) => ("put-off-title", 1),
            Purpose::Move(_) => ("move-to-title", 1),
        };
        let title = words.say_with(title, &[("client", self.name.as_str().into()), ("n", count.into())]);
        let inside = boxed(look, body, (58, 11), &title, buf);
        for (place, key) in CHOICES.iter().enumerate() {
            let day = preset(place, look.today).map(|day| words.day(day)).unwrap_or_default();
            let spans = vec![
                Span::styled(format!("{} ", place + 1), look.theme.key()),
                Span::raw(format!("{}  {day}", words.say(key))),
            ];
            let line = Rect { y: inside.y + place as u16, height: 1, ..inside };
            look.row(line, &spans, self.cursor.selected() == Some(place), self.typed.is_none(), buf);
        }
        let (y, width) = (inside.y + 6, usize::from(inside.width));
        for (y, line) in (y + 1..inside.bottom()).zip(self.wrong.iter().flat_map(|wrong| cell::wrap(wrong, width))) {
            buf.set_line(inside.x, y, &Line::styled(line, look.theme.error()), inside.width);
        }
        let field = self.typed.as_ref()?;
        let at = field.draw(look, &words.say("follow-up-label"), Rect { y, ..inside }, buf);
        if let Some(day) = self.day(look.today).filter(|_| self.wrong.is_none()) {
            buf.set_line(inside.x, y + 1, &Line::raw(words.full_day(day)), inside.width);
        }
        Some(at)
    }
}

fn preset(place: usize, today: NaiveDate) -> Option<NaiveDate> {
    match place {
        0 => Some(today + Days::new(1)),
        1 => Some(today + Days::new(3)),
        2 => Some(today + Days::new(7)),
        3 => Some(today + Months::new(1)),
        _ => None,
    }
}
