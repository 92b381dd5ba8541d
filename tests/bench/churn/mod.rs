//! How well "no order in the next 90 days" is told beforehand, on two real order histories, at past days (CHURN 3-4).

mod alarms;
mod bg_nbd;
mod data;
mod metrics;
mod program;
pub mod speed;
mod vectors;

use anyhow::Result;
use chrono::{Days, NaiveDate};
use regulars::domain::churn::{HORIZON_DAYS, History, Learned, Model, Parameters, Score};

use bg_nbd::BgNbd;
use data::Client;
use metrics::{auc, brier};

use crate::args::Args;

/// The methods in the order of the table, each with whether it gives probabilities.
const METHODS: [(&str, bool); 5] =
    [("recency", false), ("k x mean interval", false), ("BG/NBD none", true), ("GGP constants", true), ("GGPf", true)];

/// One client at one cut.
struct Case<'a> {
    name: &'a str,
    regular: bool,
    silent: bool,
    scores: [f64; METHODS.len()],
}

/// Prints the vectors and the tables.
pub fn measure(args: &Args) -> Result<()> {
    vectors::print()?;
    table()?;
    speed::measure(args)
}

/// Prints the table of AUC and Brier score, per cut and their mean, for regular clients and for all.
fn table() -> Result<()> {
    for set in data::SETS {
        let Some(clients) = data::read(&set)? else { continue };
        println!("  {}: {} clients; AUC / Brier of \"no order in {HORIZON_DAYS} days\"", set.name, clients.len());
        let cuts = set.cuts()?;
        let by_cut: Vec<Vec<Case<'_>>> = cuts.iter().map(|cut| cases(&clients, *cut)).collect();
        for (population, all) in [("3 orders or more", false), ("all", true)] {
            println!("    {population}");
            for (place, (name, probability)) in METHODS.into_iter().enumerate() {
                let figures: Vec<(f64, f64)> = by_cut
                    .iter()
                    .map(|cases| {
                        let chosen = cases.iter().filter(|case| all || case.regular);
                        let pairs: Vec<(f64, bool)> = chosen.map(|case| (case.scores[place], case.silent)).collect();
                        (auc(&pairs), brier(&pairs))
                    })
                    .collect();
                let mean = |of: fn(&(f64, f64)) -> f64| figures.iter().map(of).sum::<f64>() / figures.len() as f64;
                let cell = |(auc, brier): (f64, f64)| {
                    if probability { format!("{auc:.4}/{brier:.4}") } else { format!("{auc:.4}/  -   ") }
                };
                let cells: Vec<String> = figures.iter().map(|figure| cell(*figure)).collect();
                let wanted = (!all).then(|| set.wanted[place]).flatten();
                let wanted = wanted.map(|pair| format!("  to reach {}", cell(pair))).unwrap_or_default();
                let mean = cell((mean(|figure| figure.0), mean(|figure| figure.1)));
                println!("      {name:<18} {}  mean {mean}{wanted}", cells.join("  "));
            }
        }
        alarms::print(&set, &clients)?;
        for (cut, cases) in cuts.iter().zip(&by_cut) {
            let expected = cases.iter().map(|case| (case.name, case.scores[METHODS.len() - 1])).collect();
            program::print(&clients, *cut, &expected)?;
        }
    }
    Ok(())
}

/// The clients that had ordered by `cut`, scored with what was known then.
fn cases(clients: &[Client], cut: NaiveDate) -> Vec<Case<'_>> {
    let end = cut + Days::new(u64::from(HORIZON_DAYS));
    let known: Vec<(&Client, History)> = clients
        .iter()
        .map(|client| (client, History::until(cut, &client.orders)))
        .filter(|(_, history)| history.order_days() > 0)
        .collect();
    let histories: Vec<History> = known.iter().map(|(_, history)| history.clone()).collect();
    let scorer = Learned::from(&histories, cut).scorer(HORIZON_DAYS);
    let bg_nbd = BgNbd::fit(&histories, cut);
    let constants = Model::new(Parameters::constants());
    let mut intervals: Vec<f64> = histories.iter().filter_map(History::mean_interval).collect();
    intervals.sort_by(f64::total_cmp);
    let unit = metrics::median(&intervals);
    known
        .iter()
        .filter_map(|(client, history)| {
            let score = Score::of(history, &scorer, cut)?;
            let gap = score.gap_days as f64;
            let rhythm = constants.rhythm(history.gaps().map(|gap| gap as f64 / unit));
            Some(Case {
                name: &client.name,
                regular: history.order_days() >= 3,
                silent: !client.orders.iter().any(|order| order.day > cut && order.day <= end),
                scores: [
                    gap,
                    gap / history.mean_interval().unwrap_or(unit),
                    bg_nbd.none_within(history, cut, f64::from(HORIZON_DAYS)),
                    rhythm.none_within(gap / unit, f64::from(HORIZON_DAYS) / unit),
                    score.none,
                ],
            })
        })
        .collect()
}
