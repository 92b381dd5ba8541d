//! Which clients a row of the table is for. A segment has no word of its own: it is a label (`tags_any`), how often a client
//! has ordered (its status), or a band of revenue.

use serde::{Deserialize, Serialize};

use crate::domain::money::Money;
use crate::domain::status::Status;

/// The tag of a client that no default row applies to.
pub const DO_NOT_DISTURB: &str = "do-not-disturb";

/// Which clients a row applies to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Scope {
    /// The statuses it is for.
    pub statuses: Vec<Status>,
    /// Only clients with a star.
    pub star: bool,
    /// Only clients with one of these tags; empty for any client.
    pub tags_any: Vec<String>,
    /// No clients with one of these tags.
    pub tags_none: Vec<String>,
    /// Only clients that brought so much in twelve months, in the book's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_revenue: Option<Money>,
    /// Only clients that brought less than that in twelve months, in the book's currency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_revenue: Option<Money>,
}

impl Default for Scope {
    fn default() -> Self {
        Self {
            statuses: vec![Status::Client, Status::Regular],
            star: false,
            tags_any: Vec::new(),
            tags_none: vec![DO_NOT_DISTURB.to_owned()],
            min_revenue: None,
            max_revenue: None,
        }
    }
}

impl Scope {
    /// Whether a client with that status, star, tags and revenue of twelve months is meant.
    pub fn holds(&self, status: Status, star: bool, tags: &[String], revenue: Money) -> bool {
        let tagged = |wanted: &[String]| wanted.iter().any(|tag| tags.contains(tag));
        self.statuses.contains(&status)
            && (star || !self.star)
            && (self.tags_any.is_empty() || tagged(&self.tags_any))
            && !tagged(&self.tags_none)
            && self.min_revenue.is_none_or(|least| least <= revenue)
            && self.max_revenue.is_none_or(|limit| revenue < limit)
    }

    /// Whether some client could be meant by both.
    pub fn meets(&self, other: &Self) -> bool {
        let shut_out =
            |wanted: &[String], none: &[String]| !wanted.is_empty() && wanted.iter().all(|tag| none.contains(tag));
        let least = self.min_revenue.max(other.min_revenue);
        let limit = [self.max_revenue, other.max_revenue].into_iter().flatten().min();
        self.statuses.iter().any(|status| other.statuses.contains(status))
            && least.zip(limit).is_none_or(|(least, limit)| least < limit)
            && !shut_out(&self.tags_any, &other.tags_none)
            && !shut_out(&other.tags_any, &self.tags_none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(scope: &Scope, tags: &[&str], revenue: i64) -> bool {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        scope.holds(Status::Regular, false, &tags, Money(revenue))
    }

    #[test]
    fn a_scope_may_ask_for_tags_and_for_revenue() {
        let tagged = Scope { tags_any: vec!["pilot-ok".to_owned()], ..Scope::default() };
        assert!(!holds(&tagged, &[], 0));
        assert!(holds(&tagged, &["perm", "pilot-ok"], 0));
        let rich = Scope { min_revenue: Some(Money(1_000)), ..Scope::default() };
        assert!(!holds(&rich, &[], 999));
        assert!(holds(&rich, &[], 1_000));
        let middle = Scope { max_revenue: Some(Money(5_000)), ..rich };
        assert!(holds(&middle, &[], 4_999));
        assert!(!holds(&middle, &[], 5_000));
    }

    #[test]
    fn two_scopes_meet_unless_a_status_or_a_tag_keeps_them_apart() {
        let all = Scope::default();
        let former = Scope { statuses: vec![Status::Former], ..Scope::default() };
        let vip = Scope { tags_any: vec!["vip".to_owned()], ..Scope::default() };
        let others = Scope { tags_none: vec!["vip".to_owned()], ..Scope::default() };
        assert!(all.meets(&vip) && vip.meets(&all) && all.meets(&others));
        assert!(!all.meets(&former));
        let small = Scope { max_revenue: Some(Money(1_000)), ..Scope::default() };
        let large = Scope { min_revenue: Some(Money(1_000)), ..Scope::default() };
        assert!(all.meets(&small) && !small.meets(&large) && !large.meets(&small));
        assert!(!vip.meets(&others) && !others.meets(&vip));
    }
}
