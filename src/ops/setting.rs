//! Where a setting is chosen: the language, the currency of the book, the country whose days are worked, who is regular, how
//! the alerts speak.

use super::judge::PUSHED_A_DAY;
use super::{OpError, Receipt, Replan, Workbench};
use crate::domain::churn::{HORIZON_DAYS, HORIZONS, Thresholds};
use crate::domain::message::Message;
use crate::domain::status::RegularRule;
use crate::store::{Entry, Transaction};

/// The language of the words: `en` or `ru`.
pub const LANGUAGE: &str = "language";
/// The currency of the book: three letters, `RUB`.
pub const CURRENCY: &str = "currency";
/// The country whose days are worked: two letters, `ru`.
pub const COUNTRY: &str = "country";

/// How many days ahead "no order" is asked for: 30, 60 or 90.
pub const HORIZON: &str = "horizon";
/// The factor of the alarm's threshold, see [`Trigger`](crate::domain::churn::Trigger).
pub const ALARM_FACTOR: &str = "alarm_factor";
/// How many alerts are pushed forward on a day.
pub const ALERTS_A_DAY: &str = "alerts_a_day";
/// The share of the revenue, in per cent, from which too much hangs on one client.
pub const CONCENTRATION: &str = "concentration";
/// After how many days without anything new a long-standing client is worth a note.
pub const NOVELTY_AFTER: &str = "novelty_after";
/// After how many days without being asked how it finds its orders a regular client is worth a note.
pub const UNASKED_AFTER: &str = "unasked_after";
/// How the alerts speak: what [`Workbench::try_setting`] shows before it is chosen.
pub const ALERT_SETTINGS: [&str; 6] =
    [ALARM_FACTOR, HORIZON, ALERTS_A_DAY, CONCENTRATION, NOVELTY_AFTER, UNASKED_AFTER];

/// What is typed for one of [`ALERT_SETTINGS`], as it is kept; nothing typed is what holds where nobody chose. An error says
/// what it should have been.
pub fn read_alert_setting(setting: &str, typed: &str) -> Result<String, Message> {
    let usual = Thresholds::default();
    let (usual, allowed, wrong): (i64, fn(u16) -> bool, _) = match setting {
        ALARM_FACTOR => (usual.trigger.factor as i64, |factor| (8..=60).contains(&factor), "cli-error-factor"),
        HORIZON => (HORIZON_DAYS.into(), |days| HORIZONS.contains(&days), "cli-error-horizon"),
        ALERTS_A_DAY => (PUSHED_A_DAY as i64, |alerts| alerts <= 500, "cli-error-a-day"),
        CONCENTRATION => {
            ((usual.urgent_share * 100.0) as i64, |percent| (5..=90).contains(&percent), "cli-error-concentration")
        }
        _ => (usual.novelty_days, |days| (30..=3_650).contains(&days), "cli-error-after"),
    };
    if typed.is_empty() {
        return Ok(usual.to_string());
    }
    let number = typed.trim_end_matches('%').trim().parse().ok().filter(|number| allowed(*number));
    number.map(|number: u16| number.to_string()).ok_or_else(|| Message::new(wrong).with("typed", typed))
}

/// Who counts as regular from today on, see [`RegularRule`]; past days keep the definition that held on them.
pub const REGULAR: &str = "regular";
/// In how many minutes a complaint is to be answered.
pub const REPLY_MINUTES: &str = "reply_minutes";
/// The least number of answers from which the NPS is told.
pub const NPS_LEAST: &str = "nps_least";

/// What all gifts of a calendar year may cost, in whole units of the book's currency.
pub const GIFT_BUDGET: &str = "gift_budget";
/// What one gift may cost, in the same units.
pub const GIFT_LIMIT: &str = "gift_limit";
/// What a client has to bring in twelve months to be proposed a gift, in the same units.
pub const GIFT_TOTAL: &str = "gift_total";
/// For how many days a client has to have ordered to be proposed a gift.
pub const GIFT_TENURE: &str = "gift_tenure";

/// How many days after an order it is time to ask how it was found: 1 to 90.
pub const EVALUATION_AFTER: &str = "evaluation_after";

/// The minutes of a day that are for touches.
pub const MINUTES_PER_DAY: &str = "minutes-per-day";

impl Workbench {
    /// Says in which currency amounts are meant as long as none was chosen for the book: the one of the words, at first.
    pub fn suggest_currency(&self, code: &str) {
        code.clone_into(&mut self.suggested_currency.borrow_mut());
    }

    /// Chooses the currency of a book that has none, because the first amounts come in: the one they name, or the one
    /// suggested. From then on amounts are shown in it whatever the language.
    pub(super) fn settle_currency(&self, tx: &Transaction<'_>, named: Option<&str>) -> Result<(), OpError> {
        let suggested = self.suggested_currency.borrow();
        let code = named.unwrap_or(&suggested);
        if !code.is_empty() && tx.setting(CURRENCY)?.is_none() {
            tx.set_setting(CURRENCY, code)?;
        }
        Ok(())
    }

    /// Whether the curtain was down when the file was last on the screen.
    pub fn is_curtained(&self) -> Result<bool, OpError> {
        Ok(self.db.is_curtained()?)
    }

    /// Remembers whether the curtain is down. A file that may only be looked at remembers nothing.
    pub fn keep_curtained(&self, down: bool) -> Result<(), OpError> {
        if self.looks_only() { Ok(()) } else { Ok(self.db.set_curtained(down)?) }
    }

    /// The value of a setting; `None` where nothing was chosen.
    pub fn setting(&self, key: &str) -> Result<Option<String>, OpError> {
        Ok(self.db.setting(key)?)
    }

    /// Chooses the value of a setting.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<Receipt, OpError> {
        let receipt = Receipt::of_book("set_setting", key);
        self.check_may_write()?;
        if key == REGULAR {
            let rule: RegularRule = value.parse().map_err(|()| OpError::Empty)?;
            let since = self.today();
            let write = |tx: &Transaction<'_>| Ok(tx.put_regular_rule(since, rule)?);
            return self.replan_with("set_setting", key, Replan::Sticky, write).map(|_| receipt);
        }
        if [MINUTES_PER_DAY, COUNTRY].contains(&key) {
            let planned = self.replan_with("set_setting", key, Replan::Sticky, |tx| Ok(tx.set_setting(key, value)?));
            return planned.map(|_| receipt);
        }
        let entry = Entry { verb: "set_setting", subject: key, at: self.clock.now().at };
        self.db.transact(entry, &self.clock, |tx| {
            tx.set_setting(key, value)?;
            if ALERT_SETTINGS.contains(&key) {
                tx.outdate_derived()?;
            }
            Ok(receipt)
        })
    }
}
