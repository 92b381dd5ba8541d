//! How alerts are answered, listed, reported: put off, dismissed, brought back; what a threshold would have done.

use std::process::{Command, Output};

use chrono::Days;
use regulars::clock::Clock;
use regulars::domain::churn::Dismissal;
use regulars::domain::evaluation::{Aspect, Evaluation, Grade};
use regulars::domain::money::Money;
use regulars::domain::order::Terms;
use regulars::domain::timeline::Kinds;
use regulars::domain::touch::TouchKind;
use regulars::ops::{ALARM_FACTOR, Access, ComplaintDraft, LANGUAGE, OrderDraft, SilencedCount, TouchDraft, Workbench};
use regulars::text::Lang;

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, bring_in, table, today};

/// A book of so many clients who ordered every ten days or so and have been late for long, the first the most.
fn late(clients: usize) -> (Book, Workbench) {
    let book = Book::empty();
    let rows = (0..clients).flat_map(|client| {
        (0..9).map(move |order| {
            let day = today() - Days::new(order * 10 + 120);
            format!("Late {client:02},{day},{}", 1_000 - client * 10)
        })
    });
    let csv = book.write("orders.csv", table("client,date,amount", rows));
    let bench = book.open();
    bring_in(&bench, csv.as_ref()).unwrap();
    bench.set_setting(LANGUAGE, "en").unwrap();
    bench.make_fresh().unwrap();
    (book, bench)
}

/// What the built program answers on another day.
fn ask(book: &Book, day: &str, args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_regulars"));
    command.arg("--db").arg(book.file()).args(["--lang", "en", "--today", day]).args(args).output().unwrap()
}

/// The same in words.
fn on(book: &Book, day: &str, args: &[&str]) -> String {
    String::from_utf8(ask(book, day, args).stdout).unwrap().replace('\u{a0}', " ")
}

fn names(bench: &Workbench) -> Vec<String> {
    bench.alert_page(0, 100).unwrap().into_iter().map(|line| line.name).collect()
}

fn count(put_off: usize, dismissed: usize) -> SilencedCount {
    SilencedCount { put_off, dismissed }
}

#[test]
fn what_was_put_off_or_dismissed_is_counted_listed_and_brought_back() {
    let (book, bench) = late(5);
    let clients: Vec<_> = bench.alert_page(0, 5).unwrap().into_iter().map(|line| line.client).collect();
    bench.snooze_alert(&clients[..2], today() + Days::new(7)).unwrap();
    bench.dismiss_alert(&clients[2..3], Dismissal::Other, "a new owner").unwrap();
    assert_eq!(bench.count_silenced().unwrap(), count(2, 1));
    let listed = bench.silenced_page(0, 10).unwrap();
    assert_eq!(listed.iter().map(|line| line.client).collect::<Vec<_>>(), clients[..3]);
    let answer = &listed[2].silenced[0].answer;
    assert_eq!((answer.dismissal, answer.note.as_str()), (Some(Dismissal::Other), "a new owner"));
    // Made anew it is the same, and brought back it stands as before.
    bench.outdate().unwrap();
    bench.make_fresh().unwrap();
    assert_eq!(bench.silenced_page(0, 10).unwrap(), listed);
    let stands = names(&bench);
    bench.bring_back_alert(clients[2]).unwrap();
    assert_eq!((bench.count_silenced().unwrap(), names(&bench).len()), (count(2, 0), stands.len() + 1));
    assert!(bench.bring_back_alert(clients[2]).is_err());
    bench.undo().unwrap();
    assert_eq!((bench.count_silenced().unwrap(), names(&bench)), (count(2, 1), stands));
    drop(bench);
    // On its day it comes back by itself.
    let later = Clock::Fixed((today() + Days::new(7)).and_hms_opt(9, 0, 0).unwrap());
    let later = Workbench::open(&book.file(), Access::Write, later).unwrap();
    later.make_fresh().unwrap();
    assert_eq!(later.count_silenced().unwrap(), count(0, 1));
}

#[test]
fn the_command_line_tells_of_silent_alerts_and_brings_them_back() {
    let (book, bench) = late(4);
    drop(bench);
    book.told(0, &["snooze-alert", "Late 00", "Late 01", "--until", "2026-12-01"]);
    book.told(0, &["dismiss-alert", "Late 02", "--reason", "seasonal", "-m", "every winter"]);
    assert!(
        book.told(0, &["alerts"]).ends_with("Silent: 2 put off, 1 dismissed. List them: regulars alerts --silenced\n")
    );
    let told = book.told(0, &["alerts", "--silenced"]);
    let rows: Vec<&str> = told.lines().collect();
    assert!(rows[0].starts_with("Late 00  comes back Tue 1 Dec"), "{told}");
    let dismissed = "Late 02  dismissed Mon 23 Nov: seasonal: every winter";
    assert!(rows.iter().any(|row| row.starts_with(dismissed)), "{told}");
    let told = book.json(0, &["alerts", "--all"]);
    let of = |name: &str| told.as_array().unwrap().iter().find(|row| row["name"] == name).unwrap()["silenced"].clone();
    assert_eq!((&of("Late 00")[0]["back_on"], &of("Late 00")[0]["kind"]), (&"2026-12-01".into(), &"overdue".into()));
    let dismissed = &of("Late 02")[0];
    assert_eq!((&dismissed["dismissed"], &dismissed["note"]), (&"seasonal".into(), &"every winter".into()));
    assert_eq!((&dismissed["back_on"], &dismissed["answered_on"]), (&().into(), &"2026-11-23".into()));
    assert_eq!(of("Late 03"), serde_json::json!([]));
    book.told(0, &["bring-back-alert", "Late 02"]);
    assert!(book.told(0, &["alerts"]).contains("Silent: 2 put off, 0 dismissed."));
    assert!(book.refused(1, &["bring-back-alert", "Late 02"]).contains("No alert of this client was put off"));
}

#[test]
fn the_pane_says_how_many_alerts_are_silent_and_one_key_lists_them() {
    for (lang, counted, back) in [
        (Lang::En, "1 put off, 1 dismissed: A", "comes back Fri 27 Nov"),
        (Lang::Ru, "отложено 1, снято 1: A", "вернётся пт 27 ноя"),
    ] {
        let (_book, bench) = late(5);
        let mut seat = Seat::at(bench, lang, (80, 24));
        seat.press("4 s 2 x 2");
        seat.expect(counted);
        seat.press("A");
        seat.expect(back);
        seat.press("Down Enter");
        assert_eq!(seat.bench().count_silenced().unwrap(), count(1, 0));
        seat.press("u");
        assert_eq!(seat.bench().count_silenced().unwrap(), count(1, 1));
        seat.press("Enter Esc");
        assert_eq!(seat.bench().count_silenced().unwrap(), count(0, 1));
    }
}

/// Clients who order every ten days, and once stopped for so many: 60 of them.
fn with_pauses() -> (Book, Workbench) {
    let book = Book::empty();
    let rows = (0..60_u64).flat_map(|client| {
        (0..20_u64).map(move |order| {
            // The pause stands between the eighth order from the end and the one before it.
            let pause = if order >= 8 { client } else { 0 };
            format!("Client {client:02},{},100", today() - Days::new(3 + order * 10 + pause))
        })
    });
    let csv = book.write("orders.csv", table("client,date,amount", rows));
    let bench = book.open();
    bring_in(&bench, csv.as_ref()).unwrap();
    bench.set_setting(LANGUAGE, "en").unwrap();
    bench.make_fresh().unwrap();
    (book, bench)
}

#[test]
fn a_threshold_is_replayed_on_the_own_past_before_it_is_changed() {
    let (book, bench) = with_pauses();
    drop(bench);
    let tried = book.json(0, &["set", "alarm_factor", "10", "--dry-run"]);
    // Ten days apart, 20 / √10 is more than six intervals, the most there is; 10 / √10 rings after some 32 days.
    let (now, then) = (&tried["trial"]["now"], &tried["trial"]["then"]);
    assert_eq!((&now["factor"], &then["factor"]), (&20.0.into(), &10.0.into()));
    let rung = |of: &serde_json::Value, key: &str| of[key].as_u64().unwrap();
    assert!(rung(now, "overdue") < rung(then, "overdue"), "{tried}");
    assert_eq!(rung(then, "overdue"), rung(then, "overdue_false"), "all of them ordered again: {tried}");
    let gained = tried["trial"]["gained"].as_array().unwrap();
    assert_eq!(gained.len() as u64, rung(then, "overdue") - rung(now, "overdue"), "{tried}");
    assert!(!gained.contains(&"Client 00".into()), "{tried}");
    assert_eq!((&tried["dry_run"], &tried["trial"]["lost"]), (&true.into(), &serde_json::json!([])));
    assert_eq!(book.open().alert_setting(ALARM_FACTOR).unwrap(), "20", "it was only tried");
    let told = book.told(0, &["set", "alarm_factor", "10"]);
    let lines: Vec<&str> = told.lines().collect();
    assert!(lines[0].starts_with("Now. Threshold 20 in the last twelve months: "), "{told}");
    assert!(lines[1].starts_with("Then. Threshold 10 in the last twelve months: "), "{told}");
    assert!(lines[2].starts_with("Also for: Client "), "{told}");
    assert_eq!(lines[3..], ["alarm_factor = 10"]);
    assert_eq!(book.open().alert_setting(ALARM_FACTOR).unwrap(), "10");
}

#[test]
fn every_setting_of_the_alerts_says_what_it_takes_and_what_it_does() {
    let (book, bench) = late(5);
    drop(bench);
    for (setting, wrong, said) in [
        (
            "alarm_factor",
            "7",
            "“7” is no factor. It takes a whole number from 8 to 60; 20 is the usual one. See regulars --help.\n",
        ),
        ("horizon", "45", "“45” is no horizon. It takes 30, 60 or 90 days. See regulars --help.\n"),
        (
            "alerts_a_day",
            "501",
            "“501” is no number of alerts. It takes a whole number up to 500. See regulars --help.\n",
        ),
        (
            "concentration",
            "4",
            "“4” is no share. It takes a whole number of per cent from 5 to 90; 20 is the usual one. See regulars --help.\n",
        ),
        (
            "novelty_after",
            "x",
            "“x” is no number of days. It takes a whole number from 30 to 3650; 365 is the usual one. See regulars --help.\n",
        ),
        (
            "unasked_after",
            "29",
            "“29” is no number of days. It takes a whole number from 30 to 3650; 365 is the usual one. See regulars --help.\n",
        ),
    ] {
        assert_eq!(book.refused(2, &["set", setting, wrong]), said);
    }
    // Each of the five brings about a fifth: two of them more than that, all of them near it.
    let tried = book.json(0, &["set", "concentration", "60", "--dry-run"]);
    assert_eq!((&tried["trial"]["now"]["clients"], &tried["trial"]["then"]["clients"]), (&5.into(), &0.into()));
    assert_eq!(tried["trial"]["lost"].as_array().unwrap().len(), 5);
    let tried = book.json(0, &["set", "alerts_a_day", "2", "--dry-run"]);
    assert_eq!(tried["trial"]["now"], serde_json::json!({"pushed": 5, "of": 5}));
    assert_eq!(tried["trial"]["then"], serde_json::json!({"pushed": 2, "of": 5}));
    let tried = book.json(0, &["set", "horizon", "30", "--dry-run"]);
    assert_eq!(
        (&tried["trial"]["now"]["horizon_days"], &tried["trial"]["then"]["horizon_days"]),
        (&90.into(), &30.into())
    );
    book.told(0, &["set", "concentration", "60"]);
    let listed = book.json(0, &["alerts"]);
    let kinds =
        |row: &serde_json::Value| row["reasons"].as_array().unwrap().iter().any(|why| why["kind"] == "concentration");
    assert!(!listed.as_array().unwrap().iter().any(kinds), "{listed}");
}

#[test]
fn on_the_screen_a_threshold_is_shown_before_it_is_kept() {
    for (lang, now, then, lost) in [
        (Lang::En, "Now. Threshold 20", "Then. Threshold 10", "Also for: Client "),
        (Lang::Ru, "Сейчас. Порог 20", "Станет. Порог 10", "Ещё и о клиентах: Client "),
    ] {
        let (_book, bench) = with_pauses();
        let mut seat = Seat::at(bench, lang, (80, 24));
        seat.press("F Enter 7 Enter");
        seat.expect(if lang == Lang::En { "“7” is no factor" } else { "«7» — не множитель" });
        seat.press("Backspace 1 0 Enter");
        for text in [now, then, lost] {
            seat.expect(text);
        }
        seat.press("Esc");
        assert_eq!(seat.bench().alert_setting(ALARM_FACTOR).unwrap(), "20");
        seat.press("Enter 1 0 Enter Enter");
        assert_eq!(seat.bench().alert_setting(ALARM_FACTOR).unwrap(), "10");
        seat.press("u Esc u");
        assert_eq!(seat.bench().alert_setting(ALARM_FACTOR).unwrap(), "20");
    }
}

#[test]
fn what_a_tried_threshold_raised_does_not_count() {
    let (_book, bench) = late(8);
    let raised = |bench: &Workbench| bench.alert_report(today()).unwrap().kinds;
    let overdue = raised(&bench)["overdue"].raised;
    assert_eq!(overdue, 8);
    let share = |bench: &Workbench| raised(bench).get("concentration").map_or(0, |line| line.raised);
    let before = share(&bench);
    for (value, counted) in [("5", 8), ("20", before)] {
        bench.set_setting("concentration", value).unwrap();
        bench.make_fresh().unwrap();
        assert_eq!(share(&bench), counted, "{value} %");
    }
    // What somebody acted on was raised, whatever was chosen after it.
    bench.set_setting("concentration", "5").unwrap();
    bench.make_fresh().unwrap();
    let client = bench.alert_page(0, 10).unwrap()[7].client;
    bench.dismiss_alert(&[client], Dismissal::NotTrue, "").unwrap();
    bench.undo().unwrap();
    bench.dismiss_alert(&[client], Dismissal::Other, "a holding of its own").unwrap();
    bench.set_setting("concentration", "90").unwrap();
    bench.make_fresh().unwrap();
    assert_eq!(share(&bench), 1);
    assert_eq!(raised(&bench)["concentration"].otherwise, 1);
}

#[test]
fn after_several_were_answered_at_once_the_next_one_that_stands_is_selected() {
    for (size, keys) in [((80, 24), "1"), ((80, 24), "4"), ((120, 40), "4")] {
        let (_book, bench) = late(9);
        let alerts = bench.alert_page(0, 9).unwrap();
        let mut seat = Seat::at(bench, Lang::En, size);
        seat.press(keys);
        // The second and the fourth are marked; the keys then go up to the first.
        seat.press("Home Down Space Down Space Home s 3");
        let left = seat.bench().alert_page(0, 9).unwrap();
        assert_eq!(left.len(), 7);
        seat.press("x 1");
        let dismissed = seat.bench().silenced_page(0, 9).unwrap();
        let names: Vec<&str> = dismissed.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(names, [&alerts[1].name, &alerts[3].name, &alerts[4].name], "the fifth follows the fourth");
    }
}

#[test]
fn another_reason_is_written_and_kept() {
    let (book, bench) = late(3);
    let first = bench.alert_page(0, 1).unwrap()[0].name.clone();
    let mut seat = Seat::at(bench, Lang::En, (80, 24));
    seat.press("4 x 5");
    assert_eq!(seat.bench().count_silenced().unwrap(), count(0, 0));
    seat.press("h o l i d a y s Enter");
    seat.expect("Alert dismissed");
    let silenced = seat.bench().silenced_page(0, 1).unwrap();
    assert_eq!((&silenced[0].name, silenced[0].silenced[0].answer.note.as_str()), (&first, "holidays"));
    seat.press("A");
    seat.expect("other: holidays");
    drop(seat);
    let today = today().to_string();
    let entry = book.json(0, &["timeline", &first, "--kind", "alert", "--today", &today]).as_array().unwrap().clone();
    assert_eq!(entry.len(), 1, "one for what was answered at once: {entry:?}");
    assert_eq!(entry[0]["reasons"], serde_json::json!(["overdue", "concentration"]));
    assert_eq!((&entry[0]["dismissed"], &entry[0]["text"]), (&"other".into(), &"holidays".into()));
    for (lang, said) in [("en", "dismissed: other · holidays"), ("ru", "снята: другое · holidays")] {
        let told = book.told(0, &["show", &first, "--lang", lang, "--today", &today]);
        assert!(told.contains(said), "{told}");
    }
    book.told(0, &["snooze-alert", "Late 01", "--until", "2026-12-01"]);
    let mut seat = Seat::at(book.open(), Lang::Ru, (80, 24)).on_russian_layout();
    seat.press("2 Down l");
    seat.expect("тревога");
    seat.expect("отложена до вт 1 дек");
    assert_eq!(seat.bench().count_timeline(seat.bench().client_named("Late 01").unwrap(), Kinds::Answer).unwrap(), 1);
    drop(seat);
    let told = on(&book, "2026-11-24", &["alerts-report"]);
    assert!(told.contains(&format!("Dismissed Tue 24 Nov, {first}, other: holidays\n")), "{told}");
}

#[test]
fn evaluations_are_counted_by_the_part_of_the_house() {
    let (book, bench) = late(3);
    for (place, grade) in [(0, Grade::Minus), (1, Grade::Minus), (2, Grade::Plus)] {
        let mut evaluation = Evaluation::default();
        evaluation.set(Aspect::Shipment, Some(grade));
        bench.evaluate(bench.list_page(place, 1).unwrap()[0].client, &evaluation, "").unwrap();
    }
    let report = bench.alert_report(today() - Days::new(30)).unwrap();
    assert_eq!(report.found, [(Aspect::Shipment, [1, 0, 2])]);
    drop(bench);
    let told = on(&book, "2026-11-24", &["alerts-report"]);
    let said = "Evaluations, time of the shipment: better than it should be 1, as it should be 0, wanting 2\n";
    assert!(told.contains(said), "{told}");
}

#[test]
fn what_was_raised_is_part_of_the_whole_file() {
    let (book, bench) = late(6);
    assert_eq!(bench.alert_report(today()).unwrap().kinds["overdue"].raised, 6);
    drop(bench);
    let tomorrow = Clock::Fixed((today() + Days::new(1)).and_hms_opt(9, 0, 0).unwrap());
    let bench = Workbench::open(&book.file(), Access::Write, tomorrow).unwrap();
    bench.make_fresh().unwrap();
    let (report, export) = (bench.alert_report(today()).unwrap(), bench.export_json().unwrap());
    let restored = Workbench::in_memory(tomorrow).unwrap();
    restored.restore("whole.json".as_ref(), &Workbench::read_export(export.as_bytes()).unwrap()).unwrap();
    restored.make_fresh().unwrap();
    assert_eq!((restored.alert_report(today()).unwrap(), restored.export_json().unwrap()), (report, export));
    assert_eq!(restored.alert_report(today()).unwrap().kinds["overdue"].raised, 6);
    restored.undo().unwrap();
    assert_eq!(restored.alert_report(today()).unwrap().kinds.len(), 0);
}

#[test]
fn what_was_raised_and_answered_today_is_part_of_the_whole_file_and_what_was_taken_back_is_not() {
    let (_book, bench) = late(6);
    let clients: Vec<_> = bench.alert_page(0, 6).unwrap().into_iter().map(|line| line.client).collect();
    bench.dismiss_alert(&clients[..1], Dismissal::NotTrue, "moved").unwrap();
    bench.log_touch(&TouchDraft::new(clients[1], TouchKind::Call)).unwrap();
    // A complaint that was not meant raises nothing.
    bench.open_complaint(clients[2], &ComplaintDraft::default()).unwrap_err();
    let draft = ComplaintDraft { text: "late".into(), ..ComplaintDraft::default() };
    bench.open_complaint(clients[2], &draft).unwrap();
    assert_eq!(bench.alert_report(today()).unwrap().kinds["complaint"].raised, 1);
    bench.undo().unwrap();
    let report = bench.alert_report(today()).unwrap();
    assert_eq!(report.kinds.get("complaint"), None);
    assert_eq!((report.kinds["overdue"].raised, report.kinds["overdue"].not_true), (6, 1));
    // What was raised of two is that of one after a merger, and of two again.
    let raised = rows_of(&bench, "alert_raised");
    bench.merge_clients(clients[3], clients[0], true).unwrap();
    bench.undo().unwrap();
    assert_eq!(rows_of(&bench, "alert_raised"), raised);
    let export = bench.export_json().unwrap();
    for days in [0, 3] {
        let day = Clock::Fixed((today() + Days::new(days)).and_hms_opt(9, 0, 0).unwrap());
        let restored = Workbench::in_memory(day).unwrap();
        restored.restore("whole.json".as_ref(), &Workbench::read_export(export.as_bytes()).unwrap()).unwrap();
        assert_eq!(restored.export_json().unwrap(), export);
        restored.undo().unwrap();
        restored.redo().unwrap();
        assert_eq!(rows_of(&restored, "alert_raised"), raised);
        restored.make_fresh().unwrap();
        assert_eq!(restored.alert_report(today()).unwrap().kinds["overdue"], report.kinds["overdue"]);
        assert_eq!(restored.alert_report(today()).unwrap().notes, report.notes);
    }
}

#[test]
fn a_return_is_a_reason_whether_it_was_entered_or_brought_in() {
    let book = Book::empty();
    let orders = [("2026-09-01", 0), ("2026-10-01", 0), ("2026-11-10", 40)]
        .map(|(day, back)| format!("Vega,{day},200,{back}"))
        .into_iter();
    book.told(0, &["import", &book.write("orders.csv", table("client,date,amount,returned", orders))]);
    let returned = |book: &Book| {
        let told = book.json(0, &["alerts", "--all"]);
        let reasons = told[0]["reasons"].as_array().unwrap().clone();
        reasons.into_iter().find(|reason| reason["kind"] == "returned")
    };
    let found = returned(&book).unwrap();
    assert_eq!((&found["amount"], &found["share"]), (&40.0.into(), &0.2.into()));
    assert_eq!(found["text"], "$40 came back of the order of Tue 10 Nov, 20 % of it, 13 days ago.");
    let bench = book.open();
    let vega = bench.list_page(0, 1).unwrap()[0].client;
    let terms = Terms { returned: Money(1_000), ..Terms::default() };
    let entered = OrderDraft { day: Some(today() - Days::new(4)), terms, ..OrderDraft::new(vega, Money(5_000)) };
    bench.log_order(&entered).unwrap();
    drop(bench);
    let found = returned(&book).unwrap();
    assert_eq!((&found["amount"], &found["ordered"]), (&10.0.into(), &"2026-11-20".into()));
}

#[test]
fn of_one_order_nothing_is_told_that_it_does_not_tell() {
    let book = Book::empty();
    let csv =
        book.write("orders.csv", "client,date,amount\nVega,2026-10-01,200\nLyra,2026-10-01,90\nLyra,2026-10-21,90\n");
    book.told(0, &["import", &csv]);
    let told = book.json(0, &["alerts", "--all"]);
    let row = |name: &str| told.as_array().unwrap().iter().find(|row| row["name"] == name).unwrap().clone();
    let (one, two) = (row("Vega"), row("Lyra"));
    for field in ["usual_interval_days", "tail", "p_no_order_two_intervals", "next_order_p50", "next_order_p90"] {
        assert!(one[field].is_null() && !two[field].is_null(), "{field}: {one} {two}");
    }
    assert_eq!((&one["orders"], &one["gap_days"], &one["fitted_on"]), (&1.into(), &53.into(), &().into()));
    assert!(one["p_no_order"].as_f64().unwrap() > 0.0);
    let bench = book.open();
    bench.set_setting(LANGUAGE, "en").unwrap();
    let mut seat = Seat::at(bench, Lang::En, (80, 24));
    seat.press("2 End r");
    seat.expect("Too few orders to say what is usual.");
    seat.expect("Too few orders to say how it orders itself");
    assert!(!seat.screen().contains("Half of its gaps"), "{}", seat.screen());
}

#[test]
fn the_day_of_the_fit_is_told_where_there_was_one() {
    let (book, bench) = with_pauses();
    drop(bench);
    let told = book.json(0, &["alerts", "--all"]);
    assert!(told.as_array().unwrap().iter().all(|row| row["fitted_on"] == "2026-11-23"), "{told}");
}

#[test]
fn a_day_the_program_cannot_act_on_is_refused_with_a_sentence() {
    let (book, bench) = late(3);
    drop(bench);
    for (day, command) in [("9999-12-31", "alerts"), ("0001-01-01", "today"), ("1899-12-31", "clients")] {
        let output = ask(&book, day, &[command]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        let said = format!(
            "The program cannot act on {day}: it takes a day of the years 1900 to 9900. Nothing was looked at. See regulars --help.\n"
        );
        assert_eq!(String::from_utf8(output.stderr).unwrap(), said);
    }
    for day in ["1900-01-01", "9900-12-31"] {
        for command in [
            &["today"][..],
            &["alerts", "--all"],
            &["calendar"],
            &["clients"],
            &["show", "Late 01"],
            &["brief", "Late 01"],
            &["alerts-report"],
            &["alerts", "--silenced"],
            &["forecast"],
            &["nps"],
            &["compliance", "--from", day, "--to", day],
        ] {
            let output = ask(&book, day, &[&["--json"], command].concat());
            assert_eq!(output.status.code(), Some(0), "{day} {command:?}: {output:?}");
            serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap();
        }
    }
}

#[test]
fn the_help_and_the_evidence_say_what_the_levels_mean() {
    for (lang, alarm, watch) in [
        (Lang::En, "▲ alarm: late beyond doubt, or two independent reasons to watch", "● watch: one reason to look"),
        (
            Lang::Ru,
            "▲ срочно: задержка бесспорна или есть две независимые причины",
            "● следить: есть одна причина присмотреться",
        ),
    ] {
        let (_book, bench) = late(3);
        let mut seat = Seat::at(bench, lang, (80, 24));
        seat.press("?");
        seat.expect(alarm);
        seat.expect(watch);
        seat.press("Esc 4 Home r");
        seat.expect(alarm);
    }
}

#[test]
fn who_was_brought_in_with_orders_alone_is_dismissed_for_one_of_the_four_reasons_of_a_dropped_client() {
    let (book, bench) = late(3);
    bench.edit_table(&[]).unwrap();
    let line = bench.alert_page(0, 1).unwrap().remove(0);
    assert!(line.alert.is_dropped(), "{line:?}");
    let mut seat = Seat::at(bench, Lang::En, (80, 24));
    seat.press("4 r");
    seat.expect("No contact is on record, and none is planned: 200 days");
    seat.press("Esc x");
    seat.expect("9 too much effort");
    seat.press("6");
    drop(seat);
    let silenced = book.open().silenced_page(0, 1).unwrap();
    assert_eq!(silenced[0].silenced[0].answer.dismissal, Some(Dismissal::NoNeed));
}
