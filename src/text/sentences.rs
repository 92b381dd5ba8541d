//! The sentences of a language by their keys. A sentence is read when it is first said: of the whole file, a start says
//! one in ten, and a line typed in the shell fewer.

use std::cell::RefCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::{Lang, numbers};

/// The sentences of one language.
pub struct Sentences {
    /// The locale file. No sentence there refers to another.
    source: &'static str,
    /// Where each begins in it.
    places: &'static Places,
    /// Those that were said.
    read: RefCell<FluentBundle<FluentResource>>,
}

impl Sentences {
    /// The sentences of a language.
    pub fn new(lang: Lang) -> Self {
        let mut read = FluentBundle::new(lang.name().parse().into_iter().collect());
        // The marks of direction that Fluent puts around values would fill cells of the terminal.
        read.set_use_isolating(false);
        read.set_formatter(Some(match lang {
            Lang::En => |value, _| written(value, Lang::En),
            Lang::Ru => |value, _| written(value, Lang::Ru),
        }));
        // The one way to fail is a function of that name, and there is none yet.
        let _ = read.add_function("CAPITAL", |args, _| args.first().map_or(FluentValue::Error, capital));
        let _ = read.add_function("SINCE", |args, _| args.first().map_or(FluentValue::Error, since));
        let (source, places) = match lang {
            Lang::En => (EN, &EN_PLACES),
            Lang::Ru => (RU, &RU_PLACES),
        };
        Self { source, places, read: RefCell::new(read) }
    }

    /// The sentence of a key with its values; `None` if there is none.
    pub fn say(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        if !self.read.borrow().has_message(key) {
            let source = entry(self.source, self.places, key)?;
            let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(readable, _)| readable);
            self.read.borrow_mut().add_resource_overriding(resource);
        }
        let read = self.read.borrow();
        let pattern = read.get_message(key)?.value()?;
        // A value that is missing shows as its name.
        Some(read.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

/// The places of sentences in a locale file by the hashes of their keys, each one more than it is: 0 where there is none.
type Places = [u32; 1 << 12];

const EN: &str = include_str!("../../assets/locales/en.ftl");
const RU: &str = include_str!("../../assets/locales/ru.ftl");
// Found while the program is built: every start and every line typed in the shell would wait for it.
static EN_PLACES: Places = places(EN);
static RU_PLACES: Places = places(RU);

/// Finds the keys of a locale file, which alone begin a line with a letter.
const fn places(source: &str) -> Places {
    let bytes = source.as_bytes();
    let mut places = [0; 1 << 12];
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_lowercase() {
            let mut slot = slot_of(bytes, at);
            while places[slot] != 0 {
                slot = (slot + 1) % places.len();
            }
            places[slot] = at as u32 + 1;
        }
        while at < bytes.len() && bytes[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    places
}

/// The slot of the key that stands there, by the hash of Fowler, Noll and Vo.
const fn slot_of(bytes: &[u8], mut at: usize) -> usize {
    let mut hash: u32 = 0x811c_9dc5;
    while at < bytes.len() && bytes[at] != b' ' {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    (hash ^ hash >> 16) as usize % (1 << 12)
}

/// A sentence as it is written in a locale file.
fn entry(source: &'static str, places: &Places, key: &str) -> Option<&'static str> {
    let mut slot = slot_of(key.as_bytes(), 0);
    loop {
        let begun = &source[(places[slot] as usize).checked_sub(1)?..];
        if begun.strip_prefix(key).is_some_and(|rest| rest.starts_with(" =")) {
            let goes_on = |line: &&str| line.starts_with([' ', '}', '\n']);
            let mut lines = begun.split_inclusive('\n');
            let first = lines.next().map_or(0, str::len);
            return Some(&begun[..first + lines.take_while(goes_on).map(str::len).sum::<usize>()]);
        }
        slot = (slot + 1) % places.len();
    }
}

/// Writes a number the way the language does.
fn written(value: &FluentValue, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(numbers::count(number.value as i64, lang)),
        _ => None,
    }
}

/// A text with its first letter large.
fn capital<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    let FluentValue::String(text) = value else { return value.clone() };
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    FluentValue::from(first.chain(letters).collect::<String>())
}

/// A day with the Russian preposition before it: «со вт 24 ноя», «со 2 дек», «с пн 30 ноя».
fn since<'a>(value: &FluentValue<'a>) -> FluentValue<'a> {
    let FluentValue::String(day) = value else { return value.clone() };
    let begun =
        if ["вт", "ср", "2\u{a0}", "2 "].iter().any(|begin| day.starts_with(begin)) { "со" } else { "с" };
    FluentValue::from(format!("{begun} {day}"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_day_has_the_preposition_that_can_be_said() {
        let said = |day: &str| match since(&FluentValue::from(day.to_owned())) {
            FluentValue::String(text) => text.into_owned(),
            other => panic!("{other:?}"),
        };
        let days = ["пн 30 ноя", "вт 24 ноя", "ср 25 ноя", "чт 2 дек", "2 дек 2026", "21 дек 2026"];
        let all = ["с пн 30 ноя", "со вт 24 ноя", "со ср 25 ноя", "с чт 2 дек", "со 2 дек 2026", "с 21 дек 2026"];
        assert_eq!(days.map(said), all);
    }

    #[test]
    fn a_file_is_cut_at_its_keys() {
        const SOURCE: &str = "## Heads\n\none = 1\n# of it\ntwo = { $n ->\n    [1] a\n   *[other] b = c\n}\nthree =\n    long\n    line\n";
        let cut = |key| entry(SOURCE, &places(SOURCE), key);
        assert_eq!(cut("one"), Some("one = 1\n"));
        assert_eq!(cut("two"), Some("two = { $n ->\n    [1] a\n   *[other] b = c\n}\n"));
        assert_eq!(cut("three"), Some("three =\n    long\n    line\n"));
        assert_eq!([cut("on"), cut("b"), cut("")], [None; 3]);
    }
}
