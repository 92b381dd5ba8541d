//! What another value of a setting of the alerts would do, shown before it is chosen: on the book's own past where it can
//! be replayed, on its clients as they stand today where it cannot.

use std::collections::BTreeSet;

use super::alert_report::TriedTrigger;
use super::book_state::BookState;
use super::judge::chosen;
use super::setting::{ALARM_FACTOR, ALERTS_A_DAY, CONCENTRATION, HORIZON, NOVELTY_AFTER};
use super::{OpError, Workbench};
use crate::domain::churn::{Level, Thresholds};
use crate::domain::message::Message;

/// What another value would do.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The present value and the other one, as they are kept.
    pub values: [String; 2],
    /// What happens with each of the two.
    pub effects: [Effect; 2],
    /// Whom alone the other value speaks of, by name.
    pub gained: Vec<String>,
    /// Whom alone the present one speaks of.
    pub lost: Vec<String>,
}

/// What happens with one value.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// In the twelve months to today this would have been told.
    Replayed(TriedTrigger),
    /// Today it speaks of so many clients.
    Speaks(usize),
    /// Today so many alerts are pushed forward, of so many that could be.
    Pushed(usize, usize),
}

impl Effect {
    fn message(&self, value: &str) -> Message {
        match self {
            Self::Replayed(tried) => tried.message(),
            Self::Speaks(clients) => Message::new("trial-speaks").with("value", value).with("n", *clients),
            Self::Pushed(pushed, of) => {
                Message::new("trial-pushed").with("value", value).with("n", *pushed).with("of", *of)
            }
        }
    }
}

impl Trial {
    /// What happens with the present value, then with the other one.
    pub fn messages(&self) -> [Message; 2] {
        let message =
            |key, place: usize| Message::new(key).with("effect", self.effects[place].message(&self.values[place]));
        [message("trial-now", 0), message("trial-then", 1)]
    }
}

impl Workbench {
    /// The present value of a setting of the alerts, as it is kept.
    pub fn alert_setting(&self, setting: &str) -> Result<String, OpError> {
        let thresholds = self.thresholds()?;
        Ok(match setting {
            ALARM_FACTOR => thresholds.trigger.factor.to_string(),
            HORIZON => self.horizon()?.to_string(),
            ALERTS_A_DAY => self.alerts_a_day()?.to_string(),
            CONCENTRATION => (thresholds.urgent_share * 100.0).round().to_string(),
            NOVELTY_AFTER => thresholds.novelty_days.to_string(),
            _ => thresholds.unasked_days.to_string(),
        })
    }

    /// What another value of a setting would do; `None` where nothing changes, or as long as the book was not learnt from.
    pub fn try_setting(&self, setting: &str, value: &str) -> Result<Option<Trial>, OpError> {
        let Some(state) = self.book_state()? else { return Ok(None) };
        let other = chosen(state.thresholds, setting, value);
        let values = [self.alert_setting(setting)?, value.to_owned()];
        match setting {
            ALARM_FACTOR => self.try_factor(values, &state, other),
            HORIZON => {
                let (tried, _) = self.replay(&[state.thresholds.trigger], state.horizon)?;
                let (Some(now), Ok(horizon)) = (tried.into_iter().next(), value.parse()) else { return Ok(None) };
                let then = TriedTrigger { horizon, ..now.clone() };
                Ok(Some(Trial {
                    values,
                    effects: [now, then].map(Effect::Replayed),
                    gained: Vec::new(),
                    lost: Vec::new(),
                }))
            }
            ALERTS_A_DAY => {
                let could = self.db.count_alerts(Level::Watch)?;
                let pushed = |value: &String| Effect::Pushed(value.parse().unwrap_or(0).min(could), could);
                let effects = values.each_ref().map(pushed);
                Ok(Some(Trial { values, effects, gained: Vec::new(), lost: Vec::new() }))
            }
            _ if other == state.thresholds => Ok(None),
            _ => self.try_on_clients(values, kind_of(setting), &state, other),
        }
    }

    fn try_factor(&self, values: [String; 2], state: &BookState, other: Thresholds) -> Result<Option<Trial>, OpError> {
        let (tried, clients) = self.replay(&[state.thresholds.trigger, other.trigger], state.horizon)?;
        let Ok([now, then]) = <[TriedTrigger; 2]>::try_from(tried) else { return Ok(None) };
        let rung = |tried: &TriedTrigger| tried.replay.rung.iter().map(|rung| rung.client).collect::<BTreeSet<_>>();
        let (before, after) = (rung(&now), rung(&then));
        let named = |places: &BTreeSet<usize>, but: &BTreeSet<usize>| {
            places.difference(but).map(|place| Ok(self.client(clients[*place])?.name)).collect::<Result<_, OpError>>()
        };
        let (gained, lost) = (named(&after, &before)?, named(&before, &after)?);
        Ok(Some(Trial { values, effects: [now, then].map(Effect::Replayed), gained, lost }))
    }

    /// Judges every client by the present thresholds and by others, and sees of whom they speak for a reason of that kind.
    fn try_on_clients(
        &self,
        values: [String; 2],
        kind: &str,
        state: &BookState,
        other: Thresholds,
    ) -> Result<Option<Trial>, OpError> {
        let Some(now) = self.judge()? else { return Ok(None) };
        let then = now.with(BookState { thresholds: other, ..*state });
        let (mut counts, mut gained, mut lost) = ([0, 0], Vec::new(), Vec::new());
        for line in self.db.book(self.today())? {
            let speaks = [&now, &then].map(|judge| judge.raises(&line, kind));
            counts = [counts[0] + usize::from(speaks[0]), counts[1] + usize::from(speaks[1])];
            if speaks[0] != speaks[1] {
                let name = self.client(line.id)?.name;
                if speaks[1] { gained.push(name) } else { lost.push(name) }
            }
        }
        Ok(Some(Trial { values, effects: counts.map(Effect::Speaks), gained, lost }))
    }
}

/// The kind of the reasons that a setting decides about.
fn kind_of(setting: &str) -> &'static str {
    match setting {
        CONCENTRATION => "concentration",
        NOVELTY_AFTER => "nothing_new",
        _ => "unasked",
    }
}
