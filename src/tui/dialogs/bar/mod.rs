//! The quick bar: one line at the bottom in which a touch, an order, a note, a complaint or an event is logged, while
//! the list stays in sight. `Tab` unfolds the same values into a form.

mod draw;

use chrono::NaiveDate;
use crossterm::event::KeyCode;

use super::Answer;
use crate::domain::event::EventKind;
use crate::domain::ids::ClientId;
use crate::domain::money::Money;
use crate::domain::news::News;
use crate::domain::person::Person;
use crate::domain::touch::{Mark, Marks, Outcome, TouchKind};
use crate::ops::{ComplaintDraft, NoteDraft, OpError, OrderDraft, Receipt, TouchDraft, Workbench};
use crate::text::note_tokens::{Note, read_log, split_amount, split_cost, split_items};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::field::Field;

/// What is being logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entering {
    /// A touch.
    Touch(TouchKind),
    /// An order.
    Order,
    /// A note.
    Note,
    /// A complaint.
    Complaint,
    /// Something that happened at the client, or that it is over.
    Event,
}

impl Entering {
    /// The key of its name in the locale files, and the name its draft is kept under.
    pub fn name(self) -> &'static str {
        match self {
            Self::Touch(kind) => crate::ops::touch_key(kind),
            Self::Order => "kind-order",
            Self::Note => "kind-note",
            Self::Complaint => "kind-complaint",
            Self::Event => "kind-event",
        }
    }
}

/// The quick bar.
pub struct Bar {
    what: Entering,
    client: ClientId,
    name: String,
    people: Vec<Person>,
    person: usize,
    outcome: Outcome,
    marks: Marks,
    /// What can be said of events: what happened, and of those that are open that it is over; and what is said.
    events: Vec<(EventKind, bool)>,
    event: usize,
    field: Field,
    /// The news this client has not heard yet, and how many of them were told now.
    news: Vec<News>,
    told: usize,
    /// What gifts were called before, for completion.
    items: Vec<String>,
    /// The rest of the item that is offered; `Enter` takes it.
    offered: String,
    wrong: Option<String>,
    unfolded: bool,
}

impl Bar {
    /// Opens the bar for a client, with the draft that was left there, or with the day `on` which it was.
    pub fn open(
        bench: &Workbench,
        client: ClientId,
        what: Entering,
        on: Option<NaiveDate>,
    ) -> Result<Option<Self>, OpError> {
        let Some(row) = bench.list_row(client)? else { return Ok(None) };
        let usual = bench.usual_person(client)?;
        let people = bench.people(client)?;
        let person = usual.and_then(|usual| people.iter().position(|person| person.id == usual.id)).unwrap_or(0);
        let items = if what == Entering::Touch(TouchKind::Gift) { bench.gift_items(200)? } else { Vec::new() };
        let news = if matches!(what, Entering::Touch(_)) { bench.unheard_by(client)? } else { Vec::new() };
        let mut events = Vec::new();
        if what == Entering::Event {
            events.extend(EventKind::ALL.map(|kind| (kind, false)));
            events.extend(bench.open_events(client)?.into_iter().map(|kind| (kind, true)));
        }
        let field = Field::with(match bench.draft(client, what.name())? {
            Some(draft) => draft,
            None => on
                .filter(|_| !matches!(what, Entering::Complaint | Entering::Event))
                .map(|day| format!("@{day} "))
                .unwrap_or_default(),
        });
        Ok(Some(Self {
            what,
            client,
            name: row.name,
            people,
            person,
            outcome: Outcome::default(),
            marks: Marks::default(),
            events,
            event: 0,
            field,
            news,
            told: 0,
            items,
            offered: String::new(),
            wrong: None,
            unfolded: false,
        }))
    }

    /// The kind of touch whose outcome is asked for.
    fn kind_with_outcome(&self) -> Option<TouchKind> {
        match self.what {
            Entering::Touch(kind) if kind != TouchKind::Gift => Some(kind),
            _ => None,
        }
    }

    fn has_outcome(&self) -> bool {
        self.kind_with_outcome().is_some()
    }

    /// Whether what is typed is read as a note with tokens; what it is about, or what happened, is taken as it stands.
    fn has_tokens(&self) -> bool {
        !matches!(self.what, Entering::Complaint | Entering::Event)
    }

    /// What was typed, with its tokens read out.
    fn note(&self, look: &Look<'_>) -> Note {
        let text = self.field.text();
        if self.has_tokens() { read_log(text, look.today) } else { Note { text: text.to_owned(), ..Note::default() } }
    }

    /// Whether there are news to tell in this contact.
    fn tells(&self) -> bool {
        !self.news.is_empty() && self.outcome.took_place()
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        match key.code {
            KeyCode::Enter => return Answer::Save,
            KeyCode::Esc => return Answer::Close,
            KeyCode::Tab | KeyCode::BackTab => self.unfolded = !self.unfolded,
            KeyCode::Up if self.has_outcome() => self.turn_outcome(Outcome::ALL.len() - 1),
            KeyCode::Down if self.has_outcome() => self.turn_outcome(1),
            KeyCode::Up if !self.events.is_empty() => self.turn_event(self.events.len() - 1),
            KeyCode::Down if !self.events.is_empty() => self.turn_event(1),
            KeyCode::F(number @ 5..=8) if self.has_outcome() => self.marks.toggle(Mark::ALL[usize::from(number) - 5]),
            KeyCode::F(9) if self.tells() => self.told = (self.told + 1) % (self.news.len() + 1),
            KeyCode::Left if self.field.text().is_empty() => self.turn_person(self.people.len().saturating_sub(1)),
            KeyCode::Right if self.field.text().is_empty() => self.turn_person(1),
            KeyCode::Right | KeyCode::End if !self.offered.is_empty() => self.take_offer(),
            KeyCode::Backspace | KeyCode::Delete if !self.offered.is_empty() => self.offered.clear(),
            _ => {
                let typed = key.typed().is_some();
                self.field.press(key);
                self.offer(typed);
            }
        }
        Answer::Stay
    }

    /// Puts a pasted text in at the cursor.
    pub fn paste(&mut self, text: &str) {
        self.field.insert(text);
        self.offer(false);
    }

    /// Keeps what was typed for the next time the bar opens for this client.
    pub fn keep_draft(&self, bench: &Workbench) -> Result<(), OpError> {
        bench.keep_draft(self.client, self.what.name(), self.field.text())
    }

    fn turn_outcome(&mut self, by: usize) {
        let place = Outcome::ALL.iter().position(|outcome| *outcome == self.outcome).unwrap_or(0);
        self.outcome = Outcome::ALL[(place + by) % Outcome::ALL.len()];
    }

    fn turn_event(&mut self, by: usize) {
        self.event = (self.event + by) % self.events.len();
    }

    /// What is said of an event, in words.
    fn event(&self, look: &Look<'_>) -> Option<String> {
        let (kind, over) = self.events.get(self.event)?;
        let what = look.words.say(kind.key());
        Some(if *over { look.words.say_with("event-over", &[("what", what.into())]) } else { what })
    }

    fn turn_person(&mut self, by: usize) {
        if !self.people.is_empty() {
            self.person = (self.person + by) % self.people.len();
        }
    }

    /// Offers the rest of a gift's name that begins with what was typed.
    fn offer(&mut self, typed: bool) {
        self.offered.clear();
        let text = self.field.text();
        if !typed || text.chars().count() < 2 || !self.field.at_end() {
            return;
        }
        let begins = |item: &&String| {
            let mut letters = item.chars().flat_map(char::to_lowercase);
            text.chars().flat_map(char::to_lowercase).all(|letter| letters.next() == Some(letter))
        };
        if let Some(item) = self.items.iter().find(begins) {
            self.offered = item.chars().skip(text.chars().count()).collect();
        }
    }

    fn take_offer(&mut self) {
        let rest = std::mem::take(&mut self.offered);
        self.field.insert(&rest);
    }

    /// Saves what was entered. `None` if it cannot be kept: the bar stands over the line of the status, and says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        self.take_offer();
        let note = self.note(look);
        let saved = match self.what {
            Entering::Touch(kind) => bench.log_touch(&self.touch(kind, note)),
            Entering::Order => match split_amount(&note.text) {
                Some((amount, text)) => bench.log_order(&self.order(amount, &text, note)),
                None => Err(OpError::NoAmount { typed: note.text }),
            },
            Entering::Note => bench.log_note(&NoteDraft {
                client: self.client,
                text: note.text,
                day: note.when.map(|(day, _)| day),
                important: note.important,
                next: note.next,
                tags: note.tags,
                promises: note.promises,
            }),
            Entering::Complaint => {
                let draft = ComplaintDraft { text: note.text, ..ComplaintDraft::default() };
                bench.open_complaint(self.client, &draft)
            }
            Entering::Event => match self.events[self.event] {
                (kind, false) => bench.note_event(self.client, kind, &note.text),
                (kind, true) => bench.end_event(self.client, kind),
            },
        };
        // What was a draft is an entry now; that an event is over takes no text.
        let over = self.events.get(self.event).is_some_and(|(_, over)| *over);
        let left = if over { self.field.text() } else { "" };
        let kept = saved.and_then(|receipt| bench.keep_draft(self.client, self.what.name(), left).map(|()| receipt));
        kept.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    fn touch(&self, kind: TouchKind, note: Note) -> TouchDraft {
        let (cost, text) = if kind == TouchKind::Gift { split_cost(&note.text) } else { (None, note.text) };
        let (item, text) = if kind == TouchKind::Gift { (text, String::new()) } else { (String::new(), text) };
        TouchDraft {
            client: self.client,
            kind,
            person: self.people.get(self.person).map(|person| person.id),
            outcome: self.outcome,
            note: text,
            item,
            cost,
            marks: self.marks,
            important: note.important,
            when: note.when,
            next: note.next,
            tags: note.tags,
            told: self.news.iter().take(self.told).map(|news| news.id).collect(),
            promises: note.promises,
        }
    }
    fn order(&self, amount: Money, text: &str, note: Note) -> OrderDraft {
        let (text, items) = split_items(text);
        let day = note.when.map(|(day, _)| day);
        let Note { next, promises, .. } = note;
        OrderDraft { client: self.client, amount, items, day, note: text, next, promises }
    }
}
