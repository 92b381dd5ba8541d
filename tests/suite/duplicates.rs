//! Clients that are one: found, looked at side by side, merged, told apart.

use std::collections::HashMap;
use std::fs::File;
use std::path::Path;

use regulars::domain::duplicate::{Known, Likeness, Record, pairs};
use regulars::domain::ids::ClientId;
use regulars::domain::person::{Anniversary, Channel, ChannelKind};

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
    assert_eq!((chicago.len(), found), (3337, [(987, 506), (901, 802)]));
}
