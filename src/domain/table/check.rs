//! What is doubtful about a table before it is saved. A doubt forbids nothing: the person decides.

use chrono::NaiveDate;

use super::{Anchor, Rule, When};
use crate::domain::calendar::{Period, WorkDays};
use crate::domain::message::Message;

/// Something about a row that can hardly be meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubt {
    /// The place of the row in the table, from 0.
    pub row: usize,
    /// The sentence a person is told.
    pub message: Message,
    /// Whether the table cannot be saved like that.
    pub grave: bool,
}

/// What is doubtful about a table on a day.
pub fn check(rules: &[Rule], days: &WorkDays, today: NaiveDate) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for (row, rule) in rules.iter().enumerate() {
        let mut doubt = |grave, message| doubts.push(Doubt { row, message, grave });
        if rule.minutes == 0 {
            doubt(true, Message::new("doubt-no-minutes"));
        }
        if rule.minutes > DAY {
            doubt(true, Message::new("doubt-long").with("minutes", i64::from(rule.minutes)));
        }
        if rule.valid_from.zip(rule.valid_to).is_some_and(|(from, to)| to < from) {
            doubt(true, Message::new("doubt-validity"));
        }
        if rule.scope.statuses.is_empty() {
            doubt(false, Message::new("doubt-nobody"));
        }
        if rule.scope.tags_any.iter().any(|tag| rule.scope.tags_none.contains(tag)) {
            doubt(false, Message::new("doubt-tags"));
        }
        if rule.scope.min_revenue.zip(rule.scope.max_revenue).is_some_and(|(least, limit)| limit <= least) {
            doubt(false, Message::new("doubt-revenue"));
        }
        if rule.counts_for.iter().any(|id| *id == rule.id || rules.iter().all(|other| other.id != *id)) {
            doubt(true, Message::new("doubt-counts-for"));
        }
        match &rule.when {
            When::Quota { times, star_times, at_most, per, .. } => {
                let most = star_times.unwrap_or(*times).max(*times);
                check_period(*per, most, days, today, &mut doubt);
                if *times == 0 {
                    doubt(true, Message::new("doubt-none"));
                }
                if at_most.is_some_and(|limit| limit < most) {
                    doubt(true, Message::new("doubt-at-most").with("times", i64::from(most)));
                }
            }
            When::BetweenOrders { percent, otherwise } => {
                check_period(*otherwise, 1, days, today, &mut doubt);
                if !(1..=99).contains(percent) {
                    doubt(true, Message::new("doubt-percent"));
                }
            }
            When::Eve { holidays, .. } => {
                for id in holidays.iter().filter(|id| days.holiday_name(id, "en").is_none()) {
                    doubt(true, Message::new("doubt-holiday").with("name", id.as_str()));
                }
                if holidays.is_empty() {
                    doubt(true, Message::new("doubt-no-holiday"));
                }
            }
            When::Event { on, .. } => {
                if *on < today {
                    doubt(false, Message::new("doubt-event-past").with("day", *on));
                }
            }
            When::Date { .. } | When::Professional { .. } | When::CompanyDay | When::Birthday => {}
        }
        for (other, earlier) in rules[..row].iter().enumerate().filter(|(_, earlier)| fights(earlier, rule)) {
            doubt(false, fight(other, earlier, rule));
        }
    }
    doubts
}

/// The minutes of a whole day.
const DAY: u32 = 24 * 60;

fn check_period(per: Period, times: u32, days: &WorkDays, today: NaiveDate, doubt: &mut impl FnMut(bool, Message)) {
    if let Period::Days(length) = per
        && !(1..=3_660).contains(&length)
    {
        doubt(true, Message::new("doubt-days").with("days", i64::from(length)));
        return;
    }
    // The leanest of the periods of a year ahead.
    let spans = std::iter::successors(Some(per.of(today)), |span| Some(span.next()));
    let ahead = spans.take_while(|span| (span.first() - today).num_days() < 366);
    let working = ahead.map(|span| days.count_between(span.first(), span.next().first())).min().unwrap_or(0);
    if working == 0 {
        doubt(false, Message::new("doubt-no-working-day"));
    } else if times as usize > working {
        doubt(false, Message::new("doubt-crowded").with("times", i64::from(times)).with("days", working));
    }
}

/// Whether a client gets touches of the same kind and purpose from both, so often that one row was probably meant.
fn fights(one: &Rule, other: &Rule) -> bool {
    let (When::Quota { per: a, anchor: at, .. }, When::Quota { per: b, anchor: bt, .. }) = (&one.when, &other.when)
    else {
        return false;
    };
    one.kind == other.kind
        && one.scope.meets(&other.scope)
        && (one.purpose == other.purpose && a == b || at != bt || over_quota(one, other).is_some())
}

/// The quota of one of two rows that the other's touches overstep by themselves: they count for it too.
fn over_quota(one: &Rule, other: &Rule) -> Option<i64> {
    let (a, b) = (&one.when, &other.when);
    let (
        When::Quota { times, at_most: Some(limit), per, anchor: Anchor::Calendar, .. },
        When::Quota { times: more, per: same, .. },
    ) = (a, b)
    else {
        return None;
    };
    (per == same && times + more > *limit).then_some(i64::from(*limit))
}

fn fight(place: usize, one: &Rule, other: &Rule) -> Message {
    let row = i64::try_from(place + 1).unwrap_or(i64::MAX);
    match over_quota(one, other).or_else(|| over_quota(other, one)) {
        Some(limit) => Message::new("doubt-over-quota").with("row", row).with("limit", limit),
        None => Message::new("doubt-twice").with("row", row),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Scope, Shift, default_table};
    use super::*;
    use crate::domain::ids::RuleId;
    use crate::domain::money::Money;
    use crate::domain::status::Status;

    fn numbered(rules: Vec<Rule>) -> Vec<Rule> {
        (1..).zip(rules).map(|(id, rule)| Rule { id: RuleId(id), ..rule }).collect()
    }

    fn doubts(rules: Vec<Rule>) -> Vec<(usize, &'static str, bool)> {
        let today = "2026-11-24".parse().unwrap();
        let found = check(&numbered(rules), &WorkDays::russia(), today);
        found.into_iter().map(|doubt| (doubt.row, doubt.message.key, doubt.grave)).collect()
    }

    fn quota(times: u32, per: Period) -> Rule {
        let when = When::Quota { times, star_times: None, at_most: None, per, anchor: Anchor::Calendar };
        Rule { when, shift: Shift::Prev, scope: Scope::default(), ..default_table().remove(5) }
    }

    #[test]
    fn the_default_table_raises_no_doubt() {
        assert_eq!(doubts(default_table()), []);
    }

    #[test]
    fn each_doubt_is_told() {
        let rule = || quota(1, Period::Quarter);
        assert_eq!(doubts(vec![quota(60, Period::Quarter)]), [(0, "doubt-crowded", false)]);
        assert_eq!(doubts(vec![quota(1, Period::Days(1))]), [(0, "doubt-no-working-day", false)]);
        assert_eq!(doubts(vec![quota(1, Period::Days(0))]), [(0, "doubt-days", true)]);
        assert_eq!(doubts(vec![quota(0, Period::Quarter)]), [(0, "doubt-none", true)]);
        assert_eq!(doubts(vec![Rule { minutes: 0, ..rule() }]), [(0, "doubt-no-minutes", true)]);
        assert_eq!(doubts(vec![Rule { counts_for: vec![RuleId(9)], ..rule() }]), [(0, "doubt-counts-for", true)]);
        let (from, to) = ("2027-02-01".parse().ok(), "2027-01-01".parse().ok());
        assert_eq!(doubts(vec![Rule { valid_from: from, valid_to: to, ..rule() }]), [(0, "doubt-validity", true)]);
        let nobody = Scope { statuses: Vec::new(), ..Scope::default() };
        let between = Scope { min_revenue: Some(Money(2)), max_revenue: Some(Money(2)), ..Scope::default() };
        assert_eq!(doubts(vec![Rule { scope: between, ..rule() }]), [(0, "doubt-revenue", false)]);
        assert_eq!(doubts(vec![Rule { scope: nobody, ..rule() }]), [(0, "doubt-nobody", false)]);
        let eve = When::Eve { holidays: vec!["no such".into()], lead: 5, on_the_day: false };
        assert_eq!(doubts(vec![Rule { when: eve, ..rule() }]), [(0, "doubt-holiday", true)]);
        let event = When::Event { on: "2026-11-23".parse().unwrap(), lead: 10 };
        assert_eq!(doubts(vec![Rule { when: event, ..rule() }]), [(0, "doubt-event-past", false)]);
    }

    #[test]
    fn two_rows_that_fight_are_told_of() {
        assert_eq!(doubts(vec![quota(1, Period::Quarter), quota(1, Period::Quarter)]), [(1, "doubt-twice", false)]);
        let former = Scope { statuses: vec![Status::Former], ..Scope::default() };
        assert_eq!(doubts(vec![quota(1, Period::Quarter), Rule { scope: former, ..quota(1, Period::Quarter) }]), []);
        let limited = When::Quota {
            times: 1,
            star_times: None,
            at_most: Some(2),
            per: Period::Quarter,
            anchor: Anchor::Calendar,
        };
        let limited = Rule { when: limited, ..quota(1, Period::Quarter) };
        assert_eq!(doubts(vec![limited, quota(2, Period::Quarter)]), [(1, "doubt-over-quota", false)]);
    }
}
