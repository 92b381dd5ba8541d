//! `regulars edit-touch`, `delete-touch`: a touch on record is changed, or taken away.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::log::{details, is_said, marks};
use super::{Session, entry_asked, money, text};
use crate::domain::ids::TouchId;
use crate::domain::message::Message;
use crate::domain::touch::{Outcome, Touch, TouchKind};
use crate::ops::TouchDraft;

impl Session<'_> {
    /// Puts what the command line says in place of what was said of a touch; the rest stays.
    pub(super) fn edit_touch(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let touch = self.touch_asked(asked)?;
        let day = self.day_behind(asked, touch.kind.name())?;
        for (option, kind) in [("item", TouchKind::Gift), ("amount", TouchKind::Gift), ("invited", TouchKind::Event)] {
            if is_said(asked, option) && touch.kind != kind {
                let refused = Message::new("cli-error-not-for").with("option", format!("--{option}"));
                return Err(Failure::Value(refused.with("kind", touch.kind.name())));
            }
        }
        let mut draft = TouchDraft::of(&touch);
        draft.details = details(asked, draft.details);
        draft.person = self.person_asked(asked, touch.client)?.or(draft.person);
        draft.cost = money(asked, "amount")?.or(draft.cost);
        draft.when = day.map(|day| (day, Some(self.bench.clock().local_time(touch.at))));
        if let Some(outcome) = Outcome::from_name(&text(asked, "outcome").replace('-', "_")) {
            draft.outcome = outcome;
        }
        if is_said(asked, "felt") {
            draft.marks = marks(asked);
        }
        if is_said(asked, "message") {
            text(asked, "message").clone_into(&mut draft.note);
        }
        if is_said(asked, "item") {
            text(asked, "item").clone_into(&mut draft.item);
        }
        self.back_up();
        let receipt = self.bench.edit_touch(touch.id, &draft)?;
        self.hand_over(touch.client, &receipt)
    }

    /// Takes a touch away.
    pub(super) fn delete_touch(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let touch = self.touch_asked(asked)?;
        self.back_up();
        let receipt = self.bench.delete_touch(touch.id)?;
        self.hand_over(touch.client, &receipt)
    }

    fn touch_asked(&self, asked: &ArgMatches) -> Result<Touch, Failure> {
        Ok(self.bench.logged_touch(TouchId(entry_asked(asked)?))?)
    }
}
