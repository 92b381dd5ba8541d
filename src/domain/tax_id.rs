//! The check digits of the Russian tax number (ИНН): ten digits of a company, twelve of a person.

/// What is wrong with a tax number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It has so many digits, and neither ten nor twelve.
    Length(usize),
    /// It ends in other digits than those before them ask for.
    Digit {
        /// What it ends in.
        found: String,
        /// What it should end in.
        expected: String,
    },
}

/// The weights of the digits, the last ones first: what a number of ten, or of eleven, digits is checked by begins with the
/// second, or the first, of them (order of the Ministry of Taxes ММВ-7-6/435).
const WEIGHTS: [u32; 11] = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/// What is wrong with a number; `None` where it is right, or is no number of digits alone and so not one of these. What
/// follows a stroke (КПП) is left out.
pub fn wrong(tax_id: &str) -> Option<Wrong> {
    let digits = tax_id.split('/').next().unwrap_or_default().trim();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let checked = match digits.len() {
        10 => 9,
        12 => 10,
        other => return Some(Wrong::Length(other)),
    };
    let mut right = digits[..checked].to_owned();
    while right.len() < digits.len() {
        right.push(check_digit(&right));
    }
    let (found, expected) = (digits[checked..].to_owned(), right[checked..].to_owned());
    (found != expected).then_some(Wrong::Digit { found, expected })
}

fn check_digit(digits: &str) -> char {
    let weights = &WEIGHTS[WEIGHTS.len() - digits.len()..];
    let sum: u32 = digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    char::from_digit(sum % 11 % 10, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digits_follow_from_those_before_them() {
        for right in ["7707083893", "7736207543", "500100732259", " 7707083893 / 773601001", "DE129273398", ""] {
            assert_eq!(wrong(right), None, "{right}");
        }
        let digit = |found: &str, expected: &str| Some(Wrong::Digit { found: found.into(), expected: expected.into() });
        assert_eq!(wrong("7707083894"), digit("4", "3"));
        assert_eq!(wrong("500100732269"), digit("69", "59"));
        assert_eq!(wrong("77070838930"), Some(Wrong::Length(11)));
    }
}
