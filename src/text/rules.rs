//! A row of the communication table in words.

use chrono::NaiveDate;

use super::Words;
use crate::domain::calendar::{HolidayRule, Period};
use crate::domain::message::Message;
use crate::domain::table::{Anchor, Rule, When};

impl Words {
    /// What a row of the table is called: by the person, or in the reader's language.
    pub fn rule_title(&self, rule: &Rule) -> String {
        if rule.title.is_empty() && !rule.name.is_empty() {
            self.say(&format!("rule-{}", rule.name))
        } else {
            rule.title.clone()
        }
    }

    /// What is written about a row: by the person, or in the reader's language.
    pub fn rule_note(&self, rule: &Rule) -> String {
        if rule.note.is_empty() && !rule.name.is_empty() {
            self.say(&format!("rule-{}-note", rule.name))
        } else {
            rule.note.clone()
        }
    }

    /// When a row of the table asks for a touch.
    pub fn rule_when(&self, rule: &Rule) -> String {
        let message = match &rule.when {
            When::Quota { times, per, anchor: Anchor::Calendar, .. } => {
                self.per_period("when-quota", *per).with("times", *times)
            }
            When::Quota { times, per, anchor: Anchor::LastContact, .. } => {
                self.per_period("when-since-contact", *per).with("times", *times)
            }
            When::Date { on: HolidayRule::Fixed(month, day), .. } => {
                // Of a leap year, which has every day.
                let day = NaiveDate::from_ymd_opt(2028, *month, *day).map(|day| self.short_day(day));
                Message::new("when-date").with("day", day.unwrap_or_default())
            }
            When::Eve { .. } | When::Date { .. } => Message::new("when-holidays"),
            When::Event { on, .. } => Message::new("when-event").with("day", *on),
            When::Professional { .. } => Message::new("when-professional"),
            When::CompanyDay => Message::new("when-company-day"),
            When::Birthday => Message::new("when-birthday"),
            When::BetweenOrders { otherwise, .. } => self.per_period("when-between-orders", *otherwise),
        };
        self.message(&message)
    }

    fn per_period(&self, key: &'static str, per: Period) -> Message {
        let period = match per {
            Period::Month => self.say("period-month"),
            Period::Quarter => self.say("period-quarter"),
            Period::Half => self.say("period-half"),
            Period::Year => self.say("period-year"),
            Period::Days(n) => self.say_with("period-days", &[("n", n.into())]),
        };
        Message::new(key).with("period", period)
    }
}
