//! The communication table changed on the screen: what a change would move is shown before it is saved, and one undo takes
//! it back.

use regulars::domain::calendar::{HolidayRule, Period};
use regulars::domain::ids::RuleId;
use regulars::domain::table::{Anchor, Rule, When};
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

#[test]
fn a_new_row_moves_what_it_said_it_would() {
    let seat = Seat::at_demo(Lang::En, (80, 24));
    let bench = seat.bench();
    let mut rules = bench.table().unwrap();
    let message = rules.iter().find(|rule| rule.name == "message").unwrap().clone();
    let quota = |per| When::Quota { times: 1, star_times: None, at_most: None, per, anchor: Anchor::Calendar };
    for per in [Period::Month, Period::Year] {
        rules.push(Rule { id: RuleId(0), title: "more".into(), when: quota(per), ..message.clone() });
    }
    let told = bench.preview_table(&rules).unwrap();
    assert!(told.added() > 300, "{} new", told.added());
    assert_eq!(bench.edit_table(&rules).unwrap(), told);
    let ids: std::collections::BTreeSet<RuleId> = bench.table().unwrap().iter().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules.len());
    bench.undo().unwrap();
    bench.redo().unwrap();
    assert_eq!(bench.table().unwrap().len(), rules.len());
}

#[test]
fn a_row_is_doubted_while_it_is_typed() {
    for (lang, doubt) in [(Lang::En, "Row 8: 90 touches"), (Lang::Ru, "Строка 8: контактов 90")] {
        let mut seat = Seat::at_demo(lang, (80, 24)).on_russian_layout();
        seat.press("T Down Down Down Down Down Down Down Enter Down Down Down Down Backspace");
        seat.write("90");
        seat.press("Down Down Backspace");
        seat.expect(doubt);
        seat.press("Backspace");
        seat.write("3");
        seat.expect(if lang == Lang::En { "allows fewer" } else { "разрешено меньше" });
        seat.press("Up Up Backspace Backspace");
        seat.write("3");
        assert!(!seat.screen().contains('8'), "{}", seat.screen());
        seat.press("Enter");
        // The keys of the layout in use.
        seat.expect("Enter");
        seat.expect(if lang == Lang::En { "т new row" } else { "т новая" });
    }
}

#[test]
fn a_row_for_a_day_of_the_year_names_it() {
    let seat = Seat::at_demo(Lang::En, (80, 24));
    let rule = seat.bench().table().unwrap().remove(0);
    let when = When::Date { on: HolidayRule::Fixed(2, 29), lead: 3, on_the_day: false };
    assert_eq!(seat.app.words().rule_when(&Rule { when, ..rule }), "every year on 29 Feb");
}

#[test]
fn a_form_longer_than_the_window_says_that_it_goes_on() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    let ends = |seat: &Seat, arrow| seat.rows().iter().any(|row| row.trim_end_matches([' ', '│']).ends_with(arrow));
    seat.press("T Enter");
    assert!(ends(&seat, '↓') && !ends(&seat, '↑'), "{}", seat.screen());
    seat.press("PgDn PgDn PgDn");
    assert!(ends(&seat, '↑') && !ends(&seat, '↓'), "{}", seat.screen());
}
