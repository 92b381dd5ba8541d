//! What comes of the jobs done aside.

use super::{App, Effect, Status};
use crate::ops::{CatchUp, OpError, Workbench, verb_key};
use crate::tui::action::Action;
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::page::Page;
use crate::tui::dialogs::plan::Plan;
use crate::tui::dialogs::{import, moves};
use crate::tui::figures;
use crate::tui::layout::{Pane, View};
use crate::tui::look::Look;
use crate::tui::worker::{Job, Outcome};

impl App {
    /// Acts on what came of a job. An error becomes the line of the status.
    pub fn settle(&mut self, outcome: Outcome) {
        let done = self.take(outcome).and_then(|()| self.fit());
        self.report(done);
    }

    fn take(&mut self, outcome: Outcome) -> Result<(), OpError> {
        match outcome {
            Outcome::Freshened(anew, moved) => {
                if anew? {
                    self.forget();
                }
                if let Some(moved) = moved {
                    self.status = Some(Status::Done(self.words().message(&moved), None));
                }
                Ok(())
            }
            Outcome::BackedUp(Ok(_)) => Ok(()),
            Outcome::BackedUp(Err(_)) => {
                let path = self.bench().path().display().to_string();
                self.status = Some(Status::Failed(self.words().say_with("status-no-backup", &[("path", path.into())])));
                Ok(())
            }
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
            Outcome::Figures(found) => {
                let (nps, forecast) = found?;
                let title = self.words().say("figures-title");
                // Who closed the page meanwhile does not want it any more.
                if matches!(&self.dialog, Some(Dialog::Page(page)) if page.title() == title) {
                    let lines = figures::lines(&self.desk.look(), &nps, &forecast);
                    self.dialog = Some(Dialog::Page(Page::open(title, lines)));
                }
                Ok(())
            }
            Outcome::Duplicates(found) => {
                let found = found?;
                if let Some(Dialog::Duplicates(duplicates)) = &mut self.dialog {
                    duplicates.show(found, self.client);
                }
                Ok(())
            }
            Outcome::Tried(setting, value, trial) => {
                if let Some(Dialog::Thresholds(thresholds)) = &mut self.dialog {
                    match trial {
                        Ok(trial) => thresholds.show(setting, value, trial),
                        Err(error) => thresholds.refuse(&self.desk.look(), &error),
                    }
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
                        let said = [look.words.say("verb-edit-table"), moves::counted(&look, &moves)].join(" · ");
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
            Outcome::Replanned(verb, moved) => self.tell_plan(moved, |plan, bench, look, moved| {
                let said = [look.words.say(verb_key(verb)), moves::counted(look, &moved)].join(" · ");
                plan.map_or(Ok(()), |plan| plan.replanned(bench, look, &moved)).map(|()| Some(said))
            }),
            Outcome::AbsencePreviewed(moved) => self.tell_plan(moved, |plan, bench, look, moved| {
                plan.map_or(Ok(()), |plan| plan.show_absence_moves(bench, look, &moved)).map(|()| None)
            }),
            Outcome::RebalancePreviewed(moved) => self.tell_plan(moved, |plan, bench, look, moved| {
                plan.map_or(Ok(()), |plan| plan.show_moves(bench, look, &moved)).map(|()| None)
            }),
            Outcome::CaughtUp(how, caught) => self.tell_plan(caught, |plan, bench, look, caught| {
                let said = (how != CatchUp::Keep)
                    .then(|| [look.words.say("verb-catch-up"), moves::counted(look, &caught.moves)].join(" · "));
                plan.map_or(Ok(()), |plan| plan.caught_up(bench, look, how, caught)).map(|()| said)
            }),
            Outcome::NoDay(found) => self.tell_plan(found, |plan, bench, look, found| {
                plan.map_or(Ok(()), |plan| plan.show_no_day(bench, look, found)).map(|()| None)
            }),
            Outcome::Kept(between, kept) => self.tell_plan(kept, |plan, _, _, kept| {
                if let Some(plan) = plan {
                    plan.show_kept(between, kept);
                }
                Ok(None)
            }),
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

    /// Hands what came of a job to the plan that is open, and says what was changed, if `take` gives that. An error is told
    /// in the dialog, or where it is closed in the line of the status.
    fn tell_plan<T>(
        &mut self,
        come: Result<T, OpError>,
        take: impl FnOnce(Option<&mut Plan>, &Workbench, &Look<'_>, T) -> Result<Option<String>, OpError>,
    ) -> Result<(), OpError> {
        let look = self.desk.look();
        let plan = match &mut self.dialog {
            Some(Dialog::Plan(plan)) => Some(&mut **plan),
            _ => None,
        };
        match (come, plan) {
            (Ok(come), plan) => {
                if let Some(said) = take(plan, &self.desk.bench, &look, come)? {
                    self.status = Some(Status::Done(said, Some(Action::Undo)));
                    return self.facts_changed();
                }
                Ok(())
            }
            (Err(error), Some(plan)) => {
                plan.refuse(&look, &error);
                Ok(())
            }
            (Err(error), None) => Err(error),
        }
    }
}
