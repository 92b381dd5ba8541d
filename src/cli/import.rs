//! `regulars import`: files are brought in one by one, each one step of undo.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use serde::Serialize;

use super::failure::{ErrorRecord, Exit, Failure};
use super::progress::Progress;
use super::{Session, shown};
use crate::domain::message::Message;
use crate::ops::{Counts, Preview, Workbench};
use crate::text::Words;

/// What `import --json` answers.
#[derive(Serialize)]
struct ImportRecord {
    /// The files, up to the one that could not be brought in.
    files: Vec<FileRecord>,
    /// Why that one could not.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<ErrorRecord>,
}

/// What became of one file, or with `--dry-run` would.
#[derive(Serialize)]
struct FileRecord {
    /// The file.
    file: String,
    /// Whether it was written: false with `--dry-run`.
    written: bool,
    /// What changed: `new_clients`, `changed_clients`, `new_orders`, `changed_orders`, `same_orders`.
    #[serde(flatten)]
    counts: Counts,
    /// The rows that were not taken.
    not_taken: Vec<RowRecord>,
    /// The rows that were taken without something.
    partly_taken: Vec<RowRecord>,
    /// How the file was read; with `--dry-run` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    read_as: Option<ReadRecord>,
}

/// A row that was not taken, or not wholly.
#[derive(Serialize)]
struct RowRecord {
    /// The line of the file on which it begins, from 1.
    line: usize,
    /// What was wrong, in words.
    why: String,
}

/// How a file was read.
#[derive(Serialize)]
struct ReadRecord {
    /// The encoding.
    encoding: &'static str,
    /// The character between the cells.
    delimiter: char,
    /// How many rows there are below the header.
    rows: usize,
    /// The columns.
    columns: Vec<ColumnRecord>,
    /// The first rows.
    sample: Vec<Vec<String>>,
}

/// A column of a file.
#[derive(Serialize)]
struct ColumnRecord {
    /// Its header.
    header: String,
    /// The field it was taken for: `client`, `amount`, `day` …; null for one that is not taken.
    field: Option<&'static str>,
}

impl Session<'_> {
    /// Brings in files, or with `--dry-run` says what they would bring.
    pub(super) fn import(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let dry_run = asked.get_flag("dry-run");
        if !dry_run {
            self.back_up();
        }
        let mut files = Vec::new();
        let mut failure = None;
        for path in asked.get_many::<PathBuf>("file").into_iter().flatten() {
            match if dry_run { self.preview(path) } else { self.bring_in(path) } {
                Ok(record) if self.out.is_json() => files.push(record),
                Ok(record) => {
                    self.print_file(&record)?;
                    files.push(record);
                }
                Err(error) => {
                    failure = Some(error);
                    break;
                }
            }
        }
        let left = files.iter().any(|file| !file.not_taken.is_empty());
        match failure {
            Some(failure) if !self.out.is_json() => return Err(failure),
            Some(failure) => {
                self.out.json(&ImportRecord { files, error: Some(failure.record(self.words)) })?;
                return Ok(failure.exit());
            }
            None if self.out.is_json() => self.out.json(&ImportRecord { files, error: None })?,
            None => {}
        }
        Ok(if left { Exit::RowsLeft } else { Exit::Done })
    }

    fn bring_in(&self, path: &Path) -> Result<FileRecord, Failure> {
        if let Some(export) = json_in(path).and_then(|bytes| Workbench::read_export(&bytes)) {
            let new_clients = self.bench.restore(path, &export)?;
            return Ok(FileRecord::of(path, &Counts { new_clients, ..Counts::default() }, true));
        }
        let mut progress = Progress::start();
        let report = self.bench.import(path, &mut |done, of| progress.tell(done, of))?;
        let issues = report.issues.iter().map(|issue| (issue.line, issue.taken, &issue.why));
        Ok(FileRecord::of(path, &report.counts, true).with_issues(self.words, issues))
    }

    fn preview(&self, path: &Path) -> Result<FileRecord, Failure> {
        let mut progress = Progress::start();
        let preview = self.bench.preview(path, &mut |done, of| progress.tell(done, of))?;
        let issues = preview.issues.iter().map(|issue| (issue.line, issue.taken, &issue.why));
        let record = FileRecord::of(path, &preview.counts, false).with_issues(self.words, issues);
        Ok(FileRecord { read_as: Some(ReadRecord::of(&preview)), ..record })
    }

    fn print_file(&mut self, file: &FileRecord) -> Result<(), Failure> {
        let words = self.words;
        self.out.line(&file.file)?;
        let counts: Vec<String> = file.counts.messages().iter().map(|message| words.message(message)).collect();
        self.out.line(counts.join(" · "))?;
        if let Some(read) = &file.read_as {
            self.print_reading(read)?;
        }
        let remarks = file.not_taken.len() + file.partly_taken.len();
        if remarks > 0 {
            self.out.line(words.message(&Message::new("import-issues").with("n", remarks)))?;
            self.print_rows("import-line-not", &file.not_taken)?;
            self.print_rows("import-line-partly", &file.partly_taken)?;
        }
        if !file.written {
            self.out.line(words.say("cli-nothing-written"))?;
        }
        Ok(())
    }

    fn print_reading(&mut self, read: &ReadRecord) -> Result<(), Failure> {
        let words = self.words;
        let between = if read.delimiter == '\t' { "TAB".to_owned() } else { read.delimiter.to_string() };
        let told = Message::new("import-read-as").with("encoding", read.encoding).with("delimiter", between);
        self.out.line(words.message(&told.with("rows", read.rows)))?;
        let column = |column: &ColumnRecord| {
            let field = column.field.map_or_else(|| "import-unmapped".to_owned(), |name| format!("field-{name}"));
            [format!("  {}", column.header), format!("→ {}", words.say(&field))]
        };
        let columns: Vec<_> = read.columns.iter().map(column).collect();
        self.out.table(&columns, &[])?;
        self.out.line(words.say("cli-sample"))?;
        for row in &read.sample {
            self.out.line(format!("  {}", row.join(" | ")))?;
        }
        Ok(())
    }

    fn print_rows(&mut self, key: &'static str, rows: &[RowRecord]) -> Result<(), Failure> {
        for RowRecord { line, why } in rows {
            let told = Message::new(key).with("line", *line).with("why", why.as_str());
            self.out.line(format!("  {}", self.words.message(&told)))?;
        }
        Ok(())
    }
}

/// What is in a file that is called JSON, as a lossless export is.
fn json_in(path: &Path) -> Option<Vec<u8>> {
    let called_so = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    called_so.then(|| fs::read(path).ok()).flatten()
}

impl FileRecord {
    fn of(path: &Path, counts: &Counts, written: bool) -> Self {
        Self {
            file: shown(path),
            written,
            counts: *counts,
            not_taken: Vec::new(),
            partly_taken: Vec::new(),
            read_as: None,
        }
    }

    /// With the rows that were not taken, or not wholly: the line of each, whether it was taken, and what was wrong.
    fn with_issues<'m>(mut self, words: &Words, issues: impl Iterator<Item = (usize, bool, &'m Message)>) -> Self {
        for (line, taken, why) in issues {
            let rows = if taken { &mut self.partly_taken } else { &mut self.not_taken };
            rows.push(RowRecord { line, why: words.message(why) });
        }
        self
    }
}

impl ReadRecord {
    fn of(preview: &Preview) -> Self {
        let report = &preview.report;
        let columns = report.columns.iter();
        Self {
            encoding: report.encoding,
            delimiter: report.delimiter,
            rows: report.rows,
            columns: columns
                .map(|(header, field)| ColumnRecord {
                    header: header.clone(),
                    field: field.as_ref().map(|field| field.name()),
                })
                .collect(),
            sample: report.sample.clone(),
        }
    }
}
