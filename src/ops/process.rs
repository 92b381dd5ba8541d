//! Which of the three processes the contacts of the day belong to (DOMAIN R33).

use super::{AgendaLine, OpError, Workbench};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::process::Process;
use crate::store::DerivedClient;

/// How many planned touches are read at once.
const PAGE: usize = 100;

impl Workbench {
    /// What a contact with a client is for now.
    pub fn process_of(&self, client: ClientId) -> Result<Process, OpError> {
        let derived = self.list_row(client)?.and_then(|row| row.derived);
        let of = |derived: &DerivedClient| Process::of_client(derived.status, derived.order_days, derived.level);
        // Of whom nothing is known yet, that is to be won.
        Ok(derived.as_ref().map_or(Process::Engagement, of))
    }

    /// The touches planned for today; those set for a day that has passed stand on today.
    pub fn planned_today(&self) -> Result<Vec<AgendaLine>, OpError> {
        let mut planned = Vec::new();
        loop {
            let page = self.agenda_page(planned.len(), PAGE)?;
            let due = page.iter().take_while(|line| line.day <= self.today()).count();
            planned.extend(page.into_iter().take(due));
            if due < PAGE {
                return Ok(planned);
            }
        }
    }

    /// How many of some planned touches belong to each process.
    pub fn count_processes(&self, planned: &[AgendaLine]) -> Result<[(Process, usize); 3], OpError> {
        let mut counts = Process::ALL.map(|process| (process, 0));
        for line in planned {
            let process = self.process_of(line.client)?;
            counts.iter_mut().filter(|(counted, _)| *counted == process).for_each(|(_, count)| *count += 1);
        }
        Ok(counts)
    }
}

/// How many touches belong to each process, as a sentence.
pub fn process_totals(counts: &[(Process, usize); 3]) -> Message {
    counts.iter().fold(Message::new("process-totals"), |said, (process, count)| said.with(process.name(), *count))
}
