//! Which row of a list is selected and which rows are in sight: only those are ever read and drawn.

use std::ops::Range;

use crossterm::event::KeyCode;

use crate::tui::input::Key;

/// A selection in a list of `len` items of `item_height` rows, seen through a window of `height` rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    selected: usize,
    first: usize,
    len: usize,
    height: usize,
    item_height: usize,
    /// Over how many items the last key led.
    stride: usize,
}

impl Default for Cursor {
    fn default() -> Self {
        Self { selected: 0, first: 0, len: 0, height: 1, item_height: 1, stride: 1 }
    }
}

impl Cursor {
    /// The selected item; `None` in an empty list.
    pub fn selected(&self) -> Option<usize> {
        (self.len > 0).then_some(self.selected)
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The items in sight.
    pub fn window(&self) -> Range<usize> {
        self.first..(self.first + self.items_in_sight()).min(self.len)
    }

    /// The items in sight, and those that a page up or down brings into sight.
    pub fn window_and_pages(&self) -> Range<usize> {
        let Range { start, end } = self.window();
        start.saturating_sub(self.items_in_sight())..(end + self.items_in_sight()).min(self.len)
    }

    /// The items to which the key that was pressed last leads from here, and the one that takes it back.
    pub fn next(&self) -> [Option<usize>; 2] {
        let next = |by| self.selected()?.checked_add_signed(by).filter(|item| *item < self.len);
        [next(-self.stride.cast_signed()), next(self.stride.cast_signed())]
    }

    /// The item drawn at a row of the window.
    pub fn item_at(&self, row: usize) -> Option<usize> {
        let item = self.first + row / self.item_height;
        (item < self.len).then_some(item)
    }

    /// Fits the cursor to a list and a window of another size.
    pub fn fit(&mut self, len: usize, height: usize, item_height: usize) {
        (self.len, self.height, self.item_height) = (len, height, item_height.max(1));
        self.select(self.selected);
    }

    /// Selects an item of a list whose length is not known yet.
    pub fn reach(&mut self, item: usize) {
        self.len = self.len.max(item + 1);
        self.select(item);
    }

    /// Selects an item, or the last one where there are not so many.
    pub fn select(&mut self, item: usize) {
        self.selected = item.min(self.len.saturating_sub(1));
        let in_sight = self.items_in_sight();
        let last_first = self.len.saturating_sub(in_sight);
        self.first = self.first.min(last_first).min(self.selected).max((self.selected + 1).saturating_sub(in_sight));
    }

    /// Moves by so many items, as far as there are any. True if it moved.
    pub fn step(&mut self, by: isize) -> bool {
        self.stride = 1;
        self.lead(by)
    }

    /// Moves by so many windows.
    pub fn page(&mut self, by: isize) -> bool {
        self.stride = self.items_in_sight();
        self.lead(by * self.stride.cast_signed())
    }

    /// Moves by the keys that move in every list. False for another key.
    pub fn press(&mut self, key: Key) -> bool {
        match key.on_english_layout().code {
            KeyCode::Up | KeyCode::Char('k') => self.step(-1),
            KeyCode::Down | KeyCode::Char('j') => self.step(1),
            KeyCode::PageUp => self.page(-1),
            KeyCode::PageDown => self.page(1),
            KeyCode::Home => self.step(isize::MIN / 2),
            KeyCode::End => self.step(isize::MAX / 2),
            _ => return false,
        };
        true
    }

    fn lead(&mut self, by: isize) -> bool {
        let before = self.selected;
        self.select(self.selected.saturating_add_signed(by));
        before != self.selected
    }

    fn items_in_sight(&self) -> usize {
        (self.height / self.item_height).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selected_item_stays_in_sight_whatever_the_size() {
        let mut cursor = Cursor::default();
        cursor.fit(100, 10, 1);
        cursor.select(50);
        assert_eq!(cursor.window(), 41..51);
        cursor.page(1);
        assert_eq!((cursor.selected(), cursor.window(), cursor.next()), (Some(60), 51..61, [Some(50), Some(70)]));
        cursor.fit(100, 6, 2);
        assert_eq!(cursor.window(), 58..61);
        cursor.fit(5, 20, 1);
        assert_eq!((cursor.selected(), cursor.window()), (Some(4), 0..5));
        assert!(!cursor.step(1));
        assert_eq!(cursor.next(), [Some(3), None]);
        cursor.fit(0, 20, 1);
        assert_eq!((cursor.selected(), cursor.window()), (None, 0..0));
    }
}
