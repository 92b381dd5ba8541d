//! What the keys for promises do: to the one selected in the agenda, or to those of the client in context.

use super::App;
use crate::domain::promise::PromiseEnd;
use crate::ops::OpError;
use crate::tui::action::Action;
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::promises::Promises;

impl App {
    /// Acts on the promise selected in a calendar: it is kept or not, or put on another day.
    pub(super) fn answer_promise(&mut self, action: Action) -> Result<(), OpError> {
        match action {
            Action::DoTouch => self.end_promise(Action::KeepPromise),
            Action::DismissAlert => self.end_promise(Action::EndPromise),
            _ => {
                if self.client_to_write()?.is_some()
                    && let Some(row) = self.panes.promise(self.focus)
                {
                    self.dialog = Some(Dialog::Promises(Promises::move_on(row.clone())));
                }
                Ok(())
            }
        }
    }

    /// Ends a promise: the one selected, or the only one of the client; otherwise it is asked which.
    pub(super) fn end_promise(&mut self, action: Action) -> Result<(), OpError> {
        let Some(client) = self.client_to_write()? else { return Ok(()) };
        let rows = match self.panes.promise(self.focus) {
            Some(row) => vec![row.clone()],
            None => self.bench().promises(Some(client))?.open,
        };
        match (rows.as_slice(), action) {
            ([], _) => self.fail("status-no-promise"),
            ([only], Action::KeepPromise) => {
                let receipt = self.bench().end_promise(only.promise.id, PromiseEnd::Kept, "")?;
                return self.confirm(&receipt);
            }
            (_, Action::KeepPromise) => self.dialog = Some(Dialog::Promises(Promises::keep(rows))),
            _ => self.dialog = Some(Dialog::Promises(Promises::end(rows))),
        }
        Ok(())
    }
}
