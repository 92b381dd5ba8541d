//! The rhythm of one client: a gamma renewal process whose parameters are forgotten slowly, with pauses instead of a
//! certain end (CHURN 5.1-5.3). Time is in units of the base's usual interval.

#![allow(clippy::needless_range_loop, reason = "one lane is a place in several lists at once")]

use serde::{Deserialize, Serialize};

use super::special::{beta_regularised, ln_gamma, ln_gamma_rise};

/// How many shapes are weighed against each other.
const LANES: usize = 8;

/// Shapes of the gamma-distributed gaps that are weighed against each other: 0.6 is bursty, 24 is clockwork.
const SHAPES: [f64; LANES] = [0.6, 1.0, 1.6, 2.5, 4.0, 7.0, 12.0, 24.0];

/// No survival is taken to be smaller than this, so that logarithms and ratios stay finite.
const FLOOR: f64 = 1e-300;

/// The parameters of the model.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parameters {
    /// Prior shape and rate of a client's gap rate.
    pub r: f64,
    /// See `r`.
    pub alpha: f64,
    /// Prior counts of pauses and of ordinary gaps.
    pub a: f64,
    /// See `a`.
    pub b: f64,
    /// Mean and deviation of the logarithm of the shape.
    pub mu: f64,
    /// See `mu`.
    pub sd: f64,
    /// What is kept of the rate at every gap, 0 to 1.
    pub delta: f64,
    /// The chance of a pause before anything is known, 0 to 1.
    pub c0: f64,
    /// Shape and scale of the length of a pause.
    pub s: f64,
    /// See `s`.
    pub beta: f64,
    /// What is kept of the counts of pauses at every gap, 0 to 1.
    pub dp: f64,
}

impl Parameters {
    /// The constants that hold without any fitting (CHURN 5.3).
    pub fn constants() -> Self {
        let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
        Self {
            r: 1.0,
            alpha: 1.0,
            a: (-0.5_f64).exp(),
            b: 0.7_f64.exp(),
            mu: 0.4,
            sd: (-0.2_f64).exp(),
            delta: sigmoid(1.5),
            c0: sigmoid(-0.5),
            s: 1.0,
            beta: 1.5_f64.exp(),
            dp: 0.9,
        }
    }
}

/// What the model works with at every gap of every client: the parameters with what follows from them alone.
#[derive(Clone, Debug)]
pub struct Model {
    parameters: Parameters,
    /// ln of the prior weight of each shape, and the part of a gap's density that depends on the shape alone.
    weights: [f64; LANES],
    constants: [f64; LANES],
    ln_gamma_shapes: [f64; LANES],
    /// ln Γ(r + k) − ln Γ(r).
    first_rise: [f64; LANES],
    ln_s_beta: f64,
}

/// What is known of one client under each shape, after its gaps so far.
#[derive(Clone, Debug)]
pub struct Rhythm<'a> {
    model: &'a Model,
    /// Weights of the shapes, the greatest of them near 1; what they have in common is in `ln_scale`.
    weight: [f64; LANES],
    ln_scale: f64,
    rate_shape: [f64; LANES],
    rate: [f64; LANES],
    pauses: [f64; LANES],
    ordinary: [f64; LANES],
    pause: [f64; LANES],
    /// ln Γ(rate_shape + k) − ln Γ(rate_shape).
    rise: [f64; LANES],
}

impl Model {
    /// The model with these parameters.
    pub fn new(parameters: Parameters) -> Self {
        let weight = |k: f64| (-(k.ln() - parameters.mu).powi(2) / (2.0 * parameters.sd * parameters.sd)).exp();
        let total: f64 = SHAPES.iter().map(|k| weight(*k)).sum();
        Self {
            parameters,
            weights: SHAPES.map(|k| (weight(k) / total).max(FLOOR)),
            constants: SHAPES.map(|k| k * k.ln() - ln_gamma(k)),
            ln_gamma_shapes: SHAPES.map(ln_gamma),
            first_rise: SHAPES.map(|k| ln_gamma_rise(parameters.r, k)),
            ln_s_beta: parameters.s.ln() + parameters.s * parameters.beta.ln(),
        }
    }

    /// A client of whom no gap is known yet.
    pub fn begin(&self) -> Rhythm<'_> {
        let p = &self.parameters;
        Rhythm {
            model: self,
            weight: self.weights,
            ln_scale: 0.0,
            rate_shape: [p.r; LANES],
            rate: [p.alpha; LANES],
            pauses: [p.a; LANES],
            ordinary: [p.b; LANES],
            pause: [p.c0; LANES],
            rise: self.first_rise,
        }
    }

    /// A client whose gaps between orders were these, oldest first, each greater than 0.
    pub fn rhythm(&self, gaps: impl IntoIterator<Item = f64>) -> Rhythm<'_> {
        let mut rhythm = self.begin();
        gaps.into_iter().for_each(|gap| rhythm.add(gap));
        rhythm
    }
}

impl Rhythm<'_> {
    /// Learns from one gap more, greater than 0: the cost is that of the shapes, however many gaps came before.
    pub fn add(&mut self, gap: f64) {
        let p = &self.model.parameters;
        let ln_gap = gap.ln();
        let ln_paused = self.model.ln_s_beta - (p.s + 1.0) * (p.beta + gap).ln();
        let mut greatest: f64 = 0.0;
        for lane in 0..LANES {
            let k = SHAPES[lane];
            let (a, b, pause) = (self.rate_shape[lane], self.rate[lane], self.pause[lane]);
            let ln_ordinary = self.rise[lane] + self.model.constants[lane] + (k - 1.0) * ln_gap + a * b.ln()
                - (a + k) * (b + k * gap).ln();
            // Both densities are taken against that of a pause, which all shapes share.
            let ordinary = (1.0 - pause) * (ln_ordinary - ln_paused).min(700.0).exp();
            let density = ordinary + pause;
            let was_ordinary = ordinary / density;
            self.weight[lane] *= density;
            greatest = greatest.max(self.weight[lane]);
            self.rate_shape[lane] = p.r + p.delta * (a - p.r) + was_ordinary * k;
            self.rate[lane] = p.alpha + p.delta * (b - p.alpha) + was_ordinary * k * gap;
            self.pauses[lane] = p.a + p.dp * (self.pauses[lane] - p.a) + (1.0 - was_ordinary);
            self.ordinary[lane] = p.b + p.dp * (self.ordinary[lane] - p.b) + was_ordinary;
            self.pause[lane] = self.pauses[lane] / (self.pauses[lane] + self.ordinary[lane]);
            self.rise[lane] = ln_gamma_rise(self.rate_shape[lane], k);
        }
        self.weight.iter_mut().for_each(|weight| *weight /= greatest);
        self.ln_scale += ln_paused + greatest.ln();
    }

    /// The logarithm of the likelihood of the gaps and of `open` time without an order since.
    pub fn ln_likelihood(&self, open: f64) -> f64 {
        self.ln_scale + self.silence(open).max(FLOOR).ln()
    }

    /// The chance that no order comes within `horizon` more, after `open` time without one.
    pub fn none_within(&self, open: f64, horizon: f64) -> f64 {
        (self.silence(open + horizon).max(FLOOR) / self.silence(open).max(FLOOR)).min(1.0)
    }

    /// The share of this client's ordinary gaps that are longer than `open`.
    pub fn tail(&self, open: f64) -> f64 {
        let (mut above, mut all) = (0.0, 0.0);
        for lane in 0..LANES {
            above += self.weight[lane] * self.ordinary_silence(lane, open);
            all += self.weight[lane];
        }
        above / all
    }

    /// The length that a share of `above` of this client's ordinary gaps exceeds: `tail(length) = above`, 0 < above < 1.
    pub fn length_exceeded_by(&self, above: f64) -> f64 {
        let (mut low, mut high) = (0.0, 1.0);
        while self.tail(high) > above && high < 1e6 {
            low = high;
            high *= 2.0;
        }
        // False position, with the end that stays halved in weight (the Illinois rule), so that it does not stay for long.
        let (mut over_low, mut over_high) = (self.tail(low) - above, self.tail(high) - above);
        for _ in 0..60 {
            let middle = (low * over_high - high * over_low) / (over_high - over_low);
            let over = self.tail(middle) - above;
            if over.abs() < 1e-9 || high - low < 1e-9 * high {
                return middle;
            }
            if over > 0.0 {
                (low, over_low) = (middle, over);
                over_high /= 2.0;
            } else {
                (high, over_high) = (middle, over);
                over_low /= 2.0;
            }
        }
        f64::midpoint(low, high)
    }

    /// The weighed chance of `open` time without an order: an ordinary gap still running, or a pause.
    fn silence(&self, open: f64) -> f64 {
        let p = &self.model.parameters;
        let paused = (p.beta / (p.beta + open)).powf(p.s);
        (0..LANES)
            .map(|lane| {
                let pause = self.pause[lane];
                self.weight[lane] * ((1.0 - pause) * self.ordinary_silence(lane, open) + pause * paused)
            })
            .sum()
    }

    fn ordinary_silence(&self, lane: usize, open: f64) -> f64 {
        let (k, a, b) = (SHAPES[lane], self.rate_shape[lane], self.rate[lane]);
        let whole = b + k * open;
        let ln_beta = self.model.ln_gamma_shapes[lane] - self.rise[lane];
        beta_regularised(a, k, b / whole, k * open / whole, ln_beta)
    }
}
