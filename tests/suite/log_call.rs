//! What a logged call costs: how many pages it reads however many clients there are, and which it writes.

use std::collections::BTreeSet;
use std::fs;

use chrono::Days;
use regulars::clock::Clock;
use regulars::domain::ids::ClientId;
use regulars::domain::touch::TouchKind;
use regulars::ops::{Access, TouchDraft, Workbench};
use rusqlite::Connection;

use crate::support::{Book, first_client, today};

/// How many times the clients are written beside themselves.
const CROWD: usize = 600;

/// Writes the rows of every table that grows with the clients once more for each of [`CROWD`], as those of other clients.
fn crowd(book: &Book) {
    let file = Connection::open(book.file()).unwrap();
    file.execute_batch("PRAGMA foreign_keys = OFF; BEGIN").unwrap();
    let names = |sql: &str| -> Vec<String> {
        let mut found = file.prepare(sql).unwrap();
        found.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    };
    for table in names("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") {
        let columns = names(&format!("SELECT name FROM pragma_table_info('{table}') ORDER BY cid"));
        let grows = ["client", "action", "journal"].contains(&table.as_str())
            || columns.iter().any(|column| column == "client_id");
        // What is pushed forward on a day is so many, however many clients there are.
        if !grows || table == "alert_pushed" {
            continue;
        }
        let another = |column: &String| match column.as_str() {
            "rule_id" | "external_id" => column.clone(),
            "key" => "key || n".to_owned(),
            // The days stay as full as they are.
            "state" if table == "plan" => "'done'".to_owned(),
            id if id == "id" || id.ends_with("_id") => format!("({id} & 0x3fffffffffffffff) + n * 7000000000000000"),
            _ => column.clone(),
        };
        let others: Vec<String> = columns.iter().map(another).collect();
        file.execute_batch(&format!(
            "WITH RECURSIVE times (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM times WHERE n < {CROWD})
             INSERT INTO {table} ({}) SELECT {} FROM times, {table}",
            columns.join(", "),
            others.join(", ")
        ))
        .unwrap_or_else(|error| panic!("{table}: {error}"));
    }
    file.execute_batch("COMMIT").unwrap();
}

fn call(bench: &Workbench, client: ClientId) {
    bench.log_touch(&TouchDraft::new(client, TouchKind::Call)).unwrap();
}

/// The calls of the system by which this thread has read anything.
#[cfg(target_os = "linux")]
fn reads() -> usize {
    let told = fs::read_to_string("/proc/thread-self/io").unwrap();
    told.lines().find_map(|line| line.strip_prefix("syscr: ")).unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_logged_call_scans_nothing_that_grows_with_the_clients() {
    let cost = |book: &Book, clients: &[ClientId]| {
        let bench = book.open();
        bench.get_ready().unwrap();
        let before = reads();
        for client in clients {
            call(&bench, *client);
        }
        reads() - before
    };
    let (few, many) = (Book::full(), Book::full());
    let clients: Vec<ClientId> = few.open().list_page(0, 12).unwrap().into_iter().map(|row| row.client).collect();
    crowd(&many);
    let all = many.open().count_clients().unwrap();
    assert!(all > 20_000, "{all}");
    let (few, many) = (cost(&few, &clients), cost(&many, &clients));
    // Trees are a page or two deeper, and other clients do not share their pages; an index of the smallest table has dozens.
    assert!(many < few + 10 * clients.len(), "{many} pages read among {all} clients, {few} without them");
}

#[test]
fn a_logged_call_writes_nothing_again_that_it_does_not_change() {
    let book = Book::full();
    let bench = book.open();
    let client = first_client(&bench);
    call(&bench, client);
    let log = book.path("book.db-wal");
    let before = fs::metadata(&log).unwrap().len() as usize;
    call(&bench, client);
    let written = fs::read(&log).unwrap().split_off(before);
    // A frame is the number of a page, what belongs to the log, and the page.
    let pages: BTreeSet<u32> =
        written.chunks(24 + 4096).map(|frame| u32::from_be_bytes(frame[..4].try_into().unwrap())).collect();
    let file = Connection::open(book.file()).unwrap();
    let mut roots = file.prepare("SELECT name FROM sqlite_schema WHERE rootpage = ?1").unwrap();
    let trees: Vec<String> = pages.iter().filter_map(|page| roots.query_row([page], |row| row.get(0)).ok()).collect();
    assert!(trees.contains(&"touch_by_day".to_owned()), "{trees:?}");
    let derived = trees.iter().filter(|tree| tree.starts_with("derived_client"));
    assert_eq!(derived.collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn days_that_hold_nothing_any_more_are_forgotten() {
    let book = Book::full();
    for days in [60, 61] {
        let later = Clock::Fixed(today().and_hms_opt(9, 0, 0).unwrap() + Days::new(days));
        assert!(Workbench::open(&book.file(), Access::Write, later).unwrap().make_fresh().unwrap());
    }
    let file = Connection::open(book.file()).unwrap();
    let kept = "SELECT count(*), min(day) FROM derived_load";
    let (days, first): (usize, String) = file.query_row(kept, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert!(days > 50 && first.as_str() >= "2027-01-23", "{days} from {first}");
}
