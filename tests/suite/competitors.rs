//! Competitors at clients: noted, changed, gone; a threat is spoken of, and a hint is decided about.

use regulars::text::{Lang, Words};
use serde_json::{Value, json};

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::Book;

#[test]
fn the_command_line_notes_them_and_a_threat_and_a_hint_raise_their_kinds() {
    let book = Book::demo();
    let kinds = || -> Vec<Value> {
        let reasons = book.json(0, &["show", "D002"])["reasons"].as_array().unwrap().clone();
        let about = |kind: &Value| *kind == "competitor" || *kind == "hint";
        reasons.iter().map(|reason| reason["kind"].clone()).filter(about).collect()
    };
    book.told(0, &["competitor", "add", "D002", "Orbis", "--piece", "small lots", "--brought-by", "the new buyer"]);
    assert_eq!(kinds(), Vec::<Value>::new(), "one with its own piece is nothing to speak of");
    book.told(0, &["competitor", "edit", "orbis", "--threat", "2"]);
    assert_eq!(kinds(), ["competitor"]);
    book.refused(2, &["competitor", "edit", "orbis", "--threat", "4"]);
    book.told(0, &["competitor", "edit", "orbis", "--hint", "yes", "--losing", "yes"]);
    assert_eq!(kinds(), ["hint"]);
    let show = book.told(0, &["show", "D002"]);
    assert!(
        show.contains("A competitor was invited as a hint: Orbis. Leave, leave for a time, or join the race."),
        "{show}"
    );
    assert!(
        show.contains("Competitor Orbis, threat 2 of 3, since Mon 23 Nov · has: small lots · brought by the new buyer"),
        "{show}"
    );
    book.refused(2, &["competitor", "decide", "orbis", "--way", "race"]);
    book.told(0, &["competitor", "decide", "orbis", "--way", "race", "--by", "today"]);
    assert_eq!(kinds(), ["competitor"], "what is decided is no open hint");
    let listed = book.json(0, &["competitor", "list", "D002"])[0].clone();
    assert_eq!(
        json!([listed["threat"], listed["losing"], listed["hint"], listed["way"], listed["by"]]),
        json!([2, true, true, "race", "2026-11-23"])
    );
    assert!(book.told(0, &["today"]).contains("•  competitor  Northwind Mills  join the race: Orbis\n"));
    book.told(0, &["competitor", "gone", listed["id"].as_str().unwrap()]);
    assert_eq!((kinds(), book.json(0, &["today"])["due"].clone()), (Vec::new(), json!([])));
    book.refused(1, &["competitor", "gone", "orbis"]);
    book.told(0, &["undo"]);
    assert_eq!(kinds(), ["competitor"]);
    assert_eq!(book.json(0, &["competitor", "list"]).as_array().unwrap().len(), 2, "and the one of the demonstration");
}

#[test]
fn a_board_keeps_them_and_the_curtain_hides_their_names() {
    for (lang, size) in Lang::ALL.into_iter().zip([(80, 24), (140, 40)]) {
        let words = Words::new(lang);
        let mut seat = Seat::at_demo(lang, size).on_russian_layout();
        let before = rows_of(seat.bench(), "competitor").len();
        seat.press("2 Home O");
        seat.expect(&words.say("board-no-competitor"));
        seat.press("1");
        seat.write("Orion Trade");
        seat.press("Down Down Down Right Down Down Right Enter");
        let row = rows_of(seat.bench(), "competitor").pop().unwrap();
        assert_eq!(json!([row["name"], row["threat"], row["losing"], row["hint"]]), json!(["Orion Trade", 2, 0, 1]));
        seat.expect(&words.say("competitor-hint"));
        seat.press("2 Right Enter");
        let row = rows_of(seat.bench(), "competitor").pop().unwrap();
        assert_eq!(json!([row["way"], row["way_by"]]), json!(["pause", "2026-12-01"]));
        seat.press("Esc h O");
        assert!(!seat.screen().contains("Orion"), "{}", seat.screen());
        seat.press("Esc h O 1 Down");
        seat.write("tenders");
        seat.press("Enter 3");
        let row = rows_of(seat.bench(), "competitor").pop().unwrap();
        assert_eq!(json!([row["piece"], row["gone_on"]]), json!(["tenders", "2026-11-24"]));
        seat.press("Esc u u u u");
        assert_eq!(rows_of(seat.bench(), "competitor").len(), before);
    }
}

#[test]
fn competitors_concessions_and_free_work_stand_in_the_history_and_competitors_in_the_brief() {
    for (lang, threat, gone) in
        [(Lang::En, "threat 2 of 3", "gone Mon 23 Nov"), (Lang::Ru, "угроза 2 из 3", "ушёл пн 23 ноя")]
    {
        let book = Book::empty();
        book.told(0, &["demo", "--lang", lang.name()]);
        book.told(0, &["competitor", "add", "D002", "Orbis", "--piece", "small lots", "--threat", "2"]);
        book.told(0, &["concession", "D002", "five per cent", "--cost", "120"]);
        book.told(0, &["free-work", "D002", "a drawing", "--worth", "300"]);
        let kinds = |kind: &str| book.json(0, &["timeline", "D002", "--kind", kind]);
        assert_eq!(
            json!([kinds("concession")[0]["text"], kinds("concession")[0]["amount"]]),
            json!(["five per cent", 120.0])
        );
        assert_eq!(
            json!([kinds("free_work")[0]["text"], kinds("free_work")[0]["amount"]]),
            json!(["a drawing", 300.0])
        );
        let rival = kinds("competitor")[0].clone();
        assert_eq!(
            json!([rival["text"], rival["item"], rival["threat"], rival["closed_on"]]),
            json!(["Orbis", "small lots", 2, null])
        );
        assert_eq!(book.json(0, &["brief", "D002"])["competitors"][0]["name"], "Orbis");
        let mut seat = Seat::at(book.open(), lang, (100, 30));
        let said = |seat: &Seat, key: &str| seat.app.words().say(key);
        seat.press("/");
        seat.write(if lang == Lang::En { "Northwind" } else { "Северные" });
        seat.press("Enter b");
        seat.expect(&said(&seat, "brief-competitors"));
        seat.expect("Orbis");
        seat.press("Esc l");
        for (kind, text) in
            [("kind-competitor", threat), ("kind-concession", "five per cent"), ("kind-free-work", "a drawing")]
        {
            seat.expect(&said(&seat, kind));
            seat.expect(text);
        }
        seat.press("Esc h l");
        assert!(!seat.screen().contains("Orbis") && !seat.screen().contains("small lots"), "{}", seat.screen());
        book.told(0, &["competitor", "gone", "Orbis"]);
        let mut seat = Seat::at(book.open(), lang, (100, 30));
        seat.press("/");
        seat.write(if lang == Lang::En { "Northwind" } else { "Северные" });
        seat.press("Enter l");
        seat.expect(gone);
    }
}

#[test]
fn a_competitor_is_given_another_name_and_undo_brings_the_old_one_back() {
    let book = Book::demo();
    book.told(0, &["competitor", "add", "D002", "Orbis", "--threat", "2"]);
    book.told(0, &["competitor", "edit", "orbis", "--name", "Orbis Group"]);
    let found = || -> Value {
        let listed = book.json(0, &["competitor", "list", "D002"])[0].clone();
        json!([listed["name"], listed["threat"]])
    };
    assert_eq!(found(), json!(["Orbis Group", 2]));
    book.refused(2, &["competitor", "edit", "orbis", "--name", " "]);
    book.told(0, &["undo"]);
    assert_eq!(found(), json!(["Orbis", 2]));
    for lang in Lang::ALL {
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("/");
        seat.write("Northwind");
        seat.press("Enter O 1");
        seat.write(" Group");
        seat.press("Enter");
        assert_eq!(found(), json!(["Orbis Group", 2]));
        seat.press("Esc u");
        assert_eq!(found(), json!(["Orbis", 2]));
    }
}
