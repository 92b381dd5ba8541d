//! What a list of scores is worth.

/// The chance that one that stayed silent is scored above one that did not, ties counted half.
pub fn auc(pairs: &[(f64, bool)]) -> f64 {
    let mut sorted = pairs.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut ranks, mut rank) = (0.0, 0.0);
    for tied in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let middle = rank + f64::midpoint(tied.len() as f64, 1.0);
        ranks += middle * tied.iter().filter(|(_, silent)| *silent).count() as f64;
        rank += tied.len() as f64;
    }
    let silent = pairs.iter().filter(|(_, silent)| *silent).count() as f64;
    let active = pairs.len() as f64 - silent;
    (ranks - silent * (silent + 1.0) / 2.0) / (silent * active)
}

/// The mean of the squared errors of probabilities.
pub fn brier(pairs: &[(f64, bool)]) -> f64 {
    let error = |(p, silent): &(f64, bool)| (p - f64::from(u8::from(*silent))).powi(2);
    pairs.iter().map(error).sum::<f64>() / pairs.len() as f64
}

/// The middle of sorted figures, or the mean of the two middle ones.
pub fn median(sorted: &[f64]) -> f64 {
    let at = |place: usize| sorted.get(place).copied().unwrap_or(f64::NAN);
    f64::midpoint(at(sorted.len().saturating_sub(1) / 2), at(sorted.len() / 2))
}
