//! `regulars clients`: every client by name.

use chrono::NaiveDate;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::out::WIDEST;
use super::{Session, phrases};
use crate::domain::churn::Level;
use crate::domain::money::Money;
use crate::domain::touch::TouchKind;
use crate::ops::ClientRow;
use crate::text::Words;
use crate::text::shown::cut;

/// One client in `clients --json`.
#[derive(Serialize)]
struct ClientRecord<'a> {
    /// Its id.
    id: String,
    /// What it is called in the program it came from.
    external_id: Option<&'a str>,
    /// Its name.
    name: &'a str,
    /// `potential`, `prospective`, `client`, `regular` or `former`.
    status: Option<&'static str>,
    /// Its town; empty if unknown.
    city: &'a str,
    /// One of those that must not be lost.
    star: bool,
    /// On how many days it ordered.
    orders: usize,
    /// The last of them.
    last_order: Option<NaiveDate>,
    /// What it brought in the twelve months to the day.
    revenue: f64,
    /// The day of the next contact.
    next_contact: Option<NaiveDate>,
    /// The kind of contact, where the communication table asks for one.
    next_kind: Option<&'static str>,
    /// The level of its alert: `alarm`, `watch`, `note`; null without one.
    level: Option<&'static str>,
    /// The revenue of 90 days times the chance of no order in them.
    revenue_at_risk: f64,
}

impl<'a> ClientRecord<'a> {
    fn of(row: &'a ClientRow) -> Self {
        let derived = row.derived.as_ref();
        Self {
            id: row.client.0.to_string(),
            external_id: row.external_id.as_deref(),
            name: &row.name,
            status: derived.map(|derived| derived.status.name()),
            city: &row.city,
            star: row.star,
            orders: derived.map_or(0, |derived| derived.order_days),
            last_order: derived.and_then(|derived| derived.last_order),
            revenue: derived.map_or(0.0, |derived| derived.revenue.units()),
            next_contact: derived.and_then(|derived| derived.next_day),
            next_kind: derived.and_then(|derived| derived.next_kind).map(TouchKind::name),
            level: derived.and_then(|derived| derived.level).map(Level::name),
            revenue_at_risk: derived.map_or(0.0, |derived| derived.at_risk.units()),
        }
    }
}

impl Session<'_> {
    /// Lists every client by name.
    pub(super) fn clients(&mut self) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let listed = self.bench.list_page(0, self.bench.count_clients()?)?;
        if self.out.is_json() {
            let records: Vec<ClientRecord<'_>> = listed.iter().map(ClientRecord::of).collect();
            self.out.json(&records)?;
        } else if listed.is_empty() {
            self.out.line(self.words.say("cli-no-clients"))?;
        } else {
            let mut rows = vec![titles(self.words)];
            rows.extend(listed.iter().map(|client| row(self.words, client, self.bench.today())));
            self.out.table(&rows, &[5])?;
        }
        Ok(Exit::Done)
    }
}

fn titles(words: &Words) -> [String; 8] {
    let keys = [
        "column-name",
        "column-alert",
        "column-city",
        "column-status",
        "column-ordered",
        "column-revenue",
        "column-next",
        "column-external-id",
    ];
    keys.map(|key| words.say(key))
}

fn row(words: &Words, client: &ClientRow, today: NaiveDate) -> [String; 8] {
    let derived = client.derived.as_ref();
    let day = |day: Option<NaiveDate>| day.map(|day| words.day_near(day, today)).unwrap_or_default();
    let revenue = derived.map(|derived| derived.revenue).filter(|revenue| *revenue != Money(0));
    [
        phrases::named(&client.name, client.star),
        derived.and_then(|derived| derived.level).map(|level| phrases::level(words, level)).unwrap_or_default(),
        cut(&client.city, WIDEST),
        derived.map(|derived| words.status(derived.status)).unwrap_or_default(),
        day(derived.and_then(|derived| derived.last_order)),
        revenue.map(|revenue| words.money(revenue)).unwrap_or_default(),
        day(derived.and_then(|derived| derived.next_day)),
        client.external_id.clone().unwrap_or_default(),
    ]
}
