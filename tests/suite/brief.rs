//! What to know before a talk: every fact that is on record, none that is not, on one screen.

use std::path::Path;
use std::process::Command;

use regulars::domain::touch::TouchKind;
use regulars::ops::{LANGUAGE, NewsDraft, NoteDraft, TouchDraft};
use regulars::text::Lang;
use serde_json::json;

use crate::pty::Terminal;
use crate::seat::Seat;
use crate::support::{Book, bring_in, first_client, table, today};

/// Vega with orders of glue, mostly with tape and mostly with ink; the last one was of glue alone.
fn vega() -> Book {
    let book = Book::empty();
    let bench = book.open();
    let orders =
        [("06", "glue tape ink"), ("07", "glue tape"), ("08", "glue ink Tape"), ("09", "pins"), ("11", "glue")];
    let rows = orders.iter().flat_map(|(month, items)| {
        items.split(' ').map(move |item| format!("Vega;Ann Lee;2026-{month}-03;N-{month};{item};100"))
    });
    let csv = book.write("orders.csv", table("client;person;date;number;item;amount", rows));
    bring_in(&bench, Path::new(&csv)).unwrap();
    bench.set_setting(LANGUAGE, "en").unwrap();
    let client = first_client(&bench);
    let talk = |kind, on: &str, note: &str, important| {
        let when = Some((on.parse().unwrap(), None));
        bench.log_touch(&TouchDraft { when, important, note: note.into(), ..TouchDraft::new(client, kind) }).unwrap();
    };
    talk(TouchKind::Call, "2026-08-20", "long ago", false);
    talk(TouchKind::Call, "2026-10-01", "does not like to be called before noon", true);
    talk(TouchKind::Mail, "2026-11-02", "a catalogue", false);
    talk(TouchKind::Meeting, "2026-11-05", "", false);
    talk(TouchKind::Message, "2026-11-20", "thanks for the photos", false);
    let gift = TouchDraft {
        item: "calendar".into(),
        cost: Some(regulars::domain::money::Money(90_000)),
        when: Some(("2026-11-06".parse().unwrap(), None)),
        ..TouchDraft::new(client, TouchKind::Gift)
    };
    bench.log_touch(&gift).unwrap();
    let note = NoteDraft {
        client,
        text: "pays by the 10th".into(),
        day: "2026-11-22".parse().ok(),
        important: true,
        next: Some(today() + chrono::Days::new(2)),
        tags: Vec::new(),
        promises: Vec::new(),
    };
    bench.log_note(&note).unwrap();
    bench
        .add_news(&NewsDraft { text: "a new glue".into(), since: "2026-11-20".parse().ok(), ..NewsDraft::default() })
        .unwrap();
    bench.make_fresh().unwrap();
    drop(bench);
    book.told(0, &["promise", "Vega", "send the list", "--by", "fri", "--waits-on", "office"]);
    book.told(0, &["promise", "Vega", "pay N-09", "--by", "today", "--theirs"]);
    book
}

#[test]
fn every_fact_on_record_is_told() {
    let book = vega();
    let brief = book.json(0, &["brief", "Vega"]);
    let days = |list: &str| {
        brief[list].as_array().unwrap().iter().map(|row| json!([row["day"], row["kind"]])).collect::<Vec<_>>()
    };
    assert_eq!(
        days("talks"),
        [json!(["2026-11-20", "message"]), json!(["2026-11-05", "meeting"]), json!(["2026-10-01", "call"])]
    );
    assert_eq!((&brief["talks"][0]["text"], &brief["talks"][1]["text"]), (&json!("thanks for the photos"), &json!("")));
    assert_eq!(brief["promises"]["open"].as_array().unwrap().len(), 2);
    assert_eq!(brief["promises"]["theirs"], json!({"due": 0, "kept": 0, "late": 0, "rate": null}));
    assert_eq!(brief["last_order"], json!({"day": "2026-11-03", "amount": 100.0}));
    assert_eq!(
        brief["basket"],
        json!({
            "day": "2026-11-03", "items": ["glue"], "of": 4, "usual": 3,
            "missing": [{"item": "Tape", "seen": 3}, {"item": "ink", "seen": 2}],
        })
    );
    assert_eq!(
        (&brief["gifts"], &brief["gifts_given"]),
        (&json!([{"day": "2026-11-06", "item": "calendar", "cost": 900.0}]), &json!(1))
    );
    assert_eq!(brief["news"], json!(["a new glue"]));
    let important = brief["important"].as_array().unwrap().iter().map(|row| row["text"].clone()).collect::<Vec<_>>();
    assert_eq!(important, ["pays by the 10th", "does not like to be called before noon"]);
    assert!(days("dates").contains(&json!(["2026-11-26", "contact"])), "{brief}");
}

#[test]
fn a_full_brief_shows_something_of_every_section_and_the_whole_below_it() {
    let book = vega();
    book.told(
        0,
        &["client", "set", "Vega", "values", "quick answers", "puts-up-with", "prepayment", "call-hours", "10-18"],
    );
    book.told(0, &["client", "set", "Vega", "type", "loyal", "ties", "social", "manner", "rational"]);
    book.told(0, &["person", "add", "Vega", "Ann Lee", "unsaid", "the old boss", "prefers", "call"]);
    book.told(0, &["complaint", "open", "Vega", "-m", "a torn box"]);
    book.told(0, &["competitor", "add", "Vega", "Lyra", "--threat", "2"]);
    for n in 0..12 {
        book.told(0, &["news", "add", &format!("{n} {}", "news ".repeat(30)), "--from", "2026-11-20"]);
        book.told(0, &["promise", "Vega", &format!("paper {n}"), "--by", "2026-12-09"]);
        book.told(0, &["log", "gift", "Vega", "--item", &format!("mug {n}")]);
    }
    for (lang, headings, whole) in [
        (
            "en",
            [
                "alert",
                "client",
                "values",
                "people",
                "last talks",
                "promises",
                "complaint",
                "competitors",
                "last order",
                "evaluation",
                "gifts",
                "to tell",
                "coming",
                "important",
            ],
            "in full",
        ),
        (
            "ru",
            [
                "тревога",
                "клиент",
                "ценит",
                "люди",
                "разговоры",
                "обещания",
                "претензия",
                "конкуренты",
                "заказ",
                "оценка",
                "подарки",
                "рассказать",
                "впереди",
                "важно",
            ],
            "полностью",
        ),
    ] {
        let piped = |args: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_regulars"));
            command.arg("--db").arg(book.file()).args(["--today", "2026-11-23", "--lang", lang]).args(args);
            String::from_utf8(command.output().unwrap().stdout).unwrap()
        };
        let text = piped(&["brief", "Vega"]);
        let cut = text
            .lines()
            .filter(|line| line.contains('…') || line.rsplit_once(" +").is_some_and(|(_, n)| n.parse::<u8>().is_ok()));
        assert_eq!(cut.count(), 0, "{text}");
        assert_eq!(text.lines().filter(|line| line.contains("paper ")).count(), 12, "{text}");
        let mut seat = Seat::at(book.open(), Lang::from_name(lang).unwrap(), (80, 24));
        seat.press("5 b");
        let screen = seat.screen();
        let starts = |heading: &str| {
            screen.lines().any(|line| line.trim_start_matches(['│', ' ']).starts_with(&format!("{heading} ")))
        };
        let absent: Vec<&str> = headings.into_iter().filter(|heading| !starts(heading)).collect();
        assert!(absent.is_empty(), "no {absent:?} on\n{screen}");
        assert!(screen.contains("+12"), "{screen}");
        assert!(!screen.contains("paper 11"), "{screen}");
        seat.press("PgDn");
        seat.expect(whole);
        let mut seen = seat.screen();
        for _ in 0..8 {
            seat.press("PgDn");
            seen += &seat.screen();
        }
        assert!((0..12).all(|n| seen.contains(&format!("paper {n}"))), "{seen}");
    }
}

#[test]
fn it_fits_one_screen_in_both_languages() {
    let book = vega();
    for n in 0..12 {
        book.told(0, &["news", "add", &format!("{n} {}", "news ".repeat(30)), "--from", "2026-11-20"]);
    }
    for (lang, told) in [
        (
            "en",
            [
                "missing, though usual: Tape (3/4), ink (2/4)",
                "Fri 20 Nov, message: thanks for the photos",
                "Thu 5 Nov, meeting: nothing was written down",
            ],
        ),
        (
            "ru",
            [
                "обычно есть, а теперь нет: Tape (3/4), ink (2/4)",
                "пт 20 ноя, сообщение: thanks for the photos",
                "чт 5 ноя, встреча: ничего не записано",
            ],
        ),
    ] {
        let path = book.file().display().to_string();
        let args = ["--db", &path, "--today", "2026-11-23", "--lang", lang, "brief", "Vega"];
        let text = Terminal::start(&book.path(""), Lang::En, &args).ends_with(0);
        let text = text.replace('\u{a0}', " ");
        assert!(text.trim_end().lines().count() <= 23, "{text}");
        assert!(text.starts_with("Vega"), "{text}");
        for fact in told {
            assert!(text.contains(fact), "no {fact} in\n{text}");
        }
        let listed = text.lines().filter(|line| line.contains("news news") || line.contains("a new glue")).count();
        let left_out = text.lines().find_map(|line| line.rsplit_once(" +")?.1.parse::<usize>().ok());
        assert_eq!(listed + left_out.unwrap(), 13, "{text}");
        let mut seat = Seat::at(book.open(), Lang::from_name(lang).unwrap(), (80, 24));
        seat.press("5 b");
        for fact in told {
            seat.expect(fact);
        }
        seat.press("c");
        seat.expect(&seat.app.words().say("bar-key-save"));
        seat.press("Esc h b");
        let shown = seat.screen();
        let hidden = ["Vega", "Ann Lee", "thanks", "send the list", "calendar", "glue", "pays by"];
        assert!(hidden.iter().all(|word| !shown.contains(word)), "behind the curtain: {shown}");
        seat.press("Esc");
        assert!(!seat.screen().contains("send the list"), "behind the curtain: {}", seat.screen());
        seat.press("h");
    }
}

#[test]
fn nothing_is_made_up() {
    let book = Book::empty();
    book.told(0, &["import", &book.write("client.csv", "client\nOrion\n")]);
    let text = book.told(0, &["brief", "Orion"]);
    assert!(text.starts_with("Orion · potential\n"), "{text}");
    let headings: Vec<&str> = text.lines().skip(1).map(|line| line.split("  ").next().unwrap()).collect();
    assert!(headings.contains(&"last talks") && text.contains("no talk on record"), "{text}");
    for absent in ["promises", "last order", "gifts", "to tell", "important"] {
        assert!(!headings.contains(&absent), "{text}");
    }
    let brief = book.json(0, &["brief", "Orion"]);
    assert_eq!((&brief["talks"], &brief["last_order"], &brief["basket"]), (&json!([]), &json!(null), &json!(null)));
    assert!(book.refused(3, &["brief", "nobody"]).starts_with("No client fits"));
}

#[test]
fn how_evenly_a_client_orders_hints_at_how_it_chooses_until_somebody_says_so() {
    let book = Book::empty();
    let rows = (1..=7).map(|month| format!("Vega;2026-{month:02}-15;100"));
    book.told(0, &["import", &book.write("orders.csv", table("client;date;amount", rows))]);
    assert_eq!(book.json(0, &["show", "Vega"])["manner_hinted"], "adherent");
    let told = book.told(0, &["brief", "Vega"]);
    assert!(told.contains("the gaps scatter by 3.5 %"), "{told}");
    assert!(told.contains("To say so: regulars client set CLIENT manner adherent."), "no key of the screen: {told}");
    assert!(book.told(0, &["show", "Vega"]).contains("regulars client set CLIENT manner adherent"));
    book.told(0, &["set", "language", "en"]);
    let mut seat = Seat::at(book.open(), Lang::En, (140, 40));
    seat.press("2 b");
    seat.expect("To say so: E.");
    drop(seat);
    book.told(0, &["client", "set", "Vega", "manner", "rational"]);
    let said = book.json(0, &["show", "Vega"]);
    assert_eq!((&said["manner"], &said["manner_hinted"]), (&json!("rational"), &json!(null)));
    assert!(!book.told(0, &["brief", "Vega"]).contains("scatter"));
}
