//! `regulars gift`: the catalogue and for whom it is time; `gifts`: those of one client; `membership`: its club.

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::log::is_said;
use super::{Session, money, phrases, text};
use crate::domain::gift::{Gift, Given, Membership};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::ops::{GiftLedger, OpError, Receipt};

/// A gift of the catalogue.
#[derive(Serialize)]
struct GiftRecord<'a> {
    /// What it is called.
    name: &'a str,
    /// What one costs, where that is known.
    price: Option<f64>,
    /// The last day on which anybody was given one.
    last_given: Option<NaiveDate>,
}

impl<'a> GiftRecord<'a> {
    fn of(gift: &'a Gift) -> Self {
        Self { name: &gift.name, price: gift.price.map(Money::units), last_given: gift.last_given }
    }
}

/// What a client was given.
#[derive(Serialize)]
struct GivenRecord<'a> {
    /// When.
    day: NaiveDate,
    /// What.
    item: &'a str,
    /// What it cost, where that was said.
    cost: Option<f64>,
    /// Meant to impress.
    wow: bool,
}

/// The club of a client.
#[derive(Serialize)]
struct MembershipRecord<'a> {
    /// What it is called; empty if unknown.
    club: &'a str,
    /// The last day.
    until: Option<NaiveDate>,
    /// How many points there are to spend.
    points: Option<u32>,
}

/// What `gifts --json` answers.
#[derive(Serialize)]
struct LedgerRecord<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// What it was given, the newest first.
    given: Vec<GivenRecord<'a>>,
    /// What it may be given next, the gift that was given least recently first.
    proposals: Vec<GiftRecord<'a>>,
    /// Why to give it something or to call about its club, in words.
    reasons: Vec<String>,
    /// Its club.
    membership: Option<MembershipRecord<'a>>,
    /// What all gifts of this calendar year cost so far.
    spent: f64,
    /// What they may cost.
    budget: Option<f64>,
    /// What one gift may cost.
    limit: Option<f64>,
}

/// A client for whom it is time.
#[derive(Serialize)]
struct DueRecord<'a> {
    /// The client's id.
    client_id: String,
    /// The client's name.
    client: &'a str,
    /// Why, in words.
    reasons: Vec<String>,
}

/// What a change of the catalogue answers with `--json`.
#[derive(Serialize)]
struct DoneRecord {
    /// What was done.
    messages: Vec<String>,
}

impl Session<'_> {
    /// Lists the catalogue or those for whom it is time, or changes the catalogue.
    pub(super) fn gift(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        match asked.subcommand() {
            Some(("due", _)) => self.gifts_due(),
            Some(("catalogue", asked)) => {
                self.back_up();
                let receipt = match asked.subcommand() {
                    Some(("add", asked)) => self.bench.add_gift(text(asked, "gift"), money(asked, "price")?)?,
                    Some((_, asked)) => self.bench.drop_gift(text(asked, "gift"))?,
                    None => return Ok(Exit::CommandLine),
                };
                self.tell_done(&receipt)
            }
            _ => self.catalogue(),
        }
    }

    fn tell_done(&mut self, receipt: &Receipt) -> Result<Exit, Failure> {
        let messages: Vec<String> = receipt.messages().iter().map(|message| self.words.message(message)).collect();
        if self.out.is_json() {
            self.out.json(&DoneRecord { messages })?;
        } else {
            self.out.line(messages.join(" · "))?;
        }
        Ok(Exit::Done)
    }

    fn catalogue(&mut self) -> Result<Exit, Failure> {
        let catalogue = self.bench.catalogue()?;
        if self.out.is_json() {
            self.out.json(&catalogue.iter().map(GiftRecord::of).collect::<Vec<_>>())?;
            return Ok(Exit::Done);
        }
        if catalogue.is_empty() {
            self.out.line(self.words.say("cli-no-gifts"))?;
        }
        let rows: Vec<_> = catalogue.iter().map(|gift| self.gift_row(gift)).collect();
        self.out.table(&rows, &[1])?;
        Ok(Exit::Done)
    }

    fn gift_row(&self, gift: &Gift) -> [String; 3] {
        let last = match gift.last_given {
            Some(day) => self.words.say_with("gifts-last-given", &[("day", day.into())]),
            None => self.words.say("gifts-never-given"),
        };
        [phrases::named(&gift.name, false), gift.price.map(|price| self.words.money(price)).unwrap_or_default(), last]
    }

    fn gifts_due(&mut self) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let due = self.bench.gifts_due()?;
        if self.out.is_json() {
            let records = due.iter().map(|due| DueRecord {
                client_id: due.client.0.to_string(),
                client: &due.name,
                reasons: self.sentences(&due.reasons),
            });
            let records: Vec<_> = records.collect();
            self.out.json(&records)?;
            return Ok(Exit::Done);
        }
        if due.is_empty() {
            self.out.line(self.words.say("gifts-none-due"))?;
        }
        let rows: Vec<_> =
            due.iter().map(|due| [phrases::named(&due.name, false), self.sentences(&due.reasons).join("; ")]).collect();
        self.out.table(&rows, &[])?;
        Ok(Exit::Done)
    }

    fn sentences(&self, messages: &[Message]) -> Vec<String> {
        messages.iter().map(|message| self.words.message(message)).collect()
    }

    /// Shows what a client was given and may be given next.
    pub(super) fn gifts(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.bench.make_fresh()?;
        let gone = || OpError::NoClient { asked: client.0.to_string() };
        let ledger = self.bench.gifts(client)?.ok_or_else(gone)?;
        if self.out.is_json() {
            let record = self.ledger_record(&ledger);
            self.out.json(&record)?;
            return Ok(Exit::Done);
        }
        self.out.line(self.words.message(&ledger.budget()))?;
        for reason in self.sentences(&ledger.reasons) {
            self.out.line(format!("→ {reason}"))?;
        }
        if let Some(membership) = &ledger.membership {
            self.out.line(self.words.membership(membership))?;
        }
        if ledger.given.is_empty() {
            self.out.line(self.words.say("gifts-none-given"))?;
        }
        let row = |given: &Given| {
            let cost = given.cost.map(|cost| self.words.money(cost));
            let wow = given.wow.then(|| self.words.say("detail-wow"));
            let what = phrases::joined(std::iter::once(given.item.clone()).chain(cost).chain(wow));
            [format!("✓ {}", self.words.day_with_year(given.day)), what]
        };
        let rows: Vec<_> = ledger.given.iter().map(row).collect();
        self.out.table(&rows, &[])?;
        let proposals: Vec<_> = ledger.proposals().map(|gift| self.gift_row(gift)).collect();
        self.out.heading(self.words.say(match (&ledger.catalogue[..], &proposals[..]) {
            ([], _) => "cli-no-gifts",
            (_, []) => "gifts-nothing-left",
            _ => "gifts-next",
        }))?;
        self.out.table(&proposals, &[1])?;
        Ok(Exit::Done)
    }

    fn ledger_record<'a>(&self, ledger: &'a GiftLedger) -> LedgerRecord<'a> {
        let given = ledger.given.iter().map(|given| GivenRecord {
            day: given.day,
            item: &given.item,
            cost: given.cost.map(Money::units),
            wow: given.wow,
        });
        let membership = ledger.membership.as_ref();
        LedgerRecord {
            client_id: ledger.client.0.to_string(),
            client: &ledger.name,
            given: given.collect(),
            proposals: ledger.proposals().map(GiftRecord::of).collect(),
            reasons: self.sentences(&ledger.reasons),
            membership: membership.map(|Membership { club, until, points }| MembershipRecord {
                club,
                until: *until,
                points: *points,
            }),
            spent: ledger.spent.units(),
            budget: ledger.rules.budget.map(Money::units),
            limit: ledger.rules.limit.map(Money::units),
        }
    }

    /// Says what club a client belongs to; what is not named stays.
    pub(super) fn membership(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        let until = self.day(asked, "member-until")?;
        let before = self.bench.gifts(client)?.and_then(|ledger| ledger.membership).unwrap_or_default();
        let membership = if asked.get_flag("end") {
            Membership::default()
        } else {
            Membership {
                club: if is_said(asked, "club") { text(asked, "club").to_owned() } else { before.club },
                until: until.or(before.until),
                points: asked.get_one::<u32>("points").copied().or(before.points),
            }
        };
        self.back_up();
        let receipt = self.bench.set_membership(client, &membership)?;
        self.hand_over(client, &receipt)
    }
}
