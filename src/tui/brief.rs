//! The brief as lines that fit a window: what is long is cut, and of what is much the last is left out.

use unicode_width::UnicodeWidthStr;

use super::widgets::cell;
use crate::domain::message::Message;
use crate::text::Words;

/// The most rows one fact takes.
const ROWS: usize = 3;

/// A brief in at most so many columns and rows: the title, where there is one, then each section behind its heading. Facts are cut to as many rows as there is
/// room for; where one row each is too much, the longest sections lose their last facts, and `+n` says how many.
pub fn lines(
    words: &Words,
    title: Option<&str>,
    sections: &[(&'static str, Vec<Message>)],
    (width, rows): (usize, usize),
) -> Vec<String> {
    let rows = rows - usize::from(title.is_some());
    let mut told: Vec<(String, Vec<String>, usize)> = sections
        .iter()
        .map(|(key, facts)| (words.say(key), facts.iter().map(|fact| words.message(fact)).collect(), 0))
        .collect();
    let label = told.iter().map(|(label, ..)| label.width()).max().unwrap_or(0) + 2;
    let room = width.saturating_sub(label).max(1);
    let fact = |text: &str, most: usize| -> Vec<String> {
        let mut rows = cell::wrap(text, room);
        if rows.len() > most {
            let rest = rows.split_off(most - 1).join(" ");
            rows.push(cell::cut(&rest, room));
        }
        rows
    };
    let tall = |told: &[(String, Vec<String>, usize)], most| -> usize {
        told.iter().flat_map(|(_, facts, _)| facts).map(|text| fact(text, most).len()).sum()
    };
    let most = (1..=ROWS).rev().find(|most| tall(&told, *most) <= rows).unwrap_or(1);
    while tall(&told, most) > rows {
        let longest = told.iter_mut().filter(|(_, facts, _)| facts.len() > 1).max_by_key(|(_, facts, _)| facts.len());
        let Some((_, facts, left_out)) = longest else { break };
        facts.pop();
        *left_out += 1;
    }
    let section = |(name, facts, left_out): &(String, Vec<String>, usize)| {
        let mut lines: Vec<String> = facts.iter().flat_map(|text| fact(text, most)).collect();
        if let Some(last) = lines.last_mut().filter(|_| *left_out > 0) {
            let more = format!(" +{left_out}");
            *last = cell::cut(last, room.saturating_sub(more.width())) + &more;
        }
        let names = std::iter::once(name.as_str()).chain(std::iter::repeat(""));
        lines.into_iter().zip(names).map(|(line, name)| cell::left(name, label) + &line).collect::<Vec<_>>()
    };
    let title = title.map(|title| cell::cut(title, width));
    title.into_iter().chain(told.iter().flat_map(section)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn whatever_is_told_fits_and_says_what_is_left_out() {
        let words = Words::new(Lang::En);
        let fact = |n: usize| Message::new("brief-text").with("text", format!("{n} {}", "word ".repeat(40)));
        let sections = [("brief-news", (0..9).map(fact).collect()), ("brief-notes", vec![fact(10)])];
        for (rows, expected) in [(3, 3), (8, 8), (12, 10), (20, 20), (40, 30)] {
            let lines = lines(&words, None, &sections, (60, rows));
            assert_eq!(lines.len(), expected, "{rows}");
            assert!(lines.iter().all(|line| line.width() <= 60), "{lines:#?}");
            let left_out = lines.iter().filter(|line| line.ends_with(" +7") || line.ends_with(" +2")).count();
            assert_eq!(left_out, usize::from(rows < 10), "{lines:#?}");
        }
    }
}
