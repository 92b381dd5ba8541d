//! What drawing needs beside the things themselves: the words, the colours, the day it is.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Widget};
use unicode_width::UnicodeWidthStr;

use super::theme::Theme;
use super::widgets::cell;
use crate::domain::churn::Level;
use crate::domain::ids::ClientId;
use crate::ops::{AgendaItem, AgendaLine, Workbench, level_key};
use crate::text::Words;

/// What drawing needs beside the things themselves.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The words of the language.
    pub words: &'a Words,
    /// The colours.
    pub theme: Theme,
    /// The day it is.
    pub today: NaiveDate,
    /// The file: it knows the holidays and the clock.
    pub bench: &'a Workbench,
    /// Whether the alerts and the agenda hold for today; if not, a worker is at it.
    pub settled: bool,
    /// Whether hints show the letters of a Russian keyboard.
    pub cyrillic: bool,
}

/// Where a pane is drawn, and how it stands to the rest of the screen.
#[derive(Clone, Copy, Debug)]
pub struct Spot {
    /// The pane with its border or heading.
    pub area: Rect,
    /// What is inside them.
    pub inside: Rect,
    /// Whether panes have borders.
    pub bordered: bool,
    /// Whether the keys go to this pane.
    pub focused: bool,
    /// The client in context.
    pub client: Option<ClientId>,
}

impl Spot {
    /// Whether a row is to stand out: in the pane in focus the selected one, elsewhere that of the client in context.
    pub fn stands_out(&self, selected: bool, client: ClientId) -> bool {
        if self.focused { selected } else { self.client == Some(client) }
    }
}

impl Look<'_> {
    /// The mark of a level: a shape of its own for each, beside its colour.
    pub fn level_mark(&self, level: Option<Level>) -> Span<'static> {
        match level {
            Some(level) => Span::styled(
                match level {
                    Level::Alarm => "▲",
                    Level::Watch => "●",
                    Level::Note => "·",
                },
                self.theme.level(level),
            ),
            None => Span::raw(" "),
        }
    }

    /// A level by its mark and its name, and what it means.
    pub fn level_sentence(&self, level: Level) -> String {
        let about = match level {
            Level::Alarm => "level-alarm-about",
            Level::Watch => "level-watch-about",
            Level::Note => "level-note-about",
        };
        format!(
            "{} {}: {}",
            self.level_mark(Some(level)).content,
            self.words.say(level_key(level)),
            self.words.say(about)
        )
    }

    /// How long ago a day was, or how far ahead it is: "52 d".
    pub fn days_since(&self, day: NaiveDate) -> String {
        self.words.say_with("days-short", &[("days", (self.today - day).num_days().into())])
    }

    /// A day in a narrow column: "today", the weekday within a week, "8 Dec", the year where it is another one.
    pub fn day_narrow(&self, day: NaiveDate) -> String {
        let ahead = (day - self.today).num_days();
        match ahead {
            0 => self.words.say("day-today"),
            1..=6 => self.words.weekday_short(chrono::Datelike::weekday(&day)).to_owned(),
            -300..=300 => self.words.short_day(day),
            _ => day.format("%m.%y").to_string(),
        }
    }

    /// What a planned touch is, and why it is due.
    pub fn planned(&self, line: &AgendaLine) -> (String, String) {
        let words = self.words;
        match &line.item {
            AgendaItem::Rule(planned) => {
                let due = words.why(&planned.why, || self.bench.days(), line.person.as_deref());
                (words.touch(planned.kind), due)
            }
            AgendaItem::Typed(day) if *day < self.today => {
                (words.say("planned-contact"), words.say_with("planned-late", &[("day", (*day).into())]))
            }
            AgendaItem::Typed(_) => (words.say("planned-contact"), words.say("planned-by-hand")),
        }
    }

    /// Draws the border or the heading of a pane.
    pub fn frame(&self, spot: &Spot, title: &str, aside: &str, buf: &mut Buffer) {
        let &Spot { area, focused, bordered, .. } = spot;
        let style = if focused { self.theme.focus() } else { self.theme.heading() };
        let mark = if focused { "▌" } else { " " };
        let room = usize::from(area.width).saturating_sub(4);
        let title = cell::cut(title, room.saturating_sub(aside.width() + 1));
        if bordered {
            let border = if focused { self.theme.focus() } else { self.theme.border() };
            draw_border(area, border, buf);
            let title = Span::styled(format!("{mark}{title} "), style);
            cell::write_spans(buf, (area.x + 1, area.y), border, [&title], area.width.saturating_sub(2));
            let aside = Span::raw(format!(" {aside} "));
            let wide = (aside.width() as u16).min(area.width.saturating_sub(2));
            cell::write_spans(buf, (area.right() - 1 - wide, area.y), border, [&aside], wide);
        } else {
            let line = Line::from(vec![
                Span::styled(format!("{mark}{title}  "), style.underlined()),
                Span::raw(aside.to_owned()),
            ]);
            buf.set_line(area.x, area.y, &line, area.width);
        }
    }

    /// Draws one row of a list, the selected one as a bar over its whole width.
    pub fn row<'s>(
        &self,
        area: Rect,
        spans: impl IntoIterator<Item = &'s Span<'s>>,
        selected: bool,
        focused: bool,
        buf: &mut Buffer,
    ) {
        cell::write_spans(buf, (area.x + 1, area.y), Style::new(), spans, area.width.saturating_sub(1));
        if selected {
            buf.set_string(area.x, area.y, "▌", if focused { self.theme.focus() } else { Style::new() });
            buf.set_style(
                Rect { x: area.x + 1, width: area.width.saturating_sub(1), ..area },
                self.theme.selected(focused),
            );
        }
    }

    /// Draws what an empty pane is for, and the key that fills it.
    pub fn empty(&self, area: Rect, text: &str, buf: &mut Buffer) {
        let lines: Vec<Line<'_>> = cell::wrap(text, usize::from(area.width).saturating_sub(2))
            .into_iter()
            .map(|line| Line::from(format!(" {line}")))
            .collect();
        Paragraph::new(lines).render(area, buf);
    }
}

/// Draws a border along the edge of an area. Four of them are drawn in every frame, and a block of ratatui's takes twenty
/// times as long.
fn draw_border(area: Rect, style: Style, buf: &mut Buffer) {
    let (last_x, last_y) = (area.right().saturating_sub(1), area.bottom().saturating_sub(1));
    let mut put = |x: u16, y: u16, c: char| {
        buf[(x, y)].set_char(c).set_style(style);
    };
    for x in area.x + 1..last_x {
        put(x, area.y, '─');
        put(x, last_y, '─');
    }
    for y in area.y + 1..last_y {
        put(area.x, y, '│');
        put(last_x, y, '│');
    }
    for (x, y, c) in [(area.x, area.y, '┌'), (last_x, area.y, '┐'), (area.x, last_y, '└'), (last_x, last_y, '┘')]
    {
        put(x, y, c);
    }
}
