//! Parses the command line, opens the store and runs.

fn main() {}
