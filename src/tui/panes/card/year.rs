//! The page of the year: how each row of the table is kept with the client, every touch planned for it, and those that were skipped.

use chrono::{Datelike, NaiveDate};
use ratatui::style::Style;
use ratatui::text::Line;

use super::Page;
use crate::domain::status::{RegularRule, StatusStep};
use crate::ops::{AgendaItem, AgendaLine, Card, Kept, step_message};
use crate::tui::keymap::{SKIPPED, keycap};
use crate::tui::widgets::cell;

impl Page<'_> {
    /// Why the client stands where it does, the year so far by the rows of the table, then the twelve months ahead, and how
    /// it came to where it stands.
    pub(super) fn year(
        &mut self,
        card: &Card,
        (standing, skipped): &(Vec<Kept>, Vec<AgendaLine>),
        statuses: &[StatusStep],
        regular: RegularRule,
    ) {
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
            self.entry(&self.column_day(line.day), &kind, &text);
        }
        if !skipped.is_empty() {
            let key = keycap(SKIPPED, self.look.cyrillic);
            self.lines.push(Line::default());
            self.put(&words.say_with("card-skipped", &[("key", key.into())]), self.look.theme.heading());
        }
        for line in skipped {
            let (kind, why) = self.look.planned(line);
            let reason = words.private(line.skipped.as_deref().unwrap_or_default());
            let text = [why, reason.into_owned()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            self.entry(&self.column_day(line.day), &kind, &text.join(" · "));
        }
        self.heading("card-statuses");
        self.put(&words.message(&regular.message()), Style::new());
        for step in statuses.iter().rev() {
            self.put(&words.message(&step_message(step)), Style::new());
        }
    }

    /// A day as its column has room for it: of another year without the weekday.
    fn column_day(&self, day: NaiveDate) -> String {
        let (words, today) = (self.look.words, self.look.today);
        if day.year() == today.year() { words.day_near(day, today) } else { words.day_with_year(day) }
    }

    /// A text below what it belongs to.
    fn indented(&mut self, text: &str) {
        for line in cell::wrap(text, self.width.saturating_sub(2)) {
            self.lines.push(Line::raw(format!("  {line}")));
        }
    }
}
