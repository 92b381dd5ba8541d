//! The orders of a file: one a row, or of several rows with one number.

use std::collections::hash_map::Entry;

use super::{Drafting, add_line, quoted};
use crate::domain::message::Message;
use crate::domain::money::Money;
use crate::domain::order::OrderLine;
use crate::exchange::headers::Field;
use crate::exchange::row::{Row, document};
use crate::exchange::values::{self, BadAmount, BadValue};
use crate::exchange::{NO_DETAILS, OrderDetails, OrderDraft, dates};

impl Drafting<'_> {
    pub(super) fn add_order(&mut self, client: usize, row: Row<'_>) {
        let (document_number, document_day) = document(row.first(Field::Document));
        let (column, text) = row.first_with_header(Field::Amount);
        let about = |key, column: &str, value: &str| {
            Message::new(key).with("column", quoted(column)).with("value", quoted(value))
        };
        let (amount, in_cell) = match values::amount(text) {
            Ok(Some(found)) => found,
            Ok(None) => return self.skip(row.line, about("import-no-amount", column, text)),
            Err(BadAmount::None) => return self.skip(row.line, about("import-bad-amount", column, text)),
            Err(BadAmount::TooLarge) => {
                return self.skip(row.line, about("import-large-amount", column, text).with("most", Money::MOST));
            }
        };
        let (column, mut text) = row.first_with_header(Field::Day);
        if text.is_empty() {
            text = document_day;
        }
        self.doubt(row.line, text);
        let day = match dates::day(text, self.dates) {
            Ok(Some(day)) => day,
            Ok(None) => return self.skip(row.line, about("import-no-day", column, text)),
            Err(BadValue) => return self.skip(row.line, about("import-bad-day", column, text)),
        };
        let (column, text) = row.first_with_header(Field::Returned);
        let returned = values::amount(text).unwrap_or_else(|bad| {
            let key = if bad == BadAmount::None { "import-bad-returned" } else { "import-large-returned" };
            self.without(row.line, about(key, column, text).with("most", Money::MOST));
            None
        });
        let (column, text) = row.first_with_header(Field::Currency);
        let currency = match values::currency(text) {
            None if !text.is_empty() => {
                self.without(row.line, about("import-bad-currency", column, text));
                None
            }
            stated => stated.or(in_cell).or_else(|| self.columns.currency.clone()),
        };
        let mut number = row.first(Field::Number);
        if number.is_empty() {
            number = document_number;
        }
        let mut lines: Vec<OrderLine> = row.all(Field::Item).map(|(_, item)| OrderLine::of(item)).collect();
        if let [line] = &mut lines[..] {
            line.amount = Some(amount);
        }
        let details = OrderDetails {
            number: number.to_owned(),
            currency,
            due: self.day(Field::Due, row),
            paid: self.day(Field::Paid, row),
            note: String::new(),
            lines,
        };
        let order = OrderDraft {
            client,
            line: row.line,
            day,
            nth: 1,
            amount,
            returned: returned.map_or(Money(0), |(returned, _)| returned),
            details: (details != NO_DETAILS).then(|| Box::new(details)),
        };
        let place = if number.is_empty() {
            self.orders.push(order);
            Some(self.orders.len() - 1)
        } else {
            self.add_numbered(order, row.line)
        };
        let Some(place) = place else { return };
        for (_, text) in row.all(Field::Title).chain(row.all(Field::Note)) {
            add_line(&mut self.orders[place].details_mut().note, text);
        }
    }

    /// Adds an order, or the amounts of a further row of an order that is there.
    fn add_numbered(&mut self, order: OrderDraft, line: usize) -> Option<usize> {
        match self.orders_by_number.entry((order.client, order.details().number.clone())) {
            Entry::Vacant(entry) => {
                entry.insert(self.orders.len());
                self.orders.push(order);
                Some(self.orders.len() - 1)
            }
            Entry::Occupied(entry) => {
                let place = *entry.get();
                let there = &mut self.orders[place];
                let why = |key| Message::new(key).with("number", quoted(&order.details().number));
                if there.details().currency != order.details().currency {
                    self.skip(line, why("import-two-currencies"));
                    return None;
                }
                let (amount, returned) = (there.amount + order.amount, there.returned + order.returned);
                if amount.is_too_large() || returned.is_too_large() {
                    self.skip(line, why("import-large-order").with("most", Money::MOST));
                    return None;
                }
                (there.amount, there.returned) = (amount, returned);
                let (details, further) = (there.details_mut(), order.details());
                details.due = details.due.or(further.due);
                details.paid = details.paid.or(further.paid);
                details.lines.extend_from_slice(&further.lines);
                if there.day != order.day {
                    let kept = there.day;
                    self.without(line, why("import-two-days").with("day", order.day).with("kept", kept));
                }
                Some(place)
            }
        }
    }

    /// Brings the orders in order, and tells apart the equal ones of a client that have no number.
    pub(super) fn arrange_orders(&mut self) {
        self.orders.sort_unstable_by_key(|order| (order.client, order.day, order.line));
        let of_one_day = |one: &OrderDraft, other: &OrderDraft| (one.client, one.day) == (other.client, other.day);
        for day in self.orders.chunk_by_mut(of_one_day).filter(|day| day.len() > 1) {
            let said = |order: &OrderDraft| (order.amount, order.returned);
            let mut unnumbered: Vec<_> = day.iter_mut().filter(|order| order.details().number.is_empty()).collect();
            unnumbered.sort_by_key(|order| said(order));
            for equal in unnumbered.chunk_by_mut(|one, other| said(one) == said(other)) {
                for (order, nth) in equal.iter_mut().zip(1..) {
                    order.nth = nth;
                }
            }
        }
    }
}
