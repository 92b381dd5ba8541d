//! A board about one client: what stands, and what can be done about it, each a digit away; what has to be said for it is
//! asked in a few fields below. Complaints, competitors and the parting with a client are led on such boards.

mod competitors;
mod complaints;
mod parting;

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::ops::{OpError, Receipt, Workbench};
use crate::text::typed::parse_day;
use crate::tui::input::Key;
use crate::tui::keymap::{action_of, binding_of};
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::fields::{Fields, Value};

/// The width of a board with its border.
const WIDTH: u16 = 100;
/// The width of the column of labels in front of what is typed.
const LABEL: usize = 17;
/// How many subjects stand in sight at once.
const SUBJECTS: usize = 5;

/// What a board is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The client's open complaints.
    Complaints,
    /// Whether to go on with it; of a former client whether to win it back.
    Parting,
    /// The competitors at it.
    Competitors,
}

/// One thing on a board.
struct Subject {
    /// Its row, where there are several.
    head: String,
    /// What is to be known of it.
    lines: Vec<String>,
    /// What can be done about it.
    tasks: Vec<Task>,
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Task {
    Complaint(complaints::Task),
    Parting(parting::Task),
    Competitor(competitors::Task),
}

impl Task {
    /// The key of its words.
    fn key(self) -> &'static str {
        match self {
            Self::Complaint(task) => task.key(),
            Self::Parting(task) => task.key(),
            Self::Competitor(task) => task.key(),
        }
    }

    /// What has to be said for it; nothing for what is done at once.
    fn fields(self, look: &Look<'_>) -> Option<Fields> {
        match self {
            Self::Complaint(task) => Some(task.fields(look)),
            Self::Parting(task) => task.fields(look),
            Self::Competitor(task) => task.fields(look),
        }
    }

    fn save(self, look: &Look<'_>, client: ClientId, said: &Said<'_>) -> Result<Receipt, Message> {
        let bench = look.bench;
        match self {
            Self::Complaint(task) => task.save(bench, client, said),
            Self::Parting(task) => task.save(look, client, said),
            Self::Competitor(task) => task.save(bench, client, said),
        }
    }

    /// What is offered once it is done.
    fn offers(self, said: &Said<'_>) -> Option<Self> {
        if let Self::Parting(task) = self { task.offers(said).map(Self::Parting) } else { None }
    }
}

/// What was said for a task.
struct Said<'a> {
    fields: Option<&'a Fields>,
    today: NaiveDate,
}

impl Said<'_> {
    fn text(&self, place: usize) -> &str {
        self.fields.map_or("", |fields| fields.value(place).text())
    }

    fn chosen(&self, place: usize) -> usize {
        self.fields.map_or(0, |fields| fields.value(place).chosen())
    }

    /// The day typed in a field.
    fn day(&self, place: usize, parse: fn(&str, NaiveDate) -> Option<NaiveDate>) -> Result<NaiveDate, Message> {
        let typed = self.text(place);
        parse(typed, self.today).ok_or_else(|| Message::new("cli-error-day").with("typed", typed))
    }

    /// The day to come typed in a field.
    fn day_ahead(&self, place: usize) -> Result<NaiveDate, Message> {
        self.day(place, parse_day)
    }
}

/// A field to type in.
fn typed(text: &str) -> Value {
    Value::Text(Field::with(text))
}

/// A field for a day, with the one that is proposed.
fn day(text: &str) -> Value {
    Value::Text(Field::proposed(text))
}

/// A field for a day that may be today.
fn today(look: &Look<'_>) -> Value {
    day(&look.words.say("day-today"))
}

/// A field with one of several, by the keys of their words.
fn one_of(look: &Look<'_>, keys: impl IntoIterator<Item = &'static str>) -> Value {
    Value::One(keys.into_iter().map(|key| look.words.say(key)).collect(), 0)
}

/// A field with one of all, the one that holds chosen.
fn one_of_all<T: Copy + PartialEq>(look: &Look<'_>, all: &[T], key: fn(T) -> &'static str, holds: T) -> Value {
    let place = all.iter().position(|one| *one == holds).unwrap_or(0);
    Value::One(all.iter().map(|one| look.words.say(key(*one))).collect(), place)
}

#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
fn refused(error: OpError) -> Message {
    error.message()
}

/// The board.
pub struct Board {
    about: About,
    client: ClientId,
    name: String,
    subjects: Vec<Subject>,
    cursor: Cursor,
    form: Option<(Task, Option<Fields>)>,
    wrong: Option<String>,
    /// Whether the subjects are those of the file.
    known: bool,
}

impl Board {
    /// Opens a board about a client.
    pub fn open(about: About, client: ClientId, name: String) -> Self {
        let subjects = Vec::new();
        Self { about, client, name, subjects, cursor: Cursor::default(), form: None, wrong: None, known: false }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.wrong = None;
        if let Some((_, Some(fields))) = &mut self.form {
            match key.code {
                KeyCode::Enter => return Answer::Apply,
                KeyCode::Esc => self.form = None,
                _ => fields.press(key),
            }
            return Answer::Stay;
        }
        match key.code {
            KeyCode::Esc | KeyCode::Enter => return Answer::Close,
            KeyCode::Up => drop(self.cursor.step(-1)),
            KeyCode::Down => drop(self.cursor.step(1)),
            KeyCode::Char(digit @ '1'..='9') => {
                let place = digit as usize - '1' as usize;
                let task = self.subject().and_then(|subject| subject.tasks.get(place)).copied();
                return task.map_or(Answer::Stay, |task| self.begin(task, look));
            }
            _ => {
                return action_of(key)
                    .filter(|action| binding_of(*action).is_some_and(|binding| binding.needs_client))
                    .map_or(Answer::Stay, Answer::Run);
            }
        }
        Answer::Stay
    }

    fn subject(&self) -> Option<&Subject> {
        self.subjects.get(self.cursor.selected()?)
    }

    /// Asks what has to be said for a task; what needs nothing is done at once.
    fn begin(&mut self, task: Task, look: &Look<'_>) -> Answer {
        if look.bench.looks_only() {
            self.wrong = Some(look.words.message(&OpError::LooksOnly.message()));
            return Answer::Stay;
        }
        if look.words.is_curtained() && matches!(task, Task::Competitor(competitors::Task::Edit(_))) {
            self.wrong = Some(look.words.say("written-curtained"));
            return Answer::Stay;
        }
        let fields = task.fields(look);
        let asks = fields.is_some();
        self.form = Some((task, fields));
        if asks { Answer::Stay } else { Answer::Apply }
    }

    /// Begins the first task with that key, if it stands on the board.
    pub fn ask_for(&mut self, key: &str, look: &Look<'_>) {
        let tasks = self.subjects.iter().flat_map(|subject| &subject.tasks);
        if let Some(task) = tasks.copied().find(|task| task.key() == key) {
            self.begin(task, look);
        }
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Some((_, Some(fields))) = &mut self.form {
            fields.paste(text);
        }
    }

    /// Does what was begun. `None` if that cannot be done: the board says why.
    pub fn save(&mut self, look: &Look<'_>) -> Option<Receipt> {
        let (task, fields) = self.form.as_ref()?;
        let asked = fields.is_some();
        let (task, said) = (*task, Said { fields: fields.as_ref(), today: look.today });
        let (done, offered) = (task.save(look, self.client, &said), task.offers(&said));
        match &done {
            Ok(_) => {
                self.form = offered.map(|task| (task, task.fields(look)));
                self.known = false;
            }
            Err(wrong) => self.wrong = Some(look.words.message(wrong)),
        }
        if !asked {
            self.form = None;
        }
        done.ok()
    }

    /// Reads what the board is about, where it may have changed.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>) -> Result<(), OpError> {
        if !self.known {
            self.subjects = match self.about {
                About::Complaints => complaints::read(bench, look, self.client)?,
                About::Parting => parting::read(bench, look, self.client)?,
                About::Competitors => competitors::read(bench, look, self.client)?,
            };
            self.known = true;
        }
        self.cursor.fit(self.subjects.len(), SUBJECTS, 1);
        Ok(())
    }

    /// Draws the board over the panes. Returns where the cursor stands, where something is typed.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let title = match self.about {
            About::Complaints => "board-complaints",
            About::Parting => "board-parting",
            About::Competitors => "board-competitors",
        };
        let title = words.say_with(title, &[("client", self.name.as_str().into())]);
        let inside = boxed(look, body, (WIDTH, body.height), &title, buf);
        let width = usize::from(inside.width);
        let mut y = inside.y;
        let mut next = |lines: u16| {
            let line = Rect { y, height: lines.min(inside.bottom().saturating_sub(y)), ..inside };
            y = (y + lines).min(inside.bottom());
            line
        };
        if self.subjects.len() > 1 {
            let selected = self.cursor.selected();
            for (place, subject) in self.subjects.iter().enumerate().skip(self.cursor.window().start).take(SUBJECTS) {
                let head = Span::raw(cell::cut(&subject.head, width.saturating_sub(2)));
                look.row(next(1), [&head], selected == Some(place), self.form.is_none(), buf);
            }
            next(1);
        }
        let subject = self.subject()?;
        for line in subject.lines.iter().flat_map(|line| cell::wrap(line, width)) {
            put(&Line::raw(line), next(1), buf);
        }
        next(1);
        let mut at = None;
        if let Some((task, Some(fields))) = &self.form {
            put(&Line::styled(words.say(task.key()), look.theme.heading()), next(1), buf);
            at = fields.draw(look, LABEL, next(fields.len() as u16), buf);
            put(&Line::raw(cell::cut(&words.say("board-keys-form"), width)), next(1), buf);
        } else {
            for (place, task) in subject.tasks.iter().enumerate() {
                let number = Span::styled(format!("{} ", place + 1), look.theme.key());
                put(&Line::from(vec![number, Span::raw(words.say(task.key()))]), next(1), buf);
            }
            next(1);
            let counts = [("n", subject.tasks.len().into()), ("of", self.subjects.len().into())];
            put(&Line::raw(words.say_with("board-keys", &counts)), next(1), buf);
        }
        for line in self.wrong.iter().flat_map(|wrong| cell::wrap(wrong, width)) {
            put(&Line::styled(line, look.theme.error()), next(1), buf);
        }
        at
    }
}

fn put(line: &Line<'_>, area: Rect, buf: &mut Buffer) {
    if area.height > 0 {
        buf.set_line(area.x, area.y, line, area.width);
    }
}
