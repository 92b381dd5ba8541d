//! Draws the gift ledger, a page of it at a time.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{GIVEN, Gifts, Page, Typed, rules};
use crate::domain::gift::Gift;
use crate::ops::GiftLedger;
use crate::tui::dialogs::boxed;
use crate::tui::input::Key;
use crate::tui::keymap::keycap;
use crate::tui::layout::Areas;
use crate::tui::look::Look;
use crate::tui::widgets::cell;

impl Gifts {
    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, areas: &Areas, buf: &mut Buffer) -> Option<Position> {
        let (words, body) = (look.words, areas.body());
        let title = match (self.page, &self.ledger) {
            (Page::Client, Some(ledger)) => words.say_with("gifts-title", &[("client", ledger.name.as_str().into())]),
            (Page::Catalogue, _) => words.say("gifts-catalogue"),
            (Page::Rules, _) => words.say("gifts-rules"),
            _ => words.say("gifts-due"),
        };
        let inside = boxed(look, body, (100, body.height), &title, buf);
        let list = Rect { height: inside.height.saturating_sub(3), ..inside };
        match (self.page, &self.ledger) {
            (Page::Client, Some(ledger)) => self.draw_client(look, ledger, list, buf),
            (Page::Due, _) if self.due.is_empty() => look.empty(list, &words.say("gifts-none-due"), buf),
            (Page::Due, _) => {
                let rows = self.due.iter().map(|due| {
                    let reasons: Vec<String> = due.reasons.iter().map(|reason| words.message(reason)).collect();
                    let name = cell::left(&cell::cut(&words.name(&due.name), 25), 26);
                    vec![Span::raw(name), Span::raw(reasons.join("; "))]
                });
                self.draw_rows(look, rows, list, buf);
            }
            (Page::Rules, _) => {
                let rows = self.rules.iter().flat_map(|kept| rules::ALL.map(|rule| kept.row(look, rule)));
                self.draw_rows(look, rows, list, buf);
            }
            _ if self.catalogue.is_empty() => {
                let add = keycap(Key::char('a'), look.cyrillic).into();
                look.empty(list, &words.say_with("gifts-no-catalogue", &[("add", add)]), buf);
            }
            _ => self.draw_rows(look, self.catalogue.iter().map(|gift| gift_row(look, gift)), list, buf),
        }
        let last = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside };
        let cap = |letter| keycap(Key::char(letter), look.cyrillic).into();
        let letters = [("add", cap('a')), ("club", cap('m')), ("drop", cap('x'))];
        let keys = match (&self.typed, self.page) {
            (Some((Typed::Gift, _)), _) => "gifts-keys-gift",
            (Some((Typed::Membership, _)), _) => "gifts-keys-club",
            (Some((Typed::Rule(_), _)), _) => "gifts-keys-rule",
            (None, Page::Rules) => "gifts-keys-rules",
            (None, Page::Client) => "gifts-keys-client",
            (None, Page::Due) => "gifts-keys-due",
            (None, Page::Catalogue) => "gifts-keys-catalogue",
        };
        cell::write(buf, (last.x, last.y), &Line::styled(words.say_with(keys, &letters), look.theme.key()), last.width);
        let y = last.y.saturating_sub(1);
        if let Some(wrong) = &self.wrong {
            cell::rise(buf, Rect { y: y.saturating_sub(1), ..last }, wrong, look.theme.error());
        }
        if let Some(bar) = &self.giving {
            return Some(bar.draw(look, body, areas.status, areas.hints, buf));
        }
        let (typed, field) = self.typed.as_ref()?;
        let label = words.say(match typed {
            Typed::Gift => "gifts-label-gift",
            Typed::Membership => "gifts-label-club",
            Typed::Rule(_) => "label-new-value",
        });
        Some(field.draw(look, &label, Rect { y, ..last }, buf))
    }

    fn draw_client(&self, look: &Look<'_>, ledger: &GiftLedger, area: Rect, buf: &mut Buffer) {
        let words = look.words;
        let mut lines = vec![Line::raw(words.message(&ledger.budget()))];
        lines.extend(ledger.reasons.iter().map(|reason| Line::raw(format!("→ {}", words.message(reason)))));
        if let Some(membership) = &ledger.membership {
            lines.push(Line::raw(words.membership(membership)));
        }
        for given in ledger.given.iter().take(GIVEN) {
            let cost = given.cost.map(|cost| words.money(cost));
            let wow = given.wow.then(|| words.say("detail-wow"));
            let said: Vec<String> =
                std::iter::once(words.private(&given.item).into_owned()).chain(cost).chain(wow).collect();
            lines.push(Line::raw(format!("✓ {}{}", cell::left(&words.day_with_year(given.day), 13), said.join(", "))));
        }
        if ledger.given.len() > GIVEN {
            lines.push(Line::raw(words.say_with("gifts-more", &[("n", (ledger.given.len() - GIVEN).into())])));
        } else if ledger.given.is_empty() {
            lines.push(Line::raw(words.say("gifts-none-given")));
        }
        let proposals = self.proposals();
        lines.push(Line::default());
        let heading = match (&ledger.catalogue[..], &proposals[..]) {
            ([], _) => words.say_with("gifts-no-catalogue", &[("add", keycap(Key::char('a'), look.cyrillic).into())]),
            (_, []) => words.say("gifts-nothing-left"),
            _ => words.say("gifts-next"),
        };
        lines.push(Line::styled(heading, look.theme.heading()));
        let above = lines.len().min(usize::from(area.height)) as u16;
        for (y, line) in (area.y..area.bottom()).zip(&lines) {
            cell::write(buf, (area.x, y), line, area.width);
        }
        let below = Rect { y: area.y + above, height: area.height - above, ..area };
        self.draw_rows(look, proposals.into_iter().map(|gift| gift_row(look, gift)), below, buf);
    }

    fn draw_rows(&self, look: &Look<'_>, rows: impl Iterator<Item = Vec<Span<'static>>>, area: Rect, buf: &mut Buffer) {
        let window = self.cursor.window();
        let focused = self.typed.is_none() && self.giving.is_none();
        for (y, (place, spans)) in (area.y..area.bottom()).zip(rows.enumerate().skip(window.start).take(window.len())) {
            let row = Rect { y, height: 1, ..area };
            look.row(row, &spans, self.cursor.selected() == Some(place), focused, buf);
        }
    }
}

/// A gift of the catalogue: its name, its price, when it was given last.
fn gift_row(look: &Look<'_>, gift: &Gift) -> Vec<Span<'static>> {
    let price = gift.price.map(|price| look.words.money(price)).unwrap_or_default();
    let last = match gift.last_given {
        Some(day) => look.words.say_with("gifts-last-given", &[("day", day.into())]),
        None => look.words.say("gifts-never-given"),
    };
    vec![
        Span::raw(cell::left(&cell::cut(&gift.name, 29), 30)),
        Span::raw(cell::right(&price, 12)),
        Span::raw(format!("  {last}")),
    ]
}
