//! Texts fitted into columns of the terminal, whatever script they are in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

pub use crate::text::shown::cut;
use crate::text::shown::{is_plain, shown, width_of};

/// Writes a line from a column of a row on, into at most `width` columns.
pub fn write(buf: &mut Buffer, at: (u16, u16), line: &Line<'_>, width: u16) {
    write_spans(buf, at, line.style, line, width);
}

/// Writes a text whole, in as many rows as it takes up to [`RISE`]: the last of them in `row`, the others over what stands
/// above it. One column is left free on either side.
pub fn rise(buf: &mut Buffer, row: Rect, text: &str, style: Style) {
    let width = usize::from(row.width.saturating_sub(2));
    let mut lines = wrap(text, width);
    let most = RISE.min(usize::from(row.y) + 1);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last}…"), width);
        }
    }
    for (line, y) in lines.iter().rev().zip((0..=row.y).rev()) {
        buf.set_stringn(row.x, y, " ".repeat(usize::from(row.width)), usize::from(row.width), Style::reset());
        buf.set_stringn(row.x + 1, y, line, width, style);
    }
}

/// The most rows a message takes.
const RISE: usize = 5;

/// Writes parts of a line from a column of a row on, into at most `width` columns.
pub fn write_spans<'a>(
    buf: &mut Buffer,
    (mut x, y): (u16, u16),
    style: Style,
    spans: impl IntoIterator<Item = &'a Span<'a>>,
    width: u16,
) {
    let end = x.saturating_add(width).min(buf.area.right());
    for span in spans {
        let style = style.patch(span.style);
        let room = usize::from(end.saturating_sub(x));
        if room == 0 {
            break;
        }
        if is_plain(&span.content) {
            let first = buf.index_of(x, y);
            for (cell, c) in buf.content[first..].iter_mut().zip(span.content.chars().take(room)) {
                // Nearly half of a row are the spaces that are there already.
                if c != ' ' || cell.symbol() != " " {
                    cell.set_char(c);
                }
                cell.set_style(style);
                x += 1;
            }
        } else {
            x = buf.set_stringn(x, y, &span.content, room, style).0;
        }
    }
}

/// A text at the left of exactly `width` columns.
pub fn left(text: &str, width: usize) -> String {
    let text = cut(text, width);
    let space = width.saturating_sub(width_of(&text));
    text + &" ".repeat(space)
}

/// A text at the right of exactly `width` columns.
pub fn right(text: &str, width: usize) -> String {
    let text = cut(text, width);
    " ".repeat(width.saturating_sub(width_of(&text))) + &text
}

/// A text broken at spaces into lines of at most `width` columns; a longer word is broken where it must be.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in shown(text).split(' ').filter(|word| !word.is_empty()) {
        let space = usize::from(used > 0);
        let wide = width_of(word);
        if used > 0 && used + space + wide > width {
            lines.push(String::new());
            used = 0;
        } else if space > 0 {
            add(&mut lines, " ");
            used += 1;
        }
        if used + wide <= width {
            add(&mut lines, word);
            used += wide;
            continue;
        }
        for grapheme in word.graphemes(true) {
            if used + grapheme.width() > width {
                lines.push(String::new());
                used = 0;
            }
            add(&mut lines, grapheme);
            used += grapheme.width();
        }
    }
    lines
}

/// Parts with ` · ` between them, in lines of at most `width` columns; a part is broken only if it is longer than a line.
pub fn wrap_parts<'a>(parts: impl IntoIterator<Item = &'a str>, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        match lines.last_mut() {
            Some(line) if width_of(line) + 3 + width_of(part) <= width => {
                line.push_str(" · ");
                line.push_str(&shown(part));
            }
            _ => lines.extend(wrap(part, width)),
        }
    }
    lines
}

fn add(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Stylize;

    use super::*;

    #[test]
    fn every_cell_is_as_wide_as_its_column() {
        for text in [
            "",
            "Ромашка",
            "Café Müller & Söhne",
            "👨‍👩‍👧 Family",
            "漢字漢字漢字",
            "e\u{301}e\u{301}e\u{301}",
            "a\tb\u{202e}c",
        ] {
            assert_eq!(width_of(text), text.width(), "{text}");
            for width in 0..14 {
                assert_eq!(left(text, width).width(), width, "{text} {width}");
                assert_eq!(right(text, width).width(), width, "{text} {width}");
            }
        }
        assert_eq!(cut("Ромашка", 5), "Рома…");
        assert_eq!(shown("a\tb\u{202e}c"), "a bc");
    }

    #[test]
    fn a_plain_character_is_one_column_wide_and_a_line_of_them_is_written_as_any_other() {
        for c in '\0'..='\u{ffff}' {
            let text = c.to_string();
            assert!(!is_plain(&text) || text.width() == 1 && text.graphemes(true).count() == 1, "{c:?}");
        }
        let line = Line::from(vec!["Ромашка ".bold(), "e\u{301}漢字".red(), " №5 · 100 ₽".into()]).blue();
        for width in 0..24 {
            let area = Rect::new(0, 0, 22, 1);
            let (mut ours, mut theirs) = (Buffer::empty(area), Buffer::empty(area));
            write(&mut ours, (1, 0), &line, width);
            theirs.set_line(1, 0, &line, width);
            assert_eq!(ours, theirs, "{width}");
        }
    }

    #[test]
    fn words_stay_whole_where_they_can() {
        assert_eq!(wrap("заказывает раз в 31 день", 10), ["заказывает", "раз в 31", "день"]);
        assert_eq!(wrap("abcdefgh", 3), ["abc", "def", "gh"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap_parts(["Perm", "", "+7 342 200", "Anna"], 18), ["Perm · +7 342 200", "Anna"]);
    }
}
