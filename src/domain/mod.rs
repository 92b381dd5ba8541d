//! What the field knows, as pure values and functions: no SQL, no terminal, no clock, no text in a human language.

pub mod basket;
pub mod calendar;
pub mod churn;
pub mod client;
pub mod complaint;
pub mod evaluation;
pub mod event;
pub mod gift;
pub mod greeting;
pub mod ids;
pub mod iso;
pub mod matching;
pub mod message;
pub mod money;
pub mod news;
pub mod note;
pub mod nps;
pub mod order;
pub mod person;
pub mod promise;
pub mod status;
pub mod table;
pub mod tax_id;
pub mod timeline;
pub mod touch;
