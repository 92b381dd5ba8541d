//! `regulars set`: the language of the words, the currency of the book, the country whose days are worked.

use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, read, text};
use crate::domain::calendar::Country;
use crate::ops::{COUNTRY, LANGUAGE};
use crate::text::Lang;

/// What `set --json` answers.
#[derive(Serialize)]
struct SettingRecord<'a> {
    /// `language`, `currency` or `country`.
    setting: &'a str,
    /// Its value from now on.
    value: &'a str,
}

impl Session<'_> {
    /// Chooses the value of a setting.
    pub(super) fn set(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let (setting, typed) = (text(asked, "setting"), text(asked, "value"));
        let value = match setting {
            LANGUAGE => read(typed, "cli-error-language", Lang::from_name)?.name().to_owned(),
            COUNTRY => read(typed, "cli-error-country", Country::from_name)?.name().to_owned(),
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

/// The three letters of a currency.
fn currency(typed: &str) -> Option<String> {
    let code = typed.to_ascii_uppercase();
    (code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(code)
}
