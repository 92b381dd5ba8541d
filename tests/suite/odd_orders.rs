//! Orders as no textbook has them: what the alerts say of each is a figure of its own or nothing, and an amount larger than
//! any is refused where it stands.

use chrono::{Days, NaiveDate};
use regulars::domain::money::Money;
use regulars::domain::order::Terms;
use regulars::ops::OrderDraft;
use regulars::text::Lang;
use serde_json::{Value, json};

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, first_client};

/// The built program's Monday.
const TODAY: &str = "2026-11-23";

/// A book of orders, each a client with the days before [`TODAY`], the amount and what came back.
fn of(orders: &[(&str, &[i64], &str)]) -> Book {
    let book = Book::empty();
    let today: NaiveDate = TODAY.parse().unwrap();
    let day =
        |back: i64| if back < 0 { today + Days::new(back.unsigned_abs()) } else { today - Days::new(back as u64) };
    let rows = orders.iter().flat_map(|(client, days, amounts)| {
        days.iter().map(move |back| format!("{client},{},{amounts}\n", day(*back)))
    });
    let csv = book.write("orders.csv", format!("client,date,amount,returned\n{}", rows.collect::<String>()));
    book.told(0, &["import", &csv]);
    book
}

/// Monthly orders, for a book of which something is usual.
const MONTHLY: (&str, &[i64], &str) = ("Monthly", &[5, 35, 65, 95, 125], "100,");

/// What `alerts --all --json` says of the clients on a day, by name: no figure of it is made up.
fn told(book: &Book, day: &str) -> std::collections::BTreeMap<String, Value> {
    let rows = book.json(0, &["alerts", "--all", "--today", day]);
    let rows = rows.as_array().unwrap();
    assert_eq!(book.told(0, &["alerts", "--all", "--today", day]).lines().count(), rows.len());
    rows.iter()
        .map(|row| {
            for share in ["p_no_order", "p_no_order_two_intervals", "tail"] {
                assert!(row[share].is_null() || (0.0..=1.0).contains(&row[share].as_f64().unwrap()), "{row}");
            }
            assert!(row["revenue_at_risk"].as_f64().is_none_or(|risk| (0.0..1e15).contains(&risk)), "{row}");
            for known in ["p_no_order", "revenue_at_risk"] {
                assert_eq!(row[known].is_null(), row["last_order"].is_null(), "{row}");
            }
            assert!(row["last_order"].as_str().is_none_or(|last| last <= day), "{row}");
            let mut row = row.clone();
            row["id"].take();
            (row["name"].as_str().unwrap().to_owned(), row)
        })
        .collect()
}

/// What is known of a client's rhythm.
fn rhythm(row: &Value) -> Value {
    json!([row["orders"], row["last_order"], row["usual_interval_days"], row["gap_days"]])
}

/// What is null for a client whose own rhythm is not known.
fn own(row: &Value) -> Vec<&Value> {
    ["usual_interval_days", "tail", "p_no_order_two_intervals", "next_order_p50", "next_order_p90"]
        .map(|key| &row[key])
        .to_vec()
}

#[test]
fn orders_to_come_are_not_looked_at_before_their_day() {
    let book = of(&[MONTHLY, ("Mixed", &[5, 35, 65, 95, 125, -100], "100,"), ("Later", &[-10, -20, -30], "100,")]);
    let row = told(&book, TODAY);
    assert_eq!(rhythm(&row["Mixed"]), json!([5, "2026-11-18", 30.0, 5]));
    assert_eq!(row["Mixed"]["p_no_order"], row["Monthly"]["p_no_order"]);
    assert_eq!(rhythm(&row["Later"]), json!([0, null, null, null]));
    assert_eq!((&row["Later"]["p_no_order"], &row["Later"]["revenue_at_risk"]), (&Value::Null, &Value::Null));
    assert_eq!(rhythm(&told(&book, "2026-12-23")["Later"]), json!([3, "2026-12-23", 20.0, 0]));
}

#[test]
fn orders_of_one_day_are_one_however_many() {
    let many: Vec<i64> = std::iter::repeat_n(9, 5_000).collect();
    let book = of(&[MONTHLY, ("Busy", &many, "100,"), ("Twice", &[7, 7, 7, 37, 37], "50,")]);
    let row = told(&book, TODAY);
    assert_eq!(rhythm(&row["Busy"]), json!([1, "2026-11-14", null, 9]));
    assert_eq!(own(&row["Busy"]), [&Value::Null; 5]);
    assert_eq!(rhythm(&row["Twice"]), json!([2, "2026-11-16", 30.0, 7]));
    assert_eq!(book.json(0, &["show", "Busy"])["revenue"], 500_000.0);
}

#[test]
fn of_one_order_no_rhythm_is_told() {
    let book = of(&[MONTHLY, ("Once", &[400], "100,")]);
    let row = told(&book, TODAY);
    assert_eq!((rhythm(&row["Once"]), own(&row["Once"])), (json!([1, "2025-10-19", null, 400]), vec![&Value::Null; 5]));
    assert!(row["Once"]["p_no_order"].as_f64() > Some(0.8), "{}", row["Once"]);
    for (lang, words) in [("en", "too few orders to say how often"), ("ru", "слишком мало заказов")] {
        let shown = book.told(0, &["show", "Once", "--lang", lang]);
        assert!(shown.contains(words), "{shown}");
    }
}

#[test]
fn amounts_of_nothing_or_less_put_nothing_at_risk() {
    let five = MONTHLY.1;
    let amounts = [
        ("Nothing", five, "0,"),
        ("Less", five, "-100,"),
        ("All back", five, "100,100"),
        ("More back", five, "100,150"),
    ];
    let row = told(&of(&amounts), TODAY);
    for (client, ..) in amounts {
        assert_eq!(rhythm(&row[client]), json!([5, "2026-11-18", 30.0, 5]));
        assert_eq!(row[client]["revenue_at_risk"], 0.0, "{client}");
    }
    let back = |client: &str| row[client]["reasons"][0]["text"].as_str().unwrap().to_owned();
    assert!(back("All back").contains("$100 came back of the order of Wed 18 Nov, 100"), "{}", back("All back"));
    assert!(back("More back").contains("$150 came back of the order of Wed 18 Nov, 150"), "{}", back("More back"));
}

#[test]
fn a_gap_of_thirty_years_is_a_gap() {
    let book = of(&[("Gap", &[13_476, 2_518, 2_487], "100,")]);
    let row = &told(&book, TODAY)["Gap"];
    assert_eq!(rhythm(row), json!([3, "2020-02-01", 5_494.5, 2_487]));
    assert!(row["next_order_p50"].as_str() < row["next_order_p90"].as_str(), "{row}");
    let row = &told(&book, "2100-01-01")["Gap"];
    assert_eq!((&row["level"], &row["reasons"][0]["gap_days"]), (&"alarm".into(), &29_189.into()));
}

#[test]
fn a_clock_set_back_sees_what_it_saw_then() {
    let book = of(&[MONTHLY, ("Late", &[300, 310, 320, 330, 340, 350], "100,")]);
    let before = told(&of(&[MONTHLY, ("Late", &[300, 310, 320, 330, 340, 350], "100,")]), "2026-08-01");
    assert_eq!(told(&book, TODAY)["Late"]["level"], "alarm");
    assert_eq!(told(&book, "2026-08-01"), before);
    let empty = told(&book, "1985-01-01");
    assert!(empty.values().all(|row| rhythm(row) == json!([0, null, null, null]) && row["level"].is_null()));
}

#[test]
fn an_amount_larger_than_any_is_refused_with_its_line_and_the_bound() {
    for (lang, not_taken, too_large, refused) in [
        (
            "en",
            "line 3, not taken: “9000000000000000000” in the column “amount” is larger than any amount may be, 1,000,000,000,000 ₽.",
            "line 6, not taken: The rows of order N-1 add up to more than any amount may be, 1,000,000,000,000 ₽.",
            "No amount is larger than 1,000,000,000,000 ₽. Nothing was changed.\n",
        ),
        (
            "ru",
            "строка 3, не взята: «9000000000000000000» в колонке «amount» — больше предела для суммы, 1 000 000 000 000 ₽.",
            "строка 6, не взята: Строки заказа N-1 в сумме больше предела, 1 000 000 000 000 ₽.",
            "Сумма не может быть больше 1 000 000 000 000 ₽. Ничего не изменено.\n",
        ),
    ] {
        let book = Book::empty();
        book.told(0, &["set", "currency", "RUB"]);
        book.told(0, &["set", "language", lang]);
        let rows = [
            "Vega;;01.10.2026;1e15",
            "Vega;;02.10.2026;9000000000000000000",
            "Vega;;03.10.2026;1000000000000",
            "Vega;N-1;04.10.2026;999999999999.99",
            "Vega;N-1;04.10.2026;0.02",
            "Vega;;05.10.2026;100;9e18;",
            "Vega;;06.10.2026;100;1000000000000.01",
        ];
        let csv = book.write("orders.csv", format!("client;number;date;amount;returned\n{}\n", rows.join("\n")));
        let told = book.told(5, &["import", &csv, "--lang", lang]);
        for said in [not_taken, too_large] {
            assert!(told.contains(said), "{told}");
        }
        assert_eq!(told.lines().count(), 3 + 5, "{told}");
        let amounts: Vec<_> = rows_of(&book.open(), "orders")
            .iter()
            .map(|row| (row["amount"].clone(), row["returned"].clone()))
            .collect();
        let kept = [100_000_000_000_000_i64, 99_999_999_999_999, 10_000, 10_000];
        assert_eq!(amounts, kept.map(|amount| (json!(amount), json!(0))));
        let start = book.dump();
        for args in [
            &["log", "order", "Vega", "--amount", "9000000000000000000"][..],
            &["log", "order", "Vega", "--amount", "1000000000000.01"],
            &["log", "gift", "Vega", "--item", "a yacht", "--amount", "9000000000000000000"],
            &["gift", "catalogue", "add", "a yacht", "--price", "9000000000000000000"],
            &["concession", "Vega", "a year", "--cost", "9000000000000000000"],
            &["free-work", "Vega", "a year", "--worth", "9000000000000000000"],
        ] {
            let why = book.refused(2, &[args, &["--lang", lang]].concat()).replace('\u{a0}', " ");
            assert_eq!(why, refused, "{args:?}");
        }
        assert_eq!(book.dump(), start);
        let mut seat =
            Seat::at(book.open(), Lang::ALL.into_iter().find(|known| known.name() == lang).unwrap(), (80, 24));
        seat.press("2 p");
        seat.write("9 000 000 000 000 000 000 pallets");
        seat.press("Enter");
        assert!(
            seat.screen().replace('\u{a0}', " ").contains(refused.split_once(". ").unwrap().0),
            "{}",
            seat.screen()
        );
        assert_eq!(rows_of(seat.bench(), "orders").len(), 4);
    }
}

#[test]
fn the_largest_amounts_add_up() {
    let book = of(&[MONTHLY, ("Vast", &[5, 35, 65, 95, 125], "1000000000000,")]);
    let row = &told(&book, TODAY)["Vast"];
    assert_eq!(row["reasons"][0]["revenue"], 5e12);
    assert_eq!(book.json(0, &["show", "Vast"])["revenue"], 5e12);
    let bench = book.open();
    let vast = bench.client_named("Vast").unwrap();
    let terms = Terms { returned: Money::MOST, ..Terms::default() };
    bench.log_order(&OrderDraft { terms, ..OrderDraft::new(vast, Money::MOST) }).unwrap();
    let order = OrderDraft::new(first_client(&bench), Money(Money::MOST.0 + 1));
    assert!(bench.log_order(&order).is_err());
}

#[test]
fn what_became_known_later_is_in_no_reason_of_an_earlier_day() {
    let book = of(&[
        ("Late", &[190, 200, 210, 220, 230, 240, 250], "100,"),
        ("Monthly", &[115, 145, 175, 205, 235, 265], "100,"),
        ("Silent", &[180, 200, 220, 240, 260, 280, 300], "100,"),
    ]);
    let asked = ["alerts", "--all", "--today", "2026-08-01"];
    let then = book.json(0, &asked);
    assert_eq!(then[0]["level"], "alarm");
    let today: NaiveDate = TODAY.parse().unwrap();
    let later = (0..9).map(|n| format!("Late,{},5000,900,2026-08-10,{TODAY}\n", today - Days::new(5 + n * 10)));
    let csv = format!("client,date,amount,returned,due,paid\n{}", later.collect::<String>());
    book.told(0, &["import", &book.write("later.csv", csv)]);
    for args in [
        &["complaint", "open", "Late", "-m", "late"][..],
        &["evaluate", "Late", "--minus", "quality"],
        &["log", "call", "Late", "--felt", "slow"],
        &["log", "call", "Late", "--felt", "avoids"],
        &["event", "Monthly", "owners"],
        &["competitor", "add", "Monthly", "Rival", "--threat", "3"],
        &["log", "meeting", "Silent"],
        &["snooze-alert", "Monthly", "--until", "+5"],
        &["dismiss-alert", "Late", "--reason", "other", "-m", "they moved"],
    ] {
        book.told(0, args);
    }
    let now = book.json(0, &["alerts", "--silenced"]);
    assert!(now.to_string().contains("they moved"), "{now}");
    assert_eq!(book.json(0, &asked), then);
}
