//! The built program in a pseudo-terminal: what types into it, counts the keys and reads the screen.

use std::fmt::Debug;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use regulars::clock::Stopwatch;
use regulars::text::Lang;
use vt100::{MouseProtocolMode, Parser};

use crate::support::Book;

/// How long a text may take to appear on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// The program in a terminal of 80 columns and 24 rows, in a home of its own.
pub struct Terminal {
    pub parser: Parser,
    /// Everything it has sent.
    pub sent: Vec<u8>,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    pub child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    /// How the line was set before the program began.
    line: String,
    /// How many keys were pressed.
    pub keys: usize,
}

impl Terminal {
    pub fn start(home: &Path, lang: Lang, args: &[&str]) -> Self {
        Self::start_with(home, lang, args, &[])
    }

    pub fn start_with(home: &Path, lang: Lang, args: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_as(CommandBuilder::new(env!("CARGO_BIN_EXE_regulars")), home, lang, args, variables)
    }

    pub fn start_as(
        mut command: CommandBuilder,
        home: &Path,
        lang: Lang,
        args: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env_clear();
        command.cwd(home);
        command.args(args);
        let locale = if lang == Lang::Ru { "ru_RU.UTF-8" } else { "en_GB.UTF-8" };
        let data = home.join("data");
        command.env("HOME", home);
        command.env("XDG_DATA_HOME", data);
        command.env("TERM", "xterm-256color");
        command.env("LANG", locale);
        for (name, value) in variables {
            command.env(name, value);
        }
        let line = line_of(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (heard, output) = mpsc::channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if heard.send(bytes[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let input = pair.master.take_writer().unwrap();
        Self { parser: Parser::default(), sent: Vec::new(), output, input, child, master: pair.master, line, keys: 0 }
    }

    pub fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Takes in what the program sends until `ready`; false if it sends no more.
    #[track_caller]
    pub fn wait_until(&mut self, what: &str, ready: impl Fn(&Self) -> bool) -> bool {
        let watch = Stopwatch::start();
        while !ready(self) {
            match self.output.recv_timeout(PATIENCE.saturating_sub(watch.elapsed())) {
                Ok(bytes) => {
                    self.parser.process(&bytes);
                    self.sent.extend(bytes);
                }
                Err(RecvTimeoutError::Disconnected) => return false,
                Err(RecvTimeoutError::Timeout) => panic!("no {what} on\n{}", self.screen()),
            }
        }
        true
    }

    #[track_caller]
    pub fn wait_for(&mut self, text: &str) {
        let there = self.wait_until(text, |terminal| terminal.screen().contains(text));
        assert!(there, "it ended before it said “{text}”:\n{}", self.screen());
    }

    pub fn send(&mut self, bytes: &str) {
        self.input.write_all(bytes.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// Presses one key for each character.
    pub fn press(&mut self, keys: &str) {
        self.keys += keys.chars().count();
        self.send(keys);
    }

    /// Presses a key that sends more than a character.
    pub fn press_key(&mut self, sequence: &str) {
        self.keys += 1;
        self.send(sequence);
    }

    pub fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args(["-s", name, &process]).status().unwrap().success());
    }

    /// Waits for the end; returns what stands on the screen then. The terminal is as it was: its own screen, the cursor
    /// in sight, mouse and pastes its own, the line set as before.
    #[track_caller]
    pub fn ends_with(mut self, code: u32) -> String {
        self.wait_until("end", |_| false);
        assert_eq!(self.child.wait().unwrap().exit_code(), code, "{}", self.screen());
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "the alternate screen is left");
        assert!(!screen.hide_cursor(), "the cursor is shown");
        assert!(!screen.bracketed_paste(), "pastes are the terminal's");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None);
        assert_eq!(line_of(&*self.master), self.line, "the line is set as before");
        self.screen()
    }

    /// Closes the terminal, and waits for the end.
    #[track_caller]
    pub fn hangs_up_with(mut self, code: u32) {
        // What reads from it ends once nobody listens, which it learns at the next thing it reads.
        drop(self.output);
        self.input.write_all(b"1").unwrap();
        drop((self.input, self.master));
        assert_eq!(self.child.wait().unwrap().exit_code(), code);
    }
}

fn line_of(master: &dyn MasterPty) -> String {
    fn told(line: &impl Debug) -> String {
        format!("{line:?}")
    }
    told(&master.get_termios().unwrap())
}

/// The program at work on a book, in English.
pub fn work(book: &Book) -> Terminal {
    let path = book.file().display().to_string();
    let mut terminal = Terminal::start(&book.path(""), Lang::En, &["--db", &path, "--today", "2026-11-23"]);
    terminal.wait_for("? help");
    terminal
}
