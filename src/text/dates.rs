//! The names of days and months, and how a day is written. System locales are not asked: they have no Russian month in
//! the nominative, and differ from machine to machine.

use chrono::{Datelike, NaiveDate, Weekday};

use super::Lang;

/// The words for days in one language.
pub(super) struct DayNames {
    /// Yesterday, today and tomorrow.
    pub near: [&'static str; 3],
    /// From Monday.
    pub weekdays: [&'static str; 7],
    /// From Monday, two or three letters.
    pub weekdays_short: [&'static str; 7],
    /// As a heading.
    pub months: [&'static str; 12],
    /// After a day of the month.
    pub months_of: [&'static str; 12],
    /// After a day of the month, three letters.
    pub months_short: [&'static str; 12],
}

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const ENGLISH: DayNames = DayNames {
    near: ["yesterday", "today", "tomorrow"],
    weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    weekdays_short: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: ENGLISH_MONTHS,
    months_of: ENGLISH_MONTHS,
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const RUSSIAN: DayNames = DayNames {
    near: ["вчера", "сегодня", "завтра"],
    weekdays: ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
    weekdays_short: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
    months: [
        "Январь",
        "Февраль",
        "Март",
        "Апрель",
        "Май",
        "Июнь",
        "Июль",
        "Август",
        "Сентябрь",
        "Октябрь",
        "Ноябрь",
        "Декабрь",
    ],
    months_of: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    months_short: ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
};

/// The words of a language.
pub(super) fn names(lang: Lang) -> &'static DayNames {
    match lang {
        Lang::En => &ENGLISH,
        Lang::Ru => &RUSSIAN,
    }
}

impl DayNames {
    /// "8 Dec".
    pub fn short(&self, day: NaiveDate) -> String {
        format!("{} {}", day.day(), self.months_short[day.month0() as usize])
    }

    /// "8 Dec 2026".
    pub fn short_with_year(&self, day: NaiveDate) -> String {
        format!("{} {}", self.short(day), day.year())
    }

    /// "Tue 8 Dec".
    pub fn with_weekday(&self, day: NaiveDate) -> String {
        format!("{} {}", self.weekday_short(day.weekday()), self.short(day))
    }

    /// "Tuesday, 8 December 2026".
    pub fn full(&self, day: NaiveDate) -> String {
        let weekday = self.weekdays[day.weekday().num_days_from_monday() as usize];
        format!("{weekday}, {} {} {}", day.day(), self.months_of[day.month0() as usize], day.year())
    }

    /// "today" and its neighbours by their names, other days as "Tue 8 Dec", with the year where it is another one.
    pub fn near(&self, day: NaiveDate, today: NaiveDate) -> String {
        match (day - today).num_days() {
            distance @ -1..=1 => self.near[(distance + 1) as usize].to_owned(),
            _ => self.in_year_of(day, today),
        }
    }

    /// "Tue 8 Dec", with the year where it is not that of `today`.
    pub fn in_year_of(&self, day: NaiveDate, today: NaiveDate) -> String {
        let written = self.with_weekday(day);
        if day.year() == today.year() { written } else { format!("{written} {}", day.year()) }
    }

    /// "Tue".
    pub fn weekday_short(&self, weekday: Weekday) -> &'static str {
        self.weekdays_short[weekday.num_days_from_monday() as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_each_language_writes_them() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let monday = day(2026, 11, 23);
        let (en, ru) = (names(Lang::En), names(Lang::Ru));
        assert_eq!(
            (en.full(monday), ru.full(monday)),
            ("Monday, 23 November 2026".into(), "понедельник, 23 ноября 2026".into())
        );
        assert_eq!((en.with_weekday(monday), ru.with_weekday(monday)), ("Mon 23 Nov".into(), "пн 23 ноя".into()));
        assert_eq!(ru.short_with_year(day(2027, 5, 9)), "9 мая 2027");
        for (other, written) in [
            (day(2026, 11, 22), "вчера"),
            (monday, "сегодня"),
            (day(2026, 11, 24), "завтра"),
            (day(2026, 11, 25), "ср 25 ноя"),
            (day(2027, 1, 12), "вт 12 янв 2027"),
        ] {
            assert_eq!(ru.near(other, monday), written);
        }
    }
}
