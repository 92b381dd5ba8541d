//! The card: everything about one client on one page, why to contact it first.

mod numbers;
mod sheet;
mod year;

use std::collections::VecDeque;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use self::sheet::Sheet;
use crate::domain::ids::ClientId;
use crate::domain::person::{Channel, ChannelKind};
use crate::domain::timeline::TimelineEntry;
use crate::ops::{Card, OpError, Workbench, wishes};
use crate::tui::look::{Look, Spot};
use crate::tui::widgets::cell;

/// How many cards are kept that were read: the one in sight, those on either side of it, those selected in the other
/// lists, the one before.
const KEPT: usize = 6;
/// How many planned touches are listed.
const AHEAD: usize = 6;
/// The width of the column of days in the lists of the card.
const DAY: usize = 12;
/// The width of the column of kinds there.
const KIND: usize = 12;

/// The card of one client.
#[derive(Default)]
pub struct CardPane {
    /// Whether the page of the year is shown in place of the card itself.
    by_year: bool,
    client: Option<ClientId>,
    /// The cards that were read last, the newest first: what a key leads to is mostly where it came from or what was read
    /// ahead.
    sheets: VecDeque<Sheet>,
    scroll: usize,
    height: usize,
}

impl CardPane {
    /// Forgets what was read, because it may have changed; the place on the page stays.
    pub fn forget(&mut self) {
        self.sheets.clear();
    }

    /// Turns to the page of the year, or back to the card itself.
    pub fn show_year(&mut self, by_year: bool) {
        if self.by_year != by_year {
            (self.by_year, self.scroll) = (by_year, 0);
            self.forget();
        }
    }

    /// Whether the page of the year is shown.
    pub fn by_year(&self) -> bool {
        self.by_year
    }

    /// Reads the card of `client` unless it is known, and as much of its timeline as is in sight.
    pub fn fit(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        client: Option<ClientId>,
        inside: Rect,
    ) -> Result<(), OpError> {
        if self.client != client {
            (self.client, self.scroll) = (client, 0);
        }
        self.height = usize::from(inside.height);
        let Some(client) = client else { return Ok(()) };
        self.read(bench, look, client, inside, self.scroll)?;
        let length = self.sheet().map_or(0, |sheet| sheet.lines.len());
        self.scroll = self.scroll.min(length.saturating_sub(self.height));
        Ok(())
    }

    /// Reads the card of a client as it stands when it is opened in that place, unless it is known.
    pub fn read_ahead(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        client: ClientId,
        inside: Rect,
    ) -> Result<(), OpError> {
        if self.by_year { Ok(()) } else { self.read(bench, look, client, inside, 0) }
    }

    fn read(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        client: ClientId,
        inside: Rect,
        scroll: usize,
    ) -> Result<(), OpError> {
        let known = self.sheets.iter().position(|sheet| sheet.client == client);
        let mut sheet = match known.and_then(|place| self.sheets.remove(place)) {
            Some(sheet) => sheet,
            None => match bench.card(client)? {
                Some(card) => Sheet::of(client, card),
                None => return Ok(()),
            },
        };
        sheet.write_out(bench, look, self.by_year, inside, scroll)?;
        self.sheets.truncate(KEPT - 1);
        self.sheets.push_front(sheet);
        Ok(())
    }

    /// The card of the client.
    fn sheet(&self) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| Some(sheet.client) == self.client)
    }

    /// Scrolls by so many rows; as far as there are any, once the card is fitted.
    pub fn scroll(&mut self, by: isize) {
        self.scroll = self.scroll.saturating_add_signed(by);
    }

    /// Scrolls by so many pages.
    pub fn page(&mut self, by: isize) {
        self.scroll(by * self.height.max(1).cast_signed());
    }

    /// Draws the pane.
    pub fn draw(&self, look: &Look<'_>, spot: &Spot, buf: &mut Buffer) {
        let inside = spot.inside;
        let Some(Sheet { card, lines, .. }) = self.sheet() else {
            look.frame(spot, &format!("5 {}", look.words.say("pane-card")), "", buf);
            // The first frame does not wait for the card of the client it comes with.
            if spot.client.is_none() {
                look.empty(inside, &look.words.say("empty-card"), buf);
            }
            return;
        };
        let star = if card.client.star { " ★" } else { "" };
        let title = format!(
            "5 {}{star}",
            cell::cut(&look.words.name(&card.client.name), usize::from(spot.area.width).saturating_sub(22))
        );
        look.frame(spot, &title, &look.words.status(card.derived.status), buf);
        for (row, line) in lines.iter().skip(self.scroll).take(self.height).enumerate() {
            cell::write(buf, (inside.x + 1, inside.y + row as u16), line, inside.width.saturating_sub(1));
        }
        let below = lines.len().saturating_sub(self.scroll + self.height);
        if below > 0 {
            buf.set_string(inside.right().saturating_sub(1), inside.bottom().saturating_sub(1), "↓", look.theme.key());
        }
        if self.scroll > 0 {
            buf.set_string(inside.right().saturating_sub(1), inside.y, "↑", look.theme.key());
        }
    }
}

/// The card as lines of a page.
struct Page<'a> {
    look: &'a Look<'a>,
    width: usize,
    lines: Vec<Line<'static>>,
}

impl Page<'_> {
    /// Everything but the timeline.
    fn card(&mut self, card: &Card) {
        self.reach(card);
        self.reasons(card);
        self.numbers(card);
        self.about(card);
        self.promises(card);
        self.people(card);
        self.ahead(card);
    }

    fn say(&self, key: &str) -> String {
        self.look.words.say(key)
    }

    fn put(&mut self, text: &str, style: Style) {
        for line in cell::wrap(text, self.width) {
            self.lines.push(Line::styled(line, style));
        }
    }

    fn put_parts<'b>(&mut self, parts: impl IntoIterator<Item = &'b str>) {
        let lines = cell::wrap_parts(parts, self.width);
        self.lines.extend(lines.into_iter().map(Line::raw));
    }

    fn heading(&mut self, key: &str) {
        self.lines.push(Line::default());
        let text = self.say(key);
        self.lines.push(Line::styled(text, self.look.theme.heading()));
    }

    /// A row of a list: the day, the kind, the rest, which goes on below itself where it is long.
    fn entry(&mut self, day: &str, kind: &str, text: &str) {
        let indent = DAY + KIND;
        let mut parts = cell::wrap(text, self.width.saturating_sub(indent).max(12)).into_iter();
        let first = format!(
            "{}{}{}",
            cell::left(day, DAY),
            cell::left(&cell::cut(kind, KIND - 1), KIND),
            parts.next().unwrap_or_default()
        );
        self.lines.push(Line::raw(first));
        self.lines.extend(parts.map(|part| Line::raw(format!("{}{part}", " ".repeat(indent)))));
    }

    fn reach(&mut self, card: &Card) {
        let phone = card.channels.iter().find(|channel| channel.kind == ChannelKind::Phone);
        let person = card.people.first();
        let words = self.look.words;
        let parts = [
            Some(card.client.city.as_str().into()),
            phone.map(|phone| words.private(&phone.shown()).into_owned().into()),
            person.map(|person| words.name(&person.name)),
        ];
        self.put_parts(parts.iter().flatten().map(AsRef::as_ref));
        self.lines.push(Line::default());
    }

    /// What was said of the client.
    fn about(&mut self, card: &Card) {
        let said: Vec<_> = card.about().into_iter().chain(card.values()).collect();
        if !said.is_empty() {
            self.lines.push(Line::default());
        }
        for sentence in &said {
            self.put(&self.look.words.message(sentence), Style::new());
        }
    }

    fn reasons(&mut self, card: &Card) {
        let words = self.look.words;
        if let Some(barred) = card.barred() {
            self.put(&words.message(&barred), self.look.theme.overdue());
        }
        if let Some(alert) = &card.alert {
            for reason in &alert.reasons {
                let sentence = words.message(&reason.signal().sentence());
                for (row, part) in cell::wrap(&sentence, self.width.saturating_sub(2)).into_iter().enumerate() {
                    let mark = if row == 0 { self.look.level_mark(Some(alert.level)) } else { Span::raw(" ") };
                    self.lines.push(Line::from(vec![mark, Span::raw(format!(" {part}"))]));
                }
            }
            let risk = words.say_with("card-at-risk", &[("money", alert.at_risk.into())]);
            let advice = words.message(&alert.advice().message());
            self.put(&format!("  {risk}"), self.look.theme.heading());
            self.put(&format!("  → {advice}"), Style::new());
            self.lines.push(Line::default());
        }
        if let Some(day) = card.answered_until {
            self.put(&words.say_with("card-answered", &[("day", day.into())]), Style::new());
        }
        if let Some(closing) = &card.closing {
            self.put(&words.message(&closing.message()), Style::new());
        }
        for event in card.events() {
            self.put(&words.message(&event), Style::new());
        }
        for row in &card.competitors {
            let known: Vec<String> = row.competitor.messages().iter().map(|message| words.message(message)).collect();
            self.put(&known.join(" · "), Style::new());
        }
        for row in &card.complaints {
            let complaint = &row.complaint;
            let args = [("day", complaint.opened_on.into()), ("text", complaint.text.as_str().into())];
            self.put(&words.say_with("card-complaint", &args), self.look.theme.overdue());
            self.put(&format!("  {}", words.message(&complaint.state())), Style::new());
        }
        for reason in card.membership.iter().flat_map(|membership| membership.reasons(self.look.today)) {
            self.put(&format!("→ {}", words.message(&reason)), Style::new());
        }
        if let Some(unpaid) = &card.unpaid {
            self.put(&words.message(&unpaid.message()), self.look.theme.overdue());
        }
        for sentence in words.evaluated(&card.evaluated, card.derived.status, self.look.today) {
            self.put(&sentence, Style::new());
        }
    }

    fn promises(&mut self, card: &Card) {
        let words = self.look.words;
        let rates = card.promises.rates();
        if card.promises.open.is_empty() && rates.is_empty() {
            return;
        }
        self.heading("card-promises");
        for row in &card.promises.open {
            let what = &row.promise.what;
            let person = row.person.as_deref().map(|person| words.name(person).into_owned());
            let text: Vec<String> =
                std::iter::once(words.promise_due(&row.promise, self.look.today)).chain(person).collect();
            self.entry(&self.look.day_narrow(what.due), &words.promise(what), &text.join(" · "));
        }
        for rate in rates {
            self.put(&words.message(&rate), Style::new());
        }
    }

    fn people(&mut self, card: &Card) {
        let words = self.look.words;
        let client = &card.client;
        let own = card.channels.iter().filter(|channel| channel.person.is_none()).map(Channel::shown);
        let own = own.chain([client.legal_form.clone(), client.address.clone()]);
        let own = own.filter(|part| !part.is_empty()).map(|part| words.private(&part).into_owned());
        let tax_id = (!client.tax_id.is_empty())
            .then(|| words.say_with("card-tax-id", &[("number", words.private(&client.tax_id).as_ref().into())]));
        let own: Vec<String> =
            own.chain(tax_id).chain(words.kind_of_client(client, || self.look.bench.days())).collect();
        let nothing = card.people.is_empty() && own.is_empty() && client.tags.is_empty() && client.note.is_empty();
        if nothing {
            return;
        }
        self.heading("card-people");
        for person in &card.people {
            let channels = card.channels.iter().filter(|channel| channel.person == Some(person.id));
            let birthday = person
                .birthday
                .map(|born| words.say_with("card-birthday", &[("day", words.short_day(born.in_leap_year()).into())]));
            let parts = [words.name(&person.name), person.role.as_str().into()].into_iter();
            let channels = channels.map(|channel| words.private(&channel.shown()).into_owned().into());
            let parts: Vec<_> = parts.chain(channels).collect();
            self.put_parts(parts.iter().map(AsRef::as_ref).chain(birthday.as_deref()));
            for wish in wishes(person) {
                self.put(&format!("  {}", words.message(&wish)), Style::new());
            }
        }
        self.put_parts(own.iter().map(String::as_str));
        let tags: Vec<String> = client.tags.iter().map(|tag| format!("#{}", words.private(tag))).collect();
        self.put_parts(tags.iter().map(String::as_str));
        if !client.note.is_empty() {
            self.put(&words.private(&client.note), Style::new());
        }
    }

    fn ahead(&mut self, card: &Card) {
        if card.planned.is_empty() {
            return;
        }
        self.heading("card-ahead");
        for line in card.planned.iter().take(AHEAD) {
            let (kind, why) = self.look.planned(line);
            self.entry(&self.look.day_narrow(line.day), &kind, &why);
        }
    }

    /// An entry of the timeline.
    fn past(&mut self, entry: &TimelineEntry) {
        let words = self.look.words;
        let (kind, parts, text) = words.entry(entry);
        let text: Vec<String> = [parts.join(", "), text].into_iter().filter(|part| !part.is_empty()).collect();
        let same_year = chrono::Datelike::year(&entry.day) == chrono::Datelike::year(&self.look.today);
        let day = if same_year { words.short_day(entry.day) } else { words.day_with_year(entry.day) };
        self.entry(&day, &kind, &text.join(": "));
    }
}
