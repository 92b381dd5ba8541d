//! What is said of a touch in its line beside a note: `=20m`, `=4/5`, `=thanks`; and the line of a touch on record, as it is
//! read again. What is not understood stays text.

use chrono::{NaiveDate, NaiveTime};

use super::Lang;
use super::note_tokens::{Note, read_log};
use crate::domain::table::Purpose;
use crate::domain::touch::{Details, Touch, TouchKind};

/// What may be said of a touch in a word behind `=`; three letters of it are enough. The first two are those of the two
/// languages, in which a line is written again.
const SAID: [(Said, &[&str]); 8] = [
    (Said::For(Purpose::Remind), &["remind", "напомнить"]),
    (Said::For(Purpose::Inform), &["inform", "рассказать", "сообщить"]),
    (Said::For(Purpose::Feedback), &["feedback", "мнение", "opinion"]),
    (Said::For(Purpose::Decide), &["decide", "решить"]),
    (Said::For(Purpose::Attention), &["attention", "внимание"]),
    (Said::For(Purpose::Thank), &["thanks", "спасибо", "благодарность"]),
    (Said::Theirs, &["they", "они"]),
    (Said::Wow, &["wow", "вау"]),
];

/// What a word says of a touch.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    For(Purpose),
    Theirs,
    Wow,
}

/// Reads the line of a touch: a line of the log with what is said of the touch behind `=`: `=20m` or `=1h` how long it
/// took, `=4/5` what it took out of us, `=9/10` how likely the client would recommend us, `=thanks` what it was for, `=they`
/// that the client made it, `=wow` that it was meant to impress.
pub fn read_touch(text: &str, today: NaiveDate) -> Note {
    let note = read_log(text, today);
    let mut details = Details::default();
    let kept: Vec<&str> = note
        .text
        .split(' ')
        .filter(|word| {
            let said = word.strip_prefix('=').and_then(|said| with_said(details, said));
            details = said.unwrap_or(details);
            said.is_none()
        })
        .collect();
    Note { text: kept.join(" "), details, ..note }
}

/// The details with what a word behind `=` says, where it is understood.
fn with_said(details: Details, said: &str) -> Option<Details> {
    let said = said.to_lowercase();
    let number = |text: &str, most: u16| text.parse::<u16>().ok().filter(|number| *number <= most);
    if let Some((value, of)) = said.split_once('/') {
        return match of {
            "5" => number(value, u16::from(Details::DRAIN))
                .filter(|drain| *drain > 0)
                .map(|drain| Details { drain: Some(drain as u8), ..details }),
            "10" => number(value, u16::from(Details::NPS)).map(|nps| Details { nps: Some(nps as u8), ..details }),
            _ => None,
        };
    }
    let unit = said.trim_start_matches(|c: char| c.is_ascii_digit());
    if let Some(number) = said.strip_suffix(unit).filter(|number| !number.is_empty()) {
        let one: u16 = match unit {
            "m" | "min" | "м" | "мин" => 1,
            "h" | "ч" => 60,
            _ => return None,
        };
        let minutes = number.parse::<u16>().ok()?.checked_mul(one)?;
        return (1..=Details::MINUTES).contains(&minutes).then_some(Details { minutes: Some(minutes), ..details });
    }
    let begins = |name: &str| said.chars().count() >= 3 && name.starts_with(said.as_str());
    let (found, _) = SAID.into_iter().find(|(_, names)| names.iter().any(|name| begins(name)))?;
    Some(match found {
        Said::For(purpose) => Details { purpose: Some(purpose), ..details },
        Said::Theirs => Details { theirs: true, ..details },
        Said::Wow => Details { wow: true, ..details },
    })
}

/// The line that [`read_touch`] reads as this touch, which was made at that time of day.
pub fn line_of_touch(touch: &Touch, time: NaiveTime, lang: Lang) -> String {
    let Details { theirs, minutes, purpose, drain, nps, wow, invited: _ } = touch.details;
    let word = |wanted: Said| {
        let names = SAID.into_iter().find(|(said, _)| *said == wanted).map_or(&[][..], |(_, names)| names);
        names.get(lang as usize).map(|name| format!("={name}"))
    };
    let text = if touch.kind == TouchKind::Gift { &touch.item } else { &touch.note };
    let said = [
        Some(text.clone()).filter(|text| !text.is_empty()),
        touch.cost.map(|cost| format!("={}", cost.units())),
        minutes.map(|minutes| format!("={minutes}{}", if lang == Lang::Ru { "м" } else { "m" })),
        drain.map(|drain| format!("={drain}/{}", Details::DRAIN)),
        nps.map(|nps| format!("={nps}/{}", Details::NPS)),
        purpose.and_then(|purpose| word(Said::For(purpose))),
        theirs.then(|| word(Said::Theirs)).flatten(),
        wow.then(|| word(Said::Wow)).flatten(),
        touch.important.then(|| "!".to_owned()),
        Some(format!("@{} {}", touch.day, time.format("%H:%M"))),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::ids::{ClientId, TouchId};
    use crate::domain::touch::{Marks, Outcome};

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn what_is_said_of_a_touch_stands_behind_an_equals_sign() {
        let plain = Details::default();
        for (typed, text, details) in [
            ("asked about glue =20m", "asked about glue", Details { minutes: Some(20), ..plain }),
            ("=1ч долго", "долго", Details { minutes: Some(60), ..plain }),
            ("=4/5 =9/10", "", Details { drain: Some(4), nps: Some(9), ..plain }),
            ("=0/10 never", "never", Details { nps: Some(0), ..plain }),
            ("=спас =они", "", Details { purpose: Some(Purpose::Thank), theirs: true, ..plain }),
            ("=Thanks =they =wow", "", Details { purpose: Some(Purpose::Thank), theirs: true, wow: true, ..plain }),
            ("book =900 =вау", "book =900", Details { wow: true, ..plain }),
            ("=th =1441m =5 =6/10x", "=th =1441m =5 =6/10x", plain),
        ] {
            let note = read_touch(typed, TODAY);
            assert_eq!((note.text.as_str(), note.details), (text, details), "{typed}");
        }
    }

    #[test]
    fn what_is_said_behind_a_promise_is_said_of_the_touch() {
        let plain = Details::default();
        for (typed, text, promised, details) in [
            ("x *send list fri =4/5", "x", "send list", Details { drain: Some(4), ..plain }),
            ("*send list =9/10 fri", "", "send list", Details { nps: Some(9), ..plain }),
            ("x *send list fri =они", "x", "send list", Details { theirs: true, ..plain }),
            ("*прислать прайс пт (склад) =4/5", "", "прислать прайс", Details { drain: Some(4), ..plain }),
        ] {
            let note = read_touch(typed, TODAY);
            let [promise] = &note.promises[..] else { panic!("{typed}: {note:?}") };
            let read = (note.text.as_str(), promise.text.as_str(), promise.due, note.details);
            assert_eq!(read, (text, promised, day(11, 27), details), "{typed}");
        }
    }

    #[test]
    fn the_line_of_a_touch_is_read_as_that_touch() {
        for lang in Lang::ALL {
            let purposes = Purpose::ALL.map(Some).into_iter().chain([None]);
            for (place, purpose) in purposes.enumerate() {
                let details = Details {
                    theirs: place % 2 == 0,
                    minutes: (place > 2).then_some(90),
                    purpose,
                    drain: (place > 0).then_some(5),
                    nps: Some(place as u8),
                    wow: place == 3,
                    ..Details::default()
                };
                let touch = Touch {
                    id: TouchId(1),
                    client: ClientId(1),
                    person: None,
                    kind: TouchKind::Call,
                    day: day(11, 3),
                    at: DateTime::UNIX_EPOCH,
                    outcome: Outcome::Reached,
                    note: "wants prices".into(),
                    item: String::new(),
                    cost: None,
                    marks: Marks::default(),
                    important: place == 1,
                    details,
                };
                let time = NaiveTime::from_hms_opt(9, 5, 0).unwrap();
                let line = line_of_touch(&touch, time, lang);
                let foreign = |c: char| c.is_alphabetic() && c != 'm' && c.is_ascii() != (lang == Lang::En);
                assert!(!line["wants prices".len()..].contains(foreign), "{line}");
                let read = read_touch(&line, TODAY);
                let said = (read.text.as_str(), read.details, read.important, read.when);
                assert_eq!(said, ("wants prices", details, touch.important, Some((touch.day, Some(time)))));
            }
        }
    }

    #[test]
    fn what_is_not_understood_stays_text() {
        for typed in ["=soon", "=6/5", "=0m", "a = b", "=", "=/", "=5/", "1=1m"] {
            assert_eq!(read_touch(typed, TODAY), Note { text: typed.into(), ..Note::default() });
        }
    }
}
