//! How a holiday file is read: entry by entry, so that a line that is not understood costs its own entry alone.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::holidays::Holiday;

/// The holiday file of a country.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct HolidayFile {
    /// How many days are off from 1 January on.
    pub january_break: u32,
    /// Whether days off are moved by decree year by year.
    pub decrees: bool,
    /// What becomes of a public holiday on a weekend, in a year without a decree.
    pub at_weekend: AtWeekend,
    pub decree: Vec<Decree>,
    pub public: Vec<Holiday>,
    pub observed: Vec<Holiday>,
    pub professional: Vec<Holiday>,
}

/// What becomes of a public holiday on a weekend.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum AtWeekend {
    /// Nothing.
    #[default]
    Stays,
    /// The next working day is off.
    Next,
    /// Friday is off for a Saturday, Monday for a Sunday.
    Nearest,
}

/// What a decree moved in a year: the day off at a weekend, and the day that is off in its place.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Decree {
    pub year: i32,
    pub moves: Vec<(NaiveDate, NaiveDate)>,
}

/// A line of a holiday file that is not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What it says.
    pub text: String,
}

impl HolidayFile {
    /// Reads a file: what holds, and the first line of each entry that does not.
    pub fn read(text: &str) -> (Self, Vec<BadLine>) {
        let (mut file, mut bad) = (Self::default(), Vec::new());
        for (first, mut entry) in entries(text) {
            loop {
                let read = toml::from_str::<Self>(&entry).map_err(|error| line_at(&entry, error.span()));
                let line = match read.and_then(|part| part.checked(&entry)) {
                    Ok(part) => break file.take_in(part, first == 0),
                    Err(line) => line,
                };
                let said = entry.lines().nth(line).unwrap_or_default().trim().to_owned();
                // The lines of the head say each its own thing.
                let goes_on = first == 0 && !said.is_empty();
                bad.push(BadLine { line: first + line + 1, text: said });
                if !goes_on {
                    break;
                }
                entry = entry
                    .lines()
                    .enumerate()
                    .map(|(n, text)| if n == line { "\n".into() } else { format!("{text}\n") })
                    .collect();
            }
        }
        (file, bad)
    }

    fn take_in(&mut self, part: Self, head: bool) {
        if head {
            *self = part;
            return;
        }
        self.decree.extend(part.decree);
        self.public.extend(part.public);
        self.observed.extend(part.observed);
        self.professional.extend(part.professional);
    }

    /// What TOML cannot see: a rule that gives no day in any year, a decree that moves days of another one. The line of an
    /// error, from 0.
    fn checked(self, entry: &str) -> Result<Self, usize> {
        let holidays = || self.public.iter().chain(&self.observed).chain(&self.professional);
        let wrong = if !holidays().all(Holiday::ever) {
            "on"
        } else if self.decree.iter().any(|decree| !decree.in_its_year()) {
            "moves"
        } else if self.january_break > 31 {
            "january_break"
        } else {
            return Ok(self);
        };
        Err(entry.lines().position(|line| line.trim_start().starts_with(wrong)).unwrap_or(0))
    }
}

impl Decree {
    fn in_its_year(&self) -> bool {
        self.moves.iter().all(|(from, to)| from.year() == self.year && to.year() == self.year)
    }
}

/// The entries of a file, each from its `[[heading]]` on, the head first; with the number of their first line, from 0.
fn entries(text: &str) -> Vec<(usize, String)> {
    let mut entries = vec![(0, String::new())];
    for (number, line) in text.lines().enumerate() {
        if number > 0 && line.starts_with("[[") {
            entries.push((number, String::new()));
        }
        if let Some((_, entry)) = entries.last_mut() {
            entry.push_str(line);
            entry.push('\n');
        }
    }
    entries
}

/// The line in which a place of a text lies, from 0.
fn line_at(text: &str, span: Option<std::ops::Range<usize>>) -> usize {
    let before = span.map_or("", |span| text.get(..span.start).unwrap_or(text));
    before.matches('\n').count().min(text.lines().count().saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_line_costs_its_own_entry_alone() {
        let text = "january_break = 2\n\n[[public]]\nid = \"a\"\non = { fixed = [1, 7] }\n[[public]]\nid = \"b\"\n\
                    on = { fixed = [13, 7] }\n[[public]]\nid = \"c\"\nsinse = 2020\non = { fixed = [3, 8] }\n\
                    [[public]]\nid = \"d\n\n[[decree]]\nyear = 2027\nmoves = [[\"2026-01-03\", \"2027-01-09\"]]\n\
                    [[observed]]\nid = \"e\"\non = { nth = [5, \"sun\", 2] }\n";
        let (file, bad) = HolidayFile::read(text);
        let told: Vec<(usize, &str)> = bad.iter().map(|bad| (bad.line, bad.text.as_str())).collect();
        assert_eq!(
            told,
            [
                (8, "on = { fixed = [13, 7] }"),
                (11, "sinse = 2020"),
                (14, "id = \"d"),
                (18, "moves = [[\"2026-01-03\", \"2027-01-09\"]]"),
            ]
        );
        assert_eq!(file.january_break, 2);
        let ids = |holidays: &[Holiday]| holidays.iter().map(|holiday| holiday.id.clone()).collect::<Vec<_>>();
        assert_eq!((ids(&file.public), ids(&file.observed)), (vec!["a".to_owned()], vec!["e".to_owned()]));
    }

    #[test]
    fn a_broken_line_of_the_head_costs_no_other() {
        let text = "january_break = 8\nbroken = = 5\nat_weekend = \"never\"\ndecrees = true\n[[public]]\nid = \"a\"\n\
                    on = { fixed = [1, 7] }\n";
        let (file, bad) = HolidayFile::read(text);
        assert_eq!(bad.iter().map(|bad| bad.line).collect::<Vec<_>>(), [2, 3]);
        assert_eq!(
            (file.january_break, file.decrees, file.at_weekend, file.public.len()),
            (8, true, AtWeekend::Stays, 1)
        );
    }

    #[test]
    fn the_files_of_every_country_are_read_whole() {
        for country in crate::domain::calendar::Country::ALL {
            let (file, bad) = HolidayFile::read(country.holiday_file());
            assert_eq!(bad, [], "{country:?}");
            assert!(file.public.iter().any(|holiday| holiday.id == "new_year"), "{country:?}");
        }
    }
}
