//! What a person types for an amount, in every language.

use crate::domain::money::Money;

/// An amount: `12500`, `12 500,50`, `12,500.50`, `12.5k`, `12,5к`, with or without the sign of a currency. A single comma
/// or point before exactly three digits groups them, except before `k`. What is [too large](Money::is_too_large) is said to
/// be so by whoever takes it.
pub fn parse_money(text: &str) -> Option<Money> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\'').collect::<String>().to_lowercase();
    let text = text.trim_matches(['$', '€', '£', '₽']);
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start_matches(['$', '€', '£', '₽'])),
        None => (false, text),
    };
    let (number, thousands) = match text.strip_suffix(['k', 'к']) {
        Some(number) => (number, true),
        None => (text, false),
    };
    let (whole, part) = match number.rfind([',', '.']) {
        Some(mark) if thousands || number.len() - mark <= 3 => (&number[..mark], &number[mark + 1..]),
        _ => (number, ""),
    };
    let decimals = if thousands { 5 } else { 2 };
    let grouped = groups(whole)?;
    let digits_only = part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits_only || part.len() > decimals || grouped.is_empty() && part.is_empty() {
        return None;
    }
    let hundredths: i64 = format!("{grouped}{part:0<decimals$}").parse().unwrap_or(i64::MAX);
    Some(Money(if negative { -hundredths } else { hundredths }))
}

/// An amount without hundredths, in whole units of the currency.
pub fn parse_whole_money(typed: &str) -> Option<u32> {
    let hundredths = parse_money(typed)?.0;
    u32::try_from(hundredths / 100).ok().filter(|_| hundredths % 100 == 0)
}

/// The digits of a whole number whose groups are marked with commas or points, or not at all.
fn groups(number: &str) -> Option<String> {
    let mut groups = number.split([',', '.']);
    let first = groups.next().unwrap_or_default();
    let well_formed = groups.clone().next().is_none() || (1..=3).contains(&first.len());
    let digits = number.chars().filter(|c| !matches!(c, ',' | '.'));
    (well_formed && groups.all(|group| group.len() == 3) && digits.clone().all(|c| c.is_ascii_digit()))
        .then(|| digits.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_understood_however_they_are_typed() {
        for (typed, hundredths) in [
            ("12500", 1_250_000),
            ("12 500,50", 1_250_050),
            ("12\u{a0}500,5", 1_250_050),
            ("12,500.50", 1_250_050),
            ("12.500,50", 1_250_050),
            ("12,500", 1_250_000),
            ("1.234.567", 123_456_700),
            ("12.5k", 1_250_000),
            ("12,5к", 1_250_000),
            ("1.250k", 125_000),
            ("$41,800", 4_180_000),
            ("41 800 ₽", 4_180_000),
            ("-$500", -50_000),
            ("−500", -50_000),
            (".5", 50),
            ("0", 0),
            ("9999999999999", 999_999_999_999_900),
            ("9000000000000000000", i64::MAX),
        ] {
            assert_eq!(parse_money(typed), Some(Money(hundredths)), "{typed}");
        }
        for typed in ["", "k", ".", "12,50,0", "12a", "1e5", "--5", ".+5", "1234,567.00"] {
            assert_eq!(parse_money(typed), None, "{typed}");
        }
    }
}
