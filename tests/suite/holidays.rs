//! The days off of a country: chosen, copied beside the book, changed by hand, checked.

use std::collections::BTreeMap;
use std::fs;

use regulars::domain::calendar::Country;
use regulars::text::Lang;

use crate::seat::Seat;
use crate::support::Book;

#[test]
fn the_country_decides_which_days_are_off_and_undo_brings_the_old_one_back() {
    let book = Book::demo();
    let holidays = book.json(0, &["holidays"]);
    assert_eq!((&holidays["country"], &holidays["file"]), (&"ru".into(), &serde_json::Value::Null));
    let years = |told: &serde_json::Value| -> Vec<(u64, bool)> {
        let years = told["years"].as_array().unwrap().iter();
        years.map(|year| (year["working_days"].as_u64().unwrap(), year["provisional"].as_bool().unwrap())).collect()
    };
    assert_eq!(years(&holidays), [(247, false), (247, false)]);
    let before = book.told(0, &["clients", "--json"]);
    book.told(0, &["set", "country", "US"]);
    let told = book.told(0, &["holidays"]);
    assert!(told.contains("Thu 26 Nov  Thanksgiving Day") && told.contains("2027, 249 working days"), "{told}");
    assert!(book.told(0, &["clients", "--json"]) != before, "other days are planned");
    book.told(0, &["undo"]);
    assert_eq!(book.told(0, &["clients", "--json"]), before);
    book.told(0, &["set", "country", "kz"]);
    assert_eq!(years(&book.json(0, &["holidays"]))[1], (247, true), "no decree is known");
    assert!(book.refused(2, &["set", "country", "fr"]).contains("none of the countries"));
}

#[test]
fn a_copy_beside_the_book_is_read_instead_and_a_broken_line_costs_its_entry_alone() {
    let book = Book::demo();
    let before = book.told(0, &["clients", "--json"]);
    let copied = book.json(0, &["holidays", "copy"])["file"].as_str().unwrap().to_owned();
    assert_eq!(book.told(0, &["clients", "--json"]), before, "a copy says the same");
    assert!(book.refused(1, &["holidays", "copy"]).contains("is there already"));
    // A day off of the firm's own, and a slip of the pen at New Year.
    let text = fs::read_to_string(&copied).unwrap();
    let slip = text.replace("on = { fixed = [1, 1] }", "on = { fixed = [1; 1] }");
    let line = slip.lines().position(|line| line.contains("[1; 1]")).unwrap() + 1;
    let own = "[[public]]\nid = \"firm\"\nen = \"Our own day\"\non = { fixed = [11, 25] }\n";
    fs::write(&copied, format!("{slip}\n{own}")).unwrap();
    let told = book.run(1, &["holidays", "check", &copied]);
    let told = String::from_utf8(told.stdout).unwrap();
    let sentence = format!("{copied}, line {line}: “on = {{ fixed = [1; 1] }}” is not understood.");
    assert!(told.starts_with(&sentence), "{told}");
    assert!(told.contains("Wed 25 Nov  Our own day") && !told.contains("new_year"), "{told}");
    let today = book.run(0, &["today"]);
    assert!(String::from_utf8(today.stderr).unwrap().starts_with(&sentence), "every command says so");
    assert!(!String::from_utf8(today.stdout).unwrap().contains("New Year"));
    fs::write(&copied, format!("{text}\n{own}")).unwrap();
    // The entry that was broken is whole again.
    book.run(0, &["today"]);
    let planned = book.json(0, &["clients"]);
    let on_the_day_off = planned.as_array().unwrap().iter().filter(|client| client["next_contact"] == "2026-11-25");
    assert_eq!(on_the_day_off.count(), 0, "nothing is planned on a day off");
}

#[test]
fn what_changed_days_off_move_is_told_when_it_is_planned_next() {
    for (lang, told) in [(Lang::En, "The days off were changed"), (Lang::Ru, "Выходные изменились")] {
        let book = Book::demo();
        let copied = book.json(0, &["holidays", "copy"])["file"].as_str().unwrap().to_owned();
        let text = fs::read_to_string(&copied).unwrap();
        let open = |book: &Book| -> BTreeMap<String, String> {
            let told = book.run(0, &["calendar", "--to", "+366", "--json"]);
            let rows: Vec<serde_json::Value> = serde_json::from_slice(&told.stdout).unwrap();
            let rows = rows.iter().filter(|row| row["state"] == "open");
            rows.map(|row| (row["key"].to_string(), row["day"].to_string())).collect()
        };
        let before = open(&book);
        let off = |day: u32| format!("[[public]]\nid = \"firm{day}\"\nen = \"Ours\"\non = {{ fixed = [11, {day}] }}\n");
        fs::write(&copied, format!("{text}\n{}", off(25))).unwrap();
        let output = book.run(0, &["calendar", "--to", "+366", "--json", "--lang", lang.name()]);
        let said = String::from_utf8(output.stderr).unwrap();
        let after = open(&book);
        let moved = before.iter().filter(|(key, day)| after.get(*key).is_some_and(|now| now != *day)).count();
        assert!(moved > 0 && said.starts_with(told) && said.contains(&format!(" {moved}")), "{moved}: {said}");
        assert_eq!(String::from_utf8(book.run(0, &["today"]).stderr).unwrap(), "", "it is told once");
        fs::write(&copied, format!("{text}\n{}{}", off(25), off(26))).unwrap();
        let seat = Seat::at(book.open(), lang, (80, 24));
        seat.expect(told);
    }
}

#[test]
fn the_screen_goes_from_country_to_country() {
    let mut seat = Seat::at_demo(Lang::Ru, (80, 24));
    let before = seat.screen();
    for country in ["Белоруссия", "Казахстан", "Германия", "Великобритания", "США", "Россия", "Белоруссия"]
    {
        seat.press(":");
        seat.write("по выходным");
        seat.press("Enter");
        let told = format!("Планируется по выходным страны: {country}");
        assert!(seat.screen().contains(&told), "{}", seat.screen());
    }
    assert_eq!(seat.bench().country().unwrap(), Country::By);
    seat.press("u u u u u u u Up");
    assert_eq!((seat.bench().country().unwrap(), seat.screen()), (Country::Ru, before));
}
