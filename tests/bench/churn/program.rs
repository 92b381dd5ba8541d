//! The program itself on a file cut at a past day: its probabilities are those of the table.

use std::collections::HashMap;
use std::fmt::Write;
use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use regulars::domain::churn::HORIZON_DAYS;
use tempfile::TempDir;

use super::data::Client;
use crate::world::program;

/// Prints by how much the program's probabilities differ from these at most, by the name of the client.
pub fn print(clients: &[Client], cut: NaiveDate, expected: &HashMap<&str, f64>) -> Result<()> {
    let folder = TempDir::new()?;
    let (csv, book) = (folder.path().join("orders.csv"), folder.path().join("book.db"));
    let mut text = "client,date,amount,returned\n".to_owned();
    for client in clients {
        for order in client.orders.iter().filter(|order| order.day <= cut) {
            let net = order.value.unwrap_or_default();
            let amount = net + order.returned;
            writeln!(text, "{},{},{},{}", client.name, order.day, amount.units(), order.returned.units())?;
        }
    }
    fs::write(&csv, text)?;
    let run = |verb: &[&str]| -> Result<Vec<u8>> {
        let day = cut.to_string();
        let done = Command::new(program()).arg("--db").arg(&book).args(["--today", &day]).args(verb).output()?;
        ensure!(done.status.success(), "{verb:?}: {}", String::from_utf8_lossy(&done.stderr));
        Ok(done.stdout)
    };
    run(&["import", csv.to_str().context("a path of letters")?])?;
    let answer = run(&["alerts", "--json", "--all", "--horizon", &HORIZON_DAYS.to_string()])?;
    let rows: Vec<serde_json::Value> = serde_json::from_slice(&answer)?;
    let mut greatest: f64 = 0.0;
    for row in &rows {
        let name = row["name"].as_str().context("a name")?;
        let found = row["p_no_order"].as_f64().context("a probability")?;
        greatest = greatest.max((found - expected.get(name).context("a client more")?).abs());
    }
    let verdict = if rows.len() == expected.len() && greatest <= 1e-9 { "kept" } else { "MISSED" };
    println!(
        "    `import` and `alerts --all --json` at {cut}: {} clients of {}, greatest difference {greatest:.1e}  bound <= 1e-9: {verdict}",
        rows.len(),
        expected.len()
    );
    Ok(())
}
