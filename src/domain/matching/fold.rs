//! Folding: what is left of a text when case, ё, accents, quotes and spacing do not matter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Folds a text for search and comparison: lower case, ё as е, й kept, accents off, everything but letters and digits
/// one space.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    if text.is_ascii() {
        text.bytes().for_each(|byte| push(&mut folded, char::from(byte.to_ascii_lowercase())));
    } else {
        for c in text.nfkc().flat_map(char::to_lowercase) {
            match c {
                'ё' => push(&mut folded, 'е'),
                'й' | 'ї' => push(&mut folded, c),
                // Taken apart, an accented letter is its base and marks that are left out.
                _ => c.nfd().filter(|part| !is_combining_mark(*part)).for_each(|part| push(&mut folded, part)),
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// What clients are sorted and recognised by: the folded name, or the name itself where folding leaves nothing of it.
pub fn sort_name(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.trim().to_owned() } else { folded }
}

fn push(folded: &mut String, c: char) {
    if c.is_alphanumeric() {
        folded.push(c);
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_matter_is_folded_away() {
        for (text, folded) in [
            ("ООО «Ромашка»", "ооо ромашка"),
            ("Алёна  ЁЛКИНА", "алена елкина"),
            ("Йод", "йод"),
            ("И\u{306}од", "йод"),
            ("Café—Müller, Ltd.", "cafe muller ltd"),
            ("+7 (342) 212-34-56", "7 342 212 34 56"),
            ("  ", ""),
            ("ﬁrm №５", "firm no5"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }
}
