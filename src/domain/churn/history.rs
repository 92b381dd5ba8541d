//! What a client ordered up to a day.

use chrono::{Days, NaiveDate};

use crate::domain::money::Money;

/// One order as it is looked at here, in the book's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bought {
    /// The day.
    pub day: NaiveDate,
    /// Amount less returns; `None` for another currency without a rate.
    pub value: Option<Money>,
    /// What of it came back.
    pub returned: Money,
    /// The day payment was due.
    pub due: Option<NaiveDate>,
    /// The day it was paid.
    pub paid: Option<NaiveDate>,
}

impl Bought {
    /// An order of which nothing came back and nothing is known of its payment.
    pub fn on(day: NaiveDate, value: Option<Money>) -> Self {
        Self { day, value, returned: Money(0), due: None, paid: None }
    }
}

/// A day with an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderDay {
    /// The day.
    pub day: NaiveDate,
    /// Amounts less returns; `None` where no order of the day has a value in the book's currency.
    pub value: Option<Money>,
    /// What came back.
    pub returned: Money,
}

impl OrderDay {
    /// What was ordered, before anything came back, in units of the currency.
    pub fn amount(&self) -> Option<f64> {
        self.value.map(|value| (value + self.returned).units())
    }
}

/// An order with what is known of its payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Payment {
    /// The day of the order.
    pub ordered: NaiveDate,
    /// The day payment was due.
    pub due: Option<NaiveDate>,
    /// The day it was paid; `None` while it is open.
    pub paid: Option<NaiveDate>,
}

/// The days on which a client ordered, one entry a day, oldest first, and how it paid.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct History {
    days: Vec<OrderDay>,
    payments: Vec<Payment>,
    interval: Option<u32>,
}

impl History {
    /// The orders up to and including `today`, in any order; those of one day are one. What is dated later is not looked
    /// at, neither an order nor a payment.
    pub fn until(today: NaiveDate, orders: &[Bought]) -> Self {
        let mut days: Vec<OrderDay> = orders
            .iter()
            .filter(|order| order.day <= today)
            .map(|order| OrderDay { day: order.day, value: order.value, returned: order.returned })
            .collect();
        days.sort_unstable();
        days.dedup_by(|order, kept| {
            let same = order.day == kept.day;
            if same {
                kept.value = match (kept.value, order.value) {
                    (Some(kept), Some(value)) => Some(kept + value),
                    (kept, value) => kept.or(value),
                };
                kept.returned = kept.returned + order.returned;
            }
            same
        });
        let known = orders.iter().filter(|order| order.day <= today && (order.due.is_some() || order.paid.is_some()));
        let mut payments: Vec<Payment> = known
            .map(|order| Payment { ordered: order.day, due: order.due, paid: order.paid.filter(|day| *day <= today) })
            .collect();
        payments.sort_unstable();
        Self { days, payments, interval: None }
    }

    /// The same with the usual interval in days that a person typed: it holds in place of the one the orders tell.
    #[must_use]
    pub fn typed(self, interval: Option<u32>) -> Self {
        Self { interval, ..self }
    }

    /// The usual interval in days that a person typed.
    pub fn interval(&self) -> Option<u32> {
        self.interval
    }

    /// The order days, oldest first.
    pub fn days(&self) -> &[OrderDay] {
        &self.days
    }

    /// The order days up to and including `day`.
    pub fn days_until(&self, day: NaiveDate) -> &[OrderDay] {
        &self.days[..self.days.partition_point(|order| order.day <= day)]
    }

    /// The orders with what is known of their payment, oldest first.
    pub fn payments(&self) -> &[Payment] {
        &self.payments
    }

    /// On how many days there was an order.
    pub fn order_days(&self) -> usize {
        self.days.len()
    }

    /// The last order day.
    pub fn last(&self) -> Option<NaiveDate> {
        self.days.last().map(|order| order.day)
    }

    /// The days between one order day and the next, oldest first; each at least 1.
    pub fn gaps(&self) -> impl Iterator<Item = i64> {
        gaps(&self.days)
    }

    /// The mean of the gaps in days; `None` with fewer than two order days.
    pub fn mean_interval(&self) -> Option<f64> {
        mean_interval(&self.days)
    }

    /// The values of the order days that have one, oldest first.
    pub fn values(&self) -> impl Iterator<Item = Money> {
        self.days.iter().filter_map(|order| order.value)
    }

    /// The value of what was ordered after `from`, up to and including `to`.
    pub fn value_between(&self, from: NaiveDate, to: NaiveDate) -> Money {
        self.days.iter().filter(|order| order.day > from && order.day <= to).filter_map(|order| order.value).sum()
    }

    /// The value of the twelve months up to and including `day`.
    pub fn value_of_year(&self, day: NaiveDate) -> Money {
        self.value_between(a_year_before(day), day)
    }
}

/// The days between one order day and the next; each at least 1.
pub(super) fn gaps(days: &[OrderDay]) -> impl Iterator<Item = i64> {
    days.windows(2).map(|pair| (pair[1].day - pair[0].day).num_days())
}

/// The mean of the gaps in days; `None` with fewer than two order days.
pub(super) fn mean_interval(days: &[OrderDay]) -> Option<f64> {
    let (first, last) = (days.first()?.day, days.last()?.day);
    let gaps = days.len() - 1;
    (gaps > 0).then(|| (last - first).num_days() as f64 / gaps as f64)
}

/// The day a year earlier; 29 February has the 28th.
pub fn a_year_before(day: NaiveDate) -> NaiveDate {
    day.checked_sub_months(chrono::Months::new(12)).unwrap_or_else(|| day - Days::new(365))
}

/// The middle value, or the mean of the two middle ones; `None` where there is none.
pub(super) fn median(values: &mut [f64]) -> Option<f64> {
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
        let on = |text, value: Option<i64>| Bought::on(day(text), value.map(Money));
        let orders = [
            Bought { paid: Some(day("2026-07-01")), ..on("2026-03-01", Some(300)) },
            on("2026-01-01", Some(100)),
            on("2026-03-01", None),
            Bought { returned: Money(80), ..on("2026-03-01", Some(-50)) },
            on("2027-01-01", Some(900)),
        ];
        let history = History::until(day("2026-06-01"), &orders);
        assert_eq!((history.order_days(), history.gaps().collect::<Vec<_>>()), (2, vec![59]));
        assert_eq!(history.values().collect::<Vec<_>>(), [Money(100), Money(250)]);
        assert_eq!(history.days()[1].amount(), Some(3.3));
        assert_eq!(history.value_of_year(day("2027-01-01")), Money(250));
        assert_eq!(history.mean_interval(), Some(59.0));
        assert_eq!(history.payments(), [Payment { ordered: day("2026-03-01"), due: None, paid: None }]);
        assert_eq!(history.days_until(day("2026-02-28")).len(), 1);
    }

    #[test]
    fn the_usual_is_the_median() {
        assert_eq!(median(&mut []), None);
        assert_eq!(median(&mut [3.0]), Some(3.0));
        assert_eq!(median(&mut [9.0, 1.0]), Some(5.0));
        assert_eq!(median(&mut [9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&mut [9.0, 1.0, 4.0, 2.0]), Some(3.0));
    }
}
