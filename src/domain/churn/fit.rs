//! The parameters that fit a book's own histories: penalised maximum likelihood from the constants on (CHURN 5.3-5.4).

#![allow(clippy::needless_range_loop, reason = "rows and columns of matrices read as in the formulae")]

use super::model::{Model, Parameters};

/// How many parameters are fitted.
const N: usize = 10;
type Vector = [f64; N];

/// Where they are expected before anything is known, and how far from there: ln r, ln α, ln a, ln b, μ, ln sd, logit δ,
/// logit c₀, ln s, ln β.
const EXPECTED: Vector = [0.0, 0.0, -0.5, 0.7, 0.4, -0.2, 1.5, -0.5, 0.0, 1.5];
const SPREAD: Vector = [1.5, 1.5, 1.2, 1.2, 0.7, 0.7, 1.0, 1.5, 0.7, 1.0];
/// Between which values they are looked for.
const BOUNDS: [(f64, f64); N] = [
    (-6.0, 6.0),
    (-6.0, 6.0),
    (-5.0, 4.0),
    (-5.0, 5.0),
    (-1.0, 3.3),
    (-2.5, 1.2),
    (-1.5, 6.0),
    (-5.0, 4.0),
    (-2.5, 2.5),
    (-1.0, 5.0),
];

/// The step of a numerical derivative.
const STEP: f64 = 1e-5;
/// The search ends when a step betters the mean log-likelihood of a client by less than this.
const ENOUGH: f64 = 2e-5;
const MAX_STEPS: usize = 60;
/// The search begins with one case of so many.
const FEW: usize = 6;
/// No step changes a parameter by more than this.
const FARTHEST: f64 = 2.0;

/// The gaps of one client between its orders, and the time since the last one, in the model's unit.
#[derive(Clone, Debug)]
pub struct Case {
    /// Oldest first, each greater than 0.
    pub gaps: Vec<f64>,
    /// Not negative.
    pub open: f64,
}

/// The parameters under which these cases are likeliest, drawn towards the constants; the constants themselves where
/// nothing better is found. By a quasi-Newton search (Broyden, Fletcher, Goldfarb, Shanno) that begins with the curvature
/// of the clients' own gradients (Berndt, Hall, Hall, Hausman).
pub fn fit(cases: &[Case]) -> Parameters {
    // Most of the way is gone with a few of them, at a fraction of the cost.
    let few: Vec<Case> = cases.iter().step_by(FEW).cloned().collect();
    parameters(&climb(cases, climb(&few, EXPECTED)))
}

fn climb(cases: &[Case], mut at: Vector) -> Vector {
    let mut here = Point::at(cases, &at);
    let Some((mut gradient, curvature)) = slope(cases, &at, &here.each) else { return at };
    let Some(mut inverse) = inverse_of(&curvature) else { return at };
    for _ in 0..MAX_STEPS {
        let direction = times(&inverse, &gradient);
        let Some((next, there)) = search(cases, &at, &here, &direction) else { break };
        let gained = there.value - here.value;
        let step: Vector = std::array::from_fn(|place| next[place] - at[place]);
        (at, here) = (next, there);
        if gained < ENOUGH * cases.len() as f64 {
            break;
        }
        let Some((new_gradient, _)) = slope(cases, &at, &here.each) else { break };
        let change: Vector = std::array::from_fn(|place| gradient[place] - new_gradient[place]);
        update(&mut inverse, &step, &change);
        gradient = new_gradient;
    }
    at
}

/// The likelihoods of the cases at some parameters, and what is made greatest there.
struct Point {
    each: Vec<f64>,
    value: f64,
}

impl Point {
    fn at(cases: &[Case], at: &Vector) -> Self {
        let each = likelihoods(cases, at);
        Self { value: objective(&each, at), each }
    }
}

/// A better place along a direction: shorter steps while it is none, longer ones while they are better still.
fn search(cases: &[Case], at: &Vector, here: &Point, direction: &Vector) -> Option<(Vector, Point)> {
    let along = |length: f64| {
        let next: Vector = std::array::from_fn(|place| {
            let by = (length * direction[place]).clamp(-FARTHEST, FARTHEST);
            (at[place] + by).clamp(BOUNDS[place].0, BOUNDS[place].1)
        });
        let point = Point::at(cases, &next);
        (next, point)
    };
    let mut length = 1.0;
    let mut best = along(length);
    if best.1.value > here.value {
        loop {
            length *= 2.5;
            let farther = along(length);
            if farther.1.value <= best.1.value || length > 100.0 {
                return Some(best);
            }
            best = farther;
        }
    }
    for _ in 0..10 {
        length *= 0.3;
        best = along(length);
        if best.1.value > here.value {
            return Some(best);
        }
    }
    None
}

fn times(matrix: &[Vector; N], vector: &Vector) -> Vector {
    std::array::from_fn(|row| (0..N).map(|column| matrix[row][column] * vector[column]).sum())
}

fn inverse_of(matrix: &[Vector; N]) -> Option<[Vector; N]> {
    let mut inverse = [[0.0; N]; N];
    for column in 0..N {
        let unit: Vector = std::array::from_fn(|place| f64::from(u8::from(place == column)));
        let solved = solve(*matrix, unit)?;
        (0..N).for_each(|row| inverse[row][column] = solved[row]);
    }
    Some(inverse)
}

/// What a step and the change of the gradient over it say about the inverse curvature.
fn update(inverse: &mut [Vector; N], step: &Vector, change: &Vector) {
    let dot = |a: &Vector, b: &Vector| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let along = dot(step, change);
    if along <= 1e-12 {
        return;
    }
    let turned = times(inverse, change);
    let scale = (1.0 + dot(change, &turned) / along) / along;
    for row in 0..N {
        for column in 0..N {
            inverse[row][column] +=
                scale * step[row] * step[column] - (turned[row] * step[column] + step[row] * turned[column]) / along;
        }
    }
}

fn parameters(at: &Vector) -> Parameters {
    let sigmoid = |x: f64| 1.0 / (1.0 + (-x).exp());
    let [r, alpha, a, b, mu, sd, delta, c0, s, beta] = *at;
    Parameters {
        r: r.exp(),
        alpha: alpha.exp(),
        a: a.exp(),
        b: b.exp(),
        mu,
        sd: sd.exp(),
        delta: sigmoid(delta),
        c0: sigmoid(c0),
        s: s.exp(),
        beta: beta.exp(),
        ..Parameters::constants()
    }
}

fn likelihoods(cases: &[Case], at: &Vector) -> Vec<f64> {
    let model = Model::new(parameters(at));
    cases.iter().map(|case| model.rhythm(case.gaps.iter().copied()).ln_likelihood(case.open)).collect()
}

/// What is made greatest: the log-likelihood less the penalty for leaving what is expected; not a number counts as worst.
fn objective(likelihoods: &[f64], at: &Vector) -> f64 {
    let penalty: f64 = (0..N).map(|place| 0.5 * ((at[place] - EXPECTED[place]) / SPREAD[place]).powi(2)).sum();
    let value = likelihoods.iter().sum::<f64>() - penalty;
    if value.is_finite() { value } else { f64::NEG_INFINITY }
}

/// The gradient of the objective, and its curvature by the outer products of the clients' own gradients (Berndt, Hall, Hall
/// and Hausman 1974).
fn slope(cases: &[Case], at: &Vector, each: &[f64]) -> Option<(Vector, [Vector; N])> {
    let moved: Vec<Vec<f64>> = (0..N)
        .map(|place| {
            let mut there = *at;
            there[place] += STEP;
            likelihoods(cases, &there)
        })
        .collect();
    let (mut gradient, mut curvature) = ([0.0; N], [[0.0; N]; N]);
    for client in 0..cases.len() {
        let own: Vector = std::array::from_fn(|place| (moved[place][client] - each[client]) / STEP);
        for row in 0..N {
            gradient[row] += own[row];
            for column in 0..N {
                curvature[row][column] += own[row] * own[column];
            }
        }
    }
    for place in 0..N {
        let precision = 1.0 / (SPREAD[place] * SPREAD[place]);
        gradient[place] -= (at[place] - EXPECTED[place]) * precision;
        curvature[place][place] += precision;
    }
    gradient.iter().all(|part| part.is_finite()).then_some((gradient, curvature))
}

/// Solves a system of linear equations by elimination with pivoting; `None` where it has no single solution.
pub(super) fn solve<const SIZE: usize>(mut matrix: [[f64; SIZE]; SIZE], mut right: [f64; SIZE]) -> Option<[f64; SIZE]> {
    for column in 0..SIZE {
        let pivot = (column..SIZE).max_by(|a, b| matrix[*a][column].abs().total_cmp(&matrix[*b][column].abs()))?;
        if matrix[pivot][column].abs() < 1e-300 {
            return None;
        }
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        for row in column + 1..SIZE {
            let factor = matrix[row][column] / matrix[column][column];
            for place in column..SIZE {
                matrix[row][place] -= factor * matrix[column][place];
            }
            right[row] -= factor * right[column];
        }
    }
    for row in (0..SIZE).rev() {
        let known: f64 = (row + 1..SIZE).map(|place| matrix[row][place] * right[place]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    right.iter().all(|part| part.is_finite()).then_some(right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_is_solved_and_a_singular_one_is_not() {
        let solved = solve([[0.0, 2.0], [4.0, 1.0]], [6.0, 11.0]).unwrap();
        assert!((solved[0] - 2.0).abs() < 1e-12 && (solved[1] - 3.0).abs() < 1e-12);
        assert_eq!(solve([[1.0, 2.0], [2.0, 4.0]], [1.0, 2.0]), None);
    }

    #[test]
    fn clockwork_clients_are_likelier_under_what_was_fitted_to_them() {
        let cases: Vec<Case> = (0..120)
            .map(|client| {
                let usual = 0.5 + f64::from(client % 7) * 0.3;
                let gaps = (0..8).map(|gap| usual * (1.0 + 0.05 * f64::from((client + gap) % 3))).collect();
                Case { gaps, open: usual * 0.4 }
            })
            .collect();
        let fitted = fit(&cases);
        let total = |parameters| {
            let model = Model::new(parameters);
            cases.iter().map(|case| model.rhythm(case.gaps.iter().copied()).ln_likelihood(case.open)).sum::<f64>()
        };
        let gained = total(fitted) - total(Parameters::constants());
        assert!(gained > 100.0, "{gained}");
        assert!(fitted.mu > 1.0, "regular clients ask for a great shape: {}", fitted.mu);
    }
}
