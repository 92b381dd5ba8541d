//! Texts of others made fit to be shown: in a terminal they could steer it, and take more columns than there are.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Whether each character takes one column and stands for itself. Nearly every text is of such, and needs no tables.
pub fn is_plain(text: &str) -> bool {
    let plain = |c| {
        matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{48a}'..='\u{52f}'
            | '\u{2010}'..='\u{2027}' | '\u{20a0}'..='\u{20bf}' | '\u{2500}'..='\u{259f}')
    };
    text.chars().all(plain)
}

/// A text made safe to show on one line: control characters and marks that turn the direction of writing become spaces
/// or go.
pub fn shown(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(*c)).map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// How many columns a text takes.
pub fn width_of(text: &str) -> usize {
    if is_plain(text) { text.chars().count() } else { text.width() }
}

/// A text cut to at most `width` columns, the cut shown by `…`.
pub fn cut(text: &str, width: usize) -> String {
    let text = shown(text);
    if width_of(&text) <= width {
        return text;
    }
    let mut kept = String::new();
    let mut used = 0;
    for grapheme in text.graphemes(true) {
        used += grapheme.width();
        if used + 1 > width {
            break;
        }
        kept.push_str(grapheme);
    }
    if width > 0 {
        kept.push('…');
    }
    kept
}
