//! A sheet to print: groups of rows under headings, as plain text or as a page of HTML. What a row says is for the caller.

use std::fmt::Write;

use unicode_width::UnicodeWidthStr;

use super::Lang;

/// A sheet to print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// What it is.
    pub title: String,
    /// The titles of the columns.
    pub columns: Vec<String>,
    /// The groups, in order.
    pub groups: Vec<Group>,
}

/// Rows that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub heading: String,
    /// More about it; empty for nothing.
    pub note: String,
    /// The rows, a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// How a page of HTML begins that is one of these.
const PAGE: &str = "<!DOCTYPE html>\n<!-- regulars -->\n";
/// The box in front of each row, to be ticked.
const BOX: &str = "[ ]";

impl Sheet {
    /// The sheet as plain text, its columns one under the other.
    pub fn plain(&self) -> String {
        let mut text = format!("{}\n{}\n", self.title, "=".repeat(self.title.width()));
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let widths: Vec<usize> = (0..self.columns.len())
            .map(|column| {
                rows().filter_map(|row| row.get(column)).map(|cell| one_line(cell).width()).max().unwrap_or(0)
            })
            .collect();
        for group in &self.groups {
            let note = Some(&group.note).filter(|note| !note.is_empty());
            let note = note.map(|note| format!(" ({})", one_line(note))).unwrap_or_default();
            let _ = writeln!(text, "\n{}{note}", one_line(&group.heading));
            for row in &group.rows {
                let cells = row.iter().zip(&widths).map(|(cell, width)| {
                    let cell = one_line(cell);
                    let room = " ".repeat(width.saturating_sub(cell.width()));
                    format!("{cell}{room}")
                });
                let line = cells.collect::<Vec<_>>().join("  ");
                let _ = writeln!(text, "{BOX} {}", line.trim_end());
            }
        }
        text
    }

    /// The sheet as a page that a browser prints: nothing in it is fetched from elsewhere.
    pub fn html(&self, lang: Lang) -> String {
        let mut page = format!(
            "{PAGE}<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n\
             </head>\n<body>\n<h1>{title}</h1>\n",
            lang.name(),
            title = escaped(&self.title)
        );
        for group in &self.groups {
            let _ = writeln!(page, "<h2>{}</h2>", escaped(&group.heading));
            if !group.note.is_empty() {
                let _ = writeln!(page, "<p>{}</p>", escaped(&group.note));
            }
            let _ = writeln!(page, "<table>\n<tr><th></th>{}</tr>", cells("th", &self.columns));
            for row in &group.rows {
                let _ = writeln!(page, "<tr><td>☐</td>{}</tr>", cells("td", row));
            }
            page.push_str("</table>\n");
        }
        page.push_str("</body>\n</html>\n");
        page
    }

    /// Whether a file is a sheet, of either form.
    pub fn is_ours(bytes: &[u8]) -> bool {
        let text = String::from_utf8_lossy(bytes);
        let underlined =
            text.lines().nth(1).is_some_and(|line| !line.is_empty() && line.bytes().all(|byte| byte == b'='));
        text.starts_with(PAGE) || underlined
    }
}

/// The cells of a row of HTML.
fn cells(name: &str, cells: &[String]) -> String {
    let mut row = String::new();
    for cell in cells {
        let _ = write!(row, "<{name}>{}</{name}>", escaped(cell));
    }
    row
}

const STYLE: &str = "body{font:11pt sans-serif}h1{font-size:14pt}h2{font-size:12pt;margin:1em 0 .3em}p{margin:.3em 0}\
                     table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.2em .4em;\
                     text-align:left;vertical-align:top}tr{break-inside:avoid}h2{break-after:avoid}";

/// A text that cannot steer the terminal or break its line.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn escaped(text: &str) -> String {
    let mut safe = String::new();
    for c in one_line(text).chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        Sheet {
            title: "Пермь & <co>".into(),
            columns: vec!["day".into(), "client".into()],
            groups: vec![
                Group {
                    heading: "Perm".into(),
                    note: "by \"post\"".into(),
                    rows: vec![row(["Mon 7 Dec", "ИП Ёлкин"])],
                },
                Group { heading: "Riga".into(), note: String::new(), rows: vec![row(["1", "<script>\n'x'"])] },
            ],
        }
    }

    #[test]
    fn plain_columns_stand_one_under_the_other() {
        let text = "Пермь & <co>\n============\n\nPerm (by \"post\")\n[ ] Mon 7 Dec  ИП Ёлкин\n\nRiga\n\
                    [ ] 1          <script> 'x'\n";
        assert_eq!(sheet().plain(), text);
        assert!(Sheet::is_ours(text.as_bytes()) && !Sheet::is_ours(b"Dear Anna\n\n"));
    }

    #[test]
    fn nothing_of_a_name_becomes_a_part_of_the_page() {
        let page = sheet().html(Lang::Ru);
        assert!(page.contains("<html lang=\"ru\">") && page.contains("<h1>Пермь &amp; &lt;co&gt;</h1>"), "{page}");
        assert!(page.contains("<tr><td>☐</td><td>1</td><td>&lt;script&gt; &#39;x&#39;</td></tr>"), "{page}");
        assert!(page.contains("<p>by &quot;post&quot;</p>") && Sheet::is_ours(page.as_bytes()));
    }
}
