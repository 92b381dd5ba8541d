//! The gift ledger: no gift twice, the one given least recently first, within the limits; clubs; repeat orders and what is
//! likely to be ordered.

use regulars::text::{Lang, Words};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr;

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::Book;

/// The names in a list of records.
/// The names of those that the test adds to the catalogue of the demonstration.
fn names(list: &Value) -> Vec<&str> {
    let names = list.as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap());
    names.filter(|name| ["ёлка", "самовар", "книга"].contains(name)).collect()
}

#[test]
fn what_was_given_is_not_proposed_again_and_the_rest_by_rotation() {
    let book = Book::empty();
    book.told(0, &["demo", "--lang", "ru"]);
    let ids = book.json(0, &["clients"]);
    let (one, other) = (ids[0]["id"].as_str().unwrap(), ids[1]["id"].as_str().unwrap());
    for (name, price) in [("книга", "900"), ("ёлка", "2500"), ("самовар", "12000")] {
        book.told(0, &["gift", "catalogue", "add", name, "--price", price]);
    }
    book.refused(1, &["gift", "catalogue", "add", "Елка"]);
    book.told(0, &["log", "gift", other, "--item", "книга", "--amount", "900", "--on", "20.11.2026"]);
    assert_eq!(names(&book.json(0, &["gift", "list"])), ["ёлка", "самовар", "книга"]);
    book.told(0, &["log", "gift", one, "--item", "ЕЛКА", "--amount", "2500", "--wow"]);
    let ledger = book.json(0, &["gifts", one]);
    assert_eq!(names(&ledger["proposals"]), ["самовар", "книга"]);
    assert_eq!(ledger["given"][0], json!({"day": "2026-11-23", "item": "ЕЛКА", "cost": 2500.0, "wow": true}));
    assert_eq!((&ledger["limit"], &ledger["budget"]), (&json!(3000.0), &Value::Null));
    let spent = ledger["spent"].as_f64().unwrap();

    // The program warns and logs all the same.
    let again = book.told(0, &["log", "gift", one, "--item", "ёлка", "--amount", "2500"]);
    assert!(again.contains("was given this on Mon 23 Nov"), "{again}");
    let dear = book.told(0, &["log", "gift", one, "--item", "самовар", "--amount", "12000"]);
    assert!(dear.contains("article 575 of the Russian Civil Code, check the law in force"), "{dear}");
    book.told(0, &["set", "gift_limit", "20000"]);
    book.told(0, &["set", "gift_budget", &format!("{}", spent as i64 + 15_000)]);
    let over = book.told(0, &["log", "gift", other, "--item", "ваза", "--amount", "600"]);
    assert!(over.contains("more than is left of the year’s budget: 500 ₽") && !over.contains("575"), "{over}");
    let told = book.told(0, &["gifts", one]);
    assert!(told.contains("−100 ₽ left\n"), "{told}");

    book.told(0, &["gift", "catalogue", "drop", "КНИГА"]);
    assert!(book.refused(1, &["gift", "catalogue", "drop", "книга"]).contains("has no “книга”"));
    assert_eq!(names(&book.json(0, &["gift", "list"])), ["ёлка", "самовар"]);
    let before = book.dump();
    book.refused(2, &["set", "gift_limit", "x"]);
    book.refused(2, &["gift", "catalogue", "add", " "]);
    assert_eq!(book.dump(), before);
}

#[test]
fn a_gift_of_the_catalogue_costs_what_stands_there_and_never_less_than_nothing() {
    let book = Book::empty();
    book.told(0, &["demo", "--lang", "ru"]);
    let before = book.dump();
    let refused = book.refused(1, &["gift", "catalogue", "add", "X", "--price=-5"]);
    assert!(refused.contains("costs nothing or more, not −5"), "{refused}");
    let refused = book.refused(1, &["log", "gift", "D001", "--item", "X", "--amount=-5"]);
    assert!(refused.contains("costs nothing or more"), "{refused}");
    assert_eq!(book.dump(), before);
    book.told(0, &["gift", "catalogue", "add", "Часы", "--price", "3500"]);
    let given = book.told(0, &["log", "gift", "D001", "--item", "часы"]);
    assert!(given.contains("article 575"), "{given}");
    assert_eq!(book.json(0, &["gifts", "D001"])["given"][0]["cost"], json!(3500.0));
    book.told(0, &["log", "gift", "D001", "--item", "Часы", "--amount", "10"]);
    assert_eq!(book.json(0, &["gifts", "D001"])["given"][0]["cost"], json!(10.0));
}

#[test]
fn a_limit_of_ones_own_is_no_law_and_what_limits_gifts_is_taken_back() {
    let book = Book::empty();
    book.told(0, &["demo", "--lang", "ru"]);
    book.told(0, &["set", "gift_limit", "500"]);
    let over = book.told(0, &["log", "gift", "D001", "--item", "X", "--amount", "600"]);
    assert!(over.contains("500") && !over.contains("575"), "{over}");
    book.told(0, &["set", "gift_budget", "1"]);
    let spent = book.json(0, &["gifts", "D001"])["spent"].as_f64().unwrap();
    let over = book.told(0, &["log", "gift", "D001", "--item", "Y", "--amount", "100"]);
    assert!(over.contains("overspent by ") && !over.contains('−') && spent >= 600.0, "{over}");
    book.told(0, &["set", "gift_budget", "none"]);
    book.told(0, &["set", "gift_limit", "none"]);
    let ledger = book.json(0, &["gifts", "D001"]);
    assert_eq!((&ledger["budget"], &ledger["limit"]), (&Value::Null, &json!(3000.0)));
    book.told(0, &["membership", "D001", "--club", "Gold"]);
    assert!(book.told(0, &["show", "D001"]).contains("Gold"));
}

#[test]
fn a_gift_is_proposed_by_rule_and_a_club_is_a_reason_to_call() {
    let book = Book::demo();
    book.told(0, &["set", "gift_tenure", "3660"]);
    assert_eq!(book.json(0, &["gift", "due"]), json!([]));
    book.told(0, &["set", "gift_total", "50"]);
    let due = book.json(0, &["gift", "due"]);
    assert!(!due.as_array().unwrap().is_empty() && due.as_array().unwrap().len() < 60, "{due}");
    assert!(due[0]["reasons"][0].as_str().unwrap().contains("in twelve months"), "{due}");
    let client = due[0]["client"].as_str().unwrap().to_owned();
    book.told(0, &["log", "gift", &client, "--item", "a book"]);
    let left = book.json(0, &["gift", "due"]);
    assert!(left.as_array().unwrap().iter().all(|row| row["client"] != client.as_str()), "{left}");

    let told = book.told(0, &["membership", "D001", "--club", "Gold", "--until", "1.12.2026", "--points", "21"]);
    assert!(told.contains("ends on Tue 1 Dec") && told.contains("21 points"), "{told}");
    let reasons = json!(["call: membership ends on Tue 1 Dec", "call: has 21 points to spend"]);
    assert_eq!(book.json(0, &["gifts", "D001"])["reasons"], reasons);
    let brief = book.told(0, &["brief", "D001"]);
    assert!(brief.contains("membership ends on Tue 1 Dec"), "{brief}");
    book.told(0, &["membership", "D001", "--points", "0"]);
    assert_eq!(
        book.json(0, &["gifts", "D001"])["membership"],
        json!({"club": "Gold", "until": "2026-12-01", "points": 0})
    );
    book.refused(2, &["membership", "D001"]);
    let mut seat = Seat::at(book.open(), Lang::En, (140, 40));
    seat.press("/");
    seat.write("romashka");
    seat.press("Enter");
    seat.expect("membership ends on Tue 1 Dec");
    let told = book.told(0, &["membership", "D001", "--end"]);
    assert!(told.contains("in no club now"), "{told}");
    assert_eq!(rows_of(&book.open(), "membership").len(), 0);
}

#[test]
fn the_page_of_gifts_gives_from_the_catalogue_and_every_step_is_taken_back() {
    for lang in Lang::ALL {
        let mut seat = Seat::at_demo(lang, (80, 24)).on_russian_layout();
        let before = seat.bench().export_json().unwrap();
        seat.press("2 W a");
        seat.write("samovar =4000");
        seat.press("Enter a");
        seat.write("book =900");
        seat.press("Enter");
        seat.expect("samovar");
        seat.press("Down Enter");
        let warned = if lang == Lang::Ru { "ст. 575 ГК РФ" } else { "samovar" };
        seat.expect(warned);
        seat.press("Enter");
        let given = rows_of(seat.bench(), "touch").pop().unwrap();
        assert_eq!((&given["item"], &given["cost"]), (&json!("samovar"), &json!(400_000)));
        seat.press("m");
        seat.write("Gold 31.12.2027 120");
        seat.press("Enter");
        let row = rows_of(seat.bench(), "membership").pop().unwrap();
        assert_eq!(json!([row["club"], row["until"], row["points"]]), json!(["Gold", "2027-12-31", 120]));
        seat.press("Tab Tab Delete Esc");
        assert_eq!(rows_of(seat.bench(), "gift").len(), 5, "one of six was dropped");
        // In the line of a gift its name is completed, its price known, and what the client has had is said.
        seat.press("g");
        seat.write("sam");
        seat.press("Right");
        seat.expect(if lang == Lang::Ru { "это уже дарили" } else { "was given this on" });
        seat.press("Ctrl+u Esc u u u u u");
        assert!(seat.bench().export_json().unwrap() == before, "{lang:?}");
    }
}

#[test]
fn the_budget_and_the_limits_stand_on_a_page_of_their_own() {
    for (lang, kept) in [(Lang::En, "$500.00"), (Lang::Ru, "500,00 ₽")] {
        let mut seat = Seat::at_demo(lang, (80, 24)).on_russian_layout();
        let before = seat.bench().export_json().unwrap();
        let words = Words::new(lang);
        seat.press("2 W Tab Tab Tab");
        seat.expect(&words.say("gifts-rules"));
        seat.press("Down Down Enter");
        seat.write("12.5");
        seat.press("Enter");
        let wrong: String =
            words.say_with("cli-error-whole-money", &[("typed", "12.5".into())]).chars().take(30).collect();
        seat.expect(&wrong);
        seat.press("Ctrl+u");
        seat.write("500");
        seat.press("Enter");
        let shown = seat.screen().replace('\u{a0}', " ");
        assert!(shown.contains(kept) || shown.contains(kept.replace(".00", "").replace(",00", "").as_str()), "{shown}");
        assert_eq!(seat.bench().setting("gift_budget").unwrap().as_deref(), Some("500"));
        seat.press("Down Down Down Enter");
        seat.write("30");
        seat.press("Enter");
        assert_eq!(seat.bench().gift_rules().unwrap().tenure, 30);
        seat.press("Enter Enter");
        assert_eq!(seat.bench().gift_rules().unwrap().tenure, 365, "nothing said is as usual");
        seat.press("Esc u u u");
        assert!(seat.bench().export_json().unwrap() == before);
    }
}

#[test]
fn the_demonstration_has_a_catalogue_of_which_some_was_given() {
    for lang in Lang::ALL {
        let book = Book::empty();
        book.told(0, &["demo", "--lang", lang.name()]);
        let catalogue = book.json(0, &["gift", "list"]);
        let rows = catalogue["proposals"].as_array().or(catalogue.as_array()).unwrap();
        assert_eq!(rows.len(), 4);
        assert!(rows.iter().all(|gift| gift["price"].is_number()));
        assert!(rows.iter().any(|gift| gift["last_given"].is_string()));
    }
}

#[test]
fn several_gifts_at_once_cost_what_all_of_them_cost_by_the_catalogue() {
    let book = Book::demo();
    for (name, price) in [("owl", "900"), ("lamp", "250"), ("card, signed", "40")] {
        book.told(0, &["gift", "catalogue", "add", name, "--price", price]);
    }
    let cost = |items: &[&str]| -> Value {
        let items = items.iter().flat_map(|item| ["--item", item]);
        book.told(0, &["log", "gift", "D002"].into_iter().chain(items).collect::<Vec<_>>());
        let entry = book.json(0, &["timeline", "D002", "--kind", "gift"])[0].clone();
        json!([entry["item"], entry["amount"]])
    };
    assert_eq!(cost(&["owl", "lamp", "Owl"]), json!(["owl, lamp, Owl", 2050.0]));
    assert_eq!(cost(&["card, signed"]), json!(["card, signed", 40.0]));
    assert_eq!(cost(&["owl", "something"]), json!(["owl, something", null]), "what is not known is not made up");
    let mut seat = Seat::at(book.open(), Lang::En, (80, 24));
    seat.press("2 Home g");
    seat.write("lamp, owl");
    seat.press("Enter");
    let touches = rows_of(seat.bench(), "touch");
    let touch = touches.iter().find(|touch| touch["item"] == "lamp, owl").unwrap();
    assert_eq!(touch["cost"], 115_000);
}

#[test]
fn a_repeat_order_says_which_one_it_is() {
    let book = Book::empty();
    book.write("a.csv", "client;date;amount\nVega;01.10.2026;5\n");
    let csv = book.path("a.csv").display().to_string();
    book.told(0, &["import", &csv]);
    book.told(0, &["set", "language", "en"]);
    let told = book.told(0, &["log", "order", "Vega", "--amount", "900"]);
    assert!(told.starts_with("Order logged: Vega · repeat order #2"), "{told}");
    let mut seat = Seat::at(book.open(), Lang::En, (140, 40));
    seat.press("2 Enter");
    seat.expect("2 order days, #2");
}

#[test]
fn the_forecast_is_the_sum_of_what_each_regular_client_is_likely_to_order() {
    let book = Book::demo();
    let forecast = book.json(0, &["forecast", "--days", "90"]);
    let lines = forecast["clients"].as_array().unwrap();
    let clients = book.json(0, &["clients"]);
    let regular = clients.as_array().unwrap().iter().filter(|row| row["status"] == "regular").count();
    assert_eq!(lines.len(), regular);
    let sum: f64 = lines.iter().map(|line| line["amount"].as_f64().unwrap()).sum();
    assert!((sum - forecast["amount"].as_f64().unwrap()).abs() < 0.01, "{sum}");
    // By the figures that the alerts of the same client go by.
    let alerts = book.json(0, &["alerts", "--all", "--horizon", "90"]);
    for line in lines {
        let of = alerts.as_array().unwrap().iter().find(|row| row["id"] == line["id"]).unwrap();
        let number = |key: &str| of[key].as_f64().unwrap();
        let orders = 90.0 / number("usual_interval_days") * (1.0 - number("p_no_order"));
        assert!((orders - line["orders"].as_f64().unwrap()).abs() < 1e-9, "{line}");
    }
    let shorter = book.json(0, &["forecast", "--days", "30"])["amount"].as_f64().unwrap();
    assert!(shorter < sum, "{shorter} < {sum}");
    assert!(book.told(0, &["forecast"]).starts_with("In 90 days: $"));
    for (lang, title, headings, likely) in [
        (Lang::En, "Expected repeat sales", ["name", "expected", "orders"], "6.4"),
        (Lang::Ru, "Ожидаемые повторные продажи", ["название", "ожидается", "заказов"], "6,4"),
    ] {
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("z");
        seat.expect(title);
        let rows = seat.rows();
        let heads = rows.iter().position(|row| headings.iter().all(|heading| row.contains(heading))).unwrap();
        let ends = |row: usize, text: &str| rows[row].find(text).map(|at| rows[row][..at].width() + text.width());
        assert_eq!(ends(heads + 1, likely), ends(heads, headings[2]), "{}", seat.screen());
    }
    let told = book.told(0, &["forecast"]);
    let headings: Vec<&str> = told.lines().nth(1).unwrap().split_whitespace().collect();
    assert_eq!(headings, ["name", "expected", "orders"]);
    let nobody = Book::empty();
    nobody.told(0, &["client", "add", "Vega"]);
    let nobody = nobody.told(0, &["forecast"]);
    assert_eq!(nobody.lines().count(), 1, "{nobody}");
}

#[test]
fn a_membership_that_ends_soon_stands_on_today_and_among_the_dates_of_the_brief() {
    let book = Book::demo();
    let due = |book: &Book| -> Vec<Value> {
        let due = book.json(0, &["today"])["due"].as_array().unwrap().clone();
        due.into_iter().filter(|line| line["kind"] == "membership").collect()
    };
    let before = due(&book).len();
    book.told(0, &["membership", "D002", "--club", "Orbis circle", "--until", "2026-12-24"]);
    assert_eq!(due(&book).len(), before, "more than a month ahead");
    book.told(0, &["membership", "D002", "--club", "Orbis circle", "--until", "2026-12-13"]);
    let found = due(&book).into_iter().find(|line| line["text"] == "Orbis circle").unwrap();
    assert_eq!(json!([found["due"], found["what"]]), json!(["2026-12-13", "call about the membership"]));
    let told = book.told(0, &["today"]);
    assert!(told.contains("call: membership ends on Sun 13 Dec: Orbis circle"), "{told}");
    let dates = book.json(0, &["brief", "D002"])["dates"].clone();
    let date = dates.as_array().unwrap().iter().find(|date| date["kind"] == "membership").unwrap();
    assert_eq!(*date, json!({"day": "2026-12-13", "kind": "membership", "name": "Orbis circle"}));
    for lang in Lang::ALL {
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        let words = Words::new(lang);
        seat.press("3");
        for _ in 0..60 {
            let row = seat.rows().into_iter().rfind(|row| row.contains('▌')).unwrap_or_default();
            if row.contains(&words.say("kind-membership")) && row.contains("Northwind") {
                break;
            }
            seat.press("Down");
        }
        seat.press("D");
        seat.expect("Orbis circle");
        seat.press("Esc");
    }
    book.told(0, &["membership", "D002", "--end"]);
    assert_eq!(due(&book).len(), before);
}

#[test]
fn a_club_is_typed_as_the_line_of_keys_says_and_its_points_take_their_forms() {
    for (lang, typed, hint, shown) in [
        (Lang::En, "Circle until 31.12.2026, 1 point", "until 31.12.2026, 120 points", "1 point"),
        (Lang::Ru, "Circle до 31.12.2026, 22 балла", "до 31.12.2026, 120 баллов", "22 балла"),
    ] {
        let mut seat = Seat::at_demo(lang, (80, 24));
        seat.press("2 Home W m");
        seat.expect(hint);
        seat.write(typed);
        seat.press("Enter");
        let row = rows_of(seat.bench(), "membership").into_iter().find(|row| row["club"] == "Circle").unwrap();
        let points: i64 = shown.split(' ').next().unwrap().parse().unwrap();
        assert_eq!(json!([row["until"], row["points"]]), json!(["2026-12-31", points]));
        assert!(seat.screen().replace('\u{a0}', " ").contains(shown), "{}", seat.screen());
    }
}
