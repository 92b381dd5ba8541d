//! A client and its people: what is said of each is added and changed in a form.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::form::{Entry, Form, Pressed};
use super::{Answer, boxed};
use crate::domain::client::Client;
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::matching::fold;
use crate::domain::message::Message;
use crate::domain::person::{Person, Reachable};
use crate::ops::{OpError, Receipt, Workbench};
use crate::text::{ClientField, PersonField};
use crate::tui::input::Key;
use crate::tui::keymap::keycap;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;

/// How many columns it takes at most.
const WIDTH: u16 = 100;

/// A client and its people, to be changed; or a client to be added.
pub struct Profile {
    /// `None` while it is to be added.
    client: Option<ClientId>,
    name: String,
    people: Option<Vec<Person>>,
    cursor: Cursor,
    editing: Option<Editing>,
    /// The person to be taken out.
    removing: Option<PersonId>,
    says: Option<String>,
    /// Whether leaving was asked for while something is not saved.
    leaving: bool,
}

/// What is being changed.
struct Editing {
    whom: Whom,
    form: Form,
}

enum Whom {
    Client(Box<Client>),
    /// A person; a new one has no id.
    Person(Box<Reachable>),
}

/// The id in the draft of somebody who has none yet.
const NEW: i64 = 0;

impl Profile {
    /// Opens the form of a client to be added.
    pub fn add(look: &Look<'_>) -> Self {
        let client = Client::named(ClientId(NEW), String::new());
        Self { editing: Some(Editing::client(client, look)), ..Self::of(None, String::new()) }
    }

    /// Opens the list of a client and its people.
    pub fn edit(client: ClientId, name: String) -> Self {
        Self::of(Some(client), name)
    }

    fn of(client: Option<ClientId>, name: String) -> Self {
        Self {
            client,
            name,
            people: None,
            cursor: Cursor::default(),
            editing: None,
            removing: None,
            says: None,
            leaving: false,
        }
    }

    /// The client that was changed, or added.
    pub fn client(&self) -> Option<ClientId> {
        self.client
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.says = None;
        let Some(editing) = &mut self.editing else { return self.press_in_list(key, look) };
        match editing.form.press(key) {
            Pressed::Stays(place) => {
                self.leaving = false;
                if editing.form.place() != place {
                    editing.check(place, look);
                }
            }
            Pressed::Save => {
                self.leaving = false;
                return if self.client.is_none() { Answer::Save } else { Answer::Apply };
            }
            Pressed::Leave if editing.form.is_changed() && !self.leaving => {
                self.leaving = true;
                self.says = Some(look.words.say("profile-unsaved"));
            }
            Pressed::Leave if self.client.is_none() => return Answer::Close,
            Pressed::Leave => (self.editing, self.leaving) = (None, false),
        }
        Answer::Stay
    }

    fn press_in_list(&mut self, key: Key, look: &Look<'_>) -> Answer {
        let person = self.cursor.selected().and_then(|place| self.people.as_ref()?.get(place.checked_sub(1)?));
        match (key.on_english_layout().code, self.client) {
            (KeyCode::Esc, _) => return Answer::Close,
            (KeyCode::Up, _) => drop(self.cursor.step(-1)),
            (KeyCode::Down, _) => drop(self.cursor.step(1)),
            (KeyCode::Enter, Some(client)) => {
                let opened = match person {
                    Some(person) => look.bench.reachable(person.id).map(|person| Editing::person(person, look)),
                    None => look.bench.client(client).map(|client| Editing::client(client, look)),
                };
                match opened {
                    Ok(editing) => self.editing = Some(editing),
                    Err(error) => self.says = Some(look.words.message(&error.message())),
                }
            }
            (KeyCode::Char('a'), Some(client)) => {
                let person = Person::named(PersonId(NEW), client, String::new());
                self.editing = Some(Editing::person(Reachable { person, channels: Vec::new() }, look));
            }
            (KeyCode::Char('x') | KeyCode::Delete, _) => {
                self.removing = person.map(|person| person.id);
                if self.removing.is_some() {
                    return Answer::Apply;
                }
            }
            _ => {}
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Some(editing) = &mut self.editing {
            editing.form.paste(text);
        }
    }

    /// Saves what was entered. `None` if that cannot be kept: the form says why, and where.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let saved = match (&mut self.editing, self.removing.take()) {
            (Some(editing), _) => match editing.save(bench, look)? {
                Ok((client, receipt)) => {
                    self.client = Some(client);
                    Ok(receipt)
                }
                Err(error) => Err(error),
            },
            (None, Some(person)) => bench.remove_person(person),
            (None, None) => return None,
        };
        match saved {
            Ok(receipt) => {
                (self.editing, self.people) = (None, None);
                Some(receipt)
            }
            Err(error) => {
                self.says = Some(look.words.message(&error.message()));
                None
            }
        }
    }

    /// Reads the people and fits what is shown into a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, body: Rect) -> Result<(), OpError> {
        // Without the border and the free column on either side.
        let (width, height) = (body.width.min(WIDTH).saturating_sub(4), usize::from(body.height.saturating_sub(6)));
        if let Some(editing) = &mut self.editing {
            editing.form.fit(usize::from(width), height);
        }
        if let Some(client) = self.client {
            if self.people.is_none() {
                self.people = Some(bench.people(client)?);
                self.name = bench.client(client)?.name;
            }
            self.cursor.fit(self.people.as_ref().map_or(0, Vec::len) + 1, height, 1);
        }
        Ok(())
    }

    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let title = match (&self.editing, self.client) {
            (Some(Editing { whom: Whom::Person(_), .. }), _) => {
                words.say_with("profile-person-title", &[("client", self.name.as_str().into())])
            }
            (_, None) => words.say("profile-add-title"),
            _ => words.name(&self.name).into_owned(),
        };
        let title = cell::cut(&title, usize::from(body.width).saturating_sub(6));
        let inside = boxed(look, body, (WIDTH, body.height), &title, buf);
        let below = Rect { y: inside.bottom().saturating_sub(3), height: 3, ..inside };
        let list = Rect { height: inside.height.saturating_sub(4), ..inside };
        let width = usize::from(below.width);
        let letter = |letter| keycap(Key::char(letter), look.cyrillic).into();
        let keys = match self.editing {
            Some(_) => words.say("profile-form-keys"),
            None => words.say_with("profile-keys", &[("add", letter('a')), ("remove", letter('x'))]),
        };
        let keys = Line::styled(cell::cut(&keys, width), look.theme.key());
        cell::write(buf, (below.x, below.bottom() - 1), &keys, below.width);
        let told = match (&self.says, &self.editing) {
            (Some(says), _) => Some((says.clone(), look.theme.error())),
            (None, Some(editing)) => editing.note(look).map(|note| (note, Style::new())),
            _ => None,
        };
        let lines =
            told.iter().flat_map(|(text, style)| cell::wrap(text, width).into_iter().map(|line| (line, *style)));
        for (row, (line, style)) in lines.take(2).enumerate() {
            cell::write(buf, (below.x, below.y + row as u16), &Line::styled(line, style), below.width);
        }
        match &self.editing {
            Some(editing) => editing.form.draw(look, list, buf),
            None => {
                self.draw_list(look, list, buf);
                None
            }
        }
    }

    fn draw_list(&self, look: &Look<'_>, list: Rect, buf: &mut Buffer) {
        let words = look.words;
        let room = usize::from(list.width).saturating_sub(1);
        let people = self.people.as_deref().unwrap_or_default();
        for (y, place) in (list.y..list.bottom()).zip(self.cursor.window()) {
            let person = place.checked_sub(1).and_then(|place| people.get(place));
            let text = match person {
                None => format!("{} · {}", words.name(&self.name), words.say("profile-client")),
                Some(person) if person.role.is_empty() => format!("  {}", words.name(&person.name)),
                Some(person) => format!("  {} · {}", words.name(&person.name), person.role),
            };
            let line = Rect { y, height: 1, ..list };
            look.row(line, &[Span::raw(cell::cut(&text, room))], self.cursor.selected() == Some(place), true, buf);
        }
    }
}

impl Editing {
    fn client(client: Client, look: &Look<'_>) -> Self {
        let entry = |field: &ClientField| {
            let label = format!("client-{}", field.name());
            let choices = field.choices();
            if choices.is_empty() {
                let written = field.written(&client);
                let known = (*field == ClientField::Industry).then(|| industry_name(&written, look)).flatten();
                return Entry::text(label, known.unwrap_or(written));
            }
            let word = |name: &'static str| match name {
                "" => "—".to_owned(),
                "yes" | "no" => look.words.say(name),
                _ => look.words.say(&format!("client-{}-{name}", field.name())),
            };
            Entry::one(label, choices.into_iter().map(|name| (name, word(name))).collect(), field.written(&client))
        };
        let form = Form::of(ClientField::ALL.iter().map(entry).collect());
        Self { whom: Whom::Client(Box::new(client)), form }
    }

    fn person(reachable: Reachable, look: &Look<'_>) -> Self {
        let kinds = || Person::REACHES.into_iter().map(|kind| (kind.name(), look.words.touch(kind)));
        let entry = |field: &PersonField| {
            let (label, written) = (format!("person-{}", field.name()), field.written(&reachable));
            match field {
                PersonField::Prefers => {
                    Entry::one(label, std::iter::once(("", "—".to_owned())).chain(kinds()).collect(), written)
                }
                PersonField::Declines => Entry::any(label, kinds().collect(), written),
                _ => Entry::text(label, written),
            }
        };
        let form = Form::of(PersonField::ALL.iter().map(entry).collect());
        Self { whom: Whom::Person(Box::new(reachable)), form }
    }

    /// Takes what stands in the field at a place over into a draft.
    fn take(&self, place: usize, whom: &mut Whom, look: &Look<'_>) -> Result<(), Message> {
        let Some(entry) = self.form.entries().get(place) else { return Ok(()) };
        let typed = entry.typed();
        let here = (look.today, look.bench.country().map_or("", |country| country.name()));
        match whom {
            Whom::Client(client) => ClientField::ALL[place].take(client, &industry_id(place, typed, look), here),
            Whom::Person(person) => PersonField::ALL[place].take(person, &typed, here),
        }
    }

    fn draft(&self) -> Whom {
        match &self.whom {
            Whom::Client(client) => Whom::Client(client.clone()),
            Whom::Person(person) => Whom::Person(person.clone()),
        }
    }

    /// Says whether the field at a place is right.
    fn check(&mut self, place: usize, look: &Look<'_>) {
        let wrong = self.take(place, &mut self.draft(), look).err();
        self.form.tell(place, wrong.map(|wrong| look.words.message(&wrong)));
    }

    /// Saves it; `None` if a field is wrong. The first of them has the keys then.
    fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Result<(ClientId, Receipt), OpError>> {
        let mut draft = self.draft();
        let mut first = None;
        for place in 0..self.form.entries().len() {
            let wrong = self.take(place, &mut draft, look).err();
            if wrong.is_some() {
                first = first.or(Some(place));
            }
            self.form.tell(place, wrong.map(|wrong| look.words.message(&wrong)));
        }
        if let Some(place) = first {
            self.form.go_to(place);
            return None;
        }
        Some(match &draft {
            Whom::Client(client) if client.id == ClientId(NEW) => bench.add_client(client),
            Whom::Client(client) => bench.edit_client(client).map(|receipt| (client.id, receipt)),
            Whom::Person(reachable) => {
                let client = reachable.person.client;
                let new = reachable.person.id == PersonId(NEW);
                let saved = if new { bench.add_person(reachable) } else { bench.edit_person(reachable) };
                saved.map(|receipt| (client, receipt))
            }
        })
    }

    /// What there is to know about the field at which the keys are.
    fn note(&self, look: &Look<'_>) -> Option<String> {
        let place = self.form.place();
        match &self.whom {
            Whom::Client(_) if ClientField::ALL[place] == ClientField::Industry => {
                let typed = industry_id(place, self.form.entries()[place].typed(), look);
                let year = chrono::Datelike::year(&look.today);
                let known = look.bench.days().professional(year);
                if let Some(day) = known.get(typed.trim()) {
                    let name = industry_name(&typed, look).unwrap_or_default();
                    return Some(format!("{name}, {}", look.words.short_day(*day)));
                }
                let part = fold(&typed);
                let names = known.keys().filter_map(|id| Some((*id, industry_name(id, look)?)));
                let fits = names.filter(|(id, name)| fold(name).contains(&part) || id.starts_with(typed.trim()));
                let fits = fits.map(|(_, name)| name).collect::<Vec<_>>();
                Some(fits.join(" · ")).filter(|fits| !fits.is_empty())
            }
            Whom::Client(_) => {
                let key = match ClientField::ALL[place] {
                    ClientField::CompanyDay => "client-note-company-day",
                    ClientField::CallHours => "client-note-call-hours",
                    ClientField::Interval => "client-note-interval",
                    ClientField::BlackList => "client-note-black-list",
                    ClientField::TaxId => "client-note-tax-id",
                    ClientField::Phones => "person-note-phones",
                    _ => return None,
                };
                Some(look.words.say(key))
            }
            Whom::Person(_) => {
                let key = match PersonField::ALL[place] {
                    PersonField::Birthday => "client-note-company-day",
                    PersonField::Phones => "person-note-phones",
                    PersonField::Declines => "person-note-declines",
                    PersonField::Unsaid => "person-note-unsaid",
                    _ => return None,
                };
                Some(look.words.say(key))
            }
        }
    }
}

/// What the day of an industry is called, by its id in the file of holidays; `None` of an industry in free words.
fn industry_name(id: &str, look: &Look<'_>) -> Option<String> {
    let days = look.bench.days();
    let known = days.professional(chrono::Datelike::year(&look.today)).contains_key(id.trim());
    known.then(|| days.holiday_name(id.trim(), look.words.lang().name()).unwrap_or(id).to_owned())
}

/// The id of the industry whose day was typed by its name; what was typed, in another field or in free words.
fn industry_id(place: usize, typed: String, look: &Look<'_>) -> String {
    if ClientField::ALL[place] != ClientField::Industry {
        return typed;
    }
    look.bench.days().industry_named(&typed).map(str::to_owned).unwrap_or(typed)
}
