//! Where the clients due for one occasion are greeted in one go: whom, with which text, and that it was done.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::plan::Rest;
use super::{AgendaItem, AgendaLine, OpError, Receipt, TouchDraft, Workbench};
use crate::domain::calendar::{Occasion, Planned, Why};
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::message::Message;
use crate::domain::person::ChannelKind;
use crate::domain::touch::TouchKind;
use crate::store::Entry;

/// The folder beside the book for the texts of greetings.
const FOLDER: &str = "greetings";
/// What the occasions that every client has of its own are called.
pub const BIRTHDAY: &str = "birthday";
/// See [`BIRTHDAY`].
pub const COMPANY_DAY: &str = "company_day";

/// An occasion with clients to greet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccasionLine {
    /// The holiday's id, [`BIRTHDAY`] or [`COMPANY_DAY`].
    pub id: String,
    /// The first of its days.
    pub date: NaiveDate,
    /// How many greetings are planned.
    pub greetings: usize,
}

/// A greeting that is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greeting {
    /// Whom.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// Who is greeted there, where somebody is known.
    pub person: Option<(PersonId, String)>,
    /// Where it is sent to, where that is known.
    pub address: String,
    /// What kind of touch it is.
    pub kind: TouchKind,
    /// The first day on which it counts.
    pub from: NaiveDate,
}

impl Greeting {
    /// Whom and where to: "Vega · Anna <anna@example.org>".
    pub fn heading(&self) -> String {
        let person = self.person.as_ref().map(|(_, name)| format!(" · {name}")).unwrap_or_default();
        let address = Some(&self.address).filter(|address| !address.is_empty());
        format!("{}{person}{}", self.name, address.map(|address| format!(" <{address}>")).unwrap_or_default())
    }
}

impl Workbench {
    /// The occasions for which somebody is to be greeted, by day.
    pub fn occasions(&self) -> Result<Vec<OccasionLine>, OpError> {
        let mut occasions: Vec<OccasionLine> = Vec::new();
        for line in self.whole_agenda()? {
            let Some((_, id, date)) = occasion_of(&line) else { continue };
            match occasions.iter_mut().find(|known| known.id == id) {
                Some(known) => {
                    known.greetings += 1;
                    known.date = known.date.min(date);
                }
                None => occasions.push(OccasionLine { id: id.to_owned(), date, greetings: 1 }),
            }
        }
        occasions.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        Ok(occasions)
    }

    /// The greetings planned for an occasion, by day.
    pub fn greetings(&self, id: &str) -> Result<Vec<Greeting>, OpError> {
        let mut greetings = Vec::new();
        for line in self.whole_agenda()? {
            let Some((planned, _, _)) = occasion_of(&line).filter(|(_, found, _)| *found == id) else { continue };
            let person = match planned.why {
                Why::Occasion { occasion: Occasion::Birthday(person), .. } => {
                    line.person.clone().map(|name| (person, name))
                }
                _ => self.usual_person(line.client)?.map(|person| (person.id, person.name)),
            };
            greetings.push(Greeting {
                address: self.address_of(line.client, person.as_ref().map(|(id, _)| *id), planned.kind)?,
                person,
                kind: planned.kind,
                from: planned.from,
                client: line.client,
                name: line.name,
            });
        }
        Ok(greetings)
    }

    /// Where a touch of that kind is sent to: the person's own address before the client's.
    fn address_of(&self, client: ClientId, person: Option<PersonId>, kind: TouchKind) -> Result<String, OpError> {
        let wanted = match kind {
            TouchKind::Email => [ChannelKind::Email, ChannelKind::Email],
            TouchKind::Message => [ChannelKind::Messenger, ChannelKind::Phone],
            _ => [ChannelKind::Phone, ChannelKind::Phone],
        };
        let mut channels = self.db.channels(client)?;
        channels
            .retain(|channel| wanted.contains(&channel.kind) && (channel.person.is_none() || channel.person == person));
        channels.sort_by_key(|channel| (channel.kind != wanted[0], channel.person.is_none()));
        Ok(channels.into_iter().next().map(|channel| channel.value).unwrap_or_default())
    }

    /// The person's own text for an occasion: the file of its name beside the book; `None` where there is none.
    pub fn greeting_text(&self, id: &str) -> Option<String> {
        std::fs::read_to_string(self.beside(FOLDER, &format!("{id}.txt"))?).ok()
    }

    /// Adds the text of a greeting to the day's file of them beside the book. Returns where it lies.
    pub fn write_greeting(&self, id: &str, text: &str) -> Result<PathBuf, OpError> {
        let path = self.beside(FOLDER, &format!("{id}-{}.txt", self.today())).unwrap_or_default();
        let cannot = |error: std::io::Error| OpError::CannotWrite { path: path.clone(), detail: error.to_string() };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(cannot)?;
        }
        let mut file = OpenOptions::new().create(true).append(true).open(&path).map_err(cannot)?;
        file.write_all(text.as_bytes()).map_err(cannot)?;
        Ok(path)
    }

    /// Refuses greetings one of which is a contact too many with a former client (DOMAIN R42): they are logged if a person
    /// says so once more.
    pub fn check_greetings<'g>(&self, done: impl IntoIterator<Item = &'g Greeting>) -> Result<(), OpError> {
        done.into_iter().try_for_each(|greeting| self.check_former(&TouchDraft::new(greeting.client, greeting.kind)))
    }

    /// Logs greetings as done, with what was written to each: one action, one step of undo. `occasion` is its name.
    pub fn greet(&self, occasion: &str, done: &[(Greeting, String)]) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        if done.is_empty() {
            return Err(OpError::Empty);
        }
        let entry = Entry { verb: "greet", subject: occasion, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            let rules = self.db.rules()?;
            let deriver = self.deriver(&rules, self.usual_so_far()?)?;
            for (greeting, note) in done {
                let person = greeting.person.as_ref().map(|(id, _)| *id);
                let touch = TouchDraft::new(greeting.client, greeting.kind);
                self.write_touch(tx, &TouchDraft { person, note: note.clone(), ..touch })?;
                self.derive_client(&deriver, greeting.client, Rest::GetsDays)?;
            }
            let effect = Message::new("effect-greeted").with("n", done.len());
            Ok(Receipt::of_book("greet", occasion).and(effect))
        })
    }
}

/// The occasion of a planned touch: its id and its day.
fn occasion_of(line: &AgendaLine) -> Option<(&Planned, &str, NaiveDate)> {
    let AgendaItem::Rule(planned) = &line.item else { return None };
    let Why::Occasion { occasion, date } = &planned.why else { return None };
    let id = match occasion {
        Occasion::Holiday(id) | Occasion::Professional(id) => id.as_str(),
        Occasion::CompanyDay => COMPANY_DAY,
        Occasion::Birthday(_) => BIRTHDAY,
        // A day of the table's own has no name to greet with, and an event is no reason to.
        Occasion::Date | Occasion::Event => return None,
    };
    Some((planned, id, *date))
}
