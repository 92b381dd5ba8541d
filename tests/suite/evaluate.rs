//! How clients find their orders: asked after each, entered sign by sign, and what was wanting offered as a complaint.

use std::path::Path;

use regulars::domain::evaluation::{Aspect, Evaluation, Grade};
use regulars::domain::timeline::Kinds;
use regulars::ops::{LANGUAGE, Workbench};
use regulars::text::{Lang, Words};
use serde_json::{Value, json};

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, bring_in, first_client};

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
        seat.write("+");
        seat.press("Enter");
        let signs: Vec<Value> =
            rows_of(seat.bench(), "evaluation").into_iter().map(|row| row["signs"].clone()).collect();
        assert_eq!(signs, ["+....."], "one for an order, the last one counts");
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
