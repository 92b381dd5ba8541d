//! Whose days are worked: of the country chosen for the book, from the file the program brings along or from the person's
//! own copy beside the book.

use std::cell::{Cell, OnceCell, RefCell};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::{COUNTRY, OpError, Workbench};
use crate::domain::calendar::{BadLine, Country, Moves, WorkDays};
use crate::domain::message::Message;

/// The folder beside the book in which a person's own holiday files lie.
const FOLDER: &str = "holidays";

/// The days of each country, read when they are first asked for.
#[derive(Debug, Default)]
pub(super) struct HolidayFiles {
    of: [OnceCell<HolidayFile>; Country::ALL.len()],
    /// What the person's own files held when the book was opened.
    pub mark: OnceCell<String>,
    /// Whether that was something else when the book was planned last.
    pub changed: Cell<bool>,
    /// What moved when it was planned by what they hold now.
    pub moved: RefCell<Option<Moves>>,
}

/// A holiday file as it was read.
#[derive(Debug)]
struct HolidayFile {
    days: WorkDays,
    remarks: Vec<Message>,
}

impl Workbench {
    /// The country chosen for the book: Russia where none was.
    pub fn country(&self) -> Result<Country, OpError> {
        Ok(self.setting(COUNTRY)?.and_then(|name| Country::from_name(&name)).unwrap_or_default())
    }

    /// The working days and holidays of the country. Where the setting cannot be read, those of the default one.
    pub fn days(&self) -> &WorkDays {
        &self.holiday_file().days
    }

    /// What is wrong with the person's own holiday file, one sentence each.
    pub fn holiday_remarks(&self) -> &[Message] {
        // The files the program brings along have nothing wrong with them, and need not be read for that.
        let own = self.own_holidays(self.country().unwrap_or_default());
        own.map_or(&[], |_| &self.holiday_file().remarks)
    }

    fn holiday_file(&self) -> &HolidayFile {
        let country = self.country().unwrap_or_default();
        self.days.of[country as usize].get_or_init(|| match self.own_holidays(country) {
            Some(path) => read_own(country, &path),
            None => HolidayFile { days: WorkDays::of_country(country), remarks: Vec::new() },
        })
    }

    /// Where the person's own holiday file of a country lies, if there is one.
    pub fn own_holidays(&self, country: Country) -> Option<PathBuf> {
        self.place_of(country).filter(|path| path.exists())
    }

    fn place_of(&self, country: Country) -> Option<PathBuf> {
        self.beside(FOLDER, &format!("{}.toml", country.name()))
    }

    /// Lays a copy of the country's holiday file beside the book, to be changed by hand. One that is there stays as it is.
    pub fn copy_holidays(&self) -> Result<PathBuf, OpError> {
        let country = self.country()?;
        let path = self.place_of(country).unwrap_or_default();
        let cannot = |error: std::io::Error| match error.kind() {
            ErrorKind::AlreadyExists => OpError::HolidaysThere { path: path.clone() },
            _ => OpError::CannotWrite { path: path.clone(), detail: error.to_string() },
        };
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(cannot)?;
        }
        let mut file = fs::OpenOptions::new().write(true).create_new(true).open(&path).map_err(cannot)?;
        file.write_all(country.holiday_file().as_bytes()).map_err(cannot)?;
        Ok(path)
    }

    /// Has made anew what follows from the days where the person's own holiday files are not those it was made from.
    pub(super) fn notice_holiday_file(&self) -> Result<(), OpError> {
        let own = Country::ALL.into_iter().filter_map(|country| fs::read(self.place_of(country)?).ok());
        let mut hash = Sha256::new();
        own.for_each(|bytes| hash.update(bytes));
        let mark = self.days.mark.get_or_init(|| format!("{:?}", hash.finalize()));
        self.days.changed.set(self.db.outdate_unless_made_from(mark)?);
        Ok(())
    }

    /// What moved when the book was planned by days off that were changed by hand; told once, and not where nothing did.
    pub fn moved_by_days(&self) -> Option<Message> {
        let moves = self.days.moved.take().filter(|moves| !moves.list.is_empty())?;
        let told = Message::new("holidays-moved").with("moved", moves.moved());
        Some(told.with("new", moves.added()).with("gone", moves.gone()))
    }

    /// Reads a holiday file without using it: its days, and what is wrong with it.
    pub fn check_holidays(path: &Path) -> Result<(WorkDays, Vec<Message>), OpError> {
        let bytes =
            fs::read(path).map_err(|error| OpError::CannotOpen { path: path.to_owned(), reason: error.kind() })?;
        let (days, bad) = WorkDays::read(&String::from_utf8_lossy(&bytes));
        Ok((days, bad.iter().map(|bad| remark(path, bad)).collect()))
    }
}

fn read_own(country: Country, path: &Path) -> HolidayFile {
    match Workbench::check_holidays(path) {
        Ok((days, remarks)) => HolidayFile { days, remarks },
        Err(error) => HolidayFile { days: WorkDays::of_country(country), remarks: vec![error.message()] },
    }
}

fn remark(path: &Path, bad: &BadLine) -> Message {
    Message::new("holidays-bad-line")
        .with("file", path.display().to_string())
        // A number of a line is no number to be grouped.
        .with("line", bad.line.to_string())
        .with("text", bad.text.as_str())
}
