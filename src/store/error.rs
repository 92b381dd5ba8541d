//! What can go wrong with the file, each with what a person needs to know.

use std::path::{Path, PathBuf};

use rusqlite::ffi;

use crate::domain::message::Message;
use crate::domain::money::Money;

/// What went wrong with the file. Nothing of a failed transaction is kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("no file {}", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A folder stands where the file should be.
    #[error("{} is a folder", path.display())]
    IsFolder {
        /// Where.
        path: PathBuf,
    },
    /// It is no database, or another program's.
    #[error("{} is no file of this program", path.display())]
    Foreign {
        /// Which file.
        path: PathBuf,
    },
    /// It was written by a newer version.
    #[error("{} needs version {needs}", path.display())]
    Newer {
        /// Which file.
        path: PathBuf,
        /// The schema it needs.
        needs: i64,
    },
    /// It, or its folder, cannot be written.
    #[error("{} cannot be written", path.display())]
    ReadOnly {
        /// Which file.
        path: PathBuf,
    },
    /// No room: a full disk, or a limit on the size of files.
    #[error("no room to write {}", path.display())]
    NoRoom {
        /// Which file.
        path: PathBuf,
    },
    /// Another program has been writing for too long.
    #[error("{} is busy", path.display())]
    Busy {
        /// Which file.
        path: PathBuf,
    },
    /// The contents are damaged.
    #[error("{} is damaged", path.display())]
    Damaged {
        /// Which file.
        path: PathBuf,
    },
    /// A row holds what no row of this program holds.
    #[error("a row cannot be read: {detail}")]
    BadRow {
        /// What it was.
        detail: String,
    },
    /// A row that was to be put back holds an amount larger than [`Money::MOST`].
    #[error("{column} of {table} {id} is larger than any")]
    TooLarge {
        /// The table.
        table: &'static str,
        /// The column.
        column: &'static str,
        /// The row.
        id: i64,
    },
    /// Anything else that SQLite or the system reports.
    #[error("{}: {detail}", path.display())]
    Other {
        /// Which file.
        path: PathBuf,
        /// In its own words.
        detail: String,
    },
}

impl StoreError {
    pub(super) fn from_sqlite(error: &rusqlite::Error, path: &Path) -> Self {
        let path = path.to_owned();
        let failure = match error {
            rusqlite::Error::SqliteFailure(failure, _) => failure,
            // Without the statement, which is of no use to a person.
            rusqlite::Error::SqlInputError { msg, .. } => return Self::Other { path, detail: msg.clone() },
            _ => return Self::BadRow { detail: error.to_string() },
        };
        match (failure.extended_code, failure.extended_code & 0xff) {
            (ffi::SQLITE_IOERR_SHMSIZE | ffi::SQLITE_IOERR_WRITE, _) | (_, ffi::SQLITE_FULL) => Self::NoRoom { path },
            (_, ffi::SQLITE_NOTADB) => Self::Foreign { path },
            (_, ffi::SQLITE_READONLY | ffi::SQLITE_PERM | ffi::SQLITE_CANTOPEN) => Self::ReadOnly { path },
            (_, ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED) => Self::Busy { path },
            (_, ffi::SQLITE_CORRUPT) => Self::Damaged { path },
            _ => Self::Other { path, detail: error.to_string() },
        }
    }

    pub(super) fn from_io(error: &std::io::Error, path: &Path) -> Self {
        use std::io::ErrorKind;
        let path = path.to_owned();
        match error.kind() {
            // A file where a folder should be on the way: there is nothing behind it.
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing { path },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            ErrorKind::StorageFull | ErrorKind::FileTooLarge | ErrorKind::QuotaExceeded => Self::NoRoom { path },
            ErrorKind::IsADirectory => Self::IsFolder { path },
            _ => Self::Other { path, detail: error.to_string() },
        }
    }

    /// The sentence a person is told.
    pub fn message(&self) -> Message {
        let about = |key, path: &Path| Message::new(key).with("path", path.display().to_string());
        match self {
            Self::Missing { path } => about("error-file-missing", path),
            Self::IsFolder { path } => about("error-file-folder", path),
            Self::Foreign { path } => about("error-file-foreign", path),
            Self::Newer { path, needs } => about("error-file-newer", path).with("needs", *needs),
            Self::ReadOnly { path } => about("error-file-read-only", path),
            Self::NoRoom { path } => about("error-file-no-room", path),
            Self::Busy { path } => about("error-file-busy", path),
            Self::Damaged { path } => about("error-file-damaged", path),
            Self::BadRow { detail } => Message::new("error-file-bad-row").with("detail", detail.as_str()),
            Self::TooLarge { table, column, id } => Message::new("error-file-too-large")
                .with("table", *table)
                .with("column", *column)
                .with("id", id.to_string())
                .with("money", Money::MOST),
            Self::Other { path, detail } => about("error-file-other", path).with("detail", detail.as_str()),
        }
    }
}
