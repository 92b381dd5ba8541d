//! The figures: how fast the program is, as ratios against references measured in the same run. Without a name it lists
//! what there is.
//!
//! `cargo bench -- FIGURE [--clients N] [--rows N] [--touches N] [--seed S] [--rounds R] [--size WxH] [--seconds S]`

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "printing the figures is what it is for")]

mod args;
mod calendar;
mod card;
mod churn;
mod floor;
mod idle;
mod import;
mod keys;
mod log;
mod memory;
mod process;
mod pty;
mod rescore;
mod search;
mod start;
mod table;
mod views;
mod world;

use anyhow::{Result, bail};

use args::Args;

type Measure = fn(&Args) -> Result<()>;

/// Each figure by the name it is asked for with.
const FIGURES: [(&str, &str, Measure); 13] = [
    ("churn", "--clients 100000 --seed 7 --rounds 5", churn::measure),
    ("first-frame", "--clients 5852 --seed 7 --rounds 9", start::measure),
    ("keys", "--clients 100000 --seed 3 --rounds 5", keys::measure),
    ("card", "--touches 2000 --clients 5852 --seed 3 --rounds 5 --size 80x24", card::measure),
    ("search", "--clients 100000 --seed 3 --rounds 5", search::measure),
    ("idle", "--clients 5852 --seed 7 --seconds 10", idle::measure),
    ("import", "--rows 32878 --seed 7 --rounds 7", import::measure),
    ("memory", "--clients 100000 --seed 3", memory::measure),
    ("calendar", "--clients 10000 --seed 7 --rounds 5", calendar::measure),
    ("score", "--clients 100000 --seed 7 --rounds 5", churn::speed::measure),
    ("views", "--clients 10000 --seed 7 --rounds 5", views::measure),
    ("rescore", "--clients 5852 --seed 7 --rounds 5", rescore::measure),
    ("log-call", "--clients 5852 --seed 7 --rounds 9", log::measure),
];

fn main() -> Result<()> {
    let (name, args) = args::parse(std::env::args().skip(1))?;
    let Some(name) = name else {
        println!("Each figure is printed by one command; the values are the usual ones and can be left out.\n");
        for (name, usual, _) in FIGURES {
            println!("  cargo bench -- {name} {usual}");
        }
        return Ok(());
    };
    let Some((_, usual, measure)) = FIGURES.into_iter().find(|(figure, ..)| *figure == name) else {
        bail!("there is no figure {name}; `cargo bench` lists them");
    };
    let (_, usual) = args::parse(usual.split(' ').map(str::to_owned))?;
    let args = args.or(&usual);
    println!("{name} {args}");
    measure(&args)
}
