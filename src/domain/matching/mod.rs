//! Telling whether two texts mean the same: folding, the other keyboard layout, telephone numbers, names, the search for a client.

mod fold;
pub mod layout;
pub mod name;
pub mod phone;
mod search;

pub use fold::{fold, sort_name};
pub use search::{Arena, Found};
