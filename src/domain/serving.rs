//! What serving a client takes, as a sign of an ending (DOMAIN R37).

/// The half-years that are compared, in days.
pub const HALF_YEAR: i64 = 182;
/// So many times as many minutes an order day as in the half-year before light the sign.
const DEARER: f64 = 1.5;
/// Fewer minutes than these are no burden, however they grow.
const LEAST_MINUTES: i64 = 60;
/// Marks of what contacts take out of us, in a half-year, from which their average says something.
const LEAST_MARKED: i64 = 3;
/// The average from which serving drains: 4 of 5.
const DRAINING: f64 = 4.0;

/// What serving a client takes in a half-year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Serving {
    /// Contacts.
    pub contacts: i64,
    /// Minutes they took: as many as were entered, or else as the communication table says for their kind.
    pub minutes: i64,
    /// Order days.
    pub orders: i64,
    /// How many contacts have a mark of what they took out of us, and those marks added up, each 1 to 5.
    pub drain: (i64, i64),
}

impl Serving {
    /// Minutes an order day; of a half-year without orders all of them.
    pub fn each(self) -> f64 {
        self.minutes as f64 / self.orders.max(1) as f64
    }

    /// What a contact takes out of us on the average, 1 to 5; `None` until enough of them are marked.
    pub fn drain(self) -> Option<f64> {
        let (marked, sum) = self.drain;
        (marked >= LEAST_MARKED).then(|| sum as f64 / marked as f64)
    }

    /// Whether it grew too dear, or drains.
    pub fn is_lit(self, before: Self) -> bool {
        let dearer = before.minutes > 0 && self.minutes >= LEAST_MINUTES && self.each() >= DEARER * before.each();
        dearer || self.drain().is_some_and(|drain| drain >= DRAINING)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sign_lights_when_an_order_takes_half_as_many_minutes_again_or_contacts_drain() {
        let serving = |(minutes, orders)| Serving { contacts: 5, minutes, orders, drain: (0, 0) };
        for (lately, before, lit) in [
            ((90, 3), (60, 3), true),
            ((89, 3), (60, 3), false),
            ((179, 6), (60, 3), false),
            ((59, 1), (10, 3), false),
            ((300, 0), (0, 3), false),
            ((60, 0), (60, 4), true),
        ] {
            assert_eq!(serving(lately).is_lit(serving(before)), lit, "{lately:?} {before:?}");
        }
        for (drain, lit) in [((2, 10), false), ((3, 11), false), ((3, 12), true)] {
            assert_eq!(Serving { drain, ..serving((10, 3)) }.is_lit(serving((10, 3))), lit, "{drain:?}");
        }
    }
}
