//! `regulars demo`: a book of its own, of clients that do not exist.

use std::ffi::OsString;
use std::path::Path;
use std::{fs, io};

use super::failure::Failure;
use super::shown;
use crate::clock::Clock;
use crate::ops::{Access, OpError, Workbench};
use crate::text::Lang;

/// What the demonstration is made from: the names of all its clients stand there.
const SCRIPTS: [&str; 2] = [include_str!("../../assets/demo/en.toml"), include_str!("../../assets/demo/ru.toml")];

/// Makes the demonstration where it is not there yet, and with `anew` in place of the one that is.
pub fn prepare(path: &Path, clock: Clock, lang: Lang, anew: bool) -> Result<(), Failure> {
    if anew && path.exists() {
        remove(path, clock)?;
    }
    let bench = Workbench::open(path, Access::Create, clock)?;
    if bench.count_clients()? == 0 {
        bench.fill_with_demo(lang.name())?;
    }
    Ok(())
}

/// Removes the file, unless a screen shows it or somebody's own clients are in it.
fn remove(path: &Path, clock: Clock) -> Result<(), Failure> {
    let claim = Workbench::claim(path)?.ok_or(OpError::LooksOnly)?;
    let bench = Workbench::open(path, Access::Write, clock)?;
    let clients = bench.list_page(0, bench.count_clients()?)?;
    if !clients.iter().all(|client| SCRIPTS.iter().any(|script| script.contains(&client.name))) {
        return Err(Failure::NotDemo(shown(path)));
    }
    drop(bench);
    for ending in ["", "-wal", "-shm"] {
        let mut part = OsString::from(path);
        part.push(ending);
        match fs::remove_file(&part) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(Failure::CannotWrite(shown(path), error));
            }
            _ => {}
        }
    }
    drop(claim);
    Ok(())
}
