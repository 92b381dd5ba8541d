//! When a series has begun to fall: Page's cumulative sum against the client's own earlier values, robust against single
//! odd ones (CHURN 6).

use super::history::median;

/// How many earlier values a value is measured against, and how many there must be.
const REFERENCE: usize = 11;
const MIN_REFERENCE: usize = 3;
/// What is forgiven a step, and the sum at which it is told, in standard deviations.
const SLACK: f64 = 0.5;
const THRESHOLD: f64 = 3.0;
/// After it was told, so many values are not looked at.
const QUIET: usize = 4;

/// The places of the values at which falling is told, oldest first.
pub fn falls(values: &[f64]) -> Vec<usize> {
    let mut told = Vec::new();
    let (mut sum, mut place) = (0.0_f64, MIN_REFERENCE);
    while place < values.len() {
        sum = (sum - deviation(&values[place.saturating_sub(REFERENCE)..place], values[place]) - SLACK).max(0.0);
        if sum >= THRESHOLD {
            told.push(place);
            sum = 0.0;
            place += QUIET;
        }
        place += 1;
    }
    told
}

/// How far a value lies from those before it, in standard deviations, at most 3 either way.
fn deviation(before: &[f64], value: f64) -> f64 {
    let n = before.len() as f64;
    let middle = median(&mut before.to_vec()).unwrap_or(value);
    let mut distances: Vec<f64> = before.iter().map(|value| (value - middle).abs()).collect();
    let spread = (median(&mut distances).unwrap_or(0.0) * 1.4826).max(0.05);
    let sd = ((n * spread * spread + 4.0 * 0.25) / (n + 4.0)).sqrt();
    ((value - middle) / (sd * (1.0 + 1.57 / n).sqrt())).clamp(-3.0, 3.0)
}

/// The median slope of all pairs of the last eight values at most, per value (Theil, Sen); 0 with fewer than two.
pub fn slope(values: &[f64]) -> f64 {
    let last = &values[values.len().saturating_sub(8)..];
    let pairs = (0..last.len()).flat_map(|a| (a + 1..last.len()).map(move |b| (a, b)));
    let mut slopes: Vec<f64> = pairs.map(|(a, b)| (last[b] - last[a]) / (b - a) as f64).collect();
    median(&mut slopes).unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fall_by_a_fifth_an_order_is_told_and_the_same_orders_over_and_over_are_not() {
        let steady = [0.1, -0.1, 0.0, 0.2, -0.2, 0.1, 0.0, -0.1];
        assert!(falls(&steady.repeat(4)).is_empty());
        let falling: Vec<f64> = steady.into_iter().chain((1..8).map(|order| f64::from(order) * 0.8_f64.ln())).collect();
        let told = falls(&falling);
        assert_eq!(told.len(), 1);
        assert!((10..=14).contains(&told[0]), "{told:?}");
        assert!((slope(&falling) - 0.8_f64.ln()).abs() < 0.03, "{}", slope(&falling));
        assert_eq!((falls(&[]), slope(&[1.0])), (Vec::new(), 0.0));
    }
}
