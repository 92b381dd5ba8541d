//! The built program given what it cannot use: one sentence in the reader's language, a code, and a file left as it was.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use crate::support::{Book, table};

/// How a refusal is asked for: the code it ends with, and the rest of the command line.
type Case = (i32, Vec<String>);

fn words(args: &[&str]) -> Vec<String> {
    args.iter().map(|arg| (*arg).to_owned()).collect()
}

fn is_russian(text: &str) -> bool {
    text.chars().any(|c| ('а'..='я').contains(&c))
}

/// A refusal: a code, one or two lines on standard error that a person can read, nothing on standard output.
#[track_caller]
fn check_refusal(output: &Output, code: i32, lang: &str, what: &str) {
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{what}: {told}");
    assert!(told.trim_end().ends_with(['.', '?', '!']) && told.lines().count() <= 2, "{what}: {told}");
    assert!(told.len() < 1_000, "{what}: {} bytes", told.len());
    assert_eq!(is_russian(&told), lang == "ru", "{what}: {told}");
    for bad in ["panicked", "⟦", "Error", "os error", "RUST_BACKTRACE"] {
        assert!(!told.contains(bad), "{what}: {told}");
    }
    assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{what}");
}

/// Asks for everything in both languages; nothing of it may change the file.
#[track_caller]
fn check(book: &Book, cases: &[Case]) {
    let before = book.dump();
    for (code, args) in cases {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        for lang in ["en", "ru"] {
            let output = book.command(&args).args(["--lang", lang]).output();
            // The language is asked for twice: the last word counts.
            check_refusal(&output.unwrap(), *code, lang, &format!("{args:?}"));
            assert!(book.dump() == before, "{args:?} changed the file");
        }
    }
}

#[test]
fn files_that_are_no_tables() {
    let book = Book::full();
    fs::create_dir(book.path("folder.csv")).unwrap();
    let noise: Vec<u8> = (0..9_000_u32).map(|n| (n * n / 7 % 256) as u8).collect();
    let cases = [
        book.path("none.csv").display().to_string(),
        book.path("folder.csv").display().to_string(),
        book.path("book.db/under.csv").display().to_string(),
        book.write("empty.csv", ""),
        book.write("blank.csv", "\n\n  \n"),
        book.write("noise.csv", noise),
        book.write("picture.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0"),
        book.write("columns.csv", "colour;size\nred;5\n"),
        book.write("line.csv", "A".repeat(10_000_000)),
        book.write("cell.csv", format!("client;date;amount\n{};01.10.2026;5\n", "A".repeat(10_000_000))),
        book.write("quote.csv", format!("client;note\nVega;\"{}", "never closed\n".repeat(100_000))),
        book.file().display().to_string(),
    ];
    check(&book, &cases.map(|file| (1, words(&["import", &file]))));
    check(&book, &[(1, words(&["import", "--dry-run", &book.path("none.csv").display().to_string()]))]);
}

#[test]
fn values_that_cannot_be_meant() {
    let book = Book::demo();
    let cases = [
        &["log", "order", "D001", "--amount", "abc"][..],
        &["log", "order", "D001", "--amount", "1e400"],
        &["log", "order", "D001", "--amount", "99999999999999999999"],
        &["log", "call", "D001", "--on", "31.02"],
        &["log", "call", "D001", "--on", "2026-02-31"],
        &["log", "call", "D001", "--next", "00.00.0000"],
        &["follow-up", "D001", "31.02"],
        &["follow-up", "D001", "+999999999999"],
        &["log", "gift", "D001", "--amount", "-"],
        &["complaint", "open", "D001", "-m", "  "],
        &["set", "currency", "roubles"],
        &["--today", "2026-02-31", "today"],
        &["export", "xml", "--out", "-"],
    ];
    check(&book, &cases.map(|args| (2, words(args))));
}

#[test]
fn rows_that_cannot_be_meant_are_named_and_no_order_is_made_of_them() {
    let book = Book::empty();
    let csv = book.write("rows.csv", "client;date;amount\nAlfa;31.02.2026;100\nAlfa;01.10.2026;abc\nAlfa;;5\n");
    let answer = book.json(5, &["import", &csv])["files"][0].clone();
    let lines: Vec<&serde_json::Value> =
        answer["not_taken"].as_array().unwrap().iter().map(|row| &row["line"]).collect();
    assert_eq!((lines, &answer["new_orders"]), (vec![&2.into(), &3.into(), &4.into()], &0.into()));
    assert_eq!(book.json(0, &["clients"])[0]["orders"], 0);
}

#[test]
fn files_that_are_not_ours_to_open() {
    let book = Book::full();
    fs::create_dir(book.path("folder.db")).unwrap();
    book.write("text.db", "Dear Anna,\n".repeat(1_000));
    let at = |name: &str| words(&["--db", &book.path(name).display().to_string(), "today"]);
    for (code, args) in [(1, at("text.db")), (1, at("folder.db")), (1, at("none.db")), (1, at("text.db/under.db"))] {
        for lang in ["en", "ru"] {
            let output = Command::new(env!("CARGO_BIN_EXE_regulars")).args(&args).args(["--lang", lang]).output();
            check_refusal(&output.unwrap(), code, lang, &format!("{args:?}"));
        }
    }
    assert_eq!(fs::read_to_string(book.path("text.db")).unwrap(), "Dear Anna,\n".repeat(1_000));
}

/// The built program as somebody whom permissions bind: the superuser becomes nobody. `None` where he cannot.
fn as_bound(book: &Book, args: &[&str]) -> Option<Command> {
    if fs::write(book.path("try"), "").is_err() {
        return Some(book.command(args));
    }
    fs::remove_file(book.path("try")).unwrap();
    let program = book.path("regulars");
    if !program.exists() {
        fs::copy(env!("CARGO_BIN_EXE_regulars"), &program).unwrap();
        fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=65534", "--regid=65534", "--clear-groups"]).arg(program);
    command.args(book.command(args).get_args());
    let bound = Command::new("setpriv").arg("--version").output().is_ok_and(|output| output.status.success());
    bound.then_some(command)
}

#[test]
#[expect(clippy::print_stderr, reason = "says that it could not be tried")]
fn a_book_that_may_not_be_written_is_looked_at_as_of_any_day_and_takes_nothing() {
    let book = Book::full();
    let before = fs::read(book.file()).unwrap();
    let client = Book::full().json(0, &["clients"])[0]["id"].as_str().unwrap().to_owned();
    let ways: [&[&str]; 7] = [
        &["clients"],
        &["today"],
        &["alerts", "--all"],
        &["show", &client],
        &["timeline", &client],
        &["losses"],
        &["export", "json", "--out", "-"],
    ];
    let days = ["2026-11-23", "2026-12-23"];
    let looks: Vec<Vec<&str>> =
        days.iter().flat_map(|day| ways.map(|look| [look, &["--today", *day][..]].concat())).collect();
    let told: Vec<String> = looks.iter().map(|look| Book::full().told(0, look)).collect();
    let writes: [&[&str]; 5] =
        [&["set", "currency", "EUR"], &["log", "call", &client], &["undo"], &["client", "add", "X"], &["rebalance"]];
    let folder = book.file().parent().unwrap().to_owned();
    let allow = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    for (file_mode, folder_mode) in [(0o444, 0o555), (0o644, 0o555), (0o444, 0o755)] {
        allow(&book.file(), file_mode);
        allow(&folder, folder_mode);
        if as_bound(&book, &[]).is_none() {
            allow(&folder, 0o755);
            eprintln!("not tried: permissions do not bind the superuser");
            return;
        }
        let there = fs::read_dir(&folder).unwrap().count();
        let output = |args: &[&str]| as_bound(&book, args).unwrap().output().unwrap();
        let seen: Vec<Output> = looks.iter().map(|look| output(look)).collect();
        let refused: Vec<_> = ["en", "ru"]
            .into_iter()
            .flat_map(|lang| writes.map(|write| (lang, output(&[write, &["--lang", lang]].concat()))))
            .collect();
        fs::write(book.path("book.db-wal"), "what somebody was about to write").unwrap();
        let left = output(&["clients"]);
        fs::remove_file(book.path("book.db-wal")).unwrap();
        let here = fs::read_dir(&folder).unwrap().count();
        allow(&folder, 0o755);
        allow(&book.file(), 0o600);
        for (look, (seen, told)) in looks.iter().zip(seen.iter().zip(&told)) {
            let seen = String::from_utf8_lossy(&seen.stdout).replace('\u{a0}', " ");
            assert!(seen == *told, "{look:?} {file_mode:o} {folder_mode:o}: {seen}");
        }
        for (lang, output) in refused {
            check_refusal(&output, 1, lang, "a book that may not be written");
        }
        if folder_mode == 0o555 {
            check_refusal(&left, 1, "en", "a book that somebody left");
        }
        assert_eq!(here, there, "nothing is left beside it");
    }
    assert!(fs::read(book.file()).unwrap() == before);
}

#[test]
fn a_file_that_may_not_grow() {
    let rows = table("client;date;amount", (0..6_000).map(|row| format!("Client {row};01.10.2026;5")));
    for (lang, start) in [("en", "empty"), ("ru", "empty"), ("en", "full"), ("ru", "full")] {
        let book = if start == "full" { Book::full() } else { Book::empty() };
        let csv = book.write("rows.csv", &rows);
        let before = (start == "full").then(|| book.dump());
        // Blocks of 512 bytes: the file and its log may not grow past some 300 kB.
        let limit = fs::metadata(book.file()).map_or(16, |file| file.len() / 512 + 16);
        let mut command = Command::new("sh");
        command.args(["-c", "ulimit -f \"$0\"; exec \"$@\"", &limit.to_string()]);
        let program = book.command(&["import", &csv]);
        command.arg(program.get_program()).args(program.get_args()).args(["--lang", lang]);
        let output = command.output().unwrap();
        check_refusal(&output, 1, lang, &format!("{start} file"));
        match before {
            Some(before) => assert!(book.dump() == before, "{start}: the file was changed"),
            None => assert!(!book.file().exists(), "a file that could not be begun is not left behind"),
        }
        // With room again, it works.
        book.told(0, &["import", &csv]);
    }
}
