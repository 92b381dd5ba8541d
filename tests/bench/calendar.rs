//! The calendar against its goals: a year of 67 managers with 150 clients each, and what single changes move.

use std::collections::HashMap;

use anyhow::Result;
use chrono::{NaiveDate, TimeDelta};
use regulars::domain::calendar::{
    Absence, Agenda, Board, Choice, Decision, Facts, Kept, NoDay, Period, Planned, Planner, Pushing, Terms, Why,
    WorkDays,
};
use regulars::domain::ids::{ClientId, OrderId, PersonId, RuleId, TouchId};
use regulars::domain::money::Money;
use regulars::domain::person::Anniversary;
use regulars::domain::status::Status;
use regulars::domain::table::{Responsible, Rule, When, default_table};
use regulars::domain::touch::{Contact, TouchKind};

use crate::args::Args;
use crate::process::own_cpu_ms;
use crate::table::{Bound as Goal, print};
use crate::world::Random;

/// The clients of a manager.
const SHARD: usize = 150;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The default rows, all done by the manager; a star brings one message more a quarter.
fn table() -> Vec<Rule> {
    let rules = (1..).zip(default_table());
    let rules = rules.map(|(id, rule)| Rule { id: RuleId(id), responsible: Responsible::Me, ..rule });
    rules
        .map(|mut rule| {
            if let ("message", When::Quota { star_times, .. }) = (rule.name.as_str(), &mut rule.when) {
                *star_times = Some(3);
            }
            rule
        })
        .collect()
}

#[derive(Clone)]
struct Client {
    id: i64,
    status: Status,
    star: bool,
    industry: String,
    company_day: Anniversary,
    birthday: [(PersonId, Anniversary); 1],
    contacts: Vec<Contact>,
    decisions: Vec<Decision>,
    kept: Vec<Kept>,
}

impl Client {
    fn of(id: i64, random: &mut Random, industries: &[String]) -> Self {
        let active = random.below(100) < 75;
        let mut of_year = || Anniversary::of(day("1990-01-01") + TimeDelta::days(random.below(365) as i64));
        let (company_day, birthday) = (of_year(), of_year());
        Self {
            id,
            status: if active { Status::Regular } else { Status::Former },
            star: active && random.below(100) < 15,
            industry: industries[random.below(industries.len())].clone(),
            company_day,
            birthday: [(PersonId(id), birthday)],
            contacts: Vec::new(),
            decisions: Vec::new(),
            kept: Vec::new(),
        }
    }

    fn facts(&self) -> Facts<'_> {
        const NO_ORDERS: &[(NaiveDate, OrderId)] = &[];
        Facts {
            client: ClientId(self.id),
            status: self.status,
            star: self.star,
            tags: &[],
            barred: false,
            interval: None,
            declined: &[],
            since: day("2027-01-01"),
            industry: &self.industry,
            company_day: Some(self.company_day),
            birthdays: &self.birthday,
            orders: NO_ORDERS,
            revenue: Money(0),
            value: Money(0),
            contacts: &self.contacts,
            decisions: &self.decisions,
            plan: &self.kept,
        }
    }
}

/// A manager with the clients and the absences of a year.
#[derive(Clone)]
struct Shard {
    clients: Vec<Client>,
    terms: Terms,
}

impl Shard {
    fn of(number: usize, random: &mut Random, industries: &[String]) -> Self {
        let first = (number * SHARD) as i64;
        let clients = (first..first + SHARD as i64).map(|id| Client::of(id, random, industries)).collect();
        let away = |from: NaiveDate| Absence { who: Responsible::Me, from, to: from + TimeDelta::days(13) };
        let begin = [random.below(168), 182 + random.below(168)];
        let absences = begin.map(|begin| away(day("2027-01-01") + TimeDelta::days(begin as i64)));
        Self { clients, terms: Terms { minutes: u32::MAX / 2, absences: absences.to_vec(), levels: [0; 4] } }
    }

    /// The days of all touches, not yet told.
    fn give_out(&self, planner: &Planner<'_>) -> Board {
        let mut board = self.terms.board(planner.days(), planner.today(), planner.until());
        for client in &self.clients {
            let facts = client.facts();
            board.add(&facts, &planner.owed(&facts), |_| true);
        }
        board.arrange(Pushing::OffFullDays);
        board
    }

    fn plan(&self, planner: &Planner<'_>) -> Agenda {
        let facts: Vec<Facts<'_>> = self.clients.iter().map(Client::facts).collect();
        Agenda::plan(planner, &self.terms, &facts)
    }

    /// Takes a plan for the one so far.
    fn keep(&mut self, agenda: &Agenda) {
        let places: HashMap<i64, usize> =
            self.clients.iter().enumerate().map(|(place, client)| (client.id, place)).collect();
        self.clients.iter_mut().for_each(|client| client.kept.clear());
        for touch in &agenda.touches {
            let kept = Kept { key: touch.key.clone(), day: touch.day, touch: None, reason: touch.reason };
            self.clients[places[&touch.client.0]].kept.push(kept);
        }
    }
}

fn moved(before: &[Planned], after: &[Planned]) -> usize {
    let days: HashMap<&str, NaiveDate> = before.iter().map(|touch| (touch.key.as_str(), touch.day)).collect();
    after.iter().filter(|touch| days.get(touch.key.as_str()).is_some_and(|day| *day != touch.day)).count()
}

fn line(what: &str, value: f64, unit: &str, bound: &str) {
    println!("  {what:<58} {value:>9.2}{unit:<3} {bound}");
}

/// Prints every goal with what was found.
#[expect(clippy::unnecessary_wraps, reason = "every figure is measured by a function of this shape")]
pub fn measure(args: &Args) -> Result<()> {
    let days = WorkDays::russia();
    let industries: Vec<String> = days.professional(2027).keys().map(|id| (*id).to_owned()).collect();
    let mut random = Random::of(args.seed());
    let shards: Vec<Shard> =
        (0..args.clients().div_ceil(SHARD)).map(|n| Shard::of(n, &mut random, &industries)).collect();
    let rules = table();
    // Some days before the year, so that birthdays in its first week can be greeted at all.
    let (today, until) = (day("2026-12-28"), day("2027-12-31"));
    let (mut times, mut boards) = (Vec::new(), Vec::new());
    for _ in 0..args.rounds() {
        let before = own_cpu_ms();
        let planner = Planner::new(&rules, &days, today, until);
        boards = shards.iter().map(|shard| shard.give_out(&planner)).collect();
        times.push(own_cpu_ms() - before);
    }
    drop(boards);
    let planner = Planner::new(&rules, &days, today, until);
    let agendas: Vec<Agenda> = shards.iter().map(|shard| shard.plan(&planner)).collect();
    let touches: usize = agendas.iter().map(|agenda| agenda.touches.len()).sum();
    print(&format!("{touches} touches of a year planned (100 ms): CPU"), " ms", &times, Goal::None);
    report_levels(&agendas);
    report_distances(&agendas);
    let homeless: Vec<NoDay> = agendas.iter().flat_map(|agenda| agenda.homeless.iter().map(|one| one.why)).collect();
    line("without a day", homeless.len() as f64 * 100.0 / touches as f64, " %", "at most 0.02 %, each explained");
    report_changes(&shards, &agendas, &planner, args, &industries);
    report_rules(&shards, &agendas, &days, &rules);
    Ok(())
}

/// How far the fullest day of each manager lies above the bound.
fn report_levels(agendas: &[Agenda]) {
    let ratios: Vec<f64> = agendas
        .iter()
        .map(|agenda| {
            let peak = agenda.board.loads(Responsible::Me).iter().max().copied().unwrap_or(0);
            f64::from(peak) / f64::from(agenda.board.bound(Responsible::Me))
        })
        .collect();
    line("fullest day to the bound, mean", ratios.iter().sum::<f64>() / ratios.len() as f64, "", "at most 1.15");
    line("fullest day to the bound, worst manager", ratios.iter().copied().fold(0.0, f64::max), "", "at most 1.35");
}

/// How near touches of one client come to each other, and how far they stand from their own days.
fn report_distances(agendas: &[Agenda]) {
    let flexible = |touch: &Planned| matches!(touch.why, Why::Quota { .. });
    let (mut near, mut off, mut count) = (0, 0, 0);
    for agenda in agendas {
        let mut by_client: HashMap<ClientId, Vec<&Planned>> = HashMap::new();
        for touch in &agenda.touches {
            by_client.entry(touch.client).or_default().push(touch);
            if flexible(touch) {
                off += (touch.day - touch.reason.own).num_days().abs();
                count += 1;
            }
        }
        for touches in by_client.values() {
            let pairs = touches.windows(2).filter(|pair| flexible(pair[0]) || flexible(pair[1]));
            near += pairs.filter(|pair| (pair[1].day - pair[0].day).num_days() < 5).count();
        }
    }
    line("touches too near to each other, but for occasions", f64::from(near as u32), "", "0");
    line("days off the client's own rhythm, mean", off as f64 / f64::from(count), "", "at most 7");
}

fn report_changes(shards: &[Shard], agendas: &[Agenda], planner: &Planner<'_>, args: &Args, industries: &[String]) {
    let (mut times, mut logged, mut snoozed, mut skipped, mut undone, mut added) = (Vec::new(), 0, 0, 0, 0, 0);
    let mut random = Random::of(args.seed() + 1);
    let (mut forced, mut absence) = (0, 0);
    for (shard, agenda) in shards.iter().zip(agendas) {
        let mut kept = shard.clone();
        kept.keep(agenda);
        let touch = &agenda.touches[random.below(agenda.touches.len())];
        let at = kept.clients.iter().position(|client| client.id == touch.client.0).unwrap_or(0);
        let mut changed = kept.clone();
        let contact = Contact { id: TouchId(1), kind: touch.kind, day: touch.day };
        changed.clients[at].contacts.push(contact);
        let before = own_cpu_ms();
        drop(changed.give_out(planner));
        times.push(own_cpu_ms() - before);
        let after = changed.plan(planner);
        logged += moved(&agenda.touches, &after.touches);
        undone += moved(&agenda.touches, &kept.plan(planner).touches);
        let others = |choice| {
            let mut changed = kept.clone();
            changed.clients[at].decisions.push(Decision { key: touch.key.clone(), choice });
            let after = changed.plan(planner).touches;
            let after: Vec<Planned> = after.into_iter().filter(|other| other.key != touch.key).collect();
            moved(&agenda.touches, &after)
        };
        skipped += others(Choice::Skip);
        // To a day with nothing near it: where something is, it would give way.
        let near = |day: NaiveDate| {
            let own = agenda.touches.iter().filter(|other| other.client == touch.client && other.key != touch.key);
            own.into_iter().any(|other| (other.day - day).num_days().abs() < 9)
        };
        // And on which somebody is there: from a day off or away it would go on to the next, near to whatever stands there.
        let there = |day: NaiveDate| {
            let mut absences = shard.terms.absences.iter();
            planner.days().is_working(day) && !absences.any(|away| away.from <= day && day <= away.to)
        };
        let later = (20..200).map(|off| touch.day + TimeDelta::days(off)).find(|day| there(*day) && !near(*day));
        snoozed += later.map_or(0, |day| others(Choice::Snooze(day)));
        let mut changed = kept.clone();
        changed.clients.push(Client::of(1_000_000 + at as i64, &mut random, industries));
        added += moved(&agenda.touches, &changed.plan(planner).touches);
        let from = day("2027-01-11") + TimeDelta::days(random.below(330) as i64);
        let to = from + TimeDelta::days(13);
        let mut changed = kept.clone();
        changed.terms.absences.push(Absence { who: Responsible::Me, from, to });
        absence += moved(&agenda.touches, &changed.plan(planner).touches);
        forced += agenda.touches.iter().filter(|touch| from <= touch.day && touch.day <= to).count();
    }
    let each = |count: usize| count as f64 / shards.len() as f64;
    print("re-planned after one change, 150 clients (2 ms): CPU", " ms", &times, Goal::None);
    line("others moved by a call logged on its day", each(logged), "", "0");
    line("others moved by a touch put off to a quiet day", each(snoozed), "", "0");
    line("others moved by a touch skipped", each(skipped), "", "0");
    line("others moved by nothing at all", each(undone), "", "0");
    line("others moved by one client more", each(added), "", "at most 5");
    line("moved by two weeks away, to those forced", absence as f64 / forced as f64, "", "at most 2.5");
}

/// What one message more a quarter moves.
fn report_rules(shards: &[Shard], agendas: &[Agenda], days: &WorkDays, rules: &[Rule]) {
    let mut rules = rules.to_vec();
    for rule in rules.iter_mut().filter(|rule| rule.name == "message") {
        if let When::Quota { times, star_times, per, .. } = &mut rule.when {
            (*times, *star_times) = (*times + 1, star_times.map(|times| times + 1));
            assert_eq!(*per, Period::Quarter);
        }
    }
    let planner = Planner::new(&rules, days, day("2026-12-28"), day("2027-12-31"));
    let (mut others, mut all) = (0, 0);
    for (shard, agenda) in shards.iter().zip(agendas) {
        let mut kept = shard.clone();
        kept.keep(agenda);
        let after = kept.plan(&planner);
        let untouched =
            |touch: &&Planned| touch.kind != TouchKind::Message || matches!(touch.why, Why::Occasion { .. });
        let before: Vec<Planned> = agenda.touches.iter().filter(untouched).cloned().collect();
        others += moved(&before, &after.touches);
        all += agenda.touches.len();
    }
    line("others moved by one message more a quarter", others as f64 * 100.0 / all as f64, " %", "at most 2 %");
}
