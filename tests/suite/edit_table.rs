//! The communication table changed on the screen: what a change would move is shown before it is saved, and one undo takes
//! it back.

use regulars::domain::table::When;
use regulars::text::Lang;

use crate::screens::SIZES;
use crate::seat::Seat;

/// How often the row of messages asks for one in a quarter.
fn times(seat: &Seat) -> u32 {
    let table = seat.bench().table().unwrap();
    let message = table.into_iter().find(|rule| rule.name == "message").unwrap();
    match message.when {
        When::Quota { times, .. } => times,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_row_is_changed_in_its_form_looked_at_and_saved() {
    let mut seat = Seat::at_demo(Lang::En, (120, 40));
    let before =
        seat.bench().calendar(crate::support::today(), crate::support::today() + chrono::Days::new(90)).unwrap();
    seat.press("T Down Down Down Down Down Down Down");
    seat.expect("News of ours, a word on news of theirs");
    seat.press("Enter Down Down Down Down Backspace");
    seat.write("3");
    seat.press("Enter");
    seat.expect("3 times in a quarter");
    assert_eq!(times(&seat), 2, "nothing is saved yet");
    seat.press("s");
    seat.expect("What would move");
    seat.expect("touches:");
    seat.press("Enter");
    seat.expect("table changed");
    assert_eq!(times(&seat), 3);
    seat.press("u");
    assert_eq!(times(&seat), 2);
    let after =
        seat.bench().calendar(crate::support::today(), crate::support::today() + chrono::Days::new(90)).unwrap();
    assert_eq!(after, before, "the plan is as it was");
}

#[test]
fn what_is_wrong_is_said_where_it_was_typed() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    seat.press("T Down Down Down Down Down Down Down Enter Down Down Down Down Backspace");
    seat.write("many");
    seat.press("Enter");
    seat.expect("A whole number belongs here.");
    seat.press("Backspace Backspace Backspace Backspace");
    seat.write("90");
    seat.press("Enter");
    seat.expect("90 times in a quarter");
    seat.expect("Row 8");
    seat.press("Esc");
    seat.expect("not saved yet");
    seat.press("Esc");
    assert_eq!(times(&seat), 2);
}

#[test]
fn the_table_and_its_form_fit_every_window_in_both_languages() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut seat = Seat::at_demo(lang, size);
            seat.press("T");
            seat.expect(&seat.app.words().say("table-title"));
            seat.press("Enter");
            seat.expect(&seat.app.words().say("table-purpose"));
            seat.press("Esc n Enter");
            seat.expect(&seat.app.words().say("table-no-title"));
        }
    }
}
