//! What opens over the panes: each is state with its drawing, and answers a key with what is to become of it.

pub mod actions;
pub mod bar;
pub mod board;
pub mod copy;
pub mod dismiss;
pub mod duplicates;
pub mod evaluate;
pub mod find;
pub mod follow_up;
mod form;
pub mod gifts;
pub mod greet;
pub mod import;
pub mod moves;
pub mod news;
pub mod page;
pub mod plan;
pub mod profile;
pub mod promises;
pub mod set_status;
pub mod silenced;
pub mod skip;
pub mod skipped;
pub mod table;
pub mod thresholds;
pub mod timeline;
pub mod to_day;
pub mod welcome;

use std::path::PathBuf;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Block, Clear, Widget};

use super::action::Action;
use super::input::Key;
use super::keymap::keycap;
use super::layout::Areas;
use super::look::Look;
use super::widgets::cell;
use super::worker::Job;
use crate::domain::ids::ClientId;
use crate::domain::matching::Arena;
use crate::ops::{OpError, Receipt, Workbench};
use crate::text::Lang;

/// The dialog that is open.
pub enum Dialog {
    /// Something is being logged.
    Bar(bar::Bar),
    /// A telephone number or an address is being copied.
    Copy(copy::Copy),
    /// A client is being looked for.
    Find(find::Find),
    /// Everything that can be done.
    Actions(actions::Actions),
    /// The day of the next contact is being chosen.
    FollowUp(follow_up::FollowUp),
    /// Alerts are being dismissed.
    Dismiss(dismiss::Dismiss),
    /// Who may be the same.
    Duplicates(Box<duplicates::Duplicates>),
    /// A client is being asked how it found its last order.
    Evaluate(evaluate::Evaluate),
    /// A page is being read.
    Page(page::Page),
    /// A client is being added, or it and its people are being changed.
    Profile(Box<profile::Profile>),
    /// A promise ends.
    Promises(promises::Promises),
    /// Something about a client is led on.
    Board(Box<board::Board>),
    /// A file is being brought in.
    Import(import::Import),
    /// The gift ledger.
    Gifts(Box<gifts::Gifts>),
    /// Clients are being greeted.
    Greet(greet::Greet),
    /// The news to share.
    News(Box<news::NewsBoard>),
    /// The plan as a whole.
    Plan(Box<plan::Plan>),
    /// It is being said where a client stands.
    SetStatus(set_status::SetStatus),
    /// The alerts that were put off or dismissed.
    Silenced(silenced::SilencedAlerts),
    /// A touch is being left out.
    Skip(skip::Skip),
    /// The touches of a client that were left out.
    Skipped(Box<skipped::Skipped>),
    /// The communication table is being changed.
    Table(Box<table::Table>),
    /// From where on the alerts speak.
    Thresholds(Box<thresholds::Thresholds>),
    /// Everything that happened with a client.
    Timeline(Box<timeline::Timeline>),
    /// The day the calendar is to show is asked for.
    ToDay(to_day::ToDay),
    /// The very first start.
    Welcome(welcome::Welcome),
}

/// What a dialog makes of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It stays open.
    Stay,
    /// It closes.
    Close,
    /// It saves what was entered, and closes if that can be kept.
    Save,
    /// It does what was asked for, and stays open.
    Apply,
    /// It closes, and the action is done.
    Run(Action),
    /// It stays open, and the last action is taken back, or brought back.
    Reverse(Action),
    /// It closes, and the client's card opens.
    Open(ClientId),
    /// A text for somebody of that name is to be copied.
    Copy {
        /// For whom it is.
        name: String,
        /// The text.
        text: String,
    },
    /// A greeting for an occasion is to be written to a file.
    WriteGreeting {
        /// The id of the occasion.
        id: String,
        /// The text.
        text: String,
    },
    /// Something is to be done aside; it stays open.
    Start(Job),
    /// It closes, and the calendar shows that day.
    See(NaiveDate),
    /// A file is to be looked at.
    Preview(PathBuf),
    /// A file is to be brought in.
    Import(PathBuf),
    /// What runs is to be stopped.
    Stop,
    /// The words are to be of this language.
    Speak(Lang),
}

impl Dialog {
    /// Acts on a key; `arena` is what a search looks through, once it is there.
    pub fn press(&mut self, key: Key, look: &Look<'_>, arena: Option<&Arena>) -> Answer {
        match self {
            Self::Bar(bar) => bar.press(key),
            Self::Copy(copy) => copy.press(key),
            Self::Find(find) => find.press(key, arena),
            Self::Actions(actions) => actions.press(key, look),
            Self::FollowUp(follow_up) => follow_up.press(key),
            Self::Dismiss(dismiss) => dismiss.press(key),
            Self::Duplicates(duplicates) => duplicates.press(key),
            Self::Evaluate(evaluate) => evaluate.press(key),
            Self::Page(page) => page.press(key),
            Self::Promises(promises) => promises.press(key),
            Self::Board(board) => board.press(key, look),
            Self::Import(import) => import.press(key),
            Self::Greet(greet) => greet.press(key, look),
            Self::News(news) => news.press(key, look),
            Self::Plan(plan) => plan.press(key, look),
            Self::Profile(profile) => profile.press(key, look),
            Self::SetStatus(set_status) => set_status.press(key),
            Self::Silenced(silenced) => silenced.press(key),
            Self::Skip(skip) => skip.press(key),
            Self::Skipped(skipped) => skipped.press(key),
            Self::Gifts(gifts) => gifts.press(key, look),
            Self::Table(table) => table.press(key, look),
            Self::Thresholds(thresholds) => thresholds.press(key, look),
            Self::Timeline(timeline) => timeline.press(key, look),
            Self::ToDay(to_day) => to_day.press(key, look),
            Self::Welcome(welcome) => welcome.press(key),
        }
    }

    /// Takes a pasted text into the field that is open.
    pub fn paste(&mut self, text: &str, arena: Option<&Arena>) {
        match self {
            Self::Bar(bar) => bar.paste(text),
            Self::Find(find) => find.paste(text, arena),
            Self::Actions(actions) => actions.paste(text),
            Self::FollowUp(follow_up) => follow_up.paste(text),
            Self::Dismiss(dismiss) => dismiss.paste(text),
            Self::Evaluate(evaluate) => evaluate.paste(text),
            Self::Promises(promises) => promises.paste(text),
            Self::Board(board) => board.paste(text),
            Self::Import(import) => import.paste(text),
            Self::Greet(greet) => greet.paste(text),
            Self::News(news) => news.paste(text),
            Self::Plan(plan) => plan.paste(text),
            Self::Profile(profile) => profile.paste(text),
            Self::SetStatus(set_status) => set_status.paste(text),
            Self::Skip(skip) => skip.paste(text),
            Self::Gifts(gifts) => gifts.paste(text),
            Self::Table(table) => table.paste(text),
            Self::Thresholds(thresholds) => thresholds.paste(text),
            Self::Timeline(timeline) => timeline.paste(text),
            Self::ToDay(to_day) => to_day.paste(text),
            Self::Copy(_)
            | Self::Duplicates(_)
            | Self::Page(_)
            | Self::Silenced(_)
            | Self::Skipped(_)
            | Self::Welcome(_) => {}
        }
    }

    /// Saves what was entered. `None` if it cannot be kept as it is: the dialog says why, and holds what was typed.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        match self {
            Self::Bar(bar) => bar.save(bench, look),
            Self::FollowUp(follow_up) => follow_up.save(bench, look),
            Self::Dismiss(dismiss) => dismiss.save(bench, look),
            Self::Duplicates(duplicates) => duplicates.save(bench, look),
            Self::Promises(promises) => promises.save(bench, look),
            Self::Board(board) => board.save(look),
            Self::Evaluate(evaluate) => evaluate.save(bench, look),
            Self::SetStatus(set_status) => set_status.save(bench, look),
            Self::Silenced(silenced) => silenced.save(bench, look),
            Self::Skip(skip) => skip.save(bench, look),
            Self::Skipped(skipped) => skipped.save(bench, look),
            Self::Greet(greet) => greet.save(bench, look),
            Self::News(news) => news.save(bench, look),
            Self::Gifts(gifts) => gifts.save(bench, look),
            Self::Thresholds(thresholds) => thresholds.save(bench, look),
            Self::Timeline(timeline) => timeline.save(bench, look),
            Self::Profile(profile) => profile.save(bench, look),
            Self::Find(_)
            | Self::Copy(_)
            | Self::Actions(_)
            | Self::Page(_)
            | Self::Import(_)
            | Self::Plan(_)
            | Self::Table(_)
            | Self::ToDay(_)
            | Self::Welcome(_) => None,
        }
    }

    /// Reads what is in sight in a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>, body: Rect) -> Result<(), OpError> {
        match self {
            Self::Find(find) => find.fit(bench, look, body),
            Self::Greet(greet) => greet.fit(bench, look, body),
            Self::News(news) => news.fit(bench, body),
            Self::Board(board) => board.fit(bench, look),
            Self::Duplicates(duplicates) => duplicates.fit(bench, look),
            Self::Plan(plan) => plan.fit(bench, look, body),
            Self::Gifts(gifts) => gifts.fit(bench, body),
            Self::Silenced(silenced) => silenced.fit(bench, look, body),
            Self::Skipped(skipped) => skipped.fit(bench, body),
            Self::Thresholds(thresholds) => thresholds.fit(bench),
            Self::Timeline(timeline) => timeline.fit(bench, look, body),
            Self::Profile(profile) => profile.fit(bench, body),
            Self::Actions(actions) => {
                actions.fit(look, body);
                Ok(())
            }
            Self::Import(import) => {
                import.fit(body);
                Ok(())
            }
            Self::Table(table) => {
                table.fit(body);
                Ok(())
            }
            Self::SetStatus(_)
            | Self::Skip(_)
            | Self::Bar(_)
            | Self::Copy(_)
            | Self::FollowUp(_)
            | Self::Dismiss(_)
            | Self::Evaluate(_)
            | Self::Page(_)
            | Self::Promises(_)
            | Self::ToDay(_)
            | Self::Welcome(_) => Ok(()),
        }
    }

    /// Whether it takes the place of the panes, so that they need not be drawn.
    pub fn hides_panes(&self) -> bool {
        matches!(
            self,
            Self::Find(_)
                | Self::Actions(_)
                | Self::Import(_)
                | Self::Greet(_)
                | Self::News(_)
                | Self::Plan(_)
                | Self::Profile(_)
                | Self::Table(_)
                | Self::Timeline(_)
                | Self::Gifts(_)
                | Self::Silenced(_)
                | Self::Skipped(_)
                | Self::Thresholds(_)
                | Self::Duplicates(_)
        )
    }

    /// Draws it over the panes; returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, areas: &Areas, buf: &mut Buffer) -> Option<Position> {
        let body = areas.body();
        match self {
            Self::Bar(bar) => Some(bar.draw(look, body, areas.status, areas.hints, buf)),
            Self::Find(find) => Some(find.draw(look, body, areas.status, buf)),
            Self::Actions(actions) => Some(actions.draw(look, body, buf)),
            Self::FollowUp(follow_up) => follow_up.draw(look, body, buf),
            Self::Copy(copy) => {
                copy.draw(look, body, buf);
                None
            }
            Self::Dismiss(dismiss) => dismiss.draw(look, body, buf),
            Self::Evaluate(evaluate) => evaluate.draw(look, body, buf),
            Self::Page(page) => {
                page.draw(look, body, buf);
                None
            }
            Self::Promises(promises) => promises.draw(look, body, buf),
            Self::SetStatus(set_status) => set_status.draw(look, body, buf),
            Self::Board(board) => board.draw(look, body, buf),
            Self::Silenced(silenced) => {
                silenced.draw(look, body, buf);
                None
            }
            Self::Skip(skip) => Some(skip.draw(look, body, buf)),
            Self::Skipped(skipped) => {
                skipped.draw(look, body, buf);
                None
            }
            Self::Table(table) => table.draw(look, body, buf),
            Self::Thresholds(thresholds) => thresholds.draw(look, body, buf),
            Self::Timeline(timeline) => timeline.draw(look, areas, buf),
            Self::Gifts(gifts) => gifts.draw(look, areas, buf),
            Self::Duplicates(duplicates) => {
                duplicates.draw(look, body, buf);
                None
            }
            Self::ToDay(to_day) => Some(to_day.draw(look, body, buf)),
            Self::Import(import) => import.draw(look, body, buf),
            Self::Greet(greet) => greet.draw(look, body, buf),
            Self::News(news) => news.draw(look, body, buf),
            Self::Plan(plan) => plan.draw(look, body, buf),
            Self::Profile(profile) => profile.draw(look, body, buf),
            Self::Welcome(welcome) => {
                welcome.draw(look, body, buf);
                None
            }
        }
    }
}

/// Draws an empty box in the middle of an area and returns what is inside it.
fn boxed(look: &Look<'_>, area: Rect, (width, height): (u16, u16), title: &str, buf: &mut Buffer) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    let middle = Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    Clear.render(middle, buf);
    let block = Block::bordered()
        .border_style(look.theme.focus())
        .title(Line::styled(format!(" {title} "), look.theme.focus()));
    let inside = block.inner(middle);
    block.render(middle, buf);
    Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside }
}

/// The rows below a list that a dialog leaves for its [`foot`].
const BELOW: u16 = 2;

/// Draws what stands below a list: what was wrong, and the keys, that of undo among them.
fn foot(look: &Look<'_>, inside: Rect, wrong: Option<&str>, keys: &str, buf: &mut Buffer) {
    let (width, y) = (usize::from(inside.width), inside.bottom().saturating_sub(BELOW));
    if let Some(wrong) = wrong {
        buf.set_line(inside.x, y, &Line::styled(cell::cut(wrong, width), look.theme.error()), inside.width);
    }
    let undo = keycap(Key::char('u'), look.cyrillic);
    let keys = cell::cut(&look.words.say_with(keys, &[("undo", undo.into())]), width);
    buf.set_line(inside.x, y + 1, &Line::styled(keys, look.theme.key()), inside.width);
}
