//! `regulars alerts`: the clients who may be leaving, the gravest first.

use std::cmp::Reverse;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::records::{self, ReasonRecord};
use super::{Session, phrases};
use crate::domain::churn::{Alert, Score};
use crate::domain::money::Money;
use crate::ops::Scored;
use crate::text::Words;

/// One client in `alerts --json`. What its rhythm says is null for a client that never ordered.
#[derive(Serialize)]
struct AlertRecord<'a> {
    /// The client's id.
    id: String,
    /// What it is called in the program it came from.
    external_id: Option<&'a str>,
    /// Its name.
    name: &'a str,
    /// One of those that must not be lost.
    star: bool,
    /// `alarm`, `watch` or `note`; null for a client without an alert, which only `--all` lists.
    level: Option<&'static str>,
    /// Why, the weightiest reason first.
    reasons: Vec<ReasonRecord>,
    /// Whether it was put off and has come back.
    woken: bool,
    /// On how many days it ordered.
    orders: usize,
    /// The last of them.
    last_order: Option<NaiveDate>,
    /// Its usual days between orders.
    usual_interval_days: Option<f64>,
    /// Days since its last order.
    gap_days: Option<i64>,
    /// The share of its ordinary gaps that are longer than this one.
    tail: Option<f64>,
    /// The horizon in days.
    horizon_days: Option<u16>,
    /// The chance that it does not order within the horizon.
    p_no_order: Option<f64>,
    /// The chance that it does not order within two of its own mean intervals.
    p_no_order_two_intervals: Option<f64>,
    /// The day by which half of its ordinary gaps would have ended.
    next_order_p50: Option<NaiveDate>,
    /// The day by which nine tenths of them would have.
    next_order_p90: Option<NaiveDate>,
    /// The revenue of the horizon times the chance of no order.
    revenue_at_risk: Option<f64>,
    /// `call`, `ask_what_changed`, `settle_complaint`, `visit`, `widen_portfolio`, `plan_next_contact` or `greet`.
    action: Option<&'static str>,
    /// The same as a sentence.
    action_text: Option<String>,
}

impl<'a> AlertRecord<'a> {
    fn of(words: &Words, scored: &'a Scored) -> Self {
        let Scored { row, score, expected, alert } = scored;
        Self {
            id: row.client.0.to_string(),
            external_id: row.external_id.as_deref(),
            name: &row.name,
            star: row.star,
            level: alert.as_ref().map(|alert| alert.level.name()),
            reasons: alert.as_ref().map(|alert| records::reasons(words, alert)).unwrap_or_default(),
            woken: alert.as_ref().is_some_and(|alert| alert.woken),
            orders: score.map_or(0, |score| score.order_days),
            last_order: score.map(|score| score.last_order),
            usual_interval_days: score.map(|score| score.usual_days),
            gap_days: score.map(|score| score.gap_days),
            tail: score.map(|score| score.tail),
            horizon_days: score.map(|score| score.horizon),
            p_no_order: score.map(|score| score.none),
            p_no_order_two_intervals: score.map(|score| score.none_own),
            next_order_p50: expected.map(|(half, _)| half),
            next_order_p90: expected.map(|(_, most)| most),
            revenue_at_risk: score.map(|score| score.at_risk.units()),
            action: alert.as_ref().map(|alert| alert.advice().name()),
            action_text: alert.as_ref().map(|alert| words.message(&alert.advice().message())),
        }
    }
}

impl Session<'_> {
    /// Lists the clients with an alert; with `--all` every client, those without one after the others.
    pub(super) fn alerts(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let all = asked.get_flag("all");
        let horizon = asked.get_one::<u16>("horizon").copied();
        if !all && horizon.is_none() && !self.out.is_json() {
            return self.print_alerts();
        }
        let mut listed = self.bench.scored(horizon)?;
        listed.retain(|scored| all || scored.alert.is_some());
        listed.sort_by_key(|scored| Reverse((scored.alert.as_ref().map(|alert| alert.level), at_risk(scored))));
        if self.out.is_json() {
            let records: Vec<AlertRecord<'_>> =
                listed.iter().map(|scored| AlertRecord::of(self.words, scored)).collect();
            self.out.json(&records)?;
        } else if listed.is_empty() {
            self.out.line(self.words.say("cli-no-clients"))?;
        } else {
            let rows: Vec<_> = listed.iter().map(|scored| row(self.words, scored)).collect();
            self.out.table(&rows, &[2, 3])?;
        }
        Ok(Exit::Done)
    }

    /// Lists the alerts as they are kept: nothing need be computed for that.
    fn print_alerts(&mut self) -> Result<Exit, Failure> {
        let listed = self.bench.alert_page(0, self.bench.count_clients()?)?;
        let rows: Vec<_> = listed.iter().map(|line| phrases::alert_row(self.words, line)).collect();
        self.out.table(&rows, &[2])?;
        if rows.is_empty() {
            self.out.line(self.words.say("cli-no-alerts"))?;
        }
        Ok(Exit::Done)
    }
}

fn at_risk(scored: &Scored) -> Money {
    scored.score.map(|score| score.at_risk).unwrap_or_default()
}

fn row(words: &Words, scored: &Scored) -> [String; 5] {
    let Scored { row, score, alert, .. } = scored;
    let of_alert =
        |say: fn(&Words, &Alert) -> String| alert.as_ref().map(|alert| say(words, alert)).unwrap_or_default();
    let of_score =
        |say: fn(&Words, &Score) -> String| score.as_ref().map(|score| say(words, score)).unwrap_or_default();
    [
        of_alert(|words, alert| phrases::level(words, alert.level)),
        phrases::name(&row.name, row.star),
        of_score(|words, score| words.share(score.none)),
        of_score(|words, score| words.money(score.at_risk)),
        of_alert(phrases::reasons),
    ]
}
