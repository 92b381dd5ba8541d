//! A bar on standard error for what takes a while; scripts and quick work never see it.

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::time::Duration;

use crate::clock::Stopwatch;

/// What is done sooner needs no bar.
const DELAY: Duration = Duration::from_millis(500);
/// The width of the bar in cells.
const WIDTH: usize = 25;

/// The bar of one piece of work; it goes away with the value.
pub struct Progress {
    watch: Stopwatch,
    on_terminal: bool,
    drawn: Option<usize>,
}

impl Progress {
    /// Begins to measure.
    pub fn start() -> Self {
        Self { watch: Stopwatch::start(), on_terminal: io::stderr().is_terminal(), drawn: None }
    }

    /// Draws how far the work has got, if anybody looks and it has changed. Never stops the work.
    pub fn tell(&mut self, done: usize, of: usize) -> ControlFlow<()> {
        let percent = (done * 100).checked_div(of).unwrap_or(100).min(100);
        if self.on_terminal && self.drawn != Some(percent) && self.watch.elapsed() >= DELAY {
            self.drawn = Some(percent);
            let bar = "#".repeat(percent * WIDTH / 100);
            // A bar that cannot be drawn is no reason to stop.
            let _ = write!(io::stderr(), "\r[{bar:<WIDTH$}] {percent:>3} %");
        }
        ControlFlow::Continue(())
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn.is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
    }
}
