//! The alerts: who is slipping, worst money first, and why.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::domain::ids::ClientId;
use crate::ops::{AlertLine, OpError, Totals, Workbench};
use crate::tui::look::{Look, Spot};
use crate::tui::widgets::cell;
use crate::tui::widgets::list::List;

/// From this width on an alert needs one row; below it a second one holds the reason.
const ONE_ROW: u16 = 70;

/// The alerts.
#[derive(Default)]
pub struct AlertsPane {
    /// The alerts around the window.
    pub list: List<AlertLine>,
}

impl AlertsPane {
    /// Reads what is in sight.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>, totals: &Totals, inside: Rect) -> Result<(), OpError> {
        let len = usize::try_from(totals.alerts).unwrap_or(0);
        let rows = (usize::from(inside.height), usize::from(rows_of(inside)));
        self.list.fit(len, rows, |skip, limit| bench.alert_page(skip, limit))?;
        self.list.write_out(inside.width, |line| rows_for(look, line, usize::from(inside.width)));
        Ok(())
    }

    /// The client of the selected alert.
    pub fn client(&self) -> Option<ClientId> {
        self.list.selected().map(|line| line.client)
    }

    /// Draws the pane.
    pub fn draw(&self, look: &Look<'_>, spot: &Spot, buf: &mut Buffer) {
        let inside = spot.inside;
        let words = look.words;
        let cursor = &self.list.cursor;
        let place = cursor.selected().map_or(0, |place| place + 1);
        let aside = words.say_with("n-of-n", &[("n", place.into()), ("of", cursor.len().into())]);
        look.frame(spot, &format!("4 {}", words.say("pane-alerts")), &aside, buf);
        if cursor.is_empty() {
            look.empty(inside, &words.say(if look.settled { "empty-alerts" } else { "empty-unsettled" }), buf);
            return;
        }
        let stands_out = |place, line: &AlertLine| spot.stands_out(cursor.selected() == Some(place), line.client);
        self.list.draw(look, inside, spot.focused, stands_out, buf);
    }
}

/// How many rows an alert takes in a pane of this width.
fn rows_of(inside: Rect) -> u16 {
    if inside.width >= ONE_ROW { 1 } else { 2 }
}

fn rows_for(look: &Look<'_>, line: &AlertLine, width: usize) -> Vec<Line<'static>> {
    let mark = look.level_mark(Some(line.alert.level));
    let star = if line.star { " ★" } else { "" };
    let money = look.words.money(line.alert.at_risk);
    let reasons: Vec<String> = line.alert.reasons.iter().map(|reason| look.words.message(&reason.short())).collect();
    let reasons = reasons.join("; ");
    let named = |room: usize| {
        let name = format!("{}{star}", cell::cut(&line.name, room.saturating_sub(star.width())));
        Span::raw(cell::left(&name, room))
    };
    // The marker, the level with a space behind it, the money with two in front.
    let room = width.saturating_sub(3 + 2 + money.width());
    if width >= usize::from(ONE_ROW) {
        let name = (room / 3).min(30);
        let reasons = cell::left(&reasons, room.saturating_sub(name + 1));
        vec![Line::from(vec![mark, Span::raw(" "), named(name), Span::raw(format!(" {reasons}  {money}"))])]
    } else {
        vec![
            Line::from(vec![mark, Span::raw(" "), named(room), Span::raw(format!("  {money}"))]),
            Line::raw(format!("  {}", cell::left(&reasons, width.saturating_sub(3)))),
        ]
    }
}
