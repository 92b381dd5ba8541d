//! Logging a call, with what follows from it, durably: against appending 4 KiB to a file and waiting for the disk; and its
//! CPU time, which is to be the same however many clients there are.

use std::fs::File;
use std::io::Write;

use anyhow::{Context, Result};
use regulars::clock::{Clock, Stopwatch};
use regulars::domain::touch::TouchKind;
use regulars::ops::{Access, TouchDraft, Workbench};

use crate::args::Args;
use crate::process::own_cpu_ms;
use crate::table::{Bound, median, print, print_ratio};
use crate::world::{Random, TODAY, World};

/// The calls of a round.
const CALLS: usize = 40;

/// Measures calls with clients taken at random.
pub fn measure(args: &Args) -> Result<()> {
    let world = World::of_clients(args)?;
    let bench = Workbench::open(&world.book()?, Access::Write, Clock::OnDay(TODAY.parse()?))?;
    let mut file = File::create(world.path("appended"))?;
    let mut random = Random::of(args.seed());
    let [mut ours, mut references, mut cpu] = [const { Vec::new() }; 3];
    for _ in 0..args.rounds() {
        let (mut calls, mut appends, mut spent) = (Vec::new(), Vec::new(), 0.0);
        for _ in 0..CALLS {
            let row = bench.list_page(random.below(args.clients()), 1)?.pop().context("a book without clients")?;
            let draft =
                TouchDraft { note: "asked for an offer".to_owned(), ..TouchDraft::new(row.client, TouchKind::Call) };
            let before = own_cpu_ms();
            calls.push(timed(|| Ok(bench.log_touch(&draft).map(drop)?))?);
            spent += own_cpu_ms() - before;
            appends.push(timed(|| {
                file.write_all(&[1; 4_096])?;
                Ok(file.sync_data()?)
            })?);
        }
        ours.push(median(&calls));
        references.push(median(&appends));
        cpu.push(spent / CALLS as f64);
    }
    print_ratio("a call logged", " ms", &ours, &references, Bound::None);
    print("a call logged, and its client planned again: CPU", " ms", &cpu, Bound::None);
    Ok(())
}

/// In milliseconds.
fn timed(work: impl FnOnce() -> Result<()>) -> Result<f64> {
    let watch = Stopwatch::start();
    work()?;
    Ok(watch.elapsed().as_secs_f64() * 1e3)
}
