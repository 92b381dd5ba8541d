//! BG/NBD (Fader, Hardie and Lee 2005), the model everybody measures against.

use chrono::NaiveDate;
use regulars::domain::churn::{History, ln_gamma};

/// Its parameters; time is in the unit they were found in.
#[derive(Clone, Copy, Debug)]
pub struct BgNbd {
    pub r: f64,
    pub alpha: f64,
    pub a: f64,
    pub b: f64,
}

/// What it looks at of a client: repeat orders, and the time of the last one and of the end since the first.
#[derive(Clone, Copy, Debug)]
pub struct Summary {
    pub x: f64,
    pub tx: f64,
    pub t: f64,
}

impl Summary {
    /// In days.
    fn of(history: &History, cut: NaiveDate) -> Self {
        let days = history.days();
        let since = |day: NaiveDate| days.first().map_or(0, |first| (day - first.day).num_days()) as f64;
        Self { x: (days.len() as f64 - 1.0).max(0.0), tx: history.last().map_or(0.0, since), t: since(cut) }
    }
}

impl BgNbd {
    /// The parameters that fit best, for time in days.
    pub fn fit(histories: &[History], cut: NaiveDate) -> Self {
        let mut summaries: Vec<Summary> = histories.iter().map(|history| Summary::of(history, cut)).collect();
        let mut spans: Vec<f64> = summaries.iter().map(|summary| summary.t).collect();
        spans.sort_by(f64::total_cmp);
        let unit = crate::churn::metrics::median(&spans) / 10.0 + 1e-9;
        for summary in &mut summaries {
            summary.tx /= unit;
            summary.t /= unit;
        }
        let fitted = Self::fit_summaries(&summaries);
        Self { alpha: fitted.alpha * unit, ..fitted }
    }

    /// The parameters that fit best, in the summaries' own time.
    pub fn fit_summaries(summaries: &[Summary]) -> Self {
        let of = |at: &[f64; 4]| Self { r: at[0].exp(), alpha: at[1].exp(), a: at[2].exp(), b: at[3].exp() };
        let cost = |at: &[f64; 4]| {
            let model = of(at);
            -summaries.iter().map(|summary| model.ln_likelihood(*summary)).sum::<f64>() / summaries.len() as f64
        };
        of(&least(&cost, [0.0, 0.5, -0.5, 0.5]))
    }

    pub fn ln_likelihood(&self, Summary { x, tx, t }: Summary) -> f64 {
        let Self { r, alpha, a, b } = *self;
        let ln_beta = |p: f64, q: f64| ln_gamma(p) + ln_gamma(q) - ln_gamma(p + q);
        let common = ln_beta(a, b + x) - ln_beta(a, b) + ln_gamma(r + x) - ln_gamma(r) + r * alpha.ln();
        let active = -(r + x) * (alpha + t).ln();
        if x == 0.0 {
            return common + active;
        }
        let left = a.ln() - (b + x - 1.0).ln() - (r + x) * (alpha + tx).ln();
        let greater = active.max(left);
        common + greater + ((active - greater).exp() + (left - greater).exp()).ln()
    }

    /// The chance of still being a client, 1 for one that never ordered again.
    pub fn p_alive(&self, Summary { x, tx, t }: Summary) -> f64 {
        if x == 0.0 {
            return 1.0;
        }
        let odds = self.a / (self.b + x - 1.0) * ((self.alpha + t) / (self.alpha + tx)).powf(self.r + x);
        1.0 / (1.0 + odds)
    }

    /// L(x, tx, T + H) / L(x, tx, T).
    pub fn p_none(&self, summary: Summary, horizon: f64) -> f64 {
        let later = Summary { t: summary.t + horizon, ..summary };
        (self.ln_likelihood(later) - self.ln_likelihood(summary)).exp()
    }

    /// The chance of no order within so many days after the cut.
    pub fn none_within(&self, history: &History, cut: NaiveDate, days: f64) -> f64 {
        self.p_none(Summary::of(history, cut), days)
    }
}

/// The least of a function of four variables (Nelder and Mead 1965).
fn least(cost: &dyn Fn(&[f64; 4]) -> f64, begin: [f64; 4]) -> [f64; 4] {
    let mut corners: Vec<([f64; 4], f64)> = (0..5)
        .map(|corner| {
            let at: [f64; 4] = std::array::from_fn(|axis| begin[axis] + if corner == axis + 1 { 0.5 } else { 0.0 });
            (at, cost(&at))
        })
        .collect();
    for _ in 0..2_000 {
        corners.sort_by(|a, b| a.1.total_cmp(&b.1));
        if corners[4].1 - corners[0].1 < 1e-13 {
            break;
        }
        let centre: [f64; 4] =
            std::array::from_fn(|axis| corners[..4].iter().map(|corner| corner.0[axis]).sum::<f64>() / 4.0);
        let worst = corners[4];
        let along = |by: f64| -> ([f64; 4], f64) {
            let at = std::array::from_fn(|axis| centre[axis] + by * (worst.0[axis] - centre[axis]));
            (at, cost(&at))
        };
        let reflected = along(-1.0);
        corners[4] = if reflected.1 < corners[0].1 {
            let expanded = along(-2.0);
            if expanded.1 < reflected.1 { expanded } else { reflected }
        } else if reflected.1 < corners[3].1 {
            reflected
        } else {
            let contracted = along(if reflected.1 < worst.1 { -0.5 } else { 0.5 });
            if contracted.1 >= worst.1.min(reflected.1) {
                let best = corners[0].0;
                for corner in &mut corners[1..] {
                    corner.0 = std::array::from_fn(|axis| f64::midpoint(corner.0[axis], best[axis]));
                    corner.1 = cost(&corner.0);
                }
                continue;
            }
            contracted
        };
    }
    corners[0].0
}
