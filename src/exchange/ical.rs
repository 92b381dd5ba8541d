//! Calendar files (RFC 5545) are written here: whole days, one event each, the same bytes for the same events.

use chrono::{DateTime, Days, NaiveDate, Utc};
use sha2::{Digest, Sha256};

/// The most octets of a line, without its end.
const LINE: usize = 75;

/// An event of one whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What it is, for ever.
    pub uid: String,
    /// Its day.
    pub day: NaiveDate,
    /// When it was changed last.
    pub stamp: DateTime<Utc>,
    /// How many times it was changed.
    pub sequence: u32,
    /// Whether it is called off.
    pub cancelled: bool,
    /// What it is, in a line.
    pub summary: String,
    /// More about it.
    pub about: String,
    /// What kind of event it is.
    pub category: String,
}

/// The identity of something in calendar files, made of what tells its book from others and of its key in the book. The
/// scheme is frozen: another one would double every event of those who have imported a file.
pub fn uid(book: &str, key: &str) -> String {
    let hash = Sha256::new().chain_update(book).chain_update(key).finalize();
    let mut half = [0; 16];
    half.copy_from_slice(&hash[..16]);
    format!("{:032x}@{book}", u128::from_be_bytes(half))
}

/// A calendar of that name as a file. It has no METHOD: an import must not look like an invitation.
pub fn write(name: &str, events: &[Event]) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| fold(&mut text, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", PRODUCT);
    line("CALSCALE", "GREGORIAN");
    line("X-WR-CALNAME", &escaped(name));
    for event in events {
        let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
        line("BEGIN", "VEVENT");
        line("UID", &event.uid);
        line("DTSTAMP", &event.stamp.format("%Y%m%dT%H%M%SZ").to_string());
        line("DTSTART;VALUE=DATE", &day(event.day));
        // The end of a whole day is the next one.
        line("DTEND;VALUE=DATE", &day(event.day + Days::new(1)));
        line("SEQUENCE", &event.sequence.to_string());
        line("STATUS", if event.cancelled { "CANCELLED" } else { "CONFIRMED" });
        line("SUMMARY", &escaped(&event.summary));
        if !event.about.is_empty() {
            line("DESCRIPTION", &escaped(&event.about));
        }
        line("CATEGORIES", &escaped(&event.category));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    text
}

/// Whether a file was written by [`write`].
pub fn is_ours(bytes: &[u8]) -> bool {
    bytes.starts_with(b"BEGIN:VCALENDAR\r\n") && memchr::memmem::find(bytes, PRODUCT.as_bytes()).is_some()
}

/// What the files say they are made by.
const PRODUCT: &str = "-//regulars//contact calendar//EN";

/// A text as the value of a property.
fn escaped(text: &str) -> String {
    let mut value = String::new();
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' => value.push_str("\\n"),
            '\\' | ',' | ';' => value.extend(['\\', c]),
            c if c.is_control() => value.push(' '),
            c => value.push(c),
        }
    }
    value
}

/// Adds a line, in pieces of at most [`LINE`] octets that never cut a letter; each piece but the first begins with a space.
fn fold(text: &mut String, line: &str) {
    let mut length = 0;
    for c in line.chars() {
        if length + c.len_utf8() > LINE {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_written_as_the_standard_asks() {
        let event = Event {
            uid: uid("0123", "Q|1|7|2027-Q1|0"),
            day: "2027-02-28".parse().unwrap(),
            stamp: "2026-11-22T06:00:00Z".parse().unwrap(),
            sequence: 2,
            cancelled: true,
            summary: "Поздравление: ООО «Северный строительный комбинат», Иванова Мария; \\ \u{7}".into(),
            about: "one\r\ntwo".into(),
            category: "call".into(),
        };
        let text = write("Contacts", &[event]);
        assert_eq!(
            text.split("BEGIN:VEVENT\r\n").nth(1).unwrap(),
            "UID:f3f72916086e20dda29795a3b93ee230@0123\r\nDTSTAMP:20261122T060000Z\r\n\
             DTSTART;VALUE=DATE:20270228\r\nDTEND;VALUE=DATE:20270301\r\nSEQUENCE:2\r\nSTATUS:CANCELLED\r\n\
             SUMMARY:Поздравление: ООО «Северный строите\r\n льный комбинат»\\, Иванова Мария\\; \\\\  \r\n\
             DESCRIPTION:one\\ntwo\r\nCATEGORIES:call\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        assert!(is_ours(text.as_bytes()) && !is_ours(b"BEGIN:VCALENDAR\r\nPRODID:-//other//EN\r\n"));
    }

    #[test]
    fn no_line_is_too_long_and_no_letter_is_cut() {
        for letter in ["a", "я", "漢", "👩", "\\", ",\n"] {
            for length in 60..90 {
                let event = Event {
                    uid: "1".into(),
                    day: NaiveDate::MIN,
                    stamp: DateTime::UNIX_EPOCH,
                    sequence: 0,
                    cancelled: false,
                    summary: letter.repeat(length),
                    about: String::new(),
                    category: String::new(),
                };
                let text = write("", &[event]);
                assert!(text.split("\r\n").all(|line| line.len() <= LINE), "{letter} {length}");
                let unfolded = text.replace("\r\n ", "");
                assert!(unfolded.contains(&format!("SUMMARY:{}\r\n", escaped(&letter.repeat(length)))));
            }
        }
    }
}
