//! Where what was typed and not entered is kept, so that leaving needs no question.

use super::{OpError, Workbench};
use crate::domain::ids::ClientId;

impl Workbench {
    /// What was typed for a client and not entered; `kind` says in what.
    pub fn draft(&self, client: ClientId, kind: &str) -> Result<Option<String>, OpError> {
        Ok(self.db.draft(client, kind)?)
    }

    /// Keeps what was typed; a text of nothing but spaces forgets it. A file that may only be looked at keeps none.
    pub fn keep_draft(&self, client: ClientId, kind: &str, text: &str) -> Result<(), OpError> {
        let text = text.trim();
        if self.looks_only() || text == self.draft(client, kind)?.unwrap_or_default() {
            return Ok(());
        }
        Ok(self.db.put_draft(client, kind, text)?)
    }
}
