//! The periods a quota is counted in: their first and last days and their names.

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// A kind of period: a part of the calendar year, or so many days.
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
    /// So many days, counted on and on from a Monday of the year 2000.
    Days(u32),
}

/// The day from which periods of so many days are counted.
const BEGIN: NaiveDate = NaiveDate::from_ymd_opt(2000, 1, 3).unwrap();

impl Period {
    /// The parts of the year, the shortest first.
    pub const ALL: [Self; 4] = [Self::Month, Self::Quarter, Self::Half, Self::Year];

    /// The name used in JSON and in the keys of the locale files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
            Self::Days(_) => "days",
        }
    }

    /// How many days it has, on the average.
    pub fn days(self) -> u32 {
        match self {
            Self::Days(days) => days.max(1),
            part => part.months() * 365 / 12,
        }
    }

    /// The period of this kind that holds `day`.
    pub fn of(self, day: NaiveDate) -> Span {
        match self {
            Self::Days(_) => {
                let index = (day - BEGIN).num_days().max(0) / i64::from(self.days());
                Span { period: self, year: 0, index: u32::try_from(index).unwrap_or(u32::MAX) }
            }
            part => Span { period: part, year: day.year(), index: day.month0() / part.months() + 1 },
        }
    }

    fn months(self) -> u32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Half => 6,
            Self::Year | Self::Days(_) => 12,
        }
    }
}

/// One period: a certain month, quarter, half or year, or run of days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Its kind.
    pub period: Period,
    /// Its year; 0 for a run of days.
    pub year: i32,
    /// Which of its kind in the year, from 1; which run of days of all, from 0.
    pub index: u32,
}

impl Span {
    /// The first day.
    pub fn first(self) -> NaiveDate {
        if let Period::Days(_) = self.period {
            return BEGIN + TimeDelta::days(i64::from(self.index) * i64::from(self.period.days()));
        }
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
        let runs_on = matches!(self.period, Period::Days(_));
        if runs_on || self.index * self.period.months() < 12 {
            Self { index: self.index + 1, ..self }
        } else {
            Self { year: self.year + 1, index: 1, ..self }
        }
    }

    /// The name in the key of an occurrence: `2027`, `2027-H1`, `2027-Q1`, `2027-M01`, `D14-2027-01-04`.
    pub fn label(self) -> String {
        let Self { period, year, index } = self;
        match period {
            Period::Month => format!("{year}-M{index:02}"),
            Period::Quarter => format!("{year}-Q{index}"),
            Period::Half => format!("{year}-H{index}"),
            Period::Year => year.to_string(),
            Period::Days(days) => format!("D{days}-{}", self.first()),
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
        check(Period::Days(14), "2027-01-05", ("D14-2026-12-28", "2026-12-28", "2027-01-10"));
        check(Period::Days(1), "2027-01-05", ("D1-2027-01-05", "2027-01-05", "2027-01-05"));
    }
}
