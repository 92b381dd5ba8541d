//! The calendar on a file: what verbs move, and what they leave where it is.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use chrono::{Days, NaiveDate};
use regulars::domain::ids::ClientId;
use regulars::domain::touch::TouchKind;
use regulars::ops::{AgendaItem, OpError, PlanState, TouchDraft, Workbench};
use regulars::text::Lang;
use serde_json::Value;

use crate::seat::Seat;
use crate::support::{Book, Dice, bring_in, today};

/// A touch of a rule that is planned: with whom, and on which day.
type Open = BTreeMap<String, (ClientId, NaiveDate)>;

/// One thing done to the calendar.
enum Step<'a> {
    Skip(&'a str),
    Snooze(&'a str, NaiveDate),
    Move(&'a str, NaiveDate),
    Do(&'a str),
    Log(TouchKind, ClientId),
    Undo,
}

/// Who does it: the workbench itself, or its command line.
trait Hands {
    /// The touches that are open.
    fn open(&self) -> Open;
    /// Does one thing; false where there was nothing to take back.
    fn act(&self, step: &Step<'_>) -> bool;
}

impl Hands for Workbench {
    fn open(&self) -> Open {
        let lines = self.calendar(today(), today() + Days::new(400)).unwrap().into_iter();
        let asked = lines.filter(|line| line.state == PlanState::Open && matches!(line.item, AgendaItem::Rule(_)));
        asked.map(|line| (line.key, (line.client, line.day))).collect()
    }

    fn act(&self, step: &Step<'_>) -> bool {
        let done = match *step {
            Step::Skip(key) => self.skip(key, "not now").map(drop),
            Step::Snooze(key, to) => self.snooze(key, to).map(drop),
            Step::Move(key, to) => self.move_to(key, to).map(drop),
            Step::Do(key) => self.do_now(key).map(drop),
            Step::Log(kind, client) => self.log_touch(&TouchDraft::new(client, kind)).map(drop),
            Step::Undo => self.undo().map(drop),
        };
        !matches!(done, Err(OpError::NothingToUndo)) && done.map(|()| true).unwrap()
    }
}

impl Hands for Book {
    fn open(&self) -> Open {
        let to = (today() + Days::new(400)).to_string();
        let rows = self.json(0, &["calendar", "--from", "today", "--to", &to]);
        let open = rows.as_array().unwrap().iter().filter(|row| row["state"] == "open" && row["rule"].is_string());
        let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
        open.map(|row| {
            let client = ClientId(text(row, "client_id").parse().unwrap());
            (text(row, "key"), (client, text(row, "day").parse().unwrap()))
        })
        .collect()
    }

    fn act(&self, step: &Step<'_>) -> bool {
        let (to, who);
        let args: &[&str] = match *step {
            Step::Skip(key) => &["skip", key, "--reason", "not now"],
            Step::Snooze(key, day) => {
                to = day.to_string();
                &["snooze", key, "--to", &to]
            }
            Step::Move(key, day) => {
                to = day.to_string();
                &["move", key, "--to", &to]
            }
            Step::Do(key) => &["do", key],
            Step::Log(kind, client) => {
                who = client.0.to_string();
                &["log", kind.name(), &who, "--anyway"]
            }
            Step::Undo => &["undo"],
        };
        let output = self.command(args).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() || matches!(step, Step::Undo), "{args:?}: {told}");
        output.status.success()
    }
}

/// Does two hundred things at random; after each, nothing moved but what it was done to.
fn work(hands: &impl Hands, seed: u64) {
    let mut dice = Dice(seed);
    let (mut before, mut undone) = (hands.open(), Vec::new());
    assert!(before.len() > 100, "only {} touches are planned", before.len());
    let (mut done, mut closed) = (0, 0);
    for step in 0..200 {
        let asked: Vec<(&String, &(ClientId, NaiveDate))> = before.iter().collect();
        let (key, (whose, _)) = *dice.one_of(&asked);
        let to = today() + Days::new(3 + dice.below(60) as u64);
        let choice = dice.below(6);
        let act = match choice {
            0 => Step::Skip(key),
            1 => Step::Snooze(key, to),
            2 => Step::Move(key, to),
            3 => Step::Do(key),
            4 => Step::Log(*dice.one_of(&TouchKind::ALL), *whose),
            _ if undone.is_empty() => continue,
            _ => Step::Undo,
        };
        if !hands.act(&act) {
            continue;
        }
        done += 1;
        let after = hands.open();
        if choice == 5 {
            assert_eq!(after, undone.pop().unwrap_or_else(|| panic!("step {step}: more was undone than done")));
        } else {
            let landed = after.get(key).map_or(to, |(_, day)| *day);
            let near = |day: NaiveDate| (day - landed).num_days().abs() < 5;
            for (other, (client, day)) in &before {
                match after.get(other) {
                    Some((_, now)) if now == day => {}
                    // What was moved by hand, and what it came too near to.
                    Some((_, now)) => {
                        let own = client == whose && (choice == 1 || choice == 2) && (other == key || near(*day));
                        assert!(own, "step {step} ({choice}, {key} to {landed}) moved {other} from {day} to {now}");
                    }
                    None => {
                        let own = client == whose && (other == key || choice == 4 || near(*day));
                        assert!(own, "step {step} ({choice}) took {other} away");
                        closed += 1;
                    }
                }
            }
            let others = after.iter().filter(|(other, _)| !before.contains_key(*other));
            assert!(others.into_iter().all(|(_, (client, _))| client == whose), "step {step}");
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
fn two_hundred_verbs_of_the_command_line_move_nothing_they_should_not() {
    work(&Book::demo(), 6);
}

#[test]
fn the_plan_is_the_same_in_every_time_zone() {
    let demo = Book::demo();
    let plans = ["UTC", "America/Sao_Paulo", "Asia/Beirut", "Pacific/Apia"].map(|zone| {
        let copy = Book::empty();
        fs::copy(demo.file(), copy.file()).unwrap();
        let told = |args: &[&str]| {
            let output = copy.command(args).env("TZ", zone).output().unwrap();
            assert!(output.status.success(), "{zone}");
            output.stdout
        };
        told(&["rebalance"]);
        told(&["calendar", "--from", "today", "--to", "+360", "--json"])
    });
    assert!(plans[0].len() > 10_000);
    assert!(plans.iter().all(|plan| *plan == plans[0]));
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
    drop(bench);
    work(&book, 7);
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

#[test]
fn a_touch_moved_by_hand_says_so_with_its_own_day_and_what_it_moved() {
    let book = Book::demo();
    let rows = book.json(0, &["calendar", "--to", "2027-03-31"]);
    let rows = rows.as_array().unwrap();
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let open = |row: &&Value| row["state"] == "open" && row["rule"].is_string();
    let pair = rows.iter().filter(open).find_map(|one| {
        let other = |other: &&Value| {
            other["client_id"] == one["client_id"]
                && other["day"].as_str() > Some("2027-01-10")
                && other["key"] != one["key"]
                && !text(other, "key").starts_with(['H', 'A', 'C'])
        };
        (one["key"].as_str()?.starts_with('Q'))
            .then(|| rows.iter().filter(open).find(other))
            .flatten()
            .map(|other| (one, other))
    });
    let (one, other) = pair.unwrap();
    let (key, day) = (text(one, "key"), text(other, "day"));
    let told = book.told(0, &["move", &key, "--to", &day]);
    assert!(told.contains("1 other touch moved"), "{told}");
    let after = book.json(0, &["calendar", "--from", &day, "--to", &day]);
    let moved = after.as_array().unwrap().iter().find(|row| row["key"] == key.as_str()).unwrap();
    assert_eq!(moved["because"]["because"], "by_hand");
    assert_eq!(moved["because"]["own"], one["because"]["own"], "its own day is still told");
    assert!(text(moved, "reason").starts_with("its own day is "), "{moved}");
    assert!(text(moved, "reason").ends_with(" · day chosen by hand"), "{moved}");
    let late = book.told(0, &["catch-up", "--from", "2026-01-01", "--how", "drop"]);
    assert!(!late.starts_with("0 late"), "{late}");
    let kept = book.json(0, &["calendar", "--from", &day, "--to", &day]);
    let kept = kept.as_array().unwrap().iter().find(|row| row["key"] == key.as_str()).unwrap();
    assert_eq!(kept["state"], "open", "a day was chosen for it: it is not late");
}

#[test]
fn touches_that_one_contact_could_do_are_told_of_each_other() {
    let book = Book::demo();
    let until = ["calendar", "--of", "D001", "--to", "+200"];
    let rows = book.json(0, &until);
    let text = |row: &Value, name: &str| row[name].as_str().unwrap().to_owned();
    let message = |nature: char| {
        let rows = rows.as_array().unwrap().iter();
        let found = rows.filter(|row| row["kind"] == "message" && row["state"] == "open");
        found.map(|row| (text(row, "key"), text(row, "day"))).find(|(key, _)| key.starts_with(nature)).unwrap()
    };
    let ((greeting, day), (news, _)) = (message('A'), message('Q'));
    book.told(0, &["move", &news, "--to", &day]);
    let rows = book.json(0, &until);
    let together = |key: &str| {
        let row = rows.as_array().unwrap().iter().find(|row| row["key"] == key).unwrap();
        row["together"].as_array().unwrap().iter().map(|key| key.as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!((together(&greeting), together(&news)), (vec![news.clone()], vec![greeting.clone()]));
    assert_eq!(rows.as_array().unwrap().iter().filter(|row| row["together"] != Value::Array(Vec::new())).count(), 2);
    for (lang, said) in
        [(Lang::En, "Another message stands on "), (Lang::Ru, "есть ещё контакт того же вида (сообщение)")]
    {
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("3 v v d");
        seat.write(&day);
        seat.press("Enter Enter");
        let found = (0..20).any(|_| {
            seat.press("r");
            let found = seat.screen().contains(said);
            seat.press("Esc Down");
            found
        });
        assert!(found, "{}", seat.screen());
    }
}
