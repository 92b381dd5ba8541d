//! Draws the whole screen: the header, the panes, the line of the status, the hints, the dialog over them.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::action::Action;
use super::app::{App, Status};
use super::dialogs::Dialog;
use super::keymap::{BINDINGS, binding_of, hinted_in, keycap};
use super::layout::{Areas, SMALLEST, View};
use super::look::Look;
use super::widgets::cell;

/// The views in the order of their number keys.
const TABS: [(View, Action, &str); 5] = [
    (View::Today, Action::ShowToday, "pane-today"),
    (View::Clients, Action::ShowClients, "pane-clients"),
    (View::Calendar, Action::ShowCalendar, "pane-calendar"),
    (View::Alerts, Action::ShowAlerts, "pane-alerts"),
    (View::Card, Action::ShowCard, "pane-card"),
];

impl App {
    /// Draws a frame into a buffer; returns where the cursor stands, where there is one.
    pub fn draw_into(&self, buf: &mut Buffer) -> Option<Position> {
        let look = self.desk.look();
        let Some(areas) = self.areas() else {
            let args = [
                ("width", i64::from(self.size().width).into()),
                ("height", i64::from(self.size().height).into()),
                ("least-width", i64::from(SMALLEST.width).into()),
                ("least-height", i64::from(SMALLEST.height).into()),
            ];
            let area = *buf.area();
            look.empty(area, &look.words.say_with("window-too-small", &args), buf);
            return None;
        };
        let plain = Rect { height: 1, ..areas.header };
        if areas.bordered {
            self.draw_breadcrumb(&look, plain, buf);
        } else {
            self.draw_tabs(&look, plain, buf);
        }
        if !self.dialog.as_ref().is_some_and(Dialog::hides_panes) {
            self.panes.draw(&look, &areas, self.focus, self.client, buf);
        }
        // Only a page lets the keys of the panes through; any other dialog says itself what its keys are.
        if matches!(self.dialog, None | Some(Dialog::Page(_))) {
            let hints = self.hints(&look, areas.hints.width);
            draw_hints(&look, areas.hints, &hints, buf);
        }
        let cursor = self.dialog.as_ref().and_then(|dialog| dialog.draw(&look, &areas, buf));
        // These two write where the status stands.
        if !matches!(self.dialog, Some(Dialog::Bar(_) | Dialog::Find(_))) {
            self.draw_status(&look, areas.status, buf);
        }
        cursor
    }

    /// The permanent marks: a demonstration, a file that may be looked at only, a curtain.
    fn marks(&self, look: &Look<'_>) -> Vec<Span<'static>> {
        let mut marks = Vec::new();
        for (shown, key) in [
            (self.desk.setting.demo, "mark-demo"),
            (self.bench().looks_only(), "mark-looks-only"),
            (self.words().is_curtained(), "mark-curtain"),
        ] {
            if shown {
                marks.push(Span::styled(format!(" {} ", look.words.say(key)), look.theme.mark()));
                marks.push(Span::raw(" "));
            }
        }
        marks
    }

    fn draw_breadcrumb(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let words = look.words;
        let mut line = Line::from(vec![Span::styled(" regulars  ", look.theme.heading())]);
        line.extend(self.marks(look));
        let day = if area.width >= 150 { words.full_day(look.today) } else { words.day(look.today) };
        line.push_span(Span::raw(day));
        let totals = self.totals();
        let counts = [
            words.say_with("total-clients", &[("n", totals.clients.into())]),
            words.say_with("total-regular", &[("n", totals.regular.into()), ("next", totals.regular_with_next.into())]),
            words.say_with(
                "total-today",
                &[("n", totals.due.into()), ("minutes", totals.due_minutes.into()), ("of", self.desk.minutes.into())],
            ),
        ];
        let width = usize::from(area.width);
        let mut used = line.width();
        for part in counts {
            used += part.width() + 3;
            if used <= width {
                line.push_span(Span::raw(format!("   {part}")));
            }
        }
        cell::write(buf, (area.x, area.y), &line, area.width);
    }

    fn draw_tabs(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let tabs = self.tabs(look);
        let taken = tabs.last().map_or(0, |(columns, ..)| columns.end);
        for (columns, view, text) in tabs {
            let style = if view == self.tab() { look.theme.focus().underlined() } else { ratatui::style::Style::new() };
            buf.set_string(area.x + columns.start, area.y, text, style);
        }
        let marks = Line::from(self.marks(look));
        let mut aside = marks.clone();
        aside.push_span(Span::raw(look.words.day(look.today)));
        // The marks are permanent; the day gives way.
        let room = usize::from(area.width.saturating_sub(taken + 2));
        let aside = if aside.width() <= room { aside } else { marks };
        buf.set_line(area.right().saturating_sub(aside.width() as u16 + 1), area.y, &aside, area.width);
    }

    /// The view whose tab stands out: the calendar has one, whatever it shows.
    fn tab(&self) -> View {
        if self.view == View::Days { View::Calendar } else { self.view }
    }

    /// The tabs with the columns they take. Where there is no room for all the names beside the marks, only the view that
    /// is shown has its name.
    fn tabs(&self, look: &Look<'_>) -> Vec<(Range<u16>, View, String)> {
        let marks = Line::from(self.marks(look)).width();
        let whole = self.tabs_named(look, |_| true);
        let taken = whole.last().map_or(0, |(columns, ..)| usize::from(columns.end));
        if taken + 2 + marks <= usize::from(self.size().width) {
            whole
        } else {
            self.tabs_named(look, |view| view == self.tab())
        }
    }

    fn tabs_named(&self, look: &Look<'_>, named: impl Fn(View) -> bool) -> Vec<(Range<u16>, View, String)> {
        let mut x = 1;
        let tabs = TABS.iter().enumerate().map(|(place, (view, _, key))| {
            let mut text = (place + 1).to_string();
            if named(*view) {
                text = format!("{text} {}", look.words.say(key));
                if *view == View::Alerts && self.totals().alarms > 0 {
                    text = format!("{text} {}", look.words.count(self.totals().alarms));
                }
            }
            let columns = x..x + text.width() as u16;
            x = columns.end + 2;
            (columns, *view, text)
        });
        tabs.collect()
    }

    fn draw_status(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let (text, style, back) = match &self.status {
            Some(Status::Done(text, back)) => (text, look.theme.toast(), *back),
            Some(Status::Failed(text)) => (text, look.theme.error(), None),
            None => return,
        };
        let undo = back.and_then(binding_of).map_or_else(String::new, |binding| {
            // The key stays with what it does.
            format!(" · {}\u{a0}{}", keycap(binding.keys[0], look.cyrillic), look.words.say(binding.name))
        });
        cell::rise(buf, area, &format!("{text}{undo}"), style);
    }

    /// The hints that fit, each with the columns it takes; all that can be done and the help are the last and always there.
    fn hints(&self, look: &Look<'_>, width: u16) -> Vec<(Range<u16>, Action, String, String)> {
        let hint = |action: Action| {
            let binding = binding_of(action)?;
            let key = keycap(
                *binding.keys.first()?,
                look.cyrillic && !matches!(action, Action::Find | Action::Help | Action::Palette),
            );
            Some((key, look.words.say(binding.name)))
        };
        let width_of = |(key, label): &(String, String)| (key.width() + 1 + label.width()) as u16;
        // These two lead to all the others, and stand at the end whatever else there is room for.
        let last = [Action::Palette, Action::Help].into_iter().filter_map(|action| Some((action, hint(action)?)));
        let mut start = width;
        let mut ends = Vec::new();
        for (action, hint) in last.rev() {
            start = start.saturating_sub(width_of(&hint) + if start == width { 1 } else { 2 });
            ends.push((start..start + width_of(&hint), action, hint.0, hint.1));
        }
        let here = hinted_in(self.focus);
        let mut everywhere: Vec<_> = BINDINGS.iter().filter(|binding| binding.hint > 0).collect();
        everywhere.sort_by_key(|binding| binding.hint);
        let everywhere = everywhere.into_iter().filter(|binding| !here.contains(&binding.action));
        let wanted = here.iter().filter_map(|action| binding_of(*action)).chain(everywhere);
        let mut x = 1;
        let mut hints = Vec::new();
        for binding in wanted.filter(|binding| !binding.needs_client || self.client.is_some()) {
            let Some(hint) = hint(binding.action) else { continue };
            let end = x + width_of(&hint);
            if end + 2 <= start {
                hints.push((x..end, binding.action, hint.0, hint.1));
                x = end + 2;
            }
        }
        hints.extend(ends.into_iter().rev());
        hints
    }

    /// What a click at a column and row asks for: a tab or a hint.
    pub(super) fn action_at(&self, areas: &Areas, column: u16, row: u16) -> Option<Action> {
        let look = self.desk.look();
        if row == areas.hints.y {
            let hints = self.hints(&look, areas.hints.width);
            return hints.into_iter().find(|(columns, ..)| columns.contains(&column)).map(|(_, action, ..)| action);
        }
        if row == areas.header.y && !areas.bordered {
            let view = self
                .tabs(&look)
                .into_iter()
                .find(|(columns, ..)| columns.contains(&column))
                .map(|(_, view, _)| view)?;
            return TABS.iter().find(|(tab, ..)| *tab == view).map(|(_, action, _)| *action);
        }
        None
    }
}

fn draw_hints(look: &Look<'_>, area: Rect, hints: &[(Range<u16>, Action, String, String)], buf: &mut Buffer) {
    for (columns, _, key, label) in hints {
        let line = Line::from(vec![Span::styled(key.clone(), look.theme.key()), Span::raw(format!(" {label}"))]);
        cell::write(buf, (area.x + columns.start, area.y), &line, columns.end - columns.start);
    }
}
