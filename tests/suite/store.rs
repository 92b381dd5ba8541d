//! The file: who may read it, which files are refused, its daily copies, and that a kill leaves it whole.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::Stdio;
use std::sync::mpsc;

use chrono::Days;
use regulars::clock::{Clock, Stopwatch};
use regulars::domain::churn::Reason;
use regulars::domain::touch::TouchKind;
use regulars::ops::{Access, OpError, TouchDraft, Workbench};
use regulars::store::SCHEMA;
use regulars::text::{Lang, Words};
use rusqlite::Connection;
use serde_json::json;

use crate::support::{Book, clock, first_client, table, today};

fn open(path: &Path, access: Access) -> Result<Workbench, OpError> {
    Workbench::open(path, access, clock())
}

/// The sentence with which a file is refused.
#[track_caller]
fn refusal(path: &Path, access: Access) -> String {
    match open(path, access) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => Words::new(Lang::En).message(&error.message()),
    }
}

fn run_sql(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap_or_else(|error| panic!("{}: {error}", path.display())).permissions().mode() & 0o777
}

#[test]
fn nobody_else_can_read_the_file_or_what_lies_beside_it() {
    let book = Book::empty();
    let path = book.path("own/folder/book.db");
    let bench = open(&path, Access::Create).unwrap();
    let claim = Workbench::claim(&path).unwrap();
    bench.set_setting("currency", "EUR").unwrap();
    assert!(bench.back_up_daily().unwrap());
    for folder in ["own", "own/folder", "own/folder/backups"] {
        assert_eq!(mode(&book.path(folder)), 0o700, "{folder}");
    }
    for file in ["book.db", "book.db-wal", "book.db-shm", "book.lock", "backups/book-2026-11-24.db"] {
        assert_eq!(mode(&path.with_file_name(file)), 0o600, "{file}");
    }
    drop(claim);
}

#[test]
fn a_file_of_a_newer_version_says_whether_it_may_be_written_or_read() {
    let next = SCHEMA + 1;
    let newer = |key| format!("PRAGMA user_version = {next}; UPDATE meta SET value = '{next}' WHERE key = '{key}'");
    let book = Book::full();
    let before = book.dump();
    run_sql(&book.file(), &newer("min_writer"));
    let bench = book.open();
    assert!(bench.looks_only());
    assert_eq!(bench.export_json().unwrap(), before);
    assert!(matches!(bench.set_setting("currency", "EUR"), Err(OpError::LooksOnly)));
    let open = bench.complaints(None).unwrap()[0].complaint.id;
    assert!(matches!(bench.close_complaint(open, "nothing"), Err(OpError::LooksOnly)));
    assert!(matches!(bench.undo(), Err(OpError::LooksOnly)));
    assert!(!bench.back_up_daily().unwrap());
    drop(bench);
    assert_eq!(book.dump(), before);

    run_sql(&book.file(), &newer("min_reader"));
    let bytes = fs::read(book.file()).unwrap();
    for access in [Access::Create, Access::Write, Access::Look] {
        let told = refusal(&book.file(), access);
        assert!(told.contains(&format!("newer version of regulars (file version {next})")), "{told}");
    }
    assert_eq!(fs::read(book.file()).unwrap(), bytes, "it was left as it is");
}

#[test]
fn what_is_no_file_of_this_program_is_refused_and_left_as_it_is() {
    let book = Book::empty();
    run_sql(&book.path("foreign.db"), "CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('Yesterday')");
    run_sql(&book.path("marked.db"), "PRAGMA application_id = 252006675");
    book.write("text.db", "Dear Anna,\n".repeat(100));
    fs::create_dir(book.path("folder.db")).unwrap();
    for (name, why) in [
        ("foreign.db", "is not a file of this program"),
        ("marked.db", "is not a file of this program"),
        ("text.db", "is not a file of this program"),
        ("folder.db", "is a folder"),
    ] {
        let path = book.path(name);
        let bytes = fs::read(&path).ok();
        for access in [Access::Create, Access::Write, Access::Look] {
            let told = refusal(&path, access);
            assert!(told.contains(why) && told.contains(name), "{name}: {told}");
        }
        assert_eq!(fs::read(&path).ok(), bytes, "{name}");
        assert!(!book.path(&format!("{name}-wal")).exists(), "nothing is left beside {name}");
    }
    for access in [Access::Write, Access::Look] {
        assert!(refusal(&book.path("none.db"), access).contains("There is no file"));
    }
    assert!(!book.path("none.db").exists());
}

#[test]
fn one_workbench_at_a_time_has_the_claim() {
    let book = Book::empty();
    drop(book.open());
    let first = Workbench::claim(&book.file()).unwrap();
    assert!(first.is_some());
    assert!(Workbench::claim(&book.file()).unwrap().is_none());
    drop(first);
    assert!(Workbench::claim(&book.file()).unwrap().is_some());
}

#[test]
fn a_copy_is_made_once_a_day_and_holds_everything() {
    let book = Book::full();
    let copies = || -> Vec<String> {
        let found = fs::read_dir(book.path("backups")).into_iter().flatten();
        let mut names: Vec<String> = found.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let bench = book.open();
    let first = bench.export_json().unwrap();
    assert_eq!((bench.back_up_daily().unwrap(), bench.back_up_daily().unwrap()), (true, false));
    bench.set_setting("currency", "EUR").unwrap();
    assert!(!bench.back_up_daily().unwrap(), "once a day, whatever changes");
    let later = |days| Clock::Fixed((today() + Days::new(days)).and_hms_opt(9, 0, 0).unwrap());
    let on = |days| Workbench::open(&book.file(), Access::Write, later(days)).unwrap();
    assert!(on(1).back_up_daily().unwrap());
    assert!(!on(2).back_up_daily().unwrap(), "nothing has changed");
    assert_eq!(copies(), ["book-2026-11-24.db", "book-2026-11-25.db"]);
    let read = |name: &str| open(&book.path("backups").join(name), Access::Look).unwrap().export_json().unwrap();
    assert_eq!(read("book-2026-11-24.db"), first);
    assert_eq!(read("book-2026-11-25.db"), bench.export_json().unwrap());
    assert_eq!(copies().len(), 2, "to look at a copy leaves nothing beside it");
}

#[test]
fn a_damaged_file_does_not_become_a_copy() {
    let book = Book::full();
    let mut bytes = fs::read(book.file()).unwrap();
    // A page that neither opening nor copying looks into.
    let find = "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = 'touch_by_day'";
    let (page, size): (usize, usize) =
        Connection::open(book.file()).unwrap().query_row(find, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    bytes[(page - 1) * size..page * size].fill(0x5a);
    fs::write(book.file(), bytes).unwrap();
    let refused = open(&book.file(), Access::Write).unwrap().back_up_daily();
    let told = Words::new(Lang::En).message(&refused.unwrap_err().message());
    assert!(told.contains("damaged"), "{told}");
    assert_eq!(fs::read_dir(book.path("backups")).into_iter().flatten().count(), 0);
}

/// An export with each id replaced by its place among the ids: these hold the moment at which they were made.
fn without_ids(export: &str) -> String {
    let is_id = |part: &&str| part.len() >= 16 && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = export
        .split_inclusive(|c: char| !c.is_ascii_digit())
        .flat_map(|part| {
            let digits = part.trim_end_matches(|c: char| !c.is_ascii_digit()).len();
            [&part[..digits], &part[digits..]]
        })
        .collect();
    let ids: BTreeSet<(usize, &str)> =
        parts.iter().filter(|part| is_id(part)).map(|part| (part.len(), *part)).collect();
    let ids: Vec<&str> = ids.into_iter().map(|(_, id)| id).collect();
    let place = |id: &str| ids.binary_search_by_key(&(id.len(), id), |id| (id.len(), id)).unwrap();
    parts.iter().map(|part| if is_id(part) { format!("#{}", place(part)) } else { (*part).to_owned() }).collect()
}

#[test]
fn a_kill_in_the_middle_of_an_import_leaves_all_of_it_or_nothing() {
    const KILLS: u32 = 10;
    let orders = (0..40_000)
        .map(|row| format!("Client {};{:02}.{:02}.2026;{}", row / 4, row % 28 + 1, row / 4 % 10 + 1, row + 1));
    let rows = table("client;date;amount", orders);
    let start = |book: &Book| {
        let csv = book.write("big.csv", &rows);
        book.command(&["import", &csv]).stdout(Stdio::piped()).spawn().unwrap()
    };
    // Into a book that is there, and into a new one, which is not written in the same way.
    for begin in [Book::full, Book::empty] {
        let whole = begin();
        let stands = |book: &Book| book.file().exists().then(|| without_ids(&book.dump()));
        let before = stands(&whole);
        let watch = Stopwatch::start();
        assert!(start(&whole).wait_with_output().unwrap().status.success());
        let time = watch.elapsed();
        let after = stands(&whole);
        assert!(before != after);
        let mut undone = 0;
        for kill in 0..KILLS {
            let book = begin();
            let mut child = start(&book);
            let (ended, end) = mpsc::channel();
            let mut stdout = child.stdout.take().unwrap();
            std::thread::spawn(move || ended.send(stdout.read_to_end(&mut Vec::new()).is_ok()));
            // Later each time, up to the end.
            if end.recv_timeout(time * (2 * kill + 1) / (2 * KILLS)).is_err() {
                child.kill().unwrap();
            }
            let killed = child.wait().unwrap().signal() == Some(9);
            let found = stands(&book);
            let begun = before.is_none() && found.is_some() && book.json(0, &["clients"]) == json!([]);
            assert!(begun || found == before || found == after, "half of the import stands after kill {kill}");
            assert!(killed || found == after, "an import that ended is kept");
            undone += usize::from(begun || found == before);
            if found.is_some() {
                let file = Connection::open(book.file()).unwrap();
                let sound: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
                assert_eq!(sound, "ok");
            }
        }
        assert!(undone >= 3, "only {undone} of the kills came in time");
    }
}

#[test]
fn what_files_bring_passes_the_checks_that_are_not_asked_meanwhile() {
    let book = Book::full();
    let rows = (0..5_000).map(|row| format!("Client {};{:02}.10.2026;{}", row / 2, row % 28 + 1, row + 1));
    book.told(0, &["import", &book.write("rows.csv", table("client;date;amount", rows))]);
    let file = Connection::open(book.file()).unwrap();
    // It looks at every check of every row.
    let sound: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    assert!(!file.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap());
    let beyond = "SELECT count(*) FROM orders WHERE nth IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM journal_bulk WHERE tbl = 'orders' AND orders.id BETWEEN first_id AND last_id)";
    let [beyond, all] =
        [beyond, "SELECT count(*) FROM orders"].map(|sql| file.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap());
    assert!(all > 1_024, "ids follow each other only so far");
    assert_eq!(beyond, 0, "what is taken back with the import is all that it brought");
}

#[test]
fn what_a_file_brings_stands_beside_ids_of_a_later_time() {
    let book = Book::full();
    for table in [
        "client (id, name, sort_name, since) VALUES (9000000000000000000, 'Late', 'late', '2026-10-01')",
        "orders (id, client_id, day, amount) VALUES (9000000000000000001, 9000000000000000000, '2026-10-01', 5)",
    ] {
        run_sql(&book.file(), &format!("INSERT INTO {table}"));
    }
    let before = book.dump();
    let rows = (0..300).map(|row| format!("Early {};01.10.2026;{}", row / 2, row + 1));
    let told = book.told(0, &["import", &book.write("rows.csv", table("client;date;amount", rows))]);
    assert!(told.contains("150 new clients · 300 new orders"), "{told}");
    let file = Connection::open(book.file()).unwrap();
    let late =
        "SELECT (SELECT count(*) FROM client WHERE id >= 9e18) || (SELECT count(*) FROM orders WHERE id >= 9e18)";
    assert_eq!(file.query_row(late, [], |row| row.get::<_, String>(0)).unwrap(), "11");
    let after = book.dump();
    book.told(0, &["undo"]);
    assert!(book.dump() == before);
    book.told(0, &["redo"]);
    assert!(book.dump() == after);
}

#[test]
fn a_file_is_shared_once_it_is_filled_and_one_whose_filling_was_broken_off_by_the_next_action() {
    let book = Book::empty();
    book.told(0, &["import", &book.write("orders.csv", "client,date,amount\nAnna,2026-11-02,100\n")]);
    let mode = || -> String {
        Connection::open(book.file()).unwrap().query_row("PRAGMA journal_mode", [], |row| row.get(0)).unwrap()
    };
    assert_eq!(mode(), "wal");
    run_sql(&book.file(), "PRAGMA journal_mode = DELETE");
    assert_eq!(mode(), "delete");
    book.told(0, &["today"]);
    book.told(0, &["log", "call", "Anna"]);
    assert_eq!(mode(), "wal");
}

#[test]
fn a_new_file_has_the_schema_that_the_migrations_come_to() {
    let (made, migrated) = (Book::empty(), Book::of_version(1, ""));
    let [made, migrated] = [made, migrated].map(|book| {
        drop(open(&book.file(), Access::Create).unwrap());
        let file = Connection::open(book.file()).unwrap();
        let mut schema = file.prepare("SELECT type || ' ' || name, sql FROM sqlite_schema ORDER BY 1").unwrap();
        let rows = schema.query_map([], |row| Ok((row.get(0)?, row.get::<_, Option<String>>(1)?))).unwrap();
        let rows: BTreeMap<String, String> = rows
            .map(|row| row.unwrap())
            .map(|(name, sql)| (name, without_comments(&sql.unwrap_or_default())))
            .collect();
        let state: String =
            file.query_row("SELECT quote(day) || body FROM derived_book", [], |row| row.get(0)).unwrap();
        (rows, state)
    });
    assert_eq!(made.0.len(), migrated.0.len());
    for (name, sql) in migrated.0 {
        assert_eq!(made.0.get(&name), Some(&sql), "{name}");
    }
    assert_eq!(made.1, migrated.1);
}

/// A statement without its comments, and without the spaces by which two that say the same may differ.
fn without_comments(sql: &str) -> String {
    sql.lines().filter_map(|line| line.split("-- ").next()).flat_map(str::split_whitespace).collect()
}

#[test]
fn a_filled_file_of_the_first_version_is_brought_up_to_date_and_loses_nothing() {
    let book = Book::of_version(
        1,
        "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
         INSERT INTO orders (id, client_id, day, amount, due, paid) VALUES
             (2, 1, '2026-03-01', 50000, '2026-03-15', '2026-03-10'), (3, 1, '2026-04-01', 50000, NULL, NULL),
             (4, 1, '2026-05-01', 50000, NULL, NULL);
         INSERT INTO complaint (id, client_id, opened_on, text) VALUES (5, 1, '2026-11-20', 'a torn box');
         INSERT INTO action (id, verb, subject, at, state) VALUES (6, 'open_complaint', 'Vega', '2026-11-20T08:00:00Z', 'done');
         INSERT INTO journal (action_id, tbl, row_id, old, new) VALUES (6, 'complaint', 5, NULL,
             json_object('client_id', 1, 'opened_on', '2026-11-20', 'text', 'a torn box', 'closed_on', NULL));",
    );
    let bench = open(&book.file(), Access::Write).unwrap();
    bench.make_fresh().unwrap();
    let client = first_client(&bench);
    let card = bench.card(client).unwrap().unwrap();
    assert_eq!((card.complaints[0].complaint.text.as_str(), card.derived.order_days), ("a torn box", 3));
    let kinds: Vec<&str> = card.alert.unwrap().reasons.iter().map(Reason::kind).collect();
    assert_eq!(kinds, ["overdue", "complaint", "concentration"]);
    assert_eq!(bench.undo().unwrap().verb, "open_complaint");
    assert_eq!(bench.redo().unwrap().verb, "open_complaint");
    assert_eq!(bench.card(client).unwrap().unwrap().complaints[0].complaint.text, "a torn box");
    let backups = fs::read_dir(book.path("backups")).unwrap().count();
    assert_eq!(backups, 1, "a copy of the older file is kept");
}

#[test]
fn what_an_older_version_raised_is_kept() {
    let book = Book::of_version(
        17,
        "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
         INSERT INTO alert_raised VALUES (1, 'overdue', '2026-05-01', '2026-08-01', 2),
             (1, 'complaint', '2026-09-01', '2026-09-02', 1)",
    );
    let bench = open(&book.file(), Access::Write).unwrap();
    bench.make_fresh().unwrap();
    let raised = bench.alert_report("2026-01-01".parse().unwrap()).unwrap().kinds;
    assert_eq!(["overdue", "complaint"].map(|kind| raised[kind].raised), [1, 1]);
}

#[test]
fn a_file_that_carries_its_triggers_loses_them_and_takes_back_as_before() {
    let book = Book::of_version(
        8,
        "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
         INSERT INTO note (id, client_id, day, at, text) VALUES (2, 1, '2026-11-20', '2026-11-20T08:00:00Z', 'likes tea');
         INSERT INTO action (id, verb, subject, at, state) VALUES (3, 'log_note', 'Vega', '2026-11-20T08:00:00Z', 'done');
         INSERT INTO journal (action_id, tbl, row_id, old, new) VALUES (3, 'note', 2, NULL, '{}');
         CREATE TRIGGER journal_note_insert AFTER INSERT ON note BEGIN
             INSERT INTO journal (action_id, tbl, row_id, old, new)
             SELECT action_id, 'note', new.id, NULL, json_object('text', new.text) FROM journal_now; END",
    );
    let bench = open(&book.file(), Access::Write).unwrap();
    let client = first_client(&bench);
    let other = TouchDraft { note: "likes coffee".into(), ..TouchDraft::new(client, TouchKind::Call) };
    bench.log_touch(&other).unwrap();
    let conn = Connection::open(book.file()).unwrap();
    let count = |sql: &str| -> usize { conn.query_row(sql, [], |row| row.get(0)).unwrap() };
    let named = |like: &str| count(&format!("SELECT count(*) FROM sqlite_schema WHERE name GLOB '{like}'"));
    assert_eq!((named("journal_note_*"), named("journal_now"), named("load_plan_*")), (0, 0, 3));
    assert_eq!(count("SELECT count(*) FROM journal WHERE tbl = 'touch'"), 1);
    assert_eq!(bench.undo().unwrap().verb, "log_call");
    assert_eq!(bench.undo().unwrap().verb, "log_note");
    assert_eq!(count("SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM touch)"), 0);
}
