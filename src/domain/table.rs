//! The communication table (DOMAIN R46): whom to touch, how, what for and when. Its rows are what the calendar is made of;
//! this file decides on no day.

use serde::{Deserialize, Serialize};

use super::calendar::Period;
use super::ids::RuleId;
use super::status::Status;
use super::touch::TouchKind;

/// The tag of a client that no default row applies to.
pub const DO_NOT_DISTURB: &str = "do-not-disturb";

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
    /// What a person wrote about it.
    #[serde(default)]
    pub note: String,
}

impl Rule {
    /// Whether a contact of that kind does what the row asks for.
    pub fn counts(&self, kind: TouchKind) -> bool {
        kind == self.kind || self.also_counts.contains(&kind)
    }
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
}

/// Who does what a row asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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

/// How often a touch is due, or for which occasion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// So many times in every period.
    Quota {
        /// Touches planned in a period.
        times: u32,
        /// Touches planned for a client with a star, where that differs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        star_times: Option<u32>,
        /// Touches after which the next is too many, where that is more than those planned.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at_most: Option<u32>,
        /// The period.
        per: Period,
    },
    /// On the eve of holidays that are everybody's.
    Eve {
        /// Their ids in the holiday file.
        holidays: Vec<String>,
        /// Within how many working days before the holiday.
        #[serde(default = "usual_lead")]
        lead: u32,
    },
    /// On the eve of the professional holiday of the client's industry.
    Professional {
        /// Within how many working days before the holiday.
        #[serde(default = "usual_lead")]
        lead: u32,
    },
    /// On the company's own day.
    CompanyDay,
    /// On the birthdays of the people there (DOMAIN R54).
    Birthday,
}

fn usual_lead() -> u32 {
    5
}

/// Which clients a row applies to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    /// The statuses it is for.
    pub statuses: Vec<Status>,
    /// Only clients with a star.
    pub star: bool,
    /// Only clients with one of these tags; empty for any client.
    pub tags_any: Vec<String>,
    /// No clients with one of these tags.
    pub tags_none: Vec<String>,
}

impl Default for Scope {
    fn default() -> Self {
        Self {
            statuses: vec![Status::Client, Status::Regular],
            star: false,
            tags_any: Vec::new(),
            tags_none: vec![DO_NOT_DISTURB.to_owned()],
        }
    }
}

impl Scope {
    /// Whether a client with that status, star and tags is meant.
    pub fn holds(&self, status: Status, star: bool, tags: &[String]) -> bool {
        let tagged = |wanted: &[String]| wanted.iter().any(|tag| tags.contains(tag));
        self.statuses.contains(&status)
            && (star || !self.star)
            && (self.tags_any.is_empty() || tagged(&self.tags_any))
            && !tagged(&self.tags_none)
    }
}

/// The communication table a new book begins with (DOMAIN R42, R47-R51, R54, R73).
pub fn default_table() -> Vec<Rule> {
    #[derive(Default, Deserialize)]
    struct Table {
        rule: Vec<Rule>,
    }
    let table: Table = toml::from_str(include_str!("../../assets/communication_table.toml")).unwrap_or_default();
    table.rule
}

#[cfg(test)]
mod tests {
    use super::*;

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
            let table = default_table().into_iter().filter(|rule| rule.scope.holds(status, star, tags));
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
    fn a_scope_may_ask_for_tags() {
        let scope = Scope { tags_any: vec!["pilot-ok".to_owned()], ..Scope::default() };
        assert!(!scope.holds(Status::Regular, false, &[]));
        assert!(scope.holds(Status::Regular, false, &["perm".to_owned(), "pilot-ok".to_owned()]));
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
