//! How clients find their orders: asked after each, entered sign by sign, and what was wanting offered as a complaint.

use std::path::Path;

use chrono::Days;
use regulars::domain::evaluation::{Aspect, Evaluation, Grade};
use regulars::domain::timeline::Kinds;
use regulars::ops::{LANGUAGE, Workbench};
use regulars::text::{Lang, Words};
use serde_json::{Value, json};

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, bring_in, first_client, table, today};

const ORDERS: &str = "client;date;amount\nVega;2026-09-20;10\nVega;2026-10-20;10\nVega;2026-11-10;10\n";

fn with_orders(book: &Book, lang: Lang) -> Workbench {
    let bench = book.open();
    bring_in(&bench, Path::new(&book.write("orders.csv", ORDERS))).unwrap();
    bench.set_setting(LANGUAGE, lang.name()).unwrap();
    bench.make_fresh().unwrap();
    bench
}

#[test]
fn six_signs_are_entered_with_keys_and_what_was_wanting_is_offered_as_a_complaint() {
    for (lang, due) in [(Lang::En, "The evaluation of the order of"), (Lang::Ru, "Пора спросить об оценке заказа")]
    {
        let words = Words::new(lang);
        let said = |key: &str| words.say(key);
        let book = Book::empty();
        let mut seat = Seat::at(with_orders(&book, lang), lang, (80, 24));
        if lang == Lang::Ru {
            seat = seat.on_russian_layout();
        }
        seat.press("5");
        seat.expect(due);
        seat.press("o");
        seat.expect(&said("evaluate-keys"));
        seat.press("Enter");
        seat.expect(&said("error-empty")[..20]);
        seat.write("+-0");
        seat.press("Down");
        seat.write("=");
        seat.press("Enter");
        let evaluation = rows_of(seat.bench(), "evaluation").pop().unwrap();
        assert_eq!(evaluation["signs"], "+-0.+.");
        seat.expect(&said("aspect-shipment"));
        seat.press("Enter");
        let complaint = rows_of(seat.bench(), "complaint").pop().unwrap();
        assert_eq!(complaint["text"], said("aspect-shipment"));
        assert!(!seat.screen().contains(due), "it was asked");
        seat.expect(&format!("{} −", said("aspect-shipment")));
        seat.press("u u");
        assert_eq!([rows_of(seat.bench(), "evaluation").len(), rows_of(seat.bench(), "complaint").len()], [0, 0]);
        seat.expect(due);
        seat.press("o");
        seat.write("++");
        seat.press("Enter o");
        seat.write("0");
        seat.press("Enter");
        let signs: Vec<Value> =
            rows_of(seat.bench(), "evaluation").into_iter().map(|row| row["signs"].clone()).collect();
        assert_eq!(signs, ["0+...."], "one for an order, with what was not said anew");
        assert_eq!(rows_of(seat.bench(), "complaint").len(), 0);
    }
}

#[test]
fn asking_the_first_client_raises_nothing_for_those_never_asked() {
    let seat = Seat::at_demo(Lang::En, (80, 24));
    let bench = seat.bench();
    let alerts = || bench.book_state().unwrap().unwrap().totals.alerts;
    let before = alerts();
    let mut good = Evaluation::default();
    good.set(Aspect::Quality, Some(Grade::Plus));
    bench.evaluate(first_client(bench), &good, "").unwrap();
    bench.outdate().unwrap();
    bench.make_fresh().unwrap();
    assert_eq!((before > 0, alerts()), (true, before));
}

#[test]
fn the_command_line_enters_what_it_is_told_and_shows_it() {
    let book = Book::empty();
    drop(with_orders(&book, Lang::En));
    assert_eq!(book.json(0, &["show", "Vega"])["evaluation_due"], json!({"order": "2026-11-10", "from": "2026-11-17"}));
    book.told(0, &["evaluate", "Vega", "--plus", "quality,advice", "--minus", "shipment", "-m", "a week late"]);
    let card = book.json(0, &["show", "Vega"]);
    assert_eq!(card["evaluation_due"], Value::Null);
    let entry = &card["timeline"][0];
    assert_eq!(
        (&entry["kind"], &entry["evaluation"], &entry["text"]),
        (&json!("evaluation"), &json!({"advice": "+", "quality": "+", "shipment": "-"}), &json!("a week late"))
    );
    let text = book.told(0, &["show", "Vega"]);
    assert!(text.contains("No order was ever found good"), "{text}");
    book.refused(2, &["evaluate", "Vega", "--plus", "everything"]);
    let nothing = book.refused(2, &["evaluate", "Vega"]);
    assert!(nothing.contains("There is nothing to write"), "{nothing}");
    book.told(0, &["undo"]);
    assert_eq!(rows_of(&book.open(), "evaluation").len(), 0);
}

#[test]
fn a_filled_file_of_the_fifth_version_gets_evaluations_and_loses_nothing() {
    let book = Book::of_version(
        5,
        "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
         INSERT INTO orders (id, client_id, number, day, amount, note) VALUES (2, 1, 'N-1', '2026-03-01', 50000, '');
         INSERT INTO order_line (id, order_id, item) VALUES (3, 2, 'glue');
         UPDATE derived_book SET day = '2026-11-24';",
    );
    let bench = book.open();
    assert!(!bench.is_fresh().unwrap(), "what found no day is to be known");
    let count = |table| rows_of(&bench, table).len();
    assert_eq!(["client", "orders", "order_line", "evaluation"].map(count), [1, 1, 1, 0]);
    drop(bench);
    book.told(0, &["evaluate", "Vega", "--plus", "quality"]);
    let bench = book.open();
    assert_eq!(rows_of(&bench, "evaluation").len(), 1);
    bench.undo().unwrap();
    assert_eq!(bench.timeline(first_client(&bench), Kinds::All, 0, 9).unwrap().len(), 1);
}

/// A regular client whose last order was some days ago.
fn regular(book: &Book, days: u64) {
    let on = today() - Days::new(days);
    for day in [on - Days::new(60), on - Days::new(30), on] {
        book.told(0, &["log", "order", "Vega", "--amount", "10", "--on", &day.to_string()]);
    }
}

#[test]
fn a_due_evaluation_stands_on_today_and_in_the_brief_until_the_client_is_asked_or_closed() {
    let book = Book::empty();
    book.told(0, &["client", "add", "Vega"]);
    regular(&book, 10);
    let due = |book: &Book| book.json(0, &["today"])["evaluations"].as_array().unwrap().clone();
    assert_eq!((&due(&book)[0]["client"], &due(&book)[0]["order"]), (&json!("Vega"), &json!("2026-11-14")));
    assert!(book.told(0, &["today"]).contains("ask how the order of Sat 14 Nov was found"));
    for verb in ["brief", "show"] {
        assert!(book.told(0, &[verb, "Vega"]).contains("The evaluation of the order of Sat 14 Nov is due."), "{verb}");
        assert_eq!(book.json(0, &[verb, "Vega"])["evaluation_due"]["order"], "2026-11-14", "{verb}");
    }
    book.told(0, &["set", "evaluation_after", "12"]);
    assert_eq!(
        (due(&book).len(), &book.json(0, &["brief", "Vega"])["evaluation_due"]["from"]),
        (0, &json!("2026-11-26"))
    );
    assert!(book.refused(2, &["set", "evaluation_after", "91"]).contains("from 1 to 90"));
    book.told(0, &["set", "evaluation_after", "1"]);
    assert_eq!(due(&book).len(), 1);
    book.told(0, &["close", "Vega", "--why", "competitor"]);
    assert_eq!(due(&book).len(), 0);
    for verb in ["brief", "show"] {
        assert_eq!(book.json(0, &[verb, "Vega"])["evaluation_due"], Value::Null, "{verb}");
        assert!(!book.told(0, &[verb, "Vega"]).contains("is due."), "{verb}");
    }
    book.told(0, &["undo"]);
    book.told(0, &["evaluate", "Vega", "--plus", "quality"]);
    assert_eq!(due(&book).len(), 0);
}

#[test]
fn a_regular_client_none_of_whose_orders_was_evaluated_says_so() {
    let book = Book::empty();
    book.told(0, &["client", "add", "Vega"]);
    regular(&book, 3);
    let said = "No order was ever evaluated";
    assert!(book.told(0, &["show", "Vega"]).contains(said));
    book.told(0, &["set", "language", "en"]);
    let mut seat = Seat::at(book.open(), Lang::En, (80, 40));
    seat.press("2 5");
    seat.expect(said);
    book.told(0, &["evaluate", "Vega", "--plus", "quality"]);
    assert!(!book.told(0, &["show", "Vega"]).contains(said));
}

#[test]
fn who_is_regular_and_when_an_order_is_asked_about_are_set_on_the_screen() {
    for (lang, word) in [(Lang::En, "settings"), (Lang::Ru, "настройки")] {
        let mut seat = Seat::at_demo(lang, (80, 24));
        seat.press(":");
        seat.write(word);
        seat.press("Enter");
        seat.expect(&seat.app.words().say("rule-regular"));
        seat.press("Enter");
        seat.write("4/365");
        seat.press("Enter");
        seat.expect("4/365");
        seat.press("Down Enter");
        seat.write("91");
        seat.press("Enter");
        seat.expect("91");
        assert_eq!(seat.bench().evaluation_after().unwrap(), 7);
        seat.press("Backspace Backspace");
        seat.write("30");
        seat.press("Enter");
        assert_eq!(seat.bench().evaluation_after().unwrap(), 30);
        assert_eq!(seat.bench().regular_rule().unwrap().to_string(), "4/365");
    }
}

#[test]
fn what_a_client_chooses_by_is_typed_where_its_stage_is_set() {
    let mut seat = Seat::at_demo(Lang::Ru, (80, 24)).on_russian_layout();
    let client = first_client(seat.bench());
    seat.bench().move_stage(client, None, None).ok();
    seat.press("2 Home =");
    seat.write("price");
    seat.press("Enter");
    seat.expect("Покупка этого клиента не начата");
    seat.press("Esc +");
    seat.press("=");
    seat.press("Enter");
    let purchase = seat.bench().purchase(client).unwrap().unwrap();
    assert_eq!((purchase.stage.number(), purchase.criterion.as_str()), (1, "price"));
    seat.press("u");
    assert_eq!(seat.bench().purchase(client).unwrap().unwrap().criterion, "");
}

#[test]
fn who_is_to_be_asked_stands_on_today_on_the_screen_too() {
    let book = Book::demo();
    let asked = book.open().evaluations_due(10).unwrap();
    assert!(!asked.is_empty(), "nobody is to be asked in the demonstration");
    for lang in Lang::ALL {
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        let kind: String = seat.app.words().say("kind-evaluation").chars().take(11).collect();
        seat.press("3");
        let rows = seat.rows();
        let place = |word: &str| rows.iter().position(|row| row.contains(word)).unwrap_or(usize::MAX);
        assert!(place("•") < place(&kind), "what is planned for today stands first: {}", seat.screen());
        let mut seen = std::collections::BTreeSet::new();
        for _ in 0..12 {
            let rows = seat.rows();
            let rows = rows.iter().filter(|row| row.contains(&kind));
            seen.extend(asked.iter().map(|line| line.name.as_str()).filter(|name| {
                let short: String = name.chars().take(8).collect();
                rows.clone().any(|row| row.contains(&short))
            }));
            seat.press("PgDn");
        }
        assert_eq!(seen.len(), asked.len(), "{seen:?} of {asked:?}");
    }
}

#[test]
fn of_many_to_be_asked_ten_stand_on_the_screen_and_who_was_asked_makes_room() {
    let book = Book::empty();
    let orders = (1..=12).map(|n| format!("Client {n:02},2026-11-{:02},100", if n == 12 { 11 } else { 10 }));
    let orders = book.write("orders.csv", table("client,date,amount", orders));
    book.told(0, &["import", &orders]);
    book.told(0, &["set", "language", "en"]);
    assert_eq!(book.json(0, &["today"])["evaluations"].as_array().unwrap().len(), 12);
    let asked = || {
        let mut seat = Seat::at(book.open(), Lang::En, (80, 40));
        seat.press("3");
        seat.rows().iter().filter(|row| row.contains("evaluation")).cloned().collect::<Vec<_>>()
    };
    let rows = asked();
    assert_eq!(rows.len(), 10, "{rows:?}");
    assert!(rows[0].contains("Client 01") && rows[9].contains("Client 10"), "{rows:?}");
    book.told(0, &["evaluate", "Client 01", "--plus", "shipment"]);
    let rows = asked();
    assert!(rows[0].contains("Client 02") && rows[9].contains("Client 11"), "{rows:?}");
}

#[test]
fn a_client_without_orders_says_why_it_stands_where_it_does() {
    for lang in Lang::ALL {
        let book = Book::empty();
        book.told(0, &["set", "language", lang.name()]);
        book.told(0, &["client", "add", "Vega"]);
        let words = Words::new(lang);
        let nothing = words.say("status-by-nothing");
        let shown = |lang: Lang| {
            let mut command = book.command(&["show", "Vega"]);
            command.args(["--lang", lang.name()]);
            String::from_utf8(command.output().unwrap().stdout).unwrap()
        };
        if lang == Lang::En {
            assert!(shown(lang).contains(&nothing), "{}", shown(lang));
        }
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2 5 Y");
        let begins: String = nothing.chars().take(40).collect();
        seat.expect(&begins);
        drop(seat);
        book.told(0, &["stage", "Vega", "3"]);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2 5 Y");
        let by_stage = words.say("status-by-stage");
        seat.expect(by_stage.split(':').next().unwrap());
        assert!(!seat.screen().contains(&begins), "{}", seat.screen());
    }
}

#[test]
fn an_evaluation_of_today_is_entered_where_it_stands_and_opens_as_it_was_entered() {
    for lang in Lang::ALL {
        let book = Book::empty();
        book.told(0, &["set", "language", lang.name()]);
        book.told(0, &["client", "add", "Vega"]);
        regular(&book, 10);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        let said = |seat: &Seat, key: &str| seat.app.words().say(key);
        seat.press("3 Home");
        let kind: String = said(&seat, "kind-evaluation").chars().take(6).collect();
        // What is planned for today, by an id that was drawn, stands above it.
        let is_selected = |seat: &Seat| seat.rows().iter().any(|row| row.starts_with('▌') && row.contains(&kind));
        for _ in 0..4 {
            if !is_selected(&seat) {
                seat.press("Down");
            }
        }
        for key in ["s", "x", "M"] {
            seat.press(key);
            let begins: String = said(&seat, "status-evaluation-waits").chars().take(30).collect();
            seat.expect(&begins);
        }
        seat.press("D");
        seat.expect(&said(&seat, "evaluate-keys"));
        seat.write("+0");
        seat.press("Enter");
        assert_eq!(rows_of(seat.bench(), "evaluation").pop().unwrap()["signs"], "+0....");
        drop(seat);
        book.told(0, &["evaluate", "Vega", "--fair", "quality", "-m", "a heron told me", "--today", "2026-11-24"]);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2 o +");
        seat.press("Enter");
        let entered = |seat: &Seat| {
            let row = rows_of(seat.bench(), "evaluation").pop().unwrap();
            (row["signs"].clone(), row["note"].clone())
        };
        assert_eq!(entered(&seat), (json!("+....0"), json!("a heron told me")));
        // Marks one too many are none of the note, in which the keys of the marks are letters.
        seat.press("o");
        seat.write("+++++-0");
        seat.press("Down");
        seat.write(" - 3 + 0");
        seat.expect("a heron told me - 3 + 0");
        seat.press("Backspace Enter");
        assert_eq!(entered(&seat), (json!("+++++0"), json!("a heron told me - 3 +")));
    }
}

#[test]
fn a_part_of_an_order_is_marked_once() {
    let book = Book::empty();
    drop(with_orders(&book, Lang::En));
    let said = book.refused(2, &["evaluate", "Vega", "--plus", "invoice,quality", "--minus", "invoice"]);
    assert!(said.contains("“invoice” was named with two marks"), "{said}");
    assert_eq!(rows_of(&book.open(), "evaluation").len(), 0);
    book.told(0, &["evaluate", "Vega", "--plus", "invoice,invoice"]);
}
