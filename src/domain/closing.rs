//! Why a client was lost, and how the losses split (DOMAIN R32).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why a client was closed: one of the four groups of DOMAIN R32, or we ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClosedWhy {
    /// Without special reason: nobody remembered it.
    Forgotten,
    /// A complaint was not resolved.
    Complaint,
    /// A competitor has it.
    Competitor,
    /// It moved, or closed the business.
    Moved,
    /// We ended it.
    Ended,
}

impl ClosedWhy {
    /// Every reason, the four groups first.
    pub const ALL: [Self; 5] = [Self::Forgotten, Self::Complaint, Self::Competitor, Self::Moved, Self::Ended];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Forgotten => "forgotten",
            Self::Complaint => "complaint",
            Self::Competitor => "competitor",
            Self::Moved => "moved",
            Self::Ended => "ended",
        }
    }

    /// The reason of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Forgotten => "closed-forgotten",
            Self::Complaint => "closed-complaint",
            Self::Competitor => "closed-competitor",
            Self::Moved => "closed-moved",
            Self::Ended => "closed-ended",
        }
    }

    /// The share of losses the source gives for it, 0 to 1 (DOMAIN R32, attributed to the Rockefeller Foundation); `None`
    /// for what we ended ourselves.
    pub fn source_share(self) -> Option<f64> {
        match self {
            Self::Forgotten => Some(0.68),
            Self::Complaint => Some(0.14),
            Self::Competitor | Self::Moved => Some(0.09),
            Self::Ended => None,
        }
    }
}

/// How many clients were lost, and why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Losses {
    counts: [usize; ClosedWhy::ALL.len()],
    /// Closed without a reason: by a file that was brought in.
    pub unsaid: usize,
}

impl Losses {
    /// The losses of the days from `from` to `to`, both included.
    pub fn between(
        closed: impl IntoIterator<Item = (NaiveDate, Option<ClosedWhy>)>,
        from: Option<NaiveDate>,
        to: NaiveDate,
    ) -> Self {
        let mut losses = Self::default();
        for (_, why) in closed.into_iter().filter(|(day, _)| *day <= to && from.is_none_or(|from| *day >= from)) {
            match why {
                Some(why) => losses.counts[why as usize] += 1,
                None => losses.unsaid += 1,
            }
        }
        losses
    }

    /// How many were lost for a reason.
    pub fn count(&self, why: ClosedWhy) -> usize {
        self.counts[why as usize]
    }

    /// How many were lost in all.
    pub fn total(&self) -> usize {
        self.counts.iter().sum::<usize>() + self.unsaid
    }

    /// The share of a reason in the losses of the four groups the source counts, 0 to 1; `None` for what we ended, and where
    /// there are none.
    pub fn share(&self, why: ClosedWhy) -> Option<f64> {
        let counted = ClosedWhy::ALL.into_iter().filter(|why| why.source_share().is_some());
        let of: usize = counted.map(|why| self.count(why)).sum();
        (of > 0 && why.source_share().is_some()).then(|| self.count(why) as f64 / of as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_split_is_over_the_four_groups_of_the_source_and_within_the_days() {
        let day = |n| NaiveDate::from_ymd_opt(2026, 11, n).unwrap();
        let closed = [
            (day(1), Some(ClosedWhy::Moved)),
            (day(2), Some(ClosedWhy::Forgotten)),
            (day(3), Some(ClosedWhy::Forgotten)),
            (day(4), Some(ClosedWhy::Ended)),
            (day(5), Some(ClosedWhy::Competitor)),
            (day(6), None),
            (day(7), Some(ClosedWhy::Forgotten)),
        ];
        let losses = Losses::between(closed, Some(day(2)), day(6));
        assert_eq!((losses.total(), losses.unsaid, losses.count(ClosedWhy::Moved)), (5, 1, 0));
        let share = |why| losses.share(why).map(|share| (share * 100.0).round());
        assert_eq!(ClosedWhy::ALL.map(share), [Some(67.0), Some(0.0), Some(33.0), Some(0.0), None]);
        assert_eq!(Losses::default().share(ClosedWhy::Moved), None);
        let source: f64 = ClosedWhy::ALL.into_iter().filter_map(ClosedWhy::source_share).sum();
        assert!((source - 1.0).abs() < 1e-9);
    }
}
