//! The order histories, read from beside the repository.

use std::path::Path;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use regulars::domain::churn::Bought;
use regulars::domain::money::Money;

/// Where they lie, seen from this package.
const FOLDER: &str = "../shared/data/sales";

/// One order history with the days at which it is cut, and the figures to reach at a mean over those.
pub struct Set {
    pub name: &'static str,
    pub file: &'static str,
    cuts: &'static [&'static str],
    /// AUC and Brier score of each method, as published for this protocol (CHURN 4).
    pub wanted: [Option<(f64, f64)>; 5],
}

pub const SETS: [Set; 2] = [
    Set {
        name: "retail2",
        file: "online_retail_orders.csv",
        cuts: &["2010-12-10", "2011-03-10", "2011-06-10", "2011-09-10"],
        wanted: [
            Some((0.690, f64::NAN)),
            Some((0.612, f64::NAN)),
            Some((0.7578, 0.2097)),
            Some((0.7594, f64::NAN)),
            Some((0.7663, 0.2071)),
        ],
    },
    Set {
        name: "cdnow",
        file: "cdnow_orders.csv",
        cuts: &["1997-09-30", "1997-12-31", "1998-03-31"],
        wanted: [
            Some((0.687, f64::NAN)),
            Some((0.638, f64::NAN)),
            Some((0.7156, 0.2080)),
            Some((0.7133, f64::NAN)),
            Some((0.7236, 0.2024)),
        ],
    },
];

impl Set {
    pub fn cuts(&self) -> Result<Vec<NaiveDate>> {
        self.cuts.iter().map(|cut| Ok(cut.parse()?)).collect()
    }
}

/// A client with its orders, in the order of the file.
pub struct Client {
    pub name: String,
    pub orders: Vec<Bought>,
}

/// The clients of a history; `None`, and a word about it, where the file is absent.
pub fn read(set: &Set) -> Result<Option<Vec<Client>>> {
    let path = Path::new(FOLDER).join(set.file);
    if !path.exists() {
        println!("  {} is not measured: {} is absent", set.name, path.display());
        return Ok(None);
    }
    let mut clients: Vec<Client> = Vec::new();
    let mut reader = csv::Reader::from_path(&path)?;
    for row in reader.records() {
        let row = row?;
        let field = |place: usize| row.get(place).with_context(|| format!("{row:?}"));
        let money = |place| -> Result<Money> { Ok(Money::from_units(field(place)?.parse()?)) };
        let (amount, returned) = (money(2)?, money(3)?);
        let order = Bought { returned, ..Bought::on(field(1)?.parse()?, Some(amount - returned)) };
        let name = field(0)?;
        match clients.last_mut().filter(|client| client.name == name) {
            Some(client) => client.orders.push(order),
            None => clients.push(Client { name: name.to_owned(), orders: vec![order] }),
        }
    }
    Ok(Some(clients))
}
