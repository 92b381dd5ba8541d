//! What would replace a client that may leave, as lines to read.

use super::look::Look;
use crate::ops::Replacement;

/// The lines of the page.
pub fn lines(look: &Look<'_>, plan: &Replacement) -> Vec<String> {
    let words = look.words;
    let mut lines: Vec<String> = plan.messages(look.today).iter().map(|message| words.message(message)).collect();
    lines.push(String::new());
    lines.extend(plan.prospects.iter().map(|row| {
        let next = row.derived.as_ref().and_then(|derived| derived.next_day);
        let next = next.map(|day| words.say_with("card-next-contact", &[("day", day.into())]));
        let known = [words.name(&row.name).into_owned(), row.city.clone(), next.unwrap_or_default()];
        format!("• {}", known.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    }));
    lines
}
