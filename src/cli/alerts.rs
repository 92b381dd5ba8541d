//! `regulars alerts`: the clients who may be leaving, the gravest first.

use std::cmp::Reverse;

use chrono::NaiveDate;
use clap::ArgMatches;
use serde::Serialize;

use super::failure::{Exit, Failure};
use super::records::{self, ReasonRecord, SilencedRecord};
use super::{Session, phrases};
use crate::domain::churn::{Alert, Score, Silenced};
use crate::domain::money::Money;
use crate::ops::{Scored, SilencedCount};
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
    /// What was put off or dismissed of it.
    silenced: Vec<SilencedRecord>,
    /// On how many days it ordered.
    orders: usize,
    /// The last of them.
    last_order: Option<NaiveDate>,
    /// Its usual days between orders; null for one who ordered on one day alone, as everything that its own rhythm says.
    usual_interval_days: Option<f64>,
    /// Days since its last order.
    gap_days: Option<i64>,
    /// The share of its ordinary gaps that are longer than this one.
    tail: Option<f64>,
    /// The day on which the parameters were fitted that the chances come from; null where the constants hold.
    fitted_on: Option<NaiveDate>,
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
        let Scored { row, score, expected, alert, silenced, fitted_on } = scored;
        let rhythm = score.filter(Score::has_rhythm);
        Self {
            id: row.client.0.to_string(),
            external_id: row.external_id.as_deref(),
            name: &row.name,
            star: row.star,
            level: alert.as_ref().map(|alert| alert.level.name()),
            reasons: alert.as_ref().map(|alert| records::reasons(words, alert)).unwrap_or_default(),
            woken: alert.as_ref().is_some_and(|alert| alert.woken),
            silenced: records::silenced(words, silenced),
            orders: score.map_or(0, |score| score.order_days),
            last_order: score.map(|score| score.last_order),
            usual_interval_days: rhythm.map(|score| score.usual_days),
            gap_days: score.map(|score| score.gap_days),
            tail: rhythm.map(|score| score.tail),
            fitted_on: *fitted_on,
            horizon_days: score.map(|score| score.horizon),
            p_no_order: score.map(|score| score.none),
            p_no_order_two_intervals: rhythm.map(|score| score.none_own),
            next_order_p50: expected.map(|(half, _)| half),
            next_order_p90: expected.map(|(_, most)| most),
            revenue_at_risk: score.map(|score| score.at_risk.units()),
            action: alert.as_ref().map(|alert| alert.advice().name()),
            action_text: alert.as_ref().map(|alert| words.message(&alert.advice().message())),
        }
    }
}

impl Session<'_> {
    /// Lists the clients with an alert; with `--all` every client, those without one after the others; with `--silenced`
    /// those with an alert that was put off or dismissed.
    pub(super) fn alerts(&mut self, asked: &ArgMatches) -> Result<Exit, Failure> {
        self.bench.make_fresh()?;
        let all = asked.get_flag("all");
        let horizon = asked.get_one::<u16>("horizon").copied();
        let silenced = asked.get_flag("silenced");
        if !self.out.is_json() && silenced {
            return self.print_silenced();
        }
        if !all && horizon.is_none() && !self.out.is_json() {
            return self.print_alerts();
        }
        let mut listed = self.bench.scored(horizon)?;
        listed.retain(|scored| if silenced { !scored.silenced.is_empty() } else { all || scored.alert.is_some() });
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
        let silenced = self.bench.count_silenced()?;
        if silenced != SilencedCount::default() {
            let counts = [("off", silenced.put_off.into()), ("dismissed", silenced.dismissed.into())];
            self.out.line(self.words.say_with("cli-silenced", &counts))?;
        }
        Ok(Exit::Done)
    }

    /// Lists what was put off or dismissed, with the day it comes back, or why it was dismissed.
    fn print_silenced(&mut self) -> Result<Exit, Failure> {
        let words = self.words;
        let listed = self.bench.silenced_page(0, self.bench.count_clients()?)?;
        let rows: Vec<[String; 3]> = listed
            .iter()
            .flat_map(|line| line.silenced.iter().map(move |silenced| (line, silenced)))
            .map(|(line, Silenced { reason, answer })| {
                [
                    phrases::named(&line.name, line.star),
                    words.alert_answer(answer),
                    words.message(&reason.signal().short()),
                ]
            })
            .collect();
        self.out.table(&rows, &[])?;
        if rows.is_empty() {
            self.out.line(words.say("silenced-none"))?;
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
        phrases::named(&row.name, row.star),
        of_score(|words, score| words.share(score.none)),
        of_score(|words, score| words.money(score.at_risk)),
        of_alert(phrases::reasons),
    ]
}
