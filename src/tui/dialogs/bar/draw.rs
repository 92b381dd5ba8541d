//! Draws the quick bar, and its form.

use chrono::{NaiveDate, NaiveTime};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Bar, Entering};
use crate::domain::money::Money;
use crate::domain::order::Terms;
use crate::domain::promise::Promised;
use crate::domain::touch::TouchKind;
use crate::text::note_tokens::Note;
use crate::tui::dialogs::boxed;
use crate::tui::look::Look;
use crate::tui::widgets::cell;

impl Bar {
    /// Draws the bar over the two lines at the bottom, and the form over the panes where it is unfolded. Returns where the
    /// cursor stands.
    pub fn draw(&self, look: &Look<'_>, body: Rect, status: Rect, hints: Rect, buf: &mut Buffer) -> Position {
        let words = look.words;
        let note = self.note(look);
        if self.unfolded {
            self.draw_form(look, body, &note, buf);
        }
        let width = usize::from(status.width);
        let above = Rect { y: status.y.saturating_sub(1), ..status };
        if self.tells() {
            cell::rise(buf, above, &self.news_line(look), look.theme.toast());
        }
        let warnings: Vec<String> = self.warnings(&note).iter().map(|warning| words.message(warning)).collect();
        if let Some(wrong) = &self.wrong {
            cell::rise(buf, above, wrong, look.theme.error());
        } else if !warnings.is_empty() {
            cell::rise(buf, above, &warnings.join("; "), look.theme.overdue());
        }
        let kind = format!(" {} ", words.say(self.what.name()).to_uppercase());
        let room = if self.events.is_empty() { width / 3 } else { width / 5 };
        let mut about = vec![cell::cut(&self.whom(look), room.min(32))];
        let person = self.people.get(self.person).map(|person| cell::cut(&words.name(&person.name), 20));
        if width >= 100 {
            about.extend(person);
        } else if self.changed.is_some() {
            // Whose entry it is stands above it.
            about = person.map_or(about, |person| vec![person]);
        }
        let mut before = vec![
            Span::styled(kind, look.theme.mark()),
            Span::styled(format!(" {} ", about.join(" · ")), look.theme.heading()),
        ];
        before.extend(self.said_ending(look).map(|ended| Span::raw(format!("‹{ended}› "))));
        before.extend(self.event(look).map(|event| Span::raw(format!("‹{event}› "))));
        before.push(Span::styled(format!("{} ", words.say(self.label())), look.theme.key()));
        let used: usize = before.iter().map(|span| span.content.width()).sum();
        let room = width.saturating_sub(used);
        let (text, column) = self.field.visible(room);
        let mut line = Line::from(before);
        line.push_span(Span::raw(text));
        line.push_span(Span::styled(self.offered.clone(), Style::new().add_modifier(Modifier::REVERSED)));
        buf.set_style(status, Style::reset());
        for area in [status, hints] {
            buf.set_stringn(area.x, area.y, " ".repeat(width), width, Style::new());
        }
        buf.set_line(status.x, status.y, &line, status.width);
        buf.set_line(hints.x, hints.y, &self.below(look, &note, width), hints.width);
        Position::new(status.x + (used + column).min(width.saturating_sub(1)) as u16, status.y)
    }

    /// The client, or how many there are.
    fn whom(&self, look: &Look<'_>) -> String {
        match self.clients.len() {
            1 => look.words.name(&self.name).into_owned(),
            n => look.words.say_with("bar-clients", &[("n", n.into())]),
        }
    }

    /// The first of the news that were not told yet, and how many there are.
    fn news_line(&self, look: &Look<'_>) -> String {
        let n = ("n", self.news.len().into());
        match self.news.get(self.told) {
            Some(next) => {
                let told = ("told", self.told.into());
                look.words.say_with("bar-news", &[n, told, ("text", next.text.as_str().into())])
            }
            None => look.words.say_with("bar-news-all", &[n]),
        }
    }

    fn label(&self) -> &'static str {
        match self.what {
            Entering::Touch(TouchKind::Gift) => "bar-item",
            Entering::Order => "bar-amount",
            Entering::Touch(_) | Entering::Note => "bar-note",
            Entering::Promise => "bar-promise",
            Entering::Criterion => "bar-criterion",
            Entering::Complaint => "bar-complaint",
            Entering::Event => "bar-event",
        }
    }

    /// What was understood, and the keys.
    fn below(&self, look: &Look<'_>, note: &Note, width: usize) -> Line<'static> {
        let chips = cell::cut(&self.chips(look, note).join(" · "), width.saturating_sub(1));
        let keys = self.keys(look, width.saturating_sub(chips.width() + 4));
        let between = if chips.is_empty() { " " } else { "   " };
        Line::from(vec![Span::raw(" "), Span::styled(chips, look.theme.toast()), Span::raw(format!("{between}{keys}"))])
    }

    /// The keys of the bar; where they do not fit, those that are needed least go first.
    fn keys(&self, look: &Look<'_>, room: usize) -> String {
        let leave = if self.changed.is_some() { "bar-key-leave" } else { "bar-key-draft" };
        let mut keys = vec!["bar-key-save", leave];
        if self.has_outcome() {
            keys.splice(1..1, ["bar-key-outcome", "bar-key-felt"]);
        }
        if !self.events.is_empty() {
            keys.insert(1, "bar-key-event");
        }
        if self.what.has_tokens() {
            keys.insert(keys.len() - 1, "bar-key-promise");
        }
        keys.insert(keys.len() - 1, "bar-key-fields");
        if self.changed.is_some() && self.people.len() > 1 {
            keys.insert(1, "bar-key-person");
        }
        for dropped in ["bar-key-promise", "bar-key-fields", "bar-key-felt", "bar-key-outcome", leave] {
            let said: Vec<String> = keys.iter().map(|key| look.words.say(key)).collect();
            let said = said.join("  ");
            if said.width() <= room {
                return said;
            }
            keys.retain(|key| *key != dropped);
        }
        cell::cut(&look.words.say("bar-key-save"), room)
    }

    /// What was understood of the note, one chip each.
    fn chips(&self, look: &Look<'_>, note: &Note) -> Vec<String> {
        let words = look.words;
        let mut chips = Vec::new();
        match self.what {
            Entering::Order => {
                let ordered = self.ordered(note, look.today);
                // What is larger than any is refused, and not exact.
                let amount = ordered.amount.filter(|amount| !amount.is_too_large());
                chips.extend(amount.map(|amount| words.money(amount)));
                chips.extend(ordered.items.iter().map(|item| format!("+{item}")));
                chips.extend(said_terms(look, &ordered.terms));
            }
            Entering::Touch(TouchKind::Gift) => chips.extend(self.gift(&note.text).0.map(|cost| words.money(cost))),
            _ => {}
        }
        chips.extend(note.when.map(|when| said_when(look, when)));
        chips.extend(
            note.next.map(|day| words.say_with("chip-next", &[("day", words.day_near(day, look.today).into())])),
        );
        chips.extend(note.important.then(|| words.say("chip-important")));
        chips.extend(note.tags.iter().map(|tag| format!("#{tag}")));
        chips.extend(note.promises.iter().map(|promised| said_promise(look, promised)));
        chips.extend(words.details(&note.details));
        chips.extend(self.marks.iter().map(|mark| words.mark(mark)));
        chips
    }

    fn draw_form(&self, look: &Look<'_>, body: Rect, note: &Note, buf: &mut Buffer) {
        let words = look.words;
        let none = || "—".to_owned();
        let mut rows = vec![("form-client", self.whom(look))];
        if let Some(person) = self.people.get(self.person) {
            rows.push((
                "form-person",
                if self.people.len() > 1 {
                    format!("‹{}›", words.name(&person.name))
                } else {
                    words.name(&person.name).into_owned()
                },
            ));
        }
        if let Some(ended) = self.said_ending(look) {
            rows.push(("form-outcome", format!("‹{ended}›")));
            let felt: Vec<String> = self.marks.iter().map(|mark| words.mark(mark)).collect();
            rows.push(("form-felt", if felt.is_empty() { none() } else { felt.join(", ") }));
        }
        if let Some(event) = self.event(look) {
            rows.push(("form-event", format!("‹{event}›")));
        } else if self.what.has_tokens() {
            let now = (look.today, Some(look.bench.clock().now().time));
            rows.push(("form-when", said_when(look, note.when.unwrap_or(now))));
            rows.push(("form-next", note.next.map_or_else(none, |day| words.full_day(day))));
            if matches!(self.what, Entering::Touch(_)) {
                let said = words.details(&note.details);
                rows.push(("form-details", if said.is_empty() { none() } else { said.join(", ") }));
            }
            rows.extend(
                note.promises
                    .iter()
                    .map(|promised| ("form-promise", format!("{}: {}", said_promise(look, promised), promised.text))),
            );
        }
        let mut text = note.text.clone();
        if self.what == Entering::Order {
            let ordered = self.ordered(note, look.today);
            let day = |day: Option<NaiveDate>| day.map_or_else(none, |day| words.day_near(day, look.today));
            let or_none = |text: String| if text.is_empty() { none() } else { text };
            let Terms { number, due, paid, returned } = ordered.terms;
            rows.extend([
                ("form-amount", ordered.amount.map_or_else(none, |amount| words.money(amount))),
                ("form-items", or_none(ordered.items.join(", "))),
                ("form-due", day(due)),
                ("form-paid", day(paid)),
                ("form-returned", if returned == Money(0) { none() } else { words.money(returned) }),
                ("form-number", or_none(number)),
            ]);
            text = ordered.text;
        }
        rows.push(("form-text", if text.is_empty() { none() } else { text }));
        let keys = match self.what {
            Entering::Order => "form-keys-order",
            Entering::Event => "form-keys-event",
            Entering::Promise => "form-keys-promise",
            Entering::Criterion => "form-keys-criterion",
            Entering::Complaint => "form-keys-complaint",
            Entering::Note => "form-keys-note",
            Entering::Touch(TouchKind::Gift) => "form-keys-gift",
            Entering::Touch(_) => "form-keys",
        };
        let wide = body.width.min(100);
        let keys: Vec<String> = cell::wrap(&words.say(keys), usize::from(wide).saturating_sub(4));
        let height = (rows.len() + keys.len() + 3) as u16;
        let inside = boxed(look, body, (wide, height), &words.say(self.what.name()), buf);
        let mut y = inside.y;
        for (key, value) in rows.into_iter().take(usize::from(inside.height)) {
            let label = Span::styled(cell::left(&words.say(key), 16), look.theme.heading());
            let value = Span::raw(cell::cut(&value, usize::from(inside.width).saturating_sub(16)));
            buf.set_line(inside.x, y, &Line::from(vec![label, value]), inside.width);
            y += 1;
        }
        y += 1;
        for line in keys.into_iter().take(usize::from(inside.bottom().saturating_sub(y))) {
            buf.set_line(inside.x, y, &Line::raw(line), inside.width);
            y += 1;
        }
    }
}

/// What belongs to an order beside what was ordered, one part each.
fn said_terms(look: &Look<'_>, terms: &Terms) -> impl Iterator<Item = String> {
    let words = look.words;
    let day = |key, day: Option<NaiveDate>| day.map(|day| words.say_with(key, &[("day", day.into())]));
    let back = (terms.returned != Money(0))
        .then(|| words.say_with("card-returned", &[("money", words.money(terms.returned).into())]));
    let number = (!terms.number.is_empty()).then(|| format!("№ {}", terms.number));
    [number, day("order-due", terms.due), day("order-paid", terms.paid), back].into_iter().flatten()
}

/// Who promises, by when, and on whom that waits.
fn said_promise(look: &Look<'_>, promised: &Promised) -> String {
    let key = if promised.theirs { "chip-promise-theirs" } else { "chip-promise" };
    let said = look.words.say_with(key, &[("day", look.words.day_near(promised.due, look.today).into())]);
    if promised.waits_on.is_empty() { said } else { format!("{said} ({})", promised.waits_on) }
}

fn said_when(look: &Look<'_>, (day, time): (NaiveDate, Option<NaiveTime>)) -> String {
    let day = look.words.day_near(day, look.today);
    time.map_or_else(|| day.clone(), |time| format!("{day} {}", look.words.time(time)))
}
