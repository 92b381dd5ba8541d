//! A day as ISO text, for what writes tens of thousands of them: several times as fast as the general way.

use std::ops::Deref;

use chrono::{Datelike, NaiveDate};

/// A day as text, which it lends.
#[derive(Clone, Copy, Debug)]
pub struct Iso {
    text: [u8; LONGEST],
    length: usize,
}

/// The most bytes that the text of a day has: `+262142-12-31`.
const LONGEST: usize = 13;

impl Deref for Iso {
    type Target = str;

    fn deref(&self) -> &str {
        str::from_utf8(&self.text[..self.length]).unwrap_or_default()
    }
}

impl Iso {
    fn of(written: &[u8]) -> Self {
        let mut text = [0; LONGEST];
        text[..written.len()].copy_from_slice(written);
        Self { text, length: written.len() }
    }
}

/// The day as `2026-12-08`.
pub fn iso(day: NaiveDate) -> Iso {
    match u32::try_from(day.year()) {
        Ok(year @ ..=9_999) => Iso::of(&written(year, day)),
        _ => Iso::of(day.to_string().as_bytes()),
    }
}

fn written(year: u32, day: NaiveDate) -> [u8; 10] {
    let digit = |number: u32| b'0' + (number % 10) as u8;
    let (month, day) = (day.month(), day.day());
    [
        digit(year / 1_000),
        digit(year / 100),
        digit(year / 10),
        digit(year),
        b'-',
        digit(month / 10),
        digit(month),
        b'-',
        digit(day / 10),
        digit(day),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_in_the_general_way() {
        let ends = [NaiveDate::MIN, NaiveDate::MAX];
        let days = ["2026-12-08", "0001-01-01", "9999-12-31", "+12026-02-28", "-0044-03-15"];
        for day in days.map(|day| day.parse().unwrap()).into_iter().chain(ends) {
            assert_eq!(*iso(day), day.to_string());
        }
    }
}
