//! The countries whose days the program brings along, each with its holiday file.

/// A country.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Country {
    /// Russia.
    #[default]
    Ru,
    /// Belarus.
    By,
    /// Kazakhstan.
    Kz,
    /// Germany: the holidays of every state.
    De,
    /// The United Kingdom: the holidays of all its parts.
    Gb,
    /// The United States: the federal holidays.
    Us,
}

impl Country {
    /// Every country.
    pub const ALL: [Self; 6] = [Self::Ru, Self::By, Self::Kz, Self::De, Self::Gb, Self::Us];

    /// The name used on the command line, in the settings and for the file: the two letters of ISO 3166.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::By => "by",
            Self::Kz => "kz",
            Self::De => "de",
            Self::Gb => "gb",
            Self::Us => "us",
        }
    }

    /// The country of that [`name`](Self::name), in letters of any case.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|country| country.name().eq_ignore_ascii_case(name))
    }

    /// The one after it, after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        Self::ALL[(self as usize + 1) % Self::ALL.len()]
    }

    /// The holiday file the program brings along.
    pub fn holiday_file(self) -> &'static str {
        match self {
            Self::Ru => include_str!("../../../assets/holidays/ru.toml"),
            Self::By => include_str!("../../../assets/holidays/by.toml"),
            Self::Kz => include_str!("../../../assets/holidays/kz.toml"),
            Self::De => include_str!("../../../assets/holidays/de.toml"),
            Self::Gb => include_str!("../../../assets/holidays/gb.toml"),
            Self::Us => include_str!("../../../assets/holidays/us.toml"),
        }
    }
}
