//! Standard output: plain lines, or one JSON value.

use std::fmt::Display;
use std::io::{self, BufWriter, StdoutLock, Write};

use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::text::shown::shown;

/// The most columns all rows of a table give to one of theirs.
pub const WIDEST: usize = 40;

/// Where a command answers.
pub struct Out {
    writer: BufWriter<StdoutLock<'static>>,
    json: bool,
}

impl Out {
    /// Standard output, for people or with `json` for programs.
    pub fn new(json: bool) -> Self {
        Self { writer: BufWriter::new(io::stdout().lock()), json }
    }

    /// Whether the answer is wanted as JSON.
    pub fn is_json(&self) -> bool {
        self.json
    }

    /// Writes a line. Names and notes come from files: what in them would steer the terminal becomes a space or goes.
    pub fn line(&mut self, text: impl Display) -> io::Result<()> {
        writeln!(self.writer, "{}", shown(&text.to_string()).trim_end())
    }

    /// Writes a heading with a blank line above it.
    pub fn heading(&mut self, text: impl Display) -> io::Result<()> {
        writeln!(self.writer)?;
        self.line(text)
    }

    /// Writes rows of cells in columns, each as wide as its widest cell but no wider than [`WIDEST`]; what is longer pushes
    /// the rest of its own row on. The columns named in `right` end together.
    pub fn table<const N: usize>(&mut self, rows: &[[String; N]], right: &[usize]) -> io::Result<()> {
        let width = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0).min(WIDEST);
        let widths: [usize; N] = std::array::from_fn(width);
        for row in rows {
            let cells = row.iter().zip(widths).enumerate().map(|(column, (cell, width))| {
                let room = " ".repeat(width.saturating_sub(cell.width()));
                if right.contains(&column) { format!("{room}{cell}") } else { format!("{cell}{room}") }
            });
            self.line(cells.collect::<Vec<_>>().join("  "))?;
        }
        Ok(())
    }

    /// Writes a text as it is.
    pub fn verbatim(&mut self, text: &str) -> io::Result<()> {
        self.writer.write_all(text.as_bytes())
    }

    /// Writes a value as JSON.
    pub fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut self.writer, value)?;
        writeln!(self.writer)
    }

    /// Hands over what was written.
    pub fn flush(&mut self) -> io::Result<()> {
        self.writer.flush()
    }
}
