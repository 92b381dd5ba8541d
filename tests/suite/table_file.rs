//! The communication table as a file, and what of the calendar cannot be meant: a sentence says where it stands, and the rest
//! of the plan stands.

use chrono::NaiveDate;
use regulars::text::Lang;
use serde_json::Value;

use crate::seat::Seat;
use crate::support::Book;

/// The open touches of a year: the row of the table they come from, the key, the day, who.
fn planned(book: &Book) -> Vec<(String, String, String, String)> {
    let told = book.json(0, &["calendar", "--to", "+366"]);
    let open = told.as_array().unwrap().iter().filter(|row| row["state"] == "open" && row["rule"].is_string());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    open.map(|row| (text(&row["rule"]), text(&row["key"]), text(&row["day"]), text(&row["responsible"]))).collect()
}

/// The demonstration with its table in a file.
fn with_table() -> (Book, String) {
    let book = Book::demo();
    let file = book.path("table.toml").display().to_string();
    book.told(0, &["table", "export", "--out", &file]);
    let text = std::fs::read_to_string(&file).unwrap();
    (book, text)
}

/// A row of calls to a few, so many times in a period.
fn row(times: u32, per: &str) -> String {
    format!(
        "\n[[rule]]\ntitle = \"odd\"\nkind = \"call\"\npurpose = \"thank\"\nminutes = 1\n\
         when = {{ quota = {{ times = {times}, per = {per} }} }}\nscope = {{ tags_any = [\"nobody\"] }}\n"
    )
}

#[test]
fn what_is_no_table_is_told_wholly_in_the_language_with_its_line_and_column() {
    let (book, text) = with_table();
    let before = book.dump();
    let cases = [
        (
            "no = = toml\n".to_owned(),
            "line 1: “no = = toml” is no TOML. Nothing was changed.",
            "строка 1: «no = = toml» — это не TOML. Ничего не изменено.",
        ),
        (
            text.replacen("purpose = \"attention\"", "purpose = \"atention\"", 1),
            "line 7: “purpose = \"atention\"” is not understood from column 11 on. Here belongs: remind, inform, feedback, \
             decide, attention, thank. Nothing was changed.",
            "строка 7: «purpose = \"atention\"» непонятно, начиная со знака 11. Здесь должно быть одно из: remind, inform, \
             feedback, decide, attention, thank. Ничего не изменено.",
        ),
        (
            text.replacen("minutes = 3", "minutes = \"three\"", 1),
            "line 9: “minutes = \"three\"” is not understood from column 11 on. A whole number belongs here. Nothing was \
             changed.",
            "строка 9: «minutes = \"three\"» непонятно, начиная со знака 11. Здесь нужно целое число. Ничего не изменено.",
        ),
        (
            text.replacen("minutes = 3", "minuts = 3", 1),
            "line 9: “minuts” says nothing here. Nothing was changed.",
            "строка 9: «minuts» здесь ничего не значит. Ничего не изменено.",
        ),
        (
            format!("{text}\n[[rule]]\nkind = \"call\"\npurpose = \"thank\"\nminutes = 5\n"),
            ": the row has no “when”. Nothing was changed.",
            ": у строки таблицы нет «when». Ничего не изменено.",
        ),
    ];
    for (text, en, ru) in cases {
        let file = book.write("bad.toml", text);
        for (lang, said) in [("en", en), ("ru", ru)] {
            let told = book.refused(2, &["table", "import", &file, "--lang", lang]);
            assert!(told.starts_with(&file) && told.contains(said), "{told}");
        }
    }
    let missing = book.path("none.toml").display().to_string();
    let told = book.refused(1, &["table", "import", &missing, "--lang", "ru"]);
    assert_eq!(told, format!("Файла {missing} нет. Ничего не изменено. Проверьте имя и папку.\n"));
    assert_eq!(book.dump(), before);
}

#[test]
fn a_row_that_cannot_be_kept_is_named_and_the_plan_of_the_others_stands() {
    let (book, text) = with_table();
    let before = planned(&book);
    assert!(before.len() > 200, "{}", before.len());
    let rows = text.matches("[[rule]]").count();
    let twice = text.rsplit_once("[[rule]]").unwrap().1;
    let twice: String = twice.lines().filter(|line| !line.starts_with("id =")).flat_map(|line| [line, "\n"]).collect();
    for (added, said) in [
        (row(90, "\"quarter\""), format!("Row {}: 90 touches in a period of 56 working days.", rows + 1)),
        (row(1, "{ days = 1 }"), format!("Row {}: some of its periods have no working day.", rows + 1)),
        (format!("\n[[rule]]{twice}"), format!("Row {}: with row {rows} a client gets the same twice.", rows + 1)),
    ] {
        let file = book.write("odd.toml", format!("{text}{added}"));
        let told = book.told(0, &["table", "import", &file, "--dry-run"]);
        assert_eq!(told.lines().next(), Some(said.as_str()), "{told}");
        assert_eq!(planned(&book), before, "it was only tried");
        assert_eq!(book.told(0, &["table", "import", &file]).lines().next(), Some(said.as_str()));
        let now = planned(&book);
        let kept = before.iter().filter(|touch| now.contains(touch)).count();
        assert!(kept * 100 >= before.len() * 95, "{kept} of {} stay: {told}", before.len());
        assert!(
            before.iter().all(|(_, key, ..)| now.iter().any(|(_, other, ..)| key == other)),
            "none is lost: {told}"
        );
        book.told(0, &["undo"]);
        assert_eq!(planned(&book), before);
    }
}

#[test]
fn an_absence_of_a_year_says_what_it_costs_and_leaves_what_others_do() {
    let book = Book::demo();
    let before = planned(&book);
    let days = ["--from", "2026-11-24", "--to", "2027-11-24", "--who", "secretary"];
    book.told(0, &[&["absence", "add"], &days[..]].concat());
    let now = planned(&book);
    let (hers, others): (Vec<_>, Vec<_>) =
        before.iter().filter(|touch| *touch.2 > *"2026-11-23").partition(|touch| touch.3 == "secretary");
    assert!(hers.len() > 10 && hers.iter().all(|touch| !now.contains(touch)), "{hers:?}");
    let kept = others.iter().filter(|touch| now.contains(touch)).count();
    assert_eq!(kept, others.len(), "what the secretary does not do stays");
    book.told(0, &["undo"]);
    let told = book.json(0, &[&["absence", "add"], &days[..4]].concat());
    let gone = told["gone"].as_u64().unwrap() as usize;
    let now = planned(&book);
    assert_eq!(now.len() + gone, before.len() + told["new"].as_u64().unwrap() as usize);
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let mut mine = now.iter().filter(|touch| touch.3 == "me");
    assert!(mine.all(|(_, _, at, _)| day(at) < day("2026-11-24") || day(at) > day("2027-11-24")), "{now:?}");
    for (lang, said) in [("en", "away on all its days"), ("ru", "отсутствие на все его дни")] {
        let told = book.told(0, &["calendar", "--no-day", "--lang", lang]);
        assert!(told.matches(said).count() > 10, "{told}");
    }
    book.told(0, &["undo"]);
    assert_eq!(planned(&book), before);
}

#[test]
fn a_birthday_on_30_february_is_refused_where_it_was_typed() {
    let book = Book::demo();
    let before = (book.dump(), planned(&book));
    for (lang, said) in [
        ("en", "birthday: There is no such day. Type 7.3.1985, 7.3 or 7 March."),
        ("ru", "birthday: Такого дня нет. Пишите 7.3.1985, 7.3 или 7 марта."),
    ] {
        let told = book.refused(2, &["person", "add", "D001", "Bob", "birthday", "30.02", "--lang", lang]);
        assert!(told.starts_with(said), "{told}");
    }
    assert_eq!((book.dump(), planned(&book)), before);
    let csv = book.write("people.csv", "client;person;birthday\nOmega;Bob;30.02.1980\nOmega;Ann;29.02.1980\n");
    let told = book.told(0, &["import", &csv]);
    assert!(told.contains("line 2: “30.02.1980” in the column “birthday”"), "{told}");
    let people = book.json(0, &["show", "Omega"])["people"].clone();
    let birthdays = [&people[0]["birthday"], &people[1]["birthday"]];
    assert!(birthdays.contains(&&Value::Null) && birthdays.contains(&&"1980-02-29".into()), "{people}");
}

#[test]
fn on_the_screen_a_row_with_too_many_touches_says_so_before_it_is_saved() {
    for (lang, said) in [
        (Lang::En, "Row 7: 200 touches in a period of 118 working days."),
        (Lang::Ru, "Строка 7: контактов 200, а рабочих дней в периоде 118."),
    ] {
        let mut seat = Seat::at_demo(lang, (80, 24));
        seat.press("T Down Down Down Down Down Down Enter Down Down Down Down Backspace");
        seat.write("200");
        seat.press("Enter");
        seat.expect(said);
    }
}
