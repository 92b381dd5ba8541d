//! The gift ledger: what the client in context was given and may be given next, for whom it is time, the catalogue, and what
//! rules gifts. `Tab` turns the page.

mod draw;
mod rules;

use crossterm::event::KeyCode;
use ratatui::layout::Rect;

use rules::Rules;

use super::Answer;
use super::bar::{Bar, Entering};
use crate::domain::gift::{Gift, Membership};
use crate::domain::ids::ClientId;
use crate::domain::touch::TouchKind;
use crate::ops::{GiftDue, GiftLedger, OpError, Receipt, Workbench};
use crate::text::note_tokens::split_cost;
use crate::text::typed::parse_membership;
use crate::tui::input::Key;
use crate::tui::look::Look;
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
            _ if self.cursor.press(key) => {}
            (KeyCode::Enter, _, Page::Due) => {
                return self.selected(&self.due).map_or(Answer::Stay, |due| Answer::Open(due.client));
            }
            (KeyCode::Enter, _, Page::Client) | (_, 'g', Page::Client) => self.give(look),
            (_, 'm', Page::Client) if look.words.is_curtained() => {
                self.wrong = Some(look.words.say("written-curtained"));
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
            Ok(Some(bar)) if look.words.is_curtained() && bar.holds_text() => {
                self.wrong = Some(look.words.say("written-curtained"));
            }
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
                bench.set_membership(self.client?, &parse_membership(field.text(), look.today))
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
}
