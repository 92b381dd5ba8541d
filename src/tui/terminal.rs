//! The guard of the terminal: enters full-screen mode once and leaves it once, on every way out.

use std::io::{self, BufWriter, Stdout, Write};
use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    SetTitle, disable_raw_mode, enable_raw_mode,
};
use crossterm::{cursor, execute, queue};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Whether the terminal is ours at the moment, so that it is given back exactly once.
static ENTERED: AtomicBool = AtomicBool::new(false);
static HOOK: Once = Once::new();

/// The most a frame may have before it is written in more than one piece, in bytes.
const FRAME: usize = 1 << 16;

/// The most letters that are written again between two changes: to move the cursor takes no fewer than six bytes.
const BRIDGE: u16 = 6;

/// The terminal while it is ours. Dropping it gives it back.
pub struct Screen {
    out: CrosstermBackend<BufWriter<Stdout>>,
    /// What is on the screen.
    shown: Buffer,
    /// What is drawn next; kept, so that no frame has to ask for memory.
    next: Buffer,
    /// Where the cursor is shown.
    cursor: Option<Position>,
    /// Whether the next frame is to be drawn whole.
    whole: bool,
}

impl Screen {
    /// Takes the terminal over; a panic gives it back before it is reported.
    pub fn enter(title: &str) -> io::Result<Self> {
        HOOK.call_once(|| {
            let report = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                leave();
                report(info);
            }));
        });
        enable_raw_mode()?;
        ENTERED.store(true, Ordering::SeqCst);
        let mut out = CrosstermBackend::new(BufWriter::with_capacity(FRAME, io::stdout()));
        let entered = execute!(
            out,
            EnterAlternateScreen,
            EnableBracketedPaste,
            EnableMouseCapture,
            SetTitle(title),
            cursor::Hide
        );
        if entered.is_err() {
            leave();
        }
        entered.map(|()| Self { out, shown: Buffer::default(), next: Buffer::default(), cursor: None, whole: true })
    }

    /// Draws one frame of that size, and writes what of it is not on the screen yet in one piece, which terminals that
    /// can show at once; nothing where nothing changed. `draw` answers where the cursor is to be shown.
    pub fn draw(&mut self, size: Size, draw: impl FnOnce(&mut Buffer) -> Option<Position>) -> io::Result<()> {
        let area = Rect::from((Position::ORIGIN, size));
        self.whole |= self.shown.area != area;
        if self.next.area == area {
            self.next.reset();
        } else {
            self.next = Buffer::empty(area);
        }
        let cursor = draw(&mut self.next);
        take_apart(&mut self.next);
        let changes = if self.whole { filled(&self.next) } else { self.shown.diff(&self.next) };
        let changes = bridged(&changes, &self.next);
        if changes.is_empty() && cursor == self.cursor && !self.whole {
            return Ok(());
        }
        queue!(self.out, BeginSynchronizedUpdate)?;
        if std::mem::take(&mut self.whole) {
            queue!(self.out, Clear(ClearType::All))?;
        }
        self.out.draw(changes.into_iter())?;
        match cursor {
            Some(Position { x, y }) => queue!(self.out, cursor::MoveTo(x, y), cursor::Show)?,
            None if self.cursor.is_some() => queue!(self.out, cursor::Hide)?,
            None => {}
        }
        execute!(self.out, EndSynchronizedUpdate)?;
        std::mem::swap(&mut self.shown, &mut self.next);
        self.cursor = cursor;
        Ok(())
    }

    /// Forgets what is on the screen, so that the next frame is drawn whole.
    pub fn forget(&mut self) {
        self.whole = true;
    }

    /// Hands a text to the clipboard of the terminal (OSC 52); one that knows of none leaves it out.
    pub fn copy(&self, text: &str) -> io::Result<()> {
        execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
    }

    /// Takes clicks, or leaves them to the terminal for selecting text.
    pub fn take_mouse(&self, take: bool) -> io::Result<()> {
        if take { execute!(io::stdout(), EnableMouseCapture) } else { execute!(io::stdout(), DisableMouseCapture) }
    }
}

/// Shows of signs that terminals join each in its own way only the first: a family, a colour of skin, a variant take as many
/// columns in one terminal as their parts do in another, and would push the rest of the row aside.
fn take_apart(buf: &mut Buffer) {
    let joins = |c: char| matches!(c, '\u{200d}' | '\u{20e3}' | '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}');
    for place in 0..buf.content.len() {
        let symbol = buf.content[place].symbol();
        let Some(first) = symbol.chars().next().filter(|first| symbol.len() > first.len_utf8()) else { continue };
        if symbol.chars().skip(1).any(joins) {
            let lost = symbol.width().saturating_sub(first.width().unwrap_or(0));
            buf.content[place].set_char(first);
            if lost > 0
                && let Some(next) = buf.content.get_mut(place + 1)
            {
                next.set_char(' ');
            }
        }
    }
}

/// What differs from a screen that was cleared, so that the first frame waits for no buffer to compare it with. The cells
/// that a wide letter covers are none of their own.
fn filled(next: &Buffer) -> Vec<(u16, u16, &Cell)> {
    let mut filled = Vec::with_capacity(next.content.len() / 2);
    let mut covered = 0;
    for (place, cell) in next.content.iter().enumerate() {
        if covered > 0 {
            covered -= 1;
        } else if *cell != Cell::EMPTY {
            let (x, y) = next.pos_of(place);
            filled.push((x, y, cell));
            covered = cell.symbol().width().saturating_sub(1);
        }
    }
    filled
}

/// The changes with the letters between two of them on one line, where writing these again takes no more bytes than
/// moving the cursor past them.
fn bridged<'b>(changes: &[(u16, u16, &'b Cell)], next: &'b Buffer) -> Vec<(u16, u16, &'b Cell)> {
    let mut all: Vec<(u16, u16, &Cell)> = Vec::with_capacity(changes.len() + changes.len() / 4);
    for change in changes {
        if let Some((x, y, before)) = all.last().copied()
            && y == change.1
            && x + 1 < change.0
            && change.0 - x - 1 <= BRIDGE
            && before.symbol().width() == 1
        {
            let between = (x + 1..change.0).map(|x| (x, y, &next[(x, y)]));
            // One byte is one column; a wide letter would have to be written whole.
            if between.clone().all(|(_, _, cell)| cell.symbol().len() == 1 && cell.style() == before.style()) {
                all.extend(between);
            }
        }
        all.push(*change);
    }
    all
}

impl Drop for Screen {
    fn drop(&mut self) {
        leave();
    }
}

/// Gives the terminal back. A terminal that is gone cannot be told anything, so errors are of no use here.
fn leave() {
    if !ENTERED.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        ResetColor,
        LeaveAlternateScreen,
        cursor::Show
    );
    let _ = disable_raw_mode();
    let _ = out.flush();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_joined_signs_the_first_is_shown_in_as_many_columns() {
        for (typed, shown) in [
            ("👨\u{200d}👩\u{200d}👧 x", "👨 x"),
            ("👍\u{1f3fd}x", "👍x"),
            ("❤\u{fe0f}x", "❤ x"),
            ("1\u{fe0f}\u{20e3}x", "1 x"),
            ("й\u{301}e\u{301}x", "й\u{301}e\u{301}x"),
            ("🇷🇺x", "🇷🇺x"),
        ] {
            let mut buf = Buffer::with_lines([typed]);
            take_apart(&mut buf);
            let mut row = String::new();
            let mut x = 0;
            while x < buf.area.width {
                row.push_str(buf[(x, 0)].symbol());
                x += buf[(x, 0)].symbol().width().max(1) as u16;
            }
            assert_eq!(row.trim_end(), shown);
        }
    }

    #[test]
    fn a_first_frame_is_what_differs_from_an_empty_one() {
        let mut next = Buffer::with_lines(["ab  日 x", "   й\u{301} 本 ", "       "]);
        next[(6, 1)].modifier.insert(ratatui::style::Modifier::REVERSED);
        // Under the second half of a wide letter nothing is written, whatever its look.
        next[(5, 0)].modifier.insert(ratatui::style::Modifier::REVERSED);
        assert_eq!(filled(&next), Buffer::empty(next.area).diff(&next));
    }

    #[test]
    fn a_short_gap_of_one_line_and_look_is_written_again_and_nothing_else() {
        fn check(shown: &str, next: &str, expected: &str) {
            let (shown, next) = (Buffer::with_lines([shown]), Buffer::with_lines([next]));
            let changes = shown.diff(&next);
            let columns: Vec<String> = bridged(&changes, &next).iter().map(|(x, ..)| x.to_string()).collect();
            assert_eq!(columns.join(" "), expected);
        }
        check("       ", "ab  cd ", "0 1 2 3 4 5");
        check("a      b", "c      d", "0 1 2 3 4 5 6 7");
        check("a       b", "c       d", "0 8");
        // A wide letter before the gap, in it, and one of more bytes.
        check("日 x", "本 y", "0 3");
        check("a日b", "c日d", "0 3");
        check("aйb", "cйd", "0 2");
        let shown = Buffer::with_lines(["a b"]);
        let mut next = Buffer::with_lines(["c d"]);
        next[(0, 0)].modifier.insert(ratatui::style::Modifier::BOLD);
        assert_eq!(bridged(&shown.diff(&next), &next).len(), 2);
    }
}
