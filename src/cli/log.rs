//! `regulars log`: a contact that happened, a note or an order.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::args::{NOTE, ORDER};
use super::failure::{Exit, Failure};
use super::{Session, money, read, text};
use crate::domain::churn::Level;
use crate::domain::ids::{ClientId, NewsId};
use crate::domain::message::Message;
use crate::domain::touch::{Mark, Marks, Outcome, TouchKind};
use crate::ops::{NoteDraft, OrderDraft, Receipt, TouchDraft};
use crate::text::typed;

/// What `log`, `follow-up` and `complaint` answer with `--json`.
#[derive(Serialize)]
struct ReceiptRecord {
    /// The client's id.
    client_id: String,
    /// What it is called in the program it came from.
    external_id: Option<String>,
    /// The client's name.
    client: String,
    /// What was done, then what came of it, in words.
    messages: Vec<String>,
    /// The level of the client's alert now: `alarm`, `watch`, `note`; null without one.
    level: Option<&'static str>,
    /// The day of the next contact.
    next_contact: Option<NaiveDate>,
    /// Its kind, where the communication table asks for one.
    next_kind: Option<&'static str>,
}

/// The options that belong to some kinds of entries only.
const SPECIAL: [&str; 5] = ["outcome", "felt", "item", "amount", "told"];

impl Session<'_> {
    /// Logs what the command line says.
    pub(super) fn log(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let kind = text(asked, "kind");
        check_options(asked, kind)?;
        let day = self.day_behind(asked, kind)?;
        let next = self.day_ahead(asked, "next")?;
        let amount = money(asked, "amount")?;
        let note = text(asked, "message");
        let items: Vec<String> = asked.get_many::<String>("item").into_iter().flatten().cloned().collect();
        let client = self.client(asked)?;
        let told = asked.get_many::<String>("told").into_iter().flatten();
        let told: Vec<NewsId> =
            told.map(|named| Ok(self.bench.news_named(named)?.id)).collect::<Result<_, Failure>>()?;
        self.back_up();
        let receipt = match TouchKind::from_name(kind) {
            Some(kind) => self.bench.log_touch(&TouchDraft {
                outcome: Outcome::from_name(&text(asked, "outcome").replace('-', "_")).unwrap_or_default(),
                note: note.to_owned(),
                item: items.join(", "),
                cost: amount,
                marks: marks(asked),
                when: day.map(|day| (day, None)),
                next,
                told,
                ..TouchDraft::new(client, kind)
            })?,
            None if kind == NOTE => self.bench.log_note(&NoteDraft {
                client,
                text: note.to_owned(),
                day,
                important: false,
                next,
                tags: Vec::new(),
                promises: Vec::new(),
            })?,
            None => {
                let missing = || Failure::Value(Message::new("cli-error-missing").with("what", "--amount"));
                let amount = amount.ok_or_else(missing)?;
                self.bench.log_order(&OrderDraft {
                    client,
                    amount,
                    items,
                    day,
                    note: note.to_owned(),
                    next,
                    promises: Vec::new(),
                })?
            }
        };
        self.hand_over(client, &receipt)
    }

    /// The day of what is logged, if one is named; only an order may be dated ahead.
    fn day_behind(&self, asked: &ArgMatches, kind: &str) -> Result<Option<NaiveDate>, Failure> {
        let Some(typed) = asked.get_one::<String>("on") else { return Ok(None) };
        let today = self.bench.today();
        let day = read(typed, "cli-error-day", |typed| typed::parse_past_day(typed, today))?;
        if day > today && kind != ORDER {
            return Err(Failure::Value(Message::new("cli-error-ahead").with("day", day)));
        }
        Ok(Some(day))
    }

    /// Tells what a verb did to a client.
    pub(super) fn hand_over(&mut self, client: ClientId, receipt: &Receipt) -> Result<Exit, Failure> {
        let messages: Vec<String> = receipt.messages().iter().map(|message| self.words.message(message)).collect();
        if !self.out.is_json() {
            self.out.line(messages.join(" · "))?;
        } else if let Some(row) = self.bench.list_row(client)? {
            let derived = row.derived.as_ref();
            self.out.json(&ReceiptRecord {
                client_id: client.0.to_string(),
                level: derived.and_then(|derived| derived.level).map(Level::name),
                next_contact: derived.and_then(|derived| derived.next_day),
                next_kind: derived.and_then(|derived| derived.next_kind).map(TouchKind::name),
                external_id: row.external_id,
                client: row.name,
                messages,
            })?;
        }
        Ok(Exit::Done)
    }
}

/// Refuses an option that the kind of entry has no place for, rather than lose what was typed.
fn check_options(asked: &ArgMatches, kind: &str) -> Result<(), Failure> {
    let allowed: &[&str] = match kind {
        NOTE => &[],
        ORDER => &["amount", "item"],
        _ if kind == TouchKind::Gift.name() => &SPECIAL,
        _ => &["outcome", "felt", "told"],
    };
    match SPECIAL.into_iter().find(|option| asked.contains_id(option) && !allowed.contains(option)) {
        None => Ok(()),
        Some(option) => {
            let refused = Message::new("cli-error-not-for").with("option", format!("--{option}"));
            Err(Failure::Value(refused.with("kind", kind)))
        }
    }
}

fn marks(asked: &ArgMatches) -> Marks {
    let named: Vec<String> =
        asked.get_many::<String>("felt").into_iter().flatten().map(|name| name.replace('-', "_")).collect();
    let mut marks = Marks::default();
    Mark::ALL
        .into_iter()
        .filter(|mark| named.iter().any(|name| name == mark.name()))
        .for_each(|mark| marks.toggle(mark));
    marks
}
