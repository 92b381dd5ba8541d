//! Whether to go on with a client: five signs in three groups (DOMAIN R35-R40). Unprofitable, without prospects and at odds in
//! values, all at once: decide fast, and spend nothing on mending.

use chrono::NaiveDate;

use super::churn::Trend;
use super::message::Message;
use super::money::Money;
use super::serving::Serving;

/// For so many days a concession or free work counts.
const COUNTS_DAYS: i64 = 365;
/// Two concessions so many days apart or fewer are two in a row (R36).
const IN_A_ROW_DAYS: i64 = 180;
/// So many of them light the sign.
const IN_A_ROW: usize = 2;

/// A term we gave way on (R36).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concession {
    /// The day.
    pub day: NaiveDate,
    /// What.
    pub text: String,
    /// What it costs, where that is known.
    pub cost: Option<Money>,
}

/// Work done for nothing (R38).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FreeWork {
    /// The day.
    pub day: NaiveDate,
    /// What.
    pub text: String,
    /// What it is worth.
    pub value: Money,
}

/// A conflict of values (R39): private.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// Kickbacks are asked for.
    Kickbacks,
    /// Rude disrespect.
    Disrespect,
    /// One is played in the dark.
    InTheDark,
}

impl Conflict {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Kickbacks, Self::Disrespect, Self::InTheDark];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Kickbacks => "kickbacks",
            Self::Disrespect => "disrespect",
            Self::InTheDark => "in_the_dark",
        }
    }

    /// The one of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|conflict| conflict.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kickbacks => "conflict-kickbacks",
            Self::Disrespect => "conflict-disrespect",
            Self::InTheDark => "conflict-in-the-dark",
        }
    }
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Go on as it is.
    Continue,
    /// Talk about other terms.
    Renegotiate,
    /// End it.
    End,
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::Continue, Self::Renegotiate, Self::End];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Continue => "continue",
            Self::Renegotiate => "renegotiate",
            Self::End => "end",
        }
    }

    /// The choice of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Continue => "choice-continue",
            Self::Renegotiate => "choice-renegotiate",
            Self::End => "choice-end",
        }
    }
}

/// A decision that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What was decided.
    pub choice: Choice,
    /// The day it was.
    pub on: NaiveDate,
    /// By when it is to be done, or looked at again.
    pub due: NaiveDate,
    /// What was written about it.
    pub note: String,
}

/// One of the five signs of an ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Orders grow smaller, and nothing explains it (R35).
    Volume,
    /// Concession upon concession (R36).
    Concessions,
    /// Serving takes ever more (R37).
    Serving,
    /// Part of the work is done for nothing (R38).
    FreeWork,
    /// A conflict of values (R39).
    Values,
}

impl Sign {
    /// Every sign.
    pub const ALL: [Self; 5] = [Self::Volume, Self::Concessions, Self::Serving, Self::FreeWork, Self::Values];

    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Volume => "volume",
            Self::Concessions => "concessions",
            Self::Serving => "serving",
            Self::FreeWork => "free_work",
            Self::Values => "values",
        }
    }

    /// The group it belongs to: what costs money, what shows no future, what is about values.
    pub fn group(self) -> Group {
        match self {
            Self::Concessions | Self::Serving | Self::FreeWork => Group::Unprofitable,
            Self::Volume => Group::NoProspects,
            Self::Values => Group::Values,
        }
    }
}

/// One of the three groups that decide together (R40).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// It does not pay.
    Unprofitable,
    /// It has no prospects.
    NoProspects,
    /// Values are at odds.
    Values,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 3] = [Self::Unprofitable, Self::NoProspects, Self::Values];

    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unprofitable => "unprofitable",
            Self::NoProspects => "no_prospects",
            Self::Values => "values",
        }
    }
}

/// What is known of a client for deciding whether to go on.
#[derive(Clone, Debug, PartialEq)]
pub struct Parting {
    /// The fall of its orders, where the engine tells one, and whether it was explained; `None` as long as nobody said.
    pub volume: Option<(Trend, Option<bool>)>,
    /// What we gave way on, the newest first.
    pub concessions: Vec<Concession>,
    /// What was done for nothing, the newest first.
    pub free_work: Vec<FreeWork>,
    /// What serving took in the last half-year and in the one before.
    pub serving: (Serving, Serving),
    /// The conflicts of values that hold.
    pub conflicts: Vec<Conflict>,
    /// What was decided last and is not done.
    pub decided: Option<Decided>,
    /// The day it is looked at.
    pub today: NaiveDate,
}

impl Parting {
    /// Whether a sign is lit. A fall of the orders is until it is explained.
    pub fn is_lit(&self, sign: Sign) -> bool {
        let counts = |day: NaiveDate| (0..=COUNTS_DAYS).contains(&(self.today - day).num_days());
        match sign {
            Sign::Volume => matches!(self.volume, Some((_, None | Some(false)))),
            Sign::Concessions => {
                let days: Vec<NaiveDate> =
                    self.concessions.iter().map(|one| one.day).filter(|day| counts(*day)).collect();
                let row =
                    days.windows(2).take_while(|pair| (pair[0] - pair[1]).num_days() <= IN_A_ROW_DAYS).count() + 1;
                !days.is_empty() && row >= IN_A_ROW
            }
            Sign::Serving => self.serving.0.is_lit(self.serving.1),
            Sign::FreeWork => self.free_work.iter().any(|work| counts(work.day)),
            Sign::Values => !self.conflicts.is_empty(),
        }
    }

    /// Whether a group is lit: one of its signs is.
    pub fn is_group_lit(&self, group: Group) -> bool {
        Sign::ALL.into_iter().any(|sign| sign.group() == group && self.is_lit(sign))
    }

    /// Whether all three groups are lit, so that it is time to decide.
    pub fn is_to_decide(&self) -> bool {
        Group::ALL.into_iter().all(|group| self.is_group_lit(group))
    }

    /// A sign with its numbers.
    pub fn say(&self, sign: Sign) -> Message {
        match sign {
            Sign::Volume => match &self.volume {
                None => Message::new("parting-volume-none"),
                Some((trend, explained)) => Message::new(match explained {
                    None => "parting-volume-asked",
                    Some(true) => "parting-volume-explained",
                    Some(false) => "parting-volume",
                })
                .with("usually", Money::from_units(trend.usually))
                .with("lately", Money::from_units(trend.lately)),
            },
            Sign::Concessions => {
                let cost: Money = self.concessions.iter().filter_map(|one| one.cost).sum();
                Message::new("parting-concessions").with("n", self.concessions.len()).with("money", cost)
            }
            Sign::Serving => {
                let (lately, before) = self.serving;
                let drain = lately.drain();
                let key = if drain.is_some() { "parting-serving-drain" } else { "parting-serving" };
                let said = Message::new(key)
                    .with("lately", lately.each().round() as i64)
                    .with("before", before.each().round() as i64)
                    .with("contacts", lately.contacts);
                drain.map_or(said.clone(), |drain| said.with("drain", drain.round() as i64))
            }
            Sign::FreeWork => {
                let value: Money = self.free_work.iter().map(|work| work.value).sum();
                Message::new("parting-free-work").with("n", self.free_work.len()).with("money", value)
            }
            // The sentences of conflicts are private: the curtain knows them by the beginning of their keys.
            Sign::Values => Message::new("conflict-values").with("n", self.conflicts.len()),
        }
    }

    /// What the three groups come to.
    pub fn verdict(&self) -> Message {
        let lit = Group::ALL.into_iter().filter(|group| self.is_group_lit(*group)).count();
        let key = if self.is_to_decide() { "conflict-decide" } else { "conflict-groups" };
        Message::new(key).with("n", lit)
    }
}

impl Decided {
    /// What was decided, and by when.
    pub fn message(&self) -> Message {
        let said = Message::new("parting-decided").with("what", Message::new(self.choice.key()));
        said.with("day", self.on).with("due", self.due).with("text", self.note.as_str())
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::super::churn::TrendOf;
    use super::*;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();

    fn quiet() -> Parting {
        Parting {
            volume: None,
            concessions: Vec::new(),
            free_work: Vec::new(),
            serving: Default::default(),
            conflicts: Vec::new(),
            decided: None,
            today: TODAY,
        }
    }

    fn conceded(days_ago: &[u64]) -> Parting {
        let one = |ago: &u64| Concession { day: TODAY - Days::new(*ago), text: "a discount".into(), cost: None };
        Parting { concessions: days_ago.iter().map(one).collect(), ..quiet() }
    }

    #[test]
    fn two_concessions_in_a_row_light_and_old_or_lonely_ones_do_not() {
        for (days_ago, lit) in [
            (&[][..], false),
            (&[10], false),
            (&[10, 190], true),
            (&[10, 191], false),
            (&[10, 191, 200], false),
            (&[200, 300], true),
            (&[366, 370], false),
        ] {
            assert_eq!(conceded(days_ago).is_lit(Sign::Concessions), lit, "{days_ago:?}");
        }
    }

    #[test]
    fn all_three_groups_ask_for_a_decision_and_an_explained_fall_does_not() {
        let trend = Trend { of: TrendOf::Volume, told_on: TODAY, usually: 100.0, lately: 50.0, each: 0.1 };
        let with = |explained, conflicts: &[Conflict]| Parting {
            volume: Some((trend, explained)),
            conflicts: conflicts.to_vec(),
            ..conceded(&[1, 2])
        };
        assert!(with(None, &[Conflict::Disrespect]).is_to_decide());
        assert!(with(Some(false), &[Conflict::Kickbacks]).is_to_decide());
        assert!(!with(Some(true), &[Conflict::Kickbacks]).is_to_decide());
        let parting = with(Some(false), &[]);
        assert_eq!(Group::ALL.map(|group| parting.is_group_lit(group)), [true, true, false]);
        assert_eq!(parting.verdict(), Message::new("conflict-groups").with("n", 2_i64));
    }
}
