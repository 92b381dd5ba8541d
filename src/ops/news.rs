//! Where news to share are added, changed and closed, and where it is noted who has heard them.

use chrono::NaiveDate;

use super::{OpError, Receipt, Workbench};
use crate::domain::ids::{ClientId, NewsId};
use crate::domain::matching::fold;
use crate::domain::news::{Audience, News};
use crate::store::{Entry, Transaction};

/// News as a person enters them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewsDraft {
    /// What is new.
    pub text: String,
    /// The first day on which it is told, if not today.
    pub since: Option<NaiveDate>,
    /// The last day on which it is news.
    pub until: Option<NaiveDate>,
    /// Whom it concerns.
    pub audience: Audience,
}

/// News with how far they have got.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewsLine {
    /// The news.
    pub news: News,
    /// Whether they are told now.
    pub current: bool,
    /// How many clients have heard them.
    pub heard: usize,
    /// How many whom they concern have not.
    pub unheard: usize,
}

/// A client whom news concern, or who has heard them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hearing {
    /// Which client.
    pub client: ClientId,
    /// Its name.
    pub name: String,
    /// One of those that must not be lost.
    pub star: bool,
    /// Its town.
    pub city: String,
    /// The day on which it heard them.
    pub heard: Option<NaiveDate>,
}

impl Workbench {
    /// All news: those that are told now first, then the newest.
    pub fn news(&self) -> Result<Vec<NewsLine>, OpError> {
        let listeners = self.db.listeners(None)?;
        let mut lines = Vec::new();
        for news in self.db.news()? {
            let heard = self.db.heard(news.id, self.today())?;
            let meant = listeners.iter().filter(|row| news.audience.holds(&row.listener));
            let unheard = meant.filter(|row| !heard.contains_key(&row.client)).count();
            lines.push(NewsLine { current: news.is_current(self.today()), heard: heard.len(), unheard, news });
        }
        lines.sort_by_key(|line| !line.current);
        Ok(lines)
    }

    /// What a client is to be told and has not heard yet, the oldest first.
    pub fn unheard_by(&self, client: ClientId) -> Result<Vec<News>, OpError> {
        let Some(row) = self.db.listeners(Some(client))?.pop() else { return Ok(Vec::new()) };
        let heard = self.db.heard_by(client, self.today())?;
        let mut news = self.db.news()?;
        news.reverse();
        let today = self.today();
        news.retain(|news| news.is_current(today) && !heard.contains(&news.id) && news.audience.holds(&row.listener));
        Ok(news)
    }

    /// Whom news concern or who has heard them: those who have not first, those with a star before others.
    pub fn hearing(&self, news: &News) -> Result<Vec<Hearing>, OpError> {
        let heard = self.db.heard(news.id, self.today())?;
        let rows = self.db.listeners(None)?.into_iter();
        let mut hearing: Vec<Hearing> = rows
            .filter(|row| heard.contains_key(&row.client) || news.audience.holds(&row.listener))
            .map(|row| Hearing {
                heard: heard.get(&row.client).copied(),
                client: row.client,
                name: row.name,
                star: row.listener.star,
                city: row.listener.city,
            })
            .collect();
        hearing.sort_by_key(|row| (row.heard.is_some(), !row.star));
        Ok(hearing)
    }

    /// The news a person means: by their id, or by a part of their text that fits them alone among those told now.
    pub fn news_named(&self, asked: &str) -> Result<News, OpError> {
        let all = self.db.news()?;
        let of_id = asked.parse().ok().map(NewsId).and_then(|id| all.iter().find(|news| news.id == id));
        if let Some(news) = of_id {
            return Ok(news.clone());
        }
        let asked_for = fold(asked);
        let mut fitting =
            all.into_iter().filter(|news| news.is_current(self.today()) && fold(&news.text).contains(&asked_for));
        match (fitting.next(), fitting.next()) {
            (Some(news), None) => Ok(news),
            _ => Err(OpError::NoNews { asked: asked.to_owned() }),
        }
    }

    /// Adds news.
    pub fn add_news(&self, draft: &NewsDraft) -> Result<Receipt, OpError> {
        self.write_news("add_news", draft, |tx, draft| News { id: NewsId(tx.make_id()), closed_on: None, ..draft })
    }

    /// Changes news; who has heard them has. Those that were closed are told again.
    pub fn edit_news(&self, id: NewsId, draft: &NewsDraft) -> Result<Receipt, OpError> {
        let before = self.db.news()?.into_iter().find(|news| news.id == id);
        let later = before.and_then(|news| news.closed_on).filter(|day| *day > self.today());
        self.write_news("edit_news", draft, |_, draft| News { id, closed_on: later, ..draft })
    }

    /// Ends news: nobody is told them any more.
    pub fn close_news(&self, news: &News) -> Result<Receipt, OpError> {
        self.check_not_later(news.closed_on)?;
        let closed_on = Some(self.today());
        self.act_on_news("close_news", &news.text, |tx| {
            Ok(tx.put_news(&News { closed_on: news.closed_on.or(closed_on), ..news.clone() })?)
        })
    }

    /// Notes that a client has heard news, aside from any contact.
    pub fn tell_news(&self, news: NewsId, client: ClientId) -> Result<Receipt, OpError> {
        let today = self.today();
        self.act_on(client, "tell_news", |tx| Ok(tx.tell(news, client, today)?))
    }

    fn write_news(
        &self,
        verb: &str,
        draft: &NewsDraft,
        identify: impl FnOnce(&Transaction<'_>, News) -> News,
    ) -> Result<Receipt, OpError> {
        let text = draft.text.trim();
        if text.is_empty() {
            return Err(OpError::Empty);
        }
        let since = draft.since.unwrap_or(self.today());
        if let Some(until) = draft.until.filter(|until| *until < since) {
            return Err(OpError::EndsBefore { from: since, to: until });
        }
        // An industry is known by its holiday, as that of a client is.
        let industries = draft.audience.industries.iter();
        let industries = industries.map(|name| self.days().industry_named(name).unwrap_or(name).to_owned());
        let news = News {
            id: NewsId(0),
            text: text.to_owned(),
            since,
            until: draft.until,
            audience: Audience { industries: industries.collect(), ..draft.audience.clone() },
            closed_on: None,
        };
        self.act_on_news(verb, text, |tx| Ok(tx.put_news(&identify(tx, news))?))
    }

    fn act_on_news(
        &self,
        verb: &str,
        text: &str,
        write: impl FnOnce(&Transaction<'_>) -> Result<(), OpError>,
    ) -> Result<Receipt, OpError> {
        self.check_may_write()?;
        let entry = Entry { verb, subject: text, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| write(tx).map(|()| Receipt::of_book(verb, text)))
    }
}
