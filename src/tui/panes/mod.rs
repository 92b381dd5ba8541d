//! The panes: the state of each beside its drawing.

pub mod agenda;
pub mod alerts;
pub mod card;
pub mod clients;
pub mod days;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::agenda::{AgendaPane, Entry};
use self::alerts::AlertsPane;
use self::card::CardPane;
use self::clients::ClientsPane;
use self::days::DaysPane;
use super::desk::Desk;
use super::layout::{Areas, Pane};
use super::look::{Look, Spot};
use super::widgets::cursor::Cursor;
use super::widgets::list::Reach;
use crate::domain::ids::ClientId;
use crate::ops::{AgendaLine, DueLine, OpError, PromiseRow, Totals};

/// All of them.
#[derive(Default)]
pub struct Panes {
    /// The list of clients.
    pub clients: ClientsPane,
    /// The alerts.
    pub alerts: AlertsPane,
    /// The agenda.
    pub agenda: AgendaPane,
    /// The calendar by week, month or year.
    pub days: DaysPane,
    /// The card of a client.
    pub card: CardPane,
}

impl Panes {
    /// Forgets what was read, because it may have changed.
    pub fn forget(&mut self) {
        self.clients.forget();
        self.alerts.forget();
        self.agenda.forget();
        self.days.forget();
        self.card.forget();
    }

    /// The client selected in a list; `None` for the card, which has none to select.
    pub fn selected(&self, pane: Pane) -> Option<ClientId> {
        match pane {
            Pane::Clients => self.clients.client(),
            Pane::Alerts => self.alerts.client(),
            Pane::Agenda => self.agenda.client(),
            Pane::Days => self.days.client(),
            Pane::Card => None,
        }
    }

    /// The planned touch selected in a calendar.
    pub fn touch(&self, pane: Pane) -> Option<&AgendaLine> {
        match self.entry(pane)? {
            Entry::Planned(line) => Some(line),
            Entry::Done(_) | Entry::Promised(_) | Entry::Due(_) | Entry::Asked(_) => None,
        }
    }

    /// The promise selected in the agenda.
    pub fn promise(&self, pane: Pane) -> Option<&PromiseRow> {
        match self.entry(pane)? {
            Entry::Promised(row) => Some(row),
            Entry::Done(_) | Entry::Due(_) | Entry::Asked(_) | Entry::Planned(_) => None,
        }
    }

    /// What is selected in the agenda because a person gave it that day.
    pub fn due(&self, pane: Pane) -> Option<&DueLine> {
        match self.entry(pane)? {
            Entry::Due(line) => Some(line),
            Entry::Done(_) | Entry::Promised(_) | Entry::Asked(_) | Entry::Planned(_) => None,
        }
    }

    /// Whether a client to be asked how it found its last order is selected in the agenda.
    pub fn asks(&self, pane: Pane) -> bool {
        matches!(self.entry(pane), Some(Entry::Asked(_)))
    }

    fn entry(&self, pane: Pane) -> Option<&Entry> {
        match pane {
            Pane::Agenda => self.agenda.list.selected(),
            Pane::Days => self.days.list.selected(),
            Pane::Clients | Pane::Alerts | Pane::Card => None,
        }
    }

    /// The selection of a list; `None` for the card and for days.
    pub fn cursor(&mut self, pane: Pane) -> Option<&mut Cursor> {
        match pane {
            Pane::Clients => Some(&mut self.clients.list.cursor),
            Pane::Alerts => Some(&mut self.alerts.list.cursor),
            Pane::Agenda => Some(&mut self.agenda.list.cursor),
            Pane::Days | Pane::Card => None,
        }
    }

    /// Moves by so many rows.
    pub fn step(&mut self, pane: Pane, by: isize) {
        match self.cursor(pane) {
            Some(cursor) => drop(cursor.step(by)),
            None if pane == Pane::Days => self.days.step(0, by as i64),
            None => self.card.scroll(by),
        }
    }

    /// Moves by so many pages.
    pub fn page(&mut self, pane: Pane, by: isize) {
        match self.cursor(pane) {
            Some(cursor) => drop(cursor.page(by)),
            None if pane == Pane::Days => self.days.turn(by as i32),
            None => self.card.page(by),
        }
    }

    /// Reads what is within reach of the lists in sight and not known yet.
    pub fn fit_lists(&mut self, desk: &Desk, totals: &Totals, areas: &Areas, reach: Reach) -> Result<(), OpError> {
        let look = desk.look();
        if let Some(inside) = areas.inside(Pane::Clients) {
            self.clients.fit(&desk.bench, &look, totals, inside, reach)?;
        }
        if let Some(inside) = areas.inside(Pane::Alerts) {
            self.alerts.fit(&desk.bench, &look, totals, inside, reach)?;
        }
        if let Some(inside) = areas.inside(Pane::Agenda) {
            self.agenda.fit(&desk.bench, &look, totals, inside, reach)?;
        }
        if let Some(inside) = areas.inside(Pane::Days) {
            self.days.fit(&desk.bench, &look, inside)?;
        }
        Ok(())
    }

    /// Reads the card of a client, where it is in sight and not known yet.
    pub fn fit_card(&mut self, desk: &Desk, client: Option<ClientId>, areas: &Areas) -> Result<(), OpError> {
        match areas.inside(Pane::Card) {
            Some(inside) => self.card.fit(&desk.bench, &desk.look(), client, inside),
            None => Ok(()),
        }
    }

    /// Reads what the next key may bring into sight: a page of the lists, another period, and the cards of the clients
    /// it may lead to, as they would stand in `card`.
    pub fn read_ahead(
        &mut self,
        desk: &Desk,
        totals: &Totals,
        (focus, areas): (Pane, &Areas),
        card: Rect,
    ) -> Result<(), OpError> {
        self.fit_lists(desk, totals, areas, Reach::Page)?;
        if let Some(inside) = areas.inside(Pane::Days) {
            self.days.read_ahead(&desk.bench, &desk.look(), inside)?;
        }
        let clients = if areas.of(Pane::Card).is_some() {
            let [back, on] = self.next(focus);
            let elsewhere = [Pane::Clients, Pane::Alerts, Pane::Agenda].map(|pane| self.selected(pane));
            [&[back, on], &elsewhere[..]].concat()
        } else {
            vec![self.selected(focus)]
        };
        for client in clients.into_iter().flatten() {
            self.card.read_ahead(&desk.bench, &desk.look(), client, card)?;
        }
        Ok(())
    }

    /// The clients of a list that the next key is likely to select.
    fn next(&self, pane: Pane) -> [Option<ClientId>; 2] {
        match pane {
            Pane::Clients => self.clients.list.next().map(|row| row.map(|row| row.client)),
            Pane::Alerts => self.alerts.list.next().map(|line| line.map(|line| line.client)),
            Pane::Agenda => self.agenda.list.next().map(|entry| entry.map(Entry::client)),
            Pane::Days | Pane::Card => [None; 2],
        }
    }

    /// Draws those that are in sight; `client` is the one in context.
    pub fn draw(&self, look: &Look<'_>, areas: &Areas, focus: Pane, client: Option<ClientId>, buf: &mut Buffer) {
        for pane in [Pane::Clients, Pane::Card, Pane::Alerts, Pane::Agenda, Pane::Days] {
            let (Some(area), Some(inside)) = (areas.of(pane), areas.inside(pane)) else { continue };
            let spot = Spot { area, inside, bordered: areas.bordered, focused: focus == pane, client };
            match pane {
                Pane::Clients => self.clients.draw(look, &spot, buf),
                Pane::Card => self.card.draw(look, &spot, buf),
                Pane::Alerts => self.alerts.draw(look, &spot, buf),
                Pane::Agenda => self.agenda.draw(look, &spot, buf),
                Pane::Days => self.days.draw(look, &spot, buf),
            }
        }
    }
}
