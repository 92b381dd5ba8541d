//! A frame of the calendar by week, month and year, against the floor's key.

use anyhow::Result;

use crate::args::Args;
use crate::floor::{self, DOWN};
use crate::keys::{Series, press, press_quietly};
use crate::table::{Bound, print_ratio};
use crate::world::{self, World};

const CALENDAR: &str = "3";
const NEXT_SCALE: &str = "v";
const NEXT_PERIOD: &str = "]";
const TO_TODAY: &str = "t";
/// The scales behind the list, in the order in which they follow.
const SCALES: [&str; 3] = ["week", "month", "year"];
/// How many periods are paged through.
const PERIODS: usize = 8;

/// Pages through the periods of each scale.
pub fn measure(args: &Args) -> Result<()> {
    let world = World::of_clients(args)?;
    let book = world.book()?;
    let mut ours = world::open(&world, &book, args.size())?;
    let (mut floor, _) = floor::start(args.size())?;
    let mut by_scale: [Series; SCALES.len()] = Default::default();
    let mut floors = Series::default();
    press_quietly(&mut ours, &[CALENDAR])?;
    for _ in 0..args.rounds() {
        press_quietly(&mut floor, &["\x1b[H"])?;
        floors.add(&press(&mut floor, &[DOWN], 30)?);
        for series in &mut by_scale {
            press_quietly(&mut ours, &[NEXT_SCALE, TO_TODAY])?;
            series.add(&press(&mut ours, &[NEXT_PERIOD], PERIODS)?);
        }
        // Back to the list, which follows the year.
        press_quietly(&mut ours, &[NEXT_SCALE])?;
    }
    for (scale, series) in SCALES.iter().zip(&by_scale) {
        print_ratio(&format!("a {scale}"), " ms", &series.ms, &floors.ms, Bound::AtMost(2.0));
    }
    Ok(())
}
