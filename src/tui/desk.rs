//! The desk: the open file with the words it is shown in, and what else every pane and dialog looks at.

use chrono::NaiveDate;

use super::look::Look;
use super::theme::Theme;
use crate::ops::{CURRENCY, LANGUAGE, OpError, Workbench};
use crate::text::{Lang, Words};

/// How the program was started, as far as the screen shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Setting {
    /// The language asked for on the command line.
    pub lang: Option<Lang>,
    /// Whether this is the demonstration.
    pub demo: bool,
    /// Whether colours are wanted.
    pub coloured: bool,
}

/// The open file with the words it is shown in.
pub struct Desk {
    /// The file.
    pub bench: Workbench,
    /// The words of the language.
    pub words: Words,
    /// How the program was started.
    pub setting: Setting,
    /// Whether hints show the letters of a Russian keyboard.
    pub cyrillic: bool,
    /// Whether what is kept holds for today.
    pub settled: bool,
    /// The minutes of a day that are for touches.
    pub minutes: u32,
    theme: Theme,
    today: NaiveDate,
    /// What the file's version was when it was looked at last.
    version: i64,
}

impl Desk {
    /// The desk with a file on it.
    pub fn new(bench: Workbench, setting: Setting, words: Words) -> Result<Self, OpError> {
        let mut desk = Self {
            words,
            theme: Theme::new(setting.coloured),
            today: bench.today(),
            version: bench.version_seen()?,
            bench,
            setting,
            cyrillic: false,
            settled: false,
            minutes: 0,
        };
        desk.words.set_curtained(desk.bench.is_curtained()?);
        desk.speak_as_chosen()?;
        Ok(desk)
    }

    /// What drawing needs beside the things themselves.
    pub fn look(&self) -> Look<'_> {
        Look {
            words: &self.words,
            theme: self.theme,
            today: self.today,
            bench: &self.bench,
            settled: self.settled,
            cyrillic: self.cyrillic,
        }
    }

    /// The language chosen for the file.
    pub fn chosen_language(&self) -> Result<Option<Lang>, OpError> {
        Ok(self.bench.setting(LANGUAGE)?.as_deref().and_then(Lang::from_name))
    }

    /// Chooses a language for the file, and speaks it.
    pub fn choose_language(&mut self, lang: Lang) -> Result<(), OpError> {
        self.bench.set_setting(LANGUAGE, lang.name())?;
        self.speak(lang)
    }

    /// Speaks the language asked for, the one chosen for the file, or the one spoken so far.
    pub fn speak_as_chosen(&mut self) -> Result<(), OpError> {
        let lang = self.setting.lang.or(self.chosen_language()?);
        self.speak(lang.unwrap_or(self.words.lang()))
    }

    /// Speaks a language from now on, of money in the book's currency.
    fn speak(&mut self, lang: Lang) -> Result<(), OpError> {
        if self.words.lang() != lang {
            let curtained = self.words.is_curtained();
            self.words = Words::new(lang);
            self.words.set_curtained(curtained);
        }
        self.words.set_today(self.today);
        if let Some(currency) = self.bench.setting(CURRENCY)? {
            self.words.set_currency(&currency);
        }
        self.bench.suggest_currency(self.words.currency());
        Ok(())
    }

    /// Lets the curtain down or lifts it, also for the next start.
    pub fn curtain(&mut self, down: bool) -> Result<(), OpError> {
        self.words.set_curtained(down);
        self.bench.keep_curtained(down)
    }

    /// Whether somebody else wrote to the file since this was asked last: the worker, or the command line.
    pub fn others_wrote(&mut self) -> Result<bool, OpError> {
        let version = self.bench.version_seen()?;
        Ok(std::mem::replace(&mut self.version, version) != version)
    }

    /// Turns to today; false if that is the day already.
    pub fn turn_the_day(&mut self) -> bool {
        let today = self.bench.today();
        let turned = today != self.today;
        if turned {
            self.today = today;
            self.words.set_today(today);
        }
        turned
    }
}
