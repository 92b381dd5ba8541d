//! The calendar on a file: what verbs move, and what they leave where it is.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveDate};
use regulars::domain::ids::ClientId;
use regulars::domain::touch::TouchKind;
use regulars::ops::{AgendaItem, AgendaLine, OpError, PlanState, TouchDraft, Workbench};

use crate::support::{Book, Dice, bring_in, today};

/// The open touches: with whom, and on which day.
type Open = BTreeMap<String, (ClientId, NaiveDate)>;

fn lines(bench: &Workbench) -> Vec<AgendaLine> {
    bench.calendar(today(), today() + Days::new(400)).unwrap()
}

fn open(bench: &Workbench) -> Open {
    let lines = lines(bench).into_iter();
    let asked = lines.filter(|line| line.state == PlanState::Open && matches!(line.item, AgendaItem::Rule(_)));
    asked.map(|line| (line.key, (line.client, line.day))).collect()
}

/// Does two hundred things at random; after each, nothing moved but what it was done to.
fn work(bench: &Workbench, seed: u64) {
    let mut dice = Dice(seed);
    let (mut before, mut undone) = (open(bench), Vec::new());
    assert!(before.len() > 100, "only {} touches are planned", before.len());
    let (mut done, mut closed) = (0, 0);
    for step in 0..200 {
        let all = lines(bench);
        let asked: Vec<&AgendaLine> = all
            .iter()
            .filter(|line| line.state == PlanState::Open && matches!(line.item, AgendaItem::Rule(_)))
            .collect();
        let line = dice.one_of(&asked);
        let to = today() + Days::new(3 + dice.below(60) as u64);
        let choice = dice.below(6);
        let result = match choice {
            0 => bench.skip(&line.key, "not now").map(drop),
            1 => bench.snooze(&line.key, to).map(drop),
            2 => bench.move_to(&line.key, to).map(drop),
            3 => bench.do_now(&line.key).map(drop),
            4 => bench.log_touch(&TouchDraft::new(line.client, *dice.one_of(&TouchKind::ALL))).map(drop),
            _ if undone.is_empty() => continue,
            _ => bench.undo().map(drop),
        };
        match result {
            Ok(()) => done += 1,
            Err(OpError::NothingToUndo) => continue,
            Err(error) => panic!("step {step}: {error}"),
        }
        let after = open(bench);
        if choice == 5 {
            assert_eq!(after, undone.pop().unwrap_or_else(|| panic!("step {step}: more was undone than done")));
        } else {
            let landed = after.get(&line.key).map_or(to, |(_, day)| *day);
            let near = |day: NaiveDate| (day - landed).num_days().abs() < 5;
            for (key, (client, day)) in &before {
                match after.get(key) {
                    Some((_, now)) if now == day => {}
                    // What was moved by hand, and what it came too near to.
                    Some(_) => {
                        let own =
                            *client == line.client && (choice == 1 || choice == 2) && (*key == line.key || near(*day));
                        assert!(
                            own,
                            "step {step} ({choice}, {} to {landed}) moved {key} of {} from {day}: {:?}",
                            line.key,
                            client.0,
                            bench.touch(key)
                        );
                    }
                    None => {
                        let own = *client == line.client && (*key == line.key || choice == 4 || near(*day));
                        assert!(own, "step {step} ({choice}) took {key} away");
                        closed += 1;
                    }
                }
            }
            let others = after.iter().filter(|(key, _)| !before.contains_key(*key));
            assert!(others.into_iter().all(|(_, (client, _))| *client == line.client), "step {step}");
            undone.push(before);
        }
        before = after;
    }
    assert!(done > 150 && closed > 40, "{done} done, {closed} closed");
}

#[test]
fn two_hundred_verbs_move_nothing_they_should_not() {
    let book = Book::demo();
    let bench = book.open();
    bench.make_fresh().unwrap();
    work(&bench, 4);
}

#[test]
#[ignore = "needs ../shared"]
fn two_hundred_verbs_move_nothing_in_a_large_book() {
    let shop = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/sales/online_retail_orders.csv");
    assert!(shop.exists(), "{} is absent", shop.display());
    let book = Book::empty();
    let bench = book.open();
    bring_in(&bench, &shop).unwrap();
    bench.make_fresh().unwrap();
    let plan = bench.book_state().unwrap().unwrap().plan;
    assert!(plan.limited[0] && plan.homeless[0] > 0, "{plan:?}");
    let loads = bench.loads(today(), today() + Days::new(366)).unwrap();
    assert!(loads.days.iter().all(|day| day.minutes <= 240), "a day holds more than there is");
    work(&bench, 5);
}

#[test]
fn a_file_of_the_first_version_keeps_its_facts_and_gets_a_plan() {
    let book = Book::of_version(
        1,
        "INSERT INTO client (id, name, sort_name, since) VALUES (7, 'Vega', 'vega', '2026-10-01');
         INSERT INTO orders (id, client_id, day, amount) VALUES (1, 7, '2026-07-01', 100), (2, 7, '2026-08-01', 100),
             (3, 7, '2026-09-01', 100);
         INSERT INTO touch (id, client_id, kind, day, at, outcome)
             VALUES (1, 7, 'call', '2026-10-20', '2026-10-20T09:00:00Z', 'reached');
         INSERT INTO rule (id, position, body) VALUES (5, 0,
             '{\"name\":\"call-regular\",\"kind\":\"call\",\"purpose\":\"inform\",\"minutes\":15,
               \"when\":{\"quota\":{\"times\":1,\"per\":\"quarter\"}},\"scope\":{\"statuses\":[\"regular\"]}}');
         INSERT INTO derived_planned VALUES (7, 'Q|5|7|2027-Q1|0', '2027-02-01', 15, '{}');",
    );
    let bench = book.open();
    assert!(!bench.is_fresh().unwrap());
    bench.make_fresh().unwrap();
    let all = bench.calendar(NaiveDate::MIN, today() + Days::new(400)).unwrap();
    let found: Vec<(&str, &str)> = all.iter().map(|line| (line.key.as_str(), line.state.name())).collect();
    let expected = [
        ("Q|5|7|2026-Q4|0", "done"),
        ("Q|5|7|2027-Q1|0", "open"),
        ("Q|5|7|2027-Q2|0", "open"),
        ("Q|5|7|2027-Q3|0", "open"),
    ];
    assert_eq!(found[..4], expected);
    bench.skip("Q|5|7|2027-Q1|0", "").unwrap();
    bench.undo().unwrap();
    assert_eq!(bench.touch("Q|5|7|2027-Q1|0").unwrap().state, PlanState::Open);
}

#[test]
fn a_touch_that_is_not_on_its_own_day_says_what_stood_in_the_way() {
    let book = Book::demo();
    let planned = book.json(0, &["calendar", "--from", "today", "--to", "+360"]);
    let rows = planned.as_array().unwrap().iter().filter(|row| row["state"] == "open" && row["because"].is_object());
    let mut aside = 0;
    for row in rows {
        let because = &row["because"];
        let own = because["own"] == row["day"];
        assert_eq!(because["because"] == "own", own, "{row}");
        aside += usize::from(!own);
    }
    assert!(aside > 20, "only {aside} touches stand aside");
}
