//! Where the planned touches and the open promises become a calendar file for other programs. What was told is kept, so
//! that what moved stays the same event there.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, SubsecRound, TimeDelta, Utc};

use super::{AgendaItem, AgendaLine, OpError, PlanState, PromiseRow, Workbench};
use crate::domain::ids::{ClientId, PromiseId};
use crate::domain::promise::PromiseEnd;
use crate::domain::table::Rule;
use crate::exchange::ical::{self, Event};
use crate::store::{Db, Published, PublishedState};

/// How many planned touches are read at once.
const PAGE: usize = 1_000;
/// For so long a file still says that a touch was done or called off.
const TOLD_FOR: TimeDelta = TimeDelta::days(30);

/// What the keys of promises begin with.
const PROMISE: &str = "P|";

/// The last day that is written in ten letters.
const END_OF_TIME: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day of the calendar");

/// What goes into a calendar file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PublishDraft<'a> {
    /// What the calendar is called.
    pub name: &'a str,
    /// The first day of the planned touches.
    pub from: NaiveDate,
    /// The last day of the planned touches; `None` for as far as is planned.
    pub to: Option<NaiveDate>,
    /// Whether touches that were done stay in the file, for thirty days.
    pub done: bool,
}

/// What stands in a calendar file.
#[derive(Clone, Copy, Debug)]
pub enum Told<'a> {
    /// A planned touch.
    Touch(&'a AgendaLine),
    /// An open promise.
    Promise(&'a PromiseRow),
}

/// What is said of it in a calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it is, in a line.
    pub summary: String,
    /// Why it is due.
    pub about: String,
}

/// A calendar file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// The file.
    pub text: String,
    /// How many planned touches are in it.
    pub due: usize,
    /// How many open promises.
    pub promises: usize,
    /// How many that were done.
    pub done: usize,
    /// How many that are called off.
    pub cancelled: usize,
}

impl Workbench {
    /// Writes the planned touches and the open promises as a calendar file; `say` finds the words for each. The file is the
    /// same, byte by byte, until something of them changes. What is not planned any more is in it as called off, for thirty
    /// days.
    pub fn publish(&self, draft: &PublishDraft<'_>, say: &dyn Fn(Told<'_>) -> Said) -> Result<CalendarFile, OpError> {
        self.check_may_write()?;
        let now = self.clock.now().at.trunc_subsecs(0);
        let told = self.db.derive(|db| {
            let mut known: HashMap<String, Published> =
                db.published()?.into_iter().map(|row| (row.key.clone(), row)).collect();
            let mut told = Vec::new();
            let (agenda, promises) = (self.whole_agenda()?, db.open_promises(self.today())?);
            let each = agenda.iter().map(Told::Touch).chain(promises.iter().map(Told::Promise));
            for due in each.map(|what| row_of(what, say(what), now)) {
                let before = known.remove(due.key.as_str());
                let wanted = draft.from <= due.day && draft.to.is_none_or(|to| due.day <= to);
                if wanted || before.is_some() {
                    let row = after(due, before.as_ref(), now);
                    keep(db, before.as_ref(), &row)?;
                    told.extend(Some(row).filter(|_| wanted));
                }
            }
            let rules = db.rules()?;
            for before in known.into_values() {
                let row = self.gone(db, &rules, &before, now)?;
                keep(db, Some(&before), &row)?;
                let wanted = draft.done || row.state == PublishedState::Cancelled;
                told.extend(Some(row).filter(|row| wanted && row.stamp >= now - TOLD_FOR));
            }
            Ok::<_, OpError>(told)
        })?;
        self.calendar_file(draft.name, told)
    }

    /// Every planned touch, by day.
    pub(super) fn whole_agenda(&self) -> Result<Vec<AgendaLine>, OpError> {
        let mut lines = Vec::new();
        loop {
            let page = self.agenda_page(lines.len(), PAGE)?;
            let last = page.len() < PAGE;
            lines.extend(page);
            if last {
                return Ok(lines);
            }
        }
    }

    /// What is told of something that is not planned any more: that it was done, or that it is called off.
    fn gone(&self, db: &Db, rules: &[Rule], before: &Published, now: DateTime<Utc>) -> Result<Published, OpError> {
        let mut row = before.clone();
        if before.state == PublishedState::Due {
            row.state =
                if self.was_done(db, rules, before)? { PublishedState::Done } else { PublishedState::Cancelled };
            row.sequence += 1;
            row.stamp = now.max(before.stamp);
        }
        Ok(row)
    }

    /// Whether a promise was kept, or a contact did a touch: as the plan says, or, where that has forgotten the touch, one of
    /// a kind that counts within its days.
    fn was_done(&self, db: &Db, rules: &[Rule], row: &Published) -> Result<bool, OpError> {
        if let Some(id) = row.key.strip_prefix(PROMISE) {
            let promise = id.parse().ok().map(|id| db.any_promise(PromiseId(id))).transpose()?.flatten();
            let ended = promise.and_then(|row| row.promise.known_on(self.today()).ended);
            return Ok(ended.is_some_and(|(how, _)| how == PromiseEnd::Kept));
        }
        if let Some(planned) = db.plan_row(&row.key)? {
            return Ok(matches!(planned.state, PlanState::Done(_)));
        }
        let rule = rules.iter().find(|rule| Some(rule.id) == row.rule);
        let contacts = db.book_line(row.client, self.today())?.map(|line| line.contacts).unwrap_or_default();
        let last = row.to.min(self.today());
        Ok(contacts.iter().any(|contact| {
            (row.from..=last).contains(&contact.day) && rule.is_none_or(|rule| rule.counts(contact.kind))
        }))
    }

    fn calendar_file(&self, name: &str, mut told: Vec<Published>) -> Result<CalendarFile, OpError> {
        told.sort_unstable_by(|a, b| (a.day, &a.key).cmp(&(b.day, &b.key)));
        let book = self.db.file_id()?;
        let count = |state| told.iter().filter(|row| row.state == state).count();
        let (due, done, cancelled) =
            (count(PublishedState::Due), count(PublishedState::Done), count(PublishedState::Cancelled));
        let promises =
            told.iter().filter(|row| row.state == PublishedState::Due && row.key.starts_with(PROMISE)).count();
        let events: Vec<Event> = told.into_iter().map(|row| event(&book, row)).collect();
        Ok(CalendarFile { text: ical::write(name, &events), due: due - promises, promises, done, cancelled })
    }

    /// Whether a file is one of these.
    pub fn is_calendar_file(bytes: &[u8]) -> bool {
        ical::is_ours(bytes)
    }
}

/// What a planned touch is, whatever its day.
fn key_of(line: &AgendaLine) -> String {
    match &line.item {
        AgendaItem::Rule(planned) => planned.key.clone(),
        AgendaItem::Typed(_) => typed_key(line.client),
    }
}

fn typed_key(client: ClientId) -> String {
    format!("M|{}", client.0)
}

/// What is told of something that stands in the calendar, as though for the first time.
fn row_of(what: Told<'_>, said: Said, now: DateTime<Utc>) -> Published {
    let (key, client, day, (rule, category, from, to)) = match what {
        Told::Touch(line) => (
            key_of(line),
            line.client,
            line.day,
            match &line.item {
                AgendaItem::Rule(planned) => (Some(planned.rule), planned.kind.name(), planned.from, planned.to),
                // A contact on the day that was set, or later, meets it.
                AgendaItem::Typed(day) => (None, "contact", *day, END_OF_TIME),
            },
        ),
        Told::Promise(row) => {
            let due = row.promise.what.due;
            (format!("{PROMISE}{}", row.promise.id.0), row.promise.client, due, (None, "promise", due, due))
        }
    };
    Published {
        key,
        client,
        rule,
        day,
        from,
        to,
        category: category.to_owned(),
        summary: said.summary,
        about: said.about,
        state: PublishedState::Due,
        sequence: 0,
        stamp: now,
    }
}

/// The same, after what was told before.
fn after(mut row: Published, before: Option<&Published>, now: DateTime<Utc>) -> Published {
    if let Some(before) = before {
        let told = |row: &Published| (row.day, row.state, row.summary.clone(), row.about.clone());
        let changed = told(before) != told(&row);
        // Programs that know the event take a change by its sequence, whatever it concerns.
        row.sequence = before.sequence + u32::from(changed);
        row.stamp = if changed { now.max(before.stamp) } else { before.stamp };
    }
    row
}

fn keep(db: &Db, before: Option<&Published>, row: &Published) -> Result<(), OpError> {
    if before == Some(row) { Ok(()) } else { Ok(db.put_published(row)?) }
}

fn event(book: &str, row: Published) -> Event {
    let done = if row.state == PublishedState::Done { "✓ " } else { "" };
    Event {
        uid: ical::uid(book, &row.key),
        day: row.day,
        stamp: row.stamp,
        sequence: row.sequence,
        cancelled: row.state == PublishedState::Cancelled,
        summary: format!("{done}{}", row.summary),
        about: row.about,
        category: row.category,
    }
}
