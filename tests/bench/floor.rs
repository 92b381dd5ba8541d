//! The floor: a ratatui program that shows a table of 200 rows and does nothing else, built once from its source.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, ensure};

use crate::pty::Terminal;

/// Where its source lies, seen from this package.
const SOURCE: &str = "../shared/tools/floor";
/// A name on its first frame.
const NAME: &str = "Anna Abel";
/// Moves its selection by one row.
pub const DOWN: &str = "\x1b[B";
/// Moves its selection by a page, which writes all its rows anew.
pub const PAGE_DOWN: &str = "\x1b[6~";

/// Its binary; it is built the first time, in the folder of what cargo builds.
pub fn program() -> Result<PathBuf> {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    let source = package.join(SOURCE);
    ensure!(source.exists(), "there is no floor to measure against: its source, {SOURCE}, is absent");
    // Built from a copy, so that nothing is written beside the source.
    let copy = package.join("target/floor");
    let program = copy.join("target/release/floor");
    if !program.exists() {
        fs::create_dir_all(copy.join("src"))?;
        for file in ["Cargo.toml", "src/main.rs", "src/limits.rs"] {
            fs::copy(source.join(file), copy.join(file)).with_context(|| file.to_owned())?;
        }
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let built = Command::new(cargo)
            .args(["build", "--release", "--bin", "floor", "--target-dir", "target"])
            .current_dir(&copy)
            .status()?;
        ensure!(built.success(), "the floor could not be built");
    }
    Ok(program)
}

/// Starts it, and waits for its first frame; in milliseconds.
pub fn start(size: (u16, u16)) -> Result<(Terminal, f64)> {
    let mut terminal = Terminal::start::<&str>(&program()?, &[], size)?;
    let frame = terminal.first_frame_with(NAME)?;
    Ok((terminal, frame))
}
