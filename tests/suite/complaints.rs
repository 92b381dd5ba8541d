//! Complaints: led through seven steps and back, each with a day that stands on Today, a clock, and a lesson at the end.

use regulars::domain::complaint::Step;
use regulars::domain::timeline::Kinds;
use regulars::ops::{Access, Workbench};
use regulars::text::{Lang, Words};
use serde_json::{Value, json};

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, clock, first_client};

#[test]
fn seven_steps_are_led_on_a_board_and_what_is_not_good_goes_back() {
    for (lang, size) in Lang::ALL.into_iter().zip([(80, 24), (140, 40)]) {
        let words = Words::new(lang);
        let said = |key: &str| words.say(key);
        let mut seat = Seat::at_demo(lang, size).on_russian_layout();
        let rows = rows_of(seat.bench(), "complaint").len();
        seat.press("2 Home Q");
        seat.expect(&said("board-no-complaint"));
        seat.press("1");
        seat.write("опоздали на неделю");
        seat.press("Down Right Enter");
        let opened = |seat: &Seat| rows_of(seat.bench(), "complaint").pop().unwrap();
        assert_eq!(
            json!([opened(&seat)["irritant"], opened(&seat)["step"], opened(&seat)["next_on"]]),
            json!(["wait", "admit", "2026-11-24"])
        );
        seat.expect(&said("step-admit"));
        seat.expect(&said("irritant-wait"));
        for step in ["step-apologise", "step-cause", "step-change", "step-offer", "step-assess"] {
            seat.press("1 Enter");
            seat.expect(&said(step));
        }
        let good: String = said("board-assess").chars().take(30).collect();
        seat.expect(&good);
        assert_eq!(opened(&seat)["next_on"], "2026-11-25", "each step has its day");
        seat.press("2");
        seat.write("soon");
        seat.press("Enter");
        assert_eq!(opened(&seat)["step"], "assess", "a step needs a day");
        seat.press("Ctrl+u");
        seat.write("+4");
        seat.press("Enter");
        assert_eq!(json!([opened(&seat)["step"], opened(&seat)["reworked"]]), json!(["change", 1]));
        seat.press("1 Enter 1 Enter 1 Enter");
        assert_eq!(opened(&seat)["step"], "conclude");
        let told: Vec<String> = seat.rows().iter().map(|row| row.trim().to_owned()).collect();
        assert!(told.join(" ").contains(&said("effect-ask-review")), "{told:#?}");
        seat.press("3 Enter");
        assert_eq!(opened(&seat)["closed_on"], Value::Null, "what changed is to be said");
        let asked: String = said("error-no-lesson").chars().take(30).collect();
        seat.expect(&asked);
        seat.write("ничего");
        seat.press("Enter");
        assert_eq!(json!([opened(&seat)["closed_on"], opened(&seat)["lesson"]]), json!(["2026-11-24", "ничего"]));
        let client = first_client(seat.bench());
        let entry = seat.bench().timeline(client, Kinds::All, 0, 1).unwrap().remove(0);
        assert!(words.entry(&entry).1.contains(&"ничего".to_owned()), "{entry:?}");
        seat.press("Esc");
        seat.press(&"u ".repeat(11));
        assert_eq!(rows_of(seat.bench(), "complaint").len(), rows);
    }
}

#[test]
fn what_kind_it_is_and_what_irritated_can_be_said_later() {
    for lang in Lang::ALL {
        let said = |key: &str| Words::new(lang).say(key);
        let mut seat = Seat::at_demo(lang, (80, 24));
        let before = seat.bench().export_json().unwrap();
        let found = |seat: &Seat| {
            let row = rows_of(seat.bench(), "complaint").pop().unwrap();
            json!([row["kind"], row["irritant"]])
        };
        seat.press("/");
        seat.write(if lang == Lang::En { "Severny" } else { "Северный" });
        seat.press("Enter Q");
        seat.expect(&said("board-sort"));
        assert_eq!(found(&seat), json!([null, "wait"]));
        // The choices stand at what holds now.
        seat.press("5");
        seat.expect(&format!("‹ {} ›", said("irritant-wait")));
        seat.press("Right Down Right Enter");
        assert_eq!(found(&seat), json!(["return", "no_answer"]));
        seat.expect(&said("complaint-return"));
        seat.press("Esc u");
        assert!(seat.bench().export_json().unwrap() == before);
    }
    let book = Book::demo();
    book.refused(2, &["complaint", "sort", "Severny"]);
    book.told(0, &["complaint", "sort", "Severny", "--what", "claim"]);
    let listed = book.json(0, &["complaint", "list"])[0].clone();
    assert_eq!(json!([listed["kind"], listed["irritant"]]), json!(["claim", "wait"]));
    book.refused(1, &["complaint", "sort", "Severny", "--irritant", "wait"]);
}

#[test]
fn what_is_typed_takes_the_place_of_the_day_that_is_proposed() {
    for (lang, refused) in [(Lang::En, "has passed."), (Lang::Ru, "уже прошло.")] {
        let mut seat = Seat::at_demo(lang, (80, 24));
        let found = |seat: &Seat| rows_of(seat.bench(), "complaint").pop().unwrap();
        seat.press("2 Home Q 1");
        seat.write("late");
        seat.press("Down Down Down");
        seat.write("+4");
        seat.press("Down");
        seat.write("-3");
        seat.press("Enter");
        assert_eq!(json!([found(&seat)["next_on"], found(&seat)["opened_on"]]), json!(["2026-11-28", "2026-11-21"]));
        // The cursor moved first: the text stays, and is gone on with.
        seat.press("1 End");
        seat.write("0");
        seat.press("Enter");
        assert_eq!(found(&seat)["next_on"], "2026-12-04");
        seat.press("2");
        seat.write("-2");
        seat.press("Enter");
        assert_eq!(found(&seat)["next_on"], "2026-12-04");
        seat.expect(refused);
    }
}

#[test]
fn a_complaint_of_an_earlier_day_is_due_today_unless_another_day_is_named() {
    let book = Book::demo();
    book.told(0, &["complaint", "open", "Alfa Trade", "-m", "a torn box", "--what", "claim", "--on", "-3"]);
    let listed = book.json(0, &["complaint", "list", "Alfa Trade"])[0].clone();
    assert_eq!(
        json!([listed["opened_on"], listed["opened_at"], listed["next"], listed["reply_minutes"]]),
        json!(["2026-11-20", null, "2026-11-23", null])
    );
    // Everything that can be said on the board can be said at once here.
    let said = ["--what", "return", "--irritant", "no-answer", "--on", "yesterday", "--next", "+2"];
    book.told(0, &[&["complaint", "open", "Vega", "-m", "the wrong colour"][..], &said].concat());
    let whole = book.json(0, &["complaint", "list", "Vega"])[0].clone();
    assert_eq!(
        json!([whole["kind"], whole["irritant"], whole["opened_on"], whole["next"], whole["text"]]),
        json!(["return", "no_answer", "2026-11-22", "2026-11-25", "the wrong colour"])
    );
    let text = book.told(0, &["complaint", "list", "Alfa Trade"]);
    assert!(text.contains("claim: something else · step 1 of 7"), "{text}");
    let text = book.told(0, &["show", "Alfa Trade"]);
    assert!(text.contains("claim: something else · step 1 of 7"), "{text}");
    assert!(book.told(0, &["complaint", "open", "--help"]).contains("told that it is right today, or by --next"));
    let refused = book.refused(2, &["complaint", "step", "Alfa Trade", "--next", "-1"]);
    assert!(refused.contains("has passed") && !refused.contains("contact"), "{refused}");
    book.refused(1, &["complaint", "open", "Alfa Trade", "-m", "late", "--on", "+2"]);
}

#[test]
fn a_board_is_read_in_a_file_that_may_only_be_looked_at_and_refuses_with_a_sentence() {
    let book = Book::demo();
    let first = book.open();
    first.make_fresh().unwrap();
    drop(first);
    for lang in Lang::ALL {
        let bench = Workbench::open(&book.file(), Access::Look, clock()).unwrap();
        let before = bench.export_json().unwrap();
        let mut seat = Seat::at(bench, lang, (80, 24));
        seat.press("2");
        for board in ["Q", "L", "O"] {
            seat.press(board);
            let entries = (1..10).take_while(|n| seat.screen().contains(&format!("│ {n} "))).count();
            let keys = if entries == 1 { "1".to_owned() } else { format!("1-{entries}") };
            assert!(entries > 0 && entries < 9, "{}", seat.screen());
            seat.expect(&format!("│ {keys} {}", if lang == Lang::En { "do   Esc" } else { "сделать   Esc" }));
            seat.press("1");
            let refused: String = seat.app.words().say("error-looks-only").chars().take(30).collect();
            seat.expect(&refused);
            seat.press("Esc");
        }
        assert!(seat.bench().export_json().unwrap() == before);
    }
}

#[test]
fn a_step_that_is_due_stands_on_today_and_opens_its_board() {
    for (lang, due) in [(Lang::En, "admit that the client is right"), (Lang::Ru, "признать, что клиент прав")]
    {
        let words = Words::new(lang);
        let mut seat = Seat::at_demo(lang, (80, 24));
        seat.press("2 Home :");
        seat.write(&words.say("action-open-complaint"));
        seat.press("Enter");
        seat.write("torn box");
        seat.press("Enter 3 Home");
        let rows = seat.rows();
        let row = rows.iter().find(|row| row.contains(due)).unwrap_or_else(|| panic!("{rows:#?}"));
        assert!(row.contains(&format!("• {}", words.say("kind-complaint"))), "{row}");
        seat.press("D");
        seat.expect(&words.say("board-step"));
        seat.press("1 Enter Esc");
        assert!(!seat.screen().contains(due), "its next day is to come");
        seat.press("2 Home b");
        seat.expect(&words.say("step-apologise"));
        seat.expect("7");
    }
}

#[test]
fn the_command_line_leads_lists_and_closes_them() {
    let book = Book::demo();
    let told =
        book.told(0, &["complaint", "open", "D002", "-m", "a torn box", "--irritant", "no-answer", "--next", "today"]);
    assert!(told.starts_with("Complaint opened: Northwind Mills"), "{told}");
    let list = book.json(0, &["complaint", "list", "D002"]);
    let wanted = |row: &Value| json!([row["step"], row["step_number"], row["next"], row["irritant"], row["answered"]]);
    assert_eq!(wanted(&list[0]), json!(["admit", 1, "2026-11-23", "no_answer", false]));
    assert_eq!((&list[0]["reply_within"], list[0]["reply_minutes"].as_i64().is_some()), (&json!(60), true));
    assert_eq!(book.json(0, &["complaint", "list"]).as_array().unwrap().len(), 2, "and the one of the demonstration");
    let today = book.told(0, &["today"]);
    assert!(
        today.contains("Due besides: 1\n•  complaint  Northwind Mills  admit that the client is right: a torn box\n")
    );
    assert_eq!(book.json(0, &["today"])["due"][0]["kind"], "complaint");

    book.refused(2, &["complaint", "step", "D002"]);
    book.refused(1, &["complaint", "rework", "D002", "--next", "fri"]);
    let stepped = book.told(0, &["complaint", "step", "D002", "--next", "fri"]);
    assert!(stepped.contains("step 2 of 7: apologise, by Fri 27 Nov"), "{stepped}");
    book.told(0, &["complaint", "date", "D002", "--next", "+9"]);
    let list = book.json(0, &["complaint", "list", "D002"]);
    assert_eq!(wanted(&list[0]), json!(["apologise", 2, "2026-12-02", "no_answer", true]));
    let plain = book.told(0, &["complaint", "list", "D002"]);
    assert!(
        plain.contains("step 2 of 7: apologise, by Wed 2 Dec · open 0 min · last step 0 min ago · answered in 0 min"),
        "{plain}"
    );
    let reason = book.json(0, &["show", "D002"])["reasons"].clone();
    let text = reason.as_array().unwrap().iter().find(|reason| reason["kind"] == "complaint").unwrap()["text"].clone();
    assert_eq!(text, "A complaint was made today. Now: apologise.");

    book.told(0, &["set", "reply_minutes", "15"]);
    assert_eq!(book.json(0, &["complaint", "list", "D002"])[0]["reply_within"], 15);
    book.refused(2, &["complaint", "close", "D002", "--changed", "  "]);
    book.told(0, &["complaint", "close", "D002", "--changed", "double boxes"]);
    let entry = book.json(0, &["show", "D002"])["timeline"][0].clone();
    assert_eq!(
        json!([entry["kind"], entry["why"], entry["closed_on"]]),
        json!(["complaint", "double boxes", "2026-11-23"])
    );
    book.told(0, &["undo"]);
    assert_eq!(book.json(0, &["complaint", "list", "D002"])[0]["step"], "apologise");
}

#[test]
fn a_filled_file_of_the_eighth_version_keeps_its_complaints_at_the_first_step_without_a_date() {
    let book = Book::of_version(
        8,
        "INSERT INTO client (id, name, sort_name, since, closed_on) VALUES
             (1, 'Vega', 'vega', '2026-01-01', NULL), (2, 'Lyra', 'lyra', '2026-01-01', '2026-05-01');
         INSERT INTO complaint (id, client_id, opened_on, text, kind) VALUES (5, 1, '2026-11-20', 'a torn box', 'claim');
         INSERT INTO promise (id, client_id, theirs, text, made_on, due) VALUES (7, 1, 0, 'x', '2026-11-20', '2026-12-20');
         INSERT INTO action (id, verb, subject, at, state) VALUES (6, 'open_complaint', 'Vega', '2026-11-20T08:00:00Z', 'done');
         INSERT INTO journal (action_id, tbl, row_id, old, new) VALUES (6, 'complaint', 5, NULL, json_object(
             'client_id', 1, 'opened_on', '2026-11-20', 'text', 'a torn box', 'closed_on', NULL, 'kind', 'claim'));",
    );
    let bench = book.open();
    let card = bench.card(bench.list_page(1, 1).unwrap()[0].client).unwrap().unwrap();
    let complaint = &card.complaints[0].complaint;
    assert_eq!((complaint.step, complaint.next_on, complaint.opened_at), (Step::Admit, None, None));
    let dues = bench.dues().unwrap();
    assert_eq!((dues.len(), dues[0].due, dues[0].text.as_str()), (1, None, "a torn box"));
    assert_eq!(bench.closing(first_client(&bench)).unwrap().unwrap().why, None);
    let before = bench.export_json().unwrap();
    assert_eq!(bench.undo().unwrap().verb, "open_complaint");
    assert_eq!(bench.redo().unwrap().verb, "open_complaint");
    assert!(bench.export_json().unwrap() == before);
    drop(bench);
    let today = book.told(0, &["today"]);
    assert!(today.contains("!  complaint  Vega  admit that the client is right: a torn box · no date"), "{today}");
    let shown = book.told(0, &["complaint", "list"]);
    assert!(shown.contains("step 1 of 7: admit that the client is right, no date · open 3 d\n"), "{shown}");
}
