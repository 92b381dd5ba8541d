//! The calendar beside its days: what is owed to one client and a year ahead, and the plan as a whole.

use chrono::{Days, NaiveDate};
use regulars::domain::calendar::{Absence, Moves, NoDay};
use regulars::domain::table::Responsible;
use regulars::ops::{AgendaItem, CatchUp, LANGUAGE, MINUTES_PER_DAY, PlanState, Workbench};
use regulars::text::Lang;
use serde_json::Value;

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, clock, today};

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
    let [owed, done, ..] = call(&before);
    book.told(0, &["log", "message", "D001"]);
    let after = call(&book.json(0, &["show", "D001"]));
    assert_eq!(after[..2], [owed, done + 1], "{after:?}");
    assert_eq!(after[1..].iter().sum::<u64>(), owed, "one more done is one less of the others");
    let told = book.told(0, &["show", "D001"]);
    assert!(told.contains("The table in 2026"), "{told}");
    assert!(told.contains(&format!("{owed} owed: {} done, {} planned", done + 1, after[2])), "{told}");
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
            seat.press("2 Y");
            seat.expect(title);
            seat.expect(owed);
            let mut read = seat.screen();
            for _ in 0..8 {
                seat.press("PgDn");
                read += &seat.screen();
            }
            assert!(read.contains(ahead), "{read}");
            assert!(read.contains("2027"), "{read}");
            let chars: Vec<char> = read.chars().collect();
            let cut = chars.windows(2).any(|pair| pair[0] == '…' && pair[1].is_alphabetic());
            assert!(!cut, "a day is cut off before a kind: {read}");
            seat.press("Esc");
            assert!(!seat.screen().contains(title));
            seat.press("Y Y");
            assert!(!seat.screen().contains(title), "a second time leads back to the card");
        }
    }
}

const SIZES: [(u16, u16); 2] = [(80, 24), (120, 32)];

/// A person at a file whose language was chosen before.
fn seat_at(book: &Book, lang: Lang, size: (u16, u16)) -> Seat {
    let bench = book.open();
    bench.set_setting(LANGUAGE, lang.name()).unwrap();
    Seat::at(bench, lang, size)
}

/// What moves, as the screen counts it.
fn counted(seat: &Seat, moves: &Moves) -> String {
    let counts = [("new", moves.added().into()), ("moved", moves.moved().into()), ("gone", moves.gone().into())];
    seat.app.words().say_with("table-moves", &counts)
}

#[test]
fn absences_are_entered_listed_and_removed_each_in_one_step() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut seat = Seat::at_demo(lang, size);
            let start = seat.bench().export_json().unwrap();
            seat.press("P a Right Right Right Down");
            seat.write("someday");
            seat.press("Enter");
            seat.expect(&seat.app.words().say("to-day-wrong"));
            assert!(seat.bench().absences().unwrap().is_empty(), "a day that is none was taken");
            seat.press("Ctrl+u");
            seat.write("+20");
            seat.press("Down");
            seat.write("+6");
            seat.expect(&seat.app.words().say("absence-turned"));
            seat.press("Enter");
            assert!(seat.bench().absences().unwrap().is_empty(), "it ends before it begins");
            seat.press("Up Ctrl+u");
            seat.write("завтра");
            seat.press("Up Right Down Down Down");
            seat.write("the mountains");
            let days = |n| today() + Days::new(n);
            let asked = Absence { who: Responsible::Me, from: days(1), to: days(6) };
            let moves = seat.bench().preview_absence(&asked).unwrap();
            assert!(moves.moved() > 0, "{moves:?}");
            seat.press("Enter");
            seat.expect(&counted(&seat, &moves));
            let first = &moves.list[0];
            let kind = seat.app.words().touch(first.kind);
            seat.expect(&kind);
            seat.press("Esc");
            seat.expect("the mountains");
            seat.press("Enter");
            assert!(seat.bench().absences().unwrap().is_empty(), "it is only looked at");
            seat.press("Enter");
            let found = seat.bench().absences().unwrap();
            let Absence { who, from, to } = found[0].absence;
            assert_eq!((found.len(), who, from, to), (1, Responsible::Me, days(1), days(6)));
            assert_eq!(found[0].note, "the mountains");
            seat.expect("the mountains");
            seat.expect(&seat.app.words().say("verb-add-absence"));
            let away = seat.bench().calendar(from, to).unwrap();
            let open = away.iter().filter(|line| line.state == PlanState::Open);
            let mine =
                open.filter(|line| matches!(&line.item, AgendaItem::Rule(planned) if planned.responsible == who));
            assert_eq!(mine.count(), 0, "something is planned for days on which nobody is there");
            let moves = seat.bench().preview_removal(found[0].id).unwrap();
            seat.press("x");
            seat.expect(&counted(&seat, &moves));
            seat.expect(&seat.app.words().say("absence-keys-removing"));
            seat.press("Tab Esc");
            assert_eq!(seat.bench().absences().unwrap(), found, "it is only looked at");
            seat.press("x Enter");
            assert!(seat.bench().absences().unwrap().is_empty());
            seat.expect(&seat.app.words().say("verb-remove-absence"));
            seat.press("Esc u");
            assert_eq!(seat.bench().absences().unwrap(), found);
            seat.press("u");
            assert_eq!(seat.bench().export_json().unwrap(), start);
        }
    }
}

#[test]
fn what_was_late_is_counted_first_then_dealt_with_in_one_step() {
    let book = Book::full();
    for lang in Lang::ALL {
        for size in SIZES {
            for (turns, how) in [("Right", "moved"), ("Right Right", "gone")] {
                let mut seat = seat_at(&book, lang, size);
                let start = seat.bench().export_json().unwrap();
                let decided_before = rows_of(seat.bench(), "decision").len();
                let before = seat.bench().catch_up(today() - Days::new(40), CatchUp::Keep).unwrap();
                assert!(before.late > 0, "{before:?}");
                seat.press("P Tab Ctrl+u");
                seat.write(&(today() - Days::new(40)).format("%d.%m").to_string());
                seat.press("Enter");
                seat.expect(&seat.app.words().message(&before.message()));
                assert_eq!(seat.bench().export_json().unwrap(), start, "looking wrote something");
                seat.press("Down");
                seat.press(turns);
                seat.press("Enter");
                let screen = seat.screen();
                assert!(screen.contains(&seat.app.words().message(&before.message())), "{screen}");
                assert!(screen.contains('→'), "{screen}");
                let decided = rows_of(seat.bench(), "decision").len();
                assert_eq!(decided - decided_before, before.late, "each that was late is {how}");
                seat.press("Esc Esc u");
                assert_eq!(seat.bench().export_json().unwrap(), start, "{how} is one step of undo");
            }
        }
    }
}

#[test]
fn evening_out_says_what_it_would_move_and_moves_that() {
    let book = Book::full();
    for lang in Lang::ALL {
        for size in SIZES {
            let mut seat = seat_at(&book, lang, size);
            let start = seat.bench().export_json().unwrap();
            let would = seat.bench().preview_rebalance().unwrap();
            assert!(would.moved() > 0);
            seat.press("P Tab Tab");
            seat.expect(&counted(&seat, &would));
            assert_eq!(seat.bench().export_json().unwrap(), start);
            seat.press("Enter");
            seat.expect(&counted(&seat, &would));
            seat.expect(&seat.app.words().say("verb-rebalance"));
            let again = seat.bench().preview_rebalance().unwrap();
            assert_eq!(again.list.len(), 0, "evened out, and still uneven");
            seat.press("Esc u");
            assert_eq!(seat.bench().export_json().unwrap(), start);
        }
    }
}

#[test]
fn what_has_no_day_is_listed_with_the_reason() {
    for lang in Lang::ALL {
        for size in SIZES {
            let bench = Workbench::in_memory(clock()).unwrap();
            bench.fill_with_demo(lang.name()).unwrap();
            bench.set_setting(MINUTES_PER_DAY, "5").unwrap();
            let mut seat = Seat::at(bench, lang, size);
            let found = seat.bench().no_day().unwrap();
            assert!(found.iter().any(|one| one.why == NoDay::Full), "{found:?}");
            seat.press("P Tab Tab Tab");
            seat.expect(&seat.app.words().say_with("unplaced-count", &[("n", found.len().into())]));
            let name = seat.bench().list_row(found[0].client).unwrap().unwrap().name;
            let shown: String = name.chars().take(10).collect();
            seat.expect(&shown);
            seat.press("Enter");
            seat.expect(&name);
            assert!(!seat.screen().contains(&seat.app.words().say("plan-no-day")), "the dialog is closed");
        }
    }
}

#[test]
fn the_table_is_counted_by_periods() {
    let book = Book::full();
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    for lang in Lang::ALL {
        for size in SIZES {
            let mut seat = seat_at(&book, lang, size);
            seat.press("P Shift+Tab");
            for (keys, first, last) in [
                ("Home", "2026-10-01", "2026-12-31"),
                ("[", "2026-07-01", "2026-09-30"),
                ("]", "2026-10-01", "2026-12-31"),
                ("v", "2026-07-01", "2026-12-31"),
                ("v", "2026-01-01", "2026-12-31"),
                ("v ]", "2026-02-01", "2026-02-28"),
            ] {
                seat.press(keys);
                let words = seat.app.words();
                seat.expect(&format!("{} – {}", words.short_day(day(first)), words.day_with_year(day(last))));
                let kept = seat.bench().compliance(day(first), day(last)).unwrap();
                for row in kept.iter().take(3) {
                    seat.expect(&words.message(&row.message()));
                    seat.expect(&words.rule_title(&row.rule));
                }
            }
        }
    }
}

#[test]
fn a_touch_that_was_left_out_tells_why() {
    let book = Book::demo();
    let planned = book.json(0, &["calendar", "--of", "D001", "--to", "+60"]);
    let row = planned.as_array().unwrap().iter().find(|row| row["rule"].is_string() && row["state"] == "open").unwrap();
    assert!(row["skipped"].is_null() && row["reason"].is_string(), "{row}");
    let key = row["key"].as_str().unwrap();
    book.told(0, &["skip", key, "--reason", "they are on strike"]);
    let told = book.told(0, &["calendar", "--of", "D001", "--to", "+60"]);
    assert!(told.lines().any(|line| line.contains("they are on strike") && line.ends_with(key)), "{told}");
    let after = book.json(0, &["calendar", "--of", "D001", "--to", "+60"]);
    let row = after.as_array().unwrap().iter().find(|row| row["key"] == key).unwrap();
    assert_eq!((&row["state"], &row["skipped"]), (&"skipped".into(), &"they are on strike".into()));
    for (lang, title) in [(Lang::En, "Skipped"), (Lang::Ru, "Пропущено")] {
        let bench = book.open();
        let client = bench.client_named("D001").unwrap();
        assert_eq!(bench.skipped_of(client).unwrap().len(), 1);
        let mut seat = Seat::at(bench, lang, (80, 24));
        seat.press("/");
        seat.write("Romashka");
        seat.press("Enter Y");
        let read: String = (0..6)
            .map(|_| {
                seat.press("PgDn");
                seat.screen()
            })
            .collect();
        assert!(read.contains(title) && read.contains("they are on strike"), "{read}");
    }
    for (lang, key, title, none) in [
        (Lang::En, "B", "Left out of the calendar", "No touch of this client was left out"),
        (Lang::Ru, "И", "Пропущено в календаре", "Пропущенных контактов у этого клиента нет"),
    ] {
        let bench = book.open();
        let client = bench.client_named("D001").unwrap();
        let mut seat = Seat::at(bench, lang, (80, 24));
        if lang == Lang::Ru {
            seat = seat.on_russian_layout();
        }
        seat.press("/");
        seat.write("Romashka");
        seat.press("Enter Y End");
        seat.press("PgDn PgDn PgDn PgDn");
        let named = format!(" · {key} ");
        assert!(
            (0..8).any(|_| {
                let found = seat.screen().contains(&named);
                seat.press("PgUp");
                found
            }),
            "the page names the key"
        );
        seat.press("B");
        for said in [title, "they are on strike", "Romashka"] {
            seat.expect(said);
        }
        seat.press("Enter");
        assert_eq!(seat.bench().skipped_of(client).unwrap().len(), 0);
        seat.expect(none);
        seat.press("u");
        assert_eq!(seat.bench().skipped_of(client).unwrap().len(), 1);
        seat.expect("they are on strike");
    }
}

#[test]
fn an_absence_moves_what_it_said_it_would() {
    let book = Book::demo();
    let days = ["--from", "2026-12-01", "--to", "2026-12-14"];
    book.json(0, &["calendar"]);
    let before = book.dump();
    let told = book.json(0, &[&["absence", "add", "--dry-run"], &days[..]].concat());
    assert!(told["moved"].as_u64() > Some(5), "{told}");
    assert!(told["touches"][0]["kind"].is_string(), "{told}");
    assert_eq!(book.dump(), before);
    assert_eq!(book.json(0, &[&["absence", "add"], &days[..]].concat()), told);
    let id = book.json(0, &["absence", "list"])[0]["id"].as_str().unwrap().to_owned();
    let before = book.dump();
    let told = book.json(0, &["absence", "remove", &id, "--dry-run"]);
    assert_eq!(book.dump(), before);
    assert_eq!(book.json(0, &["absence", "remove", &id]), told);
    assert_eq!(book.told(0, &["undo"]), "Taken back: absence removed\n");
    assert_eq!(book.told(0, &["undo"]), "Taken back: absence added\n");
    assert_eq!(
        book.refused(2, &["absence", "add", "--dry-run", "--from", "2026-12-14", "--to", "2026-12-01"]).lines().count(),
        1
    );
}
