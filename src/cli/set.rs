//! `regulars set`: the language of the words, the currency of the book, the country whose days are worked, the minutes of a
//! day, who is regular, how the alerts speak.

use clap::ArgMatches;
use serde::Serialize;

use super::alerts_report::ThresholdRecord;
use super::failure::{Exit, Failure};
use super::{Session, read, text};
use crate::domain::calendar::Country;
use crate::domain::status::RegularRule;
use crate::ops::{
    ALERT_SETTINGS, COUNTRY, EVALUATION_AFTER, Effect, GIFT_BUDGET, GIFT_LIMIT, GIFT_TENURE, GIFT_TOTAL, LANGUAGE,
    MINUTES_PER_DAY, NPS_LEAST, REGULAR, REPLY_MINUTES, Trial, read_alert_setting,
};
use crate::text::Lang;
use crate::text::typed::{parse_days, parse_tenure};
use crate::text::typed_money::parse_whole_money;

/// What takes a rule of gifts back.
const NONE: &str = "none";

/// What `set --json` answers.
#[derive(Serialize)]
struct SettingRecord<'a> {
    /// `language`, `currency`, `country`, `minutes-per-day`, `horizon`, `alarm_factor`, `alerts_a_day`, `regular`,
    /// `concentration`, `novelty_after`, `unasked_after`, `reply_minutes`, `evaluation_after`, `nps_least`, `gift_budget`, `gift_limit`, `gift_total` or `gift_tenure`.
    setting: &'a str,
    /// Its value: from now on, unless it was only tried.
    value: &'a str,
    /// Whether it was only tried.
    dry_run: bool,
    /// What it does to the alerts; null for another setting.
    trial: Option<TrialRecord>,
}

/// What another value does to the alerts, as [`Trial`] explains it.
#[derive(Serialize)]
struct TrialRecord {
    /// With the present value.
    now: EffectRecord,
    /// With the other one.
    then: EffectRecord,
    /// Whom the other value alone speaks of, by name.
    gained: Vec<String>,
    /// Whom the present one alone speaks of.
    lost: Vec<String>,
}

/// What happens with one value.
#[derive(Serialize)]
#[serde(untagged)]
enum EffectRecord {
    Replayed(ThresholdRecord),
    Speaks { clients: usize },
    Pushed { pushed: usize, of: usize },
}

impl TrialRecord {
    fn of(trial: Trial) -> Self {
        let [now, then] = trial.effects.map(|effect| match effect {
            Effect::Replayed(tried) => EffectRecord::Replayed(ThresholdRecord::of(&tried)),
            Effect::Speaks(clients) => EffectRecord::Speaks { clients },
            Effect::Pushed(pushed, of) => EffectRecord::Pushed { pushed, of },
        });
        Self { now, then, gained: trial.gained, lost: trial.lost }
    }
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
            _ if ALERT_SETTINGS.contains(&setting) => read_alert_setting(setting, typed).map_err(Failure::Value)?,
            // What holds where nobody says so holds again.
            GIFT_BUDGET | GIFT_LIMIT | GIFT_TOTAL | GIFT_TENURE if typed == NONE => String::new(),
            GIFT_BUDGET | GIFT_LIMIT | GIFT_TOTAL => {
                read(typed, "cli-error-whole-money", parse_whole_money)?.to_string()
            }
            GIFT_TENURE => read(typed, "cli-error-tenure", parse_tenure)?.to_string(),
            EVALUATION_AFTER => read(typed, "cli-error-evaluation-after", |typed| parse_days(typed, 90))?.to_string(),
            NPS_LEAST => read(typed, "cli-error-nps-least", one_of(|answers| (1..=1_000).contains(&answers)))?,
            REGULAR => read(typed, "cli-error-regular", |typed| typed.parse::<RegularRule>().ok())?.to_string(),
            REPLY_MINUTES => read(typed, "cli-error-reply", one_of(|minutes| (1..=10_080).contains(&minutes)))?,
            _ => read(typed, "cli-error-currency", currency)?,
        };
        let dry_run = asked.get_flag("dry-run");
        let trial = if ALERT_SETTINGS.contains(&setting) {
            self.bench.make_fresh()?;
            self.bench.try_setting(setting, &value)?
        } else {
            None
        };
        if !dry_run {
            self.bench.set_setting(setting, &value)?;
        }
        if self.out.is_json() {
            self.out.json(&SettingRecord { setting, value: &value, dry_run, trial: trial.map(TrialRecord::of) })?;
            return Ok(Exit::Done);
        }
        if let Some(trial) = &trial {
            self.print_trial(trial)?;
        }
        let kept = if dry_run { self.words.say("cli-set-tried") } else { format!("{setting} = {value}") };
        self.out.line(kept)?;
        Ok(Exit::Done)
    }

    /// Tells what the present value and the other one do, and for whom.
    fn print_trial(&mut self, trial: &Trial) -> Result<(), Failure> {
        for message in trial.messages() {
            self.out.line(self.words.message(&message))?;
        }
        for (key, names) in [("trial-gained", &trial.gained), ("trial-lost", &trial.lost)] {
            if !names.is_empty() {
                let args = [("names", names.join(", ").into()), ("more", 0_usize.into())];
                self.out.line(self.words.say_with(key, &args))?;
            }
        }
        Ok(())
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
