//! What the system knows of a process: its CPU time, its memory, how often it woke up.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rustix::time::{ClockId, clock_gettime};

/// A running process.
#[derive(Clone, Debug)]
pub struct Process {
    folder: PathBuf,
}

impl Process {
    pub fn of(id: u32) -> Self {
        Self { folder: PathBuf::from(format!("/proc/{id}")) }
    }

    /// CPU time of all its threads that live, in milliseconds.
    pub fn cpu_ms(&self) -> Result<f64> {
        self.threads()?.iter().map(|thread| cpu_ms(thread)).sum()
    }

    /// How often its threads went to sleep of their own accord, each of which ends in waking up.
    pub fn sleeps(&self) -> Result<u64> {
        self.threads()?.iter().map(|thread| field(&thread.join("status"), "voluntary_ctxt_switches:")).sum()
    }

    /// The most memory it ever had in use, in MiB.
    pub fn peak_mib(&self) -> Result<f64> {
        Ok(field(&self.folder.join("status"), "VmHWM:")? as f64 / 1024.0)
    }

    fn threads(&self) -> Result<Vec<PathBuf>> {
        let folder = self.folder.join("task");
        let threads = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        Ok(threads.map(|thread| thread.map(|thread| thread.path())).collect::<Result<_, _>>()?)
    }
}

/// CPU time of the calling thread, in milliseconds, to this very moment: what the files of `/proc` say of a thread that runs
/// stands still between two ticks, and what was done before a measurement would be counted into it.
pub fn own_cpu_ms() -> f64 {
    let spent = clock_gettime(ClockId::ThreadCPUTime);
    spent.tv_sec as f64 * 1e3 + spent.tv_nsec as f64 / 1e6
}

/// CPU time of a thread of another process, in milliseconds.
fn cpu_ms(thread: &Path) -> Result<f64> {
    let path = thread.join("schedstat");
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let nanoseconds: f64 = text.split(' ').next().unwrap_or_default().parse()?;
    Ok(nanoseconds / 1e6)
}

fn field(path: &Path, name: &str) -> Result<u64> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let line = text
        .lines()
        .find_map(|line| line.strip_prefix(name))
        .with_context(|| format!("{name} in {}", path.display()))?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
