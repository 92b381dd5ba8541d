//! The tokens inside a note: `>fri` the next contact, `@yesterday 15:00` when it was, `!` important, `#tag`,
//! `*send the list fri` a promise. What is not understood stays text.
//!
//! A Russian layout has no `>`, `@` and `#`: `/` stands for the first, and what Shift+2 and Shift+3 type there, `"` and `№`,
//! for the others.

use chrono::{NaiveDate, NaiveTime};

use super::typed::{parse_day, parse_past_day, parse_time};
use super::typed_money::parse_money;
use crate::domain::money::Money;
use crate::domain::promise::Promised;
use crate::domain::touch::Details;

/// Words that may stand before the day a promise is due.
const BY: [&str; 4] = ["by", "until", "до", "к"];

/// Words that may stand between one promise and the next.
const AND: [&str; 3] = ["and", "и", "а"];

/// A note with its tokens read out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// What is left as text, its words one space apart.
    pub text: String,
    /// The day of the next contact: today or later.
    pub next: Option<NaiveDate>,
    /// When it was: today or earlier, with the time where it was said.
    pub when: Option<(NaiveDate, Option<NaiveTime>)>,
    /// Marked as important.
    pub important: bool,
    /// Labels, without their `#`.
    pub tags: Vec<String>,
    /// What was promised, in a line of the log.
    pub promises: Vec<Promised>,
    /// What else was said of a touch, in its line.
    pub details: Details,
}

impl Note {
    /// What was begun as a promise and stayed text, because no day from today on ends it.
    pub fn undated_promise(&self) -> Option<&str> {
        let begin = self.text.split(' ').position(begins_promise)?;
        self.text.splitn(begin + 1, ' ').last()
    }
}

/// Reads a line of the log: a note, and the promises in it.
pub fn read_log(text: &str, today: NaiveDate) -> Note {
    let note = read_note(text, today);
    let (text, promises) = split_promises(&note.text, today);
    Note { text, promises, ..note }
}

/// Reads a note. Of two tokens of one kind the later one counts, and every label.
pub fn read_note(text: &str, today: NaiveDate) -> Note {
    let mut note = Note::default();
    let mut kept = Vec::new();
    let mut words = text.split_whitespace().peekable();
    // A quotation mark that has another one to it is one.
    let when: &[char] = if text.matches('"').count() == 1 { &['@', '"'] } else { &['@'] };
    while let Some(word) = words.next() {
        if word == "!" {
            note.important = true;
        } else if let Some(day) =
            word.strip_prefix(['>', '/']).and_then(|day| parse_day(day, today)).filter(|day| *day >= today)
        {
            note.next = Some(day);
        } else if let Some(tag) = word.strip_prefix(['#', '№']).filter(|tag| tag.starts_with(char::is_alphabetic)) {
            note.tags.push(tag.to_owned());
        } else if let Some(time) = word.strip_prefix(when).and_then(parse_clock) {
            note.when = Some((today, Some(time)));
        } else if let Some(day) =
            word.strip_prefix(when).and_then(|day| parse_past_day(day, today)).filter(|day| *day <= today)
        {
            let time = words.peek().copied().and_then(parse_clock);
            if time.is_some() {
                words.next();
            }
            note.when = Some((day, time));
        } else {
            kept.push(word);
        }
    }
    note.text = kept.join(" ");
    note
}

/// The words that are no promise, and the promises: `*` begins one of ours and `**` one of theirs, it goes on to the next
/// one, and ends with the day it is due, behind which a comma or an "and" leads to the next. The department it waits on
/// stands in brackets. What is said behind `=` is said of the whole line, wherever it stands.
fn split_promises(text: &str, today: NaiveDate) -> (String, Vec<Promised>) {
    let words: Vec<&str> = text.split(' ').collect();
    let begins = |word: &&str| begins_promise(word);
    let first = words.iter().position(begins).unwrap_or(words.len());
    let (mut kept, mut promises) = (words[..first].to_vec(), Vec::new());
    let mut parts = words[first..].chunk_by(|_, next| !begins_promise(next)).peekable();
    while let Some(part) = parts.next() {
        let (marks, mut said): (Vec<&str>, Vec<&str>) = part.iter().partition(|word| word.starts_with('='));
        if parts.peek().is_some() {
            said.pop_if(|last| AND.contains(&last.to_lowercase().as_str()));
        }
        match promise_of(said.join(" ").trim_end_matches([',', ';']), today) {
            Some(promised) => {
                promises.push(promised);
                kept.extend(marks);
            }
            None => kept.extend(part),
        }
    }
    (kept.join(" "), promises)
}

fn begins_promise(word: &str) -> bool {
    let rest = word.strip_prefix("**").or_else(|| word.strip_prefix('*'));
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// What is promised by a text with its star or stars; `None` where no day from today on ends it.
fn promise_of(text: &str, today: NaiveDate) -> Option<Promised> {
    let said = text.trim_start_matches('*');
    let theirs = text.len() - said.len() > 1;
    let (rest, behind) = split_brackets(said);
    let words: Vec<&str> = rest.split(' ').collect();
    let (due, count) = (1..=3.min(words.len() - 1)).rev().find_map(|count| {
        let day = parse_day(&words[words.len() - count..].join(" "), today)?;
        (day >= today).then_some((day, count))
    })?;
    let mut words = &words[..words.len() - count];
    if let [before @ .., by] = words
        && !before.is_empty()
        && BY.contains(&by.to_lowercase().as_str())
    {
        words = before;
    }
    let what = words.join(" ");
    let (text, before) = split_brackets(&what);
    let waits_on = if behind.is_empty() { before } else { behind };
    Some(Promised { theirs, text: text.to_owned(), due, waits_on: waits_on.to_owned() })
        .filter(|one| !one.text.is_empty())
}

/// A text without the brackets it ends in, and what stands in them: a promise, and the department it waits on.
pub fn split_brackets(text: &str) -> (&str, &str) {
    let inside = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    inside.map_or((text, ""), |(before, inside)| (before.trim_end(), inside.trim()))
}

/// A time of day with a colon: with a point it would be taken for a day.
fn parse_clock(text: &str) -> Option<NaiveTime> {
    text.contains(':').then(|| parse_time(text)).flatten()
}

/// The amount an order begins with, and the rest of the words; digits may be grouped by spaces, three by three.
pub fn split_amount(text: &str) -> Option<(Money, String)> {
    let words: Vec<&str> = text.split(' ').collect();
    let is_sign = |word: &str| word.chars().all(|c| "$€£₽".contains(c));
    let is_group = |word: &str| word.bytes().take_while(u8::is_ascii_digit).count() == 3;
    let first = words.iter().position(|word| !is_sign(word))?;
    let further = words[first + 1..].iter().take_while(|word| is_sign(word) || is_group(word)).count();
    (1..=first + 1 + further).rev().find_map(|count| {
        let amount = parse_money(&words[..count].join(" "))?;
        Some((amount, words[count..].join(" ")))
    })
}

/// What a gift cost, where a word says so (`=900`), and the other words.
pub fn split_cost(text: &str) -> (Option<Money>, String) {
    let mut cost = None;
    let kept: Vec<&str> = text
        .split(' ')
        .filter(|word| {
            let said = word.strip_prefix('=').and_then(parse_money);
            cost = said.or(cost);
            said.is_none()
        })
        .collect();
    (cost, kept.join(" "))
}

/// The words that belong to no item, and the items: `+` begins one, and it goes on to the next `+`; a word behind `=` is part
/// of none.
pub fn split_items(text: &str) -> (String, Vec<String>) {
    let begins = |word: &str| word.strip_prefix('+').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    let (mut kept, mut items) = (Vec::new(), Vec::<String>::new());
    for word in text.split(' ') {
        match items.last_mut() {
            _ if begins(word) => items.push(word[1..].to_owned()),
            Some(_) if word.starts_with('=') => kept.push(word),
            Some(item) => *item = format!("{item} {word}"),
            None => kept.push(word),
        }
    }
    (kept.join(" "), items)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn tokens_are_read_wherever_they_stand() {
        let time = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0);
        let plain = |text: &str| Note { text: text.into(), ..Note::default() };
        for (typed, note) in [
            ("asks for a price list >fri", Note { next: Some(day(11, 27)), ..plain("asks for a price list") }),
            (">+7 прайс", Note { next: Some(day(11, 30)), ..plain("прайс") }),
            ("ждёт >28.11 ответа", Note { next: Some(day(11, 28)), ..plain("ждёт ответа") }),
            ("@вчера 15:00 обещал", Note { when: Some((day(11, 22), time(15, 0))), ..plain("обещал") }),
            ("@yesterday promised", Note { when: Some((day(11, 22), None)), ..plain("promised") }),
            ("@12:30 met", Note { when: Some((TODAY, time(12, 30))), ..plain("met") }),
            ("@20.11", Note { when: Some((day(11, 20), None)), ..plain("") }),
            ("! срочно #опт #VIP", Note { important: true, tags: vec!["опт".into(), "VIP".into()], ..plain("срочно") }),
            (">tue >wed", Note { next: Some(day(11, 25)), ..plain("") }),
            ("/пт прайс", Note { next: Some(day(11, 27)), ..plain("прайс") }),
            ("\"вчера 15:00 обещал", Note { when: Some((day(11, 22), time(15, 0))), ..plain("обещал") }),
            ("№опт №14", Note { tags: vec!["опт".into()], ..plain("№14") }),
        ] {
            assert_eq!(read_note(typed, TODAY), note, "{typed}");
        }
    }

    #[test]
    fn a_star_begins_a_promise_that_ends_with_its_day() {
        let promise = |theirs, text: &str, due, waits_on: &str| Promised {
            theirs,
            text: text.into(),
            due,
            waits_on: waits_on.into(),
        };
        let friday = day(11, 27);
        for (typed, text, promises) in [
            ("likes it *send the list fri", "likes it", vec![promise(false, "send the list", friday, "")]),
            ("*send the list by fri >+7 #vip", "", vec![promise(false, "send the list", friday, "")]),
            ("*прислать прайс (логистика) до пт", "", vec![promise(false, "прислать прайс", friday, "логистика")]),
            (
                "**оплатить счёт 28 ноя (бухгалтерия)",
                "",
                vec![promise(true, "оплатить счёт", day(11, 28), "бухгалтерия")],
            ),
            (
                "so *call back +7 **answer 28.11.2026",
                "so",
                vec![promise(false, "call back", day(11, 30), ""), promise(true, "answer", day(11, 28), "")],
            ),
            ("*send the list fri =5", "=5", vec![promise(false, "send the list", friday, "")]),
            (
                "500 +бумага *прислать счёт пт, и *позвонить 28.11",
                "500 +бумага",
                vec![promise(false, "прислать счёт", friday, ""), promise(false, "позвонить", day(11, 28), "")],
            ),
            ("*tell (all) about it today", "", vec![promise(false, "tell (all) about it", TODAY, "")]),
        ] {
            let note = read_log(typed, TODAY);
            assert_eq!((note.text.as_str(), note.promises), (text, promises), "{typed}");
        }
    }

    #[test]
    fn what_is_not_understood_stays_text() {
        for typed in [
            "",
            "@ivanov wrote",
            "a > b",
            ">soon",
            ">вчера",
            "@tomorrow",
            "wow!",
            "# 5",
            "#",
            "claim #14",
            "at 15:00",
            "\"вчера\" не мог",
            "сказал \"сегодня не могу\"",
            "24/7 and/or /",
            "5*3 fri",
            "* fri",
            "*send it",
            "*fri",
            "*send it yesterday",
            "*send it fri morning",
            "***",
            "*(x) fri",
        ] {
            assert_eq!(read_log(typed, TODAY), Note { text: typed.into(), ..Note::default() });
        }
        for (typed, undated) in [("so *send it", Some("*send it")), ("5*3 fri", None), ("*send it fri", None)] {
            assert_eq!(read_log(typed, TODAY).undated_promise(), undated, "{typed}");
        }
    }

    #[test]
    fn amounts_stand_first_and_costs_behind_an_equals_sign() {
        assert_eq!(split_amount("12 500,50 two pallets"), Some((Money(1_250_050), "two pallets".into())));
        assert_eq!(split_amount("900"), Some((Money(90_000), String::new())));
        for (typed, hundredths, rest) in [
            ("12500 2 pallets", 1_250_000, "2 pallets"),
            ("12500 к оплате", 1_250_000, "к оплате"),
            ("12 500 ₽ 300 мешков", 1_250_000, "300 мешков"),
            ("$ 12500", 1_250_000, ""),
            ("1 000 000 000 000 000", 100_000_000_000_000_000, ""),
        ] {
            assert_eq!(split_amount(typed), Some((Money(hundredths), rest.to_owned())), "{typed}");
        }
        assert_eq!(split_amount("pallets 900"), None);
        assert_eq!(split_cost("wall calendar =900"), (Some(Money(90_000)), "wall calendar".into()));
        assert_eq!(
            split_items("two pallets +wall calendar +7 342 2 +каталог"),
            ("two pallets".into(), vec!["wall calendar +7 342 2".into(), "каталог".into()])
        );
        assert_eq!(split_items("+бумага =5"), ("=5".into(), vec!["бумага".into()]));
        assert_eq!(split_items("5 + 3"), ("5 + 3".into(), Vec::new()));
        assert_eq!(split_cost("book 1984"), (None, "book 1984".into()));
    }
}
