//! Importing a file of orders, against `sqlite3 .import` of the same file into a table of a new file.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use regulars::clock::Stopwatch;

use crate::args::Args;
use crate::process::Process;
use crate::table::{Bound, print, print_ratio};
use crate::world::{self, World};

/// Measures the orders of the shop, and a generated file.
pub fn measure(args: &Args) -> Result<()> {
    if let Some(shop) = World::of_shop()? {
        measure_world("shop", &shop, args)?;
    }
    measure_world("generated", &World::of_rows(args)?, args)
}

fn measure_world(what: &str, world: &World, args: &Args) -> Result<()> {
    let there = Command::new("sqlite3").arg("--version").output().is_ok();
    if !there {
        println!("  sqlite3, to measure against, is not installed: the time alone is shown");
    }
    let rate = |seconds: f64| world.rows as f64 / seconds;
    let (mut ours, mut references) = (Vec::new(), Vec::new());
    for round in 0..args.rounds() {
        let book = world.path(&format!("ours-{round}.db"));
        ours.push(rate(timed(
            Command::new(world::program()).args(world::arguments(&book)).arg("import").arg(&world.csv),
        )?));
        remove(&book)?;
        if there {
            let book = world.path(&format!("theirs-{round}.db"));
            references.push(rate(timed(&mut reference(&book, &world.csv))?));
            remove(&book)?;
        }
    }
    println!("  {what}: {} orders", world.rows);
    if there {
        print_ratio("rows a second", " rows/s", &ours, &references, Bound::AtLeast(0.5));
    } else {
        print("rows a second", " rows/s", &ours, Bound::None);
    }
    print("peak memory", " MiB", &[peak(world)?], Bound::None);
    Ok(())
}

/// The other program, with the same settings.
fn reference(book: &Path, csv: &Path) -> Command {
    let mut command = Command::new("sqlite3");
    command.arg(book).args(["PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;", ".mode csv"]);
    command.arg(format!(".import '{}' orders", csv.display()));
    command
}

/// Runs a command to its end; in seconds.
fn timed(command: &mut Command) -> Result<f64> {
    command.stdout(Stdio::null());
    let watch = Stopwatch::start();
    let done = command.status()?;
    let time = watch.elapsed().as_secs_f64();
    ensure!(done.success(), "{command:?} failed");
    Ok(time)
}

/// The peak memory of an import, looked at all the while: in a run that is not timed.
fn peak(world: &World) -> Result<f64> {
    let book = world.path("peak.db");
    let mut command = Command::new(world::program());
    let mut child =
        command.args(world::arguments(&book)).arg("import").arg(&world.csv).stdout(Stdio::null()).spawn()?;
    let process = Process::of(child.id());
    let mut peak: f64 = 0.0;
    while child.try_wait()?.is_none() {
        // A process that has just ended has no memory any more.
        peak = peak.max(process.peak_mib().unwrap_or(0.0));
    }
    remove(&book)?;
    Ok(peak)
}

fn remove(book: &Path) -> Result<()> {
    fs::remove_file(book).with_context(|| book.display().to_string())
}
