//! The same verbs without a screen: one file each, in plain words or with `--json` as data. This file understands the
//! command line, opens the file and says where it lies.

mod absence;
mod alerts;
mod alerts_report;
mod answer_alert;
mod args;
mod brief;
mod calendar;
mod card_record;
mod client;
mod clients;
mod close_client;
mod competitor;
mod complaint;
mod demo;
mod do_now;
mod duplicates;
mod edit_note;
mod edit_order;
mod edit_touch;
mod entry_record;
mod evaluate;
mod event;
mod export;
mod failure;
mod follow_up;
mod forecast;
mod gifts;
mod greet;
mod holidays;
mod import;
mod log;
mod move_to;
mod news;
mod nps;
mod out;
mod parting;
mod person;
mod phrases;
mod progress;
mod promise;
mod records;
mod replacement;
mod set;
mod sheet;
mod show;
mod skip;
mod snooze;
mod status;
mod table;
mod timeline;
mod today;
mod undo;
mod win_back;

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;
use directories::ProjectDirs;
use signal_hook::consts::SIGHUP;

use crate::clock::Clock;
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::promise::PromiseEnd;
use crate::ops::{Access, CURRENCY, LANGUAGE, OpError, Workbench};
use crate::text::{Lang, Words, typed, typed_money};
use crate::tui::{self, End, RunError, Start};
use args::Refused;
use failure::{Exit, Failure};
use out::Out;

/// The years on whose days the program acts: from each it looks some years back and ahead, and SQLite writes none beyond
/// 9999.
const DAYS_ACTED_ON: RangeInclusive<i32> = 1900..=9900;

/// The name of a person's own file, and of the demonstration beside it.
const OWN: &str = "regulars.db";
/// See [`OWN`].
const DEMO: &str = "demo.db";

/// Reads the command line and does what it asks for.
pub fn run(args: Vec<OsString>) -> ExitCode {
    // A file that may not grow any further is an error to tell of, not a reason to be killed. Where the signal cannot be
    // caught it kills as before.
    #[cfg(unix)]
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, std::sync::Arc::default());
    let mut out = Out::new(args::json_asked(&args));
    let mut words = Words::new(args::language_asked(&args).unwrap_or_else(Lang::from_system));
    let done = match args::parse(&words, args) {
        Ok(asked) => answer(&asked, &mut words, &mut out),
        Err(Refused::Asked(text)) => out.verbatim(&text).map(|()| Exit::Done).map_err(Failure::from),
        Err(Refused::Wrong(sentence)) => Err(Failure::CommandLine(sentence)),
    };
    let done = done.and_then(|exit| match exit {
        // The terminal may be gone, and with it what the screen had left to write.
        Exit::Signal(_) => Ok(exit),
        _ => out.flush().map(|()| exit).map_err(Failure::from),
    });
    let exit = done.unwrap_or_else(|failure| failure.report(&words, &mut out));
    // What was to be said was said, or there is nobody to hear it.
    let _ = out.flush();
    exit.into()
}

fn answer(asked: &ArgMatches, words: &mut Words, out: &mut Out) -> Result<Exit, Failure> {
    let today = asked.get_one::<NaiveDate>("today").copied();
    if let Some(day) = today.filter(|day| !DAYS_ACTED_ON.contains(&day.year())) {
        let (first, last) = (i64::from(*DAYS_ACTED_ON.start()), i64::from(*DAYS_ACTED_ON.end()));
        let said = Message::new("cli-error-today").with("day", day.to_string());
        return Err(Failure::Value(said.with("first", first.to_string()).with("last", last.to_string())));
    }
    let clock = today.map_or(Clock::System, Clock::OnDay);
    let lang = asked.get_one::<String>("lang").and_then(|name| Lang::from_name(name));
    let named = asked.get_one::<PathBuf>("db").cloned();
    let verb = asked.subcommand();
    let is_demo = matches!(verb, Some(("demo", _)));
    let path = named.clone().map_or_else(|| home(if is_demo { DEMO } else { OWN }), Ok)?;
    if let Some(("demo", asked)) = verb {
        demo::prepare(&path, clock, words.lang(), asked.get_flag("reset"))?;
    }
    let on_terminal = io::stdin().is_terminal() && io::stdout().is_terminal() && !out.is_json();
    if on_terminal && (verb.is_none() || is_demo) {
        let (own, demo) = if is_demo { (home(OWN)?, path) } else { (path, home(DEMO)?) };
        return screen(&Start { own, demo, begin_with_demo: is_demo, lang, clock }, words);
    }
    let Some(verb) = verb else { return Err(Failure::NoTerminal) };
    // A file that is named and not there is a slip of the pen, but where a book may begin.
    let begins = named.is_none() || matches!(verb.0, "import" | "set" | "client");
    let access = match verb.0 {
        "import" if !path.exists() => Access::Fill,
        _ if begins => Access::Create,
        _ => Access::Write,
    };
    let bench = Workbench::open_or_copy(&path, access, clock)?;
    *words = words_of(&bench, lang, words.lang())?;
    if verb.0 != "holidays" {
        warn(bench.holiday_remarks(), words);
    }
    let done = Session { bench: &bench, words, out }.run(verb);
    warn(bench.moved_by_days().as_slice(), words);
    if access == Access::Fill {
        // A refused import and a look at what one would bring begin no book.
        bench.end_filling()?;
    }
    done
}

/// Opens the screen, and waits until it is left.
fn screen(start: &Start, words: &Words) -> Result<Exit, Failure> {
    match tui::run(start, words) {
        Ok(End::Signal(number)) => Ok(Exit::Signal(number)),
        Ok(End::Quit) => Ok(Exit::Done),
        Ok(End::Closed) => Ok(Exit::Signal(SIGHUP)),
        Err(RunError::Op(error)) => Err(Failure::Op(error)),
        Err(RunError::Terminal(error)) => Err(Failure::Screen(error)),
    }
}

/// The words to answer in: in the language asked for, the one chosen for the file, or the one guessed; for the currency
/// of the book and the day it is.
fn words_of(bench: &Workbench, asked: Option<Lang>, guessed: Lang) -> Result<Words, OpError> {
    let chosen = bench.setting(LANGUAGE)?.and_then(|name| Lang::from_name(&name));
    let mut words = Words::new(asked.or(chosen).unwrap_or(guessed));
    words.set_today(bench.today());
    words.set_in_shell();
    if let Some(currency) = bench.setting(CURRENCY)? {
        words.set_currency(&currency);
    }
    bench.suggest_currency(words.currency());
    Ok(words)
}

/// Tells of what keeps nobody from working.
fn warn(remarks: &[Message], words: &Words) {
    for remark in remarks {
        let _ = writeln!(io::stderr().lock(), "{}", words.message(remark));
    }
}

/// Where a file of the person's lies if no other place is named.
fn home(name: &str) -> Result<PathBuf, Failure> {
    let folders = ProjectDirs::from("", "", "regulars").ok_or(Failure::NoHome)?;
    Ok(folders.data_dir().join(name))
}

/// What a verb works with.
struct Session<'a> {
    bench: &'a Workbench,
    words: &'a Words,
    out: &'a mut Out,
}

impl Session<'_> {
    fn run(&mut self, (verb, asked): (&str, &ArgMatches)) -> Result<Exit, Failure> {
        match verb {
            "alerts" => self.alerts(asked),
            "alerts-report" => self.alerts_report(asked),
            "snooze-alert" => self.snooze_alert(asked),
            "dismiss-alert" => self.dismiss_alert(asked),
            "bring-back-alert" => self.bring_back_alert(asked),
            "replacement" => self.replacement(asked),
            "evaluate" => self.evaluate(asked),
            "event" => self.event(asked),
            "client" => self.edit_client(asked),
            "person" => self.edit_person(asked),
            "duplicates" => self.duplicates(asked),
            "merge" => self.merge(asked),
            "apart" => self.tell_apart(asked),
            "status" => self.set_status(asked),
            "stage" => self.move_stage(asked),
            "clients" => self.clients(),
            "show" => self.show(asked),
            "brief" => self.brief(asked),
            "log" => self.log(asked),
            "follow-up" => self.follow_up(asked),
            "complaint" => self.complaint(asked),
            "close" => self.close_client(asked),
            "reopen" => self.reopen_client(asked),
            "losses" => self.losses(asked),
            "exit" => self.exit(asked),
            "concession" => self.concession(asked),
            "free-work" => self.free_work(asked),
            "values-conflict" => self.values_conflict(asked),
            "explain-volume" => self.explain_volume(asked),
            "decide" => self.decide(asked),
            "return" => self.win_back(asked),
            "competitor" => self.competitor(asked),
            "promise" => self.promise(asked),
            "promises" => self.promises(),
            "keep-promise" => self.end_promise(asked, PromiseEnd::Kept),
            "move-promise" => self.move_promise(asked),
            "break-promise" => self.end_promise(asked, PromiseEnd::Broken),
            "drop-promise" => self.end_promise(asked, PromiseEnd::Dropped),
            "nps" => self.nps(asked),
            "forecast" => self.forecast(asked),
            "gift" => self.gift(asked),
            "gifts" => self.gifts(asked),
            "membership" => self.membership(asked),
            "timeline" => self.timeline(asked),
            "edit-touch" => self.edit_touch(asked),
            "edit-order" => self.edit_order(asked),
            "delete-order" => self.delete_order(asked),
            "delete-evaluation" => self.delete_evaluation(asked),
            "edit-promise" => self.edit_promise(asked),
            "delete-promise" => self.delete_promise(asked),
            "delete-touch" => self.delete_touch(asked),
            "edit-note" => self.edit_note(asked),
            "delete-note" => self.delete_note(asked),
            "undo" => self.undo(),
            "redo" => self.redo(),
            "import" => self.import(asked),
            "export" => self.export(asked),
            "holidays" => self.holidays(asked),
            "news" => self.news(asked),
            "greet" => self.greet(asked),
            "sheet" => self.sheet(asked),
            "set" => self.set(asked),
            "table" => self.table(asked),
            "calendar" => self.calendar(asked),
            "compliance" => self.compliance(asked),
            "skip" => self.skip(asked),
            "unskip" => self.unskip(asked),
            "snooze" => self.snooze(asked),
            "move" => self.move_to(asked),
            "do" => self.do_now(asked),
            "absence" => self.absence(asked),
            "catch-up" => self.catch_up(asked),
            "rebalance" => self.rebalance(asked),
            // The demonstration without a screen is its list of the day.
            _ => self.today(asked),
        }
    }

    /// The client named on the command line.
    fn client(&self, asked: &ArgMatches) -> Result<ClientId, Failure> {
        Ok(self.bench.client_named(text(asked, "client"))?)
    }

    /// A day that may be named on the command line.
    fn day(&self, asked: &ArgMatches, name: &str) -> Result<Option<NaiveDate>, Failure> {
        let today = self.bench.today();
        let typed = asked.get_one::<String>(name);
        typed.map(|typed| read(typed, "cli-error-day", |typed| typed::parse_day(typed, today))).transpose()
    }

    /// The day of a next contact that may be named on the command line: today or later.
    fn day_ahead(&self, asked: &ArgMatches, name: &str) -> Result<Option<NaiveDate>, Failure> {
        let Some(day) = self.day(asked, name)? else { return Ok(None) };
        if day < self.bench.today() {
            return Err(Failure::Value(Message::new("cli-error-behind").with("day", day)));
        }
        Ok(Some(day))
    }

    /// Makes the backup of the day before the first change to the file on it. That this failed is told, and keeps
    /// nobody from working.
    fn back_up(&self) {
        if self.bench.back_up_daily().is_err() {
            warn(&[Message::new("status-no-backup").with("path", shown(self.bench.path()))], self.words);
        }
    }
}

/// Checks that the last of some days does not lie before the first.
fn check_order(from: NaiveDate, to: Option<NaiveDate>) -> Result<(), Failure> {
    match to {
        Some(to) if to < from => Err(Failure::Value(Message::new("cli-error-order").with("from", from).with("to", to))),
        _ => Ok(()),
    }
}

/// An amount that may be named on the command line.
fn money(asked: &ArgMatches, name: &str) -> Result<Option<Money>, Failure> {
    asked.get_one::<String>(name).map(|typed| read(typed, "cli-error-money", typed_money::parse_money)).transpose()
}

/// The id of an entry that is named on the command line.
fn entry_asked(asked: &ArgMatches) -> Result<i64, Failure> {
    let typed = text(asked, "entry");
    Ok(typed.parse().map_err(|_| OpError::NoEntry { asked: typed.to_owned() })?)
}

/// What was typed as the value it means; the key `wrong` says what it should have been.
fn read<T>(typed: &str, wrong: &'static str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, Failure> {
    parse(typed).ok_or_else(|| Failure::Value(Message::new(wrong).with("typed", typed)))
}

/// A text named on the command line; empty where it is not.
fn text<'a>(asked: &'a ArgMatches, name: &str) -> &'a str {
    asked.get_one::<String>(name).map_or("", String::as_str)
}

/// The name of a file in a sentence.
fn shown(path: &Path) -> String {
    path.display().to_string()
}
