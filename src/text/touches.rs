//! A contact in words, and how an order was found.

use chrono::NaiveDate;

use super::Words;
use crate::domain::evaluation::{Aspect, Evaluated, Evaluation, Grade};
use crate::domain::status::Status;
use crate::domain::table::Purpose;
use crate::domain::touch::{Details, Invited, Mark, Outcome, TouchKind};

impl Words {
    /// What a touch is for.
    pub fn purpose(&self, purpose: Purpose) -> String {
        self.say(&format!("purpose-{}", purpose.name()))
    }

    /// The name of a kind of contact.
    pub fn touch(&self, kind: TouchKind) -> String {
        self.say(&format!("touch-{}", kind.name()))
    }

    /// How a contact of that kind ended: a call reaches somebody, a meeting takes place, a letter is sent; how far an
    /// invitation came.
    pub fn outcome(&self, kind: TouchKind, outcome: Outcome, invited: Invited) -> String {
        match (outcome, kind) {
            (Outcome::Reached, TouchKind::Event) => self.say(&format!("outcome-{}", invited.name())),
            (Outcome::Reached, TouchKind::Meeting) => self.say("outcome-met"),
            (Outcome::Reached, TouchKind::Call) => self.say("outcome-reached"),
            (Outcome::Reached, TouchKind::Gift) => self.say("outcome-given"),
            (Outcome::Reached, _) => self.say("outcome-sent"),
            _ => self.say(&format!("outcome-{}", outcome.name())),
        }
    }

    /// What else was said of a touch, a few words each; what it took out of us and what the client answered is private.
    pub fn details(&self, details: &Details) -> Vec<String> {
        let Details { theirs, minutes, purpose, drain, nps, wow, invited: _ } = *details;
        let count = |key, n: i64| self.say_with(key, &[("n", n.into())]);
        let private = |key, n: u8| self.private(&count(key, n.into())).into_owned();
        [
            theirs.then(|| self.say("detail-theirs")),
            minutes.map(|minutes| count("detail-minutes", minutes.into())),
            purpose.map(|purpose| self.purpose(purpose)),
            drain.map(|drain| private("detail-drain", drain)),
            nps.map(|nps| private("detail-nps", nps)),
            wow.then(|| self.say("detail-wow")),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What was felt.
    pub fn mark(&self, mark: Mark) -> String {
        self.private(&self.say(&format!("mark-{}", mark.name()))).into_owned()
    }

    /// How an order was found, part by part: "advice +, shipment −".
    pub fn evaluation(&self, evaluation: &Evaluation) -> String {
        let found = Aspect::ALL.into_iter().filter_map(|aspect| {
            let sign = match evaluation.of(aspect)? {
                Grade::Minus => '−',
                grade => grade.sign(),
            };
            Some(format!("{} {sign}", self.say(aspect.key())))
        });
        found.collect::<Vec<_>>().join(", ")
    }

    /// What there is to say about the evaluation of a client's orders on a day: how it found the last one it was asked
    /// about, whether it is time to ask again, and whether a regular client ever found one good.
    pub fn evaluated(&self, evaluated: &Evaluated, status: Status, today: NaiveDate) -> Vec<String> {
        let found = evaluated.newest.map(|(day, evaluation)| {
            let found = self.evaluation(&evaluation);
            self.say_with("card-evaluated", &[("day", day.into()), ("found", found.into())])
        });
        let asked = evaluated.due(today).into_iter().chain(evaluated.missing(status));
        found.into_iter().chain(asked.map(|message| self.message(&message))).collect()
    }
}
