//! The search for a client as one types: every word anywhere, in any order, on either keyboard layout.

use std::ops::Range;

use memchr::memmem::Finder;

use super::fold;
use super::layout::other_layout;
use crate::domain::ids::ClientId;

/// The folded texts of every client, one behind the other.
#[derive(Debug, Default)]
pub struct Arena {
    /// A line a client: name, a tab, the rest, a tab, the digits of the rest.
    text: String,
    entries: Vec<Entry>,
    /// Whether there is a letter in it that is no ASCII: if not, no word of such letters need be looked for.
    foreign: bool,
}

#[derive(Debug)]
struct Entry {
    client: ClientId,
    name: Range<usize>,
    end: usize,
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
        let name = begin..self.text.len();
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
        self.foreign |= !self.text.as_bytes()[begin..].is_ascii();
        self.entries.push(Entry { client, name, end: self.text.len() });
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
    /// anywhere; in the order of the arena among equals. What fits as typed comes before what fits on the other layout.
    pub fn search(&self, typed: &str, limit: usize) -> Vec<ClientId> {
        let words = words_of(typed);
        let mut places = self.matching(&words, limit).concat();
        let others = words_of(&other_layout(typed));
        if places.len() < limit && others != words {
            let [begin, within, anywhere] = self.matching(&others, limit);
            let mut more = [begin, within, anywhere].concat();
            more.sort_unstable();
            places.extend(more);
        }
        let mut clients: Vec<ClientId> = Vec::new();
        for place in places {
            let client = self.entries[place].client;
            if clients.len() < limit && !clients.contains(&client) {
                clients.push(client);
            }
        }
        clients
    }

    fn line(&self, entry: &Entry) -> &str {
        &self.text[entry.name.start..entry.end]
    }

    /// The places of the entries in which every word occurs, the first `limit` of each [`Fit`].
    fn matching(&self, words: &[String], limit: usize) -> [Vec<usize>; 3] {
        let mut found: [Vec<usize>; 3] = Default::default();
        let Some(longest) = words.iter().max_by_key(|word| word.len()) else { return found };
        if !self.foreign && !longest.is_ascii() {
            return found;
        }
        let finder = Finder::new(longest);
        let all_in = |line: &str| words.len() == 1 || words.iter().all(|word| line.contains(word.as_str()));
        let (mut from, mut place) = (0, 0);
        while found[..2].iter().all(|of_fit| of_fit.len() < limit) {
            let Some(at) = finder.find(&self.text.as_bytes()[from..]) else { return found };
            place += self.entries[place..].iter().take_while(|entry| entry.end <= from + at).count();
            let Some(entry) = self.entries.get(place) else { return found };
            let line = self.line(entry);
            if all_in(line) {
                let of_fit = &mut found[fit(line, &words[0]) as usize];
                if of_fit.len() < limit {
                    of_fit.push(place);
                }
            }
            from = entry.end;
            place += 1;
        }
        // Once there are enough of the words that begin so, only a name that does is of use.
        let begins = &mut found[Fit::NameBegins as usize];
        let rest = self.entries[place..].iter().enumerate().map(|(beyond, entry)| (place + beyond, self.line(entry)));
        let more = rest.filter(|(_, line)| line.starts_with(&words[0]) && all_in(line)).map(|(place, _)| place);
        begins.extend(more.take(limit - begins.len()));
        found
    }
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
    fold(typed).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn fit(line: &str, word: &str) -> Fit {
    if line.starts_with(word) {
        return Fit::NameBegins;
    }
    let begins = line.match_indices(word).any(|(at, _)| matches!(line.as_bytes()[at - 1], b' ' | b'\t'));
    if begins { Fit::WordBegins } else { Fit::Anywhere }
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
        ] {
            arena.push(ClientId(id), name, rest);
        }
        arena
    }

    #[track_caller]
    fn check(typed: &str, expected: &[i64]) {
        let found: Vec<i64> = arena().search(typed, 10).into_iter().map(|client| client.0).collect();
        assert_eq!(found, expected, "{typed}");
    }

    #[test]
    fn the_best_come_first_however_late_they_stand() {
        let mut arena = Arena::default();
        for id in 0..300 {
            let name = ["x alpha", "palpable", "x", "alpha"][if id < 290 { id as usize % 3 } else { 3 }];
            arena.push(ClientId(id), name, "");
        }
        let found = |limit| arena.search("alp", limit).into_iter().map(|client| client.0).collect::<Vec<_>>();
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
        check("«»", &[]);
    }
}
