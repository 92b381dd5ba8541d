//! Telephone numbers as people write them, made into E.164 where that can be told: `8 (812) 123-45-67` is `+78121234567`.
//!
//! Whether a number is in use nobody can tell from its digits: checked are the code of the country, the digit that is dialled
//! before a number within it, and how many digits there are.

/// A number with fewer digits behind its country, or more in all, is none (ITU-T E.164).
const LEAST: usize = 7;
const MOST: usize = 15;

/// How numbers are dialled within a country: its letters, its code, what stands before a number dialled at home, and
/// between how many digits are behind it.
const HOMES: [(&str, &str, &str, usize, usize); 6] = [
    ("ru", "7", "8", 10, 10),
    ("kz", "7", "8", 10, 10),
    ("by", "375", "80", 9, 9),
    ("de", "49", "0", 6, 11),
    ("gb", "44", "0", 9, 10),
    ("us", "1", "1", 10, 10),
];

/// The words and signs that begin an extension, in lower case.
const EXTENSIONS: [&str; 7] = ["доб", "вн", "ext", "extension", "x", "#", ";ext="];

/// What begins the extension of a number in this form.
const EXTENSION: &str = ";ext=";

/// The number in E.164, with its extension behind `;ext=` (RFC 3966); `country` is where it is dialled, two letters. `None`
/// for what cannot be told to be a whole number: it has letters, lacks the code of its town, or is too long.
pub fn e164(written: &str, country: &str) -> Option<String> {
    let written = written.trim().to_lowercase();
    let (number, extension) = match EXTENSIONS.iter().filter_map(|sign| written.find(sign)).min() {
        Some(at) => (&written[..at], written[at..].chars().filter(char::is_ascii_digit).collect::<String>()),
        None => (written.as_str(), String::new()),
    };
    let has_extension = number.len() < written.len();
    let is_sign = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '-' | '.' | '/' | '‐' | '‑' | '–' | '—' | '+');
    if !number.chars().all(|c| c.is_ascii_digit() || is_sign(c)) || has_extension && !(1..=7).contains(&extension.len())
    {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let whole = match number.rfind('+') {
        Some(at) if number[..at].trim().is_empty() => abroad(&digits)?,
        Some(_) => return None,
        None => at_home(&digits, country)?,
    };
    Some(if has_extension { format!("{whole}{EXTENSION}{extension}") } else { whole })
}

/// Whether a text is a number as [`e164`] writes it.
pub fn is_e164(text: &str) -> bool {
    let number = text.split(EXTENSION).next().unwrap_or_default();
    number.strip_prefix('+').is_some_and(|digits| {
        (LEAST..=MOST).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// A number to be read, in groups: `+7 812 123-45-67`, `+1 650 253-00-00 #12`. Anything else stays as it is.
pub fn grouped(text: &str) -> String {
    if !is_e164(text) {
        return text.to_owned();
    }
    let (number, extension) = text.split_once(EXTENSION).unwrap_or((text, ""));
    let digits = &number[1..];
    let code = HOMES.iter().map(|(_, code, ..)| *code).find(|code| digits.starts_with(code)).unwrap_or_default();
    let own = &digits[code.len()..];
    let split = own.len().saturating_sub(7);
    let grouped = if code.is_empty() {
        format!("+{own}")
    } else {
        format!(
            "+{code} {} {}-{}-{}",
            &own[..split],
            &own[split..split + 3],
            &own[split + 3..split + 5],
            &own[split + 5..]
        )
    };
    if extension.is_empty() { grouped } else { format!("{grouped} #{extension}") }
}

/// A number that says its country.
fn abroad(digits: &str) -> Option<String> {
    let home = HOMES.iter().find(|(_, code, ..)| digits.starts_with(code));
    let fits = home.is_none_or(|(_, code, _, least, most)| (*least..=*most).contains(&(digits.len() - code.len())));
    let whole = (LEAST + 1..=MOST).contains(&digits.len()) && !digits.starts_with('0');
    (fits && whole).then(|| format!("+{digits}"))
}

/// A number as it is dialled within a country: with what stands before it there, with the country's code, or with neither.
fn at_home(digits: &str, country: &str) -> Option<String> {
    let (_, code, before, least, most) = HOMES.into_iter().find(|(name, ..)| *name == country)?;
    let fits = |own: &&str| (least..=most).contains(&own.len()) && !own.starts_with('0');
    let own = digits.strip_prefix(before).filter(fits).or_else(|| digits.strip_prefix(code).filter(fits));
    // Where numbers differ in length, one without anything before it may lack the code of its town.
    let own = own.or_else(|| Some(digits).filter(fits).filter(|_| least == most));
    own.map(|own| format!("+{code}{own}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_google_reads_them_in_russia() {
        for (written, number) in [
            ("+7 (812) 123-45-67", "+78121234567"),
            ("+78121234567", "+78121234567"),
            ("8 (812) 123-45-67", "+78121234567"),
            ("88121234567", "+78121234567"),
            ("8121234567", "+78121234567"),
            ("+7 843 200-11-22", "+78432001122"),
            ("8-800-555-35-35", "+78005553535"),
            ("88005553535", "+78005553535"),
            ("8 (8442) 30-11-22", "+78442301122"),
            ("+998 90 123 45 67", "+998901234567"),
            ("+380 44 123 45 67", "+380441234567"),
            ("8 701 123 45 67", "+77011234567"),
            ("+7 (812) 123-45-67 доб. 12", "+78121234567;ext=12"),
            ("8 (495) 123-45-67 ДОБ. 104", "+74951234567;ext=104"),
            ("+1 650 253 0000", "+16502530000"),
            ("+49 30 901820", "+4930901820"),
            ("+44 20 7946 0958", "+442079460958"),
            ("+375 17 222 33 44", "+375172223344"),
            ("79161234567", "+79161234567"),
            ("8\u{a0}916\u{2011}123–45–67", "+79161234567"),
        ] {
            assert_eq!(e164(written, "ru").as_deref(), Some(number), "{written}");
            assert!(is_e164(number), "{number}");
            assert_eq!(e164(&grouped(number), "ru").as_deref(), Some(number), "{}", grouped(number));
        }
        for written in [
            "",
            "123-45-67",
            "не звонить",
            "8 800 FLOWERS",
            "+7 812 123",
            "+",
            "8+9161234567",
            "+7 916 123 45 67 89",
            "12345678901234567",
        ] {
            assert_eq!(e164(written, "ru"), None, "{written}");
        }
    }

    #[test]
    fn each_country_dials_in_its_own_way() {
        for (written, country, number) in [
            ("8 017 222 33 44", "by", Some("+375172223344")),
            ("80172223344", "by", Some("+375172223344")),
            ("030 901820", "de", Some("+4930901820")),
            ("901820", "de", None),
            ("020 7946 0958", "gb", Some("+442079460958")),
            ("(650) 253-0000 x5", "us", Some("+16502530000;ext=5")),
            ("1 650 253 0000", "us", Some("+16502530000")),
            ("650 253 0000", "xx", None),
        ] {
            assert_eq!(e164(written, country).as_deref(), number, "{written} in {country}");
        }
        assert_eq!(grouped("+78121234567"), "+7 812 123-45-67");
        assert_eq!(grouped("+78121234567;ext=12"), "+7 812 123-45-67 #12");
        assert_eq!(grouped("ask Ann"), "ask Ann");
    }
}
