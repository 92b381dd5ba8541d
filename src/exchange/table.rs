//! From text to rows: which character divides the cells, where the header stands, and on which line each row begins.

use csv::{Reader, ReaderBuilder, StringRecord};
use memchr::{memchr, memchr_iter, memchr2_iter};

use super::{ReadError, headers, values};

/// The longest row that is read, in bytes: more is no row but a file of another kind, or a quotation never closed.
const LONGEST_ROW: usize = 1 << 20;

/// The rows among which the header is looked for, and by which the delimiter is judged.
const HEAD_ROWS: usize = 200;

/// The first cell of a row that sums up the rows above.
const TOTALS: [&str; 8] = ["итого", "всего", "итог", "общий итог", "total", "totals", "grand total", "subtotal"];

/// A table whose header has been read.
pub(super) struct Table<'t> {
    /// The rows below the header.
    body: &'t str,
    rows: Reader<&'t [u8]>,
    lines: Lines<'t>,
    /// The character between the cells.
    pub delimiter: u8,
    /// The cells of the header.
    pub header: StringRecord,
    /// The 1-based line on which the header begins.
    pub header_line: usize,
}

/// Where a row stands.
pub(super) struct Place {
    /// The 1-based line on which the row begins.
    pub line: usize,
    /// A quotation that opened in the row swallowed the rest of the file.
    pub unclosed: bool,
}

impl<'t> Table<'t> {
    /// Finds the delimiter and the header. What stands above the header is no part of the table.
    pub fn open(text: &'t str) -> Result<Self, ReadError> {
        check_lines(text)?;
        let declared = declared_delimiter(text);
        let body = declared.map_or(text, |_| text.split_once(['\n', '\r']).unwrap_or_default().1);
        let delimiter = declared.unwrap_or_else(|| likeliest_delimiter(text));
        let mut rows = reader(body, delimiter);
        let mut record = StringRecord::new();
        let (mut most, mut found) = (0, None);
        for _ in 0..HEAD_ROWS {
            let start = rows.position().byte() as usize;
            if !next_record(&mut rows, &mut record)? {
                break;
            }
            let known = record.iter().filter(|cell| headers::field_of(cell).is_some()).count();
            if known > most {
                most = known;
                found = Some((record.clone(), start, rows.position().byte() as usize));
            }
        }
        let Some((header, start, end)) = found else {
            let first = body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
            return Err(ReadError::NoColumns { found: first.to_owned() });
        };
        let mut lines = Lines::of(text);
        let header_line = lines.at(first_of_record(&body[start..]));
        let body = &body[end..];
        Ok(Self { body, rows: reader(body, delimiter), lines, delimiter, header, header_line })
    }

    /// About how many rows there are.
    pub fn len(&self) -> usize {
        memchr_iter(self.lines.ending, self.body.as_bytes()).count()
    }

    /// Reads the next row that is not blank; `None` at the end.
    pub fn next(&mut self, record: &mut StringRecord) -> Result<Option<Place>, ReadError> {
        loop {
            let start = self.rows.position().byte() as usize;
            if !next_record(&mut self.rows, record)? {
                return Ok(None);
            }
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let raw = first_of_record(&self.body[start..self.rows.position().byte() as usize]);
            let line = self.lines.at(raw);
            if raw.len() > LONGEST_ROW {
                return Err(ReadError::LongLine { line });
            }
            let last = self.rows.position().byte() as usize == self.body.len();
            let unclosed =
                last && memchr(b'\n', raw.trim_end().as_bytes()).is_some() && raw.matches('"').count() % 2 == 1;
            return Ok(Some(Place { line, unclosed }));
        }
    }
}

/// Whether a row sums up the rows above: it begins with a word for that and holds nothing else but numbers.
pub(super) fn is_totals(record: &StringRecord) -> bool {
    let mut filled = record.iter().map(str::trim).filter(|cell| !cell.is_empty());
    let Some(first) = filled.next().filter(|first| first.len() < 40) else { return false };
    let word = || first.trim_end_matches(':').chars().flat_map(char::to_lowercase);
    // Most rows are told from a sum by their first letter.
    let letter = word().next();
    let sums = TOTALS.iter().any(|total| total.chars().next() == letter && word().eq(total.chars()));
    sums && filled.all(|cell| values::amount(cell).is_ok())
}

/// Counts lines from the top, as far as it is asked for. Old Macintosh files end them with CR alone.
struct Lines<'t> {
    text: &'t str,
    ending: u8,
    counted_to: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let ending = if memchr(b'\n', text.as_bytes()).is_some() { b'\n' } else { b'\r' };
        Self { text, ending, counted_to: 0, line: 1 }
    }

    /// The line on which `part`, a part of the text behind those asked for before, begins.
    fn at(&mut self, part: &str) -> usize {
        let place = part.as_ptr().addr() - self.text.as_ptr().addr();
        self.line += memchr_iter(self.ending, &self.text.as_bytes()[self.counted_to..place]).count();
        self.counted_to = place;
        self.line
    }
}

/// A record without the blank lines above, which the reader counts to it.
fn first_of_record(raw: &str) -> &str {
    raw.trim_start_matches(['\r', '\n'])
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes())
}

fn next_record(rows: &mut Reader<&[u8]>, record: &mut StringRecord) -> Result<bool, ReadError> {
    // Reading from memory, valid text, rows of any width: nothing is left that could fail but a broken letter.
    rows.read_record(record).map_err(|_| ReadError::Binary)
}

fn check_lines(text: &str) -> Result<(), ReadError> {
    let mut start = 0;
    let ends = memchr2_iter(b'\n', b'\r', text.as_bytes()).chain([text.len()]);
    for end in ends {
        if end - start > LONGEST_ROW {
            return Err(ReadError::LongLine { line: Lines::of(text).at(&text[start..]) });
        }
        start = end + 1;
    }
    Ok(())
}

/// The delimiter a first line `sep=;` states, as Excel writes it.
fn declared_delimiter(text: &str) -> Option<u8> {
    let first = text.lines().next()?.trim_end_matches(['\r', '"']).trim_start_matches('"');
    match first.as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if delimiter.is_ascii() => Some(*delimiter),
        _ => None,
    }
}

/// The delimiter by which the most rows have the same, great width: share of the rows of the commonest width times the
/// logarithm of that width.
fn likeliest_delimiter(text: &str) -> u8 {
    let mut best = (0.0, b',');
    for delimiter in *b",;\t|" {
        let mut rows = reader(text, delimiter);
        let mut record = StringRecord::new();
        let mut widths: Vec<(usize, usize)> = Vec::new();
        let mut read = 0;
        while read < HEAD_ROWS && next_record(&mut rows, &mut record) == Ok(true) {
            if record.iter().all(str::is_empty) {
                continue;
            }
            read += 1;
            match widths.iter_mut().find(|(width, _)| *width == record.len()) {
                Some((_, count)) => *count += 1,
                None => widths.push((record.len(), 1)),
            }
        }
        let commonest = widths.iter().max_by_key(|(width, count)| (*count, *width));
        let score = commonest.map_or(0.0, |(width, count)| *count as f64 / read as f64 * (*width as f64).ln());
        if score > best.0 {
            best = (score, delimiter);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(text: &str) -> (char, usize, Vec<(usize, String)>) {
        let mut table = Table::open(text).unwrap();
        let mut record = StringRecord::new();
        let mut rows = Vec::new();
        while let Some(place) = table.next(&mut record).unwrap() {
            rows.push((place.line, record.iter().next().unwrap().to_owned()));
        }
        (char::from(table.delimiter), table.header_line, rows)
    }

    fn check(text: &str, delimiter: char, header_line: usize, rows: &[(usize, &str)]) {
        let rows = rows.iter().map(|(line, first)| (*line, (*first).to_owned())).collect();
        assert_eq!(rows_of(text), (delimiter, header_line, rows), "{text}");
    }

    #[test]
    fn the_delimiter_and_the_header_are_found_and_the_lines_counted() {
        check("client,date\nA,1\nB,2\n", ',', 1, &[(2, "A"), (3, "B")]);
        check("Клиент;Сумма\nA;1 000,50\n", ';', 1, &[(2, "A")]);
        check("Клиент\tСумма\r\nA\t1,5\r\n", '\t', 1, &[(2, "A")]);
        check("client|amount\nA|1,5\n", '|', 1, &[(2, "A")]);
        check("sep=;\nКлиент;Сумма\n\"A; B\";1\n", ';', 2, &[(3, "A; B")]);
        check("Отчёт;;\n;;\n\nКлиент;Дата;Сумма\nA;1;2\n", ';', 4, &[(5, "A")]);
        check("client,note\n\"A\",\"x\ny\"\n\n,\nB,z\n", ',', 1, &[(2, "A"), (6, "B")]);
        check("client,note\rA,x\rB,y\r", ',', 1, &[(2, "A"), (3, "B")]);
    }

    #[test]
    fn a_quotation_never_closed_is_told() {
        let mut table = Table::open("client,note\nA,\"x\nB,y\nC,z\n").unwrap();
        let place = table.next(&mut StringRecord::new()).unwrap().unwrap();
        assert!(place.unclosed);
        assert_eq!(place.line, 2);
    }

    #[test]
    fn a_sum_of_the_rows_is_no_row_and_a_client_named_total_is() {
        let is_totals = |cells: &[&str]| is_totals(&StringRecord::from(cells.to_vec()));
        assert!(is_totals(&["Итого:", "", "3 000,00"]));
        assert!(is_totals(&["", "Total", "3,000.00"]));
        assert!(!is_totals(&["Total", "Paris", "3,000.00"]));
        assert!(!is_totals(&["Итоговая компания", "", "3"]));
    }

    #[test]
    fn an_endless_line_and_a_table_of_unknown_columns_are_refused() {
        let long = format!("client,note\nA,{}\n", "x".repeat(LONGEST_ROW));
        assert!(matches!(Table::open(&long), Err(ReadError::LongLine { line: 2 })));
        assert!(matches!(Table::open("1,2\n3,4\n"), Err(ReadError::NoColumns { found }) if found == "1,2"));
    }
}
