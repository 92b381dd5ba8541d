//! Where a complaint is opened, led from step to step, and closed.

use chrono::NaiveDate;

use super::setting::REPLY_MINUTES;
use super::{OpError, Receipt, Workbench};
use crate::domain::complaint::{Complaint, ComplaintKind, Irritant, Move, Step};
use crate::domain::ids::{ClientId, ComplaintId};
use crate::domain::message::Message;
use crate::store::ComplaintRow;

/// In how many minutes a complaint is to be answered where nothing else was chosen (DOMAIN R77).
const REPLY_WITHIN: i64 = 60;

/// A complaint as a person enters it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComplaintDraft {
    /// What it is.
    pub kind: ComplaintKind,
    /// What irritated.
    pub irritant: Irritant,
    /// What it is about.
    pub text: String,
    /// The day it was made; today where nothing is said.
    pub on: Option<NaiveDate>,
    /// By when the client is to be told that it is right; today where nothing is said.
    pub next: Option<NaiveDate>,
}

impl Workbench {
    /// The open complaints of one client, or of all, oldest first.
    pub fn complaints(&self, only: Option<ClientId>) -> Result<Vec<ComplaintRow>, OpError> {
        Ok(self.db.open_complaints(only, self.today())?)
    }

    /// In how many minutes a complaint is to be answered.
    pub fn reply_minutes(&self) -> Result<i64, OpError> {
        Ok(self.setting(REPLY_MINUTES)?.and_then(|text| text.parse().ok()).unwrap_or(REPLY_WITHIN))
    }

    /// The clock of a complaint, in sentences.
    pub fn complaint_clock(&self, complaint: &Complaint) -> Result<Vec<Message>, OpError> {
        let now = self.clock.now();
        Ok(complaint.clock(now.at, now.day, self.reply_minutes()?))
    }

    /// The open complaint of a client a person means: by its id, or the oldest.
    pub fn complaint_named(&self, client: ClientId, asked: Option<&str>) -> Result<ComplaintId, OpError> {
        let id = asked.map(|asked| asked.parse().map(ComplaintId).map_err(|_| OpError::NoComplaint)).transpose()?;
        let mut open = self.complaints(Some(client))?.into_iter().map(|row| row.complaint.id);
        open.find(|open| id.is_none_or(|id| id == *open)).ok_or(OpError::NoComplaint)
    }

    fn complaint(&self, id: ComplaintId) -> Result<ComplaintRow, OpError> {
        let (row, today) = (self.db.any_complaint(id)?, self.today());
        let open = row.filter(|row| row.complaint.closed_on.is_none_or(|day| day > today));
        let row = open.ok_or(OpError::NoComplaint)?;
        self.check_not_later(row.complaint.closed_on)?;
        Ok(row)
    }

    /// Opens a complaint, a return or a claim of a client: an alert until it is closed.
    pub fn open_complaint(&self, client: ClientId, draft: &ComplaintDraft) -> Result<Receipt, OpError> {
        let text = draft.text.trim();
        if text.is_empty() {
            return Err(OpError::Empty);
        }
        let now = self.clock.now();
        let next = draft.next.unwrap_or(now.day);
        self.check_ahead(next)?;
        let on = draft.on.unwrap_or(now.day);
        self.check_past(on)?;
        self.act_on(client, "open_complaint", |tx| {
            Ok(tx.insert_complaint(&Complaint {
                irritant: draft.irritant,
                // Of an earlier day the moment is not known.
                opened_at: (on == now.day).then_some(now.at),
                next_on: Some(next),
                ..Complaint::new(ComplaintId(tx.make_id()), client, draft.kind, on, text)
            })?)
        })
    }

    /// Leads an open complaint on, back to the change, or leaves it at its step: with the day by which the step it then
    /// stands at is to be done. The first step forward is the answer to the client.
    pub fn step_complaint(&self, id: ComplaintId, how: Move, next: NaiveDate) -> Result<Receipt, OpError> {
        let row = self.complaint(id)?;
        let step = row.complaint.moved(how).ok_or(OpError::NoStep { forward: how == Move::Forward })?;
        self.check_ahead(next)?;
        let now = self.clock.now().at;
        let mut complaint = Complaint { step, next_on: Some(next), ..row.complaint };
        if how != Move::Stay {
            complaint.stepped_at = Some(now);
            complaint.answered_at = complaint.answered_at.or(Some(now));
            complaint.reworked += i64::from(how == Move::Rework);
        }
        let verb = match how {
            Move::Forward => "step_complaint",
            Move::Rework => "rework_complaint",
            Move::Stay => "date_complaint",
        };
        let receipt = self.act_on(complaint.client, verb, |tx| Ok(tx.put_step(&complaint)?))?;
        let good = how == Move::Forward && step == Step::Conclude;
        Ok(receipt.led_by(good.then(|| Message::new("effect-ask-review")).into_iter().chain([complaint.state()])))
    }

    /// Says what kind an open complaint is, and what irritated, in place of what was said before.
    pub fn sort_complaint(&self, id: ComplaintId, kind: ComplaintKind, irritant: Irritant) -> Result<Receipt, OpError> {
        let row = self.complaint(id)?;
        if (kind, irritant) == (row.complaint.kind, row.complaint.irritant) {
            return Err(OpError::Unchanged);
        }
        self.act_on(row.complaint.client, "sort_complaint", |tx| Ok(tx.sort_complaint(id, kind, irritant)?))
    }

    /// Closes an open complaint with what changed in the process: "nothing" is an answer, no word is none.
    pub fn close_complaint(&self, id: ComplaintId, lesson: &str) -> Result<Receipt, OpError> {
        let row = self.complaint(id)?;
        let lesson = lesson.trim();
        if lesson.is_empty() {
            return Err(OpError::NoLesson);
        }
        let today = self.today();
        self.act_on(row.complaint.client, "close_complaint", |tx| Ok(tx.close_complaint(id, today, lesson)?))
    }
}
