//! A day of work: a client is found, everything is logged to it, taken back and brought back, on either keyboard layout.

use std::path::Path;

use chrono::Days;
use regulars::domain::timeline::Kinds;
use regulars::domain::touch::TouchKind;
use regulars::ops::LANGUAGE;
use regulars::text::{Lang, Words};
use regulars::tui::Effect;
use serde_json::Value;

use crate::screens::{SIZES, odd_book, rows_of};
use crate::seat::Seat;
use crate::support::{Book, bring_in, today};

/// One day's work with one client: found, opened, everything logged to it, taken back and brought back.
#[track_caller]
fn daily_loop(mut seat: Seat, asked: &str) {
    let start = seat.bench().export_json().unwrap();
    let client = seat.bench().client_named(asked).unwrap();
    let words = Words::new(seat.app.words().lang());
    let said = |verb: &str| capitalised(&words.say(verb));
    let id: Value = client.0.into();
    seat.press("/");
    seat.write(asked);
    seat.press("Enter");
    seat.expect("▌5 ");
    for (key, kind) in [("c", "call"), ("w", "message"), ("m", "meeting")] {
        seat.press(key);
        seat.write(&format!("said in a {kind}"));
        seat.press("Down Enter");
        seat.expect(&said(&format!("verb-log-{kind}")));
        let touch = rows_of(seat.bench(), "touch").pop().unwrap();
        let found = [&touch["client_id"], &touch["kind"], &touch["outcome"], &touch["note"], &touch["day"]];
        let wanted: [&Value; 5] =
            [&id, &kind.into(), &"no_answer".into(), &format!("said in a {kind}").into(), &"2026-11-24".into()];
        assert_eq!(found, wanted);
    }
    // The name of a gift may be completed: a space ends the offer.
    type_into(&mut seat, "g", "calendar =900 ");
    seat.expect(&said("verb-log-gift"));
    let gift = rows_of(seat.bench(), "touch").pop().unwrap();
    assert_eq!([&gift["client_id"], &gift["item"], &gift["cost"]], [&id, &"calendar".into(), &90_000.into()]);
    type_into(&mut seat, "n", "likes tea #vip");
    seat.expect(&said("verb-log-note"));
    let note = rows_of(seat.bench(), "note").pop().unwrap();
    assert_eq!([&note["client_id"], &note["text"]], [&id, &"likes tea".into()]);
    assert_eq!(rows_of(seat.bench(), "tag").pop().unwrap()["name"], "vip");
    type_into(&mut seat, "p", "12 500,50 by telephone");
    seat.expect(&said("verb-log-order"));
    let order = rows_of(seat.bench(), "orders").pop().unwrap();
    assert_eq!(
        [&order["client_id"], &order["amount"], &order["note"]],
        [&id, &1_250_050.into(), &"by telephone".into()]
    );
    let step = || format!("{}", today() + Days::new(7));
    seat.press("f 3");
    let steps = |seat: &Seat| -> Vec<Value> {
        rows_of(seat.bench(), "next_step").into_iter().filter(|step| step["client_id"] == id).collect()
    };
    assert_eq!(steps(&seat)[0]["day"], step());
    let done = seat.bench().export_json().unwrap();
    seat.press("u");
    seat.expect(&words.say("verb-follow-up"));
    assert!(steps(&seat).iter().all(|found| found["day"] != step()));
    seat.press("U");
    assert!(seat.bench().export_json().unwrap() == done, "redo is the way back");
    for key in ["?", ":"] {
        seat.press(key);
        seat.expect(&words.say("actions-title"));
        seat.write(&words.say("action-open-complaint"));
        seat.press("Enter");
        seat.write("a torn box");
        seat.press("Enter");
        assert_eq!(rows_of(seat.bench(), "complaint").pop().unwrap()["text"], "a torn box");
        seat.press("u");
    }
    for _ in 0..7 {
        seat.press("u");
    }
    assert!(seat.bench().export_json().unwrap() == start, "everything was taken back");
    seat.press("1");
    assert_eq!(seat.asked.iter().filter(|effect| **effect == Effect::Quit).count(), 0);
    seat.press("q");
    assert_eq!(seat.asked.last(), Some(&Effect::Quit));
}

fn type_into(seat: &mut Seat, key: &str, text: &str) {
    seat.press(key);
    seat.write(text);
    seat.press("Enter");
}

pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[test]
fn a_day_of_work_on_either_keyboard_layout() {
    for (lang, asked) in [(Lang::En, "kama st"), (Lang::Ru, "камаст")] {
        for size in SIZES {
            daily_loop(Seat::at_demo(lang, size), asked);
            daily_loop(Seat::at_demo(lang, size).on_russian_layout(), asked);
        }
    }
}

#[test]
fn a_day_of_work_among_three_hundred_odd_names() {
    let book = odd_book();
    for (place, size) in SIZES.into_iter().enumerate() {
        let seat = Seat::at(book.open(), Lang::ALL[place % 2], size);
        daily_loop(if place < 2 { seat } else { seat.on_russian_layout() }, &format!("K29{place}"));
    }
}

#[test]
fn an_event_at_the_client_is_entered_with_a_key_and_ended_with_it() {
    for (lang, over) in [(Lang::En, "over: a competitor"), (Lang::Ru, "завершено: конкурент")] {
        let said = |key: &str| Words::new(lang).say(key);
        let book = Book::empty();
        let bench = book.open();
        bring_in(&bench, Path::new(&book.write("orders.csv", "client;date;amount\nVega;2026-11-20;10\n"))).unwrap();
        bench.set_setting(LANGUAGE, lang.name()).unwrap();
        bench.make_fresh().unwrap();
        let mut seat = Seat::at(bench, lang, (80, 40));
        seat.press("5 e Up");
        seat.write("Lyra @yesterday sells it for less");
        seat.press("Tab");
        seat.expect(&format!("‹{}›", said("event-competitor")));
        seat.press("Enter");
        seat.expect("Lyra");
        let event = rows_of(seat.bench(), "client_event").pop().unwrap();
        assert_eq!([&event["kind"], &event["text"]], ["competitor", "Lyra @yesterday sells it for less"]);
        seat.press("e Up");
        seat.expect(&format!("‹{over}›"));
        seat.press("Enter");
        let event = rows_of(seat.bench(), "client_event").pop().unwrap();
        assert_eq!(event["ended_on"], format!("{}", today()));
        seat.press("u u");
        assert_eq!(rows_of(seat.bench(), "client_event").len(), 0);
    }
}

#[test]
fn a_touch_is_logged_with_those_whose_alerts_are_marked() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    let alerts = seat.bench().alert_page(0, 3).unwrap();
    let touches = |seat: &Seat, place: usize| {
        seat.bench().count_timeline(alerts[place].client, Kinds::Touch(TouchKind::Message)).unwrap()
    };
    let before = [0, 1, 2].map(|place| touches(&seat, place));
    seat.press("4 Home Space Space w");
    seat.write("news");
    seat.press("Enter");
    assert_eq!([0, 1, 2].map(|place| touches(&seat, place) - before[place]), [1, 1, 0]);
}

#[test]
fn the_day_that_was_chosen_is_told_where_another_contact_comes_before_it() {
    let book = Book::demo();
    let told = book.told(0, &["log", "call", "Vega", "--next", "+40", "-m", "spoke"]);
    assert!(told.contains("as you chose"), "{told}");
}
