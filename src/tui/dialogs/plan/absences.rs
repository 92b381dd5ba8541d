//! Who is away when: listed, added, removed.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::letters;
use super::lines::Lines;
use crate::domain::calendar::Absence;
use crate::domain::ids::AbsenceId;
use crate::domain::table::Responsible;
use crate::ops::{AbsenceRow, OpError, Workbench};
use crate::text::typed::parse_day;
use crate::tui::dialogs::Answer;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::fields::{Fields, Value};
use crate::tui::worker::Job;

const LABELS: [&str; 4] = ["absence-who", "absence-from", "absence-to", "absence-note"];
/// The width of the labels and of the columns of the list.
const WIDE: usize = 12;
const DAYS: usize = 30;

/// The absences, and the one that is being entered.
#[derive(Default)]
pub(super) struct Absences {
    rows: Option<Vec<AbsenceRow>>,
    cursor: Cursor,
    form: Option<Fields>,
    /// The one that is to be removed.
    removed: Option<AbsenceId>,
    /// What the one that is entered, or is to be removed, would move, once that is asked for.
    moves: Option<Lines>,
}

impl Absences {
    /// Reads the list again, because it has changed; what was entered is kept now.
    pub(super) fn forget(&mut self) {
        *self = Self { cursor: std::mem::take(&mut self.cursor), ..Self::default() };
    }

    /// Whether an absence is being entered, or is to be removed.
    pub(super) fn is_entering(&self) -> bool {
        self.form.is_some() || self.removed.is_some()
    }

    /// Shows what that would move, unless one has gone back from there.
    pub(super) fn show(&mut self, moves: Lines) {
        if self.moves.is_some() {
            self.moves = Some(moves);
        }
    }

    /// Goes back from what it would move to the form, or to the list.
    pub(super) fn go_back(&mut self) {
        (self.removed, self.moves) = (None, None);
    }

    pub(super) fn keys(&self) -> &'static str {
        match (&self.form, &self.moves) {
            (None, None) => "absence-keys",
            (None, Some(_)) => "absence-keys-removing",
            (Some(_), None) => "absence-keys-entering",
            (Some(_), Some(_)) => "absence-keys-moves",
        }
    }

    /// Acts on a key. The error is the key of the sentence why nothing is done.
    pub(super) fn press(&mut self, key: Key, look: &Look<'_>) -> Result<Answer, &'static str> {
        if let (Some(id), Some(moves)) = (self.removed, &mut self.moves) {
            match key.code {
                KeyCode::Esc => self.go_back(),
                KeyCode::Enter if moves.is_there() => return Ok(Answer::Start(Job::RemoveAbsence(id))),
                _ => moves.press(key),
            }
            return Ok(Answer::Stay);
        }
        if let Some(form) = &mut self.form {
            match (key.code, &mut self.moves) {
                (KeyCode::Esc, None) => self.form = None,
                (KeyCode::Esc, Some(_)) => self.moves = None,
                (KeyCode::Enter, moves) => {
                    let absence = absence_in(form, look.today).ok_or("to-day-wrong")?;
                    if absence.to < absence.from {
                        return Err("absence-turned");
                    }
                    // What it would move is shown first, and nothing is asked twice.
                    return Ok(match moves.replace(Lines::default()) {
                        None => Answer::Start(Job::PreviewAbsence(absence)),
                        Some(lines) if lines.is_there() => {
                            Answer::Start(Job::AddAbsence(absence, form.value(3).text().to_owned()))
                        }
                        Some(_) => Answer::Stay,
                    });
                }
                (_, Some(moves)) => moves.press(key),
                (_, None) => form.press(key),
            }
            return Ok(Answer::Stay);
        }
        match key.on_english_layout().code {
            KeyCode::Esc => return Ok(Answer::Close),
            KeyCode::Char('a') => {
                let who = Responsible::ALL.map(|who| look.words.responsible(who)).to_vec();
                let text = || Value::Text(Field::default());
                self.form = Some(Fields::new(&LABELS, vec![Value::One(who, 0), text(), text(), text()]));
            }
            KeyCode::Char('x') => {
                let row = self.cursor.selected().and_then(|place| self.rows.as_ref()?.get(place));
                let Some(id) = row.map(|row| row.id) else { return Ok(Answer::Stay) };
                (self.removed, self.moves) = (Some(id), Some(Lines::default()));
                return Ok(Answer::Start(Job::PreviewRemoval(id)));
            }
            _ => drop(self.cursor.press(key)),
        }
        Ok(Answer::Stay)
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let (Some(form), None) = (&mut self.form, &self.moves) {
            form.paste(text);
        }
    }

    pub(super) fn fit(&mut self, bench: &Workbench, height: usize) -> Result<(), OpError> {
        if let Some(moves) = &mut self.moves {
            moves.fit(height);
            return Ok(());
        }
        let rows = match &mut self.rows {
            Some(rows) => rows,
            none => none.insert(bench.absences()?),
        };
        self.cursor.fit(rows.len(), height.saturating_sub(self.form.as_ref().map_or(0, |form| form.len() + 2)), 1);
        Ok(())
    }

    pub(super) fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        if let Some(moves) = &self.moves {
            moves.draw(look, area, buf);
            return None;
        }
        let rows = self.rows.as_deref().unwrap_or_default();
        if rows.is_empty() && self.form.is_none() {
            look.empty(area, &words.say_with("absence-none", &letters(look)), buf);
        }
        for (y, place) in (area.y..area.bottom()).zip(self.cursor.window()) {
            let Some(AbsenceRow { absence, note, .. }) = rows.get(place) else { break };
            let days = format!("{} – {}", words.day(absence.from), words.day_with_year(absence.to));
            let note = cell::cut(&words.private(note), usize::from(area.width).saturating_sub(WIDE + DAYS + 1));
            let row = [
                Span::raw(cell::left(&words.responsible(absence.who), WIDE)),
                Span::raw(cell::left(&days, DAYS)),
                Span::raw(note),
            ];
            let line = Rect { y, height: 1, ..area };
            look.row(line, &row, self.cursor.selected() == Some(place), self.form.is_none(), buf);
        }
        let form = self.form.as_ref()?;
        let below = form.len() as u16 + 1;
        let area = Rect { y: area.bottom().saturating_sub(below), height: below.min(area.height), ..area };
        if let Some(Absence { from, to, .. }) = absence_in(form, look.today) {
            let days = (to - from).num_days() + 1;
            let (from, to) = (words.full_day(from), words.full_day(to));
            let args = [("from", from.into()), ("to", to.into()), ("n", days.into())];
            let understood = if days > 0 { words.say_with("absence-days", &args) } else { words.say("absence-turned") };
            let line = Line::styled(cell::cut(&understood, usize::from(area.width)), look.theme.toast());
            cell::write(buf, (area.x + 1, area.bottom().saturating_sub(1)), &line, area.width.saturating_sub(1));
        }
        form.draw(look, WIDE, area, buf)
    }
}

/// The absence that is entered; without a last day it is one day long.
fn absence_in(form: &Fields, today: NaiveDate) -> Option<Absence> {
    let who = *Responsible::ALL.get(form.value(0).chosen())?;
    let from = parse_day(form.value(1).text(), today)?;
    let to = if form.value(2).text().is_empty() { from } else { parse_day(form.value(2).text(), today)? };
    Some(Absence { who, from, to })
}
