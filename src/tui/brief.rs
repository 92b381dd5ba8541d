//! The brief as lines: whole, or made to fit a window, where what is long is cut and of what is much the last is left out.

use unicode_width::UnicodeWidthStr;

use super::widgets::cell;
use crate::ops::Section;
use crate::text::Words;

/// The most rows one fact takes where room is short.
const ROWS: usize = 3;

/// A section in words.
struct Told {
    heading: String,
    facts: Vec<String>,
    /// How many facts stay as long as others can give way.
    first: usize,
    left_out: usize,
}

/// A brief to page through: what fits the window, and below it the whole where that was not all.
pub fn page(words: &Words, sections: &[Section], size: (usize, usize)) -> Vec<String> {
    let (mut lines, whole) = (fitted(words, sections, size), whole(words, sections, size.0));
    if lines != whole {
        lines.push(words.say("brief-in-full"));
        lines.extend(whole);
    }
    lines
}

/// Every fact, each broken into as many rows as it takes.
pub fn whole(words: &Words, sections: &[Section], width: usize) -> Vec<String> {
    drawn(&tell(words, sections), width, usize::MAX)
}

/// A brief in at most so many columns and rows. Facts are cut to as many rows as there is room for; where one row each is
/// too much, the longest sections lose their last facts, and `+n` says how many.
pub fn fitted(words: &Words, sections: &[Section], (width, rows): (usize, usize)) -> Vec<String> {
    let mut told = tell(words, sections);
    let most = (1..=ROWS).rev().find(|most| drawn(&told, width, *most).len() <= rows).unwrap_or(1);
    while told.iter().map(|section| section.facts.len()).sum::<usize>() > rows {
        // What stands first in a section goes only after what does not.
        let spare = |section: &Told| (section.facts.len() > section.first, section.facts.len());
        let Some(longest) = told.iter_mut().filter(|section| section.facts.len() > 1).max_by_key(|one| spare(one))
        else {
            break;
        };
        longest.facts.pop();
        longest.left_out += 1;
    }
    drawn(&told, width, most)
}

fn tell(words: &Words, sections: &[Section]) -> Vec<Told> {
    let tell = |section: &Section| Told {
        heading: words.say(section.heading),
        facts: section.facts.iter().map(|fact| words.message(fact)).collect(),
        first: section.first,
        left_out: 0,
    };
    sections.iter().map(tell).collect()
}

/// Sections behind their headings, each fact in at most so many rows.
fn drawn(told: &[Told], width: usize, most: usize) -> Vec<String> {
    let label = told.iter().map(|section| section.heading.width()).max().unwrap_or(0) + 2;
    let room = width.saturating_sub(label).max(1);
    let fact = |text: &String| -> Vec<String> {
        let mut rows = cell::wrap(text, room);
        if rows.len() > most {
            let rest = rows.split_off(most - 1).join(" ");
            rows.push(cell::cut(&rest, room));
        }
        rows
    };
    let section = |section: &Told| {
        let mut lines: Vec<String> = section.facts.iter().flat_map(fact).collect();
        if let Some(last) = lines.last_mut().filter(|_| section.left_out > 0) {
            let more = format!(" +{}", section.left_out);
            *last = cell::cut(last, room.saturating_sub(more.width())) + &more;
        }
        let names = std::iter::once(section.heading.as_str()).chain(std::iter::repeat(""));
        lines.into_iter().zip(names).map(|(line, name)| cell::left(name, label) + &line).collect::<Vec<_>>()
    };
    told.iter().flat_map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::message::Message;
    use crate::text::Lang;

    #[test]
    fn whatever_is_told_fits_and_says_what_is_left_out() {
        let words = Words::new(Lang::En);
        let fact = |n: usize| Message::new("brief-text").with("text", format!("{n} {}", "word ".repeat(40)));
        let sections = [
            Section { heading: "brief-news", first: 1, facts: (0..9).map(fact).collect() },
            Section { heading: "brief-notes", first: 1, facts: vec![fact(10)] },
        ];
        for (rows, expected) in [(3, 3), (8, 8), (12, 10), (20, 20), (40, 30)] {
            let lines = fitted(&words, &sections, (60, rows));
            assert_eq!(lines.len(), expected, "{rows}");
            assert!(lines.iter().all(|line| line.width() <= 60), "{lines:#?}");
            let left_out = lines.iter().filter(|line| line.ends_with(" +7") || line.ends_with(" +2")).count();
            assert_eq!(left_out, usize::from(rows < 10), "{lines:#?}");
        }
    }

    #[test]
    fn what_stands_first_stays_as_long_as_others_can_give_way() {
        let words = Words::new(Lang::En);
        let facts = |many| (0..many).map(|n| Message::new("brief-text").with("text", format!("fact {n}"))).collect();
        let sections = [
            Section { heading: "brief-talks", first: 3, facts: facts(3) },
            Section { heading: "brief-order", first: 2, facts: facts(4) },
            Section { heading: "brief-news", first: 1, facts: facts(2) },
        ];
        let kept = |rows| -> Vec<usize> {
            let lines = fitted(&words, &sections, (60, rows));
            let starts: Vec<usize> = (0..lines.len()).filter(|at| !lines[*at].starts_with(' ')).collect();
            starts.iter().zip(starts.iter().skip(1).chain([&lines.len()])).map(|(from, to)| to - from).collect()
        };
        assert_eq!(
            [9, 7, 6, 4, 3, 1].map(kept),
            [vec![3, 4, 2], vec![3, 2, 2], vec![3, 2, 1], vec![2, 1, 1], vec![1; 3], vec![1; 3]]
        );
    }
}
