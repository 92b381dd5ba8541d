//! The built program without a screen: what it answers, in words and as JSON, and what it ends with.

use std::process::{Command, Stdio};

use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::support::Book;

#[test]
fn the_list_of_the_day_says_whom_and_why() {
    let book = Book::demo();
    let told = book.told(0, &["today"]);
    assert!(told.starts_with("Monday, 23 November 2026\n60 clients, 45 regular"), "{told}");
    assert!(told.lines().any(|line| line.starts_with("▲ alarm  ") && line.contains("every ~")), "{told}");
    let today = book.json(0, &["today"]);
    assert_eq!((&today["day"], &today["clients"]), (&"2026-11-23".into(), &60.into()));
    assert_eq!(today["alerts"][0]["level"], "alarm");
    assert!(today["planned"].as_array().unwrap().iter().all(|planned| planned["day"] == "2026-11-23"));
}

#[test]
fn alerts_come_with_their_numbers() {
    let book = Book::demo();
    let alerts = book.json(0, &["alerts"]);
    let first = &alerts[0];
    assert_eq!((&first["level"], &first["action"]), (&"alarm".into(), &"call".into()));
    let reason = &first["reasons"][0];
    assert_eq!((&reason["kind"], &reason["gap_days"]), (&"overdue".into(), &first["gap_days"]));
    assert!(reason["text"].as_str().unwrap().contains(&format!("{} days ago", first["gap_days"])), "{reason}");
    for name in ["usual_interval_days", "tail", "p_no_order", "revenue_at_risk"] {
        assert!(first[name].is_number(), "{name} of {first}");
    }
    assert!(first["next_order_p50"].as_str() < first["next_order_p90"].as_str());
    let hangs = alerts.as_array().unwrap().iter().find(|alert| alert["reasons"][0]["kind"] == "concentration").unwrap();
    let listed = book.json(0, &["clients"]);
    let client = listed.as_array().unwrap().iter().find(|client| client["id"] == hangs["id"]).unwrap();
    assert_eq!(hangs["reasons"][0]["revenue"], client["revenue"], "in units, as everywhere");
    let levels = |alerts: &Value| -> Vec<String> {
        alerts.as_array().unwrap().iter().map(|alert| alert["level"].as_str().unwrap_or_default().into()).collect()
    };
    let all = book.json(0, &["alerts", "--all"]);
    assert_eq!((levels(&all).len(), &levels(&all)[..levels(&alerts).len()]), (60, &levels(&alerts)[..]));
    assert!(levels(&alerts).iter().all(|level| !level.is_empty()));
}

#[test]
fn a_call_answers_the_alert_and_undo_brings_it_back() {
    let book = Book::demo();
    let before = book.told(0, &["clients", "--json"]);
    let told = book.told(0, &["log", "call", "romashka", "-m", "asks for a price list", "--next", "+4"]);
    assert!(told.starts_with("Call logged: Romashka LLC · alert answered until Mon 7 Dec · next"), "{told}");
    let card = book.json(0, &["show", "D001"]);
    assert_eq!((&card["level"], &card["last_contact"]), (&Value::Null, &"2026-11-23".into()));
    assert_eq!(card["timeline"][0]["text"], "asks for a price list");
    assert_eq!(book.json(0, &["undo"])["verb"], "log_call");
    assert_eq!(book.told(0, &["clients", "--json"]), before);
    assert_eq!(book.told(0, &["redo"]), "Brought back: call logged, Romashka LLC\n");
    assert_eq!(book.json(0, &["show", "D001"]), card);
    assert_eq!(book.json(4, &["redo"])["error"]["kind"], "nothing_to_redo");
}

#[test]
fn a_long_name_leaves_the_columns_where_they_are_and_is_whole_where_it_is_read() {
    let (book, long) = (Book::empty(), "Ж漢".repeat(150));
    for (name, star) in [(&*long, "yes"), ("Vega", "no")] {
        book.told(0, &["client", "add", name, "city", "Perm", "phones", "+73422123456", "star", star]);
        book.told(0, &["promise", name, "send the list", "--by", "fri"]);
        (1..4).for_each(|day| drop(book.told(0, &["log", "order", name, "90", "--on", &format!("2026-0{day}-01")])));
    }
    book.told(0, &["complaint", "open", &long, "-m", "a torn box"]);
    let begun = "Ж漢".repeat(12);
    for (command, behind) in [
        ("clients", "Perm"),
        ("alerts", "$"),
        ("today", "$"),
        ("duplicates", "Vega"),
        ("forecast", "$"),
        ("promises", "send"),
    ] {
        let told = book.told(0, &[command]);
        let line = told.lines().find(|line| line.contains(&begun)).unwrap_or_else(|| panic!("{command}: {told}"));
        let before = line.split(behind).next().unwrap();
        assert!(before.len() < line.len() && before.width() < 90 && line.contains('…'), "{line}");
        assert!(!told.contains(&long), "{told}");
    }
    let town = "Ы".repeat(60);
    book.told(0, &["client", "set", "Vega", "city", &town]);
    let told = book.told(0, &["clients"]);
    let place = |line: &str, part: &str| line.split(part).next().unwrap().width();
    let of = |part: &str| told.lines().find(|line| line.contains(part)).unwrap_or_else(|| panic!("{told}"));
    assert_eq!(place(of("ЫЫ…"), "regular"), place(of("Perm"), "regular"), "{told}");
    assert!(book.told(0, &["show", "Vega"]).contains(&town));
    assert!(book.told(0, &["show", &long]).contains(&long));
    assert_eq!(book.json(0, &["clients"])[1]["name"].as_str(), Some(&*long));
}

#[test]
fn what_is_logged_keeps_what_was_said_of_it() {
    let book = Book::demo();
    book.told(
        0,
        &["log", "meeting", "D002", "--outcome", "no-answer", "--felt", "distant", "--felt", "slow", "--on", "fri"],
    );
    book.told(0, &["log", "gift", "D002", "--item", "calendar", "--amount", "0.9k", "--on", "yesterday"]);
    book.told(0, &["log", "order", "D002", "--amount", "12 500,50", "-m", "by telephone"]);
    let order = book.json(0, &["show", "D002"])["timeline"][0].clone();
    assert_eq!(
        (&order["kind"], &order["amount"], &order["text"]),
        (&"order".into(), &12_500.5.into(), &"by telephone".into())
    );
    let timeline = book.json(0, &["show", "D002"])["timeline"].clone();
    let of = |kind: &str| timeline.as_array().unwrap().iter().find(|entry| entry["kind"] == kind).unwrap().clone();
    let (gift, meeting) = (of("gift"), of("meeting"));
    assert_eq!(
        (&gift["item"], &gift["amount"], &gift["day"]),
        (&"calendar".into(), &900.0.into(), &"2026-11-22".into())
    );
    assert_eq!((&meeting["outcome"], &meeting["day"]), (&"no_answer".into(), &"2026-11-20".into()));
    assert_eq!(meeting["felt"], serde_json::json!(["slow", "distant"]));
    let told = book.told(0, &["complaint", "open", "D002", "-m", "a torn box"]);
    assert!(told.starts_with("Complaint opened: "), "{told}");
    assert_eq!(book.json(0, &["show", "D002"])["complaints"][0]["text"], "a torn box");
    book.refused(2, &["complaint", "close", "D002"]);
    book.told(0, &["complaint", "close", "D002", "--changed", "nothing"]);
    assert_eq!(book.json(0, &["follow-up", "D002", "28.11"])["client"], "Northwind Mills");
    book.refused(1, &["complaint", "close", "D002", "--changed", "nothing"]);
}

#[test]
fn what_cannot_be_meant_is_refused_and_changes_nothing() {
    let book = Book::demo();
    let before = book.told(0, &["export", "json", "--out", "-"]);
    for (code, args) in [
        (2, &["log", "call"][..]),
        (2, &["log", "walk", "D001"]),
        (2, &["log", "call", "D001", "--amount", "5"]),
        (2, &["log", "call", "D001", "--on", "soon"]),
        (2, &["log", "call", "D001", "--on", "tomorrow"]),
        (2, &["log", "note", "D001"]),
        (2, &["log", "order", "D001"]),
        (2, &["log", "order", "D001", "--amount", "much"]),
        (2, &["follow-up", "D001", "yesterday"]),
        (2, &["frobnicate"]),
        (2, &[]),
        (3, &["log", "call", "nobody at all"]),
        (3, &["show", "a"]),
        (4, &["undo"]),
        (2, &["set", "language", "fr"]),
    ] {
        let told = book.refused(code, args);
        assert!(!told.is_empty() && !told.contains('⟦'), "{args:?}: {told}");
    }
    assert_eq!(book.told(0, &["export", "json", "--out", "-"]), before);
    let error = book.json(3, &["log", "call", "mill"])["error"].clone();
    assert_eq!(error["kind"], "ambiguous");
    let names: Vec<&str> =
        error["candidates"].as_array().unwrap().iter().map(|found| found["name"].as_str().unwrap()).collect();
    assert_eq!(names[..2], ["Northwind Mills", "Old Mill Bakery"]);
}

#[test]
fn a_file_is_shown_then_brought_in_once() {
    let book = Book::empty();
    let csv =
        book.write("orders.csv", "client;date;amount\nAlfa;02.10.2026;34 300,50\nVega;soon;5\nAlfa;01.11.2026;100\n");
    let told = book.told(5, &["import", "--dry-run", &csv]);
    for part in [
        "Read as UTF-8",
        "“;”",
        "client  → client",
        "amount  → amount",
        "Alfa | 02.10.2026",
        "line 3",
        "Nothing was written.",
    ] {
        assert!(told.contains(part), "{part} in {told}");
    }
    assert!(!book.file().exists());
    let brought = book.json(5, &["import", &csv])["files"][0].clone();
    assert_eq!(
        (&brought["new_clients"], &brought["new_orders"], &brought["written"]),
        (&2.into(), &2.into(), &true.into())
    );
    assert_eq!(brought["not_taken"][0]["line"], 3);
    let again = book.json(5, &["import", &csv])["files"][0].clone();
    assert_eq!((&again["new_clients"], &again["new_orders"], &again["same_orders"]), (&0.into(), &0.into(), &2.into()));
    let listed = book.json(0, &["clients"]);
    assert_eq!(
        (&listed[0]["name"], &listed[0]["status"], &listed[0]["orders"]),
        (&"Alfa".into(), &"client".into(), &2.into())
    );
    assert_eq!((&listed[0]["last_order"], &listed[0]["revenue"]), (&"2026-11-01".into(), &34_400.5.into()));
    let missing = book.path("none.csv").display().to_string();
    let answer = book.json(1, &["import", &csv, &missing]);
    assert_eq!((answer["files"].as_array().unwrap().len(), &answer["error"]["kind"]), (1, &"file".into()));
}

#[test]
fn an_export_is_put_back_byte_for_byte_and_replaces_nothing_of_others() {
    let (book, other) = (Book::demo(), Book::empty());
    let export = book.path("book.json").display().to_string();
    book.told(0, &["export", "json", "--out", &export]);
    let written = std::fs::read_to_string(&export).unwrap();
    other.told(0, &["import", &export]);
    assert_eq!(other.told(0, &["export", "json", "--out", "-"]), written.replace('\u{a0}', " "));
    book.refused(1, &["import", &export]);
    book.told(0, &["export", "json", "--out", &export]);
    let letter = book.write("letter.txt", "Dear Anna");
    book.refused(1, &["export", "json", "--out", &letter]);
    assert_eq!(std::fs::read_to_string(&letter).unwrap(), "Dear Anna");
}

#[test]
fn the_demonstration_is_made_anew_but_never_over_own_clients() {
    let book = Book::demo();
    book.told(0, &["log", "note", "D001", "-m", "to be forgotten"]);
    book.told(0, &["demo", "--reset"]);
    assert_eq!(book.refused(4, &["undo"]), "There is nothing to take back.\n");
    let own = Book::empty();
    own.told(0, &["import", &own.write("own.csv", "client,town\nMy own client,Perm\n")]);
    let told = own.refused(1, &["demo", "--reset"]);
    assert!(told.contains("It was left as it is."), "{told}");
    assert_eq!(own.json(0, &["clients"])[0]["name"], "My own client");
}

#[test]
fn the_help_speaks_the_language_asked_for() {
    let book = Book::empty();
    for verb in ["today", "alerts", "show", "log", "complaint", "import", "export"] {
        let help = book.told(0, &["--lang", "ru", verb, "--help"]);
        let english = ["Usage", "Options", "OPTIONS", "Arguments", "Commands", "possible values", "⟦"];
        assert!(english.iter().all(|word| !help.contains(word)), "{help}");
    }
    assert!(book.told(0, &["--help"]).contains("  3  no client fits, or several do"));
    book.told(0, &["set", "language", "ru"]);
    let output =
        Command::new(env!("CARGO_BIN_EXE_regulars")).arg("--db").arg(book.path("book.db")).arg("alerts").output();
    assert_eq!(String::from_utf8(output.unwrap().stdout).unwrap(), "Тревог нет.\n");
}

#[test]
fn a_reader_who_has_seen_enough_is_no_error() {
    let book = Book::demo();
    let mut child = book.command(&["alerts", "--all", "--json"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}
