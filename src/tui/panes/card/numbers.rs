//! The numbers of the card: a year of orders in bars, the rhythm, the last contact and the next.

use ratatui::style::Style;

use super::Page;
use crate::domain::message::Arg;
use crate::domain::money::Money;
use crate::ops::Card;

impl Page<'_> {
    pub(super) fn numbers(&mut self, card: &Card) {
        let words = self.look.words;
        let derived = &card.derived;
        if derived.order_days == 0 {
            let rhythm = card.rhythm().map(|rhythm| words.message(&rhythm));
            self.put_parts([words.say("card-no-orders").as_str(), rhythm.as_deref().unwrap_or_default()]);
        } else {
            let now = derived.revenue;
            let change = (card.revenue_before > Money(0)).then(|| now.units() / card.revenue_before.units() - 1.0);
            let change = change.map(|change| {
                let sign = if change < 0.0 { "−" } else { "+" };
                format!(" {sign}{}", words.share(change.abs()))
            });
            let months = words.say("card-months");
            self.put(
                &format!("{months}  {}  {}{}", sparkline(&card.months), words.money(now), change.unwrap_or_default()),
                Style::new(),
            );
            let orders = words.say_with("card-orders", &[("n", derived.order_days.into())]);
            let number =
                (card.orders > 1).then(|| words.say_with("card-repeat", &[("n", card.orders.to_string().into())]));
            let mut parts = vec![[Some(orders), number].into_iter().flatten().collect::<Vec<_>>().join(", ")];
            parts.extend(card.rhythm().map(|rhythm| words.message(&rhythm)));
            if let Some(day) = derived.last_order {
                let ago = (self.look.today - day).num_days();
                parts.push(words.say_with("card-last-order", &[("days", ago.into()), ("day", day.into())]));
            }
            if let Some(share) = card.share {
                parts.push(words.say_with("card-share", &[("share", Arg::Share(share))]));
            }
            self.put_parts(parts.iter().map(String::as_str));
        }
        let last = card.last_contact.map_or_else(
            || words.say("card-no-contact"),
            |day| words.say_with("card-last-contact", &[("day", words.day_near(day, self.look.today).into())]),
        );
        let next = derived.next_day.map_or_else(
            || words.say("card-no-next"),
            |day| words.say_with("card-next-contact", &[("day", words.day_near(day, self.look.today).into())]),
        );
        let stage = card.stage().map(|stage| words.message(&stage)).unwrap_or_default();
        self.put_parts([last.as_str(), next.as_str(), stage.as_str()]);
    }
}

/// Twelve bars, the tallest for the best month; a month without orders is a dot.
fn sparkline(months: &[Money; 12]) -> String {
    const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let best = months.iter().map(|month| month.0).max().unwrap_or(0).max(1);
    months
        .iter()
        .map(|month| match month.0 {
            ..=0 => '·',
            some => BARS[((i128::from(some) * 8 - 1) / i128::from(best)).clamp(0, 7) as usize],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bars_grow_with_the_months() {
        let mut months = [Money(0); 12];
        for (place, month) in months.iter_mut().enumerate().skip(3) {
            *month = Money(place as i64 * 100);
        }
        months[1] = Money(-500);
        assert_eq!(sparkline(&months), "···▃▃▄▅▆▆▇██");
    }
}
