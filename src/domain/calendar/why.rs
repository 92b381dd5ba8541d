//! Why a touch is due, for the screens to say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::periods::{Period, Span};
use crate::domain::ids::PersonId;
use crate::domain::message::Message;

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
                };
                Message::new(key)
                    .with("slot", i64::from(*slot))
                    .with("of", i64::from(*of))
                    .with("index", i64::from(span.index))
                    // A year is no number to be grouped.
                    .with("year", span.year.to_string())
            }
            Self::Occasion { occasion, date } => {
                let message = match occasion {
                    Occasion::Holiday(_) => Message::new("why-holiday").with("name", name(occasion)),
                    Occasion::Professional(_) => Message::new("why-professional").with("name", name(occasion)),
                    Occasion::CompanyDay => Message::new("why-company-day"),
                    Occasion::Birthday(_) => Message::new("why-birthday").with("name", name(occasion)),
                };
                message.with("day", *date)
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
            Occasion::CompanyDay => String::new(),
        }
    }

    #[test]
    fn a_reason_names_what_the_reader_knows() {
        let date = NaiveDate::from_ymd_opt(2027, 3, 7).unwrap();
        let quota = Why::Quota { slot: 1, of: 2, span: Period::Quarter.of(date) };
        let expected = Message::new("why-quarter").with("slot", 1_i64).with("of", 2_i64).with("index", 1_i64);
        assert_eq!(quota.message(named), expected.with("year", "2027"));
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
