//! `regulars log`: a contact that happened, a note or an order.

use chrono::NaiveDate;
use clap::ArgMatches;
use clap::parser::ValueSource;
use serde::Serialize;

use super::args::{NOTE, ORDER};
use super::failure::{Exit, Failure};
use super::{Session, money, read, text};
use crate::domain::churn::Level;
use crate::domain::ids::{ClientId, NewsId, PersonId};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::order::Terms;
use crate::domain::table::Purpose;
use crate::domain::touch::{Details, Invited, Mark, Marks, Outcome, TouchKind};
use crate::ops::{NoteDraft, OpError, OrderDraft, Receipt, TouchDraft};
use crate::text::{typed, typed_money};

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

/// What `log` answers with `--json` where it was asked for several clients.
#[derive(Serialize)]
struct BatchRecord {
    /// The ids of the clients.
    client_ids: Vec<String>,
    /// What was done, then what came of it, in words.
    messages: Vec<String>,
}

/// The options that belong to some kinds of entries only.
const SPECIAL: [&str; 17] = [
    "outcome", "felt", "item", "amount", "told", "person", "minutes", "purpose", "drain", "nps", "theirs", "wow",
    "invited", "due", "paid", "returned", "number",
];

impl Session<'_> {
    /// Logs what the command line says.
    pub(super) fn log(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let kind = text(asked, "kind");
        check_options(asked, kind)?;
        let day = self.day_behind(asked, kind)?;
        let next = self.day_ahead(asked, "next")?;
        let terms = self.terms(asked, Terms::default(), day.unwrap_or(self.bench.today()))?;
        let note = text(asked, "message");
        let items: Vec<String> = asked.get_many::<String>("item").into_iter().flatten().cloned().collect();
        let (clients, amount) = self.clients_and_amount(asked, kind)?;
        let client = clients[0];
        check_batch(asked, kind, clients.len())?;
        let person = self.person_asked(asked, client)?;
        let told = asked.get_many::<String>("told").into_iter().flatten();
        let told: Vec<NewsId> =
            told.map(|named| Ok(self.bench.news_named(named)?.id)).collect::<Result<_, Failure>>()?;
        self.back_up();
        let receipt = match TouchKind::from_name(kind) {
            Some(kind) => {
                let item = items.join(", ");
                let cost = match amount {
                    None if kind == TouchKind::Gift => self.bench.price(&item)?,
                    said => said,
                };
                let draft = TouchDraft {
                    person,
                    outcome: Outcome::from_name(&text(asked, "outcome").replace('-', "_")).unwrap_or_default(),
                    note: note.to_owned(),
                    item,
                    cost,
                    marks: marks(asked),
                    when: day.map(|day| (day, None)),
                    next,
                    told,
                    details: details(asked, Details::default()),
                    ..TouchDraft::new(client, kind)
                };
                if !asked.get_flag("anyway") {
                    let each = clients.iter().map(|client| TouchDraft { client: *client, ..draft.clone() });
                    each.into_iter().try_for_each(|draft| self.bench.check_former(&draft))?;
                }
                if clients.len() > 1 {
                    self.bench.log_touches(&clients, &draft)?
                } else {
                    self.bench.log_touch(&draft)?
                }
            }
            None if kind == NOTE => {
                let draft = NoteDraft {
                    client,
                    text: note.to_owned(),
                    day,
                    important: false,
                    next,
                    tags: Vec::new(),
                    promises: Vec::new(),
                };
                if clients.len() > 1 { self.bench.log_notes(&clients, &draft)? } else { self.bench.log_note(&draft)? }
            }
            None => {
                let missing = || Failure::Value(Message::new("cli-error-missing").with("what", "--amount"));
                let amount = amount.ok_or_else(missing)?;
                self.bench.log_order(&OrderDraft {
                    items,
                    day,
                    note: note.to_owned(),
                    terms,
                    next,
                    ..OrderDraft::new(client, amount)
                })?
            }
        };
        if clients.len() == 1 {
            return self.hand_over(client, &receipt);
        }
        let messages: Vec<String> = receipt.messages().iter().map(|message| self.words.message(message)).collect();
        if self.out.is_json() {
            let client_ids = clients.iter().map(|client| client.0.to_string()).collect();
            self.out.json(&BatchRecord { client_ids, messages })?;
        } else {
            self.out.line(messages.join(" · "))?;
        }
        Ok(Exit::Done)
    }

    /// The clients named on the command line, and the amount: that of an order, which is of one client, may stand behind it.
    fn clients_and_amount(&self, asked: &ArgMatches, kind: &str) -> Result<(Vec<ClientId>, Option<Money>), Failure> {
        let amount = money(asked, "amount")?;
        let named: Vec<&str> = asked.get_many::<String>("client").into_iter().flatten().map(String::as_str).collect();
        if let [client, behind] = named[..]
            && kind == ORDER
            && amount.is_none()
            && let Some(amount) = typed_money::parse_money(behind)
        {
            return Ok((vec![self.bench.client_named(client)?], Some(amount)));
        }
        let clients = self.clients_named(asked).map_err(|failure| match failure {
            Failure::Op(OpError::NoClient { asked }) if asked != named[0].trim() => {
                Failure::NoFurtherClient { asked, kind: kind.to_owned() }
            }
            failure => failure,
        })?;
        Ok((clients, amount))
    }

    /// The person at the client who is named on the command line.
    pub(super) fn person_asked(&self, asked: &ArgMatches, client: ClientId) -> Result<Option<PersonId>, Failure> {
        Ok(asked.get_one::<String>("person").map(|named| self.bench.person_named(client, named)).transpose()?)
    }

    /// The terms of an order of the day `ordered` with those that stand on the command line.
    pub(super) fn terms(&self, asked: &ArgMatches, before: Terms, ordered: NaiveDate) -> Result<Terms, Failure> {
        let today = self.bench.today();
        let said = |name: &str, parse: &dyn Fn(&str) -> Option<NaiveDate>| {
            let typed = asked.get_one::<String>(name);
            typed.map(|typed| read(typed, "cli-error-day", parse)).transpose()
        };
        let due = said("due", &|typed| typed::parse_due(typed, ordered, today))?;
        let paid = said("paid", &|typed| typed::parse_past_day(typed, today))?;
        if let Some(day) = paid.filter(|day| *day > today) {
            return Err(Failure::Op(OpError::Ahead { day }));
        }
        Ok(Terms {
            number: asked.get_one::<String>("number").cloned().unwrap_or(before.number),
            due: due.or(before.due),
            paid: paid.or(before.paid),
            returned: money(asked, "returned")?.unwrap_or(before.returned),
        })
    }

    /// The day of what is logged, if one is named; only an order may be dated ahead.
    pub(super) fn day_behind(&self, asked: &ArgMatches, kind: &str) -> Result<Option<NaiveDate>, Failure> {
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
        let mut messages: Vec<String> = receipt.messages().iter().map(|message| self.words.message(message)).collect();
        if receipt.is_of_a_like() {
            messages.push(self.words.say_with("cli-like-next", &[("id", client.0.to_string().into())]));
        }
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
    let touch = TouchKind::from_name(kind);
    let fits = |option: &str| match option {
        "item" | "amount" => touch == Some(TouchKind::Gift) || kind == ORDER,
        "invited" => touch == Some(TouchKind::Event),
        "due" | "paid" | "returned" | "number" => kind == ORDER,
        _ => touch.is_some(),
    };
    match SPECIAL.into_iter().find(|option| is_said(asked, option) && !fits(option)) {
        None => Ok(()),
        Some(option) => {
            let refused = Message::new("cli-error-not-for").with("option", format!("--{option}"));
            Err(Failure::Value(refused.with("kind", kind)))
        }
    }
}

/// Refuses what cannot be logged with several clients at once: an order, and what belongs to one of them.
fn check_batch(asked: &ArgMatches, kind: &str, clients: usize) -> Result<(), Failure> {
    let own = ["person", "told"].into_iter().find(|option| is_said(asked, option));
    match own.map(|option| format!("--{option}")).or((kind == ORDER).then(|| kind.to_owned())) {
        Some(what) if clients > 1 => Err(Failure::Value(Message::new("cli-error-one-client").with("what", what))),
        _ => Ok(()),
    }
}

/// Whether an option stands on the command line.
pub(super) fn is_said(asked: &ArgMatches, option: &str) -> bool {
    asked.value_source(option) == Some(ValueSource::CommandLine)
}

/// The details of a touch with those that stand on the command line.
pub(super) fn details(asked: &ArgMatches, before: Details) -> Details {
    let number = |name: &str| asked.get_one::<u16>(name).copied();
    let small = |name: &str| asked.get_one::<u8>(name).copied();
    let named = |name: &str| asked.get_one::<String>(name).map(String::as_str);
    Details {
        theirs: before.theirs || asked.get_flag("theirs"),
        minutes: number("minutes").or(before.minutes),
        purpose: named("purpose").and_then(Purpose::from_name).or(before.purpose),
        drain: small("drain").or(before.drain),
        nps: small("nps").or(before.nps),
        wow: before.wow || asked.get_flag("wow"),
        invited: named("invited").and_then(Invited::from_name).unwrap_or(before.invited),
    }
}

pub(super) fn marks(asked: &ArgMatches) -> Marks {
    let named: Vec<String> =
        asked.get_many::<String>("felt").into_iter().flatten().map(|name| name.replace('-', "_")).collect();
    let mut marks = Marks::default();
    Mark::ALL
        .into_iter()
        .filter(|mark| named.iter().any(|name| name == mark.name()))
        .for_each(|mark| marks.toggle(mark));
    marks
}
