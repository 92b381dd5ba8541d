//! `regulars sheet`: the touches of some days to print, by town for a journey, or for somebody else who does them.

use std::path::PathBuf;

use chrono::{Days, NaiveDate};
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::{Session, check_order, phrases, shown, text};
use crate::domain::matching::fold;
use crate::domain::message::Message;
use crate::domain::table::Responsible;
use crate::ops::{SheetItem, SheetLine};
use crate::text::sheet::{Group, Sheet};

/// For how many days a sheet is where nobody says.
const DAYS: Days = Days::new(14);

/// What `sheet --json` answers.
#[derive(Serialize)]
struct SheetRecord {
    /// Where the sheet was written; null where it was not.
    file: Option<String>,
    /// Its touches, by day.
    touches: Vec<TouchRecord>,
}

/// A touch on a sheet, or a promise.
#[derive(Serialize)]
struct TouchRecord {
    /// The day it is planned for, or due.
    day: NaiveDate,
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: String,
    /// The town; empty if unknown.
    town: String,
    /// The address; empty if unknown.
    address: String,
    /// Whom one speaks with there.
    person: Option<String>,
    /// The telephone number; empty if unknown.
    phone: String,
    /// What it is.
    kind: String,
    /// Why it is due.
    why: String,
    /// Who does it: `me`, `secretary`, `courier` or `head`.
    responsible: &'static str,
}

impl Session<'_> {
    /// Writes a sheet of the touches of some days.
    pub(super) fn sheet(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let Some((which, asked)) = asked.subcommand() else { return Ok(Exit::CommandLine) };
        let from = self.day(asked, "from")?.unwrap_or(self.bench.today());
        let to = self.day(asked, "to")?;
        check_order(from, to)?;
        let to = to.unwrap_or(from + DAYS);
        self.bench.make_fresh()?;
        let mut lines = self.bench.sheet(from, to)?;
        let sheet = if which == "town" {
            self.town_sheet(&lines, from, to)
        } else {
            let who = Responsible::ALL.into_iter().find(|who| who.name() == text(asked, "who"));
            lines.retain(|line| Some(line.responsible()) == who);
            self.handover_sheet(&lines, who.unwrap_or_default(), (from, to))
        };
        let written = if asked.get_flag("html") { sheet.html(self.words.lang()) } else { sheet.plain() };
        let path = asked.get_one::<PathBuf>("out").filter(|path| path.as_os_str() != "-");
        if let Some(path) = path {
            self.hand_out(path, &written, Sheet::is_ours)?;
        }
        if self.out.is_json() {
            let touches = lines.iter().map(|line| self.touch_record(line)).collect();
            self.out.json(&SheetRecord { file: path.map(|path| shown(path)), touches })?;
        } else if let Some(path) = path {
            let told = Message::new("cli-sheet").with("n", lines.len()).with("path", shown(path));
            self.out.line(self.words.message(&told))?;
        } else {
            self.out.verbatim(&written)?;
        }
        Ok(Exit::Done)
    }

    /// By town, for a journey: the towns by name, clients whose town is not known last.
    fn town_sheet(&self, lines: &[SheetLine], from: NaiveDate, to: NaiveDate) -> Sheet {
        let words = self.words;
        let town = |line: &SheetLine| (line.client.city.trim().to_owned(), String::new());
        let mut groups = self.groups(lines, town, |line| {
            let who = Some(line.responsible()).filter(|who| *who != Responsible::Me);
            phrases::joined([line.client.address.clone(), who.map(|who| words.responsible(who)).unwrap_or_default()])
        });
        groups.sort_by_cached_key(|group| (group.heading.is_empty(), fold(&group.heading)));
        for group in groups.iter_mut().filter(|group| group.heading.is_empty()) {
            group.heading = words.say("sheet-no-town");
        }
        let title = Message::new("sheet-town").with("from", from).with("to", to);
        Sheet { title: words.message(&title), columns: self.columns("sheet-address"), groups }
    }

    /// What somebody else does, by what the communication table asks for.
    fn handover_sheet(&self, lines: &[SheetLine], who: Responsible, (from, to): (NaiveDate, NaiveDate)) -> Sheet {
        let words = self.words;
        let asked_for = |line: &SheetLine| match &line.rule {
            Some(rule) => (words.rule_title(rule), words.rule_note(rule)),
            None => (words.say("planned-contact"), String::new()),
        };
        let groups = self.groups(lines, asked_for, |line| {
            let place = [line.client.city.clone(), line.client.address.clone()];
            place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        });
        let title =
            Message::new("sheet-handover").with("who", words.responsible(who)).with("from", from).with("to", to);
        Sheet { title: words.message(&title), columns: self.columns("sheet-place"), groups }
    }

    /// The lines with the same heading together, in the order in which the headings come first. `heading` says it and what
    /// is to be noted below it, `place` where a line is done.
    fn groups(
        &self,
        lines: &[SheetLine],
        heading: impl Fn(&SheetLine) -> (String, String),
        place: impl Fn(&SheetLine) -> String,
    ) -> Vec<Group> {
        let mut groups: Vec<Group> = Vec::new();
        for line in lines {
            let (kind, why) = self.said(line);
            let day = self.words.day(line.item.day());
            let row = vec![day, line.client.name.clone(), kind, whom(line), place(line), why];
            let (heading, note) = heading(line);
            match groups.iter_mut().find(|group| fold(&group.heading) == fold(&heading)) {
                Some(group) => group.rows.push(row),
                None => groups.push(Group { heading, note, rows: vec![row] }),
            }
        }
        groups
    }

    fn columns(&self, last: &'static str) -> Vec<String> {
        let keys = ["sheet-day", "sheet-client", "sheet-touch", "sheet-person", last, "sheet-why"];
        keys.iter().map(|key| self.words.say(key)).collect()
    }

    /// What there is to do, and why.
    fn said(&self, line: &SheetLine) -> (String, String) {
        match &line.item {
            SheetItem::Touch(touch) => phrases::planned(self.words, self.bench, touch),
            SheetItem::Promise(row) => {
                let promise = &row.promise;
                (self.words.promise(&promise.what), self.words.promise_due(promise, self.bench.today()))
            }
        }
    }

    fn touch_record(&self, line: &SheetLine) -> TouchRecord {
        let (kind, why) = self.said(line);
        TouchRecord {
            day: line.item.day(),
            client_id: line.client.id.0.to_string(),
            client: line.client.name.clone(),
            town: line.client.city.clone(),
            address: line.client.address.clone(),
            person: line.person.as_ref().map(|person| person.name.clone()),
            phone: line.phone.clone(),
            kind,
            why,
            responsible: line.responsible().name(),
        }
    }
}

/// The person with the telephone number.
fn whom(line: &SheetLine) -> String {
    let person = line.person.as_ref().map(|person| person.name.clone()).unwrap_or_default();
    phrases::joined([person, line.phone.clone()])
}
