//! The calendar file: one event for each planned touch, the same for ever, whatever happens to the touch.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use regulars::clock::Clock;
use regulars::domain::ids::ClientId;
use regulars::domain::touch::TouchKind;
use regulars::ops::{Access, AgendaItem, AgendaLine, NoteDraft, PublishDraft, Said, Told, TouchDraft, Workbench};

use crate::support::{Book, Dice, today};

/// What a calendar program reads of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Event {
    day: String,
    sequence: u32,
    cancelled: bool,
    text: String,
}

/// The events of a file by UID. Panics on two of the same.
fn events(file: &str) -> BTreeMap<String, Event> {
    let mut found = BTreeMap::new();
    for text in file.replace("\r\n ", "").split("BEGIN:VEVENT\r\n").skip(1) {
        let value = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)).unwrap().to_owned();
        let event = Event {
            day: value("DTSTART;VALUE=DATE:"),
            sequence: value("SEQUENCE:").parse().unwrap(),
            cancelled: value("STATUS:") == "CANCELLED",
            text: text.split("END:VEVENT").next().unwrap().to_owned(),
        };
        assert!(found.insert(value("UID:"), event).is_none(), "{text} twice");
    }
    found
}

fn told_key(what: Told<'_>) -> String {
    match what {
        Told::Touch(line) => key(line),
        Told::Promise(row) => format!("P|{}", row.promise.id.0),
    }
}

fn key(line: &AgendaLine) -> String {
    match &line.item {
        AgendaItem::Rule(planned) => planned.key.clone(),
        AgendaItem::Typed(_) => format!("M|{}", line.client.0),
    }
}

/// The file; what is said of a touch is its key, so that the keys can be read off it.
fn publish(bench: &Workbench, done: bool) -> String {
    bench.make_fresh().unwrap();
    let draft = PublishDraft { name: "test", from: bench.today(), to: None, done };
    let say = |what: Told<'_>| Said { summary: told_key(what).replace('|', " "), about: String::new() };
    bench.publish(&draft, &say).unwrap().text
}

/// What is planned: the day of each key.
fn planned(bench: &Workbench) -> BTreeMap<String, String> {
    let agenda = bench.agenda_page(0, 100_000).unwrap();
    agenda.iter().map(|line| (key(line).replace('|', " "), line.day.format("%Y%m%d").to_string())).collect()
}

fn summary(event: &Event) -> &str {
    event.text.lines().find_map(|line| line.strip_prefix("SUMMARY:")).unwrap()
}

#[test]
fn events_are_the_touches_and_a_touch_that_moves_stays_its_event() {
    let book = Book::demo();
    let on = |day: NaiveDate| {
        let clock = Clock::Fixed(day.and_hms_opt(9, 0, 0).unwrap());
        Workbench::open(&book.file(), Access::Write, clock).unwrap()
    };
    let clients: Vec<ClientId> = on(today()).list_page(0, 60).unwrap().iter().map(|row| row.client).collect();
    let (mut dice, mut day, mut moved, mut called_off) = (Dice(27), today(), 0, 0);
    let mut before = events(&publish(&on(day), true));
    assert!(before.len() > 100, "{}", before.len());
    for step in 0..60 {
        day = day + Days::new(u64::from(dice.below(3) == 0));
        let bench = on(day);
        let client = *dice.one_of(&clients);
        match dice.below(5) {
            0 | 1 => drop(bench.log_touch(&TouchDraft::new(client, *dice.one_of(&TouchKind::ALL))).unwrap()),
            2 => drop(bench.follow_up(client, day + Days::new(dice.below(60) as u64)).unwrap()),
            3 => {
                let tags = vec!["do-not-disturb".to_owned()];
                drop(bench.log_note(&NoteDraft {
                    client,
                    text: String::new(),
                    day: None,
                    important: false,
                    next: None,
                    tags,
                    promises: Vec::new(),
                }));
            }
            _ => drop(bench.undo()),
        }
        let file = publish(&bench, true);
        assert_eq!(publish(&bench, true), file, "step {step}: the same bytes");
        let now = events(&file);
        let stand = |event: &&Event| !event.cancelled && !summary(event).starts_with('✓');
        let due: BTreeMap<String, String> =
            now.values().filter(stand).map(|event| (summary(event).to_owned(), event.day.clone())).collect();
        assert_eq!(due, planned(&bench), "step {step}: the touches and their days");
        for (uid, old) in &before {
            let new = &now[uid];
            let said = |event: &Event| summary(event).trim_start_matches("✓ ").to_owned();
            assert_eq!(said(old), said(new), "step {step}: one event is one touch");
            assert_eq!(new.sequence, old.sequence + u32::from(old.text != new.text), "{step}: {old:?} became {new:?}");
            moved += usize::from(old.day != new.day);
            called_off += usize::from(!old.cancelled && new.cancelled);
        }
        before = now;
    }
    assert!(moved > 10 && called_off > 10, "{moved} moved, {called_off} called off");
    // A month later a file says nothing any more of what was called off.
    let gone: Vec<&String> = before.iter().filter(|(_, event)| event.cancelled).map(|(uid, _)| uid).collect();
    let later = events(&publish(&on(day + Days::new(31)), true));
    assert!(gone.iter().all(|uid| later.get(*uid).is_none_or(|event| event.sequence > before[*uid].sequence)));
}

#[test]
fn a_touch_that_was_done_stays_only_where_that_is_asked_for() {
    let book = Book::demo();
    let bench = book.open();
    bench.make_fresh().unwrap();
    let line = bench
        .agenda_page(0, 1_000)
        .unwrap()
        .into_iter()
        .find(|line| matches!(&line.item, AgendaItem::Rule(planned) if planned.kind == TouchKind::Call && planned.from <= today()))
        .unwrap();
    let uid_of = |file: &str| {
        let summary = key(&line).replace('|', " ");
        events(file).into_iter().find(|(_, event)| event.text.contains(&summary)).map(|(uid, _)| uid)
    };
    let uid = uid_of(&publish(&bench, false)).unwrap();
    bench.log_touch(&TouchDraft::new(line.client, TouchKind::Call)).unwrap();
    assert_eq!(uid_of(&publish(&bench, false)), None);
    let done = events(&publish(&bench, true))[&uid].clone();
    assert!(summary(&done).starts_with("✓ ") && !done.cancelled && done.sequence == 1, "{done:?}");
    bench.undo().unwrap();
    assert_eq!(uid_of(&publish(&bench, false)), Some(uid));
}

#[test]
fn what_is_skipped_is_called_off_though_another_contact_of_its_kind_stands_in_its_days() {
    let book = Book::demo();
    let bench = book.open();
    publish(&bench, false);
    let keys: Vec<String> = bench.agenda_page(0, 60).unwrap().iter().map(key).collect();
    let keys = keys.iter().filter(|key| !key.starts_with("M|"));
    let skipped: Vec<String> =
        keys.filter(|key| bench.skip(key, "enough").is_ok()).map(|key| key.replace('|', " ")).collect();
    assert!(skipped.len() > 20, "{skipped:?}");
    let file = events(&publish(&bench, false));
    let cancelled = file.values().filter(|event| event.cancelled && skipped.iter().any(|key| summary(event) == key));
    assert_eq!(cancelled.count(), skipped.len());
}

#[test]
fn a_promise_is_one_event_until_it_is_kept_and_moves_with_its_day() {
    let book = Book::demo();
    book.told(0, &["promise", "D001", "send the list", "--by", "fri", "--waits-on", "office"]);
    let path = book.path("contacts.ics").display().to_string();
    let export = |options: &[&str]| -> (Option<(String, Event)>, String) {
        book.told(0, &[&["export", "ics", "--out", &path], options].concat());
        let text = std::fs::read_to_string(&path).unwrap();
        (events(&text).into_iter().find(|(_, event)| event.text.contains("CATEGORIES:promise")), text)
    };
    let (made, first) = export(&[]);
    let (uid, made) = made.unwrap();
    assert_eq!((made.day.as_str(), made.sequence, summary(&made)), ("20261127", 0, "We promised: Romashka LLC"));
    assert!(made.text.contains("DESCRIPTION:send the list · waits on office"), "{}", made.text);
    assert_eq!(export(&[]).1, first, "the second file is the first");
    assert_eq!(book.json(0, &["export", "ics", "--out", &path])["promises"], 1);
    book.told(0, &["move-promise", "list", "30.11"]);
    let (moved, second) = export(&[]);
    let (same, moved) = moved.unwrap();
    assert_eq!((same, moved.day.as_str(), moved.sequence), (uid.clone(), "20261130", 1));
    assert_eq!(export(&[]).1, second);
    book.told(0, &["keep-promise", "list"]);
    assert_eq!(export(&[]).0, None, "what is kept stays only where that is asked for");
    let (same, kept) = export(&["--done"]).0.unwrap();
    assert!(same == uid && summary(&kept).starts_with("✓ ") && kept.sequence == 2, "{kept:?}");
    book.told(0, &["undo"]);
    assert!(export(&[]).0.is_some());
    book.told(0, &["drop-promise", "list", "--reason", "nobody wants it"]);
    assert!(export(&[]).0.unwrap().1.cancelled);
}

#[test]
fn the_program_writes_the_file_and_replaces_only_its_own() {
    let book = Book::demo();
    let path = book.path("contacts.ics").display().to_string();
    let told = book.told(0, &["export", "ics", "--out", &path, "--to", "+30"]);
    assert!(told.contains(" planned touches: ") && told.ends_with("contacts.ics\n"), "{told}");
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(book.json(0, &["export", "ics", "--out", &path, "--to", "+30"])["cancelled"], 0);
    assert!(std::fs::read(&path).unwrap() == bytes, "the second file is the first");
    let text = String::from_utf8(bytes).unwrap();
    assert!(
        text.contains("\r\nSUMMARY:Call: ") && text.contains("\r\nX-WR-CALNAME:Contacts with clients\r\n"),
        "{text}"
    );
    let all = events(&text);
    assert!(all.values().all(|event| ("20261123"..="20261223").contains(&event.day.as_str())));
    let letter = book.write("letter.ics", "BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\n");
    book.refused(1, &["export", "ics", "--out", &letter]);
    assert!(book.refused(2, &["export", "ics", "--out", "-", "--from", "+9", "--to", "+3"]).contains("lies before"));
    book.refused(2, &["export", "json", "--out", "-", "--from", "+9"]);
}
