//! From a key to the last byte of its answer, against the floor's key, and the CPU time of a key.

use anyhow::Result;

use crate::args::Args;
use crate::floor::{self, DOWN, PAGE_DOWN};
use crate::pty::Terminal;
use crate::table::{Bound, median, print, print_ratio};
use crate::world::{self, World};

const HOME: &str = "\x1b[H";
const CLIENTS: &str = "2";

/// The keys that are measured: what each does, what is pressed before, what is pressed, how often.
const KEYS: [(&str, &[&str], &[&str], usize); 4] = [
    ("move", &[CLIENTS, HOME], &[DOWN], 30),
    ("page", &[], &[PAGE_DOWN], 10),
    ("tab", &[], &["\t"], 8),
    ("open a client, back", &[CLIENTS], &["\r", "\x1b"], 4),
];

/// Measures each kind of key, and all of them: a page against the floor's page, what else there is against its move.
pub fn measure(args: &Args) -> Result<()> {
    let world = World::of_clients(args)?;
    let book = world.book()?;
    let mut ours = world::open(&world, &book, args.size())?;
    let (mut floor, _) = floor::start(args.size())?;
    let mut by_kind: [Series; KEYS.len()] = Default::default();
    let (mut all, mut moves, mut pages) = (Series::default(), Series::default(), Series::default());
    for _ in 0..args.rounds() {
        press_quietly(&mut floor, &[HOME])?;
        moves.add(&press(&mut floor, &[DOWN], 30)?);
        press_quietly(&mut floor, &[HOME])?;
        pages.add(&press(&mut floor, &[PAGE_DOWN], 5)?);
        let mut pressed = Pressed::default();
        for ((_, before, keys, times), series) in KEYS.iter().zip(&mut by_kind) {
            press_quietly(&mut ours, before)?;
            let of_kind = press(&mut ours, keys, *times)?;
            series.add(&of_kind);
            pressed.add(of_kind);
        }
        all.add(&pressed);
    }
    let floor_of = |kind: &str| if kind == "page" { &pages } else { &moves };
    for ((kind, ..), series) in KEYS.iter().zip(&by_kind) {
        print_ratio(kind, " ms", &series.ms, &floor_of(kind).ms, Bound::AtMost(1.5));
    }
    print_ratio("all keys", " ms", &all.ms, &moves.ms, Bound::AtMost(1.5));
    for ((kind, ..), series) in KEYS.iter().zip(&by_kind) {
        print_ratio(&format!("{kind}: CPU a key"), " ms", &series.cpu, &floor_of(kind).cpu, Bound::None);
    }
    for ((kind, ..), series) in KEYS.iter().zip(&by_kind).take(2) {
        print(&format!("bytes a {kind}"), " B", &series.bytes, Bound::None);
        print(&format!("bytes a {kind}, the floor's"), " B", &floor_of(kind).bytes, Bound::None);
    }
    Ok(())
}

/// The medians of each round.
#[derive(Default)]
pub struct Series {
    pub ms: Vec<f64>,
    cpu: Vec<f64>,
    bytes: Vec<f64>,
}

impl Series {
    pub fn add(&mut self, pressed: &Pressed) {
        self.ms.push(median(&pressed.ms));
        self.cpu.push(pressed.cpu / pressed.ms.len() as f64);
        self.bytes.push(median(&pressed.bytes));
    }
}

/// The keys of one round.
#[derive(Default)]
pub struct Pressed {
    ms: Vec<f64>,
    bytes: Vec<f64>,
    cpu: f64,
}

impl Pressed {
    fn add(&mut self, more: Self) {
        self.ms.extend(more.ms);
        self.bytes.extend(more.bytes);
        self.cpu += more.cpu;
    }
}

/// Presses keys one after the other, so many times.
pub fn press(terminal: &mut Terminal, keys: &[&str], times: usize) -> Result<Pressed> {
    let process = terminal.process()?;
    let before = process.cpu_ms()?;
    let mut pressed = Pressed::default();
    for _ in 0..times {
        for key in keys {
            let answer = terminal.press(key)?;
            pressed.ms.push(answer.ms);
            pressed.bytes.push(answer.bytes as f64);
        }
    }
    pressed.cpu = process.cpu_ms()? - before;
    Ok(pressed)
}

/// Presses keys that may change nothing.
pub fn press_quietly(terminal: &mut Terminal, keys: &[&str]) -> Result<()> {
    keys.iter().try_for_each(|key| terminal.press_quietly(key))
}
