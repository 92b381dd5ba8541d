//! News to share: for whom, who has heard them, told once.

use regulars::domain::news::Audience;
use regulars::domain::status::Status;
use regulars::domain::touch::{Outcome, TouchKind};
use regulars::ops::{NewsDraft, OpError, TouchDraft, Workbench};
use regulars::text::Lang;

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, clock, today};

fn demo() -> Workbench {
    let bench = Workbench::in_memory(clock()).unwrap();
    bench.fill_with_demo("en").unwrap();
    bench.make_fresh().unwrap();
    bench
}

fn draft(text: &str, audience: Audience) -> NewsDraft {
    NewsDraft { text: text.into(), audience, ..NewsDraft::default() }
}

#[test]
fn a_client_is_told_once_and_undo_takes_the_telling_back() {
    let bench = demo();
    bench.add_news(&draft("new prices", Audience { statuses: vec![Status::Regular], ..Audience::default() })).unwrap();
    bench
        .add_news(&draft("an exhibition", Audience { cities: vec!["nowhere".into()], ..Audience::default() }))
        .unwrap();
    let rows = bench.list_page(0, 100).unwrap();
    let regular =
        |row: &&regulars::ops::ClientRow| row.derived.as_ref().is_some_and(|found| found.status == Status::Regular);
    let client = rows.iter().find(regular).unwrap().client;
    let other = rows.iter().find(|row| !regular(row)).unwrap().client;
    let texts = |client| bench.unheard_by(client).unwrap().into_iter().map(|news| news.text).collect::<Vec<_>>();
    assert_eq!((texts(client), texts(other)), (vec!["new prices".to_owned()], vec![]));
    let told: Vec<_> = bench.unheard_by(client).unwrap().into_iter().map(|news| news.id).collect();
    let mut touch = TouchDraft { told, outcome: Outcome::NoAnswer, ..TouchDraft::new(client, TouchKind::Call) };
    bench.log_touch(&touch).unwrap();
    assert_eq!(texts(client), ["new prices"], "nobody answered, so nobody heard");
    touch.outcome = Outcome::Reached;
    bench.log_touch(&touch).unwrap();
    assert_eq!(texts(client), [""; 0]);
    let counts = || bench.news().unwrap().iter().map(|line| (line.heard, line.unheard)).collect::<Vec<_>>();
    assert_eq!(counts(), [(0, 0), (1, 44)]);
    let hearing = bench.hearing(&bench.news().unwrap()[1].news).unwrap();
    assert_eq!((hearing.len(), hearing[44].client, hearing[44].heard), (45, client, Some(today())));
    bench.undo().unwrap();
    assert_eq!((texts(client), counts()), (vec!["new prices".to_owned()], vec![(0, 0), (0, 45)]));
    bench.close_news(&bench.news_named("PRICES").unwrap()).unwrap();
    assert_eq!(texts(client), [""; 0], "ended news are told to nobody");
    assert!(matches!(bench.news_named("prices"), Err(OpError::NoNews { .. })));
}

#[test]
fn the_bar_of_a_call_reminds_and_one_key_marks_it_told() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24)).on_russian_layout();
    seat.press("N a");
    seat.write("new prices from 1 December #nobody");
    seat.press("Backspace Backspace Backspace Backspace Backspace Backspace Backspace Enter");
    assert!(seat.screen().contains("• new prices from 1 December"), "{}", seat.screen());
    seat.press("a");
    seat.write("a stand at the fair >30.12");
    seat.press("Enter Esc 1 Home c");
    assert!(seat.screen().contains("2 news not heard yet. F9 told: new prices from 1 December"), "{}", seat.screen());
    seat.press("F9");
    assert!(seat.screen().contains("✓ 1 of 2 told. F9 told: a stand at the fair"), "{}", seat.screen());
    seat.press("Enter");
    assert_eq!(rows_of(seat.bench(), "news_told").len(), 1);
    seat.press("N Down Enter");
    let shown = seat.screen();
    assert!(shown.contains("new prices from 1 December") && shown.contains("○"), "{shown}");
    seat.press("Enter");
    assert_eq!(rows_of(seat.bench(), "news_told").len(), 2, "told aside from a call");
    seat.press("Esc x Esc u u u");
    assert_eq!(rows_of(seat.bench(), "news_told").len(), 0);
    let ends: Vec<_> = rows_of(seat.bench(), "news").iter().map(|row| row["until"].clone()).collect();
    assert_eq!(ends, [serde_json::Value::Null, "2026-12-30".into()]);
}

#[test]
fn the_command_line_adds_lists_tells_and_ends() {
    let book = Book::demo();
    let told = book.told(0, &["news", "add", "new prices", "--status", "regular", "--until", "30.12"]);
    assert_eq!(told, "News added: new prices\n");
    book.told(0, &["news", "edit", "prices", "--text", "newer prices"]);
    let list = book.told(0, &["news"]);
    assert_eq!(list, "• newer prices  23 Nov – 30 Dec  regular  heard by 0, not yet by 45\n");
    book.told(0, &["log", "call", "D001", "--told", "newer"]);
    let who = book.json(0, &["news", "who", "newer"]);
    assert_eq!((who.as_array().unwrap().len(), &who[44]["heard"]), (45, &"2026-11-23".into()));
    book.told(0, &["undo"]);
    assert!(book.told(0, &["news", "told", "newer", "D001"]).starts_with("News told: Romashka LLC"));
    assert_eq!(book.json(0, &["news"])[0]["heard"], 1);
    assert_eq!(book.told(0, &["news", "close", "newer"]), "News ended: newer prices\n");
    book.refused(1, &["news", "close", "newer"]);
    assert!(book.refused(2, &["news", "add", "x", "--from", "+9", "--until", "+3"]).contains("lies before"));
    book.refused(2, &["log", "note", "D001", "-m", "x", "--told", "newer"]);
}

#[test]
fn news_are_meant_for_statuses_towns_and_trades_on_the_screen_too() {
    for lang in Lang::ALL {
        for size in [(80, 24), (120, 32)] {
            let mut seat = Seat::at_demo(lang, size);
            let row = seat.bench().list_page(0, 1).unwrap().remove(0);
            let city = seat.bench().card(row.client).unwrap().unwrap().client.city;
            seat.press("N a");
            seat.write("new prices #опт");
            seat.press("Down Right Right Space Right Space Down");
            seat.write(&format!("{city}, Riga"));
            seat.press("Down");
            seat.write(if lang == Lang::Ru { "День строителя" } else { "builder" });
            let audience = Audience {
                statuses: vec![Status::Client, Status::Regular],
                star: false,
                tags: vec!["опт".into()],
                cities: vec![city, "Riga".into()],
                industries: vec!["builder".into()],
            };
            seat.expect(&seat.app.words().audience(&audience, seat.bench().days()));
            seat.press("Enter");
            assert_eq!(seat.bench().news().unwrap()[0].news.audience, audience);
            // Changing the text leaves for whom they are.
            seat.press("e Home");
            seat.write("our ");
            seat.press("Enter");
            let changed = seat.bench().news().unwrap()[0].news.clone();
            assert_eq!((changed.text.as_str(), changed.audience), ("our new prices", audience));
            seat.press("e Down Down Down Ctrl+u Up Ctrl+u Up Space Enter");
            let changed = seat.bench().news().unwrap()[0].news.clone();
            assert_eq!(
                changed.audience,
                Audience {
                    statuses: vec![Status::Potential, Status::Client, Status::Regular],
                    tags: vec!["опт".into()],
                    ..Audience::default()
                }
            );
            seat.press("Esc u u u");
            assert!(seat.bench().news().unwrap().is_empty());
        }
    }
}
