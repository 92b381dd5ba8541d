//! What is told and decided about what is selected: an alert, a planned touch, a client.

use super::{App, Effect, Status};
use crate::domain::ids::ClientId;
use crate::ops::{AgendaItem, OpError};
use crate::tui::action::Action;
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::copy::Copy;
use crate::tui::dialogs::follow_up::FollowUp;
use crate::tui::dialogs::page::Page;
use crate::tui::dialogs::skip::Skip;
use crate::tui::dialogs::timeline::Timeline;
use crate::tui::panes::agenda::why_page;
use crate::tui::{brief, evidence, replacement};

impl App {
    /// The clients whose alerts are to be answered: those marked, or the one in context; with the name of the first.
    pub(super) fn alerts_to_answer(&mut self) -> Result<Option<(Vec<ClientId>, String)>, OpError> {
        let Some(client) = self.client_to_write()? else { return Ok(None) };
        let marked = self.panes.alerts.marked();
        let clients = if marked.is_empty() { vec![client] } else { marked };
        if self.bench().alert_of(clients[0])?.is_none() {
            self.fail("status-nothing-to-answer");
            return Ok(None);
        }
        let name = self.bench().list_row(clients[0])?.map(|row| row.name).unwrap_or_default();
        Ok(Some((clients, name)))
    }

    /// Explains the touch selected in the calendar, or decides about it. A day that was set by hand is only set again.
    pub(super) fn decide(&mut self, action: Action) -> Result<(), OpError> {
        let Some(line) = self.panes.touch(self.focus).cloned() else { return Ok(()) };
        let by_rule = matches!(line.item, AgendaItem::Rule(_));
        if action == Action::ShowEvidence && by_rule {
            let lines = why_page(&self.desk.look(), &line)?;
            self.dialog = Some(Dialog::Page(Page::open(self.words().say("why-title"), lines)));
            return Ok(());
        }
        if self.bench().looks_only() {
            return Err(OpError::LooksOnly);
        }
        match action {
            Action::SnoozeAlert | Action::MoveTouch if !by_rule => {
                self.dialog = Some(Dialog::FollowUp(FollowUp::open(line.client, line.name)));
            }
            _ if !by_rule => self.fail("status-set-by-hand"),
            Action::SnoozeAlert => self.dialog = Some(Dialog::FollowUp(FollowUp::put_off(line.key, line.name))),
            Action::MoveTouch => self.dialog = Some(Dialog::FollowUp(FollowUp::move_to(line.key, line.name))),
            Action::DismissAlert => self.dialog = Some(Dialog::Skip(Skip::open(line.key, line.name))),
            _ => {
                let receipt = self.bench().do_now(&line.key)?;
                return self.confirm(&receipt);
            }
        }
        Ok(())
    }

    /// Copies the telephone number or e-mail address of the client's people, or asks which.
    pub(super) fn copy_channel(&mut self) -> Result<(), OpError> {
        let Some(client) = self.client else {
            self.fail("status-no-client");
            return Ok(());
        };
        let mut ways = self.bench().ways_to_reach(client)?;
        match ways.len() {
            0 => self.fail("status-nothing-to-copy"),
            1 => {
                let (name, channel) = ways.remove(0);
                self.copy(&name, channel.value);
            }
            _ => self.dialog = Some(Dialog::Copy(Copy::open(ways))),
        }
        Ok(())
    }

    /// Hands a text for somebody of that name to the clipboard.
    pub(super) fn copy(&mut self, name: &str, text: String) {
        let said = self.words().say_with("greet-copied", &[("client", name.into())]);
        self.status = Some(Status::Done(said, None));
        self.effects.push(Effect::Copy(text));
    }

    pub(super) fn show_evidence(&mut self) -> Result<(), OpError> {
        if let Some(client) = self.client
            && let Some(found) = self.bench().evidence(client)?
        {
            let lines = evidence::lines(&self.desk.look(), &found);
            self.dialog = Some(Dialog::Page(Page::open(self.words().name(&found.name).into_owned(), lines)));
        }
        Ok(())
    }

    pub(super) fn show_replacement(&mut self) -> Result<(), OpError> {
        if let Some(client) = self.client
            && let Some(plan) = self.bench().replacement(client)?
        {
            let title = self.words().say_with("replacement-title", &[("client", plan.name.as_str().into())]);
            let lines = replacement::lines(&self.desk.look(), &plan);
            self.dialog = Some(Dialog::Page(Page::open(title, lines)));
        }
        Ok(())
    }

    pub(super) fn show_timeline(&mut self) -> Result<(), OpError> {
        let Some(client) = self.client else {
            self.fail("status-no-client");
            return Ok(());
        };
        if let Some(row) = self.bench().list_row(client)? {
            self.dialog = Some(Dialog::Timeline(Box::new(Timeline::open(client, row.name))));
        }
        Ok(())
    }

    pub(super) fn show_brief(&mut self) -> Result<(), OpError> {
        let Some(client) = self.client else {
            self.fail("status-no-client");
            return Ok(());
        };
        if let Some(areas) = self.areas()
            && let Some(found) = self.bench().brief(client)?
        {
            let lines = brief::page(self.words(), &found.sections(), Page::room(areas.body()));
            self.dialog =
                Some(Dialog::Page(Page::open(self.words().name(&found.card.client.name).into_owned(), lines)));
        }
        Ok(())
    }
}
