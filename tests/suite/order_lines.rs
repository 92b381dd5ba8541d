//! What orders are made of: typed, brought in from a file, kept through an older file, and missed once it is no longer ordered.

use std::path::Path;

use regulars::domain::money::Money;
use regulars::domain::order::OrderLine;
use regulars::domain::timeline::Kinds;
use regulars::domain::timeline::TimelineKind;
use regulars::ops::{LANGUAGE, Workbench};
use regulars::text::Lang;
use serde_json::{Value, json};

use crate::seat::Seat;
use crate::support::{Book, bring_in, first_client, table};

/// The lines of the newest order of the only client.
fn newest(bench: &Workbench) -> Vec<OrderLine> {
    let mut timeline = bench.timeline(first_client(bench), Kinds::All, 0, 9).unwrap().into_iter();
    let lines = timeline.find_map(|entry| match entry.kind {
        TimelineKind::Order { lines, .. } => Some(lines),
        _ => None,
    });
    lines.unwrap()
}

/// Thirteen orders a month apart, glue in each; the catalogue in eight of the first nine, and in none of the last four.
fn orders() -> String {
    let months = (0..13).map(|month| (month / 12, month % 12)).map(|(year, month)| (2025 + year, month + 1));
    let rows = months.enumerate().flat_map(|(place, (year, month))| {
        let row = move |item: &str| format!("Vega;N-{place};{year}-{month:02}-20;{item};{}", 10 * (place % 3 + 1));
        let mut rows = vec![row("glue")];
        rows.extend((place < 9 && place != 3).then(|| row(if place < 5 { "Catalogue" } else { "catalogue" })));
        rows
    });
    table("client;number;date;item;amount", rows)
}

#[test]
fn what_stood_in_most_orders_and_in_none_of_the_last_is_noted_with_its_numbers() {
    let book = Book::empty();
    book.told(0, &["import", &book.write("orders.csv", orders())]);
    let day = ["--today", "2026-01-25"];
    let shown = |verb: &[&str]| -> Value {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_regulars"));
        command.arg("--db").arg(book.file()).args(day).args(["--lang", "en", "--json"]).args(verb);
        serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
    };
    let card = shown(&["show", "Vega"]);
    let of_kind = |card: &Value| -> Vec<Value> {
        let reasons = card["reasons"].as_array().unwrap().iter();
        reasons.filter(|reason| reason["kind"] == "dropped_item").cloned().collect()
    };
    let reasons = of_kind(&card);
    assert_eq!(reasons.len(), 1, "{card}");
    let [seen, of, missing] = ["seen", "of", "missing"].map(|name| reasons[0][name].as_u64().unwrap());
    assert_eq!((&reasons[0]["item"], seen, of, missing), (&json!("catalogue"), 8, 9, 4));
    assert_eq!(reasons[0]["text"], "catalogue: in 8 of 9 orders, not in the last 4; ordered last on Sat 20 Sep 2025.");
    let lines: Vec<&Value> = card["timeline"].as_array().unwrap().iter().map(|entry| &entry["lines"]).collect();
    assert_eq!(lines[0], &json!([{"item": "glue", "amount": 10.0}]));
    assert_eq!(lines[4], &json!([{"item": "glue", "amount": 30.0}, {"item": "catalogue", "amount": 30.0}]));
    shown(&["log", "order", "Vega", "--amount", "50", "--item", "glue", "--item", "Catalogue"]);
    assert_eq!(of_kind(&shown(&["show", "Vega"])), [] as [Value; 0]);
    shown(&["undo"]);
    assert_eq!(of_kind(&shown(&["show", "Vega"])), reasons);
}

#[test]
fn a_file_restates_the_lines_it_names_and_leaves_the_others() {
    let book = Book::empty();
    let bench = book.open();
    let take = |name: &str, text: &str| bring_in(&bench, Path::new(&book.write(name, text))).unwrap();
    let line = |item: &str, cents| OrderLine { item: item.into(), amount: Some(Money(cents)) };
    take("first.csv", "client;number;date;item;amount\nVega;N-1;2026-11-20;glue;10\nVega;N-1;2026-11-20;tape;5\n");
    let first = [line("glue", 1_000), line("tape", 500)];
    assert_eq!(newest(&bench), first);
    let before = bench.export_json().unwrap();
    take("first.csv", "client;number;date;item;amount\nVega;N-1;2026-11-20;glue;10\nVega;N-1;2026-11-20;tape;5\n");
    take("sums.csv", "client;number;date;amount\nVega;N-1;2026-11-20;15\n");
    assert!(bench.export_json().unwrap() == before, "the same again, or its sum alone, changes nothing");
    take("other.csv", "client;number;date;item;amount\nVega;N-1;2026-11-20;glue;15\n");
    assert_eq!(newest(&bench), [line("glue", 1_500)]);
    bench.undo().unwrap();
    assert!(bench.export_json().unwrap() == before);
}

#[test]
fn an_item_follows_a_plus_in_the_bar_of_an_order() {
    for (lang, size) in [(Lang::En, (80, 24)), (Lang::Ru, (80, 24))] {
        let book = Book::empty();
        let bench = book.open();
        bring_in(&bench, Path::new(&book.write("orders.csv", "client;date;amount\nVega;2026-11-20;10\n"))).unwrap();
        bench.set_setting(LANGUAGE, lang.name()).unwrap();
        bench.make_fresh().unwrap();
        let mut seat = Seat::at(bench, lang, size);
        seat.press("2 p");
        seat.write("500 rush +wall calendar +catalogue >+7");
        seat.expect("+wall calendar · +catalogue");
        seat.press("Tab");
        seat.expect("wall calendar, catalogue");
        seat.press("Enter");
        let items: Vec<String> = newest(seat.bench()).into_iter().map(|line| line.item).collect();
        assert_eq!(items, ["wall calendar", "catalogue"]);
        seat.press("5");
        seat.expect("wall calendar, catalogue: rush");
    }
}

#[test]
fn a_filled_file_of_the_third_version_gets_lines_and_loses_nothing() {
    let book = Book::of_version(
        3,
        "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
         INSERT INTO orders (id, client_id, number, day, amount, note) VALUES (2, 1, 'N-1', '2026-03-01', 50000, 'glue');
         INSERT INTO client_event (id, client_id, kind, day, text) VALUES (3, 1, 'owners', '2026-11-20', 'a fund');
         INSERT INTO alert_answer (id, client_id, kind, cause, level, day, reason) VALUES
             (4, 1, 'event', 'owners 2026-11-20', 1, '2026-11-21', 'not_true');
         UPDATE derived_book SET day = '2026-11-24';",
    );
    let bench = book.open();
    assert!(!bench.is_fresh().unwrap(), "the usual threshold is another one");
    assert_eq!(newest(&bench), []);
    let told: Value = serde_json::from_str(&bench.export_json().unwrap()).unwrap();
    let rows = ["client", "orders", "client_event", "alert_answer", "order_line"].map(|table| &told["tables"][table]);
    assert_eq!(rows.map(|rows| rows.as_array().unwrap().len()), [1, 1, 1, 1, 0]);
    drop(bench);
    book.told(0, &["log", "order", "Vega", "--amount", "9", "--item", "tape"]);
    assert_eq!(newest(&book.open()), [OrderLine::of("tape")]);
    book.told(0, &["undo"]);
    // The order, the event, and how the alert about it was answered.
    assert_eq!(book.open().timeline(first_client(&book.open()), Kinds::All, 0, 9).unwrap().len(), 3);
}
