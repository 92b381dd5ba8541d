//! Which panes stand where, by the width of the window.

use ratatui::layout::{Rect, Size};

/// The smallest window the program draws in.
pub const SMALLEST: Size = Size { width: 60, height: 16 };

/// What the number keys choose between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Alerts over agenda: whom to contact now.
    Today,
    /// The list of clients.
    Clients,
    /// The agenda.
    Calendar,
    /// The calendar by week, month or year.
    Days,
    /// The alerts.
    Alerts,
    /// The client's card.
    Card,
}

/// A pane that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pane {
    /// The list of clients.
    Clients,
    /// The client's card.
    Card,
    /// The alerts.
    Alerts,
    /// The agenda.
    Agenda,
    /// The calendar by week, month or year.
    Days,
}

/// Where everything is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Areas {
    /// The breadcrumb with the totals, or the tabs.
    pub header: Rect,
    /// The list of clients.
    pub clients: Option<Rect>,
    /// The card.
    pub card: Option<Rect>,
    /// The alerts.
    pub alerts: Option<Rect>,
    /// The agenda.
    pub agenda: Option<Rect>,
    /// The calendar by week, month or year.
    pub days: Option<Rect>,
    /// The line that confirms, or the first line of a bar.
    pub status: Rect,
    /// The hints, or the second line of a bar.
    pub hints: Rect,
    /// Whether panes have borders (from 100 columns on) or fill the window one at a time.
    pub bordered: bool,
}

/// Lays the panes out: one and a line of tabs below 100 columns, two below 120, three columns from there on. `None` for
/// a window that is too small.
pub fn lay_out(size: Size, view: View) -> Option<Areas> {
    if size.width < SMALLEST.width || size.height < SMALLEST.height {
        return None;
    }
    // Sums rather than ratatui's solver: every key asks for the areas, and the first frame would wait for it.
    let bordered = size.width >= 100;
    let row = |y| Rect::new(0, y, size.width, 1);
    let (header, status, hints) = (row(0), row(size.height - 2), row(size.height - 1));
    let top = 1 + u16::from(!bordered);
    let body = Rect::new(0, top, size.width, status.y - top);
    let mut areas =
        Areas { header, clients: None, card: None, alerts: None, agenda: None, days: None, status, hints, bordered };
    if size.width >= 120 {
        // What is over goes to the card first, then to the names.
        let names = 34 + (size.width - 120) / 4;
        let (left, others) = beside(body, names.min(60));
        let (middle, right) = beside(others, others.width - 44);
        areas.clients = Some(left);
        if view == View::Days {
            areas.days = Some(others);
        } else {
            areas.card = Some(middle);
            areas.stack(right, bordered);
        }
    } else if bordered && view != View::Days {
        let (left, right) = beside(body, body.width.div_ceil(2));
        areas.show(view, left);
        if view == View::Card {
            areas.clients = Some(left);
        }
        areas.card = Some(right);
    } else {
        areas.show(view, body);
    }
    Some(areas)
}

/// The first so many columns of an area, and the others.
fn beside(area: Rect, width: u16) -> (Rect, Rect) {
    (Rect { width, ..area }, Rect { x: area.x + width, width: area.width - width, ..area })
}

impl Areas {
    fn show(&mut self, view: View, area: Rect) {
        match view {
            View::Today => self.stack(area, self.bordered),
            View::Clients => self.clients = Some(area),
            View::Calendar => self.agenda = Some(area),
            View::Days => self.days = Some(area),
            View::Alerts => self.alerts = Some(area),
            View::Card => self.card = Some(area),
        }
    }

    /// Alerts over agenda; without borders a heading stands between the two.
    fn stack(&mut self, area: Rect, bordered: bool) {
        let height = area.height.div_ceil(2) + if bordered { area.height / 20 } else { 0 };
        self.alerts = Some(Rect { height, ..area });
        self.agenda = Some(Rect { y: area.y + height, height: area.height - height, ..area });
    }

    /// Everything between the header and the line of the status.
    pub fn body(&self) -> Rect {
        let top = self.header.bottom() + u16::from(!self.bordered);
        Rect { y: top, height: self.status.y.saturating_sub(top), ..self.header }
    }

    /// The area of a pane, where it is in sight.
    pub fn of(&self, pane: Pane) -> Option<Rect> {
        match pane {
            Pane::Clients => self.clients,
            Pane::Card => self.card,
            Pane::Alerts => self.alerts,
            Pane::Agenda => self.agenda,
            Pane::Days => self.days,
        }
    }

    /// What is inside a pane's border or heading: where its rows are drawn.
    pub fn inside(&self, pane: Pane) -> Option<Rect> {
        let area = self.of(pane)?;
        Some(if self.bordered {
            Rect::new(area.x + 1, area.y + 1, area.width.saturating_sub(2), area.height.saturating_sub(2))
        } else {
            Rect::new(area.x, area.y + 1, area.width, area.height.saturating_sub(1))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_width_decides_how_many_panes_there_are() {
        let panes = |width, height, view| {
            lay_out(Size { width, height }, view).map(|areas| {
                [Pane::Clients, Pane::Card, Pane::Alerts, Pane::Agenda, Pane::Days].map(|pane| areas.of(pane).is_some())
            })
        };
        assert_eq!(panes(140, 40, View::Today), Some([true, true, true, true, false]));
        assert_eq!(panes(120, 40, View::Days), Some([true, false, false, false, true]));
        assert_eq!(panes(100, 30, View::Days), Some([false, false, false, false, true]));
        assert_eq!(panes(119, 30, View::Clients), Some([true, true, false, false, false]));
        assert_eq!(panes(100, 30, View::Today), Some([false, true, true, true, false]));
        assert_eq!(panes(80, 24, View::Today), Some([false, false, true, true, false]));
        assert_eq!(panes(80, 24, View::Card), Some([false, true, false, false, false]));
        assert_eq!(panes(59, 24, View::Today), None);
        assert_eq!(panes(60, 15, View::Today), None);
    }
}
