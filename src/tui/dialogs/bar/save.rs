//! What becomes of what was entered in the bar.

use chrono::NaiveDate;

use super::{Bar, Changed, Entering};
use crate::domain::touch::{Details, TouchKind};
use crate::ops::{ComplaintDraft, NoteDraft, OpError, OrderDraft, Receipt, TouchDraft, Workbench};
use crate::text::note_tokens::{Note, split_brackets};
use crate::text::order_tokens::Ordered;
use crate::tui::look::Look;

impl Bar {
    /// Saves what was entered. `None` if it cannot be kept: the bar stands over the line of the status, and says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        self.take_offer();
        let note = self.note(look);
        let saved = match self.what {
            Entering::Touch(kind) => {
                let draft = self.touch(kind, note);
                if self.changed.is_none() && !self.doubted && self.is_doubtful(bench, &draft, look) {
                    return None;
                }
                match &self.changed {
                    Some(Changed::Touch(id)) => bench.edit_touch(*id, &draft),
                    _ if self.clients.len() > 1 => bench.log_touches(&self.clients, &draft),
                    _ => bench.log_touch(&draft),
                }
            }
            Entering::Order => match self.order(note, look.today) {
                Ok(draft) => match &self.changed {
                    Some(Changed::Order(order)) => bench.edit_order(order.id, &draft),
                    _ => bench.log_order(&draft),
                },
                Err(typed) => Err(OpError::NoAmount { typed }),
            },
            Entering::Criterion => bench.set_criterion(self.client(), &note.text),
            Entering::Promise => match &self.changed {
                Some(Changed::Promise(id)) => {
                    let (text, waits_on) = split_brackets(note.text.trim_end());
                    bench.edit_promise(*id, text, waits_on)
                }
                _ => Err(OpError::Empty),
            },
            Entering::Note => {
                let draft = NoteDraft {
                    client: self.client(),
                    text: note.text,
                    day: note.when.map(|(day, _)| day),
                    important: note.important,
                    next: note.next,
                    tags: note.tags,
                    promises: note.promises,
                };
                match &self.changed {
                    Some(Changed::Note(id)) => bench.edit_note(*id, &draft),
                    _ if self.clients.len() > 1 => bench.log_notes(&self.clients, &draft),
                    _ => bench.log_note(&draft),
                }
            }
            Entering::Complaint => {
                let draft = ComplaintDraft { text: note.text, ..ComplaintDraft::default() };
                bench.open_complaint(self.client(), &draft)
            }
            Entering::Event => match self.events[self.event] {
                (kind, false) => bench.note_event(self.client(), kind, &note.text),
                (kind, true) => bench.end_event(self.client(), kind),
            },
        };
        // What was a draft is an entry now; that an event is over takes no text.
        let over = self.events.get(self.event).is_some_and(|(_, over)| *over);
        let left = if over { self.field.text() } else { "" };
        let kept = saved.and_then(|receipt| {
            let forgotten = match &self.changed {
                Some(_) => Ok(()),
                None => bench.keep_draft(self.client(), self.what.name(), left),
            };
            forgotten.map(|()| receipt)
        });
        kept.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Whether a former client among them was contacted often enough this year: it is asked for once more.
    fn is_doubtful(&mut self, bench: &Workbench, draft: &TouchDraft, look: &Look<'_>) -> bool {
        let each = self.clients.iter().map(|client| TouchDraft { client: *client, ..draft.clone() });
        let checked = each.into_iter().try_for_each(|draft| bench.check_former(&draft));
        let Err(error) = checked else { return false };
        self.wrong = Some(match error {
            OpError::FormerEnough { count, .. } => {
                self.doubted = true;
                look.words.say_with("bar-former-again", &[("n", count.into())])
            }
            error => look.words.message(&error.message()),
        });
        true
    }

    fn touch(&self, kind: TouchKind, note: Note) -> TouchDraft {
        let (cost, text) = if kind == TouchKind::Gift { self.gift(&note.text) } else { (None, note.text) };
        let (item, text) = if kind == TouchKind::Gift { (text, self.beside.clone()) } else { (String::new(), text) };
        let (outcome, invited) = self.ending();
        TouchDraft {
            client: self.client(),
            kind,
            person: self.people.get(self.person).map(|person| person.id),
            outcome,
            note: text,
            item,
            cost,
            marks: self.marks,
            important: note.important,
            when: note.when,
            next: note.next,
            tags: note.tags,
            told: self.news.iter().take(self.told).map(|news| news.id).collect(),
            promises: note.promises,
            details: Details { invited, ..note.details },
        }
    }

    /// The order in a note, or what was typed where it begins with no amount.
    fn order(&self, note: Note, today: NaiveDate) -> Result<OrderDraft, String> {
        let Ordered { amount, items, terms, text } = self.ordered(&note, today);
        let amount = amount.ok_or(note.text)?;
        let day = note.when.map(|(day, _)| day);
        let (next, promises) = (note.next, note.promises);
        Ok(OrderDraft { client: self.client(), amount, items, day, note: text, terms, next, promises })
    }
}
