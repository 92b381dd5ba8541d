//! The rhythm of one client: a gamma renewal process whose parameters are forgotten slowly, with pauses instead of a
//! certain end (CHURN 5.1-5.3). Time is in units of the base's usual interval.

use super::special::{beta_regularised, ln_gamma};

/// Shapes of the gamma-distributed gaps that are weighed against each other: 0.6 is bursty, 24 is clockwork.
const SHAPES: [f64; 8] = [0.6, 1.0, 1.6, 2.5, 4.0, 7.0, 12.0, 24.0];

/// No survival is taken to be smaller than this, so that logarithms and ratios stay finite.
const FLOOR: f64 = 1e-300;

/// The parameters of the model.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    shapes: [Shape; SHAPES.len()],
    ln_delta_beta: f64,
}

#[derive(Clone, Copy, Debug)]
struct Shape {
    k: f64,
    ln_gamma_k: f64,
    k_ln_k: f64,
    ln_weight: f64,
}

/// What is known of one client under one shape.
#[derive(Clone, Copy, Debug)]
struct Lane {
    shape: Shape,
    rate_shape: f64,
    rate: f64,
    pauses: f64,
    ordinary: f64,
    pause: f64,
    ln_likelihood: f64,
}

/// What is known of one client after its gaps so far.
#[derive(Clone, Debug)]
pub struct Rhythm<'a> {
    model: &'a Model,
    lanes: [Lane; SHAPES.len()],
}

impl Model {
    /// The model with these parameters.
    pub fn new(parameters: Parameters) -> Self {
        let weight = |k: f64| (-(k.ln() - parameters.mu).powi(2) / (2.0 * parameters.sd * parameters.sd)).exp();
        let total: f64 = SHAPES.iter().map(|k| weight(*k)).sum();
        let shapes = SHAPES.map(|k| Shape {
            k,
            ln_gamma_k: ln_gamma(k),
            k_ln_k: k * k.ln(),
            ln_weight: (weight(k) / total).max(FLOOR).ln(),
        });
        let ln_delta_beta = parameters.s.ln() + parameters.s * parameters.beta.ln();
        Self { parameters, shapes, ln_delta_beta }
    }

    /// A client whose gaps between orders were these, oldest first, each greater than 0.
    pub fn rhythm(&self, gaps: impl IntoIterator<Item = f64>) -> Rhythm<'_> {
        let p = &self.parameters;
        let lanes = self.shapes.map(|shape| Lane {
            shape,
            rate_shape: p.r,
            rate: p.alpha,
            pauses: p.a,
            ordinary: p.b,
            pause: p.c0,
            ln_likelihood: shape.ln_weight,
        });
        let mut rhythm = Rhythm { model: self, lanes };
        gaps.into_iter().for_each(|gap| rhythm.add(gap));
        rhythm
    }
}

impl Rhythm<'_> {
    /// Learns from one gap more.
    fn add(&mut self, gap: f64) {
        let p = &self.model.parameters;
        let ln_gap = gap.ln();
        let ln_pause_density = self.model.ln_delta_beta - (p.s + 1.0) * (p.beta + gap).ln();
        for lane in &mut self.lanes {
            let Shape { k, ln_gamma_k, k_ln_k, .. } = lane.shape;
            let (a, b) = (lane.rate_shape, lane.rate);
            let ordinary = ln_gamma(a + k) - ln_gamma(a) - ln_gamma_k + k_ln_k + (k - 1.0) * ln_gap + a * b.ln()
                - (a + k) * (b + k * gap).ln()
                + (1.0 - lane.pause).ln();
            let paused = lane.pause.ln() + ln_pause_density;
            let ln_density = ln_sum_exp(ordinary, paused);
            let was_ordinary = (ordinary - ln_density).exp();
            lane.ln_likelihood += ln_density;
            lane.rate_shape = p.r + p.delta * (a - p.r) + was_ordinary * k;
            lane.rate = p.alpha + p.delta * (b - p.alpha) + was_ordinary * k * gap;
            lane.pauses = p.a + p.dp * (lane.pauses - p.a) + (1.0 - was_ordinary);
            lane.ordinary = p.b + p.dp * (lane.ordinary - p.b) + was_ordinary;
            lane.pause = lane.pauses / (lane.pauses + lane.ordinary);
        }
    }

    /// The logarithm of the likelihood of the gaps and of `open` time without an order since.
    pub fn ln_likelihood(&self, open: f64) -> f64 {
        let greatest = self.greatest();
        let sum: f64 =
            self.lanes.iter().map(|lane| (lane.ln_likelihood - greatest).exp() * self.silence(lane, open)).sum();
        greatest + sum.max(FLOOR).ln()
    }

    /// The chance that no order comes within `horizon` more, after `open` time without one.
    pub fn none_within(&self, open: f64, horizon: f64) -> f64 {
        (self.ln_likelihood(open + horizon) - self.ln_likelihood(open)).exp().min(1.0)
    }

    /// The share of this client's ordinary gaps that are longer than `open`.
    pub fn tail(&self, open: f64) -> f64 {
        let greatest = self.greatest();
        let (mut above, mut all) = (0.0, 0.0);
        for lane in &self.lanes {
            let weight = (lane.ln_likelihood - greatest).exp();
            above += weight * ordinary_silence(lane, open);
            all += weight;
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

    /// The chance of `open` time without an order: an ordinary gap still running, or a pause.
    fn silence(&self, lane: &Lane, open: f64) -> f64 {
        let p = &self.model.parameters;
        let paused = (p.beta / (p.beta + open)).powf(p.s);
        (1.0 - lane.pause) * ordinary_silence(lane, open) + lane.pause * paused
    }

    fn greatest(&self) -> f64 {
        self.lanes.iter().map(|lane| lane.ln_likelihood).fold(f64::NEG_INFINITY, f64::max)
    }
}

fn ordinary_silence(lane: &Lane, open: f64) -> f64 {
    let Shape { k, ln_gamma_k, .. } = lane.shape;
    let (a, b) = (lane.rate_shape, lane.rate);
    let whole = b + k * open;
    let ln_beta = ln_gamma(a) + ln_gamma_k - ln_gamma(a + k);
    beta_regularised(a, k, b / whole, k * open / whole, ln_beta)
}

fn ln_sum_exp(a: f64, b: f64) -> f64 {
    let greater = a.max(b);
    greater + ((a - greater).exp() + (b - greater).exp()).ln()
}
