//! A long list of which only the part in sight is ever read, and written out once.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;

use super::cursor::Cursor;
use crate::tui::look::Look;

/// How many items are read at once beyond those in sight, on either side, where a page costs hardly more than an item.
const MARGIN: usize = 15;

/// How far a list is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// What is in sight.
    Sight,
    /// What a page up or down would bring into sight, too.
    Page,
}

/// The items around the window of a list, and the selection in it.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// The selection and the window.
    pub cursor: Cursor,
    margin: usize,
    first: usize,
    items: Vec<Item<T>>,
    /// The items that are shown, or may be next.
    within_reach: Range<usize>,
    /// How wide the rows are that are written out.
    width: u16,
}

/// An item with the rows it takes; none until they are written out.
#[derive(Clone, Debug)]
struct Item<T> {
    of: T,
    rows: Vec<Line<'static>>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self::with_margin(MARGIN)
    }
}

impl<T> List<T> {
    /// A list that reads so many items beyond those in sight.
    pub fn with_margin(margin: usize) -> Self {
        Self { cursor: Cursor::default(), margin, first: 0, items: Vec::new(), within_reach: 0..0, width: 0 }
    }

    /// Forgets what was read, because it may have changed.
    pub fn forget(&mut self) {
        self.items.clear();
    }

    /// Fits the list to `len` items of `item_height` rows in a window of `height`, and reads what is within reach, unless it
    /// is known: `read` is asked for so many items after the first so many.
    pub fn fit<E>(
        &mut self,
        len: usize,
        (height, item_height): (usize, usize),
        reach: Reach,
        read: impl FnOnce(usize, usize) -> Result<Vec<T>, E>,
    ) -> Result<(), E> {
        self.cursor.fit(len, height, item_height);
        self.within_reach = match reach {
            Reach::Sight => self.cursor.window(),
            Reach::Page => self.cursor.window_and_pages(),
        };
        let Range { start, end } = self.within_reach;
        if start < self.first || end > self.first + self.items.len() {
            // The first frame waits for no more than it shows.
            let margin = if self.items.is_empty() { 0 } else { self.margin };
            let first = start.saturating_sub(margin);
            let items = read(first, end + margin - first)?;
            let items = (first..).zip(items).map(|(place, of)| Item { of, rows: self.take_rows(place) }).collect();
            (self.first, self.items) = (first, items);
        }
        Ok(())
    }

    /// The rows that are written out of the item at a place.
    fn take_rows(&mut self, place: usize) -> Vec<Line<'static>> {
        let item = place.checked_sub(self.first).and_then(|place| self.items.get_mut(place));
        item.map(|item| std::mem::take(&mut item.rows)).unwrap_or_default()
    }

    /// Writes out the items within reach in rows of that width, unless they are.
    pub fn write_out(&mut self, width: u16, rows_of: impl Fn(&T) -> Vec<Line<'static>>) {
        if self.width != width {
            self.width = width;
            self.items.iter_mut().for_each(|item| item.rows.clear());
        }
        let Range { start, end } = self.within_reach;
        let within_reach = self.items.iter_mut().skip(start.saturating_sub(self.first)).take(end - start);
        for item in within_reach.filter(|item| item.rows.is_empty()) {
            item.rows = rows_of(&item.of);
        }
    }

    /// The items in sight, each with its place.
    pub fn in_sight(&self) -> impl Iterator<Item = (usize, &T)> {
        self.items_in_sight().map(|(place, item)| (place, &item.of))
    }

    /// Draws the rows of the items in sight one below the other; those that stand out as bars.
    pub fn draw(
        &self,
        look: &Look<'_>,
        area: Rect,
        focused: bool,
        stands_out: impl Fn(usize, &T) -> bool,
        buf: &mut Buffer,
    ) {
        let rows = self.items_in_sight().flat_map(|(place, item)| {
            let selected = stands_out(place, &item.of);
            item.rows.iter().map(move |row| (row, selected))
        });
        for (y, (row, selected)) in (area.y..area.bottom()).zip(rows) {
            look.row(Rect { y, height: 1, ..area }, row, selected, focused, buf);
        }
    }

    fn items_in_sight(&self) -> impl Iterator<Item = (usize, &Item<T>)> {
        self.cursor.window().filter_map(|place| Some((place, self.items.get(place.checked_sub(self.first)?)?)))
    }

    /// The selected item.
    pub fn selected(&self) -> Option<&T> {
        self.get(self.cursor.selected()?)
    }

    /// The items that the next key is likely to select, as far as they have been read.
    pub fn next(&self) -> [Option<&T>; 2] {
        self.cursor.next().map(|place| self.get(place?))
    }

    /// The item at a place, if it has been read.
    pub fn get(&self, place: usize) -> Option<&T> {
        Some(&self.items.get(place.checked_sub(self.first)?)?.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_around_the_window_is_read_and_only_once() {
        let mut reads = Vec::new();
        let mut list = List::default();
        let mut fit = |list: &mut List<usize>, reach| {
            list.fit(10_000, (20, 1), reach, |skip, limit| {
                reads.push((skip, limit));
                Ok::<_, ()>((skip..(skip + limit).min(10_000)).collect())
            })
            .unwrap();
        };
        fit(&mut list, Reach::Sight);
        list.cursor.step(30);
        fit(&mut list, Reach::Sight);
        assert_eq!(list.selected(), Some(&30));
        list.cursor.select(9_999);
        fit(&mut list, Reach::Sight);
        assert_eq!(list.in_sight().map(|(_, item)| *item).collect::<Vec<_>>(), (9_980..10_000).collect::<Vec<_>>());
        // What a page brings into sight is known once it was read ahead.
        list.cursor.select(5_000);
        fit(&mut list, Reach::Page);
        list.cursor.page(1);
        fit(&mut list, Reach::Sight);
        list.cursor.page(-2);
        fit(&mut list, Reach::Sight);
        assert_eq!(reads, [(0, 20), (0, 46), (9_965, 50), (4_965, 90)]);
    }

    #[test]
    fn an_item_is_written_out_once_for_a_width() {
        let written = std::cell::RefCell::new(Vec::new());
        let mut list = List::default();
        let mut show = |width, step| {
            list.cursor.step(step);
            list.fit(10, (3, 1), Reach::Sight, |skip, limit| Ok::<_, ()>((skip..(skip + limit).min(10)).collect()))
                .unwrap();
            list.write_out(width, |item: &usize| {
                written.borrow_mut().push(*item);
                vec![Line::raw(format!("{item:>0$}", usize::from(width)))]
            });
            let rows: Vec<String> = list.items_in_sight().map(|(_, item)| item.rows[0].to_string()).collect();
            (rows, written.take())
        };
        let rows = |rows: [&str; 3]| rows.map(str::to_owned).to_vec();
        assert_eq!(show(2, 0), (rows([" 0", " 1", " 2"]), vec![0, 1, 2]));
        assert_eq!(show(2, 3), (rows([" 1", " 2", " 3"]), vec![3]));
        assert_eq!(show(2, 1), (rows([" 2", " 3", " 4"]), vec![4]));
        assert_eq!(show(3, 0), (rows(["  2", "  3", "  4"]), vec![2, 3, 4]));
    }
}
