//! The model against vectors computed with 50 digits, and the alerts against their rules.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveDate};
use regulars::domain::churn::{
    Bought, Dismissal, HORIZON_DAYS, History, Learned, Level, Model, Parameters, Replay, Score, Trigger,
};
use regulars::domain::complaint::ComplaintKind;
use regulars::domain::ids::ClientId;
use regulars::domain::money::Money;
use regulars::domain::touch::{Mark, TouchKind};
use regulars::ops::ComplaintDraft;
use regulars::ops::{ALERTS_A_DAY, LANGUAGE, OpError, OrderDraft, TouchDraft, Workbench};
use regulars::text::Lang;
use serde::Deserialize;
use serde_json::Value;

use crate::screens::rows_of;
use crate::seat::Seat;
use crate::support::{Book, Dice, bring_in, clock, table, today};

#[derive(Deserialize)]
struct Vectors {
    parameters: Given,
    clients: Vec<Client>,
}

#[derive(Deserialize)]
struct Given {
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
    mu: f64,
    sd: f64,
    delta: f64,
    c0: f64,
    s: f64,
    beta: f64,
    dp: f64,
}

#[derive(Deserialize)]
struct Client {
    gaps: Vec<f64>,
    u: f64,
    #[serde(rename = "H")]
    h: f64,
    loglik: String,
    #[serde(rename = "p_none_H")]
    none: String,
    tail: String,
}

#[test]
fn the_model_agrees_with_fifty_digits_to_a_ten_billionth() {
    let vectors: Vectors = serde_json::from_str(include_str!("../data/churn/ggp.json")).unwrap();
    let Given { r, alpha, a, b, mu, sd, delta, c0, s, beta, dp } = vectors.parameters;
    let model = Model::new(Parameters { r, alpha, a, b, mu, sd, delta, c0, s, beta, dp });
    assert_eq!(vectors.clients.len(), 12);
    for client in &vectors.clients {
        let rhythm = model.rhythm(client.gaps.iter().copied());
        for (found, exact) in [
            (rhythm.ln_likelihood(client.u), &client.loglik),
            (rhythm.none_within(client.u, client.h), &client.none),
            (rhythm.tail(client.u), &client.tail),
        ] {
            let exact: f64 = exact.parse().unwrap();
            assert!((found - exact).abs() <= 1e-10 * exact.abs().max(1.0), "{found} is not {exact}: {:?}", client.gaps);
        }
        let median = rhythm.length_exceeded_by(0.5);
        assert!((rhythm.tail(median) - 0.5).abs() < 1e-6, "half of the gaps are longer than {median}");
    }
}

/// A book of so many clients who order each in a rhythm of its own, a third of them less and less; ending before today.
fn orders_of(clients: usize, seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut rows = Vec::new();
    for client in 0..clients {
        let usual = 7 + dice.below(60) as u64;
        let mut day = today() - Days::new(dice.below(200) as u64);
        for order in 0..3 + dice.below(12) {
            let amount = 100 + dice.below(900) * if client % 3 == 0 { order + 1 } else { 4 };
            rows.push(format!("K{client:03},{day},{amount}.50,{}.0", dice.below(3)));
            day = day - Days::new(1 + usual / 2 + dice.below(usual as usize) as u64);
        }
    }
    table("client,date,amount,returned", rows.into_iter())
}

fn filled(clients: usize, seed: u64) -> (Book, Workbench) {
    let book = Book::empty();
    let csv = book.write("orders.csv", orders_of(clients, seed));
    let bench = book.open();
    bring_in(&bench, Path::new(&csv)).unwrap();
    bench.set_setting(LANGUAGE, "en").unwrap();
    bench.make_fresh().unwrap();
    (book, bench)
}

fn probabilities(rows: &Value) -> BTreeMap<String, f64> {
    let rows = rows.as_array().unwrap().iter();
    rows.map(|row| (row["name"].as_str().unwrap().to_owned(), row["p_no_order"].as_f64().unwrap())).collect()
}

#[test]
fn the_program_gives_the_probabilities_of_the_domain_and_looks_at_nothing_after_its_day() {
    let text = orders_of(90, 5);
    let cut: NaiveDate = "2026-07-01".parse().unwrap();
    let book = Book::empty();
    let csv = book.write("orders.csv", &text);
    book.run(0, &["import", &csv]);
    let day = ["--today", "2026-07-01"];
    let asked = |book: &Book, more: &[&str]| -> Value {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_regulars"));
        command.arg("--db").arg(book.file()).args(day).args(["--lang", "en", "--json", "alerts", "--all"]).args(more);
        serde_json::from_slice(&command.output().unwrap().stdout).unwrap()
    };
    let mut orders: BTreeMap<String, Vec<Bought>> = BTreeMap::new();
    for line in text.lines().skip(1) {
        let [client, day, amount, returned] = line.split(',').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (amount, returned) =
            (Money::from_units(amount.parse().unwrap()), Money::from_units(returned.parse().unwrap()));
        let order = Bought { returned, ..Bought::on(day.parse().unwrap(), Some(amount - returned)) };
        orders.entry(client.to_owned()).or_default().push(order);
    }
    let histories: Vec<History> = orders.values().map(|orders| History::until(cut, orders)).collect();
    let mut learned = Learned::from(&histories, cut);
    assert!(learned.fitted, "ninety clients are enough to fit");
    learned.add_horizon(&histories, 45);
    for horizon in [HORIZON_DAYS, 45] {
        let scorer = learned.scorer(horizon);
        let expected: BTreeMap<&String, f64> = orders
            .keys()
            .zip(&histories)
            .filter_map(|(name, history)| Some((name, Score::of(history, &scorer, cut)?.none)))
            .collect();
        let rows = asked(&book, &["--horizon", &horizon.to_string()]);
        let found: Vec<&Value> = rows.as_array().unwrap().iter().filter(|row| !row["p_no_order"].is_null()).collect();
        assert_eq!(found.len(), expected.len());
        for row in found {
            let (name, p) = (row["name"].as_str().unwrap(), row["p_no_order"].as_f64().unwrap());
            let wanted = expected[&name.to_owned()];
            assert!((p - wanted).abs() < 1e-9, "{name}: {p} is not {wanted}");
            assert_eq!(row["horizon_days"], horizon);
        }
    }
    let early: Vec<String> =
        text.lines().filter(|line| !line.contains(",2026-07") || line.contains("07-01")).map(str::to_owned).collect();
    let early: Vec<String> = early
        .into_iter()
        .filter(|line| line.split(',').nth(1) <= Some("2026-07-01") || line.starts_with("client"))
        .collect();
    let cut_book = Book::empty();
    let csv = cut_book.write("cut.csv", early.join("\n"));
    cut_book.run(0, &["import", &csv]);
    let whole = asked(&book, &[]);
    let whole: Vec<Value> =
        whole.as_array().unwrap().iter().filter(|row| !row["p_no_order"].is_null()).cloned().collect();
    assert_eq!(probabilities(&Value::Array(whole)), probabilities(&asked(&cut_book, &[])));
}

#[test]
fn one_order_changes_its_client_alone_and_leaves_the_book_fresh() {
    let (_book, bench) = filled(90, 8);
    let before: BTreeMap<ClientId, String> =
        bench.list_page(0, 100).unwrap().into_iter().map(|row| (row.client, format!("{:?}", row.derived))).collect();
    let learned = bench.learned().unwrap();
    let client = *before.keys().nth(40).unwrap();
    bench.log_order(&OrderDraft::new(client, Money(90_000))).unwrap();
    assert!(bench.is_fresh().unwrap());
    assert_eq!(bench.learned().unwrap(), learned);
    let changed: Vec<ClientId> = bench
        .list_page(0, 100)
        .unwrap()
        .into_iter()
        .filter(|row| before[&row.client] != format!("{:?}", row.derived))
        .map(|row| row.client)
        .collect();
    assert_eq!(changed, [client]);
}

#[test]
fn an_alert_put_off_comes_back_and_says_so_and_a_dismissed_one_stays_silent_until_its_facts_change() {
    let (book, bench) = filled(40, 3);
    let alerts = bench.alert_page(0, 100).unwrap();
    assert!(alerts.len() > 5, "{} alerts", alerts.len());
    let stands =
        |bench: &Workbench, client| bench.alert_of(client).unwrap().map(|line| (line.alert.level, line.alert.woken));
    let (first, second, third) = (alerts[0].client, alerts[1].client, alerts[2].client);
    assert!(matches!(bench.snooze_alert(&[first], today()), Err(OpError::NotAhead { .. })));
    bench.snooze_alert(&[first, third], today() + Days::new(3)).unwrap();
    bench.dismiss_alert(&[second], Dismissal::Seasonal, "").unwrap();
    assert_eq!([first, second, third].map(|client| stands(&bench, client)), [None; 3]);
    assert!(matches!(bench.snooze_alert(&[first], today() + Days::new(3)), Err(OpError::NoAlert)));
    bench.undo().unwrap();
    assert_eq!(stands(&bench, second), Some((alerts[1].alert.level, false)));
    bench.redo().unwrap();
    drop(bench);
    let later = Workbench::open(
        &book.file(),
        regulars::ops::Access::Write,
        regulars::clock::Clock::Fixed((today() + Days::new(3)).and_hms_opt(9, 0, 0).unwrap()),
    )
    .unwrap();
    later.make_fresh().unwrap();
    assert!(stands(&later, first).is_some_and(|(_, woken)| woken));
    assert_eq!(stands(&later, second).filter(|(level, _)| *level <= alerts[1].alert.level), None);
    // A complaint is another fact.
    let claim = ComplaintDraft { kind: ComplaintKind::Claim, text: "torn".into(), ..ComplaintDraft::default() };
    later.open_complaint(second, &claim).unwrap();
    assert!(stands(&later, second).is_some());
}

#[test]
fn so_many_alerts_as_were_asked_for_are_pushed_forward_a_day_and_no_others_take_their_place() {
    let (_book, bench) = filled(60, 4);
    bench.set_setting(ALERTS_A_DAY, "3").unwrap();
    bench.outdate().unwrap();
    bench.make_fresh().unwrap();
    let all = bench.alert_page(0, 100).unwrap();
    // Twelve were pushed forward before the number was changed: what was shown stays.
    let pushed = bench.pushed_page(0, 100).unwrap();
    assert_eq!(pushed[..], all[..pushed.len()]);
    assert_eq!(pushed.len(), 12.min(all.iter().filter(|line| line.alert.level > Level::Note).count()));
    bench.dismiss_alert(&[pushed[0].client], Dismissal::NotTrue, "").unwrap();
    bench.outdate().unwrap();
    bench.make_fresh().unwrap();
    assert_eq!(bench.count_pushed().unwrap(), pushed.len() - 1);
}

#[test]
fn the_report_counts_what_was_raised_and_how_it_was_answered() {
    let (book, bench) = filled(40, 3);
    let raised = bench.alert_report(today()).unwrap();
    let overdue = raised.kinds["overdue"];
    assert_eq!((overdue.raised, overdue.ordered, overdue.open), (overdue.open, 0, overdue.raised));
    let line = bench.alert_page(0, 1).unwrap().remove(0);
    bench.dismiss_alert(&[line.client], Dismissal::NotTrue, "").unwrap();
    let kind = line.alert.reasons[0].kind();
    assert_eq!(bench.alert_report(today()).unwrap().kinds[kind].not_true, 1);
    assert_eq!(bench.alert_report(today() + Days::new(1)).unwrap().kinds.len(), 0);
    drop(bench);
    let told = book.json(0, &["alerts-report", "--factor", "30"]);
    let [now, then] = &told["thresholds"].as_array().unwrap()[..] else { panic!("{told}") };
    assert!(then["overdue"].as_u64().unwrap() < now["overdue"].as_u64().unwrap(), "{told}");
    assert!(now["overdue_false"].as_u64().unwrap() <= now["overdue"].as_u64().unwrap());
    let nobody = Book::empty();
    nobody.told(0, &["client", "add", "Vega"]);
    let nobody = nobody.told(0, &["alerts-report"]);
    assert!(nobody.contains("nobody ordered often enough for it to be tried on") && !nobody.contains("for a hundred"));
}

#[test]
fn marks_in_two_calls_are_an_alert_with_its_numbers() {
    let (book, bench) = filled(40, 3);
    let client = bench.list_page(0, 1).unwrap()[0].client;
    for back in [9, 2] {
        let mut draft = TouchDraft::new(client, TouchKind::Call);
        draft.when = Some((today() - Days::new(back), None));
        draft.marks.toggle(Mark::Avoids);
        bench.log_touch(&draft).unwrap();
    }
    let alert = bench.alert_of(client).unwrap().unwrap().alert;
    let hidden = alert.reasons.iter().find(|reason| reason.kind() == "hidden").unwrap();
    assert_eq!(hidden.signal().level(), Level::Watch);
    drop(bench);
    let card = book.json(0, &["show", &client.0.to_string()]);
    let reasons = card["reasons"].as_array().unwrap();
    let hidden = reasons.iter().find(|reason| reason["kind"] == "hidden").unwrap();
    assert_eq!((&hidden["marked"], &hidden["of"]), (&2.into(), &2.into()));
    assert_eq!(hidden["text"], "2 of the last 2 contacts were marked as uneasy, last on Sun 22 Nov.");
}

#[test]
fn on_the_screen_an_alert_is_put_off_or_dismissed_with_two_keys_and_the_next_one_is_selected() {
    let (_book, bench) = filled(60, 4);
    let alerts = bench.alert_page(0, 10).unwrap();
    let mut seat = Seat::at(bench, Lang::En, (120, 40));
    seat.press("4 s 3");
    seat.expect("Alert put off");
    seat.press("x 2");
    seat.expect("Alert dismissed");
    let left = seat.bench().alert_page(0, 10).unwrap();
    assert_eq!(left[0].client, alerts[2].client);
    seat.press("Space Space s 1");
    seat.expect("and those of 1 more");
    assert_eq!(seat.bench().alert_page(0, 10).unwrap()[0].client, alerts[4].client);
    seat.press("u");
    assert_eq!(seat.bench().alert_page(0, 10).unwrap()[0].client, alerts[2].client);
    seat.press("Home r");
    seat.expect("Gaps between orders");
    seat.press("Esc");
}

#[test]
fn whatever_the_orders_every_figure_is_finite() {
    let mut dice = Dice(1);
    let first: NaiveDate = "1990-01-01".parse().unwrap();
    for round in 0..400 {
        let day = |dice: &mut Dice| match dice.below(4) {
            0 => today(),
            1 => first + Days::new(dice.below(3) as u64),
            2 => today() - Days::new(dice.below(400) as u64),
            _ => today() + Days::new(dice.below(4000) as u64),
        };
        let clients: Vec<Vec<Bought>> = (0..=dice.below(10))
            .map(|_| {
                (0..dice.below(6))
                    .map(|_| {
                        let amount = *dice.one_of(&[0, -5_000, 1, 70_000, i64::MAX / 2]);
                        let ordered = day(&mut dice);
                        let paid = (dice.below(2) == 0).then(|| day(&mut dice));
                        Bought {
                            paid,
                            due: Some(ordered),
                            returned: Money(amount / 3),
                            ..Bought::on(ordered, Some(Money(amount)))
                        }
                    })
                    .collect()
            })
            .collect();
        // The clock may be set back behind every order.
        let now = if round % 5 == 0 { first } else { today() };
        let histories: Vec<History> = clients.iter().map(|orders| History::until(now, orders)).collect();
        let learned = Learned::from(&histories, now);
        let scorer = learned.scorer(HORIZON_DAYS);
        for history in &histories {
            let Some(score) = Score::of(history, &scorer, now) else {
                assert_eq!(history.order_days(), 0);
                continue;
            };
            for share in [score.none, score.none_own, score.tail] {
                assert!((0.0..=1.0).contains(&share), "{round}: {score:?}");
            }
            assert!(score.usual_days.is_finite() && score.at_risk >= Money(0) && score.gap_days >= 0, "{score:?}");
            assert!(Score::expected(history, &scorer).is_none_or(|(half, most)| half <= most), "{round}");
        }
        let replay = Replay::of(&histories, learned.base, Trigger::default(), first, now);
        assert!(replay.client_years.is_finite() && replay.overdue_false() <= replay.overdue());
    }
    assert_eq!(clock().now().day, today());
}

#[test]
fn what_is_learnt_does_not_depend_on_the_order_of_the_clients() {
    let mut histories: Vec<History> = (0..80_u64)
        .map(|client| {
            let days = (0..6).map(|order| today() - Days::new(client % 9 + order * (10 + client % 17)));
            History::until(today(), &days.map(|day| Bought::on(day, Some(Money(5_000)))).collect::<Vec<_>>())
        })
        .collect();
    let learned = Learned::from(&histories, today());
    assert!(learned.fitted);
    histories.reverse();
    assert_eq!(Learned::from(&histories, today()), learned);
    assert!(!learned.basis.is_due(today() + Days::new(27), learned.basis.order_days));
    assert!(learned.basis.is_due(today() + Days::new(28), learned.basis.order_days));
    assert!(learned.basis.is_due(today(), learned.basis.order_days * 12 / 10));
    assert!(learned.basis.is_due(today() - Days::new(1), learned.basis.order_days));
}

#[test]
fn every_open_event_is_named_and_counted() {
    let book = Book::demo();
    for kind in ["owners", "contract", "strategy"] {
        book.told(0, &["event", "D001", kind]);
    }
    book.told(0, &["event", "D001", "strategy", "--ended"]);
    let shown = book.told(0, &["show", "D001"]);
    for said in ["Open events: 2\n", "• new owners, since ", "• a cancelled contract, since "] {
        assert!(shown.contains(said), "{shown}");
    }
    assert!(!shown.contains("• a new strategy"), "{shown}");
    let events = book.json(0, &["show", "D001"])["events"].clone();
    let mut kinds: Vec<&str> = events.as_array().unwrap().iter().map(|event| event["kind"].as_str().unwrap()).collect();
    kinds.sort_unstable();
    assert_eq!((kinds, &events[0]["since"]), (vec!["contract", "owners"], &Value::from("2026-11-23")));
}

#[test]
fn a_cancelled_contract_is_entered_on_the_screen_and_in_a_file_of_an_older_version() {
    for lang in Lang::ALL {
        let book = Book::of_version(
            15,
            "INSERT INTO client (id, name, sort_name, since) VALUES (1, 'Vega', 'vega', '2026-01-01');
             INSERT INTO client_event (id, client_id, kind, day, text) VALUES (3, 1, 'owners', '2026-11-20', 'a fund')",
        );
        let bench = book.open();
        bench.set_setting(LANGUAGE, lang.name()).unwrap();
        let mut seat = Seat::at(bench, lang, (80, 24));
        let contract = seat.app.words().say("event-contract");
        seat.press("2 Home e Down Down Down Down Down Down");
        seat.expect(&contract);
        seat.press("Enter");
        let kinds = || -> Vec<(String, String)> {
            let rows = rows_of(seat.bench(), "client_event");
            rows.iter().map(|row| ["kind", "text"].map(|name| row[name].as_str().unwrap().to_owned()).into()).collect()
        };
        assert_eq!(kinds(), [("owners", "a fund"), ("contract", "")].map(|(a, b)| (a.to_owned(), b.to_owned())));
        seat.press("5");
        seat.expect(&contract);
    }
}
