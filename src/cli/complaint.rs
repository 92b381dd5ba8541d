//! `regulars complaint`: opens one, leads it from step to step, says of what kind it is, closes it, and lists those that are open.

use clap::ArgMatches;

use super::failure::{Exit, Failure};
use super::records::ComplaintRecord;
use super::{Session, text};
use crate::domain::complaint::{ComplaintKind, Irritant, Move};
use crate::domain::message::Message;
use crate::ops::{ComplaintDraft, ComplaintRow};

impl Session<'_> {
    /// Opens a complaint of a client, leads its oldest open one on or closes it, or lists those that are open.
    pub(super) fn complaint(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some((verb, asked)) = asked.subcommand() else { return Ok(Exit::CommandLine) };
        if verb == "list" {
            return self.complaints(asked);
        }
        let next = if ["close", "sort"].contains(&verb) { None } else { self.day_ahead(asked, "next-step")? };
        let client = self.client(asked)?;
        self.back_up();
        let (kind, irritant) = if ["open", "sort"].contains(&verb) {
            let irritant = Irritant::from_name(&text(asked, "irritant").replace('-', "_"));
            (ComplaintKind::from_name(text(asked, "what")), irritant)
        } else {
            (None, None)
        };
        let receipt = if verb == "open" {
            let draft = ComplaintDraft {
                kind: kind.unwrap_or_default(),
                irritant: irritant.unwrap_or_default(),
                text: text(asked, "message").to_owned(),
                on: Some(self.day_past(asked)?),
                next,
            };
            self.bench.open_complaint(client, &draft)?
        } else {
            let named = asked.get_one::<String>("complaint").map(String::as_str);
            let id = self.bench.complaint_named(client, named)?;
            match (verb, next) {
                ("sort", _) => {
                    let before = self.bench.complaints(Some(client))?.into_iter().find(|row| row.complaint.id == id);
                    let before = before.map(|row| (row.complaint.kind, row.complaint.irritant)).unwrap_or_default();
                    self.bench.sort_complaint(id, kind.unwrap_or(before.0), irritant.unwrap_or(before.1))?
                }
                ("close", _) => self.bench.close_complaint(id, text(asked, "changed"))?,
                ("rework", Some(next)) => self.bench.step_complaint(id, Move::Rework, next)?,
                ("date", Some(next)) => self.bench.step_complaint(id, Move::Stay, next)?,
                (_, Some(next)) => self.bench.step_complaint(id, Move::Forward, next)?,
                (_, None) => return Err(Failure::Value(Message::new("cli-error-missing").with("what", "--next"))),
            }
        };
        self.hand_over(client, &receipt)
    }

    fn complaints(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let only = asked.get_one::<String>("client").map(|_| self.client(asked)).transpose()?;
        let rows = self.bench.complaints(only)?;
        if self.out.is_json() {
            let records: Result<Vec<_>, Failure> =
                rows.iter().map(|row| Ok(ComplaintRecord::of(self.bench, row)?)).collect();
            self.out.json(&records?)?;
            return Ok(Exit::Done);
        }
        if rows.is_empty() {
            self.out.line(self.words.say("board-no-complaint"))?;
        }
        for row in &rows {
            self.print_complaint(row)?;
        }
        Ok(Exit::Done)
    }

    fn print_complaint(&mut self, row: &ComplaintRow) -> Result<(), Failure> {
        let (words, complaint) = (self.words, &row.complaint);
        let open =
            Message::new("card-complaint").with("day", complaint.opened_on).with("text", complaint.text.as_str());
        self.out.line(format!("{}  {}  {}", complaint.id.0, row.client, words.message(&open)))?;
        let clock = self.bench.complaint_clock(complaint)?;
        let state = [&complaint.sorted(), &complaint.state()]
            .into_iter()
            .chain(&clock)
            .map(|message| words.message(message))
            .collect::<Vec<_>>();
        Ok(self.out.line(format!("  {}", state.join(" · ")))?)
    }
}
