//! Where alerts are answered: put off until a day, or dismissed for a reason, and brought back from either.

use chrono::NaiveDate;

use super::receipt::Standing;
use super::{OpError, Receipt, Workbench};
use crate::domain::churn::{Alert, Answer, Dismissal};
use crate::domain::ids::ClientId;
use crate::store::Entry;

impl Workbench {
    /// Puts the alerts of these clients off until a day after today: then they come back, and say so.
    pub fn snooze_alert(&self, clients: &[ClientId], until: NaiveDate) -> Result<Receipt, OpError> {
        if until <= self.today() {
            return Err(OpError::NotAhead { day: until });
        }
        self.answer_alerts("snooze_alert", clients, Some(until), None, "")
    }

    /// Dismisses the alerts of these clients: they are silent until their facts change.
    pub fn dismiss_alert(&self, clients: &[ClientId], reason: Dismissal, note: &str) -> Result<Receipt, OpError> {
        self.answer_alerts("dismiss_alert", clients, None, Some(reason), note)
    }

    /// Brings back what answers silence of a client's alert.
    pub fn bring_back_alert(&self, client: ClientId) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        let line = self
            .db
            .book_line(client, self.today())?
            .ok_or_else(|| OpError::NoClient { asked: client.0.to_string() })?;
        let before = self.follows_of(&line, &self.usual_so_far()?)?;
        if before.verdict.silenced.is_empty() {
            return Err(OpError::NothingSilenced);
        }
        let name = self.client(client)?.name;
        let entry = Entry { verb: "bring_back_alert", subject: &name, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            for silenced in &before.verdict.silenced {
                tx.delete_answers(client, &silenced.answer)?;
            }
            let after = self.rejudge(client)?.map(|follows| follows.standing()).unwrap_or_default();
            Ok(Receipt::new("bring_back_alert", &name, &before.standing(), &after))
        })
    }

    /// Answers every reason of the alerts of these clients in one action; those without an alert are left alone.
    fn answer_alerts(
        &self,
        verb: &str,
        clients: &[ClientId],
        until: Option<NaiveDate>,
        reason: Option<Dismissal>,
        note: &str,
    ) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        let mut alerts = Vec::new();
        let judge = self.usual_so_far()?;
        for client in clients {
            let Some(line) = self.db.book_line(*client, self.today())? else { continue };
            let alert = self.follows_of(&line, &judge)?.verdict.alert;
            alerts.extend(alert.map(|alert| (*client, alert)));
        }
        let Some((first, _)) = alerts.first() else { return Err(OpError::NoAlert) };
        let name = self.db.client(*first)?.map(|client| client.name).unwrap_or_default();
        let entry = Entry { verb, subject: &name, at: self.clock.now().at };
        let day = self.today();
        self.db.transact(entry, &self.clock, |tx| {
            let mut standing = Standing::default();
            for (client, Alert { reasons, .. }) in &alerts {
                for answered in reasons {
                    let signal = answered.signal();
                    let answer = Answer {
                        kind: answered.kind().to_owned(),
                        cause: signal.cause(),
                        level: signal.level(),
                        day,
                        until,
                        dismissal: reason,
                        note: note.to_owned(),
                    };
                    tx.insert_answer(*client, &answer)?;
                }
                if let Some(follows) = self.rejudge(*client)? {
                    standing = follows.standing();
                }
            }
            Ok(Receipt::of_answer(verb, &name, alerts.len(), &standing))
        })
    }
}
