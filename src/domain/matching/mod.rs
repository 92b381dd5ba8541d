//! Telling whether two texts mean the same: folding, the other keyboard layout, the search for a client.

mod fold;
pub mod layout;
mod search;

pub use fold::fold;
pub use search::Arena;
