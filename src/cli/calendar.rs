//! `regulars calendar`, `compliance`, `catch-up` and `rebalance`: what is planned, how the table is kept, and what moves.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::records::KeptRecord;
use super::{Session, phrases, text};
use crate::domain::calendar::{Homeless, Move, Moves, Reason};
use crate::domain::ids::ClientId;
use crate::domain::message::Message;
use crate::ops::{AgendaItem, AgendaLine, CatchUp, Kept, OpError};

/// How many days the calendar shows where nothing is said.
const SHOWN: Days = Days::new(13);
/// How many moves are listed to people.
const LISTED: usize = 40;

/// A touch in `calendar --json`.
#[derive(Serialize)]
struct CalendarRecord<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// The id of the row of the table it comes from; null for a day set by hand.
    rule: Option<String>,
    /// What it is, whatever its day: for `skip`, `snooze`, `move` and `do`.
    key: &'a str,
    /// `call`, `message`, `email`, `mail`, `meeting`, `gift`, `event`; `contact` for a day set by hand.
    kind: &'static str,
    /// The first day on which a contact does it.
    window_from: NaiveDate,
    /// The last day on which a contact does it.
    window_to: NaiveDate,
    /// Its day; null for what found none.
    day: NaiveDate,
    /// Why it is due, in words.
    why: String,
    /// Why it has that day, in words.
    reason: String,
    /// The reason in numbers: its own day, and what stood in the way; null for a day set by hand.
    because: Option<Reason>,
    /// What it is for, as the client stands now: `engagement`, `retention`, `return`.
    process: &'static str,
    /// `open`, `done` or `skipped`.
    state: &'static str,
    /// Why it was left out; null unless it was.
    skipped: Option<&'a str>,
    /// `me`, `secretary`, `courier` or `head`.
    responsible: &'static str,
    /// How long it takes.
    minutes: u32,
    /// The keys of others that the same contact could do.
    together: Vec<&'a str>,
}

/// What found no day, in `calendar --no-day --json`.
#[derive(Serialize)]
struct HomelessRecord {
    /// The client's id.
    client_id: String,
    /// The id of the row of the table it comes from.
    rule: String,
    /// What it is.
    key: String,
    /// How long it would take.
    minutes: u32,
    /// `closed`, `away`, `full`, `crowded` or `barred`.
    no_day: &'static str,
}

/// What a change moves, in JSON.
#[derive(Serialize)]
struct MovesRecord {
    /// How many touches get another day.
    moved: usize,
    /// How many are new.
    new: usize,
    /// How many go.
    gone: usize,
    /// Each of them.
    touches: Vec<MoveRecord>,
}

/// A touch that moves.
#[derive(Serialize)]
struct MoveRecord {
    /// The client's id.
    client_id: String,
    /// `call`, `message`, `email`, `mail`, `meeting`, `gift`, `event`.
    kind: &'static str,
    /// What it is.
    key: String,
    /// Its day before; null for a new one.
    from: Option<NaiveDate>,
    /// Its day from then on; null for one that goes.
    to: Option<NaiveDate>,
}

impl Session<'_> {
    /// Lists the touches of some days, or what found no day.
    pub(super) fn calendar(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        if asked.get_flag("no-day") {
            return self.list_homeless();
        }
        let today = self.bench.today();
        let from = if text(asked, "from").is_empty() { today } else { self.any_day(asked, "from")? };
        let to = if text(asked, "to").is_empty() { from + SHOWN } else { self.any_day(asked, "to")? };
        let mut lines = self.bench.calendar(from, to)?;
        if let Some(named) = asked.get_one::<String>("of") {
            let client = self.bench.client_named(named)?;
            lines.retain(|line| line.client == client);
        }
        if self.out.is_json() {
            let pairs = self.bench.merge_candidates(from, to)?;
            let mut records = lines.iter().map(|line| self.calendar_record(line)).collect::<Result<Vec<_>, _>>()?;
            let places: HashMap<&str, usize> =
                records.iter().enumerate().map(|(place, record)| (record.key, place)).collect();
            for (key, other) in pairs.iter().flat_map(|(one, other)| [(&one.key, other), (&other.key, one)]) {
                if let Some(place) = places.get(key.as_str()) {
                    records[*place].together.push(&other.key);
                }
            }
            self.out.json(&records)?;
            return Ok(Exit::Done);
        }
        let rows: Vec<[String; 5]> = lines.iter().map(|line| self.calendar_row(line)).collect();
        self.out.table(&rows, &[])?;
        self.tell_limits()
    }

    fn calendar_record<'l>(&self, line: &'l AgendaLine) -> Result<CalendarRecord<'l>, OpError> {
        let (_, why) = phrases::planned(self.words, self.bench, line);
        let planned = if let AgendaItem::Rule(planned) = &line.item { Some(planned) } else { None };
        Ok(CalendarRecord {
            process: self.bench.process_of(line.client)?.name(),
            client_id: line.client.0.to_string(),
            client: &line.name,
            rule: planned.map(|planned| planned.rule.0.to_string()),
            key: &line.key,
            kind: planned.map_or("contact", |planned| planned.kind.name()),
            window_from: planned.map_or(line.day, |planned| planned.from),
            window_to: planned.map_or(line.day, |planned| planned.to),
            day: line.day,
            why,
            reason: planned.map_or_else(|| self.words.say("day-by-hand"), |planned| self.reason(&planned.reason)),
            because: planned.map(|planned| planned.reason),
            state: line.state.name(),
            skipped: line.skipped.as_deref(),
            responsible: planned.map(|planned| planned.responsible).unwrap_or_default().name(),
            minutes: line.minutes,
            together: Vec::new(),
        })
    }

    fn reason(&self, reason: &Reason) -> String {
        phrases::joined(reason.messages().iter().map(|message| self.words.message(message)))
    }

    fn calendar_row(&self, line: &AgendaLine) -> [String; 5] {
        let (kind, why) = phrases::planned(self.words, self.bench, line);
        let mark = match line.state.name() {
            "done" => "✓",
            "skipped" => "–",
            _ => "•",
        };
        let why = phrases::joined([why, line.skipped.clone().unwrap_or_default()]);
        [self.words.day(line.day), format!("{mark} {kind}"), phrases::named(&line.name, false), why, line.key.clone()]
    }

    /// Says what does not fit into the days, and what would help.
    fn tell_limits(&mut self) -> Result<Exit, Failure> {
        for limit in self.bench.limits()? {
            self.out.heading(self.words.message(&limit.sentence()))?;
        }
        Ok(Exit::Done)
    }

    fn list_homeless(&mut self) -> Result<Exit, Failure> {
        let homeless = self.bench.no_day()?;
        if self.out.is_json() {
            let record = |one: &Homeless| HomelessRecord {
                client_id: one.client.0.to_string(),
                rule: one.rule.0.to_string(),
                key: one.key.clone(),
                minutes: one.minutes,
                no_day: one.why.name(),
            };
            self.out.json(&homeless.iter().map(record).collect::<Vec<_>>())?;
            return Ok(Exit::Done);
        }
        let mut rows = Vec::new();
        for one in homeless.iter().take(LISTED) {
            let why = self.words.say(&format!("unplaced-{}", one.why.name()));
            rows.push([self.name_of(one.client)?, one.key.clone(), why]);
        }
        self.out.table(&rows, &[])?;
        self.out.line(self.words.message(&Message::new("unplaced-count").with("n", homeless.len())))?;
        self.tell_limits()
    }

    fn name_of(&self, client: ClientId) -> Result<String, Failure> {
        Ok(self.bench.list_row(client)?.map(|row| phrases::named(&row.name, false)).unwrap_or_default())
    }

    /// Says what moves; `key` says whether it did or would.
    pub(super) fn tell_moves(&mut self, key: &'static str, moves: &Moves) -> Result<Exit, Failure> {
        if self.out.is_json() {
            let record = |one: &Move| MoveRecord {
                client_id: one.client.0.to_string(),
                kind: one.kind.name(),
                key: one.key.clone(),
                from: one.from,
                to: one.to,
            };
            let (moved, new, gone) = (moves.moved(), moves.added(), moves.gone());
            self.out.json(&MovesRecord { moved, new, gone, touches: moves.list.iter().map(record).collect() })?;
            return Ok(Exit::Done);
        }
        let counts =
            Message::new(key).with("moved", moves.moved()).with("new", moves.added()).with("gone", moves.gone());
        self.out.line(self.words.message(&counts))?;
        let mut rows = Vec::new();
        for one in moves.list.iter().take(LISTED) {
            let day = |day: Option<NaiveDate>| day.map_or_else(|| "—".to_owned(), |day| self.words.day(day));
            let days = format!("{} → {}", day(one.from), day(one.to));
            rows.push([self.name_of(one.client)?, self.words.touch(one.kind), days, one.key.clone()]);
        }
        self.out.table(&rows, &[])?;
        if moves.list.len() > LISTED {
            self.out.line(self.words.say_with("table-more", &[("n", (moves.list.len() - LISTED).into())]))?;
        }
        Ok(Exit::Done)
    }

    /// Says how each row of the table was kept.
    pub(super) fn compliance(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let kept = self.bench.compliance(self.any_day(asked, "from")?, self.any_day(asked, "to")?)?;
        if self.out.is_json() {
            let records: Vec<_> = kept.iter().map(|kept| KeptRecord::of(self.words, kept)).collect();
            self.out.json(&records)?;
        } else {
            self.print_kept(&kept)?;
        }
        Ok(Exit::Done)
    }

    /// Lists how rows of the table were kept.
    pub(super) fn print_kept(&mut self, kept: &[Kept]) -> Result<(), Failure> {
        let row = |kept: &Kept| {
            let share = kept.share().map_or_else(String::new, |share| self.words.share(share));
            [self.words.rule_title(&kept.rule), share, self.words.message(&kept.message())]
        };
        let rows: Vec<[String; 3]> = kept.iter().map(row).collect();
        Ok(self.out.table(&rows, &[1])?)
    }

    /// Deals with what came to nothing while somebody was away.
    pub(super) fn catch_up(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let since = self.any_day(asked, "from")?;
        let how = match text(asked, "how") {
            "drop" => CatchUp::Drop,
            "move" if text(asked, "to").is_empty() => CatchUp::Move(self.bench.today() + SHOWN),
            "move" => CatchUp::Move(self.any_day(asked, "to")?),
            _ => CatchUp::Keep,
        };
        self.back_up();
        let caught = self.bench.catch_up(since, how)?;
        if !self.out.is_json() {
            self.out.line(self.words.message(&caught.message()))?;
        }
        self.tell_moves("moves-done", &caught.moves)
    }

    /// Evens the calendar out, or says what that would move.
    pub(super) fn rebalance(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        if asked.get_flag("dry-run") {
            let moves = self.bench.preview_rebalance()?;
            return self.tell_moves("moves-would", &moves);
        }
        self.back_up();
        let moves = self.bench.rebalance()?;
        self.tell_moves("moves-done", &moves)
    }

    /// The client of the touch named on the command line.
    pub(super) fn client_of_touch(&self, asked: &ArgMatches) -> Result<ClientId, Failure> {
        self.bench.make_fresh()?;
        let client = self.bench.touch(text(asked, "key"))?.client;
        self.back_up();
        Ok(client)
    }
}
