//! Promises both ways: made in a line of the log or by a command, due on Today, kept or not, and none of it lost.

use std::path::Path;

use regulars::domain::promise::KeptRate;
use regulars::ops::Workbench;
use regulars::text::Lang;
use serde_json::{Value, json};

use crate::daily_loop::capitalised;
use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, first_client, today};

/// The columns of every promise that tell what it is and how it stands.
fn promises(bench: &Workbench) -> Vec<Value> {
    let rows = rows_of(bench, "promise");
    let told = |row: &Value| json!([row["theirs"], row["text"], row["due"], row["waits_on"], row["ended"]]);
    rows.iter().map(told).collect()
}

#[test]
fn one_line_of_the_log_makes_the_touch_and_the_promises_in_one_step_of_undo() {
    for lang in Lang::ALL {
        let mut seat = Seat::at_demo(lang, (80, 24)).on_russian_layout();
        let before = seat.bench().export_json().unwrap();
        seat.press("2 c");
        seat.write("wants prices *send the list (office) by fri **pay N-14 28.11 >+7");
        let chip = if lang == Lang::En {
            "our promise: Fri 27 Nov (office)"
        } else {
            "наше обещание: пт 27 ноя (office)"
        };
        seat.expect(chip);
        seat.press("Enter");
        assert_eq!(
            promises(seat.bench()),
            [json!([0, "send the list", "2026-11-27", "office", null]), json!([1, "pay N-14", "2026-11-28", "", null])]
        );
        let touch = rows_of(seat.bench(), "touch").pop().unwrap();
        assert_eq!((&touch["note"], &touch["day"]), (&json!("wants prices"), &json!("2026-11-24")));
        let made = &rows_of(seat.bench(), "promise")[0];
        assert_eq!((&made["person_id"], &made["made_on"]), (&touch["person_id"], &json!("2026-11-24")));
        seat.press("u");
        assert!(seat.bench().export_json().unwrap() == before, "one step takes back the touch and the promises");
        seat.press("n");
        seat.write("*call back +3");
        seat.press("Enter p");
        seat.write("500 rush +tape *send the papers fri");
        seat.press("Enter");
        assert_eq!(rows_of(seat.bench(), "note").len(), 0, "a promise alone is no note");
        assert_eq!(promises(seat.bench()).len(), 2);
    }
}

#[test]
fn what_is_said_behind_a_promise_does_not_undo_it() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    seat.press("2 c");
    seat.write("x *send list fri, *ring 28.11 =4/5");
    seat.press("Enter p");
    seat.write("500 +paper *send the bill fri =5");
    seat.press("Enter");
    let made: Vec<Value> = promises(seat.bench()).iter().map(|row| json!([row[1], row[2]])).collect();
    assert_eq!(
        made,
        [json!(["send list", "2026-11-27"]), json!(["ring", "2026-11-28"]), json!(["send the bill", "2026-11-27"])]
    );
    let touch = rows_of(seat.bench(), "touch").pop().unwrap();
    assert_eq!((&touch["note"], &touch["drain"]), (&json!("x"), &json!(4)));
    let (line, order) = (rows_of(seat.bench(), "order_line").pop(), rows_of(seat.bench(), "orders").pop());
    assert_eq!((&line.unwrap()["item"], &order.unwrap()["note"]), (&json!("paper"), &json!("=5")));
    seat.press("n");
    seat.write("*send it soon");
    seat.expect("No day ends it, so it stays in the note: *send it soon");
}

#[test]
fn a_complaint_is_kept_as_it_stands() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    seat.press("2 :");
    seat.write("complaint");
    seat.press("Enter");
    seat.write("torn box ! *bring another fri >+7");
    seat.press("Enter");
    let complaint = rows_of(seat.bench(), "complaint").pop().unwrap();
    assert_eq!(complaint["text"], "torn box ! *bring another fri >+7");
}

#[test]
fn what_is_due_stands_on_today_and_one_key_keeps_it() {
    for (lang, due, late, kept, rate) in [
        (
            Lang::En,
            "we promised",
            "send the list · was due Mon 23 Nov · waits on office",
            "Promise kept: Alfa Trade · “answer”",
            "Our promises: 1 of 2 kept, 50",
        ),
        (
            Lang::Ru,
            "мы обещали",
            "send the list · срок был пн 23 ноя · ждём",
            "Обещание выполнено: ",
            "Наши обещания: выполнено 1 из 2, 50",
        ),
    ] {
        let book = Book::empty();
        book.told(0, &["demo", "--lang", lang.name()]);
        let client = book.json(0, &["clients"])[0]["id"].as_str().unwrap().to_owned();
        let promise =
            |text: &str, by: &str| book.told(0, &["promise", &client, text, "--by", by, "--waits-on", "office"]);
        promise("send the list", "23.11");
        promise("answer", "tomorrow");
        promise("much later", "+9");
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("3 Home");
        let rows = seat.rows();
        let place =
            |text: &str| rows.iter().position(|row| row.contains(text)).unwrap_or_else(|| panic!("{text}: {rows:#?}"));
        let first = place(due);
        assert!(
            rows[first].contains(&format!("! {due}")) && rows[first].contains("send the list"),
            "{:?}",
            rows[first]
        );
        assert!(
            rows[first + 1].contains(&format!("• {due}")) && rows[first + 1].contains("answer"),
            "{:?}",
            rows[first + 1]
        );
        assert!(!seat.screen().contains("much later"));
        seat.press("Down D");
        seat.expect(kept);
        assert_eq!(promises(seat.bench())[1][4], "kept");
        seat.press("Home Enter");
        seat.expect(late);
        seat.expect(rate);
        seat.press("K 2");
        assert_eq!(promises(seat.bench())[2][4], "kept");
        seat.press("u X 2 Down");
        seat.write("went with another");
        seat.press("Enter");
        assert_eq!(promises(seat.bench())[2][4], "dropped");
        assert_eq!(rows_of(seat.bench(), "promise")[2]["why"], "went with another");
        seat.press("X Enter");
        assert_eq!(promises(seat.bench())[0][4], Value::Null, "one that was not kept takes a word why");
        seat.write("strike");
        seat.press("Enter");
        assert_eq!(promises(seat.bench())[0][4], "broken");
        seat.press("K");
        seat.expect(&seat.app.words().say("status-no-promise"));
    }
}

#[test]
fn a_promise_is_put_on_another_day_and_says_for_which_it_was_made() {
    for (lang, moved) in [(Lang::En, "moved, was by Mon 23 Nov"), (Lang::Ru, "перенесено, было до пн 23 ноя")]
    {
        let book = Book::empty();
        book.told(0, &["demo", "--lang", lang.name()]);
        let client = book.json(0, &["clients"])[0]["id"].as_str().unwrap().to_owned();
        book.told(0, &["promise", &client, "send the list", "--by", "23.11"]);
        let mut seat = Seat::at(book.open(), lang, (140, 40)).on_russian_layout();
        let before = seat.bench().export_json().unwrap();
        seat.press("3 Home M");
        seat.expect(&seat.app.words().say("promises-moves"));
        seat.write("2026-11-22");
        seat.press("Enter");
        seat.expect(&seat.app.words().say("follow-up-wrong"));
        seat.press("Ctrl+u");
        seat.write("+2");
        seat.press("Enter");
        seat.expect(&capitalised(&seat.app.words().say("verb-move-promise")));
        let row = rows_of(seat.bench(), "promise").pop().unwrap();
        assert_eq!(json!([row["due"], row["first_due"], row["moves"]]), json!(["2026-11-26", "2026-11-23", 1]));
        seat.press("u");
        assert!(seat.bench().export_json().unwrap() == before, "one step takes it back");
        // The same from the keys for a promise that was not kept.
        seat.press("3 Home X Up");
        seat.write("+2");
        seat.press("Enter 2 Home l");
        seat.expect(moved);
    }
    let book = Book::demo();
    book.told(0, &["promise", "D001", "send the list", "--by", "fri"]);
    book.told(0, &["move-promise", "list", "+9"]);
    assert!(book.told(0, &["move-promise", "list", "+6"]).starts_with("Promise moved: Romashka LLC · promised by "));
    let open = book.json(0, &["promises"])["open"][0].clone();
    assert_eq!((&open["due"], &open["moved"]), (&json!("2026-11-29"), &json!({"times": 2, "first_due": "2026-11-27"})));
    assert!(book.told(0, &["promises"]).contains("send the list · moved 2 times, was by Fri 27 Nov"));
    let before = book.dump();
    book.refused(1, &["move-promise", "list", "22.11.2026"]);
    book.refused(2, &["move-promise", "list", "soon"]);
    book.refused(1, &["move-promise", "samples", "fri"]);
    assert_eq!(book.dump(), before);
}

#[test]
fn a_promise_stands_on_its_day_by_week_month_and_year() {
    for lang in Lang::ALL {
        let book = Book::empty();
        book.told(0, &["demo", "--lang", lang.name()]);
        let client = book.json(0, &["clients"])[0]["id"].as_str().unwrap().to_owned();
        let stars = |seat: &Seat| seat.screen().matches('*').count();
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("3 v");
        let before = [(); 3].map(|()| {
            let count = stars(&seat);
            seat.press("v");
            count
        });
        assert_eq!(before, [0, 0, 0]);
        // A Sunday: nothing else can be planned on it.
        book.told(0, &["promise", &client, "send the list", "--by", "29.11"]);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("3");
        for _ in 0..3 {
            seat.press("v");
            assert_eq!(stars(&seat), 1, "{}", seat.screen());
        }
        seat.press("d");
        seat.write("29.11");
        seat.press("Enter");
        seat.expect(&seat.app.words().say_with("days-promised", &[("n", 1i64.into())]));
        seat.expect("send the list");
        seat.press("Enter D");
        assert_eq!(promises(seat.bench())[0][4], "kept");
        assert_eq!(stars(&seat), 0);
    }
}

#[test]
fn the_command_line_makes_lists_and_ends_them() {
    let book = Book::demo();
    let told =
        book.told(0, &["promise", "D001", "send the list", "--by", "fri", "--waits-on", "office", "--person", "anna"]);
    assert!(told.starts_with("Promise noted: Romashka LLC · promised by Fri 27 Nov · next: "), "{told}");
    book.told(0, &["promise", "D002", "pay N-14", "--by", "today", "--theirs"]);
    let open = book.json(0, &["promises"])["open"].clone();
    let wanted =
        |row: &Value| json!([row["client"], row["text"], row["theirs"], row["due"], row["waits_on"], row["person"]]);
    assert_eq!(wanted(&open[0]), json!(["Northwind Mills", "pay N-14", true, "2026-11-23", null, null]));
    assert_eq!(
        wanted(&open[1]),
        json!(["Romashka LLC", "send the list", false, "2026-11-27", "office", "Anna Peters"])
    );
    let today = book.told(0, &["today"]);
    assert!(today.contains("Promises due: 1\n•  promised us  Northwind Mills  pay N-14\n"), "{today}");
    assert_eq!(book.json(0, &["today"])["promises"][0]["text"], "pay N-14");

    let id = open[1]["id"].as_str().unwrap();
    book.refused(2, &["break-promise", id]);
    assert!(
        book.told(0, &["break-promise", id, "--reason", "a strike"])
            .starts_with("Promise broken: Romashka LLC · “send the list”")
    );
    assert!(book.refused(1, &["keep-promise", id]).starts_with("No open promise fits"));
    book.told(0, &["promise-kept", "N-14"]);
    let rates = book.json(0, &["promises"]);
    assert_eq!(rates["ours"], json!({"due": 1, "kept": 0, "late": 0, "rate": 0.0}));
    assert_eq!(rates["theirs"], json!({"due": 1, "kept": 1, "late": 0, "rate": 1.0}));
    assert_eq!(
        book.told(0, &["promises"]),
        "No promise is open.\nOur promises: 0 of 1 kept, 0 %\nPromises to us: 1 of 1 kept, 100 %\n"
    );
    let shown = book.told(0, &["show", "D001"]);
    assert!(shown.contains("we promised"), "{shown}");
    assert!(
        shown.contains("by Fri 27 Nov · Anna Peters · waits on office · broken Mon 23 Nov · a strike · send the list"),
        "{shown}"
    );
    let entry = book.json(0, &["show", "D001"])["timeline"][0].clone();
    assert_eq!(
        (&entry["kind"], &entry["ended"], &entry["why"]),
        (&json!("promise"), &json!("broken"), &json!("a strike"))
    );

    let before = book.dump();
    book.refused(1, &["promise", "D001", "x", "--by", "22.11.2026"]);
    book.refused(2, &["promise", "D001", "  ", "--by", "fri"]);
    book.refused(2, &["promise", "D001", "x", "--by", "soon"]);
    book.refused(1, &["promise", "D001", "x", "--by", "fri", "--person", "nobody"]);
    assert_eq!(book.dump(), before);
}

#[test]
fn an_export_carries_them_there_and_back() {
    let book = Book::full();
    let other = Book::empty();
    let file = book.path("book.json").display().to_string();
    book.told(0, &["export", "json", "--out", &file]);
    other.told(0, &["import", &file]);
    assert_eq!(promises(&other.open()), promises(&book.open()));
    assert_eq!(promises(&other.open()).len(), 4);
    assert_eq!(rows_of(&other.open(), "note")[0]["important"], 1);
}

#[test]
fn a_filled_file_of_the_thirteenth_version_keeps_its_promises_and_touches() {
    let book = Book::of_version(
        13,
        "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
         INSERT INTO promise (id, client_id, theirs, text, made_on, due) VALUES (2, 1, 0, 'a list', '2026-11-20', '2026-11-27');
         INSERT INTO action (id, verb, subject, at, state) VALUES (4, 'promise', 'Vega', '2026-11-20T08:00:00Z', 'done');
         INSERT INTO journal (action_id, tbl, row_id, old, new) VALUES (4, 'promise', 2, NULL, json_object(
             'client_id', 1, 'person_id', NULL, 'theirs', 0, 'text', 'a list', 'waits_on', '', 'made_on', '2026-11-20',
             'due', '2026-11-27', 'ended', NULL, 'ended_on', NULL, 'why', ''));",
    );
    let bench = book.open();
    assert_eq!(promises(&bench), [json!([0, "a list", "2026-11-27", "", null])]);
    let before = bench.export_json().unwrap();
    assert_eq!(bench.undo().unwrap().verb, "promise");
    bench.redo().unwrap();
    assert!(bench.export_json().unwrap() == before);
    drop(bench);
    book.told(0, &["move-promise", "list", "30.11"]);
    book.told(0, &["follow-up", "Vega", "today"]);
    book.told(0, &["log", "call", "Vega"]);
    let touch = rows_of(&book.open(), "touch").pop().unwrap();
    assert_eq!(touch["met"], "2026-11-23");
}

#[test]
fn a_filled_file_of_the_seventh_version_gets_promises_and_loses_nothing() {
    let book = Book::of_version(
        7,
        "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
         INSERT INTO person (id, client_id, name) VALUES (2, 1, 'Ann Lee');
         INSERT INTO orders (id, client_id, number, day, amount) VALUES (3, 1, 'N-1', '2026-03-01', 50000);
         INSERT INTO order_line (id, order_id, item) VALUES (4, 3, 'glue');
         INSERT INTO note (id, client_id, day, at, text) VALUES (5, 1, '2026-11-20', '2026-11-20T08:00:00Z', 'moves');
         INSERT INTO action (id, verb, subject, at, state) VALUES (6, 'log_note', 'Vega', '2026-11-20T08:00:00Z', 'done');
         INSERT INTO journal (action_id, tbl, row_id, old, new) VALUES (6, 'note', 5, NULL, json_object(
             'client_id', 1, 'day', '2026-11-20', 'at', '2026-11-20T08:00:00Z', 'text', 'moves'));",
    );
    let bench = book.open();
    let counts =
        ["client", "person", "orders", "order_line", "note", "promise"].map(|table| rows_of(&bench, table).len());
    assert_eq!(counts, [1, 1, 1, 1, 1, 0]);
    let before = bench.export_json().unwrap();
    assert_eq!(bench.undo().unwrap().verb, "log_note");
    assert_eq!(rows_of(&bench, "note").len(), 0);
    assert_eq!(bench.redo().unwrap().verb, "log_note");
    assert!(
        bench.export_json().unwrap() == before,
        "what was done in the older version is taken back and brought back"
    );
    drop(bench);
    book.told(0, &["promise", "Vega", "an offer", "--by", "fri", "--person", "ann"]);
    let bench = book.open();
    assert_eq!(promises(&bench), [json!([0, "an offer", "2026-11-27", "", null])]);
    let card = bench.card(first_client(&bench)).unwrap().unwrap();
    assert_eq!((card.promises.open[0].person.as_deref(), card.promises.ours), (Some("Ann Lee"), KeptRate::default()));
    assert_eq!(card.promises.open[0].promise.made_on, today().pred_opt().unwrap());
    assert!(Path::new(&book.path("backups")).exists(), "a copy of the older file is kept");
}
