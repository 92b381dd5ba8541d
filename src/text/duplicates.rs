//! What two that may be one have in common, in words.

use super::Words;
use crate::domain::duplicate::{Common, Likeness};

impl Words {
    /// How sure it is that two are one; what a person put beside each other has no likeness.
    pub fn likeness(&self, likeness: Option<&Likeness>) -> String {
        match likeness {
            Some(likeness) if likeness.sure => self.say("duplicates-sure"),
            Some(_) => self.say("duplicates-ask"),
            None => self.say("duplicates-marked"),
        }
    }

    /// What two have in common, a word for each.
    pub fn common(&self, likeness: Option<&Likeness>) -> String {
        let common = likeness.map_or(&[][..], |likeness| &likeness.common);
        common.iter().map(|common| self.say(key(*common))).collect::<Vec<_>>().join(", ")
    }
}

fn key(common: Common) -> &'static str {
    match common {
        Common::TaxId => "common-tax-id",
        Common::Phone => "common-phone",
        Common::Email => "common-email",
        Common::Messenger => "common-messenger",
        Common::Site => "common-site",
        Common::Name => "common-name",
        Common::NearName => "common-near-name",
        Common::Birthday => "common-birthday",
        Common::Address => "common-address",
        Common::City => "common-city",
    }
}
