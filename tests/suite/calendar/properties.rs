//! What holds for every client, drawn at random with a fixed seed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, TimeDelta};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use proptest::test_runner::RngSeed;
use regulars::domain::calendar::{Period, Planned, Planner, Why, WorkDays};
use regulars::domain::ids::{PersonId, RuleId};
use regulars::domain::person::Anniversary;
use regulars::domain::status::Status;
use regulars::domain::table::{DO_NOT_DISTURB, Rule};
use regulars::domain::touch::{Contact, TouchKind};

use super::{Client, day, numbered_table, quota};

static DAYS: LazyLock<WorkDays> = LazyLock::new(WorkDays::russia);

/// How far ahead is looked.
const HORIZON: TimeDelta = TimeDelta::days(92);

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        rng_seed: RngSeed::Fixed(2027),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn plan(rules: &[Rule], client: &Client, today: NaiveDate) -> Vec<Planned> {
    Planner::new(rules, &DAYS, today, today + HORIZON).plan(&client.facts())
}

fn keys(planned: &[Planned]) -> BTreeSet<&str> {
    planned.iter().map(|touch| touch.key.as_str()).collect()
}

fn flexible(touch: &Planned) -> bool {
    matches!(touch.why, Why::Quota { .. })
}

fn days_from(first: &str, count: i64) -> impl Strategy<Value = NaiveDate> {
    let first = day(first);
    (0..count).prop_map(move |days| first + TimeDelta::days(days))
}

/// A day of 2025 to 2028: three years by decree and one by law.
fn todays() -> impl Strategy<Value = NaiveDate> {
    days_from("2025-01-01", 1461)
}

fn anniversaries() -> impl Strategy<Value = Anniversary> {
    prop_oneof![9 => days_from("1960-01-01", 15_000), 1 => Just(day("1984-02-29"))].prop_map(Anniversary::of)
}

/// A client as it stands on `today`.
fn clients(today: NaiveDate) -> impl Strategy<Value = Client> {
    let contacts = prop::collection::vec((select(&TouchKind::ALL[..]), 0..400_i64), 0..14);
    (
        0..1_000_000_i64,
        select(vec![Status::Client, Status::Regular, Status::Regular, Status::Former]),
        any::<bool>(),
        0..900_i64,
        select(vec!["", "builder", "prosecutor", "press", "trade"]),
        prop::option::of(anniversaries()),
        prop::collection::vec(anniversaries(), 0..4),
        contacts,
    )
        .prop_map(move |(id, status, star, age, industry, company_day, birthdays, contacts)| Client {
            id,
            status,
            star,
            tags: vec!["perm".to_owned(), "pilot-ok".to_owned()],
            since: today - TimeDelta::days(age),
            industry,
            company_day,
            birthdays: (1..).map(PersonId).zip(birthdays).collect(),
            contacts: contacts
                .into_iter()
                .map(|(kind, ago)| Contact { kind, day: today - TimeDelta::days(ago) })
                .collect(),
        })
}

fn cases() -> impl Strategy<Value = (NaiveDate, Client)> {
    todays().prop_flat_map(|today| (Just(today), clients(today)))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_order_of_the_facts_changes_nothing(
        (today, client) in cases(),
        seed in any::<u64>(),
    ) {
        // A rotation and a reversal reach every pair of neighbours in both orders.
        let turned = |len: usize| if len == 0 { 0 } else { (seed % len as u64) as usize };
        let mut rules = numbered_table();
        let expected = plan(&rules, &client, today);
        let mut client = client;
        let turn = turned(rules.len());
        rules.rotate_left(turn);
        rules.reverse();
        let turn = turned(client.contacts.len());
        client.contacts.rotate_left(turn);
        client.contacts.reverse();
        client.tags.reverse();
        client.birthdays.reverse();
        prop_assert_eq!(plan(&rules, &client, today), expected);
    }

    #[test]
    fn a_touch_stands_on_a_working_day_of_its_window_under_a_key_of_its_own((today, client) in cases()) {
        let planned = plan(&numbered_table(), &client, today);
        prop_assert_eq!(keys(&planned).len(), planned.len());
        for touch in &planned {
            prop_assert!(DAYS.is_working(touch.day), "{:?}", touch);
            prop_assert!(touch.from.max(today) <= touch.day && touch.day <= touch.to, "{:?}", touch);
            prop_assert!(touch.day <= today + HORIZON);
            if let Why::Occasion { date, .. } = touch.why {
                let early = (date - touch.to).num_days();
                let late_only_over_a_break = touch.day <= date || DAYS.add(touch.day, -1) + TimeDelta::days(7) < date;
                prop_assert!(early <= 7 && late_only_over_a_break, "{:?}", touch);
            }
        }
        prop_assert!(planned.is_sorted_by_key(|touch| (touch.day, touch.key.clone())));
    }

    /// Two come near only where one of them that may move had no quiet day left in its window.
    #[test]
    fn touches_keep_their_distance_while_there_is_a_quiet_day((today, client) in cases()) {
        let rules = numbered_table();
        let planned = Planner::new(&rules, &DAYS, today, day("2029-12-31")).plan(&client.facts());
        let near = |a: NaiveDate, b: NaiveDate| (a - b).num_days().abs() < 5;
        let cornered = |touch: &Planned| {
            let others = planned.iter().filter(|other| other.key != touch.key).map(|other| other.day);
            let others: Vec<NaiveDate> = others.chain(client.contacts.iter().map(|contact| contact.day)).collect();
            let mut window = touch.from.max(today).iter_days().take_while(|day| *day <= touch.to);
            flexible(touch) && !window.any(|day| DAYS.is_working(day) && !others.iter().any(|other| near(*other, day)))
        };
        // What lies beyond the last day planned for cannot be seen here.
        for (at, touch) in planned.iter().enumerate().filter(|(_, touch)| flexible(touch) && touch.to.year() < 2029) {
            let beside = planned.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
            for other in beside.filter(|other| near(other.day, touch.day)) {
                prop_assert!(cornered(touch) || cornered(other), "{:?} beside {:?}", touch, other);
            }
            let contacted = client.contacts.iter().any(|contact| near(contact.day, touch.day));
            prop_assert!(!contacted || cornered(touch), "{:?} after a contact", touch);
        }
    }

    #[test]
    fn a_quota_is_done_or_owed_in_full(
        today in days_from("2027-01-01", 1),
        id in 0..1_000_000_i64,
        age in -89..400_i64,
        times in 1..5_u32,
        contacts in prop::collection::vec(0..90_i64, 0..6),
    ) {
        let rules = [quota(TouchKind::Message, times, Period::Quarter)];
        let slots = |client: &Client| {
            let quarter = Planner::new(&rules, &DAYS, today, day("2027-03-31")).plan(&client.facts());
            quarter.len()
        };
        let client = Client { id, since: today - TimeDelta::days(age), ..Client::new(Status::Regular) };
        let owed_by_a_newcomer = slots(&client);
        if age >= 0 {
            prop_assert_eq!(owed_by_a_newcomer, times as usize);
        }
        let done = contacts.len().min(owed_by_a_newcomer);
        let contacted = contacts
            .iter()
            .fold(client, |client, ago| client.contacted(TouchKind::Message, today + TimeDelta::days(*ago)));
        prop_assert_eq!(slots(&contacted) + done, owed_by_a_newcomer);
    }

    /// On its day: what a contact does ahead of the day depends on what else is due then.
    #[test]
    fn logging_a_planned_touch_removes_it_and_moves_no_other((seen, client) in cases(), pick in any::<prop::sample::Index>()) {
        let rules = numbered_table();
        let ahead = plan(&rules, &client, seen);
        prop_assume!(!ahead.is_empty());
        let today = ahead[pick.index(ahead.len())].day;
        let before = plan(&rules, &client, today);
        // With several on one day, a contact of a kind that counts for all of them does the first.
        let due: Vec<&Planned> = before.iter().filter(|touch| touch.day == today).collect();
        let [touch] = due.as_slice() else { return Ok(()) };
        let after = plan(&rules, &client.contacted(touch.kind, today), today);
        // Of two open touches of one rule and period the contact does the one whose turn it was, which may have had to give
        // way to a quiet gap: with one alone there is no doubt.
        prop_assume!(before.iter().filter(|other| (other.rule, other.from) == (touch.rule, touch.from)).count() == 1);
        let expected: Vec<Planned> = before.iter().filter(|other| other.key != touch.key).cloned().collect();
        prop_assert_eq!(after, expected);
    }

    #[test]
    fn a_contact_never_opens_what_was_done(
        (today, client) in cases(),
        kind in select(&TouchKind::ALL[..]),
        ago in 0..400_i64,
    ) {
        let rules = numbered_table();
        let before = plan(&rules, &client, today);
        // Up to the year's end, so that a touch moved over the horizon is still seen.
        let far = |client: &Client| Planner::new(&rules, &DAYS, today, day("2029-12-31")).plan(&client.facts());
        let (all, contacted) = (far(&client), client.clone().contacted(kind, today - TimeDelta::days(ago)));
        let left = far(&contacted);
        prop_assert!(keys(&before).is_subset(&keys(&all)));
        prop_assert!(keys(&left).is_subset(&keys(&all)));
        if client.status != Status::Former {
            prop_assert!(left.len() + 1 >= all.len());
        }
    }

    #[test]
    fn a_former_client_has_two_touches_a_year_at_most((today, client) in cases()) {
        let client = Client { status: Status::Former, ..client };
        let rules: Vec<Rule> = numbered_table()
            .into_iter()
            .map(|mut rule| {
                rule.scope.statuses.push(Status::Former);
                rule
            })
            .collect();
        let planned = plan(&rules, &client, today);
        let mut years: BTreeMap<i32, usize> = BTreeMap::new();
        for touch in &planned {
            *years.entry(touch.day.year()).or_default() += 1;
        }
        for (year, count) in years {
            let had = client.contacts.iter().filter(|contact| contact.day.year() == year).count();
            prop_assert!(had + count <= 2, "{} had {} and gets {}", year, had, count);
        }
    }

    #[test]
    fn the_turn_of_the_year_keeps_the_keys_of_the_new_one(year in 2025..2030_i32, client in clients(day("2025-01-01"))) {
        let rules = numbered_table();
        let eve = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        let until = eve + HORIZON;
        let new_year = |today| {
            let planned = Planner::new(&rules, &DAYS, today, until).plan(&client.facts());
            let of_new_year = planned.into_iter().filter(|touch| touch.to > eve && touch.day + TimeDelta::days(10) < until);
            of_new_year.map(|touch| touch.key).collect::<BTreeSet<_>>()
        };
        prop_assert_eq!(new_year(eve), new_year(eve + TimeDelta::days(1)));
    }

    #[test]
    fn a_leap_day_is_greeted_once_a_year_and_never_after_february(year in 2024..2032_i32) {
        let client = Client {
            birthdays: vec![(PersonId(1), Anniversary::of(day("1984-02-29")))],
            ..Client::new(Status::Regular)
        };
        let planned = plan(&numbered_table(), &client, NaiveDate::from_ymd_opt(year, 1, 20).unwrap());
        let greetings: Vec<_> = planned.iter().filter(|touch| touch.key.starts_with("A|")).collect();
        prop_assert_eq!(greetings.len(), 1);
        prop_assert_eq!((greetings[0].day.year(), greetings[0].day.month()), (year, 2));
    }

    #[test]
    fn who_must_not_be_disturbed_is_left_alone((today, client) in cases(), others in subsequence(vec!["a", "b"], 0..=2)) {
        let mut tags: Vec<String> = others.into_iter().map(str::to_owned).collect();
        tags.push(DO_NOT_DISTURB.to_owned());
        prop_assert_eq!(plan(&numbered_table(), &Client { tags, ..client }, today), []);
    }

    #[test]
    fn one_more_a_period_keeps_the_slots_there_were((today, client) in cases(), times in 1..5_u32) {
        let slots = |times| {
            let rules = [Rule { id: RuleId(1), ..quota(TouchKind::Message, times, Period::Year) }];
            let client = Client { status: Status::Regular, since: day("2020-01-01"), contacts: Vec::new(), ..client.clone() };
            let year_end = NaiveDate::from_ymd_opt(today.year(), 12, 31).unwrap();
            let planned = Planner::new(&rules, &DAYS, today, year_end).plan(&client.facts());
            planned.into_iter().map(|touch| touch.key).collect::<BTreeSet<_>>()
        };
        prop_assert!(slots(times).is_subset(&slots(times + 1)));
    }
}
