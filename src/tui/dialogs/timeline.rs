//! The timeline of a client: everything that happened, newest first, by kinds or by a word, and where an entry is changed
//! or taken away. Only what is in sight is read, unless a word is looked for.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::bar::Bar;
use super::{Answer, boxed};
use crate::domain::ids::{ClientId, EvaluationId, NoteId, OrderId, PromiseId, TouchId};
use crate::domain::matching::fold;
use crate::domain::timeline::{Kinds, TimelineEntry, TimelineKind};
use crate::ops::{OpError, Receipt, Workbench, touch_key};
use crate::tui::action::Action;
use crate::tui::input::Key;
use crate::tui::keymap::{action_of, keycap};
use crate::tui::layout::Areas;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::list::{List, Reach};

/// The width of the column of days.
const DAY: usize = 13;
/// The width of the column of kinds.
const KIND: usize = 13;
/// The rows below the list: the selected entry in full, what was wrong or is looked for, the keys.
const BELOW: u16 = 6;

/// The timeline of a client.
pub struct Timeline {
    client: ClientId,
    name: String,
    kinds: Kinds,
    list: List<TimelineEntry>,
    /// How many entries there are of these kinds; `None` until they are counted.
    count: Option<usize>,
    /// The word that is looked for.
    word: Field,
    /// Whether it is being typed.
    typing: bool,
    /// The entries in which it stands; `None` until they are looked for.
    found: Option<Vec<TimelineEntry>>,
    /// The entry that is being changed.
    changed: Option<Bar>,
    wrong: Option<String>,
}

impl Timeline {
    /// Opens the timeline of a client of that name, the newest entry selected.
    pub fn open(client: ClientId, name: String) -> Self {
        Self {
            client,
            name,
            kinds: Kinds::All,
            list: List::default(),
            count: None,
            word: Field::default(),
            typing: false,
            found: None,
            changed: None,
            wrong: None,
        }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.wrong = None;
        if let Some(bar) = &mut self.changed {
            match bar.press(key) {
                Answer::Save => return Answer::Apply,
                Answer::Close => self.changed = None,
                _ => {}
            }
            return Answer::Stay;
        }
        if self.typing {
            match key.code {
                KeyCode::Esc => self.look_for(Field::default()),
                KeyCode::Enter | KeyCode::Up | KeyCode::Down => self.typing = false,
                _ => {
                    self.word.press(key);
                    self.forget();
                }
            }
            return Answer::Stay;
        }
        match key.code {
            KeyCode::Esc if !self.word.text().is_empty() => self.look_for(Field::default()),
            KeyCode::Esc => return Answer::Close,
            _ if self.list.cursor.press(key) => {}
            KeyCode::Right | KeyCode::Tab => self.turn(1),
            KeyCode::Left | KeyCode::BackTab => self.turn(Kinds::ALL.len() - 1),
            KeyCode::Enter => self.change(look),
            KeyCode::Delete => return Answer::Apply,
            _ => match (key.on_english_layout().code, action_of(key)) {
                (KeyCode::Char('e'), _) => self.change(look),
                (KeyCode::Char('x'), _) => return Answer::Apply,
                (_, Some(Action::Find)) => self.typing = true,
                (_, Some(action @ (Action::Undo | Action::Redo))) => {
                    self.forget();
                    return Answer::Reverse(action);
                }
                _ => {}
            },
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        match &mut self.changed {
            Some(bar) => bar.paste(text),
            None => {
                self.typing = true;
                self.word.insert(text);
                self.forget();
            }
        }
    }

    fn turn(&mut self, by: usize) {
        let place = Kinds::ALL.iter().position(|kinds| *kinds == self.kinds).unwrap_or(0);
        self.kinds = Kinds::ALL[(place + by) % Kinds::ALL.len()];
        self.list.cursor.select(0);
        self.forget();
    }

    fn look_for(&mut self, word: Field) {
        (self.word, self.typing) = (word, false);
        self.forget();
    }

    /// Forgets what was read, because it may have changed.
    fn forget(&mut self) {
        self.list.forget();
        (self.count, self.found) = (None, None);
    }

    /// Opens the line of the selected entry, if it is one that can be changed.
    fn change(&mut self, look: &Look<'_>) {
        let Some(entry) = self.list.selected() else { return };
        if look.words.is_curtained() {
            self.wrong = Some(look.words.say("written-curtained"));
            return;
        }
        let bar = match entry.kind {
            TimelineKind::Touch { .. } => Bar::change_touch(look.bench, look, TouchId(entry.id)),
            TimelineKind::Note => Bar::change_note(look.bench, NoteId(entry.id)),
            TimelineKind::Order { .. } => Bar::change_order(look.bench, look, OrderId(entry.id)),
            TimelineKind::Promise { .. } => Bar::change_promise(look.bench, PromiseId(entry.id)),
            _ => {
                self.wrong = Some(look.words.say("timeline-stays"));
                return;
            }
        };
        match bar {
            Ok(bar) => self.changed = bar,
            Err(error) => self.wrong = Some(look.words.message(&error.message())),
        }
    }

    /// Keeps the entry that was changed, or takes the selected one away. `None` if that cannot be done: the page says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let receipt = if let Some(bar) = &mut self.changed {
            bar.save(bench, look)?
        } else {
            let entry = self.list.selected()?;
            let taken = match entry.kind {
                TimelineKind::Touch { .. } => bench.delete_touch(TouchId(entry.id)),
                TimelineKind::Note => bench.delete_note(NoteId(entry.id)),
                TimelineKind::Order { .. } => bench.delete_order(OrderId(entry.id)),
                TimelineKind::Promise { .. } => bench.delete_promise(PromiseId(entry.id)),
                TimelineKind::Evaluation(_) => bench.delete_evaluation(EvaluationId(entry.id)),
                _ => {
                    self.wrong = Some(look.words.say("timeline-stays"));
                    return None;
                }
            };
            taken.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()?
        };
        self.changed = None;
        self.forget();
        Some(receipt)
    }

    /// Reads what is in sight in a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>, body: Rect) -> Result<(), OpError> {
        let word = fold(self.word.text());
        if !word.is_empty() && self.found.is_none() {
            let mut entries = bench.timeline(self.client, self.kinds, 0, usize::MAX >> 1)?;
            entries.retain(|entry| fold(&said(look, entry).join(" ")).contains(&word));
            self.found = Some(entries);
        }
        let count = match (&self.found, self.count) {
            (Some(found), _) => found.len(),
            (None, Some(count)) => count,
            (None, None) => *self.count.insert(bench.count_timeline(self.client, self.kinds)?),
        };
        let height = usize::from(body.height.saturating_sub(2 + BELOW));
        let (client, kinds, found) = (self.client, self.kinds, &self.found);
        self.list.fit(count, (height, 1), Reach::Sight, |skip, limit| match found {
            Some(found) => Ok(found.iter().skip(skip).take(limit).cloned().collect()),
            None => bench.timeline(client, kinds, skip, limit),
        })?;
        let room = usize::from(body.width).saturating_sub(DAY + KIND + 5);
        self.list.write_out(body.width, |entry| {
            let [day, kind, text] = said(look, entry);
            let kind = cell::left(&cell::cut(&kind, KIND - 1), KIND);
            let text = cell::cut(&text, room);
            vec![Line::from(vec![Span::raw(cell::left(&day, DAY)), Span::raw(kind), Span::raw(text)])]
        });
        Ok(())
    }

    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, areas: &Areas, buf: &mut Buffer) -> Option<Position> {
        let (words, body) = (look.words, areas.body());
        let title = words.say_with("timeline-title", &[("client", self.name.as_str().into())]);
        let inside = boxed(look, body, (body.width, body.height), &title, buf);
        let list = Rect { height: inside.height.saturating_sub(BELOW), ..inside };
        let cursor = &self.list.cursor;
        if cursor.is_empty() {
            look.empty(list, &words.say("timeline-none"), buf);
        }
        let selected = cursor.selected();
        self.list.draw(look, list, self.changed.is_none(), |place, _| selected == Some(place), buf);
        let mut y = list.bottom();
        let mut put = |line: Line<'_>| {
            if y < inside.bottom() {
                cell::write(buf, (inside.x, y), &line, inside.width);
            }
            y += 1;
        };
        put(Line::raw("─".repeat(usize::from(inside.width))));
        let whole = self.list.selected().map(|entry| said(look, entry)[2].clone()).unwrap_or_default();
        let mut rows = cell::wrap(&whole, usize::from(inside.width)).into_iter();
        for _ in 0..2 {
            put(Line::raw(rows.next().unwrap_or_default()));
        }
        let place = selected.map_or(0, |place| place + 1);
        let counted = words.say_with("n-of-n", &[("n", place.into()), ("of", cursor.len().into())]);
        put(Line::styled(format!("‹{}› {counted}", self.said_kinds(look)), look.theme.heading()));
        let label = format!("{} ", words.say("timeline-word"));
        let (text, column) = self.word.visible(usize::from(inside.width).saturating_sub(label.width()));
        let at = Position::new(inside.x + (label.width() + column) as u16, list.bottom() + 4);
        match &self.wrong {
            Some(wrong) => put(Line::styled(wrong.clone(), look.theme.error())),
            None if self.typing || !self.word.text().is_empty() => {
                put(Line::from(vec![Span::styled(label, look.theme.key()), Span::raw(text)]));
            }
            None => put(Line::default()),
        }
        let cap = |letter| keycap(Key::char(letter), look.cyrillic).into();
        put(Line::styled(
            words.say_with("timeline-keys", &[("edit", cap('e')), ("delete", cap('x')), ("undo", cap('u'))]),
            look.theme.key(),
        ));
        match &self.changed {
            Some(bar) => Some(bar.draw(look, body, areas.status, areas.hints, buf)),
            None => self.typing.then_some(at),
        }
    }

    fn said_kinds(&self, look: &Look<'_>) -> String {
        look.words.say(match self.kinds {
            Kinds::All => "timeline-all",
            Kinds::Touch(kind) => touch_key(kind),
            Kinds::Order => "kind-order",
            Kinds::Note => "kind-note",
            Kinds::Promise => "form-promise",
            Kinds::Complaint => "kind-complaint",
            Kinds::Evaluation => "kind-evaluation",
            Kinds::Event => "kind-event",
            Kinds::Concession => "kind-concession",
            Kinds::FreeWork => "kind-free-work",
            Kinds::Competitor => "kind-competitor",
            Kinds::Answer => "kind-alert",
            Kinds::Merged => "kind-merged",
            Kinds::Ahead => "timeline-ahead",
        })
    }
}

/// The day of an entry, what it is, and the rest.
fn said(look: &Look<'_>, entry: &TimelineEntry) -> [String; 3] {
    let (kind, parts, text) = look.words.entry(entry);
    let text: Vec<String> = [parts.join(", "), text].into_iter().filter(|part| !part.is_empty()).collect();
    [look.words.day_with_year(entry.day), kind, text.join(": ")]
}
