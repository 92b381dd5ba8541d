//! What came to nothing while somebody was away: first how much that is, then what becomes of it.

use chrono::{Days, NaiveDate};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::lines::Lines;
use crate::domain::table::Responsible;
use crate::ops::{CatchUp, CaughtUp, OpError, Workbench};
use crate::text::typed::{parse_day, parse_past_day};
use crate::tui::dialogs::{Answer, moves};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::fields::{Fields, Value};
use crate::tui::worker::Job;

const LABELS: [&str; 3] = ["catch-up-since", "catch-up-how", "catch-up-until"];
const HOWS: [&str; 3] = ["catch-up-keep", "catch-up-move", "catch-up-drop"];
const WIDE: usize = 22;
/// How far back is looked where nobody was away.
const BACK: Days = Days::new(14);

/// The touches whose days have passed, and what is to become of them.
pub(super) struct CatchingUp {
    fields: Fields,
    /// What was found for what is entered.
    report: Option<CaughtUp>,
    /// What was done, in lines.
    done: Option<Lines>,
}

impl CatchingUp {
    /// Looks back to the day on which the last absence of the account manager began.
    pub(super) fn open(bench: &Workbench, look: &Look<'_>) -> Result<Self, OpError> {
        let absences = bench.absences()?.into_iter().map(|row| row.absence);
        let ended = absences.filter(|one| one.who == Responsible::Me && one.from < look.today);
        let since = ended.map(|one| one.from).max().unwrap_or(look.today - BACK);
        let hows = HOWS.map(|key| look.words.say(key)).to_vec();
        let day = |text: String| Value::Text(Field::proposed(text));
        let fields = Fields::new(&LABELS, vec![day(since.to_string()), Value::One(hows, 0), day("+13".to_owned())]);
        Ok(Self { fields, report: None, done: None })
    }

    /// What is entered: since when, and what becomes of it.
    fn entered(&self, today: NaiveDate) -> Option<(NaiveDate, CatchUp)> {
        let since = parse_past_day(self.fields.value(0).text(), today)?;
        let how = match self.fields.value(1).chosen() {
            0 => CatchUp::Keep,
            1 => CatchUp::Move(parse_day(self.fields.value(2).text(), today)?),
            _ => CatchUp::Drop,
        };
        Some((since, how))
    }

    /// Acts on a key. The error is the key of the sentence why nothing is done.
    pub(super) fn press(&mut self, key: Key, today: NaiveDate) -> Result<Answer, &'static str> {
        match key.code {
            KeyCode::Esc | KeyCode::Enter if self.done.is_some() => self.done = None,
            KeyCode::Esc => return Ok(Answer::Close),
            KeyCode::Enter => {
                let (since, how) = self.entered(today).ok_or("to-day-wrong")?;
                // Keeping writes nothing: it is how one looks first.
                let how = if self.report.is_some() { how } else { CatchUp::Keep };
                return Ok(Answer::Start(Job::CatchUp(since, how)));
            }
            _ => match &mut self.done {
                Some(lines) => lines.press(key),
                None => {
                    let before = self.entered(today).map(|(since, _)| since);
                    self.fields.press(key);
                    // What was found is of another day.
                    if before != self.entered(today).map(|(since, _)| since) {
                        self.report = None;
                    }
                }
            },
        }
        Ok(Answer::Stay)
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.fields.paste(text);
        self.report = None;
    }

    /// Shows what was found, or done.
    pub(super) fn show(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        how: CatchUp,
        caught: CaughtUp,
    ) -> Result<(), OpError> {
        if how == CatchUp::Keep {
            self.report = Some(caught);
            return Ok(());
        }
        let mut lines = vec![look.words.message(&caught.message())];
        lines.extend(moves::in_words(bench, look, &caught.moves)?);
        (self.report, self.done) = (None, Some(Lines::of(lines)));
        Ok(())
    }

    pub(super) fn keys(&self) -> &'static str {
        match (&self.done, &self.report) {
            (Some(_), _) => "catch-up-keys-done",
            (None, Some(_)) if self.fields.value(1).chosen() > 0 => "catch-up-keys-do",
            _ => "catch-up-keys",
        }
    }

    pub(super) fn fit(&mut self, height: usize) {
        if let Some(lines) = &mut self.done {
            lines.fit(height);
        }
    }

    pub(super) fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        if let Some(lines) = &self.done {
            lines.draw(look, area, buf);
            return None;
        }
        let mut below = Vec::new();
        match self.entered(look.today) {
            Some((since, CatchUp::Move(until))) => {
                below.push(format!("{} → {}", words.full_day(since), words.full_day(until)));
            }
            Some((since, _)) => below.push(words.full_day(since)),
            None => {}
        }
        below.push(String::new());
        if let Some(report) = &self.report {
            below.extend(cell::wrap(&words.message(&report.message()), usize::from(area.width).saturating_sub(2)));
        }
        let rows = (area.y + self.fields.len() as u16 + 1..area.bottom()).zip(below);
        for (y, text) in rows {
            cell::write(buf, (area.x + 1, y), &Line::raw(text), area.width.saturating_sub(1));
        }
        self.fields.draw(look, WIDE, area, buf)
    }
}
