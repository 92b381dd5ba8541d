//! What a client ordered up to a day, and what is usual in the whole book.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::domain::money::Money;

/// The days on which a client ordered, one entry a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// The days, oldest first, with the value of the day: amounts less returns in the book's currency; `None` where no
    /// order of the day has a value in it.
    days: Vec<(NaiveDate, Option<Money>)>,
}

impl History {
    /// The orders up to and including `today`, in any order; those of one day are one. Later ones are not looked at.
    pub fn until(today: NaiveDate, orders: &[(NaiveDate, Option<Money>)]) -> Self {
        let mut days: Vec<_> = orders.iter().copied().filter(|(day, _)| *day <= today).collect();
        days.sort_unstable();
        days.dedup_by(|(day, value), (kept_day, kept)| {
            let same = day == kept_day;
            if same {
                *kept = match (*kept, *value) {
                    (Some(kept), Some(value)) => Some(kept + value),
                    (kept, value) => kept.or(value),
                };
            }
            same
        });
        Self { days }
    }

    /// On how many days there was an order.
    pub fn order_days(&self) -> usize {
        self.days.len()
    }

    /// The last order day.
    pub fn last(&self) -> Option<NaiveDate> {
        self.days.last().map(|(day, _)| *day)
    }

    /// The days between one order day and the next, oldest first; each at least 1.
    pub fn gaps(&self) -> impl Iterator<Item = i64> {
        self.days.windows(2).map(|pair| (pair[1].0 - pair[0].0).num_days())
    }

    /// The mean of the gaps in days; `None` with fewer than two order days.
    pub fn mean_interval(&self) -> Option<f64> {
        let (first, last) = (self.days.first()?.0, self.days.last()?.0);
        let gaps = self.days.len() - 1;
        (gaps > 0).then(|| (last - first).num_days() as f64 / gaps as f64)
    }

    /// The values of the order days that have one, oldest first.
    pub fn values(&self) -> impl Iterator<Item = Money> {
        self.days.iter().filter_map(|(_, value)| *value)
    }

    /// The value of what was ordered after `from`, up to and including `to`.
    pub fn value_between(&self, from: NaiveDate, to: NaiveDate) -> Money {
        self.days.iter().filter(|(day, _)| *day > from && *day <= to).filter_map(|(_, value)| *value).sum()
    }

    /// The value of the twelve months up to and including `day`.
    pub fn value_of_year(&self, day: NaiveDate) -> Money {
        self.value_between(a_year_before(day), day)
    }
}

/// The day a year earlier; 29 February has the 28th.
pub(super) fn a_year_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(chrono::Months::new(12)).unwrap_or_else(|| day - Days::new(365))
}

/// What is usual in the whole book.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// The usual interval in days: the median of the clients' mean intervals, at least 1; 30 where nobody has ordered
    /// twice. It is the model's unit of time.
    pub interval: f64,
    /// The usual order: the median value of all order days, in units of the book's currency.
    pub order: f64,
}

impl Base {
    /// What is usual among these histories.
    pub fn of<'a>(histories: impl IntoIterator<Item = &'a History>) -> Self {
        let mut intervals = Vec::new();
        let mut values = Vec::new();
        for history in histories {
            intervals.extend(history.mean_interval());
            values.extend(history.values().map(Money::units));
        }
        Self {
            interval: median(&mut intervals).map_or(30.0, |days| days.max(1.0)),
            order: median(&mut values).unwrap_or(0.0),
        }
    }
}

/// The middle value, or the mean of the two middle ones.
fn median(values: &mut [f64]) -> Option<f64> {
    let middle = values.len().checked_sub(1)? / 2;
    let (_, low, above) = values.select_nth_unstable_by(middle, f64::total_cmp);
    let low = *low;
    let even = above.len() > middle;
    let high = above.iter().copied().min_by(f64::total_cmp).filter(|_| even);
    Some(high.map_or(low, |high| f64::midpoint(low, high)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn orders_of_one_day_are_one_and_the_future_is_not_looked_at() {
        let orders = [
            (day("2026-03-01"), Some(Money(300))),
            (day("2026-01-01"), Some(Money(100))),
            (day("2026-03-01"), None),
            (day("2026-03-01"), Some(Money(-50))),
            (day("2027-01-01"), Some(Money(900))),
        ];
        let history = History::until(day("2026-06-01"), &orders);
        assert_eq!((history.order_days(), history.gaps().collect::<Vec<_>>()), (2, vec![59]));
        assert_eq!(history.values().collect::<Vec<_>>(), [Money(100), Money(250)]);
        assert_eq!(history.value_of_year(day("2027-01-01")), Money(250));
        assert_eq!(history.mean_interval(), Some(59.0));
    }

    #[test]
    fn the_usual_is_the_median() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [3.0]), Some(3.0));
        assert_eq!(median(&mut [9.0, 1.0]), Some(5.0));
        assert_eq!(median(&mut [9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&mut [9.0, 1.0, 4.0, 2.0]), Some(3.0));
        assert_eq!(Base::of(&[History::default()]), Base { interval: 30.0, order: 0.0 });
    }
}
