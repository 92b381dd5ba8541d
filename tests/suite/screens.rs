//! The screen in every size and both languages: what it shows, and that nothing breaks it.

use std::collections::BTreeSet;

use regulars::domain::touch::TouchKind;
use regulars::ops::{TouchDraft, Workbench};
use regulars::text::Lang;
use regulars::tui::{BINDINGS, Input};
use serde_json::Value;
use unicode_width::UnicodeWidthStr;

use crate::seat::Seat;
use crate::support::{Book, Dice, bring_in, table};

pub const SIZES: [(u16, u16); 4] = [(60, 20), (80, 24), (100, 30), (140, 40)];

/// What every frame keeps to: as many rows as there are, none wider or narrower than the window, no message missing.
#[track_caller]
fn check_frame(seat: &Seat, (width, height): (u16, u16)) {
    let rows = seat.rows();
    assert_eq!(rows.len(), usize::from(height));
    for row in &rows {
        assert_eq!(row.width(), usize::from(width), "{row:?}");
        assert!(!row.contains('⟦') && !row.chars().any(char::is_control), "{row:?}");
    }
}

/// Every border stands in one line from its corner down, and the hints end in the whole hint for the help.
#[track_caller]
fn check_panes(seat: &Seat) {
    let rows = seat.rows();
    let screen = rows.join("\n");
    let help =
        format!("{} {}", if screen.contains(", помощь") { ',' } else { '?' }, seat.app.words().say("action-help"));
    assert!(rows.last().unwrap().trim_end().ends_with(&help), "the help is not hinted at:\n{screen}");
    let selected = rows.iter().filter(|row| row.contains('▌')).count();
    assert!(selected > 0, "nothing is marked as selected:\n{screen}");
    let corners = columns_of(&rows[1], "┌┐");
    if corners.is_empty() {
        return;
    }
    for row in &rows[1..rows.len() - 2] {
        let borders = columns_of(row, "│┌┐└┘├┤");
        assert!(corners.is_subset(&borders), "a border is pushed aside in {row:?} of\n{screen}");
    }
}

/// The columns of a row in which one of those characters stands.
fn columns_of(row: &str, wanted: &str) -> BTreeSet<usize> {
    row.char_indices().filter(|(_, c)| wanted.contains(*c)).map(|(at, _)| row[..at].width()).collect()
}

/// In a full list of clients the last column ends in one line under its title, whatever the names before it are.
#[track_caller]
fn check_list(seat: &Seat) {
    let rows = seat.rows();
    let words = seat.app.words();
    let title = words.say("column-next");
    let head = rows.iter().position(|row| row.contains(&words.say("column-name"))).unwrap();
    let end = rows[head][..rows[head].find(&title).unwrap() + title.len()].width();
    let last = rows.len() - if columns_of(&rows[1], "┌").is_empty() { 2 } else { 3 };
    for row in &rows[head + 1..last] {
        let cells = row.char_indices().map(|(at, c)| &row[..at + c.len_utf8()]).rfind(|cells| cells.width() == end);
        let ends = cells.is_some_and(|cells| !cells.ends_with([' ', '│']));
        assert!(ends, "the columns of {row:?} are not those of {:?}", rows[head]);
    }
}

/// The rows of a table in the export.
pub fn rows_of(bench: &Workbench, table: &str) -> Vec<Value> {
    let export: Value = serde_json::from_str(&bench.export_json().unwrap()).unwrap();
    export["tables"][table].as_array().unwrap().clone()
}

/// Takes back everything that can be.
fn undo_all(bench: &Workbench) -> usize {
    std::iter::from_fn(|| bench.undo().ok()).count()
}

/// 300 clients whose names try every cell: long, wide, joined, combining, right to left, with tabs and line breaks.
pub fn odd_book() -> Book {
    let odd = [
        "Товарищество на вере «Самые дальние дали»",
        "👨‍👩‍👧‍👦👩🏽‍🚀🏳️‍🌈 семья",
        "e\u{301}\u{323}o\u{308}\u{332}i\u{302}\u{489} combined",
        "חברת שלום \u{202e}gnorw si siht\u{202c}",
        "tab\there\tand\tthere",
        "two\nlines \"quoted\"",
        "漢字株式会社漢字株式会社漢字株式会社漢字株",
        "zero\u{200b}width\u{feff}\u{200d}\u{ad}joiners",
        "ﷺ﷽ ligatures \u{1f1f7}\u{1f1fa}\u{1f1f7}",
        "☎️ ⚠️ ✉️ №1 ½ ™",
    ];
    let book = Book::empty();
    let orders = (0..300 * 4).map(|row| {
        let (place, order) = (row / 4, row % 4);
        let name = odd[place % odd.len()].replace('"', "\"\"");
        // Every third client has been silent for longer than it ever was.
        let month = if order == 3 && place % 3 == 0 { 8 } else { 1 + order * 3 };
        let day = place % 28 + 1;
        format!("\"{name} K{place}\";\"{name}\";\"{name}\";2026-{month:02}-{day:02};{}", place * 37 + 5)
    });
    let rows = table("client;town;person;date;amount", orders);
    bring_in(&book.open(), book.write("odd.csv", rows).as_ref()).unwrap();
    let bench = book.open();
    bench.set_setting("language", "en").unwrap();
    assert_eq!(bench.count_clients().unwrap(), 300);
    book
}

/// Every view, then every dialog over the last of them.
#[track_caller]
fn tour(seat: &mut Seat, size: (u16, u16)) {
    for view in ["1", "2", "3", "4", "5"] {
        for keys in [view, "Down Down", "End", "Home", "Tab"] {
            seat.press(keys);
            check_frame(seat, size);
            check_panes(seat);
        }
    }
    seat.press("2 Down");
    for dialog in [
        "?",
        ":",
        "/",
        "c",
        "c Tab",
        "g",
        "p",
        "n",
        "f",
        "f 5",
        "i",
        "N",
        "N a",
        "N a Down",
        "P",
        "P a",
        "P Tab",
        "P Tab Tab",
        "P Tab Tab Tab",
        "P Tab Tab Tab Tab",
        "G",
        "G Enter",
        "X",
        "a",
        "E",
        "S",
        "S 1",
        "y",
        "l",
        "l Enter",
        "l Enter Tab",
        "l /",
        "W",
        "W a",
        "W m",
        "W Tab",
        "W Tab Tab",
        "W Enter",
        "z",
    ] {
        seat.press(dialog);
        check_frame(seat, size);
        seat.write("абв👩‍🚀");
        check_frame(seat, size);
        seat.press("Esc Esc");
        check_panes(seat);
    }
}

#[test]
fn every_size_in_both_languages() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut seat = Seat::at_demo(lang, size);
            check_panes(&seat);
            tour(&mut seat, size);
        }
    }
}

#[test]
fn names_of_every_kind_keep_to_their_columns() {
    let book = odd_book();
    for size in SIZES {
        let mut seat = Seat::at(book.open(), Lang::En, size);
        tour(&mut seat, size);
        seat.press("2 Home");
        for _ in 0..12 {
            check_list(&seat);
            seat.press("PgDn");
        }
    }
}

#[test]
fn a_storm_of_sizes_leaves_the_screen_as_it_was() {
    let mut dice = Dice(60);
    let mut seat = Seat::at_demo(Lang::Ru, (80, 24));
    let calm = seat.screen();
    for dialog in ["", "?", "/", "c Tab", "f 5", "i", "N a", "G Enter"] {
        seat.press(dialog);
        for _ in 0..200 {
            let size = (1 + dice.below(300) as u16, 1 + dice.below(100) as u16);
            seat.resize(size);
            check_frame(&seat, size);
        }
        seat.resize((80, 24));
        seat.press("Esc Esc");
    }
    seat.press("1");
    assert_eq!(seat.screen(), calm);
}

#[test]
fn three_thousand_random_keys_change_nothing_that_cannot_be_taken_back() {
    const NAMED: [&str; 28] = [
        "Enter",
        "Enter",
        "Enter",
        "Esc",
        "Esc",
        "Tab",
        "Shift+Tab",
        "Up",
        "Down",
        "Left",
        "Right",
        "PgUp",
        "PgDn",
        "Home",
        "End",
        "Backspace",
        "Delete",
        "F1",
        "F2",
        "F4",
        "F5",
        "F6",
        "F9",
        "Ctrl+c",
        "Ctrl+y",
        "Ctrl+w",
        "Ctrl+u",
        "Ctrl+Н",
    ];
    const LETTERS: &str =
        "yPcwmgnpfuUNGaexKXlWz*?/:.,12345jkqcwmgnpсцьптзаГЖйоклёЫ0789>+=@#! \u{301}\u{200d}👩\t\0\u{7f}";
    let letters: Vec<char> = LETTERS.chars().collect();
    for seed in [1, 2, 3] {
        let mut dice = Dice(seed);
        let mut size = (100, 30);
        let mut seat = Seat::at_demo(Lang::ALL[seed as usize % 2], size);
        let start = seat.bench().export_json().unwrap();
        seat.press(":");
        seat.write(&seat.app.words().say("action-switch-language"));
        seat.press("Enter");
        for _ in 0..1_000 {
            match dice.below(40) {
                0 => {
                    size = *dice.one_of(&SIZES);
                    seat.resize(size);
                }
                1 => seat.give(Input::Paste("12 500\n>+7 #проба\n@вчера".into())),
                2 => seat.give(Input::Click(dice.below(150) as u16, dice.below(45) as u16)),
                3 => seat.give(Input::Wheel(dice.below(150) as u16, dice.below(45) as u16, 3)),
                4..20 => seat.press(NAMED[dice.below(NAMED.len())]),
                _ => {
                    let letter = *dice.one_of(&letters);
                    seat.write(letter.encode_utf8(&mut [0; 4]));
                }
            }
            check_frame(&seat, size);
        }
        let bench = seat.bench();
        let (touches, orders) = (rows_of(bench, "touch").len(), rows_of(bench, "orders").len());
        let taken_back = undo_all(bench);
        assert!(taken_back > 10, "seed {seed} did little: {taken_back} steps, {touches} touches, {orders} orders");
        assert!(bench.export_json().unwrap() == start, "seed {seed} changed what cannot be taken back");
    }
}

#[test]
fn what_was_read_ahead_is_read_anew_once_somebody_else_wrote() {
    let book = Book::empty();
    let file = book.write("two.csv", "client,date,amount\nAlpha,2026-11-02,10\nBeta,2026-11-03,20\n");
    book.told(0, &["import", &file]);
    let other = book.open();
    let said = |name: &str, day: &str, note: &str| {
        let client = other.client_named(name).unwrap();
        let draft = TouchDraft {
            note: note.into(),
            when: Some((day.parse().unwrap(), None)),
            ..TouchDraft::new(client, TouchKind::Call)
        };
        other.log_touch(&draft).unwrap();
    };
    let mut seat = Seat::at(book.open(), Lang::En, (140, 40));
    seat.press("1 2");
    said("Beta", "2026-11-20", "pricing");
    assert!(!seat.screen().contains("pricing"));
    seat.press("Down");
    seat.expect("pricing");
    // The month before the one in sight.
    seat.press("3 v v");
    said("Alpha", "2026-10-24", "wrote back");
    seat.press("[ Enter");
    seat.expect("✓ call        Alpha");
}

#[test]
fn what_was_done_is_told_whole_with_the_key_that_takes_it_back() {
    let ru = ("Звонок записан", "обещано до ср 25 ноя", "u\u{a0}отмен");
    let en = ("Call logged", "promised by Wed 25 Nov", "u\u{a0}undo");
    for (lang, size, (begins, promised, undo)) in
        [(Lang::Ru, (80, 24), ru), (Lang::En, (80, 24), en), (Lang::Ru, (60, 20), ru)]
    {
        let mut seat = Seat::at_demo(lang, size);
        seat.press("2 c");
        seat.write("*a price list tomorrow (office) >+7");
        seat.press("Enter");
        let screen: Vec<String> = seat.rows().iter().map(|row| row.trim().to_owned()).collect();
        let screen = screen.join(" ");
        let told = &screen[screen.find(begins).unwrap()..];
        let end = told.find(undo).unwrap_or_else(|| panic!("no way back in {told}"));
        assert!(!told[..end].contains('…') && told[..end].contains(promised), "{told}");
        check_frame(&seat, size);
    }
}

#[test]
fn the_day_has_as_many_minutes_as_were_set() {
    let book = Book::demo();
    book.told(0, &["set", "minutes-per-day", "90"]);
    book.told(0, &["today"]);
    let seat = Seat::at(book.open(), Lang::En, (140, 40));
    let head = seat.rows().remove(0);
    assert!(head.trim_end().ends_with(" of 90 min"), "{head}");
}

#[test]
fn what_is_wrong_with_a_line_is_told_whole_above_it() {
    let mut seat = Seat::at_demo(Lang::Ru, (60, 20));
    seat.press("2 p");
    seat.write("сколько-то");
    seat.press("Enter");
    let wrong = seat.app.words().say_with("error-no-amount", &[("typed", "сколько-то".into())]);
    let rows: Vec<String> = seat.rows().iter().map(|row| row.trim().to_owned()).collect();
    assert!(rows.join(" ").contains(&wrong), "{rows:#?}");
    check_frame(&seat, (60, 20));
}

#[test]
fn a_page_says_that_it_goes_on() {
    let mut seat = Seat::at_demo(Lang::Ru, (80, 24));
    seat.press("4 Down r");
    let marked = |seat: &Seat, mark| seat.rows().iter().any(|row| row.trim_end().ends_with(&format!("{mark}│")));
    assert!(marked(&seat, '↓') && !marked(&seat, '↑'), "{}", seat.screen());
    seat.press("PgDn");
    assert!(marked(&seat, '↑'), "{}", seat.screen());
    seat.expect("Под угрозой");
}

#[test]
fn the_search_tells_how_many_fit_and_finds_a_symbol_of_a_name() {
    let book = Book::empty();
    let named = ["⭐", "🚀 Rocket"].map(str::to_owned).into_iter().chain((0..450).map(|n| format!("Zeta {n}")));
    let file = book.write("c.csv", table("client;date;amount", named.map(|name| format!("{name};2026-01-02;5"))));
    book.told(0, &["import", &file]);
    assert_eq!(book.json(0, &["show", "🚀"])["name"], "🚀 Rocket");
    for (lang, found) in [(Lang::En, ["450 clients", "1 client "]), (Lang::Ru, ["450 клиентов", "1 клиент "])]
    {
        book.told(0, &["set", "language", lang.name()]);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        for (typed, found) in [("ze", found[0]), ("яуеф", found[0]), ("🚀", found[1])] {
            seat.press("/");
            seat.write(typed);
            seat.expect(&format!(" {found}"));
            check_frame(&seat, (80, 24));
            seat.press("Enter");
        }
        seat.expect("5 🚀 Rocket");
    }
}

#[test]
fn every_line_of_the_help_is_whole_in_eighty_columns() {
    for lang in Lang::ALL {
        let mut seat = Seat::at_demo(lang, (80, 24));
        seat.press("?");
        let mut seen = BTreeSet::new();
        for _ in 0..BINDINGS.len() {
            for row in seat.rows() {
                assert!(!row.trim_end_matches(['│', '▌', ' ']).ends_with('…'), "{row}");
                seen.insert(row.trim_matches(['│', '▌', ' ']).to_owned());
            }
            seat.press("Down");
        }
        for binding in BINDINGS {
            let about = seat.app.words().say(&format!("{}-about", binding.name));
            assert!(seen.iter().any(|row| row.ends_with(&about)), "{about}");
        }
    }
}
