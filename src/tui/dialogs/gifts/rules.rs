//! The page of what holds for the whole book: who is regular, when an order is asked about, the budget of a year's gifts, the
//! limit of one, from when one is proposed.

use ratatui::text::Span;

use crate::domain::gift::GiftRules;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::status::RegularRule;
use crate::ops::{EVALUATION_AFTER, GIFT_BUDGET, GIFT_LIMIT, GIFT_TENURE, GIFT_TOTAL, OpError, REGULAR, Workbench};
use crate::text::typed::{parse_days, parse_tenure};
use crate::text::typed_money::parse_whole_money;
use crate::tui::look::Look;
use crate::tui::widgets::cell;

/// The settings that are rules.
pub(super) const ALL: [&str; 6] = [REGULAR, EVALUATION_AFTER, GIFT_BUDGET, GIFT_LIMIT, GIFT_TOTAL, GIFT_TENURE];

/// What the rules say now.
pub(super) struct Rules {
    regular: RegularRule,
    evaluation_after: u16,
    gifts: GiftRules,
}

impl Rules {
    /// Reads them.
    pub(super) fn of(bench: &Workbench) -> Result<Self, OpError> {
        Ok(Self {
            regular: bench.regular_rule()?,
            evaluation_after: bench.evaluation_after()?,
            gifts: bench.gift_rules()?,
        })
    }

    /// A rule, and what it says now.
    pub(super) fn row(&self, look: &Look<'_>, rule: &str) -> Vec<Span<'static>> {
        let (words, gifts) = (look.words, &self.gifts);
        let money = |money: Option<Money>| money.map_or_else(|| "—".to_owned(), |money| words.money(money));
        let days = |days: i64| words.say_with("days-short", &[("days", days.into())]);
        let (name, value) = match rule {
            REGULAR => ("rule-regular", self.regular.to_string()),
            EVALUATION_AFTER => ("rule-evaluation-after", days(self.evaluation_after.into())),
            GIFT_BUDGET => ("gifts-rule-budget", money(gifts.budget)),
            GIFT_LIMIT => ("gifts-rule-limit", money(gifts.limit)),
            GIFT_TOTAL => ("gifts-rule-total", money(gifts.total)),
            _ => ("gifts-rule-tenure", days(gifts.tenure)),
        };
        let name = words.say(name);
        vec![Span::raw(cell::left(&cell::cut(&name, 59), 60)), Span::raw(value)]
    }
}

/// What is typed for a rule, as it is kept; where nothing is, what holds where nobody says.
pub(super) fn value_of(rule: &str, typed: &str) -> Result<String, Message> {
    let (read, wrong) = match rule {
        REGULAR if typed.is_empty() => return Ok(RegularRule::default().to_string()),
        _ if typed.is_empty() => return Ok(String::new()),
        REGULAR => (typed.parse().ok().map(|rule: RegularRule| rule.to_string()), "cli-error-regular"),
        EVALUATION_AFTER => (parse_days(typed, 90).map(|days| days.to_string()), "cli-error-evaluation-after"),
        GIFT_TENURE => (parse_tenure(typed).map(|days| days.to_string()), "cli-error-tenure"),
        _ => (parse_whole_money(typed).map(|units| units.to_string()), "cli-error-whole-money"),
    };
    read.ok_or_else(|| Message::new(wrong).with("typed", typed))
}
