//! What can be asked for on the command line, described in the reader's language.

mod calendar;
mod client;
mod parting;
mod touches;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use super::evaluate::GRADES;
use super::status::AUTO;
use crate::domain::churn::Dismissal;
use crate::domain::evaluation::Aspect;
use crate::domain::event::EventKind;
use crate::domain::process::Process;
use crate::domain::status::Status;
use crate::domain::table::Responsible;
use crate::ops::{
    ALERT_SETTINGS, COUNTRY, CURRENCY, EVALUATION_AFTER, GIFT_BUDGET, GIFT_LIMIT, GIFT_TENURE, GIFT_TOTAL, LANGUAGE,
    MINUTES_PER_DAY, NPS_LEAST, REGULAR, REPLY_MINUTES,
};
use crate::text::{Lang, Words};

/// The kinds of entries that `log` takes beside the kinds of contact.
pub const NOTE: &str = "note";
/// See [`NOTE`].
pub const ORDER: &str = "order";

/// The place of the options that every command has: below its own.
const EVERYWHERE: usize = 100;

/// The whole command line: `words` describe it.
pub fn command(words: &Words) -> Command {
    let describe = Described { words: Some(words) };
    without_verbs(&describe)
        .version(env!("CARGO_PKG_VERSION"))
        .about(describe.say("cli-about"))
        .after_help(describe.say("cli-exit-codes"))
        .help_template(describe.template())
        .subcommand_value_name(words.say("cli-value-command"))
        .subcommand_help_heading(words.say("cli-heading-commands"))
        .disable_help_subcommand(true)
        .arg(describe.switch("version").short('V').action(ArgAction::Version).display_order(EVERYWHERE))
        .subcommands(describe.verbs())
}

/// What may stand on a command line that opens the screen.
fn without_verbs(describe: &Described<'_>) -> Command {
    Command::new("regulars")
        .disable_help_flag(true)
        .disable_version_flag(true)
        .args(describe.everywhere().map(|arg| arg.global(true).display_order(EVERYWHERE)))
}

/// Makes the parts of the command line, each with its description, or without for who does not ask for it.
struct Described<'a> {
    words: Option<&'a Words>,
}

impl Described<'_> {
    fn everywhere(&self) -> [Arg; 5] {
        [
            self.value("db", "file").value_parser(value_parser!(PathBuf)),
            self.value("today", "iso-day").value_parser(value_parser!(NaiveDate)),
            self.choice("lang", Lang::ALL.map(Lang::name)),
            self.switch("json"),
            self.switch("help").short('h').action(ArgAction::Help),
        ]
    }

    fn verbs(&self) -> Vec<Command> {
        let unkept = |name| {
            let why = self.value("reason", "text").allow_hyphen_values(true).required(true);
            self.verb(name).arg(self.positional("promise")).arg(why)
        };
        let files = self.positional("file").num_args(1..).value_parser(value_parser!(PathBuf));
        vec![
            self.verb("today").arg(self.choice("process", Process::ALL.map(Process::name))),
            self.verb("alerts")
                .arg(self.switch("all"))
                .arg(self.switch("silenced").conflicts_with("all"))
                .arg(self.horizon()),
            self.verb("alerts-report")
                .arg(self.value("since", "iso-day").value_parser(value_parser!(NaiveDate)))
                .arg(self.factor()),
            self.verb("snooze-alert")
                .arg(self.positional("client").num_args(1..))
                .arg(self.value("sleep-until", "day").long("until").allow_hyphen_values(true).required(true)),
            self.verb("dismiss-alert")
                .alias("dismiss")
                .arg(self.positional("client").num_args(1..))
                .arg(self.choice("reason", Dismissal::ALL.map(Dismissal::name)).required(true))
                .arg(self.value("message", "text").short('m').allow_hyphen_values(true)),
            self.verb("bring-back-alert").arg(self.positional("client")),
            self.verb("event")
                .arg(self.positional("client"))
                .arg(self.positional("event").value_parser(values(EventKind::ALL.map(EventKind::name))))
                .arg(self.value("message", "text").short('m').allow_hyphen_values(true))
                .arg(self.switch("ended")),
            self.verb("replacement").arg(self.positional("client")),
            self.verb("evaluate")
                .arg(self.positional("client"))
                .args(GRADES.map(|(option, _)| self.aspects(option)))
                .arg(self.value("message", "text").short('m').allow_hyphen_values(true)),
            self.client(),
            self.person(),
            self.verb("duplicates").arg(self.positional("client").required(false)),
            self.merge(),
            self.verb("apart").arg(self.positional("client")).arg(self.positional("other")),
            self.verb("status")
                .arg(self.positional("client"))
                .arg(
                    self.positional("new-status")
                        .value_parser(values(Status::BY_HAND.map(Status::name).into_iter().chain([AUTO]))),
                )
                .arg(self.value("reason", "text").allow_hyphen_values(true).required(true)),
            self.verb("stage")
                .arg(self.positional("client"))
                .arg(self.positional("stage").value_parser(value_parser!(u8).range(0..=6)))
                .arg(self.value("criterion", "text")),
            self.verb("clients"),
            self.verb("show").arg(self.positional("client")),
            self.verb("brief").arg(self.positional("client")),
            self.log(),
            self.verb("follow-up").arg(self.positional("client")).arg(self.positional("day").allow_hyphen_values(true)),
            self.complaint(),
            self.competitor(),
            self.verb("promise")
                .arg(self.positional("client"))
                .arg(self.positional("promised").allow_hyphen_values(true))
                .arg(self.a_day("by").required(true))
                .arg(self.switch("theirs"))
                .arg(self.value("person", "person"))
                .arg(self.value("waits-on", "department").allow_hyphen_values(true)),
            self.verb("promises"),
            self.verb("keep-promise").alias("promise-kept").arg(self.positional("promise")),
            self.verb("move-promise")
                .alias("promise-moved")
                .arg(self.positional("promise"))
                .arg(self.positional("day").allow_hyphen_values(true)),
            unkept("break-promise").alias("promise-broken"),
            unkept("drop-promise").alias("promise-dropped"),
            self.verb("nps").args(self.days()),
            self.verb("forecast").arg(self.value("days", "days").value_parser(value_parser!(u16).range(1..=730))),
            self.gift(),
            self.verb("gifts").arg(self.positional("client")),
            self.verb("membership")
                .arg(self.positional("client"))
                .arg(self.value("club", "text").allow_hyphen_values(true))
                .arg(self.a_day("member-until").long("until"))
                .arg(self.value("points", "number").value_parser(value_parser!(u32)))
                .arg(self.switch("end"))
                .group(
                    ArgGroup::new("said").args(["club", "member-until", "points", "end"]).required(true).multiple(true),
                ),
            self.verb("undo"),
            self.verb("redo"),
            self.verb("import").arg(files).arg(self.switch("dry-run")),
            self.verb("export")
                .arg(self.positional("format").value_parser(values(["json", "ics"])))
                .arg(self.out())
                .args(self.days())
                .arg(self.switch("done")),
            self.news(),
            self.verb("greet")
                .arg(self.positional("occasion").required(false))
                .arg(self.value("text-file", "file").long("text").value_parser(value_parser!(PathBuf)))
                .arg(self.out().required(false))
                .arg(self.switch("mark").requires("occasion"))
                .arg(self.switch("anyway").requires("mark")),
            self.sheet(),
            self.parent("holidays").subcommand(self.verb("copy")).subcommand(
                self.verb("check").arg(self.positional("holiday-file").value_parser(value_parser!(PathBuf))),
            ),
            self.verb("demo").arg(self.switch("reset")),
            self.verb("set")
                .arg(
                    self.positional("setting").value_parser(values(
                        [
                            LANGUAGE,
                            CURRENCY,
                            COUNTRY,
                            MINUTES_PER_DAY,
                            REGULAR,
                            EVALUATION_AFTER,
                            REPLY_MINUTES,
                            NPS_LEAST,
                            GIFT_BUDGET,
                            GIFT_LIMIT,
                            GIFT_TOTAL,
                            GIFT_TENURE,
                        ]
                        .into_iter()
                        .chain(ALERT_SETTINGS),
                    )),
                )
                .arg(self.positional("value"))
                .arg(self.switch("dry-run")),
        ]
        .into_iter()
        .chain(self.records())
        .chain(self.parting())
        .chain(self.calendar())
        .collect()
    }

    fn a_day(&self, name: &'static str) -> Arg {
        self.value(name, "day").allow_hyphen_values(true)
    }

    fn yes_or_no(&self, name: &'static str) -> Arg {
        self.value(name, "yes-or-no").value_parser(values(["yes", "no"]))
    }

    fn news(&self) -> Command {
        let written = |verb: Command, text: Arg| {
            let many = |name| self.value(name, "text").action(ArgAction::Append);
            verb.arg(text)
                .args(["from", "until"].map(|name| self.value(name, "day").allow_hyphen_values(true)))
                .arg(self.choice("status", Status::ALL.map(Status::name)).action(ArgAction::Append))
                .arg(self.switch("star"))
                .args([many("tag"), many("city"), many("industry")])
        };
        let news = || self.positional("news");
        self.parent("news")
            .subcommand(written(self.verb("add"), self.positional("text")))
            .subcommand(written(self.verb("edit").arg(news()), self.value("text", "text")))
            .subcommand(self.verb("close-news").name("close").arg(news()))
            .subcommand(self.verb("told").arg(news()).arg(self.positional("client")))
            .subcommand(self.verb("who").arg(news()))
    }

    fn sheet(&self) -> Command {
        let printed = |verb: Command| verb.args(self.days()).arg(self.switch("html")).arg(self.out().required(false));
        let who = Responsible::ALL.map(Responsible::name);
        self.parent("sheet")
            .subcommand_required(true)
            .subcommand(printed(self.verb("town")))
            .subcommand(printed(self.verb("handover").arg(self.choice("who", who).required(true))))
    }

    fn say(&self, key: &str) -> String {
        self.words.map_or_else(String::new, |words| words.say(key))
    }

    fn verb(&self, name: &'static str) -> Command {
        self.verb_called(name, name)
    }

    /// A command that is described under another name than its own.
    fn verb_called(&self, name: &'static str, described: &str) -> Command {
        Command::new(name).about(self.say(&format!("cli-command-{described}"))).help_template(self.template())
    }

    /// A verb that has others below it.
    fn parent(&self, name: &'static str) -> Command {
        self.verb(name)
            .subcommand_value_name(self.say("cli-value-command"))
            .subcommand_help_heading(self.say("cli-heading-commands"))
    }

    fn template(&self) -> String {
        format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}", self.say("cli-usage"))
    }

    fn described(&self, name: &'static str) -> Arg {
        Arg::new(name).help(self.say(&format!("cli-option-{name}"))).help_heading(self.say("cli-heading-options"))
    }

    fn positional(&self, name: &'static str) -> Arg {
        self.described(name)
            .required(true)
            .value_name(self.say(&format!("cli-value-{name}")))
            .hide_possible_values(true)
            .help_heading(self.say("cli-heading-arguments"))
    }

    fn switch(&self, name: &'static str) -> Arg {
        self.described(name).long(name).action(ArgAction::SetTrue)
    }

    fn value(&self, name: &'static str, shown: &str) -> Arg {
        let shown = self.say(&format!("cli-value-{shown}"));
        self.described(name).long(name).value_name(shown).hide_possible_values(true)
    }

    fn horizon(&self) -> Arg {
        self.value("horizon", "days").value_parser(value_parser!(u16).range(1..=730))
    }

    fn factor(&self) -> Arg {
        self.value("factor", "number").value_parser(value_parser!(u16).range(8..=60))
    }

    /// Where to write.
    fn out(&self) -> Arg {
        self.value("out", "file").value_parser(value_parser!(PathBuf)).required(true)
    }

    /// The first and the last of some days.
    fn days(&self) -> [Arg; 2] {
        ["from", "to"].map(|name| self.value(name, "day").allow_hyphen_values(true))
    }

    /// Several parts of an order.
    fn aspects(&self, name: &'static str) -> Arg {
        self.value(name, "aspects").value_delimiter(',').value_parser(values(Aspect::ALL.map(Aspect::name)))
    }

    fn choice<const N: usize>(&self, name: &'static str, names: [&'static str; N]) -> Arg {
        self.value(name, name).value_parser(values(names))
    }
}

/// One of a few names; a hyphen in place of an underscore is as good.
fn values(names: impl IntoIterator<Item = &'static str>) -> PossibleValuesParser {
    PossibleValuesParser::new(names.into_iter().map(|name| PossibleValue::new(name).alias(name.replace('_', "-"))))
}

/// The language asked for on the command line, before the command line can be described in it.
pub fn language_asked(args: &[OsString]) -> Option<Lang> {
    let names: Vec<&str> = args.iter().map(|arg| arg.to_str().unwrap_or_default()).collect();
    let apart = names.windows(2).filter(|pair| pair[0] == "--lang").map(|pair| pair[1]);
    let joined = names.iter().filter_map(|arg| arg.strip_prefix("--lang="));
    apart.chain(joined).filter_map(Lang::from_name).next_back()
}

/// Whether the answer is wanted as JSON, before the command line is understood.
pub fn json_asked(args: &[OsString]) -> bool {
    args.iter().any(|arg| arg == "--json")
}

/// Why there is nothing to run.
#[derive(Debug, PartialEq, Eq)]
pub enum Refused {
    /// The help or the version was asked for.
    Asked(String),
    /// The command line cannot be understood.
    Wrong(String),
}

/// Reads the command line; an error is a sentence in the reader's language, or the help that was asked for.
pub fn parse(words: &Words, args: Vec<OsString>) -> Result<ArgMatches, Refused> {
    // Who opens the screen waits for no description of all the verbs.
    if let Ok(asked) = without_verbs(&Described { words: None }).try_get_matches_from(&args) {
        return Ok(asked);
    }
    command(words).try_get_matches_from(args).map_err(|error| match error.kind() {
        // The one word of the usage line that clap does not let anybody choose.
        ErrorKind::DisplayHelp => {
            Refused::Asked(error.render().to_string().replace("[OPTIONS]", &words.say("cli-value-options")))
        }
        ErrorKind::DisplayVersion => Refused::Asked(error.render().to_string()),
        kind => Refused::Wrong(explain(words, kind, &error)),
    })
}

fn explain(words: &Words, kind: ErrorKind, error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    // Several values are marked by dots, which would look like the end of the sentence.
    let (arg, value) = (context(ContextKind::InvalidArg).replace("...", ""), context(ContextKind::InvalidValue));
    let sentence = match kind {
        ErrorKind::InvalidSubcommand => {
            words.say_with("cli-error-command", &[("what", context(ContextKind::InvalidSubcommand).into())])
        }
        ErrorKind::UnknownArgument => words.say_with("cli-error-unknown", &[("what", arg.into())]),
        ErrorKind::MissingRequiredArgument => words.say_with("cli-error-missing", &[("what", arg.into())]),
        ErrorKind::InvalidValue if value.is_empty() => words.say_with("cli-error-missing", &[("what", arg.into())]),
        ErrorKind::InvalidValue => words.say_with(
            "cli-error-value",
            &[("arg", arg.into()), ("value", value.into()), ("valid", context(ContextKind::ValidValue).into())],
        ),
        ErrorKind::ValueValidation => {
            words.say_with("cli-error-format", &[("arg", arg.into()), ("value", value.into())])
        }
        ErrorKind::ArgumentConflict => words.say_with("cli-error-twice", &[("what", arg.into())]),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.say("cli-error-no-command")
        }
        _ => words.say("cli-error-other"),
    };
    format!("{sentence} {}", words.say("cli-see-help"))
}
