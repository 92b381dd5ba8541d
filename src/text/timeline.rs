//! How an entry of a client's timeline is said.

use chrono::NaiveDate;

use super::Words;
use crate::domain::churn::Reason;
use crate::domain::money::Money;
use crate::domain::timeline::{TimelineEntry, TimelineKind};
use crate::domain::touch::TouchKind;

impl Words {
    /// What an entry is; its particulars, none of them empty; and what was written.
    pub fn entry(&self, entry: &TimelineEntry) -> (String, Vec<String>, String) {
        let (kind, mut parts) = self.particulars(entry);
        parts.retain(|part| !part.is_empty());
        let mark = if entry.important { "! " } else { "" };
        (kind, parts, format!("{mark}{}", self.private(&entry.text)))
    }

    fn particulars(&self, entry: &TimelineEntry) -> (String, Vec<String>) {
        match &entry.kind {
            TimelineKind::Touch { kind, outcome, marks, item, person, details, process } => {
                let outcome = match kind {
                    TouchKind::Gift => String::new(),
                    TouchKind::Message | TouchKind::Email | TouchKind::Mail
                        if details.theirs && outcome.took_place() =>
                    {
                        self.say("outcome-received")
                    }
                    _ => self.outcome(*kind, *outcome, details.invited),
                };
                let cost = entry.amount.map(|cost| self.money(cost)).unwrap_or_default();
                let known =
                    [outcome, self.private(item).into_owned(), cost, self.person(person.as_deref())].into_iter();
                let felt = marks.iter().map(|mark| self.mark(mark));
                let process = process.map(|process| self.say(process.key()));
                (self.touch(*kind), known.chain(self.details(details)).chain(felt).chain(process).collect())
            }
            TimelineKind::Order { number, returned, currency, lines, due, paid } => {
                let money = |amount| match currency {
                    Some(currency) => self.money_in(amount, currency),
                    None => self.money(amount),
                };
                let back = (*returned != Money(0))
                    .then(|| self.say_with("card-returned", &[("money", money(*returned).into())]));
                let number = (!number.is_empty()).then(|| format!("№ {number}"));
                let items = lines.iter().map(|line| line.item.as_str()).collect::<Vec<_>>().join(", ");
                let day = |key, day: Option<NaiveDate>| day.map(|day| self.say_with(key, &[("day", day.into())]));
                let (due, paid) = (day("order-due", *due), day("order-paid", *paid));
                let known = [entry.amount.map(money), back, number, Some(items), due, paid];
                (self.say("kind-order"), known.into_iter().flatten().collect())
            }
            TimelineKind::Note => (self.say("kind-note"), Vec::new()),
            TimelineKind::Promise { theirs, due, ended, why, moved, person, waits_on } => {
                let due = self.say_with("promise-due", &[("day", (*due).into())]);
                let waits = (!waits_on.is_empty())
                    .then(|| self.say_with("promise-waits", &[("who", waits_on.as_str().into())]));
                let ended = ended.map(|(how, day)| self.say_with(how.key(), &[("day", day.into())]));
                let moved = moved.map(|moved| self.promise_moved(moved));
                let known = [Some(due), moved, Some(self.person(person.as_deref())), waits, ended];
                let why = self.private(why).into_owned();
                (
                    self.say(if *theirs { "promise-theirs" } else { "promise-ours" }),
                    known.into_iter().flatten().chain([why]).collect(),
                )
            }
            TimelineKind::Complaint { closed_on, lesson } => {
                let closed = closed_on.map(|day| self.say_with("card-closed", &[("day", day.into())]));
                (self.say("kind-complaint"), closed.into_iter().chain([self.private(lesson).into_owned()]).collect())
            }
            TimelineKind::Evaluation(evaluation) => (self.say("kind-evaluation"), vec![self.evaluation(evaluation)]),
            TimelineKind::Answer { reasons, until, dismissal } => {
                let reasons: Vec<String> = reasons.iter().map(|kind| self.say(Reason::kind_key(kind))).collect();
                let off = until.map(|day| self.say_with("timeline-put-off", &[("day", day.into())]));
                let why = dismissal.map(|why| self.say(why.key()));
                let why = why.map(|why| self.say_with("timeline-dismissed", &[("why", why.into())]));
                (self.say("kind-alert"), std::iter::once(reasons.join(", ")).chain(off).chain(why).collect())
            }
            TimelineKind::Merged { name } => (self.say("kind-merged"), vec![self.name(name).into_owned()]),
            TimelineKind::Event { kind, ended_on } => {
                let ended = ended_on.map(|day| self.say_with("card-event-ended", &[("day", day.into())]));
                (self.say("kind-event"), [self.say(kind.key())].into_iter().chain(ended).collect())
            }
            TimelineKind::Concession => (self.say("kind-concession"), self.worth(entry)),
            TimelineKind::FreeWork => (self.say("kind-free-work"), self.worth(entry)),
            TimelineKind::Competitor { piece, threat, gone_on } => {
                let piece = (!piece.is_empty())
                    .then(|| self.say_with("competitor-piece", &[("text", self.private(piece).as_ref().into())]));
                let threat = self.say_with("competitor-threat", &[("threat", i64::from(*threat).into())]);
                let gone = gone_on.map(|day| self.say_with("competitor-gone", &[("day", day.into())]));
                (self.say("kind-competitor"), [Some(threat), piece, gone].into_iter().flatten().collect())
            }
        }
    }

    fn worth(&self, entry: &TimelineEntry) -> Vec<String> {
        entry.amount.map(|amount| self.money(amount)).into_iter().collect()
    }

    fn person(&self, name: Option<&str>) -> String {
        self.name(name.unwrap_or_default()).into_owned()
    }
}
