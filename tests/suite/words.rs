//! Every sentence exists in both languages, with the same values, and is used.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use chrono::NaiveDate;
use regulars::domain::message::{Arg, Message};
use regulars::text::{Lang, Words};

const EN: &str = include_str!("../../assets/locales/en.ftl");
const RU: &str = include_str!("../../assets/locales/ru.ftl");

/// Beginnings of keys that the sources put together from the name of a thing.
const FAMILIES: [&str; 21] = [
    "action-",
    "cli-command-",
    "cli-option-",
    "cli-value-",
    "client-",
    "country-",
    "field-",
    "free-",
    "greeting-",
    "language-",
    "mark-",
    "occasion-",
    "outcome-",
    "period-",
    "person-",
    "purpose-",
    "responsible-",
    "rule-",
    "status-",
    "touch-",
    "unplaced-",
];

/// The sentences of a locale file: the text of each by its key. Panics on a key that stands there twice.
fn sentences(source: &str) -> BTreeMap<&str, String> {
    let mut found: BTreeMap<&str, String> = BTreeMap::new();
    let mut key = "";
    for line in source.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let rest = match line.split_once(" =") {
            Some((name, rest)) if !line.starts_with(' ') => {
                key = name;
                assert!(found.insert(key, String::new()).is_none(), "{key} twice");
                rest
            }
            _ => line,
        };
        let text = found.get_mut(key).unwrap();
        text.push_str(rest);
        text.push('\n');
    }
    found
}

/// The names of the values in a sentence.
fn values(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| {
            &rest[..rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(rest.len())]
        })
        .collect()
}

/// Every string in the sources that could be a key, with whether it is asked for as a sentence.
fn quoted(folder: &Path, found: &mut Vec<(String, bool)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            quoted(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = fs::read_to_string(&path).unwrap();
            for (place, _) in source.match_indices('"') {
                let (before, rest) = (source[..place].trim_end(), &source[place + 1..]);
                let text = &rest[..rest.find(|c| !is_of_key(c)).unwrap_or(0)];
                if !text.is_empty() && rest[text.len()..].starts_with('"') {
                    let asked = ["Message::new(", "say(", "say_with("].iter().any(|call| before.ends_with(call));
                    found.push((text.to_owned(), asked));
                }
            }
        }
    }
}

fn is_of_key(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_'
}

#[test]
fn both_languages_say_the_same_things_with_the_same_values() {
    let (en, ru) = (sentences(EN), sentences(RU));
    let keys = |of: &BTreeMap<&str, String>| of.keys().map(|key| (*key).to_owned()).collect::<Vec<_>>();
    assert_eq!(keys(&en), keys(&ru));
    for (key, text) in &en {
        assert_eq!(values(text), values(&ru[key]), "{key}");
    }
}

#[test]
fn every_sentence_is_readable() {
    for lang in Lang::ALL {
        let words = Words::new(lang);
        for (key, text) in sentences(EN) {
            let args: Vec<(&str, Arg)> = values(&text).into_iter().map(|name| (name, Arg::Count(5))).collect();
            let said = words.say_with(key, &args);
            assert!(!said.is_empty() && !said.contains(['⟦', '{', '$']), "{key}: {said}");
        }
    }
}

#[test]
fn what_the_sources_ask_for_is_there_and_nothing_else() {
    let mut found = Vec::new();
    quoted(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut found);
    let there = sentences(EN);
    let families: BTreeSet<&str> =
        there.keys().filter_map(|key| key.split_once('-')).map(|(family, _)| family).collect();
    for (text, asked) in &found {
        let family = text.split_once('-').map(|(family, _)| family);
        // The verbs of the command line are written like keys.
        let verb = there.contains_key(format!("cli-command-{text}").as_str());
        if *asked || !verb && family.is_some_and(|family| families.contains(family)) {
            assert!(there.contains_key(text.as_str()), "{text} is asked for and is in no locale file");
        }
    }
    let used: BTreeSet<&str> = found.iter().map(|(text, _)| text.as_str()).collect();
    for key in there.keys() {
        let in_family = FAMILIES.iter().any(|family| key.starts_with(family));
        assert!(used.contains(key) || in_family, "{key} is never used");
    }
}

#[test]
fn russian_counts_take_their_three_forms() {
    let words = Words::new(Lang::Ru);
    for (n, form) in [
        (0_i64, "претензия сегодня"),
        (1, "претензия 1 день"),
        (2, "претензия 2 дня"),
        (5, "претензия 5 дней"),
        (11, "претензия 11 дней"),
        (21, "претензия 21 день"),
        (111, "претензия 111 дней"),
        (1_002, "претензия 1\u{a0}002 дня"),
    ] {
        assert_eq!(words.message(&Message::new("reason-complaint-short").with("days", n)), form);
    }
}

#[test]
fn values_are_written_as_the_language_writes_them() {
    let day: NaiveDate = "2026-12-08".parse().unwrap();
    let next = Message::new("effect-next-kind").with("kind", Message::new("touch-message")).with("day", day);
    let done = Message::new("done").with("what", Message::new("verb-log-call")).with("client", "Romashka LLC");
    let (mut en, ru) = (Words::new(Lang::En), Words::new(Lang::Ru));
    assert_eq!(en.message(&next), "next: message Tue 8 Dec");
    assert_eq!(ru.message(&next), "дальше: сообщение, вт 8 дек");
    assert_eq!(en.message(&done), "Call logged: Romashka LLC");
    assert_eq!(ru.message(&done), "Звонок записан: Romashka LLC");
    en.set_today("2027-01-04".parse().unwrap());
    assert_eq!(en.message(&next), "next: message Tue 8 Dec 2026");
    assert_eq!(en.say("no-such-key"), "⟦no-such-key⟧");
}

#[test]
fn an_alert_gives_its_reason_in_words_and_numbers() {
    let reason = Message::new("reason-overdue")
        .with("usual", 31_i64)
        .with("gaps", 9_i64)
        .with("gap", 52_i64)
        .with("tail", Arg::Share(0.05))
        .with("none", Arg::Share(0.42))
        .with("horizon", 90_i64);
    let plain = |lang| Words::new(lang).message(&reason).replace('\u{a0}', " ");
    assert_eq!(
        plain(Lang::En),
        "Orders about every 31 days by its 9 gaps, the last order was 52 days ago: 5 % of its usual gaps are this long. \
         42 % chance of no order in 90 days."
    );
    assert_eq!(
        plain(Lang::Ru),
        "Обычно заказывает раз в 31 день (перерывов: 9), прошло 52 дня: таких долгих перерывов у него 5 %. \
         Вероятность, что за 90 дней не закажет ни разу, — 42 %."
    );
}
