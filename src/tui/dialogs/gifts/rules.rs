//! The page of what rules gifts: the budget of a year, the limit of one gift, from when one is proposed.

use ratatui::text::Span;

use crate::domain::gift::GiftRules;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::ops::{GIFT_BUDGET, GIFT_LIMIT, GIFT_TENURE, GIFT_TOTAL};
use crate::text::typed::{parse_tenure, parse_whole_money};
use crate::tui::look::Look;
use crate::tui::widgets::cell;

/// The settings that rule gifts.
pub(super) const ALL: [&str; 4] = [GIFT_BUDGET, GIFT_LIMIT, GIFT_TOTAL, GIFT_TENURE];

/// A rule, and what it says now.
pub(super) fn row(look: &Look<'_>, rules: &GiftRules, rule: &str) -> Vec<Span<'static>> {
    let words = look.words;
    let money = |money: Option<Money>| money.map_or_else(|| "—".to_owned(), |money| words.money(money));
    let (name, value) = match rule {
        GIFT_BUDGET => ("gifts-rule-budget", money(rules.budget)),
        GIFT_LIMIT => ("gifts-rule-limit", money(rules.limit)),
        GIFT_TOTAL => ("gifts-rule-total", money(rules.total)),
        _ => ("gifts-rule-tenure", words.say_with("days-short", &[("days", rules.tenure.into())])),
    };
    let name = words.say(name);
    vec![Span::raw(cell::left(&cell::cut(&name, 59), 60)), Span::raw(value)]
}

/// What is typed for a rule, as it is kept; nothing for what holds where nobody says.
pub(super) fn value_of(rule: &str, typed: &str) -> Result<String, Message> {
    let (read, wrong) = match rule {
        _ if typed.is_empty() => return Ok(String::new()),
        GIFT_TENURE => (parse_tenure(typed), "cli-error-tenure"),
        _ => (parse_whole_money(typed), "cli-error-whole-money"),
    };
    read.map(|number| number.to_string()).ok_or_else(|| Message::new(wrong).with("typed", typed))
}
