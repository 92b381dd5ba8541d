//! `regulars export`: the whole file, losslessly.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, shown};
use crate::domain::message::Message;
use crate::ops::Workbench;

/// What `export --json` answers.
#[derive(Serialize)]
struct ExportRecord {
    /// Where the export was written.
    file: String,
    /// How many clients are in it.
    clients: usize,
}

impl Session<'_> {
    /// Writes the export to a file, in place of an earlier export; `-` is standard output.
    pub(super) fn export(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(path) = asked.get_one::<PathBuf>("out") else { return Ok(Exit::CommandLine) };
        let export = self.bench.export_json()?;
        if path.as_os_str() == "-" {
            self.out.verbatim(&export)?;
            return Ok(Exit::Done);
        }
        if !may_replace(path) {
            return Err(Failure::NotReplaced(shown(path)));
        }
        write_whole(path, export.as_bytes()).map_err(|error| Failure::CannotWrite(shown(path), error))?;
        let clients = self.bench.count_clients()?;
        if self.out.is_json() {
            self.out.json(&ExportRecord { file: shown(path), clients })?;
        } else {
            let told = Message::new("cli-exported").with("path", shown(path)).with("n", clients);
            self.out.line(self.words.message(&told))?;
        }
        Ok(Exit::Done)
    }
}

/// Whether nothing would be lost: nothing is there, or nothing is in it, or an earlier export.
fn may_replace(path: &Path) -> bool {
    match fs::metadata(path) {
        Ok(found) => {
            found.is_file()
                && (found.len() == 0 || fs::read(path).is_ok_and(|bytes| Workbench::read_export(&bytes).is_some()))
        }
        // Whatever else there may be to say, writing will say it.
        Err(_) => true,
    }
}

/// Writes a file so that the old one stands until the new one is whole.
fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut part = OsString::from(path);
    part.push(".part");
    let part = PathBuf::from(part);
    let written = File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.and_then(|()| fs::rename(&part, path)).inspect_err(|_| {
        // The error on the way out is the one to tell.
        let _ = fs::remove_file(&part);
    })
}
