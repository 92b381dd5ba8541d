//! The communication table (DOMAIN R46): whom to touch, how, what for and when. Its rows are what the calendar is made of;
//! nothing here decides on a day.

mod check;
mod file;
mod scope;
mod when;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use check::{Doubt, check};
pub use file::{TableError, read_table, write_table};
pub use scope::{DO_NOT_DISTURB, Scope};
pub use when::{Anchor, When};

use super::ids::RuleId;
use super::touch::TouchKind;

/// A row of the communication table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Its id; 0 until it is stored.
    #[serde(skip, default = "unstored")]
    pub id: RuleId,
    /// Which default row it is, for its words in the language of the reader; empty for a row a person wrote.
    #[serde(default)]
    pub name: String,
    /// The title a person gave it.
    #[serde(default)]
    pub title: String,
    /// What kind of touch it asks for.
    pub kind: TouchKind,
    /// The other kinds of contact by which it is done as well.
    #[serde(default)]
    pub also_counts: Vec<TouchKind>,
    /// The other rows that a touch of this one does as well, by their ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts_for: Vec<RuleId>,
    /// What the touch is for.
    pub purpose: Purpose,
    /// How often, or for which occasion.
    pub when: When,
    /// Which clients it applies to.
    #[serde(default)]
    pub scope: Scope,
    /// Who does it.
    #[serde(default)]
    pub responsible: Responsible,
    /// How long one touch takes, in minutes.
    pub minutes: u32,
    /// Where an occasion on a day off is kept.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shift: Shift,
    /// For how many days after an occasion its touch is better late than never.
    #[serde(default, skip_serializing_if = "is_default")]
    pub late_days: u32,
    /// The first day on which it asks for anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<NaiveDate>,
    /// The last day on which it asks for anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
    /// What a person wrote about it.
    #[serde(default)]
    pub note: String,
}

impl Rule {
    /// Whether a contact of that kind does what the row asks for.
    pub fn counts(&self, kind: TouchKind) -> bool {
        kind == self.kind || self.also_counts.contains(&kind)
    }

    /// Whether it asks for anything on that day.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn unstored() -> RuleId {
    RuleId(0)
}

/// What a touch is for (DOMAIN R53).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// To remind of oneself.
    Remind,
    /// To tell news and learn theirs.
    Inform,
    /// To hear what the client thinks.
    Feedback,
    /// To reach a decision together.
    Decide,
    /// To show attention.
    Attention,
    /// To thank.
    Thank,
}

impl Purpose {
    /// Every purpose, in the order in which they are listed.
    pub const ALL: [Self; 6] = [Self::Remind, Self::Inform, Self::Feedback, Self::Decide, Self::Attention, Self::Thank];

    /// The name used in JSON and in the keys of the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Remind => "remind",
            Self::Inform => "inform",
            Self::Feedback => "feedback",
            Self::Decide => "decide",
            Self::Attention => "attention",
            Self::Thank => "thank",
        }
    }

    /// The purpose of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.name() == name)
    }
}

/// Who does what a row asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Responsible {
    /// The account manager.
    #[default]
    Me,
    /// The secretary of the sales department.
    Secretary,
    /// A courier.
    Courier,
    /// The head of the company or of sales.
    Head,
}

impl Responsible {
    /// Everybody, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::Me, Self::Secretary, Self::Courier, Self::Head];

    /// The name used in JSON and in the keys of the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Me => "me",
            Self::Secretary => "secretary",
            Self::Courier => "courier",
            Self::Head => "head",
        }
    }
}

/// Where an occasion on a day off is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shift {
    /// On the last working day before it.
    #[default]
    Prev,
    /// On the first working day after it.
    Next,
    /// On the nearest working day; the one before where two are as near.
    Nearest,
}

/// The communication table a new book begins with (DOMAIN R42, R47-R51, R54, R73).
pub fn default_table() -> Vec<Rule> {
    read_table(include_str!("../../../assets/communication_table.toml")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;
    use crate::domain::status::Status;

    #[test]
    fn the_default_rows_are_those_of_the_sources() {
        let rows: Vec<(String, TouchKind, u32)> =
            default_table().into_iter().map(|rule| (rule.name, rule.kind, rule.minutes)).collect();
        let row = |name: &str, kind, minutes| (name.to_owned(), kind, minutes);
        assert_eq!(
            rows,
            [
                row("new-year", TouchKind::Email, 3),
                row("holidays", TouchKind::Email, 3),
                row("professional", TouchKind::Email, 3),
                row("company-day", TouchKind::Email, 3),
                row("birthday", TouchKind::Message, 3),
                row("call-regular", TouchKind::Call, 15),
                row("call-client", TouchKind::Call, 15),
                row("message", TouchKind::Message, 5),
                row("mail", TouchKind::Mail, 10),
                row("gift", TouchKind::Gift, 60),
                row("event", TouchKind::Event, 10),
                row("opinion", TouchKind::Call, 15),
                row("former", TouchKind::Email, 3),
            ]
        );
    }

    #[test]
    fn the_default_scopes_follow_status_star_and_tags() {
        let for_whom = |status, star, tags: &[String]| {
            let table = default_table().into_iter().filter(|rule| rule.scope.holds(status, star, tags, Money(0)));
            table.map(|rule| rule.name).collect::<Vec<_>>().join(" ")
        };
        let greetings = "new-year holidays professional company-day birthday";
        let cases = [
            (Status::Potential, true, String::new()),
            (Status::Prospective, true, String::new()),
            (Status::Client, false, format!("{greetings} call-client")),
            (Status::Regular, false, format!("{greetings} call-regular message mail gift event")),
            (Status::Regular, true, format!("{greetings} call-regular message mail gift event opinion")),
            (Status::Former, true, "former".to_owned()),
        ];
        for (status, star, expected) in cases {
            assert_eq!(for_whom(status, star, &[]), expected, "{status:?} {star}");
            assert_eq!(for_whom(status, star, &[DO_NOT_DISTURB.to_owned()]), "", "{status:?} {star}");
        }
    }

    #[test]
    fn a_row_survives_json_but_for_its_id() {
        for rule in default_table() {
            let json = serde_json::to_string(&Rule { id: RuleId(7), ..rule.clone() }).unwrap();
            assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
        }
    }

    #[test]
    fn names_are_those_of_json() {
        let json = |value: &str| format!("\"{value}\"");
        for purpose in Purpose::ALL {
            assert_eq!(serde_json::to_string(&purpose).unwrap(), json(purpose.name()));
        }
        for responsible in Responsible::ALL {
            assert_eq!(serde_json::to_string(&responsible).unwrap(), json(responsible.name()));
        }
    }
}
