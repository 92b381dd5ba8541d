//! How often the trigger, and the whole budget with the change rules, speaks without cause (CHURN 4.5, 6).

use anyhow::Result;
use chrono::NaiveDate;
use regulars::domain::churn::{Bought, History, Learned, Replay, Trigger};

use super::data::{Client, Set};
use crate::world::Random;

/// Prints false alarms per client and year: regular clients are followed from the first cut to the end.
pub fn print(set: &Set, clients: &[Client]) -> Result<()> {
    let Some(from) = set.cuts()?.first().copied() else { return Ok(()) };
    let Some(end) = clients.iter().flat_map(|client| &client.orders).map(|order| order.day).max() else {
        return Ok(());
    };
    let histories: Vec<History> = clients.iter().map(|client| History::until(end, &client.orders)).collect();
    let known: Vec<History> = clients.iter().map(|client| History::until(from, &client.orders)).collect();
    let base = Learned::from(&known, from).base;
    println!("    false alarms per client-year from {from} to {end} (the rest of the budget: changes told by chance)");
    let shuffled = Replay::of(&shuffle(clients, end), base, Trigger::default(), from, end);
    let by_chance = shuffled.changes as f64 / shuffled.client_years;
    for factor in [16.0, 20.0] {
        let replay = Replay::of(&histories, base, Trigger { factor }, from, end);
        let changes = replay.changes as f64 / replay.client_years;
        println!(
            "      factor {factor}: overdue {:.2} of {:.2} told, changes told {changes:.2}, by chance {by_chance:.2}; \
             trigger {:.2}  whole budget {:.2}  (to reach: at most 1)",
            replay.false_a_year(),
            replay.overdue() as f64 / replay.client_years,
            replay.false_a_year(),
            replay.false_a_year() + by_chance,
        );
    }
    Ok(())
}

/// The same clients with their own amounts, and their own gaps, in an order left to chance: what is told of them is
/// told by chance.
fn shuffle(clients: &[Client], end: NaiveDate) -> Vec<History> {
    let mut random = Random::of(7);
    let mut mix = |count: usize| {
        let mut places: Vec<usize> = (0..count).collect();
        (1..count).rev().for_each(|place| places.swap(place, random.below(place + 1)));
        places
    };
    let histories = clients.iter().map(|client| History::until(end, &client.orders));
    histories
        .map(|history| {
            let days = history.days();
            let gaps: Vec<i64> = history.gaps().collect();
            let (amounts, turns) = (mix(days.len()), mix(gaps.len()));
            let mut day = days.first().map_or(end, |order| order.day);
            let orders: Vec<Bought> = amounts
                .iter()
                .enumerate()
                .map(|(place, amount)| {
                    if let Some(turn) = place.checked_sub(1).map(|gap| turns[gap]) {
                        day += chrono::Duration::days(gaps[turn]);
                    }
                    let taken = days[*amount];
                    Bought { returned: taken.returned, ..Bought::on(day, taken.value) }
                })
                .collect();
            History::until(end, &orders)
        })
        .collect()
}
