//! Prints figures: medians of rounds, each with its least, its greatest and its bound.

/// The middle of some figures, with the least and the greatest of them.
#[derive(Clone, Copy, Debug)]
pub struct Spread {
    pub least: f64,
    pub median: f64,
    pub greatest: f64,
}

impl Spread {
    pub fn of(figures: &[f64]) -> Self {
        let mut sorted = figures.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |place: usize| sorted.get(place).copied().unwrap_or(f64::NAN);
        Self { least: at(0), median: at(sorted.len() / 2), greatest: at(sorted.len().saturating_sub(1)) }
    }
}

/// The middle of some figures.
pub fn median(figures: &[f64]) -> f64 {
    Spread::of(figures).median
}

/// What a figure must be.
#[derive(Clone, Copy, Debug)]
pub enum Bound {
    AtMost(f64),
    AtLeast(f64),
    /// For information.
    None,
}

/// Prints one figure of several rounds.
pub fn print(what: &str, unit: &str, figures: &[f64], bound: Bound) {
    let Spread { least, median, greatest } = Spread::of(figures);
    let verdict = match bound {
        Bound::AtMost(most) => format!("  bound <= {most}{unit}: {}", word(median <= most)),
        Bound::AtLeast(least) => format!("  bound >= {least}{unit}: {}", word(median >= least)),
        Bound::None => String::new(),
    };
    println!("  {what:<44} {median:>9.3}{unit} [{least:.3}, {greatest:.3}]{verdict}");
}

/// Prints ours, the reference and the ratio of the two, round by round: a machine whose speed drifts drifts for both.
pub fn print_ratio(what: &str, unit: &str, ours: &[f64], reference: &[f64], bound: Bound) {
    let ratios: Vec<f64> = ours.iter().zip(reference).map(|(ours, reference)| ours / reference).collect();
    print(what, "x", &ratios, bound);
    println!("  {:<44} {:>9.3}{unit} against {:.3}{unit}", "", median(ours), median(reference));
}

fn word(kept: bool) -> &'static str {
    if kept { "kept" } else { "MISSED" }
}
