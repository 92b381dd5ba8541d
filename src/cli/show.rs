//! `regulars show`: everything about one client.

use chrono::{Datelike, NaiveDate};
use clap::ArgMatches;

use super::card_record::CardRecord;
use super::failure::{Exit, Failure};
use super::{Session, phrases};
use crate::domain::churn::Silenced;
use crate::domain::ids::ClientId;
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::person::{Channel, Person};
use crate::domain::timeline::{Kinds, TimelineEntry};
use crate::ops::{AgendaItem, AgendaLine, Card, OpError, PromiseRow, step_message, wishes};

/// How many entries of the timeline are shown, the newest first.
const ENTRIES: usize = 20;

impl Session<'_> {
    /// Shows everything about a client.
    pub(super) fn show(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        let client = self.client(asked)?;
        self.bench.make_fresh()?;
        let gone = || OpError::NoClient { asked: client.0.to_string() };
        let card = self.bench.card(client)?.ok_or_else(gone)?;
        let timeline = self.bench.timeline(client, Kinds::All, 0, ENTRIES)?;
        if self.out.is_json() {
            let standing = self.bench.standing_of(client)?;
            let statuses = self.bench.statuses_of(client)?;
            let record = CardRecord::of(self.words, self.bench, &card, &standing, &statuses, &timeline)?;
            self.out.json(&record)?;
        } else {
            self.print_who(&card)?;
            self.print_why(&card)?;
            self.print_numbers(&card)?;
            self.print_promises(&card)?;
            self.print_people(&card)?;
            self.print_standing(client)?;
            self.print_planned(&card)?;
            self.print_statuses(&card)?;
            self.print_timeline(&timeline)?;
        }
        Ok(Exit::Done)
    }

    fn print_who(&mut self, card: &Card) -> Result<(), Failure> {
        let client = &card.client;
        let kind = self.words.kind_of_client(client, || self.bench.days());
        let tags = client.tags.iter().map(|tag| format!("#{tag}"));
        let status = self.words.status(card.derived.status);
        let external_id = client.external_id.clone().unwrap_or_default();
        self.out.line(phrases::name(&client.name, client.star))?;
        let known = [
            status,
            client.legal_form.clone(),
            client.city.clone(),
            client.address.clone(),
            client.tax_id.clone(),
            external_id,
        ];
        self.out.line(phrases::joined(known.into_iter().chain(kind).chain(tags)))?;
        if !client.note.is_empty() {
            for line in client.note.lines() {
                self.out.line(line)?;
            }
        }
        for sentence in card.barred().into_iter().chain(card.about()).chain(card.values()).chain(card.hint()) {
            self.out.line(self.words.message(&sentence))?;
        }
        Ok(())
    }

    fn print_why(&mut self, card: &Card) -> Result<(), Failure> {
        let words = self.words;
        if let Some(alert) = &card.alert {
            self.out.heading(phrases::level(words, alert.level))?;
            for reason in &alert.reasons {
                self.out.line(format!("  {}", words.message(&reason.signal().sentence())))?;
            }
            let at_risk = Message::new("card-at-risk").with("money", alert.at_risk);
            self.out.line(format!("  {}", words.message(&at_risk)))?;
            self.out.line(format!("  → {}", words.message(&alert.advice().message())))?;
        }
        for Silenced { reason, answer } in &card.silenced {
            let short = words.message(&reason.signal().short());
            self.out.line(phrases::joined([words.alert_answer(answer), short]))?;
        }
        if let Some(day) = card.answered_until {
            self.out.heading(words.message(&Message::new("card-answered").with("day", day)))?;
        }
        if let Some(closing) = &card.closing {
            self.out.line(words.message(&closing.message()))?;
        }
        for row in &card.competitors {
            let known = row.competitor.messages().into_iter().map(|message| words.message(&message));
            self.out.line(phrases::joined(known))?;
        }
        for row in &card.complaints {
            let open = Message::new("card-complaint").with("day", row.complaint.opened_on);
            self.out.line(words.message(&open.with("text", row.complaint.text.as_str())))?;
            let told = [row.complaint.sorted(), row.complaint.state()].map(|message| words.message(&message));
            self.out.line(format!("  {}", told.join(" · ")))?;
        }
        if let Some(unpaid) = &card.unpaid {
            self.out.line(words.message(&unpaid.message()))?;
        }
        if let Some(membership) = &card.membership {
            self.out.line(words.membership(membership))?;
        }
        for event in card.events() {
            self.out.line(words.message(&event))?;
        }
        for sentence in words.evaluated(&card.evaluated, card.derived.status, self.bench.today()) {
            self.out.line(sentence)?;
        }
        Ok(())
    }

    fn print_numbers(&mut self, card: &Card) -> Result<(), Failure> {
        let (words, today, derived) = (self.words, self.bench.today(), &card.derived);
        let say = |key: &'static str, name: &'static str, value: Arg| words.say_with(key, &[(name, value)]);
        let near = |key: &'static str, day: NaiveDate| say(key, "day", words.day_near(day, today).into());
        self.out.heading(if derived.order_days == 0 {
            let rhythm = card.rhythm().map(|rhythm| words.message(&rhythm));
            phrases::joined([words.say("card-no-orders"), rhythm.unwrap_or_default()])
        } else {
            let last = derived.last_order.map(|day| {
                let ago = Message::new("card-last-order").with("days", (today - day).num_days()).with("day", day);
                words.message(&ago)
            });
            phrases::joined([
                say("card-orders", "n", derived.order_days.into()),
                card.rhythm().map(|rhythm| words.message(&rhythm)).unwrap_or_default(),
                last.unwrap_or_default(),
            ])
        })?;
        if derived.order_days > 0 {
            let revenue =
                format!("{}  {}{}", words.say("card-months"), words.money(derived.revenue), self.change(card));
            let share = card.share.map(|share| say("card-share", "share", Arg::Share(share)));
            self.out.line(phrases::joined([revenue, share.unwrap_or_default()]))?;
        }
        let last = card.last_contact.map_or_else(|| words.say("card-no-contact"), |day| near("card-last-contact", day));
        let next = derived.next_day.map_or_else(|| words.say("card-no-next"), |day| near("card-next-contact", day));
        let stage = card.stage().map(|stage| words.message(&stage)).unwrap_or_default();
        Ok(self.out.line(phrases::joined([last, next, stage]))?)
    }

    /// How the revenue of twelve months compares with that of the twelve before: " +12 %".
    fn change(&self, card: &Card) -> String {
        if card.revenue_before <= Money(0) {
            return String::new();
        }
        let change = card.derived.revenue.units() / card.revenue_before.units() - 1.0;
        format!(" {}{}", if change < 0.0 { "−" } else { "+" }, self.words.share(change.abs()))
    }

    fn print_promises(&mut self, card: &Card) -> Result<(), Failure> {
        let rates = card.promises.rates();
        if card.promises.open.is_empty() && rates.is_empty() {
            return Ok(());
        }
        self.out.heading(self.words.say("card-promises"))?;
        let today = self.bench.today();
        let row = |row: &PromiseRow| {
            let [mark, who, _, what] = phrases::promise_row(self.words, row, today);
            [format!("  {mark} {}", self.words.day_near(row.promise.what.due, today)), who, what]
        };
        let rows: Vec<_> = card.promises.open.iter().map(row).collect();
        self.out.table(&rows, &[])?;
        for rate in rates {
            self.out.line(format!("  {}", self.words.message(&rate)))?;
        }
        Ok(())
    }

    fn print_people(&mut self, card: &Card) -> Result<(), Failure> {
        let own: Vec<String> = values(&card.channels, None).collect();
        if card.people.is_empty() && own.is_empty() {
            return Ok(());
        }
        self.out.heading(self.words.say("card-people"))?;
        for person in &card.people {
            self.out.line(format!("  {}", self.person(person, &card.channels)))?;
            for wish in wishes(person) {
                self.out.line(format!("    {}", self.words.message(&wish)))?;
            }
        }
        if !own.is_empty() {
            self.out.line(format!("  {}", phrases::joined(own)))?;
        }
        Ok(())
    }

    fn person(&self, person: &Person, channels: &[Channel]) -> String {
        let birthday = person.birthday.map(|born| {
            let day = self.words.short_day(born.in_leap_year());
            self.words.say_with("card-birthday", &[("day", day.into())])
        });
        let known = [person.name.clone(), person.role.clone()];
        phrases::joined(known.into_iter().chain(values(channels, Some(person))).chain(birthday))
    }

    /// How the table is kept with the client in the year of today.
    fn print_standing(&mut self, client: ClientId) -> Result<(), Failure> {
        let standing = self.bench.standing_of(client)?;
        if standing.is_empty() {
            return Ok(());
        }
        let year = self.bench.today().year().to_string();
        self.out.heading(self.words.say_with("card-standing", &[("year", year.into())]))?;
        self.print_kept(&standing)
    }

    fn print_planned(&mut self, card: &Card) -> Result<(), Failure> {
        if card.planned.is_empty() {
            return Ok(());
        }
        self.out.heading(self.words.say("card-ahead"))?;
        let today = self.bench.today();
        let row = |line: &AgendaLine| {
            let (kind, why) = phrases::planned(self.words, self.bench, line);
            let purpose = match &line.item {
                AgendaItem::Rule(planned) => self.words.purpose(planned.purpose),
                AgendaItem::Typed(_) => String::new(),
            };
            [format!("  {}", self.words.day_near(line.day, today)), kind, purpose, why]
        };
        let rows: Vec<_> = card.planned.iter().map(row).collect();
        Ok(self.out.table(&rows, &[])?)
    }

    /// How the client came to where it stands.
    fn print_statuses(&mut self, card: &Card) -> Result<(), Failure> {
        let statuses = self.bench.statuses_of(card.client.id)?;
        self.out.heading(self.words.say("card-statuses"))?;
        if let Some(why) = card.unmoved(&statuses) {
            self.out.line(format!("  {}", self.words.message(&why)))?;
        }
        for step in statuses.iter().rev() {
            self.out.line(format!("  {}", self.words.message(&step_message(step))))?;
        }
        Ok(())
    }

    fn print_timeline(&mut self, timeline: &[TimelineEntry]) -> Result<(), Failure> {
        if timeline.is_empty() {
            return Ok(());
        }
        self.out.heading(self.words.say("card-history"))?;
        let row = |entry: &TimelineEntry| {
            let (kind, parts, text) = self.words.entry(entry);
            let what = phrases::joined(parts.into_iter().chain([text]));
            [format!("  {}", self.words.day_with_year(entry.day)), kind, what]
        };
        let rows: Vec<_> = timeline.iter().map(row).collect();
        Ok(self.out.table(&rows, &[])?)
    }
}

/// The numbers and addresses that belong to a person, or to nobody in particular.
fn values(channels: &[Channel], person: Option<&Person>) -> impl Iterator<Item = String> {
    let of = person.map(|person| person.id);
    channels.iter().filter(move |channel| channel.person == of).map(Channel::shown)
}
