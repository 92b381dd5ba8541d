//! Names as they are compared: the legal form apart, look-alike letters of the other alphabet mended, in Latin letters.

use strsim::jaro_winkler;

use super::fold;

/// From there on a word may be another one mistyped (Jaro-Winkler, 0 to 1).
const SAME_WORD: f64 = 0.86;
/// From there on a whole name may be another one mistyped, where each of its words may.
const SAME_NAME: f64 = 0.92;
/// From there on two names that are reached the same way are one.
const SAME_NAME_REACHED: f64 = 0.90;
/// By so many letters at least the names are found that another one may mean.
const FIRST: usize = 3;
/// A word of so many letters or fewer may be an initial: «Ю.», "Yu", "Zh", "Shch".
const INITIAL: usize = 2;

/// Legal forms, each way of writing one with what it is; longer ones before those they contain.
const FORMS: [(&str, &str); 43] = [
    ("общество с ограниченной ответственностью", "ooo"),
    ("непубличное акционерное общество", "nao"),
    ("публичное акционерное общество", "pao"),
    ("открытое акционерное общество", "oao"),
    ("закрытое акционерное общество", "zao"),
    ("товарищество с ограниченной ответственностью", "too"),
    ("индивидуальный предприниматель", "ip"),
    ("акционерное общество", "ao"),
    ("ооо", "ooo"),
    ("ooo", "ooo"),
    ("llc", "ooo"),
    ("нао", "nao"),
    ("nao", "nao"),
    ("пао", "pao"),
    ("pao", "pao"),
    ("оао", "oao"),
    ("oao", "oao"),
    ("зао", "zao"),
    ("zao", "zao"),
    ("тоо", "too"),
    ("too", "too"),
    ("чуп", "chup"),
    ("одо", "odo"),
    ("ип", "ip"),
    ("ip", "ip"),
    ("ао", "ao"),
    ("ao", "ao"),
    ("limited", "ltd"),
    ("ltd", "ltd"),
    ("incorporated", "inc"),
    ("inc", "inc"),
    ("corporation", "corp"),
    ("corp", "corp"),
    ("gmbh", "gmbh"),
    ("kg", "kg"),
    ("ag", "ag"),
    ("sarl", "sarl"),
    ("sa", "sa"),
    ("bv", "bv"),
    ("oy", "oy"),
    ("plc", "plc"),
    ("llp", "llp"),
    ("co", "co"),
];

/// The name of a client as it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Its words but the legal form, in Latin letters.
    pub words: Vec<String>,
    /// Those in one.
    pub key: String,
    /// The legal form, if it says one.
    pub form: Option<&'static str>,
}

impl Name {
    /// Reads a name.
    pub fn of(text: &str) -> Self {
        let words: Vec<String> = fold(text).split(' ').map(mended).collect();
        let (own, form) = without_form(&words);
        let words: Vec<String> = own.iter().map(|word| latin(word)).filter(|word| !word.is_empty()).collect();
        Self { key: words.concat(), words, form }
    }

    /// Whether it is called the same but for the legal form.
    pub fn equals(&self, other: &Self) -> bool {
        !self.key.is_empty() && self.key == other.key
    }

    /// Whether the two say different legal forms.
    pub fn differs_in_form(&self, other: &Self) -> bool {
        self.form.zip(other.form).is_some_and(|(here, there)| here != there)
    }

    /// Whether the one is likely the other, mistyped, where they are reached the same way.
    pub fn is_near(&self, other: &Self) -> bool {
        alike(&self.key, &other.key, SAME_NAME_REACHED)
    }

    /// Whether the one may be the other, mistyped: word by word, so that «Арсенал» is not «Арсенал Пром».
    pub fn may_be(&self, other: &Self) -> bool {
        let pairs = || self.words.iter().zip(&other.words);
        self.words.len() == other.words.len()
            && alike(&self.key, &other.key, SAME_NAME)
            && pairs().all(|(here, there)| alike(here, there, SAME_WORD))
    }

    /// What two names of people share, in any order and mistyped a little.
    pub fn shared_with_person(&self, other: &Self) -> Shared {
        let (short, long) = if self.words.len() <= other.words.len() {
            (&self.words, &other.words)
        } else {
            (&other.words, &self.words)
        };
        let mut rest: Vec<&String> = long.iter().collect();
        let mut short: Vec<&String> = short.iter().collect();
        short.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let mut shared = Shared { whole: 0, agree: true };
        for word in short {
            let place = |whole| rest.iter().position(|other| counterpart(word, other) == Some(whole));
            let found = place(true);
            shared.whole += usize::from(found.is_some());
            match found.or_else(|| place(false)) {
                Some(place) => drop(rest.remove(place)),
                None => shared.agree = false,
            }
        }
        shared
    }
}

/// What two names of people share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shared {
    /// How many whole words.
    pub whole: usize,
    /// Whether each word of the shorter name has its counterpart in the other; an initial that of a word it begins.
    pub agree: bool,
}

/// Whether two words of a name mean the same: as a whole (`true`), or the one as the initial of the other.
fn counterpart(here: &str, there: &str) -> Option<bool> {
    if here == there {
        return Some(here.len() > INITIAL);
    }
    if here.len().min(there.len()) <= INITIAL {
        return (here.starts_with(there) || there.starts_with(here)).then_some(false);
    }
    alike(here, there, SAME_WORD).then_some(true)
}

/// Whether the one may be the other, mistyped: letters may differ a little, digits may not.
fn alike(here: &str, there: &str, least: f64) -> bool {
    let digits = |text: &'_ str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    jaro_winkler(here, there) >= least && digits(here) == digits(there)
}

/// The ways of writing a name that a book would keep in another place of its order: without the legal form, and with each
/// before and behind it. All folded; none of a name without letters and digits.
pub fn spellings(name: &str) -> Vec<String> {
    let folded = fold(name);
    if folded.is_empty() {
        return Vec::new();
    }
    let words: Vec<String> = folded.split(' ').map(str::to_owned).collect();
    let (own, _) = without_form(&words);
    let own = own.join(" ");
    let with_form = FORMS.iter().flat_map(|(form, _)| [format!("{form} {own}"), format!("{own} {form}")]);
    [own.clone()].into_iter().chain(with_form).collect()
}

/// How the order of a book may begin a name that is written a little otherwise: with half of it or with its first letters,
/// in either alphabet, with letters of the other one that look the same, behind each legal form. All folded; none of a name
/// without letters and digits, which begins as any.
pub fn beginnings(name: &str) -> Vec<String> {
    let folded = fold(name);
    if folded.is_empty() {
        return Vec::new();
    }
    let words: Vec<String> = folded.split(' ').map(mended).collect();
    let (own, _) = without_form(&words);
    let written = |word: fn(&str) -> String| own.iter().map(|own| word(own)).collect::<Vec<_>>().join(" ");
    let mut begun: Vec<String> = [str::to_owned, latin, cyrillic]
        .map(written)
        .into_iter()
        .map(|name| name.chars().take((name.chars().count() / 2).max(FIRST)).collect())
        .collect();
    let mut alike = vec![String::new()];
    for letter in written(str::to_owned).chars().take(FIRST) {
        let twin = LOOK_ALIKE.iter().find(|(_, cyrillic)| *cyrillic == letter).map(|(latin, _)| *latin);
        let with =
            |begin: &String| std::iter::once(letter).chain(twin).map(|c| format!("{begin}{c}")).collect::<Vec<_>>();
        alike = alike.iter().flat_map(with).collect();
    }
    begun.extend(alike.into_iter().filter(|begin| !begun[0].starts_with(begin)).collect::<Vec<_>>());
    begun.sort_unstable();
    begun.dedup();
    let behind = |form: &str| begun.iter().map(|begin| format!("{form} {begin}")).collect::<Vec<_>>();
    let with_form: Vec<String> = FORMS.iter().flat_map(|(form, _)| behind(form)).collect();
    begun.into_iter().chain(with_form).collect()
}

/// The words but the legal forms on either side, and the one they say.
fn without_form(words: &[String]) -> (&[String], Option<&'static str>) {
    let mut own = words;
    let mut said = None;
    while let Some((rest, form)) = FORMS.iter().find_map(|(written, form)| Some((without(own, written)?, *form))) {
        own = rest;
        said = said.or(Some(form));
    }
    (own, said)
}

/// The words without that form at one end, where something else is left.
fn without<'a>(words: &'a [String], form: &str) -> Option<&'a [String]> {
    let count = form.split(' ').count();
    if words.len() <= count {
        return None;
    }
    let is_form = |part: &[String]| part.iter().map(String::as_str).eq(form.split(' '));
    let (head, tail) = words.split_at(count);
    if is_form(head) {
        return Some(tail);
    }
    let (head, tail) = words.split_at(words.len() - count);
    is_form(tail).then_some(head)
}

/// A word with the Latin letters that look like Cyrillic ones made Cyrillic, if it has letters of both.
fn mended(word: &str) -> String {
    let both = word.chars().any(is_cyrillic) && word.chars().any(|c| c.is_ascii_alphabetic());
    let mend = |c| LOOK_ALIKE.iter().find(|(latin, _)| *latin == c).map_or(c, |(_, cyrillic)| *cyrillic);
    if both { word.chars().map(mend).collect() } else { word.to_owned() }
}

fn is_cyrillic(c: char) -> bool {
    ('\u{400}'..='\u{4ff}').contains(&c)
}

/// Latin letters with the Cyrillic ones that look the same.
const LOOK_ALIKE: [(char, char); 12] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
];

/// The Russian letters, and how each is written in passports and on the web.
const RUSSIAN: &str = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
/// See [`RUSSIAN`].
const LATIN: [&str; 32] = [
    "a", "b", "v", "g", "d", "e", "zh", "z", "i", "y", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "kh",
    "ts", "ch", "sh", "shch", "", "y", "", "e", "yu", "ya",
];

/// A word in Latin letters.
fn latin(word: &str) -> String {
    let mut written = String::with_capacity(word.len());
    for c in word.chars() {
        match RUSSIAN.chars().position(|letter| letter == c) {
            Some(place) => written.push_str(LATIN[place]),
            None => written.push(c),
        }
    }
    written
}

/// A word in Russian letters, each the first of those it may stand for.
fn cyrillic(word: &str) -> String {
    let (mut written, mut rest) = (String::with_capacity(2 * word.len()), word);
    while let Some(first) = rest.chars().next() {
        let begins = RUSSIAN.chars().zip(LATIN).filter(|(_, latin)| !latin.is_empty() && rest.starts_with(latin));
        let longest = begins.min_by_key(|(_, latin)| std::cmp::Reverse(latin.len()));
        let (letter, taken) = longest.map_or((first, first.len_utf8()), |(letter, latin)| (letter, latin.len()));
        written.push(letter);
        rest = &rest[taken..];
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_company_is_called_the_same_however_it_is_written() {
        let name = Name::of("ООО «Ромашка Трейд»");
        for written in [
            "Ромашка-Трейд ООО",
            "ромашка  трейд",
            "OOO Ромaшкa Трeйд",
            "Общество с ограниченной ответственностью \"Ромашка Трейд\"",
            "Romashka Treyd, LLC.",
        ] {
            assert!(name.equals(&Name::of(written)), "{written}: {:?}", Name::of(written));
            assert!(!name.differs_in_form(&Name::of(written)), "{written}");
        }
        assert!(name.differs_in_form(&Name::of("ЗАО Ромашка Трейд")));
        assert_eq!(Name::of("ООО").words, ["ooo"]);
    }

    #[test]
    fn a_slip_of_the_key_is_another_name_and_a_word_more_is_another_company() {
        let may_be = |here, there| Name::of(here).may_be(&Name::of(there));
        assert!(may_be("Альфа Групп", "Альаф Групп"));
        assert!(!may_be("Арсенал", "Арсенал Пром"));
        assert!(!may_be("Северный Агро", "Северный Групп"));
        assert!(!may_be("Клиент 12345", "Клиент 12354"));
    }

    #[test]
    fn a_person_is_named_in_any_order_and_by_initials() {
        let shared = |here, there| {
            let shared = Name::of(here).shared_with_person(&Name::of(there));
            (shared.whole, shared.agree)
        };
        assert_eq!(shared("Гусев Юрий", "Yuriy Gusev"), (2, true));
        assert_eq!(shared("Королёв Олег", "Олег Юрьевич Королёв"), (2, true));
        assert_eq!(shared("Ершов С.А.", "Ершов Сергей Андреевич"), (1, true));
        assert_eq!(shared("Белов Юий", "Юрий Белов"), (2, true));
        assert_eq!(shared("Белов Юрий", "Белов Олег"), (1, false));
        assert_eq!(shared("Ю.", "Юрий Белов"), (0, true));
    }

    #[test]
    fn a_name_is_found_by_its_beginning_however_it_is_written() {
        let begun =
            |name: &str, written: &str| beginnings(name).iter().any(|begin| fold(written).starts_with(begin.as_str()));
        for written in ["Romashka Treyd", "Pомашка Трейд", "ООО Ромашка Трейт", "Ромашка"]
        {
            assert!(begun("Ромашка Трейд", written), "{written}");
        }
        assert!(begun("Shchuka Trade", "ЗАО «Щука Трейд»"));
        assert!(!begun("Ромашка Трейд", "Роза"));
        assert_eq!(cyrillic("shchyuka 7w"), "щюка 7w");
    }

    #[test]
    fn a_name_is_looked_up_with_and_without_its_form() {
        let spellings = spellings("ООО «Ромашка»");
        for written in ["Ромашка", "ромашка ооо", "ЗАО Ромашка", "Общество с ограниченной ответственностью Ромашка"]
        {
            assert!(spellings.contains(&fold(written)), "{written}");
        }
        assert_eq!(spellings.len(), 1 + 2 * FORMS.len());
        assert!(super::spellings("🚀").is_empty() && super::beginnings("🚀").is_empty());
    }
}
