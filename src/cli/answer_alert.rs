//! `regulars snooze-alert`, `dismiss-alert` and `bring-back-alert`: how a person answers alerts, of one client or of several
//! at once, and takes an answer back.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};
use crate::domain::churn::Dismissal;
use crate::domain::ids::ClientId;

impl Session<'_> {
    /// Puts alerts off until a day.
    pub(super) fn snooze_alert(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some(until) = self.day_ahead(asked, "sleep-until")? else { return Ok(Exit::CommandLine) };
        let clients = self.clients_named(asked)?;
        self.back_up();
        self.bench.make_fresh()?;
        let receipt = self.bench.snooze_alert(&clients, until)?;
        self.hand_over(clients[0], &receipt)
    }

    /// Dismisses alerts for a reason.
    pub(super) fn dismiss_alert(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let reason = text(asked, "reason").replace('-', "_");
        let Some(reason) = Dismissal::from_name(&reason) else { return Ok(Exit::CommandLine) };
        let clients = self.clients_named(asked)?;
        self.back_up();
        self.bench.make_fresh()?;
        let receipt = self.bench.dismiss_alert(&clients, reason, text(asked, "message"))?;
        self.hand_over(clients[0], &receipt)
    }

    /// Brings back what was put off or dismissed of a client's alert.
    pub(super) fn bring_back_alert(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.back_up();
        self.bench.make_fresh()?;
        let receipt = self.bench.bring_back_alert(client)?;
        self.hand_over(client, &receipt)
    }

    /// The clients named on the command line, each once: at least one.
    pub(super) fn clients_named(&self, asked: &ArgMatches) -> Result<Vec<ClientId>, Failure> {
        let mut clients = Vec::new();
        for named in asked.get_many::<String>("client").into_iter().flatten() {
            let client = self.bench.client_named(named)?;
            if !clients.contains(&client) {
                clients.push(client);
            }
        }
        Ok(clients)
    }
}
