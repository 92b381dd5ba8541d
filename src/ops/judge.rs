//! Where a client is judged: its facts against what was learnt from the whole book.

use std::rc::Rc;

use chrono::NaiveDate;

use super::book_state::BookState;
use super::derive::Follows;
use super::read::unreadable;
use super::setting::{ALARM_FACTOR, ALERTS_A_DAY, CONCENTRATION, HORIZON, NOVELTY_AFTER, UNASKED_AFTER};
use super::{OpError, Workbench};
use crate::domain::churn::{
    HORIZON_DAYS, HORIZONS, History, Known, Learned, Score, Scorer, Thresholds, Trend, TrendOf, Trigger, Verdict, judge,
};
use crate::domain::status::{RegularRule, Status};
use crate::store::{AgendaItem, BookLine, DerivedClient, PlanRow, PlanState};

/// How many alerts are pushed forward on a day where nothing else was chosen.
pub(super) const PUSHED_A_DAY: usize = 12;

/// What clients are judged by on one day.
pub(super) struct Judge {
    scorer: Rc<Scorer>,
    state: BookState,
    regular: RegularRule,
    today: NaiveDate,
}

impl Judge {
    pub fn new(scorer: Rc<Scorer>, state: BookState, regular: RegularRule, today: NaiveDate) -> Self {
        Self { scorer, state, regular, today }
    }

    /// The same on a book in another state.
    pub fn with(&self, state: BookState) -> Self {
        Self { scorer: Rc::clone(&self.scorer), state, ..*self }
    }

    pub fn state(&self) -> &BookState {
        &self.state
    }

    pub fn today(&self) -> NaiveDate {
        self.today
    }

    /// What a client ordered, up to today.
    pub fn history(&self, line: &BookLine) -> History {
        History::until(self.today, &line.orders).typed(line.interval)
    }

    /// Where a client stands.
    pub fn status(&self, line: &BookLine, history: &History) -> Status {
        let days: Vec<NaiveDate> = history.days().iter().map(|order| order.day).collect();
        Status::of(&days, self.regular, line.said, self.today)
    }

    pub fn score(&self, history: &History) -> Option<Score> {
        Score::of(history, &self.scorer, self.today)
    }

    /// The days by which half, and nine tenths, of the client's ordinary gaps would have ended.
    pub fn expected(&self, history: &History) -> Option<(NaiveDate, NaiveDate)> {
        Score::expected(history, &self.scorer)
    }

    /// What is known of a client when it is judged.
    fn known<'a>(&self, line: &'a BookLine, history: &'a History, score: Option<Score>, has_next: bool) -> Known<'a> {
        Known {
            today: self.today,
            status: self.status(line, history),
            history,
            items: &line.items,
            score,
            thresholds: self.state.thresholds,
            concentration: self.state.hangs(history.value_of_year(self.today)),
            complaints: &line.complaints,
            felt: &line.felt,
            rivals: &line.rivals,
            events: &line.events,
            evaluations: &line.evaluations,
            contacts: &line.contacts,
            has_next,
        }
    }

    /// Whether a client gives a reason of that kind to speak of it.
    pub fn raises(&self, line: &BookLine, kind: &str) -> bool {
        let history = self.history(line);
        let has_next = line.plan.iter().any(|row| row.state == PlanState::Open);
        let verdict = self.verdict(line, &history, self.score(&history), has_next);
        verdict.alert.is_some_and(|alert| alert.reasons.iter().any(|reason| reason.kind() == kind))
    }

    /// What a client is judged to be: of who is on the black list nothing is said (DOMAIN R88).
    fn verdict(&self, line: &BookLine, history: &History, score: Option<Score>, has_next: bool) -> Verdict {
        let known = self.known(line, history, score, has_next);
        if line.barred { Verdict::default() } else { judge(&known, &line.answers) }
    }

    /// The fall of a client's orders, if the engine tells one: whatever answers the alert about it.
    pub fn volume_trend(&self, line: &BookLine) -> Option<Trend> {
        let history = self.history(line);
        Trend::of(&self.known(line, &history, self.score(&history), true), TrendOf::Volume)
    }

    /// What follows for one client that has these rows of the plan.
    pub fn follow(
        &self,
        line: &BookLine,
        history: &History,
        score: Option<Score>,
        mut planned: Vec<PlanRow>,
    ) -> Follows {
        let today = self.today;
        let status = self.status(line, history);
        planned.retain(|row| row.state == PlanState::Open);
        let next = planned.first();
        let revenue = history.value_of_year(today);
        let verdict = self.verdict(line, history, score, next.is_some());
        let derived = DerivedClient {
            client: line.id,
            status,
            order_days: history.order_days(),
            last_order: history.last(),
            revenue,
            next_day: next.map(|row| row.day),
            next_kind: next.and_then(|row| match &row.item {
                AgendaItem::Rule(planned) => Some(planned.kind),
                AgendaItem::Typed(_) => None,
            }),
            level: verdict.alert.as_ref().map(|alert| alert.level),
            at_risk: score.map(|score| score.at_risk).unwrap_or_default(),
        };
        Follows { derived, score, verdict, planned }
    }
}

impl Workbench {
    /// What was learnt from the whole book last; `None` until that was done.
    pub fn learned(&self) -> Result<Option<Learned>, OpError> {
        self.db.learned()?.map(|body| serde_json::from_str(&body).map_err(unreadable)).transpose()
    }

    /// What clients are judged by today; `None` until the book was ever derived.
    pub(super) fn judge(&self) -> Result<Option<Judge>, OpError> {
        let (Some(state), Some(body)) = (self.book_state()?, self.db.learned()?) else { return Ok(None) };
        let mut kept = self.scorer.borrow_mut();
        let scorer = match kept.as_ref() {
            Some((known, horizon, scorer)) if *known == body && *horizon == state.horizon => Rc::clone(scorer),
            _ => {
                let learned: Learned = serde_json::from_str(&body).map_err(unreadable)?;
                let scorer = Rc::new(learned.scorer(state.horizon));
                *kept = Some((body, state.horizon, Rc::clone(&scorer)));
                scorer
            }
        };
        Ok(Some(Judge::new(scorer, state, self.regular_rule()?, self.today())))
    }

    /// From where on signals speak.
    pub fn thresholds(&self) -> Result<Thresholds, OpError> {
        let mut thresholds = Thresholds::default();
        for setting in [ALARM_FACTOR, CONCENTRATION, NOVELTY_AFTER, UNASKED_AFTER] {
            if let Some(value) = self.setting(setting)? {
                thresholds = chosen(thresholds, setting, &value);
            }
        }
        Ok(thresholds)
    }

    /// Who counts as regular today.
    pub fn regular_rule(&self) -> Result<RegularRule, OpError> {
        let today = self.today();
        let rules = self.db.regular_rules()?;
        Ok(rules.into_iter().rev().find(|(since, _)| *since <= today).map(|(_, rule)| rule).unwrap_or_default())
    }

    /// How far ahead "no order" is asked for, in days.
    pub fn horizon(&self) -> Result<u16, OpError> {
        let chosen = self.setting(HORIZON)?.and_then(|text| text.parse().ok());
        Ok(chosen.filter(|days| HORIZONS.contains(days)).unwrap_or(HORIZON_DAYS))
    }

    /// How many alerts are pushed forward on a day.
    pub fn alerts_a_day(&self) -> Result<usize, OpError> {
        Ok(self.setting(ALERTS_A_DAY)?.and_then(|text| text.parse().ok()).unwrap_or(PUSHED_A_DAY))
    }
}

/// The thresholds with one chosen as it is kept; what cannot be read changes nothing.
pub(super) fn chosen(mut thresholds: Thresholds, setting: &str, value: &str) -> Thresholds {
    let Ok(number) = value.parse::<u16>() else { return thresholds };
    match setting {
        ALARM_FACTOR => thresholds.trigger = Trigger { factor: f64::from(number) },
        CONCENTRATION => thresholds.urgent_share = f64::from(number) / 100.0,
        NOVELTY_AFTER => thresholds.novelty_days = i64::from(number),
        UNASKED_AFTER => thresholds.unasked_days = i64::from(number),
        _ => {}
    }
    thresholds
}
