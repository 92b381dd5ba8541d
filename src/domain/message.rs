//! A sentence before it has a language: the key of a text and the values that go into it. Every layer below the
//! screens speaks in these; `text` turns them into English or Russian.

use chrono::NaiveDate;

use super::money::Money;

/// A value that goes into a sentence, formatted by the language of the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A name or a quotation, shown as it is.
    Text(String),
    /// A whole number; also chooses the plural form.
    Count(i64),
    /// A share, 0.052 for 5.2 %.
    Share(f64),
    /// A number of which tenths matter.
    Decimal(f64),
    /// A day.
    Day(NaiveDate),
    /// An amount in the book's currency.
    Money(Money),
    /// A sentence of its own.
    Message(Box<Message>),
}

/// The key of a text and its values.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The key in the locale files.
    pub key: &'static str,
    /// The values by the names the text uses for them.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A sentence without values yet.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The sentence with one value more.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

macro_rules! into_arg {
    ($($from:ty => $make:expr),+ $(,)?) => {$(
        impl From<$from> for Arg {
            fn from(value: $from) -> Self {
                $make(value)
            }
        }
    )+};
}

into_arg! {
    String => Arg::Text,
    &str => |text: &str| Arg::Text(text.to_owned()),
    i64 => Arg::Count,
    u32 => |count| Arg::Count(i64::from(count)),
    usize => |count| Arg::Count(i64::try_from(count).unwrap_or(i64::MAX)),
    NaiveDate => Arg::Day,
    Money => Arg::Money,
    Message => |message| Arg::Message(Box::new(message)),
}
