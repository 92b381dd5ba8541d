//! The model, the peer and the special functions against values computed with 50 digits.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use regulars::domain::churn::{Model, Parameters, beta_regularised, ln_gamma};
use serde_json::Value;

use super::bg_nbd::{BgNbd, Summary};

/// Where the values lie, seen from this package.
const FILE: &str = "../shared/data/churn/reference_vectors.json";

/// Prints the greatest error of each, relative to values greater than 1.
pub fn print() -> Result<()> {
    if !Path::new(FILE).exists() {
        println!("  the vectors are not measured: {FILE} is absent");
        return Ok(());
    }
    let vectors: Value = serde_json::from_str(&fs::read_to_string(FILE)?)?;
    tell("GGP: log-likelihood, chance of no order, tail", &vectors["ggp"], |vector| {
        let p = &vector["params"];
        let rhythm_of = Model::new(Parameters {
            r: number(&p["r"])?,
            alpha: number(&p["alpha"])?,
            a: number(&p["a"])?,
            b: number(&p["b"])?,
            mu: number(&p["mu"])?,
            sd: number(&p["sd"])?,
            delta: number(&p["delta"])?,
            c0: number(&p["c0"])?,
            s: number(&p["s"])?,
            beta: number(&p["beta"])?,
            dp: number(&p["dp"])?,
        });
        let gaps = vector["gaps"].as_array().context("gaps")?.iter().map(number).collect::<Result<Vec<f64>>>()?;
        let rhythm = rhythm_of.rhythm(gaps);
        let (open, horizon) = (number(&vector["u"])?, number(&vector["H"])?);
        Ok(vec![
            (rhythm.ln_likelihood(open), number(&vector["loglik"])?),
            (rhythm.none_within(open, horizon), number(&vector["p_none_H"])?),
            (rhythm.tail(open), number(&vector["tail"])?),
        ])
    })?;
    tell("BG/NBD: log-likelihood, P(alive), chance of no order", &vectors["bg_nbd"], |vector| {
        let p = &vector["params"];
        let model =
            BgNbd { r: number(&p["r"])?, alpha: number(&p["alpha"])?, a: number(&p["a"])?, b: number(&p["b"])? };
        let summary = Summary { x: number(&vector["x"])?, tx: number(&vector["tx"])?, t: number(&vector["T"])? };
        Ok(vec![
            (model.ln_likelihood(summary), number(&vector["loglik"])?),
            (model.p_alive(summary), number(&vector["p_alive"])?),
            (model.p_none(summary, number(&vector["H"])?), number(&vector["p_none_H"])?),
        ])
    })?;
    tell("ln gamma and the incomplete beta function", &vectors["special"], |vector| {
        let found = if vector["fn"] == "lgamma" {
            ln_gamma(number(&vector["x"])?)
        } else {
            let (a, b, x) = (number(&vector["a"])?, number(&vector["b"])?, number(&vector["x"])?);
            beta_regularised(a, b, x, 1.0 - x, ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b))
        };
        Ok(vec![(found, number(&vector["value"])?)])
    })
}

fn tell(what: &str, vectors: &Value, pairs: impl Fn(&Value) -> Result<Vec<(f64, f64)>>) -> Result<()> {
    let vectors = vectors.as_array().context("a list of vectors")?;
    let mut greatest: f64 = 0.0;
    for vector in vectors {
        for (found, exact) in pairs(vector)? {
            greatest = greatest.max((found - exact).abs() / exact.abs().max(1.0));
        }
    }
    let verdict = if greatest <= 1e-10 { "kept" } else { "MISSED" };
    println!("  {what}, {} vectors: greatest error {greatest:.1e}  bound <= 1e-10: {verdict}", vectors.len());
    Ok(())
}

/// A number, or one written as a text with all its digits.
fn number(value: &Value) -> Result<f64> {
    match value {
        Value::String(text) => Ok(text.parse()?),
        _ => value.as_f64().with_context(|| format!("{value} is no number")),
    }
}
