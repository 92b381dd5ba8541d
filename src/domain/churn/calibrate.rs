//! What the book's own past says about the model's probabilities: a correction learnt at past cuts, kept only where it
//! would have helped (CHURN 5.6).
//!
//! logit p' = (1 + b₁) logit p + b₀ + b·z, with z the standardised [features](features) of the client; apart for clients with
//! three order days or more and for the others.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::fit::solve;
use super::history::{History, OrderDay, gaps, mean_interval, median};
use super::model::Model;
use super::season::SeasonClock;
use crate::domain::status::REGULAR_MIN_ORDER_DAYS;

/// Interval trend, volume trend, order value, returns, orders in the last 90 days, orders, gap over usual interval.
const FEATURES: usize = 7;
type Features = [f64; FEATURES];
/// The features with a constant and the model's own logit before them.
const TERMS: usize = FEATURES + 2;

/// Penalties of the weights that are tried; the last one of all is not to correct.
const STRENGTHS: [f64; 3] = [20.0, 80.0, 320.0];
/// A correction has to better the mean log-loss of the newest window by this.
const GAIN: f64 = 0.0005;
/// The rows, and the rows of the rarer outcome, without which nothing is learnt.
const MIN_ROWS: usize = 150;
const MIN_OUTCOMES: usize = 20;
/// The rows of the newest window without which nothing is judged.
const MIN_JUDGED: usize = 30;
/// The clients a cut must have, and how many cuts are looked at.
const MIN_CLIENTS: usize = 5;
const MAX_CUTS: usize = 12;

/// The correction of the chance of no order within one horizon.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Calibration {
    /// Days.
    pub horizon: u16,
    /// What the features are measured against.
    usual: Usual,
    /// For clients with [`REGULAR_MIN_ORDER_DAYS`] order days or more; `None` where nothing is corrected.
    regular: Option<Correction>,
    /// For the others.
    others: Option<Correction>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Correction {
    weights: [f64; TERMS],
    means: Features,
    deviations: Features,
}

/// What is usual among the clients at a cut.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
struct Usual {
    /// The median of the logarithms of the clients' mean orders.
    ln_order: f64,
    /// The median of the clients' mean intervals in days.
    interval: f64,
}

impl Usual {
    fn at<'a>(clients: impl Iterator<Item = &'a [OrderDay]> + Clone) -> Self {
        let mut orders: Vec<f64> = clients.clone().filter_map(ln_mean_order).collect();
        let mut intervals: Vec<f64> = clients.filter_map(mean_interval).collect();
        Self { ln_order: median(&mut orders).unwrap_or(0.0), interval: median(&mut intervals).unwrap_or(30.0).max(1.0) }
    }
}

/// One client at one past cut.
struct Row {
    features: Features,
    logit: f64,
    /// Whether it did not order within the horizon.
    silent: f64,
}

/// The clients of one kind at one past cut.
struct Window {
    cut: NaiveDate,
    rows: Vec<Row>,
}

impl Calibration {
    /// What the past of these clients says on `today` about the chance of no order within `horizon` days, 1 or more.
    /// `scale` is the model's unit of time on the clock.
    pub fn learn(
        clients: &[&History],
        today: NaiveDate,
        horizon: u16,
        model: &Model,
        (clock, scale): (&SeasonClock, f64),
    ) -> Self {
        let cuts = past_cuts(clients, today, horizon);
        let ahead = Days::new(u64::from(horizon));
        let (mut regular, mut others) = (Vec::new(), Vec::new());
        let mut probabilities: Vec<Vec<f64>> = vec![Vec::new(); cuts.len()];
        for client in clients {
            let mut rhythm = model.begin();
            let days = client.days();
            let mut known = 0;
            for (place, cut) in cuts.iter().enumerate().rev() {
                while known < days.len() && days[known].day <= *cut {
                    if known > 0 {
                        rhythm.add(clock.between(days[known - 1].day, days[known].day) / scale);
                    }
                    known += 1;
                }
                if known > 0 {
                    let open = clock.between(days[known - 1].day, *cut) / scale;
                    probabilities[place].push(rhythm.none_within(open, clock.between(*cut, *cut + ahead) / scale));
                }
            }
        }
        for (cut, probabilities) in cuts.iter().zip(&probabilities) {
            if probabilities.len() < MIN_CLIENTS {
                continue;
            }
            let at_cut = clients.iter().map(|client| client.days_until(*cut)).filter(|days| !days.is_empty());
            let usual = Usual::at(at_cut);
            let mut windows = [Window { cut: *cut, rows: Vec::new() }, Window { cut: *cut, rows: Vec::new() }];
            let known = clients.iter().filter(|client| client.days().first().is_some_and(|order| order.day <= *cut));
            for (client, p) in known.zip(probabilities) {
                let days = client.days_until(*cut);
                let next = client.days().get(days.len());
                let row = Row {
                    features: features(days, *cut, usual),
                    logit: logit(*p),
                    silent: f64::from(u8::from(next.is_none_or(|order| order.day > *cut + ahead))),
                };
                windows[usize::from(days.len() < REGULAR_MIN_ORDER_DAYS)].rows.push(row);
            }
            let [of_regular, of_others] = windows;
            regular.push(of_regular);
            others.push(of_others);
        }
        let step = step_of(horizon);
        let usual = Usual::at(clients.iter().map(|client| client.days()).filter(|days| !days.is_empty()));
        let overlap = (f64::from(horizon) / step as f64).max(1.0);
        Self {
            horizon,
            usual,
            regular: Correction::learn(&regular, ahead, overlap),
            others: Correction::learn(&others, ahead, overlap),
        }
    }

    /// The corrected chance of no order, for a client with these order days on `today`.
    pub fn correct(&self, p: f64, history: &History, today: NaiveDate) -> f64 {
        let days = history.days();
        let correction = if days.len() < REGULAR_MIN_ORDER_DAYS { &self.others } else { &self.regular };
        let Some(correction) = correction else { return p };
        let own = logit(p);
        sigmoid(own + correction.standardised(&features(days, today, self.usual)).against(own, &correction.weights))
    }
}

/// The past cuts, newest first: the last one that leaves a whole window, and earlier ones down to a quarter of the history.
fn past_cuts(clients: &[&History], today: NaiveDate, horizon: u16) -> Vec<NaiveDate> {
    let Some(first) = clients.iter().filter_map(|client| client.days().first()).map(|order| order.day).min() else {
        return Vec::new();
    };
    let earliest = first + Days::new((today - first).num_days().max(0) as u64 / 4);
    let newest = today.checked_sub_days(Days::new(u64::from(horizon)));
    std::iter::successors(newest, |cut| cut.checked_sub_days(Days::new(step_of(horizon))))
        .take_while(|cut| *cut > earliest)
        .take(MAX_CUTS)
        .collect()
}

/// The days from one past cut to the next.
fn step_of(horizon: u16) -> u64 {
    u64::from(horizon / 3).max(30)
}

impl Correction {
    /// Learns from windows, newest first: the strength is chosen on the newest one, by those alone that had ended when it
    /// began; `None` where no correction would have helped there.
    fn learn(windows: &[Window], ahead: Days, overlap: f64) -> Option<Self> {
        let rows = || windows.iter().flat_map(|window| &window.rows);
        let (count, silent) = (rows().count(), rows().filter(|row| row.silent > 0.5).count());
        if count < MIN_ROWS || silent.min(count - silent) < MIN_OUTCOMES {
            return None;
        }
        let means: Features =
            std::array::from_fn(|place| rows().map(|row| row.features[place]).sum::<f64>() / count as f64);
        let deviations: Features = std::array::from_fn(|place| {
            let squares: f64 = rows().map(|row| (row.features[place] - means[place]).powi(2)).sum();
            (squares / count as f64).sqrt() + 1e-6
        });
        let scale = Self { weights: [0.0; TERMS], means, deviations };
        let newest = windows.first()?;
        let ended: Vec<&Row> =
            windows.iter().filter(|window| window.cut + ahead <= newest.cut).flat_map(|window| &window.rows).collect();
        if newest.rows.len() < MIN_JUDGED || ended.len() < MIN_ROWS {
            return None;
        }
        let loss = |weights: &[f64; TERMS]| {
            let each = newest.rows.iter().map(|row| {
                let z = row.logit + scale.standardised(&row.features).against(row.logit, weights);
                z.max(0.0) + (-z.abs()).exp().ln_1p() - row.silent * z
            });
            each.sum::<f64>() / newest.rows.len() as f64
        };
        let unchanged = loss(&[0.0; TERMS]);
        let tried = STRENGTHS
            .map(|strength| scale.ridge(&ended, strength * overlap).map_or(f64::INFINITY, |weights| loss(&weights)));
        let (strength, best) = STRENGTHS.into_iter().zip(tried).min_by(|a, b| a.1.total_cmp(&b.1))?;
        if best >= unchanged - GAIN {
            return None;
        }
        let all: Vec<&Row> = rows().collect();
        let repeated = (windows.len() as f64 / 4.0).max(1.0);
        let weights = scale.ridge(&all, strength * overlap * repeated)?;
        Some(Self { weights, ..scale })
    }

    fn standardised(&self, features: &Features) -> Standardised {
        Standardised(std::array::from_fn(|place| (features[place] - self.means[place]) / self.deviations[place]))
    }

    /// Ridge logistic regression by Newton's method, with the model's logit as the offset; `None` where it fails.
    fn ridge(&self, rows: &[&Row], penalty: f64) -> Option<[f64; TERMS]> {
        let penalties: [f64; TERMS] = std::array::from_fn(|term| if term == 0 { 0.1 } else { penalty });
        let mut weights = [0.0; TERMS];
        for _ in 0..30 {
            let mut gradient: [f64; TERMS] = std::array::from_fn(|term| penalties[term] * weights[term]);
            let mut curvature = [[0.0; TERMS]; TERMS];
            (0..TERMS).for_each(|term| curvature[term][term] = penalties[term]);
            for row in rows {
                let terms = self.standardised(&row.features).terms(row.logit);
                let p = sigmoid(row.logit + dot(&terms, &weights));
                for a in 0..TERMS {
                    gradient[a] += terms[a] * (p - row.silent);
                    for b in 0..TERMS {
                        curvature[a][b] += terms[a] * terms[b] * p * (1.0 - p);
                    }
                }
            }
            let step = solve(curvature, gradient)?;
            (0..TERMS).for_each(|term| weights[term] -= step[term]);
            if step.iter().all(|part| part.abs() < 1e-6) {
                break;
            }
        }
        Some(weights)
    }
}

struct Standardised(Features);

impl Standardised {
    fn terms(&self, own: f64) -> [f64; TERMS] {
        std::array::from_fn(|term| match term {
            0 => 1.0,
            1 => own,
            _ => self.0[term - 2],
        })
    }

    fn against(&self, own: f64, weights: &[f64; TERMS]) -> f64 {
        dot(&self.terms(own), weights)
    }
}

fn dot(a: &[f64; TERMS], b: &[f64; TERMS]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn logit(p: f64) -> f64 {
    let p = p.clamp(1e-5, 1.0 - 1e-5);
    (p / (1.0 - p)).ln()
}

fn sigmoid(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// What is known of a client on `day` beside the model's probability; `days` has at least one order.
fn features(days: &[OrderDay], day: NaiveDate, usual: Usual) -> Features {
    let gap_count = days.len() - 1;
    let all_gaps: Vec<f64> = gaps(&days[days.len().saturating_sub(41)..]).map(|gap| gap as f64).collect();
    let (earlier, latest) = all_gaps.split_at(all_gaps.len().saturating_sub(2));
    let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
    // A trend counts for more, the more there is to compare with.
    let trusted = |count: usize| count.min(4) as f64 / (count.min(4) as f64 + 2.0);
    let interval_trend =
        if earlier.is_empty() { 0.0 } else { (mean(latest) / mean(earlier)).ln() * trusted(earlier.len()) };
    let amounts: Vec<f64> = days.iter().filter_map(OrderDay::amount).filter(|amount| *amount > 0.0).collect();
    let (before, last) = amounts.split_at(amounts.len().saturating_sub(2));
    let volume_trend = if before.is_empty() { 0.0 } else { (mean(last) / mean(before)).ln() * trusted(before.len()) };
    let order_value = ln_mean_order(days).map_or(0.0, |value| (value - usual.ln_order).clamp(-3.0, 3.0));
    let returned: f64 = days.iter().map(|order| order.returned.units()).sum();
    let ordered: f64 = days.iter().filter_map(OrderDay::amount).sum();
    let returns = (10.0 * (returned / ordered.max(1.0)).clamp(0.0, 1.0)).ln_1p();
    let recent = days.iter().rev().take_while(|order| (day - order.day).num_days() < 90).count();
    let open = days.last().map_or(0, |order| (day - order.day).num_days());
    let interval = mean_interval(days).unwrap_or(usual.interval);
    let gap_ratio = (open as f64 / interval + 0.05).ln().clamp(-3.0, 3.0);
    [interval_trend, volume_trend, order_value, returns, (recent as f64).ln_1p(), (gap_count as f64).ln_1p(), gap_ratio]
}

/// The logarithm of the mean order before returns, at least one unit of the currency.
fn ln_mean_order(days: &[OrderDay]) -> Option<f64> {
    let (sum, count) =
        days.iter().filter_map(OrderDay::amount).fold((0.0, 0_u32), |(s, n), amount| (s + amount, n + 1));
    (count > 0).then(|| (sum / f64::from(count)).max(1.0).ln())
}
