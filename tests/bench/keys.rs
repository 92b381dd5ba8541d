//! From a key to the last byte of its answer, against the floor's key, and the CPU time of a key.

use anyhow::Result;

use crate::args::Args;
use crate::floor::{self, DOWN};
use crate::pty::Terminal;
use crate::table::{Bound, median, print, print_ratio};
use crate::world::{self, World};

const HOME: &str = "\x1b[H";
const PAGE_DOWN: &str = "\x1b[6~";
const CLIENTS: &str = "2";

/// The keys that are measured: what each does, what is pressed before, what is pressed, how often.
const KEYS: [(&str, &[&str], &[&str], usize); 4] = [
    ("move", &[CLIENTS, HOME], &[DOWN], 30),
    ("page", &[], &[PAGE_DOWN], 10),
    ("tab", &[], &["\t"], 8),
    ("open a client, back", &[CLIENTS], &["\r", "\x1b"], 4),
];

/// Measures each kind of key, and all of them.
pub fn measure(args: &Args) -> Result<()> {
    let world = World::of_clients(args)?;
    let book = world.book()?;
    let mut ours = world::open(&world, &book, args.size())?;
    let (mut floor, _) = floor::start(args.size())?;
    let mut by_kind: [Series; KEYS.len()] = Default::default();
    let (mut all, mut floors) = (Series::default(), Series::default());
    for _ in 0..args.rounds() {
        press_quietly(&mut floor, &[HOME])?;
        floors.add(&press(&mut floor, &[DOWN], 30)?);
        let mut pressed = Pressed::default();
        for ((_, before, keys, times), series) in KEYS.iter().zip(&mut by_kind) {
            press_quietly(&mut ours, before)?;
            let of_kind = press(&mut ours, keys, *times)?;
            series.add(&of_kind);
            pressed.add(of_kind);
        }
        all.add(&pressed);
    }
    for ((kind, ..), series) in KEYS.iter().zip(&by_kind) {
        print_ratio(kind, " ms", &series.ms, &floors.ms, Bound::AtMost(1.5));
    }
    print_ratio("all keys", " ms", &all.ms, &floors.ms, Bound::AtMost(1.5));
    for ((kind, ..), series) in KEYS.iter().zip(&by_kind) {
        print_ratio(&format!("{kind}: CPU a key"), " ms", &series.cpu, &floors.cpu, Bound::None);
    }
    print("bytes a move", " B", &by_kind[0].bytes, Bound::None);
    print("bytes a move, the floor's", " B", &floors.bytes, Bound::None);
    Ok(())
}

/// The medians of each round.
#[derive(Default)]
struct Series {
    ms: Vec<f64>,
    cpu: Vec<f64>,
    bytes: Vec<f64>,
}

impl Series {
    fn add(&mut self, pressed: &Pressed) {
        self.ms.push(median(&pressed.ms));
        self.cpu.push(pressed.cpu / pressed.ms.len() as f64);
        self.bytes.push(median(&pressed.bytes));
    }
}

/// The keys of one round.
#[derive(Default)]
struct Pressed {
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
fn press(terminal: &mut Terminal, keys: &[&str], times: usize) -> Result<Pressed> {
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
fn press_quietly(terminal: &mut Terminal, keys: &[&str]) -> Result<()> {
    keys.iter().try_for_each(|key| terminal.press_quietly(key))
}
