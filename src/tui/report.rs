//! How the alerts of a year did, as lines to read.

use super::input::Key;
use super::keymap::keycap;
use super::look::Look;
use crate::domain::churn::a_year_before;
use crate::ops::{OpError, TriedTrigger, Workbench, process_totals};

/// The lines of the page.
pub fn lines(look: &Look<'_>, bench: &Workbench) -> Result<Vec<String>, OpError> {
    let words = look.words;
    let report = bench.alert_report(a_year_before(look.today))?;
    let today = process_totals(&bench.count_processes(&bench.planned_today()?)?);
    let tried = bench.try_triggers(&[bench.thresholds()?.trigger])?;
    let notes =
        report.notes.iter().map(|note| words.dismissal_note(note.day, &note.client, note.dismissal, &note.note));
    let report = report.messages().iter().map(|message| words.message(message)).collect::<Vec<_>>();
    let after =
        [today].into_iter().chain(tried.iter().map(TriedTrigger::message)).map(|message| words.message(&message));
    let change = keycap(Key::char('F'), look.cyrillic);
    let change = words.say_with("report-change", &[("key", change.into())]);
    let lines = report.into_iter().chain(notes).chain(after).chain([change]);
    Ok(lines.flat_map(|line| [line, String::new()]).collect())
}
