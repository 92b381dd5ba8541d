//! The evidence for an alert as lines to read: gaps as a strip with today's marked, amounts and payments as bars, the
//! reasons in words (UX 2.7).

use super::look::Look;
use crate::domain::message::Arg;
use crate::domain::money::Money;
use crate::ops::Evidence;

/// How many values of a series are shown, the newest.
const SHOWN: usize = 12;

/// The lines of the page.
pub fn lines(look: &Look<'_>, evidence: &Evidence) -> Vec<String> {
    let words = look.words;
    let level = evidence.alert.as_ref().map(|alert| alert.level);
    let mut lines: Vec<String> = level.map(|level| look.level_sentence(level)).into_iter().collect();
    for reason in evidence.alert.iter().flat_map(|alert| &alert.reasons) {
        lines.push(words.message(&reason.signal().sentence()));
    }
    if let Some(alert) = &evidence.alert {
        lines.push(format!("→ {}", words.message(&alert.advice().message())));
    } else {
        lines.push(words.say("evidence-none"));
    }
    for silenced in &evidence.silenced {
        let sentence = words.message(&silenced.reason.signal().sentence());
        lines.push(format!("({}) {sentence}", words.alert_answer(&silenced.answer)));
    }
    let Some(score) = evidence.score else {
        lines.push(words.say("evidence-no-orders"));
        return lines;
    };
    lines.push(String::new());
    if evidence.gaps.is_empty() {
        lines.push(words.say("evidence-too-few"));
    } else {
        let now = score.gap_days as f64;
        let shown = newest(&evidence.gaps);
        let most = shown.iter().copied().fold(now, f64::max);
        let bars: String = shown.iter().map(|gap| bar(*gap, most)).collect();
        let listed = shown.iter().map(|gap| whole(*gap)).collect::<Vec<_>>().join(" ");
        lines.push(words.say_with("evidence-gaps", &[("list", listed.into()), ("now", score.gap_days.into())]));
        lines.push(format!("  {bars}│{}", bar(now, most)));
        lines.push(words.say_with(
            "evidence-rhythm",
            &[
                ("own", (score.told_days().round() as i64).into()),
                ("usual", (score.usual_days.round() as i64).into()),
                ("tail", Arg::Share(score.tail)),
                ("alarm", (evidence.alarm_days.ceil() as i64).into()),
            ],
        ));
    }
    if let Some((half, most)) = evidence.expected {
        lines.push(words.say_with("evidence-expected", &[("half", half.into()), ("most", most.into())]));
    }
    for (key, values, money) in
        [("evidence-amounts", &evidence.amounts, true), ("evidence-payments", &evidence.payments, false)]
    {
        let shown = newest(values);
        let (Some(least), Some(most)) =
            (shown.iter().copied().min_by(f64::total_cmp), shown.iter().copied().max_by(f64::total_cmp))
        else {
            continue;
        };
        let spoken = |value: f64| if money { words.money(Money::from_units(value)) } else { whole(value) };
        let last = shown.last().copied().unwrap_or(most);
        let args = [
            ("least", spoken(least).into()),
            ("last", spoken(last).into()),
            ("most", spoken(most).into()),
            ("n", shown.len().into()),
        ];
        lines.push(String::new());
        lines.push(words.say_with(key, &args));
        lines.push(format!("  {}", shown.iter().map(|value| bar(*value, most)).collect::<String>()));
    }
    lines.push(String::new());
    let args = [
        ("none", Arg::Share(score.none)),
        ("horizon", i64::from(score.horizon).into()),
        ("own", Arg::Share(score.none_own)),
        ("money", score.at_risk.into()),
    ];
    // Who showed no gap has no interval of its own; what is left is what such clients of the book do.
    lines.push(words.say_with(if score.has_rhythm() { "evidence-risk" } else { "evidence-risk-book" }, &args));
    lines
}

fn newest(values: &[f64]) -> &[f64] {
    &values[values.len().saturating_sub(SHOWN)..]
}

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

/// One bar, the tallest for the greatest value.
fn bar(value: f64, most: f64) -> char {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    BARS[((value / most.max(1e-9) * 8.0).ceil() as usize).clamp(1, 8) - 1]
}
