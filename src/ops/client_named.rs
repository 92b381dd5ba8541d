//! Which client a person means on the command line.

use super::{Candidate, OpError, Workbench};
use crate::domain::ids::ClientId;
use crate::domain::matching::{Arena, sort_name};

/// How many of the clients that fit are listed.
const LISTED: usize = 20;

impl Workbench {
    /// The client named by its id, its external id, its whole name, or by parts that fit it alone. If several fit,
    /// they are listed in the error.
    pub fn client_named(&self, asked: &str) -> Result<ClientId, OpError> {
        let asked = asked.trim();
        if let Ok(id) = asked.parse().map(ClientId)
            && self.db.client(id)?.is_some()
        {
            return Ok(id);
        }
        let mut found = self.db.clients_of_external_id(asked)?;
        if found.is_empty() {
            found = self.db.clients_of_sort_name(&sort_name(asked))?;
        }
        if found.is_empty() {
            found = self.search_arena()?.search(asked, LISTED).clients;
        }
        match found[..] {
            [] => Err(OpError::NoClient { asked: asked.to_owned() }),
            [client] => Ok(client),
            _ => Err(OpError::Ambiguous { asked: asked.to_owned(), candidates: self.candidates(&found)? }),
        }
    }

    /// What the search looks through, for every client in the order of the names.
    pub fn search_arena(&self) -> Result<Arena, OpError> {
        let mut arena = Arena::default();
        for text in self.db.search_texts()? {
            arena.push(text.id, &text.name, &text.rest);
        }
        Ok(arena)
    }

    fn candidates(&self, found: &[ClientId]) -> Result<Vec<Candidate>, OpError> {
        let clients = found.iter().take(LISTED).map(|id| self.db.client(*id));
        let mut candidates = Vec::new();
        for client in clients {
            candidates.extend(client?.map(|client| Candidate {
                id: client.id,
                name: client.name,
                external_id: client.external_id,
                city: client.city,
            }));
        }
        Ok(candidates)
    }
}
