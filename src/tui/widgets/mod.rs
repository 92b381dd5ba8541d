//! The leaves of the screen: a selection in a list, a field of text, a row of cells.

pub mod cell;
pub mod cursor;
pub mod field;
pub mod fields;
pub mod list;
