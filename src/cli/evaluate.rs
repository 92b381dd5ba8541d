//! `regulars evaluate`: how a client found its last order.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::{Session, text};
use crate::domain::evaluation::{Aspect, Evaluation, Grade};
use crate::domain::message::Message;

/// The options, each for the aspects that were found so.
pub(super) const GRADES: [(&str, Grade); 3] = [("plus", Grade::Plus), ("fair", Grade::Fair), ("minus", Grade::Minus)];

impl Session<'_> {
    /// Enters how a client found its last order.
    pub(super) fn evaluate(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        let mut evaluation = Evaluation::default();
        for (option, grade) in GRADES {
            let named = asked.get_many::<String>(option).into_iter().flatten();
            for aspect in named.filter_map(|name| Aspect::from_name(name)) {
                if evaluation.of(aspect).is_some_and(|other| other != grade) {
                    return Err(Failure::Value(Message::new("cli-error-graded-twice").with("aspect", aspect.name())));
                }
                evaluation.set(aspect, Some(grade));
            }
        }
        self.back_up();
        let receipt = self.bench.evaluate(client, &evaluation, text(asked, "message"))?;
        self.hand_over(client, &receipt)
    }
}
