//! Sheets to print: by town for a journey, and for somebody else who does the touches.

use std::collections::BTreeSet;
use std::fs;

use crate::support::Book;

#[test]
fn the_town_sheet_holds_every_touch_of_its_days_under_its_town() {
    let book = Book::demo();
    let sheet = book.json(0, &["sheet", "town", "--from", "2026-11-25", "--to", "2026-12-04"]);
    let touches = sheet["touches"].as_array().unwrap();
    assert!(touches.len() > 20, "{}", touches.len());
    assert!(touches.iter().all(|touch| ("2026-11-25"..="2026-12-04").contains(&touch["day"].as_str().unwrap())));
    let plain = book.told(0, &["sheet", "town", "--from", "2026-11-25", "--to", "2026-12-04"]);
    assert!(plain.starts_with("Touches by town, Wed 25 Nov – Fri 4 Dec\n======="), "{plain}");
    assert_eq!(plain.matches("\n[ ] ").count(), touches.len());
    let towns: BTreeSet<&str> = touches.iter().map(|touch| touch["town"].as_str().unwrap()).collect();
    let headings: Vec<&str> = plain.split("\n\n").skip(1).map(|group| group.lines().next().unwrap()).collect();
    assert_eq!(headings, towns.into_iter().collect::<Vec<_>>());
    let first = &touches[0];
    let row = plain.lines().find(|line| line.contains(first["client"].as_str().unwrap())).unwrap();
    assert!(row.contains(first["phone"].as_str().unwrap()) && row.contains(first["person"].as_str().unwrap()), "{row}");
}

#[test]
fn a_promise_stands_on_the_town_sheet_with_the_touches_of_its_client() {
    let book = Book::demo();
    book.told(0, &["promise", "D001", "bring the samples", "--by", "30.11"]);
    let days = ["sheet", "town", "--from", "2026-11-29", "--to", "2026-11-30"];
    let plain = book.told(0, &days);
    let row = plain.lines().find(|line| line.contains("bring the samples")).unwrap();
    assert!(row.starts_with("[ ] Mon 30 Nov  Romashka LLC") && row.contains("we promised"), "{row}");
    let touches = book.json(0, &days)["touches"].clone();
    let mine: Vec<&serde_json::Value> =
        touches.as_array().unwrap().iter().filter(|touch| touch["why"] == "bring the samples").collect();
    assert_eq!(mine.len(), 1);
    assert_eq!((&mine[0]["day"], &mine[0]["responsible"]), (&"2026-11-30".into(), &"me".into()));
    book.told(0, &["keep-promise", "samples"]);
    assert!(!book.told(0, &days).contains("samples"));
}

#[test]
fn what_others_do_is_handed_over_by_what_is_asked_for() {
    let book = Book::demo();
    let all = book.json(0, &["sheet", "town", "--to", "+40"]);
    for (who, rule) in [("secretary", "printed matter by post"), ("head", "invitation to an event")] {
        let of = |touch: &&serde_json::Value| touch["responsible"] == who;
        let wanted = all["touches"].as_array().unwrap().iter().filter(of).count();
        assert!(wanted > 3, "{who}: {wanted}");
        let plain = book.told(0, &["sheet", "handover", "--who", who, "--to", "+40"]);
        assert_eq!(plain.matches("\n[ ] ").count(), wanted, "{plain}");
        assert!(plain.contains(&format!("\n\n{rule} (")), "{plain}");
    }
    let courier = book.json(0, &["sheet", "handover", "--who", "courier"]);
    assert_eq!(courier["touches"], serde_json::json!([]));
}

#[test]
fn a_page_is_written_to_a_file_and_replaces_only_a_sheet() {
    let book = Book::empty();
    let csv = "client;town;phone;date;amount\n<b>Alfa & Co</b>;Perm;+7 1;02.10.2026;5\n\
               <b>Alfa & Co</b>;Perm;;02.11.2026;5\n";
    book.told(0, &["import", &book.write("orders.csv", csv)]);
    book.told(0, &["follow-up", "alfa", "+3"]);
    let path = book.path("sheet.html").display().to_string();
    let told = book.told(0, &["sheet", "town", "--html", "--out", &path, "--to", "+3"]);
    assert!(told.ends_with("sheet.html\n") && told.contains(" touch"), "{told}");
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.contains("<td>&lt;b&gt;Alfa &amp; Co&lt;/b&gt;</td>") && !page.contains("<b>"), "{page}");
    book.told(0, &["sheet", "town", "--out", &path]);
    assert!(fs::read_to_string(&path).unwrap().starts_with("Touches by town"));
    let letter = book.write("letter.txt", "Dear Anna");
    book.refused(1, &["sheet", "town", "--out", &letter]);
    book.refused(2, &["sheet", "town", "--from", "+9", "--to", "+3"]);
    book.refused(2, &["sheet", "handover"]);
}
