//! The journal: every action is one transaction that writes what it changed, and can be taken back from that.
//!
//! Triggers on every table of facts write the columns before and after as JSON, so no verb can forget to. Undo writes
//! a new group of reverse changes and redo reverses that one, so nothing is ever removed from the journal, and both
//! survive a restart. Rows an import adds are known by their range of ids; taking them out again writes them in full.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::ops::Deref;

use chrono::{DateTime, Utc};

use super::{Db, StoreError};
use crate::clock::{Clock, Ids};
use crate::domain::ids::{ActionId, ClientId};

/// The tables without triggers, each with its reason.
pub const NOT_JOURNALLED: [(&str, &str); 14] = [
    ("action", "is the journal"),
    ("journal", "is the journal"),
    ("journal_bulk", "is the journal"),
    ("draft", "is not entered yet"),
    ("meta", "belongs to the file, not to a person"),
    ("derived_client", "follows from the facts"),
    ("derived_alert", "follows from the facts"),
    ("derived_silenced", "follows from the facts"),
    ("derived_load", "follows from the plan"),
    ("derived_book", "follows from the facts"),
    ("derived_learned", "follows from the orders"),
    ("alert_pushed", "is the program's own record"),
    ("published", "is what other programs were told"),
    ("sqlite_stat1", "is SQLite's own"),
];

/// The tables of the plan, and what was raised, which the program also changes by itself.
const BY_ITSELF: [&str; 3] = ["plan", "waiting", "alert_raised"];

/// An action of the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The name of the verb: `log_call`, `import`.
    pub verb: String,
    /// Whom or what it was done to: a client's name, a file's.
    pub subject: String,
    /// The moment.
    pub at: DateTime<Utc>,
}

/// How an action is entered in the journal.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The name of the verb.
    pub verb: &'a str,
    /// Whom or what it is done to.
    pub subject: &'a str,
    /// The moment.
    pub at: DateTime<Utc>,
}

/// What a reversal touched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// The clients whose rows were journalled one by one.
    pub clients: BTreeSet<ClientId>,
    /// Whether every client may be concerned: a client came or went, a rule, a setting, an import.
    pub base: bool,
}

/// A transaction that writes: what it changes is one action, one step of undo.
pub struct Transaction<'a> {
    db: &'a Db,
    ids: RefCell<Ids>,
    pub(super) action: ActionId,
}

impl Deref for Transaction<'_> {
    type Target = Db;

    fn deref(&self) -> &Db {
        self.db
    }
}

impl Transaction<'_> {
    /// A new id.
    pub fn make_id(&self) -> i64 {
        self.ids.borrow_mut().make()
    }
}

impl Db {
    /// Runs `work` as one action. An error, or a panic, leaves the file as it was; work that changes nothing leaves no
    /// trace in the journal.
    pub fn transact<T, E: From<StoreError>>(
        &self,
        entry: Entry<'_>,
        clock: &Clock,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.lay_triggers()?;
        self.in_transaction(clock, |mut ids| {
            let action = ActionId(ids.make());
            self.enter(action, entry, "done", None)?;
            let tx = Transaction { db: self, ids: RefCell::new(ids), action };
            let value = work(&tx)?;
            self.leave()?;
            // What was raised meanwhile would have been without it, too.
            let changed: bool = self.one(
                "SELECT EXISTS (SELECT 1 FROM journal WHERE action_id = ?1 AND tbl <> 'alert_raised')
                     OR EXISTS (SELECT 1 FROM journal_bulk WHERE action_id = ?1)",
                [action],
            )?;
            if changed {
                self.change("UPDATE action SET state = 'dropped' WHERE state = 'undone'", [])?;
            } else {
                self.change("DELETE FROM journal WHERE action_id = ?1", [action])?;
                self.change("DELETE FROM action WHERE id = ?1", [action])?;
            }
            Ok((value, tx.ids.into_inner()))
        })
    }

    /// Runs `work` as the beginning of the file: what it adds is no action that could be taken back.
    pub fn begin_with<T, E: From<StoreError>>(
        &self,
        clock: &Clock,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        self.in_transaction(clock, |ids| {
            let tx = Transaction { db: self, ids: RefCell::new(ids), action: ActionId(0) };
            let value = work(&tx)?;
            Ok((value, tx.ids.into_inner()))
        })
    }

    /// Keeps `work` whole or not at all, without an entry in the journal: for what follows from the facts.
    pub fn derive<T, E: From<StoreError>>(&self, work: impl FnOnce(&Self) -> Result<T, E>) -> Result<T, E> {
        self.atomically(|| work(self))
    }

    /// The last action of any kind; 0 in a new file. Whoever derives from the facts knows by it whether they changed since.
    pub fn last_action(&self) -> Result<i64, StoreError> {
        self.one("SELECT coalesce(max(id), 0) FROM action", [])
    }

    /// The last id that was given to anything; 0 in a new file.
    pub fn last_id(&self) -> Result<i64, StoreError> {
        self.number("last_id")
    }

    fn number(&self, key: &str) -> Result<i64, StoreError> {
        Ok(self.meta(key)?.and_then(|text| text.parse().ok()).unwrap_or(0))
    }

    /// Takes back the last action that stands, and runs `follow` in the same transaction. `None` if there is none.
    pub fn undo<E: From<StoreError>>(
        &self,
        at: DateTime<Utc>,
        clock: &Clock,
        follow: impl FnOnce(&Touched) -> Result<(), E>,
    ) -> Result<Option<(Action, Touched)>, E> {
        let Some(target) = self.action_in("SELECT * FROM action WHERE state = 'done' ORDER BY id DESC LIMIT 1")? else {
            return Ok(None);
        };
        let touched = self.reversal(target.id, target.id, Entry { verb: "undo", subject: "", at }, clock, follow)?;
        Ok(Some((target, touched)))
    }

    /// Brings back the action that was taken back last, and runs `follow` in the same transaction. `None` if there is
    /// none, or another one came after it.
    pub fn redo<E: From<StoreError>>(
        &self,
        at: DateTime<Utc>,
        clock: &Clock,
        follow: impl FnOnce(&Touched) -> Result<(), E>,
    ) -> Result<Option<(Action, Touched)>, E> {
        let Some(target) = self.action_in("SELECT * FROM action WHERE state = 'undone' ORDER BY id LIMIT 1")? else {
            return Ok(None);
        };
        let reversal = self.one("SELECT max(id) FROM action WHERE undoes = ?1", [target.id])?;
        let touched = self.reversal(target.id, reversal, Entry { verb: "redo", subject: "", at }, clock, follow)?;
        Ok(Some((target, touched)))
    }

    /// Enters a group that reverses the changes of `source`, for the sake of `target`.
    fn reversal<E: From<StoreError>>(
        &self,
        target: ActionId,
        source: ActionId,
        entry: Entry<'_>,
        clock: &Clock,
        follow: impl FnOnce(&Touched) -> Result<(), E>,
    ) -> Result<Touched, E> {
        self.lay_triggers()?;
        self.in_transaction(clock, |mut ids| {
            self.enter(ActionId(ids.make()), entry, "reversal", Some(target))?;
            let touched = self.reverse(source)?;
            let state = if target == source { "undone" } else { "done" };
            self.change("UPDATE action SET state = ?2 WHERE id = ?1", (target, state))?;
            follow(&touched)?;
            self.leave()?;
            Ok((touched, ids))
        })
    }

    /// Enters an action, for which the triggers write from here on.
    fn enter(&self, id: ActionId, entry: Entry<'_>, state: &str, undoes: Option<ActionId>) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO action (id, verb, subject, at, state, undoes) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            (id, entry.verb, entry.subject, entry.at, state, undoes),
        )?;
        self.change("INSERT INTO journal_now (action_id) VALUES (?1)", [id])?;
        Ok(())
    }

    fn leave(&self) -> Result<(), StoreError> {
        self.change("DELETE FROM journal_now", [])?;
        Ok(())
    }

    fn action_in(&self, sql: &str) -> Result<Option<Action>, StoreError> {
        self.first(sql, [], |row| {
            Ok(Action { id: row.get("id")?, verb: row.get("verb")?, subject: row.get("subject")?, at: row.get("at")? })
        })
    }

    fn in_transaction<T, E: From<StoreError>>(
        &self,
        clock: &Clock,
        work: impl FnOnce(Ids) -> Result<(T, Ids), E>,
    ) -> Result<T, E> {
        self.check_kept()?;
        self.atomically(|| {
            let ids = clock.ids(self.number("device")?, self.last_id()?);
            let (value, mut ids) = work(ids)?;
            self.set_meta("last_id", &ids.make().to_string())?;
            Ok(value)
        })
    }

    fn atomically<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        self.run("BEGIN IMMEDIATE")?;
        let guard = Rollback(self);
        let value = work()?;
        self.run("COMMIT")?;
        std::mem::forget(guard);
        Ok(value)
    }

    /// Applies the changes of an action backwards, last first.
    fn reverse(&self, source: ActionId) -> Result<Touched, StoreError> {
        self.run("PRAGMA defer_foreign_keys = ON")?;
        let mut touched = Touched::default();
        let changes = self.all(
            "SELECT tbl, row_id, old, new FROM journal WHERE action_id = ?1 ORDER BY id DESC",
            [source],
            |row| {
                Ok((
                    row.get::<_, String>("tbl")?,
                    row.get::<_, i64>("row_id")?,
                    row.get::<_, Option<String>>("old")?,
                    row.get::<_, Option<String>>("new")?,
                ))
            },
        )?;
        let mut tables = HashMap::new();
        for (table, row_id, old, new) in changes {
            if !tables.contains_key(&table) {
                tables.insert(table.clone(), Reversal::of(self, &table)?);
            }
            let sql = &tables[&table];
            // A row belongs to its client before and after: one of the two may be the only one there is.
            let mut note_client = || -> Result<(), StoreError> {
                if let Some(find) = &sql.client {
                    touched.clients.extend(self.first(find, [row_id], |row| row.get::<_, ClientId>(0))?);
                }
                Ok(())
            };
            note_client()?;
            match (old, new) {
                (None, _) => self.change(&sql.delete, [row_id])?,
                (Some(old), None) => self.change(&sql.insert, (row_id, old))?,
                (Some(old), Some(new)) => self.change(&sql.update, (row_id, old, new))?,
            };
            note_client()?;
            touched.base |= sql.base;
        }
        let bulk = self.all(
            "SELECT tbl, first_id, last_id FROM journal_bulk WHERE action_id = ?1 ORDER BY id DESC",
            [source],
            |row| Ok((row.get::<_, String>("tbl")?, row.get::<_, i64>("first_id")?, row.get::<_, i64>("last_id")?)),
        )?;
        touched.base |= !bulk.is_empty();
        for (table, first, last) in bulk {
            self.change(&format!("DELETE FROM {table} WHERE id BETWEEN ?1 AND ?2"), (first, last))?;
        }
        Ok(touched)
    }
}

/// Rolls back unless it is forgotten.
struct Rollback<'a>(&'a Db);

impl Drop for Rollback<'_> {
    fn drop(&mut self) {
        // The error on the way out is the one to tell; SQLite may have rolled back already.
        let _ = self.0.run("ROLLBACK");
    }
}

/// The statements that reverse a change of one table.
struct Reversal {
    delete: String,
    insert: String,
    update: String,
    /// Finds the client a row belongs to.
    client: Option<String>,
    /// Whether a change may concern every client.
    base: bool,
}

impl Reversal {
    fn of(db: &Db, table: &str) -> Result<Self, StoreError> {
        let columns = db.columns(table)?;
        let values: Vec<String> = columns.iter().map(|c| format!("json_extract(?2, '$.{c}')")).collect();
        let kept: Vec<String> = columns
            .iter()
            .map(|c| {
                let (old, new) = (format!("json_extract(?2, '$.{c}')"), format!("json_extract(?3, '$.{c}')"));
                format!("{c} = iif({old} IS {new}, {c}, {old})")
            })
            .collect();
        let client = match table {
            "client" => Some("SELECT id FROM client WHERE id = ?1".to_owned()),
            "order_line" => Some(
                "SELECT client_id FROM orders WHERE id = (SELECT order_id FROM order_line WHERE id = ?1)".to_owned(),
            ),
            _ if columns.iter().any(|column| column == "client_id") => {
                Some(format!("SELECT client_id FROM {table} WHERE id = ?1"))
            }
            _ => None,
        };
        Ok(Self {
            delete: format!("DELETE FROM {table} WHERE id = ?1"),
            // A touch may have got its row back meanwhile, and a reason may have been raised again.
            insert: format!(
                "INSERT {}INTO {table} (id, {}) VALUES (?1, {})",
                if BY_ITSELF.contains(&table) { "OR REPLACE " } else { "" },
                columns.join(", "),
                values.join(", ")
            ),
            update: format!("UPDATE {table} SET {} WHERE id = ?1", kept.join(", ")),
            base: client.is_none() && table != "news" || table == "client",
            client,
        })
    }
}
