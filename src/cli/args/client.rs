//! What can be asked for about clients and their people.

use clap::Command;

use super::Described;
use crate::text::{ClientField, PersonField};

impl Described<'_> {
    pub(super) fn client(&self) -> Command {
        let fields = || self.positional("fields").num_args(0..).required(false);
        let listed = self.fields(ClientField::ALL.iter().map(|field| field.name()));
        let verb = |name, described| self.verb_called(name, described).after_help(listed.clone());
        self.parent("client")
            .subcommand_required(true)
            .subcommand(verb("add", "client-add").arg(self.positional("name")).arg(fields()))
            .subcommand(verb("set", "client-set").arg(self.positional("client")).arg(fields().required(true)))
            .after_help(listed.clone())
    }

    pub(super) fn person(&self) -> Command {
        let fields = || self.positional("fields").num_args(0..).required(false);
        let listed = self.fields(PersonField::ALL.iter().map(|field| field.name()));
        let of_client = |name, described| self.verb_called(name, described).arg(self.positional("client"));
        let verb = |name, described| of_client(name, described).after_help(listed.clone());
        self.parent("person")
            .subcommand_required(true)
            .subcommand(verb("add", "person-add").arg(self.positional("name")).arg(fields()))
            .subcommand(verb("set", "person-set").arg(self.positional("person")).arg(fields().required(true)))
            .subcommand(of_client("remove", "person-remove").arg(self.positional("person")))
            .subcommand(
                of_client("merge", "person-merge").arg(self.positional("person")).arg(self.positional("other-person")),
            )
            .after_help(listed.clone())
    }

    pub(super) fn merge(&self) -> Command {
        let unless_sure = |name| self.positional(name).required(false).required_unless_present("sure");
        let sure = self.switch("sure").conflicts_with_all(["client", "other"]);
        let different = self.switch("different-inn").conflicts_with("sure");
        self.verb("merge").arg(unless_sure("client")).arg(unless_sure("other")).arg(different).arg(sure)
    }

    /// The fields there are.
    fn fields(&self, names: impl Iterator<Item = &'static str>) -> String {
        let names = names.collect::<Vec<_>>().join(", ");
        self.words.map_or_else(String::new, |words| words.say_with("cli-fields", &[("names", names.into())]))
    }
}
