//! From the bytes of another program's file to drafts of clients and orders, and from events to a calendar file. Knows no
//! database: what becomes of a draft is for `ops` to decide.

mod dates;
mod decode;
mod drafts;
mod headers;
pub mod ical;
mod row;
mod table;
mod values;

use std::ops::ControlFlow;

use chrono::NaiveDate;
use csv::StringRecord;

use crate::domain::iso::iso;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::order::OrderLine;
use crate::domain::person::{Anniversary, ChannelKind};

use drafts::{Drafting, quoted};
use headers::Columns;
use table::Table;

pub use headers::Field;

/// The rows a report shows.
const SAMPLE_ROWS: usize = 5;

/// The rows between two reports of progress.
const PROGRESS_ROWS: usize = 1_024;

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Drafts {
    /// The clients, in the order of the file.
    pub clients: Vec<ClientDraft>,
    /// The orders, by client and day.
    pub orders: Vec<OrderDraft>,
    /// What was not taken, or not wholly, in the order of the lines.
    pub issues: Vec<Issue>,
    /// How the file was read.
    pub report: FileReport,
}

/// A client as a file states it; empty is what the file does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientDraft {
    /// The 1-based lines on which the rows begin that name it.
    pub rows: Vec<usize>,
    /// What it is called in the other program.
    pub external_id: Option<String>,
    /// The name.
    pub name: String,
    /// The town.
    pub city: String,
    /// The address.
    pub address: String,
    /// The tax number, as it was written.
    pub tax_id: String,
    /// The industry, as it was written.
    pub industry: String,
    /// The company's own day.
    pub company_day: Option<Anniversary>,
    /// What was written about it.
    pub note: String,
    /// Labels.
    pub tags: Vec<String>,
    /// The people there.
    pub people: Vec<PersonDraft>,
    /// The ways to reach it that belong to nobody in particular.
    pub channels: Vec<(ChannelKind, String)>,
}

/// A person as a file states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonDraft {
    /// The name.
    pub name: String,
    /// The job there.
    pub role: String,
    /// The birthday, the year optional.
    pub birthday: Option<Anniversary>,
    /// The ways to reach the person.
    pub channels: Vec<(ChannelKind, String)>,
}

/// An order as a file states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderDraft {
    /// Whose it is: a place among the clients of the file.
    pub client: usize,
    /// The line of the file on which it begins.
    pub line: usize,
    /// The day it was made.
    pub day: NaiveDate,
    /// Which it is among the equal orders of its client that have no number, from 1.
    pub nth: u32,
    /// What was ordered.
    pub amount: Money,
    /// What of it came back.
    pub returned: Money,
    /// What else the file says of it. Of most orders it is nothing, and a large file has very many.
    details: Option<Box<OrderDetails>>,
}

/// What a file may say of an order beside its day and its amounts; empty is what it does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrderDetails {
    /// Its number.
    pub number: String,
    /// The ISO code of the currency.
    pub currency: Option<String>,
    /// The day payment was due.
    pub due: Option<NaiveDate>,
    /// The day it was paid.
    pub paid: Option<NaiveDate>,
    /// What it was called, and what was written about it.
    pub note: String,
    /// What it was made of.
    pub lines: Vec<OrderLine>,
}

static NO_DETAILS: OrderDetails = OrderDetails {
    number: String::new(),
    currency: None,
    due: None,
    paid: None,
    note: String::new(),
    lines: Vec::new(),
};

impl OrderDraft {
    /// What else the file says of it.
    pub fn details(&self) -> &OrderDetails {
        self.details.as_deref().unwrap_or(&NO_DETAILS)
    }

    fn details_mut(&mut self) -> &mut OrderDetails {
        self.details.get_or_insert_default()
    }

    /// Leaves the currency away if it is that one.
    pub fn without_currency(&mut self, own: &str) {
        if let Some(details) = &mut self.details {
            details.currency.take_if(|currency| currency == own);
        }
    }

    /// What the same order has in the same file read again: `n:<number>`, or `d:<day>|<amount>|<returned>` with the
    /// amounts in hundredths and, from the second equal order of a client on, `#2` and so on.
    pub fn source_key(&self) -> String {
        let number = &self.details().number;
        if !number.is_empty() {
            return format!("n:{number}");
        }
        let mut key = String::with_capacity(40);
        key += "d:";
        key += &iso(self.day);
        for Money(hundredths) in [self.amount, self.returned] {
            key += "|";
            key += &hundredths.to_string();
        }
        if self.nth > 1 {
            key += "#";
            key += &self.nth.to_string();
        }
        key
    }
}

/// Something of a file that was not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// The 1-based line on which the row begins.
    pub line: usize,
    /// Whether the row was taken without it; otherwise the whole row was not.
    pub taken: bool,
    /// What was wrong.
    pub why: Message,
}

/// How a file was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileReport {
    /// The name of the encoding.
    pub encoding: &'static str,
    /// The character between the cells.
    pub delimiter: char,
    /// The headers with what they were taken for; `None` is not taken.
    pub columns: Vec<(String, Option<Field>)>,
    /// The cells of the first five rows.
    pub sample: Vec<Vec<String>>,
    /// The rows below the header, blank ones and sums left out.
    pub rows: usize,
}

/// Why nothing was read from a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("empty")]
    Empty,
    /// It is no text.
    #[error("no text")]
    Binary,
    /// It is a workbook: xlsx, xls, ods.
    #[error("a workbook")]
    Workbook,
    /// It is XML or HTML.
    #[error("XML or HTML")]
    Markup,
    /// It is a book of addresses: vCard.
    #[error("vCard")]
    Cards,
    /// No column says whom a row is about.
    #[error("no usable column in {found}")]
    NoColumns {
        /// The first row of the file, or its header.
        found: String,
    },
    /// There is a header, and nothing below.
    #[error("no rows")]
    NoRows,
    /// A row is longer than one mebibyte.
    #[error("line {line} is too long")]
    LongLine {
        /// The 1-based line on which it begins.
        line: usize,
    },
    /// The person at the screen stopped it.
    #[error("stopped")]
    Stopped,
}

impl ReadError {
    /// The sentence a person is told.
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("read-empty"),
            Self::Binary => Message::new("read-binary"),
            Self::Workbook => Message::new("read-workbook"),
            Self::Markup => Message::new("read-markup"),
            Self::Cards => Message::new("read-cards"),
            Self::NoColumns { found } => Message::new("read-no-columns").with("found", quoted(found)),
            Self::NoRows => Message::new("read-no-rows"),
            Self::LongLine { line } => Message::new("read-long-line").with("line", *line),
            Self::Stopped => Message::new("read-stopped"),
        }
    }
}

/// Reads a file into drafts. `cyrillic` says that the person at the screen reads Russian, which decides between
/// encodings where the file does not; `progress` is told every 1,024 rows how many of about how many are read, and
/// stops the reading by answering [`ControlFlow::Break`].
pub fn read(
    bytes: &[u8],
    cyrillic: bool,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Drafts, ReadError> {
    let decoded = decode::decode(bytes, cyrillic)?;
    let mut table = Table::open(&decoded.text)?;
    let columns = Columns::of(&table.header);
    if !drafts::NAMING.iter().any(|field| columns.has(*field)) {
        return Err(ReadError::NoColumns { found: columns.headers.join(", ") });
    }
    let of = table.len();
    let mut drafting = Drafting::new(&columns, &decoded, table.header_line, of);
    let (mut sample, mut rows) = (Vec::new(), 0);
    let mut record = StringRecord::new();
    while let Some(place) = table.next(&mut record)? {
        if rows % PROGRESS_ROWS == 0 && progress(rows, of.max(rows)).is_break() {
            return Err(ReadError::Stopped);
        }
        if table::is_totals(&record) {
            drafting.skip_totals(place.line, &record);
            continue;
        }
        rows += 1;
        if sample.len() < SAMPLE_ROWS {
            sample.push(record.iter().take(columns.headers.len()).map(str::to_owned).collect());
        }
        drafting.take(&place, &record);
    }
    if rows == 0 {
        return Err(ReadError::NoRows);
    }
    let (clients, orders, issues) = drafting.finish();
    let report = FileReport {
        encoding: decoded.encoding,
        delimiter: char::from(table.delimiter),
        columns: columns.headers.into_iter().zip(columns.fields).collect(),
        sample,
        rows,
    };
    Ok(Drafts { clients, orders, issues, report })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn never(_: usize, _: usize) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..600), cyrillic: bool) {
            let _ = read(&bytes, cyrillic, &mut never);
        }

        #[test]
        fn no_cells_panic(cells in proptest::collection::vec("[0-9./:,'()+я a-zA\"\r\n;-]{0,14}", 0..60)) {
            let mut text = "client,name,phone,email,date,amount,returned,due,birthday,number\n".to_owned();
            for row in cells.chunks(10) {
                text.push_str(&row.join(","));
                text.push('\n');
            }
            let _ = read(text.as_bytes(), true, &mut never);
        }
    }

    #[test]
    fn reading_stops_when_it_is_told_to() {
        let stop = |_: usize, _: usize| ControlFlow::Break(());
        assert_eq!(read(b"client,amount\nA,1\n", false, &mut { stop }), Err(ReadError::Stopped));
    }

    #[test]
    fn a_file_without_rows_or_without_anybody_is_refused() {
        assert_eq!(read(b"client,amount\n", false, &mut never), Err(ReadError::NoRows));
        let found = "date, id".to_owned();
        assert_eq!(read(b"date,id\n2014-03-08,1\n", false, &mut never), Err(ReadError::NoColumns { found }));
    }
}
