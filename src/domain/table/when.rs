//! How often a touch is due, or for which occasion.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::calendar::{HolidayRule, Period};

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
        /// What the period is counted from.
        #[serde(default, skip_serializing_if = "super::is_default")]
        anchor: Anchor,
    },
    /// For holidays that are everybody's: on the eve, or on the day itself.
    Eve {
        /// Their ids in the holiday file.
        holidays: Vec<String>,
        /// Within how many working days before the holiday.
        #[serde(default = "usual_lead")]
        lead: u32,
        /// On the day itself instead of before it.
        #[serde(default, skip_serializing_if = "super::is_default")]
        on_the_day: bool,
    },
    /// On a day of every year, or on its eve.
    Date {
        /// Which day.
        on: HolidayRule,
        /// Within how many working days before it.
        #[serde(default = "usual_lead")]
        lead: u32,
        /// On the day itself instead of before it.
        #[serde(default, skip_serializing_if = "super::is_default")]
        on_the_day: bool,
    },
    /// Once, before an event of ours: an exhibition, a round table (DOMAIN R51).
    Event {
        /// The day of the event.
        on: NaiveDate,
        /// Within how many working days before it.
        #[serde(default = "time_to_invite")]
        lead: u32,
    },
    /// On the eve of the professional holiday of the client's industry.
    Professional {
        /// Within how many working days before the holiday.
        #[serde(default = "usual_lead")]
        lead: u32,
        /// On the day itself instead of before it.
        #[serde(default, skip_serializing_if = "super::is_default")]
        on_the_day: bool,
    },
    /// On the company's own day.
    CompanyDay,
    /// On the birthdays of the people there (DOMAIN R54).
    Birthday,
    /// Between the client's last order and the next one that is to be expected (DOMAIN R48).
    BetweenOrders {
        /// Where between the two, in hundredths of the usual interval.
        #[serde(default = "half_way")]
        percent: u32,
        /// Once in which period, for a client whose interval is not known yet.
        otherwise: Period,
    },
}

/// What the periods of a quota are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// The calendar.
    #[default]
    Calendar,
    /// The last contact that counts: the next is due a part of the period later.
    LastContact,
}

fn usual_lead() -> u32 {
    5
}

/// Two weeks: a day can still be kept free.
fn time_to_invite() -> u32 {
    10
}

fn half_way() -> u32 {
    50
}
