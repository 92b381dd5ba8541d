//! The quick bar opened with what is on record, to change it in the line in which it was logged.

use super::{Bar, Changed, Entering};
use crate::domain::ids::{NoteId, OrderId, PromiseId, TouchId};
use crate::domain::touch::endings;
use crate::ops::{OpError, Workbench};
use crate::text::order_tokens::line_of_order;
use crate::text::touch_tokens::line_of_touch;
use crate::tui::look::Look;

impl Bar {
    /// Opens the bar with a touch on record, to change it.
    pub fn change_touch(bench: &Workbench, look: &Look<'_>, id: TouchId) -> Result<Option<Self>, OpError> {
        let touch = bench.logged_touch(id)?;
        let line = line_of_touch(&touch, bench.clock().local_time(touch.at), look.words.lang());
        let Some(bar) = Self::with(bench, touch.client, Entering::Touch(touch.kind), line)? else { return Ok(None) };
        let ended = (touch.outcome, touch.details.invited);
        let person = bar.people.iter().position(|person| Some(person.id) == touch.person);
        Ok(Some(Self {
            changed: Some(Changed::Touch(id)),
            person: person.unwrap_or(bar.people.len()),
            ending: endings(touch.kind).iter().position(|ending| *ending == ended).unwrap_or(0),
            marks: touch.marks,
            beside: touch.note,
            news: Vec::new(),
            ..bar
        }))
    }

    /// Opens the bar with a note on record, to change it.
    pub fn change_note(bench: &Workbench, id: NoteId) -> Result<Option<Self>, OpError> {
        let note = bench.note(id)?;
        let mark = if note.important { " !" } else { "" };
        let bar = Self::with(bench, note.client, Entering::Note, format!("{}{mark} @{}", note.text, note.day))?;
        Ok(bar.map(|bar| Self { changed: Some(Changed::Note(id)), ..bar }))
    }

    /// Opens the bar with an order on record, to change it.
    pub fn change_order(bench: &Workbench, look: &Look<'_>, id: OrderId) -> Result<Option<Self>, OpError> {
        let order = bench.order(id)?;
        let line = line_of_order(&order, look.words.lang(), look.today);
        let bar = Self::with(bench, order.client, Entering::Order, line)?;
        Ok(bar.map(|bar| Self { changed: Some(Changed::Order(order.into())), ..bar }))
    }

    /// Opens the bar with what was promised, to say it anew.
    pub fn change_promise(bench: &Workbench, id: PromiseId) -> Result<Option<Self>, OpError> {
        let promise = bench.any_promise(id)?.promise;
        let (text, waits_on) = (promise.what.text, promise.what.waits_on);
        let text = if waits_on.is_empty() { text } else { format!("{text} ({waits_on})") };
        let bar = Self::with(bench, promise.client, Entering::Promise, text)?;
        Ok(bar.map(|bar| Self { changed: Some(Changed::Promise(id)), ..bar }))
    }
}
