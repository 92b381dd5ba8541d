//! Orders entered by hand: their payment, what came back of them, their number; changed and deleted later, and their place
//! among the others.

use chrono::Days;
use regulars::domain::competitor::Standing;
use regulars::domain::evaluation::{Aspect, Evaluation, Grade};
use regulars::domain::event::EventKind;
use regulars::domain::ids::OrderId;
use regulars::domain::money::Money;
use regulars::domain::order::Terms;
use regulars::domain::promise::Promised;
use regulars::domain::timeline::Kinds;
use regulars::domain::touch::TouchKind;
use regulars::ops::{ComplaintDraft, OrderDraft, TouchDraft};
use regulars::text::Lang;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, first_client, today};

/// A book in a language with one client, Vega.
fn vega(lang: Lang) -> Book {
    let book = Book::empty();
    book.told(0, &["set", "language", lang.name()]);
    book.told(0, &["client", "add", "Vega"]);
    book
}

fn entries(book: &Book, kind: &str) -> Value {
    book.json(0, &["timeline", "Vega", "--kind", kind])
}

fn newest_id(book: &Book, kind: &str) -> String {
    entries(book, kind)[0]["id"].as_str().unwrap().to_owned()
}

/// What stands in an entry beside its text.
fn said(entry: &Value) -> Value {
    json!([entry["amount"], entry["due"], entry["paid"], entry["returned"], entry["number"]])
}

#[test]
fn payment_return_and_number_are_entered_by_command_and_shown_wherever_orders_are() {
    let book = vega(Lang::En);
    let terms = ["--due", "2026-11-20", "--returned", "200", "--number", "N-14"];
    book.told(0, &[&["log", "order", "Vega", "--amount", "1000", "--on", "2026-11-02"][..], &terms].concat());
    let order = entries(&book, "order")[0].clone();
    assert_eq!(said(&order), json!([1000.0, "2026-11-20", null, 200.0, "N-14"]));
    assert!(book.told(0, &["timeline", "Vega"]).contains("due Fri 20 Nov"));
    assert!(book.told(0, &["show", "Vega"]).contains("Past due and unpaid: one order"));
    let again = book.told(0, &["log", "order", "Vega", "--amount", "7", "--number", "N-14"]);
    assert!(again.contains("mind: number N-14 is on record already, with the order of Mon 2 Nov"), "{again}");
    book.told(0, &["undo"]);
    assert!(!book.told(0, &["log", "order", "Vega", "--amount", "7"]).contains("mind:"));
    book.told(0, &["undo"]);
    let unpaid = json!({"orders": 1, "amount": 800.0, "since": "2026-11-20"});
    assert_eq!(book.json(0, &["show", "Vega"])["unpaid"], unpaid);
    book.told(0, &["edit-order", &newest_id(&book, "order"), "--paid", "yesterday"]);
    let shown = book.json(0, &["show", "Vega"]);
    assert_eq!((&shown["unpaid"], &shown["timeline"][0]["paid"]), (&Value::Null, &json!("2026-11-22")));
    assert!(
        book.refused(1, &["log", "order", "Vega", "--amount", "5", "--paid", "tomorrow"]).contains("still to come")
    );
    assert!(book.refused(2, &["log", "call", "Vega", "--due", "fri"]).contains("--due"));
    assert_eq!(entries(&book, "order").as_array().unwrap().len(), 1);
}

#[test]
fn the_days_till_payment_count_from_the_day_of_the_order() {
    for (lang, due, again) in [(Lang::En, "=due:+14", "=due:+7"), (Lang::Ru, "=срок:+14", "=срок:+7")] {
        let book = vega(lang);
        let due_of = |number: &str| {
            let orders = entries(&book, "order");
            let of = |order: &&Value| order["number"] == number;
            orders.as_array().unwrap().iter().find(of).unwrap()["due"].clone()
        };
        book.told(0, &["log", "order", "Vega", "5", "--on", "2026-11-02", "--due", "+14", "--number", "A"]);
        assert_eq!(due_of("A"), "2026-11-16");
        book.told(0, &["edit-order", &newest_id(&book, "order"), "--due", "+7"]);
        assert_eq!(due_of("A"), "2026-11-09");
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2 p");
        seat.write(&format!("5 =no:B {due} @2026-11-03"));
        seat.press("Enter");
        assert_eq!(due_of("B"), "2026-11-17");
        seat.press("l e");
        seat.write(&format!(" {again}"));
        seat.press("Enter");
        assert_eq!(due_of("B"), "2026-11-10");
    }
}

#[test]
fn the_amount_of_an_order_may_stand_behind_its_client_and_what_else_stands_there_is_told_its_place() {
    let book = vega(Lang::En);
    book.told(0, &["client", "add", "Lyra"]);
    book.told(0, &["log", "order", "Vega", "12500"]);
    assert_eq!(entries(&book, "order")[0]["amount"], 12_500.0);
    for (args, hint) in [
        (&["order", "Vega", "paper"][..], "12500 --item paper"),
        (&["order", "Vega", "12", "500"], "12500 --item paper"),
        (&["gift", "Vega", "wall calendar"], "What was given goes with --item"),
        (&["call", "Vega", "likes tea"], "What was said goes with -m."),
    ] {
        let told = book.refused(3, &[&["log"], args].concat());
        assert!(told.contains(hint), "{told}");
    }
    assert_eq!(book.json(3, &["log", "note", "Vega", "tea"])["error"]["kind"], "no_client");
    let first = book.refused(3, &["log", "call", "Nobody", "likes tea"]);
    assert!(first.starts_with("No client fits “Nobody”. Nothing was changed."), "{first}");
    book.refused(2, &["log", "order", "Vega", "Lyra", "--amount", "5"]);
    assert_eq!(book.open().count_timeline(first_client(&book.open()), Kinds::All).unwrap(), 0, "Lyra has nothing");
}

#[test]
fn what_is_dated_after_the_day_is_looked_at_only_where_it_is_asked_for() {
    let book = vega(Lang::En);
    book.told(0, &["log", "order", "Vega", "100", "--on", "2026-11-01", "--due", "+7"]);
    let before = ["show", "brief", "timeline", "gifts"].map(|command| book.json(0, &[command, "Vega"]));
    // The day after that on which the program is asked.
    let bench = book.open();
    let client = first_client(&bench);
    for kind in [TouchKind::Call, TouchKind::Gift] {
        bench.log_touch(&TouchDraft { item: "a stuffed heron".into(), ..TouchDraft::new(client, kind) }).unwrap();
    }
    let mut found = Evaluation::default();
    found.set(Aspect::Quality, Some(Grade::Plus));
    bench.evaluate(client, &found, "").unwrap();
    let paid = OrderDraft::of(&bench.order(OrderId(newest_id(&book, "order").parse().unwrap())).unwrap());
    let paid = OrderDraft { terms: Terms { paid: Some(today()), ..paid.terms.clone() }, ..paid };
    bench.edit_order(OrderId(newest_id(&book, "order").parse().unwrap()), &paid).unwrap();
    bench.log_order(&OrderDraft::new(client, Money(500))).unwrap();
    bench.open_complaint(client, &ComplaintDraft { text: "a torn box".into(), ..ComplaintDraft::default() }).unwrap();
    bench.note_event(client, EventKind::Owners, "a fund").unwrap();
    let promised = Promised { theirs: false, text: "a list".into(), due: today(), waits_on: String::new() };
    bench.promise(client, None, &promised).unwrap();
    bench.add_competitor(client, &Standing { name: "Lyra".into(), threat: 1, ..Standing::default() }).unwrap();
    let after = ["show", "brief", "timeline", "gifts"].map(|command| book.json(0, &[command, "Vega"]));
    let told = |answer: &Value, names: &[&str]| names.iter().map(|name| answer[name].clone()).collect::<Vec<_>>();
    let shown = ["orders", "last_order", "last_contact", "unpaid", "complaints", "events", "statuses", "timeline"];
    assert_eq!(told(&after[0], &shown), told(&before[0], &shown));
    let briefed = ["talks", "promises", "complaints", "competitors", "last_order", "evaluation_due", "gifts"];
    assert_eq!(told(&after[1], &briefed), told(&before[1], &briefed));
    assert_eq!((&after[2], &after[3]["given"]), (&before[2], &before[3]["given"]));
    for list in [&["complaint", "list"][..], &["competitor", "list"]] {
        assert_eq!(book.json(0, list), json!([]), "{list:?}");
    }
    assert_eq!(book.json(0, &["promises"])["open"], json!([]));
    let mut ahead: Vec<String> = Vec::new();
    for entry in entries(&book, "ahead").as_array().unwrap() {
        assert_eq!(entry["day"], today().to_string());
        ahead.push(entry["kind"].as_str().unwrap().to_owned());
    }
    ahead.sort_unstable();
    let kinds = ["call", "client_event", "competitor", "complaint", "evaluation", "gift", "order", "promise"];
    assert_eq!(ahead, kinds);
    assert_eq!(
        (bench.count_timeline(client, Kinds::All).unwrap(), entries(&book, "all").as_array().unwrap().len()),
        (9, 1)
    );
    let mut seat = Seat::at(book.open(), Lang::En, (80, 24));
    bench.log_order(&OrderDraft { day: Some(today() + Days::new(9)), ..OrderDraft::new(client, Money(700)) }).unwrap();
    seat.press("2 l Left");
    seat.expect("dated ahead");
    seat.expect("$7");
}

#[test]
fn an_order_of_nothing_or_less_is_refused_with_how_a_return_is_entered() {
    let book = vega(Lang::En);
    for amounts in [&["--amount", "-5"][..], &["--amount", "0"], &["--amount", "5", "--returned", "6"]] {
        let why = book.refused(1, &[&["log", "order", "Vega"], amounts].concat());
        assert!(why.contains("--returned 500"), "{why}");
    }
    let mut seat = Seat::at(book.open(), Lang::En, (80, 24));
    seat.press("2 p");
    seat.write("0");
    seat.press("Enter");
    seat.expect("An order is of more than nothing");
    assert_eq!(rows_of(seat.bench(), "orders").len(), 0);
}

#[test]
fn an_order_is_changed_and_deleted_by_its_id_in_one_step_of_undo() {
    let book = vega(Lang::En);
    book.told(0, &["log", "order", "Vega", "--amount", "1000", "--item", "paper", "--item", "ink", "--number", "N 1"]);
    book.told(0, &["evaluate", "Vega", "--plus", "quality"]);
    let (entered, id) = (book.open().export_json().unwrap(), newest_id(&book, "order"));
    book.told(0, &["edit-order", &id, "--amount", "900", "--item", "glue", "-m", "less", "--on", "20.11.2026"]);
    let order = &entries(&book, "order")[0];
    assert_eq!((&order["day"], &order["text"]), (&json!("2026-11-20"), &json!("less")));
    assert_eq!((said(order), &order["lines"][0]["item"]), (json!([900.0, null, null, 0.0, "N 1"]), &json!("glue")));
    assert_eq!(book.json(0, &["show", "Vega"])["revenue"], 900.0);
    book.told(0, &["undo"]);
    assert!(book.open().export_json().unwrap() == entered);
    book.told(0, &["delete-order", &id]);
    for kind in ["order", "evaluation"] {
        assert_eq!(entries(&book, kind), json!([]), "{kind}");
    }
    assert_eq!(book.json(0, &["show", "Vega"])["orders"], 0);
    book.told(0, &["undo"]);
    assert!(book.open().export_json().unwrap() == entered);
    book.told(0, &["delete-evaluation", &newest_id(&book, "evaluation")]);
    assert_eq!((entries(&book, "evaluation"), entries(&book, "order").as_array().unwrap().len()), (json!([]), 1));
    assert!(book.refused(1, &["delete-order", "7"]).contains('7'));
}

#[test]
fn a_promise_is_reworded_and_deleted_by_its_id() {
    let book = vega(Lang::En);
    book.told(0, &["promise", "Vega", "send the lst", "--by", "fri", "--waits-on", "office"]);
    let id = newest_id(&book, "promise");
    book.told(0, &["edit-promise", &id, "-m", "send the list"]);
    let promise = &entries(&book, "promise")[0];
    assert_eq!((&promise["text"], &promise["waits_on"]), (&json!("send the list"), &json!("office")));
    book.told(0, &["delete-promise", &id]);
    assert_eq!(entries(&book, "promise"), json!([]));
    book.told(0, &["undo"]);
    assert_eq!(newest_id(&book, "promise"), id);
}

#[test]
fn the_place_of_an_order_is_its_place_by_day() {
    let book = vega(Lang::En);
    let log = |day: &str| book.told(0, &["log", "order", "Vega", "--amount", "10", "--on", day]);
    log("2026-11-20");
    assert!(log("2026-11-22").contains("repeat order #2"));
    for (day, number) in [("2026-11-01", None), ("2026-11-21", Some(3)), ("2026-12-20", None)] {
        let told = log(day);
        let number = number.map(|number| format!("repeat order #{number}"));
        assert_eq!(told.find("repeat order").map(|at| told[at..at + 15].to_owned()), number, "{told}");
    }
}

#[test]
fn the_timeline_changes_and_deletes_orders_promises_and_evaluations() {
    for (lang, fields) in [
        (Lang::En, ["payment due", "=due:2026-11-30", "=back:5"]),
        (Lang::Ru, ["срок оплаты", "=срок:2026-11-30", "=возврат:5"]),
    ] {
        let book = vega(lang);
        book.told(0, &["promise", "Vega", "send the list", "--by", "fri"]);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2 p");
        seat.write(&format!("1000 rush +paper =no:N-14 {}", fields[1]));
        seat.press("Tab");
        seat.expect(fields[0]);
        seat.press("Enter");
        let order = rows_of(seat.bench(), "orders").pop().unwrap();
        let told = json!([order["amount"], order["number"], order["due"], order["note"]]);
        assert_eq!(told, json!([100_000, "N-14", "2026-11-30", "rush"]));
        let client = first_client(seat.bench());
        let mut found = Evaluation::default();
        found.set(Aspect::Quality, Some(Grade::Plus));
        seat.bench().evaluate(client, &found, "").unwrap();
        let before = seat.bench().export_json().unwrap();
        let count = |seat: &Seat, kinds| seat.bench().count_timeline(client, kinds).unwrap();
        seat.press("2 l");
        (0..8).for_each(|_| seat.press("Right"));
        seat.press("e");
        seat.write(&format!(" {}", fields[2]));
        seat.press("Enter");
        let changed = rows_of(seat.bench(), "orders").pop().unwrap();
        let mut wanted = order.clone();
        wanted["returned"] = json!(500);
        assert_eq!(changed, wanted);
        seat.press("Delete");
        assert_eq!([Kinds::Order, Kinds::Evaluation].map(|kinds| count(&seat, kinds)), [0, 0]);
        seat.press("u u");
        assert!(seat.bench().export_json().unwrap() == before, "both steps are taken back");
        seat.press("Esc 2 l");
        (0..10).for_each(|_| seat.press("Right"));
        let promised = |seat: &Seat| {
            let row = rows_of(seat.bench(), "promise").remove(0);
            json!([row["text"], row["waits_on"]])
        };
        seat.press("e");
        seat.write(" now (склад)");
        seat.press("Enter");
        assert_eq!(promised(&seat), json!(["send the list now", "склад"]));
        seat.press("e");
        seat.expect("send the list now (склад)");
        seat.press(&"Backspace ".repeat(8));
        seat.press("Enter");
        assert_eq!(promised(&seat), json!(["send the list now", ""]));
        seat.press("Delete");
        assert_eq!(count(&seat, Kinds::Promise), 0);
        seat.press("Right Right Delete");
        assert_eq!(count(&seat, Kinds::Evaluation), 0);
    }
}

#[test]
fn a_file_does_not_state_anew_what_a_person_changed_or_entered() {
    let book = vega(Lang::En);
    let first =
        book.write("first.csv", "client;number;date;amount\nVega;N-1;01.10.2026;1000\nVega;N-2;02.10.2026;500\n");
    book.told(0, &["import", &first]);
    let id = |number: &str| -> String {
        let all = entries(&book, "order");
        let found = all.as_array().unwrap().iter().find(|order| order["number"] == number).unwrap();
        found["id"].as_str().unwrap().to_owned()
    };
    let amounts = || -> Vec<Value> {
        let all = entries(&book, "order");
        all.as_array().unwrap().iter().map(|order| json!([order["number"], order["amount"]])).collect()
    };
    book.told(0, &["edit-order", &id("N-1"), "--amount", "1200"]);
    book.told(0, &["edit-order", &id("N-2"), "-m", "by phone"]);
    book.told(0, &["log", "order", "Vega", "--amount", "70", "--on", "2026-10-03", "--number", "N-3"]);
    let before = book.dump();
    // The same file is told where it says otherwise; the one of which only the note was changed is stated anew.
    let second = book.write(
        "second.csv",
        "client;number;date;amount\nVega;N-1;01.10.2026;1000\nVega;N-2;02.10.2026;600\nVega;N-3;03.10.2026;75\n",
    );
    let told = book.told(5, &["import", &second]);
    assert_eq!(amounts(), [json!(["N-3", 70.0]), json!(["N-2", 600.0]), json!(["N-1", 1200.0])]);
    for (line, said) in [(2, "The order of Thu 1 Oct was"), (4, "The order of Sat 3 Oct was")] {
        assert!(told.lines().any(|row| row.contains(&line.to_string()) && row.contains(said)), "{told}");
    }
    book.told(0, &["undo"]);
    assert!(book.dump() == before, "undo is exact");
    let third =
        book.write("third.csv", "client;number;date;amount\nVega;N-1;01.10.2026;1200\nVega;N-3;03.10.2026;70\n");
    book.told(0, &["import", &third]);
    assert!(book.dump() == before, "what agrees changes nothing");
    // Taken back, the file holds again.
    book.told(0, &["undo"]);
    for _ in 0..2 {
        book.told(0, &["undo"]);
    }
    book.told(0, &["import", &second]);
    assert!(amounts().contains(&json!(["N-1", 1000.0])));
}

#[test]
fn an_order_without_a_number_is_known_again_whatever_was_made_of_it() {
    let book = vega(Lang::En);
    let rows = "client;date;amount;returned\nVega;01.10.2026;500;\nVega;02.10.2026;300;20\nVega;01.10.2026;500;\n";
    let csv = book.write("orders.csv", rows);
    book.told(0, &["import", &csv]);
    let before = book.dump();
    book.told(0, &["import", &csv]);
    assert!(book.dump() == before, "the same file again changes nothing");
    let all = entries(&book, "order");
    let ids_of = |amount: f64| -> Vec<String> {
        let found = all.as_array().unwrap().iter().filter(|order| order["amount"] == amount);
        found.map(|order| order["id"].as_str().unwrap().to_owned()).collect()
    };
    let (equal, other) = (ids_of(500.0), ids_of(300.0));
    assert_eq!((equal.len(), other.len()), (2, 1));
    book.told(0, &["edit-order", &equal[0], "--number", "N-1"]);
    book.told(0, &["edit-order", &equal[1], "--amount", "550"]);
    book.told(0, &["edit-order", &other[0], "--on", "2026-10-03"]);
    let before = book.dump();
    let told = book.told(5, &["import", &csv]);
    assert!(told.contains("1 order was there\n"), "{told}");
    assert_eq!(told.matches("was entered or changed by hand").count(), 2, "{told}");
    assert!(book.dump() == before, "none of the three is a new one");
    // Older versions wrote out what an order was in its file.
    for _ in 0..3 {
        book.told(0, &["undo"]);
    }
    let written = "UPDATE orders SET nth = NULL, source_key = 'd:' || day || '|' || amount || '|' || returned || iif(nth > 1, '#2', '')
        WHERE nth IS NOT NULL";
    assert_eq!(Connection::open(book.file()).unwrap().execute(written, []).unwrap(), 3);
    let told = book.told(0, &["import", &csv]);
    assert!(told.contains("3 orders were there"), "{told}");
}
