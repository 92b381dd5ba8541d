//! The calendar beside its days: what is owed to one client and a year ahead.

use regulars::text::Lang;
use serde_json::Value;

use crate::seat::Seat;
use crate::support::Book;

/// What a row of the table counts.
const COUNTS: [&str; 6] = ["owed", "done", "planned", "remaining", "skipped", "missed"];

fn counts(row: &Value) -> [u64; 6] {
    COUNTS.map(|name| row[name].as_u64().unwrap())
}

#[test]
fn a_client_shows_how_the_table_is_kept_and_a_year_ahead() {
    let book = Book::demo();
    let before = book.json(0, &["show", "D001"]);
    let rows = before["standing"].as_array().unwrap();
    assert!(rows.len() > 4, "{rows:?}");
    for row in rows {
        let [owed, parts @ ..] = counts(row);
        assert_eq!(owed, parts.iter().sum::<u64>(), "{row}");
    }
    let planned = before["planned"].as_array().unwrap();
    let days: Vec<&str> = planned.iter().map(|line| line["day"].as_str().unwrap()).collect();
    assert!(days.is_sorted() && days.last() > Some(&"2027-10-01") && days.last() < Some(&"2027-11-25"), "{days:?}");
    assert!(planned.iter().all(|line| line["kind"] == "contact" || line["purpose"].is_string()), "{planned:?}");
    let call = |card: &Value| {
        let rows = card["standing"].as_array().unwrap();
        counts(rows.iter().find(|row| row["title"] == "message").unwrap())
    };
    let [owed, done, planned, ..] = call(&before);
    book.told(0, &["log", "message", "D001"]);
    let after = call(&book.json(0, &["show", "D001"]));
    assert_eq!(after[..3], [owed, done + 1, planned - 1], "{after:?}");
    let told = book.told(0, &["show", "D001"]);
    assert!(told.contains("The table in 2026"), "{told}");
    assert!(told.contains(&format!("{owed} owed: {} done, {} planned", done + 1, planned - 1)), "{told}");
    assert!(told.lines().any(|line| line.contains("call") && line.contains("inform")), "{told}");
}

#[test]
fn the_page_of_the_year_opens_with_one_key_and_scrolls() {
    for (lang, title, ahead, owed) in [
        (Lang::En, "The table in 2026", "Twelve months ahead", " owed: "),
        (Lang::Ru, "Таблица в 2026 году", "Двенадцать месяцев вперёд", "должно быть "),
    ] {
        for size in [(80, 24), (140, 40)] {
            let mut seat = Seat::at_demo(lang, size).on_russian_layout();
            seat.press("2 y");
            seat.expect(title);
            seat.expect(owed);
            let mut read = seat.screen();
            for _ in 0..8 {
                seat.press("PgDn");
                read += &seat.screen();
            }
            assert!(read.contains(ahead), "{read}");
            assert!(read.contains("2027"), "{read}");
            seat.press("Esc");
            assert!(!seat.screen().contains(title));
            seat.press("y y");
            assert!(!seat.screen().contains(title), "a second time leads back to the card");
        }
    }
}
