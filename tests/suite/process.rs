//! The three processes: what a contact and a row of the table are for, and the totals of the day.

use regulars::text::Lang;
use serde_json::Value;

use crate::seat::Seat;
use crate::support::Book;

fn names(list: &Value) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|line| line["process"].as_str().unwrap()).collect()
}

#[test]
fn every_planned_touch_and_every_row_of_the_table_has_its_process_and_the_day_its_totals() {
    let book = Book::demo();
    let table = book.json(0, &["table"]);
    let rows = table.as_array().unwrap();
    assert!(rows.iter().all(|row| {
        let former = row["scope"]["statuses"] == serde_json::json!(["former"]);
        (row["process"] == "return") == former
    }));
    assert!(names(&table).contains(&"retention") && names(&table).contains(&"return"));
    assert!(book.told(0, &["table"]).contains("retention"));

    let status: std::collections::HashMap<String, Value> = book
        .json(0, &["clients"])
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["id"].as_str().unwrap().to_owned(), row.clone()))
        .collect();
    let calendar = book.json(0, &["calendar"]);
    assert!(calendar.as_array().unwrap().len() > 20);
    for line in calendar.as_array().unwrap() {
        let client = &status[line["client_id"].as_str().unwrap()];
        let slips = client["level"] == "alarm" || client["level"] == "watch";
        if client["status"] == "former" || slips && client["status"] != "potential" {
            assert_eq!(line["process"], "return", "{line} {client}");
        } else if client["status"] == "regular" {
            assert_eq!(line["process"], "retention", "{line} {client}");
        }
    }

    let day = book.json(0, &["today"]);
    let planned = names(&day["planned"]);
    let count = |process: &str| planned.iter().filter(|name| **name == process).count();
    for process in ["engagement", "retention", "return"] {
        assert_eq!(day["processes"][process], count(process), "{process}");
        let only = book.json(0, &["today", "--process", process]);
        assert_eq!(names(&only["planned"]), vec![process; count(process)]);
        assert_eq!(only["processes"], day["processes"]);
    }
    let totals =
        format!("engagement {} · retention {} · return {}\n", count("engagement"), count("retention"), count("return"));
    assert!(book.told(0, &["today"]).contains(&totals), "{totals}");
    assert!(book.json(0, &["today", "--process", "return"])["alerts"].as_array().unwrap().iter().all(|alert| {
        alert["level"] != "note" || status[alert["client_id"].as_str().unwrap()]["status"] == "former"
    }));

    let mut seat = Seat::at_demo(Lang::Ru, (100, 40));
    seat.press(":");
    seat.write(&seat.app.words().say("action-show-report"));
    seat.press("Enter");
    seat.expect("вовлечение ");
}

#[test]
fn a_touch_on_record_names_the_process_of_the_row_it_answered() {
    let book = Book::demo();
    let table = book.json(0, &["table"]);
    let of_row =
        |rule: &Value| table.as_array().unwrap().iter().find(|row| row["id"] == *rule).unwrap()["process"].clone();
    let calendar = book.json(0, &["calendar"]);
    let open =
        calendar.as_array().unwrap().iter().find(|line| line["state"] == "open" && line["kind"] == "call").unwrap();
    let client = open["client_id"].as_str().unwrap();
    let logged = |kind: &str| -> Value {
        book.told(0, &["log", kind, client]);
        book.json(0, &["timeline", client, "--kind", kind])[0].clone()
    };
    let touch = logged("call");
    let calendar = book.json(0, &["calendar"]);
    let key = &open["key"];
    let done = calendar.as_array().unwrap().iter().find(|line| line["key"] == *key).unwrap();
    assert_eq!((&done["state"], &touch["process"]), (&Value::from("done"), &of_row(&open["rule"])));
    let told = book.told(0, &["timeline", client, "--kind", "call"]);
    assert!(told.lines().next().unwrap().contains(touch["process"].as_str().unwrap()), "{told}");
    // More of the same answers no row.
    let mut extra = touch;
    for _ in 0..8 {
        extra = logged("call");
    }
    assert_eq!(extra["process"], Value::Null);
}
