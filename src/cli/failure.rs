//! What kept a command from being done: for people a sentence on standard error, for programs an object on standard
//! output, for scripts the code the program ends with.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use super::out::Out;
use crate::domain::message::Message;
use crate::ops::{Candidate, OpError};
use crate::text::Words;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// What was asked for was done.
    Done,
    /// The file or the data did not allow it; nothing was written.
    Failed,
    /// The command line is wrong, or a screen was asked for where there is no terminal.
    CommandLine,
    /// No client fits, or several do.
    NoClient,
    /// There is nothing to take back or to bring back.
    NothingToReverse,
    /// A file was brought in, and some of its rows were not taken.
    RowsLeft,
    /// A signal of that number ended the screen.
    Signal(i32),
}

impl From<Exit> for ExitCode {
    /// The code, as the help lists them; for a signal what shells make of it.
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::CommandLine => 2,
            Exit::NoClient => 3,
            Exit::NothingToReverse => 4,
            Exit::RowsLeft => 5,
            Exit::Signal(number) => 128 + number as u8,
        })
    }
}

/// What kept a command from being done.
#[derive(Debug)]
pub enum Failure {
    /// The command line cannot be understood; the sentence that says why.
    CommandLine(String),
    /// A value on the command line is none.
    Value(Message),
    /// What stands behind the client in `log` is none, and may be what is to be logged of that kind.
    NoFurtherClient { asked: String, kind: String },
    /// A screen was asked for where there is no terminal.
    NoTerminal,
    /// The system does not say where files of a person belong.
    NoHome,
    /// A verb, or the file.
    Op(OpError),
    /// The file to make the demonstration in holds other clients.
    NotDemo(String),
    /// The file to write to is there and is no export.
    NotReplaced(String),
    /// A file cannot be written: its name and what the system says.
    CannotWrite(String, io::Error),
    /// The screen.
    Screen(io::Error),
    /// Standard output cannot be written.
    Output(io::Error),
}

impl From<OpError> for Failure {
    fn from(error: OpError) -> Self {
        Self::Op(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

/// What a failed command answers with `--json`.
#[derive(Serialize)]
struct FailureRecord {
    /// What went wrong.
    error: ErrorRecord,
}

/// What went wrong.
#[derive(Serialize)]
pub struct ErrorRecord {
    /// `command_line`, `no_terminal`, `no_client`, `ambiguous`, `nothing_to_undo`, `nothing_to_redo`, `file` or `data`.
    kind: &'static str,
    /// The sentence a person is told.
    message: String,
    /// The clients that fit, where several do.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    candidates: Vec<CandidateRecord>,
}

/// A client that fits.
#[derive(Serialize)]
struct CandidateRecord {
    /// Its id: fits it alone.
    id: String,
    /// What it is called in the program it came from.
    external_id: Option<String>,
    /// Its name.
    name: String,
    /// Its town; empty if unknown.
    city: String,
}

impl Failure {
    /// Tells of it, and returns what the program ends with. Whoever closed standard output wanted to read no further.
    pub fn report(&self, words: &Words, out: &mut Out) -> Exit {
        if let Self::Output(error) = self
            && error.kind() == io::ErrorKind::BrokenPipe
        {
            return Exit::Done;
        }
        // Nobody is left to be told if this cannot be written either.
        let _ = if out.is_json() { out.json(&FailureRecord { error: self.record(words) }) } else { self.tell(words) };
        self.exit()
    }

    /// The failure as data.
    pub fn record(&self, words: &Words) -> ErrorRecord {
        let candidates = self.candidates().iter().map(CandidateRecord::of).collect();
        ErrorRecord { kind: self.kind(), message: self.sentence(words), candidates }
    }

    fn tell(&self, words: &Words) -> io::Result<()> {
        let mut stderr = io::stderr().lock();
        writeln!(stderr, "{}", self.sentence(words))?;
        for candidate in self.candidates() {
            let Candidate { id, name, external_id, city } = candidate;
            let parts = [Some(id.0.to_string()), external_id.clone(), Some(name.clone()), Some(city.clone())];
            let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
            writeln!(stderr, "  {}", parts.join("  "))?;
        }
        Ok(())
    }

    fn candidates(&self) -> &[Candidate] {
        match self {
            Self::Op(OpError::Ambiguous { candidates, .. }) => candidates,
            _ => &[],
        }
    }

    /// What the program ends with.
    pub fn exit(&self) -> Exit {
        match self {
            Self::CommandLine(_)
            | Self::Value(_)
            | Self::NoTerminal
            | Self::Op(
                OpError::Empty
                | OpError::NoName
                | OpError::NoReason
                | OpError::NoLesson
                | OpError::TooLarge
                | OpError::EndsBefore { .. },
            ) => Exit::CommandLine,
            Self::Op(OpError::NoClient { .. } | OpError::Ambiguous { .. }) | Self::NoFurtherClient { .. } => {
                Exit::NoClient
            }
            Self::Op(OpError::NothingToUndo | OpError::NothingToRedo) => Exit::NothingToReverse,
            _ => Exit::Failed,
        }
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::NoTerminal => "no_terminal",
            Self::Op(OpError::NoClient { .. }) | Self::NoFurtherClient { .. } => "no_client",
            Self::Op(OpError::Ambiguous { .. }) => "ambiguous",
            Self::Op(OpError::NothingToUndo) => "nothing_to_undo",
            Self::Op(OpError::NothingToRedo) => "nothing_to_redo",
            Self::Op(
                OpError::NoComplaint
                | OpError::NoDuplicates
                | OpError::OneAlready
                | OpError::TwoTaxIds { .. }
                | OpError::FormerEnough { .. }
                | OpError::BelowZero { .. }
                | OpError::Unchanged
                | OpError::NoStep { .. }
                | OpError::Closed
                | OpError::FormerByClosing
                | OpError::NoCompetitor { .. }
                | OpError::NoFall
                | OpError::NotClosed
                | OpError::Later { .. }
                | OpError::NotEmpty
                | OpError::NoNews { .. }
                | OpError::NoPromise { .. }
                | OpError::NoPerson { .. }
                | OpError::HolidaysThere { .. }
                | OpError::LooksOnly
                | OpError::Stopped,
            ) => "data",
            _ if self.exit() == Exit::CommandLine => "command_line",
            _ => "file",
        }
    }

    fn sentence(&self, words: &Words) -> String {
        match self {
            Self::CommandLine(sentence) => sentence.clone(),
            Self::Value(message) => format!("{} {}", words.message(message), words.say("cli-see-help")),
            Self::NoFurtherClient { asked, kind } => {
                let said = [("asked", asked.as_str().into()), ("kind", kind.as_str().into())];
                words.say_with("cli-error-no-further-client", &said)
            }
            Self::NoTerminal => words.say("cli-error-no-terminal"),
            Self::NoHome => words.say("cli-error-no-home"),
            Self::Op(error) => {
                let all_the_same = match error {
                    OpError::TwoTaxIds { .. } => Some("cli-different-inn"),
                    OpError::FormerEnough { .. } => Some("cli-anyway"),
                    _ => None,
                };
                let said = all_the_same.map(|key| words.say(key));
                std::iter::once(words.message(&error.message())).chain(said).collect::<Vec<_>>().join(" ")
            }
            Self::NotDemo(path) => words.say_with("cli-error-not-demo", &[("path", path.as_str().into())]),
            Self::NotReplaced(path) => words.say_with("cli-error-not-replaced", &[("path", path.as_str().into())]),
            Self::CannotWrite(path, error) => words.say_with(
                "cli-error-cannot-write",
                &[("path", path.as_str().into()), ("detail", error.to_string().into())],
            ),
            Self::Screen(error) => words.say_with("cli-error-screen", &[("detail", error.to_string().into())]),
            Self::Output(error) => words.say_with("cli-error-output", &[("detail", error.to_string().into())]),
        }
    }
}

impl CandidateRecord {
    fn of(candidate: &Candidate) -> Self {
        let Candidate { id, name, external_id, city } = candidate.clone();
        Self { id: id.0.to_string(), external_id, name, city }
    }
}
