//! The gift ledger: what a client was given and may be given next, the catalogue, and what gifts may cost.

use chrono::{Datelike, NaiveDate};

use super::log_order::check_size;
use super::setting::{GIFT_BUDGET, GIFT_LIMIT, GIFT_TENURE, GIFT_TOTAL};
use super::{CURRENCY, OpError, Receipt, Workbench};
use crate::domain::gift::{Gift, GiftRules, Given, Membership, price_of, same_gift};
use crate::domain::ids::ClientId;
use crate::domain::matching::fold;
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::store::{Entry, Transaction};

/// For how many days a client has to have ordered to be proposed a gift, unless a person says otherwise: a year.
const USUAL_TENURE: i64 = 365;
/// What a gift may cost in roubles, unless a person says otherwise (article 575 of the Russian Civil Code).
const LAWFUL: Money = Money(300_000);

/// The gifts of one client, and what limits them.
#[derive(Clone, Debug, PartialEq)]
pub struct GiftLedger {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// What it was given, the newest first.
    pub given: Vec<Given>,
    /// What there is to give, the gift that was given least recently first.
    pub catalogue: Vec<Gift>,
    /// Why to give it something, or to call about its club.
    pub reasons: Vec<Message>,
    /// Its club.
    pub membership: Option<Membership>,
    /// What all gifts of this calendar year cost so far.
    pub spent: Money,
    /// When something is given, and within which limits.
    pub rules: GiftRules,
}

impl GiftLedger {
    /// What may be given next: what the client has not had yet, the gift that was given least recently first.
    pub fn proposals(&self) -> impl Iterator<Item = &Gift> {
        self.catalogue.iter().filter(|gift| self.had(&gift.name).is_none())
    }

    /// The last day on which the client was given that.
    pub fn had(&self, item: &str) -> Option<NaiveDate> {
        self.given.iter().find(|given| same_gift(&given.item, item)).map(|given| given.day)
    }

    /// What that costs by the catalogue.
    pub fn price(&self, item: &str) -> Option<Money> {
        price_of(&self.catalogue, item)
    }

    /// What speaks against giving that: the client has had it, one costs more than it may, the year's budget is spent.
    pub fn warnings(&self, item: &str, cost: Option<Money>) -> Vec<Message> {
        let repeat = self.had(item).map(|day| Message::new("gift-repeat").with("day", day));
        let limit = self.rules.limit.filter(|limit| cost.is_some_and(|cost| cost > *limit));
        let limit = limit.map(|limit| {
            Message::new(if self.rules.by_law { "gift-over-law" } else { "gift-over-limit" }).with("money", limit)
        });
        let left = self.rules.budget.map(|budget| budget - self.spent);
        let over = left.filter(|left| cost.is_some_and(|cost| cost > *left));
        let over = over.map(|left| match left {
            left if left < Money(0) => Message::new("gift-overspent").with("money", Money(0) - left),
            left => Message::new("gift-over-budget").with("money", left),
        });
        repeat.into_iter().chain(limit).chain(over).collect()
    }

    /// What was spent this year, and what is left.
    pub fn budget(&self) -> Message {
        match self.rules.budget {
            Some(budget) => Message::new("gift-budget")
                .with("spent", self.spent)
                .with("budget", budget)
                .with("left", budget - self.spent),
            None => Message::new("gift-spent").with("spent", self.spent),
        }
    }
}

/// A client for whom it is time for a gift or a call about its club.
#[derive(Clone, Debug, PartialEq)]
pub struct GiftDue {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// Why.
    pub reasons: Vec<Message>,
}

impl Workbench {
    /// The gifts of a client; `None` if there is no such client.
    pub fn gifts(&self, client: ClientId) -> Result<Option<GiftLedger>, OpError> {
        let (rules, today) = (self.gift_rules()?, self.today());
        let Some((client, name, standing)) = self.db.gift_standings(Some(client), today)?.pop() else {
            return Ok(None);
        };
        let first = today.with_ordinal(1).unwrap_or(today);
        Ok(Some(GiftLedger {
            client,
            name,
            given: self.db.gifts_given(client, today)?,
            catalogue: self.catalogue()?,
            reasons: standing.reasons(&rules, today),
            membership: standing.membership,
            spent: self.db.spent_on_gifts(first, today)?,
            rules,
        }))
    }

    /// The clients for whom it is time for a gift or a call about their club, the most revenue first.
    pub fn gifts_due(&self) -> Result<Vec<GiftDue>, OpError> {
        let (rules, today) = (self.gift_rules()?, self.today());
        let due = self.db.gift_standings(None, today)?.into_iter().map(|(client, name, standing)| {
            let reasons = standing.reasons(&rules, today);
            GiftDue { client, name, reasons }
        });
        Ok(due.filter(|due| !due.reasons.is_empty()).collect())
    }

    /// What there is to give, the gift that was given least recently first.
    pub fn catalogue(&self) -> Result<Vec<Gift>, OpError> {
        let mut catalogue = self.db.catalogue()?;
        for (item, day) in self.db.items_given(self.today())? {
            for gift in catalogue.iter_mut().filter(|gift| same_gift(&gift.name, &item)) {
                gift.last_given = gift.last_given.max(Some(day));
            }
        }
        catalogue.sort_by_cached_key(|gift| (gift.last_given, fold(&gift.name)));
        Ok(catalogue)
    }

    /// What that costs by the catalogue.
    pub fn price(&self, item: &str) -> Result<Option<Money>, OpError> {
        Ok(price_of(&self.db.catalogue()?, item))
    }

    /// When something is given, and within which limits.
    pub fn gift_rules(&self) -> Result<GiftRules, OpError> {
        let number = |key| Ok::<_, OpError>(self.setting(key)?.and_then(|text| text.parse::<u32>().ok()));
        let money = |key| Ok::<_, OpError>(number(key)?.map(|units| Money(i64::from(units) * 100)));
        let currency = self.setting(CURRENCY)?.unwrap_or_else(|| self.suggested_currency.borrow().clone());
        let own = money(GIFT_LIMIT)?;
        let by_law = own.is_none() && currency == "RUB";
        Ok(GiftRules {
            total: money(GIFT_TOTAL)?,
            tenure: number(GIFT_TENURE)?.map_or(USUAL_TENURE, i64::from),
            budget: money(GIFT_BUDGET)?,
            limit: own.or(by_law.then_some(LAWFUL)),
            by_law,
        })
    }

    /// Adds a gift to the catalogue.
    pub fn add_gift(&self, name: &str, price: Option<Money>) -> Result<Receipt, OpError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(OpError::Empty);
        }
        check_cost(price)?;
        if self.db.catalogue()?.iter().any(|gift| same_gift(&gift.name, name)) {
            return Err(OpError::GiftThere { name: name.to_owned() });
        }
        self.write_catalogue("add_gift", name, |tx| {
            if price.is_some() {
                self.settle_currency(tx, None)?;
            }
            Ok(tx.insert_gift(name, price)?)
        })
    }

    /// Takes a gift out of the catalogue; what was given stays on record.
    pub fn drop_gift(&self, name: &str) -> Result<Receipt, OpError> {
        let gift = self.db.catalogue()?.into_iter().find(|gift| same_gift(&gift.name, name));
        let gift = gift.ok_or_else(|| OpError::NoGift { asked: name.to_owned() })?;
        self.write_catalogue("drop_gift", &gift.name, |tx| Ok(tx.delete_gift(gift.id)?))
    }

    fn write_catalogue(
        &self,
        verb: &str,
        name: &str,
        write: impl FnOnce(&Transaction<'_>) -> Result<(), OpError>,
    ) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        let entry = Entry { verb, subject: name, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, write)?;
        Ok(Receipt::of_book(verb, name))
    }

    /// Says what club a client belongs to, until when and with how many points; nothing of it takes it out of the club.
    pub fn set_membership(&self, client: ClientId, membership: &Membership) -> Result<Receipt, OpError> {
        let membership = Membership { club: membership.club.trim().to_owned(), ..membership.clone() };
        let receipt = self.act_on(client, "set_membership", |tx| Ok(tx.put_membership(client, &membership)?))?;
        let ended = membership.is_empty().then(|| Message::new("effect-no-club"));
        Ok(ended.into_iter().chain(membership.reasons(self.today())).fold(receipt, Receipt::and))
    }
}

/// What is given costs something or nothing.
pub(super) fn check_cost(cost: Option<Money>) -> Result<(), OpError> {
    match cost {
        Some(amount) if amount < Money(0) => Err(OpError::BelowZero { amount }),
        Some(amount) => check_size(amount),
        None => Ok(()),
    }
}
