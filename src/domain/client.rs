//! A client: a company or a private buyer the account manager keeps.

use std::fmt;

use chrono::{NaiveDate, NaiveTime};

use super::ids::ClientId;
use super::person::{Anniversary, Channel};

/// A client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// Its id.
    pub id: ClientId,
    /// The name it has in the program it was imported from.
    pub external_id: Option<String>,
    /// The name.
    pub name: String,
    /// Somebody who buys for himself; otherwise a company.
    pub private: bool,
    /// Its legal form: "LLC".
    pub legal_form: String,
    /// The town.
    pub city: String,
    /// The address.
    pub address: String,
    /// The tax number (ИНН, VAT id), as it was written.
    pub tax_id: String,
    /// The industry, for its professional holiday: an id of the holiday file, or free text.
    pub industry: String,
    /// The company's own day, the year it was founded in where that is known.
    pub company_day: Option<Anniversary>,
    /// When it likes to be called.
    pub call_hours: Option<CallHours>,
    /// What was written about it.
    pub note: String,
    /// One of those that must not be lost.
    pub star: bool,
    /// What kind of buyer it is.
    pub buyer: Option<BuyerType>,
    /// What binds it.
    pub ties: Option<Ties>,
    /// How it chooses.
    pub manner: Option<Manner>,
    /// What it values (DOMAIN R19).
    pub values: String,
    /// What it puts up with for that.
    pub puts_up_with: String,
    /// The days between its orders, where a person knows them better than its past tells.
    pub interval: Option<u32>,
    /// Since when it is on the black list, and why.
    pub barred: Option<(NaiveDate, String)>,
    /// Since when the manager counts it as a former client.
    pub closed_on: Option<NaiveDate>,
    /// Free labels.
    pub tags: Vec<String>,
    /// Its own telephone numbers and addresses, beside those of its people.
    pub channels: Vec<Channel>,
}

impl Client {
    /// A company of which nothing is known but the name.
    pub fn named(id: ClientId, name: String) -> Self {
        Self {
            id,
            external_id: None,
            name,
            private: false,
            legal_form: String::new(),
            city: String::new(),
            address: String::new(),
            tax_id: String::new(),
            industry: String::new(),
            company_day: None,
            call_hours: None,
            note: String::new(),
            star: false,
            buyer: None,
            ties: None,
            manner: None,
            values: String::new(),
            puts_up_with: String::new(),
            interval: None,
            barred: None,
            closed_on: None,
            tags: Vec::new(),
            channels: Vec::new(),
        }
    }
}

/// The hours of a day in which a client likes to be called. Written `09:00-13:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallHours {
    /// From then on.
    pub from: NaiveTime,
    /// Until then, later on the same day.
    pub to: NaiveTime,
}

impl CallHours {
    /// Reads `9-13`, `9:30–18`, `09.00-18.30`; `None` for what are no hours, or end before they begin.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, to) = text.split_once(['-', '–', '—'])?;
        let time = |text: &str| {
            let (hour, minute) = text.trim().split_once([':', '.']).unwrap_or((text.trim(), "0"));
            NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
        };
        let (from, to) = (time(from)?, time(to)?);
        (from < to).then_some(Self { from, to })
    }
}

impl fmt::Display for CallHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from.format("%H:%M"), self.to.format("%H:%M"))
    }
}

macro_rules! named {
    ($(#[$doc:meta])+ $type:ident { $($(#[$about:meta])+ $variant:ident $name:literal)+ }) => {
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $type {
            $($(#[$about])+ $variant,)+
        }

        impl $type {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The name used in the file, in JSON and on the command line.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)+
                }
            }

            /// The one of that [`name`](Self::name).
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}

named! {
    /// What kind of buyer a client is (DOMAIN R72).
    BuyerType {
        /// At most a fifth of the clients, more than half of the sales.
        Loyal "loyal"
        /// Comes for discounts.
        Discount "discount"
        /// Buys on an impulse.
        Impulse "impulse"
        /// Buys what is needed, when it is.
        Need "need"
        /// Looks around.
        Wandering "wandering"
    }
}

named! {
    /// What binds a client, from the weakest tie to the strongest (DOMAIN R63).
    Ties {
        /// The price.
        Price "price"
        /// Attention, special services.
        Social "social"
        /// Its problems are solved fastest, and most conveniently, here.
        Structural "structural"
    }
}

named! {
    /// How a client chooses whom to buy from (DOMAIN R64).
    Manner {
        /// Spares itself the effort, and stays.
        Adherent "adherent"
        /// Chooses anew each time.
        Rational "rational"
    }
}

/// With fewer gaps between orders nothing is said of how evenly they come.
const GAPS: usize = 6;
/// Gaps scatter by no more of their mean where orders are a habit, and by all of it where each is a matter of chance, as the
/// exponential distribution has it.
const HABIT: f64 = 0.5;
/// See [`HABIT`].
const CHANCE: f64 = 1.0;

impl Manner {
    /// What the gaps between a client's orders, in days, hint at (DOMAIN R64), with how far they scatter: their standard
    /// deviation as a share of their mean. `None` with fewer than six gaps, and for what is neither habit nor chance.
    pub fn hinted(gaps: &[i64]) -> Option<(Self, f64)> {
        if gaps.len() < GAPS {
            return None;
        }
        let count = gaps.len() as f64;
        let mean = gaps.iter().sum::<i64>() as f64 / count;
        let variance = gaps.iter().map(|gap| (*gap as f64 - mean).powi(2)).sum::<f64>() / count;
        let scatter = variance.sqrt() / mean;
        match scatter {
            _ if scatter <= HABIT => Some((Self::Adherent, scatter)),
            _ if scatter >= CHANCE => Some((Self::Rational, scatter)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn even_gaps_hint_at_a_habit_and_wild_ones_at_a_choice() {
        assert_eq!(Manner::hinted(&[30, 30, 30, 30, 30, 30]), Some((Manner::Adherent, 0.0)));
        let (manner, scatter) = Manner::hinted(&[1, 1, 1, 1, 1, 91]).unwrap();
        assert_eq!((manner, (scatter * 1000.0).round()), (Manner::Rational, 2096.0));
        assert_eq!(Manner::hinted(&[10, 20, 50, 10, 60, 30]), None, "between habit and chance");
        assert_eq!(Manner::hinted(&[30; 5]), None, "too few");
    }

    #[test]
    fn hours_are_read_however_they_are_written() {
        for (text, hours) in [
            ("9-13", "09:00-13:00"),
            (" 9:30 – 18 ", "09:30-18:00"),
            ("09.00-18.30", "09:00-18:30"),
            ("0-23:59", "00:00-23:59"),
        ] {
            assert_eq!(CallHours::parse(text).map(|hours| hours.to_string()).as_deref(), Some(hours), "{text}");
        }
        for text in ["", "9", "13-9", "9-9", "9-25", "from 9 to 13", "9-13-15"] {
            assert_eq!(CallHours::parse(text), None, "{text}");
        }
    }
}
