//! A day as ISO text, for what writes tens of thousands of them: several times as fast as the general way.

use chrono::{Datelike, NaiveDate};

/// The day as `2026-12-08`.
pub fn iso(day: NaiveDate) -> String {
    let year = u32::try_from(day.year()).ok().filter(|year| *year <= 9_999);
    year.and_then(|year| written(year, day)).unwrap_or_else(|| day.to_string())
}

fn written(year: u32, day: NaiveDate) -> Option<String> {
    let digit = |number: u32| b'0' + (number % 10) as u8;
    let (month, day) = (day.month(), day.day());
    let text = [
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
    ];
    str::from_utf8(&text).ok().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_written_as_in_the_general_way() {
        for day in ["2026-12-08", "0001-01-01", "9999-12-31", "+12026-02-28", "-0044-03-15"] {
            let day: NaiveDate = day.parse().unwrap();
            assert_eq!(iso(day), day.to_string());
        }
    }
}
