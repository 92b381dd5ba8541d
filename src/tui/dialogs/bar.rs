//! The quick bar: one line at the bottom in which a touch, an order, a note, a complaint or an event is logged, while
//! the list stays in sight. `Tab` unfolds the same values into a form.

use chrono::{NaiveDate, NaiveTime};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Answer, boxed};
use crate::domain::complaint::ComplaintKind;
use crate::domain::event::EventKind;
use crate::domain::ids::ClientId;
use crate::domain::money::Money;
use crate::domain::news::News;
use crate::domain::person::Person;
use crate::domain::touch::{Mark, Marks, Outcome, TouchKind};
use crate::ops::{NoteDraft, OpError, OrderDraft, Receipt, TouchDraft, Workbench};
use crate::text::note_tokens::{Note, read_note};
use crate::text::typed::parse_money;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
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
            // The text of an event holds no tokens.
            None => on.filter(|_| what != Entering::Event).map(|day| format!("@{day} ")).unwrap_or_default(),
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
        let note = read_note(self.field.text(), look.today);
        let saved = match self.what {
            Entering::Touch(kind) => bench.log_touch(&self.touch(kind, note)),
            Entering::Order => match order(self.client, &note) {
                Some(order) => bench.log_order(&order),
                None => Err(OpError::NoAmount { typed: note.text }),
            },
            Entering::Note => bench.log_note(&NoteDraft {
                client: self.client,
                text: note.text,
                day: note.when.map(|(day, _)| day),
                next: note.next,
                tags: note.tags,
            }),
            Entering::Complaint => bench.open_complaint(self.client, ComplaintKind::Complaint, &note.text),
            Entering::Event => match self.events[self.event] {
                (kind, false) => bench.note_event(self.client, kind, self.field.text()),
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
        }
    }

    /// Draws the bar over the two lines at the bottom, and the form over the panes where it is unfolded. Returns where the
    /// cursor stands.
    pub fn draw(&self, look: &Look<'_>, body: Rect, status: Rect, hints: Rect, buf: &mut Buffer) -> Position {
        let words = look.words;
        let note = read_note(self.field.text(), look.today);
        if self.unfolded {
            self.draw_form(look, body, &note, buf);
        }
        let width = usize::from(status.width);
        if self.tells() {
            let line = cell::left(&format!(" {}", self.news_line(look)), width);
            buf.set_stringn(status.x, status.y.saturating_sub(1), line, width, look.theme.toast());
        }
        let kind = format!(" {} ", words.say(self.what.name()).to_uppercase());
        let room = if self.events.is_empty() { width / 3 } else { width / 5 };
        let mut about = vec![cell::cut(&self.name, room.min(32))];
        if width >= 100 {
            about.extend(self.people.get(self.person).map(|person| cell::cut(&person.name, 20)));
        }
        let mut before = vec![
            Span::styled(kind, look.theme.mark()),
            Span::styled(format!(" {} ", about.join(" · ")), look.theme.heading()),
        ];
        if let Some(kind) = self.kind_with_outcome() {
            before.push(Span::raw(format!("‹{}› ", words.outcome(kind, self.outcome))));
        }
        before.extend(self.event(look).map(|event| Span::raw(format!("‹{event}› "))));
        before.push(Span::styled(format!("{} ", words.say(self.label())), look.theme.key()));
        let used: usize = before.iter().map(|span| span.content.width()).sum();
        let room = width.saturating_sub(used);
        let (text, column) = self.field.visible(room);
        let mut line = Line::from(before);
        line.push_span(Span::raw(text.to_owned()));
        line.push_span(Span::styled(self.offered.clone(), Style::new().add_modifier(Modifier::REVERSED)));
        buf.set_style(status, Style::reset());
        for area in [status, hints] {
            buf.set_stringn(area.x, area.y, " ".repeat(width), width, Style::new());
        }
        buf.set_line(status.x, status.y, &line, status.width);
        buf.set_line(hints.x, hints.y, &self.below(look, &note, width), hints.width);
        Position::new(status.x + (used + column).min(width.saturating_sub(1)) as u16, status.y)
    }

    /// The first of the news that were not told yet, and how many there are.
    fn news_line(&self, look: &Look<'_>) -> String {
        let n = ("n", self.news.len().into());
        match self.news.get(self.told) {
            Some(next) => {
                let told = ("told", self.told.into());
                look.words.say_with("bar-news", &[n, told, ("text", next.text.as_str().into())])
            }
            None => look.words.say_with("bar-news-all", &[n]),
        }
    }

    fn label(&self) -> &'static str {
        match self.what {
            Entering::Touch(TouchKind::Gift) => "bar-item",
            Entering::Order => "bar-amount",
            Entering::Touch(_) | Entering::Note => "bar-note",
            Entering::Complaint => "bar-complaint",
            Entering::Event => "bar-event",
        }
    }

    /// What was understood, and the keys.
    fn below(&self, look: &Look<'_>, note: &Note, width: usize) -> Line<'static> {
        if let Some(wrong) = &self.wrong {
            return Line::styled(format!(" {}", cell::cut(wrong, width.saturating_sub(1))), look.theme.error());
        }
        let chips = if self.events.is_empty() { self.chips(look, note).join(" · ") } else { String::new() };
        let keys = self.keys(look, width.saturating_sub(chips.width() + 4));
        let between = if chips.is_empty() { " " } else { "   " };
        Line::from(vec![Span::raw(" "), Span::styled(chips, look.theme.toast()), Span::raw(format!("{between}{keys}"))])
    }

    /// The keys of the bar; where they do not fit, those that are needed least go first.
    fn keys(&self, look: &Look<'_>, room: usize) -> String {
        let mut keys = vec!["bar-key-save", "bar-key-draft"];
        if self.has_outcome() {
            keys.splice(1..1, ["bar-key-outcome", "bar-key-felt"]);
        }
        if !self.events.is_empty() {
            keys.insert(1, "bar-key-event");
        }
        keys.insert(keys.len() - 1, "bar-key-fields");
        for dropped in ["bar-key-fields", "bar-key-felt", "bar-key-outcome", "bar-key-draft"] {
            let said: Vec<String> = keys.iter().map(|key| look.words.say(key)).collect();
            let said = said.join("  ");
            if said.width() <= room {
                return said;
            }
            keys.retain(|key| *key != dropped);
        }
        cell::cut(&look.words.say("bar-key-save"), room)
    }

    /// What was understood of the note, one chip each.
    fn chips(&self, look: &Look<'_>, note: &Note) -> Vec<String> {
        let words = look.words;
        let mut chips = Vec::new();
        match self.what {
            Entering::Order => {
                chips.extend(split_amount(&note.text).map(|(amount, _)| words.money(amount)));
                chips.extend(split_items(&note.text).1.iter().map(|item| format!("+{item}")));
            }
            Entering::Touch(TouchKind::Gift) => chips.extend(split_cost(&note.text).0.map(|cost| words.money(cost))),
            _ => {}
        }
        chips.extend(note.when.map(|when| said_when(look, when)));
        chips.extend(
            note.next.map(|day| words.say_with("chip-next", &[("day", words.day_near(day, look.today).into())])),
        );
        chips.extend(note.important.then(|| words.say("chip-important")));
        chips.extend(note.tags.iter().map(|tag| format!("#{tag}")));
        chips.extend(self.marks.iter().map(|mark| words.mark(mark)));
        chips
    }

    fn draw_form(&self, look: &Look<'_>, body: Rect, note: &Note, buf: &mut Buffer) {
        let words = look.words;
        let none = || "—".to_owned();
        let mut rows = vec![("form-client", self.name.clone())];
        if let Some(person) = self.people.get(self.person) {
            rows.push((
                "form-person",
                if self.people.len() > 1 { format!("‹{}›", person.name) } else { person.name.clone() },
            ));
        }
        if let Some(kind) = self.kind_with_outcome() {
            rows.push(("form-outcome", format!("‹{}›", words.outcome(kind, self.outcome))));
            let felt: Vec<String> = self.marks.iter().map(|mark| words.mark(mark)).collect();
            rows.push(("form-felt", if felt.is_empty() { none() } else { felt.join(", ") }));
        }
        if let Some(event) = self.event(look) {
            rows.push(("form-event", format!("‹{event}›")));
        } else {
            let now = (look.today, Some(look.bench.clock().now().time));
            rows.push(("form-when", said_when(look, note.when.unwrap_or(now))));
            rows.push(("form-next", note.next.map_or_else(none, |day| words.full_day(day))));
        }
        let (text, items) = match self.what {
            Entering::Order => split_items(&note.text),
            Entering::Event => (self.field.text().to_owned(), Vec::new()),
            _ => (note.text.clone(), Vec::new()),
        };
        if self.what == Entering::Order {
            rows.push(("form-items", if items.is_empty() { none() } else { items.join(", ") }));
        }
        rows.push(("form-text", if text.is_empty() { none() } else { text }));
        let keys = match self.what {
            Entering::Order => "form-keys-order",
            Entering::Event => "form-keys-event",
            _ => "form-keys",
        };
        let keys: Vec<String> = cell::wrap(&words.say(keys), 60);
        let height = (rows.len() + keys.len() + 3) as u16;
        let inside = boxed(look, body, (68, height), &words.say(self.what.name()), buf);
        let mut y = inside.y;
        for (key, value) in rows {
            let label = Span::styled(cell::left(&words.say(key), 16), look.theme.heading());
            let value = Span::raw(cell::cut(&value, usize::from(inside.width).saturating_sub(16)));
            buf.set_line(inside.x, y, &Line::from(vec![label, value]), inside.width);
            y += 1;
        }
        y += 1;
        for line in keys {
            buf.set_line(inside.x, y, &Line::raw(line), inside.width);
            y += 1;
        }
    }
}

fn said_when(look: &Look<'_>, (day, time): (NaiveDate, Option<NaiveTime>)) -> String {
    let day = look.words.day_near(day, look.today);
    time.map_or_else(|| day.clone(), |time| format!("{day} {}", look.words.time(time)))
}

/// The amount an order begins with, and the rest of the words; digits may be grouped by spaces.
fn split_amount(text: &str) -> Option<(Money, String)> {
    let words: Vec<&str> = text.split(' ').collect();
    (1..=words.len().min(4)).rev().find_map(|count| {
        let amount = parse_money(&words[..count].join(" "))?;
        Some((amount, words[count..].join(" ")))
    })
}

/// What a gift cost, where a word says so (`=900`), and the other words.
fn split_cost(text: &str) -> (Option<Money>, String) {
    let mut cost = None;
    let kept: Vec<&str> = text
        .split(' ')
        .filter(|word| {
            let said = word.strip_prefix('=').and_then(parse_money);
            cost = said.or(cost);
            said.is_none()
        })
        .collect();
    (cost, kept.join(" "))
}

/// The words before the first item, and the items: `+` begins one, and it goes on to the next `+`.
fn split_items(text: &str) -> (String, Vec<String>) {
    let begins = |word: &str| word.strip_prefix('+').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let (mut kept, mut items) = (Vec::new(), Vec::<String>::new());
    for word in text.split(' ') {
        match items.last_mut() {
            _ if begins(word) => items.push(word[1..].to_owned()),
            Some(item) => *item = format!("{item} {word}"),
            None => kept.push(word),
        }
    }
    (kept.join(" "), items)
}

fn order(client: ClientId, note: &Note) -> Option<OrderDraft> {
    let (amount, text) = split_amount(&note.text)?;
    let (note_text, items) = split_items(&text);
    let day = note.when.map(|(day, _)| day);
    Some(OrderDraft { client, amount, items, day, note: note_text, next: note.next })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_stand_first_and_costs_behind_an_equals_sign() {
        assert_eq!(split_amount("12 500,50 two pallets"), Some((Money(1_250_050), "two pallets".into())));
        assert_eq!(split_amount("900"), Some((Money(90_000), String::new())));
        assert_eq!(split_amount("pallets 900"), None);
        assert_eq!(split_cost("wall calendar =900"), (Some(Money(90_000)), "wall calendar".into()));
        assert_eq!(
            split_items("two pallets +wall calendar +7 342 2 +каталог"),
            ("two pallets".into(), vec!["wall calendar +7 342 2".into(), "каталог".into()])
        );
        assert_eq!(split_items("5 + 3"), ("5 + 3".into(), Vec::new()));
        assert_eq!(split_cost("book 1984"), (None, "book 1984".into()));
    }
}
