//! From view to view: which is shown, where the keys are, and the way back.

use super::App;
use crate::domain::ids::ClientId;
use crate::ops::OpError;
use crate::tui::layout::{Pane, View};
use crate::tui::panes::days::{DaysPane, Scale};

/// The panes in the order in which `Tab` goes through them, each with the view that shows it where there is room for one.
const PANES: [(Pane, View); 4] = [
    (Pane::Alerts, View::Today),
    (Pane::Agenda, View::Today),
    (Pane::Clients, View::Clients),
    (Pane::Card, View::Card),
];

/// The scales of the calendar: the agenda, and those of days.
const SCALES: usize = 1 + Scale::ALL.len();

impl App {
    pub(super) fn go(&mut self, view: View, focus: Pane) {
        (self.view, self.focus, self.back) = (view, focus, None);
    }

    /// Shows the calendar on another scale: by agenda first, then by the scales of days.
    pub(super) fn zoom(&mut self, by: isize) {
        let now = if self.by_days { Scale::ALL.iter().position(|scale| *scale == self.panes.days.scale) } else { None };
        let place = turned(now.map_or(0, |place| place + 1), by, SCALES);
        self.by_days = place > 0;
        if let Some(scale) = place.checked_sub(1).and_then(|place| Scale::ALL.get(place)) {
            self.panes.days.zoom(*scale);
        }
        let (view, pane) = if self.by_days { (View::Days, Pane::Days) } else { (View::Calendar, Pane::Agenda) };
        self.go(view, pane);
    }

    /// Shows the calendar by days, at another place.
    pub(super) fn see_days(&mut self, change: impl FnOnce(&mut DaysPane)) {
        self.by_days = true;
        // A pane that was never in sight knows no day yet.
        self.panes.days.today = self.desk.look().today;
        change(&mut self.panes.days);
        if self.focus != Pane::Days {
            self.go(View::Days, Pane::Days);
        }
    }

    pub(super) fn turn(&mut self, by: isize) {
        // Where the days are shown, they stand in the place of the agenda.
        let focus = if self.focus == Pane::Days { Pane::Agenda } else { self.focus };
        let place = PANES.iter().position(|(pane, _)| *pane == focus).unwrap_or(0);
        let (pane, view) = PANES[turned(place, by, PANES.len())];
        let in_sight = self.areas().is_some_and(|areas| areas.of(pane).is_some());
        self.go(if in_sight { self.view } else { view }, pane);
    }

    /// Opens the card of a client; `Esc` leads back to where one was.
    pub(super) fn open(&mut self, client: ClientId) -> Result<(), OpError> {
        if self.focus != Pane::Card {
            self.back = Some((self.view, self.focus));
        }
        (self.view, self.focus, self.client) = (View::Card, Pane::Card, Some(client));
        if self.panes.clients.client() != Some(client) {
            let place = self.bench().list_place(client)?;
            self.panes.clients.list.cursor.reach(place);
        }
        Ok(())
    }

    /// Turns the card of the client in context to the page of the year, or back to the card itself.
    pub(super) fn show_year(&mut self) -> Result<(), OpError> {
        let Some(client) = self.client else {
            self.fail("status-no-client");
            return Ok(());
        };
        let by_year = !(self.panes.card.by_year() && self.areas().is_some_and(|areas| areas.of(Pane::Card).is_some()));
        self.panes.card.show_year(by_year);
        self.open(client)
    }

    pub(super) fn go_back(&mut self) {
        if let Some((view, pane)) = self.back.take() {
            (self.view, self.focus) = (view, pane);
        }
    }
}

/// The place so many places on, around and around.
fn turned(place: usize, by: isize, of: usize) -> usize {
    (place + of).saturating_add_signed(by) % of
}
