//! Clients closed for a reason and reopened, and how the losses split beside the figures of the source.

use regulars::domain::closing::ClosedWhy;
use regulars::text::{Lang, Words};
use serde_json::{Value, json};

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::Book;

#[test]
fn a_third_contact_of_the_year_with_a_former_client_is_asked_for_twice() {
    let book = Book::empty();
    book.told(0, &["client", "add", "Vega"]);
    book.told(0, &["client", "add", "Orion"]);
    book.told(0, &["close", "Vega", "--why", "moved"]);
    book.told(0, &["set", "language", "en"]);
    for kind in ["call", "mail"] {
        book.told(0, &["log", kind, "Vega", "--on", "2026-11-21"]);
    }
    let before = book.dump();
    let refused = book.refused(1, &["log", "call", "Vega"]);
    assert!(refused.contains("contact 3 of the year") && refused.contains("--anyway"), "{refused}");
    book.refused(1, &["log", "call", "Orion", "Vega"]);
    assert_eq!(book.dump(), before);
    // What did not take place is none, and the year before is another one.
    book.told(0, &["log", "call", "Vega", "--outcome", "no-answer"]);
    book.told(0, &["log", "call", "Vega", "--on", "2025-12-30"]);
    let mut seat = Seat::at(book.open(), Lang::En, (80, 24));
    let count = |seat: &Seat| rows_of(seat.bench(), "touch").len();
    let had = count(&seat);
    seat.press("2 End c Enter");
    seat.expect("Contact 3 of the year with a former client; Enter again logs it.");
    seat.write("x");
    seat.press("Enter");
    assert_eq!(count(&seat), had, "something was typed between");
    seat.press("Enter");
    assert_eq!(count(&seat), had + 1);
    let told = book.told(0, &["log", "call", "Vega", "--anyway"]);
    assert!(told.contains("contact this year with a former client"), "{told}");
}

#[test]
fn a_client_is_closed_for_a_reason_on_a_day_and_counted_among_the_losses() {
    let book = Book::demo();
    book.refused(2, &["close", "D001"]);
    book.refused(1, &["close", "D001", "--why", "moved", "--on", "2026-11-24"]);
    let told = book.told(0, &["close", "D001", "--why", "moved", "--on", "2026-11-20", "-m", "to Leeds"]);
    assert!(told.starts_with("Client closed: Romashka LLC · moved, or closed the business · "), "{told}");
    let card = book.json(0, &["show", "D001"]);
    assert_eq!(
        json!([card["status"], card["closed_on"], card["closed_why"]]),
        json!(["former", "2026-11-20", "moved"])
    );
    assert!(book.told(0, &["show", "D001"]).contains("Closed Fri 20 Nov: moved, or closed the business. to Leeds"));
    book.refused(1, &["close", "D001", "--why", "ended"]);
    for (client, why) in [("D002", "forgotten"), ("D003", "forgotten"), ("D004", "competitor"), ("D006", "ended")] {
        book.told(0, &["close", client, "--why", why]);
    }
    let losses = book.json(0, &["losses", "--from", "2026-11-01"]);
    assert_eq!((&losses["total"], &losses["without_reason"]), (&json!(5), &json!(0)));
    let wanted = |row: &Value| json!([row["why"], row["count"], row["share"], row["source_share"]]);
    assert_eq!(
        losses["reasons"].as_array().unwrap().iter().map(wanted).collect::<Vec<_>>(),
        [
            json!(["forgotten", 2, 0.5, 0.68]),
            json!(["complaint", 0, 0.0, 0.14]),
            json!(["competitor", 1, 0.25, 0.09]),
            json!(["moved", 1, 0.25, 0.09]),
            json!(["ended", 1, null, null])
        ]
    );
    let ever = book.json(0, &["losses"]);
    assert_eq!((&ever["total"], &ever["without_reason"]), (&json!(9), &json!(4)), "four of the demonstration");
    assert_eq!(book.json(0, &["losses", "--to", "2026-11-21", "--from", "2026-11-20"])["total"], 1);
    let plain = book.told(0, &["losses"]);
    assert!(plain.contains("nobody remembered it: 2, 50 % (source: 68 %)\n"), "{plain}");
    book.told(0, &["reopen", "D001"]);
    assert_eq!(book.json(0, &["show", "D001"])["status"], "regular");
    book.refused(1, &["reopen", "D001"]);
    book.told(0, &["undo"]);
    assert_eq!(book.json(0, &["show", "D001"])["closed_why"], "moved");
}

#[test]
fn the_board_closes_and_reopens_and_a_page_tells_the_losses() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let mut seat = Seat::at_demo(lang, (80, 24));
        let client = seat.bench().list_page(0, 1).unwrap()[0].client;
        seat.press("2 Home :");
        seat.write(&words.say("action-close-client"));
        seat.press("Enter Right Right Down Down");
        seat.write("cheaper");
        seat.press("Enter");
        let closing = seat.bench().closing(client).unwrap().unwrap();
        assert_eq!((closing.why, closing.note.as_str()), (Some(ClosedWhy::Competitor), "cheaper"));
        seat.expect(&words.say("board-reopen"));
        seat.press("Esc :");
        seat.write(&words.say("action-show-losses"));
        seat.press("Enter");
        seat.expect(&words.say("closed-competitor"));
        seat.expect("9");
        seat.press("Esc u");
        assert_eq!(seat.bench().closing(client).unwrap(), None);
        seat.press("U L");
        seat.expect("cheaper");
        seat.press("2");
        assert_eq!(seat.bench().closing(client).unwrap(), None);
        let row = &rows_of(seat.bench(), "client")[0];
        assert_eq!(json!([row["closed_why"], row["closed_note"]]), json!([null, null]));
    }
}
