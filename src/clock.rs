//! The only place that reads the time or makes an id. Everything else is handed a [`Moment`], a day or an [`Ids`].

use std::time::{Duration, Instant};

use chrono::{DateTime, Days, Local, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

/// One instant, with the local day and time of day that a person would name for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The instant in UTC.
    pub at: DateTime<Utc>,
    /// The local day it falls on.
    pub day: NaiveDate,
    /// The local time of day.
    pub time: NaiveTime,
}

/// Where the time comes from.
#[derive(Clone, Copy, Debug)]
pub enum Clock {
    /// The system's clock.
    System,
    /// The day the person named (`--today`), while the time of day stays real.
    OnDay(NaiveDate),
    /// A clock that stands still in a place without time zones: for tests and reproducible screens.
    Fixed(NaiveDateTime),
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that may ask what time it is")]
impl Clock {
    /// The present moment.
    pub fn now(&self) -> Moment {
        let local = match *self {
            Self::System => Local::now().naive_local(),
            Self::OnDay(day) => day.and_time(Local::now().time()),
            Self::Fixed(moment) => moment,
        };
        Moment { at: self.at(local.date(), local.time()), day: local.date(), time: local.time() }
    }

    /// The instant of a local day and time of day, for a back-dated entry.
    pub fn at(&self, day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
        match self {
            Self::System | Self::OnDay(_) => instant(day.and_time(time)),
            Self::Fixed(_) => day.and_time(time).and_utc(),
        }
    }

    /// The local time of day of an instant, for showing when something was logged.
    pub fn local_time(&self, at: DateTime<Utc>) -> NaiveTime {
        match self {
            Self::System | Self::OnDay(_) => at.with_timezone(&Local).time(),
            Self::Fixed(_) => at.time(),
        }
    }

    /// How long until the day turns; `None` where it never does (`--today`, a fixed clock).
    pub fn until_midnight(&self) -> Option<Duration> {
        let Self::System = self else { return None };
        let now = Local::now();
        let next = now.date_naive().checked_add_days(Days::new(1))?;
        (instant(next.and_time(NaiveTime::MIN)) - now.with_timezone(&Utc)).to_std().ok()
    }

    /// The ids of one transaction on device `device`, each greater than `last`.
    pub fn ids(&self, device: i64, last: i64) -> Ids {
        let at = match self {
            Self::System | Self::OnDay(_) => Utc::now(),
            Self::Fixed(moment) => moment.and_utc(),
        };
        let millis = (at.timestamp_millis() - EPOCH_MILLIS).max((last >> (DEVICE_BITS + COUNTER_BITS)) + 1);
        Ids { millis, device: device & ((1 << DEVICE_BITS) - 1), counter: 0 }
    }
}

/// A local day and time as an instant; a time that a change of the clock skipped counts as an hour later.
fn instant(local: NaiveDateTime) -> DateTime<Utc> {
    let found = |local| Local.from_local_datetime(&local).earliest();
    found(local)
        .or_else(|| found(local + chrono::Duration::hours(1)))
        .map_or_else(|| local.and_utc(), |found| found.with_timezone(&Utc))
}

/// 2020-01-01T00:00:00Z in milliseconds since 1970: where ids begin to count.
const EPOCH_MILLIS: i64 = 1_577_836_800_000;
const DEVICE_BITS: i64 = 12;
const COUNTER_BITS: i64 = 10;

/// A source of 64-bit ids, unique across devices and ordered in time: 41 bits of milliseconds since 2020, 12 bits of
/// device, 10 bits of counter. A transaction that needs more than 1,024 of them borrows the milliseconds that follow.
#[derive(Debug)]
pub struct Ids {
    millis: i64,
    device: i64,
    counter: i64,
}

impl Ids {
    /// The next id.
    pub fn make(&mut self) -> i64 {
        let id = (self.millis << (DEVICE_BITS + COUNTER_BITS)) | (self.device << COUNTER_BITS) | self.counter;
        self.counter += 1;
        if self.counter == 1 << COUNTER_BITS {
            self.counter = 0;
            self.millis += 1;
        }
        id
    }
}

/// Measures how long something takes, for progress bars and the benchmarks.
#[derive(Clone, Copy, Debug)]
pub struct Stopwatch(Instant);

#[expect(clippy::disallowed_methods, reason = "this is the one place that may ask what time it is")]
impl Stopwatch {
    /// Starts to measure.
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time since the start.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_grow_and_never_repeat_even_past_a_full_counter() {
        let clock = Clock::Fixed(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(9, 0, 0).unwrap());
        let mut ids = clock.ids(5, 0);
        let made: Vec<i64> = (0..3_000).map(|_| ids.make()).collect();
        assert!(made.is_sorted() && made.windows(2).all(|pair| pair[0] != pair[1]));
        let later = clock.ids(5, made[2_999]).make();
        assert!(later > made[2_999], "a clock that stands still, or was set back, still makes new ids");
        assert_eq!((made[0] >> 10) & 4095, 5);
    }
}
