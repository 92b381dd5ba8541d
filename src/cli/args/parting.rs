//! What can be asked for about complaints, competitors and parting with a client.

use clap::{Arg, ArgGroup, Command, value_parser};

use super::{Described, values};
use crate::domain::closing::ClosedWhy;
use crate::domain::competitor::Way;
use crate::domain::complaint::{ComplaintKind, Irritant};
use crate::domain::parting::{Choice, Conflict};
use crate::domain::way_back::{Changed, EndedBy};

impl Described<'_> {
    pub(super) fn complaint(&self) -> Command {
        self.parent("complaint")
            .subcommand_required(true)
            .subcommand(
                self.verb("open")
                    .arg(self.positional("client"))
                    .arg(self.choice("what", ComplaintKind::ALL.map(ComplaintKind::name)))
                    .arg(self.value("irritant", "irritant").value_parser(values(Irritant::ALL.map(Irritant::name))))
                    .arg(self.value("on", "day").allow_hyphen_values(true))
                    .arg(self.next_step())
                    .arg(self.value("message", "text").short('m').allow_hyphen_values(true).required(true)),
            )
            .subcommands(["step", "rework", "date"].map(|name| {
                let led = self.verb_called(name, &format!("complaint-{name}"));
                led.arg(self.positional("client")).arg(self.next_step().required(true)).arg(self.which_complaint())
            }))
            .subcommand(
                self.verb_called("sort", "complaint-sort")
                    .arg(self.positional("client"))
                    .arg(self.choice("what", ComplaintKind::ALL.map(ComplaintKind::name)))
                    .arg(self.value("irritant", "irritant").value_parser(values(Irritant::ALL.map(Irritant::name))))
                    .arg(self.which_complaint())
                    .group(ArgGroup::new("said").args(["what", "irritant"]).required(true).multiple(true)),
            )
            .subcommand(
                self.verb("close")
                    .arg(self.positional("client"))
                    .arg(self.value("changed", "text").allow_hyphen_values(true).required(true))
                    .arg(self.which_complaint()),
            )
            .subcommand(self.verb_called("list", "complaint-list").arg(self.positional("client").required(false)))
    }

    pub(super) fn competitor(&self) -> Command {
        let about = |verb: Command| {
            let threat = self.value("threat", "threat").value_parser(value_parser!(u8).range(0..=3));
            let said = ["piece", "brought-by"].map(|name| self.value(name, "text").allow_hyphen_values(true));
            verb.args(said).arg(threat).args(["losing", "hint"].map(|name| self.yes_or_no(name)))
        };
        self.parent("competitor")
            .subcommand_required(true)
            .subcommand(about(
                self.verb_called("add", "competitor-add")
                    .arg(self.positional("client"))
                    .arg(self.positional("their-name").allow_hyphen_values(true)),
            ))
            .subcommand(about(
                self.verb_called("edit", "competitor-edit")
                    .arg(self.positional("competitor"))
                    .arg(self.value("name", "text").allow_hyphen_values(true)),
            ))
            .subcommand(
                self.verb_called("decide", "competitor-decide")
                    .arg(self.positional("competitor"))
                    .arg(self.choice("way", Way::ALL.map(Way::name)).required(true))
                    .arg(self.a_day("by").required(true)),
            )
            .subcommand(self.verb("gone").arg(self.positional("competitor")))
            .subcommand(self.verb_called("list", "competitor-list").arg(self.positional("client").required(false)))
    }

    /// The verbs about closing a client, about going on with one, and about winning one back.
    pub(super) fn parting(&self) -> [Command; 10] {
        let entered = |name, what| {
            let day = self.value("on", "day").allow_hyphen_values(true);
            self.verb(name).arg(self.positional("client")).arg(self.positional(what).allow_hyphen_values(true)).arg(day)
        };
        let said = || self.value("message", "text").short('m').allow_hyphen_values(true);
        [
            self.verb_called("close", "close-client")
                .arg(self.positional("client"))
                .arg(self.choice("why", ClosedWhy::ALL.map(ClosedWhy::name)).required(true))
                .arg(self.value("on", "day").allow_hyphen_values(true))
                .arg(self.value("message", "text").short('m').allow_hyphen_values(true)),
            self.verb("reopen").arg(self.positional("client")),
            self.verb("losses").args(self.days()),
            self.verb("exit").arg(self.positional("client")),
            entered("concession", "conceded").arg(self.value("cost", "money")),
            entered("free-work", "work").arg(self.value("worth", "money").required(true)),
            self.verb("values-conflict")
                .arg(self.positional("client"))
                .arg(self.positional("conflict").value_parser(values(Conflict::ALL.map(Conflict::name))))
                .arg(self.switch("over")),
            self.verb("explain-volume").arg(self.positional("client")).arg(self.switch("not")).arg(said()),
            self.verb("decide")
                .arg(self.positional("client"))
                .arg(self.positional("choice").value_parser(values(Choice::ALL.map(Choice::name))))
                .arg(self.a_day("by").required(true))
                .arg(said()),
            self.verb("return")
                .arg(self.positional("client"))
                .arg(self.choice("by-whom", EndedBy::ALL.map(EndedBy::name)).requires("changes"))
                .arg(self.choice("changes", Changed::ALL.map(Changed::name)).long("changed").requires("quality"))
                .arg(self.yes_or_no("quality").requires("by-whom"))
                .arg(self.value("next", "day").allow_hyphen_values(true)),
        ]
    }

    /// By when the next step of a complaint is to be done.
    fn next_step(&self) -> Arg {
        self.value("next-step", "day").long("next").allow_hyphen_values(true)
    }

    /// Which of a client's complaints, where it has several.
    fn which_complaint(&self) -> Arg {
        self.value("complaint", "id").long("id")
    }
}
