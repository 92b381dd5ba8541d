//! Of whom it is spoken, and how loud.

use super::super::answer::Dismissal;
use super::super::history::{Bought, History};
use super::super::score::Score;
use super::super::signals::{Concentration, Felt};
use super::super::thresholds::Thresholds;
use super::*;
use crate::domain::competitor::{Competitor, Standing as Beside, Way};
use crate::domain::complaint::{ComplaintKind, Step};
use crate::domain::evaluation::Evaluation;
use crate::domain::event::EventKind;
use crate::domain::ids::{ClientId, CompetitorId, TouchId};
use crate::domain::status::Status;
use crate::domain::touch::{Contact, Mark, Marks, TouchKind};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn quiet(history: &History) -> Known<'_> {
    Known {
        today: day("2026-11-23"),
        status: Status::Regular,
        history,
        items: &[],
        score: Some(Score {
            order_days: 10,
            last_order: day("2026-10-02"),
            gap_days: 52,
            usual_days: 31.0,
            by_hand: false,
            mean_gap: Some(31.0),
            tail: 0.2,
            horizon: 90,
            none: 0.4,
            none_own: 0.3,
            usual_order: 0.0,
            at_risk: Money(4_180_000),
        }),
        thresholds: Thresholds::default(),
        concentration: None,
        complaints: &[],
        rivals: &[],
        felt: &[],
        events: &[],
        evaluations: &[],
        contacts: &[],
        has_next: true,
    }
}

fn late<'a>(calm: &Known<'a>, gap_days: i64, tail: f64) -> Known<'a> {
    Known { score: calm.score.map(|score| Score { gap_days, tail, ..score }), ..*calm }
}

#[track_caller]
fn check(known: &Known<'_>, expected: Option<(Level, usize)>) {
    let alert = judge(known, &[]).alert;
    assert_eq!(alert.map(|alert| (alert.level, alert.reasons.len())), expected);
}

#[test]
fn the_level_follows_from_the_gap_and_from_how_many_reasons_there_are() {
    let none = History::default();
    let calm = || quiet(&none);
    check(&calm(), None);
    check(&late(&calm(), 52, 0.05), Some((Level::Watch, 1)));
    check(&late(&calm(), 111, 0.2), None);
    // 20 / √31 = 3.59 intervals of 31 days.
    check(&late(&calm(), 112, 0.001), Some((Level::Alarm, 1)));
    let complains = [(ComplaintKind::Return, day("2026-11-20"), Step::Cause)];
    check(&Known { complaints: &complains, ..calm() }, Some((Level::Watch, 1)));
    check(&Known { complaints: &complains, ..late(&calm(), 52, 0.04) }, Some((Level::Alarm, 2)));
    check(&Known { has_next: false, ..calm() }, Some((Level::Note, 1)));
    check(&Known { status: Status::Former, has_next: false, ..late(&calm(), 400, 0.0) }, None);
    check(&Known { complaints: &[(ComplaintKind::Claim, day("2026-12-01"), Step::Admit)], ..calm() }, None);
}

#[test]
fn a_client_that_ordered_twice_has_no_rhythm_to_be_late_against() {
    let none = History::default();
    let young = late(&quiet(&none), 400, 0.0);
    let score = young.score.map(|score| Score { order_days: 2, ..score });
    check(&Known { status: Status::Client, score, ..young }, None);
}

#[test]
fn a_contact_answers_what_is_overdue_for_two_weeks() {
    let none = History::default();
    for (text, expected, until) in [
        ("2026-11-10", None, Some("2026-11-24")),
        ("2026-11-09", Some((Level::Alarm, 1)), None),
        ("2026-11-25", Some((Level::Alarm, 1)), None),
    ] {
        let contacts = [Contact { kind: TouchKind::Call, day: day(text), id: TouchId(1) }];
        let known = Known { contacts: &contacts, ..late(&quiet(&none), 112, 0.001) };
        check(&known, expected);
        assert_eq!(judge(&known, &[]).answered_until, until.map(day));
    }
}

#[test]
fn marks_in_two_contacts_of_three_are_noted_in_a_row_are_a_watch_and_fade_in_ninety_days() {
    let none = History::default();
    let mut slow = Marks::default();
    slow.toggle(Mark::Slow);
    let felt = |text, marks| Felt { day: day(text), marks };
    let nothing = Marks::default();
    for (felt, expected) in [
        (vec![felt("2026-11-20", slow), felt("2026-11-01", slow)], Some((Level::Watch, 1))),
        (vec![felt("2026-11-20", nothing), felt("2026-11-01", slow)], None),
        (vec![felt("2026-11-20", nothing), felt("2026-11-01", slow), felt("2026-10-01", slow)], Some((Level::Note, 1))),
        (vec![felt("2026-11-20", slow), felt("2026-08-01", slow)], None),
        (vec![felt("2026-08-01", slow)], None),
    ] {
        check(&Known { felt: &felt, ..quiet(&none) }, expected);
    }
}

#[test]
fn a_regular_client_asked_once_and_not_for_a_year_is_noted() {
    let orders = ["2025-01-10", "2025-11-22", "2026-11-01"].map(|text| Bought::on(day(text), Some(Money(100))));
    let history = History::until(day("2026-11-23"), &orders);
    let asked = |text| [(day(text), Evaluation::default())];
    let known = |evaluations| Known { evaluations, ..quiet(&history) };
    let (long_since, lately, ahead) = (asked("2025-11-22"), asked("2025-11-23"), asked("2026-11-24"));
    check(&known(&[]), None);
    check(&known(&long_since), Some((Level::Note, 1)));
    check(&known(&lately), None);
    check(&known(&ahead), None);
    check(&Known { status: Status::Client, ..known(&long_since) }, None);
    let long_ago = History::until(day("2026-11-23"), &orders[..2]);
    check(&Known { history: &long_ago, ..known(&long_since) }, None);
    let longer = asked("2025-09-23");
    let alert = judge(&known(&longer), &[]).alert.unwrap();
    let [Reason::Unasked(unasked)] = alert.reasons.as_slice() else { panic!("{alert:?}") };
    assert_eq!((unasked.0.since, unasked.0.months, alert.advice()), (Some(day("2025-09-23")), 14, Advice::Evaluate));
}

#[test]
fn of_a_client_never_met_no_day_of_a_meeting_is_told() {
    let orders = ["1970-01-01", "2025-11-22", "2026-11-01"].map(|text| Bought::on(day(text), Some(Money(100))));
    let history = History::until(day("2026-11-23"), &orders);
    let met = [Contact { kind: TouchKind::Meeting, day: day("2024-11-23"), id: TouchId(1) }];
    for (contacts, since, key) in
        [(&met[..0], None, "reason-nothing-new-ever"), (&met[..], Some(day("2024-11-23")), "reason-nothing-new")]
    {
        let alert = judge(&Known { contacts, ..quiet(&history) }, &[]).alert.unwrap();
        let [Reason::NothingNew(new)] = alert.reasons.as_slice() else { panic!("{alert:?}") };
        assert_eq!((new.0.since, new.sentence().key), (since, key));
    }
    // A shorter patience notes what a longer one lets pass.
    let lately = [Contact { day: day("2026-08-01"), ..met[0] }];
    let known = Known { contacts: &lately, ..quiet(&history) };
    check(&known, None);
    check(&Known { thresholds: Thresholds { novelty_days: 90, ..known.thresholds }, ..known }, Some((Level::Note, 1)));
}

#[test]
fn a_client_with_orders_alone_and_nothing_planned_was_dropped() {
    let orders = ["2026-08-01", "2026-09-01", "2026-10-02"].map(|text| Bought::on(day(text), Some(Money(100))));
    let history = History::until(day("2026-11-23"), &orders);
    let alert = |known: Known<'_>| judge(&known, &[]).alert.unwrap();
    let dropped = alert(Known { has_next: false, ..quiet(&history) });
    assert!(dropped.is_dropped());
    assert_eq!(dropped.reasons[0].signal().sentence().key, "reason-dropped-never");
    let called = [Contact { kind: TouchKind::Call, day: day("2026-11-20"), id: TouchId(1) }];
    assert!(!alert(Known { has_next: false, contacts: &called, ..quiet(&history) }).is_dropped());
}

#[test]
fn two_falls_in_a_row_of_what_is_thought_of_orders_are_a_watch() {
    let none = History::default();
    let found = |signs: &[&str]| -> Vec<(NaiveDate, Evaluation)> {
        let days = ["2026-08-01", "2026-09-01", "2026-10-01", "2026-12-01"];
        days.into_iter().zip(signs).map(|(on, signs)| (day(on), signs.parse().unwrap())).collect()
    };
    for (signs, expected) in [
        (&["++++..", "++0...", "+--..."][..], Some((Level::Watch, 1))),
        (&["++++..", "++0...", "++--++"], None),
        (&["++0...", "+--..."], None),
        // The last one lies ahead.
        (&["++++..", "++0...", "++0...", "---..."], None),
    ] {
        check(&Known { evaluations: &found(signs), ..quiet(&none) }, expected);
    }
    let alert = judge(&Known { evaluations: &found(&["+++...", "+.....", "-....."]), ..quiet(&none) }, &[]).alert;
    let Some(Reason::Quality(quality)) = alert.map(|alert| alert.reasons[0].clone()) else { panic!("no watch") };
    assert_eq!((quality.balances, quality.last), ([3, 1, -1], day("2026-10-01")));
}

#[test]
fn what_came_back_of_an_order_is_a_reason_for_sixty_days() {
    let back = |text, value, returned| {
        let order = Bought { returned: Money(returned), ..Bought::on(day(text), Some(Money(value))) };
        let history = History::until(day("2026-11-23"), &[order]);
        let alert = judge(&quiet(&history), &[]).alert;
        alert.map(|alert| (alert.level, alert.reasons[0].kind(), alert.reasons.len()))
    };
    assert_eq!(back("2026-10-01", 900, 100), Some((Level::Watch, "returned", 1)));
    assert_eq!(back("2026-10-01", 990, 10), Some((Level::Note, "returned", 1)));
    assert_eq!(back("2026-10-01", 1_000, 0), None);
    assert_eq!(back("2026-09-24", 900, 100), Some((Level::Watch, "returned", 1)));
    assert_eq!(back("2026-09-23", 900, 100), None);
}

#[test]
fn an_event_counts_for_sixty_days_and_a_competitor_until_it_is_gone() {
    let none = History::default();
    for (event, expected) in [
        ((EventKind::Owners, day("2026-10-01")), Some((Level::Watch, 1))),
        ((EventKind::Owners, day("2026-09-01")), None),
        ((EventKind::Competitor, day("2025-09-01")), Some((Level::Watch, 1))),
    ] {
        check(&Known { events: &[event], ..quiet(&none) }, expected);
    }
}

#[test]
fn a_competitor_is_a_note_then_a_watch_by_its_threat_and_a_hint_is_to_be_decided_about() {
    let none = History::default();
    let rival = |threat, losing, hint, decided| Competitor {
        id: CompetitorId(1),
        client: ClientId(1),
        what: Beside { name: "Lyra".into(), threat, losing, hint, ..Beside::default() },
        since: day("2026-11-01"),
        decided,
    };
    let raised = |rival: Competitor| {
        let alert = judge(&Known { rivals: &[rival], ..quiet(&none) }, &[]).alert;
        alert.map(|alert| (alert.level, alert.reasons[0].kind(), alert.advice()))
    };
    assert_eq!(raised(rival(0, false, false, None)), None);
    assert_eq!(raised(rival(1, false, false, None)), Some((Level::Note, "competitor", Advice::Visit)));
    assert_eq!(raised(rival(1, true, false, None)), Some((Level::Watch, "competitor", Advice::Visit)));
    assert_eq!(raised(rival(2, false, false, None)), Some((Level::Watch, "competitor", Advice::Visit)));
    assert_eq!(raised(rival(0, false, true, None)), Some((Level::Watch, "hint", Advice::Decide)));
    assert_eq!(raised(rival(0, false, true, Some((Way::Race, day("2026-12-01"))))), None);
    let late = late(&quiet(&none), 52, 0.04);
    check(&Known { rivals: &[rival(3, false, false, None)], ..late }, Some((Level::Alarm, 2)));
}

#[test]
fn a_dismissed_reason_is_silent_until_it_grows_louder_and_one_put_off_until_its_day() {
    let none = History::default();
    let answer = |level, until: Option<&str>| Answer {
        kind: "overdue".into(),
        cause: "2026-10-02".into(),
        level,
        day: day("2026-11-20"),
        until: until.map(day),
        dismissal: until.is_none().then_some(Dismissal::Seasonal),
        note: String::new(),
    };
    let watch = || late(&quiet(&none), 52, 0.01);
    let verdict = judge(&watch(), &[answer(Level::Watch, None)]);
    assert_eq!((verdict.alert, verdict.silenced[0].answer.dismissal), (None, Some(Dismissal::Seasonal)));
    assert!(judge(&late(&quiet(&none), 112, 0.0), &[answer(Level::Watch, None)]).alert.is_some());
    assert_eq!(judge(&watch(), &[answer(Level::Watch, Some("2026-11-24"))]).alert, None);
    assert!(judge(&watch(), &[answer(Level::Watch, Some("2026-11-23"))]).alert.unwrap().woken);
    let other_gap = Answer { cause: "2026-08-01".into(), ..answer(Level::Alarm, None) };
    assert!(!judge(&watch(), &[other_gap]).alert.unwrap().woken);
}

#[test]
fn one_client_with_a_fifth_of_the_revenue_is_a_reason_of_its_own() {
    let none = History::default();
    let hangs = |revenue| Concentration::of(Money(revenue), Money(100_000), 41, 0.2);
    assert_eq!(hangs(20_000).unwrap().average_clients, 10);
    check(&Known { concentration: hangs(20_000), ..quiet(&none) }, Some((Level::Watch, 1)));
    check(&Known { concentration: hangs(15_000), ..quiet(&none) }, Some((Level::Note, 1)));
    check(&Known { concentration: hangs(14_999), ..quiet(&none) }, None);
    let stricter = Concentration::of(Money(10_000), Money(100_000), 41, 0.1);
    check(&Known { concentration: stricter, ..quiet(&none) }, Some((Level::Watch, 1)));
    assert_eq!(Concentration::of(Money(0), Money(0), 0, 0.2), None);
    assert_eq!(Concentration::of(Money(5), Money(5), 1, 0.2).unwrap().average_clients, 0);
}

#[test]
fn falling_orders_are_a_watch_whose_numbers_are_those_of_the_orders() {
    let amounts = [100, 110, 95, 105, 100, 98, 80, 62, 50, 40];
    let orders: Vec<Bought> = amounts
        .iter()
        .enumerate()
        .map(|(place, amount)| Bought::on(day("2026-01-01") + Days::new(place as u64 * 30), Some(Money(amount * 100))))
        .collect();
    let history = History::until(day("2026-11-23"), &orders);
    let alert = judge(&quiet(&history), &[]).alert.unwrap();
    let [Reason::Volume(trend)] = alert.reasons.as_slice() else { panic!("{alert:?}") };
    assert_eq!((trend.usually, trend.lately, alert.level), (100.0, 50.0, Level::Watch));
}
