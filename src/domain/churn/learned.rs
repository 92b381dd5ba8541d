//! What is learnt from the whole book on one day, and holds for every client until enough has changed: what is usual, the
//! parameters that fit, the season, the correction by its own past (CHURN 5).

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calibrate::Calibration;
use super::fit::{Case, fit};
use super::history::{History, OrderDay, median};
use super::model::{Model, Parameters};
use super::season::{Season, SeasonClock};
use crate::domain::money::Money;

/// The horizons in days for which the correction is kept.
pub const HORIZONS: [u16; 3] = [30, 60, 90];
/// How far ahead "no order" is asked for where nothing else was chosen, in days.
pub const HORIZON_DAYS: u16 = 90;

/// The unit of time where nobody has ordered twice, in days.
const INTERVAL_UNKNOWN: f64 = 30.0;
/// With fewer clients who ordered twice, or fewer gaps, the constants hold.
const MIN_CLIENTS: usize = 50;
const MIN_GAPS: usize = 150;
/// Of how many clients the parameters, and the correction, are learnt at most.
const FITTED: usize = 3_000;
const CORRECTED: usize = 20_000;
/// It is learnt anew after so many days, or once the order days are so many per cent more or fewer.
const HOLDS_DAYS: i64 = 28;
const HOLDS_PERCENT: usize = 10;

/// What is usual in the whole book.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Base {
    /// The usual interval in days: the median of the clients' mean intervals, at least 1; 30 where nobody has ordered
    /// twice.
    pub interval: f64,
    /// The usual order: the median value of all order days, in units of the book's currency.
    pub order: f64,
}

/// On which day, and from how many order days, something was learnt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basis {
    /// The day.
    pub day: NaiveDate,
    /// The order days.
    pub order_days: usize,
}

impl Basis {
    /// Whether it is to be learnt anew on `today`, from so many order days.
    pub fn is_due(self, today: NaiveDate, order_days: usize) -> bool {
        let more = order_days.abs_diff(self.order_days) * 100 > HOLDS_PERCENT * self.order_days;
        more || !(0..HOLDS_DAYS).contains(&(today - self.day).num_days())
    }
}

/// What was learnt on one day from the order days up to it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Learned {
    /// When, and from how much.
    pub basis: Basis,
    /// What is usual.
    pub base: Base,
    /// The model's unit of time on the season's clock.
    scale: f64,
    /// Whether the parameters were fitted; the constants where there were too few orders to.
    pub fitted: bool,
    parameters: Parameters,
    /// `None` with less than 53 weeks of orders.
    season: Option<Season>,
    calibrations: Vec<Calibration>,
}

impl Learned {
    /// Learns from these histories, which end on `today`. Neither their order nor whose they are makes a difference.
    pub fn from(histories: &[History], today: NaiveDate) -> Self {
        let clients = in_order(histories);
        let season = Season::of(histories, today);
        let clock = SeasonClock::new(season.as_ref());
        let time = |days: &[OrderDay]| {
            let gaps = days.len().checked_sub(1).filter(|gaps| *gaps > 0)?;
            Some(clock.between(days[0].day, days[gaps].day) / gaps as f64)
        };
        let mut times: Vec<f64> = clients.iter().filter_map(|client| time(client.days())).collect();
        let mut intervals: Vec<f64> = clients.iter().filter_map(|client| client.mean_interval()).collect();
        let mut values: Vec<f64> = clients.iter().flat_map(|client| client.values().map(Money::units)).collect();
        let repeating = intervals.len();
        let order_days: usize = clients.iter().map(|client| client.order_days()).sum();
        let scale = median(&mut times).map_or(INTERVAL_UNKNOWN, |time| time.max(1.0));
        let base = Base {
            interval: median(&mut intervals).map_or(INTERVAL_UNKNOWN, |days| days.max(1.0)),
            order: median(&mut values).unwrap_or(0.0),
        };
        let enough = repeating >= MIN_CLIENTS && order_days - clients.len() >= MIN_GAPS;
        let parameters = if enough {
            let case = |client: &&History| Case {
                gaps: client.days().windows(2).map(|pair| clock.between(pair[0].day, pair[1].day) / scale).collect(),
                open: client.last().map_or(0.0, |last| clock.between(last, today) / scale),
            };
            fit(&sample(&clients, FITTED).iter().map(case).collect::<Vec<_>>())
        } else {
            Parameters::constants()
        };
        let mut learned = Self {
            basis: Basis { day: today, order_days },
            base,
            scale,
            fitted: enough,
            parameters,
            season,
            calibrations: Vec::new(),
        };
        if enough {
            learned.calibrations = HORIZONS.map(|horizon| learned.calibrate(&clients, horizon)).into();
        }
        learned
    }

    /// Whether the correction for a horizon is still to be learnt.
    pub fn lacks_horizon(&self, horizon: u16) -> bool {
        self.fitted && self.calibration(horizon).is_none()
    }

    /// Learns the correction for a horizon that is none of [`HORIZONS`] as well; the histories are looked at up to the day
    /// of the rest. Nothing is done where there are too few orders, or where it is known.
    pub fn add_horizon(&mut self, histories: &[History], horizon: u16) {
        if self.lacks_horizon(horizon) {
            let calibration = self.calibrate(&in_order(histories), horizon);
            self.calibrations.push(calibration);
        }
    }

    fn calibrate(&self, clients: &[&History], horizon: u16) -> Calibration {
        let clock = SeasonClock::new(self.season.as_ref());
        let model = Model::new(self.parameters);
        Calibration::learn(&sample(clients, CORRECTED), self.basis.day, horizon, &model, (&clock, self.scale))
    }

    fn calibration(&self, horizon: u16) -> Option<&Calibration> {
        self.calibrations.iter().find(|calibration| calibration.horizon == horizon)
    }

    /// What clients are scored with, for the chance of no order within `horizon` days.
    pub fn scorer(&self, horizon: u16) -> Scorer {
        Scorer {
            model: Model::new(self.parameters),
            clock: SeasonClock::new(self.season.as_ref()),
            scale: self.scale,
            base: self.base,
            horizon,
            calibration: self.calibration(horizon).cloned(),
        }
    }
}

/// What clients are scored with.
#[derive(Clone, Debug)]
pub struct Scorer {
    pub(super) model: Model,
    pub(super) clock: SeasonClock,
    pub(super) scale: f64,
    pub(super) base: Base,
    pub(super) horizon: u16,
    pub(super) calibration: Option<Calibration>,
}

impl Scorer {
    /// The time from one day to another in the model's unit.
    pub(super) fn between(&self, from: NaiveDate, to: NaiveDate) -> f64 {
        self.clock.between(from, to) / self.scale
    }

    /// The time of the horizon from `today` on, in the model's unit.
    pub(super) fn ahead(&self, today: NaiveDate, days: u64) -> f64 {
        today.checked_add_days(Days::new(days)).map_or(days as f64 / self.scale, |end| self.between(today, end))
    }
}

/// The clients that ordered, in an order that their orders alone decide.
fn in_order(histories: &[History]) -> Vec<&History> {
    let mut clients: Vec<&History> = histories.iter().filter(|history| history.order_days() > 0).collect();
    clients.sort_unstable();
    clients
}

/// At most `most` of them, evenly spread.
fn sample<'a>(clients: &[&'a History], most: usize) -> Vec<&'a History> {
    let taken = clients.len().min(most);
    (0..taken).map(|place| clients[place * clients.len() / taken]).collect()
}
