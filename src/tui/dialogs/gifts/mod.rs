//! The gift ledger: what the client in context was given and may be given next, for whom it is time, the catalogue, and what
//! rules gifts. `Tab` turns the page.

mod rules;

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use rules::Rules;

use super::bar::{Bar, Entering};
use super::{Answer, boxed};
use crate::domain::gift::{Gift, Membership};
use crate::domain::ids::ClientId;
use crate::domain::touch::TouchKind;
use crate::ops::{GiftDue, GiftLedger, OpError, Receipt, Workbench};
use crate::text::note_tokens::split_cost;
use crate::text::typed::parse_day;
use crate::tui::input::Key;
use crate::tui::keymap::keycap;
use crate::tui::layout::Areas;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// How many of the gifts a client was given are listed above those it may be given.
const GIVEN: usize = 5;

/// The pages.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    Client,
    Due,
    Catalogue,
    Rules,
}

impl Page {
    const ALL: [Self; 4] = [Self::Client, Self::Due, Self::Catalogue, Self::Rules];
}

/// What is typed in the line at the bottom.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typed {
    /// A gift for the catalogue.
    Gift,
    /// The club of the client.
    Membership,
    /// What a rule says.
    Rule(&'static str),
}

/// The gift ledger.
pub struct Gifts {
    client: Option<ClientId>,
    page: Page,
    ledger: Option<GiftLedger>,
    due: Vec<GiftDue>,
    catalogue: Vec<Gift>,
    rules: Option<Rules>,
    /// Whether the lists are to be read.
    known: bool,
    cursor: Cursor,
    typed: Option<(Typed, Field)>,
    /// The gift that is being given.
    giving: Option<Bar>,
    wrong: Option<String>,
}

impl Gifts {
    /// Opens the ledger at a client's page, where there is one in context.
    pub fn open(client: Option<ClientId>) -> Self {
        Self {
            client,
            page: if client.is_some() { Page::Client } else { Page::Due },
            ledger: None,
            due: Vec::new(),
            catalogue: Vec::new(),
            rules: None,
            known: false,
            cursor: Cursor::default(),
            typed: None,
            giving: None,
            wrong: None,
        }
    }

    /// Opens it at what holds for the whole book.
    pub fn open_rules() -> Self {
        Self { page: Page::Rules, ..Self::open(None) }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.wrong = None;
        if let Some(bar) = &mut self.giving {
            match bar.press(key) {
                Answer::Save => return Answer::Apply,
                Answer::Close => {
                    let kept = self.keep_draft(look.bench);
                    self.wrong = kept.err().map(|error| look.words.message(&error.message()));
                    self.giving = None;
                }
                _ => {}
            }
            return Answer::Stay;
        }
        if let Some((_, field)) = &mut self.typed {
            match key.code {
                KeyCode::Enter => return Answer::Apply,
                KeyCode::Esc => self.typed = None,
                _ => drop(field.press(key)),
            }
            return Answer::Stay;
        }
        let letter = match key.on_english_layout().code {
            KeyCode::Char(letter) => letter,
            _ => ' ',
        };
        match (key.code, letter, self.page) {
            (KeyCode::Esc, ..) => return Answer::Close,
            (KeyCode::Tab, ..) => self.turn(1),
            (KeyCode::BackTab, ..) => self.turn(Page::ALL.len() - 1),
            (KeyCode::Up, ..) => drop(self.cursor.step(-1)),
            (KeyCode::Down, ..) => drop(self.cursor.step(1)),
            (KeyCode::PageUp, ..) => drop(self.cursor.page(-1)),
            (KeyCode::PageDown, ..) => drop(self.cursor.page(1)),
            (KeyCode::Enter, _, Page::Due) => {
                return self.selected(&self.due).map_or(Answer::Stay, |due| Answer::Open(due.client));
            }
            (KeyCode::Enter, _, Page::Client) | (_, 'g', Page::Client) => self.give(look),
            (_, 'm', Page::Client) if look.words.is_curtained() => {
                self.wrong = Some(look.words.say("timeline-curtained"));
            }
            (_, 'm', Page::Client) => self.typed = Some((Typed::Membership, Field::with(self.said_club()))),
            (KeyCode::Enter, _, Page::Rules) => {
                self.typed = self.selected(&rules::ALL).map(|rule| (Typed::Rule(rule), Field::default()));
            }
            (_, 'a', Page::Client | Page::Due | Page::Catalogue) => self.typed = Some((Typed::Gift, Field::default())),
            (KeyCode::Delete, _, Page::Catalogue) | (_, 'x', Page::Catalogue) => return Answer::Apply,
            _ => {}
        }
        Answer::Stay
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        match (&mut self.giving, &mut self.typed) {
            (Some(bar), _) => bar.paste(text),
            (None, Some((_, field))) => field.insert(text),
            (None, None) => {}
        }
    }

    /// Keeps what was typed of a gift that is not given yet.
    pub fn keep_draft(&self, bench: &Workbench) -> Result<(), OpError> {
        self.giving.as_ref().map_or(Ok(()), |bar| bar.keep_draft(bench))
    }

    fn turn(&mut self, by: usize) {
        let pages = if self.client.is_some() { &Page::ALL[..] } else { &Page::ALL[1..] };
        let place = pages.iter().position(|page| *page == self.page).unwrap_or(0);
        self.page = pages[(place + by) % pages.len()];
        self.cursor.select(0);
    }

    fn selected<'l, T>(&self, list: &'l [T]) -> Option<&'l T> {
        list.get(self.cursor.selected()?)
    }

    /// What may be given, on the page of the client.
    fn proposals(&self) -> Vec<&Gift> {
        self.ledger.iter().flat_map(GiftLedger::proposals).collect()
    }

    /// Opens the line of a gift, with what is selected.
    fn give(&mut self, look: &Look<'_>) {
        let Some(client) = self.client else { return };
        let proposals = self.proposals();
        let name = self.selected(&proposals).map(|gift| gift.name.clone());
        match Bar::open(look.bench, client, Entering::Touch(TouchKind::Gift), None) {
            Ok(bar) => {
                self.giving = bar;
                if let (Some(bar), Some(name)) = (&mut self.giving, name) {
                    bar.begin_with(&name);
                }
            }
            Err(error) => self.wrong = Some(look.words.message(&error.message())),
        }
    }

    /// The club of the client as it is typed.
    fn said_club(&self) -> String {
        let Some(Membership { club, until, points }) =
            self.ledger.as_ref().and_then(|ledger| ledger.membership.clone())
        else {
            return String::new();
        };
        let parts = [
            Some(club).filter(|club| !club.is_empty()),
            until.map(|day| day.to_string()),
            points.map(|n| n.to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Does what was asked for. `None` if that cannot be done: the page says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let done = match (&mut self.giving, &self.typed) {
            (Some(bar), _) => {
                let receipt = bar.save(bench, look)?;
                self.giving = None;
                Ok(receipt)
            }
            (None, Some((Typed::Gift, field))) => {
                let (price, name) = split_cost(field.text());
                bench.add_gift(&name, price)
            }
            (None, Some((Typed::Membership, field))) => {
                bench.set_membership(self.client?, &membership_of(field.text(), look.today))
            }
            (None, Some((Typed::Rule(rule), field))) => match rules::value_of(rule, field.text().trim()) {
                Ok(value) => bench.set_setting(rule, &value),
                Err(wrong) => {
                    self.wrong = Some(look.words.message(&wrong));
                    return None;
                }
            },
            (None, None) => bench.drop_gift(&self.selected(&self.catalogue)?.name),
        };
        let done = done.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()?;
        (self.typed, self.known) = (None, false);
        Some(done)
    }

    /// Reads the lists where they may have changed, and fits them into a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, body: Rect) -> Result<(), OpError> {
        if !self.known {
            self.ledger = self.client.map(|client| bench.gifts(client)).transpose()?.flatten();
            (self.due, self.catalogue, self.rules) = (bench.gifts_due()?, bench.catalogue()?, Some(Rules::of(bench)?));
            self.known = true;
        }
        let (len, above) = match self.page {
            Page::Client => (self.proposals().len(), self.above()),
            Page::Due => (self.due.len(), 0),
            Page::Catalogue => (self.catalogue.len(), 0),
            Page::Rules => (rules::ALL.len(), 0),
        };
        self.cursor.fit(len, usize::from(body.height).saturating_sub(5 + above), 1);
        Ok(())
    }

    /// How many rows stand above the proposals.
    fn above(&self) -> usize {
        let Some(ledger) = &self.ledger else { return 0 };
        let given = ledger.given.len().min(GIVEN) + usize::from(ledger.given.len() > GIVEN);
        2 + ledger.reasons.len() + usize::from(ledger.membership.is_some()) + given.max(1) + 1
    }

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
            cell::write(
                buf,
                (last.x, y.saturating_sub(1)),
                &Line::styled(wrong.clone(), look.theme.error()),
                last.width,
            );
        }
        if let Some(bar) = &self.giving {
            return Some(bar.draw(look, body, areas.status, areas.hints, buf));
        }
        let (typed, field) = self.typed.as_ref()?;
        let label = words.say(match typed {
            Typed::Gift => "gifts-label-gift",
            Typed::Membership => "gifts-label-club",
            Typed::Rule(_) => "gifts-label-rule",
        });
        let label = format!("{label} ");
        let (text, column) = field.visible(usize::from(last.width).saturating_sub(label.width()));
        let at = Position::new(last.x + (label.width() + column) as u16, y);
        let line = Line::from(vec![Span::styled(label, look.theme.key()), Span::raw(text.to_owned())]);
        cell::write(buf, (last.x, y), &line, last.width);
        Some(at)
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

/// What is typed as a club: its name, the last day and the points, of which each may be missing.
fn membership_of(text: &str, today: chrono::NaiveDate) -> Membership {
    let mut membership = Membership::default();
    let mut club = Vec::new();
    for word in text.split_whitespace() {
        match (word.parse(), parse_day(word, today)) {
            (Ok(points), _) => membership.points = Some(points),
            (Err(_), Some(day)) if word.starts_with(|c: char| c.is_ascii_digit()) => membership.until = Some(day),
            _ => club.push(word),
        }
    }
    membership.club = club.join(" ");
    membership
}
