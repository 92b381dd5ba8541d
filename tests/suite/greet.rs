//! Greeting the clients due for one occasion: the texts, one key a client, one step of undo.

use std::fs;
use std::process::Command;

use chrono::{Days, NaiveDate};
use regulars::clock::Clock;
use regulars::ops::{Access, Workbench};
use regulars::text::Lang;
use regulars::tui::Effect;

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, today};

/// The demonstration in a file, four weeks after it was made: New Year is near.
fn before_new_year(book: &Book) -> Workbench {
    book.open().fill_with_demo("en").unwrap();
    let day: NaiveDate = today() + Days::new(27);
    Workbench::open(&book.file(), Access::Write, Clock::Fixed(day.and_hms_opt(9, 0, 0).unwrap())).unwrap()
}

#[test]
fn one_key_copies_and_marks_and_leaving_logs_the_batch_in_one_step() {
    let book = Book::empty();
    let mut seat = Seat::at(before_new_year(&book), Lang::En, (80, 24)).on_russian_layout();
    let before = seat.bench().export_json().unwrap();
    let touches = rows_of(seat.bench(), "touch").len();
    seat.press("G");
    let occasions: Vec<String> = seat.bench().occasions().unwrap().into_iter().map(|line| line.id).collect();
    let place = occasions.iter().position(|id| id == "new_year").unwrap();
    seat.press(&"Down ".repeat(place));
    seat.press("Enter");
    let greetings = seat.bench().greetings("new_year").unwrap();
    assert!(seat.screen().contains(&format!("New Year: greeted 0 of {}", greetings.len())), "{}", seat.screen());
    seat.write("See you at the fair.");
    assert!(seat.screen().contains("See you at the fair."), "{}", seat.screen());
    seat.press("Enter F2 Enter");
    let copied: Vec<&str> = seat
        .asked
        .iter()
        .filter_map(|effect| match effect {
            Effect::Copy(text) => Some(text.as_str()),
            _ => None,
        })
        .collect();
    let person = |place: usize| greetings[place].person.as_ref().unwrap().1.as_str();
    assert_eq!(copied.len(), 2);
    assert!(copied[0].starts_with(&format!("Dear {},\n\nHappy New Year!", person(0))), "{}", copied[0]);
    assert!(copied[0].contains("\nSee you at the fair.\n") && !copied[1].contains("fair"), "the line is one client's");
    let file = fs::read_to_string(book.path("greetings/new_year-2026-12-21.txt")).unwrap();
    assert!(file.starts_with(&format!("=== {} · {} <", greetings[1].name, person(1))), "{file}");
    seat.write("not sent yet");
    assert_eq!(seat.bench().export_json().unwrap(), before, "nothing is logged before the end");
    seat.press("Up F4 Esc");
    assert!(seat.screen().contains("Greetings logged: New Year · 2 clients"), "{}", seat.screen());
    let logged = rows_of(seat.bench(), "touch");
    assert_eq!(logged.len(), touches + 2, "F4 took one back");
    assert!(logged.iter().any(|touch| touch["note"] == "New Year: See you at the fair."));
    seat.press("u");
    assert_eq!(seat.bench().export_json().unwrap(), before);
    seat.press("G");
    seat.press(&"Down ".repeat(place));
    seat.press("Enter Down Down Down");
    assert!(seat.screen().contains("your line: not sent yet"), "{}", seat.screen());
}

#[test]
fn what_is_too_early_is_written_and_not_logged() {
    let book = Book::demo();
    let before = book.told(0, &["export", "json", "--out", "-"]);
    let path = book.path("new-year.txt").display().to_string();
    let told = book.told(0, &["greet", "new_year", "--out", &path, "--mark"]);
    assert!(told.contains(" greetings: ") && told.contains("Not logged, too early to count: "), "{told}");
    assert_eq!(book.told(0, &["export", "json", "--out", "-"]), before);
    assert!(fs::read_to_string(&path).unwrap().contains("Happy New Year!"));
    book.told(0, &["greet", "new_year", "--out", &path]);
    let letter = book.write("letter.txt", "Dear Anna");
    book.refused(1, &["greet", "new_year", "--out", &letter]);
}

#[test]
fn the_command_line_marks_what_is_due_and_undo_takes_all_of_it_back() {
    let book = Book::demo();
    let before = book.told(0, &["export", "json", "--out", "-"]);
    let listed = book.json(0, &["greet"]);
    let birthdays = listed.as_array().unwrap().iter().find(|line| line["id"] == "birthday").unwrap().clone();
    let text = book.write("text.txt", "{person} of {name}:\n{line}\nhappy birthday!\n");
    let path = book.path("birthdays.txt").display().to_string();
    let done = book.json(0, &["greet", "birthday", "--text", &text, "--out", &path, "--mark"]);
    assert_eq!(done["greetings"], birthdays["greetings"]);
    let written = fs::read_to_string(&path).unwrap();
    assert_eq!(written.matches("\nhappy birthday!\n").count() as u64, done["greetings"].as_u64().unwrap());
    assert!(!written.contains(['{', '}']), "{written}");
    if done["marked"].as_u64().unwrap() > 0 {
        assert_eq!(book.json(0, &["undo"])["verb"], "greet");
    }
    assert_eq!(book.told(0, &["export", "json", "--out", "-"]), before);
    let wrong = book.write("wrong.txt", "Dear {persn}");
    let told = book.refused(2, &["greet", "birthday", "--text", &wrong, "--out", &path, "--mark"]);
    assert!(told.contains("{persn}"), "{told}");
    assert_eq!(fs::read_to_string(&path).unwrap(), written, "nothing was written");
    book.refused(2, &["greet", "birthday"]);
    book.refused(2, &["greet", "no_such_day", "--out", &path]);
}

#[test]
fn the_third_contact_of_a_year_with_a_former_client_is_asked_for() {
    let book = Book::empty();
    let on_the_day = |code: i32, args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_regulars"));
        command.arg("--db").arg(book.file()).args(["--today", "2026-12-30", "--lang", "en"]).args(args);
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{args:?}: {output:?}");
        String::from_utf8(if code == 0 { output.stdout } else { output.stderr }).unwrap()
    };
    on_the_day(0, &["set", "language", "en"]);
    on_the_day(0, &["client", "add", "Vega"]);
    on_the_day(0, &["person", "add", "Vega", "Ann", "birthday", "1980-01-02"]);
    let (table, texts) = (book.path("table.toml").display().to_string(), book.path("out.txt").display().to_string());
    on_the_day(0, &["table", "export", "--out", &table]);
    let rows = fs::read_to_string(&table).unwrap();
    let (before, row) = rows.split_once("name = \"birthday\"").unwrap();
    let (row, after) = row.split_once("statuses = [").unwrap();
    let after = after.split_once(']').unwrap().1;
    fs::write(&table, format!("{before}name = \"birthday\"{row}statuses = [\"former\"]{after}")).unwrap();
    on_the_day(0, &["table", "import", &table]);
    on_the_day(0, &["close", "Vega", "--why", "ended"]);
    // Planned for the year that comes, it is greeted in this one.
    let calendar: serde_json::Value =
        serde_json::from_str(&on_the_day(0, &["--json", "calendar", "--to", "2027-01-05"])).unwrap();
    on_the_day(0, &["move", calendar[0]["key"].as_str().unwrap(), "--to", "2027-01-02"]);
    for item in ["a mug", "a lamp"] {
        on_the_day(0, &["log", "gift", "Vega", "--item", item]);
    }
    let greet = ["greet", "birthday", "--out", &texts, "--mark"];
    let refused = on_the_day(1, &greet);
    assert!(refused.contains("contact 3 of the year") && refused.contains("--anyway"), "{refused}");
    assert!(!book.path("out.txt").exists(), "nothing was done");
    let day: NaiveDate = "2026-12-30".parse().unwrap();
    let clock = Clock::Fixed(day.and_hms_opt(9, 0, 0).unwrap());
    for lang in Lang::ALL {
        let bench = Workbench::open(&book.file(), Access::Write, clock).unwrap();
        let mut seat = Seat::at(bench, lang, (80, 24));
        let touches = rows_of(seat.bench(), "touch").len();
        seat.press("G Enter Enter Esc");
        let asked = seat.app.words().say_with("greet-former-again", &[("client", "Vega".into()), ("n", 3_i64.into())]);
        seat.expect(&asked.chars().take(60).collect::<String>());
        assert_eq!(rows_of(seat.bench(), "touch").len(), touches);
        seat.press("Esc");
        assert_eq!(rows_of(seat.bench(), "touch").len(), touches + 1);
        seat.press("u");
    }
    on_the_day(0, &[&greet[..], &["--anyway"]].concat());
    let timeline = on_the_day(0, &["--json", "timeline", "Vega", "--kind", "message"]);
    assert!(timeline.contains("Birthday"), "{timeline}");
}
