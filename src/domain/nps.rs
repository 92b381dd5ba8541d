//! The net promoter score: how likely clients would recommend us, 0 to 10 as they answered (DOMAIN R56-R58).

use super::touch::Details;

/// The best answer with which somebody is still a critic.
const CRITIC: u8 = 6;
/// The least answer with which somebody is loyal.
const LOYAL: u8 = 9;
/// How many loyal clients bring a new one (DOMAIN R58).
const LOYAL_FOR_A_NEW: f64 = 6.0;
/// How many new clients a critic costs (DOMAIN R58).
const COST_OF_A_CRITIC: f64 = 4.15;

/// How many answered what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Nps {
    /// 9 or 10.
    pub loyal: usize,
    /// 7 or 8.
    pub neutral: usize,
    /// 0 to 6.
    pub critics: usize,
}

impl Nps {
    /// The count of some answers, each 0 to [`Details::NPS`].
    pub fn of(answers: &[u8]) -> Self {
        let within = |from, to| answers.iter().filter(|answer| (from..=to).contains(*answer)).count();
        Self { loyal: within(LOYAL, Details::NPS), neutral: within(CRITIC + 1, LOYAL - 1), critics: within(0, CRITIC) }
    }

    /// How many answered.
    pub fn answers(self) -> usize {
        self.loyal + self.neutral + self.critics
    }

    /// The score: the percentage of the loyal less that of the critics, rounded, -100 to 100; `None` without an answer.
    pub fn score(self) -> Option<i64> {
        let answers = self.answers();
        (answers > 0).then(|| (100.0 * (self.loyal as f64 - self.critics as f64) / answers as f64).round() as i64)
    }

    /// How many new clients that makes by the source's arithmetic: six loyal ones bring one, a critic costs 4.15. An
    /// estimate of an article, not a measurement of this book.
    pub fn new_clients(self) -> f64 {
        self.loyal as f64 / LOYAL_FOR_A_NEW - self.critics as f64 * COST_OF_A_CRITIC
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_fall_into_the_bands_of_the_source() {
        let answers: Vec<u8> = (0..=10).collect();
        let nps = Nps::of(&answers);
        assert_eq!(nps, Nps { loyal: 2, neutral: 2, critics: 7 });
        assert_eq!((nps.answers(), nps.score()), (11, Some(-45)));
        assert_eq!(Nps::of(&[]).score(), None);
        assert_eq!(Nps::of(&[9, 10, 9, 8]).score(), Some(75));
        assert!((Nps { loyal: 6, neutral: 0, critics: 2 }.new_clients() - (1.0 - 8.3)).abs() < 1e-9);
    }
}
