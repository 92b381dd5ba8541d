//! What scoring and learning cost, against one plain pass over the same orders in SQLite in the same run.

use std::hint::black_box;

use anyhow::Result;
use chrono::{Days, NaiveDate};
use regulars::domain::churn::{Bought, HORIZON_DAYS, History, Learned, Score};
use regulars::domain::money::Money;
use rusqlite::Connection;

use crate::args::Args;
use crate::process::own_cpu_ms;
use crate::table::{Bound, print, print_ratio};
use crate::world::{Random, TODAY};

/// The orders of each client.
const ORDERS: usize = 10;

/// Measures both.
pub fn measure(args: &Args) -> Result<()> {
    let today: NaiveDate = TODAY.parse()?;
    let mut random = Random::of(args.seed());
    let orders: Vec<Vec<Bought>> = (0..args.clients())
        .map(|_| {
            let usual = 10 + random.below(60) as u64;
            let mut day = today - Days::new(random.below(90) as u64);
            let mut order = || {
                let order = Bought::on(day, Some(Money(random.below(90_000) as i64 + 500)));
                day = day - Days::new(usual / 2 + random.below(usual as usize) as u64);
                order
            };
            (0..ORDERS).map(|_| order()).collect()
        })
        .collect();
    let book = sql_book(&orders)?;
    let histories: Vec<History> = orders.iter().map(|orders| History::until(today, orders)).collect();
    let before = own_cpu_ms();
    let learned = Learned::from(&histories, today);
    print("learning from the whole book: CPU", " ms", &[own_cpu_ms() - before], Bound::None);
    let scorer = learned.scorer(HORIZON_DAYS);
    let (mut ours, mut passes) = (Vec::new(), Vec::new());
    for _ in 0..args.rounds() {
        let before = own_cpu_ms();
        for history in &histories {
            black_box(Score::of(history, &scorer, today));
        }
        ours.push(own_cpu_ms() - before);
        let before = own_cpu_ms();
        black_box(plain_pass(&book)?);
        passes.push(own_cpu_ms() - before);
    }
    let what = format!("{} clients x {ORDERS} orders scored, over a plain pass", args.clients());
    print_ratio(&what, " ms", &ours, &passes, Bound::AtMost(4.0));
    Ok(())
}

fn sql_book(orders: &[Vec<Bought>]) -> Result<Connection> {
    let book = Connection::open_in_memory()?;
    book.execute_batch(
        "CREATE TABLE orders (id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL, day TEXT NOT NULL, amount INTEGER NOT NULL,
            returned INTEGER NOT NULL) STRICT; BEGIN",
    )?;
    {
        let mut insert =
            book.prepare("INSERT INTO orders (client_id, day, amount, returned) VALUES (?1, ?2, ?3, 0)")?;
        for (client, orders) in orders.iter().enumerate() {
            for order in orders {
                insert.execute((client, order.day.to_string(), order.value.unwrap_or_default().0))?;
            }
        }
    }
    book.execute_batch("COMMIT")?;
    Ok(book)
}

/// Every order, as the program reads it: whose, which day, how much.
fn plain_pass(book: &Connection) -> Result<i64> {
    let mut statement = book.prepare("SELECT client_id, day, amount - returned FROM orders")?;
    let mut rows = statement.query([])?;
    let mut sum = 0_i64;
    while let Some(row) = rows.next()? {
        let (client, day, net): (i64, NaiveDate, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        sum = sum.wrapping_add(client ^ net ^ i64::from(chrono::Datelike::num_days_from_ce(&day)));
    }
    Ok(sum)
}
