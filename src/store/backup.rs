//! Backups: whole copies beside the file, verified before they count, thinned to recent, weekly and monthly ones.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use rusqlite::Connection;

use super::{Db, StoreError, make_private_folder, private};

/// How many days in a row, and then how many weeks and months, keep their last backup.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// The backups of one file.
pub struct Backups {
    folder: PathBuf,
    stem: String,
}

impl Backups {
    /// Those of the file at `path`: in the folder `backups` beside it.
    pub fn of(path: &Path) -> Self {
        let stem = path.file_stem().map_or_else(|| "regulars".into(), |stem| stem.to_string_lossy().into_owned());
        Self { folder: path.parent().unwrap_or(Path::new("")).join("backups"), stem }
    }

    fn path(&self, day: NaiveDate) -> PathBuf {
        self.folder.join(format!("{}-{day}.db", self.stem))
    }

    /// The days there is a backup of, newest first.
    pub fn days(&self) -> Vec<NaiveDate> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        let mut days: Vec<NaiveDate> = entries
            .flatten()
            .filter_map(|entry| {
                let name = entry.file_name().into_string().ok()?;
                name.strip_prefix(&self.stem)?.strip_prefix('-')?.strip_suffix(".db")?.parse().ok()
            })
            .collect();
        days.sort_unstable_by(|a, b| b.cmp(a));
        days
    }

    /// Removes what is neither recent nor the last of its week or month.
    fn thin(&self) {
        let days = self.days();
        let mut kept: Vec<NaiveDate> = days.iter().copied().take(DAYS).collect();
        keep_last_of(&days, WEEKS, &mut kept, |day| (day.iso_week().year(), day.iso_week().week()));
        keep_last_of(&days, MONTHS, &mut kept, |day| (day.year(), day.month()));
        for day in days.into_iter().filter(|day| !kept.contains(day)) {
            // A copy too many does no harm; it is tried again tomorrow.
            let _ = fs::remove_file(self.path(day));
        }
    }
}

/// Keeps the newest day of each of the first `spans` spans (weeks, months) that have one.
fn keep_last_of<K: PartialEq>(
    days: &[NaiveDate],
    spans: usize,
    kept: &mut Vec<NaiveDate>,
    span: impl Fn(NaiveDate) -> K,
) {
    let mut seen = Vec::new();
    for &day in days {
        let key = span(day);
        if !seen.contains(&key) && seen.len() < spans {
            seen.push(key);
            kept.push(day);
        }
    }
}

impl Db {
    /// Makes the backup of the day, unless there is one already or nothing changed since the last. True if one was made.
    pub fn back_up_daily(&self, today: NaiveDate) -> Result<bool, StoreError> {
        let newest = self.last_action()?;
        // A file in memory lies nowhere that a copy could lie beside.
        if newest == 0 || self.conn.path().is_some_and(str::is_empty) {
            return Ok(false);
        }
        let newest = newest.to_string();
        let backups = Backups::of(&self.path);
        if backups.path(today).exists()
            || self.meta("backed_up_to")?.as_ref() == Some(&newest) && !backups.days().is_empty()
        {
            return Ok(false);
        }
        self.back_up(today)?;
        self.set_meta("backed_up_to", &newest)?;
        Ok(true)
    }

    /// Copies the file into the folder of backups under the name of the day; the copy is verified before it gets it.
    pub(super) fn back_up(&self, today: NaiveDate) -> Result<(), StoreError> {
        let backups = Backups::of(&self.path);
        make_private_folder(&backups.folder)?;
        let unfinished = backups.folder.join(format!("{}-{today}.unfinished", backups.stem));
        let fail = |error: std::io::Error| StoreError::from_io(&error, &unfinished);
        // SQLite would make the copy readable by others.
        private(OpenOptions::new().create(true).write(true).truncate(true)).open(&unfinished).map_err(fail)?;
        let copied = self.copy_to(&unfinished);
        if copied.is_err() {
            let _ = fs::remove_file(&unfinished);
            return copied;
        }
        fs::rename(&unfinished, backups.path(today)).map_err(fail)?;
        File::open(&backups.folder).and_then(|folder| folder.sync_all()).map_err(fail)?;
        backups.thin();
        Ok(())
    }

    fn copy_to(&self, copy: &Path) -> Result<(), StoreError> {
        let count = "SELECT (SELECT count(*) FROM action) + (SELECT count(*) FROM journal)";
        let here: i64 = self.one(count, [])?;
        self.wrap(self.conn.backup("main", copy, None::<fn(_)>))?;
        let verified = Connection::open(copy).and_then(|conn| {
            // A copy of a WAL file would leave a -wal and a -shm beside it whenever it is looked at.
            conn.pragma_update(None, "journal_mode", "DELETE")?;
            let sound: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
            let there: i64 = conn.query_row(count, [], |row| row.get(0))?;
            // Another instance may have written in between; the journal never shrinks.
            Ok(sound == "ok" && there >= here)
        });
        match verified {
            Ok(true) => Ok(()),
            Ok(false) => Err(StoreError::Damaged { path: copy.to_owned() }),
            Err(error) => Err(StoreError::from_sqlite(&error, copy)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thinning_keeps_a_week_of_days_then_the_last_of_weeks_and_months() {
        let folder = tempfile::tempdir().unwrap();
        let backups = Backups::of(&folder.path().join("book.db"));
        fs::create_dir(&backups.folder).unwrap();
        let last = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        for day in last.iter_days().rev().take(400) {
            fs::write(backups.path(day), "").unwrap();
        }
        backups.thin();
        let left = backups.days();
        assert_eq!(left[..7].iter().map(Datelike::day).collect::<Vec<_>>(), [24, 23, 22, 21, 20, 19, 18]);
        let older: Vec<String> = left[7..].iter().map(ToString::to_string).collect();
        assert_eq!(older[..4], ["2026-11-15", "2026-11-08", "2026-10-31", "2026-09-30"]);
        assert_eq!(left.len(), 7 + 2 + 11);
    }
}
