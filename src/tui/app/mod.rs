//! The state of the screen. A key becomes an action (`route`), an action changes the state or calls a verb of the workbench
//! (`apply`), what comes of a job is taken in (`settle`); then [`App::fit`] reads what is in sight, and only that. Drawing,
//! in `screen`, changes nothing.

mod apply;
mod boards;
mod navigate;
mod promises;
mod route;
mod selected;
mod settle;

use ratatui::layout::Size;

use super::action::Action;
use super::desk::{Desk, Setting};
use super::dialogs::Dialog;
use super::dialogs::welcome::Welcome;
use super::layout::{Areas, Pane, View, lay_out};
use super::panes::Panes;
use super::widgets::list::Reach;
use super::worker::Job;
use crate::domain::ids::ClientId;
use crate::domain::matching::Arena;
use crate::ops::{OpError, Totals, Workbench};
use crate::text::Words;

/// What the line of the status says, until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// Something was done; the action that takes it back, or brings it back.
    Done(String, Option<Action>),
    /// Something was not.
    Failed(String),
}

/// What the loop around the screen has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Something aside.
    Start(Job),
    /// Stop what is done aside.
    Stop,
    /// Draw everything anew.
    Repaint,
    /// Hand a text to the terminal's clipboard.
    Copy(String),
    /// Take clicks, or leave them to the terminal.
    TakeMouse(bool),
    /// Go to the demonstration, or back.
    SwitchBook,
    /// End.
    Quit,
}

/// The state of the screen.
pub struct App {
    pub(super) desk: Desk,
    pub(super) panes: Panes,
    size: Size,
    pub(super) view: View,
    pub(super) focus: Pane,
    /// Whether the calendar is shown by days and not as the agenda.
    by_days: bool,
    /// Where `Esc` goes back to from a card.
    back: Option<(View, Pane)>,
    /// The client in context.
    pub(super) client: Option<ClientId>,
    /// How many there are of what; `None` until it is read.
    totals: Option<Totals>,
    pub(super) dialog: Option<Dialog>,
    pub(super) status: Option<Status>,
    /// What the search looks through, once the worker has gathered it.
    arena: Option<Arena>,
    /// Whether the mouse is ours.
    mouse: bool,
    effects: Vec<Effect>,
}

impl App {
    /// The screen of a file with its lists, and the jobs to begin with among its effects. The rest of what is in sight is
    /// read by [`look_around`](Self::look_around).
    pub fn new(bench: Workbench, setting: Setting, words: Words, size: Size) -> Result<Self, OpError> {
        let desk = Desk::new(bench, setting, words)?;
        let mut app = Self {
            panes: Panes::default(),
            size,
            view: View::Today,
            focus: Pane::Alerts,
            by_days: false,
            back: None,
            client: None,
            totals: None,
            dialog: None,
            status: None,
            arena: None,
            mouse: true,
            effects: vec![Effect::Start(Job::Freshen), Effect::Start(Job::Index), Effect::Start(Job::BackUp)],
            desk,
        };
        if app.bench().looks_only() {
            app.fail("status-looks-only");
        } else if let Some(remark) = app.bench().holiday_remarks().first() {
            app.status = Some(Status::Failed(app.words().message(remark)));
        } else if app.desk.chosen_language()?.is_none() {
            let empty = app.bench().count_clients()? == 0;
            app.dialog = Some(Dialog::Welcome(Welcome::open(app.words().lang(), empty)));
        }
        app.fit_lists()?;
        if app.totals().alerts == 0 {
            app.focus = Pane::Agenda;
            app.fit_lists()?;
        }
        Ok(app)
    }

    /// The file.
    pub fn bench(&self) -> &Workbench {
        &self.desk.bench
    }

    /// The words of the language.
    pub fn words(&self) -> &Words {
        &self.desk.words
    }

    /// The size of the window, as the terminal told it last.
    pub fn size(&self) -> Size {
        self.size
    }

    /// How many there are of what.
    pub(super) fn totals(&self) -> Totals {
        self.totals.unwrap_or_default()
    }

    /// Where the panes are; `None` in a window that is too small.
    pub(super) fn areas(&self) -> Option<Areas> {
        lay_out(self.size, self.view)
    }

    /// What the loop has to do now.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Begins the new day if there is one.
    pub fn notice_the_day(&mut self) {
        if self.desk.turn_the_day() {
            self.forget();
            self.effects.extend([Effect::Start(Job::Freshen), Effect::Start(Job::BackUp)]);
        }
    }

    /// Reads again what somebody else has changed; true if there was anything.
    pub fn notice_others(&mut self) -> bool {
        let wrote = self.desk.others_wrote();
        let changed = matches!(wrote, Ok(true));
        let taken = wrote.and_then(|_| if changed { self.take_in_others() } else { Ok(()) });
        self.report(taken);
        changed
    }

    /// Reads what the next key may ask for, while nothing is asked for.
    pub fn read_ahead(&mut self) {
        let (Some(areas), Some(opened)) = (self.areas(), lay_out(self.size, View::Card)) else { return };
        let Some(card) = opened.inside(Pane::Card) else { return };
        let totals = self.totals();
        let Self { desk, panes, focus, dialog, .. } = self;
        // What cannot be read is told when it is asked for.
        let _ = desk.bench.reading(|| {
            panes.read_ahead(desk, &totals, (*focus, &areas), card)?;
            match dialog {
                Some(Dialog::Find(find)) => {
                    let found = find.client();
                    found.map_or(Ok(()), |client| panes.card.read_ahead(&desk.bench, &desk.look(), client, card))
                }
                _ => Ok(()),
            }
        });
    }

    fn take_in_others(&mut self) -> Result<(), OpError> {
        self.effects.push(Effect::Start(Job::Index));
        self.facts_changed()?;
        self.fit()
    }

    /// Keeps what is being typed, because the program is about to end.
    pub fn leave(&mut self) {
        // There is nobody left to tell of an error.
        let _ = self.close_dialog();
    }

    /// Says that something was not done.
    fn fail(&mut self, key: &str) {
        self.status = Some(Status::Failed(self.words().say(key)));
    }

    /// Says what went wrong.
    fn report(&mut self, done: Result<(), OpError>) {
        if let Err(error) = done {
            self.status = Some(Status::Failed(self.words().message(&error.message())));
        }
    }

    /// Forgets what the panes have read, and has made anew what is outdated.
    fn facts_changed(&mut self) -> Result<(), OpError> {
        self.forget();
        if !self.bench().is_fresh()? {
            self.effects.push(Effect::Start(Job::Freshen));
        }
        Ok(())
    }

    fn forget(&mut self) {
        self.totals = None;
        self.panes.forget();
    }

    /// Closes the dialog. What was typed in a bar is kept as a draft; an import that runs is stopped first.
    fn close_dialog(&mut self) -> Result<(), OpError> {
        match self.dialog.take() {
            Some(Dialog::Bar(bar)) => bar.keep_draft(self.bench()),
            Some(Dialog::Gifts(gifts)) => gifts.keep_draft(self.bench()),
            Some(Dialog::Greet(mut greet)) => {
                if greet.is_under_way() && greet.save(self.bench(), &self.desk.look()).is_none() {
                    self.dialog = Some(Dialog::Greet(greet));
                    return Ok(());
                }
                self.forget();
                greet.keep_drafts(self.bench())
            }
            Some(Dialog::Import(import)) if import.running().is_some() => {
                self.dialog = Some(Dialog::Import(import));
                self.effects.push(Effect::Stop);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Reads what is in sight and is not known yet, and tells of an error.
    pub fn look_around(&mut self) {
        let done = self.fit();
        self.report(done);
    }

    /// Reads what is in sight and is not known yet.
    fn fit(&mut self) -> Result<(), OpError> {
        self.fit_lists()?;
        let Some(areas) = self.areas() else { return Ok(()) };
        let Self { desk, panes, client, dialog, .. } = self;
        desk.bench.reading(|| {
            panes.fit_card(desk, *client, &areas)?;
            dialog.as_mut().map_or(Ok(()), |dialog| dialog.fit(&desk.bench, &desk.look(), areas.body()))
        })
    }

    /// Reads what is in sight of the lists.
    fn fit_lists(&mut self) -> Result<(), OpError> {
        let Some(areas) = self.areas() else { return Ok(()) };
        let outdated = self.totals.is_none();
        if outdated {
            let bench = self.bench();
            let (settled, state, minutes) =
                bench.reading(|| Ok((bench.is_fresh()?, bench.book_state()?, bench.minutes_per_day()?)))?;
            (self.desk.settled, self.desk.minutes) = (settled, minutes);
            self.totals = Some(state.map(|state| state.totals).unwrap_or_default());
        }
        let totals = self.totals();
        let Self { desk, panes, focus, client, .. } = self;
        desk.bench.reading(|| {
            panes.fit_lists(desk, &totals, &areas, Reach::Sight)?;
            if *focus != Pane::Card {
                *client = panes.selected(*focus);
            } else if outdated
                && let Some(gone) = *client
                && desk.bench.list_row(gone)?.is_none()
            {
                // The card stays with its client, unless that is gone.
                *client = None;
            }
            Ok(())
        })
    }
}
