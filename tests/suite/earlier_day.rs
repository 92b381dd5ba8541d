//! What is dated after today is not told of today: neither what begins later nor what ends later.

use chrono::{Days, NaiveDate};
use regulars::clock::Clock;
use regulars::domain::client::Client;
use regulars::domain::closing::ClosedWhy;
use regulars::domain::evaluation::{Aspect, Evaluation, Grade};
use regulars::domain::ids::ClientId;
use regulars::domain::money::Money;
use regulars::domain::parting::{Concession, FreeWork};
use regulars::domain::timeline::Kinds;
use regulars::ops::{Access, OpError, PlanState, Workbench};
use serde_json::{Value, json};

use crate::support::{Book, first_client, today};
use crate::undo::VERBS;

/// The verbs that leave what stood before them on record, with the day of what they do. Others change what has no day of its
/// own, take something away, or say a day themselves.
const DATED: [&str; 32] = [
    "tell_apart",
    "set_status",
    "log_call",
    "log_message",
    "log_email",
    "log_mail",
    "log_meeting",
    "log_gift",
    "log_event",
    "close_complaint",
    "open_complaint",
    "mark_conflict",
    "decide_parting",
    "end_competitor",
    "add_competitor",
    "evaluate",
    "note_event",
    "end_event",
    "snooze_alert",
    "dismiss_alert",
    "tell_news",
    "close_news",
    "add_news",
    "promise",
    "keep_promise",
    "break_promise",
    "drop_promise",
    "greet",
    "close_client",
    "concede",
    "log_free_work",
    "edit_client",
];

/// The book on a day.
fn on(book: &Book, day: NaiveDate) -> Workbench {
    let bench = Workbench::open(&book.file(), Access::Create, Clock::Fixed(day.and_hms_opt(9, 0, 0).unwrap())).unwrap();
    bench.make_fresh().unwrap();
    bench
}

/// Does a verb as one of the day the book is on.
fn act(bench: &Workbench, book: &Book, name: &str, client: ClientId) -> Result<(), OpError> {
    let day = bench.today();
    let last = bench.list_page(0, 10_000)?.pop().unwrap().client;
    match name {
        "close_client" => bench.close_client(client, ClosedWhy::Moved, day, "").map(drop),
        "concede" => bench.concede(client, &Concession { day, text: "ten per cent".into(), cost: None }).map(drop),
        "log_free_work" => {
            bench.log_free_work(client, &FreeWork { day, text: "a plan".into(), value: Money(1) }).map(drop)
        }
        "edit_client" => {
            let barred = Some((day, "does not pay".to_owned()));
            bench.edit_client(&Client { barred, ..bench.client(last)? }).map(drop)
        }
        "evaluate" => {
            let mut rows = bench.list_page(0, 10_000)?.into_iter().map(|row| row.client);
            let unasked = rows.find(|one| bench.brief(*one).unwrap().unwrap().card.evaluated.due.is_some());
            let mut found = Evaluation::default();
            found.set(Aspect::Quality, Some(Grade::Plus));
            bench.evaluate(unasked.unwrap(), &found, "").map(drop)
        }
        "tell_apart" => bench.tell_apart(bench.duplicates()?[0].twins).map(drop),
        _ => (VERBS.iter().find(|verb| verb.name == name).unwrap().act)(bench, book, client),
    }
}

/// What is told of every client, and of the book: but for the days of what is planned, which follow from the plan before.
fn told(bench: &Workbench) -> String {
    let mut told = Vec::new();
    for row in bench.list_page(0, 10_000).unwrap() {
        let client = row.client;
        let mut brief = bench.brief(client).unwrap().unwrap();
        brief.dates.clear();
        brief.card.planned.clear();
        brief.card.derived.next_day = None;
        brief.card.derived.next_kind = None;
        brief.news.iter_mut().for_each(|news| news.closed_on = None);
        // Labels have no day.
        brief.card.client.tags.clear();
        told.push(format!("{brief:#?}"));
        told.push(format!("{:#?}", bench.parting(client).unwrap()));
        told.push(format!("{:#?}", bench.gifts(client).unwrap()));
        told.push(format!("{:#?}", bench.timeline(client, Kinds::All, 0, 10_000).unwrap()));
        told.push(format!("{:#?}", bench.statuses_of(client).unwrap()));
        told.push(format!("{:?}", bench.open_events(client).unwrap()));
        told.push(format!("{:?}", bench.closing(client).unwrap()));
        told.push(format!("{:?}", bench.usual_person(client).unwrap()));
        told.push(format!("{:?}", bench.former_contacts(client).unwrap()));
    }
    let day = bench.today();
    told.push(format!("{:#?}", bench.alert_page(0, 10_000).unwrap()));
    told.push(format!("{:#?}", bench.silenced_page(0, 10_000).unwrap()));
    told.push(format!("{:#?}", bench.promises(None).unwrap()));
    told.push(format!("{:#?}", bench.promises_due().unwrap()));
    told.push(format!("{:#?}", bench.promises_between(day, day + Days::new(90)).unwrap()));
    told.push(format!("{:#?}", bench.complaints(None).unwrap()));
    told.push(format!("{:#?}", bench.competitors(None).unwrap()));
    told.push(format!("{:#?}", bench.dues().unwrap()));
    told.push(format!("{:#?}", bench.evaluations_due(100).unwrap()));
    told.push(format!("{:#?}", bench.gifts_due().unwrap()));
    told.push(format!("{:#?}", bench.duplicates().unwrap()));
    told.push(format!("{:#?}", bench.losses(None, day).unwrap()));
    told.push(format!("{:#?}", bench.nps(None, None).unwrap()));
    told.push(format!("{:#?}", bench.gift_items(100).unwrap()));
    told.push(format!("{:#?}", bench.done_between(day, day + Days::new(9)).unwrap()));
    told.push(format!("{:#?}", bench.done_on(day + Days::new(1)).unwrap().len()));
    let news = bench.news().unwrap().into_iter().filter(|line| line.current).map(|line| (line.news.text, line.heard));
    told.push(format!("{:#?}", news.collect::<Vec<_>>()));
    let done = bench.calendar(day - Days::new(60), day + Days::new(300)).unwrap().into_iter();
    let done = done.filter(|line| matches!(line.state, PlanState::Done(_))).map(|line| line.key);
    told.push(format!("{:#?}", done.collect::<Vec<_>>()));
    told.join("\n")
}

#[test]
fn what_is_done_on_a_later_day_is_not_told_before_it() {
    let later = today() + Days::new(1);
    let mut wrong = Vec::new();
    for name in DATED {
        let book = Book::full();
        drop(on(&book, later));
        let before = told(&on(&book, today()));
        let bench = on(&book, later);
        let then = told(&bench);
        act(&bench, &book, name, first_client(&bench)).unwrap_or_else(|error| panic!("{name}: {error}"));
        bench.make_fresh().unwrap();
        let on_its_day = told(&bench);
        drop(bench);
        let after = told(&on(&book, today()));
        let differs = before.lines().zip(after.lines()).find(|(before, after)| before != after);
        if before != after {
            wrong.push(format!("{name}: {differs:?}"));
        }
        if on_its_day == then || told(&on(&book, later)) == then {
            wrong.push(format!("{name} is not told of on its day"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The built program's Tuesday: the day after the one it is looked at on.
const LATER: [&str; 2] = ["--today", "2026-11-24"];

#[test]
fn the_command_line_tells_an_earlier_day_and_leaves_what_is_on_record_for_a_later_one() {
    let book = Book::empty();
    let orders =
        book.write("orders.csv", "client,date,amount\nVega,2026-09-01,5\nVega,2026-10-01,5\nVega,2026-11-01,5\n");
    book.told(0, &["import", &orders]);
    book.told(0, &["complaint", "open", "Vega", "-m", "a torn box", "--next", "2026-11-23"]);
    book.told(0, &["competitor", "add", "Vega", "Lyra", "--threat", "2"]);
    book.told(0, &["event", "Vega", "owners"]);
    book.told(0, &["promise", "Vega", "a list", "--by", "2026-11-25"]);
    book.told(0, &["news", "add", "a new price list"]);
    book.told(0, &["client", "add", "Orion"]);
    book.told(0, &["follow-up", "Orion", "2026-11-24"]);
    let ends: [&[&str]; 9] = [
        &["log", "call", "Orion"],
        &["complaint", "close", "Vega", "--changed", "the boxes"],
        &["competitor", "gone", "Lyra"],
        &["event", "Vega", "owners", "--ended"],
        &["keep-promise", "a list"],
        &["evaluate", "Vega", "--minus", "quality"],
        &["news", "close", "price list"],
        &["client", "set", "Vega", "black-list", "does not pay"],
        &["close", "Vega", "--why", "competitor"],
    ];
    let looks: [&[&str]; 10] = [
        &["clients"],
        &["show", "Vega"],
        &["brief", "Vega"],
        &["alerts", "--all"],
        &["today"],
        &["promises"],
        &["complaint", "list"],
        &["competitor", "list"],
        &["news"],
        &["losses"],
    ];
    let look = |day: &[&str]| looks.map(|look| book.json(0, &[look, day].concat()));
    let before = look(&[]);
    for end in ends {
        book.told(0, &[end, &LATER[..]].concat());
    }
    assert_eq!(look(&[]), before, "before the book was looked at on the later day");
    let ended = look(&LATER);
    assert_eq!((&ended[0][1]["status"], &ended[0][0]["next_contact"]), (&json!("former"), &Value::Null));
    assert_eq!([&ended[1]["closed_on"], &ended[1]["black_list"]["since"]], ["2026-11-24", "2026-11-24"]);
    assert_eq!((&ended[5]["ours"]["kept"], &ended[6], &ended[7]), (&json!(1), &json!([]), &json!([])));
    assert_eq!(ended[9]["total"], 1);
    for (place, now) in look(&[]).iter().enumerate() {
        assert_eq!(*now, before[place], "{:?}", looks[place]);
    }
    assert_eq!([&before[1]["closed_on"], &before[1]["black_list"]], [&Value::Null; 2]);
    assert_eq!((&before[0][1]["status"], &before[6][0]["text"]), (&json!("regular"), &json!("a torn box")));
    assert_eq!(before[0][0]["next_contact"], "2026-11-24");
    let dump = book.dump();
    for end in ends.into_iter().filter(|end| !["client", "log"].contains(&end[0])) {
        let said = book.refused(1, end);
        assert!(said.contains("on record for Tue 24 Nov, which is after today"), "{end:?}: {said}");
    }
    assert_eq!(book.dump(), dump);
    assert!(book.refused(1, &["reopen", "Vega", "--lang", "ru"]).contains("не бывший"));
}
