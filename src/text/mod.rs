//! Every word a person reads: sentences, dates, numbers, money, and what a person types in their place. Knows `domain`
//! only; the sentences themselves stand in `assets/locales`.

/// The fields of a form, by the names they have on the command line.
macro_rules! fields {
    ($(#[$doc:meta])+ $type:ident $($field:ident $name:literal)+) => {
        $(#[$doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "the names say it")]
        pub enum $type {
            $($field,)+
        }

        impl $type {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$field),+];

            /// Its name on the command line.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$field => $name,)+
                }
            }

            /// The field of that [`name`](Self::name), or of the one that `--json` gives it.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.name() == name.replace('_', "-"))
            }
        }
    };
}

mod client_fields;
mod dates;
mod duplicates;
pub mod note_tokens;
mod numbers;
pub mod order_tokens;
mod person_fields;
mod rules;
mod sentences;
pub mod sheet;
pub mod shown;
mod timeline;
pub mod touch_tokens;
mod touches;
pub mod typed;
pub mod typed_money;
mod words;

pub use client_fields::ClientField;
pub use person_fields::PersonField;
pub use words::Words;

/// A language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    En,
    /// Russian.
    Ru,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 2] = [Self::En, Self::Ru];

    /// The name used on the command line and in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
        }
    }

    /// The language of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.name() == name)
    }

    /// The language the system is set to; English where it is set to none of ours.
    pub fn from_system() -> Self {
        let locale = sys_locale::get_locale().unwrap_or_default().to_lowercase();
        Self::ALL.into_iter().find(|lang| locale.starts_with(lang.name())).unwrap_or(Self::En)
    }
}
