//! The table as a file a person can edit: TOML, a `[[rule]]` for each row. A row without an `id` is new; one with an id
//! takes the place of the row of that id, so that what was decided about its touches stays.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Purpose, Responsible, Rule};
use crate::domain::calendar::Period;
use crate::domain::ids::RuleId;
use crate::domain::message::Message;
use crate::domain::status::Status;
use crate::domain::touch::TouchKind;

/// Why a file is no table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub why: Message,
}

#[derive(Serialize)]
struct Table {
    rule: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<i64>,
    #[serde(flatten)]
    rule: Rule,
}

/// The rows of a file without their ids: where one is wrong is told only of what is not flattened.
#[derive(Deserialize)]
struct Rules {
    #[serde(default)]
    rule: Vec<Rule>,
}

/// The ids of the rows of a file.
#[derive(Deserialize)]
struct Ids {
    #[serde(default)]
    rule: Vec<Id>,
}

#[derive(Deserialize)]
struct Id {
    id: Option<i64>,
}

/// What a row says: the first four are needed.
const KEYS: [&str; 16] = [
    "kind",
    "purpose",
    "when",
    "minutes",
    "id",
    "name",
    "title",
    "also_counts",
    "counts_for",
    "scope",
    "responsible",
    "shift",
    "late_days",
    "valid_from",
    "valid_to",
    "note",
];
const NEEDED: usize = 4;

/// Reads a table; ids are those of the file, 0 for a row without one.
pub fn read_table(text: &str) -> Result<Vec<Rule>, TableError> {
    let parsed = toml::from_str::<toml::Table>(text).map_err(|error| {
        let line = place(text, error.span()).0;
        let said = text.lines().nth(line).unwrap_or_default().trim();
        TableError { line: line + 1, why: Message::new("table-no-toml").with("text", said) }
    })?;
    check_keys(text, &parsed)?;
    let misread = |error: &toml::de::Error| misread(text, error.span());
    let ids: Ids = toml::from_str(text).map_err(|error| misread(&error))?;
    let rules: Rules = toml::from_str(text).map_err(|error| misread(&error))?;
    Ok(rules
        .rule
        .into_iter()
        .zip(ids.rule)
        .map(|(rule, Id { id })| Rule { id: RuleId(id.unwrap_or(0)), ..rule })
        .collect())
}

/// Refuses a key that says nothing, and a row that lacks one of those it needs.
fn check_keys(text: &str, parsed: &toml::Table) -> Result<(), TableError> {
    let unknown = |line: usize, key: &str| TableError { line, why: Message::new("table-unknown").with("text", key) };
    let begins = |line: &str, key: &str| line.trim_start().trim_start_matches('[').starts_with(key);
    if let Some(key) = parsed.keys().find(|key| *key != "rule") {
        return Err(unknown(text.lines().position(|line| begins(line, key)).unwrap_or(0) + 1, key));
    }
    let rows = parsed.get("rule").and_then(toml::Value::as_array).map_or(&[][..], Vec::as_slice);
    let mut heads = text.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with("[[rule]]"));
    for row in rows.iter().filter_map(toml::Value::as_table) {
        let head = heads.next().map_or(0, |(head, _)| head);
        if let Some(key) = row.keys().find(|key| !KEYS.contains(&key.as_str())) {
            let below = text.lines().skip(head).position(|line| begins(line, key)).unwrap_or(0);
            return Err(unknown(head + below + 1, key));
        }
        if let Some(key) = KEYS[..NEEDED].iter().find(|key| !row.contains_key(**key)) {
            return Err(TableError { line: head + 1, why: Message::new("table-lacks").with("text", *key) });
        }
    }
    Ok(())
}

/// The error of a value that is none for its key: what stands there, and what belongs there.
fn misread(text: &str, span: Option<Range<usize>>) -> TableError {
    let (line, column) = place(text, span);
    let said = text.lines().nth(line).unwrap_or_default();
    let before: String = said.chars().take(column).collect();
    // Behind its key, or below its heading.
    let key = before.rsplit_once('=').map_or(said.trim_end_matches(']'), |(before, _)| before.trim_end());
    let key = key.rsplit(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    let why = Message::new("table-misread").with("column", (column + 1).to_string()).with("text", said.trim());
    TableError { line: line + 1, why: why.with("takes", takes(key)) }
}

/// What belongs behind a key.
fn takes(key: &str) -> Message {
    let (sentence, values) = match key {
        "kind" | "also_counts" => ("table-takes", TouchKind::ALL.map(TouchKind::name).join(", ")),
        "purpose" => ("table-takes", Purpose::ALL.map(Purpose::name).join(", ")),
        "responsible" => ("table-takes", Responsible::ALL.map(Responsible::name).join(", ")),
        "statuses" => ("table-takes", Status::ALL.map(Status::name).join(", ")),
        "per" | "otherwise" => {
            ("table-takes", format!("{}, {{ days = 30 }}", Period::ALL.map(Period::name).join(", ")))
        }
        "shift" => ("table-takes", "prev, next, nearest".to_owned()),
        "anchor" => ("table-takes", "calendar, last_contact".to_owned()),
        "star" | "on_the_day" => ("table-takes", "true, false".to_owned()),
        "when" => {
            ("table-takes", "quota, eve, date, event, professional, company_day, birthday, between_orders".to_owned())
        }
        "quota" => ("table-needs", "times, per".to_owned()),
        "eve" => ("table-needs", "holidays".to_owned()),
        "date" | "event" => ("table-needs", "on".to_owned()),
        "between_orders" => ("table-needs", "otherwise".to_owned()),
        "on" => ("table-takes", "2026-11-28, { fixed = [12, 31] }, { nth = [4, \"thu\", 11] }".to_owned()),
        "valid_from" | "valid_to" => ("table-takes", "2026-11-28".to_owned()),
        "minutes" | "late_days" | "times" | "star_times" | "at_most" | "lead" | "percent" | "days" | "id"
        | "counts_for" | "min_revenue" | "max_revenue" => return Message::new("table-no-number"),
        _ => return Message::new("table-takes-else"),
    };
    Message::new(sentence).with("values", values)
}

/// The line and the column, in characters, where something begins, from 0.
fn place(text: &str, span: Option<Range<usize>>) -> (usize, usize) {
    let before = span.map_or("", |span| text.get(..span.start).unwrap_or(text));
    let column = before.rsplit('\n').next().map_or(0, |line| line.chars().count());
    (before.matches('\n').count().min(text.lines().count().saturating_sub(1)), column)
}

/// Writes a table so that [`read_table`] reads the same rows.
pub fn write_table(rules: &[Rule]) -> String {
    let row = |rule: &Rule| Row { id: (rule.id.0 != 0).then_some(rule.id.0), rule: rule.clone() };
    // Nothing in a rule can fail to be written.
    toml::to_string_pretty(&Table { rule: rules.iter().map(row).collect() }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::default_table;
    use super::*;
    use crate::domain::message::Arg;

    #[test]
    fn a_table_survives_its_file() {
        let rules: Vec<Rule> = (1..).zip(default_table()).map(|(id, rule)| Rule { id: RuleId(id), ..rule }).collect();
        assert_eq!(read_table(&write_table(&rules)).unwrap(), rules);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_place_and_what_belongs_there() {
        fn check(row: &str, line: usize, why: &'static str, takes: Option<&'static str>) {
            let error = read_table(&format!("# a table\n\n[[rule]]\n{row}\n")).unwrap_err();
            assert_eq!((error.line, error.why.key), (line, why), "{row}");
            let told = error.why.args.iter().find_map(|(_, arg)| match arg {
                Arg::Message(takes) => Some(takes.key),
                _ => None,
            });
            assert_eq!(told, takes, "{row}");
        }
        let whole = "kind = \"call\"\npurpose = \"thank\"\nminutes = 5\n";
        let with = |when: &str| format!("{whole}when = {when}");
        check("kind = = 5", 4, "table-no-toml", None);
        check("kind = \"call\"\nminutes = 5", 3, "table-lacks", None);
        check(&with("\"birthday\"\nminuts = 5"), 8, "table-unknown", None);
        check(&with("\"birthdy\""), 7, "table-misread", Some("table-takes"));
        check(&with("{ quota = { times = \"two\", per = \"month\" } }"), 7, "table-misread", Some("table-no-number"));
        check(&with("{ quota = { times = 2, per = \"week\" } }"), 7, "table-misread", Some("table-takes"));
        check(&with("{ quota = { times = 2 } }"), 7, "table-misread", Some("table-needs"));
        check(&format!("{whole}[rule.when.quota]\ntimes = 2"), 7, "table-misread", Some("table-needs"));
        check(&with("\"birthday\"\nalso_counts = [\"cal\"]"), 8, "table-misread", Some("table-takes"));
        check(&with("\"birthday\"\nnote = 5"), 8, "table-misread", Some("table-takes-else"));
        assert_eq!(read_table("[[rules]]\nkind = \"call\"\n").unwrap_err().why.key, "table-unknown");
    }
}
