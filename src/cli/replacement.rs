//! `regulars replacement`: what would replace a client that may leave.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, phrases};
use crate::domain::message::Message;
use crate::ops::OpError;

/// What `replacement --json` answers.
#[derive(Serialize)]
struct ReplacementRecord<'a> {
    /// The client's name.
    name: &'a str,
    /// What it brought in the twelve months to the day.
    gap: f64,
    /// How many average other clients would fill the gap.
    average_clients: i64,
    /// The day by which it is to be replaced if it stays silent.
    by: Option<NaiveDate>,
    /// Whom to win.
    prospects: Vec<ProspectRecord<'a>>,
}

/// Somebody to win.
#[derive(Serialize)]
struct ProspectRecord<'a> {
    id: String,
    name: &'a str,
    city: &'a str,
    /// What it brought in the twelve months to the day.
    revenue: f64,
    last_order: Option<NaiveDate>,
    next_contact: Option<NaiveDate>,
}

impl Session<'_> {
    /// Tells what would replace a client.
    pub(super) fn replacement(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.bench.make_fresh()?;
        let gone = || OpError::NoClient { asked: client.0.to_string() };
        let plan = self.bench.replacement(client)?.ok_or_else(gone)?;
        if self.out.is_json() {
            let prospects = plan.prospects.iter().map(|row| {
                let derived = row.derived.as_ref();
                ProspectRecord {
                    id: row.client.0.to_string(),
                    name: &row.name,
                    city: &row.city,
                    revenue: derived.map(|derived| derived.revenue.units()).unwrap_or_default(),
                    last_order: derived.and_then(|derived| derived.last_order),
                    next_contact: derived.and_then(|derived| derived.next_day),
                }
            });
            self.out.json(&ReplacementRecord {
                name: &plan.name,
                gap: plan.gap.units(),
                average_clients: plan.average_clients,
                by: plan.by,
                prospects: prospects.collect(),
            })?;
            return Ok(Exit::Done);
        }
        for message in plan.messages(self.bench.today()) {
            self.out.line(self.words.message(&message))?;
        }
        for row in &plan.prospects {
            let next = row.derived.as_ref().and_then(|derived| derived.next_day);
            let next = next.map(|day| self.words.message(&Message::new("card-next-contact").with("day", day)));
            let known = [row.name.clone(), row.city.clone(), next.unwrap_or_default()];
            self.out.line(format!("  {}", phrases::joined(known)))?;
        }
        Ok(Exit::Done)
    }
}
