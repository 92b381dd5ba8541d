//! Why a touch is due, for the screens to say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::periods::{Period, Span};
use crate::domain::ids::PersonId;
use crate::domain::message::{Arg, Message};

/// Why a touch is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The rule asks for so many touches in a period.
    Quota {
        /// Which of them, from 1.
        slot: u32,
        /// How many the period has.
        of: u32,
        /// The period.
        #[serde(flatten)]
        span: Span,
    },
    /// So many days have gone by since the last contact that counts.
    SinceContact {
        /// The last one; `None` where there was none.
        last: Option<NaiveDate>,
        /// Days from one to the next.
        days: u32,
    },
    /// The client stands between two orders.
    BetweenOrders {
        /// The day of the last order.
        last: NaiveDate,
        /// The usual days from order to order.
        days: u32,
    },
    /// An occasion comes.
    Occasion {
        /// The occasion.
        occasion: Occasion,
        /// Its day.
        date: NaiveDate,
    },
}

/// An occasion to greet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// A holiday of everybody, by its id in the holiday file.
    Holiday(String),
    /// The professional holiday of the client's industry, by its id.
    Professional(String),
    /// A day of the year that a rule names.
    Date,
    /// An event of ours.
    Event,
    /// The company's own day.
    CompanyDay,
    /// The birthday of a person there.
    Birthday(PersonId),
}

impl Why {
    /// The reason as a sentence; `name` calls a holiday or the person of a birthday in the reader's language.
    pub fn message(&self, name: impl FnOnce(&Occasion) -> String) -> Message {
        match self {
            Self::Quota { slot, of, span } => {
                let key = match span.period {
                    Period::Month => "why-month",
                    Period::Quarter => "why-quarter",
                    Period::Half => "why-half",
                    Period::Year => "why-year",
                    Period::Days(_) => "why-days",
                };
                let number = Arg::Count(i64::from(span.index));
                let index = match span.period {
                    Period::Month => Message::new("month-of-year").with("index", number).into(),
                    _ => number,
                };
                Message::new(key)
                    .with("slot", i64::from(*slot))
                    .with("of", i64::from(*of))
                    .with("index", index)
                    .with("days", i64::from(span.period.days()))
                    // A year is no number to be grouped.
                    .with("year", span.year.to_string())
            }
            Self::SinceContact { last: Some(last), days } => {
                Message::new("why-since-contact").with("day", *last).with("days", i64::from(*days))
            }
            Self::SinceContact { last: None, days } => {
                Message::new("why-never-contacted").with("days", i64::from(*days))
            }
            Self::BetweenOrders { last, days } => {
                Message::new("why-between-orders").with("day", *last).with("days", i64::from(*days))
            }
            Self::Occasion { occasion, date } => {
                let message = match occasion {
                    Occasion::Holiday(_) => Message::new("why-holiday").with("name", name(occasion)),
                    Occasion::Professional(_) => Message::new("why-professional").with("name", name(occasion)),
                    Occasion::Date => Message::new("why-date"),
                    Occasion::Event => Message::new("why-event"),
                    Occasion::CompanyDay => Message::new("why-company-day"),
                    Occasion::Birthday(_) => Message::new("why-birthday").with("name", name(occasion)),
                };
                message.with("day", *date)
            }
        }
    }
}

/// Why a touch has its day and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Its own day: the one it would have if nothing stood in the way.
    pub own: NaiveDate,
    /// What made it another one.
    #[serde(flatten)]
    pub pushed: Pushed,
}

/// What made a touch stand on another day than its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Pushed {
    /// Nothing: it stands on its own day.
    Own,
    /// A person chose the day.
    ByHand,
    /// The days nearer to its own were not to be had, each for the first reason that was found.
    Aside {
        /// Its own day passed without it.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        late: bool,
        /// How many of them were days off.
        #[serde(default, skip_serializing_if = "is_none")]
        off: u16,
        /// On how many of them whoever does it was away.
        #[serde(default, skip_serializing_if = "is_none")]
        away: u16,
        /// How many of them stood too near to another touch of the client.
        #[serde(default, skip_serializing_if = "is_none")]
        near: u16,
        /// How many of them were full.
        #[serde(default, skip_serializing_if = "is_none")]
        full: u16,
    },
    /// The day it stood on had become too full.
    Relieved,
    /// No day was free but one nearer to another touch of the same row than its own rhythm.
    Closer,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_none(count: &u16) -> bool {
    *count == 0
}

impl Reason {
    /// The reason in sentences: what its own day is, then each thing that stood in the way.
    pub fn messages(&self) -> Vec<Message> {
        let own = |key| Message::new(key).with("day", self.own);
        match self.pushed {
            Pushed::Own => vec![own("day-own")],
            Pushed::ByHand => vec![own("day-wanted"), Message::new("day-by-hand")],
            Pushed::Relieved => vec![own("day-wanted"), Message::new("day-relieved")],
            Pushed::Closer => vec![own("day-wanted"), Message::new("day-closer")],
            Pushed::Aside { late, off, away, near, full } => {
                let counts = [("day-off", off), ("day-away", away), ("day-near", near), ("day-full", full)];
                let counts = counts.into_iter().filter(|(_, count)| *count > 0);
                std::iter::once(own(if late { "day-late" } else { "day-wanted" }))
                    .chain(counts.map(|(key, count)| Message::new(key).with("n", i64::from(count))))
                    .collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(occasion: &Occasion) -> String {
        match occasion {
            Occasion::Holiday(id) | Occasion::Professional(id) => id.clone(),
            Occasion::Birthday(person) => format!("person {}", person.0),
            Occasion::CompanyDay | Occasion::Date | Occasion::Event => String::new(),
        }
    }

    #[test]
    fn a_reason_names_what_the_reader_knows() {
        let date = NaiveDate::from_ymd_opt(2027, 3, 7).unwrap();
        let quota = Why::Quota { slot: 1, of: 2, span: Period::Quarter.of(date) };
        let expected = Message::new("why-quarter").with("slot", 1_i64).with("of", 2_i64).with("index", 1_i64);
        assert_eq!(quota.message(named), expected.with("days", 91_i64).with("year", "2027"));
        let cases = [
            (Occasion::Holiday("women".to_owned()), Message::new("why-holiday").with("name", "women")),
            (Occasion::Professional("trade".to_owned()), Message::new("why-professional").with("name", "trade")),
            (Occasion::CompanyDay, Message::new("why-company-day")),
            (Occasion::Birthday(PersonId(7)), Message::new("why-birthday").with("name", "person 7")),
        ];
        for (occasion, expected) in cases {
            assert_eq!(Why::Occasion { occasion, date }.message(named), expected.with("day", date));
        }
    }

    #[test]
    fn the_reason_of_a_day_is_told_thing_by_thing() {
        let own = NaiveDate::from_ymd_opt(2027, 3, 7).unwrap();
        let keys = |pushed| Reason { own, pushed }.messages().iter().map(|message| message.key).collect::<Vec<_>>();
        assert_eq!(keys(Pushed::Own), ["day-own"]);
        let aside = Pushed::Aside { late: false, off: 2, away: 0, near: 0, full: 3 };
        assert_eq!(keys(aside), ["day-wanted", "day-off", "day-full"]);
        let json = serde_json::to_string(&Reason { own, pushed: aside }).unwrap();
        assert_eq!(json, r#"{"own":"2027-03-07","because":"aside","off":2,"full":3}"#);
        assert_eq!(serde_json::from_str::<Reason>(&json).unwrap(), Reason { own, pushed: aside });
    }

    #[test]
    fn a_reason_survives_json() {
        let date = NaiveDate::from_ymd_opt(2027, 3, 7).unwrap();
        for why in [
            Why::Quota { slot: 2, of: 3, span: Period::Month.of(date) },
            Why::Occasion { occasion: Occasion::Birthday(PersonId(7)), date },
            Why::Occasion { occasion: Occasion::CompanyDay, date },
        ] {
            let json = serde_json::to_string(&why).unwrap();
            assert_eq!(serde_json::from_str::<Why>(&json).unwrap(), why, "{json}");
        }
    }
}
