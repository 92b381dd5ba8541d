//! The model against vectors computed with 50 digits, and the alerts against their rules.

use regulars::domain::churn::{Model, Parameters};
use serde::Deserialize;

#[derive(Deserialize)]
struct Vectors {
    parameters: Given,
    clients: Vec<Client>,
}

#[derive(Deserialize)]
struct Given {
    r: f64,
    alpha: f64,
    a: f64,
    b: f64,
    mu: f64,
    sd: f64,
    delta: f64,
    c0: f64,
    s: f64,
    beta: f64,
    dp: f64,
}

#[derive(Deserialize)]
struct Client {
    gaps: Vec<f64>,
    u: f64,
    #[serde(rename = "H")]
    h: f64,
    loglik: String,
    #[serde(rename = "p_none_H")]
    none: String,
    tail: String,
}

#[test]
fn the_model_agrees_with_fifty_digits_to_a_ten_billionth() {
    let vectors: Vectors = serde_json::from_str(include_str!("../data/churn/ggp.json")).unwrap();
    let Given { r, alpha, a, b, mu, sd, delta, c0, s, beta, dp } = vectors.parameters;
    let model = Model::new(Parameters { r, alpha, a, b, mu, sd, delta, c0, s, beta, dp });
    assert_eq!(vectors.clients.len(), 12);
    for client in &vectors.clients {
        let rhythm = model.rhythm(client.gaps.iter().copied());
        for (found, exact) in [
            (rhythm.ln_likelihood(client.u), &client.loglik),
            (rhythm.none_within(client.u, client.h), &client.none),
            (rhythm.tail(client.u), &client.tail),
        ] {
            let exact: f64 = exact.parse().unwrap();
            assert!((found - exact).abs() <= 1e-10 * exact.abs().max(1.0), "{found} is not {exact}: {:?}", client.gaps);
        }
        let median = rhythm.length_exceeded_by(0.5);
        assert!((rhythm.tail(median) - 0.5).abs() < 1e-6, "half of the gaps are longer than {median}");
    }
}
