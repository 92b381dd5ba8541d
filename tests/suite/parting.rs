//! Whether to go on with a client: five signs in three groups, a decision that stands on Today, and the curtain before what is
//! private of it. Then the way back of a former one.

use regulars::domain::parting::Sign;
use regulars::text::{Lang, Words};
use serde_json::{Value, json};

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, table, today};

const FALLING: [u32; 10] = [100, 110, 95, 105, 100, 98, 80, 62, 50, 40];

/// A book with one client whose orders grow smaller.
fn falling() -> Book {
    let book = Book::empty();
    let orders = FALLING
        .iter()
        .enumerate()
        .map(|(place, amount)| format!("Vega;{};{amount}", today() - chrono::Days::new(300 - place as u64 * 30)));
    let file = book.write("orders.csv", table("client;date;amount", orders));
    book.told(0, &["import", &file]);
    book
}

fn lit(book: &Book) -> Vec<String> {
    let exit = book.json(0, &["exit", "Vega"]);
    let signs = exit["signs"].as_array().unwrap().iter().filter(|sign| sign["lit"] == true);
    signs.map(|sign| sign["sign"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn five_signs_in_three_groups_ask_for_a_decision_that_stands_on_today() {
    let book = falling();
    assert_eq!(lit(&book), ["volume"]);
    book.told(0, &["explain-volume", "Vega", "-m", "a stock was emptied"]);
    assert_eq!(lit(&book), Vec::<String>::new());
    book.told(0, &["explain-volume", "Vega", "--not"]);
    book.told(0, &["concession", "Vega", "thirty days more", "--cost", "40", "--on", "2026-08-01"]);
    assert_eq!(lit(&book), ["volume"], "one concession is none in a row");
    book.told(0, &["concession", "Vega", "five per cent", "--on", "2026-11-01"]);
    book.told(0, &["free-work", "Vega", "a drawing", "--worth", "250"]);
    book.refused(2, &["free-work", "Vega", "another"]);
    let exit = book.json(0, &["exit", "Vega"]);
    assert_eq!((&exit["groups"], &exit["decide"]), (&json!(["unprofitable", "no_prospects"]), &json!(false)));
    assert_eq!(
        json!([exit["concessions"][0]["text"], exit["concessions"][1]["amount"], exit["free_work"][0]["amount"]]),
        json!(["five per cent", 40.0, 250.0])
    );
    book.told(0, &["values-conflict", "Vega", "in-the-dark"]);
    assert_eq!(lit(&book), ["volume", "concessions", "free_work", "values"]);
    assert_eq!(book.json(0, &["exit", "Vega"])["decide"], true);
    let plain = book.told(0, &["exit", "Vega"]);
    assert!(plain.contains("● Orders grow smaller without a reason: usually $"), "{plain}");
    assert!(plain.contains("All three groups are lit"), "{plain}");
    assert!(plain.contains("  1 Aug 2026 · thirty days more · $40\n"), "{plain}");

    book.refused(2, &["decide", "Vega", "renegotiate"]);
    let told = book.told(0, &["decide", "Vega", "renegotiate", "--by", "today", "-m", "prices"]);
    assert!(told.starts_with("Decision kept: Vega · renegotiate, by Mon 23 Nov"), "{told}");
    assert!(book.told(0, &["today"]).contains("•  decision  Vega  renegotiate: prices"));
    let told = book.told(0, &["decide", "Vega", "end", "--by", "+7"]);
    assert!(told.contains("then close the client, with the reason"), "{told}");
    assert_eq!(book.json(0, &["today"])["due"], json!([]), "what is decided anew takes its place");
    let bench = book.open();
    assert_eq!(rows_of(&bench, "parting").len(), 2, "and nothing is lost");
    drop(bench);
    book.told(0, &["close", "Vega", "--why", "ended"]);
    book.refused(1, &["decide", "Vega", "continue", "--by", "+7"]);
    book.told(0, &["undo"]);
    book.told(0, &["values-conflict", "Vega", "in-the-dark", "--over"]);
    assert_eq!(book.json(0, &["exit", "Vega"])["conflicts"], json!([]));
    book.refused(1, &["concession", "Vega", "x", "--on", "2026-11-24"]);
}

#[test]
fn the_board_enters_decides_and_offers_to_close_and_the_curtain_hides_what_is_private() {
    for (lang, size) in Lang::ALL.into_iter().zip([(80, 24), (140, 40)]) {
        let words = Words::new(lang);
        let said = |key: &str| words.say(key);
        let begins = |key: &str| said(key).chars().take(20).collect::<String>();
        let book = falling();
        book.told(0, &["set", "language", lang.name()]);
        let mut seat = Seat::at(book.open(), lang, size).on_russian_layout();
        let client = seat.bench().list_page(0, 1).unwrap()[0].client;
        let parting = |seat: &Seat| seat.bench().parting(client).unwrap().unwrap();
        seat.press("2 L");
        seat.expect(&said("board-explain"));
        seat.press("1 Down");
        seat.write("none");
        seat.press("Enter 2");
        seat.write("five per cent");
        seat.press("Down");
        seat.write("1200");
        seat.press("Enter");
        assert_eq!(parting(&seat).concessions[0].cost.unwrap().0, 120_000);
        seat.press("3");
        seat.write("a drawing");
        seat.press("Enter");
        assert_eq!(parting(&seat).free_work.len(), 0, "its worth is to be said");
        seat.press("Down");
        seat.write("2k");
        seat.press("Enter 4 Right Enter");
        assert!(parting(&seat).is_lit(Sign::Values));
        seat.expect(&said("conflict-disrespect"));
        seat.expect(&begins("conflict-decide"));
        seat.press("Esc h L");
        let screen = seat.screen();
        for hidden in [said("conflict-disrespect"), begins("conflict-decide"), "five per".into()] {
            assert!(!screen.contains(&hidden), "{screen}");
        }
        seat.press("Esc h L 5 Right Right Enter");
        seat.expect(&said("board-why"));
        let decided = rows_of(seat.bench(), "parting").pop().unwrap();
        assert_eq!(json!([decided["choice"], decided["due"]]), json!(["end", "2026-12-01"]));
        seat.press("Left Enter");
        assert_eq!(rows_of(seat.bench(), "client")[0]["closed_why"], "ended");
        seat.expect(&said("board-win-back"));
    }
}

#[test]
fn three_questions_about_a_former_client_are_answered_kept_and_followed_by_a_step() {
    let book = Book::demo();
    let former =
        book.json(0, &["clients"]).as_array().unwrap().iter().find(|row| row["status"] == "former").unwrap()["id"]
            .as_str()
            .unwrap()
            .to_owned();
    assert_eq!(book.json(0, &["return", &former])["advice"], Value::Null);
    let asked = book.told(0, &["return", &former]);
    assert!(asked.contains("answer with --by-whom us|them, --changed"), "{asked}");
    for answers in [&[][..], &["--by-whom", "us", "--changed", "nothing", "--quality", "no"]] {
        let refused = book.refused(1, &[&["return", "D001"], answers].concat());
        assert!(
            refused.contains("not a former one") && refused.contains("regulars close CLIENT --why WHY"),
            "{refused}"
        );
    }
    assert_eq!(book.json(1, &["return", "D001"])["error"]["kind"], "data");
    book.refused(2, &["return", &former, "--by-whom", "us"]);
    let no = book.told(0, &["return", &former, "--by-whom", "us", "--changed", "nothing", "--quality", "no"]);
    assert!(no.contains("Winning it back is not justified"), "{no}");
    let step = |book: &Book| rows_of(&book.open(), "next_step").iter().filter(|row| row["day"] == "2026-11-26").count();
    assert_eq!(step(&book), 0);
    book.told(0, &["return", &former, "--by-whom", "them", "--changed", "methods", "--quality", "yes"]);
    assert_eq!(step(&book), 1, "three days on");
    let tasks = |book: &Book| -> Vec<Value> {
        let open = book.json(0, &["promises"])["open"].as_array().unwrap().clone();
        let open = open.into_iter().filter(|promise| promise["client_id"] == former.as_str());
        open.map(|promise| json!([promise["text"], promise["due"]])).collect()
    };
    let mend = "first mend what it left over, then show it";
    let meet = "meet, and offer a first small step";
    assert_eq!(tasks(&book), [json!([mend, "2026-11-26"]), json!([meet, "2026-12-03"])]);
    assert!(!book.told(0, &["return", &former]).contains("--by-whom"));
    let known = book.json(0, &["return", &former]);
    assert_eq!(
        json!([known["ended_by"], known["changed"], known["quality"], known["advice"], known["on"]]),
        json!(["them", "methods", true, "worth_it", "2026-11-23"])
    );
    assert!(known["messages"][2].as_str().unwrap().contains("first mend"), "{known}");
    book.told(0, &["undo"]);
    assert_eq!((step(&book), &book.json(0, &["return", &former])["advice"]), (0, &json!("not_justified")));
    assert_eq!(tasks(&book), [json!(null); 0], "the tasks go with the answers");
    let answers = ["return", &former, "--by-whom", "them", "--changed", "goals", "--quality", "yes", "--next", "today"];
    book.told(0, &answers);
    book.told(0, &answers);
    assert_eq!(tasks(&book), [json!([mend, "2026-11-23"]), json!([meet, "2026-11-30"])], "and are not made twice");
    let due = book.json(0, &["today"])["promises"].clone();
    assert!(due.as_array().unwrap().iter().any(|promise| promise["text"] == mend), "{due}");

    let quiet = falling();
    quiet.told(0, &["close", "Vega", "--why", "competitor"]);
    for told in 1..=3 {
        let said = quiet.told(0, &["log", "call", "Vega", "--anyway"]);
        assert_eq!(said.contains("mind: "), told == 3, "the third of a year is warned about: {said}");
    }
}

#[test]
fn the_board_of_a_former_client_asks_the_three_questions() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        let book = falling();
        book.told(0, &["close", "Vega", "--why", "complaint"]);
        book.told(0, &["set", "language", lang.name()]);
        let mut seat = Seat::at(book.open(), lang, (80, 24));
        seat.press("2 L");
        seat.expect(&words.say("closed-complaint"));
        seat.press("1 Right Down Down Right Enter");
        let answer = rows_of(seat.bench(), "way_back").pop().unwrap();
        assert_eq!(json!([answer["ended_by"], answer["changed"], answer["quality"]]), json!(["them", "nothing", 1]));
        assert_eq!(rows_of(seat.bench(), "next_step")[0]["day"], "2026-11-27");
        seat.expect(&words.say("way-back-mend").chars().take(30).collect::<String>());
        assert_eq!(rows_of(seat.bench(), "promise").len(), 2);
        seat.press("1");
        for answer in ["ended-by-them", "changed-nothing", "about-quality"] {
            seat.expect(&format!("‹ {} ›", words.say(answer)));
            seat.press("Down");
        }
        seat.press("Esc Esc u");
        assert_eq!(rows_of(seat.bench(), "promise").len(), 0);
        assert_eq!([rows_of(seat.bench(), "way_back").len(), rows_of(seat.bench(), "next_step").len()], [0, 0]);
    }
}

#[test]
fn the_day_a_board_proposes_is_called_as_a_person_calls_it() {
    for (lang, today) in [(Lang::En, "today"), (Lang::Ru, "сегодня")] {
        let mut seat = Seat::at_demo(lang, (80, 24));
        for (keys, label) in [("2 Home L 1", "board-on"), ("Esc Esc Q 1", "board-next")] {
            seat.press(keys);
            let label = format!(" {} ", seat.app.words().say(label));
            let proposed = seat.rows().iter().any(|row| row.contains(&label) && row.contains(today));
            assert!(proposed, "{}", seat.screen());
        }
        seat.press("Home");
        seat.write("late");
        seat.press("Enter");
        assert_eq!(rows_of(seat.bench(), "complaint").iter().filter(|row| row["text"] == "late").count(), 1);
    }
}
