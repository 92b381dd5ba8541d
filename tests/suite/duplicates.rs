//! Clients that are one: found, looked at side by side, merged, told apart.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use chrono::Days;
use regulars::domain::duplicate::{Known, Likeness, Record, pairs};
use regulars::domain::ids::{ClientId, PersonId};
use regulars::domain::person::{Anniversary, Channel, ChannelKind, Person, Reachable};
use regulars::domain::touch::TouchKind;
use regulars::ops::{NoteDraft, TouchDraft, Twins, Workbench};
use regulars::text::Lang;
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::seat::Seat;
use crate::support::{Book, today};

/// A row of a set of known duplicates: of which of them it is one, and its values by the names of their columns.
struct Row {
    of: String,
    values: HashMap<String, String>,
}

impl Row {
    fn get(&self, column: &str) -> &str {
        self.values.get(column).map(String::as_str).unwrap_or_default().trim().trim_start_matches('\'')
    }

    fn channels(&self, columns: &[(ChannelKind, &str)]) -> Vec<Channel> {
        let some =
            columns.iter().map(|(kind, column)| (*kind, self.get(column))).filter(|(_, value)| !value.is_empty());
        some.map(|(kind, value)| Channel { person: None, kind, value: value.to_owned() }).collect()
    }
}

fn rows(name: &str, of: impl Fn(&HashMap<String, String>) -> String) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/interop/dedupe").join(name);
    let file = File::open(&path).unwrap_or_else(|error| panic!("this test needs {}: {error}", path.display()));
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(file);
    let headers: Vec<String> =
        reader.headers().unwrap().iter().map(|name| name.trim_start_matches('\u{feff}').to_owned()).collect();
    let read = reader.records().map(|record| {
        let values = headers.iter().cloned().zip(record.unwrap().iter().map(str::to_owned)).collect();
        Row { of: of(&values), values }
    });
    read.collect()
}

/// Precision and recall in thousandths: of what is sure, and of what is sure or asked.
fn figures(rows: &[Row], likeness: impl Fn(usize, usize) -> Option<Likeness>) -> [(u32, u32); 2] {
    let (mut same, mut found) = (0, [(0, 0); 2]);
    for here in 0..rows.len() {
        for there in here + 1..rows.len() {
            let right = rows[here].of == rows[there].of;
            same += u32::from(right);
            let Some(likeness) = likeness(here, there) else { continue };
            for (right_ones, all) in if likeness.sure { &mut found[..] } else { &mut found[1..] } {
                *right_ones += u32::from(right);
                *all += 1;
            }
        }
    }
    found.map(|(right, all): (u32, u32)| (right * 1000 / all.max(1), right * 1000 / same))
}

fn records(rows: &[Row], record: impl Fn(&Row) -> Record) -> Vec<Record> {
    rows.iter().map(record).collect()
}

#[test]
#[ignore = "needs ../shared"]
fn companies_are_recognised_as_well_as_the_rules_are_known_to() {
    let rows = rows("companies_ru_open.csv", |row| row["cluster_id"].clone());
    let record = |row: &Row| {
        let channels =
            row.channels(&[(ChannelKind::Phone, "phone"), (ChannelKind::Email, "email"), (ChannelKind::Site, "site")]);
        let known = Known {
            name: row.get("name"),
            tax_id: row.get("inn"),
            city: row.get("city"),
            channels: &channels,
            ..Known::default()
        };
        Record::of(known, "ru")
    };
    let records = records(&rows, record);
    let [sure, asked] = figures(&rows, |here, there| records[here].likeness(&records[there]));
    assert_eq!((rows.len(), sure, asked), (401, (1000, 928), (946, 1000)));
    let all: Vec<(ClientId, Record)> = (0..).map(ClientId).zip(records).collect();
    let found = pairs(&all).len();
    let compared = (0..all.len()).flat_map(|here| (here + 1..all.len()).map(move |there| (here, there)));
    let each = compared.filter(|(here, there)| all[*here].1.likeness(&all[*there].1).is_some()).count();
    assert_eq!(found, each, "of the pairs found by comparing each with each");
}

#[test]
#[ignore = "needs ../shared"]
fn people_are_recognised_as_well_as_the_rules_are_known_to() {
    let rows = rows("contacts_ru_open.csv", |row| row["cluster_id"].clone());
    let born = |text: &str| {
        let parts: Vec<&str> = text.split('.').collect();
        Anniversary::parse(&if let [day, month, year] = parts[..] {
            format!("{year}-{month}-{day}")
        } else {
            text.to_owned()
        })
    };
    let record = |row: &Row| {
        let channels = row.channels(&[(ChannelKind::Phone, "phone"), (ChannelKind::Email, "email")]);
        let known = Known {
            name: row.get("full_name"),
            is_person: true,
            birthday: born(row.get("birthday")),
            channels: &channels,
            ..Known::default()
        };
        Record::of(known, "ru")
    };
    let company = |row: &Row| Record::of(Known { name: row.get("company"), city: "x", ..Known::default() }, "ru");
    let (people, companies) = (records(&rows, record), records(&rows, company));
    let at_one = |here: usize, there: usize| {
        let said = |place: usize| !rows[place].get("company").is_empty();
        (said(here) && said(there)).then(|| companies[here].likeness(&companies[there]).is_some_and(|like| like.sure))
    };
    let [sure, asked] =
        figures(&rows, |here, there| people[here].likeness_of_people(&people[there], at_one(here, there)));
    assert_eq!((rows.len(), sure, asked), (501, (1000, 709), (995, 934)));
}

#[test]
#[ignore = "needs ../shared"]
fn what_others_call_duplicates_is_recognised() {
    let febrl = rows("public/febrl_dataset1.csv", |row| row["rec_id"].split('-').nth(1).unwrap().to_owned());
    let record = |row: &Row| {
        let name = format!("{} {}", row.get("given_name"), row.get("surname"));
        let born = row.get("date_of_birth");
        let born =
            if born.len() == 8 { format!("{}-{}-{}", &born[..4], &born[4..6], &born[6..]) } else { String::new() };
        let address = format!("{} {}", row.get("street_number"), row.get("address_1"));
        let known = Known {
            name: &name,
            is_person: true,
            tax_id: row.get("soc_sec_id"),
            city: row.get("suburb"),
            address: &address,
            birthday: Anniversary::parse(&born),
            ..Known::default()
        };
        Record::of(known, "gb")
    };
    let records_ = records(&febrl, record);
    let found = figures(&febrl, |here, there| records_[here].likeness(&records_[there]));
    assert_eq!((febrl.len(), found), (1000, [(1000, 900), (1000, 994)]));

    let splink = rows("public/splink_fake_1000.csv", |row| row["cluster"].clone());
    let record = |row: &Row| {
        let name = format!("{} {}", row.get("first_name"), row.get("surname"));
        let channels = row.channels(&[(ChannelKind::Email, "email")]);
        let known = Known {
            name: &name,
            is_person: true,
            city: row.get("city"),
            birthday: Anniversary::parse(row.get("dob")),
            channels: &channels,
            ..Known::default()
        };
        Record::of(known, "gb")
    };
    let records_ = records(&splink, record);
    let found = figures(&splink, |here, there| records_[here].likeness(&records_[there]));
    assert_eq!((splink.len(), found), (1000, [(1000, 255), (998, 747)]));

    let chicago = rows("public/dedupe_chicago_childcare.csv", |row| row["True Id"].clone());
    let record = |row: &Row| {
        let channels = row.channels(&[(ChannelKind::Phone, "Phone"), (ChannelKind::Email, "Email Address")]);
        let known = Known {
            name: row.get("Site name"),
            address: row.get("Address"),
            city: "Chicago",
            channels: &channels,
            ..Known::default()
        };
        Record::of(known, "us")
    };
    let records_ = records(&chicago, record);
    let found = figures(&chicago, |here, there| records_[here].likeness(&records_[there]));
    assert_eq!((chicago.len(), found), (3337, [(987, 492), (911, 802)]));
}

/// A book with two that are one, «ООО "Ромашка"» and «Ромашка», and a third, «Ромашка Сервис».
fn daisies() -> (Book, String) {
    let book = Book::empty();
    book.told(0, &["set", "language", "en"]);
    let rows = "client;city;phone;date;amount;number\n\
        ООО «Ромашка»;Пермь;+7 342 212-34-56;01.03.2026;100;A-1\n\
        ООО «Ромашка»;Пермь;+7 342 212-34-56;01.06.2026;100;A-2\n\
        Ромашка;;8 (342) 2123456;01.06.2026;100;B-1\n\
        Ромашка;;8 (342) 2123456;01.09.2026;200;B-2\n\
        Ромашка Сервис;Омск;;01.09.2026;50;C-1\n";
    let file = book.write("orders.csv", rows);
    book.told(0, &["import", &file]);
    (book, file)
}

fn names(bench: &Workbench) -> Vec<String> {
    bench.list_page(0, 100).unwrap().into_iter().map(|row| row.name).collect()
}

#[test]
fn two_that_are_one_are_found_merged_and_parted_again_on_the_command_line() {
    let (book, file) = daisies();
    let found = book.json(0, &["duplicates"]);
    let pair = |value: &Value| (value["what"].clone(), value["sure"].clone(), value["common"].clone());
    assert_eq!(
        found.as_array().unwrap().iter().map(pair).collect::<Vec<_>>(),
        [(json!("client"), json!(true), json!(["phone", "name"]))]
    );
    assert!(book.told(0, &["duplicates"]).starts_with("the same  "));
    book.told(0, &["log", "call", "Ромашка", "-m", "likes tea"]);
    book.told(0, &["today"]);
    let before = book.dump();

    let told = book.told(0, &["merge", "ООО «Ромашка»", "Ромашка"]);
    assert!(told.starts_with("Clients merged: ООО «Ромашка» · one client became part of another · "), "{told}");
    let shown = book.json(0, &["show", "ООО «Ромашка»"]);
    assert_eq!(
        (&shown["orders"], &shown["city"]),
        (&json!(3), &json!("Пермь")),
        "two of the four orders are of one day"
    );
    let timeline = book.json(0, &["timeline", "ООО «Ромашка»"]);
    let kinds: Vec<&str> = timeline.as_array().unwrap().iter().map(|entry| entry["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "order").count(), 4);
    assert_eq!((kinds.contains(&"call"), kinds.contains(&"merged")), (true, true));
    assert_eq!(book.json(0, &["duplicates"]), json!([]));

    let again = book.told(0, &["import", &file]);
    assert!(again.contains("4 orders") || again.contains("5 orders"), "{again}");
    assert_eq!(names(&book.open()), ["ООО «Ромашка»", "Ромашка Сервис"], "who was merged is still known by its name");
    assert_eq!(book.json(0, &["clients"]).as_array().unwrap().len(), 2);

    book.told(0, &["undo"]);
    assert_eq!(book.dump(), before, "one step of undo");
    let told = book.told(0, &["merge", "--sure"]);
    assert!(told.contains("one client became part of another"), "{told}");
    assert!(book.refused(1, &["merge", "--sure"]).contains("No two clients are surely the same."));
    book.told(0, &["undo"]);
    book.told(0, &["apart", "ООО «Ромашка»", "Ромашка"]);
    assert_eq!(book.json(0, &["duplicates"]), json!([]));
    assert!(book.refused(1, &["merge", "--sure"]).contains("No two clients are surely the same."));
    assert!(book.refused(1, &["merge", "Ромашка Сервис", "Ромашка Сервис"]).contains("These are one already"));
    assert!(book.refused(2, &["merge"]).contains("missing"));
}

#[test]
fn a_new_client_is_told_of_its_like_however_the_form_is_written() {
    let (book, _) = daisies();
    let told = book.told(0, &["client", "add", "Ромашка Сервис ООО"]);
    assert!(told.contains("mind: there is Ромашка Сервис already"), "{told}");
    assert!(!book.told(0, &["client", "add", "Ромашка Торг"]).contains("mind"));
}

#[test]
fn who_is_told_of_on_entry_is_listed_and_nobody_else() {
    let added = |book: &Book, fields: &[&str]| book.told(0, &[&["client", "add"], fields].concat()).contains("mind: ");
    for (first, second, like) in [
        (&["Romashka Ltd"][..], &["Romashka LLC"][..], true),
        (&["ООО «Ромашка»"], &["Romashka Limited"], true),
        (&["ООО «Ромашка»"], &["Ромашка", "city", "Омск"], true),
        (&["ООО «Ромашка»", "phones", "+73422123456"], &["ЗАО «Ромашка»"], true),
        // Two legal forms are two companies once more than a name is known of both, and two towns always.
        (&["Romashka Ltd", "phones", "+73422123456"], &["Romashka LLC", "phones", "+73422123457"], false),
        (&["ООО «Ромашка»", "city", "Пермь"], &["ЗАО «Ромашка»", "city", "Пермь"], false),
        (&["Ромашка", "city", "Пермь"], &["Ромашка", "city", "Омск"], false),
        (&["Иванов Пётр", "kind", "private"], &["Иванов Пётр", "kind", "private"], true),
        (&["Полюс", "phones", "+73422123456"], &["Вега", "phones", "8 (342) 212-34-56"], true),
    ] {
        let book = Book::empty();
        assert!(!added(&book, first), "{first:?}");
        assert_eq!(added(&book, second), like, "{first:?} {second:?}");
        let listed = book.json(0, &["duplicates"]);
        assert_eq!(listed.as_array().unwrap().len(), usize::from(like), "{listed}");
    }
}

#[test]
fn who_is_entered_is_told_of_whoever_is_reached_the_same_way_or_called_nearly_the_same() {
    let book = Book::empty();
    let email = ["client", "add", "Полюс", "phones", "+7 342 212-34-56", "emails", "Zakaz@polus.example"];
    book.told(0, &email);
    let phone = book.told(0, &["client", "add", "Вега", "phones", "8 (342) 2123456"]);
    assert!(phone.contains("mind: Полюс has the same phone"), "{phone}");
    assert!(phone.contains("compare: regulars duplicates "), "{phone}");
    let added = book.told(0, &["person", "add", "Вега", "Петрова Анна", "emails", "zakaz@POLUS.example"]);
    assert!(added.contains("mind: Полюс has the same e-mail"), "{added}");
    let added = book.told(0, &["person", "add", "Вега", "Анна Петрова"]);
    assert!(added.contains("mind: there is Петрова Анна here already"), "{added}");
    for written in ["Polyus", "Пoлюс", "ООО «Полюс»"] {
        let near = book.told(0, &["client", "add", written]);
        assert!(near.contains("Полюс ") && near.contains("mind: "), "{near}");
        book.told(0, &["undo"]);
    }
    for other in ["Польза", "Орион"] {
        assert!(!book.told(0, &["client", "add", other]).contains("mind"), "{other}");
    }
    // What was there before is not told of again.
    assert!(!book.told(0, &["client", "set", "Вега", "city", "Пермь"]).contains("mind"));
    // Two right tax numbers are two companies, whatever they are called.
    book.told(0, &["client", "set", "Полюс", "tax-id", "7707083893"]);
    let two = book.told(0, &["client", "add", "Polyus", "tax-id", "7736050003", "phones", "+73422123456"]);
    assert!(!two.contains("mind: Полюс"), "{two}");
    book.told(0, &["set", "language", "en"]);
    let mut seat = Seat::at(book.open(), Lang::En, (120, 30));
    seat.press("2 a");
    seat.write("Polus");
    seat.press("Enter");
    seat.expect("J: compare the two");
}

#[test]
fn two_with_tax_numbers_of_their_own_are_merged_only_if_that_is_asked_twice() {
    let book = Book::empty();
    book.told(0, &["client", "add", "Полюс", "tax-id", "7707083893"]);
    book.told(0, &["client", "add", "Вега", "tax-id", "7736050003"]);
    book.told(0, &["set", "language", "en"]);
    let before = book.dump();
    let refused = book.refused(1, &["merge", "Полюс", "Вега"]);
    assert!(refused.contains("7707083893") && refused.contains("--different-inn"), "{refused}");
    assert_eq!(book.dump(), before);
    book.told(0, &["merge", "Полюс", "Вега", "--different-inn"]);
    assert_eq!(names(&book.open()), ["Полюс"]);
    book.told(0, &["undo"]);

    let mut seat = Seat::at(book.open(), Lang::En, (120, 40));
    seat.press("2 Space Down Space J 1");
    seat.expect("same key again merges");
    assert_eq!(names(seat.bench()).len(), 2);
    seat.press("2");
    seat.expect("same key again merges");
    seat.press("Down 2");
    assert_eq!(names(seat.bench()).len(), 2, "another key was pressed between");
    seat.press("2");
    assert_eq!(names(seat.bench()).len(), 1);
    seat.press("u");
    assert_eq!(names(seat.bench()).len(), 2);
    seat.expect("Two clients marked with Space");
    let empty = Book::empty();
    empty.told(0, &["client", "add", "Vega"]);
    let told = empty.told(0, &["duplicates"]);
    assert!(told.contains("regulars merge KEEP OTHER") && !told.contains("Space"), "{told}");
}

#[test]
fn merging_moves_every_row_and_says_which_found_no_room() {
    let book = Book::full();
    let bench = book.open();
    let rows = bench.list_page(0, 100).unwrap();
    let rich = rows[0].client;
    let poor = rows.last().unwrap().client;
    // What has room once only stands at both.
    for client in [rich, poor] {
        bench.follow_up(client, today() + Days::new(if client == poor { 3 } else { 5 })).unwrap();
    }
    let conn = Connection::open(book.file()).unwrap();
    let count = |table: &str, client: ClientId| -> i64 {
        conn.query_row(&format!("SELECT count(*) FROM {table} WHERE client_id = ?1"), [client.0], |row| row.get(0))
            .unwrap()
    };
    let tables: Vec<String> = {
        let listed = "SELECT m.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS c
            WHERE m.type = 'table' AND c.name = 'client_id'
              AND m.name NOT IN ('plan', 'waiting', 'merged', 'published', 'draft') AND m.name NOT GLOB 'derived_*'
              AND m.name NOT GLOB 'alert_*'";
        let mut listed = conn.prepare(listed).unwrap();
        listed.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    assert!(tables.len() > 20, "{tables:?}");
    let both = |table: &String| (table.clone(), count(table, rich) + count(table, poor));
    let before: HashMap<String, i64> = tables.iter().map(both).collect();
    assert!(before.values().filter(|rows| **rows > 0).count() > 15, "{before:?}");
    bench.merge_clients(poor, rich, false).unwrap();
    let body: String = conn.query_row("SELECT body FROM merged WHERE what = 'client'", [], |row| row.get(0)).unwrap();
    let body: Value = serde_json::from_str(&body).unwrap();
    for table in &tables {
        let left = body[table].as_array().map_or(0, Vec::len) as i64;
        let people =
            if ["channel", "person"].contains(&table.as_str()) { before[table] - count(table, poor) - left } else { 0 };
        assert_eq!(count(table, poor) + left + people, before[table], "{table}");
        assert_eq!(count(table, rich), 0, "{table}");
    }
    assert_eq!(body["client"].as_array().unwrap().len(), 1);
    assert_eq!(body["next_step"].as_array().unwrap().len(), 1);
    let day: String =
        conn.query_row("SELECT day FROM next_step WHERE client_id = ?1", [poor.0], |row| row.get(0)).unwrap();
    assert_eq!(day, (today() + Days::new(3)).to_string(), "the earlier day holds");
}

#[test]
fn people_at_one_client_are_merged_with_all_they_took_part_in() {
    let (book, _) = daisies();
    let bench = book.open();
    let client = bench.client_named("Ромашка Сервис").unwrap();
    let person = |name: &str, role: &str, phone: &str| Reachable {
        person: Person { role: role.into(), ..Person::named(PersonId(0), client, name.into()) },
        channels: vec![Channel { person: None, kind: ChannelKind::Phone, value: phone.into() }],
    };
    bench.add_person(&person("Королёв Олег", "", "+79161234567")).unwrap();
    bench.add_person(&person("Oleg Korolev", "buyer", "8 916 123-45-67")).unwrap();
    bench.add_person(&person("Анна Белова", "", "+79160000000")).unwrap();
    let found = bench.duplicates().unwrap();
    let (sure, ask): (Vec<_>, Vec<_>) = found.iter().partition(|duplicate| duplicate.is_sure());
    assert_eq!((sure.len(), ask.len()), (2, 0), "{found:#?}");
    let Twins::People(keep, gone) = sure[1].twins else { panic!("{:?}", sure[1]) };
    let call = TouchDraft { person: Some(gone), ..TouchDraft::new(client, TouchKind::Call) };
    bench.log_touch(&call).unwrap();
    bench.merge_people(keep, gone).unwrap();
    let stays = bench.reachable(keep).unwrap();
    assert_eq!((stays.person.name.as_str(), stays.person.role.as_str()), ("Королёв Олег", "buyer"));
    assert!(bench.reachable(gone).is_err());
    let conn = Connection::open(book.file()).unwrap();
    let with: i64 = conn.query_row("SELECT person_id FROM touch", [], |row| row.get(0)).unwrap();
    assert_eq!(with, keep.0);
    assert_eq!(bench.undo().unwrap().verb, "merge_people");
    assert_eq!(bench.reachable(gone).unwrap().person.name, "Oleg Korolev");
}

#[test]
fn the_two_stand_side_by_side_and_one_key_makes_one_of_them() {
    for (lang, same, order) in
        [(Lang::En, "the same", "one order of the same day"), (Lang::Ru, "одно", "1 заказ с той же датой")]
    {
        let (book, _) = daisies();
        let bench = book.open();
        bench.set_setting("language", lang.name()).unwrap();
        let client = bench.client_named("Ромашка").unwrap();
        bench
            .log_note(&NoteDraft {
                client,
                text: "likes tea".into(),
                day: None,
                important: false,
                next: None,
                tags: Vec::new(),
                promises: Vec::new(),
            })
            .unwrap();
        let mut seat = Seat::at(bench, lang, (80, 24));
        seat.press("2 J");
        for text in [same, "ООО «Ромашка»", "Пермь", "+7 342 212-34-56", order] {
            seat.expect(text);
        }
        seat.press("1");
        assert_eq!(names(seat.bench()).len(), 2);
        assert!(!seat.screen().contains("+7 342"), "{}", seat.screen());
        seat.press("u");
        assert_eq!(names(seat.bench()).len(), 3);
        seat.press("J 3");
        assert_eq!(seat.bench().duplicates().unwrap(), []);
    }
}

#[test]
fn a_filled_file_from_before_duplicates_were_known_is_brought_up_to_date() {
    let book = Book::of_version(
        12,
        "INSERT INTO client (id, name, sort_name, since, tax_id) VALUES
             (1, 'Vega', 'vega', '2026-01-01', '7707083893'), (2, 'Vega LLC', 'vega llc', '2026-01-01', '7707083893');
         INSERT INTO note (id, client_id, day, at, text) VALUES (3, 2, '2026-11-20', '2026-11-20T08:00:00Z', 'likes tea')",
    );
    let bench = book.open();
    assert_eq!(bench.duplicates().unwrap().len(), 1);
    bench.merge_sure().unwrap();
    assert_eq!(names(&bench), ["Vega"]);
    bench.undo().unwrap();
    assert_eq!(names(&bench), ["Vega", "Vega LLC"]);
}

#[test]
fn the_card_goes_on_with_the_one_that_stays() {
    let (book, _) = daisies();
    let mut seat = Seat::at(book.open(), Lang::En, (80, 24));
    seat.press("2 Down Enter");
    seat.expect("5 Ромашка ");
    seat.press("J 1 Esc");
    seat.expect("5 ООО «Ромашка»");
    seat.press("u l");
    seat.expect("History · ООО «Ромашка»");
}

#[test]
fn what_needs_a_client_says_so_where_there_is_none() {
    let mut seat = Seat::at(Book::empty().open(), Lang::En, (80, 24));
    // English, an empty book.
    seat.press("1 3");
    for key in ["l", "b"] {
        seat.press(key);
        seat.expect("No client is selected.");
    }
}
