//! The news to share: what is told now, and who has heard it.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::{Answer, boxed};
use crate::domain::news::{Audience, News};
use crate::ops::{Hearing, NewsDraft, NewsLine, OpError, Receipt, Workbench};
use crate::text::note_tokens::read_note;
use crate::tui::input::Key;
use crate::tui::keymap::keycap;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;

/// The width of the columns beside the texts.
const DAYS: usize = 16;
const COUNTS: usize = 9;

/// The news to share.
#[derive(Default)]
pub struct NewsBoard {
    lines: Vec<NewsLine>,
    cursor: Cursor,
    /// Whose hearing is shown, over the list.
    shown: Option<Shown>,
    /// What is being typed: new, or in place of other news.
    typed: Option<(Field, Option<News>)>,
    /// What `Enter` or a letter asked for last, to be done when the dialog saves.
    wanted: Wanted,
    wrong: Option<String>,
    /// Whether the lists are to be read.
    known: bool,
}

/// Who has heard news.
struct Shown {
    news: News,
    hearing: Vec<Hearing>,
    cursor: Cursor,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Wanted {
    /// To keep what was typed.
    #[default]
    Write,
    /// To end the selected news.
    End,
    /// To note that the selected client has heard them.
    Tell,
}

impl NewsBoard {
    /// Acts on a key.
    pub fn press(&mut self, key: Key) -> Answer {
        self.wrong = None;
        if let Some((field, _)) = &mut self.typed {
            match key.code {
                KeyCode::Enter => return self.want(Wanted::Write),
                KeyCode::Esc => self.typed = None,
                _ => drop(field.press(key)),
            }
            return Answer::Stay;
        }
        let letter = match key.on_english_layout().code {
            KeyCode::Char(letter) => letter,
            _ => ' ',
        };
        match (key.code, letter) {
            (KeyCode::Esc, _) if self.shown.is_some() => self.shown = None,
            (KeyCode::Esc, _) => return Answer::Close,
            (KeyCode::Up, _) | (_, 'k') => drop(self.list().step(-1)),
            (KeyCode::Down, _) | (_, 'j') => drop(self.list().step(1)),
            (KeyCode::PageUp, _) => drop(self.list().page(-1)),
            (KeyCode::PageDown, _) => drop(self.list().page(1)),
            (KeyCode::Enter, _) if self.shown.is_some() => return self.want(Wanted::Tell),
            (KeyCode::Enter, _) => self.show(),
            (_, 'a') if self.shown.is_none() => self.typed = Some((Field::default(), None)),
            (_, 'e') if self.shown.is_none() => self.edit(),
            (_, 'x') if self.shown.is_none() => return self.want(Wanted::End),
            _ => {}
        }
        Answer::Stay
    }

    fn want(&mut self, wanted: Wanted) -> Answer {
        self.wanted = wanted;
        Answer::Apply
    }

    /// Puts a pasted text in.
    pub fn paste(&mut self, text: &str) {
        if let Some((field, _)) = &mut self.typed {
            field.insert(text);
        }
    }

    fn list(&mut self) -> &mut Cursor {
        self.shown.as_mut().map_or(&mut self.cursor, |shown| &mut shown.cursor)
    }

    fn selected(&self) -> Option<&News> {
        self.lines.get(self.cursor.selected()?).map(|line| &line.news)
    }

    fn show(&mut self) {
        if let Some(news) = self.selected().cloned() {
            self.shown = Some(Shown { news, hearing: Vec::new(), cursor: Cursor::default() });
            self.known = false;
        }
    }

    /// Takes the selected news into the field, as they would be typed.
    fn edit(&mut self) {
        if let Some(news) = self.selected() {
            let tags = news.audience.tags.iter().map(|tag| format!("#{tag}"));
            let star = news.audience.star.then(|| "!".to_owned());
            let until = news.until.map(|day| format!(">{day}"));
            let parts: Vec<String> = std::iter::once(news.text.clone()).chain(tags).chain(star).chain(until).collect();
            self.typed = Some((Field::with(parts.join(" ")), Some(news.clone())));
        }
    }

    /// Does what was asked for last. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let done = match self.wanted {
            Wanted::Write => {
                let (field, before) = self.typed.as_ref()?;
                let draft = draft(field.text(), before.as_ref(), look.today);
                match before {
                    Some(news) => bench.edit_news(news.id, &draft),
                    None => bench.add_news(&draft),
                }
            }
            Wanted::End => bench.close_news(self.selected()?),
            Wanted::Tell => {
                let shown = self.shown.as_ref()?;
                let row = shown.hearing.get(shown.cursor.selected()?).filter(|row| row.heard.is_none())?;
                bench.tell_news(shown.news.id, row.client)
            }
        };
        let done = done.map_err(|error| self.wrong = Some(look.words.message(&error.message()))).ok()?;
        self.typed = None;
        self.known = false;
        Some(done)
    }

    /// Reads the lists where they may have changed, and fits them into a window of `body`.
    pub fn fit(&mut self, bench: &Workbench, body: Rect) -> Result<(), OpError> {
        if !self.known {
            self.lines = bench.news()?;
            if let Some(shown) = &mut self.shown {
                shown.hearing = bench.hearing(&shown.news)?;
            }
            self.known = true;
        }
        let height = usize::from(body.height).saturating_sub(4);
        self.cursor.fit(self.lines.len(), height, 1);
        if let Some(shown) = &mut self.shown {
            shown.cursor.fit(shown.hearing.len(), height.saturating_sub(1), 1);
        }
        Ok(())
    }

    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let cap = |letter| keycap(Key::char(letter), look.cyrillic).into();
        let letters = [("add", cap('a')), ("edit", cap('e')), ("end", cap('x'))];
        let inside = boxed(look, body, (116, body.height), &words.say("news-title"), buf);
        let list = Rect { height: inside.height.saturating_sub(2), ..inside };
        match &self.shown {
            Some(shown) => draw_hearing(shown, look, list, buf),
            None if self.lines.is_empty() => look.empty(list, &words.say_with("news-none", &letters), buf),
            None => self.draw_list(look, list, buf),
        }
        let below = Rect { y: inside.bottom().saturating_sub(2), height: 1, ..inside };
        let last = Rect { y: below.y + 1, ..below };
        if let Some(wrong) = &self.wrong {
            put(&Line::styled(wrong.clone(), look.theme.error()), last, buf);
        }
        let Some((field, before)) = &self.typed else {
            let keys = if self.shown.is_some() { "news-keys-hearing" } else { "news-keys" };
            if self.wrong.is_none() {
                put(&Line::styled(words.say_with(keys, &letters), look.theme.key()), last, buf);
            }
            return None;
        };
        let label = format!("{} ", words.say("news-label"));
        let (text, column) = field.visible(usize::from(below.width).saturating_sub(label.width()));
        put(&Line::from(vec![Span::styled(label.clone(), look.theme.key()), Span::raw(text.to_owned())]), below, buf);
        if self.wrong.is_none() {
            let draft = draft(field.text(), before.as_ref(), look.today);
            let mut understood = words.audience(&draft.audience);
            if let Some(until) = draft.until {
                understood = format!("{understood} · {}", words.say_with("news-until", &[("day", until.into())]));
            }
            let keys = format!("{understood}   {}", words.say("news-typing"));
            put(&Line::styled(keys, look.theme.toast()), last, buf);
        }
        Some(Position::new(below.x + (label.width() + column) as u16, below.y))
    }

    fn draw_list(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let words = look.words;
        let room = usize::from(area.width).saturating_sub(3 + DAYS + COUNTS);
        let (text, audience) = (room * 3 / 4, room - room * 3 / 4);
        for (row, place) in self.cursor.window().enumerate() {
            let Some(line) = self.lines.get(place) else { break };
            let spans = vec![
                Span::raw(if line.current { "• " } else { "× " }),
                Span::raw(cell::left(&cell::cut(&line.news.text, text.saturating_sub(1)), text)),
                Span::raw(cell::left(
                    &cell::cut(&words.audience(&line.news.audience), audience.saturating_sub(1)),
                    audience,
                )),
                Span::raw(cell::left(&words.news_days(&line.news), DAYS)),
                Span::raw(cell::right(&format!("✓{} ○{}", line.heard, line.unheard), COUNTS)),
            ];
            let area = Rect { y: area.y + row as u16, height: 1, ..area };
            look.row(area, &spans, self.cursor.selected() == Some(place), self.typed.is_none(), buf);
        }
    }
}

fn draw_hearing(shown: &Shown, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
    let title = cell::cut(&shown.news.text, usize::from(area.width));
    buf.set_line(area.x, area.y, &Line::styled(title, look.theme.heading()), area.width);
    let room = usize::from(area.width).saturating_sub(12 + 18);
    for (row, place) in shown.cursor.window().enumerate() {
        let Some(hearing) = shown.hearing.get(place) else { break };
        let heard = hearing.heard.map_or_else(|| "○".to_owned(), |day| format!("✓ {}", look.words.short_day(day)));
        let name = look.words.name(&hearing.name);
        let name = if hearing.star { format!("{name} ★") } else { name.into_owned() };
        let spans = vec![
            Span::raw(cell::left(&heard, 10)),
            Span::raw(cell::left(&cell::cut(&name, room.saturating_sub(1)), room)),
            Span::raw(cell::left(&cell::cut(&hearing.city, 17), 18)),
        ];
        let line = Rect { y: area.y + 1 + row as u16, height: 1, ..area };
        look.row(line, &spans, shown.cursor.selected() == Some(place), true, buf);
    }
}

/// What was typed as news: `#tag` for whom, `!` for those with a star, `>30.12` until when. What cannot be typed here
/// stays as it was before.
fn draft(text: &str, before: Option<&News>, today: NaiveDate) -> NewsDraft {
    let note = read_note(text, today);
    let audience = before.map(|news| news.audience.clone()).unwrap_or_default();
    NewsDraft {
        text: note.text,
        since: before.map(|news| news.since),
        until: note.next,
        audience: Audience { star: note.important, tags: note.tags, ..audience },
    }
}

fn put(line: &Line<'_>, area: Rect, buf: &mut Buffer) {
    cell::write(buf, (area.x, area.y), line, area.width);
}
