//! From a cell to amounts, currencies and lists. A cell that holds no value is `Ok(None)`, one that holds something else
//! a [`BadValue`].

use crate::domain::money::Money;

/// The cell holds something, and not what its column is for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct BadValue;

/// Why a cell holds no amount that is taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum BadAmount {
    /// It is none.
    None,
    /// It is larger than [`Money::MOST`].
    TooLarge,
}

/// What stands between numbers and between addresses of one cell, between labels or pages, between names.
pub(super) const ADDRESS_ENDS: &[char] = &[',', ';', '/', '\n'];
pub(super) const LIST_ENDS: &[char] = &[',', ';', '\n'];
pub(super) const NAME_ENDS: &[char] = &[';', '\n'];

/// A telephone number has at least as many digits; a shorter piece is a further extension of the one before it.
const PHONE_DIGITS: usize = 5;

/// The values of a cell that holds several, divided by those characters or by Google's ` ::: `.
pub(super) fn pieces<'t>(text: &'t str, ends: &'static [char]) -> impl Iterator<Item = &'t str> {
    text.split(":::").flat_map(move |part| part.split(ends)).map(str::trim).filter(|piece| !piece.is_empty())
}

/// The telephone numbers of a cell, each with its extension.
pub(super) fn phones(text: &str) -> Vec<&str> {
    let mut phones: Vec<&str> = Vec::new();
    for piece in pieces(text, ADDRESS_ENDS) {
        let short = piece.bytes().filter(u8::is_ascii_digit).count() < PHONE_DIGITS;
        match phones.last_mut().filter(|_| short) {
            Some(last) => {
                let start = last.as_ptr().addr() - text.as_ptr().addr();
                let end = piece.as_ptr().addr() - text.as_ptr().addr() + piece.len();
                *last = &text[start..end];
            }
            None => phones.push(piece),
        }
    }
    phones
}

/// Reads an amount exactly, with the currency where the cell names one; beyond hundredths it is rounded, half away from
/// zero. One comma before three digits divides thousands (`1,234`), one point does not (`1.234`).
pub(super) fn amount(text: &str) -> Result<Option<(Money, Option<String>)>, BadAmount> {
    let text = text.trim();
    if text.is_empty() || matches!(text, "-" | "—" | "–") {
        return Ok(None);
    }
    // The commonest form, and the one of every large file.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (whole, rest) = text.split_at(digits);
    let fraction = rest.strip_prefix('.').unwrap_or(rest);
    if !whole.is_empty()
        && (rest.is_empty() || rest.len() > fraction.len())
        && fraction.bytes().all(|byte| byte.is_ascii_digit())
    {
        return Ok(Some((hundredths(whole, fraction)?, None)));
    }
    let is_number = |c: char| c.is_ascii_digit();
    let start = text.find(is_number).ok_or(BadAmount::None)?;
    let end = text.rfind(is_number).ok_or(BadAmount::None)? + 1;
    let (before, after) = (&text[..start], &text[end..]);
    let negative =
        before.contains(['-', '−', '–']) || after.starts_with('-') || before.contains('(') && after.contains(')');
    let signs = |c: char| matches!(c, '-' | '−' | '–' | '+' | '(' | ')') || c.is_whitespace();
    let (("", unit) | (unit, "")) = (before.trim_matches(signs), after.trim_matches(signs)) else {
        return Err(BadAmount::None);
    };
    let currency = if unit.is_empty() { None } else { Some(currency(unit).ok_or(BadAmount::None)?) };
    let Money(size) = number(&text[start..end])?;
    Ok(Some((Money(if negative { -size } else { size }), currency)))
}

/// A number with divided thousands or a decimal sign.
fn number(text: &str) -> Result<Money, BadAmount> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’')).collect();
    if bare.contains(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')) {
        return Err(BadAmount::None);
    }
    let decimal = bare.rfind(['.', ',']).filter(|at| {
        let sign = &bare[*at..=*at];
        let (once, digits) = (bare.matches(sign).count() == 1, bare.len() - at - 1);
        let alone = bare.matches(['.', ',']).count() == 1;
        once && !(sign == "," && alone && digits == 3 && !bare.starts_with('0'))
    });
    let (whole, fraction) = decimal.map_or((bare.as_str(), ""), |at| (&bare[..at], &bare[at + 1..]));
    let mut groups = whole.split(['.', ',']);
    let first = groups.next().unwrap_or_default();
    let mut divided = false;
    let mut digits = first.to_owned();
    for group in groups {
        divided = true;
        if group.len() != 3 {
            return Err(BadAmount::None);
        }
        digits.push_str(group);
    }
    if divided && (first.is_empty() || first.len() > 3) {
        return Err(BadAmount::None);
    }
    hundredths(&digits, fraction)
}

/// The amount of so many digits before and behind the decimal sign.
fn hundredths(whole: &str, fraction: &str) -> Result<Money, BadAmount> {
    let units: i64 = if whole.is_empty() { 0 } else { whole.parse().or(Err(BadAmount::TooLarge))? };
    let mut digits = fraction.bytes().map(|digit| i64::from(digit - b'0')).chain(std::iter::repeat(0));
    let mut next = || digits.next().unwrap_or_default();
    let (tens, ones, rounding) = (next(), next(), i64::from(next() >= 5));
    let size = units.checked_mul(100).and_then(|units| units.checked_add(tens * 10 + ones + rounding));
    size.map(Money).filter(|amount| !amount.is_too_large()).ok_or(BadAmount::TooLarge)
}

/// The ISO code of a currency by its sign, its name or the code itself.
pub(super) fn currency(text: &str) -> Option<String> {
    let name = text.trim().trim_end_matches('.');
    if name.len() == 3 && name.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return Some(if name == "RUR" { "RUB" } else { name }.to_owned());
    }
    let code = match name.to_lowercase().as_str() {
        "₽" | "р" | "руб" | "рубль" | "рубли" | "рублей" | "российский рубль" | "rub" => {
            "RUB"
        }
        "$" | "us$" | "usd" | "доллар" | "доллар сша" | "доллары сша" | "us dollar" | "dollar" => {
            "USD"
        }
        "€" | "eur" | "евро" | "euro" => "EUR",
        "£" | "фунт" | "фунт стерлингов" | "pound" | "pound sterling" => "GBP",
        "₸" | "тенге" | "тг" => "KZT",
        "₴" | "гривна" | "грн" => "UAH",
        "br" | "белорусский рубль" | "бел. руб" => "BYN",
        "юань" | "юани" | "元" => "CNY",
        "₾" | "лари" => "GEL",
        "֏" | "драм" => "AMD",
        "₺" | "лира" => "TRY",
        "сум" | "узбекский сум" => "UZS",
        "сом" => "KGS",
        _ => return None,
    };
    Some(code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_of_several_numbers_is_divided_and_keeps_the_extensions() {
        fn check(cell: &str, expected: &[&str]) {
            assert_eq!(phones(cell), expected);
        }
        check("+7 (495) 123-45-67 доб. 12, 8 495 1234568", &["+7 (495) 123-45-67 доб. 12", "8 495 1234568"]);
        check("8(495)1234567/1234568;1234569\n1234570", &["8(495)1234567", "1234568", "1234569", "1234570"]);
        check("+7 916 555-01-34 ::: +7 916 555-01-35", &["+7 916 555-01-34", "+7 916 555-01-35"]);
        check("123-45-67 доб. 12, 13", &["123-45-67 доб. 12, 13"]);
    }

    #[test]
    fn an_amount_is_read_to_the_hundredth() {
        fn check(text: &str, hundredths: i64, currency: Option<&str>) {
            assert_eq!(amount(text), Ok(Some((Money(hundredths), currency.map(str::to_owned)))), "{text}");
        }
        check("11.77", 1_177, None);
        check("0.0", 0, None);
        check("77183.6", 7_718_360, None);
        check("12 500,50", 1_250_050, None);
        check("12\u{A0}500,50", 1_250_050, None);
        check("12\u{202F}500,5", 1_250_050, None);
        check("1,234.56", 123_456, None);
        check("1.234,56", 123_456, None);
        check("1.234.567", 123_456_700, None);
        check("1,234", 123_400, None);
        check("0,125", 13, None);
        check("1.234", 123, None);
        check("1'234.50", 123_450, None);
        check("-500", -50_000, None);
        check("(1 000,00)", -100_000, None);
        check("500-", -50_000, None);
        check("350 000 ₽", 35_000_000, Some("RUB"));
        check("1 000 руб.", 100_000, Some("RUB"));
        check("$1,200.50", 120_050, Some("USD"));
        check("-€5", -500, Some("EUR"));
        check("15000 EUR", 1_500_000, Some("EUR"));
        check("2.675", 268, None);
        assert_eq!(amount(" "), Ok(None));
        for text in ["abc", "12 шт", "1.2.3", "1,23,45", "12a5", "руб", "5 x 3"] {
            assert_eq!(amount(text), Err(BadAmount::None), "{text}");
        }
        check("-1 000 000 000 000", -Money::MOST.0, None);
        for text in ["1000000000000.01", "-1 000 000 000 001 ₽", "9000000000000000000", "99999999999999999999"] {
            assert_eq!(amount(text), Err(BadAmount::TooLarge), "{text}");
        }
    }
}
