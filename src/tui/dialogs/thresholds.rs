//! From where on the alerts speak: each setting with its value, and before another one is kept what it would have done on the
//! book's own past.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::ops::{
    ALARM_FACTOR, ALERT_SETTINGS, ALERTS_A_DAY, CONCENTRATION, HORIZON, NOVELTY_AFTER, OpError, Receipt, Trial,
    Workbench, read_alert_setting,
};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;
use crate::tui::worker::Job;

/// How many names are told of whom another value speaks of.
const NAMED: usize = 6;

/// What is being done with the selected setting.
enum Step {
    /// It is being chosen which.
    Choosing,
    /// Another value is typed.
    Typing(Field),
    /// It is being worked out what that value would do.
    Trying(String),
    /// What it would do; `None` where nothing changes.
    Tried(String, Option<Box<Trial>>),
}

/// The settings of the alerts.
pub struct Thresholds {
    cursor: Cursor,
    /// Their values; read anew where they may have changed.
    values: Option<[String; ALERT_SETTINGS.len()]>,
    step: Step,
    wrong: Option<String>,
}

impl Default for Thresholds {
    fn default() -> Self {
        let mut cursor = Cursor::default();
        cursor.fit(ALERT_SETTINGS.len(), ALERT_SETTINGS.len(), 1);
        Self { cursor, values: None, step: Step::Choosing, wrong: None }
    }
}

impl Thresholds {
    /// The selected setting.
    fn setting(&self) -> &'static str {
        ALERT_SETTINGS[self.cursor.selected().unwrap_or(0)]
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.wrong = None;
        let setting = self.setting();
        match (key.code, &mut self.step) {
            (KeyCode::Esc, Step::Choosing) => return Answer::Close,
            (KeyCode::Esc, _) => self.step = Step::Choosing,
            (KeyCode::Up, Step::Choosing) => drop(self.cursor.step(-1)),
            (KeyCode::Down, Step::Choosing) => drop(self.cursor.step(1)),
            (KeyCode::Enter, Step::Choosing) => self.step = Step::Typing(Field::default()),
            (KeyCode::Enter, Step::Typing(field)) => match read_alert_setting(setting, field.text().trim()) {
                Ok(value) => {
                    let job = Job::TrySetting(setting, value.clone());
                    self.step = Step::Trying(value);
                    return Answer::Start(job);
                }
                Err(wrong) => self.wrong = Some(look.words.message(&wrong)),
            },
            (_, Step::Typing(field)) => drop(field.press(key)),
            (KeyCode::Enter, Step::Tried(..)) => return Answer::Apply,
            _ => {}
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Step::Typing(field) = &mut self.step {
            field.insert(text);
        }
    }

    /// Takes in what another value of a setting would do, if that is still asked for.
    pub fn show(&mut self, setting: &str, value: String, trial: Option<Box<Trial>>) {
        if self.setting() == setting && matches!(&self.step, Step::Trying(asked) if *asked == value) {
            self.step = Step::Tried(value, trial);
        }
    }

    /// Says that it could not be worked out.
    pub fn refuse(&mut self, look: &Look<'_>, error: &OpError) {
        (self.step, self.wrong) = (Step::Choosing, Some(look.words.message(&error.message())));
    }

    /// Keeps the value that was tried. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let Step::Tried(value, _) = &self.step else { return None };
        let kept = bench.set_setting(self.setting(), value);
        (self.step, self.values) = (Step::Choosing, None);
        kept.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Reads the values where they may have changed.
    pub fn fit(&mut self, bench: &Workbench) -> Result<(), OpError> {
        if self.values.is_none() {
            let mut values = ALERT_SETTINGS.map(|_| String::new());
            for (value, setting) in values.iter_mut().zip(ALERT_SETTINGS) {
                *value = bench.alert_setting(setting)?;
            }
            self.values = Some(values);
        }
        Ok(())
    }

    /// Draws it over the panes. Returns where the cursor stands, while a value is typed.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let inside = boxed(look, body, (100, body.height), &words.say("thresholds-title"), buf);
        let width = usize::from(inside.width);
        let choosing = matches!(self.step, Step::Choosing);
        for (place, setting) in ALERT_SETTINGS.iter().enumerate() {
            let value = self.values.as_ref().map_or("", |values| values[place].as_str());
            let name =
                cell::left(&cell::cut(&words.say(name_of(setting)), width.saturating_sub(9)), width.saturating_sub(8));
            let row = Rect { y: inside.y + place as u16, height: 1, ..inside };
            let selected = self.cursor.selected() == Some(place);
            look.row(row, &[Span::raw(name), Span::raw(value.to_owned())], selected, choosing, buf);
        }
        let below = Rect { y: inside.y + ALERT_SETTINGS.len() as u16 + 1, ..inside };
        let at = match &self.step {
            Step::Typing(field) => Some(field.draw(look, &words.say("label-new-value"), below, buf)),
            _ => None,
        };
        let mut y = below.y + u16::from(at.is_some());
        let mut put = |text: &str, style| {
            for line in cell::wrap(text, width) {
                if y + 1 < inside.bottom() {
                    buf.set_line(inside.x, y, &Line::styled(line, style), inside.width);
                }
                y += 1;
            }
        };
        match &self.step {
            Step::Choosing | Step::Typing(_) => {}
            Step::Trying(_) => put(&words.say("empty-unsettled"), ratatui::style::Style::new()),
            Step::Tried(_, trial) => {
                for line in trial_lines(look, trial.as_deref()) {
                    put(&line, ratatui::style::Style::new());
                }
            }
        }
        if let Some(wrong) = &self.wrong {
            put(wrong, look.theme.error());
        }
        let keys = match self.step {
            Step::Choosing => "thresholds-keys",
            Step::Typing(_) => "thresholds-keys-typing",
            Step::Trying(_) | Step::Tried(..) => "thresholds-keys-trying",
        };
        let keys = Line::styled(cell::cut(&words.say(keys), width), look.theme.key());
        buf.set_line(inside.x, inside.bottom().saturating_sub(1), &keys, inside.width);
        at
    }
}

/// The key of a setting's name.
fn name_of(setting: &str) -> &'static str {
    match setting {
        ALARM_FACTOR => "thresholds-factor",
        HORIZON => "thresholds-horizon",
        ALERTS_A_DAY => "thresholds-a-day",
        CONCENTRATION => "thresholds-concentration",
        NOVELTY_AFTER => "thresholds-novelty",
        _ => "thresholds-unasked",
    }
}

/// What another value would do, in lines: with the present one, with the other one, for whom.
fn trial_lines(look: &Look<'_>, trial: Option<&Trial>) -> Vec<String> {
    let words = look.words;
    let Some(trial) = trial else { return vec![words.say("trial-nothing")] };
    let named = |key: &str, names: &[String]| {
        (!names.is_empty()).then(|| {
            let told: Vec<_> = names.iter().take(NAMED).map(|name| words.name(name)).collect();
            let more = names.len() - told.len();
            words.say_with(key, &[("names", told.join(", ").into()), ("more", more.into())])
        })
    };
    let messages = trial.messages().map(|message| words.message(&message));
    messages.into_iter().chain(named("trial-gained", &trial.gained)).chain(named("trial-lost", &trial.lost)).collect()
}
