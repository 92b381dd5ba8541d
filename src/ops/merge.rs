//! Where two clients, or two people at one, become one: one step of undo.

use super::plan::Rest;
use super::undo::DERIVED_AT_ONCE;
use super::{OpError, Receipt, Workbench};
use crate::domain::duplicate::{are_two, merged_clients, merged_people};
use crate::domain::ids::{ClientId, PersonId};
use crate::domain::matching::sort_name;
use crate::domain::message::Message;
use crate::store::{Entry, Transaction, Twins};

impl Workbench {
    /// Makes everything of the client `gone` that of `keep`, which stays. People who are surely the same become one, too.
    /// Two that have tax numbers of their own are refused unless that was `asked`.
    pub fn merge_clients(&self, keep: ClientId, gone: ClientId, asked: bool) -> Result<Receipt, OpError> {
        let [one, other] = [self.client(keep)?.tax_id, self.client(gone)?.tax_id];
        if !asked && are_two(&one, &other) {
            return Err(OpError::TwoTaxIds { one, other });
        }
        self.merge_all("merge_clients", &[(keep, gone)])
    }

    /// Merges all clients that are surely the same. Of each two the one with more orders stays, then the one with more
    /// touches, then the one that was there first.
    pub fn merge_sure(&self) -> Result<Receipt, OpError> {
        let mut merges: Vec<(ClientId, ClientId)> = Vec::new();
        for duplicate in self.duplicates()?.iter().filter(|duplicate| duplicate.is_sure()) {
            let Twins::Clients(one, other) = duplicate.twins else { continue };
            // Either may have gone into another one before.
            let now = |client: ClientId| {
                merges.iter().fold(client, |client, (keep, gone)| if *gone == client { *keep } else { client })
            };
            let (one, other) = (now(one), now(other));
            if one != other {
                let weight = |client| self.db.count_entries(client).map(|(orders, touches, _)| (orders, touches));
                let (first, second) = (one.min(other), one.max(other));
                let swap = weight(second)? > weight(first)?;
                merges.push(if swap { (second, first) } else { (first, second) });
            }
        }
        self.merge_all("merge_sure", &merges)
    }

    fn merge_all(&self, verb: &str, merges: &[(ClientId, ClientId)]) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        let Some((first, _)) = merges.first() else { return Err(OpError::NoDuplicates) };
        if merges.iter().any(|(keep, gone)| keep == gone) {
            return Err(OpError::OneAlready);
        }
        let name = self.client(*first)?.name;
        let entry = Entry { verb, subject: &name, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            for (keep, gone) in merges {
                self.merge_into(tx, *keep, *gone)?;
            }
            let gone = |client: &ClientId| merges.iter().any(|(_, gone)| gone == client);
            let stay = merges.iter().map(|(keep, _)| keep).filter(|keep| !gone(keep));
            let mut after = None;
            if merges.len() > DERIVED_AT_ONCE {
                self.db.outdate_derived()?;
            } else {
                let rules = self.db.rules()?;
                let deriver = self.deriver(&rules, self.usual_so_far()?)?;
                for keep in stay {
                    after = self.derive_client(&deriver, *keep, Rest::GetsDays)?;
                }
            }
            let standing = after.map(|follows| follows.standing()).unwrap_or_default();
            let receipt = Receipt::new(verb, &name, &standing, &standing);
            Ok(receipt.led_by([Message::new("effect-merged").with("n", merges.len())]))
        })
    }

    fn merge_into(&self, tx: &Transaction<'_>, keep: ClientId, gone: ClientId) -> Result<(), OpError> {
        let (merged, said) = merged_clients(&self.client(keep)?, &self.client(gone)?);
        self.forget_client(gone)?;
        tx.merge_client(gone, keep, &said, self.today())?;
        tx.update_client(&merged, &sort_name(&merged.name))?;
        for (one, other) in self.sure_twins(keep)? {
            // Of three the second may be gone already.
            if self.db.person(one)?.is_some() && self.db.person(other)?.is_some() {
                self.merge_person_into(tx, one, other)?;
            }
        }
        Ok(())
    }

    /// Makes everything of the person `gone` that of `keep` at the same client, which stays.
    pub fn merge_people(&self, keep: PersonId, gone: PersonId) -> Result<Receipt, OpError> {
        let (stays, goes) = (self.reachable(keep)?.person, self.reachable(gone)?.person);
        if keep == gone || stays.client != goes.client {
            return Err(OpError::OneAlready);
        }
        let receipt = self.act_on(stays.client, "merge_people", |tx| self.merge_person_into(tx, keep, gone))?;
        Ok(receipt.led_by([Message::new("effect-person").with("client", stays.name.as_str())]))
    }

    fn merge_person_into(&self, tx: &Transaction<'_>, keep: PersonId, gone: PersonId) -> Result<(), OpError> {
        let gone = self.reachable(gone)?.person;
        let (merged, said) = merged_people(&self.reachable(keep)?.person, &gone);
        tx.merge_person(&gone, keep, &said, self.today())?;
        Ok(tx.update_person(&merged)?)
    }
}
