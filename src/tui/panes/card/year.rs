//! The page of the year: how each row of the table is kept with the client, and every touch planned for it.

use chrono::Datelike;
use ratatui::style::Style;
use ratatui::text::Line;

use super::Page;
use crate::domain::status::{RegularRule, StatusStep};
use crate::ops::{AgendaItem, Card, Kept, step_message};
use crate::tui::widgets::cell;

impl Page<'_> {
    /// Why the client stands where it does, the year so far by the rows of the table, then the twelve months ahead, and how
    /// it came to where it stands.
    pub(super) fn year(&mut self, card: &Card, standing: &[Kept], statuses: &[StatusStep], regular: RegularRule) {
        let words = self.look.words;
        if let Some(why) = card.unmoved(statuses).or_else(|| statuses.last().map(step_message)) {
            self.put(&words.message(&why), Style::new());
        }
        self.lines.push(Line::default());
        let year = words.say_with("card-standing", &[("year", self.look.today.year().to_string().into())]);
        self.put(&year, self.look.theme.heading());
        if standing.is_empty() {
            self.put(&words.say("card-owes-nothing"), Style::new());
        }
        for kept in standing {
            self.put(&words.rule_title(&kept.rule), Style::new());
            self.indented(&words.message(&kept.message()));
        }
        self.heading("card-year-ahead");
        if card.planned.is_empty() {
            self.put(&words.say("card-no-next"), Style::new());
        }
        for line in &card.planned {
            let (kind, why) = self.look.planned(line);
            let text = match &line.item {
                AgendaItem::Rule(planned) => format!("{} · {why}", words.purpose(planned.purpose)),
                AgendaItem::Typed(_) => why,
            };
            self.entry(&words.day_near(line.day, self.look.today), &kind, &text);
        }
        self.heading("card-statuses");
        self.put(&words.message(&regular.message()), Style::new());
        for step in statuses.iter().rev() {
            self.put(&words.message(&step_message(step)), Style::new());
        }
    }

    /// A text below what it belongs to.
    fn indented(&mut self, text: &str) {
        for line in cell::wrap(text, self.width.saturating_sub(2)) {
            self.lines.push(Line::raw(format!("  {line}")));
        }
    }
}
