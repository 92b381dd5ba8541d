//! Where it is said how far a client's purchase has come.

use super::{OpError, Receipt, Workbench};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::domain::status::{Purchase, Stage};

impl Workbench {
    /// How far a client's purchase has come; `None` where none is on its way.
    pub fn purchase(&self, client: ClientId) -> Result<Option<Purchase>, OpError> {
        Ok(self.db.purchase(client)?.filter(|purchase| purchase.since <= self.today()))
    }

    /// Says how far a client's purchase has come, and what it is chosen by, if that is known now; without a stage, that none
    /// is on its way.
    pub fn move_stage(
        &self,
        client: ClientId,
        stage: Option<Stage>,
        criterion: Option<&str>,
    ) -> Result<Receipt, OpError> {
        self.check_not_later(self.db.purchase(client)?.map(|purchase| purchase.since))?;
        let before = self.purchase(client)?;
        let criterion = criterion.map(str::trim);
        let same_criterion = criterion.is_none_or(|told| before.as_ref().is_some_and(|known| known.criterion == told));
        if before.as_ref().map(|known| known.stage) == stage && same_criterion {
            return Err(OpError::Unchanged);
        }
        let today = self.today();
        let receipt = self.act_on(client, "move_stage", |tx| match stage {
            Some(stage) => Ok(tx.set_stage(client, stage, today, criterion)?),
            None => Ok(tx.end_purchase(client)?),
        })?;
        Ok(receipt.led_by([stage.map_or_else(|| Message::new("effect-no-stage"), stage_message)]))
    }

    /// Says what a client whose purchase is on its way chooses by.
    pub fn set_criterion(&self, client: ClientId, criterion: &str) -> Result<Receipt, OpError> {
        let purchase = self.purchase(client)?.ok_or(OpError::NoPurchase)?;
        self.move_stage(client, Some(purchase.stage), Some(criterion))
    }

    /// Says that a client's purchase has come one stage further, or is one back; before the first there is none.
    pub fn step_stage(&self, client: ClientId, ahead: bool) -> Result<Receipt, OpError> {
        let now = self.purchase(client)?.map_or(0, |purchase| purchase.stage.number());
        let next = if ahead { now + 1 } else { now.checked_sub(1).ok_or(OpError::Unchanged)? };
        if next > Stage::JUDGED.number() {
            return Err(OpError::Unchanged);
        }
        self.move_stage(client, Stage::of(next), None)
    }
}

/// A stage in words: "stage 3/6: …".
pub fn stage_message(stage: Stage) -> Message {
    let what = match stage.number() {
        1 => "stage-need",
        2 => "stage-gathers",
        3 => "stage-criterion",
        4 => "stage-chooses",
        5 => "stage-buys",
        _ => "stage-judges",
    };
    Message::new("stage").with("n", i64::from(stage.number())).with("what", Message::new(what))
}
