//! What a figure is asked for with: `--name value` pairs behind its name.

use std::fmt;

use anyhow::{Context, Result, bail};

/// The values named on the command line.
#[derive(Clone, Copy, Debug, Default)]
pub struct Args {
    clients: Option<usize>,
    rows: Option<usize>,
    touches: Option<usize>,
    seed: Option<u64>,
    rounds: Option<usize>,
    seconds: Option<u64>,
    size: Option<(u16, u16)>,
}

impl Args {
    /// These, and the others for what is not named.
    pub fn or(self, usual: &Self) -> Self {
        Self {
            clients: self.clients.or(usual.clients),
            rows: self.rows.or(usual.rows),
            touches: self.touches.or(usual.touches),
            seed: self.seed.or(usual.seed),
            rounds: self.rounds.or(usual.rounds),
            seconds: self.seconds.or(usual.seconds),
            size: self.size.or(usual.size),
        }
    }

    pub fn clients(&self) -> usize {
        self.clients.unwrap_or(5_852)
    }

    pub fn rows(&self) -> usize {
        self.rows.unwrap_or(32_878)
    }

    pub fn touches(&self) -> usize {
        self.touches.unwrap_or(2_000)
    }

    pub fn seed(&self) -> u64 {
        self.seed.unwrap_or(7)
    }

    /// At least one.
    pub fn rounds(&self) -> usize {
        self.rounds.unwrap_or(5).max(1)
    }

    pub fn seconds(&self) -> u64 {
        self.seconds.unwrap_or(10)
    }

    /// Columns and rows of the terminal.
    pub fn size(&self) -> (u16, u16) {
        self.size.unwrap_or((120, 40))
    }
}

impl fmt::Display for Args {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pair = |name: &str, value: Option<String>| value.map(|value| format!("--{name} {value}"));
        let pairs = [
            pair("clients", self.clients.map(|n| n.to_string())),
            pair("rows", self.rows.map(|n| n.to_string())),
            pair("touches", self.touches.map(|n| n.to_string())),
            pair("seed", self.seed.map(|n| n.to_string())),
            pair("rounds", self.rounds.map(|n| n.to_string())),
            pair("seconds", self.seconds.map(|n| n.to_string())),
            pair("size", self.size.map(|(width, height)| format!("{width}x{height}"))),
        ];
        write!(f, "{}", pairs.into_iter().flatten().collect::<Vec<_>>().join(" "))
    }
}

/// Reads the name of a figure, if there is one, and the values.
pub fn parse(words: impl Iterator<Item = String>) -> Result<(Option<String>, Args)> {
    let (mut name, mut args) = (None, Args::default());
    // Cargo says `--bench` to every benchmark.
    let mut words = words.filter(|word| word != "--bench");
    while let Some(word) = words.next() {
        let Some(option) = word.strip_prefix("--") else {
            name = Some(word);
            continue;
        };
        let value = words.next().with_context(|| format!("--{option} needs a value"))?;
        let wrong = || format!("--{option} {value}");
        match option {
            "clients" => args.clients = Some(value.parse().with_context(wrong)?),
            "rows" => args.rows = Some(value.parse().with_context(wrong)?),
            "touches" => args.touches = Some(value.parse().with_context(wrong)?),
            "seed" => args.seed = Some(value.parse().with_context(wrong)?),
            "rounds" => args.rounds = Some(value.parse().with_context(wrong)?),
            "seconds" => args.seconds = Some(value.parse().with_context(wrong)?),
            "size" => {
                let (width, height) = value.split_once('x').with_context(wrong)?;
                args.size = Some((width.parse().with_context(wrong)?, height.parse().with_context(wrong)?));
            }
            _ => bail!("there is no --{option}"),
        }
    }
    Ok((name, args))
}
