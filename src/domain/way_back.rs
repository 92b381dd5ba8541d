//! Whether a former client is worth winning back: three questions, and what follows from them (DOMAIN R41).

use chrono::{Days, NaiveDate};

use super::message::Message;

/// Who ended it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    /// We did.
    Us,
    /// The client did.
    Them,
}

impl EndedBy {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Us, Self::Them];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Us => "us",
            Self::Them => "them",
        }
    }

    /// The one of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Us => "ended-by-us",
            Self::Them => "ended-by-them",
        }
    }
}

/// What changed on our side since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Nothing.
    Nothing,
    /// Our goals.
    Goals,
    /// Our strategy.
    Strategy,
    /// What we sell.
    Assortment,
    /// How we work.
    Methods,
}

impl Changed {
    /// Everything that can.
    pub const ALL: [Self; 5] = [Self::Nothing, Self::Goals, Self::Strategy, Self::Assortment, Self::Methods];

    /// The name used in the file, in JSON and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Goals => "goals",
            Self::Strategy => "strategy",
            Self::Assortment => "assortment",
            Self::Methods => "methods",
        }
    }

    /// The one of that [`name`](Self::name).
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|changed| changed.name() == name)
    }

    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Nothing => "changed-nothing",
            Self::Goals => "changed-goals",
            Self::Strategy => "changed-strategy",
            Self::Assortment => "changed-assortment",
            Self::Methods => "changed-methods",
        }
    }
}

/// The answers to the three questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WayBack {
    /// Who ended it.
    pub ended_by: EndedBy,
    /// What changed on our side since.
    pub changed: Changed,
    /// Whether it was about the quality of what we do.
    pub quality: bool,
    /// The day they were given.
    pub on: NaiveDate,
}

/// What follows from the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorthIt {
    /// We ended it and nothing changed: it is not justified.
    No,
    /// We ended it, and are others now: it is possible.
    Possible,
    /// The client ended it: worth spending on the relation, and on quality first where it was about that.
    Yes,
}

impl WorthIt {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::No => "not_justified",
            Self::Possible => "possible",
            Self::Yes => "worth_it",
        }
    }
}

impl WayBack {
    /// What follows from the answers (DOMAIN R41).
    pub fn worth_it(&self) -> WorthIt {
        match (self.ended_by, self.changed) {
            (EndedBy::Us, Changed::Nothing) => WorthIt::No,
            (EndedBy::Us, _) => WorthIt::Possible,
            (EndedBy::Them, _) => WorthIt::Yes,
        }
    }

    /// The day of the first step, from the day of the answers: three days where it is worth it, a week where it is possible;
    /// none where it is not justified.
    pub fn first_step(&self) -> Option<NaiveDate> {
        match self.worth_it() {
            WorthIt::No => None,
            WorthIt::Possible => Some(self.on + Days::new(7)),
            WorthIt::Yes => Some(self.on + Days::new(3)),
        }
    }

    /// What is to be done, by the key of its words, each with its day: the first on the day of the first step, what follows
    /// a week later.
    pub fn tasks(&self, first: NaiveDate) -> Vec<(&'static str, NaiveDate)> {
        let then = first + Days::new(7);
        match (self.worth_it(), self.quality) {
            (WorthIt::No, _) => Vec::new(),
            (WorthIt::Possible, _) => vec![("way-back-tell", first)],
            (WorthIt::Yes, true) => vec![("way-back-mend", first), ("way-back-meet", then)],
            (WorthIt::Yes, false) => vec![("way-back-ask", first), ("way-back-meet", then)],
        }
    }

    /// The answers, the advice and the tasks, a sentence each.
    pub fn messages(&self) -> Vec<Message> {
        let quality = Message::new(if self.quality { "about-quality" } else { "about-other" });
        let answers = Message::new("way-back-answers")
            .with("day", self.on)
            .with("who", Message::new(self.ended_by.key()))
            .with("changed", Message::new(self.changed.key()))
            .with("about", quality);
        let (advice, keep_in_touch) = match self.worth_it() {
            WorthIt::No => ("way-back-no", Some("way-back-greet")),
            WorthIt::Possible => ("way-back-possible", Some("way-back-greet")),
            WorthIt::Yes => ("way-back-worth", None),
        };
        let tasks = self.tasks(self.on).into_iter().map(|(task, _)| task).chain(keep_in_touch);
        let tasks = tasks.map(|task| Message::new("way-back-task").with("task", Message::new(task)));
        [answers, Message::new(advice)].into_iter().chain(tasks).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_ended_it_and_what_changed_decide_whether_it_is_worth_it() {
        let on = NaiveDate::from_ymd_opt(2026, 11, 24).unwrap();
        let tasks: [&[&str]; 4] =
            [&[], &["way-back-tell"], &["way-back-mend", "way-back-meet"], &["way-back-ask", "way-back-meet"]];
        for ((ended_by, changed, quality, worth_it, days), tasks) in [
            (EndedBy::Us, Changed::Nothing, false, WorthIt::No, None),
            (EndedBy::Us, Changed::Methods, true, WorthIt::Possible, Some(7)),
            (EndedBy::Them, Changed::Nothing, true, WorthIt::Yes, Some(3)),
            (EndedBy::Them, Changed::Goals, false, WorthIt::Yes, Some(3)),
        ]
        .into_iter()
        .zip(tasks)
        {
            let way_back = WayBack { ended_by, changed, quality, on };
            assert_eq!((way_back.worth_it(), way_back.first_step()), (worth_it, days.map(|days| on + Days::new(days))));
            let dated = tasks.iter().copied().zip([on, on + Days::new(7)]).collect::<Vec<_>>();
            assert_eq!(way_back.tasks(on), dated);
            assert!(way_back.messages().len() > 2 && way_back.messages()[2].key == "way-back-task");
        }
    }
}
