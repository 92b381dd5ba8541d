//! A book to measure with: the clients of a file, imported by the program itself into a folder that is removed again.

use std::ffi::OsString;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use chrono::{Days, NaiveDate};
use tempfile::TempDir;

use crate::args::Args;
use crate::pty::Terminal;

/// The file of orders of an online shop, seen from this package: 5,852 clients, 32,878 orders.
const SHOP: &str = "../shared/data/sales/online_retail_orders.csv";
/// The day on which books are looked at: within the years of the orders.
pub const TODAY: &str = "2011-06-10";
/// The last day of an order.
const LAST: NaiveDate = NaiveDate::from_ymd_opt(2011, 12, 9).unwrap();
/// The days over which orders are spread.
const DAYS: u64 = 730;
/// The orders of a client, on the average.
const ORDERS: usize = 5;

const FIRSTS: [&str; 16] = [
    "Amber", "Birch", "Cedar", "Delta", "Ember", "Falcon", "Granite", "Harbor", "Indigo", "Juniper", "Kestrel",
    "Linden", "Meadow", "Northern", "Orchid", "Pioneer",
];
const SECONDS: [&str; 16] = [
    "Bakery",
    "Clinic",
    "Dairy",
    "Estate",
    "Foods",
    "Garage",
    "Hotels",
    "Interiors",
    "Joinery",
    "Kitchens",
    "Logistics",
    "Metals",
    "Nursery",
    "Optics",
    "Printing",
    "Textiles",
];
const CITIES: [&str; 8] = ["Perm", "Kazan", "Leeds", "Turin", "Gdansk", "Porto", "Lyon", "Graz"];

/// The program.
pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_regulars"))
}

/// A stream of numbers that a seed decides (splitmix64).
pub struct Random(u64);

impl Random {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end.max(1) as u64) as usize
    }
}

/// A folder with the file of orders, and with the books made of it.
pub struct World {
    folder: TempDir,
    /// The file of orders.
    pub csv: PathBuf,
    /// How many orders it has.
    pub rows: usize,
    /// A part of a client's name that the first page of the list shows.
    pub name: &'static str,
}

impl World {
    /// A book of so many clients as were asked for.
    pub fn of_clients(args: &Args) -> Result<Self> {
        Self::generate(args.clients(), args.clients() * ORDERS, args.seed())
    }

    /// A file of so many orders as were asked for.
    pub fn of_rows(args: &Args) -> Result<Self> {
        Self::generate((args.rows() / ORDERS).max(1), args.rows(), args.seed())
    }

    /// The orders of the shop; `None`, and a word about it, where the file is absent.
    pub fn of_shop() -> Result<Option<Self>> {
        let csv = Path::new(env!("CARGO_MANIFEST_DIR")).join(SHOP);
        if !csv.exists() {
            println!("  the orders of the shop are not measured: {SHOP} is absent");
            return Ok(None);
        }
        let rows = fs::read_to_string(&csv)?.lines().count() - 1;
        Ok(Some(Self { folder: TempDir::new()?, csv, rows, name: "C0000" }))
    }

    fn generate(clients: usize, rows: usize, seed: u64) -> Result<Self> {
        let mut random = Random::of(seed);
        let names: Vec<String> = (0..clients)
            .map(|place| format!("{} {} {place:06}", FIRSTS[random.below(16)], SECONDS[random.below(16)]))
            .collect();
        let mut text = "client,city,date,amount,returned\n".to_owned();
        for row in 0..rows {
            // Every client orders once; who orders again is left to chance.
            let client = if row < clients { row } else { random.below(clients) };
            let day = LAST - Days::new(random.below(DAYS as usize) as u64);
            let (units, cents) = (random.below(900) + 5, random.below(100));
            writeln!(text, "{},{},{day},{units}.{cents:02},0.0", names[client], CITIES[client % 8])?;
        }
        let folder = TempDir::new()?;
        let csv = folder.path().join("orders.csv");
        fs::write(&csv, text)?;
        Ok(Self { folder, csv, rows, name: "Amber " })
    }

    /// A path in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A new book with the file imported, in which nothing is derived yet.
    pub fn import(&self, name: &str) -> Result<PathBuf> {
        let book = self.path(name);
        run(&book, &["import".into(), self.csv.clone().into()])?;
        // Otherwise the first screen would ask for the language.
        run(&book, &["set".into(), "language".into(), "en".into()])?;
        Ok(book)
    }

    /// A new book with the file imported and everything derived.
    pub fn book(&self) -> Result<PathBuf> {
        let book = self.import("book.db")?;
        run(&book, &["today".into()])?;
        Ok(book)
    }
}

/// Runs a verb without a screen on a book.
fn run(book: &Path, verb: &[OsString]) -> Result<()> {
    let done = Command::new(program()).args(arguments(book)).args(verb).output()?;
    ensure!(done.status.success(), "{verb:?}: {}", String::from_utf8_lossy(&done.stderr));
    Ok(())
}

/// The arguments that open a book on the day on which books are looked at.
pub fn arguments(book: &Path) -> [OsString; 4] {
    ["--db".into(), book.into(), "--today".into(), TODAY.into()]
}

/// Opens a book on a screen, and waits until everything behind the first frame is done.
pub fn open(world: &World, book: &Path, size: (u16, u16)) -> Result<Terminal> {
    let mut terminal = Terminal::start(program(), &arguments(book), size)?;
    terminal.rest()?;
    ensure!(!terminal.text().trim().is_empty(), "no screen came");
    if size.0 >= 120 {
        let text = terminal.text();
        ensure!(text.contains(world.name), "{} is not on the screen:\n{text}", world.name);
    }
    Ok(terminal)
}

/// Copies a book that nobody has open.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).with_context(|| to.display().to_string())?;
    Ok(())
}
