//! Bringing a file in: which one, what it would change, how far it has got, what was not taken.

use std::fs;
use std::path::{Path, PathBuf};

use crossterm::event::KeyCode;
use directories::UserDirs;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::exchange::Issue;
use crate::ops::{Counts, Preview};
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// How many files are offered.
const OFFERED: usize = 9;
/// What such files are called.
const ENDINGS: [&str; 3] = ["csv", "tsv", "txt"];

/// The import of a file.
pub struct Import {
    stage: Stage,
    cursor: Cursor,
}

enum Stage {
    /// Which file: one of those found, or a path typed.
    Which { field: Field, found: Vec<PathBuf>, wrong: Option<String> },
    /// What a file would change.
    Shown { path: PathBuf, lines: Vec<String> },
    /// How far it has got.
    Running { path: PathBuf, done: usize, of: usize },
    /// What was not taken.
    Done { lines: Vec<String> },
}

impl Import {
    /// Opens it with the files that lie where people leave them.
    pub fn open() -> Self {
        let dirs = UserDirs::new();
        let folders = [
            std::env::current_dir().ok(),
            dirs.as_ref().and_then(|dirs| dirs.download_dir().map(Path::to_owned)),
            dirs.as_ref().and_then(|dirs| dirs.document_dir().map(Path::to_owned)),
        ];
        let mut found: Vec<PathBuf> = folders.into_iter().flatten().flat_map(|folder| tables_in(&folder)).collect();
        found.dedup();
        found.truncate(OFFERED);
        Self { stage: Stage::Which { field: Field::default(), found, wrong: None }, cursor: Cursor::default() }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        match (key.code, &mut self.stage) {
            (KeyCode::Esc, Stage::Running { .. }) => Answer::Stop,
            (KeyCode::Esc, Stage::Shown { .. }) => {
                *self = Self::open();
                Answer::Stay
            }
            (KeyCode::Esc, _) | (KeyCode::Enter, Stage::Done { .. }) => Answer::Close,
            (KeyCode::Up, _) => self.step(-1),
            (KeyCode::Down, _) => self.step(1),
            (KeyCode::PageUp, _) => self.step(-10),
            (KeyCode::PageDown, _) => self.step(10),
            (KeyCode::Enter, Stage::Shown { path, .. }) => Answer::Import(path.clone()),
            (KeyCode::Enter, Stage::Which { field, found, .. }) => {
                let typed = path_of(field.text());
                let chosen = self.cursor.selected().and_then(|place| found.get(place)).cloned();
                typed.or(chosen).map_or(Answer::Stay, Answer::Preview)
            }
            (KeyCode::Tab, Stage::Which { field, .. }) => {
                complete(field);
                Answer::Stay
            }
            (_, Stage::Which { field, wrong, .. }) => {
                *wrong = None;
                field.press(key);
                Answer::Stay
            }
            _ => Answer::Stay,
        }
    }

    fn step(&mut self, by: isize) -> Answer {
        self.cursor.step(by);
        Answer::Stay
    }

    /// Puts a pasted path in, also one that was dropped on the window.
    pub fn paste(&mut self, text: &str) {
        if let Stage::Which { field, .. } = &mut self.stage {
            field.insert(text.trim());
        }
    }

    /// Says why a file cannot be brought in.
    pub fn refuse(&mut self, path: &Path, why: String) {
        let field = Field::with(path.display().to_string());
        let Self { stage: Stage::Which { found, .. }, .. } = Self::open() else { return };
        self.stage = Stage::Which { field, found, wrong: Some(why) };
    }

    /// Shows what a file would change.
    pub fn show(&mut self, look: &Look<'_>, path: PathBuf, preview: &Preview) {
        self.stage = Stage::Shown { path, lines: preview_lines(look, preview) };
        self.cursor = Cursor::default();
    }

    /// Shows that a file is being brought in.
    pub fn begin(&mut self, path: PathBuf) {
        self.stage = Stage::Running { path, done: 0, of: 0 };
    }

    /// Shows how far it has got.
    pub fn progress(&mut self, now: usize, whole: usize) {
        if let Stage::Running { done, of, .. } = &mut self.stage {
            (*done, *of) = (now, whole);
        }
    }

    /// The file that is being brought in.
    pub fn running(&self) -> Option<&Path> {
        match &self.stage {
            Stage::Running { path, .. } => Some(path),
            _ => None,
        }
    }

    /// Shows what was not taken; false if everything was.
    pub fn finish(&mut self, look: &Look<'_>, counts: &Counts, issues: &[Issue]) -> bool {
        if issues.is_empty() {
            return false;
        }
        let mut lines = vec![counted(look, counts), String::new()];
        lines.push(look.words.say_with("import-issues", &[("n", issues.len().into())]));
        lines.extend(issues.iter().map(|issue| issue_line(look, issue)));
        self.stage = Stage::Done { lines };
        self.cursor = Cursor::default();
        true
    }

    /// Fits the list into a window of `body`.
    pub fn fit(&mut self, body: Rect) {
        let height = usize::from(body.height);
        match &self.stage {
            Stage::Which { found, .. } => self.cursor.fit(found.len(), OFFERED, 1),
            Stage::Shown { lines, .. } | Stage::Done { lines } => {
                let room = height.saturating_sub(4);
                self.cursor.fit(lines.len().saturating_sub(room) + 1, 1, 1);
            }
            Stage::Running { .. } => {}
        }
    }

    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        match &self.stage {
            Stage::Which { field, found, wrong } => {
                Some(self.draw_which(look, (field, found, wrong.as_deref()), body, buf))
            }
            Stage::Shown { path, lines } => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let title = words.say_with("import-shown", &[("file", name.as_ref().into())]);
                self.draw_lines(look, (&title, &words.say("import-shown-keys")), lines, body, buf);
                None
            }
            Stage::Done { lines } => {
                self.draw_lines(look, (&words.say("import-done"), &words.say("import-done-keys")), lines, body, buf);
                None
            }
            Stage::Running { path, done, of } => {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let inside = boxed(
                    look,
                    body,
                    (64, 5),
                    &words.say_with("import-running", &[("file", name.as_ref().into())]),
                    buf,
                );
                let share = *done as f64 / (*of).max(1) as f64;
                let bar = usize::from(inside.width).saturating_sub(6);
                let full = (bar as f64 * share).round() as usize;
                let text = format!("{}{} {:>4}", "█".repeat(full), "░".repeat(bar - full.min(bar)), words.share(share));
                buf.set_stringn(inside.x, inside.y + 1, text, usize::from(inside.width), look.theme.toast());
                buf.set_stringn(
                    inside.x,
                    inside.y + 2,
                    words.say("import-running-keys"),
                    usize::from(inside.width),
                    look.theme.heading(),
                );
                None
            }
        }
    }

    fn draw_which(
        &self,
        look: &Look<'_>,
        (field, found, wrong): (&Field, &[PathBuf], Option<&str>),
        body: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let words = look.words;
        let inside = boxed(look, body, (96, OFFERED as u16 + 8), &words.say("import-title"), buf);
        let width = usize::from(inside.width);
        let at = field.draw(look, &words.say("import-label"), inside, buf);
        let hint = if found.is_empty() { "import-none-found" } else { "import-found" };
        let below = wrong
            .map_or_else(|| Line::raw(words.say(hint)), |wrong| Line::styled(wrong.to_owned(), look.theme.error()));
        for (row, line) in cell::wrap(&below.to_string(), width).into_iter().take(3).enumerate() {
            buf.set_line(inside.x, inside.y + 2 + row as u16, &Line::styled(line, below.style), inside.width);
        }
        for (place, path) in found.iter().enumerate() {
            let line = Rect { y: inside.y + 5 + place as u16, height: 1, ..inside };
            if line.y + 1 < inside.bottom() {
                let text = cell::left(&path.display().to_string(), width.saturating_sub(1));
                let selected = field.text().is_empty() && self.cursor.selected() == Some(place);
                look.row(line, &[Span::raw(text)], selected, true, buf);
            }
        }
        draw_keys(look, &words.say("import-which-keys"), inside, buf);
        at
    }

    fn draw_lines(&self, look: &Look<'_>, (title, keys): (&str, &str), lines: &[String], body: Rect, buf: &mut Buffer) {
        let inside = boxed(look, body, (116, body.height), title, buf);
        let room = usize::from(inside.height).saturating_sub(2);
        let first = self.cursor.selected().unwrap_or(0);
        for (row, line) in lines.iter().skip(first).take(room).enumerate() {
            buf.set_stringn(
                inside.x,
                inside.y + row as u16,
                cell::cut(line, usize::from(inside.width)),
                usize::from(inside.width),
                ratatui::style::Style::new(),
            );
        }
        draw_keys(look, keys, inside, buf);
    }
}

fn draw_keys(look: &Look<'_>, keys: &str, inside: Rect, buf: &mut Buffer) {
    buf.set_stringn(inside.x, inside.bottom().saturating_sub(1), keys, usize::from(inside.width), look.theme.key());
}

/// What an import changed, or would, in one line.
pub fn counted(look: &Look<'_>, counts: &Counts) -> String {
    let said: Vec<String> = counts.messages().iter().map(|message| look.words.message(message)).collect();
    said.join(" · ")
}

fn issue_line(look: &Look<'_>, issue: &Issue) -> String {
    let key = if issue.taken { "import-line-partly" } else { "import-line-not" };
    look.words.say_with(key, &[("line", issue.line.into()), ("why", issue.why.clone().into())])
}

fn preview_lines(look: &Look<'_>, preview: &Preview) -> Vec<String> {
    let words = look.words;
    let report = &preview.report;
    let delimiter = if report.delimiter == '\t' { "TAB".to_owned() } else { report.delimiter.to_string() };
    let mut lines = vec![
        counted(look, &preview.counts),
        words.say_with(
            "import-read-as",
            &[("encoding", report.encoding.into()), ("delimiter", delimiter.into()), ("rows", report.rows.into())],
        ),
        String::new(),
    ];
    for (place, (header, field)) in report.columns.iter().enumerate() {
        let field =
            field.map_or_else(|| words.say("import-unmapped"), |field| words.say(&format!("field-{}", field.name())));
        let sample: Vec<&str> = report
            .sample
            .iter()
            .filter_map(|row| row.get(place))
            .map(String::as_str)
            .filter(|cell| !cell.is_empty())
            .take(3)
            .collect();
        lines.push(format!("{} → {} {}", cell::left(header, 26), cell::left(&field, 24), sample.join(" | ")));
    }
    if !preview.issues.is_empty() {
        lines.push(String::new());
        lines.push(words.say_with("import-issues", &[("n", preview.issues.len().into())]));
        lines.extend(preview.issues.iter().map(|issue| issue_line(look, issue)));
    }
    lines
}

/// The tables in a folder, newest first.
fn tables_in(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<_> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| {
            path.extension().is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
        })
        .map(|path| (fs::metadata(&path).and_then(|about| about.modified()).ok(), path))
        .collect();
    found.sort_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, path)| path).collect()
}

/// The path that was typed, pasted or dropped: without quotes, `file://` and the backslash before a space.
fn path_of(typed: &str) -> Option<PathBuf> {
    let bare = typed.trim().trim_matches(['"', '\'']);
    let bare = bare.strip_prefix("file://").unwrap_or(bare).replace("\\ ", " ");
    let home = UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (bare.strip_prefix("~/"), home) {
        _ if bare.is_empty() => None,
        (Some(rest), Some(home)) => Some(home.join(rest)),
        _ => Some(PathBuf::from(bare)),
    }
}

/// Completes a typed path as far as the files there agree.
fn complete(field: &mut Field) {
    let Some(path) = path_of(field.text()) else { return };
    let (folder, begun) = match (field.text().ends_with('/'), path.parent(), path.file_name()) {
        (false, Some(parent), Some(name)) => (parent.to_owned(), name.to_string_lossy().into_owned()),
        _ => (path, String::new()),
    };
    let folder = if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder };
    let Ok(entries) = fs::read_dir(&folder) else { return };
    let names: Vec<String> = entries
        .flatten()
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            if entry.path().is_dir() { name + "/" } else { name }
        })
        .filter(|name| name.starts_with(&begun))
        .collect();
    let Some(first) = names.first() else { return };
    let agreed = first
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take_while(|end| names.iter().all(|name| name.get(..*end) == first.get(..*end)));
    let end = agreed.last().unwrap_or(0);
    if end > begun.len() {
        field.insert(&first[begun.len()..end]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_file_is_understood() {
        for (typed, path) in [
            ("'/tmp/a b.csv'", Some("/tmp/a b.csv")),
            ("/tmp/a\\ b.csv ", Some("/tmp/a b.csv")),
            ("file:///tmp/a.csv", Some("/tmp/a.csv")),
            ("  ", None),
        ] {
            assert_eq!(path_of(typed), path.map(PathBuf::from), "{typed}");
        }
    }
}
