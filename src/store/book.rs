//! The whole book, or one client of it, as the facts that alerts and the calendar are derived from.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params_from_iter;

use super::competitors::competitor_of;
use super::filled::Filled;
use super::people::declines_of;
use super::plan::{PlanRow, Waiting, named};
use super::sql::still;
use super::{Db, StoreError};
use crate::domain::calendar::Decision;
use crate::domain::churn::{Answer, Bought, Felt, ItemBought};
use crate::domain::competitor::Competitor;
use crate::domain::complaint::{ComplaintKind, Step};
use crate::domain::evaluation::Evaluation;
use crate::domain::event::EventKind;
use crate::domain::ids::{ClientId, OrderId, PersonId};
use crate::domain::money::Money;
use crate::domain::person::{Anniversary, declined_by_all};
use crate::domain::status::Said;
use crate::domain::touch::{Contact, Marks, Outcome, TouchKind};

/// The facts of one client.
#[derive(Clone, Debug)]
pub struct BookLine {
    /// Which client.
    pub id: ClientId,
    /// One of those that must not be lost.
    pub star: bool,
    /// Nothing is owed to it before this day.
    pub since: NaiveDate,
    /// Its industry.
    pub industry: String,
    /// Its own day.
    pub company_day: Option<Anniversary>,
    /// What a person said of where it stands.
    pub said: Said,
    /// On the black list.
    pub barred: bool,
    /// The days between its orders, where they were typed by hand.
    pub interval: Option<u32>,
    /// Its labels.
    pub tags: Vec<String>,
    /// The kinds of contact that one of its people declines, or nobody there wants.
    pub declined: Vec<(Option<PersonId>, TouchKind)>,
    /// The birthdays of its people.
    pub birthdays: Vec<(PersonId, Anniversary)>,
    /// Its orders in the book's currency, in no order.
    pub orders: Vec<Bought>,
    /// The ids of its orders, in the same order.
    pub order_ids: Vec<OrderId>,
    /// What it ordered item by item, where that is known, in no order.
    pub items: Vec<ItemBought>,
    /// The contacts that took place, in no order.
    pub contacts: Vec<Contact>,
    /// Every contact with what was felt in it: one that took place, or in which something was felt.
    pub felt: Vec<Felt>,
    /// Its open complaints, returns and claims with the days they were made, and what is to be done next.
    pub complaints: Vec<(ComplaintKind, NaiveDate, Step)>,
    /// The competitors that are at it.
    pub rivals: Vec<Competitor>,
    /// What happened at it and is not over.
    pub events: Vec<(EventKind, NaiveDate)>,
    /// How it found its orders, on which days: the oldest first.
    pub evaluations: Vec<(NaiveDate, Evaluation)>,
    /// How its alerts were answered.
    pub answers: Vec<Answer>,
    /// The typed day of the next contact.
    pub next_step: Option<NaiveDate>,
    /// What was decided about its touches.
    pub decisions: Vec<Decision>,
    /// Its rows of the plan.
    pub plan: Vec<PlanRow>,
    /// What is owed to it and found no day.
    pub waiting: Vec<Waiting>,
}

impl BookLine {
    /// Whether the touch of a key found no day.
    pub fn waits(&self, key: &str) -> bool {
        self.waiting.iter().any(|waiting| waiting.key == key)
    }
}

/// Which touches are read.
#[derive(Clone, Copy)]
enum Touches {
    All,
    /// The last ones.
    Last,
}

/// How many of those that took place, or in which something was felt, are read in any case.
const FELT: usize = 3;

/// Chooses the last touch of each kind that took place up to a day, and the last few that did or were felt: the first of a
/// day first, as they are weighed. Each is found by an index; the plus keeps the client that follows from being the way to all.
fn last_touches(today: NaiveDate) -> String {
    let kinds = TouchKind::ALL.map(TouchKind::name).join("'), ('");
    let took_place = Outcome::ALL.into_iter().filter(|outcome| outcome.took_place()).map(Outcome::name);
    let took_place = format!("outcome IN ('{}')", took_place.collect::<Vec<_>>().join("', '"));
    format!(
        "id IN (
            SELECT (SELECT id FROM touch WHERE client_id = ?1 AND kind = column1 AND day <= '{today}' AND {took_place}
                    ORDER BY day DESC LIMIT 1)
            FROM (VALUES ('{kinds}'))
            UNION ALL
            SELECT * FROM (SELECT id FROM touch WHERE client_id = ?1 AND day <= '{today}' AND ({took_place} OR marks <> 0)
                           ORDER BY day DESC, id LIMIT {FELT})
        ) AND +"
    )
}

impl Db {
    /// The facts of every client as they were known on a day, by id.
    pub fn book(&self, today: NaiveDate) -> Result<Vec<BookLine>, StoreError> {
        self.book_of(None, Touches::All, today)
    }

    /// The facts of one client as they were known on a day; `None` if there is no such client.
    pub fn book_line(&self, client: ClientId, today: NaiveDate) -> Result<Option<BookLine>, StoreError> {
        Ok(self.book_of(Some(client), Touches::All, today)?.pop())
    }

    /// The facts by which one client is judged: of its touches the last one of each kind and the last few, however many
    /// there are. Nothing may be planned by these.
    pub fn judged_line(&self, client: ClientId, today: NaiveDate) -> Result<Option<BookLine>, StoreError> {
        Ok(self.book_of(Some(client), Touches::Last, today)?.pop())
    }

    fn book_of(&self, only: Option<ClientId>, touches: Touches, today: NaiveDate) -> Result<Vec<BookLine>, StoreError> {
        let still = |ended| still(ended, today);
        let of = |column: &str| if only.is_some() { format!("{column} = ?1") } else { "1".to_owned() };
        let mut lines = self.all(
            &format!(
                "SELECT id, star, since, industry, company_day, NOT {}, NOT {}, interval_days FROM client
                 WHERE {} ORDER BY id",
                still("closed_on"),
                still("barred_on"),
                of("id")
            ),
            params_from_iter(only),
            |row| {
                Ok(BookLine {
                    id: row.get(0)?,
                    star: row.get(1)?,
                    since: row.get(2)?,
                    industry: row.get(3)?,
                    company_day: row.get(4)?,
                    said: Said { closed: row.get(5)?, ..Said::default() },
                    barred: row.get(6)?,
                    interval: row.get(7)?,
                    tags: Vec::new(),
                    declined: Vec::new(),
                    birthdays: Vec::new(),
                    orders: Vec::new(),
                    items: Vec::new(),
                    contacts: Vec::new(),
                    felt: Vec::new(),
                    complaints: Vec::new(),
                    rivals: Vec::new(),
                    events: Vec::new(),
                    evaluations: Vec::new(),
                    answers: Vec::new(),
                    next_step: None,
                    order_ids: Vec::new(),
                    decisions: Vec::new(),
                    plan: Vec::new(),
                    waiting: Vec::new(),
                })
            },
        )?;
        let places: HashMap<ClientId, usize> = lines.iter().enumerate().map(|(place, line)| (line.id, place)).collect();
        let of = of("client_id");
        let filled = only.map_or(Ok(Filled::PERHAPS), |client| self.filled(client))?;
        let mut each =
            |table, sql: &str, put: &mut dyn FnMut(&mut BookLine, &rusqlite::Row<'_>) -> rusqlite::Result<()>| {
                if !filled.has(table) {
                    return Ok(());
                }
                // Rows of one client mostly follow each other.
                let mut last = (ClientId(i64::MIN), usize::MAX);
                self.all(&format!("{sql} {of}"), params_from_iter(only), |row| {
                    let client: ClientId = row.get(0)?;
                    if client != last.0 {
                        last = (client, places.get(&client).copied().unwrap_or(usize::MAX));
                    }
                    lines.get_mut(last.1).map_or(Ok(()), |line| put(line, row))
                })
                .map(drop)
            };
        each(
            "orders",
            &format!(
                "SELECT client_id, day, amount, returned, currency, rate_micro, due, paid, id FROM orders
                 WHERE day <= '{today}' AND"
            ),
            &mut |line, row| {
                let (amount, returned): (Money, Money) = (row.get(2)?, row.get(3)?);
                let foreign = row.get_ref(4)?.as_str_or_null()?.is_some();
                let rate: Option<i64> = row.get(5)?;
                let valued = |money: Money| if foreign { rate.map(|rate| money.at_rate(rate)) } else { Some(money) };
                line.orders.push(Bought {
                    day: row.get(1)?,
                    value: valued(amount - returned),
                    returned: valued(returned).unwrap_or_default(),
                    due: row.get(6)?,
                    paid: row.get::<_, Option<NaiveDate>>(7)?.filter(|paid| *paid <= today),
                });
                line.order_ids.push(row.get(8)?);
                Ok(())
            },
        )?;
        each(
            "order_line",
            &format!(
                "SELECT client_id, day, item FROM order_line JOIN orders ON orders.id = order_id
                 WHERE day <= '{today}' AND"
            ),
            &mut |line, row| {
                line.items.push(ItemBought { day: row.get(1)?, item: row.get(2)? });
                Ok(())
            },
        )?;
        let which = match touches {
            Touches::All => String::new(),
            Touches::Last => last_touches(today),
        };
        let mut met_later: HashMap<ClientId, NaiveDate> = HashMap::new();
        let touches = format!("SELECT client_id, kind, day, outcome, marks, id, met FROM touch WHERE {which}");
        each("touch", &touches, &mut |line, row| {
            let (day, outcome, marks): (NaiveDate, Outcome, Marks) = (row.get(2)?, row.get(3)?, row.get(4)?);
            if day > today {
                if let Some(met) = row.get(6)? {
                    let first = met_later.entry(line.id).or_insert(met);
                    *first = met.min(*first);
                }
                return Ok(());
            }
            if outcome.took_place() {
                line.contacts.push(Contact { kind: row.get(1)?, day, id: row.get(5)? });
            }
            if outcome.took_place() || marks != Marks::default() {
                line.felt.push(Felt { day, marks });
            }
            Ok(())
        })?;
        each(
            "person",
            "SELECT client_id, id, birthday FROM person WHERE birthday IS NOT NULL AND",
            &mut |line, row| {
                line.birthdays.push((row.get(1)?, row.get(2)?));
                Ok(())
            },
        )?;
        each(
            "person",
            "SELECT client_id, id, declines FROM person WHERE declines IS NOT NULL AND",
            &mut |line, row| {
                let person: PersonId = row.get(1)?;
                line.declined.extend(declines_of(row)?.into_iter().map(|kind| (Some(person), kind)));
                Ok(())
            },
        )?;
        // The last word counts.
        let last_word = format!(
            "SELECT client_id, status FROM status_change AS word WHERE id = (
                 SELECT id FROM status_change WHERE client_id = word.client_id AND day <= '{today}'
                 ORDER BY day DESC, id DESC LIMIT 1) AND"
        );
        each("status_change", &last_word, &mut |line, row| {
            line.said.status = row.get(1)?;
            Ok(())
        })?;
        let purchase = format!("SELECT client_id, stage FROM purchase WHERE since <= '{today}' AND");
        each("purchase", &purchase, &mut |line, row| {
            line.said.stage = row.get(1)?;
            Ok(())
        })?;
        each("tag", "SELECT client_id, name FROM tag WHERE", &mut |line, row| {
            line.tags.push(row.get(1)?);
            Ok(())
        })?;
        each(
            "complaint",
            &format!(
                "SELECT client_id, kind, opened_on, step FROM complaint WHERE opened_on <= '{today}' AND {} AND",
                still("closed_on")
            ),
            &mut |line, row| {
                let step: Option<Step> = row.get(3)?;
                let kind: Option<ComplaintKind> = row.get(1)?;
                line.complaints.push((kind.unwrap_or_default(), row.get(2)?, step.unwrap_or_default()));
                Ok(())
            },
        )?;
        each(
            "client_event",
            &format!(
                "SELECT client_id, kind, day FROM client_event WHERE day <= '{today}' AND {} AND",
                still("ended_on")
            ),
            &mut |line, row| {
                line.events.push((row.get(1)?, row.get(2)?));
                Ok(())
            },
        )?;
        let rivals =
            format!("SELECT client_id, * FROM competitor WHERE since <= '{today}' AND {} AND", still("gone_on"));
        each("competitor", &rivals, &mut |line, row| {
            line.rivals.push(competitor_of(row)?);
            Ok(())
        })?;
        let found = format!("SELECT client_id, day, signs FROM evaluation WHERE day <= '{today}' AND");
        each("evaluation", &found, &mut |line, row| {
            let (day, found): (NaiveDate, _) = (row.get(1)?, row.get(2)?);
            let place = line.evaluations.partition_point(|(known, _)| *known <= day);
            line.evaluations.insert(place, (day, found));
            Ok(())
        })?;
        each(
            "alert_answer",
            &format!(
                "SELECT client_id, kind, cause, level, day, until, reason, note FROM alert_answer
                 WHERE day <= '{today}' AND"
            ),
            &mut |line, row| {
                line.answers.push(Answer {
                    kind: row.get(1)?,
                    cause: row.get(2)?,
                    level: row.get(3)?,
                    day: row.get(4)?,
                    until: row.get(5)?,
                    dismissal: row.get(6)?,
                    note: row.get(7)?,
                });
                Ok(())
            },
        )?;
        each("next_step", "SELECT client_id, day FROM next_step WHERE", &mut |line, row| {
            line.next_step = row.get(1)?;
            Ok(())
        })?;
        each("waiting", "SELECT client_id, key, why FROM waiting WHERE", &mut |line, row| {
            line.waiting.push(Waiting { key: row.get(1)?, why: named(row, "why")? });
            Ok(())
        })?;
        if lines.iter().any(|line| !line.declined.is_empty()) {
            let everybody = format!(
                "SELECT client_id, count(*) FROM person WHERE client_id IN
                     (SELECT client_id FROM person WHERE declines IS NOT NULL) AND {of} GROUP BY client_id"
            );
            self.all(&everybody, params_from_iter(only), |row| {
                let (client, people): (ClientId, usize) = (row.get(0)?, row.get(1)?);
                if let Some(line) = places.get(&client).and_then(|place| lines.get_mut(*place)) {
                    let everybody = declined_by_all(people, &line.declined);
                    line.declined.extend(everybody.into_iter().map(|kind| (None, kind)));
                }
                Ok(())
            })?;
        }
        for (client, met) in met_later {
            // No day is kept on which a next step was set: one met later stood, unless a contact would have met it before.
            if let Some(line) = places.get(&client).and_then(|place| lines.get_mut(*place))
                && line.contacts.iter().all(|contact| contact.day < met)
            {
                line.next_step = line.next_step.or(Some(met));
            }
        }
        let decisions = if filled.has("decision") { self.decisions(only)? } else { Vec::new() };
        for row in decisions {
            if let Some(place) = places.get(&row.client) {
                lines[*place].decisions.push(row.decision);
            }
        }
        for row in self.plan_of(only)? {
            if let Some(place) = places.get(&row.client) {
                lines[*place].plan.push(row);
            }
        }
        Ok(lines)
    }
}
