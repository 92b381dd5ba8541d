//! Runs what the command line asks for.

use std::process::ExitCode;

fn main() -> ExitCode {
    regulars::cli::run(std::env::args_os().collect())
}
