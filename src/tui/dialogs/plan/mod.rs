//! The plan as a whole: absences, catching up after one, evening the calendar out, what has no day, how the table is kept.

mod absences;
mod catching_up;
mod compliance;
mod lines;
mod no_day;

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use self::absences::Absences;
use self::catching_up::CatchingUp;
use self::compliance::Compliance;
use self::lines::Lines;
use self::no_day::WithoutDay;
use super::{Answer, boxed, moves};
use crate::domain::calendar::{Homeless, Moves};
use crate::domain::message::Arg;
use crate::ops::{CatchUp, CaughtUp, Kept, OpError, Workbench};
use crate::tui::input::Key;
use crate::tui::keymap::keycap;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::worker::Job;

/// A page of the dialog.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Absences,
    CatchUp,
    Rebalance,
    NoDay,
    Compliance,
}

/// The pages in their order, with the keys of their names.
const SECTIONS: [(Section, &str); 5] = [
    (Section::Absences, "plan-absences"),
    (Section::CatchUp, "plan-catch-up"),
    (Section::Rebalance, "plan-rebalance"),
    (Section::NoDay, "plan-no-day"),
    (Section::Compliance, "plan-compliance"),
];

/// The plan as a whole.
pub struct Plan {
    section: Section,
    absences: Absences,
    catching_up: CatchingUp,
    /// What evening out would move, or has moved; true while it can still be done.
    rebalance: (Lines, bool),
    without_day: WithoutDay,
    compliance: Compliance,
    wrong: Option<String>,
}

impl Plan {
    /// Opens it with the absences.
    pub fn open(bench: &Workbench, look: &Look<'_>) -> Result<Self, OpError> {
        Ok(Self {
            section: Section::Absences,
            absences: Absences::default(),
            catching_up: CatchingUp::open(bench, look)?,
            rebalance: (Lines::default(), false),
            without_day: WithoutDay::default(),
            compliance: Compliance::of(look.today),
            wrong: None,
        })
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.wrong = None;
        match key.code {
            KeyCode::Tab if !self.absences.is_entering() => return self.turn(1),
            KeyCode::BackTab if !self.absences.is_entering() => return self.turn(SECTIONS.len() - 1),
            _ => {}
        }
        let done = match self.section {
            Section::Absences => self.absences.press(key, look),
            Section::CatchUp => self.catching_up.press(key, look.today),
            Section::Rebalance => Ok(self.press_in_rebalance(key)),
            Section::NoDay => Ok(self.without_day.press(key)),
            Section::Compliance => Ok(self.compliance.press(key)),
        };
        done.unwrap_or_else(|why| {
            self.wrong = Some(look.words.say(why));
            Answer::Stay
        })
    }

    /// Turns to another page, and asks for what it shows.
    fn turn(&mut self, by: usize) -> Answer {
        let place = SECTIONS.iter().position(|(section, _)| *section == self.section).unwrap_or(0);
        self.section = SECTIONS[(place + by) % SECTIONS.len()].0;
        match self.section {
            Section::Absences | Section::CatchUp => Answer::Stay,
            Section::Rebalance => {
                self.rebalance = (Lines::default(), false);
                Answer::Start(Job::PreviewRebalance)
            }
            Section::NoDay => {
                self.without_day = WithoutDay::default();
                Answer::Start(Job::FindNoDay)
            }
            Section::Compliance => self.compliance.ask(),
        }
    }

    fn press_in_rebalance(&mut self, key: Key) -> Answer {
        match key.code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Enter if self.rebalance.1 => {
                self.rebalance = (Lines::default(), false);
                return Answer::Start(Job::Rebalance);
            }
            _ => self.rebalance.0.press(key),
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        match self.section {
            Section::Absences => self.absences.paste(text),
            Section::CatchUp => self.catching_up.paste(text),
            Section::Rebalance | Section::NoDay | Section::Compliance => {}
        }
    }

    /// Shows what evening out would move.
    pub fn show_moves(&mut self, bench: &Workbench, look: &Look<'_>, moves: &Moves) -> Result<(), OpError> {
        self.rebalance = (Lines::of(moves::in_words(bench, look, moves)?), !moves.list.is_empty());
        Ok(())
    }

    /// Shows what the absence that is entered, or is to be removed, would move.
    pub fn show_absence_moves(&mut self, bench: &Workbench, look: &Look<'_>, moves: &Moves) -> Result<(), OpError> {
        self.absences.show(Lines::of(moves::in_words(bench, look, moves)?));
        Ok(())
    }

    /// Takes in that the plan was made again: what that moved.
    pub fn replanned(&mut self, bench: &Workbench, look: &Look<'_>, moves: &Moves) -> Result<(), OpError> {
        self.absences.forget();
        self.rebalance = (Lines::of(moves::in_words(bench, look, moves)?), false);
        Ok(())
    }

    /// Shows what was late, or what became of it.
    pub fn caught_up(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        how: CatchUp,
        caught: CaughtUp,
    ) -> Result<(), OpError> {
        self.catching_up.show(bench, look, how, caught)
    }

    /// Shows what has no day.
    pub fn show_no_day(&mut self, bench: &Workbench, look: &Look<'_>, found: Vec<Homeless>) -> Result<(), OpError> {
        self.without_day = WithoutDay::of(bench, look, found)?;
        Ok(())
    }

    /// Shows how the table was kept between two days.
    pub fn show_kept(&mut self, between: (NaiveDate, NaiveDate), kept: Vec<Kept>) {
        self.compliance.show(between, kept);
    }

    /// Says why something could not be done.
    pub fn refuse(&mut self, look: &Look<'_>, error: &OpError) {
        self.rebalance = (Lines::of(Vec::new()), false);
        self.absences.go_back();
        self.wrong = Some(look.words.message(&error.message()));
    }

    /// Reads what is in sight in a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>, body: Rect) -> Result<(), OpError> {
        // The border, the names of the pages with a free line, the keys and what is wrong.
        let area = Rect { width: body.width.min(118).saturating_sub(4), height: body.height.saturating_sub(7), ..body };
        let height = usize::from(area.height);
        match self.section {
            Section::Absences => self.absences.fit(bench, height)?,
            Section::CatchUp => self.catching_up.fit(height),
            Section::Rebalance => self.rebalance.0.fit(height),
            Section::NoDay => self.without_day.fit(bench, look, area)?,
            Section::Compliance => self.compliance.fit(height),
        }
        Ok(())
    }

    fn keys(&self) -> &'static str {
        match self.section {
            Section::Absences => self.absences.keys(),
            Section::CatchUp => self.catching_up.keys(),
            Section::Rebalance if self.rebalance.1 => "rebalance-keys",
            Section::Rebalance => "plan-keys",
            Section::NoDay => "plan-no-day-keys",
            Section::Compliance => "compliance-keys",
        }
    }

    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let inside = boxed(look, body, (118, body.height), &words.say("plan-title"), buf);
        let names = SECTIONS.iter().flat_map(|(section, key)| {
            let style = if *section == self.section { look.theme.focus().underlined() } else { Style::new() };
            [Span::styled(words.say(key), style), Span::raw("  ")]
        });
        cell::write(buf, (inside.x + 1, inside.y), &names.collect(), inside.width.saturating_sub(1));
        let last = inside.bottom().saturating_sub(1);
        let keys = cell::cut(&words.say_with(self.keys(), &letters(look)), usize::from(inside.width));
        let keys = Line::styled(keys, look.theme.key());
        cell::write(buf, (inside.x, last), &keys, inside.width);
        if let Some(wrong) = &self.wrong {
            let lines = cell::wrap(wrong, usize::from(inside.width)).into_iter().take(2);
            for (y, line) in (last.saturating_sub(2)..last).zip(lines) {
                cell::write(buf, (inside.x, y), &Line::styled(line, look.theme.error()), inside.width);
            }
        }
        let area = Rect { y: inside.y + 2, height: inside.height.saturating_sub(5), ..inside };
        match self.section {
            Section::Absences => return self.absences.draw(look, area, buf),
            Section::CatchUp => return self.catching_up.draw(look, area, buf),
            Section::Rebalance => self.rebalance.0.draw(look, area, buf),
            Section::NoDay => self.without_day.draw(look, area, buf),
            Section::Compliance => self.compliance.draw(look, area, buf),
        }
        None
    }
}

/// The letters of the pages as the keyboard shows them, for what is said of them.
fn letters(look: &Look<'_>) -> [(&'static str, Arg); 5] {
    [("add", 'a'), ("remove", 'x'), ("back", '['), ("on", ']'), ("longer", 'v')]
        .map(|(name, letter)| (name, keycap(Key::char(letter), look.cyrillic).into()))
}
