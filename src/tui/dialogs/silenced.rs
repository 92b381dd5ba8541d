//! The alerts that were put off or dismissed: on which day each comes back, or why it was dismissed, and where it is
//! brought back.

use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Answer, BELOW, boxed, foot};
use crate::ops::{OpError, Receipt, SilencedLine, Workbench};
use crate::tui::action::Action;
use crate::tui::input::Key;
use crate::tui::keymap::action_of;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::list::{List, Reach};

/// The list of them.
#[derive(Default)]
pub struct SilencedAlerts {
    list: List<SilencedLine>,
    /// How many there are; `None` until they are counted.
    count: Option<usize>,
    wrong: Option<String>,
}

impl SilencedAlerts {
    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        match key.code {
            KeyCode::Esc => return Answer::Close,
            KeyCode::Enter => return Answer::Apply,
            _ if self.list.cursor.press(key) => {}
            _ => {
                if let Some(action @ (Action::Undo | Action::Redo)) = action_of(key) {
                    self.forget();
                    return Answer::Reverse(action);
                }
            }
        }
        Answer::Stay
    }

    /// Forgets what was read, because it may have changed.
    fn forget(&mut self) {
        self.list.forget();
        self.count = None;
    }

    /// Brings the selected one back. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let back = bench.bring_back_alert(self.list.selected()?.client);
        self.forget();
        back.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()
    }

    /// Reads what is in sight in a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, look: &Look<'_>, body: Rect) -> Result<(), OpError> {
        let count = match self.count {
            Some(count) => count,
            None => {
                let silenced = bench.count_silenced()?;
                *self.count.insert(silenced.put_off + silenced.dismissed)
            }
        };
        let rows = (usize::from(body.height.saturating_sub(2 + BELOW)), 2);
        self.list.fit(count, rows, Reach::Sight, |skip, limit| bench.silenced_page(skip, limit))?;
        let width = body.width.saturating_sub(4);
        self.list.write_out(width, |line| rows_for(look, line, usize::from(width)));
        Ok(())
    }

    /// Draws it over the panes.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) {
        let words = look.words;
        let inside = boxed(look, body, (body.width, body.height), &words.say("silenced-title"), buf);
        let list = Rect { height: inside.height.saturating_sub(BELOW), ..inside };
        let selected = self.list.cursor.selected();
        if selected.is_none() {
            look.empty(list, &words.say("silenced-none"), buf);
        }
        self.list.draw(look, list, true, |place, _| selected == Some(place), buf);
        foot(look, inside, self.wrong.as_deref(), "silenced-keys", buf);
    }
}

/// The client with how its alert was answered, then what it was about.
fn rows_for(look: &Look<'_>, line: &SilencedLine, width: usize) -> Vec<Line<'static>> {
    let words = look.words;
    let mut answers: Vec<String> = line.silenced.iter().map(|silenced| words.alert_answer(&silenced.answer)).collect();
    answers.dedup();
    let reasons: Vec<String> =
        line.silenced.iter().map(|silenced| words.message(&silenced.reason.signal().short())).collect();
    let answers = cell::cut(&answers.join("; "), width * 2 / 3);
    let name = cell::left(&words.name(&line.name), width.saturating_sub(answers.width() + 2));
    vec![
        Line::from(vec![Span::raw(name), Span::raw(" "), Span::raw(answers)]),
        Line::raw(format!("  {}", cell::cut(&reasons.join("; "), width.saturating_sub(3)))),
    ]
}
