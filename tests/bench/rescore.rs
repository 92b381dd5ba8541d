//! A key while the worker derives the whole book anew, against the floor's key.

use std::path::Path;

use anyhow::{Result, ensure};
use rusqlite::{Connection, OpenFlags};

use crate::args::Args;
use crate::floor::{self, DOWN};
use crate::pty::Terminal;
use crate::table::{Bound, median, print_ratio};
use crate::world::{self, World};

/// Derives the whole book anew.
const REFRESH: &str = "\x1b[15~";
/// Goes to the first of the clients.
const FIRST: [&str; 2] = ["2", "\x1b[H"];
/// The keys of a round.
const KEYS: usize = 30;
/// How often everything is derived for them, at most.
const TRIES: usize = 12;

/// Moves through the clients while everything is derived, as often as it takes for a round of keys.
pub fn measure(args: &Args) -> Result<()> {
    let world = World::of_clients(args)?;
    let book = world.book()?;
    let mut ours = world::open(&world, &book, args.size())?;
    let (mut floor, _) = floor::start(args.size())?;
    let [mut meanwhile, mut at_rest, mut floors, mut beside] = [const { Vec::new() }; 4];
    for _ in 0..args.rounds() {
        FIRST.iter().try_for_each(|key| ours.press_quietly(key))?;
        floor.press_quietly(FIRST[1])?;
        floors.push(median(&moves(&mut floor)?));
        at_rest.push(median(&moves(&mut ours)?));
        let (mut pressed, mut pressed_beside) = (Vec::new(), Vec::new());
        for _ in 0..TRIES {
            if pressed.len() < KEYS {
                let (found, found_beside) = moves_while_deriving(&mut ours, &mut floor, &book)?;
                pressed.extend(found);
                pressed_beside.extend(found_beside);
            }
        }
        ensure!(!pressed.is_empty(), "everything was derived before a key could be pressed: ask for more --clients");
        meanwhile.push(median(&pressed));
        beside.push(median(&pressed_beside));
    }
    print_ratio("a move while all is derived", " ms", &meanwhile, &floors, Bound::AtMost(2.0));
    print_ratio("a move at rest", " ms", &at_rest, &floors, Bound::None);
    print_ratio("a move while all is derived, floor beside it", " ms", &meanwhile, &beside, Bound::None);
    Ok(())
}

/// Moves down; the time of each answer in milliseconds.
fn moves(terminal: &mut Terminal) -> Result<Vec<f64>> {
    (0..KEYS).map(|_| Ok(terminal.press(DOWN)?.ms)).collect()
}

/// Asks for everything to be derived, and moves until that is done, in turns with the floor, which has to share the
/// machine with it too: the times of the answers that came before.
fn moves_while_deriving(ours: &mut Terminal, floor: &mut Terminal, book: &Path) -> Result<(Vec<f64>, Vec<f64>)> {
    let book = Connection::open_with_flags(book, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let is_deriving = || book.query_row("SELECT day IS NULL FROM derived_book", [], |row| row.get::<_, bool>(0));
    FIRST.iter().try_for_each(|key| ours.press_quietly(key))?;
    floor.press_quietly(FIRST[1])?;
    ours.press_quietly(REFRESH)?;
    let (mut pressed, mut beside) = (Vec::new(), Vec::new());
    while is_deriving()? {
        let (answer, of_floor) = (ours.press(DOWN)?, floor.press(DOWN)?);
        if is_deriving()? {
            pressed.push(answer.ms);
            beside.push(of_floor.ms);
        }
    }
    ours.rest()?;
    Ok((pressed, beside))
}
