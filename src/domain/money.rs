//! Amounts of money: whole hundredths of a currency, never a floating-point number.

use std::iter::Sum;
use std::ops::{Add, Sub};

use serde::{Deserialize, Serialize};

/// An amount in hundredths of the currency (kopecks, cents); may be negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Money(pub i64);

impl Money {
    /// The largest amount that is taken from a person or a file, on either side of zero: a trillion units. Ninety thousand of
    /// them still add up to the hundredth.
    pub const MOST: Self = Self(100_000_000_000_000);

    /// Whether it is larger than any that is [taken](Self::MOST).
    pub fn is_too_large(self) -> bool {
        self.0.unsigned_abs() > Self::MOST.0.unsigned_abs()
    }

    /// The amount in whole units, as a number for formulae (35.5 for thirty-five and a half roubles).
    pub fn units(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The nearest amount to a number of whole units; half a hundredth rounds away from zero.
    pub fn from_units(units: f64) -> Self {
        Self((units * 100.0).round() as i64)
    }

    /// The amount times a rate given in millionths (an order in another currency), rounded to the hundredth.
    #[must_use]
    pub fn at_rate(self, rate_micro: i64) -> Self {
        let product = i128::from(self.0) * i128::from(rate_micro);
        let half = if product < 0 { -500_000 } else { 500_000 };
        Self(i64::try_from((product + half) / 1_000_000).unwrap_or(if product < 0 { i64::MIN } else { i64::MAX }))
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Money {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Self::add)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_rounds_to_the_nearest_hundredth_on_both_sides_of_zero() {
        assert_eq!(Money(1_000).at_rate(92_500_000), Money(92_500));
        assert_eq!(Money(1).at_rate(500_000), Money(1));
        assert_eq!(Money(-1).at_rate(500_000), Money(-1));
        assert_eq!(Money(i64::MAX).at_rate(2_000_000), Money(i64::MAX));
    }
}
