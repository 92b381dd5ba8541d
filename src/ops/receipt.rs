//! What a verb gives back: what was done, and what the person got for it.

use chrono::NaiveDate;

use crate::domain::calendar::{Moves, Period};
use crate::domain::churn::Level;
use crate::domain::message::Message;
use crate::domain::promise::Promised;
use crate::domain::table::Responsible;
use crate::domain::touch::TouchKind;

/// Where a client stands before and after a verb.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Standing {
    /// The level of the alert that stands.
    pub level: Option<Level>,
    /// Until when an alert counts as answered.
    pub answered_until: Option<NaiveDate>,
    /// The next contact: its day, and its kind where a rule asks for it.
    pub next: Option<(NaiveDate, Option<TouchKind>)>,
}

impl Standing {
    fn next_message(&self) -> Message {
        match self.next {
            Some((day, Some(kind))) => {
                Message::new("effect-next-kind").with("kind", Message::new(touch_key(kind))).with("day", day)
            }
            Some((day, None)) => Message::new("effect-next").with("day", day),
            None => Message::new("effect-no-next"),
        }
    }
}

/// What a verb did to a client, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    verb: String,
    client: String,
    effects: Vec<Message>,
    /// The day of the next contact it tells of.
    next: Option<NaiveDate>,
}

impl Receipt {
    pub(super) fn new(verb: &str, client: &str, before: &Standing, after: &Standing) -> Self {
        let mut effects = Vec::new();
        match (before.level, after.level) {
            (Some(_), None) => effects.push(match after.answered_until {
                Some(day) => Message::new("effect-alert-answered").with("day", day),
                None => Message::new("effect-alert-closed"),
            }),
            (Some(old), Some(new)) if new < old => {
                effects.push(Message::new("effect-alert-lower").with("level", Message::new(level_key(new))));
            }
            (None, Some(level)) => {
                effects.push(Message::new("effect-alert-raised").with("level", Message::new(level_key(level))));
            }
            _ => {}
        }
        effects.push(after.next_message());
        Self { verb: verb.to_owned(), client: client.to_owned(), effects, next: after.next.map(|(day, _)| day) }
    }

    /// The receipt with the day a person chose for the next contact, where another comes before it.
    pub(super) fn with_chosen(self, chosen: Option<NaiveDate>) -> Self {
        match chosen.filter(|day| self.next != Some(*day)) {
            Some(day) => self.and(Message::new("effect-chosen").with("day", day)),
            None => self,
        }
    }

    /// The receipt with what became of the client's other touches.
    pub(super) fn with_others(self, moves: &Moves) -> Self {
        let counts = [("effect-others-moved", moves.moved()), ("effect-others-no-day", moves.gone())];
        let some = counts.into_iter().filter(|(_, count)| *count > 0);
        some.fold(self, |receipt, (key, count)| receipt.and(Message::new(key).with("n", count)))
    }

    /// The receipt with something told before what came of it.
    pub(super) fn led_by(mut self, told: impl IntoIterator<Item = Message>) -> Self {
        self.effects.splice(0..0, told);
        self
    }

    /// The receipt with the days by which something was promised: before what may be cut off at the end of a line.
    pub(super) fn with_promises(self, promised: &[Promised]) -> Self {
        self.led_by(promised.iter().map(|what| {
            let key = if what.theirs { "effect-promised-us" } else { "effect-promised" };
            Message::new(key).with("day", what.due)
        }))
    }

    /// The receipt of what was done to `count` clients at once; of one client it tells what is next for it.
    pub(super) fn of_answer(verb: &str, client: &str, count: usize, after: &Standing) -> Self {
        if count == 1 {
            return Self { effects: vec![after.next_message()], ..Self::new(verb, client, after, after) };
        }
        let effects = vec![Message::new("effect-and-others").with("n", count - 1)];
        Self { verb: verb.to_owned(), client: client.to_owned(), effects, next: None }
    }

    /// The receipt of a verb that is done to no client.
    pub(super) fn of_book(verb: &str, subject: &str) -> Self {
        Self { verb: verb.to_owned(), client: subject.to_owned(), effects: Vec::new(), next: None }
    }

    /// The receipt with something more that came of it.
    pub(super) fn and(mut self, effect: Message) -> Self {
        self.effects.push(effect);
        self
    }

    /// Whether it tells of another client or person that may be the same.
    pub fn is_of_a_like(&self) -> bool {
        self.effects.iter().any(|effect| effect.key.starts_with("effect-like"))
    }

    /// The sentences of the receipt: what was done, then what came of it.
    pub fn messages(&self) -> Vec<Message> {
        let done =
            Message::new("done").with("what", Message::new(verb_key(&self.verb))).with("client", self.client.as_str());
        std::iter::once(done).chain(self.effects.iter().cloned()).collect()
    }
}

/// The key of a verb's name as a finished action: "call logged".
pub fn verb_key(verb: &str) -> &'static str {
    match verb {
        "log_call" => "verb-log-call",
        "log_message" => "verb-log-message",
        "log_email" => "verb-log-email",
        "log_mail" => "verb-log-mail",
        "log_meeting" => "verb-log-meeting",
        "log_gift" => "verb-log-gift",
        "log_event" => "verb-log-event",
        "log_order" => "verb-log-order",
        "log_note" => "verb-log-note",
        "add_gift" => "verb-add-gift",
        "drop_gift" => "verb-drop-gift",
        "set_membership" => "verb-set-membership",
        "edit_touch" => "verb-edit-touch",
        "delete_touch" => "verb-delete-touch",
        "edit_note" => "verb-edit-note",
        "delete_note" => "verb-delete-note",
        "edit_order" => "verb-edit-order",
        "delete_order" => "verb-delete-order",
        "delete_evaluation" => "verb-delete-evaluation",
        "edit_promise" => "verb-edit-promise",
        "delete_promise" => "verb-delete-promise",
        "follow_up" => "verb-follow-up",
        "open_complaint" => "verb-open-complaint",
        "step_complaint" => "verb-step-complaint",
        "rework_complaint" => "verb-rework-complaint",
        "date_complaint" => "verb-date-complaint",
        "sort_complaint" => "verb-sort-complaint",
        "close_complaint" => "verb-close-complaint",
        "concede" => "verb-concede",
        "log_free_work" => "verb-log-free-work",
        "mark_conflict" => "verb-mark-conflict",
        "clear_conflict" => "verb-clear-conflict",
        "explain_volume" => "verb-explain-volume",
        "decide_parting" => "verb-decide-parting",
        "add_competitor" => "verb-add-competitor",
        "edit_competitor" => "verb-edit-competitor",
        "decide_competitor" => "verb-decide-competitor",
        "end_competitor" => "verb-end-competitor",
        "win_back" => "verb-win-back",
        "close_client" => "verb-close-client",
        "reopen_client" => "verb-reopen-client",
        "evaluate" => "verb-evaluate",
        "note_event" => "verb-note-event",
        "end_event" => "verb-end-event",
        "snooze_alert" => "verb-snooze-alert",
        "dismiss_alert" => "verb-dismiss-alert",
        "bring_back_alert" => "verb-bring-back-alert",
        "add_client" => "verb-add-client",
        "edit_client" => "verb-edit-client",
        "add_person" => "verb-add-person",
        "edit_person" => "verb-edit-person",
        "remove_person" => "verb-remove-person",
        "merge_clients" => "verb-merge-clients",
        "merge_sure" => "verb-merge-sure",
        "merge_people" => "verb-merge-people",
        "tell_apart" => "verb-tell-apart",
        "set_status" => "verb-set-status",
        "move_stage" => "verb-move-stage",
        "add_news" => "verb-add-news",
        "edit_news" => "verb-edit-news",
        "close_news" => "verb-close-news",
        "tell_news" => "verb-tell-news",
        "promise" => "verb-promise",
        "keep_promise" => "verb-keep-promise",
        "move_promise" => "verb-move-promise",
        "break_promise" => "verb-break-promise",
        "drop_promise" => "verb-drop-promise",
        "greet" => "verb-greet",
        "import" => "verb-import",
        "restore" => "verb-restore",
        "set_setting" => "verb-set-setting",
        "skip" => "verb-skip",
        "unskip" => "verb-unskip",
        "snooze" => "verb-snooze",
        "move_to" => "verb-move-to",
        "add_absence" => "verb-add-absence",
        "remove_absence" => "verb-remove-absence",
        "catch_up" => "verb-catch-up",
        "rebalance" => "verb-rebalance",
        "edit_table" => "verb-edit-table",
        _ => "verb-other",
    }
}

/// The key of a period's name.
pub fn period_key(period: Period) -> &'static str {
    match period {
        Period::Month => "period-month",
        Period::Quarter => "period-quarter",
        Period::Half => "period-half",
        Period::Year => "period-year",
        Period::Days(_) => "period-days",
    }
}

/// The key of the name of those who make touches.
pub fn responsible_key(who: Responsible) -> &'static str {
    match who {
        Responsible::Me => "responsible-me",
        Responsible::Secretary => "responsible-secretary",
        Responsible::Courier => "responsible-courier",
        Responsible::Head => "responsible-head",
    }
}

/// The key of a level's name.
pub fn level_key(level: Level) -> &'static str {
    match level {
        Level::Alarm => "level-alarm",
        Level::Watch => "level-watch",
        Level::Note => "level-note",
    }
}

/// The key of a touch kind's name.
pub fn touch_key(kind: TouchKind) -> &'static str {
    match kind {
        TouchKind::Call => "touch-call",
        TouchKind::Message => "touch-message",
        TouchKind::Email => "touch-email",
        TouchKind::Mail => "touch-mail",
        TouchKind::Meeting => "touch-meeting",
        TouchKind::Gift => "touch-gift",
        TouchKind::Event => "touch-event",
    }
}
