//! Gifts: what there is to give, what was given, when it is time to give something, and within which limits; and the club
//! a client belongs to (DOMAIN R50, R65-R66, R70-R71).

use chrono::{Days, NaiveDate};

use super::ids::GiftId;
use super::matching::fold;
use super::message::Message;
use super::money::Money;

/// How many days before its end a membership is a reason to call.
pub const ENDS_SOON: Days = Days::new(30);
/// For how many days after a gift none is proposed.
const GIVEN_LATELY: i64 = 365;

/// Something to give, in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gift {
    /// Its id.
    pub id: GiftId,
    /// What it is called.
    pub name: String,
    /// What one costs, where that is known.
    pub price: Option<Money>,
    /// The last day on which anybody was given one.
    pub last_given: Option<NaiveDate>,
}

/// What a client was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// When.
    pub day: NaiveDate,
    /// What.
    pub item: String,
    /// What it cost, where that was said.
    pub cost: Option<Money>,
    /// Meant to impress.
    pub wow: bool,
}

/// What belongs to a club: each of it may be unknown, but not all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Membership {
    /// What the club is called.
    pub club: String,
    /// The last day of the membership.
    pub until: Option<NaiveDate>,
    /// How many points there are to spend.
    pub points: Option<u32>,
}

impl Membership {
    /// Why to call about it on a day: it ends within a month, it ended, there are points to spend.
    pub fn reasons(&self, today: NaiveDate) -> Vec<Message> {
        let ends = self.until.filter(|until| *until <= today + ENDS_SOON).map(|until| ending(until, today));
        let points = self.points.filter(|points| *points > 0);
        ends.into_iter().chain(points.map(|points| Message::new("membership-points").with("n", points))).collect()
    }

    /// Whether nothing is known of it.
    pub fn is_empty(&self) -> bool {
        self.club.is_empty() && self.until.is_none() && self.points.is_none()
    }
}

/// That a membership ends, or has ended.
pub fn ending(until: NaiveDate, today: NaiveDate) -> Message {
    Message::new(if until < today { "membership-ended" } else { "membership-ends" }).with("day", until)
}

/// When something is given, and within which limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GiftRules {
    /// What a client has to bring in twelve months to be proposed a gift; `None` where that is no reason.
    pub total: Option<Money>,
    /// For how many days a client has to have ordered to be proposed one.
    pub tenure: i64,
    /// What all gifts of a calendar year may cost.
    pub budget: Option<Money>,
    /// What one gift may cost.
    pub limit: Option<Money>,
    /// Whether the limit is that of the Russian Civil Code, article 575.
    pub by_law: bool,
}

/// What is known of a client for giving it something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What it brought in twelve months.
    pub revenue: Money,
    /// The day of its first order.
    pub first_order: Option<NaiveDate>,
    /// The day of the last gift.
    pub last_gift: Option<NaiveDate>,
    /// Its club.
    pub membership: Option<Membership>,
}

impl Standing {
    /// Why to give it something or to call about its club on a day. A client that was given something in the last year is
    /// not proposed another gift.
    pub fn reasons(&self, rules: &GiftRules, today: NaiveDate) -> Vec<Message> {
        let lately = self.last_gift.is_some_and(|day| (today - day).num_days() < GIVEN_LATELY);
        let total = rules.total.filter(|total| !lately && self.revenue >= *total);
        let total = total.map(|_| Message::new("gift-for-total").with("money", self.revenue));
        let since = self.first_order.filter(|day| !lately && (today - *day).num_days() >= rules.tenure);
        let tenure = since.map(|day| Message::new("gift-for-tenure").with("day", day));
        let club = self.membership.iter().flat_map(|membership| membership.reasons(today));
        total.into_iter().chain(tenure).chain(club).collect()
    }
}

/// What something to give costs by the catalogue: one gift, or several with commas between them, each of which has its price.
pub fn price_of(catalogue: &[Gift], item: &str) -> Option<Money> {
    let one = |name: &str| catalogue.iter().find(|gift| same_gift(&gift.name, name)).map(|gift| gift.price);
    one(item).unwrap_or_else(|| item.split(',').map(|name| one(name)?).sum())
}

/// Whether two names are of one gift: spaces, case and ё do not matter.
pub fn same_gift(one: &str, other: &str) -> bool {
    fold(one.trim()) == fold(other.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn gifts_are_proposed_for_the_total_and_for_a_year_and_not_twice_in_one() {
        let rules = GiftRules { total: Some(Money(500)), tenure: 365, budget: None, limit: None, by_law: false };
        let today = day("2026-11-24");
        let keys = |revenue, first: Option<&str>, gift: Option<&str>| -> Vec<&str> {
            let standing = Standing {
                revenue: Money(revenue),
                first_order: first.map(day),
                last_gift: gift.map(day),
                membership: None,
            };
            standing.reasons(&rules, today).iter().map(|reason| reason.key).collect()
        };
        assert_eq!(keys(500, Some("2025-11-24"), None), ["gift-for-total", "gift-for-tenure"]);
        assert_eq!(keys(499, Some("2025-11-25"), None), [""; 0]);
        assert_eq!(keys(900, Some("2020-01-01"), Some("2025-11-25")), [""; 0]);
        assert_eq!(keys(0, Some("2020-01-01"), Some("2025-11-24")), ["gift-for-tenure"]);
    }

    #[test]
    fn a_membership_is_a_reason_to_call_a_month_before_its_end() {
        let keys = |until: &str, points| -> Vec<&str> {
            let membership = Membership { club: "VIP".into(), until: Some(day(until)), points };
            membership.reasons(day("2026-11-24")).iter().map(|reason| reason.key).collect()
        };
        assert_eq!(keys("2026-12-25", Some(0)), [""; 0]);
        assert_eq!(keys("2026-12-24", Some(7)), ["membership-ends", "membership-points"]);
        assert_eq!(keys("2026-11-23", None), ["membership-ended"]);
    }
}
