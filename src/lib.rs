//! `regulars` keeps an account manager's regular clients from being forgotten.

pub mod clock;
pub mod domain;
pub mod store;
