//! Files of other programs: what is made of them, against what they are known to hold.

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use regulars::domain::money::Money;
use regulars::domain::person::ChannelKind;
use regulars::exchange::{self, ClientDraft, Drafts, OrderDraft, ReadError};
use serde_json::{Value, json};

use crate::support::{Book, table};

fn read(bytes: &[u8]) -> Result<Drafts, ReadError> {
    exchange::read(bytes, true, &mut |_, _| ControlFlow::Continue(()))
}

fn constructed(name: &str) -> Result<Drafts, ReadError> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/import/constructed__{name}"));
    read(&fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

fn is_private(client: &ClientDraft) -> bool {
    matches!(&client.people[..], [person] if person.name == client.name)
}

/// The numbers of people, of companies, and the amounts of the orders by their numbers.
fn check(name: &str, people: usize, companies: usize, orders: &[(&str, i64)]) -> Drafts {
    let drafts = constructed(name).unwrap_or_else(|error| panic!("{name}: {error}"));
    let found_people: usize = drafts.clients.iter().map(|client| client.people.len()).sum();
    let found_companies = drafts.clients.iter().filter(|client| !is_private(client)).count();
    let found: Vec<(&str, i64)> =
        drafts.orders.iter().map(|order| (order.details().number.as_str(), order.amount.0)).collect();
    assert_eq!((found_people, found_companies, &found[..]), (people, companies, orders), "{name}");
    drafts
}

fn values(channels: &[(ChannelKind, String)], kind: ChannelKind) -> Vec<&str> {
    channels.iter().filter(|(of, _)| *of == kind).map(|(_, value)| value.as_str()).collect()
}

fn issues(drafts: &Drafts) -> Vec<(usize, bool, &'static str)> {
    drafts.issues.iter().map(|issue| (issue.line, issue.taken, issue.why.key)).collect()
}

#[test]
fn people_of_bitrix_keep_all_their_numbers() {
    let drafts = check("bitrix24_contacts_utf8bom.csv", 3, 3, &[]);
    let ivan = &drafts.clients[0].people[0];
    assert_eq!(ivan.name, "Иван Петрович Сидоров");
    assert_eq!(ivan.birthday.unwrap().to_string(), "1985-03-07");
    let phones = ["+7 (495) 123-45-67 доб. 12", "8 495 1234568", "89161234567"];
    assert_eq!(values(&ivan.channels, ChannelKind::Phone), phones);
    assert_eq!(values(&ivan.channels, ChannelKind::Messenger), ["@isidorov"]);
    assert!(drafts.clients[0].note.starts_with("Любит звонки до 11:00;\nне писать в пятницу"));
    let olga = &drafts.clients[1].people[0];
    assert_eq!(values(&olga.channels, ChannelKind::Phone).len(), 2);
    assert_eq!(values(&olga.channels, ChannelKind::Email).len(), 2);
    assert_eq!(drafts.report.columns.len(), 50);
    assert_eq!(drafts.issues, []);

    let other = check("bitrix24_contacts_cp1251.csv", 3, 3, &[]);
    assert_eq!(other.clients, drafts.clients);
    assert_eq!((other.report.encoding, other.report.delimiter), ("windows-1251", ';'));
}

#[test]
fn american_dates_are_known_by_one_that_can_be_nothing_else() {
    let drafts = check("bitrix24_contacts_en.csv", 1, 1, &[]);
    assert_eq!(drafts.clients[0].people[0].birthday.unwrap().to_string(), "1985-03-07");

    let drafts = check("outlook_en.csv", 1, 1, &[]);
    assert_eq!(drafts.clients[0].people[0].birthday.unwrap().to_string(), "1985-07-03");
    assert_eq!(issues(&drafts), [(2, true, "import-day-or-month")]);
    assert_eq!(drafts.clients[0].note, "line 1\r\nline 2");
}

#[test]
fn rows_of_one_deal_are_one_order() {
    let drafts = check("bitrix24_deals_product_rows.csv", 2, 2, &[("5001", 5_302_000), ("5002", 120_000_000)]);
    assert_eq!(drafts.orders[0].source_key(), "n:5001");
    let lines = |order: &exchange::OrderDraft| -> Vec<(String, Option<i64>)> {
        order.details().lines.iter().map(|line| (line.item.clone(), line.amount.map(|amount| amount.0))).collect()
    };
    assert_eq!(
        lines(&drafts.orders[0]),
        [("Профиль алюминиевый".to_owned(), Some(5_002_000)), ("Доставка".to_owned(), Some(300_000))]
    );
    assert_eq!(
        (lines(&drafts.orders[1]), drafts.orders[0].details().note.as_str()),
        (Vec::new(), "Поставка профиля №77")
    );
    assert_eq!(drafts.orders[0].details().currency.as_deref(), Some("RUB"));
    assert_eq!(drafts.orders[0].day.to_string(), "2025-06-10");
    assert_eq!(drafts.orders[0].details().due.unwrap().to_string(), "2025-06-25");
    assert_eq!(drafts.clients[0].external_id.as_deref(), Some("31"));

    let drafts = check("1c_sales_lines_utf8bom.csv", 0, 1, &[("0000-000031", 5_302_000)]);
    assert_eq!(drafts.clients[0].tax_id, "7707083893");
}

#[test]
fn further_requisites_belong_to_the_company_above() {
    let drafts = check("bitrix24_companies_requisites_multiline.csv", 0, 2, &[]);
    assert_eq!(drafts.clients[0].tax_id, "7707083893");
    assert_eq!(issues(&drafts), [(3, true, "import-second-tax-id")]);
}

#[test]
fn leads_and_contacts_of_amocrm() {
    let drafts = check("amocrm_export_leads_old.csv", 2, 1, &[("31281427", 35_000_000), ("31281500", 0)]);
    let anna = &drafts.clients[0].people[0];
    assert_eq!(values(&anna.channels, ChannelKind::Phone), ["+79271002030", "89271002030"]);
    assert_eq!(drafts.orders[1].details().paid, None);
    assert_eq!(drafts.clients[0].city, "Казань");
    assert_eq!(drafts.issues, []);

    let drafts = check("amocrm_export_leads_new.csv", 1, 1, &[("101", 35_000_000)]);
    assert_eq!(drafts.orders[0].details().currency.as_deref(), Some("RUB"));

    let drafts = check("amocrm_export_contacts_semicolon_cp1251.csv", 1, 1, &[]);
    assert_eq!(values(&drafts.clients[0].channels, ChannelKind::Phone), ["+78432001122"]);
    assert_eq!(drafts.clients[0].people[0].role, "Директор");

    let drafts = check("kommo_export_leads_es.csv", 1, 1, &[("9", 120_050)]);
    assert_eq!(drafts.orders[0].day.to_string(), "2026-03-05");
}

#[test]
fn files_of_hubspot() {
    let drafts = check("hubspot_contacts.csv", 2, 1, &[]);
    assert_eq!(drafts.clients[1].name, "noname@example.com");

    let drafts = check("hubspot_companies.csv", 0, 2, &[]);
    assert_eq!(drafts.clients[1].external_id.as_deref(), Some("9003"));

    let drafts = check("hubspot_deals.csv", 2, 1, &[("7001", 1_500_000)]);
    assert_eq!(drafts.orders[0].details().currency.as_deref(), Some("EUR"));
    assert_eq!(issues(&drafts), [(3, false, "import-no-client")]);
}

#[test]
fn contacts_of_google_and_outlook() {
    let drafts = check("google_contacts_2024_layout.csv", 1, 1, &[]);
    let robert = &drafts.clients[0].people[0];
    assert_eq!(values(&robert.channels, ChannelKind::Phone).len(), 3);
    assert_eq!(values(&robert.channels, ChannelKind::Email), ["rob@acme.example", "bob@home.example"]);
    assert_eq!(robert.birthday.unwrap().to_string(), "--03-07");
    assert_eq!(drafts.clients[0].tags, ["Работа"]);

    let drafts = check("google_contacts_2023_layout_utf16le.csv", 1, 1, &[]);
    assert_eq!(drafts.report.encoding, "UTF-16LE");
    assert_eq!(drafts.clients[0].tags, ["Suppliers"]);

    let drafts = check("outlook_ru_cp1251.csv", 1, 1, &[]);
    let sergey = &drafts.clients[0].people[0];
    assert_eq!(sergey.birthday, None);
    assert_eq!(values(&sergey.channels, ChannelKind::Phone), ["(4872) 30-11-22", "+7-903-111-22-33"]);
    assert_eq!((drafts.clients[0].city.as_str(), &drafts.issues[..]), ("Тула", &[][..]));
}

#[test]
fn lists_of_1c_and_plain_tables() {
    let drafts = check("1c_counterparties_cp1251_semicolon.csv", 1, 2, &[]);
    assert_eq!((drafts.clients[0].name.as_str(), drafts.clients[1].tax_id.as_str()), ("Ромашка ООО", "500100732259"));

    let drafts = check("preamble_totals.csv", 0, 1, &[("12", 100_000), ("19", 200_000)]);
    assert_eq!(issues(&drafts), [(7, false, "import-totals")]);
    assert_eq!(drafts.report.rows, 2);

    let drafts = check("sep_line_semicolon.csv", 0, 1, &[]);
    assert_eq!(drafts.clients[0].name, "ООО \"Вектор\"; филиал");
    assert_eq!(issues(&drafts), [(2, true, "import-no-day-column")]);

    check("tabs_cp1251.txt", 0, 2, &[]);
    let drafts = check("excel_unicode_text_utf16le_tab.txt", 0, 1, &[("", 123_450)]);
    assert_eq!(drafts.orders[0].source_key(), "d:2025-06-05|123450|0");
}

#[test]
fn odd_files() {
    let drafts = check("dup_headers.csv", 1, 0, &[]);
    assert_eq!(drafts.clients[0].people[0].channels.len(), 4);

    let drafts = check("mixed_encoding_broken.csv", 1, 0, &[]);
    assert_eq!((drafts.clients[0].name.as_str(), drafts.clients[0].city.as_str()), ("Иван", "Пермь"));
    assert_eq!(issues(&drafts), [(2, true, "import-other-encoding")]);

    let drafts = check("formula_injection.csv", 2, 0, &[]);
    assert_eq!(drafts.clients[1].name, "@SUM(1+1)");

    assert_eq!(constructed("header_only.csv"), Err(ReadError::NoRows));
}

#[test]
fn what_cannot_be_taken_is_named_by_its_line() {
    let text = "client,date,amount,returned,due\n\
                A,2025-01-01,,,\n\
                A,2025-01-01,abc,,\n\
                A,31.02.2025,5,,\n\
                A,2025-01-01,5,x,y\n\
                A,2025-01-01,5,0,\n\
                ,2025-01-01,5,0,\n";
    let drafts = read(text.as_bytes()).unwrap();
    let expected = [
        (2, false, "import-no-amount"),
        (3, false, "import-bad-amount"),
        (4, false, "import-bad-day"),
        (5, true, "import-bad-returned"),
        (5, true, "import-bad-date"),
        (7, false, "import-no-client"),
    ];
    assert_eq!(issues(&drafts), expected);
    let keys: Vec<String> = drafts.orders.iter().map(OrderDraft::source_key).collect();
    assert_eq!(keys, ["d:2025-01-01|500|0", "d:2025-01-01|500|0#2"]);
    assert_eq!(drafts.clients[0].external_id.as_deref(), Some("A"));
}

#[test]
fn two_companies_of_one_name_stay_two() {
    let text = "Контрагент;ИНН;Дата;Сумма\nРомашка;7707083893;01.02.2025;1\nРомашка;7830002293;01.02.2025;1\n\
                Ромашка;;01.02.2025;1\n";
    let drafts = read(text.as_bytes()).unwrap();
    assert_eq!(drafts.clients.len(), 2);
    let lines = drafts.orders.iter().map(|order| (order.client, order.line));
    assert_eq!(lines.collect::<Vec<_>>(), [(0, 2), (0, 4), (1, 3)], "by client");
}

/// The folder beside the project that holds the files nobody may ship.
fn shared() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    assert!(folder.is_dir(), "{} is not there: this test needs the shared data beside the project", folder.display());
    folder
}

#[test]
#[ignore = "needs ../shared"]
fn files_of_sales_are_taken_whole() {
    let bytes = fs::read(shared().join("sales/online_retail_orders.csv")).unwrap();
    let drafts = read(&bytes).unwrap();
    assert_eq!((drafts.clients.len(), drafts.orders.len(), drafts.issues.len()), (5_852, 32_878, 0));
    for file in ["online_retail_orders", "cdnow_orders", "invoices_payments"] {
        let text = fs::read_to_string(shared().join(format!("sales/{file}.csv"))).unwrap();
        let place = text.lines().next().unwrap().split(',').position(|header| header == "amount").unwrap();
        let mut sums: BTreeMap<&str, Money> = BTreeMap::new();
        for row in text.lines().skip(1) {
            let cells: Vec<&str> = row.split(',').collect();
            let (whole, fraction) = cells[place].split_once('.').unwrap_or((cells[place], ""));
            let hundredths: i64 = format!("{whole}{fraction:0<2}").parse().unwrap();
            let sum = sums.entry(cells[0]).or_default();
            *sum = *sum + Money(hundredths);
        }
        let drafts = read(text.as_bytes()).unwrap();
        let mut found: BTreeMap<&str, Money> = BTreeMap::new();
        for order in &drafts.orders {
            let sum = found.entry(&drafts.clients[order.client].name).or_default();
            *sum = *sum + order.amount;
        }
        assert_eq!(found, sums, "{file}");
    }
}

#[test]
#[ignore = "needs ../shared"]
fn no_file_of_another_program_panics() {
    for entry in fs::read_dir(shared().join("interop/open/csv")).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        for cyrillic in [true, false] {
            let _ = exchange::read(&bytes, cyrillic, &mut |_, _| ControlFlow::Continue(()));
        }
    }
}

#[test]
fn names_of_symbols_alone_are_as_many_clients() {
    let book = Book::empty();
    let csv =
        book.write("symbols.csv", "client,date,amount\n🚀,2026-05-01,100\n🐢,2026-05-02,200\n«»,2026-05-03,300\n");
    let brought = book.json(0, &["import", &csv])["files"][0].clone();
    assert_eq!((&brought["new_clients"], &brought["new_orders"]), (&3.into(), &3.into()));
    let again = book.json(0, &["import", &csv])["files"][0].clone();
    assert_eq!((&again["new_clients"], &again["same_orders"]), (&0.into(), &3.into()));
    assert_eq!(book.json(0, &["show", "🐢"])["name"], "🐢");
}

#[test]
fn an_import_that_brings_nothing_begins_no_book() {
    let book = Book::empty();
    let orders = book.write("orders.csv", "client,date,amount\nAnna,2026-11-02,100\n");
    let junk = book.write("junk.csv", [0_u8, 159, 146, 150]);
    let stands = || std::fs::read_dir(book.file().parent().unwrap()).unwrap().count();
    assert_ne!(book.refused(1, &["import", &junk]), "");
    assert_eq!(stands(), 2, "the two files to bring in and nothing else");
    assert!(book.told(0, &["import", "--dry-run", &orders]).contains("1 new client"));
    assert_eq!(stands(), 2);
    book.told(0, &["import", &orders]);
    assert_eq!(book.json(0, &["clients"]).as_array().unwrap().len(), 1);
    assert_ne!(book.refused(1, &["import", &junk]), "");
    assert_eq!(book.json(0, &["clients"]).as_array().unwrap().len(), 1, "a book that was there stays");
}

#[test]
fn an_import_that_changes_many_clients_takes_its_moves_back_with_it() {
    let book = Book::empty();
    let client = |n: usize| format!("Client {n:03}");
    let early =
        (0..150).flat_map(|n| [2, 5, 8].map(|month| format!("{};{:02}.{month:02}.2026;100", client(n), n % 28 + 1)));
    book.told(0, &["import", &book.write("early.csv", table("client;date;amount", early))]);
    let plan = || book.told(0, &["--json", "calendar", "--from", "2026-01-01", "--to", "2027-12-31"]);
    let facts = || book.told(0, &["export", "json", "--out", "-"]);
    let (planned, known) = (plan(), facts());
    // Company days come between what is planned, and orders make some former clients regular ones.
    let days = (0..150).map(|n| format!("{};{:02}.12.2015;09.11.2026;70", client(n), n % 28 + 1));
    let late = book.write("late.csv", table("client;company day;date;amount", days));
    let told = book.told(0, &["import", &late]);
    assert!(told.contains("150 new orders"), "{told}");
    let moved = plan();
    assert_ne!(moved, planned);
    book.told(0, &["undo"]);
    assert_eq!(plan(), planned);
    assert_eq!(facts(), known);
    book.told(0, &["redo"]);
    assert_eq!(plan(), moved);
}

#[test]
fn an_amount_larger_than_any_in_an_export_is_refused_with_its_row() {
    let book = Book::full();
    let whole: Value = serde_json::from_str(&book.dump()).unwrap();
    let mut tried = Vec::new();
    for (table, rows) in whole["tables"].as_object().unwrap() {
        for column in ["amount", "returned", "cost", "value", "price"] {
            let known = |row: &&Value| row.get(column).is_some_and(|amount| amount.is_number() || amount.is_null());
            let Some(row) = rows.as_array().unwrap().iter().rfind(known) else { continue };
            let (id, restored) = (row["id"].clone(), Book::empty());
            for (amount, code) in [(Money::MOST.0, 0), (Money::MOST.0 + 1, 1), (-Money::MOST.0 - 1, 1), (i64::MIN, 1)] {
                // Some amounts are of more than nothing anyhow.
                if amount < 0 && ["value", "price"].contains(&column) {
                    continue;
                }
                let mut changed = whole.clone();
                let rows = changed["tables"][table].as_array_mut().unwrap();
                rows.iter_mut().find(|row| row["id"] == id).unwrap()[column] = amount.into();
                let path = restored.write("book.json", changed.to_string());
                let output = restored.run(code, &["import", &path]);
                if code == 1 {
                    let said = String::from_utf8(output.stderr).unwrap().replace('\u{a0}', " ");
                    let place = format!("In table {table} of this file, {column} in the row with the id {id} is out");
                    let bound = "no amount is larger than $1,000,000,000,000. Nothing was taken.\n";
                    assert!(said.starts_with(&place) && said.ends_with(bound), "{said}");
                    assert_eq!(restored.json(0, &["clients"]), json!([]));
                } else {
                    restored.told(0, &["undo"]);
                }
            }
            tried.push(format!("{table}.{column}"));
        }
    }
    let all = ["concession.cost", "free_work.value", "gift.price", "order_line.amount", "orders.amount"];
    assert!(all.iter().all(|one| tried.iter().any(|found| found == one)) && tried.len() == 7, "{tried:?}");
}
