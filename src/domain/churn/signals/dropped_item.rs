//! The client goes on ordering, but no longer what stood in most of its orders (CHURN 6, "Dropped service/item").

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Family, Known, Signal};
use crate::domain::churn::alert::{Advice, Level};
use crate::domain::matching::fold;
use crate::domain::message::Message;

/// An item counts as dropped once so few clients would leave it out so often by chance.
const BY_CHANCE: f64 = 0.01;
/// It has to have stood in so many orders, and in such a share of those looked at.
const LEAST_SEEN: usize = 4;
const LEAST_SHARE: f64 = 0.5;
/// The orders looked at: so many up to the last one with the item, none before the first one with it.
const ORDERS: usize = 12;
/// For so many orders after it was told it is spoken of.
const FRESH: usize = 4;
/// So many are named, the least likely first: a wholesaler's list of goods would hide every other reason.
const NAMED: usize = 3;

/// What a client ordered on a day, item by item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemBought {
    /// The day.
    pub day: NaiveDate,
    /// The item, as it was written.
    pub item: String,
}

/// An item that stood in most orders, and in none of the last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DroppedItem {
    /// The item, as it was written last.
    pub item: String,
    /// In how many orders it stood, of `of`.
    pub seen: usize,
    /// How many orders were looked at: those before it went missing.
    pub of: usize,
    /// In how many orders since then it did not stand.
    pub missing: usize,
    /// The last day it was ordered.
    pub last: NaiveDate,
    /// The chance that it is missing that often although nothing has changed, 0 to 1.
    pub p: f64,
}

impl DroppedItem {
    /// The items a client has dropped lately, the surest first. Orders of one day are one; of which no item is known says
    /// nothing.
    pub(super) fn of(known: &Known<'_>) -> Vec<Self> {
        let bought = || known.items.iter().filter(|bought| bought.day <= known.today);
        let mut days: Vec<NaiveDate> = bought().map(|bought| bought.day).collect();
        days.sort_unstable();
        days.dedup();
        let mut items: BTreeMap<String, Vec<&ItemBought>> = BTreeMap::new();
        for bought in bought() {
            items.entry(fold(&bought.item)).or_default().push(bought);
        }
        let mut dropped: Vec<Self> = items.into_values().filter_map(|bought| Self::among(&days, bought)).collect();
        dropped.sort_by(|a, b| a.p.total_cmp(&b.p));
        dropped.truncate(NAMED);
        dropped
    }

    /// Whether the item that was `bought` is missing from the last of these days.
    fn among(days: &[NaiveDate], mut bought: Vec<&ItemBought>) -> Option<Self> {
        bought.sort_unstable();
        let (first, last) = (bought.first()?.day, *bought.last()?);
        let place = |day: NaiveDate| days.partition_point(|other| *other < day);
        let end = place(last.day) + 1;
        let begin = place(first).max(end.saturating_sub(ORDERS));
        let window = &days[begin..end];
        bought.dedup_by_key(|bought| bought.day);
        let seen = bought.iter().filter(|bought| bought.day >= window[0]).count();
        let (of, missing) = (window.len(), days.len() - end);
        let p = by_chance(seen, of, missing);
        let told = p <= BY_CHANCE && seen >= LEAST_SEEN && seen as f64 >= LEAST_SHARE * of as f64;
        let fresh = missing < FRESH || by_chance(seen, of, missing - FRESH) > BY_CHANCE;
        (told && fresh).then(|| Self { item: last.item.clone(), seen, of, missing, last: last.day, p })
    }

    fn say(&self, key: &'static str) -> Message {
        Message::new(key)
            .with("item", self.item.as_str())
            .with("seen", self.seen)
            .with("of", self.of)
            .with("missing", self.missing)
            .with("last", self.last)
    }
}

/// The chance that something seen in `seen` of `of` orders is missing from the next `missing`, with Jeffreys' prior:
/// B(s+½, n−s+½+m) / B(s+½, n−s+½), which is a product for a whole m.
fn by_chance(seen: usize, of: usize, missing: usize) -> f64 {
    (0..missing).map(|more| ((of - seen + more) as f64 + 0.5) / ((of + more) as f64 + 1.0)).product()
}

impl Signal for DroppedItem {
    fn level(&self) -> Level {
        Level::Note
    }

    fn family(&self) -> Family {
        Family::Volume
    }

    fn cause(&self) -> String {
        format!("{} {}", fold(&self.item), self.last)
    }

    fn advice(&self) -> Advice {
        Advice::Ask
    }

    fn short(&self) -> Message {
        self.say("reason-item-short")
    }

    fn sentence(&self) -> Message {
        self.say("reason-item")
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;

    #[test]
    fn the_chance_is_that_of_the_beta_binomial() {
        // As mpmath has them: beta(8.5, 5.5) / beta(8.5, 1.5), beta(4.5, 3.5) / beta(4.5, 0.5).
        for (seen, of, missing, exact) in [(8, 9, 4, 0.003_441_870_629_370_629_4), (4, 4, 3, 0.008_928_571_428_571_43)]
        {
            assert!((by_chance(seen, of, missing) - exact).abs() < 1e-15, "{seen} of {of}, {missing} missing");
        }
    }

    /// What is dropped of orders a week apart; `x` stands for one with the item, `-` for one without it.
    fn dropped(orders: &str) -> Option<(usize, usize, usize)> {
        let first = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let days: Vec<NaiveDate> = (0..orders.len()).map(|place| first + Days::new(place as u64 * 7)).collect();
        let with = orders.bytes().zip(&days).filter(|(order, _)| *order == b'x');
        let bought: Vec<ItemBought> = with.map(|(_, day)| ItemBought { day: *day, item: "x".into() }).collect();
        let found = DroppedItem::among(&days, bought.iter().collect())?;
        Some((found.seen, found.of, found.missing))
    }

    #[test]
    fn an_item_is_dropped_once_chance_does_not_explain_it_and_is_spoken_of_for_four_orders() {
        for (orders, expected) in [
            ("xxxx--", None),
            ("xxxx---", Some((4, 4, 3))),
            ("xxxx------", Some((4, 4, 6))),
            ("xxxx-------", None),
            ("xxx------", None),
            ("-----xxxx---", Some((4, 4, 3))),
            ("x-xxxxxxx----", Some((8, 9, 4))),
            ("x---x---x---x----------", None),
            ("xxxxxxxxxxxxxxxx--", Some((12, 12, 2))),
            ("xxxx---x", None),
        ] {
            assert_eq!(dropped(orders), expected, "{orders}");
        }
    }
}
