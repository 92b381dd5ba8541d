//! `regulars set`: the language of the words, the currency of the book, the country whose days are worked, the minutes of a
//! day, who is regular, how the alerts speak.

use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, read, text};
use crate::domain::calendar::Country;
use crate::domain::churn::HORIZONS;
use crate::domain::status::RegularRule;
use crate::ops::{
    ALARM_FACTOR, ALERTS_A_DAY, COUNTRY, EVALUATION_AFTER, GIFT_BUDGET, GIFT_LIMIT, GIFT_TENURE, GIFT_TOTAL, HORIZON,
    LANGUAGE, MINUTES_PER_DAY, NPS_LEAST, REGULAR, REPLY_MINUTES,
};
use crate::text::Lang;
use crate::text::typed::{parse_days, parse_tenure, parse_whole_money};

/// What takes a rule of gifts back.
const NONE: &str = "none";

/// What `set --json` answers.
#[derive(Serialize)]
struct SettingRecord<'a> {
    /// `language`, `currency`, `country`, `minutes-per-day`, `horizon`, `alarm_factor`, `alerts_a_day`, `regular`,
    /// `reply_minutes`, `evaluation_after`, `nps_least`, `gift_budget`, `gift_limit`, `gift_total` or `gift_tenure`.
    setting: &'a str,
    /// Its value from now on.
    value: &'a str,
}

impl Session<'_> {
    /// Chooses the value of a setting.
    pub(super) fn set(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let (setting, typed) = (text(asked, "setting"), text(asked, "value"));
        let one_of = move |allowed: fn(u16) -> bool| {
            move |typed: &str| {
                typed.parse().ok().filter(|number| allowed(*number)).map(|number: u16| number.to_string())
            }
        };
        let value = match setting {
            LANGUAGE => read(typed, "cli-error-language", Lang::from_name)?.name().to_owned(),
            COUNTRY => read(typed, "cli-error-country", Country::from_name)?.name().to_owned(),
            MINUTES_PER_DAY => read(typed, "cli-error-minutes", minutes)?,
            HORIZON => read(typed, "cli-error-horizon", one_of(|days| HORIZONS.contains(&days)))?,
            ALARM_FACTOR => read(typed, "cli-error-factor", one_of(|factor| (8..=60).contains(&factor)))?,
            // What holds where nobody says so holds again.
            GIFT_BUDGET | GIFT_LIMIT | GIFT_TOTAL | GIFT_TENURE if typed == NONE => String::new(),
            GIFT_BUDGET | GIFT_LIMIT | GIFT_TOTAL => {
                read(typed, "cli-error-whole-money", parse_whole_money)?.to_string()
            }
            GIFT_TENURE => read(typed, "cli-error-tenure", parse_tenure)?.to_string(),
            EVALUATION_AFTER => read(typed, "cli-error-evaluation-after", |typed| parse_days(typed, 90))?.to_string(),
            NPS_LEAST => read(typed, "cli-error-nps-least", one_of(|answers| (1..=1_000).contains(&answers)))?,
            ALERTS_A_DAY => read(typed, "cli-error-a-day", one_of(|alerts| alerts <= 500))?,
            REGULAR => read(typed, "cli-error-regular", |typed| typed.parse::<RegularRule>().ok())?.to_string(),
            REPLY_MINUTES => read(typed, "cli-error-reply", one_of(|minutes| (1..=10_080).contains(&minutes)))?,
            _ => read(typed, "cli-error-currency", currency)?,
        };
        self.bench.set_setting(setting, &value)?;
        if self.out.is_json() {
            self.out.json(&SettingRecord { setting, value: &value })?;
        } else {
            self.out.line(format!("{setting} = {value}"))?;
        }
        Ok(Exit::Done)
    }
}

/// Minutes of a day: from a quarter of an hour to the whole day.
fn minutes(typed: &str) -> Option<String> {
    typed.parse::<u32>().ok().filter(|minutes| (15..=1_440).contains(minutes)).map(|minutes| minutes.to_string())
}

/// The three letters of a currency.
fn currency(typed: &str) -> Option<String> {
    let code = typed.to_ascii_uppercase();
    (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
}
