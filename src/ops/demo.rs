//! The demonstration: some sixty fictitious clients with two years behind them and a story in it, dated from the day it
//! is made. The same day and language make the same facts.

use chrono::{Days, NaiveDate, NaiveTime};
use serde::Deserialize;

use super::{CURRENCY, LANGUAGE, OpError, Workbench};
use crate::domain::client::Client;
use crate::domain::competitor::Standing;
use crate::domain::complaint::{Complaint, ComplaintKind, Irritant, Step};
use crate::domain::ids::{ClientId, ComplaintId, OrderId, PersonId, TouchId};
use crate::domain::matching::sort_name;
use crate::domain::money::Money;
use crate::domain::order::Order;
use crate::domain::person::{Anniversary, Channel, ChannelKind, Person};
use crate::domain::touch::{Details, Mark, Marks, Outcome, Touch, TouchKind};
use crate::store::Transaction;

/// How far back the story goes, in days.
const HISTORY: u64 = 730;

/// The words of the story in one language.
#[derive(Deserialize)]
struct Script {
    currency: String,
    unit: i64,
    tag_do_not_disturb: String,
    tag_loyal: String,
    complaint: String,
    competitor: String,
    competitor_piece: String,
    companies: Vec<String>,
    people: Vec<String>,
    towns: Vec<String>,
    roles: Vec<String>,
    calls: Vec<String>,
    messages: Vec<String>,
    gifts: Vec<String>,
}

impl Script {
    /// What each of the gifts costs.
    fn gift_price(&self) -> Money {
        Money(self.unit * 90)
    }
}

/// What a client is in the story.
#[derive(Clone, Copy)]
struct Part {
    /// Usual days between orders; 0 for one that never ordered.
    interval: u64,
    /// Usual amount of an order, in the script's units.
    amount: u64,
    /// Days since the last order; `None` for one in its rhythm.
    silent: Option<u64>,
    /// How many orders there are at most.
    orders: usize,
    /// Ordering ever less, by so many percent an order.
    shrinking: u64,
}

/// Those the story is about, by their place among the companies; the others follow from their place alone.
fn part(place: usize, dice: &mut Dice) -> Part {
    let part = |interval, amount| Part { interval, amount, silent: None, orders: 60, shrinking: 0 };
    match place {
        0 => Part { silent: Some(52), shrinking: 4, ..part(31, 34) },
        1 => part(14, 110),
        2 => Part { shrinking: 9, silent: Some(40), ..part(26, 30) },
        3 => Part { silent: Some(74), ..part(18, 22) },
        4 => part(21, 25),
        5 => part(35, 40),
        6 => Part { silent: Some(131), ..part(40, 28) },
        7..45 => part(14 + dice.below(70), 6 + dice.below(30)),
        45..52 => Part { orders: 1 + place % 2, silent: Some(20 + dice.below(200)), ..part(90, 5 + dice.below(20)) },
        52..56 => part(0, 0),
        _ => Part { silent: Some(260 + dice.below(120)), orders: 9, ..part(30, 12 + dice.below(12)) },
    }
}

impl Workbench {
    /// Fills an empty file with the demonstration in a language (`en` or `ru`). It is the beginning of that file, not an
    /// action that could be taken back.
    pub fn fill_with_demo(&self, language: &str) -> Result<(), OpError> {
        let script = match language {
            "ru" => include_str!("../../assets/demo/ru.toml"),
            _ => include_str!("../../assets/demo/en.toml"),
        };
        // The scripts are part of the program and read by its tests.
        let Ok(script) = toml::from_str::<Script>(script) else { return Ok(()) };
        let today = self.today();
        self.db.begin_with(&self.clock, |tx| {
            tx.set_setting(LANGUAGE, language)?;
            tx.set_setting(CURRENCY, &script.currency)?;
            let price = Some(script.gift_price());
            script.gifts.iter().try_for_each(|gift| tx.insert_gift(gift, price))?;
            let mut dice = Dice(2026);
            (0..script.companies.len()).try_for_each(|place| self.tell(tx, &script, place, today, &mut dice))
        })?;
        self.make_fresh()?;
        Ok(())
    }

    /// One client's two years.
    fn tell(
        &self,
        tx: &Transaction<'_>,
        script: &Script,
        place: usize,
        today: NaiveDate,
        dice: &mut Dice,
    ) -> Result<(), OpError> {
        let part = part(place, dice);
        let id = ClientId(tx.make_id());
        let begin = today - Days::new(HISTORY);
        let former = place >= 56;
        let mut tags = Vec::new();
        if [8, 9].contains(&place) {
            tags.push(script.tag_do_not_disturb.clone());
        }
        if place % 7 == 5 {
            tags.push(script.tag_loyal.clone());
        }
        let client = Client {
            external_id: Some(format!("D{:03}", place + 1)),
            city: pick(&script.towns, dice).to_owned(),
            industry: ["", "trade", "builder", "medic", ""][place % 5].to_owned(),
            company_day: (place % 3 != 1).then(|| {
                let day = if place == 5 { today + Days::new(3) } else { begin + Days::new(dice.below(365)) };
                Anniversary::of(day - Days::new(365 * 4 + 1))
            }),
            star: [0, 1, 5].contains(&place),
            closed_on: former.then(|| today - Days::new(90 + place as u64)),
            tags,
            ..Client::named(id, script.companies[place].clone())
        };
        tx.insert_client(&client, &sort_name(&client.name), begin)?;
        let person = introduce(tx, script, (id, place), today, dice)?;
        let orders = order_days(part, today, dice);
        for (back, day) in orders.iter().enumerate() {
            // Counted from the last order backwards, each earlier one was larger by the same share.
            let grown = (100 + part.shrinking).pow(u32::try_from(back.min(8)).unwrap_or(0)) * 100
                / 100u64.pow(u32::try_from(back.min(8)).unwrap_or(0));
            let units = part.amount * grown * (80 + dice.below(41)) / 10_000;
            tx.insert_order(
                &Order {
                    id: OrderId(tx.make_id()),
                    client: id,
                    number: String::new(),
                    day: *day,
                    amount: Money(units.max(1).cast_signed() * script.unit * 100),
                    returned: Money(0),
                    currency: None,
                    rate_micro: None,
                    due: Some(*day + Days::new(14)),
                    paid: Some(*day + Days::new(5 + dice.below(8))),
                    note: String::new(),
                    lines: Vec::new(),
                },
                None,
            )?;
        }
        let log = |kind, day: NaiveDate, note: &str, item: &str, outcome, mark: Option<Mark>| {
            let mut marks = Marks::default();
            if let Some(mark) = mark {
                marks.toggle(mark);
            }
            let time =
                NaiveTime::from_hms_opt(9 + (place as u32 * 7) % 9, (place as u32 * 13) % 60, 0).unwrap_or_default();
            tx.put_touch(&Touch {
                id: TouchId(tx.make_id()),
                client: id,
                person: Some(person),
                kind,
                day,
                at: self.clock.at(day, time),
                outcome,
                note: note.to_owned(),
                item: item.to_owned(),
                cost: (kind == TouchKind::Gift).then_some(script.gift_price()),
                marks,
                important: false,
                details: Details::default(),
            })
        };
        let mut day = begin + Days::new(dice.below(60));
        let last_touch = today - Days::new(if part.silent.is_some() { 45 } else { 6 });
        while day < last_touch && part.interval > 0 {
            let outcome = if dice.below(6) == 0 { Outcome::NoAnswer } else { Outcome::Reached };
            log(TouchKind::Call, day, pick(&script.calls, dice), "", outcome, None)?;
            let message = day + Days::new(15 + dice.below(20));
            if message < last_touch {
                log(TouchKind::Message, message, pick(&script.messages, dice), "", Outcome::Reached, None)?;
            }
            day = day + Days::new(55 + dice.below(45));
        }
        if part.orders > 9 {
            let given = today - Days::new(150 + dice.below(150));
            log(TouchKind::Gift, given, "", pick(&script.gifts, dice), Outcome::Reached, None)?;
        }
        match place {
            0 => log(
                TouchKind::Call,
                today - Days::new(54),
                &script.calls[2],
                "",
                Outcome::Reached,
                Some(Mark::Distant),
            )?,
            4 => {
                let (id, opened_on) = (ComplaintId(tx.make_id()), today - Days::new(6));
                tx.insert_complaint(&Complaint {
                    irritant: Irritant::Wait,
                    step: Step::Cause,
                    next_on: Some(today + Days::new(1)),
                    ..Complaint::new(id, client.id, ComplaintKind::Complaint, opened_on, &script.complaint)
                })?;
            }
            5 => tx.insert_competitor(
                id,
                &Standing {
                    name: script.competitor.clone(),
                    piece: script.competitor_piece.clone(),
                    ..Standing::default()
                },
                today - Days::new(40),
            )?,
            11 => tx.set_next_step(id, today)?,
            12 => tx.set_next_step(id, today - Days::new(2))?,
            _ => {}
        }
        Ok(())
    }
}

/// The person at a client, with a telephone number and an address nobody has.
fn introduce(
    tx: &Transaction<'_>,
    script: &Script,
    (client, place): (ClientId, usize),
    today: NaiveDate,
    dice: &mut Dice,
) -> Result<PersonId, OpError> {
    let id = PersonId(tx.make_id());
    let birthday = match place {
        7 => today + Days::new(2),
        10 => today + Days::new(4),
        _ => today + Days::new(14 + dice.below(340)),
    };
    let name = script.people[place % script.people.len()].clone();
    let role = script.roles[place % script.roles.len()].clone();
    let birthday = Some(Anniversary::of(birthday - Days::new(365 * 41 + 10)));
    tx.insert_person(&Person { role, birthday, ..Person::named(id, client, name) })?;
    for (kind, value) in [
        (ChannelKind::Phone, format!("+7 342 200-{:02}-{:02}", 10 + place, 10 + dice.below(90))),
        (ChannelKind::Email, format!("client{:02}@example.com", place + 1)),
    ] {
        tx.insert_channel(client, &Channel { person: Some(id), kind, value })?;
    }
    Ok(id)
}

/// The days of a client's orders, the last first.
fn order_days(part: Part, today: NaiveDate, dice: &mut Dice) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    if part.interval == 0 {
        return days;
    }
    let begin = today - Days::new(HISTORY);
    let mut day = today - Days::new(part.silent.unwrap_or_else(|| 1 + dice.below(part.interval * 7 / 10)));
    while day > begin && days.len() < part.orders {
        days.push(day);
        // Within a sixth of the usual interval on either side.
        day = day - Days::new((part.interval * 5 / 6 + dice.below(part.interval / 3 + 1)).max(1));
    }
    days
}

fn pick<'a>(list: &'a [String], dice: &mut Dice) -> &'a str {
    &list[dice.below(list.len() as u64) as usize]
}

/// SplitMix64: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % sides.max(1)
    }
}
