//! What comes of the jobs done aside.

use super::{App, Effect, Status};
use crate::ops::OpError;
use crate::tui::action::Action;
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::{import, table};
use crate::tui::layout::{Pane, View};
use crate::tui::worker::{Job, Outcome};

impl App {
    /// Acts on what came of a job. An error becomes the line of the status.
    pub fn settle(&mut self, outcome: Outcome) {
        let done = self.take(outcome).and_then(|()| self.fit());
        self.report(done);
    }

    fn take(&mut self, outcome: Outcome) -> Result<(), OpError> {
        match outcome {
            Outcome::Freshened(anew) => {
                if anew? {
                    self.forget();
                }
                Ok(())
            }
            Outcome::BackedUp(done) => done.map(drop),
            Outcome::Indexed(arena) => {
                let arena = self.arena.insert(arena?);
                if let Some(Dialog::Find(find)) = &mut self.dialog
                    && let Some(client) = find.begin(arena)
                {
                    self.dialog = None;
                    return self.open(client);
                }
                Ok(())
            }
            Outcome::Progress(done, of) => {
                if let Some(Dialog::Import(import)) = &mut self.dialog {
                    import.progress(done, of);
                }
                Ok(())
            }
            Outcome::Previewed(path, preview) => {
                let look = self.desk.look();
                if let Some(Dialog::Import(import)) = &mut self.dialog {
                    match preview {
                        Ok(preview) => import.show(&look, path, &preview),
                        Err(error) => import.refuse(&path, look.words.message(&error.message())),
                    }
                }
                Ok(())
            }
            Outcome::TablePreviewed(moves) => {
                if let Some(Dialog::Table(table)) = &mut self.dialog {
                    table.show_moves(&self.desk.bench, &self.desk.look(), moves);
                }
                Ok(())
            }
            Outcome::TableEdited(moves) => {
                let look = self.desk.look();
                match (moves, &mut self.dialog) {
                    (Ok(moves), dialog) => {
                        let said = [look.words.say("verb-edit-table"), table::counted(&look, &moves)].join(" · ");
                        self.status = Some(Status::Done(said, Some(Action::Undo)));
                        *dialog = dialog.take().filter(|dialog| !matches!(dialog, Dialog::Table(_)));
                        self.facts_changed()
                    }
                    (Err(error), Some(Dialog::Table(table))) => {
                        table.refuse(&look, &error);
                        Ok(())
                    }
                    (Err(error), _) => Err(error),
                }
            }
            Outcome::Imported(report) => {
                let Some(Dialog::Import(mut shown)) = self.dialog.take() else { return Ok(()) };
                let report = report?;
                let look = self.desk.look();
                self.status = Some(Status::Done(import::counted(&look, &report.counts), Some(Action::Undo)));
                if shown.finish(&look, &report.counts, &report.issues) {
                    self.dialog = Some(Dialog::Import(shown));
                }
                self.desk.speak_as_chosen()?;
                self.go(View::Today, Pane::Alerts);
                self.effects.push(Effect::Start(Job::Index));
                self.facts_changed()
            }
        }
    }
}
