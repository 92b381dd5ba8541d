//! The fields of a row of the communication table: what each holds, and how it is turned.

use chrono::{Datelike, NaiveDate};

use crate::domain::calendar::{HolidayRule, Period};
use crate::domain::money::Money;
use crate::domain::status::Status;
use crate::domain::table::{Anchor, Purpose, Responsible, Rule, When};
use crate::domain::touch::TouchKind;
use crate::tui::look::Look;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::fields::Value;

/// A field of a row, in the order of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    Kind,
    Title,
    Purpose,
    When,
    Times,
    StarTimes,
    AtMost,
    Per,
    PerDays,
    Anchor,
    Holidays,
    On,
    Lead,
    OnTheDay,
    Percent,
    Statuses,
    Star,
    TagsAny,
    TagsNone,
    Revenue,
    RevenueBelow,
    AlsoCounts,
    Responsible,
    Minutes,
    Shift,
    LateDays,
    From,
    To,
    Note,
}

impl What {
    pub(super) const ALL: [Self; 29] = [
        Self::Kind,
        Self::Title,
        Self::Purpose,
        Self::When,
        Self::Times,
        Self::StarTimes,
        Self::AtMost,
        Self::Per,
        Self::PerDays,
        Self::Anchor,
        Self::Holidays,
        Self::On,
        Self::Lead,
        Self::OnTheDay,
        Self::Percent,
        Self::Statuses,
        Self::Star,
        Self::TagsAny,
        Self::TagsNone,
        Self::Revenue,
        Self::RevenueBelow,
        Self::AlsoCounts,
        Self::Responsible,
        Self::Minutes,
        Self::Shift,
        Self::LateDays,
        Self::From,
        Self::To,
        Self::Note,
    ];

    /// The key of its label in the locale files.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Kind => "table-kind",
            Self::Title => "table-row",
            Self::Purpose => "table-purpose",
            Self::When => "table-when",
            Self::Times => "table-times",
            Self::StarTimes => "table-star-times",
            Self::AtMost => "table-at-most",
            Self::Per => "table-per",
            Self::PerDays => "table-per-days",
            Self::Anchor => "table-anchor",
            Self::Holidays => "table-holidays",
            Self::On => "table-on",
            Self::Lead => "table-lead",
            Self::OnTheDay => "table-on-the-day",
            Self::Percent => "table-percent",
            Self::Statuses => "table-statuses",
            Self::Star => "table-star",
            Self::TagsAny => "table-tags-any",
            Self::TagsNone => "table-tags-none",
            Self::Revenue => "table-revenue",
            Self::RevenueBelow => "table-revenue-below",
            Self::AlsoCounts => "table-also-counts",
            Self::Responsible => "table-responsible",
            Self::Minutes => "table-minutes",
            Self::Shift => "table-shift",
            Self::LateDays => "table-late-days",
            Self::From => "table-from",
            Self::To => "table-to",
            Self::Note => "table-note",
        }
    }
}

/// The ways a row can say when: the keys of their names.
const WHENS: [&str; 8] = [
    "table-when-quota",
    "table-when-eve",
    "table-when-date",
    "table-when-professional",
    "table-when-company-day",
    "table-when-birthday",
    "table-when-between-orders",
    "table-when-event",
];
pub(super) const PERIODS: [(Period, &str); 4] = [
    (Period::Month, "period-month"),
    (Period::Quarter, "period-quarter"),
    (Period::Half, "period-half"),
    (Period::Year, "period-year"),
];

/// What a field holds for a row.
pub(super) fn value_of(what: What, rule: &Rule, look: &Look<'_>) -> Value {
    let words = look.words;
    let text = |text: String| Value::Text(Field::with(text));
    let number = |n: Option<u32>| Value::Text(Field::with(n.map(|n| n.to_string()).unwrap_or_default()));
    let day = |day: Option<NaiveDate>| Value::Text(Field::with(day.map(|day| day.to_string()).unwrap_or_default()));
    let yes = |yes: bool| Value::One(vec![words.say("no"), words.say("yes")], usize::from(yes));
    let one = |names: Vec<String>, chosen: Option<usize>| Value::One(names, chosen.unwrap_or(0));
    let (quota, lead, on_the_day) = match &rule.when {
        When::Quota { times, star_times, at_most, anchor, .. } => {
            (Some((*times, *star_times, *at_most, *anchor)), 5, false)
        }
        When::Eve { lead, on_the_day, .. }
        | When::Date { lead, on_the_day, .. }
        | When::Professional { lead, on_the_day } => (None, *lead, *on_the_day),
        When::Event { lead, .. } => (None, *lead, false),
        When::CompanyDay | When::Birthday | When::BetweenOrders { .. } => (None, 5, false),
    };
    let per = match &rule.when {
        When::Quota { per, .. } => *per,
        When::BetweenOrders { otherwise, .. } => *otherwise,
        _ => Period::Quarter,
    };
    match what {
        What::Kind => one(TouchKind::ALL.map(|kind| words.touch(kind)).to_vec(), place_of(&TouchKind::ALL, &rule.kind)),
        What::Title => text(words.rule_title(rule)),
        What::Purpose => {
            one(Purpose::ALL.map(|purpose| words.purpose(purpose)).to_vec(), place_of(&Purpose::ALL, &rule.purpose))
        }
        What::When => Value::One(WHENS.map(|key| words.say(key)).to_vec(), when_place(&rule.when)),
        What::Times => number(Some(quota.map_or(1, |(times, ..)| times))),
        What::StarTimes => number(quota.and_then(|(_, star_times, ..)| star_times)),
        What::AtMost => number(quota.and_then(|(_, _, at_most, _)| at_most)),
        What::Per => {
            let names = PERIODS.iter().map(|(_, key)| words.say(key)).chain([words.say("table-some-days")]);
            let place = PERIODS.iter().position(|(period, _)| *period == per);
            Value::One(names.collect(), place.unwrap_or(PERIODS.len()))
        }
        What::PerDays => number(Some(per.days())),
        What::Anchor => Value::One(
            vec![words.say("table-anchor-calendar"), words.say("table-anchor-contact")],
            usize::from(quota.is_some_and(|(.., anchor)| anchor == Anchor::LastContact)),
        ),
        What::Holidays => {
            text(if let When::Eve { holidays, .. } = &rule.when { holidays.join(" ") } else { String::new() })
        }
        What::On => text(match &rule.when {
            When::Date { on, .. } => day_of_year(on, look),
            When::Event { on, .. } => on.to_string(),
            _ => String::new(),
        }),
        What::Lead => number(Some(lead)),
        What::OnTheDay => yes(on_the_day),
        What::Percent => number(Some(if let When::BetweenOrders { percent, .. } = &rule.when { *percent } else { 50 })),
        What::Statuses => {
            let statuses =
                Status::ALL.iter().map(|status| (words.status(*status), rule.scope.statuses.contains(status)));
            Value::Any(statuses.collect(), 0)
        }
        What::Star => yes(rule.scope.star),
        What::TagsAny => text(rule.scope.tags_any.join(" ")),
        What::TagsNone => text(rule.scope.tags_none.join(" ")),
        What::Revenue => text(amount(rule.scope.min_revenue)),
        What::RevenueBelow => text(amount(rule.scope.max_revenue)),
        What::AlsoCounts => Value::Any(
            TouchKind::ALL.iter().map(|kind| (words.touch(*kind), rule.also_counts.contains(kind))).collect(),
            0,
        ),
        What::Responsible => one(
            Responsible::ALL.map(|who| words.say(&format!("responsible-{}", who.name()))).to_vec(),
            place_of(&Responsible::ALL, &rule.responsible),
        ),
        What::Minutes => number(Some(rule.minutes)),
        What::Shift => {
            let names = ["table-shift-prev", "table-shift-next", "table-shift-nearest"].map(|key| words.say(key));
            Value::One(names.to_vec(), rule.shift as usize)
        }
        What::LateDays => number(Some(rule.late_days)),
        What::From => day(rule.valid_from),
        What::To => day(rule.valid_to),
        What::Note => text(words.rule_note(rule)),
    }
}

/// An amount as it would be typed: in whole units where it is of whole ones.
fn amount(amount: Option<Money>) -> String {
    amount.map(|amount| amount.units().to_string()).unwrap_or_default()
}

fn place_of<T: PartialEq>(all: &[T], one: &T) -> Option<usize> {
    all.iter().position(|other| other == one)
}

fn when_place(when: &When) -> usize {
    match when {
        When::Quota { .. } => 0,
        When::Eve { .. } => 1,
        When::Date { .. } => 2,
        When::Professional { .. } => 3,
        When::CompanyDay => 4,
        When::Birthday => 5,
        When::BetweenOrders { .. } => 6,
        When::Event { .. } => 7,
    }
}

/// A day of every year, by its next date.
pub(super) fn day_of_year(on: &HolidayRule, look: &Look<'_>) -> String {
    let year = look.today.year();
    let dates = [year, year + 1].into_iter().filter_map(|year| on.in_year(year));
    dates.into_iter().find(|day| *day >= look.today).map(|day| day.to_string()).unwrap_or_default()
}
