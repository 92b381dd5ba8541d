//! The form for one row of the communication table: a line a field, texts typed, choices turned with the arrows.

use chrono::{Datelike, NaiveDate};
use crossterm::event::KeyCode;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;

use super::fields::{PERIODS, What, day_of_year, value_of};
use crate::domain::calendar::{HolidayRule, Period};
use crate::domain::money::Money;
use crate::domain::status::Status;
use crate::domain::table::{Anchor, Purpose, Responsible, Rule, Shift, When};
use crate::domain::touch::TouchKind;
use crate::text::typed::parse_day;
use crate::text::typed_money::parse_money;
use crate::tui::input::Key;
use crate::tui::look::Look;
use crate::tui::widgets::cell;
use crate::tui::widgets::cursor::Cursor;
use crate::tui::widgets::fields::Value;

/// What became of the row.
pub enum Kept {
    /// It is still being changed.
    Not,
    /// It stays as it was.
    Left,
    /// It is to be this.
    Rule(Box<Rule>),
}

/// The form for one row.
pub struct Form {
    rule: Rule,
    values: Vec<Value>,
    cursor: Cursor,
    wrong: Option<String>,
    /// What is doubtful about the row as it stands.
    pub doubt: Option<String>,
}

impl Form {
    /// Opens the form with a row.
    pub fn open(rule: &Rule, look: &Look<'_>) -> Self {
        let values = What::ALL.iter().map(|what| value_of(*what, rule, look)).collect();
        Self { rule: rule.clone(), values, cursor: Cursor::default(), wrong: None, doubt: None }
    }

    /// Acts on a key.
    pub fn press(&mut self, key: Key, look: &Look<'_>) -> Kept {
        self.wrong = None;
        match key.code {
            KeyCode::Esc => return Kept::Left,
            KeyCode::Enter => match self.rule(look) {
                Ok(rule) => return Kept::Rule(Box::new(rule)),
                Err((what, key)) => {
                    let place = self.shown().iter().position(|shown| *shown == what);
                    self.cursor.select(place.unwrap_or(0));
                    self.wrong = Some(look.words.say(key));
                }
            },
            KeyCode::Up | KeyCode::BackTab => drop(self.cursor.step(-1)),
            KeyCode::Down | KeyCode::Tab => drop(self.cursor.step(1)),
            KeyCode::PageUp => drop(self.cursor.page(-1)),
            KeyCode::PageDown => drop(self.cursor.page(1)),
            _ => {
                if let Some(what) = self.cursor.selected().and_then(|place| self.shown().get(place).copied()) {
                    self.values[what as usize].press(key);
                }
            }
        }
        Kept::Not
    }

    /// Puts a pasted text into the field at which the keys are.
    pub fn paste(&mut self, text: &str) {
        if let Some(what) = self.cursor.selected().and_then(|place| self.shown().get(place).copied()) {
            self.values[what as usize].paste(text);
        }
    }

    /// The fields that matter to what the row says when.
    fn shown(&self) -> Vec<What> {
        let when = self.chosen(What::When);
        let per_days = self.chosen(What::Per) == PERIODS.len();
        let matters = |what: &What| match what {
            What::Times | What::StarTimes | What::AtMost | What::Anchor => when == 0,
            What::Per => when == 0 || when == 6,
            What::PerDays => (when == 0 || when == 6) && per_days,
            What::Holidays => when == 1,
            What::On => when == 2 || when == 7,
            What::Lead => (1..=3).contains(&when) || when == 7,
            What::OnTheDay => (1..=3).contains(&when),
            What::Percent => when == 6,
            What::Shift | What::LateDays => (1..=5).contains(&when),
            _ => true,
        };
        What::ALL.into_iter().filter(matters).collect()
    }

    fn chosen(&self, what: What) -> usize {
        self.values[what as usize].chosen()
    }

    fn text(&self, what: What) -> &str {
        self.values[what as usize].text()
    }

    fn any(&self, what: What) -> Vec<bool> {
        self.values[what as usize].any()
    }

    fn yes(&self, what: What) -> bool {
        self.chosen(what) == 1
    }

    fn number(&self, what: What) -> Result<u32, (What, &'static str)> {
        self.text(what).parse().map_err(|_| (what, "table-no-number"))
    }

    fn number_or_none(&self, what: What) -> Result<Option<u32>, (What, &'static str)> {
        if self.text(what).is_empty() { Ok(None) } else { self.number(what).map(Some) }
    }

    fn day_or_none(&self, what: What, today: NaiveDate) -> Result<Option<NaiveDate>, (What, &'static str)> {
        match self.text(what) {
            "" => Ok(None),
            text => parse_day(text, today).map(Some).ok_or((what, "to-day-wrong")),
        }
    }

    fn money_or_none(&self, what: What) -> Result<Option<Money>, (What, &'static str)> {
        match self.text(what) {
            "" => Ok(None),
            text => {
                let amount = parse_money(text).filter(|amount| !amount.is_too_large());
                amount.map(Some).ok_or((what, "table-no-money"))
            }
        }
    }

    fn tags(&self, what: What) -> Vec<String> {
        self.text(what).split_whitespace().map(|tag| tag.trim_start_matches('#').to_owned()).collect()
    }

    fn per(&self) -> Result<Period, (What, &'static str)> {
        match PERIODS.get(self.chosen(What::Per)) {
            Some((period, _)) => Ok(*period),
            None => Ok(Period::Days(self.number(What::PerDays)?)),
        }
    }

    fn when(&self, look: &Look<'_>) -> Result<When, (What, &'static str)> {
        let lead = || self.number(What::Lead);
        let on_the_day = self.yes(What::OnTheDay);
        Ok(match self.chosen(What::When) {
            0 => When::Quota {
                times: self.number(What::Times)?,
                star_times: self.number_or_none(What::StarTimes)?,
                at_most: self.number_or_none(What::AtMost)?,
                per: self.per()?,
                anchor: if self.yes(What::Anchor) { Anchor::LastContact } else { Anchor::Calendar },
            },
            1 => {
                let holidays = self.text(What::Holidays).split_whitespace().map(str::to_owned).collect();
                When::Eve { holidays, lead: lead()?, on_the_day }
            }
            2 => When::Date { on: self.on(look)?, lead: lead()?, on_the_day },
            3 => When::Professional { lead: lead()?, on_the_day },
            4 => When::CompanyDay,
            5 => When::Birthday,
            7 => When::Event { on: self.day(look)?, lead: lead()? },
            _ => When::BetweenOrders { percent: self.number(What::Percent)?, otherwise: self.per()? },
        })
    }

    /// The day of every year: as it was, unless another one was typed.
    fn on(&self, look: &Look<'_>) -> Result<HolidayRule, (What, &'static str)> {
        let text = self.text(What::On);
        if let When::Date { on, .. } = &self.rule.when
            && text == day_of_year(on, look)
        {
            return Ok(on.clone());
        }
        let day = self.day(look)?;
        Ok(HolidayRule::Fixed(day.month(), day.day()))
    }

    /// The day that was typed.
    fn day(&self, look: &Look<'_>) -> Result<NaiveDate, (What, &'static str)> {
        parse_day(self.text(What::On), look.today).ok_or((What::On, "to-day-wrong"))
    }

    /// The row as it is in the form; the field that is wrong, and the key of the sentence why.
    pub fn rule(&self, look: &Look<'_>) -> Result<Rule, (What, &'static str)> {
        let picked = |what: What, kinds: &[TouchKind]| -> Vec<TouchKind> {
            kinds.iter().zip(self.any(what)).filter(|(_, chosen)| *chosen).map(|(kind, _)| *kind).collect()
        };
        let mut rule = self.rule.clone();
        rule.kind = TouchKind::ALL[self.chosen(What::Kind)];
        let title = self.text(What::Title);
        if title != look.words.rule_title(&self.rule) {
            title.clone_into(&mut rule.title);
        }
        if rule.title.is_empty() && rule.name.is_empty() {
            return Err((What::Title, "table-no-title"));
        }
        rule.purpose = Purpose::ALL[self.chosen(What::Purpose)];
        rule.when = self.when(look)?;
        let statuses = Status::ALL.iter().zip(self.any(What::Statuses)).filter(|(_, chosen)| *chosen);
        rule.scope.statuses = statuses.map(|(status, _)| *status).collect();
        rule.scope.star = self.yes(What::Star);
        rule.scope.tags_any = self.tags(What::TagsAny);
        rule.scope.tags_none = self.tags(What::TagsNone);
        rule.scope.min_revenue = self.money_or_none(What::Revenue)?;
        rule.scope.max_revenue = self.money_or_none(What::RevenueBelow)?;
        rule.also_counts =
            picked(What::AlsoCounts, &TouchKind::ALL).into_iter().filter(|kind| *kind != rule.kind).collect();
        rule.responsible = Responsible::ALL[self.chosen(What::Responsible)];
        rule.minutes = self.number(What::Minutes)?;
        rule.shift = [Shift::Prev, Shift::Next, Shift::Nearest][self.chosen(What::Shift)];
        rule.late_days = self.number_or_none(What::LateDays)?.unwrap_or(0);
        rule.valid_from = self.day_or_none(What::From, look.today)?;
        rule.valid_to = self.day_or_none(What::To, look.today)?;
        let note = self.text(What::Note);
        if note != look.words.rule_note(&self.rule) {
            note.clone_into(&mut rule.note);
        }
        Ok(rule)
    }

    /// Fits the fields into so many rows.
    pub fn fit(&mut self, height: usize) {
        self.cursor.fit(self.shown().len(), height, 1);
    }

    /// Draws the fields, and below them what is wrong. Returns where the cursor stands, where a text is typed.
    pub fn draw(&self, look: &Look<'_>, list: Rect, below: Rect, buf: &mut Buffer) -> Option<Position> {
        const LABEL: usize = 26;
        let shown = self.shown();
        let mut at = None;
        for (y, place) in (list.y..list.bottom()).zip(self.cursor.window()) {
            let Some(what) = shown.get(place) else { break };
            let (line, selected) = (Rect { y, height: 1, ..list }, self.cursor.selected() == Some(place));
            at = self.values[*what as usize].draw(look, (what.name(), LABEL), selected, line, buf).or(at);
        }
        let (window, end) = (self.cursor.window(), list.right().saturating_sub(1));
        if window.start > 0 {
            buf.set_string(end, list.y, "↑", look.theme.key());
        }
        if window.end < shown.len() {
            buf.set_string(end, list.bottom().saturating_sub(1), "↓", look.theme.key());
        }
        let wrong = self.wrong.as_ref().map(|wrong| (wrong, look.theme.error()));
        if let Some((said, style)) = wrong.or(self.doubt.as_ref().map(|doubt| (doubt, look.theme.overdue()))) {
            let line = Line::styled(cell::cut(said, usize::from(below.width)), style);
            cell::write(buf, (below.x, below.y), &line, below.width);
        }
        at
    }
}
