//! The competitors at a client on a board.

use super::{Said, Subject, day, one_of, refused, typed};
use crate::domain::competitor::{Standing, Way};
use crate::domain::ids::{ClientId, CompetitorId};
use crate::domain::message::Message;
use crate::ops::{OpError, Receipt, Workbench};
use crate::tui::look::Look;
use crate::tui::widgets::fields::{Fields, Value};

/// What can be done about a competitor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    Edit(CompetitorId),
    Decide(CompetitorId),
    Gone(CompetitorId),
    Add,
}

const THREATS: [&str; 4] = ["threat-0", "threat-1", "threat-2", "threat-3"];
const LABELS: &[&str] =
    &["board-name", "board-piece", "board-brought-by", "board-threat", "board-losing", "board-hint"];

impl Task {
    pub fn key(self) -> &'static str {
        match self {
            Self::Edit(_) => "board-edit-competitor",
            Self::Decide(_) => "board-decide-hint",
            Self::Gone(_) => "board-gone",
            Self::Add => "board-add-competitor",
        }
    }

    pub fn fields(self, look: &Look<'_>) -> Option<Fields> {
        match self {
            Self::Edit(id) => {
                let rows = look.bench.competitors(None).unwrap_or_default();
                let known = rows.into_iter().find(|row| row.competitor.id == id);
                Some(fields_of(look, &known.map(|row| row.competitor.what).unwrap_or_default()))
            }
            Self::Add => Some(fields_of(look, &Standing { threat: 1, ..Standing::default() })),
            Self::Decide(_) => Some(Fields::new(
                &["board-choice", "board-next"],
                vec![one_of(look, Way::ALL.map(Way::key)), day("+7")],
            )),
            Self::Gone(_) => None,
        }
    }

    pub fn save(self, bench: &Workbench, client: ClientId, said: &Said<'_>) -> Result<Receipt, Message> {
        let standing = || Standing {
            name: said.text(0).to_owned(),
            piece: said.text(1).to_owned(),
            brought_by: said.text(2).to_owned(),
            threat: said.chosen(3) as u8,
            losing: said.chosen(4) == 1,
            hint: said.chosen(5) == 1,
        };
        match self {
            Self::Add => bench.add_competitor(client, &standing()).map_err(refused),
            Self::Edit(id) => bench.edit_competitor(id, &standing()).map_err(refused),
            Self::Decide(id) => {
                bench.decide_competitor(id, Way::ALL[said.chosen(0)], said.day_ahead(1)?).map_err(refused)
            }
            Self::Gone(id) => bench.end_competitor(id).map_err(refused),
        }
    }
}

fn fields_of(look: &Look<'_>, known: &Standing) -> Fields {
    let chosen =
        |keys: [&'static str; 2], yes: bool| Value::One(keys.map(|key| look.words.say(key)).into(), usize::from(yes));
    let threats = THREATS.map(|key| look.words.say(key)).into();
    Fields::new(
        LABELS,
        vec![
            typed(&known.name),
            typed(&known.piece),
            typed(&known.brought_by),
            Value::One(threats, usize::from(known.threat)),
            chosen(["board-losing-not", "board-losing-well"], known.losing),
            chosen(["board-hint-not", "board-hint-well"], known.hint),
        ],
    )
}

/// Every competitor at the client.
pub fn read(bench: &Workbench, look: &Look<'_>, client: ClientId) -> Result<Vec<Subject>, OpError> {
    let words = look.words;
    let rows = bench.competitors(Some(client))?;
    let mut subjects: Vec<Subject> = rows
        .iter()
        .map(|row| {
            let competitor = &row.competitor;
            let mut lines: Vec<String> = competitor.messages().iter().map(|message| words.message(message)).collect();
            let head = lines.first().cloned().unwrap_or_default();
            lines.push(words.say("board-joint-team"));
            let decide = competitor.what.hint.then_some(Task::Decide(competitor.id));
            let tasks = [Task::Edit(competitor.id)].into_iter().chain(decide);
            let tasks = tasks.chain([Task::Gone(competitor.id), Task::Add]).map(super::Task::Competitor);
            Subject { head, lines, tasks: tasks.collect() }
        })
        .collect();
    if subjects.is_empty() {
        let lines = vec![words.say("board-no-competitor"), words.say("board-joint-team")];
        subjects.push(Subject { head: String::new(), lines, tasks: vec![super::Task::Competitor(Task::Add)] });
    }
    Ok(subjects)
}
