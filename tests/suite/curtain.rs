//! The curtain: one key hides names, sums, notes and marks from whoever looks over the shoulder, the same key shows them.

use chrono::Days;
use regulars::text::Lang;
use regulars::tui::Input;

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, today};

/// What stands in these columns of a table of the demonstration.
fn secrets(seat: &Seat, table: &str, columns: &[&str]) -> Vec<String> {
    let rows = rows_of(seat.bench(), table);
    let values = rows.iter().flat_map(|row| columns.iter().filter_map(|column| row[*column].as_str()));
    // A word of three letters may stand in a label as well.
    values.filter(|value| value.chars().count() > 3).map(|value| value.chars().take(12).collect()).collect()
}

#[test]
fn behind_the_curtain_stand_no_gifts_no_news_and_no_decision() {
    let book = Book::demo();
    let due = (today() + Days::new(1)).to_string();
    book.told(0, &["decide", "D001", "end", "--by", &due]);
    book.told(0, &["log", "gift", "D001", "--item", "a porcelain owl"]);
    book.told(0, &["news", "add", "The night shift begins"]);
    let mut seat = Seat::at(book.open(), Lang::En, (140, 40));
    let said = ["a porcelain owl", "The night shift begins", "end it"];
    seat.press("/");
    seat.write(book.json(0, &["show", "D001"])["name"].as_str().unwrap());
    seat.press("Enter");
    let mut seen = [false; 3];
    for curtained in [false, true] {
        for keys in ["5", "l", "Esc W", "Esc N", "Esc L"] {
            seat.press(keys);
            let screen = seat.screen();
            for (seen, said) in seen.iter_mut().zip(said) {
                assert!(!curtained || !screen.contains(said), "{said} after {keys}\n{screen}");
                *seen |= screen.contains(said);
            }
        }
        seat.press("Esc h");
    }
    assert_eq!(seen, [true; 3], "nothing to hide");
}

#[test]
fn behind_the_curtain_no_pane_shows_a_name_a_sum_or_a_note() {
    for (lang, currency) in [(Lang::En, '$'), (Lang::Ru, '₽')] {
        for size in [(80, 24), (140, 40), (200, 50)] {
            let mut seat = Seat::at_demo(lang, size);
            let mut hidden = secrets(&seat, "client", &["name", "address", "tax_id", "note"]);
            hidden.extend(secrets(&seat, "person", &["name"]));
            hidden.extend(secrets(&seat, "channel", &["value"]));
            hidden.extend(secrets(&seat, "touch", &["note"]));
            hidden.extend(secrets(&seat, "complaint", &["text"]));
            hidden.extend(secrets(&seat, "promise", &["text"]));
            hidden.extend(secrets(&seat, "competitor", &["name", "piece"]));
            assert!(hidden.len() > 300, "{} secrets", hidden.len());
            seat.press("1");
            let open = seat.screen();
            assert!(open.contains(currency) && hidden.iter().any(|secret| open.contains(secret)));
            seat.press("h");
            let panes = ["1", "2", "2 PgDn", "3", "3 v", "3 v", "3 v", "4", "5", "5 PgDn", "5 PgDn", "Y", "PgDn"];
            let dialogs = [
                "1 P Tab Tab",
                "Tab",
                "Esc 5 r",
                "Esc 1 r",
                "Esc / a",
                "Esc Esc 5 Y",
                "b",
                "Esc P",
                "Tab",
                "Tab",
                "Tab",
                "Tab",
                "Esc 1 X",
                "Esc 5 l",
                "Right",
                "Esc W",
                "Tab",
                "Esc z",
                "Esc 2 Space Down Space c",
                "Esc",
                "Esc 1 Q",
                "Esc L",
                "Esc O",
            ];
            for keys in panes.into_iter().chain(dialogs) {
                seat.press(keys);
                let screen = seat.screen();
                assert!(!screen.contains(currency), "{lang:?} {size:?} {keys}: a sum\n{screen}");
                let seen = hidden.iter().find(|secret| screen.contains(*secret));
                assert_eq!(seen, None, "{lang:?} {size:?} {keys}\n{screen}");
            }
            // What was done behind it, and taken back, names nobody either.
            for keys in ["Esc Esc 1 c Enter", "u", "U", "u"] {
                seat.press(keys);
                let screen = seat.screen();
                assert_eq!(
                    hidden.iter().find(|secret| screen.contains(*secret)),
                    None,
                    "{lang:?} {size:?} {keys}\n{screen}"
                );
            }
            seat.press("1 h");
            let lifted = seat.screen();
            assert!(lifted.contains(currency) && hidden.iter().any(|secret| lifted.contains(secret)));
        }
    }
}

#[test]
fn the_curtain_stays_down_over_a_restart_and_says_so_and_is_no_step_of_undo() {
    let book = Book::demo();
    book.open().make_fresh().unwrap();
    let before = book.dump();
    for lang in Lang::ALL {
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        let mark = seat.app.words().say("mark-curtain");
        seat.press("2");
        seat.expect("Alfa Trade");
        assert!(!seat.screen().contains(&mark));
        seat.press("h");
        drop(seat);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        for view in ["1", "2", "3", "4", "5"] {
            seat.press(view);
            assert!(!seat.screen().contains("Alfa Trade"), "{}", seat.screen());
            seat.expect(&mark);
        }
        seat.press("2 h");
        drop(seat);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2");
        seat.expect("Alfa Trade");
    }
    assert!(book.dump() == before, "the curtain is no entry");
    let told = book.refused(4, &["undo"]);
    assert!(!told.is_empty());
}

#[test]
fn behind_the_curtain_nothing_opens_that_could_not_be_used_unseen() {
    let book = Book::demo();
    book.told(0, &["news", "add", "The night shift begins"]);
    book.told(0, &["competitor", "add", "D001", "Rivalco", "--piece", "half of the paper"]);
    let file = book.write("orders.csv", "client;date;amount\nHidden Harbour;2026-01-02;777\n");
    for lang in Lang::ALL {
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        let [unseen, written] = ["status-curtained", "written-curtained"].map(|key| seat.app.words().say(key));
        seat.press("/");
        seat.write(book.json(0, &["show", "D001"])["name"].as_str().unwrap());
        seat.press("Enter 5 c");
        seat.write("likes herons");
        seat.press("Esc g");
        seat.write("a stuffed heron");
        seat.press("Esc h");
        book.told(0, &["evaluate", "D001", "--plus", "quality", "-m", "praised the heron"]);
        for (keys, why) in [
            ("o", &written),
            ("G", &unseen),
            ("i", &unseen),
            ("c", &written),
            ("g", &written),
            ("W Enter", &written),
            ("Esc O 1", &written),
            ("Esc N e", &written),
        ] {
            seat.press(keys);
            let screen = seat.screen();
            let said: String = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(said.contains(&why.replace('\u{a0}', " ")), "{lang:?} {keys}: not refused\n{screen}");
            for secret in ["heron", "Rivalco", "night shift", "+7 342"] {
                assert!(!screen.contains(secret), "{lang:?} {keys}: {secret}\n{screen}");
            }
        }
        seat.press("Esc Esc");
        seat.give(Input::Paste(file.clone()));
        seat.expect(&unseen);
        // What was begun waits behind it.
        seat.press("h c");
        seat.expect("likes herons");
        seat.press("Esc");
    }
}
