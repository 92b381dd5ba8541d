//! The open complaints of a client on a board: where each stands, its clock, and the way on.

use super::{Said, Subject, day, one_of, one_of_all, refused, today, typed};
use crate::domain::complaint::{ComplaintKind, Irritant, Move, Step};
use crate::domain::ids::{ClientId, ComplaintId};
use crate::domain::message::Message;
use crate::ops::{ComplaintDraft, OpError, Receipt, Workbench};
use crate::text::typed::parse_past_day;
use crate::tui::look::Look;
use crate::tui::widgets::fields::Fields;

/// What can be done about a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    Step(ComplaintId),
    Rework(ComplaintId),
    Date(ComplaintId),
    Close(ComplaintId),
    Sort(ComplaintId, ComplaintKind, Irritant),
    Open,
}

impl Task {
    pub fn key(self) -> &'static str {
        match self {
            Self::Step(_) => "board-step",
            Self::Rework(_) => "board-rework",
            Self::Date(_) => "board-date",
            Self::Close(_) => "board-close-complaint",
            Self::Sort(..) => "board-sort",
            Self::Open => "board-open-complaint",
        }
    }

    pub fn fields(self, look: &Look<'_>) -> Fields {
        match self {
            Self::Step(_) | Self::Rework(_) | Self::Date(_) => Fields::new(&["board-next"], vec![day("+1")]),
            Self::Close(_) => Fields::new(&["board-lesson"], vec![typed("")]),
            Self::Sort(_, kind, irritant) => Fields::new(
                &["board-irritant", "board-kind"],
                vec![
                    one_of_all(look, &Irritant::ALL, Irritant::key, irritant),
                    one_of_all(look, &ComplaintKind::ALL, ComplaintKind::key, kind),
                ],
            ),
            Self::Open => Fields::new(
                &["board-text", "board-irritant", "board-kind", "board-next", "board-on"],
                vec![
                    typed(""),
                    one_of(look, Irritant::ALL.map(Irritant::key)),
                    one_of(look, ComplaintKind::ALL.map(ComplaintKind::key)),
                    today(look),
                    today(look),
                ],
            ),
        }
    }

    pub fn save(self, bench: &Workbench, client: ClientId, said: &Said<'_>) -> Result<Receipt, Message> {
        let step = |id, how| bench.step_complaint(id, how, said.day_ahead(0)?).map_err(refused);
        match self {
            Self::Step(id) => step(id, Move::Forward),
            Self::Rework(id) => step(id, Move::Rework),
            Self::Date(id) => step(id, Move::Stay),
            Self::Sort(id, ..) => {
                let (irritant, kind) = (Irritant::ALL[said.chosen(0)], ComplaintKind::ALL[said.chosen(1)]);
                bench.sort_complaint(id, kind, irritant).map_err(refused)
            }
            Self::Close(id) => bench.close_complaint(id, said.text(0)).map_err(refused),
            Self::Open => {
                let draft = ComplaintDraft {
                    kind: ComplaintKind::ALL[said.chosen(2)],
                    irritant: Irritant::ALL[said.chosen(1)],
                    text: said.text(0).to_owned(),
                    on: Some(said.day(4, parse_past_day)?),
                    next: Some(said.day_ahead(3)?),
                };
                bench.open_complaint(client, &draft).map_err(refused)
            }
        }
    }
}

/// Every open complaint; where there is none, only that one can be opened.
pub fn read(bench: &Workbench, look: &Look<'_>, client: ClientId) -> Result<Vec<Subject>, OpError> {
    let words = look.words;
    let mut subjects = Vec::new();
    for row in bench.complaints(Some(client))? {
        let complaint = &row.complaint;
        let say = |message: &Message| words.message(message);
        let about =
            Message::new("card-complaint").with("day", complaint.opened_on).with("text", complaint.text.as_str());
        let clock: Vec<String> = bench.complaint_clock(complaint)?.iter().map(say).collect();
        let later = complaint
            .moved(Move::Forward)
            .map(|step| say(&Message::new("board-then").with("step", Message::new(step.key()))));
        let good = (complaint.step == Step::Assess).then(|| words.say("board-assess"));
        let lines = [say(&about), say(&complaint.sorted()), say(&complaint.state())];
        let lines = lines.into_iter().chain(later).chain(good);
        let lines = lines.chain([clock.join(" · "), words.say("complaint-heard")]).collect();
        let step = complaint.moved(Move::Forward).map(|_| Task::Step(complaint.id));
        let rework = complaint.moved(Move::Rework).map(|_| Task::Rework(complaint.id));
        let tasks = step.into_iter().chain(rework);
        let sort = Task::Sort(complaint.id, complaint.kind, complaint.irritant);
        let tasks = tasks.chain([Task::Date(complaint.id), Task::Close(complaint.id), Task::Open, sort]);
        let head = [say(&complaint.state()), words.private(&complaint.text).into_owned()].join(" · ");
        subjects.push(Subject { head, lines, tasks: tasks.map(super::Task::Complaint).collect() });
    }
    if subjects.is_empty() {
        let lines = vec![words.say("board-no-complaint")];
        subjects.push(Subject { head: String::new(), lines, tasks: vec![super::Task::Complaint(Task::Open)] });
    }
    Ok(subjects)
}
