//! `regulars forecast`: what regular clients are likely to order again.

use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, phrases};
use crate::ops::ForecastLine;

/// What `forecast --json` answers.
#[derive(Serialize)]
struct ForecastRecord<'a> {
    /// Within how many days.
    days: u16,
    /// How many orders of all.
    orders: f64,
    /// For how much.
    amount: f64,
    /// Each regular client, the largest amount first.
    clients: Vec<LineRecord<'a>>,
}

/// What one of them is likely to order.
#[derive(Serialize)]
struct LineRecord<'a> {
    /// Its id.
    id: String,
    /// Its name.
    name: &'a str,
    /// How many orders.
    orders: f64,
    /// For how much.
    amount: f64,
}

impl Session<'_> {
    /// Says what regular clients are likely to order.
    pub(super) fn forecast(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let forecast = self.bench.forecast(asked.get_one::<u16>("days").copied())?;
        if self.out.is_json() {
            let clients = forecast.lines.iter().map(|line| LineRecord {
                id: line.client.0.to_string(),
                name: &line.name,
                orders: line.orders,
                amount: line.amount.units(),
            });
            self.out.json(&ForecastRecord {
                days: forecast.days,
                orders: forecast.orders(),
                amount: forecast.amount().units(),
                clients: clients.collect(),
            })?;
            return Ok(Exit::Done);
        }
        self.out.line(self.words.message(&forecast.sentence()))?;
        if !forecast.lines.is_empty() {
            let titles = ["column-name", "column-expected", "column-orders"].map(|key| self.words.say(key));
            let row = |line: &ForecastLine| {
                [phrases::named(&line.name, false), self.words.money(line.amount), self.words.decimal(line.orders)]
            };
            let rows: Vec<_> = std::iter::once(titles).chain(forecast.lines.iter().map(row)).collect();
            self.out.table(&rows, &[1, 2])?;
            self.out.line(self.words.say("forecast-how"))?;
        }
        Ok(Exit::Done)
    }
}
