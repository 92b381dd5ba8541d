//! Planning touches from the rules, and scoring clients by their rhythm: CPU time, with no file and no screen.

use std::hint::black_box;

use anyhow::Result;
use chrono::{Days, NaiveDate};
use regulars::domain::calendar::{Facts, Planner, WorkDays};
use regulars::domain::churn::{Base, History, Model, Parameters, Score};
use regulars::domain::ids::ClientId;
use regulars::domain::money::Money;
use regulars::domain::status::Status;
use regulars::domain::table::default_table;
use regulars::domain::touch::{Contact, TouchKind};

use crate::args::Args;
use crate::process::own_cpu_ms;
use crate::table::{Bound, print};
use crate::world::{Random, TODAY};

/// The days that are planned ahead.
const AHEAD: Days = Days::new(92);

/// Plans every client with the default communication table.
pub fn measure_planning(args: &Args) -> Result<()> {
    let today: NaiveDate = TODAY.parse()?;
    let mut random = Random::of(args.seed());
    let contacts: Vec<Vec<Contact>> = (0..args.clients())
        .map(|_| {
            let count = random.below(6);
            let mut contact = || Contact { kind: TouchKind::Call, day: today - Days::new(random.below(300) as u64) };
            (0..count).map(|_| contact()).collect()
        })
        .collect();
    let (rules, days) = (default_table(), WorkDays::russia());
    let (mut times, mut planned) = (Vec::new(), 0);
    for _ in 0..args.rounds() {
        let before = own_cpu_ms()?;
        let planner = Planner::new(&rules, &days, today, today + AHEAD);
        planned =
            contacts.iter().enumerate().map(|(place, contacts)| planner.plan(&facts(place, contacts)).len()).sum();
        times.push(own_cpu_ms()? - before);
    }
    print(&format!("{} clients, {planned} touches planned: CPU", args.clients()), " ms", &times, Bound::None);
    Ok(())
}

fn facts(place: usize, contacts: &[Contact]) -> Facts<'_> {
    Facts {
        client: ClientId(place as i64),
        status: Status::Regular,
        star: place.is_multiple_of(10),
        tags: &[],
        since: NaiveDate::MIN,
        industry: if place.is_multiple_of(3) { "builder" } else { "" },
        company_day: None,
        birthdays: &[],
        contacts,
    }
}

/// Scores every client.
pub fn measure_scoring(args: &Args) -> Result<()> {
    let today: NaiveDate = TODAY.parse()?;
    let mut random = Random::of(args.seed());
    let histories: Vec<History> = (0..args.clients())
        .map(|_| {
            let count = random.below(20) + 1;
            let mut order = || {
                let day = today - Days::new(random.below(730) as u64);
                (day, Some(Money(random.below(90_000) as i64 + 500)))
            };
            let orders: Vec<_> = (0..count).map(|_| order()).collect();
            History::until(today, &orders)
        })
        .collect();
    let mut times = Vec::new();
    for _ in 0..args.rounds() {
        let before = own_cpu_ms()?;
        let (base, model) = (Base::of(&histories), Model::new(Parameters::constants()));
        for history in &histories {
            black_box(Score::of(history, base, &model, today));
        }
        times.push(own_cpu_ms()? - before);
    }
    print(&format!("{} clients scored: CPU", args.clients()), " ms", &times, Bound::None);
    Ok(())
}
