//! How counts, shares and amounts of money are written.

use super::Lang;
use crate::domain::money::Money;

/// What separates a number from the unit after it and, in Russian, the groups of its digits.
const NO_BREAK_SPACE: char = '\u{a0}';

/// Amounts from this size on, in hundredths, are shown without hundredths: nobody acts on them there.
const WHOLE_FROM: u64 = 100 * 100;

/// A whole number with its digits in groups: 5,852 or 5 852.
pub(super) fn count(n: i64, lang: Lang) -> String {
    format!("{}{}", sign(n < 0), grouped(n.unsigned_abs(), lang))
}

/// An amount with the sign of its currency. Hundredths are shown where there are any and the amount is below 100.
pub(super) fn money(amount: Money, currency: &str, lang: Lang) -> String {
    let hundredths = amount.0.unsigned_abs();
    let number = if hundredths.is_multiple_of(100) || hundredths >= WHOLE_FROM {
        grouped((hundredths + 50) / 100, lang)
    } else {
        format!("{}{}{:02}", grouped(hundredths / 100, lang), decimal_mark(lang), hundredths % 100)
    };
    let minus = sign(amount.0 < 0);
    match (symbol(currency), lang) {
        (Some(symbol @ ("$" | "€" | "£")), Lang::En) => format!("{minus}{symbol}{number}"),
        (symbol, _) => format!("{minus}{number}{NO_BREAK_SPACE}{}", symbol.unwrap_or(currency)),
    }
}

/// A share in per cent: below 10 % with one decimal where it is not zero, and never as nothing where it is something.
pub(super) fn share(share: f64, lang: Lang) -> String {
    let tenths = (share * 1_000.0).round() as i64;
    let minus = sign(tenths < 0);
    let size = tenths.unsigned_abs();
    let number = match size {
        0 if share > 0.0 => format!("<0{}1", decimal_mark(lang)),
        _ if (0.995..1.0).contains(&share) => ">99".to_owned(),
        // Rounded once: 78.453 is 78.
        100.. => grouped((share.abs() * 100.0).round() as u64, lang),
        _ if size.is_multiple_of(10) => (size / 10).to_string(),
        _ => format!("{}{}{}", size / 10, decimal_mark(lang), size % 10),
    };
    format!("{minus}{number}{NO_BREAK_SPACE}%")
}

/// A number with one decimal: 1.3 or −0,5.
pub(super) fn decimal(n: f64, lang: Lang) -> String {
    let tenths = (n * 10.0).round() as i64;
    let size = tenths.unsigned_abs();
    format!("{}{}{}{}", sign(tenths < 0), grouped(size / 10, lang), decimal_mark(lang), size % 10)
}

fn grouped(n: u64, lang: Lang) -> String {
    let digits = n.to_string();
    let mut written = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(match lang {
                Lang::En => ',',
                Lang::Ru => NO_BREAK_SPACE,
            });
        }
        written.push(digit);
    }
    written
}

fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::En => '.',
        Lang::Ru => ',',
    }
}

fn sign(negative: bool) -> &'static str {
    if negative { "−" } else { "" }
}

fn symbol(currency: &str) -> Option<&'static str> {
    Some(match currency {
        "RUB" => "₽",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_stand_in_groups_of_three() {
        for (n, en, ru) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (5_852, "5,852", "5 852"),
            (-1_234_567, "−1,234,567", "−1 234 567"),
            (i64::MIN, "−9,223,372,036,854,775,808", "−9 223 372 036 854 775 808"),
        ] {
            assert_eq!((count(n, Lang::En), count(n, Lang::Ru)), (en.to_owned(), ru.replace(' ', "\u{a0}")));
        }
    }

    #[test]
    fn money_shows_hundredths_only_where_they_matter() {
        for (hundredths, currency, en, ru) in [
            (4_180_000, "RUB", "41,800 ₽", "41 800 ₽"),
            (4_180_000, "USD", "$41,800", "41 800 $"),
            (9_905, "EUR", "€99.05", "99,05 €"),
            (1_250_049, "RUB", "12,500 ₽", "12 500 ₽"),
            (1_250_050, "RUB", "12,501 ₽", "12 501 ₽"),
            (-5, "KZT", "−0.05 KZT", "−0,05 KZT"),
            (-50_000, "USD", "−$500", "−500 $"),
        ] {
            let plain = |text: String| text.replace('\u{a0}', " ");
            assert_eq!(plain(money(Money(hundredths), currency, Lang::En)), en);
            assert_eq!(plain(money(Money(hundredths), currency, Lang::Ru)), ru);
        }
    }

    #[test]
    fn shares_have_a_decimal_only_where_they_are_small() {
        for (value, en) in [
            (0.0, "0"),
            (0.000_2, "<0.1"),
            (0.004, "0.4"),
            (0.05, "5"),
            (0.052, "5.2"),
            (0.099_96, "10"),
            (0.42, "42"),
            (0.784_53, "78"),
            (0.994_9, "99"),
            (0.999_9, ">99"),
            (1.0, "100"),
            (-0.344, "−34"),
            (12.5, "1,250"),
        ] {
            assert_eq!(share(value, Lang::En), format!("{en}\u{a0}%"));
        }
        assert_eq!(share(0.084, Lang::Ru), "8,4\u{a0}%");
    }
}
