//! The two keyboard layouts, key by key: this file is the table of keys.

/// The keys of an English keyboard.
const ENGLISH: &str = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>?";
/// What the same keys type on a Russian one.
const RUSSIAN: &str = "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,";
/// Letters of the Ukrainian and Belarusian layouts that stand on other keys than the Russian ones.
const NEIGHBOURS: [(char, char); 10] = [
    ('і', 's'),
    ('І', 'S'),
    ('ї', ']'),
    ('Ї', '}'),
    ('є', '\''),
    ('Є', '"'),
    ('ґ', '`'),
    ('Ґ', '~'),
    ('ў', 'o'),
    ('Ў', 'O'),
];

/// The key of a Cyrillic letter on an English keyboard, its case kept; any other character as it is.
pub fn command_key(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let neighbour = NEIGHBOURS.iter().find(|(letter, _)| *letter == c).map(|(_, key)| *key);
    neighbour.or_else(|| across(c, RUSSIAN, ENGLISH)).unwrap_or(c)
}

/// What a key of an English keyboard types on a Russian one; any other character as it is.
pub fn russian_key(c: char) -> char {
    across(c, ENGLISH, RUSSIAN).unwrap_or(c)
}

/// The text that the same keys type on the other layout: «ghbdtn» is «привет», «фдзрф» is "alpha".
pub fn other_layout(text: &str) -> String {
    let cyrillic = text.chars().any(|c| !c.is_ascii() && command_key(c) != c);
    text.chars().map(|c| if cyrillic { command_key(c) } else { russian_key(c) }).collect()
}

fn across(c: char, from: &str, to: &str) -> Option<char> {
    let place = from.chars().position(|key| key == c)?;
    to.chars().nth(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_its_twin() {
        assert_eq!(ENGLISH.chars().count(), RUSSIAN.chars().count());
        for (typed, meant) in [("ghbdtn", "привет"), ("фдзрф", "alpha"), ("hjvfirf", "ромашка"), ("Ёлка", "~krf")]
        {
            assert_eq!(other_layout(typed), meant);
        }
        assert_eq!((command_key('с'), command_key('Ж'), command_key('і'), command_key('7')), ('c', ':', 's', '7'));
        assert_eq!((russian_key('c'), russian_key('/'), russian_key('?')), ('с', '.', ','));
    }
}
