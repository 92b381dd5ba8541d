//! The news to share: what is told now, and who has heard it.

use chrono::NaiveDate;
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::{Answer, boxed};
use crate::domain::news::{Audience, News};
use crate::domain::status::Status;
use crate::ops::{Hearing, NewsDraft, NewsLine, OpError, Receipt, Workbench};
use crate::text::note_tokens::read_note;
use crate::tui::input::Key;
use crate::tui::keymap::keycap;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::field::Field;
use crate::tui::widgets::fields::{Fields, Value};

/// The width of the columns beside the texts.
const DAYS: usize = 16;
const COUNTS: usize = 9;

/// The labels of the fields, and their width.
const LABELS: [&str; 4] = ["news-label", "news-statuses", "news-towns", "news-industries"];
const LABEL: usize = 23;

/// The news to share.
#[derive(Default)]
pub struct NewsBoard {
    lines: Vec<NewsLine>,
    cursor: Cursor,
    /// Whose hearing is shown, over the list.
    shown: Option<Shown>,
    /// What is being typed: new, or in place of other news.
    typed: Option<(Fields, Option<News>)>,
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
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Answer {
        self.wrong = None;
        if let Some((fields, _)) = &mut self.typed {
            match key.code {
                KeyCode::Enter => return self.want(Wanted::Write),
                KeyCode::Esc => self.typed = None,
                _ => fields.press(key),
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
            _ if self.list().press(key) => {}
            (KeyCode::Enter, _) if self.shown.is_some() => return self.want(Wanted::Tell),
            (KeyCode::Enter, _) => self.show(),
            (_, 'a') if self.shown.is_none() => self.typed = Some((fields_of(None, look), None)),
            (_, 'e') if self.shown.is_none() => self.edit(look),
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
        if let Some((fields, _)) = &mut self.typed {
            fields.paste(text);
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

    /// Takes the selected news into the fields.
    fn edit(&mut self, look: &Look<'_>) {
        if look.words.is_curtained() {
            self.wrong = Some(look.words.say("written-curtained"));
        } else if let Some(news) = self.selected() {
            self.typed = Some((fields_of(Some(news), look), Some(news.clone())));
        }
    }

    /// Does what was asked for last. `None` if that cannot be done: the dialog says why.
    pub fn save(&mut self, bench: &Workbench, look: &Look<'_>) -> Option<Receipt> {
        let done = match self.wanted {
            Wanted::Write => {
                let (fields, before) = self.typed.as_ref()?;
                let draft = draft(fields, before.as_ref(), look.today);
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
        let height = usize::from(body.height.saturating_sub(2 + self.below()));
        self.cursor.fit(self.lines.len(), height, 1);
        if let Some(shown) = &mut self.shown {
            shown.cursor.fit(shown.hearing.len(), height.saturating_sub(1), 1);
        }
        Ok(())
    }

    /// The rows below the list.
    fn below(&self) -> u16 {
        self.typed.as_ref().map_or(2, |(fields, _)| fields.len() as u16 + 2)
    }

    /// Draws it over the panes. Returns where the cursor stands, where there is one.
    pub fn draw(&self, look: &Look<'_>, body: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = look.words;
        let cap = |letter| keycap(Key::char(letter), look.cyrillic).into();
        let letters = [("add", cap('a')), ("edit", cap('e')), ("end", cap('x'))];
        let inside = boxed(look, body, (116, body.height), &words.say("news-title"), buf);
        let list = Rect { height: inside.height.saturating_sub(self.below()), ..inside };
        match &self.shown {
            Some(shown) => draw_hearing(shown, look, list, buf),
            None if self.lines.is_empty() => look.empty(list, &words.say_with("news-none", &letters), buf),
            None => self.draw_list(look, list, buf),
        }
        let below = Rect { y: list.bottom(), height: self.below(), ..inside };
        let last = Rect { y: inside.bottom().saturating_sub(1), height: 1, ..inside };
        let keys = match (&self.typed, &self.shown) {
            (Some(_), _) => "news-typing",
            (None, Some(_)) => "news-keys-hearing",
            (None, None) => "news-keys",
        };
        put(&Line::styled(words.say_with(keys, &letters), look.theme.key()), last, buf);
        let told = Rect { y: last.y.saturating_sub(1), ..last };
        if let Some(wrong) = &self.wrong {
            put(&Line::styled(wrong.clone(), look.theme.error()), told, buf);
        }
        let (fields, before) = self.typed.as_ref()?;
        if self.wrong.is_none() {
            let draft = draft(fields, before.as_ref(), look.today);
            let until = draft.until.map(|until| words.say_with("news-until", &[("day", until.into())]));
            let understood = std::iter::once(words.audience(&draft.audience, look.bench.days()))
                .chain(until)
                .collect::<Vec<_>>()
                .join(" · ");
            put(&Line::styled(understood, look.theme.toast()), told, buf);
        }
        fields.draw(look, LABEL, Rect { height: fields.len() as u16, ..below }, buf)
    }

    fn draw_list(&self, look: &Look<'_>, area: Rect, buf: &mut Buffer) {
        let words = look.words;
        let room = usize::from(area.width).saturating_sub(3 + DAYS + COUNTS);
        let (text, audience) = (room * 3 / 4, room - room * 3 / 4);
        for (row, place) in self.cursor.window().enumerate() {
            let Some(line) = self.lines.get(place) else { break };
            let spans = vec![
                Span::raw(if line.current { "• " } else { "× " }),
                Span::raw(cell::left(&cell::cut(&words.private(&line.news.text), text.saturating_sub(1)), text)),
                Span::raw(cell::left(
                    &cell::cut(&words.audience(&line.news.audience, look.bench.days()), audience.saturating_sub(1)),
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
    let title = cell::cut(&look.words.private(&shown.news.text), usize::from(area.width));
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

/// The fields of news, as they are to begin with.
fn fields_of(news: Option<&News>, look: &Look<'_>) -> Fields {
    let audience = news.map(|news| news.audience.clone()).unwrap_or_default();
    let tags = audience.tags.iter().map(|tag| format!("#{tag}"));
    let star = audience.star.then(|| "!".to_owned());
    let until = news.and_then(|news| news.until).map(|day| format!(">{day}"));
    let said = news.map(|news| news.text.clone()).into_iter();
    let line = said.chain(tags).chain(star).chain(until).collect::<Vec<_>>().join(" ");
    let statuses = Status::ALL.iter().map(|status| (look.words.status(*status), audience.statuses.contains(status)));
    let industries = audience.industries.iter().map(|industry| look.words.occasion(industry, look.bench.days()));
    let industries = industries.collect::<Vec<_>>().join(", ");
    let text = |text: String| Value::Text(Field::with(text));
    let statuses = Value::Any(statuses.collect(), 0);
    Fields::new(&LABELS, vec![text(line), statuses, text(audience.cities.join(", ")), text(industries)])
}

/// What was entered as news; in their text `#tag` says for whom, `!` that only for those with a star, `>30.12` until when.
fn draft(fields: &Fields, before: Option<&News>, today: NaiveDate) -> NewsDraft {
    let note = read_note(fields.value(0).text(), today);
    let listed = |place: usize| {
        let parts = fields.value(place).text().split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let statuses = Status::ALL.into_iter().zip(fields.value(1).any()).filter(|(_, chosen)| *chosen);
    NewsDraft {
        text: note.text,
        since: before.map(|news| news.since),
        until: note.next,
        audience: Audience {
            statuses: statuses.map(|(status, _)| status).collect(),
            star: note.important,
            tags: note.tags,
            cities: listed(2),
            industries: listed(3),
        },
    }
}

fn put(line: &Line<'_>, area: Rect, buf: &mut Buffer) {
    cell::write(buf, (area.x, area.y), line, area.width);
}
