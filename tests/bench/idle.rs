//! What the program does while nothing happens: nothing.

use std::time::Duration;

use anyhow::Result;

use crate::args::Args;
use crate::pty::Terminal;
use crate::table::{Bound, print};
use crate::world::{self, World};

/// Measures the screen of a book on the day it is, so that the wait for midnight is part of it.
pub fn measure(args: &Args) -> Result<()> {
    let world = World::of_clients(args)?;
    let book = world.import("book.db")?;
    let mut terminal = Terminal::start(world::program(), &["--db".as_ref(), book.as_os_str()], args.size())?;
    terminal.rest()?;
    let process = terminal.process()?;
    let (sleeps, cpu) = (process.sleeps()?, process.cpu_ms()?);
    let seconds = args.seconds();
    std::thread::sleep(Duration::from_secs(seconds));
    let (slept, used) = (process.sleeps()? - sleeps, process.cpu_ms()? - cpu);
    let bytes = terminal.settle(Duration::ZERO)?;
    print("bytes written", "", &[bytes as f64], Bound::AtMost(0.0));
    print("wake-ups a minute", "", &[slept as f64 * 60.0 / seconds as f64], Bound::AtMost(1.0));
    print("CPU", " ms", &[used], Bound::AtMost(0.0));
    Ok(())
}
