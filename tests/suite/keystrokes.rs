//! How many keys the work of a day takes, typed into the built program: each test counts them and reads back what they did.
//! The bounds are the goals; a rise fails.

use chrono::{Days, NaiveDate};
use regulars::text::{Lang, Words};
use serde_json::{Value, json};

use crate::pty::{Terminal, work};
use crate::screens::rows_of;
use crate::support::{Book, table};

const DOWN: &str = "\x1b[B";
const F6: &str = "\x1b[17~";

/// The first alert of the demonstration, selected when it opens.
const FIRST: &str = "Kama Steel";

/// Leaves the program, after so many keys.
#[track_caller]
fn leave(mut terminal: Terminal, keys: usize) {
    assert_eq!(terminal.keys, keys, "keys");
    terminal.press("q");
    terminal.ends_with(0);
}

/// The latest entry of a client's history, those fields of it that are named.
fn latest(book: &Book, client: &str, fields: &[&str]) -> Value {
    let entry = book.json(0, &["timeline", client])[0].clone();
    fields.iter().map(|field| entry[field].clone()).collect()
}

/// The day of the next contact that was set by hand with a client.
fn next_contact(book: &Book, client: &str) -> Value {
    let bench = book.open();
    let client = bench.client_named(client).unwrap();
    let steps = rows_of(&bench, "next_step");
    steps.iter().find(|step| step["client_id"] == client.0).unwrap()["day"].clone()
}

/// A demonstration with the first alert selected.
fn at_first_alert() -> (Book, Terminal) {
    let book = Book::demo();
    let terminal = work(&book);
    (book, terminal)
}

#[test]
fn a_call_takes_two_keys_and_its_undo_one() {
    let (book, mut terminal) = at_first_alert();
    let calls = |book: &Book| book.json(0, &["timeline", FIRST]).as_array().unwrap().len();
    let before = calls(&book);
    terminal.press("c\r");
    terminal.wait_for("Call logged");
    assert_eq!(terminal.keys, 2);
    assert_eq!(latest(&book, FIRST, &["kind", "outcome", "day"]), json!(["call", "reached", "2026-11-23"]));
    terminal.press("u");
    terminal.wait_for("Taken back: call logged");
    leave(terminal, 3);
    assert_eq!(calls(&book), before, "the call is gone");
}

#[test]
fn a_call_nobody_answered_takes_three() {
    let (book, mut terminal) = at_first_alert();
    terminal.press("c");
    terminal.press_key(DOWN);
    terminal.press("\r");
    terminal.wait_for("Call logged");
    leave(terminal, 3);
    assert_eq!(latest(&book, FIRST, &["kind", "outcome"]), json!(["call", "no_answer"]));
}

#[test]
fn a_call_with_a_note_takes_two_beside_the_note() {
    let (book, mut terminal) = at_first_alert();
    terminal.press("clikes glue\r");
    terminal.wait_for("Call logged");
    leave(terminal, 12);
    assert_eq!(latest(&book, FIRST, &["kind", "text"]), json!(["call", "likes glue"]));
}

#[test]
fn a_note_and_a_contact_in_a_week_take_sixteen_on_either_layout() {
    for lang in Lang::ALL {
        let book = Book::empty();
        book.told(0, &["demo", "--lang", lang.name()]);
        let path = book.file().display().to_string();
        let mut terminal = Terminal::start(&book.path(""), lang, &["--db", &path, "--today", "2026-11-23"]);
        terminal.wait_for(&format!("? {}", Words::new(lang).say("action-help")));
        let (typed, note, said) = match lang {
            Lang::En => ("clikes glue >+7\r", "likes glue", "Call logged"),
            Lang::Ru => ("слюбит клей /+7\r", "любит клей", "Звонок записан"),
        };
        let client = book.json(0, &["alerts"])[0]["id"].as_str().unwrap().to_owned();
        terminal.press(typed);
        terminal.wait_for(said);
        assert_eq!(terminal.keys, 16);
        terminal.press(if lang == Lang::En { "q" } else { "й" });
        terminal.ends_with(0);
        assert_eq!(latest(&book, &client, &["kind", "text"]), json!(["call", note]));
        assert_eq!(next_contact(&book, &client), "2026-11-30");
    }
}

#[test]
fn a_client_is_found_and_opened_with_five() {
    let (_book, mut terminal) = at_first_alert();
    terminal.press("/alf");
    terminal.wait_for("┌ 1 client ");
    terminal.press("\r");
    terminal.wait_for("▌5 Alfa Trade");
    assert_eq!(terminal.keys, 5);
    // Back from the card to the alerts first.
    terminal.press("q");
    leave(terminal, 6);
}

#[test]
fn a_client_is_found_and_a_call_logged_with_seven() {
    let (book, mut terminal) = at_first_alert();
    terminal.press("/alf");
    terminal.wait_for("┌ 1 client ");
    terminal.press("\rc\r");
    terminal.wait_for("Call logged");
    terminal.press("q");
    leave(terminal, 8);
    assert_eq!(latest(&book, "Alfa Trade", &["kind", "day"]), json!(["call", "2026-11-23"]));
}

#[test]
fn an_alert_is_put_off_or_dismissed_for_a_reason_with_two() {
    let (book, mut terminal) = at_first_alert();
    let alert = |book: &Book| book.json(0, &["alerts"])[0]["name"].clone();
    assert_eq!(alert(&book), FIRST);
    terminal.press("s3");
    terminal.wait_for("Alert put off");
    assert_eq!(terminal.keys, 2);
    let second = alert(&book);
    assert_ne!(second, FIRST);
    terminal.press("x2");
    terminal.wait_for("Alert dismissed");
    leave(terminal, 4);
    assert_ne!(alert(&book), second);
    let asleep = book.open();
    assert_eq!(asleep.undo().unwrap().verb, "dismiss_alert");
    assert_eq!(asleep.undo().unwrap().verb, "snooze_alert");
}

#[test]
fn the_next_contact_takes_two_or_as_a_day_of_its_own_five() {
    for (keys, count, day) in [("f3", 2, "2026-11-30"), ("f+9\r", 4, "2026-12-02"), ("ffri\r", 5, "2026-11-27")] {
        let (book, mut terminal) = at_first_alert();
        terminal.press(keys);
        terminal.wait_for("Next contact set");
        leave(terminal, count);
        assert_eq!(next_contact(&book, FIRST), day);
    }
}

#[test]
fn a_gift_of_the_catalogue_takes_five_at_most() {
    let (book, mut terminal) = at_first_alert();
    terminal.press("gwa\r");
    terminal.wait_for("Gift logged");
    assert!(terminal.keys <= 5, "{} keys", terminal.keys);
    terminal.press("q");
    terminal.ends_with(0);
    assert_eq!(latest(&book, FIRST, &["kind", "item", "amount"]), json!(["gift", "wall calendar", 9.0]));
}

#[test]
fn ten_alerts_are_gone_through_with_twenty_two_at_most() {
    let book = Book::empty();
    let silent = (0..10).flat_map(|client| {
        (0..12).map(move |order| {
            let day = NaiveDate::from_ymd_opt(2026, 2, 1).unwrap() + Days::new(order * 14);
            format!("Client {client};{day};{}", 1000 + client)
        })
    });
    let file = book.write("silent.csv", table("client;date;amount", silent));
    book.told(0, &["import", &file]);
    book.told(0, &["set", "language", "en"]);
    let shown = |book: &Book| book.json(0, &["alerts"]).as_array().unwrap().len();
    assert_eq!(shown(&book), 10);
    let mut terminal = work(&book);
    terminal.wait_for("Alerts  1 of 10");
    for (keys, times, done) in [("c\r", 5, "Call logged"), ("s3", 3, "Alert put off"), ("x2", 2, "Alert dismissed")] {
        for _ in 0..times {
            let left = shown(&book) - 1;
            terminal.press(keys);
            terminal.wait_for(done);
            terminal.wait_until("fewer alerts", |terminal| {
                !terminal.screen().contains(&format!("Alerts  1 of {}", left + 1))
            });
        }
    }
    assert!(terminal.keys <= 22, "{} keys", terminal.keys);
    terminal.press("q");
    terminal.ends_with(0);
    assert_eq!(shown(&book), 0);
    let called = (0..10).filter(|client| latest(&book, &format!("Client {client}"), &["kind"]) == json!(["call"]));
    assert_eq!(called.count(), 5);
}

#[test]
fn a_call_with_a_note_a_mark_and_the_next_day_takes_fewer_than_others_need_for_the_call_and_the_day() {
    /// What the nearest program of its kind, knotter 0.6, takes for the note and the next contact alone.
    const ELSEWHERE: usize = 34;
    let (book, mut terminal) = at_first_alert();
    terminal.press("clikes glue");
    terminal.press_key(F6);
    terminal.press(" >+7\r");
    terminal.wait_for("Call logged");
    assert!(terminal.keys < ELSEWHERE);
    leave(terminal, 17);
    assert_eq!(latest(&book, FIRST, &["text", "felt"]), json!(["likes glue", ["avoids"]]));
    assert_eq!(next_contact(&book, FIRST), "2026-11-30");
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
            terminal.wait_for("1-2 ");
            terminal.press("\r");
            terminal.wait_for(&words.say("welcome-begin"));
            terminal.wait_for("1-3 ");
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
        // Whoever does not want to begin yet leaves, from either question and on either layout.
        for keys in [&["q"][..], &["й"], &["\r", "q"]] {
            let home = Book::empty();
            let mut terminal = Terminal::start(&home.path(""), lang, &[]);
            terminal.wait_for(&words.say("welcome-language"));
            for key in keys {
                terminal.press(key);
            }
            terminal.ends_with(0);
        }
    }
}
