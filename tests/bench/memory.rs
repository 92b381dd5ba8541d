//! The most memory the screen ever has in use: after the start, a search and a walk through the list.

use anyhow::Result;

use crate::args::Args;
use crate::floor;
use crate::table::{Bound, print};
use crate::world::{self, World};

/// What is done before the peak is read.
const KEYS: [&str; 9] = ["2", "\x1b[6~", "\x1b[6~", "\x1b[F", "\r", "\x1b", "/", "a", "\x1b"];

/// Measures the clients of the shop, and a generated book.
pub fn measure(args: &Args) -> Result<()> {
    let (floor, _) = floor::start(args.size())?;
    print("the floor", " MiB", &[floor.process()?.peak_mib()?], Bound::None);
    if let Some(shop) = World::of_shop()? {
        measure_world("shop", &shop, args)?;
    }
    measure_world("generated", &World::of_clients(args)?, args)
}

fn measure_world(what: &str, world: &World, args: &Args) -> Result<()> {
    let fresh = world.import("book.db")?;
    for start in ["first start", "second start"] {
        let mut terminal = world::open(world, &fresh, args.size())?;
        KEYS.iter().try_for_each(|key| terminal.press_quietly(key))?;
        print(&format!("{what}: {start}"), " MiB", &[terminal.process()?.peak_mib()?], Bound::AtMost(40.0));
    }
    Ok(())
}
