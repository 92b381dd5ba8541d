//! The calendar.

mod cases;
mod properties;
mod vectors;

use chrono::NaiveDate;
use regulars::domain::calendar::{Agenda, Decision, Facts, Kept, Period, Planned, Planner, Terms, WorkDays};
use regulars::domain::ids::{ClientId, OrderId, PersonId, RuleId, TouchId};
use regulars::domain::money::Money;
use regulars::domain::person::Anniversary;
use regulars::domain::status::Status;
use regulars::domain::table::{Anchor, Purpose, Responsible, Rule, Scope, Shift, When, default_table};
use regulars::domain::touch::{Contact, TouchKind};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[derive(Clone, Debug)]
struct Client {
    id: i64,
    status: Status,
    star: bool,
    tags: Vec<String>,
    since: NaiveDate,
    industry: &'static str,
    company_day: Option<Anniversary>,
    birthdays: Vec<(PersonId, Anniversary)>,
    contacts: Vec<Contact>,
    orders: Vec<(NaiveDate, OrderId)>,
    revenue: Money,
    value: Money,
    decisions: Vec<Decision>,
    kept: Vec<Kept>,
}

impl Client {
    fn new(status: Status) -> Self {
        Self {
            id: 7,
            status,
            star: false,
            tags: Vec::new(),
            since: day("2020-01-01"),
            industry: "",
            company_day: None,
            birthdays: Vec::new(),
            contacts: Vec::new(),
            orders: Vec::new(),
            revenue: Money(0),
            value: Money(0),
            decisions: Vec::new(),
            kept: Vec::new(),
        }
    }

    fn contacted(mut self, kind: TouchKind, on: NaiveDate) -> Self {
        let id = TouchId(self.contacts.len() as i64 + 1);
        self.contacts.push(Contact { id, kind, day: on });
        self
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            client: ClientId(self.id),
            status: self.status,
            star: self.star,
            tags: &self.tags,
            barred: false,
            interval: None,
            declined: &[],
            since: self.since,
            industry: self.industry,
            company_day: self.company_day,
            birthdays: &self.birthdays,
            orders: &self.orders,
            revenue: self.revenue,
            value: self.value,
            contacts: &self.contacts,
            decisions: &self.decisions,
            plan: &self.kept,
        }
    }
}

/// Days of which everybody has as many minutes as it takes.
fn terms() -> Terms {
    Terms { minutes: u32::MAX / 2, absences: Vec::new(), levels: [0; 4] }
}

/// The touches of one client alone.
fn plan(rules: &[Rule], client: &Client, today: NaiveDate, until: NaiveDate) -> Vec<Planned> {
    plan_all(rules, std::slice::from_ref(client), today, until)
}

/// The touches of many.
fn plan_all(rules: &[Rule], clients: &[Client], today: NaiveDate, until: NaiveDate) -> Vec<Planned> {
    let days = WorkDays::russia();
    let facts: Vec<Facts<'_>> = clients.iter().map(Client::facts).collect();
    Agenda::plan(&Planner::new(rules, &days, today, until), &terms(), &facts).touches
}

fn rule(kind: TouchKind, when: When) -> Rule {
    Rule {
        id: RuleId(1),
        name: String::new(),
        title: String::new(),
        kind,
        also_counts: Vec::new(),
        counts_for: Vec::new(),
        purpose: Purpose::Attention,
        when,
        scope: Scope::default(),
        responsible: Responsible::Me,
        minutes: 5,
        shift: Shift::Prev,
        late_days: 0,
        valid_from: None,
        valid_to: None,
        note: String::new(),
    }
}

fn greeting(holiday: &str, lead: u32) -> Rule {
    rule(TouchKind::Email, When::Eve { holidays: vec![holiday.to_owned()], lead, on_the_day: false })
}

fn quota(kind: TouchKind, times: u32, per: Period) -> Rule {
    rule(kind, When::Quota { times, star_times: None, at_most: None, per, anchor: Anchor::Calendar })
}

fn numbered_table() -> Vec<Rule> {
    (1..).zip(default_table()).map(|(id, rule)| Rule { id: RuleId(id), ..rule }).collect()
}
