//! Planning touches from the rules: CPU time, with no file and no screen.

use anyhow::Result;
use chrono::{Days, NaiveDate};
use regulars::domain::calendar::{Facts, Planner, WorkDays};
use regulars::domain::ids::ClientId;
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
pub fn measure(args: &Args) -> Result<()> {
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
