//! The periods a quota is counted in: their first and last days and their names.

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// A kind of period, each a part of the calendar year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
}

impl Period {
    /// Every kind of period, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// The name used in JSON and in the keys of the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
        }
    }

    /// The period of this kind that holds `day`.
    pub fn of(self, day: NaiveDate) -> Span {
        Span { period: self, year: day.year(), index: day.month0() / self.months() + 1 }
    }

    fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year => 12,
        }
    }
}

/// One period: a certain month, quarter, half or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Its kind.
    pub period: Period,
    /// Its year.
    pub year: i32,
    /// Which of its kind in the year, from 1.
    pub index: u32,
}

impl Span {
    /// The first day.
    pub fn first(self) -> NaiveDate {
        let month0 = (self.index - 1) * self.period.months();
        NaiveDate::from_ymd_opt(self.year, month0 + 1, 1).unwrap_or_default()
    }

    /// The last day.
    pub fn last(self) -> NaiveDate {
        self.next().first() - TimeDelta::days(1)
    }

    /// The period after this one.
    #[must_use]
    pub fn next(self) -> Self {
        if self.index * self.period.months() < 12 {
            Self { index: self.index + 1, ..self }
        } else {
            Self { year: self.year + 1, index: 1, ..self }
        }
    }

    /// The name in the key of an occurrence: `2027`, `2027-H1`, `2027-Q1`, `2027-M01`.
    pub fn label(self) -> String {
        let Self { period, year, index } = self;
        match period {
            Period::Month => format!("{year}-M{index:02}"),
            Period::Quarter => format!("{year}-Q{index}"),
            Period::Half => format!("{year}-H{index}"),
            Period::Year => year.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_ends_where_the_next_begins() {
        let check = |period: Period, day: &str, expected: (&str, &str, &str)| {
            let span = period.of(day.parse().unwrap());
            assert_eq!(
                (span.label(), span.first().to_string(), span.last().to_string()),
                (expected.0.to_owned(), expected.1.to_owned(), expected.2.to_owned())
            );
        };
        check(Period::Month, "2028-02-29", ("2028-M02", "2028-02-01", "2028-02-29"));
        check(Period::Month, "2027-12-31", ("2027-M12", "2027-12-01", "2027-12-31"));
        check(Period::Quarter, "2027-03-31", ("2027-Q1", "2027-01-01", "2027-03-31"));
        check(Period::Quarter, "2027-10-01", ("2027-Q4", "2027-10-01", "2027-12-31"));
        check(Period::Half, "2027-07-01", ("2027-H2", "2027-07-01", "2027-12-31"));
        check(Period::Year, "2028-05-05", ("2028", "2028-01-01", "2028-12-31"));
    }
}
