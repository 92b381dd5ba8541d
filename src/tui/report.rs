//! How the alerts of a year did, as lines to read.

use chrono::Days;

use super::look::Look;
use crate::ops::{OpError, TriedTrigger, Workbench, process_totals};

/// The lines of the page.
pub fn lines(look: &Look<'_>, bench: &Workbench) -> Result<Vec<String>, OpError> {
    let report = bench.alert_report(look.today - Days::new(365))?.messages();
    let today = process_totals(&bench.count_processes(&bench.planned_today()?)?);
    let tried = bench.try_triggers(&[bench.trigger()?])?;
    let messages = report.into_iter().chain([today]).chain(tried.iter().map(TriedTrigger::message));
    Ok(messages.flat_map(|message| [look.words.message(&message), String::new()]).collect())
}
