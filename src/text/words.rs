//! The words of one language: sentences by their key, with values written as the language writes them.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use fluent_bundle::{FluentArgs, FluentValue};

use super::sentences::Sentences;
use super::{Lang, dates, numbers};
use crate::domain::calendar::{Occasion, Why, WorkDays};
use crate::domain::churn::{Answer, Dismissal};
use crate::domain::client::Client;
use crate::domain::gift::Membership;
use crate::domain::message::{Arg, Message};
use crate::domain::money::Money;
use crate::domain::news::{Audience, News};
use crate::domain::promise::{Moved, Promise, Promised};
use crate::domain::status::Status;
use crate::domain::table::Responsible;

/// What stands for what the curtain hides.
const CURTAIN: &str = "•••";

/// How the keys of sentences begin that are nobody else's business, whatever their values.
const PRIVATE: [&str; 4] = ["reason-hidden", "private", "conflict", "choice"];

/// The words of one language, for a book in one currency, seen from one day. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    lang: Lang,
    currency: String,
    today: Option<NaiveDate>,
    curtained: bool,
    in_shell: bool,
    sentences: Rc<Sentences>,
    /// The sentences without values that were said before: a frame says some hundred of them.
    said: RefCell<HashMap<String, String>>,
}

impl Words {
    /// The words of a language, in its own currency until the book says another.
    pub fn new(lang: Lang) -> Self {
        let currency = match lang {
            Lang::En => "USD",
            Lang::Ru => "RUB",
        };
        Self {
            lang,
            currency: currency.to_owned(),
            today: None,
            curtained: false,
            in_shell: false,
            sentences: Rc::new(Sentences::new(lang)),
            said: RefCell::default(),
        }
    }

    /// The language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Sets the currency of the book, by its three letters.
    pub fn set_currency(&mut self, code: &str) {
        code.clone_into(&mut self.currency);
    }

    /// The currency of the book, by its three letters.
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// Sets the day from which days in sentences are seen: those of another year show it.
    pub fn set_today(&mut self, today: NaiveDate) {
        self.today = Some(today);
    }

    /// Lets the curtain down before what is nobody else's business, or lifts it.
    pub fn set_curtained(&mut self, curtained: bool) {
        self.curtained = curtained;
    }

    /// Speaks to somebody in a shell: of commands where the screen has keys.
    pub fn set_in_shell(&mut self) {
        self.in_shell = true;
    }

    /// Whether the curtain is down.
    pub fn is_curtained(&self) -> bool {
        self.curtained
    }

    /// The name of a client or a person: behind the curtain its first letter, so that rows are told apart.
    pub fn name<'n>(&self, name: &'n str) -> Cow<'n, str> {
        match name.chars().next() {
            Some(first) if self.curtained => format!("{first}{CURTAIN}").into(),
            _ => name.into(),
        }
    }

    /// What a person typed, an address or a mark: behind the curtain nothing of it.
    pub fn private<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.curtained && !text.is_empty() { CURTAIN.into() } else { text.into() }
    }

    /// The sentence of a key; the key in ⟦⟧ if there is none.
    pub fn say(&self, key: &str) -> String {
        if let Some(said) = self.said.borrow().get(key) {
            return said.clone();
        }
        let sentence = self.say_with(key, &[]);
        self.said.borrow_mut().insert(key.to_owned(), sentence.clone());
        sentence
    }

    /// The sentence of a key with its values.
    pub fn say_with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut args: FluentArgs = args.iter().map(|(name, value)| (*name, self.value(name, value))).collect();
        if self.in_shell {
            args.set("front", "shell");
        }
        self.sentences.say(key, &args).unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// A sentence of the layers below.
    pub fn message(&self, message: &Message) -> String {
        // What was felt in talks, what the client is taken for, what is thought of its values, and whether to go on with it,
        // is told to nobody.
        if self.curtained && PRIVATE.iter().any(|private| message.key.starts_with(private)) {
            return CURTAIN.to_owned();
        }
        self.say_with(message.key, &message.args)
    }

    fn value<'a>(&self, name: &str, arg: &'a Arg) -> FluentValue<'a> {
        FluentValue::String(Cow::Owned(match arg {
            Arg::Text(text) if matches!(name, "client" | "subject") => return FluentValue::from(self.name(text)),
            Arg::Text(text) if name == "text" => return FluentValue::from(self.private(text)),
            Arg::Text(text) => return FluentValue::from(text.as_str()),
            // Stays a number, to choose the plural form; `written` groups its digits.
            Arg::Count(n) => return FluentValue::from(*n),
            Arg::Share(share) => self.share(*share),
            Arg::Decimal(number) => numbers::decimal(*number, self.lang),
            Arg::Day(day) => match self.today {
                Some(today) => dates::names(self.lang).in_year_of(*day, today),
                None => self.day(*day),
            },
            Arg::Money(amount) => self.money(*amount),
            Arg::Message(message) => self.message(message),
        }))
    }

    /// "Tue 8 Dec".
    pub fn day(&self, day: NaiveDate) -> String {
        dates::names(self.lang).with_weekday(day)
    }

    /// "yesterday", "today" or "tomorrow"; any other day as [`day`](Self::day), with the year where it is another one.
    pub fn day_near(&self, day: NaiveDate, today: NaiveDate) -> String {
        dates::names(self.lang).near(day, today)
    }

    /// "Tuesday, 8 December 2026".
    pub fn full_day(&self, day: NaiveDate) -> String {
        dates::names(self.lang).full(day)
    }

    /// "8 Dec".
    pub fn short_day(&self, day: NaiveDate) -> String {
        dates::names(self.lang).short(day)
    }

    /// "8 Dec 2026".
    pub fn day_with_year(&self, day: NaiveDate) -> String {
        dates::names(self.lang).short_with_year(day)
    }

    /// "Tue".
    pub fn weekday_short(&self, weekday: Weekday) -> &'static str {
        dates::names(self.lang).weekday_short(weekday)
    }

    /// "Tue 8".
    pub fn day_of_week(&self, day: NaiveDate) -> String {
        format!("{} {}", self.weekday_short(day.weekday()), day.day())
    }

    /// The month of a day as a heading of three letters: "Nov".
    pub fn month_short(&self, day: NaiveDate) -> String {
        self.month_name(day).chars().take(3).collect()
    }

    /// The month of a day as a heading: "November".
    pub fn month_name(&self, day: NaiveDate) -> &'static str {
        dates::names(self.lang).months[day.month0() as usize]
    }

    /// "14:32".
    pub fn time(&self, time: NaiveTime) -> String {
        time.format("%H:%M").to_string()
    }

    /// A whole number with its digits in groups: "5,852".
    pub fn count(&self, n: i64) -> String {
        numbers::count(n, self.lang)
    }

    /// An amount in the book's currency: "41,800 ₽". Hundredths are shown where there are any and the amount is below 100.
    pub fn money(&self, amount: Money) -> String {
        self.money_in(amount, &self.currency)
    }

    /// An amount in the currency of those three letters.
    pub fn money_in(&self, amount: Money, currency: &str) -> String {
        if self.curtained { CURTAIN.to_owned() } else { numbers::money(amount, currency, self.lang) }
    }

    /// A share, 0.42 as "42 %"; below 10 % with one decimal where it is not zero.
    pub fn share(&self, share: f64) -> String {
        numbers::share(share, self.lang)
    }

    /// A number of which tenths matter: "1.3".
    pub fn decimal(&self, number: f64) -> String {
        numbers::decimal(number, self.lang)
    }

    /// Why a touch is due; `days`, asked for only where they are needed, name the holidays, `person` is whose birthday it is.
    pub fn why<'d>(&self, why: &Why, days: impl FnOnce() -> &'d WorkDays, person: Option<&str>) -> String {
        self.message(&why.message(|occasion| match occasion {
            Occasion::Holiday(id) | Occasion::Professional(id) => {
                days().holiday_name(id, self.lang.name()).unwrap_or(id).to_owned()
            }
            Occasion::Birthday(_) => self.name(person.unwrap_or_default()).into_owned(),
            Occasion::Date | Occasion::Event | Occasion::CompanyDay => String::new(),
        }))
    }

    /// Who does something.
    pub fn responsible(&self, who: Responsible) -> String {
        self.say(&format!("responsible-{}", who.name()))
    }

    /// The name of an occasion to greet for; `days` name the holidays.
    pub fn occasion(&self, id: &str, days: &WorkDays) -> String {
        match id {
            "birthday" | "company_day" => self.say(&format!("occasion-{id}")),
            _ => days.holiday_name(id, self.lang.name()).unwrap_or(id).to_owned(),
        }
    }

    /// The text for an occasion of that name, with `{name}`, `{person}` and `{line}` in their places.
    pub fn greeting(&self, id: &str, name: &str) -> String {
        let key = match id {
            "new_year" | "women" | "defender" | "birthday" | "company_day" => id,
            _ => "other",
        };
        let places = [("name", "{name}"), ("person", "{person}"), ("line", "{line}"), ("occasion", name)];
        self.say_with(&format!("greeting-{key}"), &places.map(|(place, value)| (place, value.into())))
    }

    /// From when to when news are told: "since 20 Nov", "20 Nov – 30 Dec".
    pub fn news_days(&self, news: &News) -> String {
        match news.until {
            Some(until) => format!("{} – {}", self.short_day(news.since), self.short_day(until)),
            None => self.say_with("news-since", &[("day", self.short_day(news.since).into())]),
        }
    }

    /// Whom news concern: "regular, ★, #wholesale, Perm".
    pub fn audience(&self, audience: &Audience, days: &WorkDays) -> String {
        let statuses = audience.statuses.iter().map(|status| self.status(*status));
        let star = audience.star.then(|| "★".to_owned());
        let tags = audience.tags.iter().map(|tag| format!("#{tag}"));
        let industries = audience.industries.iter().map(|industry| self.occasion(industry, days));
        let places = audience.cities.iter().cloned().chain(industries);
        let parts: Vec<String> = statuses.chain(star).chain(tags).chain(places).collect();
        if parts.is_empty() { self.say("news-for-everybody") } else { parts.join(", ") }
    }

    /// The club a client belongs to, until when, and how many points there are to spend.
    pub fn membership(&self, membership: &Membership) -> String {
        let Membership { club, until, points } = membership;
        let club = if club.is_empty() { self.say("membership") } else { self.private(club).into_owned() };
        let until = until.map(|day| self.say_with("membership-until", &[("day", day.into())]));
        let points = points.map(|points| self.say_with("membership-has", &[("n", points.into())]));
        std::iter::once(club).chain(until).chain(points).collect::<Vec<_>>().join(" · ")
    }

    /// How a reason of an alert was answered: "comes back Mon 30 Nov", "dismissed Sat 21 Nov: the season: every year".
    pub fn alert_answer(&self, answer: &Answer) -> String {
        let said = match (answer.until, answer.dismissal) {
            (Some(until), _) => self.say_with("alert-put-off", &[("day", until.into())]),
            (None, why) => {
                let why = why.map(|why| self.say(why.key())).unwrap_or_default();
                self.say_with("alert-dismissed", &[("day", answer.day.into()), ("why", why.into())])
            }
        };
        let note = self.private(&answer.note);
        if note.is_empty() { said } else { format!("{said}: {note}") }
    }

    /// What was written to an alert that was dismissed: "Sat 21 Nov, Romashka, something else: a new owner".
    pub fn dismissal_note(&self, day: NaiveDate, client: &str, why: Dismissal, note: &str) -> String {
        let args = [
            ("day", day.into()),
            ("client", self.name(client).as_ref().into()),
            ("why", self.say(why.key()).into()),
            ("text", self.private(note).as_ref().into()),
        ];
        self.say_with("report-note", &args)
    }

    /// Who promises: "we promised".
    pub fn promise(&self, what: &Promised) -> String {
        self.say(if what.theirs { "promise-theirs" } else { "promise-ours" })
    }

    /// What is promised, by when where that is past, whether it was moved, and on whom it waits.
    pub fn promise_due(&self, promise: &Promise, today: NaiveDate) -> String {
        let what = &promise.what;
        let mut said = self.private(&what.text).into_owned();
        if what.due < today {
            said = format!("{said} · {}", self.say_with("promise-late", &[("day", what.due.into())]));
        }
        if let Some(moved) = promise.moved {
            said = format!("{said} · {}", self.promise_moved(moved));
        }
        if !what.waits_on.is_empty() {
            said = format!("{said} · {}", self.say_with("promise-waits", &[("who", what.waits_on.as_str().into())]));
        }
        said
    }

    /// How often a promise was put on another day, and for which day it was made.
    pub fn promise_moved(&self, moved: Moved) -> String {
        self.say_with("promise-moved", &[("n", moved.times.into()), ("day", moved.first_due.into())])
    }

    /// What a client is, in what industry, by its professional holiday where it has one, and since when.
    pub fn kind_of_client<'d>(&self, client: &Client, days: impl FnOnce() -> &'d WorkDays) -> Vec<String> {
        let private = client.private.then(|| self.say("card-private"));
        let industry = (!client.industry.is_empty()).then(|| self.occasion(&client.industry, days()));
        let founded = client.company_day.map(|day| {
            let dated = day.year.and_then(|year| NaiveDate::from_ymd_opt(year, day.month, day.day));
            let day = dated.map_or_else(|| self.short_day(day.in_leap_year()), |dated| self.day_with_year(dated));
            self.say_with("card-company-day", &[("day", day.into())])
        });
        private.into_iter().chain(industry).chain(founded).collect()
    }

    /// Where a client stands.
    pub fn status(&self, status: Status) -> String {
        self.say(&format!("status-{}", status.name()))
    }
}
