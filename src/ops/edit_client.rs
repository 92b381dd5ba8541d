//! Where a client is added by hand, and where what is said of one is changed.

use unicode_width::UnicodeWidthChar;

use super::edit_person::unread_phones;
use super::plan::Rest;
use super::receipt::Standing;
use super::{OpError, Receipt, Workbench};
use crate::domain::calendar::Country;
use crate::domain::client::Client;
use crate::domain::ids::ClientId;
use crate::domain::matching::sort_name;
use crate::domain::message::Message;
use crate::domain::tax_id::{self, Wrong};
use crate::store::Entry;

impl Workbench {
    /// The client of that id, as a person may change it.
    pub fn client(&self, id: ClientId) -> Result<Client, OpError> {
        self.db.client(id)?.ok_or_else(|| OpError::NoClient { asked: id.0.to_string() })
    }

    /// Adds a client, whatever the id in the draft. Nothing is owed to it before today.
    pub fn add_client(&self, draft: &Client) -> Result<(ClientId, Receipt), OpError> {
        self.check_may_write()?;
        check_name(&draft.name)?;
        let remarks = self.remarks(draft, None)?;
        let entry = Entry { verb: "add_client", subject: &draft.name, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            let client = Client { id: ClientId(tx.make_id()), ..draft.clone() };
            tx.insert_client(&client, &sort_name(&client.name), self.today())?;
            let rules = self.db.rules()?;
            let deriver = self.deriver(&rules, self.usual_so_far()?)?;
            let follows = self.derive_client(&deriver, client.id, Rest::GetsDays)?;
            let after = follows.map(|follows| follows.standing()).unwrap_or_default();
            let receipt = Receipt::new("add_client", &client.name, &Standing::default(), &after);
            Ok((client.id, receipt.led_by(remarks)))
        })
    }

    /// Writes what is said of a client in place of what was said before.
    pub fn edit_client(&self, client: &Client) -> Result<Receipt, OpError> {
        check_name(&client.name)?;
        let before = self.client(client.id)?;
        if before == *client {
            return Err(OpError::Unchanged);
        }
        let remarks = self.remarks(client, Some(&before))?;
        let receipt =
            self.act_on(client.id, "edit_client", |tx| Ok(tx.update_client(client, &sort_name(&client.name))?))?;
        Ok(receipt.led_by(remarks))
    }

    /// What there is to mind: a tax number with a wrong digit, a telephone number that is none, another client that may be the
    /// same (DOMAIN R85).
    fn remarks(&self, client: &Client, before: Option<&Client>) -> Result<Vec<Message>, OpError> {
        let wrong = match self.country()? {
            _ if before.is_some_and(|before| before.tax_id == client.tax_id) => None,
            Country::Ru => tax_id::wrong(&client.tax_id),
            _ => None,
        };
        let wrong = wrong.map(|wrong| match wrong {
            Wrong::Digit { found, expected } => {
                Message::new("effect-tax-id-digit").with("found", found).with("expected", expected)
            }
            Wrong::Length(digits) => Message::new("effect-tax-id-length").with("n", digits),
        });
        let like = self.like(client, before)?;
        let known = before.map_or(&[][..], |before| &before.channels);
        Ok(wrong.into_iter().chain(unread_phones(&client.channels, known)).chain(like).collect())
    }
}

/// A name is all that a client or a person must have, and something of it must be seen.
pub(super) fn check_name(name: &str) -> Result<(), OpError> {
    let seen = |c: char| !c.is_whitespace() && c.width().is_some_and(|width| width > 0);
    if name.chars().any(seen) { Ok(()) } else { Err(OpError::NoName) }
}
