//! Clients and their people added, changed and taken out by hand: whatever is typed is kept, or refused with a sentence.

use std::path::Path;
use std::process::Command;

use regulars::clock::Clock;
use regulars::domain::calendar::Period;
use regulars::domain::status::{Stage, Status};
use regulars::domain::table::When;
use regulars::ops::{Access, Workbench};
use regulars::text::Lang;
use regulars::tui::Effect;
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, bring_in, first_client, table};

/// A name that tries every cell.
fn odd_name() -> String {
    format!("Ёлка 👩🏽‍🚀 e\u{301}\u{323} חברת \u{202e}x\u{202c}\nsecond {}", "щ".repeat(300))
}

fn with_orders(book: &Book, days: &[&str]) -> Workbench {
    let bench = book.open();
    let csv = book.write("orders.csv", table("client;date;amount", days.iter().map(|day| format!("Vega;{day};100"))));
    bring_in(&bench, Path::new(&csv)).unwrap();
    bench.set_setting("language", "en").unwrap();
    bench.make_fresh().unwrap();
    bench
}

#[test]
fn a_client_and_its_people_are_added_changed_and_taken_out_on_the_command_line() {
    let book = Book::empty();
    book.told(0, &["set", "language", "en"]);
    let fields = [
        ["kind", "private"],
        ["legal-form", "LLC"],
        ["tax-id", "7707083893"],
        ["industry", "trade"],
        ["company-day", "29.2.2008"],
        ["city", "Perm"],
        ["call-hours", "9-13"],
        ["tags", "#vip wholesale"],
        ["star", "yes"],
        ["type", "need"],
        ["ties", "price"],
        ["manner", "rational"],
        ["values", "quick answers"],
        ["puts-up-with", "prepayment"],
        ["interval", "45"],
    ];
    let args: Vec<&str> = ["client", "add", "Vega"].into_iter().chain(fields.into_iter().flatten()).collect();
    assert!(book.told(0, &args).starts_with("Client added: Vega · "));
    let shown = book.json(0, &["show", "Vega"]);
    for (name, value) in [
        ("private", json!(true)),
        ("tax_id", json!("7707083893")),
        ("company_day", json!("2008-02-29")),
        ("call_hours", json!("09:00-13:00")),
        ("tags", json!(["vip", "wholesale"])),
        ("star", json!(true)),
        ("type", json!("need")),
        ("ties", json!("price")),
        ("manner", json!("rational")),
        ("typed_interval_days", json!(45)),
        ("black_list", Value::Null),
    ] {
        assert_eq!(shown[name], value, "{name}");
    }
    let text = book.told(0, &["show", "Vega"]);
    for said in
        ["Call within 09:00-13:00.", "have the best seller talk to it", "Tied by the price", "Values: quick answers"]
    {
        assert!(text.contains(said), "no {said} in\n{text}");
    }
    let brief = book.told(0, &["brief", "Vega"]);
    assert!(brief.contains("Puts up with: prepayment") && brief.contains("seller talk to it"), "{brief}");

    let told = book.told(
        0,
        &[
            "person",
            "add",
            "Vega",
            "Ann Lee",
            "role",
            "buyer",
            "birthday",
            "29.02",
            "phones",
            "8 (812) 123-45-67, ask Bob",
        ],
    );
    assert!(told.contains("Person added: Vega · Ann Lee · mind: “ask Bob” cannot be read"), "{told}");
    assert!(book.told(0, &["show", "Vega"]).contains("birthday 29 Feb"));
    let set = ["person", "set", "Vega", "ann", "declines", "call", "prefers", "email", "unsaid", "the divorce"];
    book.told(0, &set);
    let ann = book.json(0, &["show", "Vega"])["people"][0].clone();
    assert_eq!(
        (&ann["birthday"], &ann["declines"], &ann["unsaid"]),
        (&json!("--02-29"), &json!(["call"]), &json!("the divorce"))
    );
    assert_eq!(
        ann["channels"],
        json!([{"kind": "phone", "value": "+78121234567"}, {"kind": "phone", "value": "ask Bob"}])
    );
    let text = book.told(0, &["show", "Vega"]);
    assert!(text.contains("+7 812 123-45-67") && text.contains("Ann Lee, do not mention: the divorce"), "{text}");
    assert!(book.told(0, &["brief", "Vega"]).contains("Ann Lee does not want: call"));
    let logged = book.told(0, &["log", "call", "Vega", "-m", "hello"]);
    assert!(logged.contains("mind: Ann Lee does not want this: call"), "{logged}");
    assert!(!book.told(0, &["log", "email", "Vega"]).contains("mind"));

    let before = book.dump();
    assert!(book.refused(1, &set).starts_with("That is how it stands already."));
    book.refused(2, &["client", "add", "  "]);
    book.refused(2, &["client", "set", "Vega", "colour", "red"]);
    book.refused(2, &["client", "set", "Vega", "city"]);
    book.refused(2, &["person", "set", "Vega", "ann", "birthday", "30.02"]);
    let ahead = book.refused(2, &["person", "set", "Vega", "ann", "birthday", "24.11.2026"]);
    assert!(ahead.starts_with("birthday: Tue 24 Nov is still to come"), "{ahead}");
    book.refused(1, &["person", "remove", "Vega", "nobody"]);
    assert_eq!(book.dump(), before);

    assert!(book.told(0, &["person", "remove", "Vega", "ann"]).starts_with("Person taken out: Vega · Ann Lee"));
    let bench = book.open();
    assert_eq!([rows_of(&bench, "person").len(), rows_of(&bench, "channel").len()], [0, 0]);
    assert_eq!(rows_of(&bench, "touch")[0]["person_id"], Value::Null);
    bench.undo().unwrap();
    assert_eq!([rows_of(&bench, "person").len(), rows_of(&bench, "channel").len()], [1, 2]);
    assert_ne!(rows_of(&bench, "touch")[0]["person_id"], Value::Null);
}

#[test]
fn a_wrong_digit_is_told_and_kept_and_so_is_another_client_of_the_name() {
    let book = Book::empty();
    book.told(0, &["set", "language", "en"]);
    let told = book.told(0, &["client", "add", "Vega", "tax-id", "7707083894"]);
    assert!(told.contains("this INN should end in 3, not in 4; kept as typed"), "{told}");
    let told = book.told(0, &["client", "set", "Vega", "tax_id", "770708389"]);
    assert!(told.contains("10 or 12 digits, not 9"), "{told}");
    let told = book.told(0, &["client", "add", "VEGA", "tax-id", "500100732259"]);
    assert!(told.contains("mind: there is Vega already") && !told.contains("INN"), "{told}");
    let ids: Vec<Value> = rows_of(&book.open(), "client").iter().map(|row| row["tax_id"].clone()).collect();
    assert_eq!(ids, ["770708389", "500100732259"]);
}

#[test]
fn a_client_is_added_and_changed_on_the_screen_in_both_languages() {
    for lang in Lang::ALL {
        let book = Book::empty();
        book.open().set_setting("language", lang.name()).unwrap();
        let mut seat = Seat::at(book.open(), lang, (80, 24)).on_russian_layout();
        let said = |seat: &Seat, key: &str| seat.app.words().say(key);
        seat.press("a Enter");
        seat.expect(&said(&seat, "client-no-name"));
        seat.press("Esc a");
        seat.write("Vega");
        seat.press("Esc");
        seat.expect(&said(&seat, "profile-unsaved"));
        seat.press("Down Right Down");
        seat.write("LLC");
        seat.press("Down");
        seat.write("7707083894");
        seat.press("Down Down");
        seat.write("30.02");
        seat.press("Down");
        seat.expect(&said(&seat, "typed-no-such-day"));
        seat.press("Up Ctrl+u");
        seat.write("7.3.1998");
        seat.press("Enter");
        seat.expect(if lang == Lang::En { "Client added: Vega" } else { "Клиент добавлен: Vega" });
        let row = rows_of(seat.bench(), "client").pop().unwrap();
        assert_eq!(
            (&row["name"], &row["private"], &row["legal_form"], &row["tax_id"], &row["company_day"]),
            (&json!("Vega"), &json!(1), &json!("LLC"), &json!("7707083894"), &json!("1998-03-07"))
        );
        seat.press("5");
        seat.expect("Vega");
        // Somebody there, with a telephone of letters.
        seat.press("E a");
        seat.write("Ann Lee");
        seat.press("Down Down");
        seat.write("1.1.2030");
        seat.press("Down");
        seat.write("8 812 1234567, ask for Bob");
        seat.press("Enter");
        let ahead = said(&seat, "typed-day-ahead");
        let ahead = ahead.rsplit_once('}').map_or(ahead.as_str(), |(_, rest)| rest);
        seat.expect(&ahead.chars().take(12).collect::<String>());
        seat.press("Ctrl+u");
        seat.write("29.2.1984");
        seat.press("Down Down Down Down Down Space Enter");
        let values: Vec<Value> = rows_of(seat.bench(), "channel").iter().map(|row| row["value"].clone()).collect();
        assert_eq!(values, ["+78121234567", "ask for Bob"], "{}", seat.screen());
        assert_eq!(rows_of(seat.bench(), "person")[0]["declines"], "call");
        seat.press("Down Enter Down");
        seat.write("buyer");
        seat.press("Enter Esc");
        seat.expect("buyer");
        seat.expect("+7 812 123-45-67");
        seat.press("E Down x Esc");
        assert_eq!(rows_of(seat.bench(), "person").len(), 0);
        seat.press("u");
        assert_eq!(rows_of(seat.bench(), "person").len(), 1);
        // What was not changed is not told to have been.
        seat.press("E Enter Enter");
        seat.expect(&said(&seat, "error-unchanged").chars().take(20).collect::<String>());
        seat.press("Esc Esc h E");
        seat.expect(&said(&seat, "status-curtained"));
        assert!(!seat.screen().contains("Ann Lee") && !seat.screen().contains("123-45-67"), "{}", seat.screen());
    }
}

/// Every row is as wide as the window, and no label is cut.
fn check_form(seat: &Seat, (width, _): (u16, u16)) {
    let screen = seat.screen();
    assert!(seat.rows().iter().all(|row| row.width() == usize::from(width)), "{screen}");
    assert!(!screen.contains('…') && !screen.contains('⟦') || width < 80, "{screen}");
}

#[test]
fn every_label_and_note_of_the_forms_fits() {
    for lang in Lang::ALL {
        for size in [(60, 16), (80, 24), (140, 40)] {
            let mut seat = Seat::at_demo(lang, size);
            seat.press("2 a");
            for _ in 0..20 {
                check_form(&seat, size);
                seat.press("Down");
            }
            seat.press("Esc E");
            check_form(&seat, size);
            seat.press("Down Enter");
            for _ in 0..10 {
                check_form(&seat, size);
                seat.press("Down");
            }
        }
    }
}

#[test]
fn a_name_of_any_letters_is_kept_as_typed_and_shown_in_one_row() {
    let book = Book::empty();
    let name = odd_name();
    book.told(0, &["set", "language", "en"]);
    book.told(0, &["client", "add", &name]);
    book.told(0, &["client", "add", "Other"]);
    assert!(rows_of(&book.open(), "client").iter().any(|row| row["name"] == name.as_str()));
    for size in [(60, 20), (80, 24), (140, 40)] {
        let mut seat = Seat::at(book.open(), Lang::En, size);
        for keys in ["2", "2 End", "5", "E", "Enter", "Esc", "Esc"] {
            seat.press(keys);
            let rows = seat.rows();
            assert!(rows.iter().all(|row| row.width() == usize::from(size.0)), "{keys}\n{}", seat.screen());
            assert!(!seat.screen().contains(['\u{202e}', '\u{202c}']), "{keys}");
        }
    }
    // Another field changed leaves the name as it was.
    let id = rows_of(&book.open(), "client").iter().find(|row| row["name"] == name.as_str()).unwrap()["id"].to_string();
    book.told(0, &["client", "set", &id, "city", "Perm"]);
    assert!(rows_of(&book.open(), "client").iter().any(|row| row["name"] == name.as_str() && row["city"] == "Perm"));
}

#[test]
fn an_interval_typed_by_hand_holds_in_alerts_and_in_the_calendar() {
    let book = Book::empty();
    let days = ["2026-05-01", "2026-05-31", "2026-06-30", "2026-07-30"];
    drop(with_orders(&book, &days));
    let card = book.json(0, &["show", "Vega"]);
    assert_eq!((&card["usual_interval_days"], &card["level"]), (&json!(30.0), &json!("alarm")), "{card}");
    let told = book.told(0, &["client", "set", "Vega", "interval", "365"]);
    assert!(told.contains("alert"), "{told}");
    let card = book.json(0, &["show", "Vega"]);
    assert_eq!((&card["usual_interval_days"], &card["typed_interval_days"]), (&json!(365.0), &json!(365)));
    assert!(card["reasons"].as_array().unwrap().iter().all(|reason| reason["kind"] != "overdue"), "{card}");
    assert!(card["p_no_order"].as_f64().unwrap() > 0.5);
    assert!(book.told(0, &["show", "Vega"]).contains("every 365 days, typed by hand"));
    let bench = book.open();
    let mut rules = bench.table().unwrap();
    let call = rules.iter_mut().find(|rule| rule.name == "call-regular").unwrap();
    call.when = When::BetweenOrders { percent: 50, otherwise: Period::Quarter };
    bench.edit_table(&rules).unwrap();
    drop(bench);
    let calendar = book.json(0, &["calendar", "--from", "2026-11-23", "--to", "2027-11-20"]);
    let between = |line: &&Value| line["why"].as_str().unwrap().contains("between orders");
    let line = calendar.as_array().unwrap().iter().find(between).unwrap_or_else(|| panic!("{calendar}"));
    // Half of a year after the last order; another touch may stand too near.
    assert_eq!(line["why"], "between orders: last Thu 30 Jul, one in 365 days");
    assert_eq!(line["because"]["own"], "2027-01-29");
    book.told(0, &["client", "set", "Vega", "interval", "10"]);
    let reasons = book.json(0, &["show", "Vega"])["reasons"].clone();
    assert_eq!(
        (&reasons[0]["kind"], &reasons[0]["usual_days"], &reasons[0]["by_hand"]),
        (&json!("overdue"), &json!(10.0), &json!(true))
    );
    assert!(reasons[0]["text"].as_str().unwrap().starts_with("Should order every 10 days, as typed by hand"));

    // Who bought once, and comes again after a year: nobody is told of him before, and somebody after.
    let rare = Book::empty();
    drop(with_orders(&rare, &["2024-01-10"]));
    assert_eq!(rare.json(0, &["show", "Vega"])["level"], Value::Null);
    rare.told(0, &["client", "set", "Vega", "interval", "365"]);
    assert_eq!(rare.json(0, &["show", "Vega"])["reasons"][0]["kind"], "overdue");
}

#[test]
fn who_is_on_the_black_list_is_left_in_peace_and_taken_from_no_file() {
    let book = Book::empty();
    drop(with_orders(&book, &["2026-05-01", "2026-05-31", "2026-06-30", "2026-07-30"]));
    assert!(!book.json(0, &["show", "Vega"])["planned"].as_array().unwrap().is_empty());
    book.told(0, &["client", "set", "Vega", "black-list", "does not pay"]);
    let card = book.json(0, &["show", "Vega"]);
    assert_eq!((&card["planned"], &card["level"]), (&json!([]), &Value::Null));
    assert_eq!(card["black_list"], json!({"since": "2026-11-23", "why": "does not pay"}));
    assert!(book.told(0, &["show", "Vega"]).contains("On the black list since Mon 23 Nov: does not pay"));
    let csv = book.write(
        "more.csv",
        "client;date;amount;phone\nVega;2026-11-01;5;+7 1\nLyra;2026-11-02;6;\nVega;2026-11-03;7;\n",
    );
    let before = rows_of(&book.open(), "orders").len();
    for dry in [true, false] {
        let args = if dry { vec!["import", &csv, "--dry-run"] } else { vec!["import", &csv] };
        let output = book.command(&args).output().unwrap();
        let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(text.matches("Vega is on the black list. The row was not taken.").count(), 2, "{text}");
        assert_eq!(rows_of(&book.open(), "orders").len(), before + usize::from(!dry));
    }
    assert_eq!(rows_of(&book.open(), "channel").len(), 0);
    book.told(0, &["client", "set", "Vega", "black-list", ""]);
    assert!(!book.json(0, &["show", "Vega"])["planned"].as_array().unwrap().is_empty());
}

#[test]
fn what_nobody_at_a_client_wants_is_not_planned() {
    let book = Book::empty();
    drop(with_orders(&book, &["2026-05-01", "2026-05-31", "2026-06-30", "2026-11-20"]));
    let kinds = |book: &Book| {
        let planned = book.json(0, &["show", "Vega"])["planned"].clone();
        planned.as_array().unwrap().iter().map(|row| row["kind"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    book.told(0, &["person", "add", "Vega", "Ann", "declines", "call message"]);
    assert!(!kinds(&book).contains(&"call".to_owned()) && !kinds(&book).contains(&"message".to_owned()));
    book.told(0, &["person", "add", "Vega", "Bob"]);
    assert!(kinds(&book).contains(&"call".to_owned()), "{:?}", kinds(&book));
    // A birthday is that of one person alone.
    book.told(0, &["person", "set", "Vega", "ann", "birthday", "7.1.1990"]);
    book.told(0, &["person", "set", "Vega", "bob", "birthday", "9.2.1990"]);
    let calendar = book.json(0, &["calendar", "--from", "2026-11-23", "--to", "2027-11-20"]);
    let birthdays: Vec<&Value> = calendar
        .as_array()
        .unwrap()
        .iter()
        .filter(|line| line["why"].as_str().unwrap().contains("birthday of"))
        .collect();
    let of = |name: &str| {
        birthdays.iter().find(|line| line["why"].as_str().unwrap().contains(name)).map(|line| &line["kind"])
    };
    assert_eq!(of("Bob"), Some(&json!("message")));
    assert!(of("Ann").is_none_or(|kind| kind != "message" && kind != "call"), "{birthdays:?}");
}

#[test]
fn an_import_finds_the_telephone_however_it_is_written() {
    let book = Book::empty();
    book.told(0, &["set", "language", "en"]);
    book.told(0, &["client", "add", "Vega"]);
    book.told(0, &["person", "add", "Vega", "Ann", "phones", "8 812 123-45-67"]);
    let csv = book.write("p.csv", "client;person;phone\nVega;Ann;8 (812) 1234567\nVega;Bob;+7 1\n");
    book.told(0, &["import", &csv]);
    let values: Vec<Value> = rows_of(&book.open(), "channel").iter().map(|row| row["value"].clone()).collect();
    assert_eq!(values, ["+78121234567", "+7 1"], "a file's own writing is kept");
}

#[test]
fn an_export_carries_everything_there_and_back() {
    let book = Book::empty();
    book.told(0, &["set", "language", "en"]);
    book.told(
        0,
        &["client", "add", "Vega", "interval", "9", "values", "speed", "black-list", "rude", "kind", "private"],
    );
    book.told(0, &["person", "add", "Vega", "Ann", "declines", "mail", "unsaid", "cats"]);
    let file = book.path("book.json").display().to_string();
    book.told(0, &["export", "json", "--out", &file]);
    let other = Book::empty();
    other.told(0, &["import", &file]);
    for table in ["client", "person"] {
        assert_eq!(rows_of(&other.open(), table), rows_of(&book.open(), table));
    }
}

#[test]
fn a_filled_file_of_the_ninth_version_loses_nothing_and_can_be_changed() {
    let book = Book::of_version(
        9,
        "INSERT INTO client (id, name, sort_name, since, city) VALUES (1, 'Vega', 'vega', '2026-01-01', 'Perm');
         INSERT INTO person (id, client_id, name, birthday) VALUES (2, 1, 'Ann Lee', '--02-29');
         INSERT INTO channel (id, client_id, person_id, kind, value) VALUES (3, 1, 2, 'phone', '8 812 1234567');
         INSERT INTO action (id, verb, subject, at, state) VALUES (6, 'import', 'a.csv', '2026-11-20T08:00:00Z', 'done');
         INSERT INTO journal (action_id, tbl, row_id, old, new) VALUES (6, 'person', 2, NULL, json_object(
             'client_id', 1, 'name', 'Ann Lee', 'role', '', 'birthday', '--02-29'));
         UPDATE derived_book SET day = '2026-11-24';",
    );
    let bench = book.open();
    assert!(!bench.is_fresh().unwrap());
    let before = bench.export_json().unwrap();
    bench.undo().unwrap();
    bench.redo().unwrap();
    // The channel went with the person, and its row was journalled by this version.
    assert_eq!(rows_of(&bench, "person").len(), 1);
    assert!(bench.export_json().unwrap().contains("Ann Lee") && before.contains("Ann Lee"));
    let client = bench.client(first_client(&bench)).unwrap();
    assert_eq!((client.private, client.interval, client.barred, client.city.as_str()), (false, None, None, "Perm"));
    drop(bench);
    book.told(0, &["client", "set", "Vega", "interval", "30"]);
    book.told(0, &["person", "set", "Vega", "ann", "declines", "call"]);
    assert_eq!(rows_of(&book.open(), "person")[0]["birthday"], "--02-29");
}

#[test]
fn help_names_the_fields() {
    for (lang, word) in [("en", "Fields: name, kind"), ("ru", "Поля: name, kind")] {
        let output =
            Command::new(env!("CARGO_BIN_EXE_regulars")).args(["--lang", lang, "client", "--help"]).output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(text.contains(word), "{text}");
    }
}

#[test]
fn a_client_has_a_number_of_its_own_and_its_industry_by_name() {
    for (lang, day, number) in [(Lang::En, "Builder", "INN 7707083893"), (Lang::Ru, "День строителя", "ИНН 7707083893")]
    {
        let book = Book::empty();
        book.open().set_setting("language", lang.name()).unwrap();
        let mut seat = Seat::at(book.open(), lang, (80, 40));
        seat.press("a");
        seat.write("Vega");
        seat.press("Down Down Down");
        seat.write("7707083893");
        seat.press("Down");
        seat.write("builder");
        seat.press("Down Down");
        seat.write("8 812 123-45-67");
        seat.press("Down");
        seat.write("office@example.org");
        seat.press("Enter");
        let rows: Vec<Value> =
            rows_of(seat.bench(), "channel").iter().map(|row| json!([row["person_id"], row["value"]])).collect();
        assert_eq!(rows, [json!([null, "+78121234567"]), json!([null, "office@example.org"])]);
        seat.expect("+7 812 123-45-67");
        seat.expect(number);
        seat.press("E Enter");
        seat.expect(day);
        assert!(!seat.screen().contains("builder"), "{}", seat.screen());
        // Nothing was changed, the name of the industry's day least of all.
        seat.press("Enter Esc Esc");
        assert_eq!(rows_of(seat.bench(), "client")[0]["industry"], "builder");
        seat.expect(day);
        assert!(!seat.screen().contains("builder"), "{}", seat.screen());
        let industry = |name: &str| {
            book.told(0, &["client", "set", "Vega", "industry", name]);
            rows_of(&book.open(), "client")[0]["industry"].clone()
        };
        assert_eq!(industry("День  работника торговли"), "trade");
        assert_eq!(industry("builder day"), "builder");
        book.told(0, &["undo"]);
        book.told(0, &["undo"]);
        book.told(0, &["client", "set", "Vega", "phones", "", "industry", "trade"]);
        let channels = rows_of(&book.open(), "channel");
        assert_eq!(channels.len(), 1);
        assert_eq!(channels[0]["value"], "office@example.org");
        book.told(0, &["undo"]);
        assert_eq!(rows_of(&book.open(), "channel").len(), 2);
    }
}

#[test]
fn who_is_regular_is_said_where_the_status_is() {
    for (lang, usual, chosen) in [
        (Lang::En, "Regular: from 3 days with an order on", "Regular: from 2 days with an order within 365 d on"),
        (Lang::Ru, "Постоянный: от 3 дней с заказом", "Постоянный: от 2 дней с заказом за 365 дн"),
    ] {
        let mut seat = Seat::at_demo(lang, (80, 40));
        seat.press("2 S");
        seat.expect(usual);
        seat.press("Esc");
        seat.bench().set_setting("regular", "2/365").unwrap();
        seat.press("S");
        seat.expect(chosen);
        seat.press("Esc Y End");
        for _ in 0..12 {
            if !seat.screen().contains(chosen) {
                seat.press("PgDn");
            }
        }
        seat.expect(chosen);
    }
}

#[test]
fn a_telephone_number_is_copied_at_once_or_by_its_digit() {
    for lang in Lang::ALL {
        let mut seat = Seat::at_demo(lang, (80, 24));
        seat.press("2 y");
        let ways = seat.bench().ways_to_reach(first_client(seat.bench())).unwrap();
        assert_eq!(ways.len(), 2);
        seat.expect(&ways[1].1.value);
        seat.press("2");
        assert_eq!(seat.asked.pop(), Some(Effect::Copy(ways[1].1.value.clone())));
        seat.expect(&ways[1].0);
        let book = Book::empty();
        book.open().set_setting("language", lang.name()).unwrap();
        book.told(0, &["client", "add", "Vega"]);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2 y");
        seat.expect(&seat.app.words().say("status-nothing-to-copy"));
        book.told(0, &["person", "add", "Vega", "Ann", "phones", "8 812 123-45-67"]);
        seat.press("y");
        assert_eq!(seat.asked.pop(), Some(Effect::Copy("+78121234567".into())));
        seat.press("h y");
        assert!(!seat.screen().contains("Ann"), "{}", seat.screen());
    }
}

#[test]
fn a_status_said_by_hand_holds_and_every_step_to_it_is_kept() {
    let book = Book::empty();
    drop(with_orders(&book, &["2026-09-01", "2026-09-20", "2026-10-20"]));
    let steps = |book: &Book| {
        let statuses = book.json(0, &["show", "Vega"])["statuses"].clone();
        let steps = statuses.as_array().unwrap().iter();
        steps
            .map(|step| json!([step["day"], step["status"], step["moved_by"], step["good_evaluation"]]))
            .collect::<Vec<_>>()
    };
    let by_orders =
        [json!(["2026-10-20", "regular", "orders", false]), json!(["2026-09-01", "client", "selling", null])];
    assert_eq!(steps(&book), by_orders);
    book.refused(2, &["status", "Vega", "potential"]);
    book.refused(2, &["status", "Vega", "potential", "--reason", " "]);
    book.refused(2, &["status", "Vega", "former", "--reason", "so"]);
    let told = book.told(0, &["status", "Vega", "potential", "--reason", "a new owner"]);
    assert!(told.starts_with("Status set by hand: Vega · now potential"), "{told}");
    assert_eq!(book.json(0, &["show", "Vega"])["status"], "potential");
    book.told(0, &["close", "Vega", "--why", "moved"]);
    let refused = book.refused(1, &["status", "Vega", "client", "--reason", "came back"]);
    assert!(refused.contains("one that was closed, for a reason that is counted"), "{refused}");
    assert_eq!(steps(&book)[0], json!(["2026-11-23", "former", "closing", null]));
    book.told(0, &["reopen", "Vega"]);
    book.told(0, &["status", "Vega", "client", "--reason", "came back"]);
    assert_eq!(book.json(0, &["show", "Vega"])["status"], "client");
    book.told(0, &["status", "Vega", "auto", "--reason", "as ever"]);
    let card = book.json(0, &["show", "Vega"]);
    assert_eq!((&card["status"], &card["closed_on"]), (&json!("regular"), &Value::Null));
    assert_eq!(steps(&book).len(), 5);
    let text = book.told(0, &["show", "Vega"]);
    assert!(text.contains("Mon 23 Nov: as its orders tell (by hand: as ever)"), "{text}");
    assert!(text.contains("Tue 20 Oct: regular (3 order days, no order found good)"), "{text}");
    for lang in Lang::ALL {
        let mut seat = Seat::at(book.open(), lang, (80, 24)).on_russian_layout();
        seat.press("2 S 4 Enter");
        seat.expect(&seat.app.words().say("error-no-reason"));
        seat.write("a pillar");
        seat.press("Enter");
        seat.expect(&seat.app.words().status(Status::Regular));
        let said = rows_of(seat.bench(), "status_change").pop().unwrap();
        assert_eq!((&said["status"], &said["why"]), (&json!("regular"), &json!("a pillar")));
        seat.press("5 End");
        seat.press("h");
        assert!(!seat.screen().contains("pillar"), "{}", seat.screen());
        seat.press("h u");
        assert_eq!(rows_of(seat.bench(), "status_change").len(), 3);
    }
}

#[test]
fn a_purchase_goes_through_six_stages_and_an_order_opens_the_last() {
    for lang in Lang::ALL {
        let book = Book::empty();
        book.open().set_setting("language", lang.name()).unwrap();
        book.told(0, &["client", "add", "Vega"]);
        let mut seat = Seat::at(book.open(), lang, (80, 24)).on_russian_layout();
        seat.press("2");
        let status = |seat: &Seat| {
            let client = first_client(seat.bench());
            seat.bench().list_row(client).unwrap().unwrap().derived.unwrap().status
        };
        let stage = |seat: &Seat| rows_of(seat.bench(), "purchase").pop().map(|row| row["stage"].clone());
        seat.press("+");
        assert_eq!((stage(&seat), status(&seat)), (Some(json!(1)), Status::Potential));
        seat.press("+ +");
        assert_eq!((stage(&seat), status(&seat)), (Some(json!(3)), Status::Prospective));
        seat.press("-");
        assert_eq!(stage(&seat), Some(json!(2)));
        seat.press("u 5");
        seat.expect(&seat.app.words().say("stage-criterion"));
        seat.press("- - -");
        assert_eq!((stage(&seat), status(&seat)), (None, Status::Potential));
        seat.press("-");
        seat.expect(&seat.app.words().say("error-unchanged").chars().take(20).collect::<String>());
        seat.press("p");
        seat.write("500");
        seat.press("Enter");
        assert_eq!((stage(&seat), status(&seat)), (Some(json!(6)), Status::Client));
        seat.press("+");
        assert_eq!(stage(&seat), Some(json!(6)));
        seat.press("u");
        assert_eq!((stage(&seat), status(&seat)), (None, Status::Potential));
        drop(seat);
        book.told(0, &["stage", "Vega", "3", "--criterion", "price"]);
        book.refused(2, &["stage", "Vega", "7"]);
        assert_eq!(book.json(0, &["show", "Vega"])["status"], "prospective");
        let brief = book.told(0, &["brief", "Vega"]);
        assert!(brief.contains("stage 3/6: settles what to choose by, chosen by: price"), "{brief}");
        book.told(0, &["stage", "Vega", "4"]);
        assert_eq!(book.json(0, &["show", "Vega"])["purchase"]["criterion"], "price");
        book.told(0, &["stage", "Vega", "0"]);
        assert_eq!(book.json(0, &["show", "Vega"])["purchase"], Value::Null);
        assert_eq!(Stage::of(0), None);
    }
}

#[test]
fn who_is_regular_is_defined_by_the_book_and_the_past_keeps_its_definition() {
    let book = Book::empty();
    drop(with_orders(&book, &["2026-05-01", "2026-06-01", "2026-07-01", "2026-10-01"]));
    let status = |book: &Book| book.json(0, &["show", "Vega"])["status"].clone();
    assert_eq!(status(&book), "regular");
    assert_eq!(book.told(0, &["set", "regular", "2/60"]), "regular = 2/60\n");
    assert_eq!(status(&book), "client");
    book.told(0, &["undo"]);
    assert_eq!(status(&book), "regular");
    book.told(0, &["redo"]);
    assert_eq!(status(&book), "client");
    for wrong in ["0", "many", "3/0"] {
        let refused = book.refused(2, &["set", "regular", wrong]);
        assert!(refused.contains("is no definition of regular"), "{refused}");
    }
    // The day before, the definition of then holds; the steps of the past keep theirs.
    let before = Clock::Fixed("2026-11-22T09:00:00".parse().unwrap());
    let bench = Workbench::open(&book.file(), Access::Write, before).unwrap();
    bench.make_fresh().unwrap();
    let row = bench.list_row(first_client(&bench)).unwrap().unwrap();
    assert_eq!(row.derived.unwrap().status, Status::Regular);
    drop(bench);
    assert_eq!(book.json(0, &["show", "Vega"])["statuses"][0]["day"], "2026-07-01");
}

#[test]
fn small_slips_of_names_and_fields_are_told_as_they_are() {
    let book = Book::empty();
    let told = book.told(0, &["client", "add", "Vega", "phones", "ask Anna", "industry", "ships", "interval", "30"]);
    assert!(told.contains("mind: “ask Anna” cannot be read as a telephone number"), "{told}");
    book.told(0, &["client", "set", "Vega", "kind", "private", "company-day", "12.03.2019"]);
    let shown = book.told(0, &["show", "Vega"]);
    for said in ["private client", "ships", "founded 12 Mar 2019", "30"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    let why = book.refused(2, &["client", "set", "Vega", "ties", "zzz"]);
    assert!(why.contains("ties: Choose one of these: price"), "{why}");
    book.refused(2, &["client", "add", "\u{200b}\u{200d}"]);
    book.told(0, &["client", "add", "🚀"]);
    assert!(!book.told(0, &["client", "add", "🎈"]).contains('🚀'));
    book.told(0, &["client", "add", "Rigel\u{202e}x"]);
    for told in [book.told(0, &["clients"]), book.told(0, &["show", "Rigel"])] {
        assert!(!told.contains('\u{202e}') && told.contains("Rigelx"), "{told}");
    }
    book.told(0, &["client", "add", &"long ".repeat(30)]);
    let listed = book.told(0, &["clients"]);
    assert!(listed.lines().find(|line| line.starts_with("Vega")).unwrap().width() < 100, "{listed}");
    for name in ["Anna", "Anna Berg"] {
        book.told(0, &["person", "add", "Vega", name]);
    }
    book.told(0, &["person", "set", "Vega", "anna", "role", "buyer"]);
    book.told(0, &["promise", "Vega", "list", "--by", "fri"]);
    book.told(0, &["promise", "Vega", "list of all", "--by", "fri"]);
    book.told(0, &["keep-promise", "list"]);
    assert_eq!(book.json(0, &["promises"])["open"][0]["text"], "list of all");
    book.told(0, &["log", "email", "Vega", "--theirs"]);
    let history = book.told(0, &["timeline", "Vega", "--kind", "email"]);
    assert!(history.contains("received") && !history.contains("sent"), "{history}");
    book.told(0, &["log", "call", "Vega", "Rigel"]);
    assert!(book.told(0, &["undo"]).contains("Vega +1"));
}

#[test]
fn the_page_of_the_year_begins_with_why_the_client_stands_where_it_does() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    let client = first_client(seat.bench());
    seat.bench().set_status(client, Some(Status::Potential), "a new owner").unwrap();
    seat.press("2 Home Y");
    seat.expect("a new owner");
}

#[test]
fn what_was_kept_as_typed_is_minded_once() {
    let book = Book::empty();
    let minded = book.told(0, &["client", "add", "Vega", "tax-id", "7707083894", "phones", "ask Ann"]);
    for what in ["should end in 3", "“ask Ann” cannot be read"] {
        assert!(minded.contains(what), "{minded}");
    }
    let other = book.told(0, &["client", "set", "Vega", "city", "Perm"]);
    assert!(!other.contains("mind:"), "{other}");
    let again = book.told(0, &["client", "set", "Vega", "phones", "ask Ann, ask Bob"]);
    assert!(again.contains("ask Bob") && !again.contains("ask Ann"), "{again}");
    book.told(0, &["person", "add", "Vega", "Bob", "phones", "at noon"]);
    let role = book.told(0, &["person", "set", "Vega", "Bob", "role", "buyer"]);
    assert!(!role.contains("mind:"), "{role}");
}

#[test]
fn a_card_says_why_and_how_often_even_where_little_is_known() {
    for (lang, potential, founded, few) in [
        ("en", "Potential: has ordered nothing", "founded 12 Mar 1998", "too few orders to say how often"),
        (
            "ru",
            "Потенциальный: заказов не было",
            "день основания 12 мар 1998",
            "слишком мало заказов, чтобы сказать, как часто",
        ),
    ] {
        let book = Book::empty();
        let told = |args: &[&str]| book.told(0, &[args, &["--lang", lang]].concat());
        told(&["client", "add", "Vega", "company-day", "12.3.1998"]);
        told(&["status", "Vega", "regular", "--reason", "hope"]);
        assert!(!told(&["show", "Vega"]).contains(potential));
        told(&["status", "Vega", "auto", "--reason", "no hope"]);
        let shown = told(&["show", "Vega"]);
        assert!(shown.contains(potential) && shown.contains(founded), "{shown}");
        assert!(!shown.contains(few), "{shown}");
        told(&["log", "order", "Vega", "--amount", "10", "--on", "-40"]);
        let shown = told(&["show", "Vega"]);
        assert!(shown.contains(few) && !shown.contains(potential), "{shown}");
        told(&["client", "set", "Vega", "interval", "30"]);
        assert!(!told(&["show", "Vega"]).contains(few));
    }
}

#[test]
fn the_help_of_a_verb_names_the_fields_it_takes() {
    let book = Book::empty();
    for (verb, field) in [("client", "company-day"), ("person", "declines")] {
        for what in ["add", "set"] {
            let help = book.told(0, &[verb, what, "--help"]);
            assert!(help.contains(field), "{help}");
        }
    }
}
