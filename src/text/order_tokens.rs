//! What is said of an order in its line: the amount first, `+` before each item, `=due:28.11`, `=paid:today`, `=back:200`,
//! `=no:N-14`; and the line of an order on record, as it is read again. What is not understood stays text.

use chrono::NaiveDate;

use super::Lang;
use super::note_tokens::{read_log, split_amount, split_items};
use super::typed::{parse_due, parse_past_day};
use super::typed_money::parse_money;
use crate::domain::money::Money;
use crate::domain::order::{Order, Terms};

/// What may be said of an order before a colon; the first two words are those of the two languages, in which a line is
/// written again.
const SAID: [(Said, &[&str]); 4] = [
    (Said::Due, &["due", "срок"]),
    (Said::Paid, &["paid", "оплачен", "оплата"]),
    (Said::Returned, &["back", "возврат", "returned"]),
    (Said::Number, &["no", "номер", "number"]),
];

/// What a word says of an order.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Due,
    Paid,
    Returned,
    Number,
}

/// What was read out of the line of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ordered {
    /// What was ordered; `None` where the line begins with no amount.
    pub amount: Option<Money>,
    /// What was ordered, item by item.
    pub items: Vec<String>,
    /// What else was said of it.
    pub terms: Terms,
    /// What is left as text.
    pub text: String,
}

impl Ordered {
    /// This with what [`line_of_order`] could not say of an order, where nothing was typed in its place.
    #[must_use]
    pub fn completed(mut self, order: &Order, today: NaiveDate) -> Self {
        if self.items.is_empty() && !says_items(order, today) {
            self.items = items_of(order);
        }
        if self.terms.number.is_empty() && !says_number(order, today) {
            self.terms.number.clone_from(&order.number);
        }
        if self.text.is_empty() && !says_note(order, today) {
            self.text.clone_from(&order.note);
        }
        self
    }
}

/// Reads the text of the line of an order of the day `ordered`; the tokens of a note are read out of it before.
pub fn read_order(text: &str, ordered: NaiveDate, today: NaiveDate) -> Ordered {
    let mut terms = Terms::default();
    let kept: Vec<&str> = text
        .split(' ')
        .filter(|word| {
            let said = word.strip_prefix('=').and_then(|said| with_said(&terms, said, (ordered, today)));
            let understood = said.is_some();
            terms = said.unwrap_or_else(|| std::mem::take(&mut terms));
            !understood
        })
        .collect();
    let kept = kept.join(" ");
    let (amount, rest) = split_amount(&kept).map_or((None, kept), |(amount, rest)| (Some(amount), rest));
    let (text, items) = split_items(&rest);
    Ordered { amount, items, terms, text }
}

/// The terms with what a word behind `=` says, where it is understood.
fn with_said(terms: &Terms, said: &str, (ordered, today): (NaiveDate, NaiveDate)) -> Option<Terms> {
    let (name, value) = said.split_once(':').filter(|(_, value)| !value.is_empty())?;
    let name = name.to_lowercase();
    let (said, _) = SAID.into_iter().find(|(_, names)| names.contains(&name.as_str()))?;
    let terms = terms.clone();
    Some(match said {
        Said::Due => Terms { due: Some(parse_due(value, ordered, today)?), ..terms },
        Said::Paid => Terms { paid: Some(parse_past_day(value, today).filter(|day| *day <= today)?), ..terms },
        Said::Returned => Terms { returned: parse_money(value).filter(|back| *back >= Money(0))?, ..terms },
        Said::Number => Terms { number: value.to_owned(), ..terms },
    })
}

/// The line that [`read_order`] reads as this order, as far as a line can say it.
pub fn line_of_order(order: &Order, lang: Lang, today: NaiveDate) -> String {
    let said = |wanted: Said, value: String| {
        let names = SAID.into_iter().find(|(said, _)| *said == wanted).map_or(&[][..], |(_, names)| names);
        names.get(lang as usize).map(|name| format!("={name}:{value}"))
    };
    let note = Some(order.note.clone()).filter(|note| !note.is_empty() && says_note(order, today));
    let items = items_of(order).into_iter().filter(|_| says_items(order, today)).map(|item| format!("+{item}"));
    let number = Some(order.number.clone()).filter(|number| !number.is_empty() && says_number(order, today));
    let terms = [
        order.due.and_then(|day| said(Said::Due, day.to_string())),
        order.paid.and_then(|day| said(Said::Paid, day.to_string())),
        Some(order.returned).filter(|back| *back != Money(0)).and_then(|back| said(Said::Returned, plain(back))),
        number.and_then(|number| said(Said::Number, number)),
        Some(format!("@{}", order.day)).filter(|_| order.day <= today),
    ];
    let parts = std::iter::once(plain(order.amount)).chain(note).chain(items).chain(terms.into_iter().flatten());
    parts.collect::<Vec<_>>().join(" ")
}

/// An amount as it would be typed.
fn plain(amount: Money) -> String {
    amount.units().to_string()
}

fn items_of(order: &Order) -> Vec<String> {
    order.lines.iter().map(|line| line.item.clone()).collect()
}

fn says_items(order: &Order, today: NaiveDate) -> bool {
    let items = items_of(order);
    let line = items.iter().fold("1".to_owned(), |line, item| format!("{line} +{item}"));
    again(&line, today) == Ordered { amount: Some(Money(100)), items, ..Ordered::default() }
}

fn says_number(order: &Order, today: NaiveDate) -> bool {
    let terms = Terms { number: order.number.clone(), ..Terms::default() };
    order.number.is_empty()
        || again(&format!("1 =no:{}", order.number), today)
            == Ordered { amount: Some(Money(100)), terms, ..Ordered::default() }
}

fn says_note(order: &Order, today: NaiveDate) -> bool {
    again(&format!("{} {}", plain(order.amount), order.note), today)
        == Ordered { amount: Some(order.amount), text: order.note.clone(), ..Ordered::default() }
}

fn again(line: &str, today: NaiveDate) -> Ordered {
    read_order(&read_log(line, today).text, today, today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ClientId, OrderId};
    use crate::domain::order::OrderLine;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    #[test]
    fn what_is_said_of_an_order_stands_behind_an_equals_sign() {
        let read = read_order(
            "12 500 two +wall calendar =due:+14 =Back:0,5k =no:N-14 =paid:вчера =paid:fri =5",
            day(11, 14),
            TODAY,
        );
        let terms =
            Terms { number: "N-14".into(), due: Some(day(11, 28)), paid: Some(day(11, 20)), returned: Money(50_000) };
        let items = vec!["wall calendar".to_owned()];
        assert_eq!(read, Ordered { amount: Some(Money(1_250_000)), items, terms, text: "two =5".into() });
        for typed in ["1 =due: =due:soon", "1 =back:-5", "1 =paid:tomorrow", "1 due:fri", "1 =no"] {
            let text = typed[2..].to_owned();
            assert_eq!(
                read_order(typed, TODAY, TODAY),
                Ordered { amount: Some(Money(100)), text, ..Ordered::default() }
            );
        }
    }

    #[test]
    fn the_line_of_an_order_is_read_as_that_order() {
        let order = |number: &str, note: &str, items: &[&str]| Order {
            id: OrderId(1),
            client: ClientId(1),
            number: number.into(),
            day: day(11, 3),
            amount: Money(1_250_050),
            returned: Money(100),
            currency: None,
            rate_micro: None,
            due: Some(day(11, 17)),
            paid: Some(day(11, 18)),
            note: note.into(),
            lines: items.iter().copied().map(OrderLine::of).collect(),
        };
        for order in [
            order("N-14", "two pallets", &["paper", "wall calendar"]),
            order("N 14", "2 pallets", &["3M tape", "paper"]),
            order("", "for +paper >fri", &[]),
            order("", "a\nb", &["a +b"]),
            order("", "", &[]),
        ] {
            for lang in Lang::ALL {
                let line = line_of_order(&order, lang, TODAY);
                let note = read_log(&line, TODAY);
                let read = read_order(&note.text, order.day, TODAY).completed(&order, TODAY);
                let terms =
                    Terms { number: order.number.clone(), due: order.due, paid: order.paid, returned: order.returned };
                let said =
                    Ordered { amount: Some(order.amount), items: items_of(&order), terms, text: order.note.clone() };
                assert_eq!((read, note.when, note.next), (said, Some((order.day, None)), None), "{line}");
            }
        }
    }
}
