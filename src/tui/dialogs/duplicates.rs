//! Who may be the same: the pairs, and below the two of the selected one side by side. One of them stays, or a person says
//! that they are two. They are found aside, because every client is compared.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::ids::ClientId;
use crate::domain::person::Reachable;
use crate::ops::{Duplicate, OpError, Receipt, Side, Twins, Workbench};
use crate::text::Words;
use crate::text::shown::shown;
use crate::tui::action::Action;
use crate::tui::input::Key;
use crate::tui::keymap::{action_of, keycap};
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;

/// The width of the page with its border.
const WIDTH: u16 = 140;
/// How many pairs stand in sight at once.
const PAIRS: u16 = 6;
/// The width of the column of labels.
const LABEL: usize = 18;
/// The rows for what is said of two people, and of two clients.
const FIELDS: u16 = 14;

/// What is to be done about a pair.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Task {
    KeepOne,
    KeepOther,
    TellApart,
    MergeSure,
}

/// The duplicates of the book.
#[derive(Default)]
pub struct Duplicates {
    /// `None` until they are found.
    pairs: Option<Vec<Duplicate>>,
    /// Two clients that a person put beside each other.
    marked: Option<Duplicate>,
    cursor: Cursor,
    /// The two of the selected pair, a label and a value of each, once they are read.
    beside: Option<(Twins, Vec<[String; 3]>)>,
    task: Option<Task>,
    /// What is done only if it is asked for a second time.
    doubted: Option<Task>,
    /// The client that stayed of the two that were merged last, and the one that went.
    merged: Option<(ClientId, ClientId)>,
    wrong: Option<String>,
}

impl Duplicates {
    /// Opens the page with two clients beside each other, if two are given.
    pub fn open(bench: &Workbench, marked: &[ClientId]) -> Result<Self, OpError> {
        let [one, other] = *marked else { return Ok(Self::default()) };
        let names = [bench.client(one)?.name, bench.client(other)?.name];
        let marked = Duplicate { twins: Twins::Clients(one, other), client: one, names, likeness: None };
        Ok(Self { marked: Some(marked), ..Self::default() })
    }

    /// Takes what was found; the pair that `client` is of is selected.
    pub fn show(&mut self, found: Vec<Duplicate>, client: Option<ClientId>) {
        let known = |marked: &Duplicate| found.iter().any(|pair| pair.twins.is_same(marked.twins));
        let marked = self.marked.take();
        let first = marked.as_ref().map(|marked| marked.twins);
        let pairs: Vec<Duplicate> = marked.filter(|marked| !known(marked)).into_iter().chain(found).collect();
        let place = pairs.iter().position(|pair| match first {
            Some(twins) => pair.twins.is_same(twins),
            None => client.is_some_and(|client| pair.concerns(client)),
        });
        self.cursor.fit(pairs.len(), usize::from(PAIRS), 1);
        self.cursor.select(place.unwrap_or(0));
        self.pairs = Some(pairs);
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        let doubted = self.doubted.take();
        let asked = |duplicates: &mut Self, task| {
            duplicates.task = Some(task);
            duplicates.doubted = doubted.filter(|doubted| *doubted == task);
            Answer::Apply
        };
        match key.code {
            KeyCode::Esc => return Answer::Close,
            _ if self.cursor.press(key) => {}
            KeyCode::Enter => return self.selected().map_or(Answer::Stay, |pair| Answer::Open(pair.client)),
            KeyCode::Char('1') => return asked(self, Task::KeepOne),
            KeyCode::Char('2') => return asked(self, Task::KeepOther),
            KeyCode::Char('3') => return asked(self, Task::TellApart),
            KeyCode::Char('9') => return asked(self, Task::MergeSure),
            _ => {
                if let Some(action @ (Action::Undo | Action::Redo)) = action_of(key) {
                    (self.pairs, self.beside) = (None, None);
                    return Answer::Reverse(action);
                }
            }
        }
        Answer::Stay
    }

    /// Whom to speak of in place of a client that may have become part of another one.
    pub fn instead_of(&self, client: ClientId) -> ClientId {
        self.merged.filter(|(_, gone)| *gone == client).map_or(client, |(keep, _)| keep)
    }

    fn selected(&self) -> Option<&Duplicate> {
        self.pairs.as_ref()?.get(self.cursor.selected()?)
    }

    /// Does what was asked for. `None` if that cannot be done: the page says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let (task, pair) = (self.task.take()?, self.selected()?.twins);
        let asked = self.doubted.take().is_some();
        let done = match (task, pair) {
            (Task::MergeSure, _) => bench.merge_sure(),
            (Task::TellApart, twins) => bench.tell_apart(twins),
            (Task::KeepOne, Twins::Clients(one, other)) => bench.merge_clients(one, other, asked),
            (Task::KeepOther, Twins::Clients(one, other)) => bench.merge_clients(other, one, asked),
            (Task::KeepOne, Twins::People(one, other)) => bench.merge_people(one, other),
            (Task::KeepOther, Twins::People(one, other)) => bench.merge_people(other, one),
        };
        let done = done.map_err(|error| {
            self.wrong = Some(if matches!(error, OpError::TwoTaxIds { .. }) {
                self.doubted = Some(task);
                look.words.say("duplicates-two-tax-ids")
            } else {
                look.words.message(&error.message())
            });
        });
        let done = done.ok()?;
        self.merged = match (task, pair) {
            (Task::KeepOne, Twins::Clients(one, other)) => Some((one, other)),
            (Task::KeepOther, Twins::Clients(one, other)) => Some((other, one)),
            _ => None,
        };
        self.pairs.iter_mut().for_each(|pairs| {
            pairs.retain(|other| match task {
                Task::MergeSure => !other.is_sure(),
                Task::TellApart => other.twins != pair,
                // What the one that stays has in common with a third is looked for when the page is opened again.
                Task::KeepOne | Task::KeepOther => !other.twins.touches(pair),
            });
        });
        self.beside = None;
        Some(done)
    }

    /// Reads the two of the selected pair, where they are not those that were read.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>) -> Result<(), OpError> {
        let len = self.pairs.as_ref().map_or(0, Vec::len);
        self.cursor.fit(len, usize::from(PAIRS), 1);
        let Some(twins) = self.selected().map(|pair| pair.twins) else { return Ok(()) };
        if self.beside.as_ref().is_none_or(|(read, _)| *read != twins) {
            let rows = match twins {
                Twins::Clients(one, other) => {
                    let same = bench.same_orders(one, other)?;
                    clients_beside(look.words, &bench.side(one)?, &bench.side(other)?, same)
                }
                Twins::People(one, other) => {
                    people_beside(look.words, &bench.reachable(one)?, &bench.reachable(other)?)
                }
            };
            self.beside = Some((twins, rows));
        }
        Ok(())
    }

    /// Draws it over the panes.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) {
        let words = look.words;
        let inside = boxed(look, body, (WIDTH, body.height), &words.say("duplicates-title"), buf);
        let width = usize::from(inside.width);
        let last = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside };
        let Some(pairs) = &self.pairs else { return look.empty(inside, &words.say("duplicates-looking"), buf) };
        if pairs.is_empty() {
            return look.empty(inside, &words.say("duplicates-none"), buf);
        }
        let list = Rect { height: PAIRS.min(pairs.len() as u16).min(inside.height), ..inside };
        let window = self.cursor.window();
        for (y, (place, pair)) in
            (list.y..list.bottom()).zip(pairs.iter().enumerate().skip(window.start).take(window.len()))
        {
            let sure = cell::left(&words.likeness(pair.likeness.as_ref()), 11);
            let names =
                pair.names.each_ref().map(|name| cell::left(&cell::cut(&words.name(name), width / 4), width / 4 + 1));
            let common = words.common(pair.likeness.as_ref());
            let spans = [Span::raw(sure), Span::raw(names.concat()), Span::raw(common)];
            look.row(Rect { y, height: 1, ..list }, &spans, self.cursor.selected() == Some(place), true, buf);
        }
        let below =
            Rect { y: list.bottom() + 1, height: FIELDS.min(last.y.saturating_sub(list.bottom() + 2)), ..inside };
        self.draw_beside(look, below, buf);
        if let Some(wrong) = &self.wrong {
            cell::rise(buf, Rect { y: last.y.saturating_sub(1), ..last }, wrong, look.theme.error());
        }
        let sure = pairs.iter().filter(|pair| pair.is_sure()).count();
        let keys = words.say_with(
            "duplicates-keys",
            &[("sure", sure.into()), ("undo", keycap(Key::char('u'), look.cyrillic).into())],
        );
        cell::write(buf, (last.x, last.y), &Line::styled(keys, look.theme.key()), last.width);
    }

    /// Draws the two of the selected pair beside each other; where they differ, in full.
    fn draw_beside(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let Some((_, rows)) = &self.beside else { return };
        let column = usize::from(area.width).saturating_sub(LABEL) / 2;
        for (y, [label, one, other]) in (area.y..area.bottom()).zip(rows) {
            // What is said of both at once stands across.
            let column = if label.is_empty() { 2 * column } else { column };
            let cells = [one, other].map(|value| cell::left(&cell::cut(&shown(value), column - 1), column));
            let style = if one == other { look.theme.quiet() } else { Style::default() };
            let line = Line::from(vec![
                Span::styled(cell::left(label, LABEL), look.theme.key()),
                Span::styled(cells.concat(), style),
            ]);
            cell::write(buf, (area.x, y), &line, area.width);
        }
    }
}

/// What is known of two clients, line by line.
fn clients_beside(words: &Words, one: &Side, other: &Side, same_orders: usize) -> Vec<[String; 3]> {
    let row = |key: &str, value: &dyn Fn(&Side) -> String| [words.say(key), value(one), value(other)];
    let orders = |side: &Side| {
        let derived = side.row.derived.as_ref();
        let last = derived.and_then(|derived| derived.last_order).map(|day| words.day_with_year(day));
        let revenue = derived.map(|derived| words.money(derived.revenue));
        [Some(side.orders.to_string()), last, revenue].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    };
    let mut rows = vec![
        row("client-name", &|side| words.name(&side.client.name).into_owned()),
        row("client-tax-id", &|side| side.client.tax_id.clone()),
        row("client-city", &|side| side.client.city.clone()),
        row("client-address", &|side| side.client.address.clone()),
        row("duplicates-people", &|side| {
            side.people.iter().map(|person| words.name(&person.name).into_owned()).collect::<Vec<_>>().join(", ")
        }),
        row("duplicates-channels", &|side| {
            side.channels.iter().map(|channel| words.name(&channel.shown()).into_owned()).collect::<Vec<_>>().join(", ")
        }),
        row("duplicates-status", &|side| {
            side.row.derived.as_ref().map(|derived| words.status(derived.status)).unwrap_or_default()
        }),
        row("duplicates-orders", &orders),
        row("duplicates-touches", &|side| side.touches.to_string()),
        row("duplicates-others", &|side| side.others.to_string()),
        row("client-tags", &|side| side.client.tags.join(" ")),
        row("client-note", &|side| words.private(&side.client.note).into_owned()),
        row("duplicates-external", &|side| side.client.external_id.clone().unwrap_or_default()),
    ];
    if same_orders > 0 {
        let said = words.say_with("duplicates-same-orders", &[("n", same_orders.into())]);
        rows.insert(8, [String::new(), said, String::new()]);
    }
    rows
}

/// What is known of two people, line by line.
fn people_beside(words: &Words, one: &Reachable, other: &Reachable) -> Vec<[String; 3]> {
    let row = |key: &str, value: &dyn Fn(&Reachable) -> String| [words.say(key), value(one), value(other)];
    vec![
        row("person-name", &|side| words.name(&side.person.name).into_owned()),
        row("person-role", &|side| side.person.role.clone()),
        row("person-birthday", &|side| side.person.birthday.map(|day| day.to_string()).unwrap_or_default()),
        row("duplicates-channels", &|side| {
            side.channels.iter().map(|channel| words.name(&channel.shown()).into_owned()).collect::<Vec<_>>().join(", ")
        }),
    ]
}
