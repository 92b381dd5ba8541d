//! What several commands say in the same words.

use chrono::NaiveDate;

use super::out::WIDEST;
use crate::domain::churn::{Alert, Level};
use crate::ops::{AgendaItem, AgendaLine, AlertLine, PromiseRow, Workbench, level_key};
use crate::text::Words;
use crate::text::shown::{cut, width_of};

/// A level by its mark and its name: "▲ alarm".
pub fn level(words: &Words, level: Level) -> String {
    let mark = match level {
        Level::Alarm => "▲",
        Level::Watch => "●",
        Level::Note => "·",
    };
    format!("{mark} {}", words.say(level_key(level)))
}

/// A client's name, with a star for those that must not be lost.
pub fn name(name: &str, star: bool) -> String {
    if star { format!("{name} ★") } else { name.to_owned() }
}

/// The name as a column has room for it, with the star.
pub fn named(name: &str, star: bool) -> String {
    let mark = if star { " ★" } else { "" };
    cut(name, WIDEST - width_of(mark)) + mark
}

/// The reasons of an alert in a few words each.
pub fn reasons(words: &Words, alert: &Alert) -> String {
    alert.reasons.iter().map(|reason| words.message(&reason.signal().short())).collect::<Vec<_>>().join("; ")
}

/// An alert in a list: level, client, money at risk, reasons.
pub fn alert_row(words: &Words, line: &AlertLine) -> [String; 4] {
    let AlertLine { name: client, star, alert, .. } = line;
    // Money is at risk where a client may leave; what is only to be noted has another reason.
    let at_risk = if alert.level == Level::Note { String::new() } else { words.money(alert.at_risk) };
    [level(words, alert.level), named(client, *star), at_risk, reasons(words, alert)]
}

/// What a planned touch is, and why it is due.
pub fn planned(words: &Words, bench: &Workbench, line: &AgendaLine) -> (String, String) {
    match &line.item {
        AgendaItem::Rule(planned) => {
            (words.touch(planned.kind), words.why(&planned.why, || bench.days(), line.person.as_deref()))
        }
        AgendaItem::Typed(day) if *day < bench.today() => {
            (words.say("planned-contact"), words.say_with("planned-late", &[("day", (*day).into())]))
        }
        AgendaItem::Typed(_) => (words.say("planned-contact"), words.say("planned-by-hand")),
    }
}

/// A promise in a list: its mark, who promised, the client, what and to whom.
pub fn promise_row(words: &Words, row: &PromiseRow, today: NaiveDate) -> [String; 4] {
    let what = &row.promise.what;
    let mark = if what.due < today { "!" } else { "•" };
    let said = joined([words.promise_due(&row.promise, today), row.person.clone().unwrap_or_default()]);
    [mark.to_owned(), words.promise(what), named(&row.client, false), said]
}

/// The parts that are not empty, one after another.
pub fn joined(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
