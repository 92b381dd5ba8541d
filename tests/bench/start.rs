//! From the start of the program to the first frame with a client's name on it, against the floor's first frame; and until
//! the card of that client stands beside it, which comes at once.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::args::Args;
use crate::floor;
use crate::pty::Terminal;
use crate::table::{Bound, print_ratio};
use crate::world::{self, World};

/// Measures the clients of the shop, and a generated book.
pub fn measure(args: &Args) -> Result<()> {
    if let Some(shop) = World::of_shop()? {
        measure_world("shop", &shop, args)?;
    }
    measure_world("generated", &World::of_clients(args)?, args)
}

fn measure_world(what: &str, world: &World, args: &Args) -> Result<()> {
    let fresh = world.import("fresh.db")?;
    let (mut first, mut second, mut whole, mut floors) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..args.rounds() {
        let book = world.path(&format!("{round}.db"));
        world::copy(&fresh, &book)?;
        first.push(frames(world, &book, args)?.0);
        let (frame, card) = frames(world, &book, args)?;
        second.push(frame);
        whole.push(card);
        // After a rest, as the second start: what a processor has just run it runs quicker.
        floors.push(floor::start(args.size())?.1);
        fs::remove_file(&book)?;
    }
    print_ratio(&format!("{what}: first start after the import"), " ms", &first, &floors, Bound::AtMost(2.0));
    print_ratio(&format!("{what}: second start"), " ms", &second, &floors, Bound::AtMost(2.0));
    print_ratio(&format!("{what}: second start, with the card"), " ms", &whole, &floors, Bound::None);
    Ok(())
}

fn frames(world: &World, book: &Path, args: &Args) -> Result<(f64, f64)> {
    let mut terminal = Terminal::start(world::program(), &world::arguments(book), args.size())?;
    let frame = terminal.first_frame_with(world.name)?;
    let whole = terminal.whole_frame()?;
    // What is derived behind the first frame is there at the next start.
    terminal.rest()?;
    terminal.leave()?;
    Ok((frame, whole))
}
