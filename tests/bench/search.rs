//! From a character typed into the search to its results, against the floor's key.

use anyhow::Result;

use crate::args::Args;
use crate::floor::{self, DOWN};
use crate::table::{Bound, median, print_ratio};
use crate::world::{self, World};

/// What is typed: the beginning of a name, a word within, two words, digits, nothing there is.
const TYPED: [&str; 5] = ["falc", "nurse", "am bak", "0042", "zzzz"];

/// Measures every character, and the first ones, which fit the most clients, apart.
pub fn measure(args: &Args) -> Result<()> {
    let world = World::of_clients(args)?;
    let book = world.book()?;
    let mut ours = world::open(&world, &book, args.size())?;
    let (mut floor, _) = floor::start(args.size())?;
    let (mut every, mut firsts, mut floors) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..args.rounds() {
        floor.press_quietly("\x1b[H")?;
        let moves = (0..20).map(|_| Ok(floor.press(DOWN)?.ms)).collect::<Result<Vec<f64>>>()?;
        floors.push(median(&moves));
        let (mut of_round, mut first_of_round) = (Vec::new(), Vec::new());
        for text in TYPED {
            ours.press("/")?;
            for (place, character) in text.char_indices() {
                let answer = ours.press(&character.to_string())?;
                of_round.push(answer.ms);
                if place == 0 {
                    first_of_round.push(answer.ms);
                }
            }
            ours.press("\x1b")?;
        }
        every.push(median(&of_round));
        firsts.push(median(&first_of_round));
    }
    print_ratio("a character", " ms", &every, &floors, Bound::AtMost(3.0));
    print_ratio("the first character", " ms", &firsts, &floors, Bound::None);
    Ok(())
}
