//! What can be asked for about what happened with clients, and what they were given.

use clap::{Arg, ArgAction, Command, value_parser};

use super::{Described, NOTE, ORDER, values};
use crate::domain::table::Purpose;
use crate::domain::timeline::Kinds;
use crate::domain::touch::{Details, Invited, Mark, Outcome, TouchKind};

impl Described<'_> {
    pub(super) fn log(&self) -> Command {
        let kinds = TouchKind::ALL.map(TouchKind::name).into_iter().chain([NOTE, ORDER]);
        self.verb("log")
            .arg(self.positional("kind").value_parser(values(kinds)).display_order(0))
            .arg(self.positional("client").num_args(1..))
            .arg(self.value("message", "text").short('m').allow_hyphen_values(true))
            .args(self.details())
            .arg(self.value("item", "item").action(ArgAction::Append))
            .arg(self.value("amount", "money").allow_hyphen_values(true))
            .args(self.terms())
            .arg(self.value("on", "day").allow_hyphen_values(true))
            .arg(self.value("next", "day").allow_hyphen_values(true))
            .arg(self.value("told", "news").action(ArgAction::Append))
            .arg(self.switch("anyway"))
    }

    /// The catalogue of gifts, and for whom it is time.
    pub(super) fn gift(&self) -> Command {
        let price = self.value("price", "money").allow_hyphen_values(true);
        let catalogue = self
            .parent("catalogue")
            .subcommand_required(true)
            .subcommand(self.verb_called("add", "gift-add").arg(self.positional("gift")).arg(price))
            .subcommand(self.verb_called("drop", "gift-drop").arg(self.positional("gift")));
        self.parent("gift")
            .subcommand(self.verb_called("list", "gift-list"))
            .subcommand(self.verb_called("due", "gift-due"))
            .subcommand(catalogue)
    }

    /// What happened with a client, and how what is on record is changed or taken away.
    pub(super) fn records(&self) -> Vec<Command> {
        let message = || self.value("message", "text").short('m').allow_hyphen_values(true);
        let entry = |name| self.verb(name).arg(self.positional("entry"));
        let amount = || self.value("amount", "money").allow_hyphen_values(true);
        vec![
            self.verb("timeline")
                .arg(self.positional("client"))
                .arg(self.value("entries", "kind").long("kind").value_parser(values(Kinds::ALL.map(Kinds::name)))),
            entry("edit-touch")
                .arg(message())
                .args(self.details())
                .arg(self.value("item", "item"))
                .arg(amount())
                .arg(self.a_day("on")),
            entry("delete-touch"),
            entry("edit-note").arg(message()).arg(self.a_day("on")),
            entry("delete-note"),
            entry("edit-order")
                .arg(message())
                .arg(self.value("item", "item").action(ArgAction::Append))
                .arg(amount())
                .args(self.terms())
                .arg(self.a_day("on")),
            entry("delete-order"),
            entry("delete-evaluation"),
            entry("edit-promise").arg(message()).arg(self.value("waits-on", "department").allow_hyphen_values(true)),
            entry("delete-promise"),
        ]
    }

    /// What may be said of an order beside what was ordered.
    fn terms(&self) -> [Arg; 4] {
        [
            self.a_day("due"),
            self.a_day("paid"),
            self.value("returned", "money").allow_hyphen_values(true),
            self.value("number", "text").allow_hyphen_values(true),
        ]
    }

    /// What may be said of a touch.
    pub(super) fn details(&self) -> [Arg; 10] {
        let most = |most: u8, from: u8| value_parser!(u8).range(i64::from(from)..=i64::from(most));
        [
            self.choice("outcome", Outcome::ALL.map(Outcome::name)),
            self.choice("felt", Mark::ALL.map(Mark::name)).action(ArgAction::Append),
            self.value("person", "person"),
            self.value("minutes", "minutes").value_parser(value_parser!(u16).range(1..=i64::from(Details::MINUTES))),
            self.choice("purpose", Purpose::ALL.map(Purpose::name)),
            self.value("drain", "drain").value_parser(most(Details::DRAIN, 1)),
            self.value("nps", "nps").value_parser(most(Details::NPS, 0)),
            self.switch("theirs"),
            self.switch("wow"),
            self.choice("invited", Invited::ALL.map(Invited::name)),
        ]
    }
}
