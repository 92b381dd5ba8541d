//! The calendar by week, month and year: what it shows, and that keys and clicks go through its days.

use regulars::ops::{AgendaItem, PlanState};
use regulars::text::Lang;
use regulars::tui::Input;

use crate::screens::SIZES;
use crate::seat::Seat;
use crate::support::today;

/// The one row with that text.
#[track_caller]
fn row(seat: &Seat, text: &str) -> String {
    let rows = seat.rows();
    let found = rows.iter().find(|row| row.contains(text));
    found.unwrap_or_else(|| panic!("no {text:?} on\n{}", rows.join("\n"))).clone()
}

#[test]
fn every_scale_fits_every_window_in_both_languages() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut seat = Seat::at_demo(lang, size);
            seat.press("3");
            for scale in ["scale-week", "scale-month", "scale-year"] {
                seat.press("v");
                let name = seat.app.words().say(scale);
                assert!(row(&seat, &format!("{} ·", seat.app.words().say("pane-calendar"))).contains(&name));
                let load = seat.app.words().say_with("days-minutes", &[("n", 240i64.into())]);
                assert!(row(&seat, &load).contains(&seat.app.words().say("day-today")), "{lang:?} {size:?}");
            }
            seat.press("v");
            assert!(seat.rows().join("").contains(&seat.app.words().say("scale-agenda")));
        }
    }
}

#[test]
fn the_period_turns_from_today_where_the_calendar_was_never_in_sight() {
    for (keys, month) in [("1 ]", "December 2026"), ("5 [", "October 2026"), ("2 ] ]", "January 2027")] {
        let mut seat = Seat::at_demo(Lang::En, (80, 24));
        seat.press(keys);
        assert!(row(&seat, "3 Calendar ·").contains(month), "{keys}");
    }
}

#[test]
fn arrows_go_by_day_and_week_and_brackets_by_period() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    seat.press("3 v v");
    assert!(row(&seat, "3 Calendar ·").contains("November 2026"));
    for (keys, day) in [("Down", "Tue 1 Dec"), ("Right", "Wed 2 Dec"), ("]", "Sat 2 Jan"), ("[ [", "Mon 2 Nov")] {
        seat.press(keys);
        assert!(row(&seat, day).contains("touch"), "{keys}");
    }
    seat.press("t");
    assert!(row(&seat, "of 240 min").contains("today"));
    seat.press("d");
    seat.write("2027-02-22");
    seat.press("Enter");
    assert!(row(&seat, "3 Calendar ·").contains("February 2027"));
    assert!(row(&seat, "Mon 22 Feb").contains("public holiday"));
    seat.press("d");
    seat.write("the day after");
    seat.press("Enter");
    assert!(seat.rows().join("").contains("That is no day"));
}

#[test]
fn a_day_is_entered_and_its_touch_logged_on_it() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    seat.press("c");
    seat.write("@yesterday");
    seat.press("Enter 3 v v Left");
    let yesterday = today() - chrono::Days::new(1);
    let before = seat.bench().done_on(yesterday).unwrap().len();
    seat.press("Enter c");
    assert!(row(&seat, "note:").contains("@2026-11-23"));
    seat.press("Enter");
    assert_eq!(seat.bench().done_on(yesterday).unwrap().len(), before + 1);
}

#[test]
fn a_click_selects_the_day_under_it() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    seat.press("3 v v ]");
    let rows = seat.rows();
    let y = rows.iter().position(|row| row.starts_with(" 49")).unwrap();
    seat.give(Input::Click(26, y as u16));
    assert!(row(&seat, "Wed 2 Dec").contains("touch"));
}

#[test]
fn what_can_be_done_with_a_touch_is_hinted_at_and_a_day_set_by_hand_is_set_again() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    seat.press("3");
    let hints = seat.rows().last().unwrap().clone();
    for hint in ["r reasons", "s put off", "x drop", "D done", "v scale", ": all", "? help"] {
        assert!(hints.contains(hint), "no {hint:?} in {hints:?}");
    }
    let agenda = seat.bench().agenda_page(0, 20).unwrap();
    let typed = agenda.iter().position(|line| matches!(line.item, AgendaItem::Typed(_))).unwrap();
    (0..seat.bench().done_on(today()).unwrap().len() + typed).for_each(|_| seat.press("Down"));
    seat.press("x");
    seat.expect("This contact was set by hand");
    seat.press("s");
    seat.expect("Next contact:");
}

#[test]
fn a_planned_touch_is_explained_put_off_moved_left_out_and_done_with_a_key_each() {
    let mut seat = Seat::at_demo(Lang::En, (100, 40));
    seat.press("3");
    let agenda = seat.bench().agenda_page(0, 20).unwrap();
    let ruled = agenda.iter().position(|line| matches!(line.item, AgendaItem::Rule(_))).unwrap();
    (0..seat.bench().done_on(today()).unwrap().len() + ruled).for_each(|_| seat.press("Down"));
    let key = agenda[ruled].key.clone();
    let state = |seat: &Seat| seat.bench().touch(&key).unwrap().state;
    seat.press("r");
    seat.expect("Why this day");
    seat.expect("It can be done from");
    seat.press("Esc s");
    seat.expect("Put off:");
    seat.press("3");
    seat.expect("Touch put off");
    seat.press("u M");
    seat.expect("Move to a day:");
    seat.press("2");
    seat.expect("Touch moved");
    seat.press("u x");
    seat.write("on holiday");
    seat.press("Enter");
    seat.expect("Touch skipped");
    assert_eq!(state(&seat), PlanState::Skipped);
    seat.press("u D");
    seat.expect("logged");
    assert!(matches!(state(&seat), PlanState::Done(Some(_))));
    seat.press("u");
    assert_eq!(state(&seat), PlanState::Open);
}

#[test]
fn a_day_away_bears_its_letter_beside_what_others_do() {
    let book = crate::support::Book::demo();
    book.told(0, &["absence", "add", "--from", "2026-11-30", "--to", "2026-12-13"]);
    let mut seat = Seat::at(book.open(), Lang::En, (80, 24));
    let held: u32 = seat
        .bench()
        .loads(today() + chrono::Days::new(6), today() + chrono::Days::new(10))
        .unwrap()
        .days
        .iter()
        .map(|day| day.touches)
        .sum();
    assert!(held > 0, "somebody does something meanwhile");
    seat.press("3 v v ]");
    let week = row(&seat, " 50 ");
    assert_eq!(week.matches(" A ").count(), 5, "{week}");
    seat.press("v");
    let mut seat = Seat::at(book.open(), Lang::Ru, (80, 24));
    seat.press("3 V");
    assert!(row(&seat, "Янв").contains("Май"));
}

#[test]
fn where_nothing_can_be_put_off_it_is_said_what_is_missing() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    seat.press("/");
    seat.write("Granit");
    seat.press("Enter s");
    seat.expect("Neither an alert nor a planned touch is selected.");
}
