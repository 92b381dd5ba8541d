//! From rows to drafts: whom a row is about, which rows belong together, what of a row could not be taken.

mod orders;

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::NaiveDate;
use csv::StringRecord;
use memchr::memchr;

use super::{ClientDraft, Issue, OrderDraft, PersonDraft};
use crate::domain::message::Message;
use crate::domain::person::{Anniversary, ChannelKind};
use crate::exchange::dates::{self, Order};
use crate::exchange::decode::Decoded;
use crate::exchange::headers::{Columns, Field};
use crate::exchange::row::{Named, Row, Subject, clean};
use crate::exchange::table::Place;
use crate::exchange::values::{self, BadValue};

/// The columns by which a client can be named.
pub(in crate::exchange) const NAMING: [Field; 7] =
    [Field::Client, Field::ClientCode, Field::Person, Field::FirstName, Field::LastName, Field::Email, Field::Phone];

/// The columns that say nothing of a client but its name.
const OF_ORDERS: [Field; 14] = [
    Field::Client,
    Field::ClientCode,
    Field::ClientId,
    Field::Number,
    Field::Document,
    Field::Day,
    Field::Amount,
    Field::Returned,
    Field::Currency,
    Field::Due,
    Field::Paid,
    Field::Note,
    Field::Title,
    Field::Item,
];

/// Stands between a name and what tells two clients of that name apart; no cell holds it.
const APART: char = '\u{1F}';

/// Where channels of each kind stand. Pages are the company's even in a file of people.
const PERSONAL: [(Field, ChannelKind); 3] = [
    (Field::Phone, ChannelKind::Phone),
    (Field::Email, ChannelKind::Email),
    (Field::Messenger, ChannelKind::Messenger),
];
const COMMON: [(Field, ChannelKind); 2] = [(Field::ClientPhone, ChannelKind::Phone), (Field::Site, ChannelKind::Site)];

/// A quotation for a sentence, cut to forty characters.
pub(in crate::exchange) fn quoted(text: &str) -> String {
    let text = text.trim();
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// The drafts so far.
pub(in crate::exchange) struct Drafting<'c> {
    columns: &'c Columns,
    takes_orders: bool,
    /// Whether a row can say anything of a client or its people; most files of orders have a hundred rows a client.
    describes_clients: bool,
    dates: Order,
    /// Dates like `03/07/1985` may be read the wrong way round, and nobody was told yet.
    dates_in_doubt: bool,
    clients: Vec<ClientDraft>,
    orders: Vec<OrderDraft>,
    issues: Vec<Issue>,
    clients_by_name: HashMap<String, usize>,
    /// By client: whether something tells it from others of its name already.
    told_apart: Vec<bool>,
    people_by_name: HashMap<(usize, String), usize>,
    orders_by_number: HashMap<(usize, String), usize>,
    last_client: Option<usize>,
}

impl<'c> Drafting<'c> {
    pub fn new(columns: &'c Columns, decoded: &Decoded<'_>, header_line: usize, rows: usize) -> Self {
        let stroked = memchr(b'/', decoded.text.as_bytes()).is_some();
        let order = if stroked { dates::proven_order(&decoded.text) } else { None };
        let dated = columns.has(Field::Day) || columns.has(Field::Document);
        let takes_orders = dated && columns.has(Field::Amount);
        let orders = if takes_orders { rows } else { 0 };
        let mut drafting = Self {
            columns,
            takes_orders,
            describes_clients: !takes_orders || columns.fields.iter().flatten().any(|field| !OF_ORDERS.contains(field)),
            dates: order.unwrap_or(Order::DayFirst),
            dates_in_doubt: stroked && order.is_none(),
            clients: Vec::new(),
            orders: Vec::with_capacity(orders),
            issues: Vec::new(),
            clients_by_name: HashMap::new(),
            told_apart: Vec::new(),
            people_by_name: HashMap::new(),
            orders_by_number: HashMap::new(),
            last_client: None,
        };
        if columns.has(Field::Amount) && !dated {
            drafting.without(header_line, Message::new("import-no-day-column"));
        }
        for line in &decoded.repaired {
            drafting.without(*line, Message::new("import-other-encoding"));
        }
        drafting
    }

    /// What was made of the rows.
    pub fn finish(mut self) -> (Vec<ClientDraft>, Vec<OrderDraft>, Vec<Issue>) {
        self.arrange_orders();
        self.issues.sort_by_key(|issue| issue.line);
        (self.clients, self.orders, self.issues)
    }

    /// Tells of a row that sums up others.
    pub fn skip_totals(&mut self, line: usize, cells: &StringRecord) {
        let first = cells.iter().find(|cell| !cell.trim().is_empty()).unwrap_or_default();
        self.skip(line, Message::new("import-totals").with("value", quoted(first)));
    }

    /// Takes one row.
    pub fn take(&mut self, place: &Place, cells: &StringRecord) {
        let row = Row { line: place.line, cells, columns: self.columns };
        if place.unclosed {
            self.skip(row.line, Message::new("import-open-quotation"));
            return;
        }
        let Some(subject) = row.subject() else {
            self.continue_last(row);
            return;
        };
        let client = self.client(&subject);
        self.last_client = Some(client);
        self.clients[client].rows.push(row.line);
        if self.describes_clients {
            self.fill_client(client, row);
            self.add_people(client, &subject, row);
        }
        if self.takes_orders {
            self.add_order(client, row);
        }
        let beyond = cells.iter().skip(self.columns.headers.len()).find(|cell| !cell.trim().is_empty());
        if let Some(cell) = beyond {
            self.without(row.line, Message::new("import-beyond-header").with("value", quoted(cell)));
        }
    }

    fn skip(&mut self, line: usize, why: Message) {
        self.issues.push(Issue { line, taken: false, why });
    }

    fn without(&mut self, line: usize, why: Message) {
        self.issues.push(Issue { line, taken: true, why });
    }

    /// A row that names nobody: the further details of the client above where the columns that would begin a record
    /// are empty, else a mistake.
    fn continue_last(&mut self, row: Row<'_>) {
        const BEGINNING: [Field; 4] = [Field::Id, Field::ClientId, Field::Number, Field::Amount];
        let continues = BEGINNING.iter().any(|field| self.columns.has(*field)) && row.first_of(&BEGINNING).is_empty();
        match self.last_client.filter(|_| continues) {
            Some(client) => self.fill_client(client, row),
            None => self.skip(row.line, Message::new("import-no-client")),
        }
    }

    /// The place of a client, made where it is new.
    fn client(&mut self, subject: &Subject<'_>) -> usize {
        let named = self.clients_by_name.get(subject.name.as_ref()).copied();
        if subject.apart.is_empty() {
            return named.unwrap_or_else(|| self.add_client(subject));
        }
        let key = format!("{}{APART}{}", subject.name, subject.apart);
        if let Some(client) = self.clients_by_name.get(&key) {
            return *client;
        }
        let client = named.filter(|client| !self.told_apart[*client]).unwrap_or_else(|| self.add_client(subject));
        self.told_apart[client] = true;
        self.clients_by_name.insert(key, client);
        client
    }

    fn add_client(&mut self, subject: &Subject<'_>) -> usize {
        let client = self.clients.len();
        self.clients.push(ClientDraft { name: subject.name.clone().into_owned(), ..ClientDraft::default() });
        if !subject.external_id.is_empty() {
            self.clients[client].external_id = Some(subject.external_id.to_owned());
        }
        self.told_apart.push(false);
        self.clients_by_name.entry(subject.name.clone().into_owned()).or_insert(client);
        client
    }

    /// Gives a client what the row says of it and no row above did.
    fn fill_client(&mut self, place: usize, row: Row<'_>) {
        let company_day = self.anniversary(Field::CompanyDay, row);
        let client = &mut self.clients[place];
        for (there, field) in [
            (&mut client.city, Field::City),
            (&mut client.address, Field::Address),
            (&mut client.industry, Field::Industry),
        ] {
            if there.is_empty() {
                row.first(field).clone_into(there);
            }
        }
        if client.address.is_empty() {
            client.address = row.all(Field::AddressPart).map(|(_, part)| part).collect::<Vec<_>>().join(", ");
        }
        client.company_day = client.company_day.or(company_day);
        for tag in row.all(Field::Tag).flat_map(|(_, tags)| values::pieces(tags, values::LIST_ENDS)) {
            // `* myContacts` is Google's own label.
            if !tag.starts_with("* ") && !client.tags.iter().any(|there| there == tag) {
                client.tags.push(tag.to_owned());
            }
        }
        if !self.takes_orders {
            row.all(Field::Note).for_each(|(_, note)| add_line(&mut client.note, note));
        }
        row.all(Field::Detail).for_each(|(header, text)| add_line(&mut client.note, &format!("{header}: {text}")));
        add_channels(&mut client.channels, row, &COMMON);
        let tax_id = row.first(Field::TaxId);
        if client.tax_id.is_empty() {
            tax_id.clone_into(&mut client.tax_id);
        } else if !tax_id.is_empty() && client.tax_id != tax_id {
            let why = Message::new("import-second-tax-id").with("client", quoted(&client.name));
            self.without(row.line, why.with("value", quoted(tax_id)));
        }
    }

    /// Adds the people of a row, and gives the first of them, or the client, the ways to reach somebody.
    fn add_people(&mut self, client: usize, subject: &Subject<'_>, row: Row<'_>) {
        for (header, email) in row.all(Field::Email).filter(|(_, email)| !email.contains('@')) {
            let why = Message::new("import-bad-email").with("value", quoted(email));
            self.without(row.line, why.with("column", quoted(header)));
        }
        let birthday = self.anniversary(Field::Birthday, row);
        let role = row.first(Field::Role);
        let mut first = None;
        for person in &subject.people {
            let place = self.person(client, person);
            first = first.or(Some(place));
        }
        if first.is_none() && (birthday.is_some() || !role.is_empty()) {
            let named = Named { name: Cow::Borrowed(&subject.name), short: Cow::Borrowed(&subject.name) };
            first = Some(self.person(client, &named));
        }
        let draft = &mut self.clients[client];
        let Some(person) = first.map(|place| &mut draft.people[place]) else {
            add_channels(&mut draft.channels, row, &PERSONAL);
            return;
        };
        if person.role.is_empty() {
            role.clone_into(&mut person.role);
        }
        person.birthday = person.birthday.or(birthday);
        add_channels(&mut person.channels, row, &PERSONAL);
    }

    fn person(&mut self, client: usize, named: &Named<'_>) -> usize {
        let people = &mut self.clients[client].people;
        *self.people_by_name.entry((client, named.short.clone().into_owned())).or_insert_with(|| {
            people.push(PersonDraft { name: named.name.clone().into_owned(), ..PersonDraft::default() });
            people.len() - 1
        })
    }

    /// A day the row may lack.
    fn day(&mut self, field: Field, row: Row<'_>) -> Option<NaiveDate> {
        self.date(field, row, dates::day)
    }

    fn anniversary(&mut self, field: Field, row: Row<'_>) -> Option<Anniversary> {
        self.date(field, row, dates::anniversary)
    }

    fn date<T>(
        &mut self,
        field: Field,
        row: Row<'_>,
        read: fn(&str, Order) -> Result<Option<T>, BadValue>,
    ) -> Option<T> {
        let (column, text) = row.first_with_header(field);
        if text.is_empty() {
            return None;
        }
        self.doubt(row.line, text);
        read(text, self.dates).unwrap_or_else(|BadValue| {
            let why = Message::new("import-bad-date").with("column", quoted(column));
            self.without(row.line, why.with("value", quoted(text)));
            None
        })
    }

    /// Tells once that a date could be read the other way round.
    fn doubt(&mut self, line: usize, text: &str) {
        if self.dates_in_doubt && dates::is_ambiguous(text) {
            self.dates_in_doubt = false;
            self.without(line, Message::new("import-day-or-month").with("value", quoted(text)));
        }
    }
}

fn add_channels(channels: &mut Vec<(ChannelKind, String)>, row: Row<'_>, from: &[(Field, ChannelKind)]) {
    for (field, kind) in from {
        for (_, cell) in row.all(*field) {
            let found = match kind {
                ChannelKind::Phone => values::phones(cell),
                ChannelKind::Email => {
                    values::pieces(cell, values::ADDRESS_ENDS).filter(|email| email.contains('@')).collect()
                }
                ChannelKind::Messenger | ChannelKind::Site => values::pieces(cell, values::LIST_ENDS).collect(),
            };
            for value in found.into_iter().map(clean) {
                if !channels.iter().any(|(_, there)| there == value) {
                    channels.push((*kind, value.to_owned()));
                }
            }
        }
    }
}

fn add_line(text: &mut String, line: &str) {
    if !text.lines().any(|there| there == line) && text != line {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(line);
    }
}
