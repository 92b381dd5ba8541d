//! What the rhythm says about one client on one day.

use chrono::NaiveDate;

use super::history::History;
use super::learned::{Base, Scorer};
use super::model::Rhythm;
use crate::domain::money::Money;

/// What follows from a client's orders on one day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// On how many days it ordered.
    pub order_days: usize,
    /// The last of them.
    pub last_order: NaiveDate,
    /// Days since then.
    pub gap_days: i64,
    /// Its usual interval in days: the one a person typed, or else see [`usual_days`].
    pub usual_days: f64,
    /// Whether a person typed it.
    pub by_hand: bool,
    /// The mean of its own gaps in days; `None` where it has none.
    pub mean_gap: Option<f64>,
    /// The share of its ordinary gaps that are longer than this one, 0 to 1.
    pub tail: f64,
    /// The horizon in days.
    pub horizon: u16,
    /// The chance of no order within the horizon, 0 to 1.
    pub none: f64,
    /// The chance of no order within two of its own mean intervals, at least 7 days, 0 to 1.
    pub none_own: f64,
    /// What it usually orders: its mean order drawn towards the book's by two gaps, in units of the book's currency.
    pub usual_order: f64,
    /// What is at risk: `none` × the horizon × what it usually orders a day; never negative.
    pub at_risk: Money,
}

impl Score {
    /// How often it orders, in days, as it is told: the interval a person typed, or what its orders show by themselves.
    pub fn told_days(&self) -> f64 {
        self.mean_gap.filter(|_| !self.by_hand).unwrap_or(self.usual_days)
    }

    /// Scores a client on `today`; `None` for one that never ordered.
    pub fn of(history: &History, scorer: &Scorer, today: NaiveDate) -> Option<Self> {
        let last_order = history.last()?;
        let gap_days = (today - last_order).num_days();
        let rhythm = rhythm(history, scorer);
        let gaps = history.order_days() - 1;
        let stretch = stretch(history, scorer);
        let usual_days = stretch * usual_days(history.mean_interval(), gaps, scorer.base);
        let open = scorer.between(last_order, today) / stretch;
        let raw = rhythm.none_within(open, scorer.ahead(today, u64::from(scorer.horizon)) / stretch);
        // The past that corrects a chance is one of the computed rhythm.
        let own_past = scorer.calibration.as_ref().filter(|_| history.interval().is_none());
        let none = own_past.map_or(raw, |own_past| own_past.correct(raw, history, today));
        let own = history.interval().map(f64::from).or(history.mean_interval()).unwrap_or(scorer.base.interval);
        let own = (2.0 * own).max(7.0);
        let mean_order = mean(history.values().map(Money::units));
        let usual_order = drawn(mean_order.unwrap_or(scorer.base.order), scorer.base.order, gaps);
        let a_day = usual_order / usual_days;
        Some(Self {
            order_days: history.order_days(),
            last_order,
            gap_days,
            usual_days,
            by_hand: history.interval().is_some(),
            mean_gap: history.mean_interval(),
            tail: rhythm.tail(open),
            horizon: scorer.horizon,
            none,
            none_own: rhythm.none_within(open, scorer.ahead(today, own.round() as u64) / stretch),
            usual_order,
            at_risk: Money::from_units((none * f64::from(scorer.horizon) * a_day).max(0.0)),
        })
    }

    /// Whether anything is known of its own rhythm: one who ordered on a single day has shown no gap yet.
    pub fn has_rhythm(&self) -> bool {
        self.by_hand || self.mean_gap.is_some()
    }

    /// The days by which half, and nine tenths, of the client's ordinary gaps would have ended; `None` where it has shown
    /// none, and nobody typed its interval.
    pub fn expected(history: &History, scorer: &Scorer) -> Option<(NaiveDate, NaiveDate)> {
        history.interval().map(f64::from).or(history.mean_interval())?;
        let last = history.last()?;
        let rhythm = rhythm(history, scorer);
        let scale = scorer.scale * stretch(history, scorer);
        let day = |above: f64| scorer.clock.after(last, rhythm.length_exceeded_by(above) * scale);
        Some((day(0.5)?, day(0.1)?))
    }
}

/// The usual interval in days of a client with so many gaps: its mean drawn towards the book's by two gaps,
/// (x·mean + 2·base) / (x + 2).
pub fn usual_days(mean_interval: Option<f64>, gaps: usize, base: Base) -> f64 {
    drawn(mean_interval.unwrap_or(0.0), base.interval, gaps)
}

/// How many times longer a client's gaps are meant to be than its past tells: its own rhythm, with all that makes it
/// regular or not, is stretched so that the usual interval becomes the typed one. 1 where none was typed.
fn stretch(history: &History, scorer: &Scorer) -> f64 {
    let told = usual_days(history.mean_interval(), history.order_days() - 1, scorer.base);
    history.interval().map_or(1.0, |days| f64::from(days) / told)
}

fn drawn(own: f64, usual: f64, gaps: usize) -> f64 {
    (gaps as f64 * own + 2.0 * usual) / (gaps as f64 + 2.0)
}

fn rhythm<'a>(history: &History, scorer: &'a Scorer) -> Rhythm<'a> {
    scorer.model.rhythm(history.days().windows(2).map(|pair| scorer.between(pair[0].day, pair[1].day)))
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0_u32), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::super::history::Bought;
    use super::super::learned::{HORIZON_DAYS, Learned};
    use super::super::trigger::Trigger;
    use super::*;

    #[test]
    fn a_monthly_buyer_is_watched_after_some_fifty_days_and_alarms_at_a_hundred_and_twelve() {
        let begin: NaiveDate = "2025-12-01".parse().unwrap();
        let gaps = [28, 31, 35, 30, 29, 33, 31, 27, 35];
        let mut day = begin;
        let mut orders = vec![Bought::on(begin, Some(Money(3_500_000)))];
        for gap in gaps {
            day = day + Days::new(gap);
            orders.push(Bought::on(day, Some(Money(3_500_000))));
        }
        let history = History::until(day, &orders);
        let scorer = Learned::from(&[history], day).scorer(HORIZON_DAYS);
        let score = |gap: u64| {
            let today = day + Days::new(gap);
            Score::of(&History::until(today, &orders), &scorer, today).unwrap()
        };
        let alarm = Trigger::default().days(score(0).usual_days);
        assert!((alarm - 20.0 * 31f64.sqrt()).abs() < 1e-9, "{alarm}");
        assert!(score(48).tail > 0.05 && score(54).tail < 0.05, "{} {}", score(48).tail, score(54).tail);
        assert!((score(52).usual_days - 31.0).abs() < 1e-12);
    }

    #[test]
    fn every_figure_is_finite_whatever_the_orders() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-24");
        for orders in [
            vec![(today, Some(Money(0)))],
            vec![(today, None), (day("1996-01-01"), Some(Money(-500)))],
            (0..900).map(|back| (today - Days::new(back), Some(Money(1)))).collect(),
            vec![(day("1970-01-01"), Some(Money(i64::MAX))), (day("1970-01-02"), Some(Money(i64::MAX)))],
        ] {
            let orders: Vec<Bought> = orders.into_iter().map(|(day, value)| Bought::on(day, value)).collect();
            let history = History::until(today, &orders);
            let scorer = Learned::from(std::slice::from_ref(&history), today).scorer(HORIZON_DAYS);
            let score = Score::of(&history, &scorer, today).unwrap();
            assert!((0.0..=1.0).contains(&score.none) && (0.0..=1.0).contains(&score.tail), "{score:?}");
            assert!(score.usual_days.is_finite() && score.at_risk >= Money(0), "{score:?}");
            assert!(Score::expected(&history, &scorer).is_none_or(|(half, most)| half <= most));
        }
    }
}
