//! The file: one SQLite database. rusqlite lives only here; rules of the field do not.
//!
//! [`Db`] is one open connection. Its reading and writing methods stand in a file for each table; all writing goes
//! through [`Db::transact`], which journals it.

mod answers;
mod backup;
mod book;
mod bulk;
mod clients;
mod closings;
mod competitors;
mod complaints;
mod derived;
mod drafts;
mod duplicates;
mod error;
mod evaluations;
mod events;
mod export;
mod filled;
mod gifts;
mod journal;
mod migrate;
mod news;
mod orders;
mod partings;
mod people;
mod plan;
mod promises;
mod published;
mod rules;
mod settings;
mod sql;
mod statuses;
mod timeline;
mod touches;
mod triggers;
mod way_backs;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

pub use answers::{DismissalNote, Raised};
pub use backup::Backups;
pub use book::BookLine;
pub use bulk::Bulk;
pub use clients::{KnownClient, Namesake, SearchText};
pub use closings::Closing;
pub use competitors::CompetitorRow;
pub use complaints::ComplaintRow;
pub use derived::{AlertRow, DerivedAlert, DerivedClient, ListRow, SilencedCount};
pub use duplicates::{RecognisedClient, Twins};
pub use error::StoreError;
pub use journal::{Action, Entry, NOT_JOURNALLED, Touched, Transaction};
pub use migrate::SCHEMA;
pub use news::ListenerRow;
pub use orders::KnownOrder;
pub use plan::{AbsenceRow, AgendaItem, DecisionRow, LoadRow, PlanRow, PlanState, Waiting};
pub use promises::PromiseRow;
pub use published::{Published, PublishedState};
pub use timeline::DoneTouch;
pub use touches::Effort;

use crate::clock::Clock;

/// What the connection is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To read and write a file that is there.
    Write,
    /// To read and write; the file and its folder are made if they are not there.
    Create,
    /// As [`Create`](Self::Create), to fill a new file at once and [share](Db::share) it then: nobody reads in it meanwhile, so
    /// that what is written need not go through a log.
    Fill,
    /// To look only.
    Look,
}

impl Access {
    fn makes(self) -> bool {
        matches!(self, Self::Create | Self::Fill)
    }
}

/// One open connection to the file.
pub struct Db {
    conn: Connection,
    path: PathBuf,
    access: Access,
    /// It is a copy in memory of a file that cannot be written: nothing that is done in it would be kept.
    copied: bool,
}

impl Db {
    /// Opens the file, brings an older one up to date (after a backup) and refuses a newer or a foreign one, and to write one
    /// that cannot be written.
    pub fn open(path: &Path, access: Access, clock: &Clock) -> Result<Self, StoreError> {
        let fresh = prepare_file(path, access)?;
        let flags = match access {
            Access::Look => OpenFlags::SQLITE_OPEN_READ_ONLY,
            Access::Write | Access::Create | Access::Fill => OpenFlags::SQLITE_OPEN_READ_WRITE,
        };
        let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
            .map_err(|error| StoreError::from_sqlite(&error, path))?;
        let mut db = Self { conn, path: path.to_owned(), access, copied: false };
        // SQLite opens a file that cannot be written all the same, and leaves others beside it once it is read.
        if access != Access::Look && db.wrap(db.conn.is_readonly("main"))? {
            return Err(StoreError::ReadOnly { path: path.to_owned() });
        }
        match db.set_up(clock) {
            Ok(()) => Ok(db),
            Err(error) => {
                // What was made a moment ago and could not be filled is nothing of the person's.
                if fresh {
                    db.discard();
                } else {
                    drop(db);
                }
                Err(error)
            }
        }
    }

    /// Closes the file and takes it away.
    pub fn discard(self) {
        let path = self.path.clone();
        drop(self);
        for ending in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(beside(&path, ending));
        }
    }

    /// An empty file in memory, for tests.
    pub fn in_memory(clock: &Clock) -> Result<Self, StoreError> {
        let conn =
            Connection::open_in_memory().map_err(|error| StoreError::from_sqlite(&error, Path::new(":memory:")))?;
        let mut db = Self { conn, path: PathBuf::from(":memory:"), access: Access::Create, copied: false };
        db.set_up(clock)?;
        Ok(db)
    }

    /// A copy in memory of a file that cannot be written: what follows from its facts can be made anew there, and no action is
    /// taken. Refuses a file that somebody left, or is about to leave, in the middle of his work and that cannot be read so.
    pub fn copy_of(path: &Path, clock: &Clock) -> Result<Self, StoreError> {
        let fail = |error: rusqlite::Error| StoreError::from_sqlite(&error, path);
        let is_left = || ["-wal", "-shm", "-journal"].iter().any(|end| beside(path, end).exists());
        let left = is_left();
        // Without them SQLite would have to make them; as nobody has the file open, it may take it as one that never changes.
        let name = path.canonicalize().map_err(|error| StoreError::from_io(&error, path))?;
        let name = name.display().to_string().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        let name = format!("file:{name}?immutable={}", u8::from(!left));
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let from = Connection::open_with_flags(name, flags).map_err(fail)?;
        let mut conn = Connection::open_in_memory().map_err(fail)?;
        let step = Backup::new(&from, &mut conn).and_then(|copy| copy.step(-1)).map_err(fail)?;
        if step != StepResult::Done || is_left() != left {
            return Err(StoreError::Busy { path: path.to_owned() });
        }
        let mut db = Self { conn, path: path.to_owned(), access: Access::Write, copied: true };
        db.set_up(clock)?;
        Ok(db)
    }

    /// Refuses to act in a copy: it would not be kept.
    pub fn check_kept(&self) -> Result<(), StoreError> {
        if self.copied { Err(StoreError::ReadOnly { path: self.path.clone() }) } else { Ok(()) }
    }

    /// Lets others read while something is written: what is written goes to a log first (WAL). Every file is so, but for one
    /// that is being filled, or was when the program was killed.
    pub fn share(&self) -> Result<(), StoreError> {
        self.run("PRAGMA journal_mode = WAL")
    }

    fn set_up(&mut self, clock: &Clock) -> Result<(), StoreError> {
        self.conn.set_prepared_statement_cache_capacity(128);
        self.wrap(self.conn.busy_timeout(Duration::from_secs(5)))?;
        // Without it every new value of a LIMIT has its statement prepared anew, a third of the cost of reading a card.
        self.wrap(self.conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true))?;
        self.run("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON; PRAGMA cache_size = -16000")?;
        self.migrate(clock)
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether this connection may only look.
    pub fn looks_only(&self) -> bool {
        self.access == Access::Look
    }

    /// A number that changes whenever another connection changed the file.
    pub fn version_seen(&self) -> Result<i64, StoreError> {
        self.one("PRAGMA data_version", [])
    }

    /// Claims the file for one workbench: `None` if another one has it. The claim ends when the value is dropped.
    pub fn claim(path: &Path) -> Result<Option<File>, StoreError> {
        let lock = path.with_extension("lock");
        let file = private(OpenOptions::new().create(true).write(true).truncate(false))
            .open(&lock)
            .map_err(|error| StoreError::from_io(&error, &lock))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(file)),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(StoreError::from_io(&error, &lock)),
        }
    }

    /// Reads, by however many statements, from one state of the file: what others write meanwhile is not seen.
    pub fn reading<T, E: From<StoreError>>(&self, read: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        if !self.conn.is_autocommit() {
            return read();
        }
        self.change("BEGIN", [])?;
        let found = read();
        self.change("COMMIT", [])?;
        found
    }

    fn wrap<T>(&self, result: rusqlite::Result<T>) -> Result<T, StoreError> {
        result.map_err(|error| StoreError::from_sqlite(&error, &self.path))
    }

    fn run(&self, sql: &str) -> Result<(), StoreError> {
        self.wrap(self.conn.execute_batch(sql))
    }

    fn change(&self, sql: &str, params: impl rusqlite::Params) -> Result<usize, StoreError> {
        self.wrap(self.conn.prepare_cached(sql).and_then(|mut statement| statement.execute(params)))
    }

    fn one<T: rusqlite::types::FromSql>(&self, sql: &str, params: impl rusqlite::Params) -> Result<T, StoreError> {
        self.wrap(self.conn.prepare_cached(sql).and_then(|mut statement| statement.query_row(params, |row| row.get(0))))
    }

    fn all<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        make: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>, StoreError> {
        self.wrap(self.conn.prepare_cached(sql).and_then(|mut statement| statement.query_map(params, make)?.collect()))
    }

    fn first<T>(
        &self,
        sql: &str,
        params: impl rusqlite::Params,
        make: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.all(sql, params, make)?.into_iter().next())
    }
}

/// The file of SQLite's that lies beside one.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Makes the file where that is asked for, readable by its owner alone. True if there is nothing in it yet.
fn prepare_file(path: &Path, access: Access) -> Result<bool, StoreError> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Err(StoreError::IsFolder { path: path.to_owned() }),
        Ok(found) => return Ok(found.len() == 0 && access.makes()),
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(StoreError::from_io(&error, path)),
        Err(_) if !access.makes() => return Err(StoreError::Missing { path: path.to_owned() }),
        Err(_) => {}
    }
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty() && !folder.exists()) {
        make_private_folder(folder)?;
    }
    private(OpenOptions::new().create_new(true).write(true))
        .open(path)
        .map_err(|error| StoreError::from_io(&error, path))?;
    Ok(true)
}

/// Makes a folder that its owner alone can open, and those above it.
fn make_private_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| StoreError::from_io(&error, folder))
}

/// Options that make a new file readable by its owner alone.
fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
    options
}
