//! What can be asked for about the communication table and the calendar it makes.

use std::path::PathBuf;

use clap::{Command, value_parser};

use super::Described;
use crate::domain::table::Responsible;

impl Described<'_> {
    pub(super) fn calendar(&self) -> [Command; 11] {
        let table = self
            .parent("table")
            .subcommand(
                self.verb_called("export", "table-export")
                    .arg(self.value("out", "file").value_parser(value_parser!(PathBuf)).required(true)),
            )
            .subcommand(
                self.verb_called("import", "table-import")
                    .arg(self.positional("toml-file").value_parser(value_parser!(PathBuf)))
                    .arg(self.switch("dry-run")),
            );
        let absence = self
            .parent("absence")
            .subcommand_required(true)
            .subcommand(
                self.verb_called("add", "absence-add")
                    .arg(self.a_day("from").required(true))
                    .arg(self.a_day("to").required(true))
                    .arg(self.choice("who", Responsible::ALL.map(Responsible::name)))
                    .arg(self.value("message", "text").short('m').allow_hyphen_values(true))
                    .arg(self.switch("dry-run")),
            )
            .subcommand(self.verb("remove").arg(self.positional("id")).arg(self.switch("dry-run")))
            .subcommand(self.verb("list"));
        let with_day = |name| self.verb(name).arg(self.positional("key")).arg(self.a_day("to").required(true));
        [
            table,
            self.verb("calendar")
                .arg(self.a_day("from"))
                .arg(self.a_day("to"))
                .arg(self.value("of", "client"))
                .arg(self.switch("no-day")),
            self.verb("compliance").arg(self.a_day("from").required(true)).arg(self.a_day("to").required(true)),
            self.verb("skip")
                .arg(self.positional("key"))
                .arg(self.value("reason", "text").allow_hyphen_values(true).required(true)),
            self.verb("unskip").arg(self.positional("key")),
            with_day("snooze"),
            with_day("move"),
            self.verb("do").arg(self.positional("key")),
            absence,
            self.verb("catch-up")
                .arg(self.a_day("from").required(true))
                .arg(self.choice("how", ["keep", "move", "drop"]).required(true))
                .arg(self.a_day("to")),
            self.verb("rebalance").arg(self.switch("dry-run")),
        ]
    }
}
