//! The usual basket: what stands in most orders of a client, and what of it the last one lacks.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::churn::ItemBought;
use super::matching::fold;

/// The orders looked at before the last one.
const ORDERS: usize = 12;
/// What is usual stood in at least so many of them, and in at least half.
const LEAST_SEEN: usize = 2;

/// An item that usually stands in an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsualItem {
    /// The item, as it was written last.
    pub item: String,
    /// In how many of the orders looked at it stood.
    pub seen: usize,
}

/// The last order of which the items are known, against those before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basket {
    /// The day of the last order.
    pub day: NaiveDate,
    /// What stood in it.
    pub items: Vec<String>,
    /// How many orders before it were looked at: at most twelve.
    pub of: usize,
    /// How many items are usual.
    pub usual: usize,
    /// Those of them that it lacks, the most usual first.
    pub missing: Vec<UsualItem>,
}

impl Basket {
    /// The last order up to `today` against the usual ones; `None` where no items are known. Orders of one day are one.
    pub fn of(bought: &[ItemBought], today: NaiveDate) -> Option<Self> {
        let mut days: BTreeMap<NaiveDate, BTreeMap<String, &str>> = BTreeMap::new();
        for one in bought.iter().filter(|one| one.day <= today) {
            days.entry(one.day).or_default().insert(fold(&one.item), &one.item);
        }
        let (day, last) = days.pop_last()?;
        let before: Vec<_> = days.into_values().rev().take(ORDERS).collect();
        let of = before.len();
        let names: BTreeSet<&String> = before.iter().flat_map(BTreeMap::keys).collect();
        let usual = names.into_iter().filter_map(|name| {
            let mut written = before.iter().filter_map(|order| order.get(name));
            let item = written.next()?;
            let seen = 1 + written.count();
            (seen >= LEAST_SEEN && 2 * seen >= of).then(|| (name, UsualItem { item: (*item).to_owned(), seen }))
        });
        let usual: Vec<_> = usual.collect();
        let mut missing: Vec<UsualItem> =
            usual.iter().filter(|(name, _)| !last.contains_key(*name)).map(|(_, item)| item.clone()).collect();
        missing.sort_by_key(|item| std::cmp::Reverse(item.seen));
        let items = last.into_values().map(str::to_owned).collect();
        Some(Self { day, items, of, usual: usual.len(), missing })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stood_in_half_of_the_orders_before_and_not_in_the_last_is_missing() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 11, n).unwrap();
        let check = |orders: &[&str], expected: Option<(&str, usize, usize, &str)>| {
            let lines = orders.iter().zip(1..).flat_map(|(order, n)| {
                order.split_whitespace().map(move |item| ItemBought { day: day(n), item: item.to_owned() })
            });
            let found = Basket::of(&lines.collect::<Vec<_>>(), day(20)).map(|basket| {
                let missing = basket.missing.iter().map(|one| format!("{} {}", one.item, one.seen));
                (basket.items.join(" "), basket.of, basket.usual, missing.collect::<Vec<_>>().join(", "))
            });
            let expected =
                expected.map(|(items, of, usual, missing)| (items.to_owned(), of, usual, missing.to_owned()));
            assert_eq!(found, expected, "{orders:?}");
        };
        check(&[], None);
        check(&["glue"], Some(("glue", 0, 0, "")));
        check(&["glue tape", "glue"], Some(("glue", 1, 0, "")));
        check(&["glue tape", "glue Tape", "glue"], Some(("glue", 2, 2, "Tape 2")));
        check(&["glue", "glue tape", "tape ink", "ink", "pins"], Some(("pins", 4, 3, "glue 2, ink 2, tape 2")));
        check(&["a", "a", "b", "b", "b", "a"], Some(("a", 5, 1, "b 3")));
    }
}
