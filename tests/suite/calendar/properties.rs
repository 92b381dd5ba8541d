//! What holds for every plan, drawn at random with a fixed seed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use chrono::{Datelike, NaiveDate, TimeDelta, Weekday};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use regulars::domain::calendar::{
    Absence, Agenda, Choice, Decision, HolidayRule, Kept, NoDay, Period, Planned, Planner, Pushed, State, Terms, Why,
    WorkDays, barring_tag, density,
};
use regulars::domain::ids::{PersonId, RuleId, TouchId};
use regulars::domain::money::Money;
use regulars::domain::person::Anniversary;
use regulars::domain::status::Status;
use regulars::domain::table::{Anchor, DO_NOT_DISTURB, Responsible, Rule, When};
use regulars::domain::touch::{Contact, TouchKind};

use super::{Client, day, numbered_table, quota, terms};
use crate::support::Dice;

static DAYS: LazyLock<WorkDays> = LazyLock::new(WorkDays::russia);

/// How far ahead is planned.
const HORIZON: i64 = 200;

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 256,
        rng_seed: RngSeed::Fixed(2027),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// A book on a day.
#[derive(Clone)]
struct World {
    seed: u64,
    today: NaiveDate,
    rules: Vec<Rule>,
    clients: Vec<Client>,
    terms: Terms,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the world of seed {} on {}", self.seed, self.today)
    }
}

impl World {
    fn until(&self) -> NaiveDate {
        self.today + TimeDelta::days(HORIZON)
    }

    fn agenda(&self) -> Agenda {
        let facts: Vec<_> = self.clients.iter().map(Client::facts).collect();
        Agenda::plan(&Planner::new(&self.rules, &DAYS, self.today, self.until()), &self.terms, &facts)
    }

    /// This book with that plan for the one so far.
    fn keeping(&self, agenda: &Agenda) -> Self {
        let mut world = self.clone();
        for client in &mut world.clients {
            let own = agenda.touches.iter().filter(|touch| touch.client.0 == client.id);
            let open =
                own.map(|touch| Kept { key: touch.key.clone(), day: touch.day, touch: None, reason: touch.reason });
            let done = agenda.done.iter().filter(|(id, _)| id.0 == client.id).map(|(_, kept)| kept.clone());
            client.kept = open.chain(done).collect();
        }
        world
    }

    fn client(&mut self, id: i64) -> &mut Client {
        self.clients.iter_mut().find(|client| client.id == id).unwrap()
    }

    fn away(&self, day: NaiveDate) -> bool {
        self.terms.absences.iter().any(|away| away.from <= day && day <= away.to)
    }
}

type Days = BTreeMap<String, NaiveDate>;

fn days(agenda: &Agenda) -> Days {
    agenda.touches.iter().map(|touch| (touch.key.clone(), touch.day)).collect()
}

fn keys(agenda: &Agenda) -> BTreeSet<&str> {
    agenda.touches.iter().map(|touch| touch.key.as_str()).collect()
}

fn flexible(touch: &Planned) -> bool {
    !matches!(touch.why, Why::Occasion { .. })
}

/// What was planned stands where it stood; what is new had no day before.
fn nothing_moved(before: &Agenda, without: &str, after: &Agenda) -> Result<(), TestCaseError> {
    let mut left = days(before);
    left.remove(without);
    let after = days(after);
    for (key, day) in &left {
        prop_assert_eq!(after.get(key), Some(day), "{}", key);
    }
    for key in after.keys().filter(|key| !left.contains_key(*key)) {
        prop_assert!(before.homeless.iter().any(|one| one.key == *key), "{} is new", key);
    }
    Ok(())
}

fn near(one: NaiveDate, other: NaiveDate, within: i64) -> bool {
    (one - other).num_days().abs() < within
}

fn anniversary(dice: &mut Dice) -> Anniversary {
    let birth = if dice.below(10) == 0 {
        day("1984-02-29")
    } else {
        day("1960-01-01") + TimeDelta::days(dice.below(15_000) as i64)
    };
    Anniversary::of(birth)
}

fn client(id: i64, today: NaiveDate, dice: &mut Dice) -> Client {
    let contacts = if dice.below(2) == 0 { 0 } else { dice.below(8) };
    let birthdays = dice.below(3) as i64;
    let mut client = Client {
        id,
        status: *dice.one_of(&[Status::Client, Status::Regular, Status::Regular, Status::Former]),
        star: dice.below(4) == 0,
        tags: vec!["perm".to_owned(), "pilot-ok".to_owned()],
        since: today - TimeDelta::days(dice.below(900) as i64),
        industry: ["", "builder", "prosecutor", "press", "trade"][dice.below(5)],
        company_day: (dice.below(2) == 0).then(|| anniversary(dice)),
        birthdays: (0..birthdays).map(|n| (PersonId(id * 10 + n), anniversary(dice))).collect(),
        value: Money(dice.below(1_000_000) as i64),
        ..Client::new(Status::Regular)
    };
    for _ in 0..contacts {
        let kind = *dice.one_of(&TouchKind::ALL);
        client = client.contacted(kind, today - TimeDelta::days(dice.below(400) as i64));
    }
    client
}

/// Books of one to nine clients on a day of 2025 to 2028: three years by decree and one by law.
fn worlds() -> impl Strategy<Value = World> {
    any::<u64>().prop_map(|seed| {
        let mut dice = Dice(seed);
        let today = day("2025-01-01") + TimeDelta::days(dice.below(1_261) as i64);
        let clients = (1..=1 + dice.below(9) as i64).map(|id| client(id * 7, today, &mut dice)).collect();
        let absences = (0..dice.below(3)).map(|_| {
            let from = today + TimeDelta::days(dice.below(150) as i64);
            Absence { who: Responsible::Me, from, to: from + TimeDelta::days(dice.below(14) as i64) }
        });
        let terms = Terms { absences: absences.collect(), ..terms() };
        let rules = numbered_table().into_iter().map(|rule| Rule { responsible: Responsible::Me, ..rule }).collect();
        World { seed, today, rules, clients, terms }
    })
}

proptest! {
    #![proptest_config(config())]

    /// 1: what is owed is planned, done, or told to have no day; never more than was asked for.
    #[test]
    fn every_slot_is_accounted_for(world in worlds()) {
        let agenda = world.agenda();
        let planner = Planner::new(&world.rules, &DAYS, world.today, world.until());
        let planned = keys(&agenda);
        let homeless: BTreeSet<&str> = agenda.homeless.iter().map(|one| one.key.as_str()).collect();
        prop_assert_eq!(planned.len(), agenda.touches.len());
        prop_assert!(planned.is_disjoint(&homeless));
        for client in &world.clients {
            let mut slots: BTreeMap<(RuleId, String), usize> = BTreeMap::new();
            for occurrence in planner.owed(&client.facts()) {
                let key = occurrence.key(client.facts().client);
                let told = planned.contains(key.as_str()) || homeless.contains(key.as_str());
                let open = occurrence.state == State::Open;
                let in_sight = occurrence.to >= world.today && occurrence.ideal <= world.until();
                prop_assert_eq!(told, open && in_sight, "{} {:?}", key, occurrence.state);
                if let Why::Quota { span, .. } = occurrence.why()
                    && span.first() >= world.today && span.last() <= world.until()
                {
                    *slots.entry((occurrence.rule.id, span.label())).or_default() += 1;
                }
            }
            for ((rule, label), count) in slots {
                let rule = world.rules.iter().find(|other| other.id == rule).unwrap();
                let When::Quota { times, star_times, .. } = &rule.when else { continue };
                let times = if client.star { star_times.unwrap_or(*times) } else { *times };
                prop_assert_eq!(count, times as usize, "{} {}", rule.name, label);
            }
        }
    }

    /// 2, 5, 6: on a working day of its window, when whoever does it is there.
    #[test]
    fn a_touch_stands_on_a_day_it_can_be_done_on(world in worlds()) {
        let agenda = world.agenda();
        for touch in &agenda.touches {
            prop_assert!(DAYS.is_working(touch.day) && !world.away(touch.day), "{:?}", touch);
            prop_assert!(touch.day >= world.today && touch.day <= touch.to, "{:?}", touch);
            // Before its window only where whoever does it is away in all of it.
            let before_leave = || touch.from.max(world.today).iter_days().take_while(|day| *day <= touch.to)
                .all(|day| world.away(day) || !DAYS.is_working(day));
            prop_assert!(touch.from <= touch.day || before_leave(), "{:?}", touch);
            if let Why::Occasion { date, .. } = touch.why {
                let early = (date - touch.to).num_days();
                let over_a_break = touch.day <= date || DAYS.add(touch.day, -1) + TimeDelta::days(7) < date;
                prop_assert!(early <= 7 && over_a_break, "{:?}", touch);
                prop_assert!((touch.from - touch.day).num_days() <= 21, "{:?}", touch);
            }
        }
        prop_assert!(agenda.touches.is_sorted_by_key(|touch| (touch.day, touch.key.clone())));
    }

    /// 3: no two touches of a client within five days, but occasions and what was logged.
    #[test]
    fn touches_keep_their_distance(world in worlds()) {
        let agenda = world.agenda();
        for (at, touch) in agenda.touches.iter().enumerate().filter(|(_, touch)| flexible(touch)) {
            let others = agenda.touches.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
            for other in others.filter(|other| other.client == touch.client) {
                prop_assert!(!near(other.day, touch.day, 5), "{:?} beside {:?}", touch, other);
            }
            let contacts = &world.clients.iter().find(|client| client.id == touch.client.0).unwrap().contacts;
            prop_assert!(contacts.iter().all(|contact| !near(contact.day, touch.day, 5)), "{:?}", touch);
        }
    }

    /// 4: two touches of one row stand half a slot apart, or say that no day was free.
    #[test]
    fn siblings_stand_half_a_slot_apart(world in worlds()) {
        let agenda = world.agenda();
        for pair in agenda.touches.iter().flat_map(|one| agenda.touches.iter().map(move |other| (one, other))) {
            let (one, other) = pair;
            let (Why::Quota { of, span, .. }, Why::Quota { .. }) = (&one.why, &other.why) else { continue };
            if (one.client, one.rule) != (other.client, other.rule) || one.key == other.key {
                continue;
            }
            let length = (span.last() - span.first()).num_days() + 1;
            let told = [one, other].iter().any(|touch| touch.reason.pushed == Pushed::Closer);
            // Neighbouring periods differ by a few days.
            prop_assert!(told || !near(one.day, other.day, length / i64::from(2 * of) - 2), "{:?} {:?}", one, other);
        }
    }

    /// 7: planning again changes nothing.
    #[test]
    fn planning_again_changes_nothing(world in worlds()) {
        let first = world.agenda();
        let kept = world.keeping(&first);
        let second = kept.agenda();
        prop_assert_eq!(&second.touches, &first.touches);
        prop_assert_eq!(&kept.keeping(&second).agenda().touches, &first.touches);
        prop_assert_eq!(second.homeless, first.homeless);
    }

    /// 8: the order of anything listed changes nothing.
    #[test]
    fn the_order_of_the_facts_changes_nothing(world in worlds(), seed in any::<usize>()) {
        let expected = world.agenda();
        let mut turned = world.clone();
        let turn = |len: usize| if len == 0 { 0 } else { seed % len };
        let (rules, clients) = (turn(turned.rules.len()), turn(turned.clients.len()));
        turned.rules.rotate_left(rules);
        turned.rules.reverse();
        turned.clients.rotate_left(clients);
        turned.terms.absences.reverse();
        for client in &mut turned.clients {
            let by = turn(client.contacts.len());
            client.contacts.rotate_left(by);
            client.tags.reverse();
            client.birthdays.reverse();
        }
        let agenda = turned.agenda();
        prop_assert_eq!(agenda.touches, expected.touches);
        prop_assert_eq!(agenda.homeless, expected.homeless);
    }

    /// 9: a planned contact, logged on its day, removes its touch and moves no other; without it everything is as before.
    #[test]
    fn logging_a_planned_touch_removes_it_and_moves_no_other(world in worlds(), pick in any::<Index>()) {
        let agenda = world.agenda();
        prop_assume!(!agenda.touches.is_empty());
        let touch = &agenda.touches[pick.index(agenda.touches.len())];
        let kept = world.keeping(&agenda);
        let mut logged = kept.clone();
        let id = TouchId(1_000);
        logged.client(touch.client.0).contacts.push(Contact { id, kind: touch.kind, day: touch.day });
        // Another touch of the client that the contact counts for, on that very day, would do as well.
        let twins = agenda.touches.iter().filter(|other| {
            let rule = world.rules.iter().find(|rule| rule.id == other.rule).unwrap();
            other.client == touch.client && other.day == touch.day && rule.counts(touch.kind)
        });
        prop_assume!(twins.count() == 1 && agenda.homeless.iter().all(|other| other.client != touch.client));
        prop_assume!(world.clients.iter().any(|client| client.id == touch.client.0 && client.status != Status::Former));
        nothing_moved(&agenda, &touch.key, &logged.agenda())?;
        prop_assert_eq!(days(&kept.agenda()), days(&agenda));
    }

    /// 10, 25: a contact closes one touch at most of each row, and never opens one.
    #[test]
    fn a_contact_closes_one_touch_at_most(world in worlds(), kind in any::<Index>(), ago in 0..400_i64) {
        let agenda = world.agenda();
        let mut logged = world.keeping(&agenda);
        let kind = TouchKind::ALL[kind.index(TouchKind::ALL.len())];
        let (id, on) = (TouchId(1_000), world.today - TimeDelta::days(ago));
        prop_assume!(logged.clients[0].status != Status::Former);
        logged.clients[0].contacts.push(Contact { id, kind, day: on });
        let planner = Planner::new(&world.rules, &DAYS, world.today, world.until());
        let open = |client: &Client| -> BTreeSet<String> {
            let owed = planner.owed(&client.facts());
            let open = owed.iter().filter(|one| one.state == State::Open && one.to >= world.today);
            open.map(|one| one.key(client.facts().client)).collect()
        };
        let mut before = world.clone();
        before.clients[0].kept = logged.clients[0].kept.clone();
        let (before, after) = (open(&before.clients[0]), open(&logged.clients[0]));
        prop_assert!(after.is_subset(&before));
        prop_assert!(after.len() + 1 >= before.len());
    }

    /// 11: a touch that is skipped goes and stays away; taken in again it comes back.
    #[test]
    fn a_skipped_touch_goes_alone_and_comes_back(world in worlds(), pick in any::<Index>()) {
        let agenda = world.agenda();
        prop_assume!(!agenda.touches.is_empty());
        let touch = &agenda.touches[pick.index(agenda.touches.len())];
        prop_assume!(world.clients.iter().any(|client| client.id == touch.client.0 && client.status != Status::Former));
        let kept = world.keeping(&agenda);
        let mut skipped = kept.clone();
        skipped.client(touch.client.0).decisions = vec![Decision { key: touch.key.clone(), choice: Choice::Skip }];
        let without = skipped.agenda();
        nothing_moved(&agenda, &touch.key, &without)?;
        let again = skipped.keeping(&without).agenda();
        prop_assert_eq!(days(&again), days(&without));
        prop_assert_eq!(days(&kept.agenda()), days(&agenda));
    }

    /// 12: a touch put off stands on that day; nothing else moves but what came too near to it.
    #[test]
    fn a_touch_put_off_stands_on_its_day(world in worlds(), pick in any::<Index>(), by in 1..40_i64) {
        let agenda = world.agenda();
        prop_assume!(!agenda.touches.is_empty());
        let touch = &agenda.touches[pick.index(agenda.touches.len())];
        let to = touch.day + TimeDelta::days(by);
        prop_assume!(DAYS.is_working(to) && !world.away(to) && to <= world.until());
        for choice in [Choice::Snooze(to), Choice::Pin(to)] {
            let mut changed = world.keeping(&agenda);
            changed.client(touch.client.0).decisions = vec![Decision { key: touch.key.clone(), choice }];
            let after = changed.agenda();
            for other in &after.touches {
                let Some(was) = agenda.touches.iter().find(|before| before.key == other.key) else {
                    prop_assert!(agenda.homeless.iter().any(|before| before.key == other.key), "{:?}", other);
                    continue;
                };
                if other.key == touch.key {
                    prop_assert_eq!((other.day, other.reason.pushed), (to, Pushed::ByHand));
                } else if other.client != touch.client || !near(was.day, to, 5) {
                    prop_assert_eq!(was.day, other.day, "{:?}", other);
                }
            }
        }
    }

    /// 13, 26: another client moves nothing but what stands on days above the cap, and nothing of this week; one that
    /// goes moves nothing.
    #[test]
    fn another_client_moves_little(world in worlds(), seed in any::<u64>()) {
        let agenda = world.agenda();
        let kept = world.keeping(&agenda);
        let mut more = kept.clone();
        more.clients.push(client(1_000, world.today, &mut Dice(seed)));
        let after = more.agenda();
        let frozen = DAYS.add(DAYS.on_or_after(world.today), 4);
        let cap = u64::from(after.board.level(Responsible::Me).0) * 115 / 100;
        let own: Days = days(&agenda);
        for touch in after.touches.iter().filter(|touch| touch.client.0 != 1_000) {
            let Some(before) = own.get(&touch.key) else { continue };
            if *before != touch.day {
                let stood = agenda.touches.iter().chain(after.touches.iter().filter(|touch| touch.client.0 == 1_000));
                let load: u64 = stood.filter(|other| other.day == *before).map(|other| u64::from(other.minutes)).sum();
                prop_assert!(*before > frozen && flexible(touch), "{:?}", touch);
                // The newcomer's touches may have been moved on from there themselves.
                prop_assert!(load + 60 > cap, "{:?} {} {}", touch, load, cap);
            }
        }
        let mut fewer = kept;
        let gone = fewer.clients.pop().unwrap();
        let left: Days = days(&agenda)
            .into_iter()
            .filter(|(key, _)| agenda.touches.iter().any(|touch| touch.key == *key && touch.client.0 != gone.id))
            .collect();
        let after = days(&fewer.agenda());
        for (key, day) in left {
            prop_assert_eq!(after.get(&key), Some(&day), "{}", key);
        }
    }

    /// 14, 15: one more a period keeps the slots there were and what was decided about them; there and back is as before.
    #[test]
    fn a_row_edited_there_and_back_asks_for_the_same(world in worlds(), times in 1..5_u32, pick in any::<Index>()) {
        let of = |times| Rule { id: RuleId(77), ..quota(TouchKind::Message, times, Period::Quarter) };
        let few = World { rules: vec![of(times)], ..world };
        let before = few.agenda();
        let kept = few.keeping(&before);
        prop_assume!(!before.touches.is_empty());
        let touch = &before.touches[pick.index(before.touches.len())];
        let mut many = World { rules: vec![of(times + 1)], ..kept.clone() };
        many.client(touch.client.0).decisions = vec![Decision { key: touch.key.clone(), choice: Choice::Skip }];
        let owed = |world: &World, client: &Client| -> BTreeSet<String> {
            let planner = Planner::new(&world.rules, &DAYS, world.today, world.until());
            let quarter = Period::Quarter.of(world.today).next();
            let whole = planner.owed(&client.facts());
            let whole = whole.iter().filter(|one| matches!(one.why(), Why::Quota { span, .. } if span == quarter));
            whole.map(|one| one.key(client.facts().client)).collect()
        };
        for (one, other) in few.clients.iter().zip(&many.clients) {
            prop_assert!(owed(&few, one).is_subset(&owed(&many, other)));
        }
        let after = many.agenda();
        prop_assert!(!keys(&after).contains(touch.key.as_str()));
        let back = World { rules: vec![of(times)], ..kept };
        let agenda = back.agenda();
        prop_assert_eq!(keys(&agenda), keys(&before));
    }

    /// 16: the fullest day lies between the bound and what was promised.
    #[test]
    fn the_fullest_day_is_near_the_bound(world in worlds()) {
        let mut world = world;
        for client in &mut world.clients {
            // Nothing is late, and nothing stands in the way.
            client.contacts.clear();
            client.since = world.today;
        }
        let agenda = world.agenda();
        let loads = agenda.board.loads(Responsible::Me);
        let peak = loads.iter().copied().max().unwrap_or(0);
        let place = |day: NaiveDate| (day - world.today).num_days().clamp(0, HORIZON) as usize;
        let worked: Vec<bool> = world.today.iter_days().take(HORIZON as usize + 1)
            .map(|day| DAYS.is_working(day) && !world.away(day)).collect();
        let hard = agenda.touches.iter().filter(|touch| touch.from <= touch.day);
        let least = density(&worked, hard.map(|touch| (place(touch.from), place(touch.to), touch.minutes))).level;
        prop_assert!(peak >= least, "{} {}", peak, least);
        let longest = agenda.touches.iter().map(|touch| touch.minutes).max().unwrap_or(0);
        let level = agenda.board.bound(Responsible::Me).max(longest);
        prop_assert!(f64::from(peak) <= 1.35 * f64::from(level) + f64::from(longest), "{} {}", peak, level);
    }

    /// 17: where not everything fits no day holds more than its minutes, and what has no day says so.
    #[test]
    fn a_full_day_holds_no_more(world in worlds(), minutes in 15..60_u32) {
        let mut world = world;
        world.terms.minutes = minutes;
        let agenda = world.agenda();
        let most = agenda.board.loads(Responsible::Me).iter().copied().max().unwrap_or(0);
        prop_assert!(most <= minutes, "{} {}", most, minutes);
        for one in &agenda.homeless {
            prop_assert!(one.why != NoDay::Crowded || one.minutes <= minutes, "{:?}", one);
        }
        let again = world.keeping(&agenda).agenda();
        prop_assert_eq!(days(&again), days(&agenda));
    }

    /// 18: who was born on 29 February is greeted once a year, at the end of February.
    #[test]
    fn a_leap_day_is_greeted_once_a_year(year in 2024..2032_i32) {
        let client = Client {
            birthdays: vec![(PersonId(1), Anniversary::of(day("1984-02-29")))],
            ..Client::new(Status::Regular)
        };
        let today = NaiveDate::from_ymd_opt(year, 1, 20).unwrap();
        let planned = super::plan(&numbered_table(), &client, today, today + TimeDelta::days(92));
        let greetings: Vec<_> = planned.iter().filter(|touch| touch.key.starts_with("A|")).collect();
        prop_assert_eq!(greetings.len(), 1);
        prop_assert_eq!((greetings[0].day.year(), greetings[0].day.month()), (year, 2));
    }

    /// 19: the 256th day, the nth and the last weekday of a month.
    #[test]
    fn days_of_the_year_lie_where_they_should(year in 1990..2100_i32, month in 1..13_u32, nth in 1..5_i8) {
        let programmers = HolidayRule::YearDay(256).in_year(year).unwrap();
        prop_assert_eq!((programmers.month(), programmers.day()), (9, if programmers.leap_year() { 12 } else { 13 }));
        let counted = HolidayRule::Nth(month, Weekday::Thu, nth).in_year(year).unwrap();
        let n = nth.unsigned_abs();
        prop_assert!(counted.weekday() == Weekday::Thu && (u32::from(7 * n - 6)..=u32::from(7 * n)).contains(&counted.day()));
        let last = HolidayRule::Nth(month, Weekday::Thu, -1).in_year(year).unwrap();
        prop_assert!(last.month() == month && (last + TimeDelta::days(7)).month() != month);
    }

    /// 22: a New Year greeting has the key of the new year on either side of it.
    #[test]
    fn the_new_year_is_greeted_under_its_own_key(year in 2024..2030_i32, id in 0..1_000_i64) {
        let client = Client { id, ..Client::new(Status::Regular) };
        let all = |on: (i32, u32, u32)| {
            let today = NaiveDate::from_ymd_opt(on.0, on.1, on.2).unwrap();
            let planner_rules = numbered_table();
            let planner = Planner::new(&planner_rules, &DAYS, today, today + TimeDelta::days(60));
            let owed = planner.owed(&client.facts());
            // What has its own day in the weeks after the days off.
            let first = NaiveDate::from_ymd_opt(year + 1, 1, 12).unwrap();
            let weeks = owed.iter().filter(|one| one.ideal >= first && one.ideal < first + TimeDelta::days(45));
            let weeks = weeks.map(|one| one.key(client.facts().client)).collect::<BTreeSet<_>>();
            (weeks, owed.iter().map(|one| one.key(client.facts().client)).collect::<BTreeSet<_>>())
        };
        let (_, early) = all((year, 12, 1));
        prop_assert!(early.iter().any(|key| key.ends_with(&format!("|new_year|{}", year + 1))), "{:?}", early);
        prop_assert_eq!(all((year, 12, 31)).0, all((year + 1, 1, 1)).0);
    }

    /// 23: a former client has two touches a year at most.
    #[test]
    fn a_former_client_has_two_touches_a_year_at_most(world in worlds()) {
        let mut world = world;
        world.rules.iter_mut().for_each(|rule| rule.scope.statuses.push(Status::Former));
        world.clients.iter_mut().for_each(|client| client.status = Status::Former);
        let agenda = world.agenda();
        for client in &world.clients {
            let mut years: BTreeMap<i32, usize> = BTreeMap::new();
            for touch in agenda.touches.iter().filter(|touch| touch.client.0 == client.id) {
                // A greeting for January may stand in December.
                *years.entry(touch.reason.own.year()).or_default() += 1;
            }
            for (year, count) in years {
                let had = client.contacts.iter().filter(|contact| contact.day.year() == year).count();
                prop_assert!(had + count <= 2, "{} and {} in {}", had, count, year);
            }
        }
    }

    /// 24: who bars a kind of contact gets none of it; what nothing else can do is told to have no day.
    #[test]
    fn a_barred_kind_is_left_out_and_told(world in worlds(), kind in any::<Index>()) {
        let kind = TouchKind::ALL[kind.index(TouchKind::ALL.len())];
        let mut barred = world.clone();
        barred.clients.iter_mut().for_each(|client| client.tags.push(barring_tag(kind)));
        let (all, left) = (world.agenda(), barred.agenda());
        prop_assert!(left.touches.iter().all(|touch| touch.kind != kind));
        let told = left.homeless.iter().filter(|one| one.why == NoDay::Barred).count();
        let alone = world.rules.iter().filter(|rule| rule.kind == kind && rule.also_counts.is_empty());
        let alone: BTreeSet<RuleId> = alone.map(|rule| rule.id).collect();
        let asked = all.touches.iter().filter(|touch| alone.contains(&touch.rule)).count()
            + all.homeless.iter().filter(|one| alone.contains(&one.rule)).count();
        prop_assert_eq!(told, asked);
    }

    #[test]
    fn who_must_not_be_disturbed_is_left_alone(world in worlds()) {
        let mut world = world;
        world.clients.iter_mut().for_each(|client| client.tags.push(DO_NOT_DISTURB.to_owned()));
        prop_assert_eq!(world.agenda().touches, []);
    }

    /// A touch so many days after the last contact: one at a time, never before half of them are over.
    #[test]
    fn a_touch_after_the_last_contact_is_due_until_it_is_done(world in worlds(), length in 10..120_u32) {
        let when = When::Quota {
            times: 1, star_times: None, at_most: None, per: Period::Days(length), anchor: Anchor::LastContact,
        };
        let mut world = World { rules: vec![super::rule(TouchKind::Call, when)], ..world };
        world.clients.iter_mut().for_each(|client| client.status = Status::Regular);
        let agenda = world.agenda();
        for client in &world.clients {
            let own: Vec<_> = agenda.touches.iter().filter(|touch| touch.client.0 == client.id).collect();
            prop_assert!(own.len() <= 1);
            let last = client.contacts.iter().filter(|contact| contact.kind == TouchKind::Call).map(|contact| contact.day).max();
            if let (Some(last), Some(touch)) = (last, own.first()) {
                prop_assert!((touch.day - last).num_days() >= i64::from(length / 2), "{:?} {}", touch, last);
            }
        }
    }
}
