//! The calendar.

mod cases;
mod properties;
mod vectors;

use chrono::NaiveDate;
use regulars::domain::calendar::{Facts, Period, Planned, Planner, WorkDays};
use regulars::domain::ids::{ClientId, PersonId, RuleId};
use regulars::domain::person::Anniversary;
use regulars::domain::status::Status;
use regulars::domain::table::{Purpose, Responsible, Rule, Scope, When, default_table};
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
        }
    }

    fn contacted(mut self, kind: TouchKind, on: NaiveDate) -> Self {
        self.contacts.push(Contact { kind, day: on });
        self
    }

    fn facts(&self) -> Facts<'_> {
        Facts {
            client: ClientId(self.id),
            status: self.status,
            star: self.star,
            tags: &self.tags,
            since: self.since,
            industry: self.industry,
            company_day: self.company_day,
            birthdays: &self.birthdays,
            contacts: &self.contacts,
        }
    }
}

fn plan(rules: &[Rule], client: &Client, today: NaiveDate, until: NaiveDate) -> Vec<Planned> {
    Planner::new(rules, &WorkDays::russia(), today, until).plan(&client.facts())
}

fn rule(kind: TouchKind, when: When) -> Rule {
    Rule {
        id: RuleId(1),
        name: String::new(),
        title: String::new(),
        kind,
        also_counts: Vec::new(),
        purpose: Purpose::Attention,
        when,
        scope: Scope::default(),
        responsible: Responsible::Me,
        minutes: 5,
        note: String::new(),
    }
}

fn greeting(holiday: &str, lead: u32) -> Rule {
    rule(TouchKind::Email, When::Eve { holidays: vec![holiday.to_owned()], lead })
}

fn quota(kind: TouchKind, times: u32, per: Period) -> Rule {
    rule(kind, When::Quota { times, star_times: None, at_most: None, per })
}

fn numbered_table() -> Vec<Rule> {
    (1..).zip(default_table()).map(|(id, rule)| Rule { id: RuleId(id), ..rule }).collect()
}
