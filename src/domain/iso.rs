//! A day as ISO text, for what writes tens of thousands of them: several times as fast as the general way.

use chrono::{Datelike, NaiveDate};

/// The day as `2026-12-08`.
pub fn iso(day: NaiveDate) -> String {
    let Some(year) = u32::try_from(day.year()).ok().filter(|year| *year <= 9_999) else { return day.to_string() };
    let mut text = String::with_capacity(10);
    let push_two = |text: &mut String, number: u32| {
        text.push(char::from(b'0' + (number / 10) as u8));
        text.push(char::from(b'0' + (number % 10) as u8));
    };
    push_two(&mut text, year / 100);
    push_two(&mut text, year % 100);
    for part in [day.month(), day.day()] {
        text.push('-');
        push_two(&mut text, part);
    }
    text
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
