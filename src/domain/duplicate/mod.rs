//! Telling that two clients, or two people at one, are the same: by numbers, ways to reach them, and names.
//!
//! What is *sure* may be merged without asking each time; the rest a person has to look at. A name alone is never sure. Two
//! tax numbers that differ, each with the right check digit, are two clients, whatever else they share.

mod merge;
mod pairs;

use crate::domain::matching::fold;
use crate::domain::matching::name::{Name, Shared};
use crate::domain::matching::phone::e164;
use crate::domain::person::{Anniversary, Channel, ChannelKind};
use crate::domain::tax_id;

pub use merge::{merged_clients, merged_people};
pub use pairs::{Pair, pairs};

/// How sure it is that two are one, by what they have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Whether it may be taken for granted; otherwise a person has to say.
    pub sure: bool,
    /// What they have in common, the strongest first.
    pub common: Vec<Common>,
}

impl Likeness {
    /// Whether two people at one company may be taken for one: they are reached the same way, or called the same in full.
    pub fn is_one_person(&self) -> bool {
        self.sure || self.common.contains(&Common::Name)
    }
}

/// Something two have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Common {
    /// The tax number.
    TaxId,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A name in a messenger.
    Messenger,
    /// A page in the web.
    Site,
    /// The name, but for its legal form or the order of its words.
    Name,
    /// Most letters of the name, or its initials.
    NearName,
    /// The birthday.
    Birthday,
    /// The address.
    Address,
    /// The town.
    City,
}

impl Common {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::TaxId => "tax_id",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Messenger => "messenger",
            Self::Site => "site",
            Self::Name => "name",
            Self::NearName => "near_name",
            Self::Birthday => "birthday",
            Self::Address => "address",
            Self::City => "city",
        }
    }

    fn of(kind: ChannelKind) -> Self {
        match kind {
            ChannelKind::Phone => Self::Phone,
            ChannelKind::Email => Self::Email,
            ChannelKind::Messenger => Self::Messenger,
            ChannelKind::Site => Self::Site,
        }
    }
}

/// What a client, or a person, is recognised by, as the book has it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'a> {
    /// The name.
    pub name: &'a str,
    /// Whether it is a person's.
    pub is_person: bool,
    /// The tax number.
    pub tax_id: &'a str,
    /// The town.
    pub city: &'a str,
    /// The address.
    pub address: &'a str,
    /// The birthday.
    pub birthday: Option<Anniversary>,
    /// The ways to reach it and its people.
    pub channels: &'a [Channel],
}

/// What a client, or a person, is recognised by, as it is compared.
#[derive(Clone, Debug)]
pub struct Record {
    name: Name,
    is_person: bool,
    /// The tax number, and whether its check digit tells that it is one.
    tax_id: (String, bool),
    city: String,
    address: String,
    birthday: Option<Anniversary>,
    /// The ways to reach it, and whether each is its own rather than one of its people's.
    channels: Vec<(ChannelKind, String, bool)>,
}

/// What two clients have in common beside their names.
#[derive(Clone, Copy)]
struct Ground {
    /// In how many ways both are reached.
    ways: usize,
    /// In how many of those that are their own, and not of their people.
    own: usize,
    same_address: bool,
    same_city: bool,
    apart: Apart,
}

/// How far from each other two clients are, as far as their addresses tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Apart {
    Nothing,
    Towns,
    Houses,
}

impl Record {
    /// Makes ready what is known for being compared. Telephone numbers are dialled in `country`, two letters.
    pub fn of(known: Known<'_>, country: &str) -> Self {
        let name = Name::of(known.name);
        let channel = |channel: &Channel| {
            let value = comparable(channel.kind, &channel.value, country)?;
            Some((channel.kind, value, channel.person.is_none()))
        };
        Self {
            is_person: known.is_person || name.form == Some("ip"),
            name,
            tax_id: number(known.tax_id),
            city: fold(known.city),
            address: fold(known.address),
            birthday: known.birthday,
            channels: known.channels.iter().filter_map(channel).collect(),
        }
    }

    /// How alike two clients are; `None` for two that nobody would take for one.
    pub fn likeness(&self, other: &Self) -> Option<Likeness> {
        let same = |here: &str, there: &str| !here.is_empty() && here == there;
        let differ = |here: &str, there: &str| !here.is_empty() && !there.is_empty() && here != there;
        let ((number, checked), (other_number, other_checked)) = (&self.tax_id, &other.tax_id);
        let other_numbers = differ(number, other_number);
        if other_numbers && *checked && *other_checked {
            return None;
        }
        let (mut common, own) = self.reached_alike(other);
        if same(number, other_number) {
            common.insert(0, Common::TaxId);
            return Some(Likeness { sure: true, common });
        }
        let apart = if in_other_house(&self.address, &other.address) {
            Apart::Houses
        } else if differ(&self.city, &other.city) {
            Apart::Towns
        } else {
            Apart::Nothing
        };
        let ground = Ground {
            ways: common.len(),
            own,
            same_address: same(&self.address, &other.address),
            same_city: same(&self.city, &other.city),
            apart,
        };
        let are_people = self.is_person && other.is_person;
        let (named, sure, ask) =
            if are_people { self.as_people(other, ground) } else { self.as_companies(other, ground) };
        let born = are_people && self.is_born_like(other) == Some(true);
        common.extend(named);
        common.extend(born.then_some(Common::Birthday));
        common.extend(ground.same_address.then_some(Common::Address));
        common.extend(ground.same_city.then_some(Common::City));
        (sure || ask).then_some(Likeness { sure: sure && !other_numbers, common })
    }

    /// How much of the name two private buyers share, whether they are surely one, and whether a person is to be asked.
    fn as_people(&self, other: &Self, ground: Ground) -> (Option<Common>, bool, bool) {
        let Ground { same_address, same_city, .. } = ground;
        let (reached, far) = (ground.ways > 0, ground.apart != Apart::Nothing);
        let born = self.is_born_like(other);
        let shared = self.name.shared_with_person(&other.name);
        let whole = if shared.agree { shared.whole } else { 0 };
        let named = match whole {
            0 => (shared.whole > 0).then_some(Common::NearName),
            1 => Some(if self.name.equals(&other.name) { Common::Name } else { Common::NearName }),
            _ => Some(Common::Name),
        };
        let ask = match born {
            Some(true) => reached || shared.whole >= 1 || same_address,
            Some(false) => whole >= 2 && (reached || same_address || same_city),
            None => reached || whole >= 1 && same_address || whole >= 2 && !far,
        };
        (named, reached && whole >= 1 && born != Some(false), ask)
    }

    /// The same of two clients of whom one at least is a company.
    fn as_companies(&self, other: &Self, ground: Ground) -> (Option<Common>, bool, bool) {
        let (reached, far, moved) = (ground.ways > 0, ground.apart != Apart::Nothing, ground.apart == Apart::Houses);
        let same_form = !self.name.differs_in_form(&other.name);
        let equal = self.name.equals(&other.name);
        // Names that are only alike mean nothing in another town, or of another form.
        let near = !equal
            && (reached || !far && same_form)
            && (self.name.may_be(&other.name) || reached && self.name.is_near(&other.name));
        let named = equal.then_some(Common::Name).or(near.then_some(Common::NearName));
        // One way to reach two houses may be that of the head office.
        let sure = ground.own >= 2 || !moved && (reached && (equal || near) || equal && ground.same_city && same_form);
        // Two legal forms are two companies, unless nothing but a name is known of one of them.
        let bare = self.is_bare() || other.is_bare();
        let ask = near || equal && (reached || !far && (same_form || bare)) || reached && !moved;
        (named, sure, ask)
    }

    /// Whether nothing but a name is known that another client could share.
    fn is_bare(&self) -> bool {
        self.channels.is_empty() && [&self.tax_id.0, &self.city, &self.address].into_iter().all(String::is_empty)
    }

    /// Whether both have the same birthday, where both are known.
    fn is_born_like(&self, other: &Self) -> Option<bool> {
        self.birthday.zip(other.birthday).map(|(here, there)| here.is_same_day(there))
    }

    /// How alike two people are who may be at one company: `at_one` says whether they are, `None` where that is not known.
    pub fn likeness_of_people(&self, other: &Self, at_one: Option<bool>) -> Option<Likeness> {
        let born = self.is_born_like(other);
        let Shared { whole, agree } = self.name.shared_with_person(&other.name);
        if whole == 0 || !agree || born == Some(false) {
            return None;
        }
        let (mut common, _) = self.reached_alike(other);
        let reached = common.len();
        common.push(if whole >= 2 { Common::Name } else { Common::NearName });
        common.extend((born == Some(true)).then_some(Common::Birthday));
        let sure = reached > 0 && (at_one != Some(false) || reached >= 2 || whole >= 2);
        let ask = reached > 0 || at_one == Some(true) || whole >= 2 && born == Some(true);
        (sure || ask).then_some(Likeness { sure, common })
    }

    /// The name by which it is ordered among others: a person's in whichever order its words are written.
    fn sorted_name(&self) -> String {
        let mut words: Vec<&str> = self.name.words.iter().map(String::as_str).collect();
        if self.is_person {
            words.sort_unstable();
        }
        words.concat()
    }

    /// The ways by which both are reached, one of each kind, and how many of those are the clients' own.
    fn reached_alike(&self, other: &Self) -> (Vec<Common>, usize) {
        let mut common = Vec::new();
        let mut own = 0;
        for (kind, value, is_own) in &self.channels {
            let there = other.channels.iter().find(|(_, known, _)| known == value);
            if let Some((_, _, is_theirs)) = there
                && !common.contains(&Common::of(*kind))
            {
                common.push(Common::of(*kind));
                own += usize::from(*is_own && *is_theirs);
            }
        }
        common.sort_unstable();
        (common, own)
    }
}

/// Whether two tax numbers, each with the right check digits, are those of two clients.
pub fn are_two(one: &str, other: &str) -> bool {
    let ((one, one_checked), (other, other_checked)) = (number(one), number(other));
    !one.is_empty() && !other.is_empty() && one != other && one_checked && other_checked
}

/// Whether two ways to reach somebody are one.
pub fn is_same_way(one: &Channel, other: &Channel, country: &str) -> bool {
    let comparable = |channel: &Channel| comparable(channel.kind, &channel.value, country);
    one.kind == other.kind && comparable(one).is_some() && comparable(one) == comparable(other)
}

/// Whether two addresses have no number in common: neither that of the house nor the postal code.
fn in_other_house(here: &str, there: &str) -> bool {
    let numbers = |address: &str| -> Vec<String> {
        address.split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).map(str::to_owned).collect()
    };
    let (here, there) = (numbers(here), numbers(there));
    !here.is_empty() && !there.is_empty() && here.iter().all(|number| !there.contains(number))
}

/// A tax number without what follows a stroke (КПП), and whether it is checked by its last digits; a dummy of one digit is
/// none.
fn number(tax_id: &str) -> (String, bool) {
    let number = fold(tax_id.split('/').next().unwrap_or_default());
    let is_dummy = number.chars().all(|c| number.starts_with(c));
    let checked = number.bytes().all(|byte| byte.is_ascii_digit()) && tax_id::wrong(&number).is_none();
    if is_dummy { (String::new(), false) } else { (number, checked) }
}

/// A way to reach somebody without what does not matter: an extension, the case, `https://www.`. `None` for nothing.
fn comparable(kind: ChannelKind, value: &str, country: &str) -> Option<String> {
    let lower = value.trim().to_lowercase();
    let bare = match kind {
        ChannelKind::Phone => {
            let number = e164(value, country).unwrap_or(lower);
            number.split(';').next().unwrap_or_default().chars().filter(|c| c.is_alphanumeric()).collect()
        }
        ChannelKind::Site => {
            let address = lower.split_once("://").map_or(lower.as_str(), |(_, address)| address);
            address.strip_prefix("www.").unwrap_or(address).trim_end_matches('/').to_owned()
        }
        ChannelKind::Email | ChannelKind::Messenger => lower.trim_start_matches('@').to_owned(),
    };
    Some(bare).filter(|bare| !bare.is_empty())
}
