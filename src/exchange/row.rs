//! One row under its headers: its cells, and whom it is about.

use std::borrow::Cow;

use csv::StringRecord;

use super::headers::{Columns, Field};
use super::values;

/// One row under its headers.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    /// The 1-based line on which it begins.
    pub line: usize,
    pub cells: &'r StringRecord,
    pub columns: &'r Columns,
}

impl<'r> Row<'r> {
    /// The filled cells of a field, each with its header.
    pub fn all(self, field: Field) -> impl Iterator<Item = (&'r str, &'r str)> {
        self.columns.places(field).iter().filter_map(move |place| {
            let cell = clean(self.cells.get(*place)?);
            (!cell.is_empty()).then_some((self.columns.headers[*place].as_str(), cell))
        })
    }

    /// The first filled cell of a field with its header; without one an empty cell.
    pub fn first_with_header(self, field: Field) -> (&'r str, &'r str) {
        let header = || self.columns.places(field).first().map_or("", |place| &self.columns.headers[*place]);
        self.all(field).next().unwrap_or_else(|| (header(), ""))
    }

    pub fn first(self, field: Field) -> &'r str {
        let mut cells =
            self.columns.places(field).iter().map(|place| clean(self.cells.get(*place).unwrap_or_default()));
        cells.find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    pub fn first_of(self, fields: &[Field]) -> &'r str {
        fields.iter().map(|field| self.first(*field)).find(|cell| !cell.is_empty()).unwrap_or_default()
    }

    /// Whom the row is about; `None` where it names nobody.
    pub fn subject(self) -> Option<Subject<'r>> {
        let company = matches!(self.first(Field::Kind).to_lowercase().as_str(), "компания" | "company");
        let people = if company { Vec::new() } else { people_of(self) };
        let code = self.first(Field::ClientCode);
        let client_id = self.first(Field::ClientId);
        let id = self.first(Field::Id);
        let name = self.first_of(&[Field::Client, Field::ClientCode]);
        if !name.is_empty() {
            let own_id = if client_id.is_empty() && company { id } else { client_id };
            let external_id = if own_id.is_empty() { code } else { own_id };
            let ids = if external_id == name { "" } else { external_id };
            let apart = if ids.is_empty() { self.first(Field::TaxId) } else { ids };
            return Some(Subject { name: Cow::Borrowed(name), apart, external_id, people });
        }
        let address = self.first_of(&[Field::Email, Field::Phone]);
        let apart = if id.is_empty() { address } else { id };
        if let Some(person) = people.first() {
            return Some(Subject { name: person.name.clone(), apart, external_id: id, people });
        }
        let name = values::pieces(address, values::ADDRESS_ENDS).next()?;
        let nameless = Named { name: Cow::Borrowed(name), short: Cow::Borrowed(name) };
        Some(Subject { name: nameless.name.clone(), apart, external_id: id, people: vec![nameless] })
    }
}

/// A cell without the apostrophe by which spreadsheets are kept from reading a number or a formula.
pub(super) fn clean(cell: &str) -> &str {
    // Most cells need no trimming, which looks at whole letters.
    let bare = |end: Option<&u8>| end.is_some_and(u8::is_ascii_graphic);
    let cell = if bare(cell.as_bytes().first()) && bare(cell.as_bytes().last()) { cell } else { cell.trim() };
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(|c: char| c.is_ascii_digit() || "=+-@".contains(c)) => rest,
        _ => cell,
    }
}

/// A person as a row names it.
pub(super) struct Named<'r> {
    pub name: Cow<'r, str>,
    /// The name in rows that lack the patronymic.
    pub short: Cow<'r, str>,
}

/// Whom a row is about.
pub(super) struct Subject<'r> {
    pub name: Cow<'r, str>,
    /// What tells it from others of the name: an id, a tax number, a private client's address.
    pub apart: &'r str,
    pub external_id: &'r str,
    pub people: Vec<Named<'r>>,
}

/// The people a row names; several names in one cell stand between semicolons.
fn people_of(row: Row<'_>) -> Vec<Named<'_>> {
    if ![Field::Person, Field::FirstName, Field::LastName].iter().any(|field| row.columns.has(*field)) {
        return Vec::new();
    }
    let full = row.first(Field::Person);
    let parts = [Field::FirstName, Field::MiddleName, Field::LastName].map(|field| row.first(field));
    if parts[0].is_empty() && parts[2].is_empty() {
        let names = values::pieces(full, values::NAME_ENDS);
        return names.map(|name| Named { name: Cow::Borrowed(name), short: Cow::Borrowed(name) }).collect();
    }
    let joined = |parts: &[&str]| parts.iter().copied().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let short = if full.is_empty() { Cow::Owned(joined(&[parts[0], parts[2]])) } else { Cow::Borrowed(full) };
    vec![Named { name: Cow::Owned(joined(&parts)), short }]
}

/// Number and day of `Реализация товаров и услуг 0000-000031 от 15.07.2025 12:00:00`.
pub(super) fn document(text: &str) -> (&str, &str) {
    if text.is_empty() {
        return ("", "");
    }
    match text.rsplit_once(" от ") {
        Some((title, day)) => (title.rsplit(' ').next().unwrap_or_default(), day),
        None => (text, ""),
    }
}
