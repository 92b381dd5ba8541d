//! The sentences of a language by their keys. A sentence is read when it is first said: of the whole file, a start says
//! one in ten, and a line typed in the shell fewer.

use std::cell::RefCell;
use std::collections::HashMap;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use super::{Lang, numbers};

/// The sentences of one language.
pub struct Sentences {
    /// How each is written in the locale file. No sentence there refers to another.
    written: HashMap<&'static str, &'static str>,
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
        let source = match lang {
            Lang::En => include_str!("../../assets/locales/en.ftl"),
            Lang::Ru => include_str!("../../assets/locales/ru.ftl"),
        };
        Self { written: by_key(source), read: RefCell::new(read) }
    }

    /// The sentence of a key with its values; `None` if there is none.
    pub fn say(&self, key: &str, args: &FluentArgs<'_>) -> Option<String> {
        if !self.read.borrow().has_message(key) {
            let source = (*self.written.get(key)?).to_owned();
            let resource = FluentResource::try_new(source).unwrap_or_else(|(readable, _)| readable);
            self.read.borrow_mut().add_resource_overriding(resource);
        }
        let read = self.read.borrow();
        let pattern = read.get_message(key)?.value()?;
        // A value that is missing shows as its name.
        Some(read.format_pattern(pattern, Some(args), &mut Vec::new()).into_owned())
    }
}

/// Cuts a locale file at its keys, which alone begin a line with a letter.
fn by_key(source: &str) -> HashMap<&str, &str> {
    let mut entries = HashMap::with_capacity(source.len() / 32);
    let mut rest = source;
    let mut begun: Option<(&str, &str)> = None;
    while !rest.is_empty() {
        let (line, after) = rest.split_at(rest.find('\n').map_or(rest.len(), |end| end + 1));
        if !line.starts_with([' ', '}', '\n'])
            && let Some((key, entry)) = begun.take()
        {
            entries.insert(key, &entry[..entry.len() - rest.len()]);
        }
        if line.starts_with(|first: char| first.is_ascii_lowercase())
            && let Some((key, _)) = line.split_once(" =")
        {
            begun = Some((key, rest));
        }
        rest = after;
    }
    entries.extend(begun);
    entries
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
        let source = "## Heads\n\none = 1\n# of it\ntwo = { $n ->\n    [1] a\n   *[other] b = c\n}\nthree =\n    long\n    line\n";
        let cut = by_key(source);
        assert_eq!(cut.len(), 3);
        assert_eq!(cut["one"], "one = 1\n");
        assert_eq!(cut["two"], "two = { $n ->\n    [1] a\n   *[other] b = c\n}\n");
        assert_eq!(cut["three"], "three =\n    long\n    line\n");
    }
}
