//! News to share with clients (DOMAIN R34, R48-R49): what is new, for how long, and whom it concerns. Each client is told
//! once; do not forward everything, filter.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::NewsId;
use super::matching::fold;
use super::status::Status;

/// Something new to tell clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct News {
    /// Its id.
    pub id: NewsId,
    /// What is new.
    pub text: String,
    /// The first day on which it is told.
    pub since: NaiveDate,
    /// The last day on which it is news.
    pub until: Option<NaiveDate>,
    /// Whom it concerns.
    pub audience: Audience,
    /// The day it was closed by hand.
    pub closed_on: Option<NaiveDate>,
}

impl News {
    /// Whether it is told on a day.
    pub fn is_current(&self, day: NaiveDate) -> bool {
        self.closed_on.is_none_or(|closed| day < closed)
            && self.since <= day
            && self.until.is_none_or(|until| day <= until)
    }
}

/// Whom news concern; what is empty filters nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Audience {
    /// Clients of one of these statuses.
    pub statuses: Vec<Status>,
    /// Only clients with a star.
    pub star: bool,
    /// Clients with one of these labels.
    pub tags: Vec<String>,
    /// Clients of one of these towns, however it is written.
    pub cities: Vec<String>,
    /// Clients of one of these industries, however it is written.
    pub industries: Vec<String>,
}

/// What tells whether news concern a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listener {
    /// Where it stands.
    pub status: Status,
    /// One of those that must not be lost.
    pub star: bool,
    /// Its labels.
    pub tags: Vec<String>,
    /// Its town.
    pub city: String,
    /// Its industry.
    pub industry: String,
}

impl Audience {
    /// Whether a client is meant.
    pub fn holds(&self, listener: &Listener) -> bool {
        let among =
            |wanted: &[String], found: &str| wanted.is_empty() || wanted.iter().any(|one| fold(one) == fold(found));
        (self.statuses.is_empty() || self.statuses.contains(&listener.status))
            && (listener.star || !self.star)
            && (self.tags.is_empty() || listener.tags.iter().any(|tag| among(&self.tags, tag)))
            && among(&self.cities, &listener.city)
            && among(&self.industries, &listener.industry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_counts_and_an_empty_one_does_not() {
        let listener = Listener {
            status: Status::Regular,
            star: false,
            tags: vec!["опт".into(), "north".into()],
            city: "Пермь".into(),
            industry: "builder".into(),
        };
        let check = |audience: Audience, expected| assert_eq!(audience.holds(&listener), expected, "{audience:?}");
        let strings = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        check(Audience::default(), true);
        check(Audience { statuses: vec![Status::Client, Status::Regular], ..Audience::default() }, true);
        check(Audience { statuses: vec![Status::Former], ..Audience::default() }, false);
        check(Audience { star: true, ..Audience::default() }, false);
        check(Audience { tags: strings(&["ОПТ", "other"]), ..Audience::default() }, true);
        check(Audience { tags: strings(&["other"]), ..Audience::default() }, false);
        check(Audience { cities: strings(&["ПЕРМЬ"]), industries: strings(&["builder"]), ..Audience::default() }, true);
        check(Audience { cities: strings(&["Riga"]), ..Audience::default() }, false);
        check(Audience { industries: strings(&["trade"]), ..Audience::default() }, false);
    }

    #[test]
    fn news_are_told_from_their_first_day_to_their_last() {
        let day = |text: &str| text.parse().unwrap();
        let (since, until) = (day("2026-11-20"), Some(day("2026-11-30")));
        let news =
            News { id: NewsId(1), text: "x".into(), since, until, audience: Audience::default(), closed_on: None };
        let current = ["2026-11-19", "2026-11-20", "2026-11-30", "2026-12-01"].map(|text| news.is_current(day(text)));
        assert_eq!(current, [false, true, true, false]);
        assert!(!News { closed_on: Some(since), ..news }.is_current(since));
    }
}
