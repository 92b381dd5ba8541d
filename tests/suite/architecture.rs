//! The rules of the house, checked on the sources: who may name whom, and what lives in one place only.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The rooms, and which rooms each of them uses: what is not listed is forbidden, and what is listed is in use.
const USES: [(&str, &[&str]); 8] = [
    ("clock", &[]),
    ("domain", &["domain"]),
    ("store", &["clock", "domain"]),
    ("exchange", &["domain"]),
    ("text", &["domain"]),
    ("ops", &["clock", "domain", "exchange", "store"]),
    ("tui", &["clock", "domain", "exchange", "ops", "text", "tui"]),
    ("cli", &["clock", "domain", "ops", "text", "tui"]),
];

/// What only one room may name.
const ONLY_IN: [(&str, &str); 10] = [
    ("rusqlite", "store"),
    ("ratatui", "tui"),
    ("crossterm", "tui"),
    ("clap", "cli"),
    ("fluent_bundle", "text"),
    ("encoding_rs", "exchange"),
    ("Utc::now", "clock"),
    ("Local::now", "clock"),
    ("SystemTime::now", "clock"),
    ("Instant::now", "clock"),
];

/// Where Russian letters are matter, not words for a person: tables of keys and letters, of headers and names in files,
/// of words that a person may type. Everything else that is read stands in the locale files.
const CYRILLIC: [&str; 3] = ["domain/matching/", "exchange/", "text/"];

struct Source {
    /// Below `src`, with slashes.
    name: String,
    code: String,
}

impl Source {
    /// `store` of `store/mod.rs`, `clock` of `clock.rs`.
    fn room(&self) -> &str {
        self.name.split(['/', '.']).next().unwrap()
    }

    /// The lines without comments, up to the tests; each with its number.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let code = self.code.split("#[cfg(test)]\nmod tests").next().unwrap();
        code.lines().enumerate().map(|(line, text)| (line + 1, text.split("//").next().unwrap()))
    }
}

fn sources() -> Vec<Source> {
    fn gather(folder: &Path, below: &str, found: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
            if path.is_dir() {
                gather(&path, &format!("{name}/"), found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(Source { name, code: fs::read_to_string(&path).unwrap() });
            }
        }
    }
    let mut found = Vec::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut found);
    assert!(found.len() > 50, "the sources are not where they were");
    found
}

/// The names that follow `before` in a line: `crate::` in `use crate::ops::Action` is followed by `ops`.
fn names_after<'a>(line: &'a str, before: &'a str) -> impl Iterator<Item = &'a str> {
    line.split(before).skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap())
}

#[test]
fn data_flows_one_way() {
    let mut used = BTreeSet::new();
    for source in sources() {
        let room = source.room();
        let Some((_, allowed)) = USES.iter().find(|(name, _)| *name == room) else {
            assert!(["lib", "main"].contains(&room), "{} is in no room: add it to the rule", source.name);
            continue;
        };
        for (number, line) in source.lines() {
            for named in names_after(line, "crate::") {
                assert!(
                    named == room || allowed.contains(&named),
                    "{}:{number}: {room} may not use {named}: {line}",
                    source.name
                );
                used.insert((room.to_owned(), named.to_owned()));
            }
        }
    }
    for (room, allowed) in USES {
        for name in allowed {
            assert!(
                used.contains(&(room.to_owned(), (*name).to_owned())),
                "{room} does not use {name}: the rule is too wide"
            );
        }
    }
}

#[test]
fn the_map_lists_every_room_and_the_program_calls_the_command_line() {
    let sources = sources();
    let code = |name: &str| &sources.iter().find(|source| source.name == name).unwrap().code;
    let listed: BTreeSet<&str> =
        code("lib.rs").lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(listed, USES.iter().map(|(room, _)| *room).collect());
    let called: Vec<&str> = names_after(code("main.rs"), "regulars::").collect();
    assert_eq!(called, ["cli"]);
    assert!(code("main.rs").lines().count() < 60);
}

#[test]
fn what_lives_in_one_place_is_named_nowhere_else() {
    let sources = sources();
    for (what, room) in ONLY_IN {
        let places = sources.iter().flat_map(|source| {
            source.lines().filter(move |(_, line)| line.contains(what)).map(move |(line, _)| (source, line))
        });
        let (inside, outside): (Vec<_>, Vec<_>) = places.partition(|(source, _)| source.room() == room);
        let outside: Vec<String> = outside.iter().map(|(source, line)| format!("{}:{line}", source.name)).collect();
        assert!(outside.is_empty(), "{what} belongs to {room}, and is named in {outside:?}");
        assert!(room == "clock" || !inside.is_empty(), "{what} is not used any more: strike it from the rule");
    }
}

#[test]
fn words_that_a_person_reads_stand_in_the_locale_files() {
    for source in sources() {
        if CYRILLIC.iter().any(|place| source.name.starts_with(place)) {
            continue;
        }
        for (number, line) in source.lines() {
            let russian = line.chars().any(|c| ('\u{400}'..='\u{4ff}').contains(&c));
            assert!(!russian, "{}:{number}: {line}", source.name);
        }
    }
}

#[test]
fn every_file_begins_with_what_it_owns() {
    for source in sources() {
        assert!(source.code.starts_with("//! "), "{} does not say what it owns", source.name);
    }
}
