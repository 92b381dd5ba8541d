//! Every verb, one file each, and what the panes read. Nothing here opens a window or speaks a language.
//!
//! A verb is one transaction: check, write, journal, derive, commit. It answers with a [`Receipt`]: what the person got
//! back for it, and what changed.

mod about;
mod absence;
mod alert_report;
mod answer_alert;
mod book_state;
mod brief;
mod bring_in;
mod calendar;
mod card;
mod catch_up;
mod client_event;
mod client_named;
mod close_client;
mod competitor;
mod complaint;
mod demo;
mod derive;
mod do_now;
mod draft;
mod due;
mod duplicates;
mod edit_client;
mod edit_note;
mod edit_order;
mod edit_person;
mod edit_table;
mod edit_touch;
mod error;
mod evaluate;
mod evidence;
mod export;
mod follow_up;
mod forecast;
mod gifts;
mod greet;
mod holidays;
mod import;
mod judge;
mod log_note;
mod log_order;
mod log_touch;
mod merge;
mod move_stage;
mod move_to;
mod news;
mod nps;
mod parting;
mod plan;
mod process;
mod promise;
mod publish;
mod read;
mod rebalance;
mod receipt;
mod recognise;
mod replacement;
mod set_status;
mod setting;
mod sheet;
mod skip;
mod snooze;
mod try_setting;
mod undo;
mod win_back;

use std::cell::RefCell;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;

pub use about::wishes;
pub use alert_report::{AlertReport, DismissalNote, ReportLine, TriedTrigger};
pub use book_state::{BookState, Totals};
pub use brief::{Brief, Coming, Occasion, Section};
pub use calendar::{DayLoad, Kept, Limit, Loads};
pub use card::Card;
pub use catch_up::{CatchUp, CaughtUp};
pub use complaint::ComplaintDraft;
pub use due::{DueLine, Duty};
pub use duplicates::{Duplicate, Side, Twins};
pub use error::{Candidate, OpError};
pub use evaluate::EvaluationDue;
pub use evidence::Evidence;
pub use forecast::{Forecast, ForecastLine};
pub use gifts::{GiftDue, GiftLedger};
pub use greet::{BIRTHDAY, COMPANY_DAY, Greeting, OccasionLine};
pub use import::{Counts, ImportReport, Preview, Progress};
pub use log_note::NoteDraft;
pub use log_order::OrderDraft;
pub use log_touch::TouchDraft;
pub use move_stage::stage_message;
pub use news::{Hearing, NewsDraft, NewsLine};
pub use nps::NpsReport;
pub use plan::{BookPlan, Replan, USUAL_MINUTES};
pub use process::process_totals;
pub use promise::Promises;
pub use publish::{CalendarFile, PublishDraft, Said, Told};
pub use read::{AgendaLine, AlertLine, Scored, SilencedLine};
pub use receipt::{Receipt, level_key, period_key, responsible_key, touch_key, verb_key};
pub use replacement::Replacement;
pub use set_status::step_message;
pub use setting::{
    ALARM_FACTOR, ALERT_SETTINGS, ALERTS_A_DAY, CONCENTRATION, COUNTRY, CURRENCY, EVALUATION_AFTER, GIFT_BUDGET,
    GIFT_LIMIT, GIFT_TENURE, GIFT_TOTAL, HORIZON, LANGUAGE, MINUTES_PER_DAY, NOVELTY_AFTER, NPS_LEAST, REGULAR,
    REPLY_MINUTES, UNASKED_AFTER, read_alert_setting,
};
pub use sheet::{SheetItem, SheetLine};
pub use try_setting::{Effect, Trial};
pub use undo::reversal_message;

use crate::clock::Clock;
use crate::domain::churn::Scorer;
use crate::domain::ids::ClientId;
use crate::domain::table;
pub use crate::store::{
    AbsenceRow, Access, Action, AgendaItem, Closing, CompetitorRow, ComplaintRow, DecisionRow, DoneTouch,
    ListRow as ClientRow, PlanState, PromiseRow, SilencedCount,
};
use crate::store::{Db, Entry, StoreError, Transaction};
use holidays::HolidayFiles;
use plan::Rest;

/// One open file and the day it is worked on.
pub struct Workbench {
    db: Db,
    clock: Clock,
    days: HolidayFiles,
    suggested_currency: RefCell<String>,
    /// What clients are scored with, as it was learnt and for how many days ahead.
    scorer: RefCell<Option<(String, u16, Rc<Scorer>)>>,
}

impl Workbench {
    /// Opens the file; with [`Access::Create`] it is made where it is not there, with the default communication table.
    pub fn open(path: &Path, access: Access, clock: Clock) -> Result<Self, OpError> {
        let bench = Self::around(Db::open(path, access, &clock)?, clock);
        bench.lay_out()?;
        Ok(bench)
    }

    /// Opens the file as [`Self::open`] does; of one that cannot be written a copy in memory is looked at.
    pub fn open_or_copy(path: &Path, access: Access, clock: Clock) -> Result<Self, OpError> {
        match Self::open(path, access, clock) {
            Err(OpError::Store(StoreError::ReadOnly { .. })) if path.exists() => {
                let bench = Self::around(Db::copy_of(path, &clock)?, clock);
                bench.lay_out()?;
                Ok(bench)
            }
            opened => opened,
        }
    }

    /// An empty file in memory.
    pub fn in_memory(clock: Clock) -> Result<Self, OpError> {
        let bench = Self::around(Db::in_memory(&clock)?, clock);
        bench.lay_out()?;
        Ok(bench)
    }

    fn around(db: Db, clock: Clock) -> Self {
        Self {
            db,
            clock,
            days: HolidayFiles::default(),
            suggested_currency: RefCell::default(),
            scorer: RefCell::default(),
        }
    }

    /// Gives a file that has none the default communication table. That is no action of a person's.
    fn lay_out(&self) -> Result<(), OpError> {
        if self.db.looks_only() {
            return Ok(());
        }
        self.notice_holiday_file()?;
        if self.db.has_rules()? {
            return Ok(());
        }
        self.db.begin_with(&self.clock, |tx| {
            for (position, mut rule) in table::default_table().into_iter().enumerate() {
                rule.id = crate::domain::ids::RuleId(tx.make_id());
                tx.put_rule(position, &rule)?;
            }
            Ok::<_, StoreError>(())
        })?;
        Ok(())
    }

    /// Ends the filling of a file: takes it away again if nothing was ever done in it.
    pub fn end_filling(self) -> Result<(), OpError> {
        if self.db.last_action()? == 0 {
            self.db.discard();
        } else {
            // If not now, it is before the next action.
            let _ = self.db.share();
        }
        Ok(())
    }

    /// Claims the file for one workbench on a screen: `None` if another one has it.
    pub fn claim(path: &Path) -> Result<Option<File>, OpError> {
        Ok(Db::claim(path)?)
    }

    /// The day the program acts on.
    pub fn today(&self) -> NaiveDate {
        self.clock.now().day
    }

    /// The clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// Where the file lies.
    pub fn path(&self) -> &Path {
        self.db.path()
    }

    /// Where a file of that name lies in a folder beside the book; `None` for a book in memory.
    fn beside(&self, folder: &str, name: &str) -> Option<PathBuf> {
        self.path().is_file().then(|| self.path().with_file_name(folder).join(name))
    }

    /// Whether the file may be looked at only.
    pub fn looks_only(&self) -> bool {
        self.db.looks_only()
    }

    /// A number that changes whenever somebody else changed the file.
    pub fn version_seen(&self) -> Result<i64, OpError> {
        Ok(self.db.version_seen()?)
    }

    /// Reads, by however many questions, from one state of the file; nothing may be written meanwhile.
    pub fn reading<T>(&self, read: impl FnOnce() -> Result<T, OpError>) -> Result<T, OpError> {
        self.db.reading(read)
    }

    /// Does now what the first action would wait for.
    pub fn get_ready(&self) -> Result<(), OpError> {
        if self.looks_only() {
            return Ok(());
        }
        Ok(self.db.lay_triggers()?)
    }

    /// Makes the backup of the day, if one is due. True if one was made.
    pub fn back_up_daily(&self) -> Result<bool, OpError> {
        if self.looks_only() {
            return Ok(false);
        }
        Ok(self.db.back_up_daily(self.today())?)
    }

    /// Refuses to change what is on record for a day after today: it stays as it is.
    fn check_not_later(&self, on: Option<NaiveDate>) -> Result<(), OpError> {
        on.filter(|day| *day > self.today()).map_or(Ok(()), |day| Err(OpError::Later { day }))
    }

    fn check_may_write(&self) -> Result<(), OpError> {
        if self.looks_only() { Err(OpError::LooksOnly) } else { Ok(self.db.check_kept()?) }
    }

    /// One verb done to each of several clients: one action, named after the first of them with how many more.
    fn act_on_each(
        &self,
        clients: &[ClientId],
        verb: &str,
        write: impl Fn(&Transaction<'_>, ClientId) -> Result<(), OpError>,
    ) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        let first = *clients.first().ok_or(OpError::Empty)?;
        let gone = |client: ClientId| OpError::NoClient { asked: client.0.to_string() };
        let name = self.db.client(first)?.ok_or_else(|| gone(first))?.name;
        let others = clients.len() - 1;
        let subject = if others > 0 { format!("{name} +{others}") } else { name.clone() };
        let entry = Entry { verb, subject: &subject, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            let rules = self.db.rules()?;
            let deriver = self.deriver(&rules, self.usual_so_far()?)?;
            let mut last = None;
            for client in clients {
                write(tx, *client)?;
                last = Some(self.derive_client(&deriver, *client, Rest::GetsDays)?.ok_or_else(|| gone(*client))?);
            }
            let standing = last.map(|follows| follows.standing()).unwrap_or_default();
            Ok(Receipt::of_answer(verb, &name, clients.len(), &standing))
        })
    }

    /// One verb done to one client: its facts are written and what follows from them is derived, or nothing is.
    fn act_on(
        &self,
        client: ClientId,
        verb: &str,
        write: impl FnOnce(&Transaction<'_>) -> Result<(), OpError>,
    ) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        let name = self.db.client(client)?.ok_or_else(|| OpError::NoClient { asked: client.0.to_string() })?.name;
        let entry = Entry { verb, subject: &name, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            let rules = self.db.rules()?;
            let deriver = self.deriver(&rules, self.usual_so_far()?)?;
            let line = self
                .db
                .book_line(client, self.today())?
                .ok_or_else(|| OpError::NoClient { asked: client.0.to_string() })?;
            let before = deriver.follow(&line, &deriver.know(&line), line.plan.clone()).standing();
            write(tx)?;
            let after = self.derive_client(&deriver, client, Rest::GetsDays)?;
            let after = after.map(|follows| follows.standing()).unwrap_or_default();
            Ok(Receipt::new(verb, &name, &before, &after))
        })
    }
}
