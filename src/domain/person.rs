//! A person at a client, and the ways to reach the client or the person.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::ids::{ClientId, PersonId};
use super::matching::phone;
use super::touch::TouchKind;

/// A day of the year that comes back, with its first year where that is known: a birthday, a company's day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anniversary {
    /// The first year.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31; 29 February is allowed with or without a year.
    pub day: u32,
}

impl Anniversary {
    /// An anniversary of a full date.
    pub fn of(date: NaiveDate) -> Self {
        Self { year: Some(date.year()), month: date.month(), day: date.day() }
    }

    /// An anniversary of unknown year; `None` for a day no year has.
    pub fn yearless(month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(2024, month, day).map(|_| Self { year: None, month, day })
    }

    /// Reads `1985-03-07` and `--03-07`, the two forms [`Display`](fmt::Display) writes.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(rest) = text.strip_prefix("--") {
            let (month, day) = rest.split_once('-')?;
            return Self::yearless(month.parse().ok()?, day.parse().ok()?);
        }
        NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().map(Self::of)
    }

    /// Whether it is the same day as another, as far as the years are known.
    pub fn is_same_day(self, other: Self) -> bool {
        (self.month, self.day) == (other.month, other.day)
            && self.year.zip(other.year).is_none_or(|(here, there)| here == there)
    }

    /// The day itself, as it is written without a year: in a leap year.
    pub fn in_leap_year(self) -> NaiveDate {
        self.in_year(2024)
    }

    /// The day it is kept in `year`; 29 February is kept on the 28th in a common year, a day early rather than late.
    pub fn in_year(self, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, self.month, self.day)
            .or_else(|| NaiveDate::from_ymd_opt(year, 2, 28))
            .unwrap_or_default()
    }
}

impl fmt::Display for Anniversary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "--{:02}-{:02}", self.month, self.day),
        }
    }
}

/// A person at a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// At which client.
    pub client: ClientId,
    /// The name, as the person is called.
    pub name: String,
    /// The job there.
    pub role: String,
    /// The birthday, the year optional.
    pub birthday: Option<Anniversary>,
    /// How the person likes to be contacted: one of [`REACHES`](Self::REACHES).
    pub prefers: Option<TouchKind>,
    /// How the person does not want to be contacted: some of [`REACHES`](Self::REACHES), in that order.
    pub declines: Vec<TouchKind>,
    /// What is not to be mentioned.
    pub unsaid: String,
}

impl Person {
    /// The kinds of contact that a person may prefer or decline.
    pub const REACHES: [TouchKind; 5] =
        [TouchKind::Call, TouchKind::Message, TouchKind::Email, TouchKind::Mail, TouchKind::Meeting];

    /// A person of whom nothing is known but the name.
    pub fn named(id: PersonId, client: ClientId, name: String) -> Self {
        Self {
            id,
            client,
            name,
            role: String::new(),
            birthday: None,
            prefers: None,
            declines: Vec::new(),
            unsaid: String::new(),
        }
    }
}

/// A person with the ways to reach it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reachable {
    /// The person.
    pub person: Person,
    /// The ways to reach that person.
    pub channels: Vec<Channel>,
}

/// The kinds of contact that nobody of so many `people` at a client wants, by what each of them declines.
pub fn declined_by_all(people: usize, declined: &[(Option<PersonId>, TouchKind)]) -> Vec<TouchKind> {
    let by_all = |kind: &TouchKind| declined.iter().filter(|(_, declined)| declined == kind).count() == people;
    Person::REACHES.into_iter().filter(by_all).collect()
}

/// The kinds of ways to reach somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelKind {
    /// A telephone number, as it was written.
    Phone,
    /// An e-mail address.
    Email,
    /// A name in a messenger or social network.
    Messenger,
    /// A page in the web.
    Site,
}

impl Channel {
    /// The number or address as it is read best: a telephone number in groups.
    pub fn shown(&self) -> String {
        if self.kind == ChannelKind::Phone { phone::grouped(&self.value) } else { self.value.clone() }
    }
}

impl ChannelKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Phone, Self::Email, Self::Messenger, Self::Site];

    /// The name used in the file and in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Messenger => "messenger",
            Self::Site => "site",
        }
    }

    /// The kind of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// One way to reach a client or one of its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Whose it is, where it belongs to one person.
    pub person: Option<PersonId>,
    /// Its kind.
    pub kind: ChannelKind,
    /// The number or address.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_leap_day_is_kept_a_day_early_in_common_years() {
        let born = Anniversary::parse("1984-02-29").unwrap();
        assert_eq!(born.in_year(2027), NaiveDate::from_ymd_opt(2027, 2, 28).unwrap());
        assert_eq!(born.in_year(2028), NaiveDate::from_ymd_opt(2028, 2, 29).unwrap());
        assert_eq!(Anniversary::parse("--02-30"), None);
        assert_eq!(Anniversary::parse("--03-07").unwrap().to_string(), "--03-07");
    }
}
