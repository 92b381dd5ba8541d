//! The list of clients by name.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::domain::ids::ClientId;
use crate::ops::{ClientRow, OpError, Totals, Workbench};
use crate::tui::look::{Look, Spot};
use crate::tui::widgets::cell;
use crate::tui::widgets::list::{List, Reach};

/// The list of clients.
#[derive(Default)]
pub struct ClientsPane {
    /// The clients around the window.
    pub list: List<ClientRow>,
    /// How many clients there are, counted where it is not known of the whole book.
    count: Option<usize>,
    /// Those with whom the same is to be logged.
    marked: BTreeSet<ClientId>,
}

impl ClientsPane {
    /// Forgets what was read, because it may have changed.
    pub fn forget(&mut self) {
        self.list.forget();
        self.count = None;
    }

    /// Reads what is in sight. One row of the pane is for the column titles.
    pub fn fit(
        &mut self,
        bench: &Workbench,
        look: &Look<'_>,
        totals: &Totals,
        inside: Rect,
        reach: Reach,
    ) -> Result<(), OpError> {
        let len = match (self.count, usize::try_from(totals.clients)) {
            (_, Ok(known)) if look.settled => known,
            (Some(count), _) => count,
            (None, _) => *self.count.insert(bench.count_clients()?),
        };
        let height = usize::from(inside.height).saturating_sub(1);
        self.list.fit(len, (height, 1), reach, |skip, limit| bench.list_page(skip, limit))?;
        let columns = Columns::fit(look, usize::from(inside.width));
        let marked = &self.marked;
        self.list.write_out(inside.width, |row| vec![columns.row(look, row, marked.contains(&row.client))]);
        Ok(())
    }

    /// Marks a client, or takes the mark off.
    pub fn mark(&mut self, client: ClientId) {
        if !self.marked.remove(&client) {
            self.marked.insert(client);
        }
        self.list.forget();
    }

    /// The clients that are marked.
    pub fn marked(&self) -> Vec<ClientId> {
        self.marked.iter().copied().collect()
    }

    /// Whether any is.
    pub fn is_marked(&self) -> bool {
        !self.marked.is_empty()
    }

    /// Takes every mark off.
    pub fn unmark(&mut self) {
        self.marked.clear();
        self.list.forget();
    }

    /// The selected client.
    pub fn client(&self) -> Option<ClientId> {
        self.list.selected().map(|row| row.client)
    }

    /// Draws the pane.
    pub fn draw(&self, look: &Look<'_>, spot: &Spot, buf: &mut Buffer) {
        let inside = spot.inside;
        let words = look.words;
        let count = words.count(self.list.cursor.len() as i64);
        let count = if self.is_marked() { format!("✓{} · {count}", self.marked.len()) } else { count };
        look.frame(spot, &format!("2 {}", words.say("pane-clients")), &count, buf);
        if self.list.cursor.is_empty() {
            look.empty(inside, &words.say("empty-clients"), buf);
            return;
        }
        let columns = Columns::fit(look, usize::from(inside.width));
        let titles = columns.titles(look);
        cell::write(buf, (inside.x, inside.y), &titles.into(), inside.width);
        let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
        let selected = self.list.cursor.selected();
        let stands_out = |place, row: &ClientRow| spot.stands_out(selected == Some(place), row.client);
        self.list.draw(look, rows, spot.focused, stands_out, buf);
    }
}

/// How wide each column is; 0 for one there is no room for.
struct Columns {
    name: usize,
    city: usize,
    status: usize,
    revenue: usize,
    since: usize,
    next: usize,
}

impl Columns {
    fn fit(look: &Look<'_>, width: usize) -> Self {
        // A marker, a level with a space on either side.
        let mut room = width.saturating_sub(4);
        let mut take = |wide: usize, least: usize| {
            let given = if room >= least + wide { wide } else { 0 };
            room -= given;
            given
        };
        let russian = look.words.lang() == crate::text::Lang::Ru;
        let since = take(if russian { 8 } else { 7 }, 14);
        let next = take(if russian { 8 } else { 7 }, 12);
        let revenue = take(13, 22);
        let city = take(13, 24);
        let status = take(if russian { 15 } else { 12 }, 24);
        Self { name: room, city, status, revenue, since, next }
    }

    fn titles(&self, look: &Look<'_>) -> Span<'static> {
        let say = |key| look.words.say(key);
        let line = [
            " ".to_owned(),
            cell::left(&say("column-name"), self.name),
            "   ".to_owned(),
            cell::left(&say("column-city"), self.city),
            cell::left(&say("column-status"), self.status),
            cell::right(&say("column-revenue"), self.revenue),
            cell::right(&say("column-ordered"), self.since),
            cell::right(&say("column-next"), self.next),
        ];
        Span::styled(line.concat(), look.theme.heading())
    }

    fn row(&self, look: &Look<'_>, row: &ClientRow, marked: bool) -> Line<'static> {
        let derived = row.derived.as_ref();
        let star = match (marked, row.star) {
            (true, _) => " ✓",
            (false, true) => " ★",
            (false, false) => "",
        };
        let named =
            format!("{}{star}", cell::cut(&look.words.name(&row.name), self.name.saturating_sub(star.chars().count())));
        let status = derived.map(|derived| look.words.status(derived.status)).unwrap_or_default();
        let revenue = derived.filter(|derived| derived.order_days > 0).map(|derived| look.words.money(derived.revenue));
        let since = derived.and_then(|derived| derived.last_order).map(|day| look.days_since(day));
        let next = derived.and_then(|derived| derived.next_day).map_or_else(|| "—".into(), |day| look.day_narrow(day));
        Line::from(vec![
            Span::raw(cell::left(&named, self.name)),
            Span::raw(" "),
            look.level_mark(derived.and_then(|derived| derived.level)),
            Span::raw(" "),
            Span::raw(cell::left(&cell::cut(&row.city, self.city.saturating_sub(1)), self.city)),
            Span::raw(cell::left(&status, self.status)),
            Span::raw(cell::right(&revenue.unwrap_or_default(), self.revenue)),
            Span::raw(cell::right(&since.unwrap_or_default(), self.since)),
            Span::raw(cell::right(&next, self.next)),
        ])
    }
}
