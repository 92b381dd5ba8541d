//! A long list of which only the part in sight is ever read.

use std::ops::Range;

use super::cursor::Cursor;

/// How many items are read at once beyond those in sight, on either side, where a page costs hardly more than an item.
const MARGIN: usize = 15;

/// The items around the window of a list, and the selection in it.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// The selection and the window.
    pub cursor: Cursor,
    margin: usize,
    first: usize,
    items: Vec<T>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self::with_margin(MARGIN)
    }
}

impl<T> List<T> {
    /// A list that reads so many items beyond those in sight.
    pub fn with_margin(margin: usize) -> Self {
        Self { cursor: Cursor::default(), margin, first: 0, items: Vec::new() }
    }

    /// Forgets what was read, because it may have changed.
    pub fn forget(&mut self) {
        self.items.clear();
    }

    /// Fits the list to `len` items of `item_height` rows in a window of `height`, and reads what is in sight, unless it
    /// is known: `read` is asked for so many items after the first so many.
    pub fn fit<E>(
        &mut self,
        len: usize,
        (height, item_height): (usize, usize),
        read: impl FnOnce(usize, usize) -> Result<Vec<T>, E>,
    ) -> Result<(), E> {
        self.cursor.fit(len, height, item_height);
        let Range { start, end } = self.cursor.window();
        if start < self.first || end > self.first + self.items.len() {
            self.first = start.saturating_sub(self.margin);
            self.items = read(self.first, end + self.margin - self.first)?;
        }
        Ok(())
    }

    /// The items in sight, each with its place.
    pub fn in_sight(&self) -> impl Iterator<Item = (usize, &T)> {
        self.cursor.window().filter_map(|place| Some((place, self.get(place)?)))
    }

    /// The selected item.
    pub fn selected(&self) -> Option<&T> {
        self.get(self.cursor.selected()?)
    }

    /// The item at a place, if it has been read.
    pub fn get(&self, place: usize) -> Option<&T> {
        self.items.get(place.checked_sub(self.first)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_around_the_window_is_read_and_only_once() {
        let mut reads = Vec::new();
        let mut list = List::default();
        let mut fit = |list: &mut List<usize>| {
            list.fit(10_000, (20, 1), |skip, limit| {
                reads.push((skip, limit));
                Ok::<_, ()>((skip..(skip + limit).min(10_000)).collect())
            })
            .unwrap();
        };
        fit(&mut list);
        list.cursor.step(30);
        fit(&mut list);
        assert_eq!(list.selected(), Some(&30));
        list.cursor.select(9_999);
        fit(&mut list);
        assert_eq!(list.in_sight().map(|(_, item)| *item).collect::<Vec<_>>(), (9_980..10_000).collect::<Vec<_>>());
        assert_eq!(reads, [(0, 35), (9_965, 50)]);
    }
}
