//! The figures of the whole book as a page: how likely clients would recommend us, and what they are likely to order.

use super::look::Look;
use super::widgets::cell;
use crate::ops::{Forecast, ForecastLine, NpsReport};

/// How many clients the forecast names.
const NAMED: usize = 12;

/// The lines of the page.
pub fn lines(look: &Look<'_>, nps: &NpsReport, forecast: &Forecast) -> Vec<String> {
    let words = look.words;
    let mut lines = vec![words.say("figures-nps")];
    lines.extend(nps.sentences().iter().map(|sentence| format!("  {}", words.message(sentence))));
    lines.extend([String::new(), words.say("figures-forecast")]);
    lines.push(format!("  {}", words.message(&forecast.sentence())));
    let row = |name: &str, amount: &str, orders: &str| {
        let name = cell::left(&cell::cut(name, 30), 32);
        format!("  {name}{}{}", cell::right(amount, 12), cell::right(orders, 10))
    };
    if !forecast.lines.is_empty() {
        let [name, amount, orders] = ["column-name", "column-expected", "column-orders"].map(|key| words.say(key));
        lines.push(row(&name, &amount, &orders));
        let likely =
            |line: &ForecastLine| row(&words.name(&line.name), &words.money(line.amount), &words.decimal(line.orders));
        lines.extend(forecast.lines.iter().take(NAMED).map(likely));
        lines.push(format!("  {}", words.say("forecast-how")));
    }
    lines
}
