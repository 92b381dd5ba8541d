//! The built program in a terminal: it starts, works and leaves the terminal as it found it, however it ends.

use std::fmt::Debug;
use std::io::{Read, Write};
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use regulars::clock::Stopwatch;
use regulars::domain::timeline::Kinds;
use regulars::text::{Lang, Words};
use vt100::{MouseProtocolMode, Parser};

use crate::support::{Book, first_client};

/// How long a text may take to appear on a busy machine.
const PATIENCE: Duration = Duration::from_mins(1);

/// The program in a terminal of 80 columns and 24 rows, in a home of its own.
struct Terminal {
    parser: Parser,
    /// Everything it has sent.
    sent: Vec<u8>,
    output: Receiver<Vec<u8>>,
    input: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    /// How the line was set before the program began.
    line: String,
    /// How many keys were pressed.
    keys: usize,
}

impl Terminal {
    fn start(home: &Path, lang: Lang, args: &[&str]) -> Self {
        Self::start_with(home, lang, args, &[])
    }

    fn start_with(home: &Path, lang: Lang, args: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::start_as(CommandBuilder::new(env!("CARGO_BIN_EXE_regulars")), home, lang, args, variables)
    }

    fn start_as(
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

    fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Takes in what the program sends until `ready`; false if it sends no more.
    #[track_caller]
    fn wait_until(&mut self, what: &str, ready: impl Fn(&Self) -> bool) -> bool {
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
    fn wait_for(&mut self, text: &str) {
        let there = self.wait_until(text, |terminal| terminal.screen().contains(text));
        assert!(there, "it ended before it said “{text}”:\n{}", self.screen());
    }

    fn send(&mut self, bytes: &str) {
        self.input.write_all(bytes.as_bytes()).unwrap();
        self.input.flush().unwrap();
    }

    /// Presses one key for each character.
    fn press(&mut self, keys: &str) {
        self.keys += keys.chars().count();
        self.send(keys);
    }

    fn signal(&self, name: &str) {
        let process = self.child.process_id().unwrap().to_string();
        assert!(Command::new("kill").args(["-s", name, &process]).status().unwrap().success());
    }

    /// Waits for the end; returns what stands on the screen then. The terminal is as it was: its own screen, the cursor
    /// in sight, mouse and pastes its own, the line set as before.
    #[track_caller]
    fn ends_with(mut self, code: u32) -> String {
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
    fn hangs_up_with(mut self, code: u32) {
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
fn work(book: &Book) -> Terminal {
    let path = book.file().display().to_string();
    let mut terminal = Terminal::start(&book.path(""), Lang::En, &["--db", &path, "--today", "2026-11-23"]);
    terminal.wait_for("? help");
    terminal
}

#[test]
fn a_call_takes_two_keys_and_its_undo_one() {
    let book = Book::demo();
    let mut terminal = work(&book);
    assert!(terminal.parser.screen().alternate_screen());
    terminal.press("c\r");
    terminal.wait_for("Call logged");
    assert_eq!(terminal.keys, 2);
    terminal.press("u");
    terminal.wait_for("Taken back: call logged");
    terminal.press("q");
    terminal.ends_with(0);
}

#[test]
fn a_client_is_found_and_opened_with_five_keys() {
    let book = Book::demo();
    let mut terminal = work(&book);
    terminal.press("/alf");
    terminal.wait_for("┌ 1 client ");
    terminal.press("\r");
    terminal.wait_for("▌5 Alfa Trade");
    assert_eq!(terminal.keys, 5);
    terminal.press("qq");
    terminal.ends_with(0);
}

#[test]
fn letters_of_a_russian_layout_log_a_call_and_leave() {
    let home = Book::empty();
    let mut terminal = Terminal::start(&home.path(""), Lang::Ru, &["demo"]);
    terminal.wait_for("ООО «Ромашка»");
    terminal.press("с\r");
    terminal.wait_for("Звонок записан");
    terminal.press("г");
    terminal.wait_for("звонок записан");
    terminal.press("й");
    terminal.ends_with(0);
}

#[test]
fn the_first_start_takes_three_keys_at_most() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (key, shown) in
            [("1", words.say("mark-demo")), ("2", words.say("import-title")), ("3", words.say("action-help"))]
        {
            let home = Book::empty();
            let mut terminal = Terminal::start(&home.path(""), lang, &[]);
            terminal.wait_for(&words.say("welcome-language"));
            terminal.press("\r");
            terminal.wait_for(&words.say("welcome-begin"));
            terminal.press(key);
            let gone = words.say("welcome-begin");
            terminal.wait_until("room", |terminal| !terminal.screen().contains(&gone));
            terminal.wait_for(&shown);
            if key == "1" {
                terminal.wait_for("▲");
            }
            assert!(terminal.keys <= 3);
            terminal.signal("TERM");
            terminal.ends_with(143);
        }
    }
}

#[test]
fn signals_end_it_and_keep_what_was_done() {
    for (name, code) in [("TERM", 143), ("HUP", 129), ("INT", 130)] {
        let book = Book::demo();
        let mut terminal = work(&book);
        terminal.press("c\r");
        terminal.wait_for("Call logged");
        // What is being typed when it ends is kept as a draft.
        terminal.press("nhalf a note");
        terminal.wait_for("half a note");
        terminal.signal(name);
        terminal.ends_with(code);
        let bench = book.open();
        assert_eq!(bench.undo().unwrap().verb, "log_call", "{name}");
        let kept = (0..60).flat_map(|skip| bench.list_page(skip, 1).unwrap());
        let drafts: Vec<String> = kept.filter_map(|row| bench.draft(row.client, "kind-note").unwrap()).collect();
        assert_eq!(drafts, ["half a note"], "{name}");
    }
}

#[test]
fn a_terminal_that_is_closed_ends_it_and_keeps_what_was_typed() {
    let book = Book::demo();
    let mut terminal = work(&book);
    terminal.press("chalf a sentence");
    terminal.wait_for("half a sentence");
    terminal.hangs_up_with(129);
    let mut terminal = work(&book);
    terminal.press("c");
    terminal.wait_for("half a sentence");
    terminal.signal("TERM");
    terminal.ends_with(143);
}

#[test]
#[cfg(target_os = "linux")]
fn a_terminal_whose_shell_tells_nobody_of_its_end_ends_it_too() {
    let book = Book::demo();
    let mut shell = CommandBuilder::new("/bin/sh");
    shell.args(["-c", "trap '' HUP; \"$0\" \"$@\"; exit $?", env!("CARGO_BIN_EXE_regulars")]);
    let path = book.file().display().to_string();
    let mut terminal = Terminal::start_as(shell, &book.path(""), Lang::En, &["--db", &path], &[]);
    terminal.wait_for("? help");
    terminal.hangs_up_with(129);
}

#[test]
fn a_kill_loses_nothing_that_was_confirmed() {
    let book = Book::demo();
    let mut terminal = work(&book);
    terminal.press("c\r");
    terminal.wait_for("Call logged");
    terminal.signal("KILL");
    terminal.wait_until("end", |_| false);
    terminal.child.wait().unwrap();
    assert_eq!(book.open().undo().unwrap().verb, "log_call");
}

#[test]
fn three_pasted_lines_are_one_note() {
    let book = Book::demo();
    let mut terminal = work(&book);
    terminal.press("2");
    terminal.wait_until("selection", |terminal| terminal.screen().lines().any(|row| row.starts_with('▌')));
    let before = book.dump();
    terminal.send("\x1b[200~pasted\routside\x1b[201~");
    terminal.wait_for("Pasted text goes into a field");
    assert_eq!(book.dump(), before, "a paste outside a field changes nothing");
    terminal.press("n");
    terminal.wait_for("NOTE");
    terminal.send("\x1b[200~one\rtwo\r\nthree\x1b[201~");
    terminal.wait_for("one two three");
    terminal.press("\r");
    terminal.wait_for("Note written");
    terminal.press("q");
    terminal.ends_with(0);
    let bench = book.open();
    let timeline = bench.timeline(first_client(&bench), Kinds::All, 0, 100).unwrap();
    let notes = timeline.iter().filter(|entry| format!("{entry:?}").contains("one two three")).count();
    assert_eq!(notes, 1);
    assert_eq!(bench.undo().unwrap().verb, "log_note");
    assert!(bench.undo().is_err(), "one note is one step");
}

#[test]
fn a_second_window_only_looks() {
    let book = Book::demo();
    let mut first = work(&book);
    let mut second = work(&book);
    second.wait_for("LOOK ONLY");
    second.press("c");
    second.wait_for("open for looking only");
    second.signal("TERM");
    second.ends_with(143);
    first.press("q");
    first.ends_with(0);
}

#[test]
fn an_error_at_the_start_is_a_sentence_and_no_screen() {
    let book = Book::empty();
    book.write("text.db", "Dear Anna");
    for lang in Lang::ALL {
        let mut terminal = Terminal::start(&book.path(""), lang, &["--db", "text.db", "--lang", lang.name()]);
        terminal.wait_until("end", |_| false);
        let entered = String::from_utf8_lossy(&terminal.sent).contains("\x1b[?1049h");
        assert!(!entered, "nothing was drawn");
        let said = terminal.ends_with(1);
        assert!(said.contains("text.db") && !said.contains("panicked"), "{said}");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_reported() {
    let home = Book::empty();
    // No thread can have a stack larger than all memory there can be: the first one that is started on the screen panics.
    let terminal = Terminal::start_with(&home.path(""), Lang::En, &["demo"], &[("RUST_MIN_STACK", "281474976710656")]);
    let said = terminal.ends_with(101);
    assert!(said.contains("panicked at") && said.contains("failed to spawn thread"), "{said}");
}
