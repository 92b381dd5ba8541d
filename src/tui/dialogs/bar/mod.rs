//! The quick bar: one line at the bottom in which a touch, an order, a note, a complaint or an event is logged, while
//! the list stays in sight. `Tab` unfolds the same values into a form.

mod change;
mod draw;
mod save;

use chrono::NaiveDate;
use crossterm::event::KeyCode;

use super::Answer;
use crate::domain::event::EventKind;
use crate::domain::ids::{ClientId, NoteId, PromiseId, TouchId};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::news::News;
use crate::domain::order::Order;
use crate::domain::person::Person;
use crate::domain::touch::{Invited, Mark, Marks, Outcome, TouchKind, endings};
use crate::ops::{GiftLedger, OpError, Workbench};
use crate::text::note_tokens::{Note, read_log, split_cost};
use crate::text::order_tokens::{Ordered, read_order};
use crate::text::touch_tokens::read_touch;
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
    /// What is promised.
    Promise,
    /// What the client chooses by.
    Criterion,
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
            Self::Promise => "form-promise",
            Self::Criterion => "form-criterion",
            Self::Complaint => "kind-complaint",
            Self::Event => "kind-event",
        }
    }

    /// Whether what is typed is read as a note with tokens; what it is about, what is promised, what decides, or what
    /// happened, is taken as it stands.
    fn has_tokens(self) -> bool {
        matches!(self, Self::Touch(_) | Self::Order | Self::Note)
    }
}

/// An entry that is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Changed {
    Touch(TouchId),
    Note(NoteId),
    Order(Box<Order>),
    /// A promise that waits on a department, or on none.
    Promise(PromiseId),
}

/// The quick bar.
pub struct Bar {
    what: Entering,
    /// With whom; with several, the same is logged with each of them.
    clients: Vec<ClientId>,
    name: String,
    /// What is changed, and is there already.
    changed: Option<Changed>,
    people: Vec<Person>,
    /// The place of the person among them; nobody beyond their end.
    person: usize,
    /// The place among the ways in which the contact may have ended.
    ending: usize,
    marks: Marks,
    /// What can be said of events: what happened, and of those that are open that it is over; and what is said.
    events: Vec<(EventKind, bool)>,
    event: usize,
    field: Field,
    /// The news this client has not heard yet, and how many of them were told now.
    news: Vec<News>,
    told: usize,
    /// What else was written about a gift that is changed: it is not in its line.
    beside: String,
    /// The gifts of the client, and the catalogue.
    ledger: Option<Box<GiftLedger>>,
    /// What gifts are called in the catalogue and were called before, for completion.
    items: Vec<String>,
    /// The rest of the item that is offered; `Enter` takes it.
    offered: String,
    wrong: Option<String>,
    /// Whether it was said that a former client was contacted often enough; `Enter` right after that logs all the same.
    doubted: bool,
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
        let begun = if what == Entering::Criterion {
            bench.purchase(client)?.map(|purchase| purchase.criterion)
        } else {
            on.filter(|_| what.has_tokens()).map(|day| format!("@{day} "))
        };
        let draft = bench.draft(client, what.name())?;
        Self::with(bench, client, what, draft.or(begun).unwrap_or_default())
    }

    /// Opens the bar for several clients at once, with the draft that was left at the first of them.
    pub fn open_for(
        bench: &Workbench,
        clients: Vec<ClientId>,
        what: Entering,
        on: Option<NaiveDate>,
    ) -> Result<Option<Self>, OpError> {
        let Some(first) = clients.first() else { return Ok(None) };
        let bar = Self::open(bench, *first, what, on)?;
        if clients.len() < 2 {
            return Ok(bar);
        }
        // What differs from one to the other is neither asked for nor told.
        Ok(bar.map(|mut bar| {
            bar.ledger.iter_mut().for_each(|ledger| ledger.given.clear());
            Self { clients, people: Vec::new(), news: Vec::new(), ..bar }
        }))
    }

    fn with(bench: &Workbench, client: ClientId, what: Entering, text: String) -> Result<Option<Self>, OpError> {
        let Some(row) = bench.list_row(client)? else { return Ok(None) };
        let usual = bench.usual_person(client)?;
        let people = bench.people(client)?;
        let person = usual.and_then(|usual| people.iter().position(|person| person.id == usual.id)).unwrap_or(0);
        let (mut ledger, mut items) = (None, Vec::new());
        if what == Entering::Touch(TouchKind::Gift) {
            ledger = bench.gifts(client)?.map(Box::new);
            items.extend(ledger.iter().flat_map(|ledger| &ledger.catalogue).map(|gift| gift.name.clone()));
            items.extend(bench.gift_items(200)?);
        }
        let news = if matches!(what, Entering::Touch(_)) { bench.unheard_by(client)? } else { Vec::new() };
        let mut events = Vec::new();
        if what == Entering::Event {
            events.extend(EventKind::ALL.map(|kind| (kind, false)));
            events.extend(bench.open_events(client)?.into_iter().map(|kind| (kind, true)));
        }
        Ok(Some(Self {
            what,
            clients: vec![client],
            name: row.name,
            changed: None,
            people,
            person,
            ending: 0,
            marks: Marks::default(),
            events,
            event: 0,
            field: Field::with(text),
            news,
            told: 0,
            beside: String::new(),
            ledger,
            items,
            offered: String::new(),
            wrong: None,
            doubted: false,
            unfolded: false,
        }))
    }

    /// Whether more stands in it than a day: a draft, or what is on record.
    pub fn holds_text(&self) -> bool {
        self.field.text().split_whitespace().any(|word| !word.starts_with('@'))
    }

    /// The client whose it is, or the first of several.
    fn client(&self) -> ClientId {
        self.clients[0]
    }

    /// The ways in which the contact may have ended; none where there is nothing to choose.
    fn endings(&self) -> &'static [(Outcome, Invited)] {
        match self.what {
            Entering::Touch(kind) => Some(endings(kind)).filter(|endings| endings.len() > 1).unwrap_or_default(),
            _ => &[],
        }
    }

    fn has_outcome(&self) -> bool {
        !self.endings().is_empty()
    }

    /// How the contact ended, and how far an invitation came.
    fn ending(&self) -> (Outcome, Invited) {
        self.endings().get(self.ending).copied().unwrap_or_default()
    }

    /// How the contact ended, in words, where that is asked for.
    fn said_ending(&self, look: &Look<'_>) -> Option<String> {
        let Entering::Touch(kind) = self.what else { return None };
        let (outcome, invited) = *self.endings().get(self.ending)?;
        Some(look.words.outcome(kind, outcome, invited))
    }

    /// What a note says of an order.
    fn ordered(&self, note: &Note, today: NaiveDate) -> Ordered {
        let said = note.when.map(|(day, _)| day);
        match &self.changed {
            Some(Changed::Order(order)) => {
                read_order(&note.text, said.unwrap_or(order.day), today).completed(order, today)
            }
            _ => read_order(&note.text, said.unwrap_or(today), today),
        }
    }

    /// What was typed, with its tokens read out.
    fn note(&self, look: &Look<'_>) -> Note {
        let text = self.field.text();
        match self.what {
            Entering::Touch(_) => read_touch(text, look.today),
            _ if self.what.has_tokens() => read_log(text, look.today),
            _ => Note { text: text.to_owned(), ..Note::default() },
        }
    }

    /// Whether there are news to tell in this contact.
    fn tells(&self) -> bool {
        !self.news.is_empty() && self.ending().0.took_place()
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        self.doubted &= key.code == KeyCode::Enter;
        match key.code {
            KeyCode::Enter => return Answer::Save,
            KeyCode::Esc => return Answer::Close,
            KeyCode::Tab | KeyCode::BackTab => self.unfolded = !self.unfolded,
            KeyCode::Up if self.has_outcome() => self.turn_outcome(self.endings().len() - 1),
            KeyCode::Down if self.has_outcome() => self.turn_outcome(1),
            KeyCode::Up if !self.events.is_empty() => self.turn_event(self.events.len() - 1),
            KeyCode::Down if !self.events.is_empty() => self.turn_event(1),
            KeyCode::F(number @ 5..=8) if self.has_outcome() => self.marks.toggle(Mark::ALL[usize::from(number) - 5]),
            KeyCode::F(9) if self.tells() => self.told = (self.told + 1) % (self.news.len() + 1),
            // An entry that is changed has its text in the field already.
            KeyCode::PageUp => self.turn_person(self.people.len().saturating_sub(1)),
            KeyCode::PageDown => self.turn_person(1),
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

    /// Begins the line with a text, unless a draft lies there.
    pub fn begin_with(&mut self, text: &str) {
        if self.field.text().is_empty() {
            self.field = Field::with(text);
        }
    }

    /// What is given and what it costs: as it was said, or by the catalogue.
    fn gift(&self, text: &str) -> (Option<Money>, String) {
        let (cost, item) = split_cost(text);
        let listed = self.ledger.as_ref().filter(|_| self.changed.is_none());
        (cost.or_else(|| listed?.price(&item)), item)
    }

    /// What speaks against the gift that is typed, and what will be no promise.
    fn warnings(&self, note: &Note) -> Vec<Message> {
        let undated = note.undated_promise().filter(|_| self.what.has_tokens());
        let undated = undated.map(|text| Message::new("bar-undated").with("text", text));
        let ledger = self.ledger.as_ref().filter(|_| self.changed.is_none());
        let against = ledger.map(|ledger| {
            let (cost, item) = self.gift(&note.text);
            ledger.warnings(&item, cost)
        });
        undated.into_iter().chain(against.into_iter().flatten()).collect()
    }

    /// Keeps what was typed for the next time the bar opens for this client; an entry that was to be changed stays as it is.
    pub fn keep_draft(&self, bench: &Workbench) -> Result<(), OpError> {
        if self.changed.is_some() {
            return Ok(());
        }
        bench.keep_draft(self.client(), self.what.name(), self.field.text())
    }

    fn turn_outcome(&mut self, by: usize) {
        self.ending = (self.ending + by) % self.endings().len();
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
            let place = if self.person < self.people.len() { self.person + by } else { 0 };
            self.person = place % self.people.len();
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
}
