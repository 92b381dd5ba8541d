//! The communication table: its rows, a form for one of them, and what a change would move before it is saved.

mod fields;
mod form;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use self::form::{Form, Kept};
use super::{Answer, boxed, moves};
use crate::domain::calendar::Moves;
use crate::domain::ids::RuleId;
use crate::domain::message::Message;
use crate::domain::table::{Doubt, Rule, default_table};
use crate::ops::{OpError, Workbench};
use crate::tui::input::Key;
use crate::tui::keymap::keycap;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::worker::Job;

/// The communication table being looked at and changed.
pub struct Table {
    rules: Vec<Rule>,
    doubts: Vec<Doubt>,
    cursor: Cursor,
    changed: bool,
    stage: Stage,
    says: Option<String>,
}

enum Stage {
    /// The rows.
    Rows,
    /// One of them; of a new one the place is behind the last.
    Row(usize, Box<Form>),
    /// The worker computes what the changes would move, or saves them.
    Asked,
    /// What they would move.
    Moves(Vec<String>),
}

impl Table {
    /// Opens the table as it is.
    pub fn open(bench: &Workbench) -> Result<Self, OpError> {
        let rules = bench.table()?;
        let doubts = bench.check_table(&rules);
        Ok(Self { rules, doubts, cursor: Cursor::default(), changed: false, stage: Stage::Rows, says: None })
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.says = None;
        match &mut self.stage {
            Stage::Rows => self.press_in_rows(key, look),
            Stage::Row(place, form) => match form.press(key, look) {
                Kept::Not => {
                    let (place, rule) = (*place, form.rule(look).ok());
                    self.doubt_row(place, rule, look);
                    Answer::Stay
                }
                Kept::Left => {
                    let place = *place;
                    self.go_to_rows(place)
                }
                Kept::Rule(rule) => {
                    let place = *place;
                    self.keep(place, *rule, look);
                    self.go_to_rows(place)
                }
            },
            Stage::Asked | Stage::Moves(_) if key.code == KeyCode::Esc => self.go_to_rows(0),
            Stage::Asked => Answer::Stay,
            Stage::Moves(lines) => {
                let page = lines.len().min(10).cast_signed();
                match key.code {
                    KeyCode::Enter => {
                        self.stage = Stage::Asked;
                        return Answer::Start(Job::EditTable(self.rules.clone()));
                    }
                    KeyCode::Up => drop(self.cursor.step(-1)),
                    KeyCode::Down => drop(self.cursor.step(1)),
                    KeyCode::PageUp => drop(self.cursor.step(-page)),
                    KeyCode::PageDown => drop(self.cursor.step(page)),
                    _ => {}
                }
                Answer::Stay
            }
        }
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Stage::Row(_, form) = &mut self.stage {
            form.paste(text);
        }
    }

    /// Goes back to the rows, to the one at that place.
    fn go_to_rows(&mut self, place: usize) -> Answer {
        self.stage = Stage::Rows;
        self.cursor = Cursor::default();
        self.cursor.reach(place);
        Answer::Stay
    }

    fn press_in_rows(&mut self, key: Key, look: &Look<'_>) -> Answer {
        let selected = self.cursor.selected().filter(|place| *place < self.rules.len());
        match key.on_english_layout().code {
            _ if self.cursor.press(key) => {}
            KeyCode::Enter => {
                if let Some(place) = selected {
                    self.open_row(place, &self.rules[place].clone(), look);
                }
            }
            KeyCode::Char('n') => {
                self.open_row(self.rules.len(), &new_rule(), look);
            }
            KeyCode::Char('x') => {
                if let Some(place) = selected {
                    self.rules.remove(place);
                    self.look_again(look);
                }
            }
            KeyCode::Char('s') if self.changed => return self.ask(look),
            KeyCode::Esc if self.changed => {
                self.changed = false;
                self.says = Some(look.words.say("table-unsaved"));
                return Answer::Stay;
            }
            KeyCode::Esc => return Answer::Close,
            _ => {}
        }
        Answer::Stay
    }

    fn open_row(&mut self, place: usize, rule: &Rule, look: &Look<'_>) {
        self.stage = Stage::Row(place, Box::new(Form::open(rule, look)));
        self.doubt_row(place, Some(rule.clone()), look);
    }

    /// Says in the form what would be doubtful about the table with this row in it.
    fn doubt_row(&mut self, place: usize, rule: Option<Rule>, look: &Look<'_>) {
        let doubts = rule.map(|rule| look.bench.check_table(&with_row(&self.rules, place, rule))).unwrap_or_default();
        if let Stage::Row(_, form) = &mut self.stage {
            form.doubt = worst(&doubts, place).map(|doubt| doubted(look, doubt));
        }
    }

    /// Takes a row over from the form.
    fn keep(&mut self, place: usize, rule: Rule, look: &Look<'_>) {
        self.rules = with_row(&self.rules, place, rule);
        self.look_again(look);
    }

    fn look_again(&mut self, look: &Look<'_>) {
        self.changed = true;
        self.doubts = look.bench.check_table(&self.rules);
    }

    /// Asks what the changes would move, unless a row cannot be saved as it is.
    fn ask(&mut self, look: &Look<'_>) -> Answer {
        if let Some(doubt) = self.doubts.iter().find(|doubt| doubt.grave) {
            self.says = Some(doubted(look, doubt));
            return Answer::Stay;
        }
        self.stage = Stage::Asked;
        Answer::Start(Job::PreviewTable(self.rules.clone()))
    }

    /// Shows what the changes would move.
    pub fn show_moves(&mut self, bench: &Workbench, look: &Look<'_>, moves: Result<Moves, OpError>) {
        if !matches!(self.stage, Stage::Asked) {
            return;
        }
        let lines = moves.and_then(|moves| moves::in_words(bench, look, &moves));
        self.cursor = Cursor::default();
        match lines {
            Ok(lines) => self.stage = Stage::Moves(lines),
            Err(error) => self.refuse(look, &error),
        }
    }

    /// Says why the table could not be saved.
    pub fn refuse(&mut self, look: &Look<'_>, error: &OpError) {
        self.stage = Stage::Rows;
        self.says = Some(look.words.message(&error.message()));
    }

    /// Fits the lists into a window of `body`.
    pub fn fit(&mut self, body: Rect) {
        let height = usize::from(body.height.saturating_sub(6));
        match &mut self.stage {
            Stage::Rows => self.cursor.fit(self.rules.len(), height, 1),
            Stage::Moves(lines) => self.cursor.fit(lines.len(), height, 1),
            Stage::Row(_, form) => form.fit(height),
            Stage::Asked => {}
        }
    }

    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let (title, keys) = match &self.stage {
            Stage::Rows => ("table-title", if self.changed { "table-keys-changed" } else { "table-keys" }),
            Stage::Row(..) => ("table-row-title", "table-row-keys"),
            Stage::Asked => ("table-moves-title", "table-asked"),
            Stage::Moves(_) => ("table-moves-title", "table-moves-keys"),
        };
        let inside = boxed(look, body, (118, body.height), &words.say(title), buf);
        let below = Rect { y: inside.bottom().saturating_sub(3), height: 3, ..inside };
        let list = Rect { height: inside.height.saturating_sub(4), ..inside };
        let letters = [("new", 'n'), ("remove", 'x'), ("save", 's')]
            .map(|(name, letter)| (name, keycap(Key::char(letter), look.cyrillic).into()));
        let keys = Line::styled(cell::cut(&words.say_with(keys, &letters), usize::from(below.width)), look.theme.key());
        cell::write(buf, (below.x, below.bottom() - 1), &keys, below.width);
        let mut tell = |text: &str, style: Style| {
            for (row, line) in cell::wrap(text, usize::from(below.width)).into_iter().take(2).enumerate() {
                cell::write(buf, (below.x, below.y + row as u16), &Line::styled(line, style), below.width);
            }
        };
        match &self.stage {
            _ if self.says.is_some() => tell(self.says.as_deref().unwrap_or_default(), look.theme.error()),
            Stage::Rows => {
                let selected = self.cursor.selected();
                match selected.and_then(|place| worst(&self.doubts, place)) {
                    Some(doubt) => tell(&doubted(look, doubt), look.theme.overdue()),
                    None => {
                        let note = selected.and_then(|place| self.rules.get(place)).map(|rule| words.rule_note(rule));
                        tell(&note.unwrap_or_default(), Style::new());
                    }
                }
            }
            _ => {}
        }
        match &self.stage {
            Stage::Rows => self.draw_rows(look, list, buf),
            Stage::Row(_, form) => return form.draw(look, list, below, buf),
            Stage::Asked => {}
            Stage::Moves(lines) => {
                let shown = self.cursor.window().filter_map(|place| Some((place, lines.get(place)?)));
                for (y, (place, line)) in (list.y..list.bottom()).zip(shown) {
                    let text = Span::raw(cell::cut(line, usize::from(list.width).saturating_sub(1)));
                    look.row(Rect { y, height: 1, ..list }, &[text], self.cursor.selected() == Some(place), true, buf);
                }
            }
        }
        None
    }

    fn draw_rows(&self, look: &Look<'_>, list: Rect, buf: &mut Buffer) {
        let words = look.words;
        let room = usize::from(list.width).saturating_sub(1);
        // In a narrow window who does it gives way.
        let (kind, who, minutes) = (12, if room < 60 { 0 } else { 11 }, 7);
        let rest = room.saturating_sub(2 + kind + who + minutes);
        let when = (rest * 9 / 16).min(34);
        let title = rest - when;
        let shown = self.cursor.window().filter_map(|place| Some((place, self.rules.get(place)?)));
        for (y, (place, rule)) in (list.y..list.bottom()).zip(shown) {
            let doubtful = self.doubts.iter().any(|doubt| doubt.row == place);
            let row = [
                Span::styled(if doubtful { "! " } else { "  " }, look.theme.overdue()),
                Span::raw(cell::left(&cell::cut(&words.touch(rule.kind), kind - 1), kind)),
                Span::raw(cell::left(&cell::cut(&words.rule_title(rule), title.saturating_sub(1)), title)),
                Span::raw(cell::left(&cell::cut(&words.rule_when(rule), when.saturating_sub(1)), when)),
                Span::raw(cell::left(
                    &cell::cut(&words.say(&format!("responsible-{}", rule.responsible.name())), who),
                    who,
                )),
                Span::raw(cell::right(&words.say_with("days-minutes", &[("n", rule.minutes.into())]), minutes)),
            ];
            look.row(Rect { y, height: 1, ..list }, &row, self.cursor.selected() == Some(place), true, buf);
        }
    }
}

/// The rows with one of them put in its place; behind the last it is a new one.
fn with_row(rules: &[Rule], place: usize, rule: Rule) -> Vec<Rule> {
    let mut rules = rules.to_vec();
    match rules.get_mut(place) {
        Some(there) => *there = rule,
        None => rules.push(rule),
    }
    rules
}

/// What is to be said of a row: first what forbids it.
fn worst(doubts: &[Doubt], place: usize) -> Option<&Doubt> {
    doubts.iter().filter(|doubt| doubt.row == place).min_by_key(|doubt| !doubt.grave)
}

fn doubted(look: &Look<'_>, doubt: &Doubt) -> String {
    let told = Message::new("doubt-row").with("row", doubt.row + 1).with("why", doubt.message.clone());
    look.words.message(&told)
}

/// A row to begin with: that of a call once a quarter.
fn new_rule() -> Rule {
    let like = default_table().into_iter().find(|rule| rule.name == "call-regular");
    let like = like.unwrap_or_else(|| default_table().remove(0));
    Rule { id: RuleId(0), name: String::new(), ..like }
}
