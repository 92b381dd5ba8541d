//! Touches in full: what is said of one in its line, the same with several clients, invitations step by step, the NPS;
//! and the timeline in which they are changed and taken away.

use chrono::Days;
use regulars::domain::churn::Alert;
use regulars::domain::ids::TouchId;
use regulars::domain::timeline::Kinds;
use regulars::domain::touch::{Mark, Outcome, TouchKind};
use regulars::ops::{AgendaItem, AgendaLine, ComplaintDraft, PlanState, TouchDraft, Workbench};
use regulars::text::{Lang, Words};
use serde_json::{Value, json};

use crate::screens::{SIZES, rows_of};
use crate::seat::Seat;
use crate::support::{Book, Dice, first_client, today};

/// The touch that was logged last.
fn last_touch(bench: &Workbench) -> Value {
    rows_of(bench, "touch").into_iter().max_by_key(|row| row["id"].as_i64()).unwrap()
}

/// What is said of a touch beside its note.
fn details(touch: &Value) -> Value {
    json!(["theirs", "minutes", "purpose", "drain", "nps", "wow", "invited"].map(|column| touch[column].clone()))
}

#[test]
fn one_line_says_everything_about_a_touch_on_either_layout() {
    for (lang, line, chip) in [
        (Lang::En, "asked for prices =20m =4/5 =9/10 =thanks =they >+7 @yesterday 15:00 #vip", "would recommend 9/10"),
        (Lang::Ru, "asked for prices =20м =4/5 =9/10 =спас =они /+7 \"вчера 15:00 №vip", "посоветует 9/10"),
    ] {
        let mut seat = Seat::at_demo(lang, (140, 40));
        let before = seat.bench().export_json().unwrap();
        seat.press("2 c");
        seat.write(line);
        seat.expect(chip);
        seat.press("Enter");
        let touch = last_touch(seat.bench());
        assert_eq!(details(&touch), json!([1, 20, "thank", 4, 9, null, null]), "{lang:?}");
        assert_eq!((&touch["note"], &touch["day"]), (&json!("asked for prices"), &json!("2026-11-23")));
        let client = first_client(seat.bench());
        assert!(seat.bench().card(client).unwrap().unwrap().client.tags.contains(&"vip".to_owned()));
        seat.press("u");
        assert!(seat.bench().export_json().unwrap() == before);
    }
}

#[test]
fn the_same_is_logged_with_every_marked_client_in_one_step() {
    for lang in Lang::ALL {
        let mut seat = Seat::at_demo(lang, (80, 24));
        let before = seat.bench().export_json().unwrap();
        let touches = rows_of(seat.bench(), "touch").len();
        seat.press("2 Home Space Space Down Space w");
        seat.expect(if lang == Lang::En { "3 clients" } else { "3 клиента" });
        seat.write("the new catalogue =inform");
        seat.press("Enter");
        if rows_of(seat.bench(), "touch").len() == touches {
            // One of them is a former client that was contacted often enough.
            seat.press("Enter");
        }
        let rows = rows_of(seat.bench(), "touch");
        assert_eq!(rows.len(), touches + 3);
        let clients: std::collections::BTreeSet<i64> =
            rows.iter().rev().take(3).map(|row| row["client_id"].as_i64().unwrap()).collect();
        assert_eq!(clients.len(), 3);
        let same =
            |row: &Value| row["note"] == "the new catalogue" && row["kind"] == "message" && row["purpose"] == "inform";
        assert!(rows.iter().filter(|row| same(row)).count() == 3);
        seat.press("u");
        assert!(seat.bench().export_json().unwrap() == before, "one step takes all of them back");
        // The marks are gone with the action.
        seat.press("c Enter");
        assert_eq!(rows_of(seat.bench(), "touch").len(), touches + 1);
        seat.press("Home Space Down Space n");
        seat.write("price list sent");
        seat.press("Enter");
        assert_eq!(rows_of(seat.bench(), "note").len(), 2);
    }
    let book = Book::demo();
    let told = book.told(0, &["log", "call", "D001", "D002", "D001", "-m", "a fair", "--minutes", "5"]);
    assert!(told.starts_with("Call logged: Romashka LLC"), "{told}");
    assert!(told.contains("1 more"), "{told}");
    let made = |row: &&Value| row["note"] == "a fair" && row["minutes"] == 5;
    assert_eq!(rows_of(&book.open(), "touch").iter().filter(made).count(), 2);
    let before = book.dump();
    book.refused(2, &["log", "order", "D001", "D002", "--amount", "5"]);
    book.refused(2, &["log", "call", "D001", "D002", "--person", "anna"]);
    book.refused(2, &["log", "call", "D001", "--invited", "came"]);
    book.refused(2, &["log", "call", "D001", "--nps", "11"]);
    book.refused(2, &["log", "note", "D001", "-m", "x", "--wow"]);
    assert_eq!(book.dump(), before);
}

#[test]
fn later_steps_of_an_invitation_change_the_same_touch() {
    for (lang, asked, came) in [(Lang::En, "‹invited›", "‹came›"), (Lang::Ru, "‹приглашён›", "‹пришёл›")]
    {
        let mut seat = Seat::at_demo(lang, (80, 24)).on_russian_layout();
        seat.press("2 :");
        seat.write(&seat.app.words().say("action-log-invitation"));
        seat.press("Enter");
        seat.expect(asked);
        seat.write("the spring fair");
        seat.press("Enter");
        let (id, count) = (last_touch(seat.bench())["id"].clone(), rows_of(seat.bench(), "touch").len());
        seat.press("l Enter Down Down");
        seat.expect(came);
        seat.press("Enter");
        let touch = last_touch(seat.bench());
        assert_eq!((&touch["id"], &touch["invited"], &touch["note"]), (&id, &json!("came"), &json!("the spring fair")));
        assert_eq!(rows_of(seat.bench(), "touch").len(), count);
    }
    let book = Book::demo();
    book.told(0, &["log", "event", "D001", "-m", "the fair"]);
    let entry = book.json(0, &["timeline", "D001", "--kind", "event"])[0].clone();
    assert_eq!(entry["invited"], "invited");
    book.told(0, &["edit-touch", entry["id"].as_str().unwrap(), "--invited", "accepted"]);
    let entries = book.json(0, &["timeline", "D001", "--kind", "event"]);
    assert_eq!((entries.as_array().unwrap().len(), &entries[0]["invited"]), (1, &json!("accepted")));
}

#[test]
fn the_nps_of_a_period_is_told_from_enough_answers_on() {
    let book = Book::demo();
    for (client, answer) in [("D001", "10"), ("D002", "9"), ("D003", "7"), ("D004", "3")] {
        book.told(0, &["log", "call", client, "--nps", answer]);
    }
    // Of each who answered the last answer counts.
    book.told(0, &["log", "call", "D004", "--nps", "6"]);
    let few = book.told(0, &["nps"]);
    assert!(few.contains("Sun 23 Nov 2025 – Mon 23 Nov: 4 answers\n") && few.contains("Too few"), "{few}");
    assert_eq!(book.json(0, &["nps"])["score"], Value::Null);
    book.told(0, &["set", "nps_least", "4"]);
    let report = book.json(0, &["nps"]);
    assert_eq!(
        (&report["score"], &report["loyal"], &report["neutral"], &report["critics"]),
        (&json!(25), &json!(2), &json!(1), &json!(1))
    );
    let told = book.told(0, &["nps", "--from", "1.11.2026"]);
    assert!(told.contains("NPS +25\nloyal (9-10) 50 %, neutral (7-8) 25 %, critics (0-6) 25 %\n"), "{told}");
    assert!(told.contains("loyal 2, critics 1, new clients −3.8. An estimate of that source"), "{told}");
    assert_eq!(book.json(0, &["nps", "--to", "22.11.2026"])["answers"], 0);
    book.refused(2, &["nps", "--from", "20.11.2026", "--to", "19.11.2026"]);
    let mut seat = Seat::at(book.open(), Lang::Ru, (80, 24));
    seat.press("z");
    seat.expect("NPS +25");
}

#[test]
fn an_entry_that_closed_a_touch_of_the_plan_opens_it_again_when_it_is_taken_away() {
    let book = Book::full();
    let bench = book.open();
    let (first, last) = (today(), today() + chrono::Days::new(366));
    let can_be_done = |line: &AgendaLine| match &line.item {
        AgendaItem::Rule(planned) => line.state == PlanState::Open && planned.from <= today(),
        AgendaItem::Typed(_) => false,
    };
    let line = bench.calendar(first, last).unwrap().into_iter().find(can_be_done).unwrap();
    let (client, key) = (line.client, line.key);
    let open = |bench: &Workbench| {
        let lines = bench.calendar(first, last).unwrap().into_iter();
        let of = lines.filter(|line| line.client == client && line.state == PlanState::Open);
        of.map(|line| line.key).collect::<Vec<_>>()
    };
    let (planned, count) = (bench.touch(&key).unwrap().day, open(&bench).len());
    bench.do_now(&key).unwrap();
    assert!(!open(&bench).contains(&key), "done");
    let touch = TouchId(last_touch(&bench)["id"].as_i64().unwrap());
    let done = bench.export_json().unwrap();
    bench.delete_touch(touch).unwrap();
    assert!(open(&bench).contains(&key), "open again");
    assert!(bench.touch(&key).unwrap().day >= today(), "on a day that can still be had; it was {planned}");
    bench.undo().unwrap();
    assert!(bench.export_json().unwrap() == done, "and undo closes it as it was");
    // Moved out of its window, or turned into one that nobody answered, it closes nothing either.
    let logged = bench.logged_touch(touch).unwrap();
    let unanswered = TouchDraft { outcome: regulars::domain::touch::Outcome::NoAnswer, ..TouchDraft::of(&logged) };
    bench.edit_touch(touch, &unanswered).unwrap();
    assert!(open(&bench).contains(&key), "nobody answered");
    bench.edit_touch(touch, &TouchDraft::of(&logged)).unwrap();
    assert_eq!(open(&bench).len(), count - 1, "reached after all");
}

#[test]
fn the_timeline_finds_changes_and_deletes() {
    for lang in Lang::ALL {
        for size in SIZES {
            let mut seat = Seat::at_demo(lang, size).on_russian_layout();
            let before = seat.bench().export_json().unwrap();
            let client = first_client(seat.bench());
            let all = seat.bench().count_timeline(client, Kinds::All).unwrap();
            let calls = seat.bench().count_timeline(client, Kinds::Touch(TouchKind::Call)).unwrap();
            assert!(calls > 0 && all > calls);
            seat.press("2 Home l");
            seat.expect(&seat.app.words().say("timeline-keys").chars().take(5).collect::<String>());
            seat.press("Right");
            let counted = if lang == Lang::En { format!("1 of {calls}") } else { format!("1 из {calls}") };
            seat.expect(&counted);
            seat.press("e");
            seat.write(" and more =30m");
            seat.press("Enter");
            let changed = rows_of(seat.bench(), "touch");
            let row = changed.iter().find(|row| row["minutes"] == 30).unwrap();
            assert!(row["note"].as_str().unwrap().ends_with("and more"), "{row}");
            assert_eq!(row["kind"], "call");
            // A dot is what the key of the slash types on that layout.
            seat.press("/");
            seat.write("AND MORE");
            seat.expect(if lang == Lang::En { "1 of 1" } else { "1 из 1" });
            seat.press("Enter Esc Delete");
            assert_eq!(seat.bench().count_timeline(client, Kinds::All).unwrap(), all - 1);
            seat.press("u");
            seat.press("u");
            assert!(seat.bench().export_json().unwrap() == before, "both steps are taken back");
        }
    }
}

#[test]
fn what_cannot_be_changed_there_says_so() {
    let mut seat = Seat::at_demo(Lang::En, (80, 24));
    let complaint = ComplaintDraft { text: "a torn box".into(), ..ComplaintDraft::default() };
    seat.bench().open_complaint(first_client(seat.bench()), &complaint).unwrap();
    let before = seat.bench().export_json().unwrap();
    seat.press("2 Home l");
    for _ in 0..11 {
        seat.press("Right");
    }
    seat.press("Delete");
    seat.expect("Contacts, notes, orders and promises are changed here");
    seat.press("e");
    seat.expect("Contacts, notes, orders and promises are changed here");
    assert!(seat.bench().export_json().unwrap() == before);
}

#[test]
fn the_command_line_changes_and_deletes_by_id() {
    let book = Book::demo();
    book.told(0, &["log", "call", "D001", "-m", "first", "--on", "20.11.2026", "--minutes", "10", "--person", "anna"]);
    book.told(0, &["log", "note", "D001", "-m", "a note"]);
    let entry = |kind: &str| book.json(0, &["timeline", "D001", "--kind", kind])[0].clone();
    let call = entry("call");
    let id = call["id"].as_str().unwrap().to_owned();
    assert_eq!(
        (&call["text"], &call["minutes"], &call["person"]),
        (&json!("first"), &json!(10), &json!("Anna Peters"))
    );
    let listed = book.told(0, &["timeline", "D001", "--kind", "call"]);
    assert!(listed.starts_with(&format!("{id}  20 Nov 2026")), "{listed}");
    assert!(listed.contains("reached · Anna Peters · 10 min · retention · first\n"), "{listed}");
    let told = book
        .told(0, &["edit-touch", &id, "-m", "second", "--outcome", "no-answer", "--on", "19.11.2026", "--drain", "2"]);
    assert!(told.starts_with("Contact changed: Romashka LLC"), "{told}");
    let call = entry("call");
    assert_eq!(
        json!([call["id"], call["text"], call["outcome"], call["day"], call["drain"], call["minutes"], call["person"]]),
        json!([id, "second", "no_answer", "2026-11-19", 2, 10, "Anna Peters"])
    );
    let note = entry("note")["id"].as_str().unwrap().to_owned();
    book.told(0, &["edit-note", &note, "-m", "another"]);
    assert_eq!(entry("note")["text"], "another");
    book.told(0, &["delete-note", &note]);
    book.told(0, &["delete-touch", &id]);
    assert_eq!(book.json(0, &["timeline", "D001", "--kind", "note"]), json!([]));
    assert_ne!(entry("call")["id"], json!(id));
    let before = book.dump();
    assert!(book.refused(1, &["delete-touch", &id]).starts_with("No such entry has the id"));
    book.refused(1, &["edit-touch", "soon", "-m", "x"]);
    assert_eq!(book.dump(), before);
    for _ in 0..4 {
        book.told(0, &["undo"]);
    }
    assert_eq!((&entry("call")["text"], &entry("note")["text"]), (&json!("first"), &json!("a note")));
}

#[test]
fn with_whom_a_touch_was_can_be_changed() {
    for lang in Lang::ALL {
        let book = Book::empty();
        book.told(0, &["demo", "--lang", lang.name()]);
        book.told(0, &["person", "add", "D001", "Ann Lee"]);
        book.told(0, &["log", "call", "D001", "-m", "likes glue"]);
        let whom = |seat: &Seat| rows_of(seat.bench(), "touch").pop().unwrap()["person_id"].clone();
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        let before = whom(&seat);
        let client = seat.bench().client_named("D001").unwrap();
        let ann = seat.bench().people(client).unwrap().pop().unwrap();
        assert_eq!(ann.name, "Ann Lee");
        assert_ne!(before, json!(ann.id.0));
        seat.press("/");
        seat.write(if lang == Lang::En { "Romashka" } else { "Ромашка" });
        seat.press("Enter l Enter PgDn");
        seat.expect("Ann Lee");
        seat.press("Enter");
        assert_eq!(whom(&seat), json!(ann.id.0));
        assert_eq!(last_touch(seat.bench())["note"], "likes glue");
        seat.press("u");
        assert_eq!(whom(&seat), before);
    }
}

#[test]
fn a_card_of_a_long_history_says_what_judging_all_of_it_says() {
    let book = Book::demo();
    let bench = book.open();
    let client = bench.client_named("Romashka").unwrap();
    let mut dice = Dice(11);
    for place in 0..120 {
        let mut draft = TouchDraft::new(client, *dice.one_of(&TouchKind::ALL));
        draft.when = Some((today() - Days::new(400 - dice.below(400) as u64), None));
        draft.outcome = *dice.one_of(&Outcome::ALL);
        if dice.below(3) == 0 {
            draft.marks.toggle(*dice.one_of(&Mark::ALL));
        }
        bench.log_touch(&draft).unwrap();
        bench.make_fresh().unwrap();
        let card = bench.card(client).unwrap().unwrap();
        let alert = bench.alert_of(client).unwrap();
        // The numbers that are kept were written out and read again.
        let told = |alert: &Alert| {
            let words = Words::new(Lang::En);
            alert.reasons.iter().map(|reason| words.message(&reason.signal().sentence())).collect::<Vec<_>>()
        };
        let kept = alert.map(|line| (line.alert.level, told(&line.alert)));
        assert_eq!(card.alert.map(|alert| (alert.level, told(&alert))), kept, "touch {place}");
        let touches = rows_of(&bench, "touch").into_iter().filter(|touch| touch["client_id"] == client.0);
        let met = touches.filter(|touch| touch["outcome"] == "reached" || touch["outcome"] == "refused");
        let last = met.map(|touch| touch["day"].as_str().unwrap().to_owned()).max();
        assert_eq!(card.last_contact.map(|day| day.to_string()), last);
    }
}

#[test]
fn a_touch_taken_away_gives_back_the_day_set_by_hand_that_it_met() {
    let book = Book::demo();
    let steps = |book: &Book| -> Vec<Value> {
        let bench = book.open();
        let client = bench.client_named("Romashka").unwrap();
        let rows = rows_of(&bench, "next_step").into_iter();
        rows.filter(|step| step["client_id"] == client.0).map(|step| step["day"].clone()).collect()
    };
    let newest = |book: &Book| book.json(0, &["timeline", "D001"])[0]["id"].as_str().unwrap().to_owned();
    book.told(0, &["follow-up", "D001", "today"]);
    let before = book.dump();
    book.told(0, &["log", "call", "D001"]);
    assert_eq!(steps(&book), [json!(null); 0]);
    book.told(0, &["delete-touch", &newest(&book)]);
    assert_eq!(steps(&book), ["2026-11-23"]);
    book.told(0, &["undo"]);
    assert_eq!(steps(&book), [json!(null); 0], "one step of undo takes back both");
    // Nobody answered after all.
    book.told(0, &["edit-touch", &newest(&book), "--outcome", "no-answer"]);
    assert_eq!(steps(&book), ["2026-11-23"]);
    book.told(0, &["undo"]);
    book.told(0, &["undo"]);
    assert!(book.dump() == before);
    // A day that was set since stays.
    book.told(0, &["log", "call", "D001"]);
    book.told(0, &["follow-up", "D001", "+9"]);
    book.told(0, &["delete-touch", &newest(&book)]);
    assert_eq!(steps(&book), ["2026-12-02"]);
}

#[test]
fn a_filled_file_of_the_eleventh_version_gets_the_new_columns_and_loses_nothing() {
    let book = Book::of_version(
        11,
        "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
         INSERT INTO touch (id, client_id, kind, day, at, outcome, note) VALUES
             (2, 1, 'event', '2026-11-02', '2026-11-02T08:00:00Z', 'reached', 'the fair');
         INSERT INTO action (id, verb, subject, at, state) VALUES (3, 'log_event', 'Vega', '2026-11-02T08:00:00Z', 'done');
         INSERT INTO journal (action_id, tbl, row_id, old, new) VALUES (3, 'touch', 2, NULL, json_object(
             'client_id', 1, 'person_id', NULL, 'kind', 'event', 'day', '2026-11-02', 'at', '2026-11-02T08:00:00Z',
             'outcome', 'reached', 'note', 'the fair', 'item', '', 'cost', NULL, 'marks', 0, 'important', 0));",
    );
    let bench = book.open();
    let touch = last_touch(&bench);
    assert_eq!(
        (&touch["note"], details(&touch)),
        (&json!("the fair"), json!([null, null, null, null, null, null, null]))
    );
    let before = bench.export_json().unwrap();
    assert_eq!(bench.undo().unwrap().verb, "log_event");
    assert_eq!(rows_of(&bench, "touch").len(), 0);
    bench.redo().unwrap();
    assert!(bench.export_json().unwrap() == before);
    drop(bench);
    book.told(0, &["edit-touch", "2", "--invited", "came", "--minutes", "90"]);
    assert_eq!(details(&last_touch(&book.open())), json!([null, 90, null, null, null, null, "came"]));
}

#[test]
fn what_does_not_fit_is_marked_where_an_entry_is_listed_and_where_it_is_changed() {
    let book = Book::empty();
    book.told(0, &["set", "language", "en"]);
    book.told(0, &["client", "add", "Vega"]);
    let items = ["a wall calendar", "a desk calendar", "a pocket calendar", "an almanac of the trade"];
    let mut order = vec!["log", "order", "Vega", "--amount", "32000", "--due", "+14", "--number", "N-1"];
    order.extend(items.iter().flat_map(|item| ["--item", item]));
    book.told(0, &order);
    let mut seat = Seat::at(book.open(), Lang::En, (80, 24));
    seat.press("2 l");
    let row =
        |seat: &Seat| seat.rows().into_iter().find(|row| row.contains("$32,000, №")).unwrap_or_else(|| seat.screen());
    assert!(row(&seat).trim_end_matches(['│', ' ']).ends_with('…'), "{}", seat.screen());
    seat.press("Enter");
    seat.expect("amount: …");
    let understood = seat.rows().pop().unwrap();
    assert!(understood.ends_with("…"), "{understood}");
    seat.press("Home");
    seat.expect("amount: 32000");
}
