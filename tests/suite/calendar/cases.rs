//! The rules of planning, case by case.

use chrono::{Datelike, TimeDelta};
use regulars::domain::calendar::{Agenda, Facts, Occasion, Period, Planner, Span, State, Terms, Why, WorkDays};
use regulars::domain::ids::{PersonId, RuleId};
use regulars::domain::money::Money;
use regulars::domain::person::Anniversary;
use regulars::domain::status::Status;
use regulars::domain::table::{Anchor, DO_NOT_DISTURB, Rule, Scope, When};
use regulars::domain::touch::TouchKind;

use super::{Client, day, greeting, numbered_table, plan, plan_all, quota, rule, terms};

#[test]
fn a_greeting_is_planned_a_working_day_before_its_last_day() {
    let check = |holiday: &str, today: &str, until: &str, expected: &[(&str, &str)]| {
        let planned = plan(&[greeting(holiday, 5)], &Client::new(Status::Regular), day(today), day(until));
        let found: Vec<(String, String)> =
            planned.into_iter().map(|touch| (touch.day.to_string(), touch.key)).collect();
        let expected: Vec<(String, String)> =
            expected.iter().map(|(day, key)| ((*day).to_owned(), (*key).to_owned())).collect();
        assert_eq!(found, expected, "{holiday}");
    };
    // The eves are 28 December (a working Saturday), 20 February (another), 7 March and 7 May.
    check("new_year", "2024-12-01", "2025-01-31", &[("2024-12-27", "H|1|7|new_year|2025")]);
    check("defender", "2027-02-01", "2027-03-01", &[("2027-02-19", "H|1|7|defender|2027")]);
    check("women", "2025-03-01", "2025-03-31", &[("2025-03-06", "H|1|7|women|2025")]);
    check("victory", "2025-05-01", "2025-05-31", &[("2025-05-06", "H|1|7|victory|2025")]);
    // Thirteen days before would be too early: the day itself, and the first working day after it where that is off.
    check("prosecutor", "2025-12-20", "2026-01-31", &[("2026-01-12", "H|1|7|prosecutor|2026")]);
    check("christmas", "2026-12-20", "2027-01-31", &[("2027-01-11", "H|1|7|christmas|2027")]);
    // What was not done floats to the last day of its window, and is missed after it.
    check("women", "2025-03-07", "2025-03-31", &[("2025-03-07", "H|1|7|women|2025")]);
    check("women", "2025-03-08", "2025-03-31", &[]);
    check("no such holiday", "2025-03-01", "2025-03-31", &[]);
}

#[test]
fn a_greeting_in_its_window_is_done_by_what_counts() {
    let today = day("2025-03-03");
    let with = |kind, on: &str| {
        let rules = [Rule { also_counts: vec![TouchKind::Message], ..greeting("women", 5) }];
        plan(&rules, &Client::new(Status::Regular).contacted(kind, day(on)), today, day("2025-03-31")).len()
    };
    assert_eq!(with(TouchKind::Email, "2025-03-03"), 0);
    assert_eq!(with(TouchKind::Message, "2025-03-03"), 0);
    assert_eq!(with(TouchKind::Call, "2025-03-03"), 1);
    assert_eq!(with(TouchKind::Email, "2025-02-28"), 1, "before the window");
}

#[test]
fn a_professional_holiday_follows_the_industry() {
    let rules = [rule(TouchKind::Email, When::Professional { lead: 5, on_the_day: false })];
    let check = |industry, expected: Option<(&str, &str)>| {
        let client = Client { industry, ..Client::new(Status::Client) };
        let planned = plan(&rules, &client, day("2026-08-01"), day("2026-08-31"));
        let found = planned.first().map(|touch| (touch.day, touch.why.clone()));
        let expected = expected.map(|(on, date)| {
            let occasion = Occasion::Professional(industry.to_owned());
            (day(on), Why::Occasion { occasion, date: day(date) })
        });
        assert_eq!(found, expected, "{industry}");
    };
    check("builder", Some(("2026-08-06", "2026-08-09")));
    check("trade", None);
    check("victory", None);
    check("строим дома", None);
}

#[test]
fn everybody_is_asked_to_an_event_once_in_the_weeks_before_it() {
    let rules = [rule(TouchKind::Message, When::Event { on: day("2027-03-15"), lead: 10 })];
    let clients: Vec<Client> = (0..40).map(|id| Client { id, ..Client::new(Status::Regular) }).collect();
    let planned = plan_all(&rules, &clients, day("2027-01-11"), day("2027-12-31"));
    let (first, last) = (day("2027-02-26"), day("2027-03-12"));
    assert_eq!(planned.len(), 40);
    assert!(planned.iter().all(|touch| (touch.from, touch.to) == (first, last)));
    assert!(planned.iter().all(|touch| touch.key == format!("E|1|{}|2027", touch.client.0)));
    assert_eq!(planned[0].why, Why::Occasion { occasion: Occasion::Event, date: day("2027-03-15") });
    let mut a_day = std::collections::BTreeMap::new();
    for touch in &planned {
        *a_day.entry(touch.day).or_insert(0) += 1;
    }
    // Ten working days: the eighth of March is a holiday.
    assert_eq!((a_day.len(), a_day.values().max()), (10, Some(&4)));
    let told = Client::new(Status::Regular).contacted(TouchKind::Message, day("2027-03-02"));
    assert_eq!(plan(&rules, &told, day("2027-03-03"), day("2027-12-31")), []);
    assert_eq!(plan(&rules, &Client::new(Status::Regular), day("2027-03-13"), day("2028-12-31")), [], "it is over");
}

#[test]
fn a_day_of_the_year_is_kept_on_the_day_or_before_it() {
    let rules = [
        Rule { id: RuleId(1), ..rule(TouchKind::Message, When::Birthday) },
        Rule { id: RuleId(2), ..rule(TouchKind::Email, When::CompanyDay) },
    ];
    let check = |born: &str, today: &str, expected: &[&str]| {
        let birthday = Anniversary::parse(born);
        let client = Client {
            birthdays: birthday.map(|day| (PersonId(31), day)).into_iter().collect(),
            company_day: birthday,
            ..Client::new(Status::Regular)
        };
        let planned = plan(&rules, &client, day(today), day(today) + TimeDelta::days(30));
        let found: Vec<String> = planned.iter().map(|touch| format!("{} {}", touch.day, touch.key)).collect();
        assert_eq!(found, expected, "{born}");
    };
    check("1985-04-07", "2027-04-01", &["2027-04-07 A|1|31|2027", "2027-04-07 C|2|7|2027"]);
    check("1985-04-11", "2027-04-01", &["2027-04-09 A|1|31|2027", "2027-04-09 C|2|7|2027"]);
    check("1984-02-29", "2027-02-15", &["2027-02-26 A|1|31|2027", "2027-02-26 C|2|7|2027"]);
    check("--02-29", "2028-02-15", &["2028-02-29 A|1|31|2028", "2028-02-29 C|2|7|2028"]);
    check("--01-02", "2026-12-25", &["2026-12-30 A|1|31|2027", "2026-12-30 C|2|7|2027"]);
    check("1985-04-11", "2027-04-10", &[]);
}

#[test]
fn a_quota_spreads_its_slots_over_the_period() {
    let planned = plan(
        &[quota(TouchKind::Message, 3, Period::Quarter)],
        &Client::new(Status::Regular),
        day("2027-01-01"),
        day("2027-03-31"),
    );
    let span = Span { period: Period::Quarter, year: 2027, index: 1 };
    let whys: Vec<Why> = planned.iter().map(|touch| touch.why.clone()).collect();
    assert_eq!(whys, [1, 2, 3].map(|slot| Why::Quota { slot, of: 3, span }));
    for pair in planned.windows(2) {
        let apart = (pair[1].day - pair[0].day).num_days();
        assert!((25..=35).contains(&apart), "{apart}");
    }
    assert!(planned.iter().all(|touch| (touch.from, touch.to) == (day("2027-01-01"), day("2027-03-31"))));
}

#[test]
fn clients_do_not_all_come_on_one_day() {
    let rules = [quota(TouchKind::Call, 1, Period::Quarter)];
    let clients: Vec<Client> = (0..300).map(|id| Client { id, ..Client::new(Status::Regular) }).collect();
    let mut months = [0; 3];
    for touch in plan_all(&rules, &clients, day("2027-04-01"), day("2027-06-30")) {
        months[touch.day.month0() as usize - 3] += 1;
    }
    assert_eq!(months.iter().sum::<i32>(), 300);
    assert!(months.iter().all(|count| (80..=120).contains(count)), "{months:?}");
}

#[test]
fn an_occasion_has_its_day_before_the_quotas_of_whoever_is_worth_more() {
    let rules = [
        Rule { id: RuleId(1), ..quota(TouchKind::Message, 1, Period::Month) },
        Rule { id: RuleId(2), ..rule(TouchKind::Email, When::Birthday) },
    ];
    let rich = |id| Client { id, value: Money(1_000_000), ..Client::new(Status::Regular) };
    let mut clients: Vec<Client> = (100..140).map(rich).collect();
    let birthdays = Anniversary::parse("1985-04-14").map(|day| (PersonId(31), day)).into_iter().collect();
    clients.push(Client { birthdays, ..Client::new(Status::Regular) });
    let days = WorkDays::russia();
    let facts: Vec<Facts<'_>> = clients.iter().map(Client::facts).collect();
    // Each of the 22 working days has room for one touch.
    let (today, until) = (day("2027-04-01"), day("2027-04-30"));
    let terms = Terms { minutes: 5, ..terms() };
    let agenda = Agenda::plan(&Planner::new(&rules, &days, today, until), &terms, &facts);
    let greeted = agenda.touches.iter().find(|touch| touch.client.0 == 7).map(|touch| (touch.day, touch.key.as_str()));
    assert_eq!(greeted, Some((day("2027-04-14"), "A|2|31|2027")));
    assert_eq!((agenda.touches.len(), agenda.homeless.len()), (22, 20));
}

#[test]
fn a_star_brings_its_own_number() {
    let when =
        When::Quota { times: 1, star_times: Some(2), at_most: None, per: Period::Year, anchor: Anchor::Calendar };
    let rules = [rule(TouchKind::Gift, when)];
    let count = |star| {
        let client = Client { star, ..Client::new(Status::Regular) };
        plan(&rules, &client, day("2027-01-01"), day("2027-12-31")).len()
    };
    assert_eq!((count(false), count(true)), (1, 2));
}

#[test]
fn what_is_overdue_gets_another_day_of_its_window_and_is_missed_with_its_period() {
    let rules = [quota(TouchKind::Call, 1, Period::Quarter)];
    let calls = |today: &str| {
        let planned = plan(&rules, &Client::new(Status::Regular), day(today), day(today) + TimeDelta::days(92));
        let first = planned.into_iter().filter(|touch| touch.key == "Q|1|7|2024-Q1|0");
        first.map(|touch| touch.day.to_string()).collect::<Vec<_>>()
    };
    let own = calls("2024-01-01");
    assert_eq!(calls(&own[0]), own, "on its day it is where it was");
    let after = |date: &str| day(date).succ_opt().unwrap().to_string();
    let second = calls(&after(&own[0]));
    assert!(second > own && second[0].as_str() <= "2024-03-29", "{own:?} {second:?}");
    assert_eq!(calls(&second[0]), second, "and stays there until that day has passed too");
    // 30 and 31 March 2024 are a weekend.
    assert_eq!(calls("2024-03-29"), ["2024-03-29"]);
    assert_eq!(calls("2024-03-30"), [""; 0]);
}

#[test]
fn what_was_missed_is_spread_over_what_is_left() {
    let rules = numbered_table();
    let today = day("2027-02-15");
    let clients: Vec<Client> = (0..600).map(|id| Client { id, ..Client::new(Status::Regular) }).collect();
    let mut per_day = std::collections::BTreeMap::new();
    for touch in plan_all(&rules, &clients, today, today + TimeDelta::days(44)) {
        // Greetings have a day of their own.
        if touch.key.starts_with('Q') {
            *per_day.entry(touch.day).or_insert(0) += 1;
        }
    }
    let first: i32 = per_day.get(&today).copied().unwrap_or(0);
    let all: i32 = per_day.values().sum();
    assert!(first * 20 < all, "{first} of {all} touches stand on the first of 45 days");
}

#[test]
fn an_import_floods_nothing() {
    let rules = numbered_table();
    let today = day("2027-09-20");
    let touches = |since| -> usize {
        let clients: Vec<Client> = (0..500).map(|id| Client { id, since, ..Client::new(Status::Regular) }).collect();
        let planned = plan_all(&rules, &clients, today, today + TimeDelta::days(92));
        planned.iter().filter(|touch| touch.to < day("2027-10-01")).count()
    };
    // Of the quarter a ninth is left; whoever came today owes that part of its three touches, and nothing of the past.
    let owed = touches(today);
    assert!((120..=220).contains(&owed), "{owed}");
    // Of the three of whoever was there all quarter two find room: a third would come too near, and is told to have no day.
    assert_eq!(touches(day("2020-01-01")), 1_000);
}

#[test]
fn a_contact_does_one_touch_and_its_own_kind_first() {
    let rules = [
        Rule { id: RuleId(1), also_counts: vec![TouchKind::Meeting], ..quota(TouchKind::Call, 1, Period::Quarter) },
        Rule { id: RuleId(2), ..quota(TouchKind::Call, 1, Period::Year) },
        Rule { id: RuleId(3), also_counts: vec![TouchKind::Call], ..quota(TouchKind::Message, 1, Period::Quarter) },
    ];
    let today = day("2027-12-15");
    let days = WorkDays::russia();
    let rules_left = |contacts: &[TouchKind]| {
        let client = contacts.iter().fold(Client::new(Status::Regular), |client, kind| client.contacted(*kind, today));
        let owed = Planner::new(&rules, &days, today, day("2027-12-31")).owed(&client.facts());
        let open = owed.iter().filter(|one| one.state == State::Open && one.to >= today);
        open.map(|one| one.rule.id.0).collect::<Vec<_>>()
    };
    let (call, meeting, message) = (TouchKind::Call, TouchKind::Meeting, TouchKind::Message);
    let all = rules_left(&[]);
    assert_eq!(all, [1, 2, 3]);
    let nearest = rules_left(&[call]);
    assert!(nearest == [2, 3] || nearest == [1, 3], "one of the two that ask for a call: {nearest:?}");
    assert_eq!(rules_left(&[call, call]), [3]);
    assert_eq!(rules_left(&[call, call, call]), [0; 0]);
    assert_eq!(rules_left(&[meeting]), [2, 3]);
    assert_eq!(rules_left(&[message]), [1, 2]);
    assert_eq!(rules_left(&[TouchKind::Gift]), all);
}

#[test]
fn a_touch_keeps_away_from_what_was_just_done() {
    let rules = [quota(TouchKind::Call, 1, Period::Quarter)];
    let until = day("2027-03-31");
    let on = |client: &Client, today| plan(&rules, client, today, until)[0].day;
    let client = Client::new(Status::Regular);
    let alone = on(&client, day("2027-01-01"));
    let near = client.clone().contacted(TouchKind::Email, alone);
    assert!((5..=7).contains(&(on(&near, alone) - alone).num_days()), "five days of quiet, and a weekend perhaps");
    // There is no quiet day left in the window: nothing is pressed in.
    let crowded = client.contacted(TouchKind::Email, day("2027-03-29"));
    assert_eq!(plan(&rules, &crowded, day("2027-03-29"), until), []);
}

#[test]
fn a_former_client_is_left_in_peace() {
    let rules = [
        Rule { id: RuleId(1), ..quota(TouchKind::Email, 4, Period::Year) },
        Rule { id: RuleId(2), ..greeting("new_year", 10) },
    ]
    .map(|rule| Rule { scope: Scope { statuses: vec![Status::Former], ..Scope::default() }, ..rule });
    let planned = |contacts: &[&str]| {
        let client =
            contacts.iter().fold(Client::new(Status::Former), |client, on| client.contacted(TouchKind::Mail, day(on)));
        plan(&rules, &client, day("2027-02-01"), day("2027-12-31")).iter().map(|touch| touch.rule.0).collect::<Vec<_>>()
    };
    assert_eq!(planned(&[]), [1, 2]);
    assert_eq!(planned(&["2027-01-20"]), [2]);
    assert_eq!(planned(&["2027-01-20", "2027-01-29"]), [0; 0]);
    assert_eq!(planned(&["2026-01-20", "2026-01-29"]), [1, 2]);
}

#[test]
fn the_table_is_for_those_who_ordered_and_may_be_disturbed() {
    let rules = numbered_table();
    let count = |status, tags: &[&str]| {
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        plan(&rules, &Client { tags, ..Client::new(status) }, day("2027-01-11"), day("2027-12-31")).len()
    };
    assert_eq!(count(Status::Potential, &[]), 0);
    assert_eq!(count(Status::Prospective, &[]), 0);
    assert_eq!(count(Status::Former, &[]), 1);
    // New Year, 23 February, 8 March; two calls or four, eight messages, mail, gift, event.
    assert_eq!(count(Status::Client, &[]), 5);
    assert_eq!(count(Status::Regular, &[]), 18);
    assert_eq!(count(Status::Regular, &[DO_NOT_DISTURB]), 0);
}

#[test]
fn a_row_with_absurd_figures_is_held_to_what_a_period_bears() {
    let (today, until) = (day("2027-01-01"), day("2027-03-31"));
    let client = Client::new(Status::Regular);
    let count = |rule: Rule| plan(&[rule], &client, today, until).len();
    // As many as keep five days between them.
    assert_eq!(count(quota(TouchKind::Call, u32::MAX, Period::Quarter)), 12);
    assert_eq!(count(quota(TouchKind::Call, 0, Period::Quarter)), 0);
    assert_eq!(count(greeting("women", u32::MAX)), 1);
    assert_eq!(count(greeting("women", 0)), 1);
}
