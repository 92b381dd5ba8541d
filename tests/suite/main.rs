//! The one test binary.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod alerts;
mod architecture;
mod brief;
mod calendar;
mod calendar_verbs;
mod churn;
mod cli;
mod close_client;
mod command_line;
mod competitors;
mod complaints;
mod curtain;
mod daily_loop;
mod days;
mod duplicates;
mod edit_table;
mod evaluate;
mod exchange;
mod gifts;
mod greet;
mod holidays;
mod ics;
mod keystrokes;
mod news;
mod odd_orders;
mod order_lines;
mod orders;
mod parting;
mod people;
mod plan;
mod process;
mod promises;
mod pty;
mod replacement;
mod screens;
mod seat;
mod sheet;
mod store;
mod support;
mod table_file;
mod terminal;
mod touches;
mod undo;
mod words;
