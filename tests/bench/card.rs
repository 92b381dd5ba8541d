//! Opening the card of a client with a long history, against the floor's key, and beside the card of one without; and of
//! one that was searched for.

use anyhow::{Context, Result};
use chrono::{Days, NaiveDate};
use regulars::clock::Clock;
use regulars::domain::ids::ClientId;
use regulars::domain::touch::TouchKind;
use regulars::ops::{Access, TouchDraft, Workbench};

use crate::args::Args;
use crate::floor::{self, DOWN};
use crate::table::{Bound, median, print_ratio};
use crate::world::{self, TODAY, World};

/// What is searched for: as much of a name as finds several clients.
const SEARCHED: [&str; 4] = ["falc", "nurse", "am bak", "0042"];

/// The cards opened in a round.
const TIMES: usize = 20;

/// Measures the first client of the list, who has all the touches, and the second, who has none.
pub fn measure(args: &Args) -> Result<()> {
    let world = World::of_clients(args)?;
    let book = world.book()?;
    let bench = Workbench::open(&book, Access::Write, Clock::OnDay(TODAY.parse()?))?;
    let long = bench.list_page(0, 1)?.pop().context("a book without clients")?.client;
    fill(&bench, long, args.touches())?;
    bench.make_fresh()?;
    drop(bench);
    let mut ours = world::open(&world, &book, args.size())?;
    let (mut floor, _) = floor::start(args.size())?;
    let (mut with, mut without, mut found, mut floors) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..args.rounds() {
        floors.push(median(&(0..TIMES).map(|_| Ok(floor.press(DOWN)?.ms)).collect::<Result<Vec<_>>>()?));
        // Going to and fro, so that each card is read anew.
        let (mut long, mut short) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            for (way, opened) in [(["2", "\x1b[H"], &mut long), (["2", DOWN], &mut short)] {
                way.iter().try_for_each(|key| ours.press_quietly(key))?;
                opened.push(ours.press("\r")?.ms);
                ours.press_quietly("\x1b")?;
            }
        }
        with.push(median(&long));
        without.push(median(&short));
        let mut searched = Vec::new();
        for text in SEARCHED.iter().cycle().take(TIMES) {
            ours.press_quietly("/")?;
            text.chars().try_for_each(|character| ours.press_quietly(&character.to_string()))?;
            searched.push(ours.press("\r")?.ms);
            ours.press_quietly("\x1b")?;
        }
        found.push(median(&searched));
    }
    print_ratio(&format!("a card with {} touches", args.touches()), " ms", &with, &floors, Bound::AtMost(2.0));
    print_ratio("a card without", " ms", &without, &floors, Bound::AtMost(2.0));
    print_ratio("a card that was searched for", " ms", &found, &floors, Bound::AtMost(2.0));
    Ok(())
}

/// Logs so many calls with a client, up to six a day.
fn fill(bench: &Workbench, client: ClientId, touches: usize) -> Result<()> {
    let today: NaiveDate = TODAY.parse()?;
    for place in 0..touches {
        let when = Some((today - Days::new(place as u64 / 6 + 1), None));
        let note = format!("talk {place}: asked for an offer");
        bench.log_touch(&TouchDraft { note, when, ..TouchDraft::new(client, TouchKind::Call) })?;
    }
    Ok(())
}
