//! The alerts: who is slipping, worst money first, and why.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::domain::ids::ClientId;
use crate::ops::{AlertLine, OpError, SilencedCount, Totals, Workbench};
use crate::tui::keymap::{SILENCED, keycap};
use crate::tui::look::{Look, Spot};
use crate::tui::widgets::cell;
use crate::tui::widgets::list::{List, Reach};

/// From this width on an alert needs one row; below it a second one holds the reason.
const ONE_ROW: u16 = 70;

/// The alerts.
#[derive(Default)]
pub struct AlertsPane {
    /// The alerts around the window.
    pub list: List<AlertLine>,
    /// Whether every alert is listed, and not those alone that were pushed forward today.
    all: bool,
    /// How many there are of all.
    total: usize,
    /// How many of those stand; `None` until it is read.
    pushed: Option<usize>,
    /// How many are silent; `None` until it is read.
    silenced: Option<SilencedCount>,
    /// Those to be answered together, with their places.
    marked: BTreeMap<ClientId, usize>,
}

impl AlertsPane {
    /// Reads what is in sight.
    pub fn fit(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        totals: &Totals,
        inside: Rect,
        reach: Reach,
    ) -> Result<(), OpError> {
        self.total = usize::try_from(totals.alerts).unwrap_or(0);
        if self.silenced.is_none() {
            self.silenced = Some(bench.count_silenced()?);
        }
        let rows = (usize::from(inside.height), usize::from(rows_of(inside)));
        if self.all {
            self.list.fit(self.total, rows, reach, |skip, limit| bench.alert_page(skip, limit))?;
        } else {
            let pushed = match self.pushed {
                Some(pushed) => pushed,
                None => *self.pushed.insert(bench.count_pushed()?),
            };
            self.list.fit(pushed, rows, reach, |skip, limit| bench.pushed_page(skip, limit))?;
        }
        let marked = &self.marked;
        self.list.write_out(inside.width, |line| {
            rows_for(look, line, marked.contains_key(&line.client), usize::from(inside.width))
        });
        Ok(())
    }

    /// Forgets what was read, because it may have changed.
    pub fn forget(&mut self) {
        self.list.forget();
        (self.pushed, self.silenced) = (None, None);
    }

    /// Lists every alert, or those of the day.
    pub fn show_all(&mut self, all: bool) {
        if self.all != all {
            self.all = all;
            self.forget();
        }
    }

    /// Marks the alert of a client, or takes the mark off.
    pub fn mark(&mut self, client: ClientId) {
        if self.marked.remove(&client).is_none() {
            self.marked.insert(client, self.list.cursor.selected().unwrap_or(0));
        }
        self.list.forget();
    }

    /// The clients whose alerts are marked.
    pub fn marked(&self) -> Vec<ClientId> {
        self.marked.keys().copied().collect()
    }

    /// The client of the first alert below all those that are marked.
    pub fn after_marked(&self) -> Option<ClientId> {
        let last = self.marked.values().max()?;
        Some(self.list.get(last + 1)?.client)
    }

    /// Whether every alert is listed.
    pub fn lists_all(&self) -> bool {
        self.all
    }

    /// Selects the alert at a place.
    pub fn go_to(&mut self, place: usize) {
        self.list.cursor.reach(place);
    }

    /// Takes every mark off.
    pub fn unmark(&mut self) {
        self.marked.clear();
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
        let mut aside = if self.all || cursor.len() == self.total {
            words.say_with("n-of-n", &[("n", place.into()), ("of", cursor.len().into())])
        } else {
            let more = self.total.saturating_sub(cursor.len());
            words.say_with("n-of-n-more", &[("n", place.into()), ("of", cursor.len().into()), ("more", more.into())])
        };
        let silenced = self.silenced.unwrap_or_default();
        let counts = [("silenced-put-off", silenced.put_off), ("silenced-dismissed", silenced.dismissed)];
        let counts = counts.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| words.say_with(key, &[("n", n.into())]));
        let counts = counts.collect::<Vec<_>>().join(", ");
        if !counts.is_empty() {
            aside = format!("{aside} · {counts}: {}", keycap(SILENCED, look.cyrillic));
        }
        look.frame(spot, &format!("4 {}", words.say("pane-alerts")), &aside, buf);
        if cursor.is_empty() {
            let text = match (look.settled, self.total) {
                (false, _) => words.say("empty-unsettled"),
                (true, 0) => words.say("empty-alerts"),
                (true, more) => words.say_with("empty-alerts-today", &[("n", more.into())]),
            };
            look.empty(inside, &text, buf);
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

fn rows_for(look: &Look<'_>, line: &AlertLine, marked: bool, width: usize) -> Vec<Line<'static>> {
    let mark = look.level_mark(Some(line.alert.level));
    let star = match (marked, line.star) {
        (true, _) => " ✓",
        (false, true) => " ★",
        (false, false) => "",
    };
    let money = look.words.money(line.alert.at_risk);
    let reasons: Vec<String> =
        line.alert.reasons.iter().map(|reason| look.words.message(&reason.signal().short())).collect();
    let woken = if line.alert.woken { format!("{} ", look.words.say("alert-woken")) } else { String::new() };
    let reasons = format!("{woken}{}", reasons.join("; "));
    let named = |room: usize| {
        let name = format!("{}{star}", cell::cut(&look.words.name(&line.name), room.saturating_sub(star.width())));
        Span::raw(cell::left(&name, room))
    };
    // The marker, the level with a space behind it, the money with two in front.
    let room = width.saturating_sub(3 + 2 + money.width());
    if width >= usize::from(ONE_ROW) {
        // The same for every row, whatever its money takes.
        let name = (width / 4).min(30);
        let reasons = cell::left(&reasons, room.saturating_sub(name + 1));
        vec![Line::from(vec![mark, Span::raw(" "), named(name), Span::raw(format!(" {reasons}  {money}"))])]
    } else {
        vec![
            Line::from(vec![mark, Span::raw(" "), named(room), Span::raw(format!("  {money}"))]),
            Line::raw(format!("  {}", cell::left(&reasons, width.saturating_sub(3)))),
        ]
    }
}
