//! The built program in a terminal: it starts, works and leaves the terminal as it found it, however it ends.

use portable_pty::CommandBuilder;
use regulars::domain::timeline::Kinds;
use regulars::text::Lang;

use crate::pty::{Terminal, work};
use crate::support::{Book, first_client};

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
