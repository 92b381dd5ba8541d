//! From bytes to text: the byte-order mark, UTF-16 and UTF-32 by their NULs, UTF-8, else the likeliest old encoding.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251};

use super::ReadError;

/// The bytes beyond ASCII below which a guess is worth less than the language of the person at the screen.
const TOO_FEW_TO_GUESS: usize = 20;

/// A file as text.
pub(super) struct Decoded<'b> {
    pub text: Cow<'b, str>,
    /// The name of the encoding.
    pub encoding: &'static str,
    /// The 1-based lines with bytes not of that encoding, which were read as the likeliest old one.
    pub repaired: Vec<usize>,
}

/// Decodes a file. `cyrillic` says that the person at the screen reads Russian.
pub(super) fn decode(bytes: &[u8], cyrillic: bool) -> Result<Decoded<'_>, ReadError> {
    refuse_other_kinds(bytes)?;
    let decoded = match wide(bytes)? {
        Some(decoded) => decoded,
        None => narrow(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes), cyrillic),
    };
    let text = decoded.text.as_ref();
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let controls = text.bytes().filter(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r')).count();
    if text.contains('\0') || controls * 50 > text.len() {
        return Err(ReadError::Binary);
    }
    let start = text.trim_start().as_bytes();
    let begins = |with: &str| start.get(..with.len()).is_some_and(|head| head.eq_ignore_ascii_case(with.as_bytes()));
    if ["<?xml", "<!doctype", "<html", "<table", "<meta"].into_iter().any(begins) {
        return Err(ReadError::Markup);
    }
    if begins("BEGIN:VCARD") {
        return Err(ReadError::Cards);
    }
    Ok(decoded)
}

/// Refuses what is known by its first bytes: a workbook is an archive (xlsx, ods) or an OLE file (xls).
fn refuse_other_kinds(bytes: &[u8]) -> Result<(), ReadError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Err(ReadError::Workbook);
    }
    if bytes.starts_with(b"%PDF-") {
        return Err(ReadError::Binary);
    }
    Ok(())
}

/// Text of two or four bytes a letter, known by its byte-order mark or by where its NULs stand.
fn wide(bytes: &[u8]) -> Result<Option<Decoded<'_>>, ReadError> {
    let head = &bytes[..bytes.len().min(4_096)];
    let mut nuls = [0; 4];
    for (place, _) in head.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        nuls[place % 4] += 1;
    }
    let quarter = head.len() / 4;
    let all = |place: usize| quarter > 0 && nuls[place] >= quarter;
    let (even, odd) = (nuls[0] + nuls[2], nuls[1] + nuls[3]);
    if bytes.starts_with(b"\xFF\xFE\0\0") || all(2) && all(3) && nuls[0] == 0 {
        return Ok(Some(utf_32("UTF-32LE", bytes, u32::from_le_bytes)));
    }
    if bytes.starts_with(b"\0\0\xFE\xFF") || all(0) && all(1) && nuls[3] == 0 {
        return Ok(Some(utf_32("UTF-32BE", bytes, u32::from_be_bytes)));
    }
    let encoding = if bytes.starts_with(b"\xFF\xFE") || odd > 4 * even {
        UTF_16LE
    } else if bytes.starts_with(b"\xFE\xFF") || even > 4 * odd {
        UTF_16BE
    } else if even + odd == 0 {
        return Ok(None);
    } else {
        return Err(ReadError::Binary);
    };
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Ok(Some(Decoded { text, encoding: encoding.name(), repaired: Vec::new() }))
}

/// No encoding of the web, so `encoding_rs` does not know it.
fn utf_32<'b>(encoding: &'static str, bytes: &'b [u8], letter: fn([u8; 4]) -> u32) -> Decoded<'b> {
    let text: String = bytes
        .as_chunks()
        .0
        .iter()
        .map(|four| char::from_u32(letter(*four)).unwrap_or(char::REPLACEMENT_CHARACTER))
        .filter(|c| *c != '\u{FEFF}')
        .collect();
    Decoded { text: Cow::Owned(text), encoding, repaired: Vec::new() }
}

/// Text without NULs: UTF-8, UTF-8 with a few broken lines, or an old encoding.
fn narrow(bytes: &[u8], cyrillic: bool) -> Decoded<'_> {
    if let Ok(text) = str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), encoding: UTF_8.name(), repaired: Vec::new() };
    }
    // By chance hardly two bytes of an old encoding make a letter of UTF-8, so a majority of good ones is proof.
    let (mut good, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        broken += chunk.invalid().len();
    }
    if good <= broken {
        let encoding = likeliest(bytes, cyrillic);
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return Decoded { text, encoding: encoding.name(), repaired: Vec::new() };
    }
    let strange: Vec<u8> = bytes.utf8_chunks().flat_map(|chunk| chunk.invalid()).copied().collect();
    let encoding = likeliest(&strange, cyrillic);
    let (mut text, mut line, mut repaired) = (String::with_capacity(bytes.len()), 1, Vec::new());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        line += chunk.valid().matches('\n').count();
        if !chunk.invalid().is_empty() {
            text.push_str(&encoding.decode_without_bom_handling(chunk.invalid()).0);
            if repaired.last() != Some(&line) {
                repaired.push(line);
            }
        }
    }
    Decoded { text: Cow::Owned(text), encoding: UTF_8.name(), repaired }
}

fn likeliest(bytes: &[u8], cyrillic: bool) -> &'static Encoding {
    if cyrillic && bytes.iter().filter(|byte| !byte.is_ascii()).count() < TOO_FEW_TO_GUESS {
        return WINDOWS_1251;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"ru"), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], cyrillic: bool, encoding: &str, text: &str) {
        let decoded = decode(bytes, cyrillic).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_ref()), (encoding, text));
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn the_encoding_is_known_by_its_marks_and_its_bytes() {
        check("Имя;Город".as_bytes(), true, "UTF-8", "Имя;Город");
        check("\u{FEFF}Имя".as_bytes(), true, "UTF-8", "Имя");
        check(&utf_16("\u{FEFF}Имя;A\r\n", u16::to_le_bytes), false, "UTF-16LE", "Имя;A\r\n");
        check(&utf_16("Name;Иван\r\n", u16::to_le_bytes), false, "UTF-16LE", "Name;Иван\r\n");
        check(&utf_16("Name;Иван\r\n", u16::to_be_bytes), false, "UTF-16BE", "Name;Иван\r\n");
        let utf_32: Vec<u8> = "Имя".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
        check(&utf_32, false, "UTF-32LE", "Имя");
        check(b"\xCA\xEB\xE8\xE5\xED\xF2;\xD1\xF3\xEC\xEC\xE0", true, "windows-1251", "Клиент;Сумма");
        check(b"\xC4\xE0", true, "windows-1251", "Да");
    }

    #[test]
    fn a_line_of_another_encoding_is_read_and_named() {
        let decoded = decode(
            b"\xD0\x98\xD0\xBC\xD1\x8F;\xD0\x93\xD0\xBE\xD1\x80\xD0\xBE\xD0\xB4\n\xD0\x98;\xCE\xEC\xF1\xEA\nB;C\n",
            true,
        )
        .unwrap();
        assert_eq!(decoded.text, "Имя;Город\nИ;Омск\nB;C\n");
        assert_eq!((decoded.encoding, decoded.repaired), ("UTF-8", vec![2]));
    }

    #[test]
    fn what_is_no_table_is_refused_by_its_kind() {
        let refused = |bytes: &[u8]| decode(bytes, true).err().unwrap();
        assert!(matches!(refused(b""), ReadError::Empty));
        assert!(matches!(refused(b" \r\n"), ReadError::Empty));
        assert!(matches!(refused(b"PK\x03\x04rest"), ReadError::Workbook));
        assert!(matches!(refused(b"\xD0\xCF\x11\xE0rest"), ReadError::Workbook));
        assert!(matches!(refused(b"\x7FELF\0\0\x01\x02\0\x03abc"), ReadError::Binary));
        assert!(matches!(refused(b"<?xml version=\"1.0\"?>"), ReadError::Markup));
        assert!(matches!(refused(b"BEGIN:VCARD\r\n"), ReadError::Cards));
    }
}
