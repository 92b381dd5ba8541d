//! What each action does.

use super::{App, Effect, Status};
use crate::domain::ids::ClientId;
use crate::domain::touch::TouchKind;
use crate::ops::{COUNTRY, OpError, Receipt, Workbench, reversal_message};
use crate::text::Lang;
use crate::tui::action::Action;
use crate::tui::dialogs::Dialog;
use crate::tui::dialogs::actions::Actions;
use crate::tui::dialogs::bar::{Bar, Entering};
use crate::tui::dialogs::board::About;
use crate::tui::dialogs::dismiss::Dismiss;
use crate::tui::dialogs::duplicates::Duplicates;
use crate::tui::dialogs::evaluate::Evaluate;
use crate::tui::dialogs::find::Find;
use crate::tui::dialogs::follow_up::FollowUp;
use crate::tui::dialogs::gifts::Gifts;
use crate::tui::dialogs::greet::Greet;
use crate::tui::dialogs::import::Import;
use crate::tui::dialogs::page::Page;
use crate::tui::dialogs::plan::Plan;
use crate::tui::dialogs::profile::Profile;
use crate::tui::dialogs::set_status::SetStatus;
use crate::tui::dialogs::silenced::SilencedAlerts;
use crate::tui::dialogs::skipped::Skipped;
use crate::tui::dialogs::table::Table;
use crate::tui::dialogs::to_day::ToDay;
use crate::tui::input::Key;
use crate::tui::keymap::keycap;
use crate::tui::layout::{Pane, View};
use crate::tui::report;
use crate::tui::worker::Job;

impl App {
    /// Applies an action.
    pub fn apply(&mut self, action: Action) -> Result<(), OpError> {
        match action {
            Action::Help | Action::Palette => self.dialog = Some(Dialog::Actions(Actions::default())),
            Action::Find => self.dialog = Some(Dialog::Find(Find::open(self.arena.is_some()))),
            Action::ShowToday => {
                self.panes.alerts.show_all(false);
                self.go(View::Today, Pane::Alerts);
            }
            Action::ShowClients => self.go(View::Clients, Pane::Clients),
            Action::ShowCalendar if self.by_days => self.go(View::Days, Pane::Days),
            Action::ShowCalendar => self.go(View::Calendar, Pane::Agenda),
            Action::ShowAlerts => {
                self.panes.alerts.show_all(true);
                self.go(View::Alerts, Pane::Alerts);
            }
            Action::ShowCard => {
                self.panes.card.show_year(false);
                self.go(View::Card, Pane::Card);
            }
            Action::ShowYear => return self.show_year(),
            Action::NextPane => self.turn(1),
            Action::PreviousPane => self.turn(-1),
            Action::Up => self.panes.step(self.focus, -1),
            Action::Down => self.panes.step(self.focus, 1),
            Action::Left | Action::Right if self.focus == Pane::Days => {
                self.panes.days.step(if action == Action::Left { -1 } else { 1 }, 0);
            }
            // The other panes have no columns to go through.
            Action::Left | Action::Right => {}
            Action::NextScale => self.zoom(1),
            Action::PreviousScale => self.zoom(-1),
            Action::PreviousPeriod => self.see_days(|days| days.turn(-1)),
            Action::NextPeriod => self.see_days(|days| days.turn(1)),
            Action::ToToday => self.see_days(|days| days.select(None)),
            Action::ToDay => self.dialog = Some(Dialog::ToDay(ToDay::default())),
            Action::First | Action::Last if self.focus == Pane::Days => {
                self.panes.days.go_to_end(action == Action::Last);
            }
            Action::PageUp => self.panes.page(self.focus, -1),
            Action::PageDown => self.panes.page(self.focus, 1),
            Action::First => self.panes.step(self.focus, isize::MIN / 2),
            Action::Last => self.panes.step(self.focus, isize::MAX / 2),
            Action::Open if self.focus == Pane::Days && !self.panes.days.in_list => self.panes.days.in_list = true,
            Action::Open => {
                self.panes.card.show_year(false);
                if let Some(client) = self.client {
                    return self.open(client);
                }
            }
            Action::Back if self.focus == Pane::Days && self.panes.days.in_list => self.panes.days.in_list = false,
            Action::Back if self.focus == Pane::Clients && self.panes.clients.is_marked() => {
                self.panes.clients.unmark();
            }
            Action::Back => {
                self.panes.card.show_year(false);
                self.go_back();
            }
            Action::Undo => return self.reverse("undone", Action::Redo, Workbench::undo),
            Action::Redo => return self.reverse("redone", Action::Undo, Workbench::redo),
            Action::LogCall => return self.enter(Entering::Touch(TouchKind::Call)),
            Action::LogMessage => return self.enter(Entering::Touch(TouchKind::Message)),
            Action::LogMeeting => return self.enter(Entering::Touch(TouchKind::Meeting)),
            Action::LogGift => return self.enter(Entering::Touch(TouchKind::Gift)),
            Action::LogEmail => return self.enter(Entering::Touch(TouchKind::Email)),
            Action::LogLetter => return self.enter(Entering::Touch(TouchKind::Mail)),
            Action::LogInvitation => return self.enter(Entering::Touch(TouchKind::Event)),
            Action::LogOrder => return self.enter(Entering::Order),
            Action::LogNote => return self.enter(Entering::Note),
            Action::AddClient | Action::Greet | Action::EditTable if self.bench().looks_only() => {
                return Err(OpError::LooksOnly);
            }
            Action::AddClient => self.dialog = Some(Dialog::Profile(Box::new(Profile::add(&self.desk.look())))),
            Action::EditClient | Action::Greet | Action::Import if self.words().is_curtained() => {
                self.fail("status-curtained");
            }
            Action::EditClient => {
                if let Some(client) = self.client_to_write()? {
                    let name = self.bench().client(client)?.name;
                    self.dialog = Some(Dialog::Profile(Box::new(Profile::edit(client, name))));
                }
            }
            Action::CopyChannel => return self.copy_channel(),
            Action::SetStatus => {
                if let Some(client) = self.client_to_write()? {
                    let name = self.bench().client(client)?.name;
                    self.dialog = Some(Dialog::SetStatus(SetStatus::open(client, name)));
                }
            }
            Action::StageOn | Action::StageBack => {
                if let Some(client) = self.client_to_write()? {
                    let receipt = self.bench().step_stage(client, action == Action::StageOn)?;
                    return self.confirm(&receipt);
                }
            }
            Action::SetCriterion => return self.enter(Entering::Criterion),
            Action::OpenComplaint => return self.enter(Entering::Complaint),
            Action::NoteEvent => return self.enter(Entering::Event),
            Action::Evaluate => {
                if let Some(client) = self.client_to_write()?
                    && let Some(row) = self.bench().list_row(client)?
                {
                    let known = self.bench().evaluation_of_last(client)?;
                    if self.words().is_curtained() && !known.1.is_empty() {
                        self.fail("written-curtained");
                        return Ok(());
                    }
                    self.dialog = Some(Dialog::Evaluate(Evaluate::open(client, row.name, known)));
                }
            }
            Action::ShowComplaints => return self.show_board(About::Complaints, None),
            Action::CloseComplaint => return self.show_board(About::Complaints, Some("board-close-complaint")),
            Action::ShowParting => return self.show_board(About::Parting, None),
            Action::ShowCompetitors => return self.show_board(About::Competitors, None),
            Action::CloseClient => return self.show_board(About::Parting, Some("board-close-client")),
            Action::FollowUp => {
                if let Some(client) = self.client_to_write()?
                    && let Some(row) = self.bench().list_row(client)?
                {
                    self.dialog = Some(Dialog::FollowUp(FollowUp::open(client, row.name)));
                }
            }
            Action::KeepPromise | Action::EndPromise => return self.end_promise(action),
            Action::SnoozeAlert | Action::DismissAlert | Action::MoveTouch | Action::DoTouch
                if self.panes.due(self.focus).is_some() =>
            {
                return self.open_due();
            }
            Action::SnoozeAlert | Action::DismissAlert | Action::MoveTouch | Action::DoTouch
                if self.panes.promise(self.focus).is_some() =>
            {
                return self.answer_promise(action);
            }
            Action::DoTouch if self.panes.asks(self.focus) => return self.apply(Action::Evaluate),
            Action::SnoozeAlert | Action::DismissAlert | Action::MoveTouch if self.panes.asks(self.focus) => {
                self.fail("status-evaluation-waits");
            }
            Action::ShowEvidence | Action::SnoozeAlert | Action::DismissAlert | Action::MoveTouch | Action::DoTouch
                if self.panes.touch(self.focus).is_some() =>
            {
                return self.decide(action);
            }
            Action::ShowEvidence => return self.show_evidence(),
            Action::ShowBrief => return self.show_brief(),
            Action::MoveTouch | Action::DoTouch => self.fail("status-no-touch"),
            Action::SnoozeAlert => {
                if let Some((clients, name)) = self.alerts_to_answer()? {
                    self.dialog = Some(Dialog::FollowUp(FollowUp::snooze(clients, name)));
                }
            }
            Action::DismissAlert => {
                if let Some((clients, name)) = self.alerts_to_answer()? {
                    let evidence = self.bench().evidence(clients[0])?;
                    let dropped = evidence.and_then(|evidence| evidence.alert).is_some_and(|alert| alert.is_dropped());
                    self.dialog = Some(Dialog::Dismiss(Dismiss::open(clients, name, dropped)));
                }
            }
            Action::Mark => {
                if let Some(client) = self.client {
                    match self.focus {
                        Pane::Clients => self.panes.clients.mark(client),
                        _ => self.panes.alerts.mark(client),
                    }
                    self.panes.step(self.focus, 1);
                }
            }
            Action::ShowSkipped => {
                if let Some(client) = self.client_to_write()? {
                    let name = self.bench().client(client)?.name;
                    self.dialog = Some(Dialog::Skipped(Box::new(Skipped::open(client, name))));
                }
            }
            Action::ShowSilenced => self.dialog = Some(Dialog::Silenced(SilencedAlerts::default())),
            Action::ShowReplacement => return self.show_replacement(),
            Action::ShowTimeline => return self.show_timeline(),
            Action::ShowGifts => self.dialog = Some(Dialog::Gifts(Box::new(Gifts::open(self.client)))),
            Action::ShowRules => self.dialog = Some(Dialog::Gifts(Box::new(Gifts::open_rules()))),
            Action::ShowDuplicates => {
                let duplicates = Duplicates::open(self.bench(), &self.panes.clients.marked())?;
                self.dialog = Some(Dialog::Duplicates(Box::new(duplicates)));
                self.effects.push(Effect::Start(Job::Duplicates));
            }
            Action::ShowFigures => {
                let lines = vec![self.words().say("empty-unsettled")];
                self.dialog = Some(Dialog::Page(Page::open(self.words().say("figures-title"), lines)));
                self.effects.push(Effect::Start(Job::Figures));
            }
            Action::ShowThresholds => self.dialog = Some(Dialog::Thresholds(Box::default())),
            Action::ShowReport => {
                let lines = report::lines(&self.desk.look(), self.bench())?;
                self.dialog = Some(Dialog::Page(Page::open(self.words().say("report-title"), lines)));
            }
            Action::ShowLosses => {
                let losses = self.bench().losses(None, self.bench().today())?.messages();
                let lines = losses.iter().map(|message| self.words().message(message)).collect();
                self.dialog = Some(Dialog::Page(Page::open(self.words().say("losses-title"), lines)));
            }
            Action::Greet => self.dialog = Some(Dialog::Greet(Greet::default())),
            Action::ShowNews => self.dialog = Some(Dialog::News(Box::default())),
            Action::EditTable => self.dialog = Some(Dialog::Table(Box::new(Table::open(self.bench())?))),
            Action::ShowPlan => {
                self.dialog = Some(Dialog::Plan(Box::new(Plan::open(self.bench(), &self.desk.look())?)));
            }
            Action::Import => self.dialog = Some(Dialog::Import(Import::open())),
            Action::Refresh => {
                self.bench().outdate()?;
                self.status = Some(Status::Done(self.words().say("status-refreshing"), None));
                return self.facts_changed();
            }
            Action::SwitchBook => self.effects.push(Effect::SwitchBook),
            Action::SwitchLanguage => {
                let other = if self.words().lang() == Lang::En { Lang::Ru } else { Lang::En };
                self.desk.choose_language(other)?;
                self.forget();
            }
            Action::SwitchCountry => {
                let next = self.bench().country()?.next();
                self.bench().set_setting(COUNTRY, next.name())?;
                let country = self.words().say(&format!("country-{}", next.name()));
                let said = self.words().say_with("status-country", &[("country", country.into())]);
                self.status = Some(Status::Done(said, Some(Action::Undo)));
                return self.facts_changed();
            }
            Action::SwitchMouse => {
                self.mouse = !self.mouse;
                let says = if self.mouse { "status-mouse-on" } else { "status-mouse-off" };
                self.status = Some(Status::Done(self.words().say(says), None));
                self.effects.push(Effect::TakeMouse(self.mouse));
            }
            Action::Curtain => {
                let down = !self.words().is_curtained();
                self.forget();
                self.desk.curtain(down)?;
                self.status = down.then(|| Status::Done(self.words().say("status-curtain"), None));
            }
            Action::Repaint => self.effects.push(Effect::Repaint),
            Action::Quit => {
                if self.back.is_some() {
                    self.go_back();
                } else {
                    self.effects.push(Effect::Quit);
                }
            }
        }
        Ok(())
    }

    /// The client in context, if something may be written for it: `None` says why, too.
    pub(super) fn client_to_write(&mut self) -> Result<Option<ClientId>, OpError> {
        if self.bench().looks_only() {
            return Err(OpError::LooksOnly);
        }
        if self.client.is_none() {
            self.fail("status-no-client");
        }
        Ok(self.client)
    }

    fn enter(&mut self, what: Entering) -> Result<(), OpError> {
        if let Some(client) = self.client_to_write()? {
            let selected = (self.focus == Pane::Days).then(|| self.panes.days.day());
            let past = selected.filter(|day| *day < self.bench().today());
            let marked = match what {
                Entering::Touch(_) | Entering::Note => match self.focus {
                    Pane::Clients => self.panes.clients.marked(),
                    Pane::Alerts => self.panes.alerts.marked(),
                    Pane::Agenda | Pane::Card | Pane::Days => Vec::new(),
                },
                _ => Vec::new(),
            };
            let clients = if marked.is_empty() { vec![client] } else { marked };
            let bar = Bar::open_for(self.bench(), clients, what, past)?;
            if self.words().is_curtained() && bar.as_ref().is_some_and(Bar::holds_text) {
                self.fail("written-curtained");
            } else {
                self.dialog = bar.map(Dialog::Bar);
            }
        }
        Ok(())
    }

    /// Saves what was entered in the dialog, and closes it if that is the end of it; it stays open, and says why, if that
    /// cannot be kept.
    pub(super) fn save(&mut self, closes: bool) -> Result<(), OpError> {
        let Some(dialog) = &mut self.dialog else { return Ok(()) };
        match dialog.save(&self.desk.bench, &self.desk.look()) {
            Some(receipt) => {
                if let Dialog::Duplicates(duplicates) = dialog {
                    self.client = self.client.map(|client| duplicates.instead_of(client));
                }
                if matches!(dialog, Dialog::Profile(_) | Dialog::Duplicates(_)) {
                    // Who is called otherwise now is to be found by that.
                    self.effects.push(Effect::Start(Job::Index));
                }
                if closes {
                    match self.dialog.take() {
                        Some(Dialog::Profile(profile)) => {
                            if let Some(client) = profile.client() {
                                self.open(client)?;
                            }
                        }
                        done => self.offer_complaint(done)?,
                    }
                }
                self.confirm(&receipt)
            }
            None => Ok(()),
        }
    }

    /// Where the client found something wanting, the complaint it may be lies open, one key from being entered or left.
    fn offer_complaint(&mut self, done: Option<Dialog>) -> Result<(), OpError> {
        let Some(Dialog::Evaluate(evaluate)) = done else { return Ok(()) };
        if let Some((client, wanting)) = evaluate.wanting(&self.desk.look())
            && let Some(mut bar) = Bar::open(self.bench(), client, Entering::Complaint, None)?
        {
            bar.paste(&wanting);
            self.dialog = Some(Dialog::Bar(bar));
        }
        Ok(())
    }

    pub(super) fn confirm(&mut self, receipt: &Receipt) -> Result<(), OpError> {
        let next = self.panes.alerts.after_marked();
        self.panes.alerts.unmark();
        self.panes.clients.unmark();
        if let Some(next) = next {
            self.panes.alerts.go_to(self.desk.bench.alert_place(next, self.panes.alerts.lists_all())?);
        }
        let mut sentences: Vec<String> =
            receipt.messages().iter().map(|message| self.words().message(message)).collect();
        if receipt.is_of_a_like() {
            let key = keycap(Key::char('J'), self.desk.look().cyrillic);
            sentences.push(self.words().say_with("status-like-next", &[("key", key.into())]));
        }
        self.status = Some(Status::Done(sentences.join(" · "), Some(Action::Undo)));
        self.facts_changed()
    }

    fn reverse(
        &mut self,
        says: &'static str,
        back: Action,
        verb: impl FnOnce(&Workbench) -> Result<crate::ops::Action, OpError>,
    ) -> Result<(), OpError> {
        let action = verb(self.bench())?;
        let message = reversal_message(says, &action);
        self.status = Some(Status::Done(self.words().message(&message), Some(back)));
        // The language, or the clients themselves, may be other ones now.
        self.desk.speak_as_chosen()?;
        self.effects.push(Effect::Start(Job::Index));
        self.facts_changed()
    }
}
