//! The table as a file a person can edit: TOML, a `[[rule]]` for each row. A row without an `id` is new; one with an id
//! takes the place of the row of that id, so that what was decided about its touches stays.

use serde::{Deserialize, Serialize};

use super::Rule;
use crate::domain::ids::RuleId;

/// Why a file is no table.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {detail}")]
pub struct TableError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub detail: String,
}

#[derive(Serialize, Deserialize)]
struct Table {
    #[serde(default)]
    rule: Vec<Row>,
}

#[derive(Serialize, Deserialize)]
struct Row {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<i64>,
    #[serde(flatten)]
    rule: Rule,
}

/// Reads a table; ids are those of the file, 0 for a row without one.
pub fn read_table(text: &str) -> Result<Vec<Rule>, TableError> {
    let table: Table = toml::from_str(text).map_err(|error| TableError {
        line: error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1),
        detail: error.message().to_owned(),
    })?;
    Ok(table.rule.into_iter().map(|row| Rule { id: RuleId(row.id.unwrap_or(0)), ..row.rule }).collect())
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

    #[test]
    fn a_table_survives_its_file() {
        let rules: Vec<Rule> = (1..).zip(default_table()).map(|(id, rule)| Rule { id: RuleId(id), ..rule }).collect();
        assert_eq!(read_table(&write_table(&rules)).unwrap(), rules);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let error = read_table("[[rule]]\nkind = \"call\"\nminutes = \"ten\"\n").unwrap_err();
        assert!(error.line >= 1 && !error.detail.is_empty(), "{error}");
        assert_eq!(read_table("= no toml").unwrap_err().line, 1);
    }
}
