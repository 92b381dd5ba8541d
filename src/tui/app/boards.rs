//! What the keys for boards do: to the client in context, or to what is due in the agenda.

use super::App;
use crate::ops::{Duty, OpError};
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::board::{About, Board};
use crate::tui::dialogs::gifts::Gifts;

impl App {
    /// Opens a board about the client in context, with one of its tasks begun. To be read it opens in a file that may only
    /// be looked at as well.
    pub(super) fn show_board(&mut self, about: About, task: Option<&str>) -> Result<(), OpError> {
        if task.is_some() && self.bench().looks_only() {
            return Err(OpError::LooksOnly);
        }
        let Some(client) = self.client else {
            self.fail("status-no-client");
            return Ok(());
        };
        if let Some(row) = self.bench().list_row(client)? {
            let look = self.desk.look();
            let mut board = Board::open(about, client, row.name);
            board.fit(look.bench, &look)?;
            if let Some(task) = task {
                board.ask_for(task, &look);
            }
            self.dialog = Some(Dialog::Board(Box::new(board)));
        }
        Ok(())
    }

    /// Opens the board, or the gifts, of what is selected in the agenda because it is due.
    pub(super) fn open_due(&mut self) -> Result<(), OpError> {
        match self.panes.due(self.focus).map(|line| line.what) {
            Some(Duty::Complaint(_)) => self.show_board(About::Complaints, None),
            Some(Duty::Parting(_)) => self.show_board(About::Parting, None),
            Some(Duty::Competitor(_)) => self.show_board(About::Competitors, None),
            Some(Duty::Membership) => {
                self.dialog = Some(Dialog::Gifts(Box::new(Gifts::open(self.client))));
                Ok(())
            }
            None => Ok(()),
        }
    }
}
