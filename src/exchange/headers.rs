//! What the column headers of other programs mean to this one.

use std::collections::HashMap;
use std::sync::LazyLock;

use csv::StringRecord;
use unicode_normalization::UnicodeNormalization;

use super::values;

/// The headers seen in the files of Bitrix24, amoCRM, HubSpot, Google, Outlook and 1C, and plain ones.
const TABLE: &str = include_str!("../../assets/headers.tsv");

/// Headers are short; a longer cell is none.
const LONGEST_HEADER: usize = 120;

macro_rules! fields {
    ($($(#[$doc:meta])+ $field:ident $name:literal)+) => {
        /// What a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Field {
            $($(#[$doc])+ $field,)+
        }

        impl Field {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$field),+];

            /// The name used in the table of headers and in the keys of the texts.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$field => $name,)+
                }
            }
        }
    };
}

fields! {
    /// The client's name.
    Client "client"
    /// What the client is called in the other program, which is its name too where nothing else is.
    ClientCode "client_code"
    /// A company: the client's, or ours beside a client.
    Organisation "organisation"
    /// The client's id in the other program.
    ClientId "client_id"
    /// The id of whatever the row is about.
    Id "id"
    /// The name of whatever the row is about.
    Name "name"
    /// A person's full name.
    Person "person"
    /// A person's first name.
    FirstName "first_name"
    /// A person's patronymic or middle name.
    MiddleName "middle_name"
    /// A person's surname.
    LastName "last_name"
    /// A person's job.
    Role "role"
    /// A person's birthday.
    Birthday "birthday"
    /// Whether the row is about a person or a company.
    Kind "kind"
    /// A telephone number of the person, or of the client where there is none.
    Phone "phone"
    /// A telephone number of the client.
    ClientPhone "client_phone"
    /// An e-mail address.
    Email "email"
    /// A name in a messenger or a social network.
    Messenger "messenger"
    /// A page in the web.
    Site "site"
    /// The client's town.
    City "city"
    /// The client's address.
    Address "address"
    /// A part of the address: the street, the country.
    AddressPart "address_part"
    /// The client's tax number.
    TaxId "tax_id"
    /// The client's industry.
    Industry "industry"
    /// The company's own day.
    CompanyDay "company_day"
    /// Labels of the client.
    Tag "tag"
    /// What was written about the client, or about the order.
    Note "note"
    /// Something kept in the client's note under the header of its column.
    Detail "detail"
    /// An order's number.
    Number "number"
    /// An order's number and day in one: `Реализация 0000-000031 от 15.07.2025`.
    Document "document"
    /// An order's day.
    Day "day"
    /// The day the record was made: an order's day where the file has no other.
    Created "created"
    /// An order's amount.
    Amount "amount"
    /// What came back of an order.
    Returned "returned"
    /// The currency of the amounts.
    Currency "currency"
    /// The day an order was to be paid.
    Due "due"
    /// The day an order was paid.
    Paid "paid"
    /// What the order was called, kept in its note.
    Title "title"
    /// What was ordered: a line of the order.
    Item "item"
}

static FIELDS: LazyLock<HashMap<String, Field>> = LazyLock::new(|| {
    let field = |name: &str| Field::ALL.iter().copied().find(|field| field.name() == name);
    TABLE
        .lines()
        .filter_map(|row| row.split_once('\t'))
        .filter_map(|(header, name)| Some((plain(header), field(name)?)))
        .collect()
});

/// What a header means by itself: as it stands, with its number left open (`Phone 2 - Value`), without it
/// (`Примечание 4`), or without a currency (`Сумма, ₽`).
pub(super) fn field_of(header: &str) -> Option<Field> {
    if header.len() > LONGEST_HEADER || header.trim().is_empty() {
        return None;
    }
    let header = plain(header);
    let known = |header: &str| FIELDS.get(header).copied();
    let any_number = || {
        let words =
            header.split(' ').map(|word| if word.bytes().all(|byte| byte.is_ascii_digit()) { "n" } else { word });
        known(&words.collect::<Vec<_>>().join(" "))
    };
    let shortened = || {
        let (rest, last) = header.rsplit_once(' ')?;
        let number = last.bytes().all(|byte| byte.is_ascii_digit());
        if number || values::currency(last).is_some() { known(rest.trim_end_matches(',')) } else { None }
    };
    known(&header).or_else(any_number).or_else(shortened)
}

/// A header without what programs vary: case, ё, spaces, colons, asterisks, the byte-order mark.
fn plain(header: &str) -> String {
    let letters = header.nfc().flat_map(char::to_lowercase).filter(|c| !matches!(c, ':' | '*' | '\u{FEFF}'));
    let letters: String = letters.map(|c| if c == 'ё' { 'е' } else { c }).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns of a file, each with what it means beside the others.
pub(super) struct Columns {
    pub headers: Vec<String>,
    pub fields: Vec<Option<Field>>,
    /// The places of the columns of each field, in the order of the file.
    places: Vec<Vec<usize>>,
    /// The currency the header of the amounts names.
    pub currency: Option<String>,
}

impl Columns {
    /// Maps a header row. A nameless column at the end, left by a delimiter behind the last cell, is none.
    pub fn of(header: &StringRecord) -> Self {
        let mut headers: Vec<String> = header.iter().map(|cell| cell.trim().to_owned()).collect();
        while headers.last().is_some_and(String::is_empty) {
            headers.pop();
        }
        let mut fields: Vec<Option<Field>> = headers.iter().map(|header| field_of(header)).collect();
        settle(&mut fields);
        let mut places = vec![Vec::new(); Field::ALL.len()];
        for (place, field) in fields.iter().enumerate() {
            if let Some(field) = field {
                places[*field as usize].push(place);
            }
        }
        // A dollar sign stands for a dozen currencies.
        let currency = places[Field::Amount as usize].first().and_then(|place| {
            let last = headers[*place]
                .rsplit([' ', ','])
                .next()
                .filter(|last| *last != "$" && last.len() < headers[*place].len());
            last.and_then(values::currency)
        });
        Self { headers, fields, places, currency }
    }

    /// Whether the file has a column of that field.
    pub fn has(&self, field: Field) -> bool {
        !self.places(field).is_empty()
    }

    /// The places of the columns of that field.
    pub fn places(&self, field: Field) -> &[usize] {
        &self.places[field as usize]
    }
}

/// Decides what the headers mean that mean one thing beside these columns and another beside those.
fn settle(fields: &mut [Option<Field>]) {
    use Field::{
        Amount, Client, ClientCode, ClientId, Created, Day, Document, FirstName, Id, Name, Number, Organisation,
        Person, TaxId,
    };
    let has = |field: Field| fields.contains(&Some(field));
    let orders = has(Amount);
    let company = has(Client) || has(Organisation);
    let person = has(Person) || has(FirstName);
    let decided = |field: Field| match field {
        Organisation if has(Client) => None,
        Organisation => Some(Client),
        Name if !company && (has(ClientCode) || has(TaxId) || has(Person) || orders && !person) => Some(Client),
        Name => Some(Person),
        Created if orders && !has(Day) && !has(Document) => Some(Day),
        Created => None,
        Id if orders && !has(Number) && !has(Document) => Some(Number),
        Id if company && !person && !has(Name) && !has(ClientId) => Some(ClientId),
        other => Some(other),
    };
    let settled: Vec<_> = fields.iter().map(|field| field.and_then(decided)).collect();
    fields.copy_from_slice(&settled);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_whatever_their_spelling() {
        fn check(header: &str, field: Option<Field>) {
            assert_eq!(field_of(header), field, "{header}");
        }
        check(" КЛИЕНТ: ", Some(Field::Client));
        check("\u{FEFF}Населённый  пункт", Some(Field::City));
        check("Phone 3 - Value", Some(Field::Phone));
        check("Phone 3 - Label", None);
        check("Примечание 4", Some(Field::Note));
        check("Бюджет ₸", Some(Field::Amount));
        check("Сумма, руб.", Some(Field::Amount));
        check("Сумма НДС", None);
        check("Телефон переносной", Some(Field::Phone));
        check("1985", None);
        check("", None);
    }

    #[test]
    fn every_row_of_the_table_names_a_field_and_no_header_stands_twice() {
        assert_eq!(FIELDS.len(), TABLE.lines().count());
    }

    #[test]
    fn a_header_of_two_meanings_takes_the_one_that_fits_its_neighbours() {
        fn check(header: &[&str], expected: &[Option<Field>]) {
            assert_eq!(Columns::of(&StringRecord::from(header.to_vec())).fields, expected, "{header:?}");
        }
        check(
            &["ID", "Компания", "Сумма", "Дата создания"],
            &[Some(Field::Number), Some(Field::Client), Some(Field::Amount), Some(Field::Day)],
        );
        check(&["Организация", "Покупатель"], &[None, Some(Field::Client)]);
        check(&["Организация", "Имя", "ID", ""], &[Some(Field::Client), Some(Field::FirstName), Some(Field::Id)]);
        check(&["client", "name"], &[Some(Field::ClientCode), Some(Field::Client)]);
        check(&["Name", "Note"], &[Some(Field::Person), Some(Field::Note)]);
        assert_eq!(Columns::of(&StringRecord::from(vec!["Бюджет ₽"])).currency.as_deref(), Some("RUB"));
    }
}
