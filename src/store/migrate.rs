//! Brings a file to the schema of this version: a backup first, then one transaction, checked before it is kept.

use rusqlite::OptionalExtension;

use super::{Access, Db, StoreError};
use crate::clock::Clock;

/// Marks the file as ours ("rglr" in ASCII).
const APPLICATION_ID: i64 = 0x7267_6c72;

/// What all of them come to: a new file is made of it at once, in a tenth of the time.
const SCHEMA_OF_NEW: &str = include_str!("schema.sql");

/// The schemas in order; the version of a file is how many of them it has seen.
const MIGRATIONS: [&str; 20] = [
    include_str!("migrations/0001_begin.sql"),
    include_str!("migrations/0002_sharing.sql"),
    include_str!("migrations/0003_alerts.sql"),
    include_str!("migrations/0004_plan.sql"),
    include_str!("migrations/0005_order_lines.sql"),
    include_str!("migrations/0006_waiting.sql"),
    include_str!("migrations/0007_evaluation.sql"),
    include_str!("migrations/0008_promises.sql"),
    include_str!("migrations/0009_no_triggers.sql"),
    include_str!("migrations/0010_people.sql"),
    include_str!("migrations/0011_complaints.sql"),
    include_str!("migrations/0012_touches_and_gifts.sql"),
    include_str!("migrations/0013_duplicates.sql"),
    include_str!("migrations/0014_days_kept.sql"),
    include_str!("migrations/0015_duplicates_on_entry.sql"),
    include_str!("migrations/0016_hand_over_file.sql"),
    include_str!("migrations/0017_silenced_and_asked.sql"),
    include_str!("migrations/0018_raised_journalled.sql"),
    include_str!("migrations/0019_by_end.sql"),
    include_str!("migrations/0020_nth_in_file.sql"),
];

/// The oldest schema version of this program that may read, and write, a file this version leaves behind.
const MIN_READER: i64 = 16;
const MIN_WRITER: i64 = 20;

/// The newest schema, which files are brought to.
pub const SCHEMA: i64 = MIGRATIONS.len() as i64;

impl Db {
    pub(super) fn migrate(&mut self, clock: &Clock) -> Result<(), StoreError> {
        let version: i64 = self.one("PRAGMA user_version", [])?;
        let application: i64 = self.one("PRAGMA application_id", [])?;
        if application == APPLICATION_ID {
            if version == SCHEMA {
                return Ok(());
            }
            if version > SCHEMA {
                return self.accept_newer(version);
            }
        } else if application != 0 || version != 0 || self.one::<i64>("SELECT count(*) FROM sqlite_schema", [])? > 0 {
            return Err(StoreError::Foreign { path: self.path.clone() });
        }
        if self.access == Access::Look {
            return Err(StoreError::ReadOnly { path: self.path.clone() });
        }
        if version > 0 {
            self.back_up(clock.now().day)?;
        } else if self.access != Access::Fill {
            // What is written to make the empty file a WAL file needs no journal to go back to, nor the disk's time for one.
            self.run("PRAGMA journal_mode = MEMORY")?;
            self.share()?;
        }
        self.run("BEGIN IMMEDIATE")?;
        let done = self.migrate_from(version, clock);
        if done.is_err() {
            // The error of the migration is the one to tell.
            let _ = self.run("ROLLBACK");
        }
        done
    }

    fn migrate_from(&mut self, version: i64, clock: &Clock) -> Result<(), StoreError> {
        // Files up to version 8 carried the triggers of the journal.
        let laid = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'journal_*'";
        for trigger in self.all(laid, [], |row| row.get::<_, String>("name"))? {
            self.run(&format!("DROP TRIGGER {trigger}"))?;
        }
        if version > 0 {
            MIGRATIONS[version as usize..].iter().try_for_each(|schema| self.run(schema))?;
        } else {
            self.run(SCHEMA_OF_NEW)?;
            self.set_meta("file_id", &self.one::<String>("SELECT lower(hex(randomblob(16)))", [])?)?;
            self.set_meta("device", &self.one::<i64>("SELECT abs(random()) % 4096", [])?.to_string())?;
            self.set_meta("last_id", &clock.ids(0, 0).make().to_string())?;
        }
        self.set_meta("min_reader", &MIN_READER.to_string())?;
        self.set_meta("min_writer", &MIN_WRITER.to_string())?;
        self.run(&format!("PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA}"))?;
        if version > 0 {
            self.check_sound()?;
        }
        self.run("COMMIT")
    }

    fn check_sound(&self) -> Result<(), StoreError> {
        let orphan = self.wrap(self.conn.query_row("PRAGMA foreign_key_check", [], |_| Ok(())).optional())?;
        let sound: String = self.one("PRAGMA quick_check(1)", [])?;
        if orphan.is_some() || sound != "ok" { Err(StoreError::Damaged { path: self.path.clone() }) } else { Ok(()) }
    }

    /// A file of a newer version says itself which versions may still write or read it.
    fn accept_newer(&mut self, version: i64) -> Result<(), StoreError> {
        let needs = |key| -> Result<i64, StoreError> {
            Ok(self.meta(key)?.and_then(|text| text.parse().ok()).unwrap_or(version))
        };
        let (reader, writer) = (needs("min_reader")?, needs("min_writer")?);
        if reader > SCHEMA {
            return Err(StoreError::Newer { path: self.path.clone(), needs: reader });
        }
        if writer > SCHEMA {
            self.run("PRAGMA query_only = ON")?;
            self.access = Access::Look;
        }
        Ok(())
    }

    /// What tells this file from every other one: 32 hexadecimal digits, made with the file.
    pub fn file_id(&self) -> Result<String, StoreError> {
        Ok(self.meta("file_id")?.unwrap_or_default())
    }

    pub(super) fn meta(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.first("SELECT value FROM meta WHERE key = ?1", [key], |row| row.get("value"))
    }

    pub(super) fn set_meta(&self, key: &str, value: &str) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            [key, value],
        )?;
        Ok(())
    }
}
