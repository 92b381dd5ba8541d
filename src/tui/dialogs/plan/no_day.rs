//! The touches that are owed and have no day, each with the reason.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::calendar::Homeless;
use crate::ops::{OpError, Workbench};
use crate::tui::dialogs::Answer;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;

/// What has no day; `None` while that is being worked out.
#[derive(Default)]
pub(super) struct WithoutDay {
    found: Option<Vec<Homeless>>,
    /// Where the days are full: what would help.
    limits: Vec<String>,
    cursor: Cursor,
    /// The clients and the rows of the table of those in sight.
    names: Vec<(String, String)>,
}

impl WithoutDay {
    /// What was found.
    pub(super) fn of(bench: &Workbench, look: &Look<'_>, found: Vec<Homeless>) -> Result<Self, OpError> {
        let limits = bench.limits()?.iter().map(|limit| look.words.message(&limit.short())).collect();
        Ok(Self { found: Some(found), limits, ..Self::default() })
    }

    pub(super) fn press(&mut self, key: Key) -> Answer {
        let selected = self.cursor.selected().and_then(|place| self.found.as_ref()?.get(place));
        match key.code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Enter => return selected.map_or(Answer::Stay, |one| Answer::Open(one.client)),
            _ => drop(self.cursor.press(key)),
        }
        Answer::Stay
    }

    pub(super) fn fit(&mut self, bench: &Workbench, look: &Look<'_>, area: Rect) -> Result<(), OpError> {
        let Some(found) = &self.found else { return Ok(()) };
        let height = usize::from(area.height).saturating_sub(1 + self.limits.len());
        self.cursor.fit(found.len(), height, 1);
        let rules = bench.table()?;
        let named = |one: &Homeless| {
            let title = rules.iter().find(|rule| rule.id == one.rule).map(|rule| look.words.rule_title(rule));
            let name = bench.list_row(one.client)?.map(|row| row.name);
            Ok((name.unwrap_or_default(), title.unwrap_or_default()))
        };
        self.names =
            self.cursor.window().filter_map(|place| found.get(place)).map(named).collect::<Result<_, OpError>>()?;
        Ok(())
    }

    pub(super) fn draw(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let words = look.words;
        let Some(found) = &self.found else {
            look.empty(area, &words.say("table-asked"), buf);
            return;
        };
        let count = words.say_with("unplaced-count", &[("n", found.len().into())]);
        cell::write(buf, (area.x + 1, area.y), &Line::styled(count, look.theme.heading()), area.width);
        let room = usize::from(area.width).saturating_sub(1);
        let (name, title) = (room / 4, room / 3);
        let rows =
            self.cursor.window().zip(&self.names).filter_map(|(place, names)| Some((place, names, found.get(place)?)));
        for (y, (place, (client, row), one)) in (area.y + 1..area.bottom()).zip(rows) {
            let why = words.say(&format!("unplaced-{}", one.why.name()));
            let spans = [
                Span::raw(cell::left(&cell::cut(&words.name(client), name - 1), name)),
                Span::raw(cell::left(&cell::cut(row, title - 1), title)),
                Span::raw(cell::cut(&why, room - name - title)),
            ];
            look.row(Rect { y, height: 1, ..area }, &spans, self.cursor.selected() == Some(place), true, buf);
        }
        let first = area.bottom().saturating_sub(self.limits.len() as u16).max(area.y + 1);
        for (y, limit) in (first..area.bottom()).zip(&self.limits) {
            cell::write(
                buf,
                (area.x + 1, y),
                &Line::styled(limit.as_str(), look.theme.overdue()),
                area.width.saturating_sub(1),
            );
        }
    }
}
