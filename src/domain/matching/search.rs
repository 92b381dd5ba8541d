//! The search for a client as one types: every word anywhere, in any order, on either keyboard layout.

use memchr::memmem::Finder;
use unicode_normalization::char::is_combining_mark;

use super::fold;
use super::layout::other_layout;
use crate::domain::ids::ClientId;

/// From there on symbols are pictures: arrows, stars, emoji.
const FIRST_PICTURE: char = '\u{2190}';
/// What joins emoji to one.
const ZERO_WIDTH_JOINER: char = '\u{200d}';

/// The folded texts of every client, one behind the other.
#[derive(Debug, Default)]
pub struct Arena {
    /// A line a client: name, a tab, the rest, a tab, the digits of the rest, the symbols of the name.
    text: String,
    entries: Vec<Entry>,
    /// Whether there is a letter in it that is no ASCII: if not, no word of such letters need be looked for.
    foreign: bool,
}

#[derive(Debug)]
struct Entry {
    client: ClientId,
    begin: usize,
    end: usize,
}

/// Who fits what was typed.
#[derive(Debug, Default)]
pub struct Found {
    /// The best of them, the best first.
    pub clients: Vec<ClientId>,
    /// How many there are.
    pub count: usize,
}

/// The places of the entries that fit.
#[derive(Default)]
struct Matching {
    /// The first of each [`Fit`].
    found: [Vec<usize>; 3],
    /// How many there are.
    count: usize,
}

/// How well an entry fits: the smaller the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    NameBegins,
    WordBegins,
    Anywhere,
}

impl Arena {
    /// Adds a client: its name, and whatever else it is found by (people, telephone numbers, town), one a line.
    pub fn push(&mut self, client: ClientId, name: &str, rest: &str) {
        let begin = self.text.len();
        self.text.push_str(&fold(name));
        self.text.push('\t');
        for line in rest.lines() {
            self.text.push_str(&fold(line));
            self.text.push(' ');
        }
        self.text.push('\t');
        for line in rest.lines().filter(|line| line.bytes().filter(u8::is_ascii_digit).count() >= 5) {
            self.text.extend(line.chars().filter(char::is_ascii_digit));
            self.text.push(' ');
        }
        self.text.extend(name.chars().filter(|c| is_symbol(*c)));
        self.foreign |= !self.text.as_bytes()[begin..].is_ascii();
        self.entries.push(Entry { client, begin, end: self.text.len() });
    }

    /// How many clients there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The first `limit` clients that fit, the best first: where the name begins so, then where a word begins so, then
    /// anywhere; in the order of the arena among equals. Where fewer fit as typed, those that fit on the other layout are
    /// behind them and counted too.
    pub fn search(&self, typed: &str, limit: usize) -> Found {
        let words = words_of(typed);
        let Matching { found, mut count } = self.matching(&words, limit);
        let mut places = found.concat();
        let others = words_of(&other_layout(typed));
        if places.len() < limit && others != words {
            let also = self.matching(&others, limit);
            let is_both = |place: &&usize| is_in(self.line(&self.entries[**place]), &others);
            count += also.count - places.iter().filter(is_both).count();
            let mut more = also.found.concat();
            more.sort_unstable();
            more.retain(|place| !places.contains(place));
            places.extend(more);
        }
        places.truncate(limit);
        Found { clients: places.into_iter().map(|place| self.entries[place].client).collect(), count }
    }

    fn line(&self, entry: &Entry) -> &str {
        &self.text[entry.begin..entry.end]
    }

    /// The entries in which every word occurs, the first `limit` of each [`Fit`].
    fn matching(&self, words: &[String], limit: usize) -> Matching {
        let mut matching = Matching::default();
        let Some(longest) = words.iter().max_by_key(|word| word.len()) else { return matching };
        if !self.foreign && !longest.is_ascii() {
            return matching;
        }
        let (finder, first) = (Finder::new(longest), Finder::new(&words[0]));
        let (mut from, mut place) = (0, 0);
        while let Some(at) = finder.find(&self.text.as_bytes()[from..]) {
            place += self.entries[place..].iter().take_while(|entry| entry.end <= from + at).count();
            let Some(entry) = self.entries.get(place) else { break };
            let line = self.line(entry);
            if words.len() == 1 || is_in(line, words) {
                matching.count += 1;
                // Once there are enough of the words that begin so, only a name that does is of use.
                let enough = matching.found[..2].iter().any(|of_fit| of_fit.len() >= limit);
                let begins = || line.starts_with(&words[0]).then_some(Fit::NameBegins);
                let fit = if enough { begins() } else { Some(fit(line, &first)) };
                if let Some(of_fit) = fit.map(|fit| &mut matching.found[fit as usize])
                    && of_fit.len() < limit
                {
                    of_fit.push(place);
                }
            }
            from = entry.end;
            place += 1;
        }
        matching
    }
}

/// Whether every word occurs in a line.
fn is_in(line: &str, words: &[String]) -> bool {
    !words.is_empty() && words.iter().all(|word| line.contains(word.as_str()))
}

/// Whether a character is neither letter nor digit, but is seen by itself: emoji, marks, signs.
fn is_symbol(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control() && !is_combining_mark(c) && c != ZERO_WIDTH_JOINER
}

/// The words of what was typed; digits typed with spaces, dashes or brackets between them are one word.
fn words_of(typed: &str) -> Vec<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 3 && !typed.chars().any(char::is_alphabetic) {
        // Numbers are written with +7 or with 8 in front.
        let prefixed = digits.len() == 11 || typed.trim_start().starts_with("+7");
        let local = if prefixed { digits[1..].to_owned() } else { digits };
        return vec![local];
    }
    let mut words: Vec<String> = fold(typed).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    // Beside letters, punctuation is typed by the way; a picture is not.
    let is_meant = |c: char| is_symbol(c) && (words.is_empty() || c >= FIRST_PICTURE);
    let symbols: Vec<String> = typed.chars().filter(|c| is_meant(*c)).map(String::from).collect();
    words.extend(symbols);
    words
}

fn fit(line: &str, word: &Finder<'_>) -> Fit {
    let begins = |at: usize| at == 0 || matches!(line.as_bytes()[at - 1], b' ' | b'\t');
    match word.find_iter(line.as_bytes()).find(|at| begins(*at)) {
        Some(0) => Fit::NameBegins,
        Some(_) => Fit::WordBegins,
        None => Fit::Anywhere,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arena() -> Arena {
        let mut arena = Arena::default();
        for (id, name, rest) in [
            (1, "Камасталь", "Казань\nПетрова Анна\n+7 342 212-34-56"),
            (2, "ООО «Ромашка»", "Пермь\nСидорова Алёна"),
            (3, "Alpha Trade", "Perm\nJohn Petersen\n8 (495) 000-00-01"),
            (4, "Новая Камея", "Орёл"),
            (5, "🚀 Logistik 👨\u{200d}👩\u{200d}👧", "Tula"),
            (6, "R&D Beta ★", "🚀"),
        ] {
            arena.push(ClientId(id), name, rest);
        }
        arena
    }

    #[track_caller]
    fn check(typed: &str, expected: &[i64]) {
        let found = arena().search(typed, 10);
        let clients: Vec<i64> = found.clients.into_iter().map(|client| client.0).collect();
        assert_eq!((clients.as_slice(), found.count), (expected, expected.len()), "{typed}");
    }

    #[test]
    fn the_best_come_first_however_late_they_stand() {
        let mut arena = Arena::default();
        for id in 0..300 {
            let name = ["x alpha", "palpable", "x", "alpha"][if id < 290 { id as usize % 3 } else { 3 }];
            arena.push(ClientId(id), name, "");
        }
        let found = |limit| {
            let found = arena.search("alp", limit);
            assert_eq!(found.count, 204);
            found.clients.into_iter().map(|client| client.0).collect::<Vec<_>>()
        };
        assert_eq!(found(12), (290..300).chain([0, 3]).collect::<Vec<_>>());
        assert_eq!(found(5), (290..295).collect::<Vec<_>>());
        let all: Vec<i64> = (290..300).chain((0..290).step_by(3)).chain((1..290).step_by(3)).collect();
        assert_eq!(found(300), all);
    }

    #[test]
    fn any_part_in_any_case_on_either_layout() {
        check("кам", &[1, 4]);
        check("КАМ", &[1, 4]);
        check("rfv", &[1, 4]);
        check("фдзрф", &[3]);
        check("алена", &[2]);
        check("орел", &[4]);
        check("анна кам", &[1]);
        check("petrova", &[]);
        check("машка", &[2]);
        check("2123456", &[1]);
        check("342 212", &[1]);
        check("+7 (495) 000", &[3]);
        check("8 342 212 34 56", &[1]);
        check("", &[]);
    }

    #[test]
    fn a_symbol_finds_the_name_it_stands_in() {
        check("🚀", &[5]);
        check("👨\u{200d}👩\u{200d}👧", &[5]);
        check("★", &[6]);
        check("★\u{fe0f}", &[6]);
        check("&", &[6]);
        check("«»", &[2]);
        check("log 🚀", &[5]);
        check("🚀 beta", &[]);
        check("«ромашка, пермь»", &[2]);
        check("beta — 🐢", &[]);
    }
}
