//! How a client found an order: six marks, one for each part of the house that had a hand in it (DOMAIN R7-R8).

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::message::Message;
use super::status::Status;

/// So many days after an order the client has seen all of it and can be asked, where nothing else was chosen.
pub const ASKED_AFTER: u16 = 7;
/// So many days it stands among what is due; later the next order is talked about.
pub const ASKED_FOR: u16 = 14;

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    /// How soon the invoice came.
    Invoice,
    /// How soon the goods came.
    Shipment,
    /// How soon the closing documents came.
    Documents,
    /// What the manager advised.
    Advice,
    /// How those who support it helped.
    Support,
    /// What was delivered.
    Quality,
}

impl Aspect {
    /// Every aspect, in the order in which they are asked.
    pub const ALL: [Self; 6] =
        [Self::Invoice, Self::Shipment, Self::Documents, Self::Advice, Self::Support, Self::Quality];

    /// The name used in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Shipment => "shipment",
            Self::Documents => "documents",
            Self::Advice => "advice",
            Self::Support => "support",
            Self::Quality => "quality",
        }
    }

    /// The aspect of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|aspect| aspect.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Invoice => "aspect-invoice",
            Self::Shipment => "aspect-shipment",
            Self::Documents => "aspect-documents",
            Self::Advice => "aspect-advice",
            Self::Support => "aspect-support",
            Self::Quality => "aspect-quality",
        }
    }
}

/// How one aspect was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Wanting.
    Minus,
    /// As it should be.
    Fair,
    /// Better than that.
    Plus,
}

impl Grade {
    /// Every grade.
    pub const ALL: [Self; 3] = [Self::Minus, Self::Fair, Self::Plus];

    /// Its sign: `-`, `0` or `+`.
    pub fn sign(self) -> char {
        match self {
            Self::Minus => '-',
            Self::Fair => '0',
            Self::Plus => '+',
        }
    }

    /// The grade of that [`sign`](Self::sign).
    pub fn of_sign(sign: char) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.sign() == sign)
    }
}

/// How an order was found. Written as six signs in the order of [`Aspect::ALL`], a dot for what was not asked: `++0.-+`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evaluation([Option<Grade>; 6]);

impl Evaluation {
    /// How one aspect was found; `None` if that was not asked.
    pub fn of(&self, aspect: Aspect) -> Option<Grade> {
        self.0[aspect as usize]
    }

    /// This with another grade for one aspect.
    pub fn set(&mut self, aspect: Aspect, grade: Option<Grade>) {
        self.0[aspect as usize] = grade;
    }

    /// The aspects that were found so.
    pub fn found(&self, grade: Grade) -> impl Iterator<Item = Aspect> + use<> {
        let marks = self.0;
        Aspect::ALL.into_iter().filter(move |aspect| marks[*aspect as usize] == Some(grade))
    }

    /// How many aspects were better than they should be, less those that were wanting.
    pub fn balance(&self) -> i64 {
        self.found(Grade::Plus).count() as i64 - self.found(Grade::Minus).count() as i64
    }

    /// Whether nothing was asked.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }

    /// Whether it makes a regular client of a client: something was better than it should be, and nothing wanting.
    pub fn is_positive(&self) -> bool {
        self.0.contains(&Some(Grade::Plus)) && !self.0.contains(&Some(Grade::Minus))
    }
}

impl fmt::Display for Evaluation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|grade| write!(f, "{}", grade.map_or('.', Grade::sign)))
    }
}

impl FromStr for Evaluation {
    type Err = ();

    fn from_str(signs: &str) -> Result<Self, ()> {
        let mut evaluation = Self::default();
        if signs.chars().count() != Aspect::ALL.len() {
            return Err(());
        }
        for (aspect, sign) in Aspect::ALL.into_iter().zip(signs.chars()) {
            let grade = Grade::of_sign(sign);
            if grade.is_none() && sign != '.' {
                return Err(());
            }
            evaluation.set(aspect, grade);
        }
        Ok(evaluation)
    }
}

/// How the orders of a client stand with their evaluation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Evaluated {
    /// The newest evaluation with its day.
    pub newest: Option<(NaiveDate, Evaluation)>,
    /// Whether an order was ever found good.
    pub ever_positive: bool,
    /// The day of the last order, if nobody asked how it was found, and the day from which it is time to.
    pub due: Option<(NaiveDate, NaiveDate)>,
}

impl Evaluated {
    /// That it is time to ask how an order was found; `None` before.
    pub fn due(&self, today: NaiveDate) -> Option<Message> {
        let (order, _) = self.due.filter(|(_, from)| *from <= today)?;
        Some(Message::new("card-evaluation-due").with("day", order))
    }

    /// That a client is regular without ever having found an order good.
    pub fn missing(&self, status: Status) -> Option<Message> {
        let missing = status == Status::Regular && !self.ever_positive;
        let key = if self.newest.is_some() { "card-never-positive" } else { "card-never-evaluated" };
        missing.then(|| Message::new(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_lead_back_to_what_they_were_written_from() {
        for signs in ["......", "++0.-+", "------"] {
            assert_eq!(signs.parse::<Evaluation>().map(|evaluation| evaluation.to_string()).as_deref(), Ok(signs));
        }
        for wrong in ["", "+++++", "+++++++", "++++++x", "+++++x"] {
            assert_eq!(wrong.parse::<Evaluation>(), Err(()), "{wrong}");
        }
    }

    #[test]
    fn one_minus_undoes_every_plus() {
        let positive = |signs: &str| signs.parse::<Evaluation>().map(|evaluation| evaluation.is_positive());
        assert_eq!(positive("+....."), Ok(true));
        assert_eq!(positive("+++++-"), Ok(false));
        assert_eq!(positive("000000"), Ok(false));
    }
}
